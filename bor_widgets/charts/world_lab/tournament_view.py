"""A tournament as pictures: the ranking with its intervals, and who wins where by what."""

from __future__ import annotations

import math

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.world_lab.ranges import Range, ranges
from bor_widgets.charts.world_lab.words import listed, number, told
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.ranking import Standing, standings, whether_it_depends, winners
from bor_widgets.simulation.tournament import Outcome

#: winners that a cell names; more are counted
MOST_NAMED = 2


def ranking_view(outcome: Outcome, criterion: str, setting: str | None = None) -> Drawing:
    """Return the ranking by one criterion, over all settings or in one."""
    by = criteria()[criterion]
    found = standings(outcome, criterion, setting)
    axis = told("ranking", "axis", criterion=by.label, unit=by.unit)
    axis = f"{axis}; {told('ranking', f'better_{by.better}')}"
    rows, table = [], []
    for row in found:
        whose = told("ranking", row.entry.whose)
        numbers = (row.score.mean, row.score.low, row.score.high, row.alone.mean)
        mean, low, high, alone = map(number, numbers)
        say = told(
            "ranking", "row", place=row.place, label=row.entry.label, whose=whose, mean=mean,
            low=low, high=high, alone=alone, count=row.score.count,
        )  # fmt: skip
        tone = "good" if row.place == 1 else "calm"
        rows.append(Range(f"{row.place}. {row.entry.label}", whose, *numbers[:3], say, tone))
        rounded = [round(v, 6) if math.isfinite(v) else "" for v in numbers]
        table.append((row.place, row.entry.label, whose, *rounded))
    heads = ("place", "entry", "whose", "mean", "low", "high", "alone")
    return ranges(
        "ranking",
        _ranking_title(outcome, found, criterion, setting),
        rows,
        axis=axis,
        foot=told("ranking", "foot"),
        columns=[told("ranking", f"column_{head}") for head in heads],
        table=table,
    )


def _ranking_title(
    outcome: Outcome, found: tuple[Standing, ...], criterion: str, setting: str | None
) -> str:
    if not found:
        return told("ranking", "none")
    first = [row.entry.label for row in found if row.place == 1]
    where = ""
    if setting is not None:
        labels = {each.name: each.label for each in outcome.tournament.settings}
        where = told("ranking", "where", setting=labels[setting])
    values = {"criterion": criteria()[criterion].label, "where": where}
    if len(found) == 1:
        title = told("ranking", "alone", name=first[0])
    elif len(first) == 1:
        title = told("ranking", "first", name=first[0], **values)
    else:
        title = told("ranking", "shared", names=listed(first), **values)
    if outcome.complete:
        return title
    return told("ranking", "so_far", done=len(outcome.played), total=outcome.total, finding=title)


def winners_view(outcome: Outcome) -> Drawing:
    """Return who wins by setting and criterion; the title says whether it depends on them."""
    first = winners(outcome)
    labels = {entry.name: entry.label for entry in outcome.tournament.entries}
    rows = []
    for setting in outcome.tournament.settings:
        shown = []
        for by in criteria().values():
            names = [labels[name] for name in first.get((setting.name, by.name), ())]
            if not names:
                shown.append(Cell(told("winners", "missing"), "calm", glyph="…"))
                continue
            text = listed(names)
            if len(names) > MOST_NAMED:
                text = told("winners", "many", count=len(names))
            elif len(names) > 1:
                text = told("winners", "shared", names=text)
            note = told(
                "winners", "note", criterion=by.label, setting=setting.label, names=listed(names)
            )
            tone = "good" if len(names) == 1 else "caution"
            shown.append(Cell(text, tone, note=note))
        rows.append(CellRow(setting.label, shown))
    heads = [Column(by.label) for by in criteria().values()]
    return cells(
        "winners", whether_it_depends(outcome), heads, rows, corner=told("winners", "corner"),
        foot=told("ranking", "foot").rsplit(". ", 1)[-1], wide=True,
    )  # fmt: skip
