"""The findings of four regions told as reasons (S28-S34, S37, S41-S43, S46, S59-S61, S64-S67)."""

from __future__ import annotations

import pytest

from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.theory.externalities import transition
from bor_widgets.theory.regional_reasons import (
    form_reasons,
    inside_reasons,
    level_reasons,
    mix_reasons,
    norm_reasons,
    order_reasons,
    organisation_questions,
    rivalry_reasons,
)
from bor_widgets.theory.two_levels import STRATEGIES
from tests.theory.strategies import for_all, numbers

SHARE = numbers(0.0, 1.0)


@for_all(numbers(-1.0, 1.0), numbers(-1.0, 1.0))
def test_loose_institutions_move_no_interest(own: float, expected: float) -> None:
    # P2 L145: it is the dense setting that shapes how members see their interest
    assert inside_reasons(own, expected, 0.0, None, None)[0] == Reason("S42", "unmoved")


def test_dense_institutions_move_an_interest_that_differs() -> None:
    assert inside_reasons(-1.0, 1.0, 0.5, None, None)[0] == Reason("S42", "embedded")
    assert inside_reasons(0.4, 0.4, 0.0, None, None)[0] == Reason("S42", "unmoved")


@pytest.mark.parametrize(
    ("revision", "crisis", "key"),
    [
        (True, False, "likely"),
        (False, True, "likely"),
        (False, False, "quiet"),
        (None, False, "open"),
    ],
)
def test_one_occasion_is_enough_for_new_negotiations(
    revision: bool | None, crisis: bool | None, key: str
) -> None:
    # P2 L147
    assert inside_reasons(0.0, 0.0, 0.5, revision, crisis)[1] == Reason("S43", key)


def test_the_good_effects_and_the_harm_are_told_apart() -> None:
    # P2 L153
    told = rivalry_reasons(0.5, True, True, 1.0, 1.0)
    assert [reason.rule for reason in told] == ["S29", "S30", "S32"]
    assert "war" in told[-1].text
    calm = rivalry_reasons(0.5, True, False, 0.0, 0.0)
    assert calm[0] == Reason("S29", "withheld")
    assert calm[-1].rule == "S32"


@pytest.mark.parametrize(
    ("inside", "key"), [(True, "inclusive"), (False, "exclusive"), (None, "open")]
)
def test_the_form_follows_from_who_sits_inside(inside: bool | None, key: str) -> None:
    # P2 L55
    assert form_reasons(inside) == (Reason("S60", key),)


@for_all(SHARE, SHARE)
def test_a_peaceful_change_is_asked_and_not_answered(one: float, other: float) -> None:
    # P2 L123-125 and L153
    reasons, asked = order_reasons(transition(one, other))
    assert asked == (OpenQuestion("S28"),)
    assert reasons[0].rule == "S31"


def test_the_floors_differ_in_means_and_ends() -> None:
    # P2 L155
    great, _ = level_reasons("great", 1.0, False)
    regional, _ = level_reasons("regional", 1.0, False)
    assert [reason.rule for reason in great] == ["S33", "S35"]
    assert [reason.rule for reason in regional] == ["S34", "S35", "S37"]
    assert str(len(STRATEGIES)) in regional[0].text
    assert level_reasons("regional", 0.0, False)[0][-1] == Reason("S37", "none")


@pytest.mark.parametrize("level", ["great", "regional"])
def test_the_shock_reaches_both_floors_without_a_direction(level: str) -> None:
    # P2 L155
    assert level_reasons(level, 0.5, True)[1] == (OpenQuestion("S67"),)  # type: ignore[arg-type]
    assert level_reasons(level, 0.5, False)[1] == ()  # type: ignore[arg-type]


def test_only_a_mix_is_told_as_a_mix() -> None:
    # P2 L163
    assert mix_reasons(0.5, 0.5) == (Reason("S41", "mixed"),)
    for one_kind in ((0.5, 0.0), (0.0, 0.5), (0.0, 0.0)):
        assert mix_reasons(*one_kind) == (Reason("S41", "unmixed"),)


@for_all(SHARE)
def test_enforcement_is_not_what_makes_a_rule_firm(enforcement: float) -> None:
    # P2 L25
    assert norm_reasons(0.5, 10.0, enforcement, 0.5) == norm_reasons(0.5, 10.0, 0.0, 0.5)


def test_norms_need_support_and_time_and_forums_need_use() -> None:
    # P2 L39, L25, L69
    def told(*given: float) -> list[str]:
        return [reason.rule for reason in norm_reasons(*given)]

    assert told(0.8, 30.0, 0.0, 0.5) == ["S46", "S59", "S61"]
    assert told(0.0, 30.0, 0.0, 0.0) == ["S59"]
    assert told(0.8, 0.0, 0.0, 0.0) == []


def test_two_questions_stay_open_of_every_organisation() -> None:
    # P2 L113
    assert [question.rule for question in organisation_questions()] == ["S64", "S66"]
