"""Network: ties with one or two signs, open strengths, and places that values do not move."""

from __future__ import annotations

import sys
from dataclasses import replace
from math import hypot
from typing import Any

import pytest

from bor_widgets.charts.drawings.figures import drawing_figure
from bor_widgets.charts.drawings.network import (
    MEANINGS,
    Node,
    Tie,
    layout_places,
    line_look,
    network,
)
from bor_widgets.charts.theme import RESPONSES, TIES, TONES
from tests.charts.drawing_words import HOSTILE, told_everywhere

NODES = [
    Node("a", "Ruritania", 0.1, 0.5, "actor", "It judges."),
    Node("b", "Syldavia", 0.9, 0.5, "counterpart"),
    Node("c", "Borduria", 0.5, 0.1),
]
TIES_GIVEN = [
    Tie("a", "b", 0.75, "friendly", other_tone="hostile", detail="Help and blows."),
    Tie("b", "c", None, "open"),
]


def test_alt_and_table_tell_every_tie() -> None:
    web = network("n", "Two signs at once", NODES, TIES_GIVEN)
    assert told_everywhere(web, "Ruritania", "Syldavia", "Borduria", "Help and blows.") == []
    assert "friendly, and at the same time hostile" in web.alt
    assert "0.75 on our scale" in web.alt
    assert web.rows[0][:4] == (
        "Ruritania", "Syldavia", "friendly, and at the same time hostile", 0.75,
    )  # fmt: skip
    assert "It judges." in web.alt


def test_a_strength_that_nobody_gives_is_open_and_not_a_number() -> None:
    web = network("n", "t", NODES, TIES_GIVEN)
    assert web.rows[1][3] is None
    assert "strength open" in web.alt
    assert network("n", "t", NODES, TIES_GIVEN[1:]).data["measured"] is False


def test_who_has_no_tie_is_named() -> None:
    assert "No tie: Borduria" in network("n", "t", NODES, TIES_GIVEN[:1]).alt


def test_the_figure_has_both_signs_and_every_name() -> None:
    figure = drawing_figure(network("n", "t", NODES, TIES_GIVEN))
    lines = [trace for trace in figure.data if trace.line.color]
    wanted = [TIES[tone] for tone in ("friendly", "hostile", "open")]
    assert [line.line.color for line in lines] == [look.colour for look in wanted]
    assert [line.line.dash for line in lines] == [look.dash for look in wanted]
    assert [look.glyph in str(line.text[1]) for look, line in zip(wanted, lines, strict=True)] == [
        True, True, True,
    ]  # fmt: skip
    assert list(figure.data[-1].text) == ["Ruritania", "Syldavia", "Borduria"]


def test_every_look_of_a_tie_has_a_meaning_and_differs_without_colour() -> None:
    tones = {*TIES, *RESPONSES, *TONES}
    assert set(MEANINGS) == tones
    for family in (TIES, RESPONSES, TONES):
        glyphs = [line_look(tone).glyph for tone in family]
        assert len(set(glyphs)) == len(glyphs)
    assert line_look("friendly").dash != line_look("hostile").dash


@pytest.mark.parametrize(
    ("nodes", "ties", "more", "sentence"),
    [
        (NODES[:1], [], {}, "takes 2 to 16; given was 1"),
        ([NODES[0], NODES[0]], [], {}, "given twice"),
        ([NODES[0], replace(NODES[1], x=1.5)], [], {}, "given was 1.5"),
        ([NODES[0], replace(NODES[1], role="friend")], [], {}, "given was 'friend'"),
        (NODES, [Tie("a", "z", 1, "open")], {}, "'z'"),
        (NODES, [Tie("a", "a", 1, "open")], {}, "two different"),
        (NODES, [Tie("a", "b", 2, "open")], {}, "takes 0 to 1; given was 2"),
        (NODES, [Tie("a", "b", 1, "pink")], {}, "given was 'pink'"),
        (NODES, [Tie("a", "b", 1, "open", other_tone="pink")], {}, "given was 'pink'"),
        (NODES, [TIES_GIVEN[0], TIES_GIVEN[0]], {}, "'a--b' was given twice"),
        (NODES, [Tie("a", "b", 1, "open", key="c")], {}, "'c' was given twice"),
        (NODES, [], {"chosen": "z"}, "given was 'z'"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    nodes: list[Node], ties: list[Tie], more: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match="given") as refused:
        network("n", "t", nodes, ties, **more)
    assert sentence in str(refused.value)


def test_hostile_words_stay_words() -> None:
    nodes = [NODES[0], replace(NODES[1], label=HOSTILE, detail=HOSTILE)]
    rough = network("n", HOSTILE, nodes, [Tie("a", "b", 1, "good", HOSTILE, HOSTILE)])
    assert rough.rows[0][1:3] == (HOSTILE, HOSTILE)
    assert "<img" not in drawing_figure(rough).to_json().replace("\\u003c", "<")


# ---- places


def test_places_depend_on_the_ties_alone() -> None:
    first = layout_places(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("c", "d")])
    again = layout_places(["a", "b", "c", "d"], [("d", "c"), ("b", "a"), ("c", "b"), ("a", "b")])
    assert first == again


def test_a_chain_lies_flat_and_in_its_order() -> None:
    places = layout_places(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("c", "d")])
    across = [places[name][0] for name in "abcd"]
    assert across == sorted(across)
    assert max(abs(y - 0.5) for _, y in places.values()) < 0.15


def test_who_is_tied_stands_nearer_than_who_is_not() -> None:
    places = layout_places(
        list("abcdef"), [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("e", "d")]
    )

    def apart(one: str, other: str) -> float:
        return hypot(*(p - q for p, q in zip(places[one], places[other], strict=True)))

    assert apart("a", "b") < apart("a", "e")
    assert apart("c", "d") < apart("a", "e")


@pytest.mark.parametrize("count", [1, 2, 3, 7, 16])
def test_all_stand_inside_and_apart(count: int) -> None:
    ids = [str(i) for i in range(count)]
    places = list(layout_places(ids, [("0", name) for name in ids[1:]]).values())
    assert all(0 <= value <= 1 for place in places for value in place)
    assert len(set(places)) == count


def test_places_need_no_array(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    places = layout_places(["left", "middle", "right"], [("left", "middle"), ("middle", "right")])
    assert places["left"][0] < places["middle"][0] < places["right"][0]


def test_a_tie_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="'z' is none of them"):
        layout_places(["a", "b"], [("a", "z")])
    with pytest.raises(ValueError, match="each name once"):
        layout_places(["a", "a"], [])
