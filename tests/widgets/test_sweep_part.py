"""The sweep and what matters most, without a browser: forms, runs, stopping and going on."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.sweep import Sweep, SweepResult
from bor_widgets.widgets import lab_extra, lab_runs, sweep_form
from bor_widgets.widgets.lab_bar import LabBar
from bor_widgets.widgets.lab_board import LabBoard
from bor_widgets.widgets.lab_form import LabForm
from bor_widgets.widgets.lab_page import WorldsLab
from bor_widgets.widgets.sweep_matter import MatterPart
from bor_widgets.widgets.sweep_part import SweepPart
from bor_widgets.widgets.tournament_code import TournamentCode
from bor_widgets.widgets.tournament_table import TournamentTable

#: a sweep of moments
SMALL: dict[str, Any] = {
    "preset": "three-partners", "x": "strikes", "x_low": 0.1, "x_high": 0.4, "x_steps": 3,
    "y": "imposition", "y_low": 0.0, "y_high": 1.0, "y_steps": 2, "worlds": 40, "rounds": 8,
}  # fmt: skip


@pytest.fixture
def part() -> SweepPart:
    """A sweep that is set and not yet run."""
    made = SweepPart()
    made.form.values = dict(SMALL)
    made.look.put(measure="conflict")
    # whatever was typed, changing a number sets its ends: they are put back
    made.form.put(**SMALL)
    return made


def the_same_at_once() -> SweepResult:
    axes = (Axis("strikes", (0.1, 0.25, 0.4)), Axis("imposition", (0.0, 1.0)))
    return Sweep(presets()["three-partners"].config, axes, 40, 8, 2).run(path="arrays")


def test_the_first_sweep_is_ready_to_be_started() -> None:
    sweep, errors = sweep_form.read_sweep(sweep_form.FIRST)
    assert errors == {}
    assert sweep is not None
    assert len(sweep.points) * sweep.worlds == 500


def test_a_run_gives_what_the_simulation_gives(part: SweepPart) -> None:
    part.bar.tell({"kind": "start"})
    assert part.form.locked
    assert part.work.wait(60)
    assert part.bar.state == "done"
    assert not part.form.locked
    assert part.result is not None
    assert part.result.same_as(the_same_at_once())


def test_what_was_stopped_goes_on_with_the_same_result(
    part: SweepPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def stop_soon(progress: Any) -> None:
        seen.append(progress.done)
        if 0 < progress.done < progress.total:
            part.work.cancel()

    monkeypatch.setattr(part, "told", stop_soon)
    part.start()
    assert part.work.wait(60)
    assert part.result is not None
    done = int(part.result.measured.done.sum())
    assert 0 < done < 240
    before = part.result.measured.values.copy()
    monkeypatch.setattr(part, "told", lambda _: None)
    part.resume()
    assert part.work.wait(60)
    assert part.result.complete
    assert part.result.same_as(the_same_at_once())
    kept = part.result.measured.done
    assert kept.sum() == 240
    # what was finished before stayed what it was
    there = before == before
    assert (part.result.measured.values[there] == before[there]).all()


def test_buttons_that_are_not_there_do_nothing(part: SweepPart) -> None:
    for kind in ("cancel", "resume", "save", "nonsense"):
        part.bar.tell({"kind": kind})
    assert part.bar.state == "idle"
    assert part.result is None


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("worlds", 0, "1 to 50,000"),
        ("worlds", "many", "'many'"),
        ("rounds", 2.5, "2.5"),
        ("x_high", 2.0, "strikes takes"),
        ("x_high", "<b>", "strikes takes"),
        ("x_steps", 99, "1 to 12"),
        ("preset", "atlantis", "atlantis"),
        ("y", "strikes", "another number"),
        ("x", "hope", "hope"),
        ("worlds", 50_000, "300,000"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_runs(
    field: str, value: Any, named: str
) -> None:
    sweep, errors = sweep_form.read_sweep({**SMALL, field: value})
    assert sweep is None
    assert named in errors[field]


def test_ends_the_wrong_way_round_and_numbers_that_do_not_fit() -> None:
    _, errors = sweep_form.read_sweep({**SMALL, "x_low": 0.4, "x_high": 0.1})
    assert "low end below its high end" in errors["x"]
    _, errors = sweep_form.read_sweep({**SMALL, "y": "states", "y_low": 3, "y_high": 9})
    assert "states" in errors["x"]  # this scene assigns a doctrine to each of four


def test_whole_numbers_stay_whole_however_many_steps_are_asked_for() -> None:
    sweep, _ = sweep_form.read_sweep(
        {**SMALL, "x": "horizon", "x_low": 1, "x_high": 4, "x_steps": 12}
    )
    assert sweep is not None
    assert sweep.x.values == (1, 2, 3, 4)


def test_one_number_is_enough() -> None:
    sweep, errors = sweep_form.read_sweep({**SMALL, "y": ""})
    assert errors == {}
    assert sweep is not None
    assert sweep.y is None


def test_another_number_brings_its_meaning_and_its_range(part: SweepPart) -> None:
    part.form.put(x="forced")
    assert (part.form.values["x_low"], part.form.values["x_high"]) == (0.0, 1.0)
    assert "take sides" in part.form.notes["x"]
    assert "From 0 to 1" in part.form.notes["x"]


def test_every_number_that_is_offered_can_be_read_with_its_usual_ends() -> None:
    for each in sweep_form.number_options():
        low, high = sweep_form.usual_ends(each["key"])
        assert low < high, each
        assert sweep_form.number_note(each["key"])


def test_the_measure_is_changed_without_a_new_run(part: SweepPart) -> None:
    part.start()
    assert part.work.wait(60)
    result = part.result
    for name in ("harmony", "conflict"):
        part.look.put(measure=name)
        part.look.put(view="sure")
        part.look.put(view="mean")
    assert part.result is not None
    assert result is not None
    assert part.result.same_as(result)
    part.look.put(measure="hope")  # an old tab may say anything
    assert part.drawings[0].data["axis"] == "Conflict"


def test_a_picture_of_older_numbers_says_so(part: SweepPart) -> None:
    part.start()
    assert part.work.wait(60)
    part.form.put(worlds=50)
    assert "set before" in part.bar.told


def test_the_file_holds_the_whole_run(part: SweepPart, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    sent: list[tuple[Any, Any]] = []
    part.bar.send = lambda content, buffers=None: sent.append((content, buffers))
    part.start()
    assert part.work.wait(60)
    assert part.bar.can_save
    part.bar.tell({"kind": "save"})
    file = tmp_path / sent[-1][0]["name"]
    file.write_bytes(sent[-1][1][0])
    assert part.result is not None
    assert SweepResult.load(file).same_as(part.result)


def test_without_the_extra_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_extra, "find_spec", lambda _: None)
    sweep, matter = SweepPart(), MatterPart()
    assert all("make worlds" in note for note in (*sweep.bar.notes, *matter.bar.notes))
    assert (len(sweep.bar.notes), len(matter.bar.notes)) == (2, 2)
    matter.bar.tell({"kind": "start"})
    assert matter.bar.state == "idle"
    sweep.form.values = dict(SMALL)
    sweep.start()
    assert sweep.work.wait(60)
    assert sweep.bar.state == "done"
    assert not sweep.bar.can_save


def test_small_runs_do_not_wait_for_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_runs, "_ready", set())
    assert lab_runs.path_for(1.0) == "arrays"
    monkeypatch.setattr(lab_runs, "quickest_path", lambda: "arrays")
    assert lab_runs.path_for(1e12) == "arrays"
    monkeypatch.setattr(lab_runs, "quickest_path", lambda: "compiled")
    assert lab_runs.path_for(1e12) == "compiled"


def test_a_run_that_breaks_off_is_told_and_the_page_stays(
    part: SweepPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("out of paper")

    with monkeypatch.context() as patched:
        patched.setattr(lab_runs, "go_on", broken)
        part.start()
        assert part.work.wait(60)
    assert "out of paper" in part.bar.problem
    part.start()
    assert part.work.wait(60)
    assert part.bar.state == "done"
    assert part.bar.problem == ""


def test_a_run_that_was_stopped_at_once_has_nothing_and_goes_on() -> None:
    sweep, _ = sweep_form.read_sweep(SMALL)
    assert sweep is not None
    runs = lab_runs.empty_runs(sweep.plan("arrays"))
    stop = Event()
    stop.set()
    lab_runs.go_on(runs, stop, lambda _: None)
    assert not runs.done.any()
    lab_runs.go_on(runs, Event(), lambda _: None)
    assert runs.complete


@pytest.mark.parametrize(
    "name",
    ["lab_form", "lab_bar", "lab_heat", "lab_ranges", "tournament_table", "tournament_code"],
)
def test_scripts_make_no_markup_and_hold_no_sentence(name: str) -> None:
    script = (files("bor_widgets.widgets") / "static" / f"{name}.js").read_text(encoding="utf-8")
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
    )
    assert [word for word in forbidden if word in script] == []
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", script, flags=re.DOTALL)
    literals = re.findall(r"\"([^\"\n]*)\"", code)
    assert [text for text in literals if re.match(r"[A-Z][a-z]+ [a-z]+", text)] == []


@pytest.mark.parametrize(
    "widget", [LabForm, LabBar, LabBoard, TournamentTable, TournamentCode], ids=lambda w: w.__name__
)
def test_every_variable_of_a_style_is_one_of_the_theme(widget: Any) -> None:
    made = widget("a", "b") if widget is LabBar else None
    if made is None:
        made = widget(lambda _: None) if widget.__name__.startswith("Tourn") else widget()
    style = str(made._css)
    used = set(re.findall(r"var\((--bor-[\w-]+)\)", style))
    assert used - set(re.findall(r"(--bor-[\w-]+):", style)) == set()


def test_only_the_first_part_is_made_at_once() -> None:
    lab = WorldsLab()
    assert [fold.opened for fold in lab.folds.values()] == [True, False, False]
    assert isinstance(lab.part("matter"), MatterPart)
