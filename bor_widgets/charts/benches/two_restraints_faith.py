"""Faith in ties: when bad years undo it, when they do not, and what keeps a doubtful tie.

Rules R32, R46, R94, R95, R97, R98; tensions E28, E33.
"""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.curves import Curve, Region, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.faith import (
    coupling_belief,
    effort_to_test_intentions,
    faith_path,
    faith_reasons,
)
from bor_widgets.theory.mutual_help import mutual_benefit
from bor_widgets.theory.restraint import attachment
from bor_widgets.theory.restraint_reasons import keeping_reasons, security_reasons
from bor_widgets.theory.rules_and_ties import open_to_interference

TEXT = bench_text("two_restraints")

TONES = {"took_root": "good", "stays_rooted": "good", "undone": "warn", "not_rooted": "open"}


def faith_view(values: Values) -> View:
    """Draw faith over good and bad years, and what goes with it."""
    path = _path(values, values["faith"])
    reasons = faith_reasons(path, values["rooted"])
    state = reasons[0].key
    finding = Finding(
        headline=TEXT.word("faith", f"headline_{state}"),
        kicker=TEXT.word("faith", "kicker"),
        summary=TEXT.word("faith", f"summary_{state}"),
        tone=TONES[state],
        reasons=(
            *reasons,
            *keeping_reasons(
                values["usefulness"],
                values["isolation"],
                values["certainty"],
                values["reciprocity"],
                values["danger"],
                values["marked"],
            ),
            *security_reasons(values["uncertainty"], values["stability"], values["reading"]),
        ),
        tensions=_tensions(values),
    )
    return View(finding, (_course(values, path, state), _keeping(values)))


def _tensions(values: Values) -> tuple[str, ...]:
    met = []
    if values["stability"] > 0.0:
        # the renewed belief makes ties a part of what a state is
        met.append("E28")
        if values["uncertainty"] > 0.0:
            met.append("E33")
    return tuple(met)


def _path(values: Values, start: float) -> tuple[float, ...]:
    good = [values["goodness"]] * int(values["good_years"])
    bad = [-values["badness"]] * int(values["bad_years"])
    path: tuple[float, ...] = faith_path(
        [*good, *bad],
        start,
        stability=values["stability"],
        rooted=values["rooted"],
        rate=values["faith_rate"],
    )
    return path


def _course(values: Values, path: tuple[float, ...], state: str) -> Drawing:
    word = TEXT.words["faith"]
    years = len(path) - 1
    xs = [float(year) for year in range(years + 1)]
    lines = [
        Curve(word["yours"], xs, path, TONES[state]),
        Curve(
            word["old"], xs, _path(values, values["rooted"]), "calm",
            note=word["note_old"],
        ),
    ]  # fmt: skip
    turn = float(values["good_years"])
    stretches = [Region(word["bad"], turn, float(years), "alarm")]
    if turn > 0.0:
        stretches.insert(0, Region(word["good"], 0.0, turn, "good"))
    return curves(
        "faith",
        word[f"title_{state}"],
        Axis(word["x"], 0.0, float(years), word["first"], word["last"]),
        Axis(word["y"], 0.0, 1.0, word["low"], word["high"], TEXT.word("scale")),
        lines=lines,
        regions=stretches,
    )


def _keeping(values: Values) -> Drawing:
    word = TEXT.words["keeping"]
    hold = attachment(values["usefulness"], values["isolation"], values["hold_left"])
    belief = values["coupling"]
    for _ in range(int(values["good_years"] + values["bad_years"])):
        belief = coupling_belief(belief, values["stability"], values["coupling_rate"])
    testing = effort_to_test_intentions(
        values["uncertainty"], values["stability"], values["reading"]
    )
    gain, _same = mutual_benefit(values["certainty"], values["reciprocity"])
    integrity = open_to_interference(values["danger"])
    if values["usefulness"] >= values["marked"]:
        title = "title_useful" if gain > 0.0 else "title_useful_none"
    else:
        title = "title_isolated" if values["isolation"] >= values["marked"] else "title_doubtful"
    return gauges(
        "keeping",
        word[title],
        [
            Gauge(word["hold"], hold, amount(hold), tone="good"),
            Gauge(
                word["coupling"], belief, amount(belief),
                mark=values["coupling"], mark_label=word["before"],
            ),
            Gauge(word["benefit"], gain, amount(gain), tone="good"),
            Gauge(word["testing"], testing, amount(testing), tone="caution"),
            Gauge(word["integrity"], integrity, amount(integrity), tone="warn"),
        ],
        scale=TEXT.word("scale"),
    )  # fmt: skip
