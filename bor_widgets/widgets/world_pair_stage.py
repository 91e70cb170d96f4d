"""WorldPairStage: two worlds in step, and what their difference comes to over many pairs."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.charts.world_run import homes, question, verdict
from bor_widgets.charts.world_run.difference import Change, differences, finding, rows
from bor_widgets.charts.world_run.looks import looks
from bor_widgets.charts.world_run.pair_words import pair_told
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.events import EVENT_RULES
from bor_widgets.simulation.measures import measures
from bor_widgets.widgets import panel
from bor_widgets.widgets.world_course import WorldCourse
from bor_widgets.widgets.world_pairs import WorldPairs
from bor_widgets.widgets.world_stage import MOST_PICKED, PICKED, SPEEDS
from bor_widgets.widgets.world_stage_words import WORDS as STAGE_WORDS

WORDS = {
    **STAGE_WORDS,
    "panel": "Two worlds",
    "compare": "Compare {pairs} pairs",
    "cancel": "Stop",
    "measure": "About which measure",
    "result": "What the change makes of it",
    "all": "All measures: world B less world A",
    "all_hint": (
        "A dot is the mean difference, the bar its interval of 95 %. A filled dot: the interval "
        "leaves 0 out. Near 0 the scale is stretched. Press a measure to read about it."
    ),
    "line_one": "A",
    "line_other": "B (dashed)",
    "higher": "higher in B",
    "lower": "lower in B",
    "unseen": "no difference seen",
}


class WorldPairStage(panel.Panel):
    """Plays two worlds in step and runs pairs of them, a slice at each question of the page.

    Attributes
    ----------
    scene
        What stays while the two run: names, places, and what each is called.
    picked
        Names of the measures that are drawn by round, two-way.
    measure
        Name of the measure that the sentence is about, two-way.
    result
        The sentence, the rows of all measures, and how many pairs were run.
    progress
        How far the pairs are; empty while none are run.
    status
        One sentence about what was last done.

    Messages
    --------
    ``ready``; ``next``; ``look`` (with ``round``); ``compare``; ``more``; ``cancel``.
    """

    _esm: ClassVar[Any] = panel.script(
        "world_pair", "picture", "world_pace", "world_net", "world_net_paint", "world_strips"
    )
    _css: ClassVar[Any] = "\n".join([panel.style("world_stage"), panel.style("world_pair")])

    scene = traitlets.Dict().tag(sync=True)
    picked = traitlets.List(traitlets.Unicode()).tag(sync=True)
    measure = traitlets.Unicode("harmony").tag(sync=True)
    result = traitlets.Dict().tag(sync=True)
    progress = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    pairs = traitlets.Int(200).tag(sync=True)
    looks = traitlets.Dict().tag(sync=True)
    measures = traitlets.List(traitlets.Dict()).tag(sync=True)
    sources = traitlets.Dict().tag(sync=True)
    speeds = traitlets.List(traitlets.Int()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self) -> None:
        self.courses = (WorldCourse(rules=EVENT_RULES), WorldCourse(rules=EVENT_RULES))
        self.serial = 0
        self.change = Change("", "", "", 100, 200)
        self.runs: WorldPairs | None = None
        self._running = False
        wanted = {rule for m in measures().values() for rule in m.rules} | {verdict.FORECAST}
        super().__init__(
            looks=looks(),
            measures=[
                {"name": m.name, "label": m.label, "meaning": m.meaning, "rules": list(m.rules)}
                for m in measures().values()
            ],
            sources={rule: source_note(rule) for rule in sorted(wanted)},
            speeds=list(SPEEDS),
            picked=list(PICKED),
        )

    @traitlets.validate("picked")
    def _only_known(self, proposal: Any) -> list[str]:
        wanted = dict.fromkeys(name for name in proposal["value"] if name in measures())
        return list(wanted)[:MOST_PICKED]

    @traitlets.validate("measure")
    def _a_known_one(self, proposal: Any) -> str:
        return str(proposal["value"]) if proposal["value"] in measures() else str(self.measure)

    @traitlets.observe("measure")
    def _tell(self, _change: Any) -> None:
        self._tell_result()

    def begin(self, one: WorldConfig, other: WorldConfig, change: Change) -> None:
        """Show two other worlds at their start; the pairs of the ones before are forgotten.

        Raises
        ------
        TypeError, ValueError
            For a configuration that cannot begin; everything stays as it is.
        """
        for course, config in zip(self.courses, (one, other), strict=True):
            course.begin(config)
        self.serial += 1
        self.change = change
        self.runs, self._running = None, False
        labels = ("one", change.now), ("other", change.then)
        with self.hold_sync():
            self.pairs = change.asked
            self.progress = {}
            self.measure = question.asked_measure(one)
            self.scene = {
                "serial": self.serial,
                "sides": [
                    {
                        "title": pair_told("side", key, label=change.label, value=value),
                        "names": homes.names(course.config),
                        "signs": homes.names(course.config, short=True),
                        "roles": homes.roles(course.config),
                        "homes": [round(p, 4) for home in homes.homes(course.config) for p in home],
                    }
                    for (key, value), course in zip(labels, self.courses, strict=True)
                ],
            }
            self._tell_result()
        self.show(whole=True)

    def again(self, change: Change) -> None:
        """Compare in another way: more pairs, or after more rounds."""
        self.change = change
        self.runs, self._running = None, False
        with self.hold_sync():
            self.pairs = change.asked
            self.progress = {}
            self._tell_result()

    # ---- the two that are watched

    def show(self, *, whole: bool = False) -> None:
        """Send the pictures of the round that is shown."""
        sides, buffers = [], []
        for course in self.courses:
            picture = course.picture()
            found = verdict.verdict(picture, course.events(), course.world.history, course.shown)
            sides.append({"alt": verdict.alt(picture, course.shown), "headline": found["headline"]})
            since = 0 if whole else max(0, course.round - 1)
            buffers += [*picture.buffers(), course.series(since)]
        first = self.courses[0]
        self.send(
            {
                "kind": "frame",
                "serial": self.serial,
                "shown": first.shown,
                "round": first.round,
                "since": 0 if whole else max(0, first.round - 1),
                "sides": sides,
                "shocks": [],
            },
            buffers=buffers,
        )

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs, and means these worlds."""
        if message.get("serial", self.serial) != self.serial:
            return False
        if message["kind"] == "look":
            return type(message.get("round")) is int
        return message["kind"] in ("ready", "next", "compare", "more", "cancel")

    def respond(self, message: dict[str, Any]) -> None:
        """Do what the page asks for."""
        match message["kind"]:
            case "ready":
                self.show(whole=True)
            case "next":
                self._forward()
            case "look":
                for course in self.courses:
                    course.look(message["round"])
                self.show()
            case "compare":
                self.compare()
            case "more":
                self.more()
                # an answer to every question, even where nothing that is shown has changed
                self.send({"kind": "slice"})
            case "cancel":
                self.cancel()

    def _forward(self) -> None:
        # the shorter of the two courses ends both, so that they stay in step
        most = min(course.longest for course in self.courses)
        first = self.courses[0]
        if first.shown >= most:
            self.status = first.full()
            self.send({"kind": "stopped"})
            return
        for course in self.courses:
            course.forward()
        self.show()

    # ---- the pairs

    def compare(self) -> None:
        """Begin to run pairs, or go on with those that were stopped."""
        if self.runs is None or self.runs.complete:
            one, other = (course.config.with_(shocks=()) for course in self.courses)
            self.runs = WorldPairs(one, other, self.change.asked, self.change.rounds)
        self._running = True
        self._tell_progress()

    def more(self) -> None:
        """Run pairs for a slice of time, if any are to be run."""
        if self.runs is None or not self._running:
            return
        before = self.runs.done
        self.runs.advance()
        if self.runs.done != before:
            self._tell_result()
        self._running = not self.runs.complete
        self._tell_progress()

    def cancel(self) -> None:
        """Stop; what was run is kept and shown."""
        self._running = False
        self._tell_progress()
        if self.runs is not None and not self.runs.complete:
            self.status = pair_told(
                "result", "partial", pairs=self.runs.done, asked=self.runs.pairs
            )

    def _tell_progress(self) -> None:
        if self.runs is None or not self._running:
            self.progress = {}
            return
        left = self.runs.left
        key = "begun" if isnan(left) else "running"
        self.progress = {
            "share": self.runs.done / self.runs.pairs,
            "text": pair_told(
                "progress", key, done=self.runs.done, asked=self.runs.pairs,
                left=0 if isnan(left) else max(1, round(left)),
            ),
        }  # fmt: skip

    def _tell_result(self) -> None:
        done = self.runs.done if self.runs is not None else 0
        found = differences(self.runs.values[:done]) if self.runs is not None else {}
        self.result = {
            "pairs": done,
            "text": finding(self.change, str(self.measure), found.get(str(self.measure)), done),
            "what": pair_told("result", "what", count=len(measures())) if done > 1 else "",
            "forecast": pair_told("result", "forecast"),
            "rules": list(measures()[str(self.measure)].rules),
            "rows": rows(found),
        }
