"""Views side by side: S21, S54, S56, S62 (E56, E61, E63)."""

from __future__ import annotations

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory.soft_balancing_views import (
    FIELDS,
    VIEWS,
    friction_debate,
    left_unexplained,
    next_stage,
    supplements,
)

SOFT = Situation(instruments=["sanctions"], deliberate=True, sustained=True, delegitimising=True)


def test_each_view_expects_another_next_stage() -> None:
    # P2 L145
    assert [next_stage(view)[0] for view in VIEWS] == [
        "hard balancing",
        "not said",
        "renegotiation",
    ]
    assert len({next_stage(view)[1].text for view in VIEWS}) == len(VIEWS)


def test_of_balancing_less_is_claimed_than_of_law_and_power() -> None:
    # P2 L25
    assert [supplements(field)[0] for field in FIELDS] == ["can", "can", "may very well"]
    assert "may very well" in supplements("balancing")[1].text


def test_critics_and_authors_part_over_a_clear_case() -> None:
    debate = friction_debate(SOFT)
    assert debate.critics == "typical friction"
    assert debate.authors.label == "soft balancing"
    assert debate.agree is False
    assert debate.reasons[0].key == "part"


def test_both_refuse_mere_friction() -> None:
    debate = friction_debate(SOFT.with_(instruments=[], concerted=False))
    assert (debate.critics, debate.agree) == ("typical friction", True)


def test_an_open_criterion_keeps_the_debate_open() -> None:
    debate = friction_debate(SOFT.with_(deliberate=None))
    assert debate.agree is False
    assert debate.reasons[0].key == "open"


def test_where_nothing_soft_is_done_the_critics_say_nothing() -> None:
    assert friction_debate(Situation(military_means=True)).critics == "not said"


@pytest.mark.parametrize(
    ("target", "year", "told"),
    [
        ("United States", 1990, "not said"),
        ("United States", 1991, "a good part"),
        ("United States", 2003, "a good part"),
        ("United States", 2014, "not said"),
        ("China", 2014, "a good part"),
        ("China", 2015, "not said"),
    ],
)
def test_what_would_be_unexplained_without_the_concept(target: str, year: int, told: str) -> None:
    # P2 L25
    assert left_unexplained(target, year) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "given"),
    [(next_stage, "ladder"), (supplements, "trade"), (lambda x: left_unexplained(x, 2003), "Peru")],
)
def test_what_is_unknown_is_refused(ask: object, given: str) -> None:
    with pytest.raises(ValueError, match=f"given was '{given}'"):
        ask(given)  # type: ignore[operator]
