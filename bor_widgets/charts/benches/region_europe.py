"""The European Union: members who bind one another, a gate, and the price of arms.

Rules S42-S45, S55; what stays open: S64, S66; tensions E52, E64.
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
from bor_widgets.theory.governance_model import (
    GATES,
    Challenge,
    access,
    binding,
    calls_for_arms,
    dual_challenge,
    perceived_interest,
    renegotiation,
)
from bor_widgets.theory.place_reasons import binding_reasons
from bor_widgets.theory.regional_reasons import inside_reasons, organisation_questions

word = partial(TEXT.word, "europe")

#: points of each line
POINTS = 9

#: how far an interest may lie from nought and still be told as torn (ours)
TORN = 0.15

OCCASIONS = {1: ("likely", "good"), 0: ("not_judged", "open"), -1: ("quiet", "calm")}
GATE_TONES = {"given": "good", "refused": "warn", "open": "open"}


def view(values: Values) -> View:
    """Draw the tab of the European Union."""
    told = _challenge(values, values["arms"])
    dual = values["arms"] > 0
    key = "dual" if dual else "whole"
    finding = Finding(
        headline=word(f"headline_{key}"),
        kicker=word("kicker"),
        summary=word(f"summary_{key}", capacity=told.capacity, model=told.model),
        tone="caution" if dual else "good",
        reasons=(
            *told.reasons,
            *binding_reasons(*_bonds(values)),
            *inside_reasons(
                values["own"],
                values["expected"],
                values["density"],
                values["treaty_revision"],
                values["long_crisis"],
            ),
            *access(GATES[0], values["kept_out"]).reasons,
        ),
        open=organisation_questions(),
        tensions=("E64", "E52") if dual else ("E52",),
    )
    return View(finding, (_arms(values, key), _inside(values), _gate(values)))


def _challenge(values: Values, arms: float) -> Challenge:
    return dual_challenge(arms, capacity=values["capacity"], erosion=values["erosion"])


def _bonds(values: Values) -> tuple[float, float, float]:
    return values["shared_norms"], values["shared_rules"], values["shared_procedures"]


def _arms(values: Values, key: str) -> Drawing:
    arms = values["arms"]
    # the lines end where the reader stands: what comes next is not told before it is tried
    xs = steps(0.0, arms, POINTS) if arms > 0 else [0.0]
    told = [_challenge(values, x) for x in xs]
    return curves(
        "arms",
        word(f"title_{key}"),
        input_axis("arms", word("x")),
        share_axis(word("y")),
        lines=[
            Curve(
                word("capacity"),
                xs,
                [t.capacity for t in told],
                "good",
                note=word("capacity_note"),
            ),
            Curve(word("model"), xs, [t.model for t in told], "warn", note=word("model_note")),
        ],
        at=arms,
        at_label=word("here", arms=arms),
        moves="arms",
    )


def _inside(values: Values) -> Drawing:
    now = perceived_interest(values["own"], values["expected"], values["density"])
    moved = abs(now - values["own"])
    calls = calls_for_arms(values["rivalry"], values["aggression"])
    bound = binding(*_bonds(values))
    return gauges(
        "inside",
        word("inside_moved", moved=moved) if moved > 0 else word("inside_still"),
        [
            Gauge(
                word("interest"),
                now,
                word("torn" if abs(now) < TORN else "for" if now > 0 else "against"),
                low=-1.0,
                low_label=word("against"),
                high_label=word("for"),
                mark=values["own"],
                mark_label=word("alone"),
            ),
            share_gauge(word("binding"), bound, "good"),
            Gauge(word("calls"), calls, level(calls), tone="warn"),
        ],
        scale=TEXT.word("scale"),
    )


def _gate(values: Values) -> Drawing:
    code = renegotiation(values["treaty_revision"], values["long_crisis"])
    occasion, tone = OCCASIONS[code]
    rows = [CellRow(word("inside"), [Cell(word(occasion), tone, source="S43")])]
    labels = set()
    for gate in GATES:
        label = access(gate, values["kept_out"]).label
        labels.add(label)
        cell = Cell(word(label), GATE_TONES[label], source="S44")
        rows.append(CellRow(word("gates", gate), [cell]))
    title = "gate_out" if "refused" in labels else "gate_in" if "given" in labels else "gate_open"
    return cells("gate", word(title), [word("gate_column")], rows, corner=word("corner"))
