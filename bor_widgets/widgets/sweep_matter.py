"""MatterPart: which numbers of a world matter most, by a sample over all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.world_lab.influence_view import influence_view
from bor_widgets.charts.world_lab.ranges import ranges
from bor_widgets.charts.world_lab.words import told
from bor_widgets.simulation.batch import Runs
from bor_widgets.simulation.fields import numeric_field, numeric_fields
from bor_widgets.simulation.influence import SensitivityResult
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.results import Measured
from bor_widgets.simulation.sensitivity import NO_RULE, Sensitivity
from bor_widgets.widgets import lab_extra, lab_runs
from bor_widgets.widgets.lab_bar import LabBar
from bor_widgets.widgets.lab_form import LabForm, block, field, option, read_count, read_key
from bor_widgets.widgets.lab_part import LabPart
from bor_widgets.widgets.lab_work import Stop
from bor_widgets.widgets.sweep_form import (
    FIRST_MEASURE,
    MOST_ROUNDS,
    MOST_WORLDS,
    every_of,
    measure_options,
    number_options,
    preset_options,
    usual_ends,
)

WORDS = {
    "unit": "worlds",
    "scene": "Scene",
    "preset": "Worlds begin as",
    "how": "How it is asked",
    "method": "Method",
    "morris": "Morris: quick, ranks",
    "sobol": "Sobol: slow, shares",
    "samples": "paths, or size",
    "worlds": "worlds of each setting",
    "rounds": "rounds",
    "measure": "Measure",
    "numbers": "Numbers that may matter",
    "chosen": "Each moves over its whole range (for whole numbers, twice the usual value)",
    "add": "Add another number",
    "add_none": "choose one",
    "samples_note": "{settings:,} settings, {worlds:,} worlds in all",
    "two": "choose two numbers at least, so that they can be compared",
    "large": "this page runs at most {most:,} worlds; given were {given:,}",
}

METHODS = ("morris", "sobol")

#: size of the sample that goes with each method at first
SAMPLES = {"morris": 8, "sobol": 16}

#: numbers that are offered at once, and those of them that are chosen at first
OFFERED = (
    "strikes", "gravity_high", "forced", "tie", "reciprocity", "leadership_spread", "culture",
    "value_spread", "horizon", "punishment_means", "compromise_means", "decay", "mending",
    "retaliation", "imposition", "riser_growth", "hegemon_capability", "interdependence",
)  # fmt: skip
CHOSEN = ("strikes", "gravity_high", "forced", "tie", "reciprocity", "leadership_spread")

MOST_SAMPLES, MOST_EACH = 4_096, 1_000


class MatterPart(LabPart):
    """The part of the laboratory that asks which numbers matter most."""

    def __init__(self) -> None:
        self._asked: Sensitivity | None = None
        self._sample: Any = None
        self._runs: Runs | None = None
        self._filling = False
        values = {
            "preset": "neighbours-forced", "measure": FIRST_MEASURE, "method": METHODS[0],
            "samples": SAMPLES[METHODS[0]], "worlds": 6, "rounds": 40,
            "numbers": list(CHOSEN), "add": "",
        }  # fmt: skip
        form = LabForm(name="matter", blocks=_blocks(OFFERED), values=values)
        here = lab_extra.has("SALib")
        notes = lab_extra.missing("SALib", "numba")
        bar = LabBar("matter", WORDS["unit"], notes=notes, blocked=not here)
        super().__init__("matter", form, bar)
        self._offered = tuple(OFFERED)
        self._told_notes()
        form.observe(self._typed, "values")
        self.draw()
        self.children = [form, bar, self.board, self.fold]

    def _typed(self, change: Mapping[str, Any]) -> None:
        if self._filling:
            return
        new = dict(change["new"])
        added = new.get("add")
        self._filling = True
        try:
            with self.form.hold_sync():
                if added in numeric_fields() and added not in NO_RULE:
                    if added not in self._offered:
                        self._offered = (*self._offered, str(added))
                        self.form.blocks = _blocks(self._offered)
                    if added not in new["numbers"]:
                        new["numbers"] = [*new["numbers"], added]
                new["add"] = ""
                if new.get("method") != change["old"].get("method"):
                    new["samples"] = SAMPLES.get(str(new.get("method")), 8)
                self.form.values = new
                _, self.form.errors = self._read()
                self._told_notes()
        finally:
            self._filling = False
        if new.get("measure") != change["old"].get("measure"):
            self.draw()
        self.compare(*(name for name in new if name != "measure"))

    def _told_notes(self) -> None:
        asked, _ = self._read()
        preset = str(self.form.values.get("preset"))
        notes = {"preset": presets()[preset].meaning} if preset in presets() else {}
        if asked is not None:
            count = asked.settings
            notes["samples"] = WORDS["samples_note"].format(
                settings=count, worlds=count * asked.worlds
            )
        self.form.notes = notes

    def _read(self) -> tuple[Sensitivity | None, dict[str, str]]:
        """Read an analysis off the fields; or None, and what is wrong by field."""
        values, errors = self.form.values, {}
        kept: dict[str, Any] = {}
        readers: dict[str, Callable[[], Any]] = {
            "preset": lambda: read_key(values, "preset", WORDS["preset"], list(presets())),
            "method": lambda: read_key(values, "method", WORDS["method"], METHODS),
            "samples": lambda: read_count(values, "samples", WORDS["samples"], 2, MOST_SAMPLES),
            "worlds": lambda: read_count(values, "worlds", WORDS["worlds"], 1, MOST_EACH),
            "rounds": lambda: read_count(values, "rounds", WORDS["rounds"], 1, MOST_ROUNDS),
        }
        for name, read in readers.items():
            try:
                kept[name] = read()
            except ValueError as error:
                errors[name] = str(error)
        numbers = [name for name in values.get("numbers", ()) if name in self._known()]
        if len(numbers) < 2:
            errors["numbers"] = WORDS["two"]
        if errors:
            return None, errors
        config = presets()[kept["preset"]].config
        try:
            asked = Sensitivity(
                config,
                {name: usual_ends(name) for name in numbers},
                kept["method"],
                samples=kept["samples"],
                worlds=kept["worlds"],
                rounds=kept["rounds"],
                every=every_of(kept["rounds"]),
            )
        except (TypeError, ValueError) as error:
            return None, {"samples": str(error)}
        given = asked.settings * asked.worlds
        if given > MOST_WORLDS:
            return None, {"samples": WORDS["large"].format(most=MOST_WORLDS, given=given)}
        return asked, {}

    def _known(self) -> set[str]:
        return set(numeric_fields()) - set(NO_RULE)

    def start(self) -> None:
        """Run what is set, from the beginning."""
        asked, self.form.errors = self._read()
        if asked is None or self.work.running:
            return
        self._asked, self._runs, self._sample = asked, None, None
        self.bar.clear()
        self.resume()

    def resume(self) -> None:
        """Go on with what was stopped."""
        asked = self._asked
        if asked is None:
            return

        def job(stop: Stop) -> None:
            # the sample is drawn beside the page, too: its package takes a while to come
            if self._runs is None:
                plan = asked.plan()
                self._sample = asked.sample
                path = lab_runs.path_for(lab_runs.work_of(plan))
                self._runs = lab_runs.empty_runs(asked.plan(path))
            lab_runs.go_on(self._runs, stop, self.told)

        self.go(job, lambda: self._runs is not None and self._runs.complete)

    @property
    def result(self) -> SensitivityResult | None:
        """What there is so far."""
        if self._asked is None or self._runs is None:
            return None
        return SensitivityResult(self._asked, self._sample, Measured.of(self._runs))

    def draw(self) -> None:
        """Show the bars; before all is run, what there is to wait for."""
        measure = self.form.values.get("measure")
        result = self.result
        if measure not in measures():
            return
        if result is None:
            self.put_up(_empty(told("influence", "waiting")))
        elif not result.complete:
            done = result.measured.done
            count = {"done": f"{int(done.sum()):,}", "total": f"{done.size:,}"}
            self.put_up(_empty(told("influence", "running", **count)))
        else:
            try:
                self.put_up(influence_view(result, str(measure)))
            except ValueError as error:  # some setting had nothing to measure
                self.put_up(_empty(str(error)))


def _empty(title: str) -> Drawing:
    return ranges("influence", title, (), axis="", foot="", bars=True)


def _blocks(offered: Sequence[str]) -> list[dict[str, Any]]:
    numbers = [
        option(name, numeric_field(name).label, note=numeric_field(name).meaning)
        for name in offered
    ]
    methods = [option(name, WORDS[name]) for name in METHODS]
    every = [option("", WORDS["add_none"]), *number_options()]
    scene = [
        field("preset", "select", WORDS["preset"], options=preset_options()),
        field("measure", "select", WORDS["measure"], options=measure_options()),
    ]
    how = [
        field("method", "segments", WORDS["method"], options=methods),
        field("samples", "number", WORDS["samples"], size="small"),
        field("worlds", "number", WORDS["worlds"], size="small"),
        field("rounds", "number", WORDS["rounds"], size="small"),
    ]
    chosen = [
        field("numbers", "checks", WORDS["chosen"], options=numbers),
        field("add", "select", WORDS["add"], options=every, size="half"),
    ]
    return [
        block("scene", WORDS["scene"], scene),
        block("how", WORDS["how"], how),
        {**block("numbers", WORDS["numbers"], chosen), "wide": "whole"},
    ]
