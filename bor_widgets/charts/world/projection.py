"""The Natural Earth projection: from longitude and latitude to a place on the drawing."""

from __future__ import annotations

from math import pi, radians

#: the drawing in its own units; whole numbers are fine enough for a wall
WIDTH = 10_000
#: what is shown: from Tierra del Fuego to the north of Greenland, in degrees
SOUTH, NORTH = -56.0, 83.0


def _flat(lon: float, lat: float) -> tuple[float, float]:
    """Project a point; 0, 0 is the middle of the world.

    The polynomial is that of the Natural Earth projection (Patterson; Šavrič, Jenny and
    others, 2011).
    """
    turn, rise = radians(lon), radians(lat)
    two = rise * rise
    four = two * two
    across = (
        0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))
    )
    along = 1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))
    return turn * across, rise * along


_UNIT = WIDTH / (2 * pi * 0.8707)
_TOP = _flat(0, NORTH)[1]
HEIGHT = round((_TOP - _flat(0, SOUTH)[1]) * _UNIT)


def project(lon: float, lat: float) -> tuple[int, int]:
    """Return the place of a point on the drawing, x to the right and y downwards.

    Raises
    ------
    ValueError
        If the point is not on the globe.
    """
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(
            f"a longitude lies within ±180 and a latitude within ±90; given were {lon} and {lat}"
        )
    x, y = _flat(lon, lat)
    return round(WIDTH / 2 + x * _UNIT), round((_TOP - y) * _UNIT)
