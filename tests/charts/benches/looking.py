"""What the tests of the benches read off a view: its drawings, their cells, and the sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bor_widgets.charts.benches.text import bench_text, bench_view
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import NEUTRAL, OpenQuestion, Reason


def looks(name: str, **first: Any) -> Callable[..., View]:
    """Return what draws a bench at some values; the rest are ``first``, else neutral."""
    text, view = bench_text(name), bench_view(name)
    more = {"calibration": NEUTRAL} if text.calibrated else {}

    def look(**values: Any) -> View:
        return view(text.checked({**first, **values}), **more)

    return look


def drawing(view: View, name: str) -> Any:
    """Return a drawing by its name."""
    return next(part for part in view.drawings if part.name == name)


def row(view: View, name: str, label: str) -> dict[str, Any]:
    """Return the one row of a table with this label, or with this beginning."""
    rows: list[dict[str, Any]] = drawing(view, name).data["rows"]
    exact = [entry for entry in rows if entry["label"] == label]
    (found,) = exact or [entry for entry in rows if entry["label"].startswith(label)]
    return found


def cell(view: View, name: str, at: str | int, column: int = 0) -> dict[str, Any]:
    """Return a cell of a table by the label of its row, or by its place."""
    line = drawing(view, name).data["rows"][at] if isinstance(at, int) else row(view, name, at)
    found: dict[str, Any] = line["cells"][column]
    return found


def gauge(view: View, name: str, label: str) -> dict[str, Any]:
    """Return a gauge by the beginning of its label."""
    entries = drawing(view, name).data["gauges"]
    found: dict[str, Any] = next(entry for entry in entries if entry["label"].startswith(label))
    return found


def fired(view: View) -> list[str]:
    """Return the ids of the rules behind the finding, what is open among them."""
    told = (*view.finding.reasons, *view.finding.open, *view.finding.notes)
    return [claim.rule for claim in told if isinstance(claim, Reason | OpenQuestion)]


def questions(view: View) -> set[str]:
    """Return the ids of what is shown as open."""
    return {claim.rule for claim in view.finding.open if isinstance(claim, OpenQuestion)}


def ids(view: View) -> set[str]:
    """Return the sources of the finding and of all cells."""
    cells = [
        entry["source"]["id"]
        for part in view.drawings
        if part.kind == "cells"
        for line in part.data["rows"]
        for entry in line["cells"]
        if entry["source"]
    ]
    return {*fired(view), *cells}
