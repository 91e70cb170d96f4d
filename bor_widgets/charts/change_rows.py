"""The smallest changes that would alter the response, as buttons tell them."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.words import value_label, word
from bor_widgets.situation import parameters
from bor_widgets.theory import Change, phrase


def change_rows(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    """Return one row per change, nearest first."""
    declared = parameters()
    rows = []
    for change in changes:
        parameter = declared[change.name]
        own = change.name == "grade" and change.after is None
        rows.append(
            {
                "name": change.name,
                "label": parameter.label,
                "from_label": value_label(parameter, change.before),
                "to_label": word("changes", "undo_own")
                if own
                else value_label(parameter, change.after),
                "value": change.after,
                "result": phrase("action_short", change.action),
            }
        )
    return rows


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
