"""A bench or the console on a page without a kernel: one state, its finding, its figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from bor_widgets.cases import cases
from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import BenchText, Values, bench_text, bench_view
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.charts.drawings.base import Entry
from bor_widgets.charts.explorable import Exploration
from bor_widgets.charts.explorable_benches import bench_exploration, console_exploration
from bor_widgets.charts.restraint import restraint_figure, restraint_picture
from bor_widgets.charts.situation_map import map_alt, map_figure, map_picture
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.charts.words import value_label
from bor_widgets.printed.cases import WORDS as CASE_WORDS
from bor_widgets.printed.cases import told_case
from bor_widgets.printed.explored import WORDS as EXPLORED_WORDS
from bor_widgets.printed.explored import explored
from bor_widgets.printed.figure import Told, printed_figure, told_drawing
from bor_widgets.printed.part import Part, lines, render
from bor_widgets.printed.told import WORDS as TOLD_WORDS
from bor_widgets.printed.told import told_claims
from bor_widgets.printed.where import has_site, how_to_link, live_links, page_links
from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import NEUTRAL, respond

WORDS = {
    "console": "The console",
    "still": "On this page the inputs stay as they are. You see this one state:",
    "by_hand": "To move the inputs, open the lesson in JupyterLab: make lab.",
    "how": "How to move the inputs yourself",
    "how_all": "How to open it with every input",
    "begins": "Without JavaScript the figure stands still. This is how it begins:",
    "some": EXPLORED_WORDS["table"],
    "why": "Why? The reasons, each with its source",
    "open": "What the papers do not say",
    "notes": "What else to know",
    "tensions": "Where the papers pull apart here",
    "grade": "Judgement: {grade} ({by})",
    "grade_column": "Grade of threat",
    "tie_column": "with a tie of {tie:.2f}",
    "from_to": "threat {low:.2f} to {high:.2f}",
    "unreached": "not reached",
    "area_column": "Issue area",
    "restraint_column": "Self-restraint",
    "size_column": "Size (our scale, −1 to 1)",
    "who_says": TOLD_WORDS["who_says"],
    "done": CASE_WORDS["done"],
    "explained": CASE_WORDS["explained"],
}

#: page on which the console stands
CONSOLE_PAGE = "console.ipynb"

#: strengths of the tie at which the table of the map is read
TIES = (0.0, 0.25, 0.5, 0.75, 1.0)


def printed_bench(lesson: str, values: Mapping[str, Any]) -> Part:
    """Return a lesson's bench in one state.

    Raises
    ------
    KeyError
        For a lesson without a bench.
    TypeError, ValueError
        For an unknown input or a bad value.
    """
    name = bench_names()[lesson].slug.replace("-", "_")
    text = bench_text(name)
    checked = text.checked(values)
    more = {"calibration": NEUTRAL} if text.calibrated else {}
    view = bench_view(name)(checked, **more)
    card = view.finding.as_card()
    return _printed(
        bench=name,
        values=values,
        title=text.title,
        shown=bench_state(text, checked, values),
        links=page_links(bench_names()[lesson].notebook) or live_links(lesson),
        card=card,
        figures=[told_drawing(drawing) for drawing in view.drawings],
        found=bench_exploration(name, values) if has_site() else None,
    )


def bench_state(text: BenchText, checked: Values, given: Values) -> list[tuple[str, str]]:
    """Return the inputs that are on screen or were set, with their values in words."""
    shown = [name for name in text.shown(checked) if name in text.core or name in given]
    return [
        (text.parameters[name].label, value_label(text.parameters[name], checked[name]))
        for name in shown
    ]


def printed_console(values: Mapping[str, Any], case: str) -> Part:
    """Return the console with a case or a situation in one state.

    What is coded of a deed is held back, as it is until a reader commits to a prediction.

    Raises
    ------
    KeyError
        For an unknown case, with the nearest known ones.
    TypeError, ValueError
        For an unknown input or a bad value.
    """
    situation = Situation(**values)
    before, shown = "", list(values)
    if case:
        found = cases[case]
        hidden = telling_inputs(found)
        coded = {n: c.value for n, c in found.coding.items() if n not in hidden}
        situation, shown = Situation(**coded), []
        before = render("case_at_hand", case=told_case(found, coded=True), words=WORDS)
    response = respond(situation)
    names = list(dict.fromkeys(["threat", "relationship", *shown]))
    return _printed(
        bench="console",
        values={"case": case} if case else values,
        title=WORDS["console"],
        shown=[
            (parameters()[name].label, value_label(parameters()[name], getattr(situation, name)))
            for name in names
        ],
        links=page_links(CONSOLE_PAGE),
        card=verdict_card(response),
        figures=[told_map(situation), told_restraint(situation)],
        before=before,
        # a case waits for the reader's own prediction, so that nothing of it moves
        found=console_exploration(values) if has_site() and not case else None,
    )


def told_map(situation: Situation) -> Told:
    """Return the map of threat against tie, with its borders as a table."""
    response = respond(situation)
    picture = map_picture(situation, NEUTRAL, "introduction")
    rows: list[list[Entry]] = []
    for band in picture.bands:
        row: list[Entry] = [band["label"]]
        for tie in TIES:
            at = min(range(len(band["xs"])), key=lambda i: abs(band["xs"][i] - tie))
            low, high = band["lower"][at], band["upper"][at]
            key = "from_to" if high > low else "unreached"
            row.append(WORDS[key].format(low=low, high=high))
        rows.append(row)
    columns = (WORDS["grade_column"], *(WORDS["tie_column"].format(tie=tie) for tie in TIES))
    figure = map_figure(situation, response, NEUTRAL, "introduction")
    return Told("map", picture.title, map_alt(situation, response, NEUTRAL), figure, columns, rows)


def told_restraint(situation: Situation) -> Told:
    """Return the self-restraint in each issue area, with its table."""
    response = respond(situation)
    picture = restraint_picture(response)
    rows = [(bar["area"], bar["label"], bar["value"]) for bar in picture.bars]
    columns = (WORDS["area_column"], WORDS["restraint_column"], WORDS["size_column"])
    figure = restraint_figure(response)
    return Told("restraint", picture.title, picture.alt, figure, columns, rows)


def _printed(
    *,
    bench: str,
    values: Mapping[str, Any],
    title: str,
    shown: Sequence[tuple[str, str]],
    links: Sequence[Any],
    card: Mapping[str, Any],
    figures: Sequence[Told],
    before: str = "",
    found: Exploration | None = None,
) -> Part:
    more = [
        (WORDS[key], told_claims(card[key]))
        for key in ("open", "notes", "tensions")
        if card.get(key)
    ]
    summary = card["summary"]
    html = render(
        "finding",
        bench=bench,
        values=json.dumps(dict(values)),
        title=title,
        still=WORDS["still"],
        shown=shown,
        links=links,
        how_href=how_to_link(),
        before=Markup(before),
        tone=card["action"],
        kicker=card["action_label"],
        headline=card["headline"],
        summary=summary,
        reasons=told_claims(card["reasons"]),
        figures=[printed_figure(replace(told, figure=None) if found else told) for told in figures],
        alive=explored(found, title) if found else None,
        more=more,
        words=WORDS,
    )
    told = [f"{label}: {text}" for label, text in shown]
    return Part(
        html, lines(title, told, card["headline"], summary, [figure.alt for figure in figures])
    )
