"""Where states stand in the picture: the powers in the middle, neighbours around the riser."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.start import HEGEMON, RISER, border

#: up to so many states stand on one ring; more are spread over the whole picture
RING = 24

#: how far the neighbours stand from the riser
NEAR = 0.34

#: turn between two states of a spread, so that none hides another
GOLDEN = pi * (3.0 - sqrt(5.0))

Home = tuple[float, float]


def homes(config: WorldConfig) -> list[Home]:
    """Return the place of every state, each coordinate between -1 and 1."""
    places: dict[int, Home] = {}
    if config.riser:
        places[RISER] = (-0.3, 0.0) if config.hegemon else (0.0, 0.0)
    if config.hegemon:
        places[HEGEMON] = (0.42, 0.0) if config.riser else (0.0, 0.0)
    around = border(config)
    for k, state in enumerate(around):
        turn = pi / 2 + (k + 0.5) * 2.0 * pi / len(around)
        x, y = places[RISER]
        places[state] = (x + NEAR * cos(turn), y + 1.5 * NEAR * sin(turn))
    others = [state for state in range(config.states) if state not in places]
    for state, home in zip(
        others, _spread(len(others), inner=0.55 if places else 0.0), strict=True
    ):
        places[state] = home
    return [places[state] for state in range(config.states)]


def _spread(count: int, inner: float) -> list[Home]:
    """Return places on a ring, or on an area around what stands in the middle."""
    if count == 1 and not inner:
        return [(0.0, 0.0)]
    if count <= RING:
        turns = [-pi / 2 + (k + 0.5) * 2.0 * pi / count for k in range(count)]
        return [(0.96 * cos(turn), 0.98 * sin(turn)) for turn in turns]
    spots = []
    for k in range(count):
        # equal areas: as many states stand on the inside as on the outside
        radius = sqrt(inner**2 + (1.0 - inner**2) * (k + 0.5) / count)
        spots.append((radius * cos(k * GOLDEN), radius * sin(k * GOLDEN)))
    return spots


def names(config: WorldConfig, *, short: bool = False) -> list[str]:
    """Return what every state is called, in a sentence or beside its sign."""
    part = "short" if short else "role"
    around = border(config)
    called = []
    for state in range(config.states):
        if config.riser and state == RISER:
            called.append(told(part, "riser"))
        elif config.hegemon and state == HEGEMON:
            called.append(told(part, "hegemon"))
        elif config.riser and state in around:
            called.append(told(part, "neighbour", number=state - around.start + 1))
        else:
            called.append(told(part, "state", number=state + 1))
    return called


def roles(config: WorldConfig) -> list[str]:
    """Return the part that every state has: riser, hegemon, neighbour or state."""
    around = border(config)
    return [
        "riser"
        if config.riser and state == RISER
        else "hegemon"
        if config.hegemon and state == HEGEMON
        else "neighbour"
        if config.riser and state in around
        else "state"
        for state in range(config.states)
    ]
