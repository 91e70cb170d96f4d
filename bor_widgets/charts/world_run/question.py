"""What is asked before a world is first run, and what came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any

from bor_widgets.charts.world_run.words import run_words, told
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.measures import measures

#: a prediction is about so many rounds
ROUNDS = 100

#: a measure that moved by less than this stayed about the same (our scale)
BAND = 0.02

#: the answers in their order
ANSWERS = ("higher", "same", "lower")


def asked_measure(config: WorldConfig) -> str:
    """Return the name of the measure that a world's prediction is about."""
    if config.riser and config.hegemon and config.bordering:
        return "containment"
    follows = config.assigned or (config.hegemon_doctrine if config.hegemon else "",)
    if "values" in follows:
        return "commitment"
    return "harmony"


def question(config: WorldConfig) -> dict[str, Any]:
    """Return the question, its answers, and what it means."""
    measure = measures()[asked_measure(config)]
    return {
        "measure": measure.name,
        "text": told("ask", "question", measure=measure.label, rounds=ROUNDS),
        "hint": told("ask", "hint", meaning=measure.meaning, band=BAND),
        "options": [{"key": key, "label": run_words("ask")[key]} for key in ANSWERS],
        "rules": list(measure.rules),
    }


def came(history: Mapping[str, Sequence[float]], measure: str, changed: bool) -> dict[str, str]:
    """Return which answer came true after so many rounds, and how.

    Returns
    -------
    ``key``, one of ANSWERS or "", and ``text``; empty before the rounds have been played.
    """
    values = history[measure]
    if len(values) < ROUNDS:
        return {}
    first, then = values[0], values[ROUNDS - 1]
    if isnan(first) or isnan(then):
        return {"key": "", "text": told("ask", "nothing")}
    moved = then - first
    key = "same" if abs(moved) < BAND else "higher" if moved > 0.0 else "lower"
    text = told(
        "ask", "came", first=f"{first:.2f}", then=f"{then:.2f}", rounds=ROUNDS,
        came=run_words("ask")[key],
    )  # fmt: skip
    return {"key": key, "text": f"{text} {told('ask', 'changed')}" if changed else text}
