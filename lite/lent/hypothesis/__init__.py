"""The few words of Hypothesis that acceptance tests use, for a Python that cannot have it.

Hypothesis has compiled parts. A statement for all values is tried here on the ends of their
ranges and on some values between, always the same ones; the full search is the test suite's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from . import strategies

__all__ = ["given", "settings", "strategies"]

EXAMPLES = 40


def given(*drawn: strategies.Strategy) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a statement on examples of its values."""

    def apply(test: Callable[..., None]) -> Callable[..., None]:
        # no wraps(): pytest would look for fixtures named like the values
        def tried() -> None:
            chance = random.Random(0)
            for number in range(EXAMPLES):
                test(*(strategy.draw(chance, number) for strategy in drawn))

        tried.__name__ = test.__name__
        return tried

    return apply


def settings(**_: Any) -> Callable[[Any], Any]:
    """Take any wish, and leave the test as it is."""
    return lambda test: test
