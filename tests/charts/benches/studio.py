"""What the tests of the case studio share."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bor_widgets.charts.benches.case_studio import pick
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from tests.charts.benches.looking import drawing, ids, looks

TEXT = bench_text("case_studio")
SLUGS = [slug for slug in TEXT.parameters["case"].options if slug != "own"]
TOLD = st.sampled_from([None, True, False])

shown = looks("case_studio")


def table(seen: View, name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the cells of a drawing by the label of their row."""
    return {row["label"]: row["cells"] for row in drawing(seen, name).data["rows"]}


def names(seen: View) -> list[str]:
    """Return the names of the drawings, in order."""
    return [part.name for part in seen.drawings]


def sources(seen: View) -> set[str]:
    """Return every rule and tension that the finding or a drawing shows."""
    return ids(seen) | set(seen.finding.tensions)


def after(values: dict[str, Any], what: str, key: str) -> dict[str, Any]:
    """Return the values after a part of a drawing was pressed."""
    return TEXT.checked({**values, **pick(values, what, key).get("set", {})})
