"""What balance of power would do: the lens that the papers argue with."""

from __future__ import annotations

from bor_widgets.situation import Situation
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.systems import mode_reasons, targets
from bor_widgets.theory.verdict import Verdict


@computes("R135")
def options_facing_a_riser(weaker_or_equal: bool) -> tuple[str, ...]:
    """Name the options of balance of power: balance or bandwagon (P0 L1131-1141, R135).

    They are options against a stronger or rising side; towards a weaker one there is
    nothing to balance.
    """
    return ("balance", "bandwagon") if weaker_or_equal else ()


def balance_or_bandwagon(
    s: Situation, calibration: Calibration = NEUTRAL
) -> tuple[str, tuple[Reason, ...]]:
    """Choose between the two options.

    The papers name both and no condition for either. The condition is outside
    knowledge: weak states without allies are the likelier to bandwagon (Walt 1987).
    """
    options = options_facing_a_riser(s.capability <= 0.0)
    if not options:
        return "no riser", (Reason("R135", "no_riser"),)
    reasons = (Reason("R135"),)
    weak = s.capability <= -calibration.cut_weak
    if weak and s.allies < 0.5:
        return "bandwagon", (*reasons, Reason("W01", "bandwagon"))
    if not weak or s.allies > 0.5:
        return "balance", (*reasons, Reason("W01", "balance"))
    return "balance or bandwagon", (*reasons, Reason("W01", "either"))


def verdict(s: Situation, calibration: Calibration = NEUTRAL) -> Verdict:
    """Read a situation as balance of power does.

    The threat to the tie plays no part in it: what counts is who is stronger, and who
    would help.
    """
    label, reasons = balance_or_bandwagon(s, calibration)
    system, why, unanswered = mode_reasons(s, calibration)
    aimed_at = targets(
        "bandwagoning" if label == "bandwagon" else "balance of power", ("counterpart",)
    )
    if label != "no riser":
        reasons = (*reasons, Reason("R136"))
    return Verdict(
        "balance_of_power",
        label.replace(" ", "_"),
        (*reasons, *why),
        unanswered,
        {"targets": aimed_at if label != "no riser" else (), "system": system},
    )
