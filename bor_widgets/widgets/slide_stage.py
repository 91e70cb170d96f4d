"""SlideStage: the words of a slide, the hands of the room, and the answer once it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.slide_page import WAITING, slide_answer, slide_row
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.slides import Slide
from bor_widgets.widgets import assets, panel

#: a room has no more hands than this
MOST_HANDS = 999

WORDS = {
    "panel": "Slide {number} of {count}",
    "sources": "Who says so?",
    "close": "Close",
    "busy": "The bench is being prepared…",
    "predict": "Predict first: raise your hands",
    "options": "The room's answer",
    "hands": "Hands for {letter}",
    "more": "One hand more for {letter}",
    "fewer": "One hand fewer for {letter}",
    "share": "{hands} of {all}",
    "reveal": "Show the answer",
    "again": "Ask again",
    "waiting": "Choose the room's answer or count hands, then show the answer.",
    "theirs": "The answer",
    "right": "answer",
    "room": "the room",
    "same": "The room expected this.",
    "different": "The room expected something else.",
    "tension": "Where the papers pull apart",
    "passage": "Passage {number}",
    "claim": "What it says there, in our words",
    "no_claim": "One of the two sides stands in these lines.",
    "more_places": "Also: {places}",
    "case": "The case",
    "setting": "The setting",
    "deed": "Show what was done",
    "back": "Back to the setting",
    "done": "What the paper says was done",
    "reading": "How the paper reads it",
    "own_done": "What was done, as this case tells it",
    "own_reading": "How its author reads it",
    **assets.SOURCE_WORDS,
}


class SlideStage(panel.Panel):
    """The slides of a lesson, one at a time. No answer is in the page before it is shown.

    Parameters
    ----------
    slides
        What :func:`~bor_widgets.course.slides.load_slides` returns.
    lesson
        Number and title of the lesson.

    Attributes
    ----------
    lesson
        Which lesson this is, read on the first slide.
    slides
        What each slide shows at once, see :func:`~bor_widgets.charts.slide_page.slide_row`.
    at
        Place of the present slide, counted from 0.
    votes
        By the number of a slide that asks: ``hands`` (option key to count) and ``room`` (the
        key of the room's answer, "" for none).
    answers
        What was kept back, by the number of its slide; only what has been shown.
    busy
        Whether what stands below is being made.
    problem
        Why it could not be made.

    Messages
    --------
    ``reveal``, ``again`` (each with ``slide``), ``hands`` (with ``slide``, ``key``, ``count``),
    ``room`` (with ``slide``, ``key``), ``bring_back`` (with ``votes`` and ``shown``: what the
    page kept over a reload) and ``drawn`` (with ``at``: the words of a slide can be read).
    """

    _esm: ClassVar[Any] = panel.script("slides", "slide_parts", "slide_fit")
    # a bench brings its layout with the buttons that keep it, which a slide leaves out
    _css: ClassVar[Any] = "\n".join(
        [
            panel.style("slides"),
            *map(assets.plain_style, ("slide_parts", "page", "bench", "slide_live")),
        ]
    )

    lesson = traitlets.Unicode("").tag(sync=True)
    slides = traitlets.List(traitlets.Dict()).tag(sync=True)
    at = traitlets.Int(0).tag(sync=True)
    votes = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, slides: Sequence[Slide], lesson: str = "") -> None:
        self._slides = {str(slide.number): slide for slide in slides}
        self._keys = {
            number: [option.key for option in slide.target.options]
            for number, slide in self._slides.items()
            if isinstance(slide.target, Prediction)
        }
        super().__init__(slides=[slide_row(slide) for slide in slides], lesson=lesson)

    def waits(self, number: int) -> bool:
        """Whether a slide keeps something back that its own button, or a key, can show."""
        slide = self._slides[str(number)]
        return slide.kind in ("predict", "case") and str(number) not in self.answers

    def reveal(self, number: int) -> None:
        """Show what a slide has kept back; shown it stays until it is asked again."""
        slide = self._slides[str(number)]
        if slide.kind in WAITING:
            self.answers = {**self.answers, str(number): slide_answer(slide)}

    def again(self, number: int) -> None:
        """Take the answer and the hands away, for another room."""
        name = str(number)
        self.answers = {key: shown for key, shown in self.answers.items() if key != name}
        self.votes = {key: vote for key, vote in self.votes.items() if key != name}

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message fits the slides."""
        kind, name = message["kind"], str(message.get("slide"))[:8]
        match kind:
            case "drawn":
                return type(message.get("at")) is int
            case "bring_back":
                return isinstance(message.get("votes"), dict) and _names(message.get("shown"))
            case "reveal" | "again":
                return name in self._slides and self._slides[name].kind in ("predict", "case")
            case "hands" | "room":
                open_still = name in self._keys and name not in self.answers
                if kind == "room":
                    return open_still and message.get("key") in ("", *self._keys[name])
                return open_still and self._is_count(name, message.get("key"), message.get("count"))
        return False

    def respond(self, message: dict[str, Any]) -> None:
        """Count hands, show an answer, or bring back what a reload interrupted."""
        match message["kind"]:
            case "reveal":
                self.reveal(message["slide"])
            case "again":
                self.again(message["slide"])
            case "hands":
                hands = {**self._vote(message["slide"])["hands"], message["key"]: message["count"]}
                self._keep(message["slide"], hands=hands)
            case "room":
                self._keep(message["slide"], room=message["key"])
            case "bring_back":
                self._bring_back(message["votes"], message["shown"])

    def _vote(self, number: int) -> dict[str, Any]:
        return {"hands": {}, "room": "", **self.votes.get(str(number), {})}

    def _keep(self, number: int, **changed: Any) -> None:
        self.votes = {**self.votes, str(number): {**self._vote(number), **changed}}

    def _is_count(self, name: str, key: Any, count: Any) -> bool:
        return key in self._keys[name] and type(count) is int and 0 <= count <= MOST_HANDS

    def _bring_back(self, votes: Mapping[str, Any], shown: Sequence[str]) -> None:
        """Take what fits the slides; a page may have kept it for another set of slides."""
        kept = {}
        for name, vote in votes.items():
            if name not in self._keys or not isinstance(vote, dict):
                continue
            room, hands = vote.get("room"), vote.get("hands")
            hands = hands if isinstance(hands, dict) else {}
            kept[name] = {
                "room": room if room in self._keys[name] else "",
                "hands": {k: n for k, n in hands.items() if self._is_count(name, k, n)},
            }
        self.votes = {**kept, **self.votes}
        for name in shown:
            if name in self._slides and self._slides[name].kind in ("predict", "case"):
                self.reveal(int(name))


def _names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)
