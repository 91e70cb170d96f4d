"""The Indo-Pacific: two powers compete through institutions, and two gates decide what it brings.

Rules S29-S32, S60; what stays open: S28; tensions E59, E67.
"""

from __future__ import annotations

from functools import partial

from bor_widgets.charts.benches.regions_shared import TEXT, level, share_gauge
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.externalities import GoodEffects, Transition, good_effects, harm, transition
from bor_widgets.theory.regional_reasons import form_reasons, order_reasons, rivalry_reasons
from bor_widgets.theory.success import positive_externalities
from bor_widgets.theory.success_reasons import harms_of

word = partial(TEXT.word, "indo_pacific")

LABELS = {1: "granted", 0: "open", -1: "withheld"}
TONES = {1: "good", 0: "open", -1: "caution"}


def view(values: Values) -> View:
    """Draw the tab of the Indo-Pacific."""
    gates = (values["mutual_destruction"], values["ideology_managed"])
    effects = good_effects(values["balancing"], *gates)
    harms = harms_of(values["escalation"], values["mismanagement"])
    told = transition(
        values["moderation_america"], values["moderation_china"], crisis=values["crisis"]
    )
    label = LABELS[effects.granted]
    if effects.granted > 0 and effects.dynamism == 0:
        label = "unused"
    reasons, questions = order_reasons(told)
    finding = Finding(
        headline=word(f"headline_{label}"),
        kicker=word("kicker"),
        summary=word("summary_harm", harms=", ".join(harms)) if harms else word("summary_calm"),
        tone="warn" if harms else TONES[effects.granted],
        reasons=(
            *rivalry_reasons(
                values["balancing"], *gates, values["escalation"], values["mismanagement"]
            ),
            *reasons,
            *form_reasons(values["other_inside"]),
        ),
        open=questions,
        tensions=("E59", "E67"),
    )
    return View(finding, (_gates(effects, *gates), _effects(values, effects, harms, told)))


def gate_key(deters: bool, managed: bool) -> str:
    """Name a corner of the two gates."""
    return f"{'deters' if deters else 'deters not'}, {'managed' if managed else 'not managed'}"


#: every corner by its name: both gates' answers
CORNERS = {
    gate_key(deters, managed): (deters, managed)
    for deters in (True, False)
    for managed in (True, False)
}


def _gates(effects: GoodEffects, deters: bool | None, managed: bool | None) -> Drawing:
    rows = []
    for first, name in ((True, "deters"), (False, "deters_not")):
        row = []
        for second in (True, False):
            good = positive_externalities(first, second) > 0
            row.append(
                Cell(
                    word("good" if good else "lost"),
                    "good" if good else "caution",
                    chosen=(first, second) == (deters, managed),
                    key=gate_key(first, second),
                    source="S30" if good else None,
                )
            )
        rows.append(CellRow(word(name), row))
    title = word(f"title_{LABELS[effects.granted]}")
    columns = [word("managed"), word("unmanaged")]
    return cells("gates", title, columns, rows, corner=word("corner"))


def _effects(
    values: Values, effects: GoodEffects, harms: tuple[str, ...], told: Transition
) -> Drawing:
    bad = harm(values["escalation"], values["mismanagement"])
    expected = word("could_be" if told.more_peaceful > 0.5 else "not_expected")
    entries = [
        _good(word("dynamism"), effects.dynamism, effects.granted),
        _good(word("motives"), effects.cooperation_motives, effects.granted),
        _good(word("goods"), effects.public_goods, effects.granted),
        share_gauge(word("harm"), bad, "alarm", harms[-1] if harms else word("harm_none")),
        share_gauge(word("peaceful"), told.more_peaceful, "calm", expected),
        share_gauge(word("crisis"), told.crisis_risk, "warn", word("stays")),
    ]
    title = word("effects_granted" if effects.granted > 0 else "effects_other")
    return gauges("effects", title, entries, scale=TEXT.word("scale"))


def _good(label: str, value: float, granted: int) -> Gauge:
    if granted == 0:
        return Gauge(label, None, word("not_judged"), tone="open")
    if granted < 0:
        return Gauge(label, 0.0, word("not_granted"), tone="caution")
    return Gauge(label, value, level(value), tone="good")
