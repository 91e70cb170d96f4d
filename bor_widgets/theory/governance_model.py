"""Soft balancing as a way of governing: the European Union inside, at its gate, and in arms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number, any_of, leaning
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes


@computes("S55")
def binding(norms: Number, rules: Number, procedures: Number) -> Number:
    """How closely members bind one another, 0..1 on our scale.

    They do so by shared norms, rules and procedures (S55, P2 L145, reported of Wivel). The
    three count alike because none is ranked. All bind all, and no threatening target is
    named, so the act does not pass the definition of soft balancing by itself (E52).

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("norms", norms, 0.0, 1.0)
    within("rules", rules, 0.0, 1.0)
    within("procedures", procedures, 0.0, 1.0)
    return (norms + rules + procedures) / 3.0


@computes("S42")
def perceived_interest(own: Number, expected: Number, institutions: Number) -> Number:
    """How a member sees its own interest, -1..1 on our scale.

    Dense institutions shape how members see power and interests, and embed this in what
    formal rules and informal practices lead one to expect (S42, P2 L145, reported of
    Wivel). The form is ours: the denser they are, the more the expectation counts.

    Parameters
    ----------
    own
        The interest as the member would see it alone, -1 against .. 1 for.
    expected
        What rules and practices lead it to expect, -1..1.
    institutions
        How dense the institutions are, 0..1.

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("own", own, -1.0, 1.0)
    within("expected", expected, -1.0, 1.0)
    within("institutions", institutions, 0.0, 1.0)
    return (1.0 - institutions) * own + institutions * expected


@computes("S43")
def renegotiation(treaty_revision: Any, long_crisis: Any) -> Leaning:
    """Whether new negotiations, and soft balancing inside, are to be expected.

    A treaty revision or a long crisis of members often leads to them (S43, P2 L147,
    reported of Wivel). Returns +1 yes ("often"), 0 open, -1 no.
    """
    return any_of(leaning(treaty_revision), leaning(long_crisis))


Gate = Literal["membership application", "accession", "trade agreement"]

#: the inclusive tools towards outsiders (P2 L147)
GATES: tuple[Gate, ...] = ("membership application", "accession", "trade agreement")


@dataclass(frozen=True, slots=True)
class Access:
    """What an outsider meets at a gate: ``"given"``, ``"refused"`` or ``"open"``."""

    gate: Gate
    label: Literal["given", "refused", "open"]
    reasons: tuple[Reason, ...]


@computes("S44")
def access(gate: Gate, kept_out: Any = None) -> Access:
    """Say what an outsider meets who seeks membership or trade.

    Application, accession and trade agreements are the inclusive tools; together with
    exclusive ones they keep the gate (S44, P2 L147, reported of Wivel). What decides
    between the two is not said, so it is for the student to set.

    Parameters
    ----------
    gate
        What the outsider seeks.
    kept_out
        Whether an exclusive tool is used on it (yes, no, open).

    Raises
    ------
    ValueError
        For a gate that the paper does not name.
    """
    if gate not in GATES:
        raise ValueError(f"gate is one of {', '.join(GATES)}; given was {gate!r}")
    code = leaning(kept_out)
    if code > 0:
        return Access(gate, "refused", (Reason("S44", "refused"),))
    if code < 0:
        return Access(gate, "given", (Reason("S44", "given"),))
    return Access(gate, "open", (Reason("S44", "open"),))


def calls_for_arms(rivalry: Number, aggression: Number) -> Number:
    """How loud calls for European arms are, 0..1 on our scale.

    Rivalry between the United States and China and Russian aggression fuel them (S45,
    P2 L147). The two count alike (ours).

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("rivalry", rivalry, 0.0, 1.0)
    within("aggression", aggression, 0.0, 1.0)
    return (rivalry + aggression) / 2.0


@dataclass(frozen=True, slots=True)
class Challenge:
    """The two arrows of more arms, each 0..1 on our scale.

    Attributes
    ----------
    capacity
        Capacity for soft balancing against China and the United States.
    model
        How whole the governance model is.
    """

    capacity: Number
    model: Number

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The findings for a reader, told only where the model has begun to erode."""
        return (Reason("S45", "dual" if self.model < 1.0 else "unarmed"),)


#: capacity without more arms, and the share of the model lost at the most arms (our scale)
CAPACITY = 0.4
EROSION = 0.6


@computes("S45")
def dual_challenge(
    arms: Number, *, capacity: float = CAPACITY, erosion: float = EROSION
) -> Challenge:
    """Return what more European arms do: capacity up, and the model down.

    They could strengthen soft balancing, and their geopolitical logic may in the end
    undermine its model (S45, P2 L147, reported of Wivel: "could", "may"). The form is
    ours.

    Parameters
    ----------
    arms
        How far military capability is built up, 0..1.
    capacity
        Capacity for soft balancing without more arms, 0..0.99 (ours).
    erosion
        Share of the model lost at the most arms, 0.01..1 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("arms", arms, 0.0, 1.0)
    within("capacity", capacity, 0.0, 0.99)
    within("erosion", erosion, 0.01, 1.0)
    return Challenge(capacity + (1.0 - capacity) * arms, 1.0 - erosion * arms)
