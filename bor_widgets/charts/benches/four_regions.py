"""Four regions (L11): soft balancing in Europe, the Indo-Pacific, central Asia and BRICS.

Rules S22-S26, S29-S48, S55, S59-S61; open: S28, S34, S38, S64, S66, S67; tensions E52, E54,
E55, E61, E64-E66, E95. Each region is a tab of its own, see ``region_*.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bor_widgets.charts.benches import (
    region_all,
    region_brics,
    region_central_asia,
    region_europe,
    region_indo_pacific,
    region_states,
)
from bor_widgets.charts.benches.regions_shared import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import View
from bor_widgets.theory.two_levels import ACTORS, level_of

KINDS = ("curves", "gauges", "cells", "network")

#: tab -> what draws it
TABS: Mapping[str, Callable[[Values], View]] = {
    "europe": region_europe.view,
    "indo_pacific": region_indo_pacific.view,
    "central_asia": region_central_asia.view,
    "brics": region_brics.view,
    "states": region_states.view,
    "all": region_all.view,
}


def view(values: Values) -> View:
    """Draw the tab of the chosen region.

    Parameters
    ----------
    values
        A full set of checked values, see ``four_regions.toml``.
    """
    return TABS[values["region"]](values)


def pick(_values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Say what choosing a part of a drawing does: it looks at what was chosen."""
    wish: dict[str, Any] = {}
    if what == "forms" and key in TABS:
        wish = {"region": key}
    elif what == "gates" and key in region_indo_pacific.CORNERS:
        deters, managed = region_indo_pacific.CORNERS[key]
        wish = {"mutual_destruction": deters, "ideology_managed": managed}
    elif what == "labels" and key in TEXT.parameters["country"].options:
        wish = {"country": key}
    elif what == "node" and any(key in states for states in ACTORS.values()):
        level = level_of(key)
        wish = {"level": level, "state": key} if level == "regional" else {"level": level}
    return {"set": wish} if wish else {}
