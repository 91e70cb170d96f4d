"""Why realists like pairs (Q10 to Q12, Q14), and what counts as bilateral (Q25, Q26)."""

from __future__ import annotations

import pytest

from bor_widgets.theory.alliance_bargain import bargain, readability, salience, view_of
from bor_widgets.theory.bilateral_forms import BLOCS, is_bilateralism, read_bloc, typical_form


def test_the_strong_protect_and_the_weak_pay_in_patronage() -> None:
    unequal = bargain(0.8)
    assert unequal.protection > 0.0
    assert unequal.patronage > 0.0
    assert "protection" in unequal.reasons[0].text


def test_equals_exchange_neither() -> None:
    assert (bargain(0.0).protection, bargain(0.0).patronage) == (0.0, 0.0)
    assert bargain(0.0).reasons[0].key == "equals"


def test_adding_states_lowers_what_realists_can_read() -> None:
    # P1 L27: an enlarged structure does not let one gauge actions and rhetoric
    told = [readability(n) for n in (2, 3, 7, 30)]
    assert told[0] == 1.0
    assert told == sorted(told, reverse=True)
    assert told[-1] > 0.0
    assert view_of(2).key == "pair"
    assert "fear" in view_of(3).text


def test_nobody_to_read_is_refused() -> None:
    with pytest.raises(ValueError, match="parties takes a number from 2 upwards; given was 1"):
        readability(1)


def test_pairs_stand_out_even_without_hostility_but_most_with_it() -> None:
    assert 0.0 < salience(0.0) < salience(1.0) == 1.0


@pytest.mark.parametrize(
    ("year", "form"),
    [
        (1900, "not said"),
        (1901, "blocs"),
        (1962, "blocs"),
        (2000, "blocs"),
        (2001, "coalition of the willing"),
        (2003, "coalition of the willing"),
        (2101, "not said"),
    ],
)
def test_each_century_has_its_form(year: int, form: str) -> None:
    assert typical_form(year) == form


@pytest.mark.parametrize("name", BLOCS)
def test_count_and_paper_part_over_the_two_blocs(name: str) -> None:
    # E41: many members by number, and called bilaterally inspired (P1 L27)
    reading = read_bloc(name, 12)
    assert (reading.number, reading.paper) == ("multilateral", "bilaterally inspired")
    assert reading.pairs == 66
    assert "yet" in reading.reasons[0].text


def test_of_other_bodies_the_paper_says_no_such_thing() -> None:
    assert read_bloc("ASEAN", 10).paper == "not said"
    assert read_bloc("NATO", 2).reasons[0].key == "named"


@pytest.mark.parametrize("kind", ["diplomacy", "security alliance", "relationship"])
def test_any_kind_alone_is_bilateralism(kind: str) -> None:
    assert is_bilateralism([kind]) is True


def test_no_kind_is_none_and_an_unknown_one_is_refused() -> None:
    assert is_bilateralism([]) is False
    with pytest.raises(ValueError, match="'trade'"):
        is_bilateralism(["diplomacy", "trade"])
