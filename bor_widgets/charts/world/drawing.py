"""The map of the world as lines that a browser draws at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bor_widgets.charts.world.geometry import Ring, outlines
from bor_widgets.charts.world.projection import project

#: lines that lie south of the drawing are left out
LEFT_OUT = frozenset({"ATA"})


@dataclass(frozen=True, slots=True)
class World:
    """Every country as one path, and where its label stands, in units of the drawing."""

    paths: dict[str, str]
    centres: dict[str, tuple[int, int]]


def _unrolled(ring: Ring) -> Ring:
    """Return a line without leaps: one that crosses the 180th meridian goes on beyond it."""
    points = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((points[-1][0] - lon) / 360)
        points.append((lon + 360 * turns, lat))
    return tuple(points)


def _cut(points: Ring, edge: float, *, keep_west: bool) -> Ring:
    """Return the part of an area on one side of a meridian."""
    kept: list[tuple[float, float]] = []
    for place, (lon, lat) in enumerate(points):
        before_lon, before_lat = points[place - 1]
        inside = lon <= edge if keep_west else lon >= edge
        was_inside = before_lon <= edge if keep_west else before_lon >= edge
        if inside != was_inside:
            part = (edge - before_lon) / (lon - before_lon)
            kept.append((edge, before_lat + part * (lat - before_lat)))
        if inside:
            kept.append((lon, lat))
    return tuple(kept)


def _pieces(ring: Ring) -> list[Ring]:
    """Return an area as one piece, or as two where it lies on both sides of the 180th meridian."""
    whole = _unrolled(ring)
    pieces = []
    for turn in (-360.0, 0.0, 360.0):
        moved = tuple((lon + turn, lat) for lon, lat in whole)
        if any(-180 < lon < 180 for lon, _ in moved):
            pieces.append(_cut(_cut(moved, 180.0, keep_west=True), -180.0, keep_west=False))
    return [piece for piece in pieces if piece]


def _line(ring: Ring) -> str:
    """Return a closed line in steps of whole units; "" for a speck."""
    return "".join(_piece(piece) for piece in _pieces(ring))


def _piece(ring: Ring) -> str:
    points = [project(lon, lat) for lon, lat in ring]
    (x, y), rest = points[0], points[1:]
    steps = []
    last_x, last_y = x, y
    for new_x, new_y in rest:
        if (new_x, new_y) != (last_x, last_y):
            steps.append(f"{new_x - last_x} {new_y - last_y}")
            last_x, last_y = new_x, new_y
    return f"M{x} {y}l{' '.join(steps)}z" if len(steps) > 2 else ""


@cache
def world() -> World:
    """Return the drawing of the world, made once."""
    shown = [outline for outline in outlines() if outline.code not in LEFT_OUT]
    return World(
        {outline.code: "".join(map(_line, outline.rings)) for outline in shown},
        {outline.code: project(*outline.centre) for outline in shown},
    )
