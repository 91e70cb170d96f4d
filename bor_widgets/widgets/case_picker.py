"""CasePicker: find a case, see what is coded, commit to a prediction, then compare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import assets, panel

#: a reason longer than this is refused: it is meant to be a sentence or two
LONGEST_REASON = 1000

WORDS = {
    "title": "Start from a case",
    "search": "Find a case",
    "search_hint": "Type a country, a year or a topic.",
    "show": "Show all cases",
    "clear": "Leave this case",
    "found": "cases found",
    "nothing": "No case fits these words. Try a country or a year.",
    "theirs": "your own",
    "setting": "The setting",
    "coded": "What is coded",
    "coded_hint": "These inputs are set from the case. Unlock one to try another value.",
    "no_coded": "The papers fix no input of this case. Every input is yours to judge.",
    "basis_text": "from the paper",
    "basis_inferred": "inferred by us",
    "basis_judgement": "a judgement",
    "why": "Why this value?",
    "unlock": "Unlock",
    "lock": "Lock again",
    "open": "Open: your judgement",
    "open_hint": "The papers are silent here.",
    "predict": "What do you expect was done?",
    "predict_hint": "Commit to an answer first. Then you see what the paper says.",
    "reason": "Your reason (a sentence is enough, you may leave it empty)",
    "commit": "Commit my prediction",
    "choose_first": "Choose one of the actions first.",
    "yours": "Your prediction",
    "your_reason": "Your reason",
    "no_reason": "no reason given",
    "theirs_title": "What the paper says was done",
    "reading": "The paper's reading",
    "observed": "What was observed",
    "explained_by": "Rules the paper applies",
    "tensions": "Where the paper pulls two ways",
    "waiting": "The answer is on its way.",
    # for a case of one's own, which no paper tells
    "own_no_coded": "This case fixes no input. Every input is yours to judge.",
    "own_basis_inferred": "inferred by its author",
    "own_basis_judgement": "judged by its author",
    "own_open_hint": "This case leaves it to you.",
    "own_predict_hint": "Commit to an answer first. Then you see what was done.",
    "own_theirs_title": "What was done, as this case tells it",
    "own_reading": "The author's reading",
    "own_explained_by": "Rules that the author applies",
}


class CasePicker(panel.Panel):
    """A search over all cases, and the page of the one that is chosen.

    Attributes
    ----------
    cases
        List of ``slug``, ``id``, ``title``, ``years``, ``papers``, ``depth`` and
        ``theirs`` (whether the case was added by the user).
    selected
        The chosen ``slug``, two-way; empty for none. Another choice clears the page,
        the prediction and the answer.
    page
        ``title``, ``years``, ``papers``, ``theirs``, ``setting``, ``coded`` (list of ``name``,
        ``label``, ``value_label``, ``basis``, ``places``, ``why``, ``locked``) and
        ``open`` (list of questions that the papers leave to the reader).
    actions
        The answers to choose from: list of ``key`` and ``label``.
    committed
        The prediction: ``action`` and ``reason``. Set by Python, once for each case.
    reveal
        ``done``, ``reading``, ``observed``, ``explained_by`` (sources) and ``tensions``.
        It cannot be set before ``committed``: the page never holds the answer early.
    words
        Every other word that is shown.

    Raises
    ------
    traitlets.TraitError
        If ``reveal`` is set while nothing is committed.
    """

    _esm: ClassVar[Any] = panel.script("case_picker", "case_search")
    _css: ClassVar[Any] = panel.style("case_picker")

    cases = traitlets.List(traitlets.Dict()).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    page = traitlets.Dict().tag(sync=True)
    actions = traitlets.List(traitlets.Dict()).tag(sync=True)
    committed = traitlets.Dict().tag(sync=True)
    reveal = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict({**WORDS, **assets.SOURCE_WORDS}).tag(sync=True)

    @traitlets.validate("selected")
    def _known(self, proposal: Any) -> str:
        slug = str(proposal["value"])
        if slug and all(case.get("slug") != slug for case in self.cases):
            raise traitlets.TraitError(
                f"selected takes the slug of a case; given was {slug[:80]!r}"
            )
        return slug

    @traitlets.validate("reveal")
    def _after_commitment(self, proposal: Any) -> dict[str, Any]:
        answer = dict(proposal["value"])
        if answer and not self.committed:
            raise traitlets.TraitError("reveal is set only after a prediction is committed")
        return answer

    @traitlets.observe("selected")
    def _start_over(self, _change: Any) -> None:
        with self.hold_sync():
            self.page = {}
            self.committed = {}
            self.reveal = {}

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message fits the page: a known input, or a first prediction."""
        match message["kind"]:
            case "commit":
                reason = message.get("reason", "")
                known = any(action.get("key") == message.get("action") for action in self.actions)
                short = isinstance(reason, str) and len(reason) <= LONGEST_REASON
                return bool(self.selected) and not self.committed and known and short
            case "lock" | "unlock" as kind:
                # only what is locked can be unlocked, and the other way round
                offered = (message.get("name"), kind == "unlock")
                coded = self.page.get("coded", [])
                return any(offered == (row.get("name"), bool(row.get("locked"))) for row in coded)
        return False

    def respond(self, message: dict[str, Any]) -> None:
        """Keep a prediction; whoever listens may then set ``reveal``."""
        if message["kind"] == "commit":
            reason = message.get("reason", "").strip()
            self.committed = {"action": message["action"], "reason": reason}
