"""The view on tests of a tie web: many states, and whether that is multilateralism."""

from __future__ import annotations

from dataclasses import replace

from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.tie_web_drawings import picture
from bor_widgets.charts.benches.tie_web_states import OTHERS, OWN, STATES, TEXT, Seen, seen
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.theory import Reason
from bor_widgets.theory.arithmetic import Leaning, answer, leaning
from bor_widgets.theory.generalised_principles import generalised
from bor_widgets.theory.lens_expectations import LENSES
from bor_widgets.theory.venue import by_number, by_quality, strong_bilateralism
from bor_widgets.theory.web_reasons import frame_reasons

#: properties that a reader judges; pressing their cell goes on to the next answer
JUDGED = ("indivisibility", "diffuse_reciprocity")
NEXT_ANSWER = {1: False, 0: True, -1: None}

KEYS = {1: "yes", 0: "open", -1: "no"}
TONES = {1: "good", 0: "open", -1: "alarm"}


def tests_view(values: Values) -> View:
    """Draw the view on tests."""
    now = seen({**values, "lens": LENSES[0]})
    alike, all_three = quality_of(values, now)
    key = KEYS[int(all_three)]
    strict = bool(values["exclusive_privileges"])
    finding = Finding(
        headline=TEXT.word("quality_table", f"headline_{key}"),
        kicker=TEXT.word("quality_table", "kicker"),
        summary=TEXT.word("quality_table", f"summary_{key}"),
        tone=TONES[int(all_three)],
        reasons=(
            Reason("Q04", key),
            Reason("Q06", "alike" if alike > 0 else "case_by_case"),
            *frame_reasons(LENSES[0], now.web.frame, treatment_of(now)),
        ),
        tensions=("E89", "E87", *(("E84",) if strict else ())),
    )
    return View(finding, (quality(values, now), picture(values, now)))


def next_answer(values: Values, name: str) -> bool | None:
    """Return the answer that comes after the present one: open, yes, no, and open again."""
    return NEXT_ANSWER[int(leaning(values[name]))]


def treatment_of(seen: Seen) -> list[float]:
    """Return how each partner is treated, 0..1: read off its tie (our step)."""
    return [(1.0 + seen.web.tie(OWN, other)) / 2.0 for other in OTHERS]


def quality_of(values: Values, seen: Seen) -> tuple[Leaning, Leaning]:
    """Return whether partners are treated alike, and whether all three properties hold."""
    alike = generalised(treatment_of(seen))
    three = (values["indivisibility"], answer(alike), values["diffuse_reciprocity"])
    return alike, by_quality(*three)


def quality(values: Values, seen: Seen) -> Drawing:
    """Draw the tests: by number, by Caporaso's three properties, and by privileges."""
    alike, all_three = quality_of(values, seen)
    strong = strong_bilateralism(values["exclusive_privileges"], values["one_to_one_belief"])
    many = by_number(len(STATES)) == "multilateral"
    title = {1: "title_yes", 0: "title_open", -1: "title_no" if alike < 0 else "title_missing"}
    rows = [
        _row("number", Cell(TEXT.word("quality_table", "number_says"), source="Q03"),
             Cell(TEXT.word("quality_table", "number_ties"), source="R86"),
             note=TEXT.word("quality_table", "number_note") if many else ""),
        _row("general", _judged(alike, "general_yes", "general_no", "open", "Q06"),
             Cell(TEXT.word("quality_table", "general_ties"), "caution", source="E87"),
             note=TEXT.word("quality_table", "general_note")),
        _row("indivisible", _answered(values, "indivisibility", "Q05"), _silent()),
        _row("diffuse", _answered(values, "diffuse_reciprocity", "Q07"), _silent()),
        _row("together",
             _judged(all_three, "together_yes", "together_no", "together_open", "Q04", True),
             Cell(TEXT.word("quality_table", "together_ties"), source="R70")),
        _row("strong", _judged(strong, "strong_yes", "strong_no", "strong_open", "Q08"),
             Cell(TEXT.word("quality_table", "strong_ties"), source="E84")),
    ]  # fmt: skip
    return cells(
        "quality",
        TEXT.word("quality_table", title[int(all_three)]),
        [TEXT.word("quality_table", "paper"), TEXT.word("quality_table", "ties")],
        rows,
        corner=TEXT.word("quality_table", "corner"),
        here=TEXT.word("quality_table", "verdict"),
    )


def _row(name: str, *entries: Cell, note: str = "") -> CellRow:
    return CellRow(TEXT.word("quality_table", name), entries, note=note)


def _answered(values: Values, name: str, source: str) -> Cell:
    cell = _judged(leaning(values[name]), "yes", "no", "open", source)
    return replace(cell, key=name, note=TEXT.word("quality_table", "press"))


def _judged(
    code: Leaning, yes: str, no: str, unsaid: str, source: str, chosen: bool = False
) -> Cell:
    if code == 0:
        return Cell(TEXT.word("quality_table", unsaid), open=True, source=source, chosen=chosen)
    tone, key = ("good", yes) if code > 0 else ("alarm", no)
    return Cell(TEXT.word("quality_table", key), tone, source=source, chosen=chosen)


def _silent() -> Cell:
    return Cell(TEXT.word("quality_table", "silent"), open=True)
