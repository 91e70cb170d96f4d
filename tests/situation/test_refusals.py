"""Every bad value is refused in a sentence with the field, the range and what was given."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from bor_widgets.situation import LONGEST_NAME, Situation, parameters


def of_kind(*kinds: str) -> list[str]:
    return [name for name, parameter in parameters().items() if parameter.kind in kinds]


NUMBERS = of_kind("slider")
CRITERIA = of_kind("criterion")
HUGE = 10**400


def check_refused(name: str, value: Any, error: type[Exception], shown: str = "") -> None:
    """Assert that the value is refused in a sentence that says all it must."""
    with pytest.raises(error) as caught:
        Situation(**{name: value})
    sentence = str(caught.value)
    assert sentence.startswith(f"{name} takes {parameters()[name].allowed}; given was ")
    assert shown in sentence
    assert len(sentence) < 400


def check_every(names: list[str], value: Any, error: type[Exception], shown: str = "") -> None:
    """Assert that each of the inputs refuses the value."""
    assert names
    for name in names:
        check_refused(name, value, error, shown)


def test_the_kinds_are_all_covered_here() -> None:
    assert {p.kind for p in parameters().values()} == {
        "slider",
        "criterion",
        "switch",
        "choice",
        "names",
        "set",
        "count",
    }


@pytest.mark.parametrize("by", [0.0001, 1.0, 1e300])
def test_a_number_out_of_range_is_refused(by: float) -> None:
    for name in [*NUMBERS, *CRITERIA]:
        high, low = parameters()[name].high + by, parameters()[name].low - by
        check_refused(name, high, ValueError, repr(high))
        check_refused(name, low, ValueError, repr(low))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), np.float64("nan")])
def test_a_number_that_is_not_finite_is_refused(value: float) -> None:
    check_every([*NUMBERS, *CRITERIA], value, ValueError)


@pytest.mark.parametrize("value", [HUGE, -HUGE, 10**5000], ids=["huge", "negative", "unprintable"])
def test_a_huge_whole_number_is_refused(value: int) -> None:
    check_every([*NUMBERS, *CRITERIA], value, ValueError)


@pytest.mark.parametrize("value", [True, False])
def test_yes_or_no_is_no_number(value: bool) -> None:
    check_every(NUMBERS, value, TypeError, repr(value))


@pytest.mark.parametrize("value", [None, np.True_])
def test_a_slider_is_never_open(value: Any) -> None:
    check_every(NUMBERS, value, TypeError)


@pytest.mark.parametrize(
    "value",
    [
        "0.5",
        b"0.5",
        "",
        [0.5],
        (0.5,),
        {0.5},
        {"a": 1},
        0.5j,
        Decimal("0.5"),
        Fraction(1, 2),
        object,
    ],
    ids=repr,
)
def test_a_number_of_the_wrong_type_is_refused(value: Any) -> None:
    check_every([*NUMBERS, *CRITERIA], value, TypeError)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1.5, -1.5])
def test_an_array_with_one_bad_element_is_refused(bad: float) -> None:
    check_every([*NUMBERS, *CRITERIA], np.array([0.2, bad, 0.4]), ValueError)
    check_every([*NUMBERS, *CRITERIA], np.array([[0.2, 0.3], [0.4, bad]]), ValueError)


@pytest.mark.parametrize(
    "value",
    [
        np.full((2, 3), 1.5),
        np.linspace(0, 9, 200),
        "two\nlines",
        ["two\nlines"],
    ],
    ids=["rows", "long", "text", "list"],
)
def test_a_refusal_is_one_line(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        Situation(threat=value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "array",
    [
        np.array([True, False]),
        np.array(["0.1", "0.2"]),
        np.array([0.1, None], dtype=object),
        np.array([0.1 + 0j]),
        np.array(["2020-01-01"], dtype="datetime64[D]"),
    ],
    ids=lambda array: str(array.dtype),
)
def test_an_array_of_something_else_is_refused(array: Any) -> None:
    check_every([*NUMBERS, *CRITERIA], array, TypeError)


@pytest.mark.parametrize("value", [0, 1, 0.5, "yes", [], np.array([True])], ids=repr)
def test_a_switch_takes_yes_no_or_open_only(value: Any) -> None:
    check_every(of_kind("switch"), value, TypeError)


@pytest.mark.parametrize("value", ["", "Direct", " direct", "severe", "a" * 5000, "<b>none</b>"])
def test_an_unknown_option_is_refused(value: str) -> None:
    check_every(of_kind("choice"), value, ValueError)


@pytest.mark.parametrize("value", [0, True, ["direct"], b"direct", 1.5])
def test_an_option_of_the_wrong_type_is_refused(value: Any) -> None:
    check_every(of_kind("choice"), value, TypeError)


@pytest.mark.parametrize("value", [1, 0, -3, 201, HUGE, np.int64(1)], ids=lambda v: str(v)[:9])
def test_a_count_out_of_range_is_refused(value: int) -> None:
    check_every(of_kind("count"), value, ValueError)


@pytest.mark.parametrize(
    "value", [None, True, 3.0, "3", [3], float("nan"), np.array([3])], ids=repr
)
def test_a_count_of_the_wrong_type_is_refused(value: Any) -> None:
    check_every(of_kind("count"), value, TypeError)


@pytest.mark.parametrize(
    "value",
    [
        [],
        [f"area {i}" for i in range(7)],
        ["trade", "trade"],
        ["trade", " trade "],
        ["trade", ""],
        ["trade", "   "],
        ["a" * (LONGEST_NAME + 1)],
        ["tra\x00de"],
        ["tra\nde", "sea"],
        ["\u202egnp.exe"],
        ["zero\u200bwidth"],
        ["\x1b[31mred"],
        ["lone \ud800 surrogate"],
    ],
    ids=ascii,
)
def test_issue_areas_that_cannot_be_shown_are_refused(value: list[str]) -> None:
    check_refused("issue_areas", value, ValueError)


@pytest.mark.parametrize(
    "value", [None, "trade", b"trade", 3, {"trade"}, {"trade": 1}, ["trade", 3]]
)
def test_issue_areas_of_the_wrong_type_are_refused(value: Any) -> None:
    check_refused("issue_areas", value, TypeError)


@pytest.mark.parametrize("value", [["bombs"], ["sanctions", "bombs"], ["Sanctions"], [""], [None]])
def test_an_unknown_instrument_is_refused(value: Any) -> None:
    check_refused("instruments", value, ValueError)


@pytest.mark.parametrize("value", [None, "sanctions", b"", 3, {"sanctions": 1}, object])
def test_instruments_of_the_wrong_type_are_refused(value: Any) -> None:
    check_refused("instruments", value, TypeError)


@pytest.mark.parametrize("value", [[["sanctions"]], [{}], [{"a"}]])
def test_instruments_that_hold_something_nested_are_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"^instruments takes any of"):
        Situation(instruments=value)


@pytest.mark.parametrize(
    ("given", "meant"),
    [("treat", "threat"), ("relationships", "relationship"), ("capabilities", "capability")],
)
def test_an_unknown_name_is_refused_with_the_nearest(given: str, meant: str) -> None:
    with pytest.raises(TypeError, match=f"'{given}'; did you mean .*{meant}"):
        Situation(**{given: 0.5})


def test_a_name_that_resembles_nothing_is_refused_without_a_guess() -> None:
    with pytest.raises(TypeError, match=r"^a situation has no input 'xyzzy'$"):
        Situation(xyzzy=1)


@pytest.mark.parametrize("name", ["__class__", "with_", "values", "threat "])
def test_names_of_python_are_no_inputs(name: str) -> None:
    with pytest.raises(TypeError, match="has no input"):
        Situation(**{name: 0.5})


def test_arrays_of_two_shapes_are_not_silently_mixed() -> None:
    from bor_widgets.theory import judge

    s = Situation(threat=np.zeros(3), relationship=np.zeros(4))
    with pytest.raises(ValueError, match="shape"):
        judge(s)
