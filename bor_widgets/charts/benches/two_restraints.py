"""Two restraints (L02): harmony needs both sides; what a tie hides is not measured.

Rules R05, R20-R23, R29-R35, R40-R46, R63-R65, R93-R98; tensions E14-E17, E26, E28, E32,
E33, E37. The other views have files of their own.
"""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.two_restraints_faith import faith_view
from bor_widgets.charts.benches.two_restraints_seen import seen_view
from bor_widgets.charts.benches.two_restraints_time import how_far, time_view
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.curves import Band, Curve, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.plane import Zone, plane
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.credibility import SACRIFICES, credibility
from bor_widgets.theory.hidden_interests import account, concession_reasons
from bor_widgets.theory.restraint_reasons import sincerity_reasons
from bor_widgets.theory.restraint_zones import ZONES, Meeting, meet, zone_codes

KINDS = ("plane", "curves", "gauges", "cells")
TEXT = bench_text("two_restraints")

TONES = {
    "neither": "open",
    "harmony": "good",
    "misfit": "caution",
    "fit_open": "open",
    "worry": "warn",
    "break": "alarm",
    "alone": "open",
    "alone_open": "open",
}

#: inputs that stand for the four apparent interests, in the theory's order
INTERESTS = dict(zip(("territory", "power", "energy", "gains"), SACRIFICES, strict=True))


def view(values: Values) -> View:
    """Draw the bench: the view that is looked at.

    Parameters
    ----------
    values
        A full set of checked values, see ``two_restraints.toml``.
    """
    match values["look"]:
        case "seen":
            return seen_view(values)
        case "time":
            return time_view(values)
        case "faith":
            return faith_view(values)
    meeting = meet(values["own"], values["other"], values["compatible"], values["imposed"])
    given = {interest: values[name] for name, interest in INTERESTS.items()}
    time = (given, values["certainty"], values["horizon"])
    finding = Finding(
        headline=TEXT.word("headline", meeting.zone),
        kicker=TEXT.word("kicker"),
        summary=TEXT.word("plane", meeting.zone),
        tone=TONES[meeting.zone],
        reasons=(*meeting.reasons, *concession_reasons(*time)),
        notes=sincerity_reasons(values["own"], given, values["confrontation"]),
        tensions=_tensions(values, meeting),
    )
    return View(finding, (_plane(values, meeting), _payoff(values), _gauges(values, meeting)))


def _tensions(values: Values, meeting: Meeting) -> tuple[str, ...]:
    met = []
    paid = any(values[name] > 0 for name in INTERESTS)
    if meeting.zone == "harmony":
        met += ["E14", "E32"]
    if meeting.zone == "worry":
        met.append("E15")
    if paid and values["horizon"] > 1.0:
        met.append("E16")
    if values["confrontation"] > 0 and paid:
        met.append("E17")
    return tuple(met)


def _plane(values: Values, meeting: Meeting) -> Drawing:
    own = Axis(
        TEXT.parameters["own"].label, -1.0, 1.0,
        TEXT.parameters["own"].low_label, TEXT.parameters["own"].high_label, TEXT.word("scale"),
    )  # fmt: skip
    other = Axis(
        TEXT.parameters["other"].label, -1.0, 1.0,
        TEXT.parameters["other"].low_label, TEXT.parameters["other"].high_label, TEXT.word("scale"),
    )  # fmt: skip
    fields = []
    # one place inside each quarter tells the name of the whole quarter
    for left, bottom in ((-1.0, -1.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 0.0)):
        middle = (left + 0.5, bottom + 0.5)
        code = zone_codes(*middle, values["compatible"], values["imposed"])
        zone = ZONES[code]
        corners = (
            (left, bottom),
            (left + 1.0, bottom),
            (left + 1.0, bottom + 1.0),
            (left, bottom + 1.0),
        )
        inside = zone == meeting.zone and _quarter(values) == (left, bottom)
        fields.append(Zone(TEXT.word("zone", zone), corners, TONES[zone], inside))
    # the field of the point comes last, so that its border lies on top
    fields.sort(key=lambda field: field.active)
    return plane(
        "restraints",
        TEXT.word("plane", meeting.zone),
        own,
        other,
        zones=fields,
        at=(values["own"], values["other"]),
        at_label=TEXT.word("zone", meeting.zone),
        moves=("own", "other"),
        columns=tuple(TEXT.words["plane"]["columns"]),
    )


def _quarter(values: Values) -> tuple[float, float]:
    return (0.0 if values["own"] > 0 else -1.0, 0.0 if values["other"] > 0 else -1.0)


def _gauges(values: Values, meeting: Meeting) -> Drawing:
    given = {interest: values[name] for name, interest in INTERESTS.items()}
    credible = credibility(given, values["confrontation"])
    books = account(given, values["certainty"], values["horizon"])
    reach = books.high - books.low
    title = TEXT.word("gauge", "title_up" if credible > 0 else "title_none")
    hidden = "hidden_text" if reach > 0 else "hidden_closed"
    # who does not hold back is the one that may be frightened
    side = "worry_own" if values["own"] < values["other"] else "worry"
    return gauges(
        "standing",
        title,
        [
            Gauge(TEXT.word("gauge", "credibility"), credible, amount(credible), tone="good"),
            Gauge(TEXT.word("gauge", side), meeting.worry, amount(meeting.worry), tone="warn"),
            Gauge(
                TEXT.word("gauge", "given"), -books.apparent, amount(-books.apparent), tone="calm"
            ),
            Gauge(
                TEXT.word("gauge", "hidden"),
                None,
                TEXT.word("gauge", hidden),
                band=(0.0, reach) if reach > 0 else None,
                tone="open",
            ),
        ],
        scale=TEXT.word("scale"),
    )


def _payoff(values: Values) -> Drawing:
    given = {interest: values[name] for name, interest in INTERESTS.items()}
    horizon = TEXT.parameters["horizon"]
    rounds = steps(horizon.low, horizon.high, 30)
    books = [account(given, values["certainty"], count) for count in rounds]
    here = account(given, values["certainty"], values["horizon"])
    if here.apparent == 0:
        title = "title_nothing"
    else:
        title = "title_open" if here.high > here.low else "title_closed"
    return curves(
        "payoff",
        TEXT.word("payoff", title),
        Axis(
            TEXT.word("payoff", "x"), horizon.low, horizon.high,
            horizon.low_label, horizon.high_label, TEXT.word("rounds"),
        ),
        Axis(TEXT.word("payoff", "y"), -1.0, 1.0, scale=TEXT.word("scale")),
        lines=[
            Curve(TEXT.word("payoff", "apparent"), rounds, [b.apparent for b in books], "warn")
        ],
        bands=[
            Band(
                TEXT.word("payoff", "hidden"),
                rounds,
                [b.low for b in books],
                [b.high for b in books],
            )
        ],
        at=values["horizon"],
        at_label=how_far(values["horizon"]),
        moves="horizon",
        step=1.0,
    )  # fmt: skip
