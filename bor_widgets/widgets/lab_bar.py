"""LabBar: start, cancel, go on; how far a long run is; and its result as a file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.simulation.progress import Progress
from bor_widgets.widgets import panel

WORDS = {
    "start": "Start",
    "again": "Start anew",
    "cancel": "Cancel",
    "resume": "Go on",
    "progress": "Progress",
    "save": "Save as Parquet",
    "saved": "Saved as {file}.",
    "told": "{done} of {total} {unit} ({share} %)",
    "left": "{told}, about {left} left",
    "seconds": "{count} s",
    "minutes": "{count} min",
    "begun": "Beginning; a large run takes some seconds until its first worlds.",
    "stopping": "Stopping; what is finished is kept.",
    "stopped": "Stopped at {told}. Go on takes it up where it is, with the same result.",
    "ended": "Done: {total} {unit} in {seconds}.",
    "older": "The picture below shows what was set before. Press “{start}” for what is set now.",
}

STATES = ("idle", "running", "stopped", "done")


class LabBar(panel.Panel):
    """The row of buttons of a long run, and its progress.

    Attributes
    ----------
    state
        ``"idle"``, ``"running"``, ``"stopped"`` or ``"done"``.
    share
        How much is finished, 0..1.
    told
        The same in words.
    problem
        One sentence on what went wrong; "" for nothing.
    notes
        Sentences on what is slower or missing here.
    can_save
        Whether the result can be saved as a file.
    blocked
        Whether nothing can be started.

    Messages
    --------
    ``start``, ``cancel``, ``resume``, ``save``.
    """

    _esm: ClassVar[Any] = panel.script("lab_bar", "picture")
    _css: ClassVar[Any] = panel.style("lab_bar")

    name = traitlets.Unicode("").tag(sync=True)
    state = traitlets.Enum(STATES, "idle").tag(sync=True)
    share = traitlets.Float(0.0).tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    notes = traitlets.List(traitlets.Unicode()).tag(sync=True)
    can_save = traitlets.Bool(False).tag(sync=True)
    blocked = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, name: str, unit: str, **traits: Any) -> None:
        self._unit = unit
        self._progress: Progress | None = None
        super().__init__(name=name, **traits)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the button is there to be pressed."""
        match message["kind"]:
            case "start":
                return self.state != "running" and not self.blocked
            case "cancel":
                return bool(self.state == "running")
            case "resume":
                return bool(self.state == "stopped")
            case "save":
                return bool(self.can_save)
        return False

    def begin(self) -> None:
        """Show that a run has begun."""
        with self.hold_sync():
            self.state, self.problem, self.told = "running", "", WORDS["begun"]
            self.can_save = False

    def progress(self, progress: Progress) -> None:
        """Show how far a run is."""
        self._progress = progress
        with self.hold_sync():
            self.share, self.told = progress.share, self._said(progress)

    def remember(self, progress: Progress) -> None:
        """Remember how far a run is, without showing it: it is about to stop."""
        self._progress = progress

    def stopping(self) -> None:
        """Show that a run is about to stop."""
        self.told = WORDS["stopping"]

    def end(self, *, complete: bool, problem: str = "", seconds: float = 0.0) -> None:
        """Show that a run has ended, and how."""
        now = self._progress
        with self.hold_sync():
            self.problem = problem
            if complete:
                total = f"{now.total:,}" if now else ""
                self.state, self.share = "done", 1.0
                self.told = WORDS["ended"].format(
                    total=total, unit=self._unit, seconds=_time(seconds)
                )
            elif now is None:
                self.state, self.told, self.share = "idle", "", 0.0
            else:
                self.state = "stopped"
                self.told = WORDS["stopped"].format(told=self._counted(now))

    def clear(self) -> None:
        """Forget a run."""
        self._progress = None
        with self.hold_sync():
            self.state, self.share, self.told, self.can_save = "idle", 0.0, "", False

    def older(self) -> None:
        """Say that what is set is no longer what was run."""
        start = WORDS["again" if self.state in ("stopped", "done") else "start"]
        self.told = WORDS["older"].format(start=start)

    def _counted(self, progress: Progress) -> str:
        return WORDS["told"].format(
            done=f"{progress.done:,}", total=f"{progress.total:,}", unit=self._unit,
            share=math.floor(progress.share * 100),
        )  # fmt: skip

    def _said(self, progress: Progress) -> str:
        if not progress.done:
            return WORDS["begun"]
        told = self._counted(progress)
        if progress.left is None or progress.done == progress.total:
            return told
        return WORDS["left"].format(told=told, left=_time(progress.left))


def _time(seconds: float) -> str:
    if seconds < 90:
        return WORDS["seconds"].format(count=max(1, math.ceil(seconds)))
    return WORDS["minutes"].format(count=math.ceil(seconds / 60))
