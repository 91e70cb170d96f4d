"""A choice of cases in a bench, with an instructor's own behind those that its file names."""

from __future__ import annotations

from typing import Any

from bor_widgets.cases import cases


def with_own_cases(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what a file says of an input, with the instructor's cases among its options.

    ``own_label`` marks such a choice: it is the label of each of them, with ``{title}``.
    """
    mark = entry.pop("own_label", None)
    if mark is None:
        return entry
    return {
        **entry,
        "options": (*entry["options"], *(case.slug for case in cases.theirs)),
        "option_labels": (
            *entry["option_labels"],
            *(mark.format(title=case.title) for case in cases.theirs),
        ),
    }
