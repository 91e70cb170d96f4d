"""The table of systems: four cells, of which the paper leaves one blank."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.checks import criterion
from bor_widgets.theory.provenance import OpenQuestion, Reason
from bor_widgets.theory.return_to_ties import regresses
from bor_widgets.theory.systems import Mode, after_failure, mode_reasons


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table.

    Attributes
    ----------
    reciprocity, power_balancing_works
        The row and the column.
    mode
        The system, or ``"undetermined"``.
    reasons, open
        Who says so, and what is not said. Only the blank cell has an open question.
    """

    reciprocity: bool
    power_balancing_works: bool
    mode: Mode
    reasons: tuple[Reason, ...]
    open: tuple[OpenQuestion, ...]

    @property
    def blank(self) -> bool:
        """Whether the paper leaves the cell empty."""
        return bool(self.open)


def mode_table() -> tuple[Cell, ...]:
    """Return the four cells, row by row: reciprocity in sight first (R130, R131, P0 L1664-1670)."""
    cells = []
    for reciprocity, works in product((True, False), repeat=2):
        s = Situation(reciprocity=reciprocity, power_balancing_works=works)
        cells.append(Cell(reciprocity, works, *mode_reasons(s)))
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Which systems a state may turn to.

    Attributes
    ----------
    systems
        One or more systems, or ``("undetermined",)``.
    reasons, open
        Who says so, and what is not said.
    """

    systems: tuple[str, ...]
    reasons: tuple[Reason, ...]
    open: tuple[OpenQuestion, ...] = ()


def outlook(
    reciprocity: Any, power_balancing_works: Any, *, ties_failed: Any = None, will: Any = None
) -> Outlook:
    """Say which systems a state may turn to, with failure and will taken in.

    A will to retrieve a loosened tie leads back to balance of relationships (R62, P0
    L1089-1095). Failing that, a failed practice of it may lead to balance of power or
    bandwagoning (R132, P0 L1670-1672). Otherwise the table decides.

    Parameters
    ----------
    reciprocity
        Whether a reciprocal tie is in sight.
    power_balancing_works
        Whether balance of power offers a pragmatic way out.
    ties_failed
        Whether balance of relationships was tried and failed.
    will
        Whether there is a will to win the loosened tie back. Each yes, no, or open.
    """
    for name, value in (("reciprocity", reciprocity), ("ties_failed", ties_failed)):
        criterion(name, value)
    criterion("power_balancing_works", power_balancing_works)
    if regresses(will) > 0:
        return Outlook(("balance of relationships",), (Reason("R62"),))
    if criterion("ties_failed", ties_failed) > 0:
        return Outlook(after_failure("balance of relationships"), (Reason("R132"),))
    if reciprocity is None:
        return Outlook(("undetermined",), (Reason("R134", "not_said"),))
    s = Situation(reciprocity=reciprocity, power_balancing_works=power_balancing_works)
    system, reasons, unsaid = mode_reasons(s)
    return Outlook((system,), reasons, unsaid)
