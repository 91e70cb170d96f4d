"""Kinds of values; one that no acceptance test draws can be named, but not drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any


class Strategy:
    """Values of a kind.

    Parameters
    ----------
    draw
        Gives a value for a source of chance and the number of the example.
    """

    def __init__(self, draw: Callable[[Random, int], Any]) -> None:
        self.draw = draw

    def __or__(self, other: Strategy) -> Strategy:
        return one_of(self, other)

    def map(self, change: Callable[[Any], Any]) -> Strategy:
        """Return changed values."""
        return Strategy(lambda chance, number: change(self.draw(chance, number)))


#: named in annotations
SearchStrategy = Strategy


def _ends_first(low: Any, high: Any, between: Callable[[Random], Any]) -> Strategy:
    return Strategy(lambda chance, number: (low, high)[number] if number < 2 else between(chance))


def floats(min_value: float, max_value: float, **_: Any) -> Strategy:
    """Return numbers of a range, its ends first."""
    return _ends_first(min_value, max_value, lambda chance: chance.uniform(min_value, max_value))


def integers(min_value: int, max_value: int) -> Strategy:
    """Return whole numbers of a range, its ends first."""
    return _ends_first(min_value, max_value, lambda chance: chance.randint(min_value, max_value))


def sampled_from(values: Sequence[Any]) -> Strategy:
    """Return any of some values."""
    held = list(values)
    return Strategy(lambda chance, number: chance.choice(held))


def one_of(*kinds: Strategy) -> Strategy:
    """Return values of any of some kinds."""
    return Strategy(lambda chance, number: chance.choice(kinds).draw(chance, number))


def just(value: Any) -> Strategy:
    """Return one value."""
    return Strategy(lambda chance, number: value)


def __getattr__(name: str) -> Callable[..., Strategy]:
    def refuse(chance: Random, number: int) -> Any:
        raise NotImplementedError(f"no acceptance test in the browser may draw {name} yet")

    return lambda *_, **__: Strategy(refuse)
