"""Dots: the same question answered many times, one dot for each answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, Entry, checked_tone, in_words, look_of
from bor_widgets.charts.drawings.checks import checked_count, checked_names

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: what the picture, the table and the text alternative say beside the caller's own words
WORDS = {
    "unit": "dots",
    "caption": "{total} {unit}, one dot each.",
    "total": "{total} {unit}.",
    "told": "{label}: {count} of {total} {unit}",
    "marked": "{marked}: {label}",
    "here": "{marked} stands here.",
    "here_head": "{marked} stands here",
    "yes": "yes",
}

#: heads of the table
COLUMNS = ("answer", "how many", "in words")

#: how many columns and how many dots in one of them can still be told apart
MOST_BINS = 8
MOST_DOTS = 120


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of dots.

    Attributes
    ----------
    key
        Its name in messages.
    label
        The answer for which its dots stand.
    tone
        A tone of the theme.
    count
        How many gave this answer.
    detail
        What is read when it is pointed at or focused.
    marked
        Whether the one answer that is followed, for example "your leader", is in it.
    """

    key: str
    label: str
    tone: str
    count: int
    detail: str = ""
    marked: bool = False


def dots(
    name: str,
    title: str,
    bins: Sequence[Bin],
    *,
    unit: str = "",
    marked: str = "",
    columns: tuple[str, str, str] = COLUMNS,
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return columns of dots as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    bins
        Two to eight columns from left to right.
    unit
        What a dot stands for, in the plural: "leaders".
    marked
        What stands on the flag of the marked column: "your leader".
    columns
        Heads of the table.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For too few or too many columns or dots, a name used twice, an unknown tone, a flag
        without a text, or more than one flag.
    """
    checked_count(f"dots {name!r}: number of columns", len(bins), 2, MOST_BINS)
    checked_names("key of a column", [part.key for part in bins])
    checked_names("label of a column", [part.label for part in bins])
    for part in bins:
        if not isinstance(part.count, int) or isinstance(part.count, bool):
            raise ValueError(f"{part.label} takes a whole number of dots; given was {part.count!r}")
        checked_count(f"{part.label}: number of dots", part.count, 0, MOST_DOTS)
    flags = [part for part in bins if part.marked]
    if len(flags) > 1 or (flags and not marked.strip()):
        raise ValueError(
            f"dots {name!r} takes one marked column with a text in marked; "
            f"given were {len(flags)} and {marked!r}"
        )
    words = {"total": sum(part.count for part in bins), "unit": unit or WORDS["unit"]}
    data: dict[str, Any] = {
        "bins": [
            {
                "key": part.key,
                "label": part.label,
                "tone": checked_tone(part.tone),
                "count": part.count,
                "detail": part.detail,
                "marked": part.marked,
                "told": in_words(
                    [
                        WORDS["told"].format(label=part.label, count=part.count, **words),
                        WORDS["here"].format(marked=marked) if part.marked else "",
                        part.detail,
                    ]
                ),
            }
            for part in bins
        ],
        "marked": marked if flags else "",
        "caption": WORDS["caption"].format(**words),
        "total": words["total"],
    }
    told = [entry["told"] for entry in data["bins"]]
    text = in_words([title, WORDS["total"].format(**words), *told, *alt])
    heads = (*columns, WORDS["here_head"].format(marked=marked)) if flags else columns
    rows: list[tuple[Entry, ...]] = []
    for part in bins:
        flag = (WORDS["yes"] if part.marked else "",) if flags else ()
        rows.append((part.label, part.count, part.detail, *flag))
    return Drawing("dots", name, title, text, data, heads, tuple(rows), wide)


def dots_figure(drawing: Drawing) -> Figure:
    """Return the dots as a plotly figure: a bar for each column, as high as its dots."""
    from bor_widgets.charts.figure import bar_figure, plain

    bins = drawing.data["bins"]
    looks = [look_of(part["tone"]) for part in bins]
    highest = max(part["count"] for part in bins)
    figure = bar_figure(
        drawing.title,
        [f"{look.glyph} {part['label']}" for look, part in zip(looks, bins, strict=True)],
        [part["count"] for part in bins],
        [f"{part['count']}" for part in bins],
        looks,
        x_title=plain([drawing.data["caption"]])[0],
        y_title="",
        y_range=(0, highest * 1.25 + 1),
    )
    for index, part in enumerate(bins):
        if part["marked"]:
            figure.add_annotation(
                x=index,
                y=part["count"],
                text=plain([drawing.data["marked"]])[0],
                ay=-44,
                ax=0,
                showarrow=True,
                bordercolor=looks[index].text,
                bgcolor=looks[index].soft,
                borderpad=4,
            )
    return figure
