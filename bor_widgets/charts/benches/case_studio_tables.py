"""One case under four theories: the table of readings, the codings, and what was done."""

from __future__ import annotations

from bor_widgets.charts.benches.case_studio_coding import (
    COUNTRIES,
    OWN,
    TEXT,
    case_of,
    claims,
    coded_names,
    committed,
    held_back,
    read_by,
    theirs,
)
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.case_page import lock_reason
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.words import place_label, value_label
from bor_widgets.situation import Situation
from bor_widgets.theory import Ledger, Verdict, phrase
from bor_widgets.theory.iraq_2003 import ACTORS, read_iraq_2003
from bor_widgets.theory.regional_pickers import COUNTRIES as STATES
from bor_widgets.theory.regional_pickers import Country, Label, labels

#: verdict -> tone, by the look of the action that it comes nearest to
TONES = {
    "balance": "breakup", "bandwagon": "compromise", "balance_or_bandwagon": "mix",
    "no_riser": "none", "soft": "compromise", "hard": "breakup", "contested": "mix",
}  # fmt: skip
LABEL_TONES = {
    "soft balancing": "good",
    "from hedging to soft balancing": "good",
    "not soft balancing": "warn",
    "complement": "caution",
    "open": "open",
    "not said": "open",
}


def tone_of(verdict: Verdict) -> str:
    """Return the tone of a verdict."""
    if verdict.theory == "balance_of_relationships":
        return verdict.label
    if verdict.theory == "venue":
        return "open" if verdict.label == "open" else "calm"
    return TONES.get(verdict.label, "none")


def theories(values: Values, ledger: Ledger) -> Drawing:
    """Draw the four readings; the last column is predicted first and shown after."""
    words = TEXT.words["theories"]
    coded, told = coded_names(values), committed(values)
    rules = claims(values)
    rows = []
    for verdict in ledger.verdicts:
        theory = verdict.theory
        fixed = [name for name in read_by(theory) if name in coded]
        held = [name for name in read_by(theory) if name in held_back(values)]
        rest = len(read_by(theory)) - len(fixed) - len(held)
        parts = {"coded": len(fixed), "held": len(held), "yours": rest}
        counted = [TEXT.word("count", k, count=n) for k, n in parts.items() if n]
        names = ", ".join(TEXT.parameters[name].label for name in fixed)
        basis = words["coded"].format(names=names) if fixed else words["uncoded"]
        rows.append(
            CellRow(
                verdict.title,
                [
                    Cell(
                        verdict.headline,
                        tone_of(verdict),
                        note=f"{_note(verdict)} {basis}",
                        source=verdict.reasons[0].rule,
                        key=f"lens:{theory}",
                    ),
                    _claim(values, theory, rules[theory], told),
                ],
                note=" · ".join(counted),
                key=f"lens:{theory}",
                chosen=values["lens"] == theory,
            )
        )
    note = "" if told else words["speaks_note"]
    heads = [
        Column(words["expects"], words["expects_note"]),
        Column(_said(values, "theirs", "speaks") or words["speaks"], note),
    ]
    title = _title(values, rules, told)
    return cells("theories", title, heads, rows, corner=words["corner"], here=words["here"])


def _said(values: Values, *path: str) -> str:
    """Return what is said otherwise of an instructor's case; "" for a case of the papers."""
    return TEXT.word(*path) if theirs(values) else ""


def _note(verdict: Verdict) -> str:
    said = [verdict.reasons[0].text]
    if "definition" in verdict.details:
        label = TEXT.word("label", _key(verdict.details["definition"].label))
        said.append(TEXT.word("theories", "defined", label=label))
    return " ".join([*said, *(question.text for question in verdict.open)])


def _claim(values: Values, theory: str, found: tuple[str, ...], told: bool) -> Cell:
    words = TEXT.words["theories"]
    if values["case"] == OWN:
        return Cell(words["own"], "calm", glyph="✎")
    if not told:
        key = f"expect:{theory}"
        return Cell(words["predict"], "calm", glyph="…", note=words["predict_note"], key=key)
    expected = values["expected"] == theory
    if found:
        said = words["claims_expected" if expected else "claims"]
        note = _said(values, "theirs", "claims_note") or words["claims_note"]
        note = note.format(rules=", ".join(found))
        return Cell(said, "good", note=note, source=found[0])
    return Cell(words["silent_expected" if expected else "silent"], "calm", glyph="–")


def _title(values: Values, rules: dict[str, tuple[str, ...]], told: bool) -> str:
    words = TEXT.words["theories"]
    if values["case"] == OWN:
        return str(words["title_own"])
    if not told:
        return str(words["title_predict"])
    names = [TEXT.word("theory", theory) for theory, found in rules.items() if found]
    key = ("title_none", "title_one", "title_two", "title_three")[len(names)]
    if not names and theirs(values):
        return TEXT.word("theirs", "title_none")
    return str(words[key]).format(names=words["and"].join(names))


