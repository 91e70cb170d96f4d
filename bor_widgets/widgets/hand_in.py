"""HandIn: questions whose answers are kept and not judged in the page."""

from __future__ import annotations

from typing import Any

import traitlets

from bor_widgets.course.quiz_answers import NoAnswerError, judge_answer, read_answer
from bor_widgets.course.quiz_items import Item
from bor_widgets.widgets import quiz

WORDS = {
    **quiz.WORDS,
    "title": "Questions to be handed in",
    "hand_in": "Hand in",
    "score": "{solved} of {total} answered",
    "check": "Keep my answer",
    "again": "Change my answer",
    "kept": "Kept. You may change it; whether it is right is not told here.",
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
        right = None if item.handed_out else judge_answer(item, answer).correct
        kept = {"id": item_id, "response": answer, "correct": right, "attempt": tries}
        self._responded(kept)
        return None

    def give_up(self, item_id: str) -> None:
        """Show no answer: there is none to be shown here."""

    def _score(self, results: Any) -> dict[str, Any]:
        kept = sum(bool(result.get("kept")) for result in results.values())
        return {"solved": kept, "first": 0, "total": len(self._items)}

    @staticmethod
    def _question(item: Item) -> dict[str, Any]:
        # a hint would help some readers and not others
        if not item.handed_out:
            return {**quiz.Quiz._question(item), "hint": ""}
        # whoever handed the item out has mixed its lines: only there the right order is known
        return {
            "id": item.id,
            "kind": item.kind,
            "prompt": item.prompt,
            "hint": "",
            "options": [{"key": option.key, "label": option.label} for option in item.options],
            "left": [{"key": option.key, "label": option.label} for option in item.left],
        }
