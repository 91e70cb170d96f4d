"""The map: which grade, and so which action, goes with every pair of two inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.situation import Situation, parameters
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.judgement import GRADES, suggested_code


@dataclass(frozen=True, slots=True)
class DecisionMap:
    """Grades over two inputs.

    Attributes
    ----------
    x, y
        Names of the inputs.
    xs, ys
        Their values, from low to high (our scale).
    grade
        Grade at ``grade[row of y, column of x]``, as its place in GRADES. An (n, n)
        array of small integers where NumPy is at hand, otherwise a list of lists.
    """

    x: str
    y: str
    xs: Any
    ys: Any
    grade: Any


def _axis(name: str) -> tuple[float, float]:
    known = parameters()
    parameter = known.get(name)
    if parameter is None or parameter.kind != "slider":
        sliders = ", ".join(p.name for p in known.values() if p.kind == "slider")
        raise ValueError(f"an axis of the map takes one of {sliders}; given was {name!r}")
    return parameter.low, parameter.high


def decision_map(
    s: Situation,
    *,
    x: str = "relationship",
    y: str = "threat",
    n: int = 101,
    calibration: Calibration = NEUTRAL,
) -> DecisionMap:
    """Judge an n by n grid of situations that differ in two inputs only.

    Parameters
    ----------
    s
        All other inputs. A grade that the student set covers the whole map.
    x, y
        Two different sliders of a situation.
    n
        Points along each axis, from 2 to 2001.

    Raises
    ------
    ValueError
        For an input that is no slider, twice the same input, or an n out of range.
    """
    if isinstance(n, bool) or not isinstance(n, int) or not 2 <= n <= 2001:
        raise ValueError(f"n takes a whole number from 2 to 2001; given was {n!r}")
    if x == y:
        raise ValueError(f"the two axes of the map must differ; given was {x!r} twice")
    (x_low, x_high), (y_low, y_high) = _axis(x), _axis(y)
    try:
        import numpy as np
    except ModuleNotFoundError:
        return _without_numpy(s, x, y, n, calibration)
    xs, ys = np.linspace(x_low, x_high, n), np.linspace(y_low, y_high, n)
    if s.grade is not None:
        codes = np.full((n, n), GRADES.index(s.grade), dtype=np.int8)
        return DecisionMap(x, y, xs, ys, codes)
    grid = s.with_(**{x: np.broadcast_to(xs, (n, n)), y: np.broadcast_to(ys[:, None], (n, n))})
    codes = np.broadcast_to(np.asarray(suggested_code(grid, calibration), dtype=np.int8), (n, n))
    return DecisionMap(x, y, xs, ys, codes)


def _without_numpy(s: Situation, x: str, y: str, n: int, calibration: Calibration) -> DecisionMap:
    xs, ys = steps(*_axis(x), n), steps(*_axis(y), n)
    if s.grade is not None:
        code = GRADES.index(s.grade)
        return DecisionMap(x, y, xs, ys, [[code] * n for _ in ys])
    rows = [
        [suggested_code(s.with_(**{x: right, y: up}), calibration) for right in xs] for up in ys
    ]
    return DecisionMap(x, y, xs, ys, rows)
