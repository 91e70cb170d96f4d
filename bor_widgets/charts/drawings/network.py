"""Network: states or ideas as plates, ties between them as lines that say how they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import hypot
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.drawings.base import Drawing, Entry, in_words
from bor_widgets.charts.drawings.checks import checked_count, checked_names, checked_number
from bor_widgets.charts.drawings.network_looks import MEANINGS, line_look
from bor_widgets.charts.drawings.network_places import layout_places

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

__all__ = ["MEANINGS", "Node", "Tie", "layout_places", "line_look", "network", "network_figure"]

#: what the legend, the table and the text alternative say beside the caller's own words
WORDS = {
    "from": "from",
    "to": "to",
    "what": "how they stand",
    "strength": "strength (our scale)",
    "detail": "in words",
    "between": "{source} and {target}: {what}",
    "strong": "strength {strength:.2f} on our scale",
    "unknown": "strength open",
    "both": "{one}, and at the same time {other}",
    "alone": "No tie: {labels}",
}

ROLES = ("third", "actor", "counterpart")
MOST_NODES = 16

#: width of a tie whose strength nobody gives, on our scale; the same for all of them
UNSTATED = 0.2


@dataclass(frozen=True, slots=True)
class Node:
    """A plate.

    Attributes
    ----------
    id
        Its name in ties and messages.
    label
        What stands on it.
    x, y
        Its place, 0 to 1 from the left and from the top, kept while values change; see
        :func:`layout_places`.
    role
        "actor" (whose judgement is looked at), "counterpart" or "third".
    detail
        What is read when it is pointed at, focused or chosen.
    """

    id: str
    label: str
    x: float
    y: float
    role: str = "third"
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two plates.

    Attributes
    ----------
    source, target
        Ids of its ends.
    strength
        0 to 1 on our scale, drawn as width; None where nobody says.
    tone
        A quality of a tie, a response to it, or a tone of the theme.
    label
        How the two stand, in a few words; the meaning of the tone if it is empty.
    detail
        What is read when it is pointed at, focused or chosen.
    key
        Its name in messages; the two ids joined by "--" if it is empty.
    other_tone
        Where one tie has two signs at once: the second, drawn as a line beside the first.
    """

    source: str
    target: str
    strength: float | None
    tone: str
    label: str = ""
    detail: str = ""
    key: str = ""
    other_tone: str = ""


def network(
    name: str,
    title: str,
    nodes: Sequence[Node],
    ties: Sequence[Tie],
    *,
    meanings: Mapping[str, str] = MappingProxyType({}),
    chosen: str = "",
    alt: Sequence[str] = (),
    wide: bool = False,
) -> Drawing:
    """Return a network as a drawing.

    Parameters
    ----------
    name, title, wide
        See :class:`Drawing`.
    nodes, ties
        What is drawn; two to sixteen plates.
    meanings
        What the tones mean here, where it is not what ``MEANINGS`` says.
    chosen
        Id of a plate or key of a tie that is shown as chosen.
    alt
        Sentences to add to the text alternative.

    Raises
    ------
    ValueError
        For too few or too many plates, an id or key used twice, a tie to nowhere, a strength
        or place outside 0 to 1, or an unknown tone or role.
    """
    checked_count(f"network {name!r}: number of nodes", len(nodes), 2, MOST_NODES)
    checked_names("id of a node", [node.id for node in nodes])
    checked_names("label of a node", [node.label for node in nodes])
    keys = [tie.key or f"{tie.source}--{tie.target}" for tie in ties]
    checked_names("key of a tie or id of a node", [*(node.id for node in nodes), *keys])
    labels = {node.id: node.label for node in nodes}
    for node in nodes:
        checked_number(f"x of {node.label}", node.x, 0, 1)
        checked_number(f"y of {node.label}", node.y, 0, 1)
        if node.role not in ROLES:
            raise ValueError(f"role takes one of {', '.join(ROLES)}; given was {node.role!r}")
    if chosen and chosen not in (*labels, *keys):
        raise ValueError(f"chosen takes an id or key of this network; given was {chosen!r}")
    said = {**MEANINGS, **meanings}
    edges: list[dict[str, Any]] = []
    rows: list[tuple[Entry, ...]] = []
    for tie, key in zip(ties, keys, strict=True):
        if tie.source not in labels or tie.target not in labels or tie.source == tie.target:
            raise ValueError(
                f"a tie takes two different nodes of this network; "
                f"given was {tie.source!r}, {tie.target!r}"
            )
        if tie.strength is not None:
            checked_number(f"strength of {key}", tie.strength, 0, 1)
        tones = [tone for tone in (tie.tone, tie.other_tone) if tone]
        for tone in tones:
            line_look(tone)
        both = WORDS["both"].format(one=said[tie.tone], other=said.get(tie.other_tone, ""))
        what = tie.label or (both if tie.other_tone else said[tie.tone])
        ends = (labels[tie.source], labels[tie.target])
        head = WORDS["between"].format(source=ends[0], target=ends[1], what=what)
        strong = WORDS["unknown" if tie.strength is None else "strong"]
        head = f"{head}, {strong.format(strength=tie.strength)}"
        edges.append(
            {
                "source": tie.source,
                "target": tie.target,
                "key": key,
                "strength": tie.strength,
                "width": UNSTATED if tie.strength is None else tie.strength,
                "tone": tie.tone,
                "other_tone": tie.other_tone,
                "detail": in_words([head, tie.detail]),
            }
        )
        strength = None if tie.strength is None else round(tie.strength, 3)
        rows.append((*ends, what, strength, tie.detail))
    shown = dict.fromkeys(
        tone for edge in edges for tone in (edge["tone"], edge["other_tone"]) if tone
    )
    data: dict[str, Any] = {
        "nodes": [
            {
                "id": node.id,
                "label": node.label,
                "x": float(node.x),
                "y": float(node.y),
                "role": node.role,
                "detail": in_words([node.label, node.detail]),
            }
            for node in nodes
        ],
        "ties": edges,
        "looks": {tone: {**asdict(line_look(tone)), "meaning": said[tone]} for tone in shown},
        "measured": any(tie.strength is not None for tie in ties),
        "chosen": chosen,
    }
    tied = {end for tie in ties for end in (tie.source, tie.target)}
    alone = ", ".join(node.label for node in nodes if node.id not in tied)
    told = [edge["detail"] for edge in edges]
    told += [WORDS["alone"].format(labels=alone) if alone else ""]
    told += [data_node["detail"] for data_node in data["nodes"]]
    columns = tuple(WORDS[key] for key in ("from", "to", "what", "strength", "detail"))
    text = in_words([title, *told, *alt])
    return Drawing("network", name, title, text, data, columns, tuple(rows), wide)


