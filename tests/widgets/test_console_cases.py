"""Cases and links in the console: the answer comes with the prediction."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest

from bor_widgets.cases import Case, cases
from bor_widgets.situation import Situation, parameters
from bor_widgets.widgets.console import Console
from bor_widgets.widgets.packing import StateError
from tests.charts.test_case_page import sentences
from tests.widgets.console_parts import IRAQ, LIGHT, REFUSERS, every, one, press, typed


def _said(console: Console) -> str:
    """Everything that the page could know, as text."""
    seen = []
    for widget in every(console):
        state = widget.get_state()
        for own in ("_esm", "_css", "words", "actions", "cases"):
            state.pop(own, None)
        # what an object stands for is visited on its own
        seen.append(json.dumps(state, default=lambda _: "", ensure_ascii=False).lower())
    return " ".join(seen)


def _answers(case: Case) -> list[str]:
    told = [case.done, case.reading, *(case.coding[n].why for n in _held(case))]
    if case.observed is not None:
        told.append(case.observed.why)
    parts = [
        json.dumps(part, ensure_ascii=False)[1:-1] for text in told for part in sentences(text)
    ]
    return [part for part in parts if part]


def _held(case: Case) -> list[str]:
    return [n for n in case.coding if n == "grade" or parameters()[n].group == "definition"]


@pytest.fixture(scope="module")
def opened() -> Console:
    """A console with every light part unfolded."""
    return Console(unfold=LIGHT)


@pytest.mark.parametrize("case", [c for c in cases.values() if c.observed or c.coding], ids=str)
def test_the_answer_is_nowhere_on_the_page_before_the_commitment(
    case: Case, opened: Console
) -> None:
    opened.open_case(case.slug)
    said = _said(opened)
    assert case.title.lower() in said
    for sentence in _answers(case):
        assert sentence not in said
    assert one(opened, "CasePicker").reveal == {}


def test_the_answer_comes_with_the_commitment_and_goes_with_the_case() -> None:
    console = Console(unfold=["case"])
    picker = one(console, "CasePicker")
    picker.selected = REFUSERS
    assert console.state.now.case == REFUSERS
    assert picker.reveal == {}
    press(picker, kind="commit", action="mix", reason="They stayed allies.")
    assert console.state.committed == {"action": "mix", "reason": "They stayed allies."}
    assert picker.reveal["done"] == cases[REFUSERS].done
    assert {row["name"] for row in picker.page["coded"]} == set(cases[REFUSERS].coding)
    for sentence in _answers(cases[REFUSERS]):
        assert sentence in _said(console)
    picker.selected = IRAQ
    assert picker.reveal == {}
    picker.selected = REFUSERS
    assert picker.committed["action"] == "mix"
    assert picker.reveal["done"] == cases[REFUSERS].done
    press(picker, kind="commit", action="none", reason="")
    assert console.state.committed["action"] == "mix"


def test_the_picker_unlocks_and_locks() -> None:
    console = Console(case=IRAQ, unfold=["case"])
    picker = one(console, "CasePicker")
    press(picker, kind="unlock", name="relationship")
    assert "relationship" not in console.state.locked
    typed(console.core, relationship=0.7)
    press(picker, kind="lock", name="relationship")
    assert console.core.values["relationship"] == 0.2


def test_the_card_says_that_a_grade_is_the_cases_own() -> None:
    console = Console(case=IRAQ)
    before = console.verdict.card["by_label"]
    console.state.commit("breakup")
    assert console.verdict.card["grade"] == "direct"
    assert "case" in console.verdict.card["by_label"]
    assert console.verdict.card["by_label"] != before


def test_a_grade_that_came_with_a_case_is_never_called_the_students() -> None:
    console = Console(case=IRAQ)
    console.state.commit("mix")
    console.open_case("")
    mine = Console(Situation(grade="direct")).verdict.card["by_label"]
    assert console.verdict.card["by_label"] != mine


def test_leaving_a_case_empties_the_picker() -> None:
    console = Console(case=IRAQ, unfold=["case"])
    console.open_case("")
    picker = one(console, "CasePicker")
    assert (picker.selected, picker.page, picker.reveal) == ("", {}, {})
    assert console.core.locked == {}


def test_a_link_opens_the_same_picture() -> None:
    console = Console(case=IRAQ)
    console.state.unlock("relationship")
    console.state.set_inputs({"threat": 0.83, "relationship": 0.61})
    console.state.set_wording("conclusion")
    console.state.set_number("sensitivity", 0.7)
    other = Console(link=console.keep.links.link)
    assert other.state.now == console.state.now
    assert other.map.alt == console.map.alt
    assert other.verdict.card == console.verdict.card


def _link(**data: Any) -> str:
    """A link that was written by hand."""
    packed = zlib.compress(json.dumps({"v": 1, **data}).encode())
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def test_a_link_to_a_case_by_its_id_opens_the_case() -> None:
    console = Console(link=_link(k="C25"), unfold=["case"])
    assert console.state.now.case == IRAQ
    assert one(console, "CasePicker").selected == IRAQ


@pytest.mark.parametrize(
    "data",
    [
        {"k": "atlantis"},
        {"k": "../records/iraq-2003-united-states"},
        {"k": "x" * 5_000},
        {"k": ["C25"]},
        {"w": ["introduction"]},
        {"s": {"threat": 7}},
        {"s": {"threat": None}},
        {"s": {"hatred": 1}},
        {"s": [1]},
        {"c": {"sensitivity": "much"}},
        {"c": {"cut_direct": 0.05}},
    ],
    ids=lambda data: str(data)[:40],
)
def test_what_a_link_brings_too_much_is_left_out_and_told(data: dict[str, Any]) -> None:
    console = Console(unfold=["case"])
    press(console.keep.links, kind="arrived", link=_link(**data))
    assert "Not restored" in console.keep.links.problem
    assert console.state.now.case == ""
    assert console.state.now.situation == Situation()


def test_a_link_does_not_tell_the_deed() -> None:
    situation = {"grade": "direct", "threat": 0.9}
    console = Console(link=_link(k=IRAQ, s=situation))
    assert console.state.now.situation.grade is None
    assert console.state.now.situation.threat == 0.9


@pytest.mark.parametrize("link", ["nonsense", "%%%", "eJw", "a" * 5_000])
def test_a_damaged_link_is_refused_in_words(link: str) -> None:
    with pytest.raises(StateError, match="nothing was changed"):
        Console(link=link)
    console = Console(Situation(threat=0.9))
    before = console.state.now
    press(console.keep.links, kind="arrived", link=link)
    assert console.state.now == before
    assert "nothing was changed" in console.keep.links.problem


def test_a_case_opens_by_its_id() -> None:
    assert Console(case="C25").state.now.case == IRAQ
