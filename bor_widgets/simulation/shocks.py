"""What an experimenter can make happen in a world, at a round of their choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bor_widgets.theory.checks import one_of, whole

#: what each shock does, and who is named: `one` acts, `other` is met
SHOCKS: Mapping[str, str] = MappingProxyType(
    {
        "betrayal": "One revokes all restraint towards the other, whose tie is struck gravely.",
        "annexation": "One takes territory of the other, whose survival is at stake; "
        "everybody judges it.",
        "embargo": "One lays an embargo on the other; the tie cannot be normal while it lasts.",
        "end of embargo": "One lifts the embargo on the other.",
        "early recognition": "One recognises the other's new regime early: a crisis dissolves, "
        "and the tie is enacted.",
        "regional approval": "The region approves of what one does: nobody has to choose sides.",
        "call for sides": "The hegemon asks all neighbours of the riser to choose sides; "
        "who is named does not matter.",
        "retrenchment": "One, a power, withdraws: it loses half of its capability.",
        "power shift": "One's capability doubles. Nothing else changes.",
    }
)

#: shocks that name only one state
ALONE = ("regional approval", "call for sides", "retrenchment", "power shift")


@dataclass(frozen=True, slots=True)
class Shock:
    """One thing that happens from outside.

    Attributes
    ----------
    round
        The round before whose strikes it happens, from 0.
    kind
        One of SHOCKS.
    one, other
        Places of the states, from 0. Where only one is named, `other` does not matter.

    Raises
    ------
    TypeError, ValueError
        For another kind, a place that is none, or a state that is to meet itself.
    """

    round: int
    kind: str
    one: int
    other: int = 0

    def __post_init__(self) -> None:
        whole("round", self.round, 0, 1_000_000)
        one_of("kind", self.kind, tuple(SHOCKS))
        whole("one", self.one, 0, 499)
        whole("other", self.other, 0, 499)
        if self.kind not in ALONE and self.one == self.other:
            raise ValueError(f"a shock of {self.kind} takes two states; given was {self.one} twice")
