"""Institutions as tools: why states use them, on whom, and for what gain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Number, leaning, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import OpenQuestion, computes


@dataclass(frozen=True, slots=True)
class Attraction:
    """How attractive institutions are for soft balancing, 0..1 on our scale.

    ``open`` keeps in view that the papers do not say which instrument a state picks.
    """

    value: Number
    open: tuple[OpenQuestion, ...] = (OpenQuestion("S19"), OpenQuestion("S66"))


@computes("S18")
def attraction(legitimacy: Number, low_cost: Number, flexibility: Number) -> Attraction:
    """Say how far three attractions speak for institutions, 0..1 on our scale.

    They give legitimacy, cost little and typically leave room for a flexible response
    (S18, P2 L113, reported of Wivel and Paul). The three count alike because none is
    ranked. It is no forecast: the choice of instrument (S19) and what institutions are
    used for (S66) stay open.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("legitimacy", legitimacy, 0.0, 1.0)
    within("low_cost", low_cost, 0.0, 1.0)
    within("flexibility", flexibility, 0.0, 1.0)
    return Attraction((legitimacy + low_cost + flexibility) / 3.0)


@computes("S60")
def form(target_inside: Any) -> Any:
    """Name the form of institutional balancing: inclusive or exclusive.

    Inclusive with the target inside the institution, exclusive with the target kept out
    (S60, P2 L55, L147, reported of He). That the two words mean in and out is only
    implied. Returns ``"inclusive"``, ``"exclusive"`` or ``"open"``.
    """
    code = leaning(target_inside)
    return where(code > 0, "inclusive", where(code < 0, "exclusive", "open"))


#: share of what is missing that full use of forums adds (our scale)
GAIN = 0.5


@computes("S61")
def influence(before: Number, forum_use: Number, *, gain: float = GAIN) -> Number:
    """Return a state's influence after it used multilateral forums, 0..1 on our scale.

    Multilateralism can itself be a tool to gain power and influence (S61, P2 L69, one
    case, reported of Contessi). The form is ours: use adds a share of what is missing
    to 1.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("before", before, 0.0, 1.0)
    within("forum_use", forum_use, 0.0, 1.0)
    within("gain", gain, 0.0, 1.0)
    return before + (1.0 - before) * gain * forum_use
