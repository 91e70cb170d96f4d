"""The cases of the opening puzzle as scenes, with what was done in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from bor_widgets.sources import Place
from bor_widgets.theory.lenses import (
    BOARD_LENSES,
    BoardLens,
    Outcome,
    Prediction,
    Scene,
    outcome,
    predict,
    same_answer,
)


@dataclass(frozen=True, slots=True)
class PosedCase:
    """A case as the board puts it.

    Attributes
    ----------
    case
        Id of the case.
    scene
        What the lenses see of it.
    observed
        The moves that were made, by their codes.
    basis
        ``"text"`` where the lines say so outright, ``"inferred"`` where a move is our step.
    places
        Where the moves are reported.
    """

    case: str
    scene: Scene
    observed: tuple[str, ...]
    basis: Literal["text", "inferred"]
    places: tuple[Place, ...]


def _posed(
    case: str, scene: Scene, observed: tuple[str, ...], *places: str, inferred: bool = False
) -> PosedCase:
    return PosedCase(
        case,
        scene,
        observed,
        "inferred" if inferred else "text",
        tuple(Place.parse(place) for place in places),
    )


#: China's capability where the paper gives it the upper hand, and where it says that China
#: could not take over: the numbers are ours
_UPPER_HAND, _NO_CAPACITY = 0.5, -0.5

#: the board in the order of the text; every move is told in the places named
BOARD: tuple[PosedCase, ...] = (
    _posed("C01", Scene("two great powers"), ("friendly tie",), "P0 L11-21"),
    _posed("C02", Scene("pressure by norms"), ("grievance",), "P0 L31-39"),
    _posed(
        "C03",
        Scene("a smaller neighbour", capability=_UPPER_HAND, desired=True),
        ("restraint", "supplies it"),
        "P0 L51-63",
        "P0 L122-126",
    ),
    _posed("C04", Scene("dispute"), ("dispute and partnership",), "P0 L63-66"),
    _posed("C05", Scene("many differences", capability=_UPPER_HAND), ("tie lasts",), "P0 L68-76"),
    _posed(
        "C06",
        Scene("intervention", supplier="energy"),
        ("stays out", "supply given up"),
        "P0 L88-98",
    ),
    _posed(
        "C07",
        Scene("intervention", supplier="energy", regional_approval="yes"),
        ("consents",),
        "P0 L98-106",
    ),
    _posed(
        "C08",
        Scene("intervention", supplier="timber", regional_approval="yes"),
        ("consents",),
        "P0 L98-106",
    ),
    _posed(
        "C09",
        Scene("territory", capability=_NO_CAPACITY),
        ("resolve",),
        "P0 L122-130",
        inferred=True,
    ),
    _posed("C18", Scene("others draw closer"), ("welcomes",), "P0 L1026-1034"),
)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One case under one lens: the expectation, what was done, and how they compare."""

    case: str
    prediction: Prediction
    observed: tuple[str, ...]
    outcome: Outcome


def rows_for(case: str) -> tuple[BoardRow, ...]:
    """Return one row for each lens.

    Raises
    ------
    ValueError
        For a case that is not on the board.
    """
    for posed in BOARD:
        if posed.case == case:
            found = (predict(lens, posed.scene) for lens in BOARD_LENSES)
            return tuple(
                BoardRow(case, one, posed.observed, outcome(one, posed.observed)) for one in found
            )
    known = ", ".join(posed.case for posed in BOARD)
    raise ValueError(f"case takes one of {known}; given was {case!r}")


def tally() -> Mapping[BoardLens, Mapping[Outcome, int]]:
    """Count hits, misses and silences of each lens over the board.

    The board holds the cases that the paper chose as its puzzle, so a high count for
    balance of relationships is no test of it (E08).
    """
    counts: dict[BoardLens, dict[Outcome, int]] = {
        lens: {"hit": 0, "miss": 0, "lens silent": 0, "not observed": 0} for lens in BOARD_LENSES
    }
    for posed in BOARD:
        for row in rows_for(posed.case):
            counts[row.prediction.lens][row.outcome] += 1
    return MappingProxyType({lens: MappingProxyType(one) for lens, one in counts.items()})


def one_answer_to_interventions() -> Outcome:
    """Test the universal rule over Libya, Sudan and Liberia: a miss, as the answers differed.

    The paper names an approval by a regional organisation in two of them and none in the
    third (P0 L88-110), so the three are alike in the stake and not in everything.
    """
    return same_answer([p.observed for p in BOARD if p.scene.question == "intervention"])
