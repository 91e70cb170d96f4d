"""The figures of a class in words: shares, differences, and what was chosen how often."""

from __future__ import annotations

from bor_widgets.course.class_figures import CaseRow
from bor_widgets.course.class_items import PredictionRow
from bor_widgets.sources import rules, tensions
from bor_widgets.theory import phrase

#: what stands where there is no value
NONE = "–"


def share(value: float | None) -> str:
    """Tell a share in whole per cent."""
    return NONE if value is None else f"{value:.0%}".replace("-", "−")


def number(value: float | None) -> str:
    """Tell a figure with two places."""
    return NONE if value is None else f"{value:.2f}".replace("-", "−")


def signed(value: float) -> str:
    """Tell a difference of shares in points of a hundred, with its sign."""
    points = round(value * 100)
    return f"{points:+d}".replace("-", "−") if points else "0"


def claim_label(claim: str) -> str:
    """Tell what a claim of the tests is about."""
    return rules[claim].name if claim in rules else tensions[claim].text


def usual_choice(row: PredictionRow) -> str:
    """Return the option of a prediction that most chose."""
    return max(row.choices, key=lambda choice: choice.count).label


def actions_told(row: CaseRow) -> str:
    """Tell which actions were expected how often."""
    return " · ".join(f"{phrase('action_short', a)} {n}" for a, n in row.actions.items() if n)


def grades_told(row: CaseRow) -> str:
    """Tell which grades were judged how often."""
    return " · ".join(f"{phrase('grade', g)} {n}" for g, n in row.grades.items() if n)
