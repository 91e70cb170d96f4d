"""Cells: what the table says is what the data say, and bad data are refused in one sentence."""

from __future__ import annotations

import math
from typing import Any

import pytest

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells, cells_figure
from bor_widgets.charts.drawings.figures import drawing_figure
from bor_widgets.charts.theme import TONES

HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "x" * 10_000
SILENT = "the papers do not say"


def mode_table() -> Drawing:
    """T35: which system is needed, by R130 and R131; the fourth cell is left open (E21)."""
    return cells(
        "mode",
        "Without a tie and without a balance the papers do not choose",
        [Column("Balance of power works"), Column("Balance of power fails", "no coordination")],
        [
            CellRow(
                "A tie is foreseeable",
                [
                    Cell("balance of relationships", "good", source="R130", key="both"),
                    Cell("balance of relationships", "good", source="R131"),
                ],
            ),
            CellRow(
                "No tie is foreseeable",
                [
                    Cell("balance of power", "caution", source="R130"),
                    Cell("", open=True, chosen=True, note="Argue it yourself."),
                ],
                note="uncertainty stays",
            ),
        ],
        corner="Expectation",
        alt=["Four cells"],
    )


def cell_of(drawing: Drawing, row: int, column: int) -> dict[str, Any]:
    cell: dict[str, Any] = drawing.data["rows"][row]["cells"][column]
    return cell


def test_a_silent_cell_says_that_the_papers_are_silent() -> None:
    cell = cell_of(mode_table(), 1, 1)
    assert (cell["text"], cell["tone"], cell["glyph"], cell["open"]) == (SILENT, "open", "?", True)


@pytest.mark.parametrize(
    "cell",
    [
        Cell("unclear", "good", open=True),
        Cell("unclear", "open"),
        Cell("unclear", "alarm", glyph="!", open=True),
    ],
)
def test_open_always_looks_open(cell: Cell) -> None:
    drawing = cells("t", "T", ["A"], [CellRow("row", [cell])])
    shown = cell_of(drawing, 0, 0)
    assert (shown["tone"], shown["glyph"], shown["open"]) == ("open", "?", True)
    assert "unclear (left open)" in drawing.alt
    assert drawing.rows == (("row", "unclear (left open)"),)


@pytest.mark.parametrize("tone", [tone for tone in TONES if tone != "open"])
def test_a_cell_wears_the_sign_of_its_tone_unless_it_has_its_own(tone: str) -> None:
    row = CellRow("row", [Cell("one", tone), Cell("two", tone, glyph="§")])
    drawing = cells("t", "T", ["A", "B"], [row])
    assert cell_of(drawing, 0, 0)["glyph"] == TONES[tone].glyph
    assert cell_of(drawing, 0, 1)["glyph"] == "§"
    assert not cell_of(drawing, 0, 0)["open"]


def test_a_source_is_told_with_its_place() -> None:
    source = cell_of(mode_table(), 0, 0)["source"]
    assert source["id"] == "R130"
    assert source["paper"] == "Balance of Relationships"
    assert source["places"][0].startswith("P0 L1664-1668")
    assert cell_of(mode_table(), 1, 1)["source"] is None


def test_table_and_alternative_carry_every_fact() -> None:
    drawing = mode_table()
    assert drawing.columns == (
        "Expectation",
        "Balance of power works",
        "Balance of power fails (no coordination)",
    )
    assert drawing.rows == (
        (
            "A tie is foreseeable",
            "balance of relationships (R130)",
            "balance of relationships (R131)",
        ),
        (
            "No tie is foreseeable (uncertainty stays)",
            "balance of power (R130)",
            f"{SILENT} (you are here): Argue it yourself.",
        ),
    )
    assert drawing.alt.startswith(f"{drawing.title}. ")
    assert drawing.alt.endswith("Four cells.")
    for row in drawing.rows:
        for told in row:
            assert str(told) in drawing.alt


