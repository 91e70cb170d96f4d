"""Read the state of either peer, and tell where it differs from that of a world of ours."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from bor_widgets.simulation.moves import Moves
from bor_widgets.simulation.state import Worlds
from tests.peers.mesa_world import MesaWorld
from tests.peers.networkx_world import NetworkxWorld
from tests.peers.rules import Answer

Peer = MesaWorld | NetworkxWorld

#: what a peer knows of each side of a tie, and of each state
OF_COUNTERS = ("age", "campaign", "acts", "coalition", "failed", "power_failed", "embargo")
OF_TIES = ("level", *OF_COUNTERS, "restraint")
OF_STATES = (
    "capability",
    "legitimacy",
    "sacrifice",
    "confrontation",
    "commitment",
    "fatigue",
    "drive",
    "retrieving",
    "holding",
    "forced",
    "opposing",
)

#: what is counted in whole numbers: no rounding may touch it
WHOLE = (*OF_COUNTERS, "retrieving", "forced", "opposing")


def state_of(peer: Peer) -> dict[str, Any]:
    """Return a peer's state as arrays, by the names of a world of ours."""
    n = peer.config.states
    ties: dict[str, Any] = {name: np.zeros((n, n)) for name in OF_TIES[:-1]}
    ties["restraint"] = np.zeros((n, n, peer.config.areas))
    states: dict[str, Any] = {}
    if isinstance(peer, NetworkxWorld):
        for i, j, tie in peer.graph.edges(data=True):
            for name in OF_TIES:
                ties[name][i, j] = tie[name]
        for name in OF_STATES:
            states[name] = np.array([peer.graph.nodes[i][name] for i in range(n)])
    else:
        for one in peer.states:
            for j, each in one.ties.items():
                for name in OF_TIES:
                    ties[name][one.place, j] = getattr(each, name)
        for name in OF_STATES:
            kept = [s.clock if hasattr(s.clock, name) else s for s in peer.states]
            states[name] = np.array([getattr(each, name) for each in kept])
    return ties | states | {"bargains": np.array(peer.bargains)}


def answers_of(peer: Peer) -> dict[tuple[int, int], Answer]:
    """Return a peer's answers of the last round by tie."""
    if isinstance(peer, NetworkxWorld):
        return peer.answers
    return {(s.place, j): answer for s in peer.states for j, answer in s.answers.items()}


def our_answers(moves: Moves) -> dict[tuple[int, int], Answer]:
    """Return the answers of the first of our worlds by tie."""
    here = np.flatnonzero(moves.world == 0)
    columns = [np.asarray(getattr(moves, name))[here].tolist() for name in Answer._fields]
    ties = zip(moves.struck[here].tolist(), moves.by[here].tolist(), strict=True)
    return {tie: Answer(*row) for tie, row in zip(ties, zip(*columns, strict=True), strict=True)}


def measured_by(peer: Peer) -> dict[str, float]:
    """Return a peer's last measures."""
    return peer.history[-1] if isinstance(peer, NetworkxWorld) else peer.measured


def furthest(peer: Peer, worlds: Worlds) -> dict[str, float]:
    """Return, for every part of the state, how far a peer lies from the first of our worlds.

    Only ordered pairs of two states are looked at: no state has a tie with itself.
    """
    off = ~np.eye(peer.config.states, dtype=bool)
    found = {}
    for name, value in state_of(peer).items():
        ours = np.asarray(getattr(worlds, name)[0], float)
        distance = np.abs(ours - value)
        found[name] = float((distance[off] if name in OF_TIES else distance).max())
    return found


def measures_apart(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Return how far measures lie apart; infinitely where only one is a number."""
    apart = {}
    for name in one.keys() | other.keys():
        a, b = one.get(name, math.inf), other.get(name, -math.inf)
        apart[name] = 0.0 if math.isnan(a) and math.isnan(b) else abs(a - b)
        if math.isnan(apart[name]):
            apart[name] = math.inf
    return apart
