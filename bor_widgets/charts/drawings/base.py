"""What every drawing is: its kind, its finding, its text alternative, its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bor_widgets.charts.theme import ACTIONS, GRADES, RESTRAINT, TONES, Area

#: what may stand in a cell of a drawing's table
Entry = str | float | int | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as data, drawn on every move by a small widget and exported as a figure.

    Attributes
    ----------
    kind
        Which of the drawers draws it: "gauges", "plane", "curves", …
    name
        Stays the same while the picture changes, so that it is updated in place.
    title
        The finding as a sentence.
    alt
        The whole picture in words; changes with it.
    data
        What the drawer of this kind needs, as JSON.
    columns, rows
        The same as a table, for readers who want the numbers and for a spreadsheet.
    wide
        Whether it needs the whole width of the page.
    """

    kind: str
    name: str
    title: str
    alt: str
    data: dict[str, Any] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Entry, ...], ...] = ()
    wide: bool = False

    def as_data(self) -> dict[str, Any]:
        """Return the drawing as the page receives it."""
        return {
            "kind": self.kind,
            "name": self.name,
            "title": self.title,
            "alt": self.alt,
            "data": self.data,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "wide": self.wide,
        }


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis with its scale told in words.

    Attributes
    ----------
    label
        What is measured.
    low, high
        Ends of the axis.
    low_label, high_label
        What the ends mean.
    scale
        Whose scale it is, for example "our scale, 0 to 1", or "year".
    ticks
        Places of the ticks; a few round ones if empty.
    """

    label: str
    low: float = 0.0
    high: float = 1.0
    low_label: str = ""
    high_label: str = ""
    scale: str = ""
    ticks: tuple[float, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the axis as the page receives it."""
        return {
            "label": self.label,
            "low": self.low,
            "high": self.high,
            "low_label": self.low_label,
            "high_label": self.high_label,
            "scale": self.scale,
            "ticks": list(self.ticks),
        }


def checked_tone(tone: str) -> str:
    """Return a tone that the theme knows.

    Raises
    ------
    ValueError
        For any other name: a picture without a look would be drawn grey in silence.
    """
    if tone not in TONES and tone not in GRADES and tone not in ACTIONS and tone not in RESTRAINT:
        raise ValueError(f"tone takes one of {', '.join(TONES)}; given was {tone!r}")
    return tone


def look_of(tone: str) -> Area:
    """Return the look of a tone."""
    for family in (TONES, GRADES, ACTIONS, RESTRAINT):
        if tone in family:
            return family[tone]
    raise ValueError(f"tone takes one of {', '.join(TONES)}; given was {tone!r}")


def in_words(parts: Sequence[str]) -> str:
    """Join sentences to one text alternative, each with its full stop."""
    told = (part.strip() for part in parts)
    return " ".join(part if part[-1:] in ".!?:;" else f"{part}." for part in told if part)
