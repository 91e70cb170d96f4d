"""The drawings of the success board: the stretch of success, risk, checklist, gates, effects."""

from __future__ import annotations

from collections.abc import Mapping

from bor_widgets.charts.amounts import MUCH, amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Band, Region, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.arithmetic import leaning
from bor_widgets.theory.externalities import good_effects, harm, transition
from bor_widgets.theory.success import (
    CONDITIONS,
    Prospects,
    conflict_risk,
    positive_externalities,
)
from bor_widgets.theory.success_band import success_band
from bor_widgets.theory.success_reasons import harms_of, risk_level

TEXT = bench_text("success_board")

RISK_TONES = {"high": "alarm", "some": "caution", "low": "calm"}
ANSWERS = {1: "yes", 0: "open", -1: "no"}
GATE_TONES = {"granted": "good", "withheld": "warn", "open": "open"}


def state_of(found: Prospects) -> str:
    """Name what the seven conditions come to; all, none and nothing judged stand apart."""
    if found.open == len(CONDITIONS):
        return "unjudged"
    if found.count == len(CONDITIONS):
        return "all"
    return "none" if not found.count and not found.open else found.outlook


def granted_of(mutual_destruction: bool | None, ideology_managed: bool | None) -> str:
    """Name whether the good side effects are granted, withheld or open (S30)."""
    code = positive_externalities(mutual_destruction, ideology_managed)
    return "granted" if code > 0 else "withheld" if code < 0 else "open"


def success_drawing(values: Values, found: Prospects) -> Drawing:
    """Draw the stretch in which success lies: higher with each condition, never at an end."""
    # no further than what is set: the rest would answer before anybody has asked
    counts = range(found.count + found.open + 1)
    xs, low, high = [], [], []
    for count in counts:
        stretch = success_band(count, margin=values["margin"])
        # a count has no in-between, so the stretch rises in steps
        xs += [count - 0.5, count + 0.5]
        low += [stretch.low] * 2
        high += [stretch.high] * 2
    regions = []
    if found.open:
        label = TEXT.word("success", "region")
        regions = [
            Region(label, found.count + 0.5, found.count + found.open + 0.5, "calm", open=True)
        ]
    here = TEXT.word(
        "success", "here_open" if found.open else "here", count=found.count, open=found.open
    )
    return curves(
        "success",
        TEXT.word("success", state_of(found), held=TEXT.words["success"]["held"][found.count]),
        Axis(
            TEXT.word("success", "x"), -0.5, len(CONDITIONS) + 0.5,
            scale=TEXT.word("success", "x_scale"), ticks=tuple(range(len(CONDITIONS) + 1)),
        ),
        Axis(
            TEXT.word("success", "y"), 0.0, 1.0, TEXT.word("success", "low"),
            TEXT.word("success", "high"), TEXT.word("scale"),
        ),
        lines=[],
        bands=[
            Band(
                TEXT.word("success", "band"),
                xs,
                low,
                high,
            )
        ],
        regions=regions,
        at=found.count,
        at_label=here,
    )  # fmt: skip


def conflict_drawing(values: Values, found: Prospects) -> Drawing:
    """Draw the risk of intense conflict, which the seven conditions leave as it is (S17)."""
    least = values["least"]
    share = found.count / len(CONDITIONS)
    risk = conflict_risk(values["rivalry"], values["ambition"], share, least)
    level = risk_level(risk)
    entries = [
        Gauge(
            TEXT.word("conflict", "risk"),
            risk,
            TEXT.word("conflict", "levels", level),
            mark=least,
            mark_label=TEXT.word("conflict", "floor"),
            tone=RISK_TONES[level],
        )
    ]
    if level == "high":
        # the paper does not let the conditions lower the risk, and the empty track says so
        label = TEXT.word("conflict", "conditions")
        entries.append(Gauge(label, None, TEXT.word("conflict", "none"), tone="open"))
    return gauges("conflict", TEXT.word("conflict", level), entries, scale=TEXT.word("scale"))


