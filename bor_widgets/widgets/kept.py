"""What ties a question to the journal: earlier answers come back, new ones are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.course.predictions import Prediction
from bor_widgets.widgets.predict import Predict
from bor_widgets.widgets.quiz import Quiz


def kept_prediction(asked: Predict, prediction: Prediction) -> None:
    """Bring back what was committed earlier, and keep what is committed now.

    An earlier answer that is no longer offered is left in the journal, and the question is
    asked anew.
    """
    at_hand = journal_at_hand()
    keys = [option.key for option in prediction.options]

    def bring_back() -> None:
        earlier = at_hand.journal.first("prediction", prediction.key)
        if not asked.committed and earlier and earlier["choice"] in keys:
            asked.commit(earlier["choice"])

    def keep(_change: object) -> None:
        if at_hand.journal.first("prediction", prediction.key) is None:
            choice = str(asked.committed)
            # one that was handed out came without its answer: the class judges it
            right = None if prediction.handed_out else choice == prediction.answer
            at_hand.add("prediction", prediction.key, {"choice": choice, "right": right})

    bring_back()
    asked.observe(keep, "committed")
    at_hand.listen(bring_back)


def kept_quiz(asked: Quiz) -> None:
    """Bring back earlier attempts, and keep every new one."""
    at_hand = journal_at_hand()
    shown: set[str] = set()  # ids of the entries that the quiz shows
    keeping = False

    def bring_back() -> None:
        found = [entry for item in asked.item_ids for entry in at_hand.journal.all("answer", item)]
        ids = {entry.id for entry in found}
        if not keeping and ids - shown:
            shown.update(ids)
            asked.restore({"id": entry.key, **entry.value} for entry in found)

    def keep(response: Mapping[str, Any]) -> None:
        nonlocal keeping
        value = {"response": response["response"], "attempt": response["attempt"]}
        keeping = True
        try:
            entry = at_hand.add("answer", response["id"], {**value, "right": response["correct"]})
            shown.add(entry.id)
        finally:
            keeping = False

    bring_back()
    asked.on_response = keep
    at_hand.listen(bring_back)
