"""What the tests of four regions read off a view."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import Reason
from tests.charts.benches.looking import drawing, looks

TEXT = bench_text("four_regions")


def shown(region: str, **values: Any) -> View:
    """Draw a tab with some values."""
    return looks("four_regions")(region=region, **values)


def rules(seen: View) -> set[str]:
    """Return the rules behind the finding."""
    return {claim.rule for claim in seen.finding.reasons if isinstance(claim, Reason)}


def ends(seen: View, name: str) -> dict[str, float]:
    """Return where each line of some curves ends."""
    return {line["label"]: line["ys"][-1] for line in drawing(seen, name).data["lines"]}
