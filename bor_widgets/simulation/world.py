"""One world: run, step, go back, shock, and look at what happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.engine import Engine, Path
from bor_widgets.simulation.events import Event, events_of
from bor_widgets.simulation.measures import measure, measures
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.checks import whole

#: a state of the world is kept every so many rounds, so that one can go back
KEEP_EVERY = 8

#: longest course of one world, in rounds
LONGEST_COURSE = 100_000

#: fields that belong to the start: a world that runs cannot change them
AT_THE_START = (
    "states",
    "riser",
    "hegemon",
    "neighbours",
    "forced",
    "relationships",
    "power",
    "values",
    "soft",
    "by_table",
    "riser_doctrine",
    "hegemon_doctrine",
    "value_spread",
    "leadership_spread",
    "culture",
    "culture_spread",
    "tie",
    "tie_spread",
    "areas",
    "capability_spread",
    "hegemon_capability",
    "growth",
    "riser_growth",
    "institutions",
    "membership",
    "inclusive",
    "determination",
    "seed",
    "precision",
    "tables",
    "assigned",
    "values_given",
    "ties_given",
)


class World:
    """A world of many states that follow the papers' rules. It forecasts nothing (R61).

    The paper warrants no consequence for the system as a whole (P0 L1397-1403, R61): what
    appears here appears under these assumptions and no others.

    Parameters
    ----------
    config
        What the world is; neutral values by default.
    number
        Which replication it is; each has its own chance, all under the seed of `config`.
    path
        ``"arrays"`` or ``"compiled"``; the same bits either way.

    Examples
    --------
    >>> world = World(WorldConfig(states=8, seed=3))
    >>> world.run(20).round
    20
    """

    def __init__(
        self, config: WorldConfig | None = None, *, number: int = 0, path: Path = "arrays"
    ) -> None:
        if config is not None and not isinstance(config, WorldConfig):
            raise TypeError(f"config takes a WorldConfig; given was {type(config).__name__}")
        self.number = whole("number", number, 0, 2**31 - 1)
        first = config or WorldConfig()
        self._engine = Engine.of(first, [number], path)
        #: the configurations in force, and since which round
        self._configs: list[tuple[int, WorldConfig]] = [(0, first)]
        self.history: dict[str, list[float]] = {name: [] for name in measures()}
        self.log: list[tuple[Event, ...]] = []
        self._kept: dict[int, Worlds] = {0: self._engine.worlds.copy()}

    @property
    def config(self) -> WorldConfig:
        """The configuration in force now."""
        return self._configs[-1][1]

    @property
    def round(self) -> int:
        """Rounds played so far."""
        return self._engine.worlds.round

    @property
    def worlds(self) -> Worlds:
        """The state now, as a row of one world; to be read, not changed."""
        return self._engine.worlds

    def step(self) -> World:
        """Play one round.

        Raises
        ------
        ValueError
            After 100,000 rounds.
        """
        if self.round >= LONGEST_COURSE:
            raise ValueError(f"a world runs for at most {LONGEST_COURSE} rounds")
        tallies = self._engine.step()
        for name, value in measure(self.config, self._engine.worlds, tallies).items():
            self.history[name].append(float(value[0]))
        moves = self._engine.moves
        self.log.append(
            tuple(events_of(self.config, self._engine.worlds, moves)) if moves is not None else ()
        )
        if self.round % KEEP_EVERY == 0:
            self._kept[self.round] = self._engine.worlds.copy()
        return self

    def run(self, rounds: int) -> World:
        """Play some rounds.

        Raises
        ------
        TypeError, ValueError
            If `rounds` is not a whole number from 0 to 100,000.
        """
        for _ in range(whole("rounds", rounds, 0, LONGEST_COURSE)):
            self.step()
        return self

    def at(self, round_: int) -> Worlds:
        """Return the state at the end of a round already played; nothing is changed.

        Raises
        ------
        TypeError, ValueError
            For a round that was not played.
        """
        whole("round", round_, 0, self.round)
        if round_ == self.round:
            return self._engine.worlds
        start = max(kept for kept in self._kept if kept <= round_)
        engine = Engine(self._config_at(start), self._kept[start].copy(), self._engine.path)
        while engine.worlds.round < round_:
            engine.reconfigure(self._config_at(engine.worlds.round))
            engine.step()
        return engine.worlds

    def rewind(self, to: int = 0) -> World:
        """Go back to the end of a round; what was done after it is forgotten.

        Shocks that were planned in the configuration of the start stay planned.

        Raises
        ------
        TypeError, ValueError
            For a round that was not played.
        """
        state = self.at(to).copy()
        # the first one is that of the start; the others came by changes
        first, *changes = self._configs
        self._configs = [first, *(entry for entry in changes if entry[0] < to)]
        self._engine = Engine(self.config, state, self._engine.path)
        self._kept = {kept: each for kept, each in self._kept.items() if kept <= to}
        for values in self.history.values():
            del values[to:]
        del self.log[to:]
        return self

    def shock(self, kind: str, one: int, other: int = 0) -> World:
        """Make something happen before the next round's strikes.

        Raises
        ------
        TypeError, ValueError
            For a shock that there is not, or places that are none.
        """
        return self.change(shocks=(*self.config.shocks, Shock(self.round, kind, one, other)))

    def change(self, **changes: Any) -> World:
        """Go on from here under other numbers.

        Raises
        ------
        TypeError, ValueError
            For a value that its field refuses, and for a field that belongs to the start.
        """
        config = self.config.with_(**changes)
        for name in AT_THE_START:
            if getattr(config, name) != getattr(self.config, name):
                raise ValueError(f"{name} belongs to the start; begin a new world to change it")
        self._configs.append((self.round, config))
        self._engine.reconfigure(config)
        return self

    def _config_at(self, round_: int) -> WorldConfig:
        return next(config for since, config in reversed(self._configs) if since <= round_)

    def now(self) -> dict[str, float]:
        """Return the measures of the last round; empty before the first."""
        return {name: values[-1] for name, values in self.history.items() if values}

    def record(self) -> dict[str, Any]:
        """Return what it takes to play this course again, as plain data."""
        return {
            "number": self.number,
            "rounds": self.round,
            "configs": [[since, config.changed()] for since, config in self._configs],
        }

    @classmethod
    def again(cls, record: Mapping[str, Any], path: Path = "arrays") -> World:
        """Play a recorded course again.

        Raises
        ------
        TypeError, ValueError
            For a record that is none, or holds what a field refuses.
        """
        if not isinstance(record, Mapping) or set(record) != {"number", "rounds", "configs"}:
            raise ValueError("a record holds number, rounds and configs; given was something else")
        rounds = whole("rounds", record["rounds"], 0, LONGEST_COURSE)
        entries = record["configs"]
        if not isinstance(entries, list | tuple) or not entries:
            raise ValueError("configs takes a list of at least one; given was none")
        if entries[0] and isinstance(entries[0], list | tuple) and entries[0][0] != 0:
            raise ValueError("the first of configs belongs to round 0; given was another round")
        steps = []
        for entry in entries:
            if not isinstance(entry, list | tuple) or len(entry) != 2:
                raise ValueError("each of configs takes a round and a table; given was another")
            steps.append((whole("round", entry[0], 0, rounds), WorldConfig.from_plain(entry[1])))
        world = cls(steps[0][1], number=record["number"], path=path)
        for since, config in steps[1:]:
            if since < world.round:
                raise ValueError("the rounds of configs must rise; given was one that does not")
            world.run(since - world.round)
            world._take(config)
        return world.run(rounds - world.round)

    def _take(self, config: WorldConfig) -> None:
        self.change(**{name: getattr(config, name) for name in config.__slots__})
