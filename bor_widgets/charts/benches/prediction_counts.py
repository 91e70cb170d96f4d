"""The prediction board's other tables: the chosen case, the tally, the three suppliers."""

from __future__ import annotations

from bor_widgets.charts.benches.prediction_tables import TONES, Board, case_row, expected_cell
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.theory.lens_cases import BOARD, rows_for, tally
from bor_widgets.theory.provenance import phrase


def one_drawing(board: Board) -> Drawing:
    """Draw the chosen case under every lens."""
    text = board.text
    posed = next(p for p in BOARD if p.case == board.case)
    rows = []
    for row in rows_for(board.case):
        if row.outcome == "lens silent":
            result = Cell(text.word("silent"), open=True)
        elif board.hidden:
            result = Cell(text.word("one", "hidden"), glyph="…")
        else:
            glyph = text.word(f"{row.outcome}_glyph")
            result = Cell(text.word("board", row.outcome), tone=TONES[row.outcome], glyph=glyph)
        rows.append(
            CellRow(
                phrase("board", "lens", row.prediction.lens.replace(" ", "_")),
                [expected_cell(board, row), result],
                key=row.prediction.lens,
                chosen=row.prediction.lens == board.lens,
            )
        )
    key = "title_hidden" if board.hidden else "title"
    return cells(
        "one",
        text.word("one", key, case=board.named(board.case), done=board.done(posed)),
        [text.word("one", "expected"), text.word("one", "result")],
        rows,
        corner=text.word("one", "corner"),
        here=text.word("here"),
    )


def tally_drawing(board: Board) -> Drawing:
    """Draw hits, misses and silences of each lens, with the note on who chose the cases."""
    text, total = board.text, len(BOARD)
    rows = []
    for lens, counts in tally().items():
        found = []
        for outcome, tone in (("hit", "good"), ("miss", "alarm"), ("lens silent", "open")):
            count = counts[outcome]  # type: ignore[index]  # one of the outcomes
            words = text.word("tally", "count", count=count, all=total)
            if board.hidden and outcome != "lens silent":
                found.append(Cell(text.word("hidden"), glyph="…"))
            elif count == 0:
                found.append(Cell(words, glyph="–", value=0.0))
            else:
                glyph = text.word(f"{outcome}_glyph") if outcome in TONES else None
                found.append(Cell(words, tone=tone, glyph=glyph, value=count / total))
        name = phrase("board", "lens", lens.replace(" ", "_"))
        rows.append(CellRow(name, found, key=lens, chosen=lens == board.lens))
    return cells(
        "tally",
        text.word("tally", "title_hidden" if board.hidden else "title"),
        [text.word("tally", name) for name in ("hits", "misses", "silent")],
        rows,
        corner=text.word("tally", "corner"),
        here=text.word("here"),
        foot=phrase("board", "note", "chosen"),
    )


def three_drawing(board: Board) -> Drawing:
    """Draw the three suppliers: what they supply, which body approved, what China did."""
    text = board.text
    rows = []
    for posed in BOARD:
        if posed.scene.question != "intervention" or posed.scene.supplier is None:
            continue
        if posed.scene.regional_approval == "yes":
            body = Cell(text.word("three", "approved"), tone="good", source="R107")
        else:
            note = text.word("three", "not_named_note")
            body = Cell(text.word("three", "not_named"), open=True, note=note, source="R107")
        supply = Cell(text.word("goods", posed.case), glyph="●")
        consented = "consents" in posed.observed
        if board.hidden:
            done = Cell(board.done(posed), glyph="…", key=posed.case)
        else:
            done = Cell(board.done(posed), tone="good" if consented else "warn", key=posed.case)
        rows.append(case_row(board, posed, [supply, body, done]))
    return cells(
        "three",
        text.word("three", "title_hidden" if board.hidden else "title"),
        [text.word("three", name) for name in ("supply", "body", "done")],
        rows,
        corner=text.word("three", "corner"),
        here=text.word("here"),
    )
