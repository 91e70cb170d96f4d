"""Quiz files: one clear sentence for each fault, and the file of lesson 3 is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from bor_widgets.course.quiz_items import KINDS, QuizFileError, load_quiz, parse_quiz
from bor_widgets.course.toml_file import LARGEST_FILE
from bor_widgets.sources import rules

LESSON_3 = Path(__file__).parents[2] / "lessons" / "quizzes" / "03.toml"

ITEM = """
[[item]]
id = "one"
kind = "single"
prompt = "Which?"
options = [{ key = "a", label = "This" }, { key = "b", label = "That" }]
answer = "a"
hint = "Look."
explanation = "Because."
source = "R01"
"""


def test_lesson_3_has_all_kinds_and_ties_each_item_to_a_rule_of_the_lesson() -> None:
    items = load_quiz(LESSON_3)
    assert len(items) >= 8
    assert {item.kind for item in items} == set(KINDS)
    # what the lesson teaches
    claims = {f"R{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 11, 12, 15, 16, 17, 18)} | {"R155"}
    assert {item.source for item in items} <= claims & set(rules)


def test_lesson_3_asks_its_three_questions() -> None:
    items = {item.id: item for item in load_quiz(LESSON_3)}
    # breakup goes with a direct threat (P0 L405-413)
    assert "break up" in items["L03-direct"].label(items["L03-direct"].answer)
    # "potentially threatening" first (P0 L395), "not threatening" in the end (P0 L1687)
    wordings = items["L03-wordings"]
    assert "potentially threatening" in wordings.label(wordings.answer)
    assert "not threatening" in wordings.label(wordings.answer)
    # the mix keeps flexibility (P0 L419-423)
    assert items["L03-flexible"].answer == "mix"


def test_lesson_3_matches_grades_and_actions_as_the_paper_does() -> None:
    item = next(item for item in load_quiz(LESSON_3) if item.id == "L03-actions")
    matched = {item.label(left): item.label(right) for left, right in item.answer.items()}
    # P0 L395-423
    assert "compromise" in matched["potentially threatening"]
    assert "breakup" in matched["already directly threatening"]
    assert "mix" in matched["indirectly threatening"]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('kind = "single"', 'kind = "essay"', "kind must be one of"),
        ('answer = "a"', 'answer = "c"', "key of one option"),
        ('answer = "a"', "", "answer is missing"),
        ('prompt = "Which?"', "prompt = 3", "prompt must be a text"),
        ('prompt = "Which?"', f'prompt = "{"x" * 3000}"', "prompt is longer"),
        ('source = "R01"', 'source = "R999"', "neither a rule nor a tension"),
        ('key = "b"', 'key = "a"', "same key"),
        ('label = "That"', 'label = "That", more = 1', "nothing else"),
        ('hint = "Look."', 'hint = "Look."\ntolerance = 1', "does not belong"),
        ('hint = "Look."', 'hint = "Look."\nleft = []', "does not belong"),
        ('hint = "Look."', 'hint = "Look."\nfeedback = { c = "No." }', "can never be said"),
        ('hint = "Look."', 'hint = "Look."\ncolour = "red"', "not a key of an item"),
        ('kind = "single"', 'kind = "multiple"', "list of keys"),
        ('kind = "single"', 'kind = "order"', "every option once"),
        ('kind = "single"', 'kind = "match"', "left must be a list"),
        ('kind = "single"', 'kind = "number"', "does not belong"),
    ],
)
def test_a_fault_names_the_item_and_the_reason(before: str, after: str, reason: str) -> None:
    assert before in ITEM
    with pytest.raises(QuizFileError, match=reason) as caught:
        parse_quiz(ITEM.replace(before, after), "mine.toml")
    assert str(caught.value).startswith("mine.toml: item one: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "list of"),
        ("item = 3", "list of"),
        ("item = []", "list of"),
        ("title = 'x'\n" + ITEM, "nothing else"),
        ("[[item]\n", "not valid TOML"),
        ("item = [3]", "number 1: an item is a table"),
        (ITEM + ITEM, "same id"),
        ("item = " + "[" * 3000 + "]" * 3000, "nested too deeply|list of|not valid|a table"),
    ],
)
def test_a_file_of_another_form_is_refused_in_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(QuizFileError, match=reason):
        parse_quiz(text, "mine.toml")


def test_a_file_that_is_missing_huge_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizFileError, match="cannot be read"):
        load_quiz(tmp_path / "nowhere.toml")
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * (LARGEST_FILE + 1))
    with pytest.raises(QuizFileError, match="larger than"):
        load_quiz(huge)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QuizFileError, match="not UTF-8"):
        load_quiz(binary)
