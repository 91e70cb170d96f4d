"""Four readings side by side, as the ledger shows them."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.words import place_label, told, word
from bor_widgets.theory import Ledger, Verdict

#: verdict -> tone of its headline, by the look of the action it comes nearest to
_TONES = {
    "balance_of_power": {"balance": "breakup", "bandwagon": "compromise"},
    "soft_balancing": {"soft": "compromise", "hard": "breakup", "contested": "mix"},
    "venue": {"contested": "mix"},
}


def _column(verdict: Verdict, coded: bool) -> dict[str, Any]:
    tone = _TONES.get(verdict.theory, {}).get(verdict.label, "none")
    if verdict.theory == "balance_of_relationships":
        tone = verdict.label
    reasons = verdict.reasons
    if coded:
        reasons = tuple(r for r in reasons if (r.rule, r.key) != ("R10", "overruled"))
    return {
        "theory": verdict.theory,
        "label": verdict.title,
        "headline": verdict.headline,
        "tone": tone,
        "reasons": [told(reason) for reason in reasons],
        "open": [told(question) for question in verdict.open],
    }


def ledger_columns(ledger: Ledger, *, coded: bool = False) -> list[dict[str, Any]]:
    """Return the four columns in the order in which they stand.

    ``coded`` says that the grade comes from a case and not from the student.
    """
    return [_column(verdict, coded) for verdict in ledger.verdicts]


def ledger_disagreements(ledger: Ledger) -> list[dict[str, Any]]:
    """Return where the readings part, each with its tension and the places of both passages."""
    return [
        {
            "tension": disagreement.id,
            "text": disagreement.text,
            "between": list(disagreement.between),
            "places": [place_label(place) for place in disagreement.tension.places],
        }
        for disagreement in ledger.disagreements
    ]


def ledger_title(ledger: Ledger) -> str:
    """State the finding of the ledger."""
    count = len(ledger.disagreements)
    key = "title_agree" if count == 0 else "title_one" if count == 1 else "title_many"
    return word("ledger", key, count=count)


def ledger_alt(ledger: Ledger) -> str:
    """Tell the ledger in words."""
    columns = " ".join(
        word("ledger", "column", theory=verdict.title, headline=verdict.headline)
        for verdict in ledger.verdicts
    )
    clashes = " ".join(
        word("ledger", "clash", id=clash.id, text=clash.text) for clash in ledger.disagreements
    )
    return f"{columns} {clashes}".strip()
