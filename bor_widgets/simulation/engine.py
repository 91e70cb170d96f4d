"""Rounds: shocks, strikes, moves, ties, states, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any, Literal

from bor_widgets.simulation.arrays import PLAIN, check_path, check_states
from bor_widgets.simulation.conditions import BLOCK, Arrivals, draw
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.happen import happen
from bor_widgets.simulation.moves import Moves, decide
from bor_widgets.simulation.start import begin
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.simulation.ties import renew
from bor_widgets.simulation.turn import turn
from bor_widgets.theory.checks import one_of

#: how rounds are computed: arrays everywhere, or a compiled loop where numba is there
Path = Literal["arrays", "compiled"]
PATHS = ("arrays", "compiled")


@dataclass(slots=True)
class Engine:
    """Worlds of one configuration, run forward together.

    Attributes
    ----------
    config
        What the worlds are.
    worlds
        Their state now.
    path
        ``"arrays"`` (the reference) or ``"compiled"``; both give the same bits.
    moves
        What was done in the last round.
    """

    config: WorldConfig
    worlds: Worlds
    path: Path = "arrays"
    moves: Moves | None = None
    _arrivals: Arrivals | None = field(default=None, repr=False)
    _block: int = -1

    @classmethod
    def of(cls, config: WorldConfig, numbers: Sequence[int], path: Path | None = None) -> Engine:
        """Return worlds at their start; the quicker path where it is there.

        Raises
        ------
        ValueError
            For no world, a number below 0, an unknown path, and where NumPy is missing for more
            states than plain arrays take.
        """
        if not len(numbers) or min(numbers) < 0:
            raise ValueError(
                "numbers takes at least one, from 0 upwards; "
                f"given was {min(numbers) if len(numbers) else 'none'}"
            )
        if path is not None:
            check_path(one_of("path", path, PATHS))
        check_states(config.states)
        return cls(config, begin(config, numbers), path or quickest_path())

    def reconfigure(self, config: WorldConfig) -> None:
        """Go on under another configuration; what comes is drawn anew from its own chance."""
        if config != self.config:
            self.config, self._block = config, -1

    def step(self, full: bool = True) -> Tallies:
        """Play one round and return what was counted in it.

        Parameters
        ----------
        full
            False where no measurement follows this round: what only a measurement reads is then
            not counted, which is quicker (see ``LAST`` in ``tallies``).
        """
        block, at = divmod(self.worlds.round, BLOCK)
        if block != self._block or self._arrivals is None:
            self._arrivals = draw(self.config, self.worlds.numbers, block)
            self._block = block
        arrivals = happen(self.config, self.worlds, self._arrivals, at)
        tallies = self._play(arrivals, at, full)
        turn(self.config, self.worlds, tallies)
        return tallies

    def _play(self, arrivals: Arrivals, at: int, full: bool) -> Tallies:
        if self.path == "compiled":
            from bor_widgets.simulation.compiled import play

            self.moves, tallies = play(self.config, self.worlds, arrivals, at, full)
            return tallies
        self.moves = decide(self.config, self.worlds, arrivals, at)
        return renew(self.config, self.worlds, self.moves)

    def run(self, rounds: int, after: Callable[[Tallies], Any] | None = None) -> None:
        """Play some rounds; `after` is handed the counts of each."""
        for _ in range(rounds):
            tallies = self.step()
            if after is not None:
                after(tallies)


def quickest_path() -> Path:
    """Return the compiled path where numba is installed, and arrays elsewhere."""
    return "compiled" if not PLAIN and find_spec("numba") is not None else "arrays"
