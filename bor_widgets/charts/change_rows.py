"""The smallest changes that would alter the response, as buttons tell them."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.words import value_label, word
from bor_widgets.situation import Parameter, parameters
from bor_widgets.theory import Change, phrase


def change_rows(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    """Return one row per change, nearest first."""
    declared = parameters()
    rows = []
    for change in changes:
        parameter = declared[change.name]
        own = change.name == "grade" and change.after is None
        before, after = _apart(parameter, change.before, change.after)
        rows.append(
            {
                "name": change.name,
                "label": parameter.label,
                "from_label": before,
                "to_label": word("changes", "undo_own") if own else after,
                "value": change.after,
                "result": phrase("action_short", change.action),
            }
        )
    return rows


def _apart(parameter: Parameter, before: Any, after: Any) -> tuple[str, str]:
    """Tell two values with as many places as it takes to tell them apart."""
    labels = value_label(parameter, before), value_label(parameter, after)
    if labels[0] != labels[1] or not (isinstance(before, float) and isinstance(after, float)):
        return labels
    for places in range(3, 8):
        labels = f"{before:.{places}f}", f"{after:.{places}f}"
        if labels[0] != labels[1]:
            break
    return labels


def change_title(changes: tuple[Change, ...]) -> str:
    """State which change is nearest."""
    if not changes:
        return word("changes", "title_none")
    nearest = change_rows(changes[:1])[0]
    if nearest["name"] == "grade":
        return word("changes", "title_own")
    return word(
        "changes",
        "title",
        label=nearest["label"].lower(),
        before=nearest["from_label"],
        after=nearest["to_label"],
        result=nearest["result"],
    )
