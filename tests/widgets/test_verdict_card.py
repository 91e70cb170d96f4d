"""VerdictCard: what Python says is what the page is told."""

from __future__ import annotations

from bor_widgets.widgets.verdict_card import VerdictCard


def test_the_page_is_told_the_card_and_the_words_of_the_source_button() -> None:
    card = {"headline": "Compromise to repair", "action": "compromise", "reasons": []}
    state = VerdictCard(card=card).get_state()
    assert state["card"] == card
    assert state["words"]["explicitness_stated"] == "stated"


def test_hostile_text_is_passed_on_as_text() -> None:
    text = "<script>alert(1)</script>\u202e" + "x" * 5000
    assert VerdictCard(card={"headline": text}).get_state()["card"]["headline"] == text
