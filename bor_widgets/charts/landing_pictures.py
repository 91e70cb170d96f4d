"""Small pictures of the pages that are no bench, drawn from the same data as the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from bor_widgets.cases import cases
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.plane import Zone, plane
from bor_widgets.charts.drawings.timeline import Event, Span, timeline
from bor_widgets.charts.situation_map import map_picture, point_label
from bor_widgets.charts.words import word
from bor_widgets.situation import Situation
from bor_widgets.sources import rules, tensions
from bor_widgets.theory import NEUTRAL, compare, respond
from bor_widgets.theory.eras import ERAS

#: kinds of drawing that these pictures need
KINDS = ("cells", "curves", "gauges", "plane", "timeline")

#: climate of an era -> tone
CLIMATES = {"favourable": "calm", "mixed": "caution", "hard": "warn"}

#: rounds of a world in its picture
WORLD_ROUNDS = 60

#: where the line of time begins and, for the picture, ends
FIRST, LAST = 1815, 2026


def console_picture() -> Drawing:
    """Return the map of the console as it opens."""
    s = Situation()
    picture = map_picture(s, NEUTRAL, "introduction")
    zones = []
    for band in picture.bands:
        there = list(zip(band["xs"], band["upper"], strict=True))
        back = list(zip(band["xs"], band["lower"], strict=True))[::-1]
        zones.append(Zone(band["label"], (*there, *back), band["grade"]))
    axes = [
        Axis(axis["label"], low_label=axis["low_label"], high_label=axis["high_label"])
        for axis in (picture.axes["x"], picture.axes["y"])
    ]
    return plane(
        "console", picture.title, *axes, zones=zones,
        at=(s.relationship, s.threat), at_label=point_label(respond(s)),
    )  # fmt: skip


def compare_picture() -> Drawing:
    """Return the four verdicts of a neutral situation."""
    tones = ("mix", "breakup", "potential", "calm")
    verdicts = compare(Situation()).verdicts
    rows = [
        CellRow(verdict.title, [Cell(verdict.headline, tone)])
        for verdict, tone in zip(verdicts, tones, strict=True)
    ]
    return cells("compare", word("landing", "compare"), [word("landing", "verdict")], rows)


def atlas_picture() -> Drawing:
    """Return the line of time with the eras and the dated cases."""
    spans = [
        Span(word("landing", era.climate), era.first, era.last or LAST, CLIMATES[era.climate])
        for era in ERAS
    ]
    events = [
        Event(case.title, case.first_year)
        for case in cases.values()
        if case.first_year is not None and case.first_year >= FIRST
    ]
    return timeline("atlas", word("landing", "atlas"), FIRST, LAST, spans=spans, events=events[:12])


def rules_picture() -> Drawing:
    """Return how firmly the papers say what the rules say."""
    counts = Counter(rule.explicitness for rule in rules.values())
    bars = [
        Gauge(word("landing", firmness), count, str(count), high=len(rules))
        for firmness, count in counts.most_common(4)
    ]
    return gauges("rules", word("landing", "rules"), bars)


def tensions_picture() -> Drawing:
    """Return between how many papers the contradictions lie."""
    inside = sum(1 for t in tensions.values() if len({p.paper for p in t.places}) == 1)
    parts = (("inside", inside, "calm"), ("between", len(tensions) - inside, "caution"))
    bars = [
        Gauge(word("landing", key), count, str(count), high=len(tensions), tone=tone)
        for key, count, tone in parts
    ]
    return gauges("tensions", word("landing", "tensions"), bars)


def world_picture() -> Drawing:
    """Return two measures of a world, round by round."""
    return _worlds("world", {"": "neighbours-free"}, ("harmony", "containment"))


def two_worlds_picture() -> Drawing:
    """Return one measure of two worlds that differ in one number."""
    scenes = {
        word("landing", "free"): "neighbours-free",
        word("landing", "forced"): "neighbours-forced",
    }
    return _worlds("two-worlds", scenes, ("containment",))


def worlds_lab_picture() -> Drawing:
    """Return a measure of many worlds by one number that was varied."""
    from bor_widgets.charts.world_lab.picture import lab_picture

    return lab_picture()


def _worlds(name: str, scenes: Mapping[str, str], shown: tuple[str, ...]) -> Drawing:
    # NumPy comes with the worlds, and only when the pictures are asked for
    from bor_widgets.simulation.measures import measures
    from bor_widgets.simulation.presets import presets
    from bor_widgets.simulation.world import World

    lines: list[Curve] = []
    for label, scene in scenes.items():
        history = World(presets()[scene].config).run(WORLD_ROUNDS).history
        for measure in shown:
            tone = ("calm", "warn")[len(lines) % 2]
            told = label or measures()[measure].label
            lines.append(Curve(told, range(1, WORLD_ROUNDS + 1), history[measure], tone))
    return curves(
        name, word("landing", name), Axis(word("landing", "round"), 0, WORLD_ROUNDS),
        Axis(word("landing", "measure")), lines=lines,
    )  # fmt: skip


#: page -> the function that draws its picture
PICTURES: Mapping[str, Callable[[], Drawing]] = MappingProxyType(
    {
        "console": console_picture,
        "compare": compare_picture,
        "atlas": atlas_picture,
        "world": world_picture,
        "two-worlds": two_worlds_picture,
        "worlds-lab": worlds_lab_picture,
        "rules": rules_picture,
        "tensions": tensions_picture,
    }
)
