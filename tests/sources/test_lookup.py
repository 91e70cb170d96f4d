"""One lookup for every id, and a helpful refusal for the rest."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from bor_widgets.sources import (
    Catalogue,
    Rule,
    concepts,
    debates,
    lessons,
    lists,
    outside,
    papers,
    rules,
    sources,
    tensions,
)

CATALOGUES: dict[str, Catalogue[Any]] = {
    "paper": papers,
    "rule": rules,
    "concept": concepts,
    "list": lists,
    "tension": tensions,
    "debate": debates,
    "lesson": lessons,
    "outside work": outside,
}


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("paper", 3),
        ("rule", 264),
        ("concept", 257),
        ("list", 82),
        ("tension", 85),
        ("debate", 59),
        ("lesson", 12),
    ],
)
def test_everything_is_there(kind: str, count: int) -> None:
    assert len(CATALOGUES[kind]) == count


@pytest.mark.parametrize(("paper", "count"), [("P0", 154), ("P1", 32), ("P2", 71)])
def test_each_papers_share_of_the_glossary(paper: str, count: int) -> None:
    assert sum(concept.places[0].paper == paper for concept in concepts.values()) == count


@pytest.mark.parametrize("kind", CATALOGUES)
def test_a_record_is_found_under_its_own_id_in_both_ways(kind: str) -> None:
    catalogue = CATALOGUES[kind]
    for key, record in catalogue.items():
        assert record.id == key
        assert sources[key] is record
        assert key in sources


def test_the_one_lookup_holds_all_of_it_once() -> None:
    keys = list(sources)
    assert len(keys) == len(set(keys)) == len(sources)
    assert len(sources) == sum(len(catalogue) for catalogue in CATALOGUES.values())


@pytest.mark.parametrize(
    ("wrong", "nearest"), [("R999", "R99"), ("r20", "R20"), ("E102", "E10"), ("S7", "S07")]
)
def test_an_unknown_id_is_refused_with_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(KeyError) as caught:
        sources[wrong]
    assert repr(wrong) in str(caught.value.args[0])
    assert "the nearest are" in caught.value.args[0]
    assert nearest in caught.value.args[0]


def test_an_id_with_another_first_letter_is_told_which_letters_there_are() -> None:
    with pytest.raises(KeyError, match=r"begins with one of A, D, E, F, L, P, Q, R, S, W, X.*Z01"):
        sources["Z01"]


@pytest.mark.parametrize("wrong", [None, 1, ("R01",), "", ["R01"], {}])
def test_something_that_is_no_id_is_a_key_error_as_well(wrong: Any) -> None:
    with pytest.raises(KeyError):
        sources[wrong]
    with pytest.raises(KeyError):
        rules[wrong]


def test_a_hostile_id_is_only_repeated_as_text() -> None:
    with pytest.raises(KeyError) as caught:
        sources["R<script>"]
    assert "'R<script>'" in caught.value.args[0]


@pytest.mark.parametrize("wrong", ["R999", "Z01", ""])
def test_an_unknown_id_is_not_in_it(wrong: str) -> None:
    assert wrong not in sources
    assert sources.get(wrong) is None


@pytest.mark.parametrize("kind", CATALOGUES)
def test_a_collection_cannot_be_changed(kind: str) -> None:
    catalogue: Any = CATALOGUES[kind]
    first = next(iter(catalogue))
    with pytest.raises(TypeError):
        catalogue[first] = None
    with pytest.raises(TypeError):
        del catalogue[first]
    record: Any = catalogue[first]
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.id = "R02"


def test_a_collection_is_loaded_when_it_is_first_asked_for_and_once() -> None:
    calls = []

    def load() -> list[Rule]:
        calls.append(1)
        return [rules["R01"]]

    late = Catalogue("rule", load)
    assert not calls
    assert late["R01"] is late["R01"]
    assert calls == [1]


def test_it_tells_what_it_is() -> None:
    assert repr(rules) == "<264 rules>"
    assert repr(sources) == f"<{len(sources)} sources>"
