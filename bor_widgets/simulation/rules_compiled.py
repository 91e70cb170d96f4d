"""The theory's own functions, made known to the compiler: no rule is written a second time.

The arithmetic that takes a number or an array alike gets a compiled twin for numbers. The rules
above it are compiled from their own source, so that a compiled world judges as the console does.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from numba.core import types
from numba.extending import overload, register_jitable

from bor_widgets.theory import arithmetic, checks, judgement, restraint, success
from bor_widgets.theory.calibration import Calibration


class SeenTie(NamedTuple):
    """What the judgement reads of a situation."""

    relationship: float
    punishment_means: float
    compromise_means: float
    leadership: float


class Numbers(NamedTuple):
    """What the judgement reads of a calibration."""

    weight_relationship: float
    weight_punishment: float
    weight_compromise: float
    weight_leadership: float
    sensitivity: float
    cuts: tuple[float, float, float]


def numbers_of(calibration: Calibration) -> Numbers:
    """Return the numbers of the judgement in a form that the compiler takes."""
    return Numbers(*(getattr(calibration, name) for name in Numbers._fields))


@overload(arithmetic.clip, strict=False)
def _clip(value: Any, low: Any, high: Any) -> Any:
    return lambda value, low, high: min(max(value, low), high)


@overload(arithmetic.where, strict=False)
def _where(condition: Any, yes: Any, no: Any) -> Any:
    def choose(condition: Any, yes: Any, no: Any) -> Any:
        if condition:
            return yes
        return no

    return choose


@overload(arithmetic.count_reached, strict=False)
def _count_reached(value: Any, cuts: Any) -> Any:
    def count(value: Any, cuts: Any) -> Any:
        reached = 0
        for cut in cuts:
            if value >= cut:
                reached += 1
        return reached

    return count


@overload(arithmetic.leaning, strict=False)
def _leaning(value: Any) -> Any:
    if isinstance(value, types.Boolean):
        return lambda value: 1 if value else -1
    return lambda value: (1 if value > 0.5 else 0) - (1 if value < 0.5 else 0)


@overload(arithmetic.all_of, strict=False)
def _all_of(*leanings: Any) -> Any:
    def least(*leanings: Any) -> Any:
        lowest = 1
        for each in leanings:
            lowest = min(lowest, each)
        return lowest

    return least


@overload(checks.within, strict=False)
def _within(name: Any, value: Any, low: Any, high: Any) -> Any:
    # the configuration was checked when it was made
    return lambda name, value, low, high: value


for _rule in (
    judgement.recoverability,
    judgement.perceived_threat,
    restraint._holds_back,
    restraint.harmony,
    restraint.worry,
    success.conflict_risk,
):
    register_jitable(_rule)
