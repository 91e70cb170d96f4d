"""What a bench shows: one finding with its reasons, and the drawings beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.charts.drawings.base import Drawing, checked_tone
from bor_widgets.charts.words import source_note, told
from bor_widgets.sources import tensions
from bor_widgets.theory import OpenQuestion, Reason

#: a sentence of ours, or a sentence with its source
Claim = Reason | OpenQuestion | str


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict of a bench.

    Attributes
    ----------
    headline
        The finding in a few words.
    kicker
        Whose finding it is, for example the name of a theory.
    summary
        One or two sentences more.
    tone
        A tone of the theme.
    reasons
        The rules behind it, in order.
    open
        What the papers do not say about it.
    notes
        What else should be known; a bare string is a remark of ours without a source.
    tensions
        Ids of the contradictions that matter here and now.
    """

    headline: str
    kicker: str = ""
    summary: str = ""
    tone: str = "calm"
    reasons: Sequence[Claim] = ()
    open: Sequence[Claim] = ()
    notes: Sequence[Claim] = ()
    tensions: Sequence[str] = ()

    def as_card(self) -> dict[str, Any]:
        """Return the finding as the verdict card shows it.

        Raises
        ------
        KeyError
            For an unknown tension.
        ValueError
            For an unknown tone.
        """
        return {
            "headline": self.headline,
            "action": checked_tone(self.tone),
            "action_label": self.kicker,
            "summary": self.summary,
            "restraint": [],
            "reasons": _claims(self.reasons),
            "open": _claims(self.open),
            "notes": _claims(self.notes),
            "tensions": [
                {"text": tensions[known].text, "source": source_note(known)}
                for known in self.tensions
            ],
        }


@dataclass(frozen=True, slots=True)
class View:
    """All that a bench shows for one set of values.

    Attributes
    ----------
    finding
        The verdict with its reasons.
    drawings
        The first is the main one; each keeps its name while values change.
    """

    finding: Finding
    drawings: tuple[Drawing, ...]


def _claims(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    shown: dict[tuple[str, str], dict[str, Any]] = {}
    for claim in claims:
        item: dict[str, Any] = {"text": claim} if isinstance(claim, str) else told(claim)
        # the same sentence from the same source is told once
        shown.setdefault((item["text"], str(item.get("source", {}).get("id", ""))), item)
    return list(shown.values())
