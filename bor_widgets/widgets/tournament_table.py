"""TournamentTable: a rule table of one's own, as a grid of 108 cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.simulation.doctrines import (
    OTHERS,
    POWERS,
    QUESTIONS,
    TABLE_MOVES,
    TIES,
    RuleTable,
)
from bor_widgets.simulation.entries import Entry, built_in, own
from bor_widgets.simulation.table_file import to_toml
from bor_widgets.theory.judgement import GRADES
from bor_widgets.widgets import panel

WORDS = {
    "label": "A rule table of your own",
    "hint": "What to do about a struck tie, for each of {count} situations. Choose a move, then "
    "press cells; or walk with the arrow keys and type a number from 1 to {moves}.",
    "name": "Name",
    "begin": "Begin from",
    "begin_own": "what is here now",
    "move": "Move to put in",
    "grade": "Judged threat",
    "tie": "tie",
    "power": "own power: {power}",
    "other": "the other's restraint:",
    "row": "Fill the row: judged threat {grade}, tie {tie}",
    "column": "Fill the column: own power {power}, the other {other}",
    "cell": "judged threat {grade}, tie {tie}, own power {power}, the other {other}: {move}",
    "join": "Let it take part",
    "save": "Save as TOML",
    "undo": "Undo",
    "joined": "“{name}” takes part.",
    "saved": "Saved as {file}.",
    "grid": "Moves by situation",
}

#: sign and tone of each move, in their order
SIGNS = ("=", "▲", "⇅", "▼", "H", "J", "S")
TONES = ("none", "compromise", "mix", "breakup", "alarm", "open", "good")

#: the table that is there at first
FIRST = "tit for tat"

#: what a person types must not grow without end
LONGEST_NAME = 60


class TournamentTable(panel.Panel):
    """A grid of moves: judged threat and tie down, own power and the other's restraint across.

    Attributes
    ----------
    moves
        Place of a move in TABLE_MOVES for each of the 108 questions, in their order, two-way.
    name
        What it is called, two-way.
    problem, told
        What is wrong with it; what was done.

    Messages
    --------
    ``begin`` (with ``name`` of a table), ``join``, ``save``.
    """

    _esm: ClassVar[Any] = panel.script("tournament_table", "picture")
    _css: ClassVar[Any] = panel.style("tournament_table")

    moves = traitlets.List(traitlets.Int()).tag(sync=True)
    name = traitlets.Unicode("My table").tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    parts = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, join: Callable[[Entry], None]) -> None:
        self._join = join
        tables = [entry for entry in built_in().values() if entry.table is not None]
        super().__init__(
            moves=_codes(built_in()[FIRST].table),
            parts={
                "grades": list(GRADES),
                "ties": list(TIES),
                "powers": list(POWERS),
                "others": list(OTHERS),
                "moves": [
                    {"label": move, "sign": sign, "tone": tone}
                    for move, sign, tone in zip(TABLE_MOVES, SIGNS, TONES, strict=True)
                ],
                "tables": [{"key": entry.name, "label": entry.label} for entry in tables],
            },
        )

    @traitlets.validate("moves")
    def _only_moves(self, proposal: Any) -> list[int]:
        given = proposal["value"]
        good = len(given) == len(QUESTIONS) and all(0 <= v < len(TABLE_MOVES) for v in given)
        return list(given) if good else list(self.moves or [0] * len(QUESTIONS))

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        if message["kind"] == "begin":
            entry = built_in().get(str(message.get("name")))
            return entry is not None and entry.table is not None
        return message["kind"] in ("join", "save")

    def respond(self, message: dict[str, Any]) -> None:
        """Begin from another table, hand the table over, or give it out as a file."""
        if message["kind"] == "begin":
            self.moves = _codes(built_in()[message["name"]].table)
            return
        self.problem = self.told = ""
        try:
            table = self.table()
            if message["kind"] == "join":
                self._join(own(table))
                self.told = WORDS["joined"].format(name=table.name)
            else:
                stem = re.sub(r"[^\w-]+", "-", table.name).strip("-") or "table"
                self.send({"kind": "file", "name": f"{stem}.toml", "text": to_toml(table)})
        except ValueError as error:
            self.problem = str(error)

    def table(self) -> RuleTable:
        """Return the table as it stands.

        Raises
        ------
        ValueError
            For a name that a table refuses.
        """
        return RuleTable(self.name.strip(), tuple(TABLE_MOVES[code] for code in self.moves))


def _codes(table: RuleTable | None) -> list[int]:
    assert table is not None
    return list(table.codes)
