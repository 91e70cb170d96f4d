"""WorldCourse: one world being played and looked at, without a screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from bor_widgets.charts.world_run import frame
from bor_widgets.charts.world_run.frame import Frame
from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.arrays import PLAIN, np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Path
from bor_widgets.simulation.events import Event
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.world import AT_THE_START, World

#: fewest and most rounds that a page keeps; the larger a world, the fewer
FEWEST_ROUNDS, MOST_ROUNDS = 200, 2000

#: memory of all rounds together, in pairs of states; numbers in lists take far more of it
MOST_PAIRS = 500_000 if PLAIN else 10_000_000

#: seconds that one message of a page may play; a press on Pause waits for no longer
SLICE = 0.04

#: arrays begin at once; the compiled path takes many seconds until its first round
PATH: Path = "arrays"

#: the world that a page opens with
FIRST_PRESET = "neighbours-free"


def longest(states: int) -> int:
    """Return how many rounds a page keeps of a world of so many states."""
    return min(max(MOST_PAIRS // states**2, FEWEST_ROUNDS), MOST_ROUNDS)


def _without_persons(name: str) -> dict[str, Any]:
    """Return what goes with a number: who was named one by one is drawn in another crowd."""
    if name != "states":
        return {}
    return {"assigned": (), "values_given": (), "ties_given": ()}


class WorldCourse:
    """A world, the round of it that is shown, and what was done to it.

    Parameters
    ----------
    preset
        Name of the scene to begin with.
    rules
        Ids of the rules that an event may name.
    clock
        Seconds that only grow.

    Attributes
    ----------
    world
        The world.
    shown
        The round that is looked at.
    serial
        Grows with every new world, so that a late question about an old one is known.
    touched
        Whether numbers were changed, or something was made to happen, on the way.
    """

    def __init__(
        self,
        preset: str = FIRST_PRESET,
        *,
        rules: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rules = tuple(rules)
        self._clock = clock
        self.serial = 0
        self._before: tuple[str, World, int, bool] | None = None
        self.preset = preset
        config = presets()[preset].config
        self.world = World(config, path=PATH)
        self.shown = 0
        self.touched = False
        self._looked: tuple[int, int, Worlds] | None = None

    @property
    def config(self) -> WorldConfig:
        """The numbers in force."""
        return self.world.config

    @property
    def round(self) -> int:
        """Rounds played so far."""
        return self.world.round

    @property
    def longest(self) -> int:
        """Rounds that are kept at most."""
        return longest(self.config.states)

    @property
    def can_undo(self) -> bool:
        """Whether there is a course from before to go back to."""
        return self._before is not None

    def begin(self, config: WorldConfig, preset: str = "") -> None:
        """Begin a new world; the one from before is kept for an undo.

        Raises
        ------
        TypeError, ValueError
            For a configuration that cannot begin; the course stays as it is.
        """
        self.take(World(config, path=PATH), preset or self.preset)

    def take(self, world: World, preset: str, *, touched: bool = False) -> None:
        """Go on with another world, shown at its last round."""
        if self.round:
            self._before = (self.preset, self.world, self.shown, self.touched)
        self.preset, self.world, self.touched = preset, world, touched
        self.shown = world.round
        self._renew()

    def undo(self) -> None:
        """Change places with the course from before."""
        if self._before is None:
            return
        now = (self.preset, self.world, self.shown, self.touched)
        self.preset, self.world, self.shown, self.touched = self._before
        self._before = now if now[1].round else None
        self._renew()

    def _renew(self) -> None:
        self.serial += 1
        self._looked = None

    def forward(self, rounds: int = 1) -> bool:
        """Go forward: through what was played, and then by playing.

        Parameters
        ----------
        rounds
            How many; a slice of time may end it earlier, after one at least.

        Returns
        -------
        Whether it moved: a course has a longest length.
        """
        if self.shown < self.round:
            self.shown = min(self.shown + rounds, self.round)
            return True
        until = self._clock() + SLICE
        for played in range(rounds):
            if self.round >= self.longest:
                self.shown = self.round
                return played > 0
            self.world.step()
            self.shown = self.round
            if self._clock() >= until:
                break
        return True

    def look(self, round_: int) -> None:
        """Look at a round; one that was not played is the nearest that was."""
        self.shown = min(max(round_, 0), self.round)

    def resume(self) -> None:
        """Go on from the round that is shown; what came after it is forgotten."""
        if self.shown < self.round:
            self.world.rewind(self.shown)
            self._looked = None

    def change(self, name: str, value: Any) -> bool:
        """Change a number; return whether it belongs to the start, so that a world began.

        Raises
        ------
        TypeError, ValueError
            For a value that the field refuses.
        """
        if name in AT_THE_START or not self.round:
            starts = name in AT_THE_START
            self.begin(self._whole().with_(**{name: value}, **_without_persons(name)))
            return starts
        self.world.change(**{name: value})
        self.touched = True
        return False

    def _whole(self) -> WorldConfig:
        # what was made to happen belonged to the course, not to the start
        return self.config.with_(shocks=())

    def shock(self, kind: str, one: int, other: int) -> None:
        """Make something happen before the next round that is played.

        Raises
        ------
        TypeError, ValueError
            For something that cannot happen.
        """
        self.world.shock(kind, one, other)
        self.touched = True
        self.shown = self.round

    def state(self) -> Worlds:
        """Return the world in the round that is shown."""
        if self.shown == self.round:
            return self.world.worlds
        key = (self.serial, self.shown)
        if self._looked is None or self._looked[:2] != key:
            self._looked = (*key, self.world.at(self.shown))
        return self._looked[2]

    def events(self) -> tuple[Event, ...]:
        """Return what happened in the round that is shown."""
        return self.world.log[self.shown - 1] if self.shown else ()

    def picture(self) -> Frame:
        """Return the round that is shown as a picture."""
        return frame.frame(self.config, self.state(), self.events(), self._rules)

    def series(self, since: int) -> bytes:
        """Return every measure from a round on, row by row, as float32."""
        rows = [self.world.history[name][since:] for name in measures()]
        return np.array(rows, np.float32).T.tobytes()

    def shocks(self) -> list[list[Any]]:
        """Return what was made to happen: round, kind and the two states."""
        return [[s.round, s.kind, s.one, s.other] for s in self.config.shocks]

    def full(self) -> str:
        """Return the sentence that says why it goes no further."""
        return told("step", "longest", rounds=self.longest)
