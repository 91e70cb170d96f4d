"""LabPart: what the parts of the laboratory share: a form, a long run, a board."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.simulation.progress import Progress
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.lab_bar import LabBar
from bor_widgets.widgets.lab_board import LabBoard
from bor_widgets.widgets.lab_form import LabForm
from bor_widgets.widgets.lab_work import LabWork, Stop

WORDS = {
    "explore": "Explore the figures",
    "explore_hint": "the same numbers in plotly, to point at and to zoom into",
    "broken": "The run broke off: {reason}",
}


class LabPart(ipywidgets.VBox):
    """A part of the laboratory.

    Attributes
    ----------
    form
        What is to be run.
    bar, board
        Progress, and the figures.
    work
        The thread that runs it.
    drawings
        What the board shows.
    """

    def __init__(self, name: str, form: LabForm, bar: LabBar, *, main: bool = False) -> None:
        self.work = LabWork()
        self.form, self.bar = form, bar
        self.board = LabBoard(main=main)
        self.drawings: tuple[Drawing, ...] = ()
        self.fold = Fold(
            f"{name}-explore",
            WORDS["explore"],
            WORDS["explore_hint"],
            self._explore,
            self._explored,
        )
        self._plotly: Any = None
        self._run_with: dict[str, Any] | None = None
        bar.hear("start", lambda _: self.start())
        bar.hear("cancel", lambda _: self.cancel())
        bar.hear("resume", lambda _: self.resume())
        super().__init__()
        self.add_class("bor-lab-part")

    # ---- for a part to say

    def start(self) -> None:
        """Run what is set, from the beginning."""
        raise NotImplementedError

    def resume(self) -> None:
        """Go on with what was stopped."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what there is so far."""
        raise NotImplementedError

    def ended(self, failed: BaseException | None) -> None:
        """Hear that a run has ended."""

    # ---- shared

    def go(self, job: Callable[[Stop], Any], complete: Callable[[], bool]) -> None:
        """Have work done beside the page, and show how it goes and how it ends."""
        if self.work.running:
            return
        began = time.monotonic()
        self.form.locked = True
        self.bar.begin()
        self._run_with = dict(self.form.values)
        self.draw()

        def over(_: Any, failed: BaseException | None) -> None:
            self.form.locked = False
            problem = WORDS["broken"].format(reason=failed) if failed else ""
            done = failed is None and complete()
            self.bar.end(complete=done, problem=problem, seconds=time.monotonic() - began)
            self.ended(failed)
            self.draw()

        self.work.start(job, over)

    def cancel(self) -> None:
        """Stop; what is finished is kept."""
        if self.work.running:
            self.work.cancel()
            self.bar.stopping()

    def told(self, progress: Progress) -> None:
        """Hear of progress in the working thread, and have it shown now and then."""
        due = self.work.due() or progress.done == progress.total

        def show() -> None:
            if self.bar.state != "running":
                return
            self.bar.remember(progress)
            if due and not self.work.stopped:
                self.bar.progress(progress)
                self.draw()

        self.work.show(show)

    def compare(self, *names: str) -> None:
        """Say so where what is set is no longer what was run."""
        if self._run_with is None or self.work.running:
            return
        if any(self.form.values.get(name) != self._run_with.get(name) for name in names):
            self.bar.older()

    def put_up(self, *drawings: Drawing) -> None:
        """Bring figures on the board."""
        self.drawings = drawings
        self.board.show(drawings)
        if self.fold.opened:
            self._explored()

    def _explore(self) -> Sequence[ipywidgets.Widget]:
        # plotly weighs most of all: it comes when something is explored
        from bor_widgets.widgets.lab_explore import LabExplore

        self._plotly = LabExplore(lambda: self.drawings)
        return [self._plotly.widget]

    def _explored(self) -> None:
        if self._plotly is not None:
            self._plotly.refresh()
