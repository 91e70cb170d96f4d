"""A small picture of the laboratory for the first page, from worlds that are run for it."""

from __future__ import annotations

from functools import cache

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.world_lab.words import number, told
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.sweep import Sweep

#: worlds and rounds of the picture: few, the page must open at once
WORLDS, ROUNDS = 6, 24


@cache
def lab_picture() -> Drawing:
    """Return how containment goes with the share of neighbours that must choose."""
    axis = Axis("forced", (0.0, 0.5, 1.0))
    sweep = Sweep(presets()["neighbours-forced"].config, (axis,), WORLDS, ROUNDS, ROUNDS)
    means = np.ravel(sweep.run(path="arrays", threads=1).grid("containment").mean)
    bars = [
        Gauge(told("picture", "bar", share=f"{share:.0%}"), float(mean), number(float(mean)))
        for share, mean in zip(axis.values, means, strict=True)
    ]
    return gauges("worlds-lab", told("picture", "title"), bars)
