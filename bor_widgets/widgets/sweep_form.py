"""The fields of a sweep, and how a sweep is read off them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.world_lab.sweep_view import VIEWS
from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.config import world_groups
from bor_widgets.simulation.fields import field_value, numeric_field, numeric_fields
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.sensitivity import NO_RULE
from bor_widgets.simulation.sweep import Sweep
from bor_widgets.widgets.lab_form import block, field, option, read_count, read_key

WORDS = {
    "scene": "Scene",
    "preset": "Worlds begin as",
    "along_x": "Across",
    "along_y": "Upwards",
    "vary": "Number to vary",
    "low": "from",
    "high": "to",
    "steps": "steps",
    "nothing": "nothing: one number is enough",
    "much": "How much",
    "worlds": "worlds in each cell",
    "rounds": "rounds",
    "measure": "Measure",
    "view": "Show",
    "view_mean": "the mean",
    "view_sure": "how sure",
    "range": "{meaning} From {low:g} to {high:g}, usually {neutral:g} (our scale).",
    "judgement": "Judgement",
    "fatigue": "Fatigue of value-spreaders",
    "same": "choose another number than the one across",
    "steps_label": "steps",
    "large": "this page runs at most {most:,} worlds; given were {given:,}: take fewer steps or "
    "worlds here, or `bor sweep` on a command line, which takes more",
    "order": "{label} takes a low end below its high end; given were {low:g} and {high:g}",
}

#: steps of an axis at most, and worlds of a run of this page
MOST_STEPS, MOST_WORLDS, MOST_ROUNDS = 12, 50_000, 2_000

#: what stands in the fields at first: a result within seconds
FIRST: Mapping[str, Any] = {
    "preset": "neighbours-forced",
    "x": "forced", "x_low": 0.0, "x_high": 1.0, "x_steps": 5,
    "y": "strikes", "y_low": 0.02, "y_high": 0.1, "y_steps": 5,
    "worlds": 20, "rounds": 60,
}  # fmt: skip

#: the measure that is shown at first
FIRST_MEASURE = "containment"


def number_options() -> list[dict[str, str]]:
    """Return every number that a run can vary, in its group."""
    groups = dict(world_groups())
    found = []
    for name, parameter in numeric_fields().items():
        if name in NO_RULE:
            continue
        group = groups.get(parameter.group, parameter.group)
        if name.startswith("calibration."):
            group = WORDS["judgement"]
        elif name.startswith("pace."):
            group = WORDS["fatigue"]
        found.append(option(name, parameter.label, group=group))
    return found


def preset_options() -> list[dict[str, str]]:
    """Return every scene."""
    return [option(scene.name, scene.label) for scene in presets().values()]


def measure_options() -> list[dict[str, str]]:
    """Return every measure."""
    return [option(each.name, each.label) for each in measures().values()]


def sweep_blocks() -> list[dict[str, Any]]:
    """Return the fields of a sweep."""
    numbers = number_options()
    none = option("", WORDS["nothing"])
    axes = [
        block(
            f"along_{axis}", WORDS[f"along_{axis}"],
            [
                field(axis, "select", WORDS["vary"], options=options),
                field(f"{axis}_low", "number", WORDS["low"], size="small"),
                field(f"{axis}_high", "number", WORDS["high"], size="small"),
                field(f"{axis}_steps", "number", WORDS["steps"], size="small"),
            ],
        )
        for axis, options in (("x", numbers), ("y", [none, *numbers]))
    ]  # fmt: skip
    scene = [
        field("preset", "select", WORDS["preset"], options=preset_options()),
        field("worlds", "number", WORDS["worlds"], size="half"),
        field("rounds", "number", WORDS["rounds"], size="half"),
    ]
    return [block("scene", WORDS["scene"], scene), *axes]


def look_blocks() -> list[dict[str, Any]]:
    """Return the fields that say what is shown of a sweep."""
    views = [option(view, WORDS[f"view_{view}"]) for view in VIEWS]
    known = measure_options()
    return [
        block(
            "look", "",
            [
                field("measure", "select", WORDS["measure"], options=known, size="half"),
                field("view", "segments", WORDS["view"], options=views, size="half"),
            ],
        )
    ]  # fmt: skip


def sweep_notes(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what each chosen thing means."""
    notes = {}
    if values.get("preset") in presets():
        notes["preset"] = presets()[values["preset"]].meaning
    for axis in ("x", "y"):
        if values.get(axis) in numeric_fields():
            notes[axis] = number_note(values[axis])
    return notes


