"""LessonSlides: a lesson on a projector, one slide at a time, with its live parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets

from bor_widgets.course.folder import lessons_folder
from bor_widgets.course.quiz_items import Item
from bor_widgets.course.slides import Slide, load_slides
from bor_widgets.sources import lessons
from bor_widgets.widgets.boxes import box, show
from bor_widgets.widgets.slide_bar import SlideBar
from bor_widgets.widgets.slide_stage import SlideStage

if TYPE_CHECKING:
    from bor_widgets.widgets.bench import Bench

WORDS = {
    "number": "number takes a whole number from 1 to 99; given was {given!r}",
    "no_slides": "there are no slides for lesson {number}; there are for {known}",
    "none": "no lesson",
    "lesson": "Lesson {number} · {title}",
    "own_lesson": "Lesson {number}",
    "at": "go takes a slide from 1 to {count}; given was {given!r}",
    "refused": "This slide cannot show its bench: {reason}",
}

#: the parts of a bench that stay with it on a projector
FOLDS = ("inputs",)


class LessonSlides(ipywidgets.VBox):
    """The slides of a lesson.

    The slides come from ``slides/NN.toml`` in the folder of the lessons. What a class does
    here (votes, quiz answers) goes into nobody's journal.

    Parameters
    ----------
    number
        Number of the lesson.

    Attributes
    ----------
    slides
        What the file holds.
    stage, bar
        What is read, and the way through it.

    Raises
    ------
    TypeError, ValueError
        For a number that is none; for a file with faults, each told in a sentence.
    KeyError
        For a lesson without slides.

    Examples
    --------
    >>> LessonSlides(3).at
    1
    """

    def __init__(self, number: int) -> None:
        if isinstance(number, bool) or not isinstance(number, int):
            raise TypeError(WORDS["number"].format(given=number))
        if not 1 <= number <= 99:
            raise ValueError(WORDS["number"].format(given=number))
        self.lesson = f"L{number:02d}"
        self.slides = load_slides(_path(number), self.lesson)
        name = _name(number, self.lesson)
        self.stage = SlideStage(self.slides, name)
        self.bar = SlideBar(count=len(self.slides), lesson=name)
        self._parts: dict[int, ipywidgets.Widget] = {}
        self._makers: dict[str, Callable[[Slide], ipywidgets.Widget]] = {
            "bench": self._bench,
            "quiz": self._quiz,
        }
        self._room = box("bor-slides-parts", [])
        super().__init__([self.stage, self._room, self.bar])
        self.add_class("bor-slides")
        self.bar.hear("step", lambda message: self.step(message["by"]))
        self.bar.hear("go", lambda message: self._go(message["at"]))
        self.stage.hear("drawn", lambda message: self._drawn(message["at"]))
        self.stage.busy = self.slide.kind in self._makers
        self._show_bar()

    @property
    def at(self) -> int:
        """Number of the present slide, counted from 1."""
        return int(self.stage.at) + 1

    @property
    def slide(self) -> Slide:
        """The present slide."""
        return self.slides[self.stage.at]

    def part(self, number: int) -> ipywidgets.Widget | None:
        """Return the bench or the question of a slide; None where it has not been shown yet."""
        return self._parts.get(number)

    def go(self, number: int) -> None:
        """Go to a slide.

        Parameters
        ----------
        number
            Counted from 1.

        Raises
        ------
        ValueError
            If there is no such slide.
        """
        if type(number) is not int or not 1 <= number <= len(self.slides):
            raise ValueError(WORDS["at"].format(count=len(self.slides), given=number))
        self._go(number - 1)

    def step(self, by: int) -> None:
        """Go one step on or back; what a slide keeps back is shown before one goes on."""
        if by > 0 and self.stage.waits(self.slide.number):
            self.stage.reveal(self.slide.number)
        else:
            self._go(self.stage.at + by)

    def _go(self, at: int) -> None:
        """Go to a slide as a page asks for it: beyond either end it stays where it is."""
        if not 0 <= at < len(self.slides) or at == self.stage.at:
            return
        slide = self.slides[at]
        waiting = slide.kind in self._makers and slide.number not in self._parts
        for number, part in self._parts.items():
            part.layout.display = None if number == slide.number else "none"
        # the words come first; what is live is made when they can be read
        show(self.stage, at=at, busy=waiting, problem="")
        self._show_bar()

    def _show_bar(self) -> None:
        slide = self.slide
        bench = slide.kind == "bench"
        show(self.bar, at=self.stage.at, note=slide.note, bench=bench)

    def _drawn(self, at: int) -> None:
        """Make what is live on a slide, once its words are on screen."""
        if at == self.stage.at:
            self.make_part()

    def make_part(self) -> None:
        """Make the bench or the question of the present slide, if it has one; made it stays."""
        slide = self.slide
        maker = self._makers.get(slide.kind)
        if maker is None or slide.number in self._parts:
            show(self.stage, busy=False)
            return
        try:
            self._parts[slide.number] = maker(slide)
        except (KeyError, TypeError, ValueError) as error:
            reason = error.args[0] if error.args else error
            show(self.stage, busy=False, problem=WORDS["refused"].format(reason=reason))
            return
        self._room.children = tuple(self._parts.values())
        show(self.stage, busy=False)

    def _bench(self, slide: Slide) -> ipywidgets.Widget:
        # a bench weighs more than all words: only a slide that shows one pays for it
        from bor_widgets.widgets import lesson_kit

        bench: Bench = lesson_kit.bench(self.lesson, dict(slide.values))
        return on_a_projector(bench)

    def _quiz(self, slide: Slide) -> ipywidgets.Widget:
        from bor_widgets.widgets.quiz import Quiz

        assert isinstance(slide.target, Item)
        asked = Quiz([slide.target])
        asked.observe(lambda _: self._closed(slide, asked.results), "results")
        asked.add_class("bor-slides-quiz")
        return asked

    def _closed(self, slide: Slide, results: Any) -> None:
        if any(result.get("closed") for result in results.values()):
            self.stage.reveal(slide.number)


def on_a_projector(bench: Bench) -> ipywidgets.Widget:
    """Lay out a bench for a room: large, its inputs at hand, without its own walk and its links.

    Two benches of one deck must not write into one address, so what keeps a bench is left out.
    """
    _guide, top, _keep, below = bench.children
    left = top.children[0]
    left.children = (*left.children, *(bench.folds[n] for n in FOLDS if n in bench.folds))
    # what is opened from a drawing still comes below
    below.children = ()
    bench.children = (top, below)
    for name in ("bor-presenting", "bor-with-inputs", "bor-slides-bench"):
        bench.add_class(name)
    return bench


def _name(number: int, lesson: str) -> str:
    if lesson in lessons:
        return WORDS["lesson"].format(number=number, title=lessons[lesson].title)
    return WORDS["own_lesson"].format(number=number)


def _path(number: int) -> Path:
    folder = lessons_folder() / "slides"
    path = folder / f"{number:02d}.toml"
    if not path.is_file():
        raise KeyError(WORDS["no_slides"].format(number=number, known=_known(folder)))
    return path


def _known(folder: Path) -> str:
    found: Sequence[str] = sorted(path.stem for path in folder.glob("[0-9][0-9].toml"))
    return ", ".join(str(int(name)) for name in found) or WORDS["none"]
