"""WorldStage: network, measures, log and verdict of a running world, and how it is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.charts.world_run import homes, question, verdict
from bor_widgets.charts.world_run.looks import looks
from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.events import EVENT_RULES
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.shocks import ALONE, SHOCKS
from bor_widgets.widgets import panel
from bor_widgets.widgets.world_course import WorldCourse
from bor_widgets.widgets.world_stage_words import WORDS

#: measures that are drawn at first, and how many there are at most
PICKED = ("harmony", "containment", "conflict", "soft_balancing")
MOST_PICKED = 4

#: speeds in rounds a second; 0 is as fast as it draws
SPEEDS = (1, 2, 5, 10, 20, 0)


class WorldStage(panel.Panel):
    """Shows one round at a time; the page asks for the next when it has drawn the last.

    Parameters
    ----------
    course
        What is played.
    on_move
        Called after every change that a reader has asked for, when a page has come to rest.

    Attributes
    ----------
    scene
        What stays while a world runs: names, places and parts of the states.
    picked
        Names of the measures that are drawn, two-way.
    ask
        What is asked before the first round, and what came of it.
    status
        One sentence about what was last done.
    blind
        Whether nothing is asked before the first round.

    Messages
    --------
    ``ready``; ``next`` (with ``rounds``); ``look`` (with ``round``); ``resume``; ``rest``;
    ``shock`` (with ``what``, ``one``, ``other``); ``predict`` (with ``key``, "" to go without).
    All but the first may name the world that they mean by its ``serial``.
    """

    _esm: ClassVar[Any] = panel.script(
        "world_stage",
        "picture",
        "world_pace",
        "world_net",
        "world_net_paint",
        "world_strips",
        "world_log",
    )
    _css: ClassVar[Any] = panel.style("world_stage")

    scene = traitlets.Dict().tag(sync=True)
    picked = traitlets.List(traitlets.Unicode()).tag(sync=True)
    ask = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    looks = traitlets.Dict().tag(sync=True)
    measures = traitlets.List(traitlets.Dict()).tag(sync=True)
    shocks = traitlets.List(traitlets.Dict()).tag(sync=True)
    sources = traitlets.Dict().tag(sync=True)
    event_rules = traitlets.List(traitlets.Unicode()).tag(sync=True)
    speeds = traitlets.List(traitlets.Int()).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self, course: WorldCourse, on_move: Callable[[], None] = lambda: None) -> None:
        self.course = course
        self._on_move = on_move
        self._sent = (-1, 0)
        self._asked: set[str] = set()
        known = measures()
        super().__init__(
            looks=looks(),
            measures=[
                {"name": m.name, "label": m.label, "meaning": m.meaning, "rules": list(m.rules)}
                for m in known.values()
            ],
            shocks=[
                {"kind": kind, "meaning": meaning, "alone": kind in ALONE}
                for kind, meaning in SHOCKS.items()
            ],
            sources=_sources(),
            event_rules=list(EVENT_RULES),
            speeds=list(SPEEDS),
            picked=list(PICKED),
        )
        self.renew()

    @traitlets.validate("picked")
    def _only_known(self, proposal: Any) -> list[str]:
        wanted = dict.fromkeys(name for name in proposal["value"] if name in measures())
        return list(wanted)[:MOST_PICKED]

    def renew(self) -> None:
        """Show another world: its states, its question, its first picture."""
        config = self.course.config
        with self.hold_sync():
            self.scene = {
                "serial": self.course.serial,
                "names": homes.names(config),
                "signs": homes.names(config, short=True),
                "roles": homes.roles(config),
                "homes": [round(part, 4) for home in homes.homes(config) for part in home],
                "longest": self.course.longest,
            }
            self.ask = self._question()
        self.show(whole=True)

    def _question(self) -> dict[str, Any]:
        """Return what is asked: once for each scene, before it is first run."""
        asked = question.question(self.course.config)
        scene = self.course.preset
        same = (self.ask.get("scene"), self.ask.get("measure")) == (scene, asked["measure"])
        waiting = same and not self.course.round and not self.ask.get("came")
        # a course that arrives with rounds has told its answer already
        over = scene in self._asked or self.course.round > 0
        return {
            **asked,
            "scene": scene,
            "committed": self.ask.get("committed", "") if waiting else "",
            "over": over,
            "came": {},
        }

    def show(self, *, whole: bool = False) -> None:
        """Send the picture of the round that is shown."""
        course = self.course
        picture = course.picture()
        finding = verdict.verdict(picture, course.events(), course.world.history, course.shown)
        serial, known = self._sent
        since = 0 if whole or serial != course.serial else min(known, course.round)
        self._sent = (course.serial, course.round)
        self._compare()
        self.send(
            {
                "kind": "frame",
                "serial": course.serial,
                "shown": course.shown,
                "round": course.round,
                "since": since,
                "finding": finding,
                "said": verdict.said(picture, finding, course.shown),
                "alt": verdict.alt(picture, course.shown),
                "drawn": verdict.drawn_told(picture),
                "listed": verdict.listed_told(picture, course.shown),
                "counts": list(picture.counts),
                "shocks": course.shocks(),
            },
            buffers=[*picture.buffers(), course.series(since)],
        )

    def _compare(self) -> None:
        """Set what came beside what was predicted, once there is enough of it."""
        if not self.ask.get("committed") or self.ask.get("came"):
            return
        came = question.came(
            self.course.world.history, str(self.ask["measure"]), self.course.touched
        )
        if came:
            self.ask = {**self.ask, "came": came}

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs, and means this world."""
        serial = message.get("serial", self.course.serial)
        if serial != self.course.serial:
            return False
        match message["kind"]:
            case "next":
                return _whole(message.get("rounds")) and message["rounds"] >= 1
            case "look":
                return _whole(message.get("round"))
            case "shock":
                numbers = _whole(message.get("one")) and _whole(message.get("other"))
                return numbers and isinstance(message.get("what"), str)
            case "predict":
                key = message.get("key")
                return not self.ask.get("over") and key in ("", *question.ANSWERS)
        return message["kind"] in ("ready", "resume", "rest")

    def respond(self, message: dict[str, Any]) -> None:
        """Do what the page asks for, and answer with a picture."""
        match message["kind"]:
            case "ready":
                self.show(whole=True)
            case "next":
                self._forward(int(message["rounds"]))
            case "look":
                self.course.look(int(message["round"]))
                self.show()
            case "resume":
                self.course.resume()
                self.status = told("step", "rewound", round=self.course.shown)
                self.show(whole=True)
                self._on_move()
            case "rest":
                self._on_move()
            case "shock":
                self._shock(message)
            case "predict":
                self._asked.add(self.course.preset)
                self.ask = {**self.ask, "committed": message["key"], "over": True}

    def _forward(self, rounds: int) -> None:
        if self.course.forward(min(rounds, self.course.longest)):
            self.show()
        else:
            self.status = self.course.full()
            self.send({"kind": "stopped", "text": self.status})

    def _shock(self, message: Mapping[str, Any]) -> None:
        try:
            self.course.shock(message["what"], message["one"], message["other"])
        except (TypeError, ValueError) as error:
            self.status = str(error)
            return
        self.status = told(
            "step", "shock", shock=message["what"].capitalize(), round=self.course.round + 1
        )
        self.show()
        self._on_move()


def _whole(value: Any) -> bool:
    return type(value) is int


def _sources() -> dict[str, dict[str, Any]]:
    """Return what every source button of the page shows, by the id of its rule."""
    wanted = [*EVENT_RULES, *verdict.VERDICT_RULES]
    wanted += [rule for measure in measures().values() for rule in measure.rules]
    return {rule: source_note(rule) for rule in dict.fromkeys(wanted)}
