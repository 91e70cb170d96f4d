"""History: a state that can be taken back, step by step."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import traitlets

#: moves of the same input within this many seconds are one step for Undo
TOGETHER = 1.0
#: how many steps Undo keeps
DEPTH = 200


class History(traitlets.HasTraits):
    """Holds a present snapshot and the way back to earlier ones.

    Attributes
    ----------
    now
        The present snapshot, a frozen object; listen to it.
    """

    now = traitlets.Any()

    def __init__(self, first: Any, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._past: list[Any] = []
        self._future: list[Any] = []
        self._last_move: tuple[str, float] = ("", 0.0)
        super().__init__(now=first)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    def _move(self, what: str, snapshot: Any) -> None:
        """Go to a snapshot; moves of the same thing in quick succession are one step."""
        if snapshot == self.now:
            return
        moment = self._clock()
        last, when = self._last_move
        if not (self._past and what == last and moment - when < TOGETHER):
            self._past = [*self._past[-DEPTH + 1 :], self.now]
        self._future = []
        self._last_move = (what, moment)
        self.now = snapshot

    def _settled(self, snapshot: Any) -> Any:
        """Return a snapshot of the past as it may be shown by now."""
        return snapshot

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future = [self.now, *self._future]
            self._last_move = ("", 0.0)
            *self._past, before = self._past
            self.now = self._settled(before)

    def redo(self) -> None:
        """Take the last undone step again."""
        if self._future:
            self._past = [*self._past, self.now]
            self._last_move = ("", 0.0)
            after, *self._future = self._future
            self.now = self._settled(after)
