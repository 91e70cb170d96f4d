"""A world as a directed graph: states are nodes, sides of ties are edges."""

from __future__ import annotations

from typing import Any

import networkx as nx

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.start import border
from bor_widgets.simulation.state import Worlds

#: attributes of a node that come from the start as they are
REAL = (
    "capability",
    "growth",
    "value",
    "leadership",
    "legitimacy",
    "sacrifice",
    "confrontation",
    "commitment",
    "fatigue",
    "drive",
    "holding",
)
WHOLE = ("doctrine", "forced", "retrieving", "units", "opposing")

#: attributes of an edge that count rounds
COUNTERS = ("age", "campaign", "acts", "coalition", "failed", "power_failed", "embargo")


def take_stock(node: dict[str, Any]) -> None:
    """Renew how credible a state is, and how far others follow its restraint."""
    node["credibility"] = 1.0 - (1.0 - node["sacrifice"]) * (1.0 - node["confrontation"])
    node["trust"] = node["credibility"] * node["legitimacy"]


def graph_of(start: Worlds) -> Any:
    """Return a world's start as a directed graph."""
    graph: Any = nx.DiGraph()
    n = start.shape[1]
    for i in range(n):
        node: dict[str, Any] = {name: float(getattr(start, name)[0, i]) for name in REAL}
        node.update({name: int(getattr(start, name)[0, i]) for name in WHOLE})
        node["ease"] = 0.2 + (1.0 - 0.2) * float(start.culture[0, i])
        take_stock(node)
        graph.add_node(i, **node, against=0, balanced=0, fights=0)
    for i in range(n):
        for j in range(n):
            if i != j:
                at = (0, i, j)
                tie: dict[str, Any] = {name: int(getattr(start, name)[at]) for name in COUNTERS}
                tie |= {"level": float(start.level[at]), "access": int(start.access[at])}
                tie |= {"restraint": start.restraint[at].tolist()}
                tie["turn"] = min(i, j) * 7 + max(i, j) * 13
                graph.add_edge(i, j, **tie)
    return graph


def happen(graph: Any, config: WorldConfig, kind: str, one: int, other: int) -> None:
    """Apply a shock."""
    cal, areas = config.calibration, config.areas
    if kind == "betrayal":
        graph.edges[one, other]["restraint"] = [cal.revoked_restraint] * areas
    elif kind == "embargo":
        graph.edges[one, other]["embargo"] = 1
        graph.edges[one, other]["restraint"] = [cal.lessened_restraint] * areas
    elif kind == "end of embargo":
        graph.edges[one, other]["embargo"] = 0
    elif kind == "early recognition":
        for tie in (graph.edges[one, other], graph.edges[other, one]):
            tie["age"] = tie["failed"] = 0
            tie["restraint"] = [max(r, cal.enhanced_restraint) for r in tie["restraint"]]
    elif kind == "regional approval":
        nx.set_node_attributes(graph, False, "forced")
    elif kind == "call for sides":
        nx.set_node_attributes(graph, dict.fromkeys(border(config), True), "forced")
    elif kind == "retrenchment":
        graph.nodes[one]["capability"] *= 0.5
    elif kind == "power shift":
        graph.nodes[one]["capability"] *= 2.0
