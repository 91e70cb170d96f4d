"""Arbitrary valid situations and calibrations, built from their own declarations."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.situation import Parameter, Situation, parameters
from bor_widgets.theory import Calibration, calibration_parameters

SLIDERS = tuple(name for name, p in parameters().items() if p.kind == "slider")

#: groups of inputs that have no say in the judgement of a tie
OTHER_THEORIES = ("power", "soft", "definition", "success", "venue")


def for_all(
    *strategies: st.SearchStrategy[Any], examples: int = 60
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Test a statement on many drawn examples, however slow the machine."""

    def apply(test: Callable[..., None]) -> Callable[..., None]:
        return settings(max_examples=examples, deadline=None)(given(*strategies)(test))

    return apply


@cache
def names_of(*groups: str) -> tuple[str, ...]:
    """Names of the inputs in some groups."""
    return tuple(name for name, p in parameters().items() if p.group in groups)


@cache
def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    """Any number of a range, often a step of a slider or an end."""
    steps = [i / 100 for i in range(-100, 101) if low <= i / 100 <= high]
    anything = st.floats(low, high, allow_nan=False, allow_infinity=False)
    return st.one_of(st.sampled_from(steps), anything)


@cache
def values_for(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Any value that a parameter takes."""
    match parameter.kind:
        case "slider":
            return numbers(parameter.low, parameter.high)
        case "criterion":
            return st.one_of(st.none(), st.booleans(), numbers(0.0, 1.0))
        case "switch":
            return st.sampled_from((None, True, False))
        case "choice":
            openly = () if parameter.least else (None,)
            return st.sampled_from((*openly, *parameter.options))
        case "set":
            return st.sets(st.sampled_from(parameter.options)).map(tuple)
        case "count":
            return st.integers(int(parameter.low), int(parameter.high))
        case "names":
            name = st.text("abcdefgh <>&{}'\"é中", min_size=1, max_size=12).filter(str.strip)
            return st.lists(
                name,
                min_size=parameter.least,
                max_size=parameter.most,
                unique_by=str.strip,
            )
        case "text":
            return st.text("abc <>&{}'\"é中\n", max_size=parameter.most)


def some(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    """Any values of some inputs."""
    return st.fixed_dictionaries({name: values_for(parameters()[name]) for name in names})


@st.composite
def situations(draw: st.DrawFn, /, *groups: str, **fixed: Any) -> Situation:
    """Any valid situation, with some inputs fixed.

    The inputs of the tie and of the named groups are always drawn; of the others a
    handful at a time, which finds as much in a fraction of the time.
    """
    always = names_of("core", "judgement", "restraint", *groups)
    others = [name for name in parameters() if name not in always]
    handful = draw(st.lists(st.sampled_from(others), max_size=5, unique=True))
    names = [name for name in (*always, *handful) if name not in fixed]
    values = {name: draw(values_for(parameters()[name])) for name in names}
    return Situation(**{**values, **fixed})


@st.composite
def calibrations(draw: st.DrawFn) -> Calibration:
    """Any valid calibration: every number in its range, the cut points rising."""
    declared = calibration_parameters()
    free = {
        name: draw(numbers(p.low, p.high))
        for name, p in declared.items()
        if name not in ("cut_potential", "cut_indirect", "cut_direct")
    }
    steps = sorted(draw(st.sets(st.integers(1, 100), min_size=3, max_size=3)))
    cuts = dict(zip(("potential", "indirect", "direct"), (i / 100 for i in steps), strict=True))
    revoked, lessened = sorted((free.pop("revoked_restraint"), free.pop("lessened_restraint")))
    return Calibration(
        **free,
        **{f"cut_{name}": value for name, value in cuts.items()},
        revoked_restraint=revoked,
        lessened_restraint=lessened,
    )
