"""Ids that the code and the data name exist, and nothing else looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from bor_widgets.cases import cases
from bor_widgets.sources import concepts, debates, lists, outside, rules, sources, tensions
from tests.contracts.product_files import package_files

#: how an id is written, and what knows it; a lesson only in quotes, being written like a line
ID_FORMS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "rule": (r"\b[RQSX]\d{2,3}\b", rules.__contains__),
    "tension": (r"\bE\d{2,3}\b", tensions.__contains__),
    "concept": (r"\bA\d{3}\b", concepts.__contains__),
    "list": (r"\bD\d{2}\b", lists.__contains__),
    "debate": (r"\bF\d{2}\b", debates.__contains__),
    "case": (r"\bC\d{2,3}\b", cases.__contains__),
    "lesson": (r"(?<=\")L\d{2}(?=\")", sources.__contains__),
    "outside work": (r"\bW\d{2}\b", outside.__contains__),
}


def mentions(form: str, ending: str) -> Iterator[tuple[str, str]]:
    """Where something of an id's form stands, notes to the style checker left out."""
    for path, text in package_files(ending).items():
        told = re.sub(r"#\s*(noqa|type:|ruff:).*", "", text)
        # a colour can look like any id
        told = re.sub(r"#[0-9A-Fa-f]{3,8}\b", "", told)
        for found in re.findall(form, told):
            yield path, found


@pytest.mark.parametrize("kind", ID_FORMS)
@pytest.mark.parametrize("ending", [".py", ".toml"])
def test_every_id_that_is_named_exists(kind: str, ending: str) -> None:
    form, known = ID_FORMS[kind]
    unknown = [(path, found) for path, found in mentions(form, ending) if not known(found)]
    assert not unknown


@pytest.mark.parametrize("kind", ["rule", "tension"])
def test_the_search_finds_what_is_there(kind: str) -> None:
    form, _ = ID_FORMS[kind]
    assert len({found for _, found in mentions(form, ".toml")}) > 80
    assert len({found for _, found in mentions(form, ".py")}) > 5


@pytest.mark.parametrize("ending", [".py", ".toml"])
def test_every_place_that_is_named_exists(ending: str) -> None:
    from bor_widgets.sources import Place, papers

    form = r"\b(P[0-2]) (L\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*)"
    named = [
        (path, f"{paper} {lines}")
        for path, text in package_files(ending).items()
        for paper, run in re.findall(form, text)
        for lines in run.split(", ")
    ]
    assert len(named) > 50
    lost = []
    for path, text in named:
        place = Place.parse(text)
        if not papers[place.paper].holds(place):
            lost.append((path, text))
    assert not lost
