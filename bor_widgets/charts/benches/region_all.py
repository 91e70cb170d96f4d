"""All regions: four forms side by side, what tilts a region, and norms of the weak.

Rules S22-S26, S46, S59, S61; what stays open: S28, S38, S66; tensions E52, E61.
"""

from __future__ import annotations

from functools import partial

from bor_widgets.charts.benches.regions_shared import (
    TEXT,
    input_axis,
    level,
    share_axis,
    share_gauge,
)
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.institutional_balancing import influence
from bor_widgets.theory.norm_building import intervention_left, norm_strength
from bor_widgets.theory.place_reasons import actor_reasons, region_reasons
from bor_widgets.theory.regional_reasons import norm_reasons
from bor_widgets.theory.regions_and_world import (
    direct_response,
    interact,
    regional_weight,
    tendency,
    tilt,
)

word = partial(TEXT.word, "all")

#: region -> rules behind how it is done, what it brings, and what is left open
FORMS = {
    "europe": ("S55", "S43", "S45"),
    "indo_pacific": ("S29", "S30", "S28"),
    "central_asia": ("S34", "S35", "S38"),
    "brics": ("S39", "S40", "S66"),
}
ASPECTS = ("through", "leads", "left")

#: points of each line
POINTS = 13

#: a change that is smaller is told as none (ours)
LITTLE = 0.05


def view(values: Values) -> View:
    """Draw the tab of all regions."""
    kind = values["actor_class"]
    drivers = (values["interdependence"], values["institutions"], values["norms"])
    great = tendency(kind).label == "not said"
    finding = Finding(
        headline=word("headline_great" if great else "headline_weaker"),
        kicker=word("kicker"),
        summary=word("summary", tilt=tilt(*drivers), weight=_weight(values)),
        tone="open" if great else "calm",
        reasons=(
            *actor_reasons(kind, values["secondary"]),
            *region_reasons(*drivers, values["retrenchment"]),
            *norm_reasons(
                values["support"], values["years"], values["enforcement"], values["forum_use"]
            ),
        ),
        tensions=("E52", "E61"),
    )
    return View(finding, (_forms(), _weights(values, tilt(*drivers)), _norms(values)))


def _weight(values: Values) -> float:
    return float(regional_weight(values["retrenchment"], least=values["least"]))


def _forms() -> Drawing:
    rows = []
    for region, rules in FORMS.items():
        row = []
        for aspect, rule in zip(ASPECTS, rules, strict=True):
            is_open = aspect == "left"
            row.append(Cell(word(region, aspect), "calm", open=is_open, source=rule))
        rows.append(CellRow(word("row", region), row, note=word(region, "who"), key=region))
    columns = [word(aspect) for aspect in ASPECTS]
    return cells("forms", word("title"), columns, rows, corner=word("corner"))


def _weights(values: Values, tilted: float) -> Drawing:
    response = direct_response(values["response"], values["secondary"], effect=values["effect"])
    gained = influence(values["influence"], values["forum_use"], gain=values["gain"])
    world, region = interact(
        values["world_change"], values["region_change"], down=values["down"], up=values["up"]
    )
    weight = _weight(values)
    return gauges(
        "weights",
        word("weights_towards" if tilted > 0.5 else "weights_away"),
        [
            share_gauge(word("tilt"), tilted, "good"),
            share_gauge(word("weight"), weight, "calm"),
            Gauge(
                word("response"),
                response,
                level(response),
                mark=values["response"],
                mark_label=word("without"),
                tone="warn",
            ),
            Gauge(
                word("influence"),
                gained,
                level(gained),
                mark=values["influence"],
                mark_label=word("before"),
                tone="good",
            ),
            _change("world", world, values["world_change"]),
            _change("region", region, values["region_change"]),
        ],
        scale=TEXT.word("scale"),
    )


def _change(name: str, after: float, alone: float) -> Gauge:
    key = "same" if abs(after) < LITTLE else "better" if after > 0 else "worse"
    return Gauge(
        word(name),
        after,
        word(key),
        low=-2.0,
        high=2.0,
        low_label=word("worse"),
        high_label=word("better"),
        mark=alone,
        mark_label=word("by_itself"),
    )


def _norms(values: Values) -> Drawing:
    axis = input_axis("years", word("x"))
    xs = steps(axis.low, axis.high, POINTS)
    left = [
        intervention_left(
            1.0, values["support"], x, effect=values["norm_effect"], build_up=values["build_up"]
        )
        for x in xs
    ]
    firm = [norm_strength(x, values["enforcement"], settling=values["settling"]) for x in xs]
    return curves(
        "norms",
        word("norm_title" if left[-1] < 1.0 else "norm_none"),
        axis,
        share_axis(word("y")),
        lines=[
            Curve(word("intervention"), xs, left, "warn", note=word("intervention_note")),
            Curve(word("firmness"), xs, firm, "good", note=word("firmness_note")),
        ],
        at=values["years"],
        at_label=word("here", years=values["years"]),
        moves="years",
        step=1.0,
    )
