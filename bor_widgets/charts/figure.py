"""What every plotly figure of the product shares: type, colours, patterns, margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from bor_widgets.charts.theme import GRADES, PLOTLY_PATTERNS, STROKES, SURFACES, TEXTS, TYPE, Area

#: how a figure behaves in a page: nothing of it is ever sent anywhere
CONFIG = {"displaylogo": False, "responsive": True, "showSendToCloud": False}


def layout(title: str, **more: Any) -> go.Layout:
    """Return the house's layout; the title states the finding."""
    grid = {"gridcolor": STROKES["line"], "zerolinecolor": STROKES["line-strong"]}
    base: dict[str, Any] = {
        "title": {"text": _plain(title), "x": 0, "xref": "paper", "font": {"size": 18}},
        "font": {"family": TYPE["font"], "size": 14, "color": TEXTS["ink"]},
        "paper_bgcolor": SURFACES["card"],
        "plot_bgcolor": SURFACES["card"],
        "margin": {"l": 70, "r": 24, "t": 64, "b": 64},
        "autosize": True,
        "height": 380,
        "showlegend": False,
        "hoverlabel": {"font": {"size": 14}},
        "template": None,
    }
    for name in ("xaxis", "yaxis"):
        base[name] = {**grid, "fixedrange": True, **more.pop(name, {})}
    return go.Layout(**{**base, **more})


def _plain(text: str) -> str:
    # plotly reads a few tags in text; what a student typed is never one
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(texts: Sequence[str]) -> list[str]:
    """Make texts safe for plotly, which reads a few tags: shown as they were typed."""
    return [_plain(text) for text in texts]


def pattern(look: Area) -> dict[str, Any]:
    """Return the fill pattern of a look."""
    return {
        "shape": PLOTLY_PATTERNS[look.pattern],
        "fgcolor": look.ink,
        "bgcolor": look.fill,
        "size": 8,
        "solidity": 0.25,
    }


def bar_figure(
    title: str,
    names: Sequence[str],
    values: Sequence[float],
    texts: Sequence[str],
    looks: Sequence[Area],
    *,
    y_title: str,
    y_range: tuple[float, float],
    x_title: str = "",
) -> go.Figure:
    """Return one bar per name, each with its own colour and pattern."""
    patterns = [pattern(look) for look in looks]
    bars = go.Bar(
        x=plain(names),
        y=list(values),
        text=plain(texts),
        textposition="auto",
        cliponaxis=False,
        hovertemplate="%{x}: %{y}<extra></extra>",
        marker={
            "color": [look.fill for look in looks],
            "line": {"color": [look.ink for look in looks], "width": 1.5},
            "pattern": {
                "shape": [entry["shape"] for entry in patterns],
                "fgcolor": [entry["fgcolor"] for entry in patterns],
                "solidity": 0.25,
            },
        },
    )
    axes = {
        "xaxis": {"title": {"text": x_title}, "type": "category"},
        "yaxis": {"title": {"text": y_title}, "range": list(y_range)},
    }
    return go.Figure(bars, layout(title, **axes))


def area_figure(
    title: str,
    bands: Sequence[dict[str, Any]],
    *,
    point: tuple[float, float, str],
    x_title: str,
    y_title: str,
) -> go.Figure:
    """Return stacked areas with their names and a marked point."""
    traces: list[Any] = []
    for band in bands:
        look = GRADES[band["grade"]]
        xs = [*band["xs"], *reversed(band["xs"])]
        ys = [*band["upper"], *reversed(band["lower"])]
        traces.append(
            go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                fill="toself",
                fillpattern=pattern(look),
                line={"color": look.ink, "width": 1},
                name=f"{look.glyph} {band['label']}: {band['action_label']}",
                hoverinfo="name",
                showlegend=True,
            )
        )
    x, y, label = point
    traces.append(
        go.Scatter(
            x=[x],
            y=[y],
            mode="markers+text",
            text=plain([label]),
            textposition="top center",
            marker={"size": 16, "color": TEXTS["ink"], "line": {"color": "#fff", "width": 3}},
            hovertemplate="%{x:.2f}, %{y:.2f}<extra></extra>",
            showlegend=False,
        )
    )
    axes = {
        "xaxis": {"title": {"text": x_title}, "range": [0, 1]},
        "yaxis": {"title": {"text": y_title}, "range": [0, 1]},
    }
    legend = {"orientation": "h", "y": -0.22, "x": 0}
    figure = go.Figure(traces, layout(title, showlegend=True, legend=legend, **axes))
    figure.update_layout(margin_b=110, height=460)
    return figure
