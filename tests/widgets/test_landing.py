"""The first page leads everywhere, and its pictures come after its words."""

from __future__ import annotations

from pathlib import Path

from bor_widgets.widgets.landing import Landing, landing_groups

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def test_every_page_has_a_card_and_every_card_a_page() -> None:
    cards = [card for group in landing_groups() for card in group["cards"]]
    pages = {path.stem for path in NOTEBOOKS.glob("*.ipynb")}
    assert sorted(card["page"] for card in cards) == sorted(pages - {"index"})


def test_every_card_can_be_asked_for_by_its_name_in_a_notebook() -> None:
    import bor_widgets

    for group in landing_groups():
        for card in group["cards"]:
            assert callable(getattr(bor_widgets, card["name"])), card
            names = {name: getattr(bor_widgets, name) for name in bor_widgets.__all__}
            assert eval(card["call"], names) is not None


def test_the_numbers_in_its_lines_are_the_records_own() -> None:
    from bor_widgets.cases import cases
    from bor_widgets.sources import concepts, debates, lists, rules, tensions

    told = " ".join(card["purpose"] for group in landing_groups() for card in group["cards"])
    for records in (cases, rules, concepts, lists, debates, tensions):
        assert f"{len(records)} " in told


def test_pictures_come_when_the_words_are_on_screen() -> None:
    landing = Landing()
    assert landing.pictures == {}
    landing.tell({"kind": "shown"})
    cards = [card for group in landing_groups() for card in group["cards"]]
    assert set(landing.pictures) == {card["page"] for card in cards if card["pictured"]}
    assert all(picture["data"] for picture in landing.pictures.values())
