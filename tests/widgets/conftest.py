"""What the tests of the widgets share."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.widgets.console_state import ConsoleState
from tests.widgets.console_clock import Clock


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def state(clock: Clock) -> ConsoleState:
    """The state of a console under that clock."""
    return ConsoleState(Situation(threat=0.5, relationship=0.4), clock=clock)
