"""Which system takes over: balance of relationships or balance of power."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Leaning, Number, leaning
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.provenance import OpenQuestion, Reason, computes

Mode = Literal["balance of relationships", "balance of power", "undetermined"]


def reciprocity_in_sight(s: Situation, calibration: Calibration = NEUTRAL) -> bool | None:
    """Whether a reciprocal tie is foreseeable: as said, or else read off the tie (ours)."""
    said = leaning(s.reciprocity)
    if said:
        return bool(said > 0)
    if s.reciprocity is not None:
        return None
    return bool(s.relationship >= calibration.cut_reciprocity)


@computes("R130", "R131", "R134")
def mode(reciprocity: Any, power_balancing_works: Any) -> Mode:
    """Say which system takes place.

    Balance of power is needed only where no reciprocal tie is foreseeable (R130, P0
    L1664-1668), and a reciprocal tie is the answer where balance of power fails (R131,
    P0 L1668-1670). With neither, the paper says nothing: the cell stays open (E21).
    Choosing is a matter of judgement, and cannot be escaped (R134, P0 L1672-1674).
    """
    foreseeable, works = leaning(reciprocity), leaning(power_balancing_works)
    if foreseeable > 0:
        return "balance of relationships"
    if foreseeable < 0 and works > 0:
        return "balance of power"
    return "undetermined"


def mode_reasons(
    s: Situation, calibration: Calibration = NEUTRAL
) -> tuple[Mode, tuple[Reason, ...], tuple[OpenQuestion, ...]]:
    """Say which system takes place in a situation, and why."""
    foreseeable = reciprocity_in_sight(s, calibration)
    system = mode(foreseeable, s.power_balancing_works)
    told = "said" if s.reciprocity is not None else "derived"
    if system == "balance of relationships":
        reasons = [Reason("R130", f"in_sight_{told}")]
        if s.power_balancing_works is False:
            reasons.append(Reason("R131"))
        return system, tuple(reasons), ()
    if system == "balance of power":
        return system, (Reason("R130", f"not_in_sight_{told}"),), ()
    if foreseeable is None:
        return system, (Reason("R134", "not_said"),), ()
    if s.power_balancing_works is None:
        return (
            system,
            (Reason("R130", f"not_in_sight_{told}"), Reason("R134", "works_not_said")),
            (),
        )
    return system, (Reason("R134"),), (OpenQuestion("R131"),)


@computes("R132", "R133")
def after_failure(
    failed: Literal["balance of relationships", "balance of power"],
) -> tuple[str, ...]:
    """Name what failure tilts a state towards.

    Failed balance of relationships may lead to balance of power or bandwagoning (R132,
    P0 L1670-1672); the failure of either tilts thinking to the other (R133, P0 L1241-1243).

    Raises
    ------
    ValueError
        For another system.
    """
    match failed:
        case "balance of relationships":
            return ("balance of power", "bandwagoning")
        case "balance of power":
            return ("balance of relationships",)
        case _:
            raise ValueError(
                "what failed is 'balance of relationships' or 'balance of power'; "
                f"given was {failed!r}"
            )


@computes("R146")
def policy_mode(by_partner: Mapping[str, Mode]) -> str:
    """Name the mode of a policy towards several partners: both systems may run together.

    Source: P0 L1476-1490 (R146).
    """
    kinds = set(by_partner.values())
    return next(iter(kinds)) if len(kinds) == 1 else "mixed" if kinds else "undetermined"


@computes("R136")
def targets(system: str, threatening: tuple[str, ...]) -> tuple[str, ...]:
    """Name whom a policy is aimed at.

    Balancing and bandwagoning always have a specific other in view; balance of
    relationships has none (P0 L1188-1198, R136).
    """
    return threatening if system in ("balance of power", "bandwagoning") else ()


@computes("R137")
def fear_tilts_to_power(fear_for_survival: Any) -> Leaning:
    """Whether fear for survival sets off balance of power: often (P0 L1176-1180, R137)."""
    return leaning(fear_for_survival)


@computes("R138")
def reciprocation_can_appear(needs: Number, relational_security: Number) -> Any:
    """Whether the rationale of reciprocation can appear at all.

    Only if more relational security is able to meet the needs of survival and
    development (P0 L1198-1202, R138). Both on our scale, 0..1.
    """
    return relational_security >= needs
