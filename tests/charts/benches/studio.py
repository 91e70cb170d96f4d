"""What the tests of the case studio share."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from bor_widgets.charts.benches.case_studio import pick, view
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import NEUTRAL, OpenQuestion, Reason

TEXT = bench_text("case_studio")
SLUGS = [slug for slug in TEXT.parameters["case"].options if slug != "own"]
TOLD = st.sampled_from([None, True, False])


def shown(**values: Any) -> View:
    """Draw the bench with some values."""
    return view(TEXT.checked(values), NEUTRAL)


def table(seen: View, name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the cells of a drawing by the label of their row."""
    drawing = next(part for part in seen.drawings if part.name == name)
    return {row["label"]: row["cells"] for row in drawing.data["rows"]}


def names(seen: View) -> list[str]:
    """Return the names of the drawings, in order."""
    return [drawing.name for drawing in seen.drawings]


def sources(seen: View) -> set[str]:
    """Return every rule and tension that the finding or a drawing shows."""
    finding = seen.finding
    claims = (*finding.reasons, *finding.open, *finding.notes)
    found = {claim.rule for claim in claims if isinstance(claim, Reason | OpenQuestion)}
    found.update(finding.tensions)
    for drawing in seen.drawings:
        for row in drawing.data["rows"]:
            found.update(cell["source"]["id"] for cell in row["cells"] if cell["source"])
    return found


def after(values: dict[str, Any], what: str, key: str) -> dict[str, Any]:
    """Return the values after a part of a drawing was pressed."""
    return TEXT.checked({**values, **pick(values, what, key).get("set", {})})
