"""Every record as an entry of the index."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.charts.cross_references import entries
from bor_widgets.printed.records import IndexEntry, index_entry, sentence
from bor_widgets.sources import Lesson, debates, papers, rules, tensions


def all_text(entry: IndexEntry, *, folded: bool) -> str:
    facts: list[Any] = [*entry.facts]
    texts = [entry.title, entry.badge, *entry.text]
    if folded and entry.fold:
        label, inside, more = entry.fold
        texts += [label, *inside]
        facts += more
    return "\n".join([*texts, *(line for _, lines in facts for line in lines)])


def facts_of(name: str) -> dict[str, tuple[str, ...]]:
    return dict(index_entry(entries()[name]).facts)


def test_every_record_has_an_entry_with_a_title() -> None:
    made = [index_entry(r) for r in entries().values() if not isinstance(r, Lesson)]
    # INVENTORY: 264 rules, 257 concepts, 82 lists, 85 tensions, 59 debates, 94 cases
    assert len(made) == 264 + 257 + 82 + 85 + 59 + 94
    assert all(entry.title.strip() for entry in made)
    assert len({entry.id for entry in made}) == len(made)


def test_a_rule_names_lines_firmness_treatment_and_lessons() -> None:
    facts = facts_of("R01")  # INVENTORY B R01, G lesson 3
    assert any("P0 L395-403" in line for line in facts["In the paper"])
    assert facts["Lessons"] == ("L03",)
    assert "E01" in facts["Tensions"][0]
    assert facts["In this course"][0].startswith("computed")
    assert index_entry(rules["R01"]).badge == "stated"


def test_what_is_ours_is_called_so() -> None:
    derived = [rule for rule in rules.values() if rule.explicitness == "derived"]
    assert derived
    assert {index_entry(rule).badge for rule in derived} == {"our inference"}


@pytest.mark.parametrize("case", cases.values(), ids=lambda case: case.id)
def test_what_was_done_in_a_case_is_folded(case: Any) -> None:
    entry = index_entry(case)
    seen = all_text(entry, folded=False)
    whole = all_text(entry, folded=True)
    for secret in (case.done, case.reading):
        if secret:
            assert secret not in seen
            assert secret in whole
    for coding in case.coding.values():
        assert not coding.why or coding.why not in seen


def test_the_coded_judgement_of_iraq_is_folded() -> None:
    entry = index_entry(cases["C25"])
    assert "Grade of threat" not in all_text(entry, folded=False)
    assert "Grade of threat: direct (the text says so)" in all_text(entry, folded=True)


def test_a_tension_keeps_its_whole_text() -> None:
    for tension in tensions.values():
        entry = index_entry(tension)
        assert " ".join([entry.title, *entry.text]) == tension.text
    assert index_entry(tensions["E01"]).badge == "inside one paper"
    # E80: one sanction, claimed by two theories of two papers
    assert index_entry(tensions["E80"]).badge == "between papers"


def test_a_debate_says_where_the_papers_stand() -> None:
    entry = index_entry(debates["F01"])
    assert entry.badge == "reported"
    assert any(label.startswith("Where the papers stand") for label, _ in entry.facts)


def test_a_paper_is_cited_as_its_copy_describes_itself() -> None:
    assert "Yao Qian" in all_text(index_entry(papers["P1"]), folded=False)


def test_a_sentence_has_a_capital_and_an_end() -> None:
    assert sentence("states seek ties") == "States seek ties."
    assert sentence("Is it so?") == "Is it so?"
    assert sentence("  ") == ""


def test_only_records_become_entries() -> None:
    with pytest.raises(TypeError, match="str"):
        index_entry("R01")
