"""What states follow: five doctrines of the papers, and rule tables of a student's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Any

from bor_widgets.theory.judgement import GRADES

#: doctrines by name; the place is the code that a world keeps
DOCTRINES = ("relationships", "power", "values", "soft", "by_table")

#: what a doctrine is called where it is read
DOCTRINE_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "relationships": "balance of relationships",
        "power": "balance of power",
        "values": "value-spreader",
        "soft": "soft balancer",
        "by_table": "by the table of systems",
    }
)

#: what a state can do about a struck tie; the first four are the principles' own
MOVES = (
    "none",
    "compromise",
    "mix",
    "breakup",
    "hard balancing",
    "bandwagoning",
    "soft balancing",
    "enforcement",
)
NONE, COMPROMISE, MIX, BREAKUP, HARD, YIELD, SOFT, ENFORCE = range(len(MOVES))

#: moves that a rule table may hold: enforcement belongs to value-spreaders alone
TABLE_MOVES = MOVES[:ENFORCE]

#: what a rule table is asked: the judged threat, the tie, the power, and the other's restraint
TIES = ("weak", "middling", "strong")
POWERS = ("far weaker", "weaker", "stronger")
OTHERS = ("revoked", "neither", "holds back")
QUESTIONS = tuple(product(GRADES, TIES, POWERS, OTHERS))

#: strength from which a tie is middling, and strong (our scale)
TIE_CUTS = (1.0 / 3.0, 2.0 / 3.0)

#: code of the first rule table in a world
FIRST_TABLE = len(DOCTRINES)


@dataclass(frozen=True, slots=True)
class RuleTable:
    """A doctrine written as a table: one move for each of 108 situations.

    Attributes
    ----------
    name
        What it is called, 1 to 60 letters.
    moves
        One of TABLE_MOVES for each of QUESTIONS, in their order.

    Raises
    ------
    TypeError, ValueError
        For a name that is none, another number of moves, or an unknown move.
    """

    name: str
    moves: tuple[str, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip() or len(self.name) > 60:
            raise ValueError(f"name takes 1 to 60 letters; given was {self.name!r:.80}")
        if not self.name.isprintable() or self.name in DOCTRINES:
            raise ValueError(
                f"name takes printable letters and no doctrine's name; given was {self.name!r}"
            )
        if isinstance(self.moves, str) or not isinstance(self.moves, Iterable):
            raise TypeError(f"moves takes a list; given was {type(self.moves).__name__}")
        object.__setattr__(self, "moves", tuple(self.moves))
        if len(self.moves) != len(QUESTIONS):
            raise ValueError(
                f"moves takes {len(QUESTIONS)} moves, one for each question; "
                f"given were {len(self.moves)}"
            )
        for question, move in zip(QUESTIONS, self.moves, strict=True):
            if move not in TABLE_MOVES:
                raise ValueError(
                    f"the move for {', '.join(question)} takes one of {', '.join(TABLE_MOVES)}; "
                    f"given was {move!r:.80}"
                )

    @property
    def codes(self) -> tuple[int, ...]:
        """The moves as their places in MOVES."""
        return tuple(MOVES.index(move) for move in self.moves)

    def move(self, grade: str, tie: str, power: str, other: str) -> str:
        """Return the move for one situation."""
        return self.moves[QUESTIONS.index((grade, tie, power, other))]


def question_code(grade: Any, strength: Any, power: Any, other: Any) -> Any:
    """Return the place of a question in QUESTIONS, from the places of its four parts."""
    return ((grade * len(TIES) + strength) * len(POWERS) + power) * len(OTHERS) + other


def shares_to_counts(weights: Sequence[float], states: int) -> list[int]:
    """Divide states over weights: whole numbers, those with the largest remainders rounded up."""
    total = sum(weights)
    exact = [weight / total * states for weight in weights]
    counts = [int(share) for share in exact]
    order = sorted(range(len(weights)), key=lambda k: (counts[k] - exact[k], k))
    for k in order[: states - sum(counts)]:
        counts[k] += 1
    return counts
