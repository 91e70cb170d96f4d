"""Outlines of the countries, read from the geometry that plotly draws its maps with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

#: the name under which plotly looks for this geometry
GEOMETRY = "world_110m"

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The land of one country.

    Attributes
    ----------
    code
        ISO 3166 code of three letters; codes that begin with X are areas which the
        source keeps apart from every country.
    rings
        Closed lines of (longitude, latitude) in degrees: coasts and borders, and holes.
    centre
        A point inside the country that suits a label.
    """

    code: str
    rings: tuple[Ring, ...]
    centre: Point


@cache
def geometry_text() -> str:
    """Return the geometry as it is stored, for plotly in the browser."""
    resource = files("bor_widgets.charts.world").joinpath(f"{GEOMETRY}.json")
    return resource.read_text(encoding="utf-8")


@cache
def topology() -> dict[str, Any]:
    """Return the geometry as a TopoJSON object."""
    read: dict[str, Any] = json.loads(geometry_text())
    return read


def _arcs(stored: dict[str, Any]) -> list[list[Point]]:
    """Undo the two savings of the format: steps instead of places, whole numbers."""
    (wide, high), (left, low) = stored["transform"]["scale"], stored["transform"]["translate"]
    arcs = []
    for steps in stored["arcs"]:
        x = y = 0
        arc: list[Point] = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * wide + left, y * high + low))
        arcs.append(arc)
    return arcs


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    """Join arcs into one line; a negative index means the arc backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


@cache
def outlines() -> tuple[Outline, ...]:
    """Return every country once, in the order of the source."""
    stored = topology()
    arcs = _arcs(stored)
    rings: dict[str, list[Ring]] = {}
    centres: dict[str, Point] = {}
    for shape in stored["objects"]["countries"]["geometries"]:
        # a country may come in several shapes: its mainland first, then its islands
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        own = rings.setdefault(shape["id"], [])
        own += [_ring(indices, arcs) for polygon in polygons for indices in polygon]
        lon, lat = shape["properties"]["ct"]
        centres.setdefault(shape["id"], (lon, lat))
    return tuple(Outline(code, tuple(own), centres[code]) for code, own in rings.items())
