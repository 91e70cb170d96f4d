"""Self-restraint per issue area, as arrows around what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.words import word
from bor_widgets.theory import Response

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True, slots=True)
class RestraintPicture:
    """Bars from -1 (revoked) to 1 (enhanced), with the finding and a text alternative."""

    title: str
    alt: str
    bars: list[dict[str, Any]]


def restraint_label(action: str, value: float) -> str:
    """Name a change of restraint."""
    if value == 0:
        return word("restraint", "same")
    if value > 0:
        return word("restraint", "more")
    return word("restraint", "revoked" if action == "breakup" else "less")


def restraint_picture(response: Response) -> RestraintPicture:
    """Draw the restraint of a response."""
    areas = response.restraint
    bars = [
        {"area": area, "value": value, "label": restraint_label(response.action, value)}
        for area, value in areas.items()
    ]
    title = word("restraint", response.action) if response.action != "mix" else _mix_title(response)
    alt = "; ".join(word("restraint", "alt", **bar) for bar in bars)
    return RestraintPicture(title, f"{title}. {alt}" if alt else title, bars)


def _mix_title(response: Response) -> str:
    if response.asks:
        return word("restraint", "ask")
    more = [area for area, value in response.restraint.items() if value > 0]
    less = [area for area, value in response.restraint.items() if value < 0]
    return word("restraint", "mix", more=", ".join(more), less=", ".join(less))


def restraint_figure(response: Response) -> Figure:
    """Return the same picture as a plotly figure."""
    from bor_widgets.charts.figure import bar_figure
    from bor_widgets.charts.theme import RESTRAINT

    picture = restraint_picture(response)
    looks = [
        RESTRAINT["same" if not bar["value"] else "more" if bar["value"] > 0 else "less"]
        for bar in picture.bars
    ]
    return bar_figure(
        picture.title,
        [bar["area"] for bar in picture.bars],
        [bar["value"] for bar in picture.bars],
        [f"{look.glyph} {bar['label']}" for look, bar in zip(looks, picture.bars, strict=True)],
        looks,
        x_title=word("restraint", "areas"),
        y_title=f"{word('restraint', 'title')} ({word('scale', 'signed')})",
        y_range=(-1.1, 1.1),
    )
