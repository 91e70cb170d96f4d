"""What unfolds below a bench: contradictions and cases of its lesson, what was opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import ipywidgets
import traitlets

from bor_widgets.cases import cases
from bor_widgets.charts.words import source_note
from bor_widgets.course.plans import own_plan
from bor_widgets.sources import lessons, tensions
from bor_widgets.widgets import assets, panel

WORDS = {
    "open_case": "Open in the console",
    "no_case": "No case of the papers belongs to this page.",
    "theirs": "your own",
    **assets.SOURCE_WORDS,
}


class ClaimList(panel.Panel):
    """A list of sentences with their sources; some can be opened.

    Attributes
    ----------
    items
        Each with ``text``, and as it has them ``source`` (a note), ``case`` (a slug) and
        ``theirs`` (for a case that the user has added).

    Messages
    --------
    ``case`` (with ``slug``).
    """

    _esm: ClassVar[Any] = panel.script("claim_list")
    _css: ClassVar[Any] = panel.style("claim_list")

    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def accepts(self, message: dict[str, Any]) -> bool:  # type: ignore[override]
        """Whether the message opens one of the cases shown."""
        known = any(item.get("case") == message.get("slug") for item in self.items)
        return message["kind"] == "case" and bool(message.get("slug")) and known


def tension_items(lesson: str) -> list[dict[str, Any]]:
    """Return the contradictions of a lesson, each with both passages' places."""
    return [
        {"text": tension.text, "source": source_note(tension.id)}
        for tension in tensions.values()
        if lesson in tension.lessons
    ]


def case_items(lesson: str) -> list[dict[str, Any]]:
    """Return the cases of a lesson, then the instructor's, without what gives them away."""
    if lesson in lessons:
        listed = cases.of_lesson(lesson)
    else:
        wanted = own_plan(lesson).cases
        listed = tuple(case for case in cases.values() if {case.id, case.slug} & set(wanted))
    return [
        {"text": case.title, "case": case.slug, **({"theirs": True} if case.theirs else {})}
        for case in listed
    ]


class Opened:
    """The console that a case or a tie opens in, made when something is first opened."""

    def __init__(self) -> None:
        self.console: Any = None
        self._asked: dict[str, Any] = {}

    def ask(self, **what: Any) -> None:
        """Say what is to be opened: a ``case`` or a ``situation``."""
        self._asked = what
        if self.console is not None:
            self._show()

    def make(self) -> Sequence[ipywidgets.Widget]:
        """Make the console with what was asked for."""
        # the console is as heavy as a bench: only a reader who opens something pays for it
        from bor_widgets.widgets.console import Console

        self.console = Console(linked=False)
        self._show()
        return [self.console]

    def _show(self) -> None:
        if "case" in self._asked:
            self.console.open_case(self._asked["case"])
        elif "situation" in self._asked:
            self.console.state.open_case("")
            self.console.state.set_inputs(dict(self._asked["situation"]))
