"""Bars: how much restraint rises or falls in each issue area, around "as before"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, Entry, in_words
from bor_widgets.charts.drawings.checks import checked_count, checked_names, checked_number
from bor_widgets.charts.theme import RESTRAINT

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: what the picture says beside the caller's own words; the widget of these bars says the same
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "more": "more restraint",
        "less": "less restraint",
        "same": "as before",
        "scale": "our scale, −1 to 1",
        "value": "{area}: {label} ({value})",
    }
)

#: heads of the table
COLUMNS = ("issue area", "change (our scale, −1 to 1)", "in words")
MOST_BARS = 12

#: a change smaller than this is drawn as none (our scale)
SAME = 0.005


@dataclass(frozen=True, slots=True)
class Bar:
    """The restraint in one issue area.

    Attributes
    ----------
    area
        Its name.
    value
        −1 no restraint left, 0 as before, 1 full restraint (our scale).
    label
        The change in a few words.
    """

    area: str
    value: float
    label: str


def bars(
    name: str,
    title: str,
    bars: Sequence[Bar],
    *,
    words: Mapping[str, str] = MappingProxyType({}),
    columns: tuple[str, str, str] = COLUMNS,
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return bars as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    bars
        One to twelve bars from left to right.
    words
        Other words for the axis, by the keys of ``WORDS``.
    columns
        Heads of the table.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For too few or too many bars, an area used twice or a value outside −1 to 1.
    """
    checked_count(f"bars {name!r}: number of bars", len(bars), 1, MOST_BARS)
    checked_names("area", [bar.area for bar in bars])
    unknown = sorted(set(words) - set(WORDS))
    if unknown:
        raise ValueError(f"words takes the keys {', '.join(WORDS)}; given was {unknown[0]!r}")
    said = {**WORDS, **words}
    shown = [
        {"area": bar.area, "value": checked_number(bar.area, bar.value, -1, 1), "label": bar.label}
        for bar in bars
    ]
    data: dict[str, Any] = {"bars": shown, "words": said}
    told = [
        said["value"].format(area=bar.area, label=bar.label, value=f"{bar.value:+.2f}")
        for bar in bars
    ]
    rows: list[tuple[Entry, ...]] = [(bar.area, round(bar.value, 3), bar.label) for bar in bars]
    text = in_words([title, *told, said["scale"], *alt])
    return Drawing("bars", name, title, text, data, columns, tuple(rows), wide)


def bars_figure(drawing: Drawing) -> Figure:
    """Return the bars as a plotly figure."""
    from bor_widgets.charts.figure import bar_figure

    shown, words = drawing.data["bars"], drawing.data["words"]
    looks = [
        RESTRAINT["same" if abs(b["value"]) <= SAME else "more" if b["value"] > 0 else "less"]
        for b in shown
    ]
    return bar_figure(
        drawing.title,
        [bar["area"] for bar in shown],
        [bar["value"] for bar in shown],
        [f"{look.glyph} {bar['label']}" for look, bar in zip(looks, shown, strict=True)],
        looks,
        y_title=f"{words['less']} – {words['more']} ({words['scale']})",
        y_range=(-1.1, 1.1),
    )
