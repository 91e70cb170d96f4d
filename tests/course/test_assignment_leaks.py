"""The check for leaks finds every kind that is planted, and nothing where there is none."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.course.assignment import read_assignment
from bor_widgets.course.assignment_leaks import leaks
from bor_widgets.course.assignment_secrets import Secrets, secrets_of
from tests.course.assignment_lessons import (
    CHECK,
    EXPLANATION,
    FEEDBACK,
    GUIDE,
    HALF,
    LESSONS,
    MESSAGE,
    NAME,
    REVEAL,
    SHOWN,
    SOLUTION,
    TAUGHT,
    write_course,
)

NOTEBOOK = f"{NAME}.ipynb"


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_course(tmp_path_factory.mktemp("course") / "lessons")


@pytest.fixture(scope="module")
def secrets(lessons: Path) -> Secrets:
    return secrets_of(lessons)


@pytest.fixture
def files(lessons: Path) -> dict[str, bytes]:
    made = read_assignment(lessons, lessons / "13-locks.md", markdown=True)
    return {name: text.encode("utf-8") for name, text in made.student_files().items()}


def planted(files: dict[str, bytes], change: Callable[[Any], None]) -> dict[str, bytes]:
    """Change the notebook."""
    notebook = json.loads(files[NOTEBOOK])
    change(notebook)
    return {**files, NOTEBOOK: json.dumps(notebook).encode("utf-8")}


def test_a_version_as_it_is_written_has_no_leak(files: dict[str, bytes], secrets: Secrets) -> None:
    assert len(files) == 6
    assert leaks(files, secrets) == []


def test_no_lesson_of_the_course_leaks() -> None:
    secrets = secrets_of(LESSONS)
    assert secrets.unread == ()
    files: dict[str, bytes] = {}
    for path in sorted(LESSONS.glob("[0-9][0-9]-*.md")):
        made = read_assignment(LESSONS, path, markdown=True)
        files |= {name: text.encode("utf-8") for name, text in made.student_files().items()}
    assert leaks(files, secrets) == []


def test_the_teachers_version_leaks(lessons: Path, secrets: Secrets) -> None:
    made = read_assignment(lessons, lessons / "13-locks.md")
    found = leaks({name: text.encode() for name, text in made.source_files().items()}, secrets)
    told = "\n".join(found)
    assert "BEGIN SOLUTION" in told
    assert "a part of the solution of L13" in told
    assert "a part of the hidden test of L13" in told
    assert any(line.startswith("tests/q13.py") for line in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SOLUTION, "a part of the solution of L13"),
        # with another name, other spaces and in another case
        ("answer=[number  for number,twice in DOUBLED.items() if twice>4]",
         "a part of the solution of L13"),
        (f"assert solution == {CHECK}", "a part of the hidden test of L13"),
        (CHECK.replace(" ", "  "), "a part of the hidden test of L13"),
        (HALF, "told of the solution of L13"),
        (SHOWN, "told of the solution of L13"),
        (EXPLANATION, "explanation of the question L13-needed"),
        (EXPLANATION.replace(" ", "\n"), "explanation of the question L13-needed"),
        (FEEDBACK.upper(), "feedback on the question L13-needed"),
        (REVEAL, "reveal of the prediction L13/lock"),
        (MESSAGE, "a part of the hidden test of L13"),
        (GUIDE, "instructor's answers to L13"),
        ("For L13-needed choose tie.", "names the answer of L13-needed"),
        ("L13-many is 7", "names the answer of L13-many"),
        ("L13-word: Breach", "names the answer of L13-word"),
        ("L13-pairs: gate - tom", "names the answer of L13-pairs"),
        ('lesson.predict("lock")  # breakup', "names the answer of L13/lock"),
        ("### BEGIN HIDDEN TESTS", "BEGIN HIDDEN TESTS"),
        ("### BEGIN SOLUTION", "BEGIN SOLUTION"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["cell", "metadata", "notebook", "output", "md", "py", "txt"])
def test_a_leak_is_found_wherever_it_is_planted(
    text: str, kind: str, place: str, files: dict[str, bytes], secrets: Secrets
) -> None:
    def change(notebook: Any) -> None:
        code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        if place == "cell":
            code[3]["source"] = text.splitlines(keepends=True)
        elif place == "metadata":
            code[3]["metadata"]["note"] = {"deep": [text]}
        elif place == "output":
            stream = {"output_type": "stream", "name": "stdout", "text": [text]}
            code[3]["outputs"] = [stream]
        else:
            notebook["metadata"]["note"] = text

    if place in ("cell", "metadata", "notebook", "output"):
        found = leaks(planted(files, change), secrets)
        where = NOTEBOOK
        named = {"cell": "cell ", "notebook": "the metadata"}.get(place, f"its {place}")
        assert any(named in line for line in found), found
    elif place == "md":
        where = "13-locks.md"
        found = leaks({**files, where: files[where] + f"\n{text}\n".encode()}, secrets)
    else:
        where = f"old/notes.{place}"
        found = leaks({**files, where: text.encode()}, secrets)
    assert any(kind in line for line in found), found
    assert all(line.startswith(where) for line in found)


def test_outputs_are_not_handed_out_at_all(files: dict[str, bytes], secrets: Secrets) -> None:
    """A drawing or the state of a widget may tell an answer in a way that no reader sees."""

    def run(notebook: Any) -> None:
        cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        cell["outputs"] = [{"output_type": "display_data", "data": {"image/png": "aaaa"}}]
        notebook["metadata"]["widgets"] = {}

    assert leaks(planted(files, run), secrets) == [
        f"{NOTEBOOK}, cell 3: has outputs, which may hold answers; clear them",
        f"{NOTEBOOK}, the metadata: has outputs, which may hold answers; clear them",
    ]


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        ('# answer = "tie"', "names the answer of L13-needed"),
        ("# It is one of these: mutual, alone, uncertain", "names the answer of L13-steps"),
        (f"# {EXPLANATION}", "explanation of the question L13-needed"),
    ],
)
def test_a_comment_in_a_quiz_is_no_hiding_place(
    comment: str, kind: str, files: dict[str, bytes], secrets: Secrets
) -> None:
    held = files["quizzes/13.toml"].decode()
    for text in (f"{comment}\n{held}", held.replace("\n[[item]]", f"\n{comment}\n[[item]]", 1)):
        found = leaks({**files, "quizzes/13.toml": text.encode()}, secrets)
        assert any(kind in line for line in found), found
    ended = held.replace('kind = "single"', f'kind = "single" {comment}', 1)
    assert leaks({**files, "quizzes/13.toml": ended.encode()}, secrets)


def test_a_comment_in_the_predictions_is_none_either(
    files: dict[str, bytes], secrets: Secrets
) -> None:
    text = files["predictions/13.toml"] + b"\n# She closes the barn.\n"
    (found,) = leaks({**files, "predictions/13.toml": text}, secrets)
    assert "names the answer of L13/lock" in found
    assert "line " in found


@pytest.mark.parametrize("key", ["answer", "explanation", "feedback", "reveal", "tolerance"])
def test_a_key_that_tells_is_found_in_any_file_of_data(
    key: str, files: dict[str, bytes], secrets: Secrets
) -> None:
    assert any(f"key {key}" in line for line in leaks(
        {**files, "other/any.toml": f'[[a.b]]\n{key} = "x"\n'.encode()}, secrets
    ))  # fmt: skip


def test_questions_that_are_not_marked_as_handed_out_are_found(
    files: dict[str, bytes], secrets: Secrets
) -> None:
    for name in ("quizzes/13.toml", "predictions/13.toml"):
        text = files[name].replace(b"handed_out = true", b"")
        assert leaks({**files, name: text}, secrets) == [f"{name}: does not say handed_out = true"]


def test_lines_in_their_right_order_are_found(lessons: Path, secrets: Secrets) -> None:
    text = (
        'handed_out = true\n[[item]]\nid = "L13-steps"\noptions = [{key="mutual"}, '
        '{key="alone"}, {key="uncertain"}]\n'
    )
    assert leaks({"quizzes/13.toml": text.encode()}, secrets) == [
        "quizzes/13.toml: lists the lines of L13-steps in their right order"
    ]


def test_files_of_the_full_course_are_found(lessons: Path, secrets: Secrets) -> None:
    """What is left of an earlier run, or was copied from the lessons."""
    for path in sorted(lessons.rglob("*.*")):
        if path.parent.name == "plans":
            continue  # it tells what is taught, and no answer
        name = path.relative_to(lessons).as_posix()
        assert leaks({name: path.read_bytes()}, secrets), name


def test_what_cannot_be_looked_into_is_said(files: dict[str, bytes], secrets: Secrets) -> None:
    odd = {
        "a.zip": b"PK\x03\x04 and so on",
        "b.gz": gzip.compress(SOLUTION.encode()),
        "c.ipynb": b'{"cells": 3}',
        "d.ipynb": b"{",
        "e.toml": b"= 3",
    }
    found = leaks(odd, secrets)
    assert [line.partition(":")[0] for line in found] == list(odd)


def test_other_encodings_and_formats_hide_nothing(secrets: Secrets) -> None:
    quoted = EXPLANATION
    odd = {
        "a.txt": quoted.encode("utf-16"),
        "b.json": json.dumps({"note": f"“{quoted}”"}).encode(),
        "c.html": f"<b>{quoted[:30]}</b><i>{quoted[30:]}</i>".encode(),
        "d.jsonl": json.dumps({"key": "L13-needed", "value": {"response": "tie"}}).encode(),
        "e.dat": b"\x00\x01" + quoted.encode() + b"\xff",
    }
    found = leaks(odd, secrets)
    assert {line.partition(",")[0] for line in found} == set(odd)


def test_the_place_of_a_leak_is_its_line(secrets: Secrets) -> None:
    (found,) = leaks({"a.txt": f"one\n\nthree\n{EXPLANATION}\nfive".encode()}, secrets)
    assert found.startswith("a.txt, line 4: ")


def test_what_the_course_teaches_openly_is_no_secret(secrets: Secrets) -> None:
    """The lesson says it in its text, and an explanation says it again."""
    assert leaks({"a.txt": TAUGHT.encode()}, secrets) == []


def test_a_lesson_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = write_course(tmp_path / "lessons")
    (folder / "quizzes" / "13.toml").write_text("= 3", encoding="utf-8")
    secrets = secrets_of(folder)
    assert len(secrets.unread) == 1
    assert "13.toml" in secrets.unread[0]


def test_a_solution_that_the_lesson_shows_openly_is_a_leak(tmp_path: Path) -> None:
    folder = write_course(tmp_path / "lessons")
    path = folder / "13-locks.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("**Exercise.**", f"`{SOLUTION}`\n\n**Exercise.**"), "utf-8")
    files = read_assignment(folder, path).student_files()
    found = leaks({name: held.encode() for name, held in files.items()}, secrets_of(folder))
    assert any("a part of the solution of L13" in line for line in found)
