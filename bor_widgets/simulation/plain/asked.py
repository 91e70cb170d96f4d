"""A function of numbers asked element by element, its answers put together as arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import wraps
from types import SimpleNamespace
from typing import Any, ParamSpec, TypeVar

from bor_widgets.simulation.plain.array import Array, listed
from bor_widgets.simulation.plain.dtypes import float64
from bor_widgets.simulation.plain.shapes import Shape, shared_by, spread

P = ParamSpec("P")
T = TypeVar("T")

#: returns an argument as it is for one element
Part = Callable[[int], Any]


def each(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that takes arrays, also inside of lists, tables and records.

    Parameters
    ----------
    function
        What takes and returns numbers, or lists, tables and records of them.
    """

    @wraps(function)
    def asked(*args: P.args, **named: P.kwargs) -> Any:
        given = [*args, *named.values()]
        arrays = [array for value in given for array in _arrays(value)]
        if not arrays:
            return function(*args, **named)
        shape = shared_by([array.shape for array in arrays])
        size = 1
        for length in shape:
            size *= length
        own = [_part(value, shape) for value in args]
        own_named = {name: _part(value, shape) for name, value in named.items()}
        # nothing asked, nothing answered: numbers all the same, so that they can be reckoned with
        answers = [
            function(
                *(part(k) for part in own),
                **{name: part(k) for name, part in own_named.items()},
            )
            for k in range(size)
        ]
        return _together(answers, shape) if answers else Array([], shape, float64)

    return asked


def _held(value: Any) -> Sequence[Any]:
    """Return what a list, a table or a record holds."""
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, SimpleNamespace):
        return list(vars(value).values())
    if is_dataclass(value):
        return [getattr(value, entry.name) for entry in fields(value)]
    return ()


def _arrays(value: Any) -> list[Array]:
    if isinstance(value, Array):
        return [value]
    return [array for inner in _held(value) for array in _arrays(inner)]


def _part(value: Any, shape: Shape) -> Part:
    if isinstance(value, Array):
        return spread(value.flat, value.shape, shape).__getitem__
    if not _arrays(value):
        return lambda _: value
    if isinstance(value, Mapping):
        named = {name: _part(inner, shape) for name, inner in value.items()}
        return lambda k: {name: part(k) for name, part in named.items()}
    if isinstance(value, list | tuple):
        row = [_part(inner, shape) for inner in value]
        return lambda k: [part(k) for part in row]
    inside = (
        vars(value)
        if isinstance(value, SimpleNamespace)
        else {entry.name: getattr(value, entry.name) for entry in fields(value)}
    )
    parts = {name: _part(inner, shape) for name, inner in inside.items() if _arrays(inner)}
    if isinstance(value, SimpleNamespace):
        return lambda k: SimpleNamespace(
            **{**inside, **{name: part(k) for name, part in parts.items()}}
        )
    return lambda k: replace(value, **{name: part(k) for name, part in parts.items()})


def _together(answers: list[Any], shape: Shape) -> Any:
    """Return answers of one form as that form, with an array for each of its numbers."""
    first = answers[0]
    if isinstance(first, tuple):
        return tuple(_together(list(column), shape) for column in zip(*answers, strict=True))
    if is_dataclass(first) and not isinstance(first, type):
        return replace(
            first,
            **{
                entry.name: _together([getattr(each, entry.name) for each in answers], shape)
                for entry in fields(first)
            },
        )
    found = listed(answers)
    return Array(found.flat, shape, found.dtype)
