"""Finding the parts of a console, and doing what its page does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bor_widgets.widgets.console import Console

IRAQ = "iraq-2003-united-states"
REFUSERS = "iraq-2003-second-tier-powers"

#: everything that unfolds, and what of it needs no plotly
FOLDS = ("case", "inputs", "changes", "ledger", "explore", "numbers")
LIGHT = ("case", "inputs", "changes", "ledger", "numbers")


def every(widget: Any) -> Iterator[Any]:
    """A widget and all that stand in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from every(child)


def one(console: Console, kind: str) -> Any:
    """The only widget of a kind."""
    (found,) = [w for w in every(console) if type(w).__name__ == kind]
    return found


def press(widget: Any, **message: Any) -> None:
    """Send what the page would send."""
    widget._receive(widget, message, [])


def typed(controls: Any, **values: Any) -> None:
    """Type into inputs, as the page does it."""
    controls.values = {**controls.values, **values}
