"""TwoWorlds: the same scene and the same chance, one change, and what comes of it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import ipywidgets

from bor_widgets.charts.world_run import settings
from bor_widgets.charts.world_run.difference import Change, differences, rows
from bor_widgets.charts.world_run.pair_words import pair_told
from bor_widgets.simulation.arrays import PLAIN
from bor_widgets.simulation.config import WorldConfig, world_parameters
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.widgets import controls
from bor_widgets.widgets.boxes import box, show
from bor_widgets.widgets.controls import Controls
from bor_widgets.widgets.typed_values import sort_typed
from bor_widgets.widgets.world_course import FIRST_PRESET
from bor_widgets.widgets.world_pair_stage import WorldPairStage
from bor_widgets.widgets.world_run import WorldBar
from bor_widgets.widgets.world_start import WorldStart

#: the change that the page opens with
FIRST_FIELD, FIRST_VALUE = "riser_doctrine", "power"

#: what no comparison changes: chance itself, and how memory is kept
NO_CHANGE = ("seed", "precision", "states")

#: fewest, most and usual pairs and rounds; on plain arrays a pair takes seconds
PAIRS, ROUNDS = (10, 1000, 20 if PLAIN else 200), (10, 300, 100)


class TwoWorlds(ipywidgets.VBox):
    """Two worlds side by side that differ in one number.

    Parameters
    ----------
    preset
        Name of the scene of both.
    field, value
        The one change: a number of the second world.

    Raises
    ------
    TypeError, ValueError
        For a scene or a number that there is not, or a value that it refuses.

    Attributes
    ----------
    stage, start, inputs
        The widgets: what is watched, the scene, the change.
    """

    def __init__(
        self, preset: str = FIRST_PRESET, field: str = FIRST_FIELD, value: Any = FIRST_VALUE
    ) -> None:
        if preset not in presets():
            raise ValueError(
                f"preset takes one of {', '.join(presets())}; given was {preset!r:.80}"
            )
        if field not in changeable():
            raise ValueError(
                f"field takes one of {', '.join(changeable())}; given was {field!r:.80}"
            )
        self.preset, self.field = preset, field
        self.value = world_parameters()[field].check(value)
        self.seed: int | None = None
        self.asked, self.rounds = PAIRS[2], ROUNDS[2]
        self.start, self.stage = WorldStart(), WorldPairStage()
        self.inputs = Controls(words={**controls.WORDS, "panel": pair_told("change", "first")})
        self.bar = WorldBar(on_export=self._export, on_step=self._step, picture_name="two-worlds")
        self._showing = False
        self._begin()
        self.inputs.observe(lambda _: self._typed(), "values")
        self.start.hear("scene", lambda m: self.open_scene(m["name"]))
        self.start.hear("again", lambda _: self._begin())
        self.start.hear("seed", lambda _: self._another_seed())
        super().__init__(
            [
                box(
                    "bor-run-top",
                    [box("bor-run-scene", [self.start]), self.stage,
                     box("bor-run-left", [self.inputs])],
                ),
                box("bor-bench-keep", [self.bar]),
            ]
        )  # fmt: skip
        self.add_class("bor-run")
        self.add_class("bor-root")

    @property
    def configs(self) -> tuple[WorldConfig, WorldConfig]:
        """The two configurations: the scene, and the scene with the change."""
        one = presets()[self.preset].config
        if self.seed is not None:
            one = one.with_(seed=self.seed)
        return one, one.with_(**{self.field: self.value})

    def open_scene(self, name: str) -> None:
        """Compare in another scene.

        Raises
        ------
        ValueError
            For a scene in which the change cannot be made; everything stays as it is.
        """
        before, self.preset = self.preset, name
        try:
            self._begin()
        except ValueError:
            self.preset = before
            raise

    def _another_seed(self) -> None:
        self.seed = (self.configs[0].seed + 1) % int(world_parameters()["seed"].high)
        self._begin()

    def _begin(self) -> None:
        one, other = self.configs
        self.stage.begin(one, other, self._change(one, other))
        same = one == other
        label = world_parameters()[self.field].label
        self.stage.status = pair_told("change", "same_value", label=label) if same else ""
        show(self.start, preset=self.preset, seed=one.seed)
        self._show_inputs()

    def _change(self, one: WorldConfig, other: WorldConfig) -> Change:
        return Change(
            label=world_parameters()[self.field].label,
            now=settings.told_value(self.field, getattr(one, self.field)),
            then=settings.told_value(self.field, getattr(other, self.field)),
            rounds=self.rounds,
            asked=self.asked,
        )

    # ---- the change

    def _held(self) -> dict[str, Any]:
        return {
            "field": self.field,
            self.field: settings.shown_value(self.field, self.value),
            "pairs_asked": self.asked,
            "rounds_asked": self.rounds,
        }

    def _show_inputs(self) -> None:
        self._showing = True
        try:
            show(self.inputs, specs=change_specs(self.field), values=self._held(), errors={})
        finally:
            self._showing = False

    def _typed(self) -> None:
        if self._showing:
            return
        good, errors = sort_typed(self.inputs.values, self._held(), _read)
        for name, value in good.items():
            try:
                self._take(name, value)
            except (TypeError, ValueError) as error:
                errors[name] = str(error)
        show(self.inputs, errors=errors)

    def _take(self, name: str, value: Any) -> None:
        if name in ("pairs_asked", "rounds_asked"):
            self.asked = value if name == "pairs_asked" else self.asked
            self.rounds = value if name == "rounds_asked" else self.rounds
            self.stage.again(self._change(*self.configs))
            return
        before = self.field, self.value
        if name == "field":
            self.field, self.value = value, self._first_value(value)
        else:
            self.value = value
        try:
            self._begin()
        except (TypeError, ValueError):
            self.field, self.value = before
            raise

    def _first_value(self, field: str) -> Any:
        """Return a value to begin a comparison with: the farthest that fits the scene."""
        one = self.configs[0]
        for value in _others(field, getattr(one, field)):
            try:
                one.with_(**{field: value})
            except ValueError:
                continue
            return value
        raise ValueError(pair_told("change", "no_other", label=world_parameters()[field].label))

    def _step(self, kind: str) -> None:
        if kind == "reset":
            self.field, self.value, self.seed = FIRST_FIELD, FIRST_VALUE, None
            self.asked, self.rounds = PAIRS[2], ROUNDS[2]
            self.open_scene(FIRST_PRESET)

    def _export(self, kind: str) -> tuple[str, str]:
        """Return every pair as a table, or the differences with everything that is set."""
        runs = self.stage.runs
        done = runs.done if runs is not None else 0
        values = runs.values[:done] if runs is not None else None
        if kind == "json":
            one, other = self.configs
            content = {
                "one": one.changed(), "other": other.changed(), "rounds": self.rounds,
                "pairs": done, "differences": rows(differences(values)) if done else [],
            }  # fmt: skip
            return "two-worlds.json", json.dumps(content, indent=1, ensure_ascii=False)
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(["pair", "world", *measures()])
        for k in range(done):
            for side, name in enumerate("AB"):
                assert values is not None
                row = values[k, side]
                # what there is nothing to measure of stays empty
                table.writerow([k, name, *("" if v != v else f"{v:.6g}" for v in row)])
        return "two-worlds.csv", text.getvalue()


def changeable() -> list[str]:
    """Return the names of the numbers that two worlds may differ in."""
    return [name for name in world_parameters() if name not in NO_CHANGE]


def change_specs(field: str) -> list[dict[str, Any]]:
    """Return the inputs of a comparison: what differs, its value, and how it is compared."""
    known = world_parameters()
    what = {
        "name": "field", "kind": "choice", "label": pair_told("change", "field"), "least": 1,
        "meaning": pair_told("change", "field_meaning"), "places": [],
        "options": changeable(), "option_labels": [known[name].label for name in changeable()],
    }  # fmt: skip
    value = {**settings.setting_spec(field), "label": pair_told("change", "value")}
    counts = [
        {"name": f"{name}_asked", "kind": "count", "label": pair_told("change", name),
         "meaning": pair_told("change", f"{name}_meaning"), "places": [], "low": low, "high": high}
        for name, (low, high, _) in (("pairs", PAIRS), ("rounds", ROUNDS))
    ]  # fmt: skip
    return [
        {"name": "first", "label": pair_told("change", "first"), "open": True,
         "parameters": [what, value]},
        {"name": "how", "label": pair_told("change", "run"), "open": False, "parameters": counts},
    ]  # fmt: skip


def _read(name: str, typed: Any) -> Any:
    if name == "field":
        if typed not in changeable():
            raise ValueError(f"field takes one of {', '.join(changeable())}")
        return typed
    for stem, (low, high, _) in (("pairs", PAIRS), ("rounds", ROUNDS)):
        if name == f"{stem}_asked":
            if type(typed) is not int or not low <= typed <= high:
                raise ValueError(
                    f"{stem} takes a whole number from {low} to {high}; given was {typed!r:.40}"
                )
            return typed
    return settings.read_value(name, typed)


def _others(field: str, now: Any) -> list[Any]:
    """Return other values of a number, those that are farthest from it first."""
    parameter = world_parameters()[field]
    match parameter.kind:
        case "switch":
            return [not now]
        case "choice":
            return [option for option in parameter.options if option != now]
    far = parameter.high if now <= (parameter.low + parameter.high) / 2.0 else parameter.low
    values = [now + (far - now) * share for share in (1.0, 0.5, 0.1)]
    return [round(value) for value in values] if parameter.kind == "count" else values
