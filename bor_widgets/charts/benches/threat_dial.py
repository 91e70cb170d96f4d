"""Threat dial (L03): three principles, one turn apart; power moves none of them.

Rules R01-R18, R155; tensions E01-E04, E07.
"""

from __future__ import annotations

from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.threat_dial_drawings import grid_of, path_of, restraint_of
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.dial import Stop, dial
from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, Calibration, Reason, Response, phrase, respond
from bor_widgets.theory.holding_back import may_refrain
from bor_widgets.theory.means import blends, means_reasons
from bor_widgets.theory.principles import Wording, action_for, check_wording

KINDS = ("dial", "bars", "curves", "cells")
TEXT = bench_text("threat_dial")

#: inputs that are those of a situation
FIELDS = ("grade", "capability", "relationship", "threat", "issue_areas", "leadership")


def situation_of(values: Values) -> Situation:
    """Return the situation that the inputs describe."""
    return Situation(**{name: values[name] for name in FIELDS})


def view(values: Values, calibration: Calibration) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``threat_dial.toml``.
    calibration
        The numbers of the suggested judgement.
    """
    wording = check_wording(values["wording"] or "introduction")
    response = respond(situation_of(values), wording=wording, calibration=calibration)
    means = means_reasons(
        values["out_of_control"],
        response.action == "breakup",
        values["to_restore"],
        values["arranged"],
    )
    finding = Finding(
        headline=phrase("action", response.action),
        kicker=TEXT.word("kicker"),
        summary=_summary(response),
        tone=response.action,
        reasons=(*response.asks, *response.reasons, *response.aims),
        notes=(*response.notes, *means, *_choices(values)),
        tensions=_tensions(values, response),
    )
    drawings = (
        _dial(response, wording),
        restraint_of(response),
        path_of(values, response),
        grid_of(response),
    )
    return View(finding, drawings)


def _choices(values: Values) -> tuple[Reason, ...]:
    """Return what is left to choose beside the principle: holding back, and a blend."""
    told = []
    if may_refrain(values["major_power"], values["improvable"]) > 0:
        told.append(Reason("R14"))
    if values["blend"]:
        (blend,) = blends({"neighbour": values["blend"]})
        both = blend.shows_restraint and blend.shows_resolve
        told.append(Reason("R18", "both" if both else "half"))
    return tuple(told)


def _summary(response: Response) -> str:
    return TEXT.word(response.judgement.by)


def _tensions(values: Values, response: Response) -> tuple[str, ...]:
    met = []
    if response.judgement.grade in ("none", "potential"):
        met.append("E01")
    if response.judgement.grade == "indirect":
        met.append("E03")
    if values["out_of_control"]:
        met.append("E04")
    if values["capability"] < 0 and response.action in ("mix", "breakup"):
        met.append("E07")
    return tuple(met)


def _dial(response: Response, wording: Wording) -> Drawing:
    stops = []
    for code, grade in enumerate(GRADES):
        action = action_for(code, wording)
        does = TEXT.word("stop", "nothing" if action == "none" else action)
        stops.append(Stop(grade, TEXT.word("stop", grade), grade, does))
    grade = response.judgement.grade
    key = grade
    if wording == "conclusion" and f"{grade}_conclusion" in TEXT.words["title"]:
        key = f"{grade}_conclusion"
    return dial(
        "dial",
        TEXT.word("title", key),
        stops,
        at=grade,
        moves="grade",
        label=TEXT.word("stop", "label"),
        alt=[TEXT.word("power", "same")],
    )
