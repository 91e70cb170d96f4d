"""One arrangement under every definition of the paper: number, kind, pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, leaning
from bor_widgets.theory.diffuse_reciprocity import reciprocity
from bor_widgets.theory.generalised_principles import TOLERANCE, generalised
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.venue import by_number, by_quality, partners, strong_bilateralism

#: Caporaso's three properties in the order of the text (P1 L23)
PROPERTIES = ("indivisibility", "generalised_principles", "diffuse_reciprocity")


@dataclass(frozen=True, slots=True)
class ArrangementReading:
    """What each definition calls an arrangement; the verdicts may differ (E40).

    Attributes
    ----------
    number
        ``"unilateral"``, ``"bilateral"`` or ``"multilateral"``, by the number of states (Q03).
    quality
        Whether it is the institution of multilateralism: +1 yes, 0 open, -1 no (Q04).
    missing, unjudged
        Which of the three properties are denied, and which are not judged yet.
    strong
        Whether it is bilateralism in the strong sense: +1 yes, 0 open, -1 no (Q08).
    dyad
        ``"allies"``, ``"coalition partners"``, ``"neither"`` or ``"open"`` (Q09).
    reasons
        The findings in this order. Two states are asked about their pair, more are not.
    """

    number: str
    quality: Leaning
    missing: tuple[str, ...]
    unjudged: tuple[str, ...]
    strong: Leaning
    dyad: str
    reasons: tuple[Reason, ...]


def read_arrangement(
    parties: int,
    properties: Mapping[str, Any],
    *,
    exclusive_privileges: Any = None,
    one_to_one_belief: Any = None,
    shared_interests: Any = None,
    treaty: Any = None,
) -> ArrangementReading:
    """Read an arrangement by each definition (Q03, Q04, Q08, Q09; P1 L15-23).

    Parameters
    ----------
    parties
        How many states, 1 or more.
    properties
        The three properties by name (yes, no, open).
    exclusive_privileges, one_to_one_belief, shared_interests, treaty
        What is said of the pair (yes, no, open).

    Raises
    ------
    ValueError
        For fewer than one state, or other properties than the three.
    """
    if set(properties) != set(PROPERTIES):
        raise ValueError(
            f"properties takes {', '.join(PROPERTIES)}; given was {', '.join(properties)}"
        )
    number = str(by_number(parties))
    quality = by_quality(*(properties[name] for name in PROPERTIES))
    strong = strong_bilateralism(exclusive_privileges, one_to_one_belief)
    dyad = partners(shared_interests, treaty)
    reasons = [Reason("Q03", number), Reason("Q04", {1: "yes", 0: "open", -1: "no"}[quality])]
    if parties == 2 and strong:
        reasons.append(Reason("Q08", "yes" if strong > 0 else "no"))
    if parties == 2 and dyad in ("allies", "coalition partners"):
        reasons.append(Reason("Q09", dyad.replace(" ", "_")))
    return ArrangementReading(
        number,
        quality,
        tuple(name for name in PROPERTIES if leaning(properties[name]) < 0),
        tuple(name for name in PROPERTIES if leaning(properties[name]) == 0),
        strong,
        dyad,
        tuple(reasons),
    )


def evidence_reasons(
    treatment: Sequence[float], balances: Sequence[Sequence[float]], tolerance: float = TOLERANCE
) -> tuple[Reason, ...]:
    """Say what numbers suggest about two of the properties (Q06, Q07, P1 L23).

    They suggest and do not decide: whether a property holds is for the student to judge.

    Parameters
    ----------
    treatment
        How each partner is treated, 0..1 on our scale; may be empty.
    balances
        Gains and losses, one row per round.
    tolerance
        Variance that still counts as alike (ours).
    """
    alike = generalised(treatment, tolerance=tolerance) if treatment else 0
    key = {1: "alike", 0: "nothing_to_compare", -1: "case_by_case"}[alike]
    return (Reason("Q06", key), *reciprocity(balances).reasons)
