"""Prediction board (L01): four lenses on the paper's opening cases, and what each misses.

Rules R11, R25, R37, R38, R68, R69, R81, R89, R104, R107, R108, R112, R120, R122, R135, R147,
R157-R159, R161; tensions E05, E08, E13, E29, E31, E99.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bor_widgets.charts.benches.prediction_claims import claims_drawing
from bor_widgets.charts.benches.prediction_counts import one_drawing, tally_drawing, three_drawing
from bor_widgets.charts.benches.prediction_tables import KEYS, Board, board_drawing
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.theory import Reason
from bor_widgets.theory.lens_cases import BOARD, rows_for, tally
from bor_widgets.theory.lenses import BOARD_LENSES
from bor_widgets.theory.provenance import phrase

KINDS = ("cells",)
TEXT = bench_text("prediction_board")

#: cases of intervention, where the stake in resources is what is disputed (E99)
INTERVENTIONS = tuple(p.case for p in BOARD if p.scene.question == "intervention")


def view(values: Values) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``prediction_board.toml``.
    """
    board = Board(
        lens=None if values["lens"] == "all" else values["lens"],
        case=values["case"],
        hidden="hidden" in values["hide"],
    )
    return View(_finding(values, board), (*_tables(board), claims_drawing(TEXT, values)))


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Move to the case, or take up the lens, whose cell was chosen."""
    del values
    if what in ("board", "three") and any(posed.case == key for posed in BOARD):
        return {"set": {"case": key}}
    if what in ("tally", "one") and key in BOARD_LENSES:
        return {"set": {"lens": key}}
    return {}


@lru_cache(maxsize=128)
def _tables(board: Board) -> tuple[Drawing, ...]:
    # kept, since the sliders of this bench move none of them
    return board_drawing(board), one_drawing(board), tally_drawing(board), three_drawing(board)


def _finding(values: Values, board: Board) -> Finding:
    scope = "one" if board.lens else "all"
    if board.hidden:
        headline = TEXT.word("headline", f"hidden_{scope}")
        summary, tone = TEXT.word("summary", "hidden"), "calm"
    elif board.lens is None:
        headline, summary, tone = TEXT.word("headline", "all"), TEXT.word("summary", "all"), "warn"
    else:
        counts = tally()[board.lens]
        headline = TEXT.word("headline", "lens", hits=counts["hit"], misses=counts["miss"])
        summary = TEXT.word("summary", KEYS[board.lens])
        tone = "alarm" if counts["miss"] else "good"
    return Finding(
        headline=headline,
        kicker=board.lens_name if board.lens else TEXT.word("lens", "all"),
        summary=summary,
        tone=tone,
        reasons=_reasons(board),
        notes=(phrase("board", "note", "chosen"),),
        tensions=_tensions(values, board),
    )


def _reasons(board: Board) -> list[Reason]:
    """Give the lenses' grounds: those for the chosen case first, each once."""
    others = [posed.case for posed in BOARD if posed.case != board.case]
    shown: list[Reason] = []
    for case in (board.case, *(others if board.lens else ())):
        for row in rows_for(case):
            if board.lens in (None, row.prediction.lens):
                shown += [r for r in row.prediction.reasons if r not in shown]
    return shown


def _tensions(values: Values, board: Board) -> tuple[str, ...]:
    ties = board.lens in (None, "balance of relationships")
    met = {
        "E05": board.lens == "balance of relationships",
        "E08": ties and not board.hidden,
        "E13": values["expands"] is not None,
        "E29": board.case == "C04",
        "E31": board.lens == "balance of relationships",
        "E99": board.lens == "resources" or board.case in INTERVENTIONS,
    }
    return tuple(name for name, holds in met.items() if holds)
