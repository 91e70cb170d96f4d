"""One situation, four readings: the ledger, with the disagreements it contains."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.situation import Situation
from bor_widgets.sources import Tension, tensions
from bor_widgets.theory import balance_of_power, soft_or_hard, venue
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.judgement import require_single
from bor_widgets.theory.principles import Response, Wording, respond
from bor_widgets.theory.provenance import Reason, computes, phrase
from bor_widgets.theory.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which two readings of the same situation part."""

    id: str
    between: tuple[str, str]
    key: str = "holds"

    @property
    def text(self) -> str:
        """What they disagree about, in this situation."""
        return phrase("disagreement", self.id, self.key)

    @property
    def tension(self) -> Tension:
        """The tension as the inventory of the papers records it."""
        return tensions[self.id]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Four readings of one situation side by side."""

    balance_of_relationships: Verdict
    balance_of_power: Verdict
    soft_balancing: Verdict
    venue: Verdict
    disagreements: tuple[Disagreement, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The four verdicts in the order in which they are shown."""
        return (
            self.balance_of_relationships,
            self.balance_of_power,
            self.soft_balancing,
            self.venue,
        )


@computes("X02", "X06")
def compare(
    s: Situation, *, wording: Wording = "introduction", calibration: Calibration = NEUTRAL
) -> Ledger:
    """Read one situation through all the theories.

    The comparison is ours (X02); where balance of relationships and soft balancing both
    escalate at the top, they do so by different mechanics (X06).

    Raises
    ------
    ValueError
        For an array of situations or an unknown wording.

    Examples
    --------
    >>> compare(Situation(threat=0.9, relationship=0.2)).balance_of_relationships.label
    'breakup'
    """
    require_single(s, "compare")
    response = respond(s, wording=wording, calibration=calibration)
    relationships = Verdict(
        "balance_of_relationships", response.action, response.reasons, (), {"response": response}
    )
    power = balance_of_power.verdict(s, calibration)
    soft = soft_or_hard.verdict(s, calibration)
    place = venue.verdict(s)
    return Ledger(
        relationships, power, soft, place, _disagreements(s, response, power, soft, place)
    )


@computes("X07", "X08")
def names_an_adversary(theory: str) -> tuple[bool, Reason]:
    """Whether a theory has a specific other in view, and needs it labelled.

    Balance of power and soft balancing name one, balance of relationships names none
    (X07); soft balancing builds on an aggressor label that the minimal strategy of
    relational security avoids (X08). Both comparisons are ours.
    """
    named = theory in ("balance_of_power", "soft_balancing")
    return named, Reason("X07", "named" if named else "not_named")


def _disagreements(
    s: Situation, response: Response, power: Verdict, soft: Verdict, place: Verdict
) -> tuple[Disagreement, ...]:
    found = []
    relationships = "balance_of_relationships"
    balances = power.label in ("balance", "balance_or_bandwagon")
    if response.action in ("none", "compromise") and balances:
        found.append(
            Disagreement("E07" if s.capability else "E21", (relationships, "balance_of_power"))
        )
    if response.action == "breakup" and soft.label != "none":
        key = "still_soft" if soft.label == "soft" else "holds"
        found.append(Disagreement("E96", (relationships, "soft_balancing"), key))
    if response.action == "compromise" and soft.label != "none":
        found.append(Disagreement("E82", (relationships, "soft_balancing")))
    if response.action == "mix" and "sanctions" in s.instruments:
        found.append(Disagreement("E80", (relationships, "soft_balancing")))
    if place.label == "multilateral":
        found.append(Disagreement("E81", (relationships, "venue")))
    if place.label == "unilateral":
        found.append(Disagreement("E98", (relationships, "venue")))
    if place.details["number"] == "multilateral" and place.details["quality"] < 0:
        found.append(Disagreement("E40", ("venue", "venue")))
    if s.interdependence > 0.5 and response.action != "none":
        found.append(Disagreement("E99", (relationships, "soft_balancing")))
    if s.existential is None and soft.label in ("hard", "contested"):
        found.append(Disagreement("E90", (relationships, "soft_balancing")))
    return tuple(found)
