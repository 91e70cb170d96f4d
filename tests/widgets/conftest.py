"""What the tests of the widgets share."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.widgets import lab_work
from bor_widgets.widgets.console_state import ConsoleState
from tests.widgets.console_clock import Clock


@pytest.fixture(autouse=True)
def _no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page stands behind a widget here, also where a browser's own loop runs in the program."""
    monkeypatch.setattr(lab_work, "page_loop", lambda: None)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def state(clock: Clock) -> ConsoleState:
    """The state of a console under that clock."""
    return ConsoleState(Situation(threat=0.5, relationship=0.4), clock=clock)
