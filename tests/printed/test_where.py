"""Where entries stand, and where a lesson can be opened live."""

from __future__ import annotations

import pytest

from bor_widgets.charts.cross_references import entries
from bor_widgets.printed import kit, where
from bor_widgets.sources import outside, papers
from tests.printed.pages import Page


def test_every_record_has_a_page() -> None:
    for name in [*entries(), *papers, *outside]:
        assert where.page_of(name).split("/")[0] in ("reference", "lessons")


def test_a_rule_stands_on_the_page_of_its_paper() -> None:
    assert where.anchor_of("R01") == "reference/rules-p0.html#R01"
    assert where.anchor_of("Q01") == "reference/rules-p1.html#Q01"
    assert where.anchor_of("S01") == "reference/rules-p2.html#S01"
    assert where.anchor_of("L03") == "lessons/03-three-principles.html"


@pytest.mark.parametrize("name", ["", "Z01", "Rx", "R", "<b>"])
def test_an_unknown_id_has_no_page(name: str) -> None:
    with pytest.raises(KeyError):
        where.page_of(name)


def test_without_a_site_nothing_is_linked() -> None:
    assert where.entry_link("R01") == ""
    assert not Page(kit.sources(["R01"]).html).named("a")
    assert "make lab" in Page(kit.head("L03", "x").html).seen


def test_on_a_site_ids_and_words_lead_to_their_entries(site: str) -> None:
    links = Page(kit.sources(["R01", "E01"]).html).named("a")
    assert [link["href"] for link in links] == [
        f"{site}reference/rules-p0.html#R01",
        f"{site}reference/tensions.html#E01",
    ]
    term = Page(kit.terms(["A045"]).html).named("a")
    assert term[0]["href"] == f"{site}reference/glossary.html#A045"


def test_without_an_address_the_page_says_how(site: str) -> None:
    assert where.live_links("L03") == ()
    for part in (kit.head("L03", "x"), kit.bench("L03", {})):
        links = [link["href"] for link in Page(part.html).named("a")]
        assert f"{site}how-to-use.html#open-a-lesson-live" in links


def test_a_repository_gives_a_button_for_binder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(where.REPOSITORY_VARIABLE, "https://github.com/someone/course.git")
    monkeypatch.setenv(where.BRANCH_VARIABLE, "spring/2026")
    (link,) = where.live_links("L03")
    assert link.href == (
        "https://mybinder.org/v2/gh/someone/course/spring%2F2026"
        "?urlpath=lab%2Ftree%2Flessons%2F03-three-principles.md"
    )
    assert link.href in [tag["href"] for tag in Page(kit.head("L03", "x").html).named("a")]


def test_another_host_is_named_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(where.REPOSITORY_VARIABLE, "https://git.example.org/group/course")
    monkeypatch.setenv(where.BINDER_VARIABLE, "https://binder.example.org/")
    (link,) = where.live_links("L03")
    assert link.href.startswith(
        "https://binder.example.org/v2/git/https%3A%2F%2Fgit.example.org%2Fgroup%2Fcourse/main?"
    )


def test_a_lab_and_the_pages_have_their_own_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(where.LAB_VARIABLE, "http://class.example.org/lab-server/")
    monkeypatch.setenv(where.PAGES_VARIABLE, "http://class.example.org/pages")
    (lab,) = where.live_links("L03")
    assert lab.href == "http://class.example.org/lab-server/lab/tree/03-three-principles.md"
    bench = Page(kit.bench("L03", {}).html).named("a")
    assert bench[0]["href"] == "http://class.example.org/pages/threat-dial.ipynb"
    console = Page(kit.console({}, "").html).named("a")
    assert console[0]["href"] == "http://class.example.org/pages/console.ipynb"


@pytest.mark.parametrize("given", ["javascript:alert(1)", "example.org", 'https://x"onclick="y'])
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    for name in where.ADDRESSES:
        monkeypatch.setenv(name, given)
        with pytest.raises(ValueError, match=name):
            where.address(name)
        monkeypatch.delenv(name)


def test_a_repository_needs_a_group_and_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(where.REPOSITORY_VARIABLE, "https://github.com")
    with pytest.raises(ValueError, match="repository"):
        where.live_links("L03")
