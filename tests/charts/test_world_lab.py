"""What the laboratory says of maps, influences and rankings: expectations from made-up numbers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from bor_widgets.charts.theme import STROKES
from bor_widgets.charts.world_lab.figures import lab_figure
from bor_widgets.charts.world_lab.finding import any_apart, finding, ways
from bor_widgets.charts.world_lab.heat import mixed
from bor_widgets.charts.world_lab.influence_view import influence_drawing, influence_title
from bor_widgets.charts.world_lab.ranges import Range, ranges, scale_of
from bor_widgets.charts.world_lab.sweep_view import sweep_view, width_class
from bor_widgets.charts.world_lab.words import listed, number
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.influence import Influence
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.results import Grid, Measured
from bor_widgets.simulation.sweep import Sweep, SweepResult

FORCED, STRIKES = "Neighbours that must choose", "Strikes"


def grid(means: Any, reach: Any = 0.01, n: int = 20) -> Grid:
    """A map of made-up means with intervals of one reach."""
    mean = np.asarray(means, float)
    rows, columns = mean.shape
    x = Axis.evenly("forced", 0.0, 1.0, columns)
    y = Axis.evenly("strikes", 0.0, 0.1, rows) if rows > 1 else None
    worlds = np.where(np.isnan(mean), 0, n)
    return Grid(x, y, mean, mean - reach, mean + reach, worlds)


def test_a_rise_in_every_row_is_told_whatever_the_rows() -> None:
    told = finding(grid([[0.1, 0.3, 0.5], [0.14, 0.3, 0.52]]), "containment")
    assert f"rises with “{FORCED}”, whatever “{STRIKES}”: 0.12 to 0.51" in told


def test_a_fall_is_told_as_a_fall() -> None:
    told = finding(grid([[0.5, 0.3, 0.1], [0.52, 0.3, 0.14]]), "containment")
    assert f"falls with “{FORCED}”" in told


def test_a_rise_along_the_columns_only() -> None:
    told = finding(grid([[0.1, 0.1], [0.5, 0.5]]), "containment")
    assert f"rises with “{STRIKES}”, whatever “{FORCED}”: 0.10 to 0.50" in told


def test_both_ways_are_told() -> None:
    told = finding(grid([[0.1, 0.5], [0.0, 0.4]]), "containment")
    assert f"rises with “{FORCED}” and falls with “{STRIKES}”" in told


def test_overlapping_intervals_tell_nothing() -> None:
    told = finding(grid([[0.1, 0.12], [0.11, 0.1]], reach=0.05), "containment")
    assert "can be told from chance" in told
    assert "rises" not in told


def test_ends_that_just_meet_are_not_apart() -> None:
    assert ways(grid([[0.1, 0.3]], reach=0.1), 1).way == ""
    assert ways(grid([[0.1, 0.301]], reach=0.1), 1).way == "rises"


def test_a_rise_in_some_rows_depends_on_the_rows() -> None:
    told = finding(grid([[0.1, 0.1], [0.1, 0.5], [0.1, 0.1]], reach=0.02), "containment")
    assert "at 1 of 3 values" in told
    turned = finding(grid([[0.1, 0.5], [0.5, 0.1]], reach=0.02), "containment")
    assert "rises at 1 of 2 values and falls at 1" in turned


def test_a_hump_is_no_rise() -> None:
    told = finding(grid([[0.1, 0.9, 0.1]], reach=0.02), "containment")
    assert "not clearly above or below" in told


def test_many_pairs_are_looked_at_together() -> None:
    """A gap that would do for two cells does not for a hundred."""
    two = grid([[0.0, 0.145]], reach=0.1)
    assert any_apart(two)
    many = np.zeros((10, 10))
    many[4, 4] = 0.145
    assert not any_apart(grid(many, reach=0.1))


def test_what_was_not_run_is_left_out() -> None:
    empty = grid([[math.nan, math.nan], [math.nan, math.nan]])
    assert "worlds" in finding(empty, "containment") or "measure" in finding(empty, "containment")
    one = grid([[0.1, math.nan], [math.nan, math.nan]])
    assert "Too few" in finding(one, "containment")
    partly = grid([[0.1, 0.5], [0.1, math.nan]])
    assert f"rises with “{FORCED}”: 0.10 to 0.50" in finding(partly, "containment")


@pytest.mark.parametrize(
    ("width", "tone"),
    [(0.0, "calm"), (0.1, "calm"), (0.11, "caution"), (0.3, "warn"), (0.51, "alarm")],
)
def test_how_wide_is_told_beside_all_differences(width: float, tone: str) -> None:
    assert width_class(width, 1.0) == tone


def test_without_differences_every_interval_is_too_wide() -> None:
    assert width_class(0.1, 0.0) == "alarm"


def made(done: Any) -> SweepResult:
    """A sweep of two by two cells whose conflict is the number of the cell."""
    sweep = Sweep(WorldConfig(), (Axis("forced", (0.0, 1.0)), Axis("strikes", (0.1, 0.2))), 3, 8, 4)
    names = tuple(measures())
    values = np.full((4, 3, 2, len(names)), math.nan)
    place = names.index("conflict")
    done = np.asarray(done, bool)
    for cell in range(4):
        for world in range(3):
            if done[cell, world]:
                values[cell, world, :, place] = cell / 10 + world / 100
    return SweepResult(sweep, Measured((4, 8), names, values, done, "arrays"))


def test_a_cell_holds_mean_interval_and_number_of_worlds() -> None:
    drawing = sweep_view(made(np.ones((4, 3))), "conflict")
    cell = drawing.data["rows"][1][0]  # strikes 0.2, forced 0
    # 0.20, 0.21, 0.22: mean 0.21, standard error 0.01 / sqrt(3), Student's t with 2 degrees 4.303
    reach = 4.3027 * 0.01 / math.sqrt(3)
    assert cell["text"] == "0.21"
    assert f"interval {0.21 - reach:.2f} to {0.21 + reach:.2f}, 3 worlds" in cell["told"]
    assert "strikes 0.2" in cell["told"]
    assert cell["told"] in drawing.alt
    assert drawing.rows[2][:2] == (0.0, 0.2)
    assert drawing.rows[2][-1] == 3


def test_cells_that_were_not_run_say_so() -> None:
    drawing = sweep_view(made([[1, 1, 1], [1, 0, 0], [0, 0, 0], [0, 0, 0]]), "conflict")
    states = [[cell["state"] for cell in row] for row in drawing.data["rows"]]
    assert states == [["done", "done"], ["wait", "wait"]]
    assert "4 of 12 worlds" in drawing.title
    assert "no interval" in drawing.data["rows"][0][1]["told"]
    assert len(drawing.rows) == 2
    nothing = sweep_view(made(np.ones((4, 3))), "containment")
    assert {cell["state"] for row in nothing.data["rows"] for cell in row} == {"none"}


def test_how_sure_is_told_without_colour_alone() -> None:
    drawing = sweep_view(made(np.ones((4, 3))), "conflict", "sure")
    cells = [cell for row in drawing.data["rows"] for cell in row]
    assert all(cell["text"].startswith("±") and cell["tone"] for cell in cells)
    assert len(drawing.data["legend"]) == 4


def test_the_scale_of_colour_runs_between_two_colours_of_the_theme() -> None:
    assert mixed(0.0) == STROKES["accent-soft"]
    assert mixed(1.0) == STROKES["accent-strong"]


def influence(name: str, size: float, reach: float) -> Influence:
    return Influence(name, {"mu_star": size, "sigma": 0.1}, {"mu_star": reach})


def test_the_first_is_named_only_where_it_is_clearly_first() -> None:
    clear = [influence("strikes", 0.5, 0.1), influence("tie", 0.2, 0.05)]
    assert influence_title(clear, "conflict", "morris").startswith("Strikes matters most")
    close = [influence("strikes", 0.5, 0.2), influence("tie", 0.4, 0.2)]
    assert "cannot be told" in influence_title(close, "conflict", "morris")
    none = [influence("strikes", 0.1, 0.2), influence("tie", 0.05, 0.2)]
    assert "None of these" in influence_title(none, "conflict", "morris")
    only = [influence("strikes", 0.5, 0.1), influence("tie", 0.05, 0.2)]
    assert "Only strikes" in influence_title(only, "conflict", "morris")


def test_bars_are_in_the_order_given_and_told_with_intervals() -> None:
    found = [influence("strikes", 0.5, 0.1), influence("tie", 0.01, 0.05)]
    drawing = influence_drawing(found, "conflict", "morris", 8)
    assert [row["label"] for row in drawing.data["rows"]] == [STRIKES, "Ties at the start"]
    assert "0.50 ± 0.10" in drawing.alt
    assert "cannot be told from no effect" in drawing.data["rows"][1]["told"]
    assert drawing.data["axis"]["low"] <= 0.0


@pytest.mark.parametrize("values", [[0.0, 1.0], [0.12, 0.13], [-3.0, 5.0], [2.0, 2.0], [1e-6]])
def test_an_axis_holds_everything_between_round_ends(values: list[float]) -> None:
    low, high, ticks = scale_of(values)
    assert low <= min(values) <= max(values) <= high
    assert 2 <= len(ticks) <= 9
    assert ticks == sorted(set(ticks))


def test_endless_intervals_end_at_the_edge() -> None:
    row = Range("a", "", 0.5, -math.inf, math.inf, "a", "calm")
    data = ranges("r", "t", [row], axis="x", foot="").data
    assert math.isfinite(data["rows"][0]["low"])
    assert math.isfinite(data["rows"][0]["high"])


def test_every_drawing_has_a_figure_and_text_is_never_markup() -> None:
    row = Range("<b>a</b>", "", 0.5, 0.4, 0.6, "<i>told</i>", "calm")
    figure = lab_figure(ranges("r", "<b>t</b>", [row], axis="x", foot=""))
    assert "<b>" not in str(figure.data[0].y) + str(figure.layout.title.text)
    heat = lab_figure(sweep_view(made(np.ones((4, 3))), "conflict"))
    assert np.asarray(heat.data[0].z).shape == (2, 2)
    assert heat.data[0].z[1][0] == pytest.approx(0.21)


def test_numbers_are_written_with_what_they_tell() -> None:
    assert [number(v) for v in (0.0, 0.513, 0.0456, 0.00456, -0.2)] == [
        "0", "0.51", "0.046", "0.0046", "−0.20",
    ]  # fmt: skip
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
