"""Quiz: items of six kinds, judged in Python, with hints, retries and a score."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.course.quiz_answers import NoAnswerError, answer_label, judge_answer, read_answer
from bor_widgets.course.quiz_items import Item
from bor_widgets.widgets import assets, panel

#: after so many attempts the reader may ask for the answer
TRIES_BEFORE_ANSWER = 2

WORDS: dict[str, str] = {
    "title": "Check yourself",
    "question": "Question",
    "score": "{solved} of {total} solved, {first} at the first attempt",
    "check": "Check",
    "again": "Check again",
    "hint": "A hint",
    "give_up": "Show the answer",
    "solved": "Solved",
    "shown": "Answer shown",
    "right": "Right.",
    "wrong": "Not yet. Try again.",
    "some_right": "{right} of {all} are right. Try again.",
    "in_place": "{right} of {all} stand in the right place. Try again.",
    "missing": "Right answers still missing: {missing}.",
    "gave_up": "Here is the answer. Read why.",
    "no_single": "Choose one answer first.",
    "no_multiple": "Choose at least one answer first.",
    "no_order": "Put the lines in order first.",
    "no_match": "Choose a partner for every line first.",
    "no_number": "Write a number first, for example 4.",
    "no_short": "Write an answer of a few words first.",
    "answer": "The answer",
    "why": "Why",
    "mark_right": "right",
    "mark_wrong": "not right",
    "several": "More than one answer may be right.",
    "order_hint": "Move the lines with the arrows until the order is right.",
    "choose": "choose…",
    "up": "Move up",
    "down": "Move down",
    "your_answer": "Your answer",
    **assets.SOURCE_WORDS,
}


class Quiz(panel.Panel):
    """Questions to a lesson. No right answer is in the page before it is found or asked for.

    Parameters
    ----------
    items
        What :func:`~bor_widgets.course.quiz_items.load_quiz` returns.
    title
        Heading.

    Attributes
    ----------
    responses
        Every attempt in its order: ``id``, ``response``, ``correct``, ``attempt`` (counted
        from 1). Asking for the answer is kept as a response of None. It stays in Python;
        :meth:`restore` takes it back.
    score
        ``solved``, ``first`` (solved at the first attempt) and ``total``; ``told``, where
        there is one, is said instead of the numbers.
    questions, results
        What the page shows: each item without its answer, and how it stands.
    on_response
        Called with every new response, not with those that :meth:`restore` repeats.

    Raises
    ------
    ValueError
        If there are no items, or two have the same id.
    """

    _esm: ClassVar[Any] = panel.script("quiz", "quiz_inputs")
    _css: ClassVar[Any] = panel.style("quiz")

    title = traitlets.Unicode(WORDS["title"]).tag(sync=True)
    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    results = traitlets.Dict().tag(sync=True)
    score = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)
    responses = traitlets.List(traitlets.Dict())

    on_response: Callable[[dict[str, Any]], None] | None = None

    def __init__(self, items: Sequence[Item], title: str = WORDS["title"]) -> None:
        self._items = {item.id: item for item in items}
        if not items or len(self._items) != len(items):
            raise ValueError("a quiz takes at least one item, each with an id of its own")
        self._restoring = False
        questions = [self._question(item) for item in items]
        super().__init__(title=title, questions=questions, score=self._score({}))

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Ids of the items in their order."""
        return tuple(self._items)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message is an attempt at, or asks for the answer of, an open item."""
        if message["kind"] not in ("attempt", "give_up") or not isinstance(message.get("id"), str):
            return False
        if message["id"] not in self._items:
            return False
        result = self.results.get(message["id"], {})
        enough = result.get("tries", 0) >= TRIES_BEFORE_ANSWER
        return not result.get("closed") and (message["kind"] == "attempt" or enough)

    def respond(self, message: dict[str, Any]) -> None:
        """Judge an attempt, or show the answer."""
        if message["kind"] == "attempt":
            self.attempt(message["id"], message.get("response"))
        else:
            self.give_up(message["id"])

    def _responded(self, response: dict[str, Any]) -> None:
        self.responses = [*self.responses, response]
        if self.on_response is not None and not self._restoring:
            self.on_response(response)

    def attempt(self, item_id: str, response: Any) -> bool | None:
        """Judge an answer, as the button does.

        Returns
        -------
        bool or None
            Whether it is right; None if nothing was given that could be judged, or the
            item is closed.
        """
        item = self._items[item_id]
        before = self.results.get(item_id, {"tries": 0})
        if before.get("closed"):
            return None
        try:
            answer = read_answer(item, response)
        except NoAnswerError:
            nothing = {"notes": [], "marks": {}, "message": WORDS[f"no_{item.kind}"]}
            self._show(item, {**before, **nothing})
            return None
        outcome = judge_answer(item, answer)
        tries = before["tries"] + 1
        result = {
            "tries": tries,
            "correct": outcome.correct,
            "closed": outcome.correct,
            "marks": outcome.marks,
            "notes": list(outcome.notes),
            "message": self._sentence(item, outcome.correct, outcome.marks, outcome.missing),
            "response": answer,
            "may_give_up": tries >= TRIES_BEFORE_ANSWER,
        }
        self._show(item, result)
        kept = {"id": item_id, "response": answer, "correct": outcome.correct, "attempt": tries}
        self._responded(kept)
        return outcome.correct

    def give_up(self, item_id: str) -> None:
        """Show the answer of an item; it then counts as seen, not as solved."""
        item = self._items[item_id]
        before = self.results.get(item_id, {"tries": 0})
        if before.get("closed"):
            return
        given_up = {"closed": True, "correct": False, "notes": [], "message": WORDS["gave_up"]}
        self._show(item, {**before, **given_up})
        kept = {"id": item_id, "response": None, "correct": False, "attempt": before["tries"] + 1}
        self._responded(kept)

    def restore(self, responses: Iterable[Mapping[str, Any]]) -> None:
        """Start over and repeat earlier attempts; they are judged anew.

        Raises
        ------
        ValueError
            If a response names an item that this quiz does not have. Nothing is lost then.
        """
        earlier = [dict(response) for response in responses]
        for response in earlier:
            if response.get("id") not in self._items:
                raise ValueError(f"this quiz has no item {str(response.get('id'))[:40]!r}")
        self._restoring = True
        with self.hold_sync():
            self.responses = []
            self.results = {}
            self.score = self._score({})
            for response in earlier:
                if response.get("response") is None:
                    self.give_up(response["id"])
                else:
                    self.attempt(response["id"], response["response"])
        self._restoring = False

    def _show(self, item: Item, result: dict[str, Any]) -> None:
        if result.get("closed"):
            result = {
                **result,
                "answer": answer_label(item),
                "explanation": item.explanation,
                "source": source_note(item.source),
            }
        self.results = {**self.results, item.id: result}
        self.score = self._score(self.results)

    def _score(self, results: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        solved = [result for result in results.values() if result.get("correct")]
        first = sum(result["tries"] == 1 for result in solved)
        return {"solved": len(solved), "first": first, "total": len(self._items)}

    @staticmethod
    def _sentence(item: Item, correct: bool, marks: Mapping[str, bool], missing: int) -> str:
        if correct:
            return WORDS["right"]
        counts = {"right": sum(marks.values()), "all": len(marks), "missing": missing}
        if item.kind == "order":
            return WORDS["in_place"].format(**counts)
        if item.kind in ("multiple", "match"):
            said = [WORDS["some_right"]] if counts["right"] < counts["all"] else [WORDS["wrong"]]
            said += [WORDS["missing"]] if missing else []
            return " ".join(said).format(**counts)
        return WORDS["wrong"]

    @staticmethod
    def _question(item: Item) -> dict[str, Any]:
        """Return what the page may know before an attempt: no answer, no telling order."""
        options = [{"key": option.key, "label": option.label} for option in item.options]
        if item.kind in ("order", "match"):
            # the same for every reader, so that a class can speak of "the third line"
            random.Random(item.id).shuffle(options)
            if item.kind == "order" and [option["key"] for option in options] == list(item.answer):
                options.reverse()
        left = [{"key": option.key, "label": option.label} for option in item.left]
        return {
            "id": item.id,
            "kind": item.kind,
            "prompt": item.prompt,
            "hint": item.hint,
            "options": options,
            "left": left,
        }
