"""A tournament: doctrines, and a student's own, each meet each, in several settings.

The papers do not say what winning is, and balance of relationships guarantees no systemic
consequence (R61, P0 L1397-1403): a tournament shows what these rules do under these
assumptions, by a criterion that the student chooses.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import combinations_with_replacement, islice
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.arrays import check_many
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.engine import Path, quickest_path
from bor_widgets.simulation.entries import Entry
from bor_widgets.simulation.meeting import meet, spread
from bor_widgets.simulation.settings import Setting
from bor_widgets.theory.checks import one_of, whole

#: ways in which two entries are spread over the places of a world; replications take turns
SPREADS = 4

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "entries": "entries takes at least one; given was none",
        "entry": "entries takes a list of Entry; given was {given}",
        "settings": "settings takes at least one; given was none",
        "setting": "settings takes a list of Setting; given was {given}",
        "twice": "{what} takes different names; given was {name!r} twice",
        "other": "earlier takes an outcome of this very tournament; given was another's",
    }
)

#: two entries in one setting, in one part of the replications: (part, setting, one, other)
Meeting = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Tournament:
    """Every entry meets every other, and itself, in every setting, over many seeds.

    Half of a world's states follow one entry and half the other. Each world is played twice
    from the same seed, the second time with the places exchanged: whoever had the riser's or
    the hegemon's place gives it to the other. Four spreads over the places take turns; in half
    of them the first two places belong to one entry, in half to both.

    Parameters
    ----------
    entries
        Who takes part; different names.
    settings
        In which scenes; different names. What they say of doctrines is replaced.
    worlds
        Replications of each pair in each setting, 2 to 10,000.
    rounds
        Rounds of each world, 1 to 10,000.
    criterion
        By what it is judged first; all criteria are kept.
    seed
        Takes the place of each setting's own seed.
    path
        How rounds are computed; the quickest by default.

    Raises
    ------
    TypeError, ValueError
        For an argument that it does not take; the sentence names it.
    """

    entries: tuple[Entry, ...]
    settings: tuple[Setting, ...]
    worlds: int = 24
    rounds: int = 40
    criterion: str = "security"
    seed: int | None = None
    path: Path | None = None

    def __post_init__(self) -> None:
        for name, part, kind in (("entries", "entry", Entry), ("settings", "setting", Setting)):
            held = tuple(getattr(self, name))
            object.__setattr__(self, name, held)
            if not held:
                raise ValueError(WORDS[name])
            for each in held:
                if not isinstance(each, kind):
                    raise TypeError(WORDS[part].format(given=type(each).__name__))
            names = [each.name for each in held]
            for each in names:
                if names.count(each) > 1:
                    raise ValueError(WORDS["twice"].format(what=name, name=each))
        whole("worlds", self.worlds, 2, 10_000)
        whole("rounds", self.rounds, 1, 10_000)
        one_of("criterion", self.criterion, tuple(criteria()))
        if self.seed is not None:
            whole("seed", self.seed, 0, 2**31 - 1)
        if self.path is None:
            object.__setattr__(self, "path", quickest_path())
        one_of("path", str(self.path), ("arrays", "compiled"))

    def pairs(self) -> list[tuple[Entry, Entry]]:
        """All pairs, and each entry with itself, in an order that no listing changes."""
        named = sorted(self.entries, key=lambda entry: entry.name)
        return list(combinations_with_replacement(named, 2))

    def numbers(self, part: int) -> tuple[int, ...]:
        """Replications of one part: those that have the same spread over the places."""
        return tuple(range(part, self.worlds, SPREADS))

    def meetings(self) -> Iterator[Meeting]:
        """All meetings: part by part, so that a tournament that is stopped is still a fair one."""
        for part in range(min(SPREADS, self.worlds)):
            for setting in self.settings:
                for one, other in self.pairs():
                    yield part, setting.name, one.name, other.name

    def run(
        self,
        progress: Callable[[int, int], Any] | None = None,
        cancel: threading.Event | None = None,
        earlier: Outcome | None = None,
        threads: int = 1,
    ) -> Outcome:
        """Play it.

        Parameters
        ----------
        progress
            Is told how many meetings are done, and of how many.
        cancel
            Stops it when set; what was played is kept.
        earlier
            The outcome of a run that was stopped, which goes on: it is filled and returned.
        threads
            Meetings that are played at a time, 1 to 64. The result is the same.

        Raises
        ------
        ModuleNotFoundError
            Where NumPy is not installed.
        ValueError
            If `earlier` belongs to another tournament.
        """
        whole("threads", threads, 1, 64)
        check_many()
        outcome = earlier if earlier is not None else Outcome(self)
        if outcome.tournament != self:
            raise ValueError(WORDS["other"])
        stop = cancel or threading.Event()
        left = [meeting for meeting in self.meetings() if meeting not in outcome.played]
        total = outcome.total
        for meeting, scores in _played(self, left, stop, threads):
            outcome.played[meeting] = scores
            if progress is not None:
                progress(len(outcome.played), total)
        return outcome


@dataclass(slots=True)
class Outcome:
    """What was played so far.

    Attributes
    ----------
    tournament
        What it is the outcome of.
    played
        Scores by meeting and criterion: for each of both entries one number a replication, the
        mean over its states and over both ways to hold the places.
    """

    tournament: Tournament
    played: dict[Meeting, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many meetings there are to play."""
        t = self.tournament
        return min(SPREADS, t.worlds) * len(t.settings) * len(t.pairs())

    @property
    def complete(self) -> bool:
        """Whether all was played."""
        return len(self.played) == self.total

    def whole_parts(self, setting: str) -> list[int]:
        """Parts of the replications in which every pair has met in a setting."""
        t = self.tournament
        return [
            part
            for part in range(min(SPREADS, t.worlds))
            if all((part, setting, a.name, b.name) in self.played for a, b in t.pairs())
        ]

    def against(self, setting: str, criterion: str, one: str, other: str) -> list[float]:
        """Scores of one entry in the worlds that it shares with another, by replication.

        Only replications that every pair has played count.
        """
        first, second = sorted((one, other))
        found: dict[int, float] = {}
        for part in self.whole_parts(setting):
            row = self.played[part, setting, first, second][criterion][0 if one == first else 1]
            found.update(zip(self.tournament.numbers(part), row.tolist(), strict=True))
        return [found[number] for number in sorted(found)]


