"""Generalised principles: whether partners are treated alike or case by case."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, is_array
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes

#: variance of treatment that still counts as alike (ours)
TOLERANCE = 0.01


def treatment_variance(treatment: Any) -> Any:
    """Return how differently partners are treated: the variance, 0..0.25 on our scale.

    Parameters
    ----------
    treatment
        One number per partner, 0..1 on our scale. In an array of more axes the last one
        holds the partners.

    Raises
    ------
    ValueError
        For no partner, or a number outside 0..1.
    """
    if is_array(treatment):
        within("treatment", treatment, 0.0, 1.0)
        if treatment.shape[-1] == 0:
            raise ValueError("treatment takes at least one partner; given was none")
        return treatment.var(axis=-1)
    numbers = list(treatment)
    if not numbers:
        raise ValueError("treatment takes at least one partner; given was none")
    for value in numbers:
        within("treatment", value, 0.0, 1.0)
    mean = sum(numbers) / len(numbers)
    return sum((value - mean) ** 2 for value in numbers) / len(numbers)


@computes("Q06")
def generalised(treatment: Any, *, tolerance: float = TOLERANCE) -> Leaning:
    """Whether generalised principles hold: partners are treated alike, not case by case.

    Preference, a pressing situation or special earlier grounds are no reasons to treat
    one otherwise (Q06, P1 L23, after Caporaso). How much variance still counts as "alike"
    is ours, because the norms are general if not universal.

    Returns
    -------
    +1 yes, 0 open (fewer than two partners: nothing to compare), -1 no.

    Raises
    ------
    ValueError
        As in ``treatment_variance``.
    """
    variance = treatment_variance(treatment)
    partners = treatment.shape[-1] if is_array(treatment) else len(list(treatment))
    if is_array(variance):
        import numpy as np

        return np.where(variance <= tolerance, 1, -1) * int(partners > 1)
    return 0 if partners < 2 else 1 if variance <= tolerance else -1
