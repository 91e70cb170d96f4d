"""Case studio (L12): one case under four theories, coded from the paper or judged by you.

Rules X01-X11, S19, S28, S38, S64; tensions E80-E101. What a paper fixes in a case is locked
and marked; what was done, and which theory claims it, is held back until a prediction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.case_studio_coding import (
    COUNTRIES,
    GROUPS,
    IRAQ,
    OWN,
    TEXT,
    case_of,
    coded_names,
    committed,
    locks,
    situation_of,
    theirs,
    toggled,
)
from bor_widgets.charts.benches.case_studio_export import markdown
from bor_widgets.charts.benches.case_studio_parting import (
    ASKED,
    answers,
    parted,
    parting,
    parting_reasons,
    refusals,
)
from bor_widgets.charts.benches.case_studio_sanction import (
    AIMS,
    aims,
    sanction,
    sanction_of,
    state_of,
)
from bor_widgets.charts.benches.case_studio_tables import (
    coding,
    definitions,
    labels_of,
    named,
    sides,
    theories,
    told,
    tone_of,
)
from bor_widgets.charts.benches.case_studio_tensions import alert
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.theory import Calibration, Ledger, Reason, compare
from bor_widgets.theory.iraq_2003 import read_iraq_2003
from bor_widgets.theory.regional_pickers import COUNTRIES as STATES
from bor_widgets.theory.sanction_readings import SanctionReadings

KINDS = ("cells",)

__all__ = ["KINDS", "TEXT", "locks", "markdown", "pick", "view"]

SANCTION_TONES = {"neither": "warn", "open": "open", "partly": "caution"}


def view(values: Values, calibration: Calibration) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``case_studio.toml``.
    calibration
        The numbers of the suggested judgement.
    """
    if values["look"] == "sanction":
        readings = sanction_of(values)
        drawn = (sanction(values, readings), aims(values))
        return View(_sanction_finding(values, readings), drawn)
    s = situation_of(values)
    if values["look"] == "parting":
        rows = answers(values, s)
        return View(_parting_finding(values, rows), (parting(rows), refusals()))
    ledger = compare(s, calibration=calibration)
    case = values["case"]
    surprise = None
    if committed(values) and case in IRAQ:
        surprise = sides(values)
    elif committed(values) and case in COUNTRIES:
        surprise = definitions(values, s)
    tables = [theories(values, ledger), surprise]
    if values["expected"] == "shown":
        # the walk speaks of it; whoever has predicted in the table goes on looking there
        tables.reverse()
    tables += [told(values), coding(values)]
    drawings = tuple(table for table in tables if table is not None)
    return View(_case_finding(values, ledger), drawings)


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Swap the lens, predict, unlock a coded input, or try an aim or a definition."""
    change: Mapping[str, Any] = {}
    kind, _, name = key.partition(":")
    match what:
        case "unlock" | "coding":
            change = toggled(values, key)
        case "theories" if kind == "lens" and name in GROUPS:
            change = {"lens": name}
        case "theories" if kind == "expect" and name in GROUPS and not committed(values):
            change = {"expected": name}
        case "sides" if key in TEXT.parameters["actor"].options:
            change = {"actor": key}
        case "labels" if kind in STATES:
            slug = next(slug for slug, state in COUNTRIES.items() if state == kind)
            moved = {} if slug == values["case"] else {"case": slug, "expected": "shown"}
            change = {"definition": name, **moved}
        case "sanction" | "aims" if key in AIMS:
            change = AIMS[key]
        case "parting" if key in ASKED:
            change = ASKED[key]
    return {"set": change} if change else {}


def _case_finding(values: Values, ledger: Ledger) -> Finding:
    verdict = next(one for one in ledger.verdicts if one.theory == values["lens"])
    s, case = situation_of(values), case_of(values)
    met = alert(values, s, ledger)
    reasons = verdict.reasons
    if "grade" in coded_names(values):
        # the case gives the grade: nobody has overruled anything
        reasons = tuple(r for r in reasons if (r.rule, r.key) != ("R10", "overruled"))
    shown = committed(values)
    more: tuple[Reason, ...] = ()
    said: list[str] = []
    if shown and values["case"] in IRAQ:
        reading = read_iraq_2003(values["actor"])
        label = TEXT.word("act", reading.label.replace(" ", "_"))
        said.append(TEXT.word("summary", "actor", actor=values["actor"], label=label))
        more = reading.reasons
    if shown and values["case"] in COUNTRIES:
        found = next(
            one
            for one in labels_of(values, COUNTRIES[values["case"]], s)
            if one.reading == values["definition"]
        )
        which = TEXT.word("labels", values["definition"]).lower()
        said.append(TEXT.word("summary", "label", definition=which, label=named(found.label)))
        more = found.reasons
    count = "none" if not met else "one" if len(met) == 1 else "many"
    told_alert = TEXT.word("summary", f"alert_{count}", count=len(met))
    key = "own" if values["case"] == OWN else "after" if shown else "predict"
    if key == "predict" and theirs(values):
        said.append(TEXT.word("theirs", "predict"))
    else:
        said.append(TEXT.word("summary", key, alert=told_alert))
    return Finding(
        headline=verdict.headline,
        kicker=verdict.title,
        summary=" ".join(said),
        tone=tone_of(verdict),
        reasons=(*more, *reasons),
        open=(*verdict.open, *(case.open if case is not None and shown else ())),
        notes=case.notes if case is not None and shown else (),
        tensions=met,
    )


def _sanction_finding(values: Values, readings: SanctionReadings) -> Finding:
    outcome = state_of(readings)
    met = ["E80"]
    if "retribution" in values["aim"]:
        met.append("E53")
    if "delegitimise" in values["aim"]:
        met.append("E82")
    return Finding(
        headline=TEXT.word("sanction", outcome),
        kicker=TEXT.word("kicker"),
        summary=TEXT.word("sanction", "summary"),
        tone=SANCTION_TONES.get(outcome, "good"),
        reasons=readings.reasons,
        tensions=met,
    )


def _parting_finding(values: Values, rows: Any) -> Finding:
    differ = parted(rows)
    key = "headline" if differ else "headline_none"
    tensions = {
        "X03": "E89", "X05": "E94", "X06": "E96", "X07": "E22", "X08": "E82", "X09": "E86",
        "X10": "E97", "X11": "E98",
    }  # fmt: skip
    return Finding(
        headline=TEXT.word("parting", key, count=len(differ), all=len(rows)),
        kicker=TEXT.word("kicker"),
        summary=TEXT.word("parting", "summary"),
        tone="caution",
        reasons=parting_reasons(values, situation_of(values)),
        tensions=tuple(tensions[name] for name in differ),
    )
