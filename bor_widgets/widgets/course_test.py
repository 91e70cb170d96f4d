"""CourseTest: the test before or after the course; no answer is told until both are done."""

from __future__ import annotations

from typing import Any

import traitlets

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.course_test import When, course_test, items_of_test
from bor_widgets.course.gain import Gain, gain_of
from bor_widgets.course.quiz_answers import NoAnswerError, judge_answer, read_answer
from bor_widgets.course.quiz_items import Item
from bor_widgets.widgets import quiz
from bor_widgets.widgets.kept import kept_quiz

WORDS = {
    **quiz.WORDS,
    "before": "Before the course: what do you think?",
    "after": "After the course: what do you know?",
    "hand_in": "Hand in",
    "score": "{solved} of {total} answered",
    "check": "Keep my answer",
    "again": "Change my answer",
    "kept": "Kept. You may change it; whether it is right is not told here.",
    "gain": (
        "Before the course {before} of {all} were right, now {after}. Of what you could still "
        "learn you have learnt {share}."
    ),
    "gain_full": "All {all} were right before the course already, and now {after} are.",
    "gain_after": "{after} of {all} are right. There is no test before the course to compare.",
}


class HandIn(quiz.Quiz):
    """Questions whose answers are kept and not judged in the page.

    A reader may answer again; the last answer counts. An item may come without its answer, as
    in a copy that is handed out to be handed in.
    """

    words = traitlets.Dict({**WORDS}).tag(sync=True)

    def attempt(self, item_id: str, response: Any) -> bool | None:
        """Keep an answer; nothing is said about it."""
        item = self._items[item_id]
        before = self.results.get(item_id, {"tries": 0})
        try:
            answer = read_answer(item, response)
        except NoAnswerError:
            nothing = {"notes": [], "marks": {}, "message": WORDS[f"no_{item.kind}"]}
            self._show(item, {**before, **nothing})
            return None
        tries = before["tries"] + 1
        result = {"tries": tries, "kept": True, "closed": False, "correct": False}
        self._show(item, {**result, "message": WORDS["kept"], "response": answer})
        right = judge_answer(item, answer).correct if item.answer is not None else None
        kept = {"id": item_id, "response": answer, "correct": right, "attempt": tries}
        self._responded(kept)
        return None

    def give_up(self, item_id: str) -> None:
        """Show no answer: there is none to be shown here."""

    def _score(self, results: Any) -> dict[str, int]:
        kept = sum(bool(result.get("kept")) for result in results.values())
        return {"solved": kept, "first": 0, "total": len(self._items)}

    @staticmethod
    def _question(item: Item) -> dict[str, Any]:
        # a hint would help some readers and not others
        return {**quiz.Quiz._question(item), "hint": ""}


class CourseTest(HandIn):
    """The test before or after the course.

    Parameters
    ----------
    when
        ``"before"`` or ``"after"``.

    Raises
    ------
    ValueError
        For another word.
    """

    def __init__(self, when: When) -> None:
        if when not in ("before", "after"):
            raise ValueError(f"when takes 'before' or 'after'; given was {when!r}")
        self.when = when
        self.pairs = course_test()
        super().__init__(items_of_test(when), WORDS[when])
        kept_quiz(self)

    def _score(self, results: Any) -> dict[str, int]:
        score = super()._score(results)
        if self.when == "after" and score["solved"] == score["total"]:
            self.words = {**self.words, "score": self._told()}
        return score

    def _told(self) -> str:
        found = gain_of(journal_at_hand().journal, self.pairs)
        return gain_sentence(found)


def gain_sentence(found: Gain) -> str:
    """Tell what a student has learnt between the two tests."""
    values = {"before": found.before, "after": found.after, "all": found.items}
    if found.before is None:
        return WORDS["gain_after"].format(**values)
    if found.normalised is None:
        return WORDS["gain_full"].format(**values)
    return WORDS["gain"].format(**values, share=f"{found.normalised:.0%}")
