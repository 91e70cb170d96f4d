"""Central Asia: two floors, eight strategies, and one edge with two signs.

Rules S33-S37; what stays open: S34, S38, S67; tensions E52, E66.
"""

from __future__ import annotations

from functools import partial

from bor_widgets.charts.benches.regions_shared import TEXT, share_gauge
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.drawings.gauges import gauges
from bor_widgets.charts.drawings.network import Node, Tie, network
from bor_widgets.theory.provenance import OpenQuestion, Reason, phrase
from bor_widgets.theory.regional_reasons import level_reasons
from bor_widgets.theory.two_levels import (
    ACTORS,
    Edge,
    Level,
    after_shock,
    edges,
    future_order,
    gains,
    repertoire,
)

word = partial(TEXT.word, "central_asia")

#: where each state stands: the great powers above, the republics below
PLACES = {
    "Russia": (0.1, 0.06),
    "United States": (0.5, 0.27),
    "China": (0.9, 0.06),
    "Kazakhstan": (0.12, 0.76),
    "Kyrgyzstan": (0.31, 0.92),
    "Tajikistan": (0.5, 0.76),
    "Turkmenistan": (0.69, 0.92),
    "Uzbekistan": (0.88, 0.76),
}

#: rule that names the means of a floor
FLOOR_RULES: dict[Level, str] = {"great": "S33", "regional": "S34"}

FACTORS = {
    "war": "war_settled",
    "partners": "partners_settled",
    "west": "west_settled",
    "choices": "choices_settled",
}
ANSWERS = {True: ("known", "calm"), False: ("unknown", "caution"), None: ("not_judged", "open")}


def view(values: Values) -> View:
    """Draw the tab of central Asia."""
    level = values["level"]
    shown = _edges(values)
    reasons, questions = level_reasons(level, values["regional_balancing"], values["shock"] is True)
    said: list[Reason] = [reason for edge in shown for reason in edge.reasons]
    asked: list[OpenQuestion] = [question for edge in shown for question in edge.open]
    finding = Finding(
        headline=word(f"headline_{level}"),
        kicker=word("kicker"),
        summary=word(f"summary_{level}"),
        tone="caution" if level == "great" else "calm",
        reasons=(*said, *reasons),
        open=(*asked, *questions, _order(values)),
        tensions=("E66", "E52") if level == "great" else (),
    )
    drawings = (_floors(values, shown), _means(level), _gains(values), _future(values))
    return View(finding, drawings)


def _edges(values: Values) -> tuple[Edge, ...]:
    """Return the edges that are looked at: among great powers, or of the chosen republic."""
    great = set(ACTORS["great"])
    if values["level"] == "great":
        return tuple(edge for edge in edges() if great.issuperset(edge.pair))
    return tuple(e for e in edges() if values["state"] in e.pair and great.intersection(e.pair))


def _order(values: Values) -> OpenQuestion:
    return future_order(**{name: values[name] for name in FACTORS.values()})


def _floors(values: Values, shown: tuple[Edge, ...]) -> Drawing:
    level = values["level"]
    nodes = [
        Node(
            state,
            state,
            *PLACES[state],
            role="actor" if floor == level else "third",
            detail=word("great_power" if floor == "great" else "regional_power"),
        )
        for floor, states in ACTORS.items()
        for state in states
    ]
    return network(
        "floors",
        word(f"title_{level}"),
        nodes,
        [_tie(edge) for edge in shown],
        meanings={
            "friendly": word("together"),
            "hostile": word("compete"),
            "open": word("unsaid"),
        },
        chosen=values["state"] if level == "regional" else "Russia--China",
    )


def _tie(edge: Edge) -> Tie:
    if not edge.signs:
        return Tie(*edge.pair, None, "open", detail=edge.open[0].text)
    tones = ["friendly" if sign > 0 else "hostile" for sign in edge.signs]
    told = [word("two_signs" if len(tones) > 1 else "resisted")]
    if edge.military is False:
        told.append(word("no_war"))
    other = tones[1] if len(tones) > 1 else ""
    return Tie(*edge.pair, None, tones[0], detail=". ".join(told), other_tone=other)


def _used(floor: Level, means: str) -> Cell:
    named = repertoire(floor)
    if means not in named:
        return Cell(word("not_named"), glyph="–")
    # one list, one source: it stands at the first of its means
    source = FLOOR_RULES[floor] if means == named[0] else None
    return Cell(word("used"), "good", source=source)


def _means(level: Level) -> Drawing:
    rows = [
        CellRow(
            phrase("central_asia", "means", means),
            [_used(floor, means) for floor in ACTORS],
        )
        for means in (*repertoire("great"), *repertoire("regional"))
    ]
    columns = [
        Column(word("great"), word("proactive")),
        Column(word("regional"), word("defensive")),
    ]
    return cells("means", word(f"means_{level}"), columns, rows, corner=word("corner"))


def _gains(values: Values) -> Drawing:
    told = gains(values["regional_balancing"])
    return gauges(
        "gains",
        word("gains_some" if told.autonomy_and_security > 0 else "gains_none"),
        [
            share_gauge(word("autonomy"), told.autonomy_and_security, "good"),
            share_gauge(word("bargaining"), told.bargaining_position, "good"),
            share_gauge(word("domination"), told.against_domination, "good"),
        ],
        scale=TEXT.word("scale"),
    )


def _future(values: Values) -> Drawing:
    rows = []
    for name, decides in FACTORS.items():
        key, tone = ANSWERS[values[decides]]
        rows.append(CellRow(word(name), [Cell(word(key), tone)]))
    levels, questions = after_shock(values["shock"] is True)
    if levels:
        cell = Cell(word("no_direction"), "open", open=True, source=questions[0].rule)
        rows.append(CellRow(word("direction"), [cell]))
    order = _order(values)
    rows.append(CellRow(word("order"), [Cell(word("no_outcome"), open=True, source=order.rule)]))
    known = all(values[decides] is True for decides in FACTORS.values())
    title = word("future_all" if known else "future_title")
    return cells("future", title, [word("future_column")], rows, corner=word("future_corner"))
