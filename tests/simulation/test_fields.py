"""The numbers that a run can vary: every declared one, by name and within its range."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest

from bor_widgets.simulation import WorldConfig, world_parameters
from bor_widgets.simulation.axis import Axis
from bor_widgets.simulation.fields import (
    configs_of,
    field_value,
    numeric_field,
    numeric_fields,
    with_numbers,
)
from bor_widgets.theory.calibration import calibration_parameters
from bor_widgets.theory.commitment import PACE, Pace
from tests.hostile import VALUES


def test_every_number_of_a_world_can_be_varied_and_nothing_else() -> None:
    own = {n for n, p in world_parameters().items() if p.kind in ("slider", "count")}
    parts = {f"calibration.{name}" for name in calibration_parameters()}
    parts |= {f"pace.{entry.name}" for entry in fields(Pace)}
    assert set(numeric_fields()) == own | parts
    assert not {"riser", "wording", "undetermined"} & set(numeric_fields())


@pytest.mark.parametrize("name", list(numeric_fields()))
def test_a_field_is_changed_within_its_range_and_refused_beyond(name: str) -> None:
    field, base = numeric_fields()[name], WorldConfig()
    whole = field.kind == "count"
    assert with_numbers(base, {name: field.neutral}) == base
    # near the neutral value everything fits together
    near = field.neutral + (1 if whole else 0.01)
    near = near if near <= field.high else field.neutral - (1 if whole else 0.01)
    part, dot, inner = name.partition(".")
    found = with_numbers(base, {name: near})
    assert getattr(getattr(found, part) if dot else found, inner if dot else name) == near
    for value in (field.low - 1, field.high + 1):
        low, high = (f"{end:.0f}" if whole else f"{end:g}" for end in (field.low, field.high))
        told = re.escape(f" from {low} to {high}; given was ")
        with pytest.raises(ValueError, match=rf"^{name} takes .*{told}"):
            with_numbers(base, {name: int(value) if whole else value})


def test_the_ranges_of_a_spreaders_pace_are_those_that_it_keeps() -> None:
    for entry in fields(Pace):
        field = numeric_field(f"pace.{entry.name}")
        assert field.neutral == getattr(PACE, entry.name)
        for beyond in (field.low - 0.001, field.high + 0.001):
            with pytest.raises(ValueError, match=entry.name):
                Pace(**{entry.name: beyond})


def test_numbers_of_a_part_change_nothing_else() -> None:
    base = WorldConfig(states=5)
    found = with_numbers(base, {"pace.strain": 0.5, "calibration.sensitivity": 0.25, "tie": 0.1})
    assert (found.pace.strain, found.calibration.sensitivity, found.tie) == (0.5, 0.25, 0.1)
    assert found.with_(pace=base.pace, calibration=base.calibration, tie=base.tie) == base


@pytest.mark.parametrize(
    ("name", "near"),
    [("gap_wieght", "gap_weight"), ("pace.strian", "pace.strain"), ("sates", "states")],
)
def test_a_name_that_is_none_is_told_what_is_near(name: str, near: str) -> None:
    with pytest.raises(ValueError, match=f"{name}.*is no number of a world; did you mean {near}?"):
        numeric_field(name)


@pytest.mark.parametrize("name", ["wording", "riser", "precision"])
def test_what_is_no_number_cannot_be_varied(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} takes .*which is no number"):
        Axis(name, (0, 1))


@pytest.mark.parametrize("value", VALUES)
def test_whatever_is_no_name_gets_one_sentence(value: Any) -> None:
    with pytest.raises(ValueError, match="is no number of a world") as refused:
        numeric_field(value)
    assert len(str(refused.value).splitlines()) == 1
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "value", [v for v in VALUES if v not in (0, 1, True) or isinstance(v, bool)]
)
def test_whatever_is_no_number_gets_one_sentence(value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^strikes takes a number from 0 to 1;"):
        field_value("strikes", value)


def test_whole_numbers_may_be_written_with_a_point() -> None:
    assert (field_value("states", 4.0), type(field_value("states", 4.0))) == (4, int)
    with pytest.raises(TypeError, match=r"states takes a whole number .* given was 4\.5"):
        field_value("states", 4.5)


def test_even_steps_are_written_as_they_are_said() -> None:
    assert Axis.evenly("strikes", 0, 1, 11).values == tuple(k / 10 for k in range(11))
    assert Axis.evenly("states", 4, 20, 5).values == (4, 8, 12, 16, 20)
    assert Axis.evenly("forced").values == (0.0, 0.25, 0.5, 0.75, 1.0)
    assert Axis.evenly("forced", 0.5, 0.5, 1).values == (0.5,)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("states", 4, 21, 5), "states takes whole numbers; 5 steps from 4 to 21 give 8.25"),
        (("strikes", 0, 2, 3), "strikes takes a number from 0 to 1; given was 2"),
        (("strikes", 1, 0, 3), "strikes takes a low end below its high end; given were 1 and 0"),
        (("strikes", 0, 1, 0), "the steps of strikes take a whole number from 1 to 1000"),
        (("strikes", 0, 1, 2.5), "the steps of strikes take a whole number"),
        (("strikes", 0, 1, 1001), "the steps of strikes take a whole number"),
    ],
)
def test_an_axis_that_cannot_be_is_refused_in_a_sentence(words: tuple[Any, ...], told: str) -> None:
    with pytest.raises((TypeError, ValueError)) as refused:
        Axis.evenly(*words)
    assert str(refused.value).startswith(told)


def test_values_of_an_axis_are_different_and_there() -> None:
    with pytest.raises(ValueError, match=r"strikes takes different values; given was 0.5 twice"):
        Axis("strikes", (0.5, 0.1, 0.5))
    with pytest.raises(ValueError, match="strikes takes at least one value"):
        Axis("strikes", ())
    with pytest.raises(TypeError, match="strikes takes a list of values"):
        Axis("strikes", "0.5")  # type: ignore[arg-type]


def test_numbers_that_do_not_fit_together_are_told_with_their_place() -> None:
    with pytest.raises(ValueError, match=r"gravity_low 0\.9: gravity_low takes at most"):
        configs_of(WorldConfig(), [{"gravity_low": 0.1}, {"gravity_low": 0.9}])