def told(values: Values) -> Drawing | None:
    """Draw what was done and how it is read, once a prediction is made."""
    case = case_of(values)
    if case is None or not committed(values):
        return None
    words = TEXT.words["told"]
    source = case.explained_by[0] if case.explained_by else None
    rows = [
        CellRow(words["done"], [Cell(case.done, "calm", glyph="!")]),
    ]
    if case.reading:
        # an instructor's case may have none
        rows.append(CellRow(words["reading"], [Cell(case.reading, "good", source=source)]))
    if case.observed is not None:
        action = phrase("action", case.observed.action)
        seen = Cell(action, case.observed.action, note=case.observed.why)
        rows.append(CellRow(words["observed"], [seen]))
    places = ", ".join(place_label(place) for place in case.places)
    title = _said(values, "theirs", "told") or words["title"]
    return cells("told", title, [Column(words["column"], places)], rows)


def coding(values: Values) -> Drawing:
    """Draw every coded input with what it rests on; press one to unlock it or lock it again."""
    words, case = TEXT.words["coding"], case_of(values)
    locked, held = coded_names(values), held_back(values)
    rows = []
    for name, entry in case.coding.items() if case is not None else ():
        if name not in TEXT.judged:
            continue
        parameter = TEXT.parameters[name]
        if name in held:
            row = [Cell(words["held"], "calm", glyph="…"), Cell(words["held"], "calm", glyph="…")]
            rows.append(CellRow(parameter.label, row))
            continue
        cited = ", ".join(map(str, entry.places))
        shown = value_label(parameter, entry.value)
        on = name in locked
        if on:
            basis = f"{words[entry.basis]}: {cited}"
            if case is not None and case.theirs:
                basis = lock_reason(case, name)
        else:
            basis = words["unlocked"].format(value=value_label(parameter, values[name]))
        tone = {"text": "good", "inferred": "caution"}.get(entry.basis, "calm") if on else "open"
        why = entry.why if committed(values) else ""
        hint = TEXT.word("lock", "keep" if on else "again")
        rows.append(
            CellRow(
                parameter.label,
                [
                    Cell(shown, "calm", glyph="=", key=name, note=hint),
                    Cell(basis, tone, key=name, note=f"{why} {hint}".strip()),
                ],
            )
        )
    yours = len(TEXT.judged) - len(locked) - len(held)
    if not rows:
        cell = Cell(words["nothing_cell"], "open")
        rows = [CellRow(words["nothing"], [cell, cell])]
    some = "title_single" if len(locked) == 1 else "title"
    key = some if locked else "title_held" if held else "title_none"
    said = words[key]
    if key == "title_none":
        said = _said(values, "theirs", "no_input") or said
    title = said.format(coded=len(locked), yours=yours)
    return cells("coding", title, [words["value"], words["basis"]], rows, corner=words["corner"])


def sides(values: Values) -> Drawing:
    """Draw whose act it is in Iraq, and which theory explains it."""
    words, act = TEXT.words["sides"], TEXT.words["act"]
    rows = []
    for actor in ACTORS:
        reading = read_iraq_2003(actor)
        source = reading.reasons[0].rule
        silent = reading.theory == "not said"
        theory = words["none"] if silent else TEXT.word("theory", reading.theory)
        tone = {"balance_of_relationships": "breakup", "soft_balancing": "compromise"}.get(
            reading.theory, "open"
        )
        grade = act[reading.grade] if reading.grade else words["not_named"]
        rows.append(
            CellRow(
                actor,
                [
                    Cell(
                        act[_key(reading.label)],
                        tone,
                        note=reading.reasons[0].text,
                        source=source,
                        key=actor,
                    ),
                    Cell(grade, "alarm" if reading.grade else "open", key=actor),
                ],
                note=theory,
                key=actor,
                chosen=values["actor"] == actor,
            )
        )
    heads = [words["label"], words["grade"]]
    return cells("sides", words["title"], heads, rows, corner=words["corner"], here=words["here"])


def labels_of(values: Values, country: Country, s: Situation) -> tuple[Label, ...]:
    """Return the labels that three definitions give to what a state does."""
    said = s if COUNTRIES.get(values["case"]) == country else None
    ties = values["military_ties"] if country == "Philippines" else None
    return labels(country, said, military_ties=ties)


def named(label: str) -> str:
    """Return a label as it is shown."""
    return TEXT.word("label", _key(label))


def definitions(values: Values, s: Situation) -> Drawing:
    """Draw what each definition calls the conduct of three states."""
    words, here = TEXT.words["labels"], COUNTRIES[values["case"]]
    rows, differ = [], False
    for state in STATES:
        readings = labels_of(values, state, s)
        if state == here:
            differ = readings[0].label != readings[1].label
        rows.append(
            CellRow(
                state,
                [
                    Cell(
                        named(label.label),
                        LABEL_TONES.get(label.label, "calm"),
                        chosen=state == here and label.reading == values["definition"],
                        note=label.reasons[0].text,
                        source=label.reasons[0].rule,
                        key=f"{state}:{label.reading}",
                    )
                    for label in readings
                ],
                key=f"{state}:{values['definition']}",
            )
        )
    heads = [words[k] for k in ("reported", "definition", "balance_of_relationships")]
    title = words["title_differ" if differ else "title_same"].format(country=here)
    return cells("labels", title, heads, rows, corner=words["corner"], here=words["here"])


def _key(label: str) -> str:
    return label.replace(" ", "_")
