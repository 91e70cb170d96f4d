"""What the tabs of the four-regions bench share: its text, and amounts told in words."""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.drawings.base import Axis
from bor_widgets.charts.drawings.gauges import Gauge

TEXT = bench_text("four_regions")

#: from which share on an amount is told as nearly all (ours)
MOST = 0.9


def level(share: float) -> str:
    """Tell a share from 0 to 1 in words, nearly all included."""
    return TEXT.word("level", "most") if share >= MOST else amount(share)


def share_gauge(label: str, share: float, tone: str = "calm", text: str = "") -> Gauge:
    """Return a gauge for a share from 0 to 1."""
    return Gauge(label, share, text or level(share), tone=tone)


def input_axis(name: str, label: str = "") -> Axis:
    """Return the axis of an input, as its slider names its ends."""
    known = TEXT.parameters[name]
    return Axis(
        label or known.label,
        known.low,
        known.high,
        known.low_label,
        known.high_label,
        TEXT.word("scale") if known.high == 1.0 else "",
    )


def share_axis(label: str) -> Axis:
    """Return an upright axis from 0 to 1 on our scale."""
    return Axis(label, scale=TEXT.word("scale"))
