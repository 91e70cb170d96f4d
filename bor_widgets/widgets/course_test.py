"""CourseTest: the test before or after the course; no answer is told until both are done."""

from __future__ import annotations

from typing import Any

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.course_test import When, course_test, items_of_test
from bor_widgets.course.gain import Gain, gain_of
from bor_widgets.widgets import hand_in
from bor_widgets.widgets.kept import kept_quiz

WORDS = {
    **hand_in.WORDS,
    "before": "Before the course: what do you think?",
    "after": "After the course: what do you know?",
    "gain": (
        "Before the course {before} of {all} were right, now {after}. Of what you could still "
        "learn you have learnt {share}."
    ),
    "gain_less": (
        "Before the course {before} of {all} were right, now {after}. Look at the lessons of the "
        "claims that you see otherwise now."
    ),
    "gain_full": "All {all} were right before the course already, and now {after} are.",
    "gain_after": "{after} of {all} are right. There is no test before the course to compare.",
}


class CourseTest(hand_in.HandIn):
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

    def _responded(self, response: dict[str, Any]) -> None:
        super()._responded(response)
        # only now does the journal hold the answer: what was learnt is counted again
        self.score = self._score(self.results)

    def _score(self, results: Any) -> dict[str, Any]:
        score: dict[str, Any] = super()._score(results)
        if self.when == "after" and score["solved"] == score["total"]:
            score["told"] = gain_sentence(gain_of(journal_at_hand().journal, self.pairs))
        return score


def gain_sentence(found: Gain) -> str:
    """Tell what a student has learnt between the two tests."""
    values = {"before": found.before, "after": found.after, "all": found.items}
    if found.before is None:
        return WORDS["gain_after"].format(**values)
    if found.normalised is None:
        return WORDS["gain_full"].format(**values)
    if found.normalised < 0:
        return WORDS["gain_less"].format(**values)
    return WORDS["gain"].format(**values, share=f"{found.normalised:.0%}")
