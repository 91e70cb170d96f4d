"""One sanction, three readings: which theory would call it its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Leaning, all_of, leaning
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.soft_balancing import Definition, Target, define


@dataclass(frozen=True, slots=True)
class SanctionReadings:
    """Whose sanction it is.

    Attributes
    ----------
    relationships
        Whether it is the punishing half of a mix that mends a tie: +1 yes, 0 open, -1 no.
    soft_balancing
        Whether it is soft balancing: +1 yes, 0 open, -1 no.
    definition
        The test behind the second, criterion by criterion.
    labels
        All that fit, ``("neither",)`` where both fail, empty where nothing fits yet.
    """

    relationships: Leaning
    soft_balancing: Leaning
    definition: Definition
    labels: tuple[str, ...]
    reasons: tuple[Reason, ...]


@computes("X01")
def read_sanction(
    s: Situation,
    *,
    rectifies_tie: Any = None,
    repaired_elsewhere: Any = None,
    target: Target = "state",
    perceived_threat: bool = True,
) -> SanctionReadings:
    """Read one sanction three ways; more than one may fit, and the comparison is ours.

    For the balance of relationships it is punishment in one area, paired with repair in
    another, to put a tie right (P0 L415-423). For soft balancing it is a deliberate and
    lasting attempt, usually in concert, to take legitimacy from a threat (P2 L95, L103).
    Retribution or a single signal need not be either (P2 L95, S04; X01).

    Parameters
    ----------
    s
        The criteria of soft balancing as the student sets them; the sanction itself is
        added to the instruments.
    rectifies_tie, repaired_elsewhere
        Whether it is meant to put the own tie right, and whether there is repair in
        another area (yes, no, open).
    target, perceived_threat
        As in ``soft_balancing.define``.

    Raises
    ------
    ValueError
        For an unknown kind of target.
    """
    used = tuple(dict.fromkeys((*s.instruments, "sanctions")))
    definition = define(s.with_(instruments=used), target=target, perceived_threat=perceived_threat)
    mends = all_of(leaning(rectifies_tie), leaning(repaired_elsewhere))
    codes = {"soft balancing": 1, "complement": 1, "open": 0, "not soft balancing": -1}
    delegitimises = codes[definition.label]
    labels = tuple(
        name
        for name, code in (
            ("balance of relationships", mends),
            ("soft balancing", delegitimises),
        )
        if code > 0
    )
    if mends < 0 and delegitimises < 0:
        labels = ("neither",)
    return SanctionReadings(
        mends, delegitimises, definition, labels, _reasons(mends, delegitimises, definition)
    )


def _reasons(mends: Leaning, delegitimises: Leaning, definition: Definition) -> tuple[Reason, ...]:
    if mends < 0 and delegitimises < 0:
        return (Reason("X01", "neither"), *definition.reasons)
    tie = {1: "mends", 0: "tie_open", -1: "does_not_mend"}[mends]
    soft = {1: "delegitimises", 0: "soft_open", -1: "does_not_delegitimise"}[delegitimises]
    return (Reason("X01", tie), Reason("X01", soft), *definition.reasons)
