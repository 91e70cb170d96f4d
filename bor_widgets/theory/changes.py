"""What would change the response: the smallest change of a single input that does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bor_widgets.situation import Parameter, Situation, parameters
from bor_widgets.theory.arithmetic import is_array
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.judgement import require_single
from bor_widgets.theory.principles import ACTIONS, Wording, response_codes

#: the step of a slider; a change is counted in these (our scale)
STEP = 0.01


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one input and the response it leads to.

    Attributes
    ----------
    name
        The input.
    before, after
        Its value now, and the nearest value that alters the response.
    action
        The response that follows.
    size
        How large the change is as a share of the input's range (our scale); 1 for a
        choice, which has no half-way.
    """

    name: str
    before: Any
    after: Any
    action: str
    size: float


def what_would_change(
    s: Situation, *, wording: Wording = "introduction", calibration: Calibration = NEUTRAL
) -> tuple[Change, ...]:
    """Find the smallest single-input changes that alter the response, nearest first.

    Every input is tried: each slider in both directions in steps of 0.01, each choice
    and criterion in all its values. An input that is missing from the result cannot
    alter the response by itself; own power never can (R11).

    Raises
    ------
    ValueError
        For an array of situations or an unknown wording.
    """
    require_single(s, "what_would_change")

    def codes(**changes: Any) -> Any:
        return response_codes(s.with_(**changes), wording=wording, calibration=calibration)

    now = codes()
    found = []
    for parameter in parameters().values():
        before = getattr(s, parameter.name)
        for values in _ways(parameter, before):
            after, code = _first_other(parameter.name, values, codes, now)
            if code is not None:
                size = 1.0
                if parameter.kind == "slider":
                    size = abs(after - before) / (parameter.high - parameter.low)
                found.append(Change(parameter.name, before, after, ACTIONS[code], size))
    return tuple(sorted(found, key=lambda change: change.size))


def _ways(parameter: Parameter, value: Any) -> list[list[Any]]:
    """List the ways in which an input can change, each as a row of values, nearest first."""
    if parameter.kind == "slider":
        here = round(value / STEP)
        low, high = round(parameter.low / STEP), round(parameter.high / STEP)
        up = [round(step * STEP, 10) for step in range(here, high + 1) if step * STEP > value]
        down = [round(step * STEP, 10) for step in range(here, low - 1, -1) if step * STEP < value]
        return [way for way in (up, down) if way]
    if parameter.kind == "choice":
        return [[option] for option in (*parameter.options, None) if option != value]
    if parameter.kind in ("criterion", "switch"):
        return [[option] for option in (True, False, None) if option is not value]
    return []  # lists, sets and counts have no single smallest change


def _first_other(
    name: str, values: list[Any], codes: Callable[..., Any], now: int
) -> tuple[Any, int | None]:
    """Return the first value that leads to another response, and that response."""
    if len(values) > 1 and (row := _row(values)) is not None:
        answers = codes(**{name: row})
        if not is_array(answers):
            return None, None  # the input does not enter the response at all
        others = (answers != now).nonzero()[0]
        return (values[others[0]], int(answers[others[0]])) if len(others) else (None, None)
    for value in values:
        code = codes(**{name: value})
        if code != now:
            return value, int(code)
    return None, None


def _row(values: list[float]) -> Any:
    try:
        import numpy as np
    except ModuleNotFoundError:
        return None
    return np.asarray(values)
