"""What happened in a round, one entry a struck tie, with the rule that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES, FIRST_TABLE, MOVES
from bor_widgets.simulation.moves import INSTRUMENTS, Moves
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.judgement import GRADES

#: rules that an event may name
EVENT_RULES = ("R01", "R02", "R03", "R04", "R50", "R54", "R130", "R132", "R135", "S08")


@dataclass(frozen=True, slots=True)
class Event:
    """One state's answer to a strike.

    Attributes
    ----------
    round
        The round in which it happened, from 0.
    one, other
        Who answered, and the state from which the challenge came.
    grade
        The judged grade of the threat.
    move
        One of MOVES.
    area
        Place of the struck issue area.
    rule
        Id of the rule that the move comes from, or "" for a table of a student's own, and
        for doing nothing.
    conflict
        Whether it turned violent.
    left_open
        Whether the table of systems was blank.
    instrument
        One of INSTRUMENTS for soft balancing, picked by lot (S19); otherwise "".
    """

    round: int
    one: int
    other: int
    grade: str
    move: str
    area: int
    rule: str
    conflict: bool
    left_open: bool
    instrument: str


def events_of(config: WorldConfig, worlds: Worlds, moves: Moves, world: int = 0) -> list[Event]:
    """List what happened to one of the worlds in the round just played."""
    here = np.flatnonzero(moves.world == world)
    return [_event(config, worlds, moves, int(k)) for k in here]


def _event(config: WorldConfig, worlds: Worlds, m: Moves, k: int) -> Event:
    one = int(m.struck[k])
    move = MOVES[int(m.move[k])]
    own_table = int(worlds.doctrine[m.world[k], one]) >= FIRST_TABLE
    return Event(
        round=worlds.round - 1,
        one=one,
        other=int(m.by[k]),
        grade=GRADES[int(m.grade[k])],
        move=move,
        area=int(m.area[k]),
        rule="" if own_table else rule_of(config, worlds, m, k, move),
        conflict=bool(m.fights[k]),
        left_open=bool(m.left_open[k]),
        instrument=INSTRUMENTS[int(m.instrument[k])] if m.instrument[k] >= 0 else "",
    )


def rule_of(config: WorldConfig, worlds: Worlds, m: Moves, k: int, move: str) -> str:
    """Return the id of the rule that a move comes from, or "" where no paper names one."""
    follows = doctrine_name(config, worlds.doctrine[m.world[k], m.struck[k]])
    match move:
        case "compromise" if bool(m.deviance[k]) and follows == "values":
            return "R54"
        case "compromise":
            return "R04" if config.wording == "conclusion" else "R01"
        case "mix":
            return "R03"
        case "breakup":
            return "R02"
        case "soft balancing":
            return "S08"
        case "enforcement":  # a high moment of commitment, at the expense of the tie
            return "R50"
        case "hard balancing" | "bandwagoning":
            by_table = "R132" if bool(m.tilted[k]) else "R130"
            return {"soft": "S08", "by_table": by_table}.get(follows, "R135")
        case _:
            return ""


def doctrine_name(config: WorldConfig, code: Any) -> str:
    """Return the name of what a state follows, from its code."""
    names = (*DOCTRINES, *(table.name for table in config.tables))
    return names[int(code)]
