"""Guide: the walk through a page, step by step, each surprise behind a commitment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.widgets import assets, panel
from bor_widgets.widgets.bench_state import BenchState

WORDS = {
    "panel": "Walk through",
    "step": "Step {step} of {steps}",
    "predict": "Predict first",
    "choose_first": "Choose an answer first.",
    "commit": "Commit and see",
    "show": "Show the answer",
    "back": "Back",
    "next": "Next",
    "yours": "You said: {answer}",
    "room": "The answer: {answer}",
    "right": "You expected this.",
    "wrong": "You expected something else. Read why.",
    "present": "Present",
    "leave": "End presenting",
    "inputs": "Show inputs",
    "hide_inputs": "Hide inputs",
    "next_key": "PgDn",
    "back_key": "PgUp",
    **assets.SOURCE_WORDS,
}


class Guide(panel.Panel):
    """The walk: what is read now, what is asked, and the switch to presenter mode.

    The answer to a question is not in the page before it is shown.

    Parameters
    ----------
    state
        The state that the walk moves; without one there is only the switch.

    Attributes
    ----------
    phase
        The present screen as data; empty where there is no walk.
    error
        Why a commitment was not taken.

    Messages
    --------
    ``go`` (with ``phase``) and ``commit`` (with ``option``).
    """

    _esm: ClassVar[Any] = panel.script("guide")
    _css: ClassVar[Any] = panel.style("guide")

    phase = traitlets.Dict().tag(sync=True)
    error = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, state: BenchState | None = None) -> None:
        self.state = state
        super().__init__()
        self.refresh()

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message asks for a screen or commits to an answer."""
        if message["kind"] == "go":
            return type(message.get("phase")) is int
        return message["kind"] == "commit" and type(message.get("option")) is int

    def respond(self, message: dict[str, Any]) -> None:
        """Walk, or take the commitment."""
        self.error = ""
        if self.state is None:
            return
        if message["kind"] == "go":
            self.state.go(message["phase"])
            return
        try:
            self.state.commit(message["option"])
        except ValueError as error:
            self.error = str(error)

    def refresh(self) -> None:
        """Show the present screen."""
        phase = self.state.phase if self.state is not None else None
        if self.state is None or phase is None:
            self.phase = {}
            return
        step = phase.step
        chosen = self.state.answers.get(phase.index)
        shown: dict[str, Any] = {
            "title": self.state.text.title,
            "at": self.state.now.phase,
            "count": len(self.state.phases),
            "step": phase.index + 1,
            "steps": len(self.state.text.steps),
            "say": step.say,
            "ask": step.ask,
            "options": list(step.options),
            "chosen": chosen,
            "revealed": phase.revealed,
        }
        if phase.revealed:
            shown["reveal"] = step.reveal
            shown["answer"] = step.answer
            shown["sources"] = [source_note(known) for known in step.sources]
        self.phase = shown
