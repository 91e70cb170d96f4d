"""Diffuse reciprocity: the account of a tie over many issues and the long run."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.arithmetic import Leaning
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.tables import Table, rows_of


@dataclass(frozen=True, slots=True)
class Account:
    """Gains and losses of one state over rounds and issues, on our scale.

    Attributes
    ----------
    running
        What has come together after each round.
    losses
        How many single occasions brought a loss.
    every_time
        Whether each occasion brought no loss: a quid pro quo each time.
    diffuse
        Whether diffuse reciprocity holds: +1 yes, 0 open, -1 no.
    """

    running: tuple[float, ...]
    losses: int
    every_time: bool
    diffuse: Leaning

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The finding, for a reader."""
        if self.diffuse == 0:
            return (Reason("Q07", "one_occasion"),)
        if self.diffuse < 0:
            return (Reason("Q07", "long_run_loss"),)
        return (Reason("Q07", "every_time" if self.every_time else "evens_out"),)


@computes("Q07")
def reciprocity(balances: Table) -> Account:
    """Keep the account of a tie: single losses do not matter if the long run pays.

    Diffuse reciprocity takes the long view over many issues, and asks for no gain on
    each occasion (Q07, P1 L23, after Caporaso). With one occasion only there is no long
    run, and the question stays open.

    Parameters
    ----------
    balances
        One row per round, one column per issue: gain above 0, loss below, our scale.

    Raises
    ------
    ValueError
        For an empty table, rows of unlike length, or a value that is not finite.
    """
    rows = rows_of("balances", balances)
    flat = [value for row in rows for value in row]
    for value in flat:
        within("balances", value, -1e6, 1e6)
    running: list[float] = []
    for row in rows:
        running.append(sum(row) + (running[-1] if running else 0.0))
    losses = sum(value < 0.0 for value in flat)
    long_run = 1 if running[-1] >= 0.0 else -1
    return Account(tuple(running), losses, losses == 0, long_run if len(flat) > 1 else 0)
