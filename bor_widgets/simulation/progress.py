"""How far a long run is, and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands.

    Attributes
    ----------
    done, total
        Worlds that are finished, and all of them.
    seconds
        Seconds since this run began, or was resumed.
    left
        Seconds that it will still take, estimated; None while nothing can be said.
    """

    done: int
    total: int
    seconds: float
    left: float | None

    @property
    def share(self) -> float:
        """Share of the worlds that is finished, 0..1."""
        return self.done / self.total if self.total else 1.0


#: what is told of progress; called in the thread that started the run
Tell = Callable[[Progress], object]


@dataclass(slots=True)
class Clock:
    """Counts finished worlds and estimates the rest from the work that each one takes.

    Attributes
    ----------
    total, done
        Worlds in all, and finished.
    work
        Work of all worlds that this run has to do, in any unit.
    tell
        Told after each step, if there is one.
    """

    total: int
    done: int
    work: float
    tell: Tell | None = None
    _worked: float = 0.0
    _began: float = field(default_factory=time.monotonic)

    def count(self, worlds: int, work: float) -> None:
        """Count worlds that are finished, and the work that they took, and tell of it."""
        self.done += worlds
        self._worked += work
        self.say()

    def say(self) -> None:
        """Tell where the run stands."""
        if self.tell is not None:
            self.tell(self.now())

    def now(self) -> Progress:
        """Return where the run stands."""
        seconds = time.monotonic() - self._began
        left = None
        if self.done == self.total:
            left = 0.0
        elif self._worked > 0.0:
            left = seconds * max(self.work - self._worked, 0.0) / self._worked
        return Progress(self.done, self.total, seconds, left)
