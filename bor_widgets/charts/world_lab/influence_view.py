"""How much each number of a world does to a measure, as bars with intervals."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.world_lab.ranges import Range, ranges
from bor_widgets.charts.world_lab.words import listed, lower_first, number, told
from bor_widgets.simulation.fields import numeric_field
from bor_widgets.simulation.influence import Influence, SensitivityResult
from bor_widgets.simulation.measures import measures

#: what each method's bars show
MAIN = {"sobol": "ST", "morris": "mu_star"}


def influence_view(result: SensitivityResult, measure: str) -> Drawing:
    """Return an analysis as a drawing.

    Raises
    ------
    ValueError
        If it is not complete, or there was nothing to measure; the sentence says which.
    """
    asked = result.sensitivity
    return influence_drawing(result.influences(measure), measure, asked.method, asked.samples)


def influence_drawing(
    found: Sequence[Influence], measure: str, method: str, samples: int
) -> Drawing:
    """Return influences, the greatest first, as a drawing."""
    label = measures()[measure].label
    rows, table = [], []
    for each in found:
        value, reach = each.values[MAIN[method]], _reach(each, method)
        name = numeric_field(each.field).label
        if method == "morris":
            extra = each.values["sigma"]
            more = told("influence", "row_morris", sigma=number(extra))
        else:
            extra = each.values["S1"]
            more = told(
                "influence", "row_sobol", alone=number(extra),
                alone_reach=number(each.reach.get("S1", math.nan)),
            )  # fmt: skip
        words = [
            told("influence", "row", label=name, value=number(value), reach=number(reach)),
            more,
        ]
        clear = value - reach > 0.0
        if not clear:
            words.append(told("influence", "chance"))
        tone = "calm" if clear else "open"
        note = "" if clear else told("influence", "chance")
        rows.append(Range(name, note, value, value - reach, value + reach, "; ".join(words), tone))
        table.append((name, round(value, 6), round(reach, 6), round(extra, 6)))
    heads = ["column_number", "column_effect", "column_reach", f"column_more_{method}"]
    return ranges(
        "influence",
        influence_title(found, measure, method),
        rows,
        axis=told("influence", f"axis_{method}", measure=lower_first(label)),
        foot=told("influence", f"foot_{method}", samples=samples),
        columns=[told("influence", head) for head in heads],
        table=table,
        bars=True,
    )


def influence_title(found: Sequence[Influence], measure: str, method: str) -> str:
    """Say which number matters most, as far as the intervals allow."""
    label = lower_first(measures()[measure].label)
    clear = [each for each in found if each.values[MAIN[method]] - _reach(each, method) > 0.0]
    if not clear:
        return told("influence", "nothing", measure=label)
    first = clear[0]
    bottom = first.values[MAIN[method]] - _reach(first, method)
    rivals = [e for e in clear[1:] if e.values[MAIN[method]] + _reach(e, method) >= bottom]
    names = [numeric_field(each.field).label for each in (first, *rivals)]
    if rivals:
        inside = [names[0], *(lower_first(name) for name in names[1:])]
        return told("influence", "shared", names=listed(inside), measure=label)
    if len(clear) == 1:
        return told("influence", "only", first=lower_first(names[0]), measure=label)
    second = lower_first(numeric_field(clear[1].field).label)
    return told("influence", "one", first=names[0], second=second, measure=label)


def _reach(each: Influence, method: str) -> float:
    return each.reach.get(MAIN[method], 0.0)
