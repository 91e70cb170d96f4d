"""Judgement fan (L04): one situation, many judgements; and moves that power does not explain.

Rules R08-R12, R22-R28, R31, R114-R118; tensions E07, E09, E16-E20, E22.
"""

from __future__ import annotations

from functools import cache

from bor_widgets.cases import cases
from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.dots import Bin, dots
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.plane import Spot, Zone, plane
from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, Calibration, Judgement, Reason, judge, phrase, spread
from bor_widgets.theory.credibility import proper_tie
from bor_widgets.theory.judgement import pole
from bor_widgets.theory.principles import action_for
from bor_widgets.theory.signal_corners import CORNERS, corner
from bor_widgets.theory.signal_reading import signal_reasons
from bor_widgets.theory.symbolic_force import ForceReading, material_gain, read_force

KINDS = ("dots", "plane", "gauges")
TEXT = bench_text("judgement_fan")

#: inputs that are those of a situation and enter the judgement
FIELDS = ("threat", "relationship", "leadership", "punishment_means", "compromise_means")

#: corner -> its name in the file, its place on the plane, its tone
CORNER_KEYS = dict(zip(CORNERS, ("concede", "resist", "coerce", "yield", "none"), strict=True))
QUARTERS = {
    "concede": (0.0, 0.0),
    "resist": (-1.0, -1.0),
    "coerce": (0.0, -1.0),
    "yield": (-1.0, 0.0),
}
SIGNS = ("concede", "resist")


def view(values: Values, calibration: Calibration) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``judgement_fan.toml``.
    calibration
        The numbers of the suggested judgement.
    """
    s = Situation(**{name: values[name] for name in FIELDS})
    judgement = judge(s, calibration=calibration)
    counts = spread(s, leaders=values["leaders"], calibration=calibration)
    force = read_force(
        tuple(values["meanings"]),
        injury=values["injury"],
        hierarchy_disturbed=values["hierarchy_disturbed"],
        border_at_stake=values["border_at_stake"],
        greater_self=values["greater_self"],
    )
    signs = signal_reasons(
        values["capability"],
        values["concession"],
        rounds_since=values["rounds_since"],
        decay=values["decay"],
        still_said=values["still_said"],
        betrayal=values["betrayal"],
        over_territory=values["over_territory"],
    )
    met = [grade for grade, count in counts.items() if count]
    kind = "many" if len(met) > 1 else "one"
    told = {"low": phrase("grade", met[0]), "high": phrase("grade", met[-1])}
    finding = Finding(
        headline=TEXT.word("headline", kind, grade=phrase("grade", judgement.grade)),
        kicker=TEXT.word("kicker"),
        summary=TEXT.word("summary", kind, **told),
        tone=judgement.grade,
        reasons=(*judgement.reasons, *signs),
        open=force.open,
        notes=(
            TEXT.word("fan", "note"),
            *_poles(judgement, calibration),
            Reason("R11", "judged"),
            *force.reasons,
            TEXT.word("unplaced"),
        ),
        tensions=_tensions(values, len(met) > 1, force),
    )
    drawings = (_fan(counts, judgement.grade), _map(values), _force(force), _statement(values))
    return View(finding, drawings)


def _poles(judgement: Judgement, calibration: Calibration) -> tuple[Reason, ...]:
    at_pole = pole(judgement, calibration)
    return (Reason("R12", at_pole),) if at_pole else ()


def _tensions(values: Values, differ: bool, force: ForceReading) -> tuple[str, ...]:
    met = ["E09"] if differ else []
    sign = CORNER_KEYS[corner(values["capability"], values["concession"])]
    if sign == "resist":
        met += ["E18", "E07"]
    if sign == "concede":
        met.append("E16")
    if values["border_at_stake"]:
        met.append("E19")
    if values["hierarchy_disturbed"]:
        met.append("E20")
    if "indirect_target" in force.meanings:
        met.append("E22")
    return tuple(met)


def _fan(counts: dict[str, int], mine: str) -> Drawing:
    differ = sum(1 for count in counts.values() if count)
    key = "title_many" if differ > 1 else "title_one"
    bins = [
        Bin(
            grade,
            phrase("grade", grade),
            grade,
            counts[grade],
            phrase("action", action_for(code)),
            marked=grade == mine,
        )
        for code, grade in enumerate(GRADES)
    ]
    return dots(
        "fan",
        TEXT.word("fan", key, count=differ),
        bins,
        unit=TEXT.word("fan", "unit"),
        marked=TEXT.word("fan", "marked"),
        columns=tuple(TEXT.words["fan"]["columns"]),
        alt=[TEXT.word("fan", "note")],
    )


@cache
def _spots() -> tuple[Spot, ...]:
    placed = []
    for entry in TEXT.words["spot"]:
        case = cases[entry["case"]]
        power = float(case.coding["capability"].value)
        placed.append(
            Spot(
                entry["label"], power, entry["concession"],
                f"{entry['detail']} {TEXT.word('cases_note')}", "calm", case.slug, hollow=True,
            )
        )  # fmt: skip
    return tuple(placed)


def _map(values: Values) -> Drawing:
    here = CORNER_KEYS[corner(values["capability"], values["concession"])]
    family = "typical" if here in SIGNS else "power"
    title = "title_none" if here == "none" else f"title_{family}_{here}"
    zones = [
        Zone(
            TEXT.word("map", key),
            ((x, y), (x + 1.0, y), (x + 1.0, y + 1.0), (x, y + 1.0)),
            "good" if key in SIGNS else "calm",
            key == here,
        )
        for key, (x, y) in QUARTERS.items()
    ]
    zones.sort(key=lambda zone: zone.active)
    across, up = TEXT.parameters["capability"], TEXT.parameters["concession"]
    scale = TEXT.word("scale")
    return plane(
        "signals",
        TEXT.word("map", title),
        Axis(across.label, -1.0, 1.0, across.low_label, across.high_label, scale),
        Axis(up.label, -1.0, 1.0, up.low_label, up.high_label, scale),
        zones=zones,
        spots=_spots(),
        at=(values["capability"], values["concession"]),
        at_label=TEXT.word("map", "at"),
        moves=("capability", "concession"),
        columns=tuple(TEXT.words["map"]["columns"]),
        alt=[TEXT.word("unplaced")],
    )


def _force(force: ForceReading) -> Drawing:
    gain = material_gain(1.0)
    return gauges(
        "force",
        TEXT.word("force", "title_gain" if force.pull > 0 else "title_none"),
        [
            Gauge(TEXT.word("force", "pull"), force.pull, amount(force.pull), tone="warn"),
            Gauge(TEXT.word("force", "gain"), gain, TEXT.word("force", "hardly"), tone="calm"),
        ],
        scale=TEXT.word("scale"),
    )


def _statement(values: Values) -> Drawing:
    left = proper_tie(1.0, values["rounds_since"], values["decay"])
    if values["rounds_since"] == 0 or values["decay"] == 0.0:
        title = "title_whole"
    else:
        title = "title_fresh" if left >= values["still_said"] else "title_fading"
    entry = Gauge(
        TEXT.word("statement", "left"), left, amount(left), tone="good",
        mark=values["still_said"], mark_label=TEXT.word("statement", "mark"),
    )  # fmt: skip
    return gauges(
        "statement",
        TEXT.word("statement", title),
        [entry],
        scale=TEXT.word("scale"),
    )