def conditions_drawing(found: Prospects) -> Drawing:
    """Draw the checklist of the seven conditions; each cell goes on to the next answer."""
    labels = dict(
        zip(TEXT.parameters["held"].options, TEXT.parameters["held"].option_labels, strict=True)
    )
    rows = []
    for name, holds in found.met.items():
        answer = ANSWERS[leaning(holds)]
        cell = Cell(
            TEXT.word("conditions", answer),
            {"yes": "good", "no": "warn", "open": "open"}[answer],
            open=answer == "open",
            note=TEXT.word("conditions", "note"),
            key=name,
        )
        rows.append(CellRow(labels[name], [cell]))
    missing = len(CONDITIONS) - found.count - found.open
    state = state_of(found)
    title = f"title_{state}" if state in ("all", "none") else "title_met"
    return cells(
        "conditions",
        TEXT.word(
            "conditions", title, met=found.count, missing=missing, open=found.open
        ),
        [TEXT.word("conditions", "column")],
        rows,
        corner=TEXT.word("conditions", "corner"),
    )  # fmt: skip


def gates_drawing(values: Values) -> Drawing:
    """Draw the two gates in front of the good side effects: both are needed (S30)."""
    now = (values["mutual_destruction"], values["ideology_managed"])
    # a gate that was not touched has one answer: the others would answer before anybody asks
    downs = [True] if now[0] else [True, now[0]]
    acrosses = [True] if now[1] else [True, now[1]]
    rows = [
        CellRow(
            TEXT.word("gates", "rows", ANSWERS[leaning(down)]),
            [_gate_cell(down, across, (down, across) == now) for across in acrosses],
        )
        for down in downs
    ]
    shut = sum(gate is False for gate in now)
    title = {"granted": "both", "open": "open"}.get(
        granted_of(*now), "closed_both" if shut == len(now) else "closed"
    )
    return cells(
        "gates",
        TEXT.word("gates", title),
        [TEXT.word("gates", "columns", ANSWERS[leaning(across)]) for across in acrosses],
        rows,
        corner=TEXT.word("gates", "corner"),
        here=TEXT.word("here"),
    )


def _gate_cell(down: bool | None, across: bool | None, chosen: bool) -> Cell:
    granted = granted_of(down, across)
    return Cell(
        TEXT.word("gates", "cells", granted),
        GATE_TONES[granted],
        open=granted == "open",
        chosen=chosen,
        key=f"{ANSWERS[leaning(down)]} {ANSWERS[leaning(across)]}",
    )


def effects_drawing(values: Values) -> Drawing:
    """Draw the good side effects, the bad ones, and the change of order (S29, S31, S32)."""
    gates = (values["mutual_destruction"], values["ideology_managed"])
    granted = granted_of(*gates)
    good = good_effects(values["institutional_balancing"], *gates)
    amounts: Mapping[str, float] = {
        "dynamism": good.dynamism,
        "cooperation_motives": good.cooperation_motives,
        "public_goods": good.public_goods,
    }
    bad = harm(values["escalation"], values["mismanagement"])
    told = harms_of(values["escalation"], values["mismanagement"])
    change = transition(values["moderation"], values["other_moderation"], crisis=values["crisis"])
    entries = [_good(name, share, granted) for name, share in amounts.items()]
    entries += [
        Gauge(
            TEXT.word("effects", "harm"),
            bad,
            told[-1] if told else TEXT.word("effects", "out_of_reach"),
            tone="alarm" if len(told) > 1 else "warn" if told else "calm",
        ),
        Gauge(
            TEXT.word("effects", "peaceful"),
            change.more_peaceful,
            TEXT.word("effects", "could" if change.more_peaceful > MUCH else "no_reason"),
            tone="good" if change.more_peaceful > MUCH else "calm",
        ),
        Gauge(
            TEXT.word("effects", "crisis"),
            change.crisis_risk,
            TEXT.word("effects", "stays"),
            tone="caution",
        ),
    ]
    return gauges(
        "effects",
        TEXT.word("effects", granted),
        entries,
        scale=TEXT.word("scale"),
        wide=values["look"] != "effects",
    )


def _good(name: str, share: float, granted: str) -> Gauge:
    label = TEXT.word("effects", name)
    if granted == "open":
        return Gauge(label, None, TEXT.word("effects", "left_open"), tone="open")
    if granted == "withheld":
        return Gauge(label, 0.0, TEXT.word("effects", "not_granted"), tone="warn")
    return Gauge(label, share, amount(share), tone="good")
