"""Many worlds seen at once, and how sure one can be of what they show.

A claim about worlds is stated over replications: a share of worlds has a bound below (Wilson),
a difference between two worlds of the same seed has an interval (normal, at least 30 pairs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import NormalDist, fmean, stdev
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES, MOVES, QUESTIONS, RuleTable
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.measures import measure, security_of, strength_of
from bor_widgets.simulation.moves import Moves
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tallies import Tallies

#: how sure a claim has to be
CONFIDENCE = 0.99

#: replications of every world that a paper's claim is asked of
MANY = range(200)

#: conditions that strike of their own accord: none
QUIET: dict[str, Any] = {
    "strikes": 0.0,
    "imposition": 0.0,
    "choosing": 0.0,
    "opposition": 0.0,
    "alarm": 0.0,
    "ritual_every": 0,
}

#: restraint that stays as it is put
HELD: dict[str, Any] = {"reciprocity": 0.0, "retaliation": 0.0, "restraint_fading": 0.0}

#: words of Python that tell a reader nothing
PYTHONESE = (
    "unexpected keyword",
    "not iterable",
    "not supported between",
    "keywords must be strings",
    "JSON object must be",
    "codec can't",
    "set_int_max_str_digits",
    "unhashable",
    "NoneType' object",
    "<class",
    "Traceback",
)


#: a world in which everything there is has its part
RICH = WorldConfig(
    states=9,
    strikes=0.2,
    gravity_high=1.0,
    values=0.3,
    soft=0.3,
    power=0.3,
    by_table=0.3,
    forced=0.5,
    soft_violence=0.5,
    growth=0.02,
    ties_given=((0, 4, 0.2),),
    shocks=(Shock(2, "betrayal", 0, 3),),
)


def all_follow(doctrine: str, **fields: Any) -> WorldConfig:
    """Return a world without powers in which every state follows the same."""
    weights = {name: float(name == doctrine) for name in DOCTRINES}
    return WorldConfig(**{"riser": False, "hegemon": False, "states": 6, **weights, **fields})


def always(name: str, move: str) -> RuleTable:
    """Return a rule table that makes one move, whatever it is asked."""
    return RuleTable(name, (move,) * len(QUESTIONS))


@dataclass(slots=True)
class Seen:
    """What was seen of a row of worlds.

    Attributes
    ----------
    config, worlds
        What they are, and their state at the end.
    rounds
        What was counted in each round.
    moves
        What was done in each round.
    """

    config: WorldConfig
    worlds: Worlds
    rounds: list[Tallies] = field(default_factory=list)
    moves: list[Moves] = field(default_factory=list)

    @property
    def total(self) -> Tallies:
        """Counts of all rounds together."""
        total = self.rounds[0]
        for each in self.rounds[1:]:
            total = each.after(total)
        return total

    def measures(self) -> dict[str, Any]:
        """Measures over all rounds."""
        return measure(self.config, self.worlds, self.total)

    def security(self, state: int) -> Any:
        """Relational security of one state in every world, at the end."""
        return security_of(self.config, self.worlds, self.total)[:, state]

    def count(self, *moves: str, by: int | None = None, to: int | None = None) -> Any:
        """Count in every world how often one of some moves was made."""
        codes = [MOVES.index(name) for name in moves]
        found = np.zeros(len(self.worlds.numbers), np.int64)
        for each in self.moves:
            hit = np.isin(each.move, codes)
            hit &= (each.struck == by) if by is not None else True
            hit &= (each.by == to) if to is not None else True
            np.add.at(found, each.world[hit], 1)
        return found


def see(
    config: WorldConfig,
    rounds: int,
    numbers: Sequence[int] = MANY,
    *,
    prepare: Callable[[Worlds], Any] | None = None,
) -> Seen:
    """Run worlds together and keep what they show; `prepare` may set their start."""
    engine = Engine.of(config, numbers, "arrays")
    if prepare is not None:
        prepare(engine.worlds)
    seen = Seen(config, engine.worlds)
    for _ in range(rounds):
        seen.rounds.append(engine.step())
        assert engine.moves is not None
        seen.moves.append(engine.moves)
    return seen


def strength(seen: Seen, one: int, other: int) -> Any:
    """Return what is left of one tie in every world."""
    return strength_of(seen.config, seen.worlds)[:, one, other]


def wilson(hits: int, worlds: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Return the Wilson interval of a share.

    Source: Wilson (1927); exact enough for shares near 0 and 1, where the usual one is not.
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2.0)
    share = hits / worlds
    middle = share + z * z / (2 * worlds)
    half = z * sqrt(share * (1.0 - share) / worlds + z * z / (4 * worlds * worlds))
    scale = 1.0 + z * z / worlds
    return (middle - half) / scale, (middle + half) / scale


def at_least(holds: Any) -> float:
    """Return the share of worlds in which something holds, at least, with CONFIDENCE."""
    answers = [bool(each) for each in holds]
    return wilson(sum(answers), len(answers))[0]


def interval(values: Iterable[float], confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Return the interval of a mean over at least 30 replications (normal)."""
    numbers = [float(value) for value in values]
    if len(numbers) < 30:
        raise ValueError(f"an interval takes at least 30 replications; given were {len(numbers)}")
    half = NormalDist().inv_cdf(0.5 + confidence / 2.0) * stdev(numbers) / sqrt(len(numbers))
    return fmean(numbers) - half, fmean(numbers) + half


def rise(before: Any, after: Any) -> float:
    """Return how much higher the second is, at least: paired by seed, with CONFIDENCE.

    Worlds in which either has nothing to measure are left out.
    """
    low, _ = interval(_differences(before, after))
    return low


def change(before: Any, after: Any) -> tuple[float, float]:
    """Return the interval of the difference, paired by seed."""
    return interval(_differences(before, after))


def _differences(before: Any, after: Any) -> list[float]:
    pairs = zip(np.asarray(before, float), np.asarray(after, float), strict=True)
    return [float(b - a) for a, b in pairs if np.isfinite(a) and np.isfinite(b)]


def refusal(make: Any, *arguments: Any, **keywords: Any) -> str:
    """Return the one clear sentence with which something is refused."""
    with pytest.raises((TypeError, ValueError)) as refused:
        make(*arguments, **keywords)
    sentence = str(refused.value)
    assert sentence
    assert len(sentence) < 600
    assert "\n" not in sentence
    assert not any(words in sentence for words in PYTHONESE), sentence
    return sentence


#: the two states that a test is about
ONE, OTHER = 0, 1


def pair(own: float, other: float, areas: Any = slice(None)) -> Any:
    """Set what two states hold back towards each other, and nothing else."""

    def prepare(worlds: Worlds) -> None:
        worlds.restraint[:, ONE, OTHER, :] = own
        worlds.restraint[:, OTHER, ONE, areas] = other

    return prepare
