"""The verdict as the card shows it."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.restraint import restraint_label
from bor_widgets.charts.words import told, word
from bor_widgets.theory import Response, phrase


def verdict_card(response: Response, *, coded: bool = False) -> dict[str, Any]:
    """Return headline, restraint, judgement and reasons of a response.

    Parameters
    ----------
    response
        What balance of relationships does.
    coded
        Whether the grade comes from a case's record: then neither the engine nor the
        student judged, and the card says so.
    """
    judgement = response.judgement
    summary = word("verdict", f"summary_{response.action}")
    if response.asks:
        summary = word("verdict", "second_area")
    reasons = (*response.asks, *response.reasons, *response.aims)
    if coded:
        reasons = tuple(r for r in reasons if (r.rule, r.key) != ("R10", "overruled"))
    return {
        "headline": phrase("action", response.action),
        "action": response.action,
        "action_label": phrase("theory", "balance_of_relationships"),
        "grade": judgement.grade,
        "grade_label": phrase("grade", judgement.grade),
        "by": judgement.by,
        "by_label": word("case", "coded_grade") if coded else phrase("by", judgement.by),
        "summary": summary,
        "restraint": [
            {"area": area, "value": value, "label": restraint_label(response.action, value)}
            for area, value in response.restraint.items()
        ],
        "reasons": [told(reason) for reason in reasons],
        "open": [],
        "notes": [told(note) for note in response.notes],
    }
