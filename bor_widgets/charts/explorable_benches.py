"""The benches and the console as explorables: which inputs move, declared in one file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bor_widgets.charts.benches.text import bench_pick, bench_text, bench_view
from bor_widgets.charts.explorable import Exploration, Picture, PlotlyPicture, exploration
from bor_widgets.charts.explorable_leads import with_leads
from bor_widgets.charts.restraint import restraint_figure, restraint_picture
from bor_widgets.charts.situation_map import map_alt, map_figure, map_picture
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Parameter, Situation, parameters
from bor_widgets.theory import NEUTRAL, respond

#: how the file calls yes and no, and that an input may also stay open
ANSWERS, OPEN = "answers", " and open"

#: space that a title takes in a figure; here the title stands above it
_TITLE_SPACE = 40

Values = Mapping[str, Any]


@cache
def declared() -> Mapping[str, Any]:
    """Return what the file declares, by the name of the bench."""
    resource = files("bor_widgets.charts").joinpath("explorable_benches.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


def explorable_names() -> tuple[str, ...]:
    """Return the benches that have sliders here, and the console."""
    return tuple(name for name in declared() if name != "hints")


def sliders_of(bench: str, given: Values) -> dict[str, Any]:
    """Return which inputs move, with their stops; nothing for a bench that stands still.

    Parameters
    ----------
    bench
        Name of a bench's file, or ``"console"``.
    given
        The values that a lesson gives it.
    """
    for entry in declared().get(bench, ()):
        when = entry.get("when", {})
        if all(
            (name in given) if wish is True else given.get(name) == wish
            for name, wish in when.items()
        ):
            declared_by = parameters() if bench == "console" else bench_text(bench).parameters
            return {
                name: _stops(declared_by[name], stops) for name, stops in entry["sliders"].items()
            }
    return {}


def _stops(parameter: Parameter, stops: Any) -> Any:
    if not isinstance(stops, str):
        return stops
    closed = stops.removesuffix(OPEN)
    found = (False, True) if closed == ANSWERS else parameter.options
    return found if closed == stops else (None, *found)


def bench_exploration(bench: str, given: Values) -> Exploration | None:
    """Return a bench with the values of a lesson, ready to be explored; None if it stands still.

    Raises
    ------
    TypeError, ValueError
        For an unknown input or a bad value.
    """
    sliders = sliders_of(bench, given)
    if not sliders:
        return None
    text = bench_text(bench)
    held = text.checked(given)
    more = {"calibration": NEUTRAL} if text.calibrated else {}
    draw = bench_view(bench)

    pick = bench_pick(bench)
    hints = [text.word(*path.split(".")) for path in declared()["hints"].get(bench, ())]
    # the stops as they will be, so that a part which leads to one of them stays alive
    moving = exploration(draw, sliders, start=_start(held, sliders), declared=text.parameters)

    def look(**values: Any) -> Picture:
        now = text.checked({**held, **values})
        return with_leads(draw(now, **more), now, moving.sliders, pick, hints)

    return exploration(
        look,
        sliders,
        start=_start(held, sliders),
        declared=text.parameters,
        name=bench,
    )


def _start(held: Values, sliders: Mapping[str, Any]) -> dict[str, Any]:
    return {name: held[name] for name in sliders}


def console_exploration(given: Values) -> Exploration | None:
    """Return the console with the values of a lesson, ready to be explored.

    Raises
    ------
    TypeError, ValueError
        For an unknown input or a bad value.
    """
    sliders = sliders_of("console", given)
    if not sliders:
        return None
    held = Situation(**given)

    def look(**values: Any) -> Picture:
        return console_picture(Situation(**{**given, **values}))

    start = {name: getattr(held, name) for name in sliders}
    return exploration(look, sliders, start=start, name="console")


def console_picture(situation: Situation) -> Picture:
    """Return the verdict on a situation with its map and its self-restraint."""
    response = respond(situation)
    area = map_picture(situation, NEUTRAL, "introduction")
    bars = restraint_picture(response)
    return Picture(
        card=verdict_card(response),
        plotly=(
            PlotlyPicture(
                "map",
                area.title,
                map_alt(situation, response, NEUTRAL),
                untitled(map_figure(situation, response, NEUTRAL, "introduction")),
            ),
            PlotlyPicture("restraint", bars.title, bars.alt, untitled(restraint_figure(response))),
        ),
    )


def untitled(figure: Any) -> dict[str, Any]:
    """Return a plotly figure as plain data, without the title that stands above it."""
    made: dict[str, Any] = figure.to_plotly_json()
    layout = dict(made["layout"])
    margin = dict(layout.get("margin", {}))
    if layout.pop("title", None):
        margin["t"] = max(int(margin.get("t", 0)) - _TITLE_SPACE, 8)
        if "height" in layout:
            layout["height"] -= _TITLE_SPACE
    return {"data": list(made["data"]), "layout": {**layout, "margin": margin}}
