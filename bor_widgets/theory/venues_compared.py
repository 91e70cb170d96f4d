"""One question, three papers: which venue, who gives, and where the unbound go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.alliance_bargain import bargain
from bor_widgets.theory.arithmetic import answer, leaning
from bor_widgets.theory.checks import within
from bor_widgets.theory.credibility import concession_is_cheap
from bor_widgets.theory.eras import default_approach
from bor_widgets.theory.generalised_principles import TOLERANCE, generalised
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.regions_and_world import ActorClass, tendency
from bor_widgets.theory.venue import by_number, by_quality


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one paper expects: its code, a label (``"not said"`` where it is silent), a reason."""

    paper: str
    label: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A hub with its partners, by number and by kind.

    Attributes
    ----------
    number
        The label by number of states.
    label
        ``"multi-bilateral"``, ``"multilateral"``, ``"neither"``, ``"open"``, or
        ``"bilateral"`` for a single pair.
    """

    number: str
    label: str
    reasons: tuple[Reason, ...]


@computes("X03")
def many_pairs(
    treatment: Sequence[float],
    indivisibility: Any = None,
    diffuse_reciprocity: Any = None,
    *,
    tolerance: float = TOLERANCE,
) -> Arrangement:
    """Say what a state's ties to several partners amount to; the comparison is ours.

    Many pairs are more than two states, yet treating each partner case by case breaks
    generalised principles, so they are not the institution of multilateralism (X03;
    P0 L953-957, P1 L23). Treating all alike is one property of three.

    Parameters
    ----------
    treatment
        How each partner is treated, 0..1 on our scale; at least one partner.
    indivisibility, diffuse_reciprocity
        The two other properties (yes, no, open).
    tolerance
        How much variance still counts as alike (ours).

    Raises
    ------
    ValueError
        For no partner, or a number outside 0..1.
    """
    alike = generalised(treatment, tolerance=tolerance)
    number = str(by_number(len(treatment) + 1))
    if len(treatment) == 1:
        return Arrangement(number, "bilateral", (Reason("X03", "pair"),))
    if alike < 0:
        return Arrangement(number, "multi-bilateral", (Reason("X03", "case_by_case"),))
    quality = by_quality(indivisibility, answer(alike), diffuse_reciprocity)
    if quality > 0:
        return Arrangement(number, "multilateral", (Reason("X03", "ensemble"),))
    if quality < 0:
        return Arrangement(number, "neither", (Reason("X03", "alike_only"),))
    return Arrangement(number, "open", (Reason("X03", "open"),))


@computes("X09")
def expected_venues(year: int, actor_class: ActorClass) -> tuple[Expectation, ...]:
    """Say which venue each paper expects; the comparison is ours.

    The era decides in one paper (P1 L39-41), bilateral ties come first in another
    whatever the era (P0 L1678-1682), and weaker states turn to regional institutions in
    the third (P2 L137; X09).

    Raises
    ------
    ValueError
        For a class of actor that is not known.
    """
    by_era = default_approach(year)
    weaker = tendency(actor_class).label != "not said"
    era_key = {
        "bilateral": "era_bilateral",
        "multilateral": "era_multilateral",
        "not said": "era_not_said",
    }[by_era]
    third = (
        Expectation("P2", "regional institutions", Reason("X09", "weaker"))
        if weaker
        else Expectation("P2", "not said", Reason("X09", "great"))
    )
    return (
        Expectation("P1", by_era, Reason("X09", era_key)),
        Expectation("P0", "bilateral", Reason("X09", "ties_first")),
        third,
    )


@computes("X10")
def flows(capability: float) -> tuple[Expectation, ...]:
    """Say who gives what between unequals in each paper; the comparison is ours.

    The strong protect and the weak pay in patronage (P1 L27), the strong concede to keep
    a tie (P0 L1326-1332), the weak use institutions (P2 L137; X10). Seen from the
    state whose capability is given; between equals no paper says anything.

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart.

    Raises
    ------
    ValueError
        For a capability outside -1..1.
    """
    within("capability", capability, -1.0, 1.0)
    if bargain(abs(capability)).protection == 0.0:
        silent = Reason("X10", "equals")
        return tuple(Expectation(paper, "not said", silent) for paper in ("P1", "P0", "P2"))
    cheap = concession_is_cheap(capability) != "not said"
    if cheap:
        return (
            Expectation("P1", "gives protection", Reason("X10", "protects")),
            Expectation("P0", "concedes", Reason("X10", "concedes")),
            Expectation("P2", "not said", Reason("X10", "strong_not_said")),
        )
    return (
        Expectation("P1", "gives patronage", Reason("X10", "pays")),
        Expectation("P0", "not said", Reason("X10", "weak_not_said")),
        Expectation("P2", "uses institutions", Reason("X10", "institutions")),
    )


@computes("X11")
def unbound(will_be_bound: Any) -> tuple[Expectation, ...]:
    """Say where a state goes that will not be bound by general principles.

    Alone (P1 L15), into bilateral or multi-bilateral ties (P0 L462-472, L953-965), or
    under soft rules whose obligations stay fluid (P2 L25; X11, a comparison of ours).
    Where the state accepts being bound, or this is open, nothing follows.
    """
    if leaning(will_be_bound) >= 0:
        quiet = Reason("X11", "not_unwilling")
        return tuple(Expectation(paper, "not said", quiet) for paper in ("P1", "P0", "P2"))
    return (
        Expectation("P1", "unilateral", Reason("X11", "alone")),
        Expectation("P0", "bilateral or multi-bilateral", Reason("X11", "pairs")),
        Expectation("P2", "soft rules", Reason("X11", "soft_rules")),
    )
