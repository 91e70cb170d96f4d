"""Intervening in others: whose approval counts, and what does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.arithmetic import Number, clip
from bor_widgets.theory.provenance import computes

Approval = Literal["yes", "no", "unknown"]
Consent = Literal["possible", "withheld", "text silent"]
Feeling = Literal["friend", "enemy", "neutral"]

#: how far support stays away from none and from full (ours)
LEAST = 0.05


@computes("R107", "R108")
def consent(regional_approval: Approval, resource_stake: Number = 0.0) -> Consent:
    """Whether consent to an intervention by the United Nations is possible.

    It follows the approval of the regional organisation (R107, P0 L102-110,
    L1646-1654). The stake in energy or trade is taken and has no effect: three cases
    speak against it (R108, P0 L88-106, implied).

    Raises
    ------
    ValueError
        For an approval other than yes, no, unknown.
    """
    if not 0.0 <= float(resource_stake) <= 1.0:
        raise ValueError(f"resource_stake takes a number from 0 to 1; given was {resource_stake!r}")
    match regional_approval:
        case "yes":
            return "possible"
        case "no":
            return "withheld"
        case "unknown":
            return "text silent"
        case _:
            raise ValueError(
                f"regional_approval takes yes, no or unknown; given was {regional_approval!r}"
            )


@dataclass(frozen=True, slots=True)
class Dilemma:
    """The two horns of a demand to intervene, 0..1 on our scale, and the partial answer."""

    support: Number
    border_stability: Number
    recognition: Number


@computes("R100", "R105", "R106")
def dilemma(push: Number, pull_back: Number, least: float = LEAST) -> Dilemma:
    """Weigh a demand to intervene.

    The level of intervention is the balance of the forces for and against (R100, P0
    L363-365). Intervening hurts stable borders, resisting it hurts recognition by
    global powers, so support is only ever partial (R105, P0 L908-927); the demand never
    vanishes, for no state escapes it (R106, P0 L916-918).

    Parameters
    ----------
    push, pull_back
        The forces that encourage and discourage, 0..1 on our scale.
    least
        How far support stays away from none and from full (ours).
    """
    support = clip(0.5 + 0.5 * (push - pull_back), least, 1.0 - least)
    return Dilemma(support, 1.0 - support, support)


@computes("R113")
def side_taken(
    intervener: Feeling, target: Feeling
) -> Literal["support", "condemn", "not specified"]:
    """Say which side was taken, as one observer reports it.

    A friend that intervenes against an enemy was backed, an enemy that intervenes was
    condemned whatever its target (P0 L1153-1159, R113, reported). The other cells are
    not specified; the report stands against R101-R104 (E12).
    """
    if intervener == "enemy":
        return "condemn"
    if intervener == "friend" and target == "enemy":
        return "support"
    return "not specified"
