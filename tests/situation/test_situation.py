"""A situation: neutral by default, equal by content, never changed in place."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import numpy as np
import pytest

from bor_widgets.situation import LONGEST_NAME, Situation, groups, parameters
from bor_widgets.sources import Place, papers

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE ties; --",
    "{threat} {0} %s %(x)s",
    "$(reboot) `id`",
    "../../etc/passwd",
    "贸易与边界",
    "تجارة",
    "__proto__",
]


def test_every_input_begins_neutral() -> None:
    s = Situation()
    for name, parameter in parameters().items():
        assert getattr(s, name) == parameter.neutral
    assert not s.changed()


def test_the_neutral_value_of_every_input_is_valid() -> None:
    for parameter in parameters().values():
        assert parameter.check(parameter.neutral) == parameter.neutral


def test_what_can_be_open_begins_open() -> None:
    for name, parameter in parameters().items():
        if parameter.kind in ("criterion", "switch", "choice"):
            assert getattr(Situation(), name) is None


def test_sliders_begin_in_the_middle_of_their_range() -> None:
    for parameter in parameters().values():
        if parameter.kind == "slider":
            assert parameter.neutral == (parameter.low + parameter.high) / 2


def test_every_field_is_a_declared_parameter() -> None:
    assert [field.name for field in dataclasses.fields(Situation)] == [*parameters()]


def test_every_parameter_says_what_it_means_and_where_it_stands() -> None:
    for name, parameter in parameters().items():
        assert parameter.label.strip(), name
        assert parameter.meaning.endswith("."), name
        assert parameter.group in groups(), name
        assert parameter.places, name
        for text in parameter.places:
            place = Place.parse(text)
            assert papers[place.paper].holds(place), (name, text)
        if parameter.kind == "slider":
            assert parameter.low_label, name
            assert parameter.high_label, name
        if parameter.options:
            assert len(parameter.option_labels) == len(parameter.options), name


def test_labels_tell_the_inputs_apart() -> None:
    labels = [parameter.label for parameter in parameters().values()]
    assert len(set(labels)) == len(labels)


def test_numbers_are_kept_as_plain_floats() -> None:
    for value in (1, 1.0, np.float64(1.0), np.int64(1), np.array(1.0)):
        kept = Situation(threat=value).threat
        assert type(kept) is float
        assert kept == 1.0


def test_a_criterion_is_kept_as_it_was_said() -> None:
    for value in (None, True, False):
        assert Situation(deliberate=value).deliberate is value
    assert Situation(deliberate=0.7).deliberate == 0.7


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_kept_letter_by_letter_as_text(text: str) -> None:
    from bor_widgets.theory import respond

    s = Situation(grade="indirect", issue_areas=[text, "trade"])
    assert s.issue_areas == (text, "trade")
    response = respond(s)
    assert text in response.restraint
    assert text in response.reasons[0].text


def test_the_longest_name_is_kept_and_spaces_around_it_are_not() -> None:
    longest = "a" * LONGEST_NAME
    assert Situation(issue_areas=[f"  {longest} ", "b"]).issue_areas == (longest, "b")


def test_instruments_are_kept_in_one_order_however_they_come() -> None:
    one = Situation(instruments=["sanctions", "institutions"])
    assert one == Situation(instruments={"institutions", "sanctions"})
    assert one == Situation(instruments=("institutions", "sanctions", "sanctions"))
    assert hash(one) == hash(Situation(instruments=frozenset({"institutions", "sanctions"})))


def test_with_changes_what_is_named_and_keeps_the_rest() -> None:
    s = Situation(threat=0.7, grade="direct", instruments=["sanctions"], parties=5)
    changed = s.with_(threat=0.2)
    assert changed.threat == 0.2
    assert {**changed.values(), "threat": 0.7} == s.values()
    assert s.threat == 0.7
    assert s.with_() == s


def test_with_refuses_what_building_refuses() -> None:
    with pytest.raises(ValueError, match=r"^threat takes"):
        Situation().with_(threat=2.0)
    with pytest.raises(TypeError, match=r"no input 'threatt'"):
        Situation().with_(threatt=0.5)


@pytest.mark.parametrize("name", ["threat", "issue_areas", "nothing_of_the_kind"])
def test_nothing_is_changed_in_place(name: str) -> None:
    s = Situation()
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        setattr(s, name, 0.1)
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        delattr(s, name)
    assert s == Situation()


def test_a_list_that_is_changed_afterwards_changes_nothing() -> None:
    areas = ["sea", "trade"]
    s = Situation(issue_areas=areas)
    areas.append("borders")
    assert s.issue_areas == ("sea", "trade")


def test_an_array_that_is_changed_afterwards_changes_nothing() -> None:
    row = np.array([0.1, 0.2])
    s = Situation(threat=row)
    row[0] = 0.9
    assert s.threat.tolist() == [0.1, 0.2]
    with pytest.raises(ValueError, match="read-only"):
        s.threat[0] = 0.9


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("threat", 0.7),
        ("grade", "direct"),
        ("deliberate", True),
        ("issue_areas", ("sea",)),
        ("parties", 3),
        ("threat", np.array([0.1, 0.2])),
    ],
)
def test_equal_by_content_and_equal_hash(name: str, value: Any) -> None:
    one, same = Situation(**{name: value}), Situation(**{name: value})
    assert one == same
    assert hash(one) == hash(same)
    assert one != Situation()
    assert [*one.changed()] == [name]


def test_yes_and_the_degree_one_are_different_entries() -> None:
    assert Situation(deliberate=True) != Situation(deliberate=1.0)


def test_a_situation_equals_nothing_else() -> None:
    assert Situation() != Situation().values()
    assert Situation() != None  # noqa: E711


def test_equal_situations_have_equal_hashes_also_at_zero() -> None:
    assert Situation(leadership=0.0) == Situation(leadership=-0.0)
    assert hash(Situation(leadership=0.0)) == hash(Situation(leadership=-0.0))


def test_arrays_that_are_equal_have_equal_hashes_also_at_zero() -> None:
    one, other = Situation(threat=np.array([0.0])), Situation(threat=np.array([-0.0]))
    assert one == other
    assert hash(one) == hash(other)


def test_it_tells_only_what_was_changed_and_can_be_read_back() -> None:
    s = Situation(threat=0.7, grade="direct", issue_areas=["sea", "trade"])
    assert repr(s).startswith("Situation(threat=0.7, grade='direct'")
    assert eval(repr(s), {"Situation": Situation}) == s


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda s: pickle.loads(pickle.dumps(s))]
)
def test_copies_are_equal(again: Any) -> None:
    s = Situation(threat=0.7, grade="direct", issue_areas=["sea"], deliberate=True)
    assert again(s) == s


def test_the_declarations_cannot_be_changed_by_a_reader() -> None:
    with pytest.raises(TypeError):
        parameters()["threat"] = None  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        parameters()["threat"].neutral = 0.9  # type: ignore[misc]