def test_shares_have_a_column_of_numbers_of_their_own() -> None:
    rows = [
        CellRow("India", [Cell("nine in ten", value=0.9), Cell("yes")]),
        CellRow("Brazil", [Cell("nobody counted", open=True), Cell("no")]),
        CellRow("China", [Cell("no vote"), Cell("no")]),
    ]
    drawing = cells("t", "T", ["Votes", "Sanctions"], rows)
    assert drawing.columns == ("row", "Votes", "Votes, as a share from 0 to 1", "Sanctions")
    assert [row[2] for row in drawing.rows] == [0.9, None, ""]
    assert "nine in ten, 0.90" in drawing.alt


def test_the_mark_of_a_chosen_cell_can_be_named() -> None:
    row = CellRow("row", [Cell("yes", chosen=True)])
    drawing = cells("t", "T", ["A"], [row], here="your answer")
    assert drawing.data["here"] == "your answer"
    assert drawing.rows == (("row", "yes (your answer)"),)


def test_a_table_without_rows_says_so() -> None:
    assert "There is nothing to show here." in cells("t", "T", ["A"], []).alt


ROW = CellRow("row", [Cell("yes")])


@pytest.mark.parametrize(
    ("columns", "rows", "sentence"),
    [
        ([], [], "the table t needs at least one column; given was none"),
        (["A", " "], [], "column 2 of the table t needs a label; it is empty"),
        (["A"], [ROW, CellRow("", [Cell("x")])], "row 2 of the table t needs a label; it is empty"),
        (["A", "B"], [ROW], "row 'row' takes 2 cells, one for each column; given were 1"),
        (["A"], [CellRow("r", [Cell(" ")])], "the cell 'r, A' has no text, so it must be marked"),
        (["A"], [CellRow("r", [Cell("x", "pink")])], "tone takes one of .* given was 'pink'"),
        (["A"], [CellRow("r", [Cell("x", "pink", open=True)])], "tone takes one of"),
        (
            ["A"],
            [CellRow("r", [Cell("x", value=1.01)])],
            "takes a share from 0 to 1; given was 1.01",
        ),
        (["A"], [CellRow("r", [Cell("x", value=-0.1)])], "takes a share from 0 to 1"),
        (["A"], [CellRow("r", [Cell("x", value=math.nan)])], "takes a share from 0 to 1"),
    ],
)
def test_bad_data_are_refused_in_one_sentence(
    columns: list[str], rows: list[CellRow], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence) as refused:
        cells("t", "T", columns, rows)
    assert "\n" not in str(refused.value)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError, match="R999"):
        cells("t", "T", ["A"], [CellRow("r", [Cell("x", source="R999")])])


def test_the_figure_has_the_same_facts() -> None:
    drawing = mode_table()
    figure = cells_figure(drawing)
    trace = figure.data[0]
    heads = " ".join(trace.header.values)
    for head in ("Expectation", "Balance of power works", "no coordination"):
        assert head in heads
    labels, works, fails = trace.cells.values
    assert "uncertainty stays" in labels[1]
    assert works[1] == f"{TONES['caution'].glyph} balance of power (R130)"
    assert fails[1].startswith(f"<b>? {SILENT} (you are here)")
    fills = trace.cells.fill.color
    assert fills[1][1] == TONES["caution"].fill
    assert fills[2][1] == TONES["open"].fill
    assert "do not choose" in figure.layout.title.text


def test_hostile_words_stay_plain_text() -> None:
    row = CellRow(HOSTILE, [Cell(HOSTILE, glyph="<b>", note=HOSTILE)], note=HOSTILE)
    drawing = cells("t", HOSTILE, [Column(HOSTILE, HOSTILE)], [row], corner=HOSTILE)
    assert cell_of(drawing, 0, 0)["text"] == HOSTILE
    text = drawing_figure(drawing).to_json()
    assert text is not None
    assert "<img" not in text
    assert "\\u003cimg" not in text
    assert "&lt;img" in text
    assert "&lt;b&gt;" in text
