"""A console's state under a clock that the test holds in its hand."""

from __future__ import annotations

from typing import Any

from bor_widgets.widgets.console_state import ConsoleState
from bor_widgets.widgets.history import TOGETHER


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def move(state: ConsoleState, clock: Clock, seconds: float = 2 * TOGETHER, **values: Any) -> None:
    """Let time pass, then change inputs."""
    clock.now += seconds
    state.set_inputs(values)
