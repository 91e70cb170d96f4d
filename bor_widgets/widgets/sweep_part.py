"""SweepPart: one or two numbers of a world varied, and what comes of it as a map."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bor_widgets.charts.world_lab.sweep_view import VIEWS, sweep_view
from bor_widgets.simulation.batch import Runs
from bor_widgets.simulation.fields import numeric_fields
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.results import Measured
from bor_widgets.simulation.sweep import Sweep, SweepResult
from bor_widgets.widgets import lab_extra, lab_runs, sweep_form
from bor_widgets.widgets.boxes import box
from bor_widgets.widgets.lab_bar import LabBar
from bor_widgets.widgets.lab_form import LabForm
from bor_widgets.widgets.lab_part import LabPart

WORDS = {"unit": "worlds", "file": "sweep.parquet"}


class SweepPart(LabPart):
    """The part of the laboratory that sweeps.

    Attributes
    ----------
    look
        What is shown of the run.
    """

    def __init__(self) -> None:
        self._sweep: Sweep | None = None
        self._runs: Runs | None = None
        self._filling = False
        values = dict(sweep_form.FIRST)
        form = LabForm(
            name="sweep",
            blocks=sweep_form.sweep_blocks(),
            values=values,
            notes=sweep_form.sweep_notes(values),
        )
        self.look = LabForm(
            name="look",
            blocks=sweep_form.look_blocks(),
            values={"measure": sweep_form.FIRST_MEASURE, "view": VIEWS[0]},
        )
        notes = lab_extra.missing("numba", "pyarrow")
        bar = LabBar("sweep", WORDS["unit"], notes=notes)
        super().__init__("sweep", form, bar, main=True)
        form.observe(self._typed, "values")
        self.look.observe(lambda _: self.draw(), "values")
        bar.hear("save", lambda _: self._save())
        self.draw()
        got = box("bor-lab-got", [bar, self.look, self.board])
        self.children = [box("bor-lab-both", [form, got]), self.fold]

    @property
    def result(self) -> SweepResult | None:
        """What there is so far."""
        if self._sweep is None or self._runs is None:
            return None
        return SweepResult(self._sweep, Measured.of(self._runs))

    def _typed(self, change: Mapping[str, Any]) -> None:
        if self._filling:
            return
        old, new = change["old"], dict(change["new"])
        for axis in ("x", "y"):
            name = new.get(axis)
            if name != old.get(axis) and name in numeric_fields():
                new[f"{axis}_low"], new[f"{axis}_high"] = sweep_form.usual_ends(str(name))
        self._filling = True
        try:
            _, errors = sweep_form.read_sweep(new)
            with self.form.hold_sync():
                self.form.values = new
                self.form.notes = sweep_form.sweep_notes(new)
                self.form.errors = errors
        finally:
            self._filling = False
        self.compare(*new)

    def start(self) -> None:
        """Run what is set, from the beginning."""
        sweep, errors = sweep_form.read_sweep(self.form.values)
        self.form.errors = errors
        if sweep is None or self.work.running:
            return
        self._sweep = sweep
        path = lab_runs.path_for(lab_runs.work_of(sweep.plan()))
        self._runs = lab_runs.empty_runs(sweep.plan(path))
        self.bar.clear()
        self.resume()

    def resume(self) -> None:
        """Go on with what was stopped."""
        runs = self._runs
        if runs is not None:
            self.go(lambda stop: lab_runs.go_on(runs, stop, self.told), lambda: runs.complete)

    def ended(self, failed: BaseException | None) -> None:
        """Offer what there is as a file."""
        runs = self._runs
        self.bar.can_save = runs is not None and bool(runs.done.any()) and lab_extra.has("pyarrow")

    def draw(self) -> None:
        """Show the map, as far as it was run."""
        measure, view = self.look.values.get("measure"), self.look.values.get("view")
        if measure not in measures() or view not in VIEWS:
            return  # an old tab may say anything
        result = self.result
        if result is None:
            sweep, _ = sweep_form.read_sweep(self.form.values)
            if sweep is None:
                return
            result = SweepResult(sweep, Measured.of(lab_runs.empty_runs(sweep.plan("arrays"))))
        self.put_up(sweep_view(result, str(measure), str(view)))

    def _save(self) -> None:
        result = self.result
        if result is None or self.work.running:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = result.save(Path(folder) / WORDS["file"])
            self.bar.send({"kind": "file", "name": WORDS["file"]}, [path.read_bytes()])
