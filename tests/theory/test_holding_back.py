"""When the strong may hold back, when the weak speak up, and what restraint is for."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.theory.holding_back import (
    SYSTEMS,
    may_not_contain,
    may_refrain,
    means_for,
    protests,
    restraint_is_rational,
)


@pytest.mark.parametrize(
    ("major", "improvable", "code"),
    [(True, True, 1), (True, False, 0), (False, True, 0), (True, None, 0), (None, True, 0)],
)
def test_a_major_power_may_hold_back_if_a_tie_could_help(
    major: Any, improvable: Any, code: int
) -> None:
    # P0 L1535-1541, R14: "may"
    assert may_refrain(major, improvable) == code


@pytest.mark.parametrize(
    ("capability", "betrayal", "code"),
    [(-0.9, True, 1), (-0.9, False, 0), (-0.9, None, 0), (-0.2, True, 0), (0.9, True, 0)],
)
def test_the_far_weaker_protests_at_betrayal(capability: float, betrayal: Any, code: int) -> None:
    # P0 L1555-1559, R31
    assert protests(capability, betrayal) == code


def test_the_superior_may_not_contain_for_something_unspecified() -> None:
    # P0 L1332-1344, R123
    assert may_not_contain(0.6) == (1, "unspecified")
    assert may_not_contain(0.0) == may_not_contain(-0.6) == (0, "unspecified")


def test_restraint_is_rational_whatever_the_tactics() -> None:
    # P0 L1326-1328, R142
    assert all(restraint_is_rational(tactics) for tactics in SYSTEMS)
    with pytest.raises(ValueError, match="tactics takes one of"):
        restraint_is_rational("appeasement")


def test_restraint_gains_a_tie_and_its_end_rights_one() -> None:
    # P0 L145-149, R160
    assert means_for("absent") == "restrain"
    assert means_for("wrong") == "revoke restraint"
    assert means_for("right") == "not said"
    with pytest.raises(ValueError, match="tie takes one of"):
        means_for("strong")
