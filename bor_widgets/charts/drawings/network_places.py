"""Places for the parts of a small network: from who is tied to whom, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

#: a part keeps this distance from the edge of the picture (of 1)
EDGE = 0.1

#: steps until the places hardly move any more
ROUNDS = 120

#: a picture that is this much longer one way than the other is turned to lie flat
LONGISH = 1.15

#: how much more the narrow way of a picture may be stretched than the long one
STRETCH = 2.2

Place = tuple[float, float]


def layout_places(ids: Sequence[str], ties: Sequence[tuple[str, str]]) -> dict[str, Place]:
    """Return a place for each part, x from the left and y from the top, both from 0 to 1.

    Parts stand as far apart as there are ties between them. Nothing is drawn by chance and
    no array is needed, so the same ties give the same picture everywhere; a value that
    changes moves nothing.

    Parameters
    ----------
    ids
        The parts. The first one comes to stand on the left where nothing decides it.
    ties
        Pairs of ids; direction and repetition do not matter.

    Raises
    ------
    ValueError
        For an id used twice, or a tie to a part that there is not.
    """
    known = set(ids)
    if len(known) < len(ids):
        raise ValueError(f"ids takes each name once; given was {list(ids)!r}")
    for pair in ties:
        for end in pair:
            if end not in known:
                raise ValueError(f"ties takes the given ids; {end!r} is none of them")
    pairs = frozenset((min(pair), max(pair)) for pair in ties if pair[0] != pair[1])
    return dict(zip(ids, _places(tuple(ids), pairs), strict=True))


@lru_cache(maxsize=64)
def _places(ids: tuple[str, ...], pairs: frozenset[tuple[str, str]]) -> tuple[Place, ...]:
    if len(ids) < 2:
        return ((0.5, 0.5),) * len(ids)
    apart = _steps(ids, pairs)
    count = len(ids)
    # on a circle first, so that nobody stands on another; then drawn to the wished distances
    at = [(-cos(2 * pi * i / count), -sin(2 * pi * i / count)) for i in range(count)]
    for _ in range(ROUNDS):
        # one after another: moved all at once, two parts would land on each other
        for i in range(count):
            at[i] = _drawn(i, at, apart[i])
    return _filled(_lying(at))


def _drawn(i: int, at: list[Place], apart: list[float]) -> Place:
    """Return where a part wants to stand, seen from all others; the near ones count most."""
    x, y = at[i]
    sum_x = sum_y = weights = 0.0
    for j, (other_x, other_y) in enumerate(at):
        if i == j:
            continue
        wish = apart[j]
        weight = 1 / wish**2
        away = hypot(x - other_x, y - other_y) or 1e-9
        sum_x += weight * (other_x + wish * (x - other_x) / away)
        sum_y += weight * (other_y + wish * (y - other_y) / away)
        weights += weight
    return sum_x / weights, sum_y / weights


def _steps(ids: tuple[str, ...], pairs: frozenset[tuple[str, str]]) -> list[list[float]]:
    """Return how many ties lie between two parts; a little more than any, where none do."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(sorted(pairs))
    steps = dict(nx.all_pairs_shortest_path_length(graph))
    far = 1.0 + max(max(row.values()) for row in steps.values())
    return [[float(steps[a].get(b, far)) for b in ids] for a in ids]


def _lying(at: list[Place]) -> list[Place]:
    """Turn a long picture so that its longer way goes across: names need width."""
    middle_x = sum(x for x, _ in at) / len(at)
    middle_y = sum(y for _, y in at) / len(at)
    xx = sum((x - middle_x) ** 2 for x, _ in at)
    yy = sum((y - middle_y) ** 2 for _, y in at)
    xy = sum((x - middle_x) * (y - middle_y) for x, y in at)
    spread = hypot(xx - yy, 2 * xy)
    if xx + yy + spread < LONGISH**2 * (xx + yy - spread):
        return at
    turn = -atan2(2 * xy, xx - yy) / 2
    turned = [(x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)) for x, y in at]
    # the first part stays on the left
    side = -1.0 if turned[0][0] > sum(x for x, _ in turned) / len(at) else 1.0
    return [(x * side, y * side) for x, y in turned]


def _filled(at: list[Place]) -> tuple[Place, ...]:
    """Spread the places over the picture, without making a hill of a small bend."""
    ways = list(zip(*at, strict=True))
    spans = [max(way) - min(way) for way in ways]
    full = [(1 - 2 * EDGE) / max(span, 1e-6) for span in spans]
    scale = min(full)
    columns = []
    for way, span, most in zip(ways, spans, full, strict=True):
        zoom = min(most, scale * STRETCH)
        middle = min(way) + span / 2
        columns.append([round(0.5 + (value - middle) * zoom, 4) for value in way])
    return tuple(zip(*columns, strict=True))
