"""A doctrine of one's own in which every move occurs."""

from __future__ import annotations

from bor_widgets.simulation.doctrines import QUESTIONS, TABLE_MOVES, RuleTable

EVERY_MOVE = RuleTable(
    "every move", tuple(TABLE_MOVES[k % len(TABLE_MOVES)] for k in range(len(QUESTIONS)))
)
