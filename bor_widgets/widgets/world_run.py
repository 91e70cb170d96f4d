"""WorldRun: a world of many states, run and looked at: scene, numbers, network, measures, log."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import ipywidgets

from bor_widgets.charts.world_run import settings
from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.config import world_parameters
from bor_widgets.simulation.events import EVENT_RULES
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import AT_THE_START
from bor_widgets.widgets import assets, controls, packing
from bor_widgets.widgets.boxes import box, show
from bor_widgets.widgets.controls import Controls
from bor_widgets.widgets.export_bar import ExportBar
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.link_bar import LinkBar
from bor_widgets.widgets.typed_values import sort_typed
from bor_widgets.widgets.world_course import FIRST_PRESET, WorldCourse
from bor_widgets.widgets.world_saved import (
    LARGEST_FILE,
    SAVED_WORDS,
    from_file,
    from_link,
    to_file,
    to_link,
)
from bor_widgets.widgets.world_stage import WorldStage
from bor_widgets.widgets.world_start import WorldStart

WORDS = {
    "first": "What moves most",
    "settings": "All numbers",
    "settings_hint": "of the world: states, ties, strikes, power, …",
    "copied": "The link is copied. Whoever opens it sees the same world in the same round.",
    "open": "Open course",
    "save": "Save course",
}


class WorldBar(ExportBar):
    """The row of buttons; it also brings the style of the page's layout."""

    _css = "\n".join(
        [assets.style("export_bar"), *map(assets.plain_style, ("page", "bench", "world_run"))]
    )


