"""Seeded worlds of many states that follow the papers' rules, run forward.

They show what rules about single ties add up to under stated assumptions. They forecast
nothing: balance of relationships guarantees no systemic consequence (R61, P0 L1397-1403).
"""

from __future__ import annotations

from bor_widgets.simulation.config import WorldConfig, world_groups, world_parameters
from bor_widgets.simulation.doctrines import DOCTRINES, MOVES, RuleTable
from bor_widgets.simulation.shocks import SHOCKS, Shock

__all__ = [
    "DOCTRINES",
    "MOVES",
    "SHOCKS",
    "RuleTable",
    "Shock",
    "WorldConfig",
    "world_groups",
    "world_parameters",
]
