"""BRICS: compensation adds layers, limits the major members, and hardens a club.

Rules S39-S41; what stays open: S66; tension E65.
"""

from __future__ import annotations

from functools import partial

from bor_widgets.charts.benches.regions_shared import TEXT, input_axis, share_axis, share_gauge
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.layering import NAMED_LAYERS, Layering, focal_strength, layering
from bor_widgets.theory.provenance import phrase
from bor_widgets.theory.regional_reasons import mix_reasons, organisation_questions

word = partial(TEXT.word, "brics")

#: line -> its tone
LINES = {"dictation": "alarm", "scope": "calm", "potential": "good", "club": "caution"}


def view(values: Values) -> View:
    """Draw the tab of BRICS."""
    told = _group(values, values["rounds"])
    grown = told.layers > 0
    key = "grown" if grown else "start"
    mix = mix_reasons(values["balancing_done"], values["other_done"])
    finding = Finding(
        headline=word(f"headline_{key}"),
        kicker=word("kicker"),
        summary=word(f"summary_{key}", layers=told.layers),
        tone="caution" if grown else "calm",
        reasons=(*told.reasons, *mix),
        open=organisation_questions(),
        tensions=("E65",) if grown else (),
    )
    title = key if grown or values["rounds"] == 0 else "still"
    return View(finding, (_rounds(values, title), _counters(values, told, mix[0].key), _layers()))


def _group(values: Values, rounds: float) -> Layering:
    return layering(
        rounds,
        values["demand"],
        widening=values["widening"],
        strengthening=values["strengthening"],
        limiting=values["limiting"],
        hardening=values["hardening"],
    )


def _rounds(values: Values, title: str) -> Drawing:
    rounds = values["rounds"]
    # the lines end at the present round: what comes next is not told before it is tried
    xs = list(range(rounds + 1))
    told = [_group(values, x) for x in xs]
    return curves(
        "rounds",
        word(f"title_{title}"),
        input_axis("rounds", word("x")),
        share_axis(word("y")),
        lines=[
            Curve(word(name), xs, [getattr(t, name) for t in told], tone, note=word(f"{name}_note"))
            for name, tone in LINES.items()
        ],
        at=rounds,
        at_label=word("here", rounds=rounds),
        moves="rounds",
        step=1.0,
    )


def _counters(values: Values, told: Layering, mix: str) -> Drawing:
    focal = focal_strength(values["balancing_done"], values["other_done"])
    most = TEXT.parameters["rounds"].high
    return gauges(
        "counters",
        word("focal_mixed" if mix == "mixed" else "focal_plain"),
        [
            Gauge(word("layers"), told.layers, word("most", layers=told.layers), high=most),
            share_gauge(word("potential"), told.potential, "good"),
            share_gauge(word("club"), told.club, "caution"),
            share_gauge(word("focal"), focal, "good"),
        ],
        scale=TEXT.word("scale"),
    )


def _layers() -> Drawing:
    unplaced = Cell(word("not_given"), "open")
    rows = [
        CellRow(
            word("members", member),
            [Cell(phrase("brics", "layer", layer), "calm", source="S39"), unplaced],
        )
        for member, layer in NAMED_LAYERS
    ]
    rows.append(
        CellRow(word("weaker"), [Cell(word("weaker_layer"), "good", source="S39"), unplaced])
    )
    columns = [word("layer"), word("in_time")]
    return cells("layers", word("layers_title"), columns, rows, corner=word("corner"))
