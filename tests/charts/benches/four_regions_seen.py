"""What the tests of four regions read off a view."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.benches.four_regions import view
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.theory import OpenQuestion, Reason

TEXT = bench_text("four_regions")


def shown(region: str, **values: Any) -> View:
    """Draw a tab with some values."""
    return view(TEXT.checked({"region": region, **values}))


def drawing(seen: View, name: str) -> Drawing:
    """Return one drawing."""
    return next(part for part in seen.drawings if part.name == name)


def rules(seen: View) -> set[str]:
    """Return the rules behind the finding."""
    return {claim.rule for claim in seen.finding.reasons if isinstance(claim, Reason)}


def questions(seen: View) -> set[str]:
    """Return the rules that are shown as open."""
    return {claim.rule for claim in seen.finding.open if isinstance(claim, OpenQuestion)}


def ends(seen: View, name: str) -> dict[str, float]:
    """Return where each line of some curves ends."""
    return {line["label"]: line["ys"][-1] for line in drawing(seen, name).data["lines"]}


def cell(seen: View, name: str, row: str, column: int = 0) -> dict[str, Any]:
    """Return a cell of a table by the label of its row."""
    rows = drawing(seen, name).data["rows"]
    found: dict[str, Any] = next(r for r in rows if r["label"] == row)["cells"][column]
    return found
