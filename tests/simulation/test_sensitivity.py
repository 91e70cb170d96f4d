"""Sensitivity: on measures whose answer is known, and as careful as a sweep."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation import WorldConfig
from bor_widgets.simulation.fields import numeric_field
from bor_widgets.simulation.influence import SensitivityResult
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.results import Measured
from bor_widgets.simulation.sensitivity import Sensitivity

pytest.importorskip("SALib")

SMALL = WorldConfig(states=4, neighbours=1)
RANGES = {"strikes": None, "growth": (0.0, 0.01), "horizon": (1, 20), "pace.strain": None}


def with_values(asked: Sensitivity, of: Any) -> SensitivityResult:
    """An analysis whose only measure is a function of the sample, in units of its ranges."""
    bounds = np.array(asked.problem["bounds"])
    unit = (asked.sample - bounds[:, 0]) / (bounds[:, 1] - bounds[:, 0])
    values = np.repeat(of(unit)[:, None, None, None], asked.worlds, axis=1)
    done = np.ones(values.shape[:2], bool)
    return SensitivityResult(
        asked, asked.sample, Measured((asked.rounds,), ("harmony",), values, done, "arrays")
    )


def linear(unit: Any) -> Any:
    """A measure to which the first number does twice as much as the second, the third nothing."""
    return 4.0 * unit[:, 0] + 2.0 * unit[:, 1] + 0.0 * unit[:, 2]


THREE = {"strikes": None, "tie": (0.2, 0.6), "wear": None}


def test_sobols_indices_of_a_sum_are_its_shares_of_variance() -> None:
    # the variance of a x is a² / 12: 16, 4 and 0 parts of 20; nothing is done together
    asked = Sensitivity(SMALL, THREE, "sobol", samples=1024, worlds=2)
    found = {each.field: each for each in with_values(asked, linear).influences("harmony")}
    assert list(found) == ["strikes", "tie", "wear"]
    for name, share in (("strikes", 0.8), ("tie", 0.2), ("wear", 0.0)):
        for index in ("S1", "ST"):
            value, reach = found[name].values[index], found[name].reach[index]
            assert value == pytest.approx(share, abs=0.03)
            assert 0.0 <= reach < 0.2


def test_what_two_do_together_shows_only_in_the_second_index() -> None:
    # (x - 1/2)(y - 1/2): alone neither does anything, together they do all
    asked = Sensitivity(SMALL, THREE, "sobol", samples=2048, worlds=2)
    found = with_values(asked, lambda unit: (unit[:, 0] - 0.5) * (unit[:, 1] - 0.5))
    for each in found.influences("harmony")[:2]:
        assert each.field in ("strikes", "tie")
        assert each.values["S1"] == pytest.approx(0.0, abs=0.05)
        assert each.values["ST"] == pytest.approx(1.0, abs=0.1)


def test_morris_effects_of_a_sum_are_its_factors() -> None:
    asked = Sensitivity(SMALL, THREE, "morris", samples=10, worlds=2)
    found = {each.field: each for each in with_values(asked, linear).influences("harmony")}
    assert list(found) == ["strikes", "tie", "wear"]
    for name, effect in (("strikes", 4.0), ("tie", 2.0), ("wear", 0.0)):
        assert found[name].values["mu_star"] == pytest.approx(effect)
        assert found[name].values["sigma"] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("method", ["sobol", "morris"])
def test_what_moves_nothing_has_no_influence(method: str) -> None:
    asked = Sensitivity(SMALL, THREE, method, samples=4, worlds=2)
    for each in with_values(asked, lambda unit: 0.25 + 0.0 * unit[:, 0]).influences("harmony"):
        assert set(each.values.values()) == {0.0}


@pytest.mark.parametrize(("method", "count"), [("sobol", 8 * 6), ("morris", 8 * 5)])
def test_a_sample_keeps_to_its_ranges(method: str, count: int) -> None:
    asked = Sensitivity(SMALL, RANGES, method, samples=8, worlds=1)
    points = asked.points(asked.sample)
    assert len(points) == asked.settings == count
    for name, ends in RANGES.items():
        low, high = ends or (numeric_field(name).low, numeric_field(name).high)
        values = [point[name] for point in points]
        assert low <= min(values) < max(values) <= high
    assert all(isinstance(point["horizon"], int) for point in points)


def test_each_whole_number_is_drawn_alike() -> None:
    asked = Sensitivity(SMALL, {"areas": (2, 4), "tie": None}, "sobol", samples=1024, worlds=1)
    drawn = [point["areas"] for point in asked.points(asked.sample)]
    for value in (2, 3, 4):
        assert drawn.count(value) / len(drawn) == pytest.approx(1 / 3, abs=0.02)


@pytest.mark.parametrize("method", ["sobol", "morris"])
def test_stopped_resumed_saved_and_read_it_is_the_same(method: str, tmp_path: Path) -> None:
    asked = Sensitivity(SMALL, RANGES, method, samples=4, worlds=3, rounds=6, every=3)
    whole = asked.run(path="arrays")
    assert whole.complete
    stop = Event()

    def tell(progress: Progress) -> None:
        if progress.done >= 15:
            stop.set()

    part = asked.run(path="arrays", checkpoint=tmp_path / "x", on_progress=tell, stop=stop)
    assert not part.complete
    with pytest.raises(ValueError, match=r"of .* worlds were run, and the analysis takes all"):
        part.influences("harmony")
    assert SensitivityResult.load(part.save(tmp_path / "p.parquet")).same_as(part)

    last = asked.run(checkpoint=tmp_path / "x")
    assert last.same_as(whole)
    again = SensitivityResult.load(last.save(tmp_path / "w.parquet"))
    assert again.same_as(whole)
    assert again.influences("harmony") == whole.influences("harmony")


def test_what_could_not_be_measured_everywhere_is_not_analysed() -> None:
    # without value-spreaders there is no enforcement to measure
    config = SMALL.with_(values=0.0, assigned=("power",) * 4)
    result = Sensitivity(config, THREE, "morris", samples=2, worlds=2, rounds=2).run(path="arrays")
    with pytest.raises(ValueError, match="enforcement had nothing to measure in 8 of 8 settings"):
        result.influences("enforcement")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"ranges": {"tie": None}}, "a sensitivity analysis takes two numbers at least"),
        (
            {"ranges": {"tie": None, "tiy": None}},
            "'tiy' is no number of a world; did you mean tie?",
        ),
        ({"ranges": {"tie": None, "wear": (0, 2)}}, "wear takes a number from 0 to 1; given was 2"),
        ({"ranges": {"tie": None, "wear": (1, 0)}}, "the range of wear takes a low end"),
        ({"ranges": {"tie": None, "wear": (1,)}}, "the range of wear takes a low end"),
        ({"ranges": {"tie": None, "seed": None}}, "seed decides no rule"),
        ({"ranges": {"tie": None, "riser": None}}, "riser takes "),
        ({"samples": 12}, "samples takes a power of two for Sobol's indices, such as 16"),
        ({"samples": 1}, "samples takes a whole number from 2"),
        ({"method": "guess"}, "method takes one of sobol, morris; given was 'guess'"),
        ({"worlds": 0}, "worlds takes a whole number from 1"),
        ({"samples": 65536, "worlds": 20}, "the analysis takes at most 1,000,000 worlds"),
    ],
)
def test_what_cannot_be_analysed_is_told_before_anything_runs(
    changes: dict[str, Any], told: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as refused:
        Sensitivity(**{"config": SMALL, "ranges": THREE, "samples": 16, **changes})
    assert str(refused.value).startswith(told)


def test_ranges_that_do_not_fit_together_are_told_before_anything_runs() -> None:
    asked = Sensitivity(SMALL, {"gravity_low": None, "gravity_high": None}, samples=16)
    with pytest.raises(ValueError, match="gravity_low takes at most gravity_high"):
        asked.plan()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "SALib.sample.sobol", None)
    with pytest.raises(ModuleNotFoundError, match="SALib is not installed: `make worlds`"):
        Sensitivity(SMALL, THREE).plan()
