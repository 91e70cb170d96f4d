"""Iraq in 2003, seen from two sides: whose act is it, and which theory explains it."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.provenance import Reason, computes

#: whose act can be asked about
ACTORS = (
    "United States",
    "France",
    "Germany",
    "Russia",
    "China",
    "some European states",
    "United Kingdom",
)

#: those who refused to authorise the war (P2 L23), and the allies among them (P2 L103)
_REFUSED = ("France", "Germany", "Russia", "China")
_ALLIES = ("France", "Germany")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one actor's part is read.

    Attributes
    ----------
    theory
        ``"balance_of_relationships"``, ``"soft_balancing"`` or ``"not said"``.
    label
        The act in the terms of that theory.
    grade
        Grade of the threat where a paper names it, otherwise None.
    target_is_ally
        Whether the paper calls it an act against an ally, None where it does not say.
    """

    actor: str
    theory: str
    label: str
    grade: str | None
    target_is_ally: bool | None
    reasons: tuple[Reason, ...]


@computes("S51")
def aims_in_2003() -> tuple[str, ...]:
    """Name the aims of soft balancing over Iraq: frustrate, delay, undermine.

    They were directed at American legitimacy, power and threatening conduct (S51, P2 L23,
    said of this case only).
    """
    return ("frustrate", "delay", "undermine")


@computes("S53")
def kind_of_resistance(actor: str) -> str:
    """Name the kind of soft balancing that is reported of an actor in 2002 and 2003.

    Strategic non-cooperation is said to explain better the resistance of some European
    states, which are not named (S53, P2 L69, reported of Kelley). Of others it is not said.

    Raises
    ------
    ValueError
        For an actor that is not among ACTORS.
    """
    if actor not in ACTORS:
        raise ValueError(f"actor is one of {', '.join(ACTORS)}; given was {actor!r}")
    return "strategic_non_cooperation" if actor == "some European states" else "not said"


@computes("X04")
def read_iraq_2003(actor: str) -> Reading:
    """Say which theory explains an actor's part; the comparison is ours.

    The American intervention is read as breakup of a bad tie after a violation judged
    direct, the one grade that a paper names (P0 L1579-1591); the refusal of others as
    soft balancing (P2 L23; X04). The British part is mentioned and not explained.

    Raises
    ------
    ValueError
        For an actor that is not among ACTORS.
    """
    kind = kind_of_resistance(actor)
    if actor == "United States":
        reason = Reason("X04", "breakup")
        return Reading(actor, "balance_of_relationships", "breakup", "direct", None, (reason,))
    if actor in _REFUSED:
        ally = True if actor in _ALLIES else None
        reasons: tuple[Reason, ...] = (Reason("X04", "refusal"), Reason("S51", "aims"))
        if ally:
            reasons = (*reasons, Reason("S11", "iraq"))
        return Reading(actor, "soft_balancing", "soft balancing", None, ally, reasons)
    if kind != "not said":
        return Reading(actor, "soft_balancing", kind, None, None, (Reason("S53", "holds"),))
    return Reading(actor, "not said", "not said", None, None, (Reason("X04", "not_said"),))
