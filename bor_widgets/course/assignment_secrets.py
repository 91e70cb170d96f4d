"""What must stand nowhere in a student's version: collected from the lessons themselves.

A sentence that the course itself teaches openly is no secret, also where an explanation uses
it again; nor is a line of code that an example has, too. What a solution calls ``solution`` is
a secret in any case.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bor_widgets.course.assignment_parts import AssignmentError, LessonParts, Part, read_parts
from bor_widgets.course.folder import lesson_paths
from bor_widgets.course.predictions import Prediction, PredictionFileError, load_predictions
from bor_widgets.course.quiz_items import Item, QuizFileError, load_quiz

#: pieces with fewer letters and digits stand in many texts by chance
SHORTEST_CODE = 12
SHORTEST_SENTENCE = 24

_ANSWERS = re.compile(r"^## Answers\s*$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Secret:
    """A piece of text that tells an answer.

    ``what`` says of which kind it is: ``solution``, ``check``, ``told`` (what the solution
    shows), ``explanation``, ``feedback``, ``reveal`` or ``guide``. ``name`` is that of the
    exercise, the item or the prediction; ``key`` is the text as it is looked for; ``always``
    says that it is a secret also where the course shows it.
    """

    what: str
    name: str
    text: str
    key: str
    always: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one question: its names, and the words that tell it.

    ``order`` are the keys of an order in their right order.
    """

    name: str
    called: tuple[str, ...]
    words: tuple[str, ...]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Secrets:
    """Everything that may not be found, and which lessons could not be read."""

    texts: tuple[Secret, ...] = ()
    answers: tuple[Answer, ...] = ()
    unread: tuple[str, ...] = ()


def squeezed(text: str) -> str:
    """Return letters and digits only, so that spaces, marks and capitals hide nothing."""
    return re.sub(r"[\W_]+", "", text.casefold())


def secrets_of(folder: Path) -> Secrets:
    """Collect the secrets of every lesson in a folder.

    Parameters
    ----------
    folder
        Where the lessons lie, with answers.
    """
    texts: dict[str, Secret] = {}
    public: list[str] = []
    answers: list[Answer] = []
    unread: list[str] = []
    for lesson, path in lesson_paths(folder).items():
        data = f"{lesson[1:]}.toml"
        try:
            parts = read_parts(path)
            predictions = load_predictions(folder / "predictions" / data, lesson)
            items = load_quiz(folder / "quizzes" / data)
        except (AssignmentError, PredictionFileError, QuizFileError) as error:
            unread.append(str(error))
            continue
        guide = folder / "instructor" / path.name
        for secret in (
            *_of_lesson(parts),
            *_of_quiz(items),
            *_of_predictions(predictions.values()),
            *_of_guide(guide, lesson),
        ):
            texts.setdefault(secret.key, secret)
        public.append(parts.public)
        public += _shown(items, predictions.values())
        answers += [_quiz_answer(item) for item in items if not item.handed_out]
        answers += [_prediction_answer(e) for e in predictions.values() if not e.handed_out]
    # a mark between two texts: no sentence is made of the end of one and the start of another
    taught = "|".join(squeezed(text) for text in public)
    kept = tuple(one for one in texts.values() if one.always or one.key not in taught)
    return Secrets(kept, tuple(answers), tuple(unread))


def _shown(items: Iterable[Item], predictions: Iterable[Prediction]) -> Iterator[str]:
    """Yield what a question shows before it is answered."""
    for item in items:
        yield from (item.prompt, *(option.label for option in (*item.options, *item.left)))
    for entry in predictions:
        yield from (entry.question, entry.hint, *(option.label for option in entry.options))


def _of_lesson(parts: LessonParts) -> Iterator[Secret]:
    for part in parts.at.values():
        if part.role == "told":
            plain = html.unescape(re.sub(r"</?\w[^>]*>", " ", part.code))
            yield from _sentences("told", part.name, plain)
            continue
        for code, always in _pieces(part):
            key = squeezed(code)
            if len(key) >= SHORTEST_CODE:
                yield Secret(part.role, part.name, code, key, always)


def _pieces(part: Part) -> Iterator[tuple[str, bool]]:
    """Yield what gives a solution or a check away by itself, and whether it always does."""
    for node in ast.walk(ast.parse(part.code)):
        pieces: list[ast.expr | None] = []
        always = isinstance(node, ast.Assert)
        if isinstance(node, ast.Assign):
            pieces = [node.value]
            always = "solution" in {t.id for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, ast.Assert):
            pieces = [node.test]
            if isinstance(node.test, ast.Compare):
                pieces += node.test.comparators
        for piece in pieces:
            if piece is not None:
                yield ast.get_source_segment(part.code, piece) or "", always
        if isinstance(node, ast.Assert) and node.msg is not None:
            # what it says when it fails may repeat what the exercise asks
            yield ast.get_source_segment(part.code, node.msg) or "", False
    # a line may also be a comment, or a part of something longer
    yield from ((line, False) for line in part.code.splitlines())


def _of_quiz(items: Iterable[Item]) -> Iterator[Secret]:
    for item in items:
        yield from _sentences("explanation", item.id, item.explanation)
        for told in item.feedback.values():
            yield from _sentences("feedback", item.id, told)


def _of_predictions(predictions: Iterable[Prediction]) -> Iterator[Secret]:
    for entry in predictions:
        yield from _sentences("reveal", entry.key, entry.reveal)


def _of_guide(path: Path, lesson: str) -> Iterator[Secret]:
    """Yield what a guide for instructors says of the answers."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    for section in _ANSWERS.findall(text):
        yield from _sentences("guide", lesson, section)


def _sentences(what: str, name: str, text: str) -> Iterator[Secret]:
    """Yield sentences and their parts: half a sentence may tell as much as a whole one."""
    for ends in (".!?", ".!?:;,"):
        for piece in re.split(rf"(?<=[{ends}])[”’\"')]*\s+|\n\s*\n", text):
            key = squeezed(piece)
            if len(key) >= SHORTEST_SENTENCE:
                yield Secret(what, name, " ".join(piece.split()), key)


def _quiz_answer(item: Item) -> Answer:
    match item.kind:
        case "single":
            words = [item.answer, item.label(item.answer)]
        case "multiple" | "order":
            words = [*item.answer, *(item.label(key) for key in item.answer)]
        case "match":
            words = [*item.answer.values(), *(item.label(key) for key in item.answer.values())]
        case "number":
            words = [f"{item.answer:g}"]
        case _:
            words = list(item.answer)
    order = tuple(item.answer) if item.kind == "order" else ()
    return Answer(item.id, (item.id,), tuple(words), order)


def _prediction_answer(entry: Prediction) -> Answer:
    called = (entry.key, f'predict("{entry.name}")', f"predict('{entry.name}')")
    return Answer(entry.key, called, (entry.answer, entry.label(entry.answer)))
