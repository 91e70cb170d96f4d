"""The two states and the third parties of a case, as a small network."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from bor_widgets.cases import Case
from bor_widgets.charts.words import word
from bor_widgets.situation import Situation
from bor_widgets.theory import Response

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: width of a tie whose strength nobody gives (our scale)
UNSTATED = 0.4


@dataclass(frozen=True, slots=True)
class TiePicture:
    """Nodes with positions and ties with strength and tone, the finding, and its text."""

    title: str
    alt: str
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def tie_graph(case: Case | None) -> nx.Graph:
    """Build the network of a case; without one, the two states alone."""
    graph = nx.Graph()
    actors = [p.name for p in case.party if p.role == "actor"] if case else []
    others = [p.name for p in case.party if p.role == "counterpart"] if case else []
    mine = actors or [(case.actor if case else "") or word("network", "you")]
    theirs = others or [(case.counterpart if case else "") or word("network", "other")]
    for role, names in (("actor", mine), ("counterpart", theirs)):
        graph.add_nodes_from(names, role=role)
    for a in mine:
        for b in theirs:
            graph.add_edge(a, b, quality="")
    if case is not None:
        graph.add_nodes_from((p.name for p in case.party if p.role == "third"), role="third")
        for tie in case.tie:
            if not graph.has_edge(*tie.between):
                graph.add_edge(*tie.between, quality=tie.quality)
    return graph


def positions(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    """Place actors on the left, counterparts on the right and third parties in between.

    Depends on the structure alone, so that nothing moves while values change.
    """
    placed = {}
    for role, column in (("actor", 0.17), ("counterpart", 0.83)):
        names = [name for name, data in graph.nodes(data=True) if data["role"] == role]
        for i, name in enumerate(names):
            placed[name] = (column, 0.5 if len(names) == 1 else 0.12 + 0.76 * i / (len(names) - 1))
    third = [name for name, data in graph.nodes(data=True) if data["role"] == "third"]
    for i, name in enumerate(third):
        # alternate above and below the tie that matters, spread along an arc
        rank, above = divmod(i, 2)
        share = (rank + 1) / (math.ceil(len(third) / 2) + 1)
        placed[name] = (0.2 + 0.6 * share, 0.12 if above == 0 else 0.88)
    return placed


def tie_picture(s: Situation, response: Response, case: Case | None = None) -> TiePicture:
    """Draw the network: width, colour and pattern follow the tie and the response."""
    graph = tie_graph(case)
    placed = positions(graph)
    counterparts = [n for n, data in graph.nodes(data=True) if data["role"] == "counterpart"]
    named = [
        word("network", "other_inline") if n == word("network", "other") else n
        for n in counterparts
    ]
    title = word("network", response.action, other=", ".join(named))
    nodes = []
    for name, data in graph.nodes(data=True):
        role = word("network", data["role"])
        x, y = placed[name]
        detail = word("network", "node", name=name, role=role, ties=graph.degree(name))
        nodes.append(
            {"id": name, "label": name, "x": x, "y": y, "role": data["role"], "detail": detail}
        )
    edges = []
    for a, b, data in graph.edges(data=True):
        judged = {graph.nodes[a]["role"], graph.nodes[b]["role"]} == {"actor", "counterpart"}
        judged = judged and not data["quality"]
        tone = response.action if judged else data["quality"]
        label = title if judged else word("network", f"tie_{tone}")
        strength = s.relationship if judged else UNSTATED
        detail = (
            word("network", "edge", a=a, b=b, what=label, strength=strength)
            if judged
            else f"{a} – {b}: {label}; {word('network', 'third_strength')}"
        )
        edges.append(
            {
                "source": a,
                "target": b,
                "strength": strength,
                "tone": tone,
                "label": label,
                "detail": detail,
            }
        )
    alt = f"{title}. " + " ".join(f"{edge['detail']}." for edge in edges)
    return TiePicture(title, alt, nodes, edges)


def tie_figure(s: Situation, response: Response, case: Case | None = None) -> Figure:
    """Return the same network as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, plain
    from bor_widgets.charts.theme import ACTIONS, TEXTS, TIES

    picture = tie_picture(s, response, case)
    at = {node["id"]: (node["x"], 1.0 - node["y"]) for node in picture.nodes}
    dashes = {"none": "solid", "compromise": "solid", "mix": "dash", "breakup": "dot"}
    traces: list[Any] = []
    for edge in picture.edges:
        (x0, y0), (x1, y1) = at[edge["source"]], at[edge["target"]]
        tone = edge["tone"]
        colour = ACTIONS[tone].text if tone in ACTIONS else TIES[tone].colour
        dash = dashes[tone] if tone in dashes else TIES[tone].dash
        line = {"width": 1.5 + 10 * edge["strength"], "color": colour, "dash": dash}
        traces.append(
            go.Scatter(
                x=[x0, (x0 + x1) / 2, x1],
                y=[y0, (y0 + y1) / 2, y1],
                mode="lines",
                line=line,
                hovertext=plain([edge["detail"]] * 3),
                hoverinfo="text",
            )
        )
    traces.append(
        go.Scatter(
            x=[x for x, _ in at.values()],
            y=[y for _, y in at.values()],
            mode="markers+text",
            text=plain([node["label"] for node in picture.nodes]),
            textposition="bottom center",
            marker={"size": 26, "color": "#fff", "line": {"width": 3, "color": TEXTS["accent"]}},
            hovertext=plain([node["detail"] for node in picture.nodes]),
            hoverinfo="text",
        )
    )
    hidden = {"visible": False, "range": [-0.1, 1.1]}
    return go.Figure(traces, layout(picture.title, xaxis=hidden, yaxis=hidden))
