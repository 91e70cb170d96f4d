"""Source notes: what a source button says stands in the data."""

from __future__ import annotations

import pytest

from bor_widgets.charts.words import source_note
from bor_widgets.sources import rules


def test_a_rule_is_shown_with_paper_place_and_firmness() -> None:
    note = source_note("R01")
    assert note["paper"] == "Balance of Relationships"
    assert [place.split(" (")[0] for place in note["places"]] == ["P0 L395-403"]
    assert note["explicitness"] == "stated"
    assert note["text"] == rules["R01"].text


def test_a_tension_is_marked_as_our_own_step() -> None:
    note = source_note("E01")
    assert note["explicitness"] == "derived"
    assert any(place.startswith("P0 L1687-1689") for place in note["places"])


def test_a_source_in_two_papers_names_both() -> None:
    note = source_note("X02")
    assert note["paper"].count(";") == len({place[:2] for place in note["places"]}) - 1


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError, match="R999"):
        source_note("R999")