def number_note(name: str) -> str:
    """Return what a number means, and its range."""
    known = numeric_field(name)
    return WORDS["range"].format(
        meaning=known.meaning, low=known.low, high=known.high, neutral=known.neutral
    )


def usual_ends(name: str) -> tuple[float, float]:
    """Return the ends between which a number is varied where nothing else is said."""
    known = numeric_field(name)
    if known.kind == "count":  # the whole range would be worlds without end
        return known.low, min(known.high, max(2 * known.neutral, known.low + 4))
    return float(known.low), float(known.high)


def read_sweep(values: Mapping[str, Any]) -> tuple[Sweep | None, dict[str, str]]:
    """Read a sweep off the fields.

    Returns
    -------
    The sweep, or None; and one sentence for each field that is wrong.
    """
    errors: dict[str, str] = {}
    kept: dict[str, Any] = {}

    def take(name: str, read: Any) -> None:
        try:
            kept[name] = read()
        except (TypeError, ValueError) as error:
            errors[name] = str(error)

    take("preset", lambda: read_key(values, "preset", WORDS["preset"], list(presets())))
    take("worlds", lambda: read_count(values, "worlds", WORDS["worlds"], 1, MOST_WORLDS))
    take("rounds", lambda: read_count(values, "rounds", WORDS["rounds"], 1, MOST_ROUNDS))
    axes = [axis for axis in ("x", "y") if axis == "x" or values.get(axis)]
    for axis in axes:
        _read_axis(axis, values, take)
    if "y" in axes and values.get("y") == values.get("x"):
        errors.setdefault("y", WORDS["same"])
    if errors:
        return None, errors
    cells = math.prod(len(kept[axis].values) for axis in axes)
    if cells * kept["worlds"] > MOST_WORLDS:
        given = cells * kept["worlds"]
        return None, {"worlds": WORDS["large"].format(most=MOST_WORLDS, given=given)}
    try:
        return Sweep(
            presets()[kept["preset"]].config,
            tuple(kept[axis] for axis in axes),
            worlds=kept["worlds"],
            rounds=kept["rounds"],
            every=every_of(kept["rounds"]),
        ), {}
    except (TypeError, ValueError) as error:
        return None, {"x": str(error)}


def every_of(rounds: int) -> int:
    """Return how many rounds are counted together: a quarter of the run."""
    return max(1, rounds // 4)


def _read_axis(axis: str, values: Mapping[str, Any], take: Any) -> None:
    name = values.get(axis)
    found: dict[str, float] = {}

    def end(which: str) -> float:
        found[which] = float(field_value(str(name), values.get(f"{axis}_{which}")))
        return found[which]

    def steps() -> int:
        label = WORDS["steps_label"]
        found["steps"] = read_count(values, f"{axis}_steps", label, 1, MOST_STEPS)
        return int(found["steps"])

    def whole() -> Axis:
        known = numeric_field(str(name))
        if not {"low", "high", "steps"} <= set(found):
            return Axis(str(name), (known.neutral,))
        low, high, count = found["low"], found["high"], int(found["steps"])
        if low > high or (low == high and count > 1):
            raise ValueError(WORDS["order"].format(label=known.label, low=low, high=high))
        even = [round(float(value), 12) for value in np.linspace(low, high, count)]
        if known.kind == "count":  # as many whole numbers as there are between the ends
            even = [float(value) for value in dict.fromkeys(round(value) for value in even)]
        return Axis(str(name), tuple(even))

    try:
        numeric_field(str(name))
    except ValueError:
        take(axis, lambda: numeric_field(str(name)))
        return
    take(f"{axis}_low", lambda: end("low"))
    take(f"{axis}_high", lambda: end("high"))
    take(f"{axis}_steps", steps)
    take(axis, whole)
