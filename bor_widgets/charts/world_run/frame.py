"""One round of a world as a picture: few numbers, packed as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.charts.world_run.looks import CONFLICT, MUTUAL, ONE_SIDED, QUIET, REVOKED
from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import FIRST_TABLE, MOVES
from bor_widgets.simulation.events import Event
from bor_widgets.simulation.measures import strength_of
from bor_widgets.simulation.moves import INSTRUMENTS, own_mean
from bor_widgets.simulation.rules import harmony
from bor_widgets.simulation.state import Worlds
from bor_widgets.theory.judgement import GRADES

#: ties that one picture holds at most; more could not be told apart
MOST_TIES = 2400

#: answers that the log of one round holds at most
MOST_EVENTS = 300

#: what a state carries in a frame, in this order
NODE_PARTS = ("capability", "legitimacy", "strength", "calm")


@dataclass(frozen=True, slots=True)
class Frame:
    """One round as bytes, and what was left out.

    Attributes
    ----------
    nodes : (n, 4) float32
        NODE_PARTS of every state.
    follows : (n, 2) uint8
        Doctrine (all tables of one's own count as one) and whether it must take sides.
    ends : (m, 2) uint16
        The two states of each drawn tie, the most visible last.
    ties : (m, 2) uint8
        Strength (0..255) and state (a place in TIE_STATES).
    who : (e, 2) uint16
        Of each listed answer: who answers, and whom.
    answers : (e, 6) uint8
        Grade, move, place of the rule + 1, conflict (1) and left open (2), instrument + 1, area.
    total, happened
        How many ties and answers there are in all.
    counts
        How many pairs are in each of TIE_STATES, drawn or not.
    """

    nodes: Any
    follows: Any
    ends: Any
    ties: Any
    who: Any
    answers: Any
    total: int
    happened: int
    counts: tuple[int, ...]

    def buffers(self) -> list[bytes]:
        """Return the arrays as bytes, in the order of the attributes."""
        return [
            np.ascontiguousarray(part).tobytes()
            for part in (self.nodes, self.follows, self.ends, self.ties, self.who, self.answers)
        ]


def frame(
    config: WorldConfig, worlds: Worlds, events: Sequence[Event], rules: Sequence[str]
) -> Frame:
    """Return the picture of one world after a round.

    Parameters
    ----------
    events
        What happened in that round.
    rules
        Ids of the rules that an event may name; a frame carries their places.
    """
    n = config.states
    strength = strength_of(config, worlds)[0]
    one, other = np.triu_indices(n, 1)
    state, calm = tie_states(worlds, events, one, other)
    both = (strength[one, other] + strength[other, one]) / 2.0
    struck = _struck(n, events)[one, other]
    pick = _most_visible(both, state, struck)
    counts = np.bincount(state, minlength=CONFLICT + 1)
    calm_of = np.bincount(one[calm], minlength=n) + np.bincount(other[calm], minlength=n)
    nodes = np.stack(
        [
            worlds.capability[0] / worlds.capability[0].mean(),
            worlds.legitimacy[0],
            strength.sum(axis=1) / (n - 1),
            calm_of,
        ],
        axis=1,
    ).astype(np.float32)
    follows = np.stack([np.minimum(worlds.doctrine[0], FIRST_TABLE), worlds.forced[0]], axis=1)
    listed = sorted(events, key=_prominence)[:MOST_EVENTS]
    return Frame(
        nodes=nodes,
        follows=follows.astype(np.uint8),
        ends=np.stack([one[pick], other[pick]], axis=1).astype(np.uint16),
        ties=np.stack([np.rint(both[pick] * 255.0), state[pick]], axis=1).astype(np.uint8),
        who=np.array([(e.one, e.other) for e in listed], np.uint16).reshape(-1, 2),
        answers=np.array([_answer(e, rules) for e in listed], np.uint8).reshape(-1, 6),
        total=len(one),
        happened=len(events),
        counts=tuple(int(count) for count in counts),
    )


def tie_states(worlds: Worlds, events: Sequence[Event], one: Any, other: Any) -> tuple[Any, Any]:
    """Return the state of each pair, and whether both hold back in ways that fit (R20)."""
    restraint = worlds.restraint[0].astype(float)
    mean = own_mean(worlds.restraint[0])
    ours, theirs = mean[one, other], mean[other, one]
    fits = (restraint[one, other] * restraint[other, one] >= 0.0).all(axis=-1)
    calm = np.asarray(harmony(ours, theirs, fits)) > 0
    state = np.full(len(one), QUIET)
    state[(ours > 0.0) | (theirs > 0.0)] = ONE_SIDED
    state[(ours < 0.0) | (theirs < 0.0)] = REVOKED
    state[calm] = MUTUAL
    fighting = np.zeros(mean.shape, np.bool_)
    for event in events:
        if event.conflict:
            fighting[event.one, event.other] = fighting[event.other, event.one] = True
    state[fighting[one, other]] = CONFLICT
    return state, calm


def _struck(states: int, events: Sequence[Event]) -> Any:
    struck = np.zeros((states, states), np.bool_)
    for event in events:
        struck[event.one, event.other] = struck[event.other, event.one] = True
    return struck


def _most_visible(both: Any, state: Any, struck: Any) -> Any:
    """Pick the ties to draw, those that matter most last, so that they lie on top."""
    weight = both + 10.0 * (state == CONFLICT) + 0.5 * (state == MUTUAL) + 0.25 * struck
    order = np.argsort(weight, kind="stable")
    return order[-MOST_TIES:]


def _prominence(event: Event) -> tuple[bool, bool, bool]:
    return (not event.conflict, not event.left_open, event.move == "none")


def _answer(event: Event, rules: Sequence[str]) -> tuple[int, ...]:
    return (
        GRADES.index(event.grade),
        MOVES.index(event.move),
        rules.index(event.rule) + 1 if event.rule in rules else 0,
        int(event.conflict) + 2 * int(event.left_open),
        INSTRUMENTS.index(event.instrument) + 1 if event.instrument else 0,
        event.area,
    )
