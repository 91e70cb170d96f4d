"""The map of the atlas as a plotly figure, on plotly's own offline geometry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bor_widgets.cases import Case
from bor_widgets.charts.case_atlas_told import legend, map_title, marks
from bor_widgets.charts.countries import seats
from bor_widgets.charts.theme import RESTRAINT, STROKES, SURFACES, TEXTS, TIES, TONES
from bor_widgets.charts.world import outlines

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: step of shading -> colour, the same as in the drawing
SHADES = (
    TONES["open"].fill,
    TONES["calm"].fill,
    RESTRAINT["more"].fill,
    TIES["friendly"].colour,
    STROKES["accent-strong"],
)


def world_figure(shown: Sequence[Case], chosen: str = "") -> go.Figure:
    """Return the countries shaded by the number of cases, with the seats of organisations.

    The traces are always the same three, so that a figure can be updated in place. In a
    page of ours the geometry comes with the page; plotly on its own would ask its maker's
    server for it.
    """
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, plain

    told = marks(shown)
    steps = {entry["code"]: entry for entry in told["countries"]}
    land = [outline for outline in outlines() if outline.code != "ATA"]
    numbered = [outline for outline in land if outline.code in steps]
    towns = [seats()[entry["name"]] for entry in told["seats"]]
    countries = go.Choropleth(
        locations=[outline.code for outline in land],
        locationmode="ISO-3",
        z=[steps.get(outline.code, {"step": 0})["step"] for outline in land],
        zmin=-0.5,
        zmax=len(SHADES) - 0.5,
        colorscale=_scale(),
        text=plain([steps.get(outline.code, {"label": ""})["label"] for outline in land]),
        hovertemplate="%{text}<extra></extra>",
        marker={"line": {"color": SURFACES["card"], "width": 0.6}},
        colorbar={
            "tickvals": list(range(len(SHADES))),
            "ticktext": [entry["label"] for entry in legend()],
            "thickness": 14,
            "len": 0.8,
        },
    )
    numbers = go.Scattergeo(
        lon=[outline.centre[0] for outline in numbered],
        lat=[outline.centre[1] for outline in numbered],
        text=[str(steps[outline.code]["n"]) for outline in numbered],
        mode="text",
        textfont={
            "size": 12,
            "color": [
                STROKES["on-accent"] if steps[outline.code]["step"] > 2 else TEXTS["ink"]
                for outline in numbered
            ],
        },
        hoverinfo="skip",
        showlegend=False,
    )
    places = go.Scattergeo(
        lon=[town.lon for town in towns],
        lat=[town.lat for town in towns],
        text=plain([entry["label"] for entry in told["seats"]]),
        mode="markers",
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": TONES["caution"].fill,
            "line": {"color": TEXTS["ink"], "width": 1.5},
        },
        showlegend=False,
    )
    figure = go.Figure([countries, numbers, places], layout(map_title(shown, chosen), height=520))
    figure.update_layout(margin={"l": 8, "r": 8, "t": 64, "b": 8}, geo=_ground())
    return figure


def _scale() -> list[list[Any]]:
    """Return a scale of plain steps: no shade between two of them."""
    part = 1 / len(SHADES)
    return [
        [at, colour]
        for place, colour in enumerate(SHADES)
        for at in (place * part, (place + 1) * part)
    ]


def _ground() -> dict[str, Any]:
    # only the countries are stored: every other layer of plotly's maps stays off
    layers = ("coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits", "frame")
    return {
        "projection": {"type": "natural earth"},
        "lataxis": {"range": [-56, 83]},
        "bgcolor": SURFACES["card"],
        **{f"show{layer}": False for layer in layers},
    }