class WorldRun(ipywidgets.VBox):
    """A world that is watched while it runs.

    Parameters
    ----------
    preset
        Name of the scene to begin with.
    link
        A link that another page gave out: opens the same world in the same round.

    Raises
    ------
    ValueError
        For a scene that there is not, or a link that cannot be read.

    Attributes
    ----------
    course
        The world and the round of it that is shown.
    stage, start, inputs, more
        The widgets: what is watched, the scene, the two numbers that move most, and all others
        once they are unfolded.
    """

    def __init__(self, preset: str = FIRST_PRESET, *, link: str = "") -> None:
        if preset not in presets():
            raise ValueError(
                f"preset takes one of {', '.join(presets())}; given was {preset!r:.80}"
            )
        self._showing = False
        self.course = WorldCourse(preset, rules=EVENT_RULES)
        self.start = WorldStart()
        self.stage = WorldStage(self.course, self._rested)
        first, *rest = settings.setting_specs(WORDS["first"])
        self.inputs = self._controls([first])
        # seventy inputs would make the first view wait: they come when they are asked for
        self.more: Controls | None = None
        self.fold = Fold(
            "numbers", WORDS["settings"], WORDS["settings_hint"], lambda: [self._make_more(rest)]
        )
        self.bar = WorldBar(
            on_export=self._export, on_step=self._step, picture_name="world", can_reset=True
        )
        self.links = LinkBar(file_name="my-world.json", largest=LARGEST_FILE)
        self.links.words = {**self.links.words, **{k: WORDS[k] for k in ("copied", "open", "save")}}
        self._listen()
        super().__init__(
            [
                box(
                    "bor-run-top",
                    [
                        box("bor-run-scene", [self.start]),
                        self.stage,
                        box("bor-run-left", [self.inputs, self.fold]),
                    ],
                ),
                box("bor-bench-keep", [self.bar, self.links]),
            ]
        )
        self.add_class("bor-run")
        self.add_class("bor-root")
        self._refresh()
        if link:
            self.open_link(link)

    def _listen(self) -> None:
        self.start.hear("scene", lambda m: self.open_scene(m["name"]))
        self.start.hear("again", lambda _: self.again())
        self.start.hear("seed", lambda _: self._another_seed())
        self.links.hear("arrived", lambda m: self._taken(lambda: self.open_link(m["link"])))
        self.links.hear("opened", lambda m: self._taken(lambda: self.open_file(m["text"])))
        self.links.hear("save", lambda _: self._save())

    # ---- beginning

    def open_scene(self, name: str) -> None:
        """Begin a new world from a scene.

        Raises
        ------
        ValueError
            For a scene that there is not.
        """
        if name not in presets():
            raise ValueError(f"name takes one of {', '.join(presets())}; given was {name!r:.80}")
        self.course.begin(presets()[name].config, name)
        self._renew(told("step", "preset", label=presets()[name].label))

    def again(self) -> None:
        """Begin the same world again, as it is now set."""
        self.course.begin(self.course.config.with_(shocks=()))
        self._renew(told("step", "preset", label=presets()[self.course.preset].label))

    def _another_seed(self) -> None:
        seed = self.course.config.seed + 1
        if seed > world_parameters()["seed"].high:
            seed = 0
        self.course.begin(self.course.config.with_(seed=seed, shocks=()))
        self._renew(told("step", "seed", seed=seed))

    def open_link(self, link: str) -> None:
        """Open the world that a link carries.

        Raises
        ------
        StateError
            If it cannot be read; everything stays as it is.
        """
        preset, config, rounds = from_link(link)
        try:
            self.course.begin(config, preset)
        except (TypeError, ValueError) as error:
            raise packing.StateError(SAVED_WORDS["refused"].format(reason=error)) from None
        self.course.world.run(rounds)
        self.course.shown = rounds
        self._renew("")

    def open_file(self, text: str) -> None:
        """Open a saved course.

        Raises
        ------
        StateError
            If it cannot be read; everything stays as it is.
        """
        preset, world, shown = from_file(text)
        self.course.take(world, preset, touched=len(world.record()["configs"]) > 1)
        self.course.shown = shown
        self._renew(told("step", "opened", round=world.round))

    # ---- numbers

    def _controls(self, specs: list[dict[str, Any]]) -> Controls:
        made = Controls(
            specs=specs,
            values=settings.shown_values(self.course.config),
            words={**controls.WORDS, "panel": WORDS["settings"]},
        )
        made.observe(lambda _: self._typed(made), "values")
        return made

    def _make_more(self, specs: list[dict[str, Any]]) -> Controls:
        self.more = self._controls(specs)
        return self.more

    def _typed(self, typed: Controls) -> None:
        if self._showing:
            return
        held = settings.shown_values(self.course.config)
        good, errors = sort_typed(typed.values, held, settings.read_value)
        status, began = "", False
        for name, value in good.items():
            try:
                began |= self._set(name, value)
            except (TypeError, ValueError) as error:
                errors[name] = str(error)
            else:
                label = world_parameters()[name].label
                key = "again" if name in AT_THE_START else "changed"
                status = told("step", key, label=label, value=settings.told_value(name, value))
        show(typed, errors=errors)
        if began:
            self.stage.renew()
        if status:
            self.stage.status = status
            self._refresh(inputs=began and not errors)

    def _set(self, name: str, value: Any) -> bool:
        serial = self.course.serial
        self.course.change(name, value)
        return self.course.serial != serial

    # ---- what stands around

    def _renew(self, status: str) -> None:
        self.stage.renew()
        self.stage.status = status
        self._refresh()

    def _rested(self) -> None:
        self._refresh(inputs=False)

    def _refresh(self, *, inputs: bool = True) -> None:
        """Bring scene, numbers, buttons and address in line with the course."""
        config = self.course.config
        show(self.start, preset=self.course.preset, seed=config.seed)
        if inputs:
            self._showing = True
            try:
                for each in (self.inputs, self.more):
                    if each is not None:
                        show(each, values=settings.shown_values(config), errors={})
            finally:
                self._showing = False
        self.bar.can_undo = self.course.can_undo
        try:
            link = to_link(self.course)
        except packing.StateError as error:
            show(self.links, link="", problem=str(error))
        else:
            show(self.links, link=link, problem="")

    def _step(self, kind: str) -> None:
        if kind == "reset":
            self.open_scene(self.course.preset)
        elif kind == "undo":
            self.course.undo()
            self._renew(told("step", "undone"))

    def _taken(self, read: Any) -> None:
        try:
            read()
        except packing.StateError as error:
            self.links.problem = str(error)

    def _save(self) -> None:
        text = to_file(self.course)
        self.links.send({"kind": "file", "name": self.links.file_name, "text": text})

    def _export(self, kind: str) -> tuple[str, str]:
        """Return the measures by round as a table, or everything that is set."""
        if kind == "json":
            return "world.json", json.dumps(self._numbers(), indent=1, ensure_ascii=False)
        text = io.StringIO()
        table = csv.writer(text)
        history = self.course.world.history
        table.writerow(["round", *(m.name for m in measures().values())])
        for k in range(self.course.round):
            # what there is nothing to measure of stays empty
            row = [history[name][k] for name in measures()]
            table.writerow([k + 1, *("" if value != value else f"{value:.6g}" for value in row)])
        return "world-measures.csv", text.getvalue()

    def _numbers(self) -> dict[str, Any]:
        values = {
            name: [None if value != value else value for value in row]
            for name, row in self.course.world.history.items()
        }
        return {"preset": self.course.preset, "course": self.course.world.record(),
                "measures": values}  # fmt: skip
