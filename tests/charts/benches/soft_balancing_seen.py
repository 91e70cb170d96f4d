"""What the tests of the soft balancing bench read off its view."""

from __future__ import annotations

from hypothesis import strategies as st

from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from tests.charts.benches.looking import drawing, looks
from tests.theory.strategies import values_for

TEXT = bench_text("soft_balancing_test")
ANYTHING = st.fixed_dictionaries({name: values_for(p) for name, p in TEXT.parameters.items()})
FOUR = ("interdependence", "defence", "norm")
WEEK = {"deliberate": True, "sustained": False, "delegitimising": False, "retributive": True}
YEARS = {"deliberate": True, "sustained": True, "delegitimising": True, "retributive": False}

#: rules that this bench answers for; S52 and S63 are taught in the lesson
RULES = {
    f"S{n:02d}" for n in (*range(1, 15), *range(18, 28), *range(47, 59), 62, 64, 65)
} - {"S52"}  # fmt: skip

shown = looks("soft_balancing_test")


def checks(seen: View) -> dict[str, str]:
    """Return what the checklist says, by criterion."""
    return {row["label"]: row["cells"][0]["text"] for row in drawing(seen, "test").data["rows"]}


def strand(seen: View, label: str) -> dict[float, float | None]:
    """Return a strand of the curves as places and heights."""
    lines = drawing(seen, "strands").data["lines"]
    found = next(entry for entry in lines if entry["label"] == label)
    return dict(zip(found["xs"], found["ys"], strict=True))
