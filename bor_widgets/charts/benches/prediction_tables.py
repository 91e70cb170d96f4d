"""The prediction board's main table: the cases under all lenses, or under one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bor_widgets.charts.benches.text import BenchText, bench_text
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.theory.lens_cases import (
    BOARD,
    BoardRow,
    PosedCase,
    one_answer_to_interventions,
    rows_for,
    tally,
)
from bor_widgets.theory.lenses import BOARD_LENSES, BoardLens
from bor_widgets.theory.provenance import phrase

#: lens -> its key among the words
KEYS: dict[str, str] = dict(zip(BOARD_LENSES, ("power", "resources", "rule", "ties"), strict=True))

#: how a prediction compares with what was done -> tone and sign
TONES = {"hit": "good", "miss": "alarm"}


@dataclass(frozen=True, slots=True)
class Board:
    """What of the board is looked at.

    Attributes
    ----------
    lens
        The lens, or None for all four.
    case
        Id of the chosen case.
    hidden
        Whether what was done is kept back.
    """

    lens: BoardLens | None
    case: str
    hidden: bool

    @property
    def text(self) -> BenchText:
        """The bench's words."""
        return bench_text("prediction_board")

    @property
    def lens_name(self) -> str:
        """The lens as a reader knows it."""
        return phrase("board", "lens", str(self.lens).replace(" ", "_")) if self.lens else ""

    def named(self, case: str) -> str:
        """Return the short name of a case."""
        parameter = self.text.parameters["case"]
        return parameter.option_labels[parameter.options.index(case)]

    def moves(self, codes: Sequence[str], joint: str) -> str:
        """Tell moves in words, joined by "or" or by "and"."""
        told = [phrase("board", "move", code.replace(" ", "_")) for code in codes]
        return self.text.word("one", joint).join(told)

    def done(self, posed: PosedCase) -> str:
        """Tell what was done, or that it is hidden."""
        return self.text.word("hidden") if self.hidden else self.moves(posed.observed, "and")


def board_drawing(board: Board) -> Drawing:
    """Draw all cases: under every lens as hits and misses, or under one with its expectations."""
    return _matrix(board) if board.lens is None else _through(board)


def _matrix(board: Board) -> Drawing:
    text = board.text
    rows = []
    for posed in BOARD:
        found = [_verdict(board, row, posed) for row in rows_for(posed.case)]
        rows.append(case_row(board, posed, found))
    title = "title_hidden" if board.hidden else "title_all"
    columns = [Column(text.word("lens", key), text.word("lens_note", key)) for key in KEYS.values()]
    return cells(
        "board",
        text.word("board", title),
        columns,
        rows,
        corner=text.word("board", "corner"),
        here=text.word("here"),
    )


def _verdict(board: Board, row: BoardRow, posed: PosedCase) -> Cell:
    """Tell in one word how a lens fared; what it expected is read at the cell."""
    text = board.text
    if row.outcome == "lens silent":
        return Cell(text.word("silent"), open=True, key=posed.case)
    expects = text.word("board", "expects", moves=board.moves(row.prediction.moves, "or"))
    if board.hidden:
        return Cell(text.word("board", "speaks"), note=expects, key=posed.case)
    done = text.word("board", "was_done", moves=board.done(posed))
    return Cell(
        text.word("board", row.outcome),
        tone=TONES[row.outcome],
        glyph=text.word(f"{row.outcome}_glyph"),
        note=f"{expects} {done}",
        key=posed.case,
    )


def case_row(board: Board, posed: PosedCase, found: Sequence[Cell], note: str = "") -> CellRow:
    """Return the row of a case: its label opens the case, the chosen one is marked."""
    return CellRow(
        board.named(posed.case),
        found,
        note,
        case=posed.case,
        chosen=posed.case == board.case,
    )


def _through(board: Board) -> Drawing:
    text = board.text
    rows, silent = [], 0
    for posed in BOARD:
        row = next(r for r in rows_for(posed.case) if r.prediction.lens == board.lens)
        if row.outcome == "lens silent" and posed.case != board.case:
            silent += 1
            continue
        pair = [expected_cell(board, row), _done(board, row, posed)]
        rows.append(case_row(board, posed, pair, _why_it_matters(board, posed)))
    # what the lens looks at comes first: there the surprise is
    rows.sort(key=lambda entry: not entry.note)
    if board.lens == "universal rule":
        rows.append(_together(board))
    if silent:
        label = text.word("board", "silent_row", count=silent)
        nothing = Cell(text.word("board", "silent_row_none"), open=True)
        rows.append(CellRow(label, [nothing, Cell(text.word("silent"), open=True)]))
    return cells(
        "board",
        _through_title(board),
        [text.word("board", "expected"), text.word("board", "done")],
        rows,
        corner=text.word("board", "corner"),
        here=text.word("here"),
    )


def _through_title(board: Board) -> str:
    counts = tally()[board.lens or "resources"]
    total = len(BOARD)
    if board.hidden:
        speaks = total - counts["lens silent"]
        return board.text.word(
            "board", "title_hidden_lens", lens=board.lens_name, speaks=speaks, all=total
        )
    key = f"title_{KEYS[str(board.lens)]}"
    return board.text.word("board", key, hits=counts["hit"], all=total)


def expected_cell(board: Board, row: BoardRow) -> Cell:
    """Tell what a lens expects, on whose word, and whether the step is ours."""
    text = board.text
    reasons = row.prediction.reasons
    source = reasons[0].rule if reasons else None
    if not row.prediction.moves:
        return Cell(text.word("board", "silent_row_none"), open=True, source=source)
    step = text.word("board", "inferred") if row.prediction.basis == "inferred" else ""
    words = board.moves(row.prediction.moves, "or")
    return Cell(f"{words} ({step})" if step else words, note=reasons[0].text, source=source)


def _done(board: Board, row: BoardRow, posed: PosedCase) -> Cell:
    if board.hidden:
        return Cell(board.done(posed), tone="calm", glyph="…", key=posed.case)
    if row.outcome == "lens silent":
        return Cell(board.done(posed), key=posed.case)
    return Cell(
        board.done(posed),
        tone=TONES[row.outcome],
        glyph=board.text.word(f"{row.outcome}_glyph"),
        note=phrase("board", "outcome", row.outcome),
        key=posed.case,
    )


def _why_it_matters(board: Board, posed: PosedCase) -> str:
    """Tell what the lens looks at in a case: the supply, or who has the upper hand."""
    scene, text = posed.scene, board.text
    if board.lens == "resources" and scene.supplier:
        return text.word("board", "supplies", goods=text.word("goods", posed.case))
    if board.lens == "balance of power" and scene.capability:
        return text.word("board", "stronger" if scene.capability > 0 else "weaker")
    return ""


def _together(board: Board) -> CellRow:
    text = board.text
    expected = Cell(text.word("together", "expected"), source="R112")
    if board.hidden:
        seen = Cell(text.word("hidden"), glyph="…")
    else:
        outcome = one_answer_to_interventions()
        glyph = text.word(f"{outcome}_glyph")
        seen = Cell(text.word("together", outcome), tone=TONES[outcome], glyph=glyph)
    return CellRow(text.word("together", "label"), [expected, seen])
