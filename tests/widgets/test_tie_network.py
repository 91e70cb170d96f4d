"""The network of ties as Python sees it."""

from __future__ import annotations

from bor_widgets.charts.theme import RESPONSES, TIES
from bor_widgets.widgets.assets import script
from bor_widgets.widgets.tie_network import WORDS, TieNetwork, edge_key


def test_a_click_in_the_page_selects() -> None:
    net = TieNetwork()
    heard: list[str] = []
    net.observe(lambda change: heard.append(change["new"]), names="selected")
    net.set_state({"selected": edge_key("A", "B")})
    assert heard == [edge_key("A", "B")]


def test_a_tie_has_the_same_name_in_the_script() -> None:
    # the script joins the ids with the same sign
    name = edge_key("${edge.source}", "${edge.target}")
    assert f"`{name}`" in script("tie_network")


def test_a_tie_and_its_return_have_different_names() -> None:
    assert edge_key("A", "B") != edge_key("B", "A")


def test_every_look_of_a_tie_has_words_for_the_legend() -> None:
    tones = {name.removeprefix("tone_") for name in WORDS if name.startswith("tone_")}
    assert tones == {*TIES, *RESPONSES}


def test_no_quality_shares_its_name_with_a_response() -> None:
    assert set(TIES).isdisjoint(RESPONSES)
