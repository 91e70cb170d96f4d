"""The questions on which the papers part, and what none of them answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.case_studio_coding import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, Reason
from bor_widgets.theory.comparison import names_an_adversary
from bor_widgets.theory.institution_roles import who_describes
from bor_widgets.theory.principles import action_for
from bor_widgets.theory.questions import OPEN_QUESTIONS, ask
from bor_widgets.theory.soft_or_hard import expected_by_threat
from bor_widgets.theory.venues_compared import expected_venues, flows, many_pairs, unbound

PAPERS = ("P0", "P1", "P2")

#: questions that arise only where something is set: what is set when one is pressed
ASKED: Mapping[str, dict[str, Any]] = {
    "X11": {"will_be_bound": False},
    "X03": {"parties": 4, "generalised_principles": False},
}

#: what a paper answers, where it answers: its words' key, the reason and the rule
Answer = tuple[str, str, str]


def answers(values: Values, s: Situation) -> dict[str, dict[str, Answer | None]]:
    """Return what each paper answers to the questions of our comparisons."""
    found: dict[str, dict[str, Answer | None]] = {}
    ties, tie_reason = names_an_adversary("balance_of_relationships")
    soft, soft_reason = names_an_adversary("soft_balancing")
    found["X07"] = _row(
        P0=("named" if ties else "not_named", tie_reason.text, "X07"),
        P2=("named" if soft else "not_named", soft_reason.text, "X07"),
    )
    found["X08"] = _row(
        P0=("labelled" if ties else "unlabelled", "", "X08"),
        P2=("labelled" if soft else "unlabelled", "", "X08"),
    )
    found["X09"] = _expected(expected_venues(values["year"], values["actor_class"]))
    found["X10"] = _expected(flows(s.capability))
    found["X11"] = _expected(unbound(s.will_be_bound))
    hidden = who_describes("hides intentions")[2].text
    found["X05"] = _row(
        P0=("settles", who_describes("settles")[2].text, "X05"),
        P1=("brings_peace", f"{who_describes('brings peace')[2].text} {hidden}", "X05"),
        P2=("gives_legitimacy", who_describes("gives legitimacy")[2].text, "X05"),
    )
    gravest = str(action_for(GRADES.index("direct")))
    found["X06"] = _row(P0=(gravest, "", "X06"), P2=(expected_by_threat(True), "", "X06"))
    found["X03"] = _many(s)
    return {name: found[name] for name in TEXT.words["parting"]["row"]}


def _row(**said: Answer) -> dict[str, Answer | None]:
    return {paper: said.get(paper) for paper in PAPERS}


def _expected(expectations: Any) -> dict[str, Answer | None]:
    return _row(
        **{
            one.paper: (_key(one.label), one.reason.text, one.reason.rule)
            for one in expectations
            if one.label != "not said"
        }
    )


def _many(s: Situation) -> dict[str, Answer | None]:
    """Ask what many partners amount to, by the kind and by the number of states."""
    if s.parties < 3 or not isinstance(s.generalised_principles, bool):
        return _row()
    partners = s.parties - 1
    alike = s.generalised_principles
    treatment = [1.0] * partners if alike else [1.0, *[0.0] * (partners - 1)]
    seen = many_pairs(treatment, s.indivisibility, s.diffuse_reciprocity)
    reason = seen.reasons[0]
    return _row(P0=(_key(seen.label), reason.text, "X03"), P1=(_key(seen.number), "", "Q03"))


def parted(rows: Mapping[str, Mapping[str, Answer | None]]) -> tuple[str, ...]:
    """Return the questions to which two papers give different answers."""
    return tuple(
        name
        for name, said in rows.items()
        if len({answer[0] for answer in said.values() if answer is not None}) > 1
    )


def parting(rows: Mapping[str, Mapping[str, Answer | None]]) -> Drawing:
    """Draw the questions, and what each paper answers."""
    words = TEXT.words["parting"]
    differ = parted(rows)
    shown = []
    for name, said in rows.items():
        # one comparison stands behind the whole row, so its source is shown once
        first = next((paper for paper in PAPERS if said[paper] is not None), "")
        if not first and name in ASKED:
            # the papers do answer: only nothing is set that they could answer to
            condition = words["condition"][name]
            note = words["unasked_note"].format(condition=condition)
            cell = Cell(words["unasked"], "calm", glyph="…", note=note, source=name, key=name)
            later = Cell(words["unasked_P"], "calm", glyph="…", note=note, key=name)
            shown.append(CellRow(words["row"][name], [cell, later, later]))
            continue
        row = [_answer(said[paper], name in differ, paper == first) for paper in PAPERS]
        shown.append(CellRow(words["row"][name], row))
    title = words["title" if differ else "title_none"].format(count=len(differ), all=len(rows))
    heads = [Column(words[paper]) for paper in PAPERS]
    return cells("parting", title, heads, shown, corner=words["corner"])


def _answer(answer: Answer | None, differs: bool, sourced: bool) -> Cell:
    words = TEXT.words["parting"]
    if answer is None:
        return Cell(words["silent"], "open")
    key, reason, rule = answer
    tone = "caution" if differs else "calm"
    return Cell(words["answer"][key], tone, note=reason, source=rule if sourced else None)


def refusals() -> Drawing:
    """Draw what no paper answers, each with its place."""
    words = TEXT.words["refusals"]
    rows = []
    for question in OPEN_QUESTIONS:
        for one in ask(question):
            cell = Cell(words["cell"], "open", note=one.text, source=one.rule)
            rows.append(CellRow(words.get(one.rule, words[_key(question)]), [cell]))
    return cells("refusals", words["title"], [words["column"]], rows, corner=words["corner"])


def parting_reasons(values: Values, s: Situation) -> tuple[Reason, ...]:
    """Return the findings behind the rows, where they were reckoned from what is set."""
    expectations = (
        *expected_venues(values["year"], values["actor_class"]),
        *flows(s.capability),
        *unbound(s.will_be_bound),
    )
    return tuple(one.reason for one in expectations)


def _key(label: str) -> str:
    return label.replace(" ", "_")