def network_figure(drawing: Drawing) -> Figure:
    """Return the network as a plotly figure."""
    import plotly.graph_objects as go

    from bor_widgets.charts.figure import layout, plain
    from bor_widgets.charts.theme import STROKES, SURFACES, TEXTS

    nodes = drawing.data["nodes"]
    at = {node["id"]: (node["x"], 1.0 - node["y"]) for node in nodes}
    traces: list[Any] = []
    for edge in drawing.data["ties"]:
        (x0, y0), (x1, y1) = at[edge["source"]], at[edge["target"]]
        tones = [tone for tone in (edge["tone"], edge["other_tone"]) if tone]
        length = hypot(x1 - x0, y1 - y0) or 1.0
        for index, tone in enumerate(tones):
            look = line_look(tone)
            # the second sign of a tie runs beside the first
            aside = 0.022 * (2 * index - 1) if len(tones) > 1 else 0.0
            share = 0.5 + 6 * aside
            off_x, off_y = -(y1 - y0) / length * aside, (x1 - x0) / length * aside
            marker = {
                "size": [0, 24, 0],
                "opacity": 1,
                "color": SURFACES["card"],
                "line": {"width": 2, "color": look.colour},
            }
            traces.append(
                go.Scatter(
                    x=[x0 + off_x, x0 + (x1 - x0) * share + off_x, x1 + off_x],
                    y=[y0 + off_y, y0 + (y1 - y0) * share + off_y, y1 + off_y],
                    mode="lines+markers+text",
                    text=["", f"<b>{look.glyph}</b>", ""],
                    textfont={"size": 16, "color": look.colour},
                    textposition="middle center",
                    marker=marker,
                    line={"width": 2 + 8 * edge["width"], "color": look.colour, "dash": look.dash},
                    hovertext=plain([edge["detail"]] * 3),
                    hoverinfo="text",
                )
            )
    roles = {
        "actor": (TEXTS["accent"], TEXTS["accent"]),
        "counterpart": (STROKES["accent-soft"], TEXTS["accent"]),
        "third": (SURFACES["card"], STROKES["line-strong"]),
    }
    marker = {
        "size": 26,
        "color": [roles[node["role"]][0] for node in nodes],
        "line": {"width": 3, "color": [roles[node["role"]][1] for node in nodes]},
    }
    traces.append(
        go.Scatter(
            x=[x for x, _ in at.values()],
            y=[y for _, y in at.values()],
            mode="markers+text",
            text=plain([node["label"] for node in nodes]),
            textposition="bottom center",
            marker=marker,
            hovertext=plain([node["detail"] for node in nodes]),
            hoverinfo="text",
        )
    )
    hidden = {"visible": False, "range": [-0.1, 1.1]}
    return go.Figure(traces, layout(drawing.title, xaxis=hidden, yaxis=hidden, height=460))
