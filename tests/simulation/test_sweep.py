"""Sweeps: cells are what they say, and a run that was stopped ends as one that was not."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.engine import quickest_path
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.replicate import replicate
from bor_widgets.simulation.summary import mean_interval
from bor_widgets.simulation.sweep import Sweep, SweepResult
from bor_widgets.theory.calibration import NEUTRAL

SMALL = WorldConfig(states=4, neighbours=1, strikes=0.5)


def two_by_three(**changes: Any) -> Sweep:
    """Six cells of a few worlds."""
    axes = {"gap_weight": (0.0, 0.5, 1.0), "calibration.sensitivity": (0.0, 1.0)}
    numbers = {"worlds": 5, "rounds": 6, "every": 3, **changes}
    return Sweep.over(SMALL, axes, **numbers)


def test_each_cell_is_the_replications_of_its_configuration() -> None:
    sweep = two_by_three()
    result = sweep.run(path="arrays", threads=2)
    assert result.complete
    for cell, point in enumerate(sweep.points):
        config = SMALL.with_(
            gap_weight=point["gap_weight"],
            calibration=NEUTRAL.with_(sensitivity=point["calibration.sensitivity"]),
        )
        alone = replicate(config, 5, 6, 3, "arrays")
        assert result.measured.values[cell].tobytes() == alone.values.tobytes()


def test_the_map_has_x_across_and_y_down() -> None:
    result = two_by_three().run(path="arrays")
    grid = result.grid("harmony")
    assert grid.x.values == (0.0, 0.5, 1.0)
    assert grid.y is not None
    assert grid.y.values == (0.0, 1.0)
    for name in ("mean", "low", "high", "n"):
        assert getattr(grid, name).shape == (2, 3)
    for row, sensitivity in enumerate(grid.y.values):
        for column, weight in enumerate(grid.x.values):
            point = {"gap_weight": weight, "calibration.sensitivity": sensitivity}
            cell = result.sweep.points.index(point)
            place = result.measured.names.index("harmony")
            expected = mean_interval(result.measured.values[cell, :, -1, place])
            assert grid.mean[row, column] == pytest.approx(expected.mean)
            assert grid.low[row, column] == pytest.approx(expected.low)
            assert grid.high[row, column] == pytest.approx(expected.high)
            assert grid.n[row, column] == 5


def test_one_number_alone_makes_one_row() -> None:
    result = Sweep(SMALL, (Axis("strikes", (0.1, 0.4)),), 4, 4, 2).run(path="arrays")
    grid = result.grid("harmony", after=2)
    assert (grid.y, grid.mean.shape) == (None, (1, 2))
    shares = result.grid("harmony", above=0.0)
    assert ((shares.mean >= 0.0) & (shares.mean <= 1.0)).all()
    assert (shares.low <= shares.mean).all()


def test_the_number_of_states_can_be_swept() -> None:
    result = Sweep.over(SMALL, {"states": (3, 6)}, worlds=3, rounds=4).run(path="arrays")
    assert [config.states for config in result.sweep.configs()] == [3, 6]
    assert not np.isnan(result.measured.at("harmony")).any()


def test_a_measure_or_a_time_that_there_is_not_is_refused() -> None:
    result = two_by_three(worlds=1).run(path="arrays")
    with pytest.raises(ValueError, match="measure takes one of"):
        result.grid("peace")
    with pytest.raises(ValueError, match="round takes one of 3, 6; given was 4"):
        result.grid("harmony", after=4)


@pytest.mark.parametrize(
    ("axes", "told"),
    [
        ({"strikes": (0.0, 1.5)}, "strikes takes a number from 0 to 1; given was 1.5"),
        ({"strokes": (0.0, 1.0)}, "'strokes' is no number of a world; did you mean strikes?"),
        ({}, "a sweep takes one or two numbers to vary; given were 0"),
        ({"tie": (0,), "decay": (0,), "wear": (0,)}, "a sweep takes one or two numbers"),
        ({"gravity_low": (0.0, 0.9)}, "gravity_low 0.9: gravity_low takes at most gravity_high"),
        ({"states": (2, 3)}, "states 2: hegemon takes three states at least"),
        ({"pace.rested": (0.7,)}, "pace.rested 0.7: rested must be below tiring"),
        ({"calibration.cut_direct": (0.3,)}, "calibration.cut_direct "),
    ],
)
def test_what_cannot_be_swept_is_told_before_anything_runs(
    axes: dict[str, Any], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bor_widgets.simulation.piece.play", None)
    with pytest.raises((TypeError, ValueError)) as refused:
        Sweep.over(WorldConfig(), axes)
    assert str(refused.value).startswith(told)
    assert len(str(refused.value).splitlines()) == 1


def test_more_than_a_million_worlds_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 1,000,000 worlds; given were 1,100,000"):
        Sweep(SMALL, (Axis.evenly("tie", 0, 1, 11),), 100_000)


def test_a_sweep_is_what_its_plain_data_say() -> None:
    sweep = two_by_three()
    assert Sweep.from_plain(sweep.to_plain()) == sweep
    whole = sweep.to_plain()
    others: list[Any] = [None, [], {}, {**whole, "more": 1}, {**whole, "axes": 3}]
    for plain in others:
        with pytest.raises(ValueError, match="a sweep takes config, axes"):
            Sweep.from_plain(plain)


def stopped_at(sweep: Sweep, done: int, checkpoint: Path, **how: Any) -> SweepResult:
    """Run a sweep until so many worlds are finished, and stop it then."""
    stop = Event()

    def tell(progress: Progress) -> None:
        if progress.done >= done:
            stop.set()

    return sweep.run(checkpoint=checkpoint, on_progress=tell, stop=stop, **how)


def test_ten_thousand_worlds_stopped_and_resumed_are_those_never_stopped(tmp_path: Path) -> None:
    axes = (Axis.evenly("gap_weight", 0, 1, 10), Axis.evenly("strikes", 0.1, 1, 10))
    sweep = Sweep(WorldConfig(states=3, neighbours=1), axes, worlds=100, rounds=4, every=2)
    part = tmp_path / "sweep.part"
    path = quickest_path()
    whole = sweep.run(path=path, threads=2)
    assert whole.measured.done.size == 10_000

    first = stopped_at(sweep, 2_500, part, path=path, threads=2)
    assert 2_500 <= first.measured.done.sum() < 10_000
    second = stopped_at(sweep, 6_000, part, path=path, threads=1)
    assert first.measured.done.sum() < second.measured.done.sum() < 10_000
    seen: list[Progress] = []
    last = sweep.run(checkpoint=part, threads=2, on_progress=seen.append)
    # it went on where it stood, in parts of other sizes, and by the path with which it began
    assert seen[0].done == second.measured.done.sum()
    assert last.measured.path == path
    assert last.same_as(whole)
    assert not first.same_as(whole)


def test_what_was_done_before_a_stop_is_in_the_partial_result(tmp_path: Path) -> None:
    sweep = two_by_three(worlds=40)
    whole = sweep.run(path="arrays")
    part = stopped_at(sweep, 60, tmp_path / "x", path="arrays", threads=1)
    done = part.measured.done
    assert 60 <= done.sum() < done.size
    assert part.measured.values[done].tobytes() == whole.measured.values[done].tobytes()
    assert np.isnan(part.measured.values[~done]).all()
    assert (part.grid("harmony").n.ravel() == done.sum(axis=1)).all()


def test_a_program_that_ends_in_the_middle_of_a_record_loses_only_that(tmp_path: Path) -> None:
    sweep = two_by_three(worlds=40)
    whole = sweep.run(path="arrays")
    file = tmp_path / "x"
    stopped_at(sweep, 100, file, path="arrays", threads=1)
    data = file.read_bytes()
    for lost in (1, 17, 300, 2_000):
        file.write_bytes(data[:-lost])
        assert sweep.run(checkpoint=file).same_as(whole)


def test_a_run_that_is_over_is_not_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep = two_by_three()
    whole = sweep.run(path="arrays", checkpoint=tmp_path / "x")
    monkeypatch.setattr("bor_widgets.simulation.batch.play", None)
    assert sweep.run(path="arrays", checkpoint=tmp_path / "x").same_as(whole)


def test_a_stop_takes_effect_within_a_world(tmp_path: Path) -> None:
    # one world that would take many minutes: it is given up in the middle
    long = {"worlds": 1, "rounds": 100_000, "every": 100_000}
    sweep = Sweep.over(WorldConfig(states=60), {"tie": (0.5,)}, **long)
    stop = Event()

    def tell(progress: Progress) -> None:
        del progress
        stop.set()

    result = sweep.run(path="arrays", on_progress=tell, stop=stop, checkpoint=tmp_path / "x")
    assert not result.measured.done.any()
    assert not (tmp_path / "x").exists()  # a checkpoint that holds nothing is not left behind