def _played(
    tournament: Tournament, left: Sequence[Meeting], stop: threading.Event, threads: int
) -> Iterator[tuple[Meeting, Mapping[str, Any]]]:
    """Play meetings and yield the score of each as it is done."""
    if threads == 1:
        for meeting in left:
            scores = _play(tournament, meeting, stop)
            if scores is None:
                return
            yield meeting, scores
        return
    waiting = iter(left)
    with ThreadPoolExecutor(threads) as pool:
        running: dict[Future[Any], Meeting] = {}
        try:
            while True:
                for meeting in islice(waiting, 2 * threads - len(running)):
                    running[pool.submit(_play, tournament, meeting, stop)] = meeting
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    meeting = running.pop(done)
                    if (scores := done.result()) is not None:
                        yield meeting, scores
        except BaseException:  # also where whoever asked goes away: nothing plays on
            stop.set()
            raise


def _play(
    tournament: Tournament, meeting: Meeting, stop: threading.Event
) -> Mapping[str, Any] | None:
    """Play one meeting; None if it was stopped."""
    part, where, one, other = meeting
    by_name = {entry.name: entry for entry in tournament.entries}
    base = next(each.config for each in tournament.settings if each.name == where)
    if tournament.seed is not None:
        base = base.with_(seed=tournament.seed)
    return meet(
        base,
        by_name[one],
        by_name[other],
        spread(base.states, part),
        tournament.numbers(part),
        tournament.rounds,
        tournament.path,
        stop,
    )
