"""Two tables of the approach chooser: each definition's verdict, and what speaks for which."""

from __future__ import annotations

from bor_widgets.charts.benches.text import BenchText, Values
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.theory.approach_readings import PROPERTIES, ArrangementReading
from bor_widgets.theory.bilateral_forms import BlocReading, is_bilateralism
from bor_widgets.theory.eras import default_approach
from bor_widgets.theory.venue import acts_alone, by_worldview, multilateral_is_offered

APPROACHES = ("multilateral", "bilateral", "unilateral")

CODES = {1: "yes", 0: "open", -1: "no"}

#: verdict of a test -> tone; two tests that disagree must stand out
TONES = {1: "good", 0: "open", -1: "warn"}

#: the case in which the paper names the two blocs
BLOC_CASE = "nato-and-warsaw-pact"


def readings_drawing(
    text: BenchText, values: Values, reading: ArrangementReading, bloc: BlocReading | None
) -> Drawing:
    """Draw the verdicts of the count, of the kind and, for a named bloc, of the paper."""

    def said(*path: str, **more: object) -> str:
        return text.word("readings", *path, **more)

    columns = [
        Column(said("number"), said("number_note")),
        Column(said("kind"), said("kind_note")),
    ]
    if bloc is not None:
        columns.append(Column(said("paper")))
    kinds = {
        "multilateral": _caporaso(text, reading),
        "bilateral": _pempel(text, reading),
        "unilateral": _bound(text, values),
    }
    rows = []
    for approach in APPROACHES:
        counted = approach == reading.number
        count = Cell(
            said("count", f"{approach}_{'yes' if counted else 'no'}", parties=values["parties"]),
            tone="good" if counted else "calm",
            glyph=None if counted else "–",
            chosen=counted,
            source="Q03" if counted else None,
        )
        row = [count, kinds[approach]]
        if bloc is not None:
            row.append(_called(text, values, approach, bloc))
        rows.append(CellRow(said("row", approach), row, said("row_note", approach)))
    return cells(
        "readings",
        _readings_title(text, values, reading, bloc),
        columns,
        rows,
        corner=said("corner"),
        here=said("here"),
    )


def _readings_title(
    text: BenchText, values: Values, reading: ArrangementReading, bloc: BlocReading | None
) -> str:
    if bloc is not None:
        key = "bloc" if bloc.number == "multilateral" else "bloc_named"
        return text.word("readings", key, bloc=values["bloc"])
    if reading.number == "unilateral":
        return text.word("readings", "unilateral")
    return text.word("readings", f"{reading.number}_{CODES[reading.quality]}")


def _caporaso(text: BenchText, reading: ArrangementReading) -> Cell:
    names = reading.missing if reading.quality < 0 else reading.unjudged
    missing = ", ".join(text.word("readings", "property", name) for name in names)
    key = (
        "unjudged"
        if len(names) == len(PROPERTIES) > len(reading.missing)
        else CODES[reading.quality]
    )
    return Cell(
        text.word("readings", "caporaso", key, missing=missing),
        tone=TONES[reading.quality],
        note=text.word("readings", "caporaso", "note"),
        source="Q04",
    )


def _pempel(text: BenchText, reading: ArrangementReading) -> Cell:
    return Cell(
        text.word("readings", "pempel", CODES[reading.strong]),
        tone=TONES[reading.strong],
        note=text.word("readings", "pempel", "note"),
        source="Q08",
    )


def _bound(text: BenchText, values: Values) -> Cell:
    alone = acts_alone(values["will_be_bound"])
    return Cell(
        text.word("readings", "bound", CODES[alone]),
        tone=TONES[alone],
        note=text.word("readings", "bound", "note"),
        source="Q02",
    )


def _called(text: BenchText, values: Values, approach: str, bloc: BlocReading) -> Cell:
    if approach != "bilateral":
        return Cell(text.word("readings", "called", "not_said"), open=True)
    return Cell(
        text.word("readings", "called", "inspired"),
        tone="alarm" if bloc.number == "multilateral" else "good",
        note=text.word("readings", "called", "note", bloc=values["bloc"], pairs=bloc.pairs),
        source="Q25",
        case=BLOC_CASE,
    )


def conditions_drawing(
    text: BenchText, values: Values, reading: ArrangementReading, label: str
) -> Drawing:
    """Draw what each condition speaks for; interests and capabilities have no direction."""

    def said(key: str, **more: object) -> str:
        return text.word("conditions", key, **more)

    alone = acts_alone(values["will_be_bound"])
    threat = values["threat_kind"]
    offered = multilateral_is_offered(
        None if threat is None else threat == "non-traditional", values["solvable_alone"]
    )
    threat_key = "unset" if threat is None else offered
    worldview = by_worldview(values["worldview"])
    rule = {"liberal": "Q15", "liberal-institutionalist": "Q16"}.get(values["worldview"], "Q13")
    era = default_approach(values["year"])
    bilateral = is_bilateralism(values["kinds"])
    rows = [
        (
            said("interests"),
            Cell(said("interests_text"), open=True, note=said("interests_note"), source="Q01"),
        ),
        (
            said("bound"),
            Cell(
                said(f"bound_{ {1: 'no', 0: 'open', -1: 'yes'}[alone] }"),
                tone="good" if alone > 0 else "calm",
                open=alone == 0,
                source="Q02",
            ),
        ),
        (
            said("threat"),
            Cell(
                said(f"threat_{threat_key}"),
                tone="good" if threat_key == "suggested" else "caution",
                source="Q18" if threat_key == "suggested" else "Q19",
            ),
        ),
        (
            said("worldview"),
            Cell(
                said(f"worldview_{worldview}"),
                tone="good",
                open=worldview == "open",
                source=None if worldview == "open" else rule,
            ),
        ),
        (
            said("era", year=values["year"]),
            Cell(
                said(f"era_{era.replace(' ', '_')}"),
                open=era == "not said",
                note=said("era_note"),
                source="Q24",
            ),
        ),
        (
            said("kinds"),
            Cell(said("kinds_yes" if bilateral else "kinds_no"), source="Q26"),
        ),
        (
            said("pair"),
            Cell(
                said(f"pair_{reading.dyad.replace(' ', '_')}"),
                open=reading.dyad == "open",
                source="Q09",
            ),
        ),
    ]
    return cells(
        "conditions",
        _conditions_title(text, threat, label),
        [said("column")],
        [CellRow(name, [cell]) for name, cell in rows],
        corner=said("corner"),
    )


def _conditions_title(text: BenchText, threat: str | None, label: str) -> str:
    key = f"title_{label}"
    if threat == "traditional":
        key = {
            "open": "title_traditional",
            "bilateral": "title_bilateral_traditional",
            "multilateral": "title_multilateral_traditional",
        }.get(label, key)
    return text.word("conditions", key)
