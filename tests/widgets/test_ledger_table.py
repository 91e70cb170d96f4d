"""LedgerTable: columns and disagreements as they were given."""

from __future__ import annotations

from bor_widgets.widgets.ledger_table import LedgerTable


def test_columns_keep_their_order_and_disagreements_their_sides() -> None:
    columns = [{"theory": name, "headline": name} for name in ("bor", "bop", "soft", "venue")]
    quarrel = {"tension": "E07", "text": "Two readings.", "between": ["bor", "bop"], "places": []}
    state = LedgerTable(columns=columns, disagreements=[quarrel], alt="Four readings.").get_state()
    assert [column["theory"] for column in state["columns"]] == ["bor", "bop", "soft", "venue"]
    assert state["disagreements"][0]["between"] == ["bor", "bop"]
    assert state["alt"] == "Four readings."
