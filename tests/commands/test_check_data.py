"""`bor check` on what belongs to a lesson: each fault with its place and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.check_parts import STEM, change, faults

LESSONS = Path(__file__).resolve().parents[2] / "lessons"


#: file -> old, new, what the sentence names, and what it says
SPOILT_DATA: list[tuple[str, str, str, str, str]] = [
    ("quizzes/13.toml", 'answer = "right"', 'answer = "left"', "item L13-single", "key of one"),
    ("quizzes/13.toml", 'source = "R01"', 'source = "R999"', "item L13-single", "R999"),
    ("quizzes/13.toml", 'kind = "short"', 'kind = "long"', "item L13-short", "'long'"),
    ("quizzes/13.toml", "L13-multiple", "L13-single", "item L13-single", "same id"),
    ("quizzes/13.toml", 'low = "', 'below = "', "item L13-number", "'below'"),
    ("predictions/13.toml", 'answer = "right"', 'answer = "left"', "first", "answer"),
    ("predictions/13.toml", '["R01"]', '["R999"]', "first", "R999"),
    ("predictions/13.toml", '["R01"]', '[["R01"]]', "", ""),
    ("plans/13.toml", '"R12"', '"R999"', "claims[1]", "no rule 'R999'"),
    ("plans/13.toml", '"C25"', '"R01"', "cases[0]", "no case 'R01'"),
    ("plans/13.toml", '"ThreatDial"', '"Seesaw"', "bench", "ThreatDial"),
    ("plans/13.toml", 'title = "Fish"', 'title = ""', "title", "missing"),
    ("plans/13.toml", 'title = "Fish"', 'title = "Fish"\nhue = 1', "hue", "not a key"),
    ("plans/13.toml", "concepts = []", "concepts = 7", "concepts", "list of ids"),
    ("slides/13.toml", '"predict:first"', '"predict:last"', "slide 2, show", "predict:last"),
    ("slides/13.toml", '"tension:E01"', '"tension:E999"', "slide 4, show", "E999"),
    ("slides/13.toml", '"quiz:L13-single"', '"quiz:L13-none"', "slide 5, show", "L13-none"),
    ("slides/13.toml", '"bench"', '"film"', "slide 3, show", "'film'"),
    ("slides/13.toml", '"bench"', '"bench"\nset = { hatred = 1 }', "slide 3, set", "hatred"),
    ("slides/13.toml", '"predict:first"', '"predict:first"\nset = { grade = "none" }',
     "slide 2, set", "bench"),
    ("slides/13.toml", '["R01"]', '["R999"]', "slide 3, sources", "R999"),
    ("slides/13.toml", '"What do you expect?"', f'"{"x" * 71}"', "slide 2, title", "70"),
    ("slides/13.toml", '["Write a short line here."]', f'["{"x" * 111}"]', "slide 1, lines", "110"),
    ("slides/13.toml", '["Write a short line here."]', '["a","b","c","d","e"]', "slide 1, lines",
     "4 lines"),
    ("slides/13.toml", '"What do you expect?"', '"What do you expect?"\nhue = 1', "slide 2, hue",
     "not a key"),
    (f"instructor/{STEM}.md", "## Discussion", "## Debate", "line ", "“Debate”"),
    (f"instructor/{STEM}.md", "# Fish: guide", "# Fish", "line 1", "guide"),
    (f"instructor/{STEM}.md", "## Answers", "## Answers\n\nSee R999.", "line ", "R999"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "where", "part"), SPOILT_DATA)
def test_a_fault_in_what_belongs_to_it_is_told_with_its_place(
    file: str,
    old: str,
    new: str,
    where: str,
    part: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = change(folder / file, old, new)
    lines = faults(path, capsys)
    assert lines
    assert all(line.startswith(path.name) for line in lines)
    assert any(where in line and part in line for line in lines), lines


def test_all_faults_of_a_quiz_are_told_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "quizzes/13.toml"
    path.write_text(path.read_text().replace('source = "R01"', 'source = "R999"'))
    assert len(faults(path, capsys)) == 6


PAIR = """
[[pair]]
claim = "R20"
[pair.before]
id = "B-L13-1"
{item}
[pair.after]
id = "A-L13-1"
{item}
"""
ITEM = """kind = "single"
prompt = "Which?"
options = [{ key = "a", label = "This" }, { key = "b", label = "That" }]
answer = "a"
hint = "Think."
explanation = "This."
source = "R20"
"""


def test_a_test_before_and_after(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "tests/13.toml"
    path.parent.mkdir()
    sound = PAIR.format(item=ITEM)
    path.write_text(sound)
    assert faults(path, capsys) == []
    for old, new, part in (
        ('claim = "R20"', 'claim = "R21"', "is the claim of the pair"),
        ("A-L13-1", "B-L13-1", "same id"),
        ('"single"', '"order"', "pair 1, before"),
        ('claim = "R20"', 'claim = ["R20"]', "claim"),
        ("[pair.after]", "[pair.later]", "an item after"),
        ('answer = "a"', 'answer = "c"', "pair 1, before: answer"),
    ):
        path.write_text(sound.replace(old, new, 1))
        assert any(part in line for line in faults(path, capsys)), part
