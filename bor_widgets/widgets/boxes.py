"""Boxes that a style sheet lays out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets


def box(name: str, children: Sequence[ipywidgets.Widget]) -> ipywidgets.Box:
    """Return widgets in a box that a style sheet finds by its class."""
    made = ipywidgets.Box(list(children))
    made.add_class(name)
    return made


def show(widget: ipywidgets.Widget, **traits: Any) -> None:
    """Give a widget several new values in one message."""
    with widget.hold_sync():
        for name, value in traits.items():
            setattr(widget, name, value)
