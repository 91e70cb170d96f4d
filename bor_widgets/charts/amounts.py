"""Shares in words: the one place that says from where on something is much."""

from __future__ import annotations

from bor_widgets.charts.words import word

#: share from which on a gauge says "much" (ours, like every scale)
MUCH = 0.5


def amount(share: float) -> str:
    """Tell a share from 0 to 1, on our scale, as none, some or much."""
    if share <= 0:
        return word("amount", "none")
    return word("amount", "much" if share >= MUCH else "some")
