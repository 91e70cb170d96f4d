"""The threat behind soft balancing: two strands over one slider, and four reasons unranked."""

from __future__ import annotations

from bor_widgets.charts.benches.soft_acts import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.curves import Curve, Region, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.calibration import NEUTRAL
from bor_widgets.theory.soft_or_hard import propensity, verdict
from bor_widgets.theory.strands import STRANDS, Marks, level_of, soft_expected
from bor_widgets.theory.verdict import Verdict

#: how close two places of a curve may come where it jumps
EDGE = 1e-6

STRAND_WORDS = {"authors": ("authors", "calm"), "levick-schulz": ("levick", "warn")}


def marks_of(values: Values) -> Marks:
    """Return where a threat is low, high or existential, as set (ours)."""
    return Marks(
        low_until=values["low_until"],
        high_from=values["high_from"],
        existential_from=values["existential_from"],
        ease=values["ease"],
    )


def verdict_of(values: Values) -> Verdict:
    """Say which kind of balancing the paper leads one to expect."""
    s = Situation(
        threat=values["threat"],
        capability=values["capability"],
        allies=values["allies"],
        target_critical=values["critical"],
        interdependence=values["interdependence"],
        defence_advantage=values["defence"],
        territorial_norm=values["norm"],
        expansionist_ideology=values["ideology"],
    )
    return verdict(s, NEUTRAL.with_(cut_existential=values["existential_from"]))


def strands(values: Values) -> Drawing:
    """Draw what each strand expects over the threat; where one is silent, its line has a gap."""
    word, marks = TEXT.words["threat"], marks_of(values)
    cuts = (marks.low_until, marks.high_from, marks.existential_from)
    # a jump is drawn where it is: one place on each side of it
    places = {*steps(0.0, 1.0, 21), *cuts, *(cut - EDGE for cut in cuts)}
    xs = sorted(places)
    lines = []
    for strand in STRANDS:
        name, tone = STRAND_WORDS[strand]
        ys = [soft_expected(x, strand, marks) for x in xs]
        lines.append(Curve(word[name], xs, ys, tone, note=word[f"note_{name}"]))
    names = ("low", "between", "high", "existential")
    ends = (0.0, *cuts, 1.0)
    tones = ("calm", "open", "caution", "alarm")
    regions = [
        Region(word[f"region_{name}"], ends[i], ends[i + 1], tones[i], open=name == "between")
        for i, name in enumerate(names)
        if ends[i] < ends[i + 1]
    ]
    threat = TEXT.parameters["threat"]
    return curves(
        "strands",
        word[f"title_{level_of(values['threat'], marks)}"],
        Axis(word["x"], 0.0, 1.0, threat.low_label, threat.high_label, TEXT.word("scale")),
        Axis(word["y"], 0.0, 1.0, word["low"], word["high"], TEXT.word("scale")),
        lines=lines,
        regions=regions,
        at=values["threat"],
        at_label=TEXT.word("threat", "here", threat=values["threat"]),
        moves="threat",
        step=0.05,
    )


def four_reasons(values: Values) -> Drawing:
    """Draw the four reasons side by side, with what nobody ranks left open."""
    word = TEXT.words["four"]
    shares = {
        "interdependence": values["interdependence"],
        "defence": values["defence"],
        "norm": values["norm"],
        "ideology": 1.0 - values["ideology"],
    }
    entries = [
        Gauge(
            word["peaceful"] if name == "ideology" else TEXT.parameters[name].label,
            share,
            word[_leans(share)],
        )
        for name, share in shares.items()
    ]
    together = propensity(
        values["interdependence"], values["defence"], values["norm"], values["ideology"]
    )
    entries.append(Gauge(word["together"], together, word["adds"], tone="good"))
    entries.append(Gauge(word["weights"], None, word["ranked"], tone="open"))
    title = word[f"title_{_leans(together)}"]
    return gauges("four", title, entries, scale=TEXT.word("scale"))


def _leans(share: float) -> str:
    return "for" if share > 0.5 else "against" if share < 0.5 else "even"
