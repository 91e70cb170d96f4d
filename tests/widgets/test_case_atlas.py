"""CaseAtlas: filters, the chosen case, and what a page may send."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from bor_widgets.cases import cases
from bor_widgets.widgets.case_atlas import CaseAtlas
from bor_widgets.widgets.saved_state import from_link

IRAQ = "iraq-2003-united-states"


def send(atlas: CaseAtlas, **message: Any) -> None:
    atlas._receive(atlas, message, [])


@pytest.fixture
def atlas() -> CaseAtlas:
    return CaseAtlas(today=2026)


def test_it_opens_with_every_case_and_without_the_map(atlas: CaseAtlas) -> None:
    assert set(atlas.shown) == set(cases)
    assert atlas.told["count"].startswith("All 94 cases")
    assert atlas.world == {}
    assert atlas.card == {}


def test_the_map_comes_when_the_page_has_been_shown(atlas: CaseAtlas) -> None:
    send(atlas, kind="shown")
    assert "CHN" in atlas.world["paths"]
    assert atlas.world["note"]


def test_a_filter_changes_count_titles_and_marks_together(atlas: CaseAtlas) -> None:
    before = dict(atlas.told)
    atlas.filters = {"paper": "P2"}
    wanted = {case.slug for case in cases.values() if "P2" in case.papers}
    assert set(atlas.shown) == wanted
    assert atlas.told["count"].startswith(f"{len(wanted)} of 94 cases")
    for name in ("count", "line_alt", "map", "map_alt"):
        assert atlas.told[name] != before[name]
    assert {case.slug for case in atlas.fitting} == wanted


def test_cases_stand_in_the_order_of_time(atlas: CaseAtlas) -> None:
    starts = [row["from"] for row in atlas.rows if "from" in row]
    assert starts == sorted(starts)
    assert atlas.shown == [row["slug"] for row in atlas.rows]


@pytest.mark.parametrize(
    "filters", [{"paper": "P7"}, {"text": 5}, {"country": "<b>"}, {"nothing": "x"}]
)
def test_filters_that_do_not_exist_are_dropped(atlas: CaseAtlas, filters: dict[str, Any]) -> None:
    atlas.filters = filters
    assert atlas.filters == {}
    assert len(atlas.shown) == 94


def test_a_chosen_case_shows_its_card_and_a_link_that_opens_it(atlas: CaseAtlas) -> None:
    atlas.chosen = IRAQ
    assert atlas.card["title"] == cases[IRAQ].title
    page, link = atlas.card["link"].split("?s=")
    assert page == "console.ipynb"
    snapshot, told = from_link(link)
    assert (snapshot.case, told) == (IRAQ, [])
    # nothing is unlocked or changed on the way
    assert snapshot.unlocked == frozenset()
    assert cases[IRAQ].done not in str(atlas.get_state())
    atlas.chosen = ""
    assert atlas.card == {}


@pytest.mark.parametrize("slug", list(cases))
def test_every_case_has_a_link(atlas: CaseAtlas, slug: str) -> None:
    atlas.chosen = slug
    snapshot, told = from_link(atlas.card["link"].split("?s=")[1])
    assert (snapshot.case, told) == (slug, [])


@pytest.mark.parametrize("slug", ["nothing", "../../etc/passwd", "x" * 5_000])
def test_an_unknown_case_is_none(atlas: CaseAtlas, slug: str) -> None:
    atlas.chosen = slug
    assert atlas.chosen == ""


def test_an_address_is_taken_as_far_as_it_goes(atlas: CaseAtlas) -> None:
    send(atlas, kind="arrived", asked={"paper": "P2", "era": "99", "case": IRAQ, "evil": "<b>"})
    assert atlas.filters == {"paper": "P2"}
    assert atlas.chosen == IRAQ


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "arrived", "asked": None},
        {"kind": "arrived", "asked": {"case": {"a": 1}, "paper": ["P2"], "text": 3}},
        {"kind": "open"},
        {"kind": "delete"},
    ],
)
def test_what_makes_no_sense_changes_nothing(atlas: CaseAtlas, message: dict[str, Any]) -> None:
    before = (dict(atlas.filters), atlas.chosen, atlas.opened, list(atlas.shown))
    send(atlas, **message)
    assert (dict(atlas.filters), atlas.chosen, atlas.opened, list(atlas.shown)) == before


def test_in_a_notebook_the_case_is_opened_by_whoever_listens() -> None:
    opened: list[str] = []
    atlas = CaseAtlas(on_open=opened.append)
    atlas.chosen = IRAQ
    send(atlas, kind="open")
    send(atlas, kind="open")
    assert opened == [IRAQ, IRAQ]
    assert atlas.opened == IRAQ


def test_the_list_is_a_table_of_what_fits(atlas: CaseAtlas) -> None:
    atlas.filters = {"text": "falklands"}
    rows = list(csv.DictReader(io.StringIO(atlas.list_text())))
    assert [(row["id"], row["years"], row["papers"]) for row in rows] == [("C26", "1982", "P0")]


def test_the_page_opens_a_console_below_on_first_use() -> None:
    from bor_widgets.dashboards.atlas import page
    from bor_widgets.widgets.console import Console

    box = page()
    atlas, below = box.children[1], box.children[-1]
    assert below.children == ()
    atlas.chosen = IRAQ
    send(atlas, kind="open")
    (console,) = below.children
    assert isinstance(console, Console)
    assert console.state.now.case == IRAQ
    atlas.chosen = "falklands-1982-united-states"
    send(atlas, kind="open")
    assert below.children == (console,)
    assert console.state.now.case == "falklands-1982-united-states"


def test_the_plotly_map_waits_for_its_geometry(atlas: CaseAtlas) -> None:
    from bor_widgets.widgets.case_atlas_explore import AtlasExplore

    part = AtlasExplore(atlas)
    assert part.figure is None
    part.geometry._receive(part.geometry, {"kind": "ready"}, [])
    figure = part.figure
    assert figure is not None
    before = list(figure.data[0].z)
    atlas.filters = {"paper": "P1"}
    assert part.figure is figure
    assert list(figure.data[0].z) != before
    assert figure.layout.title.text == atlas.told["map"]
