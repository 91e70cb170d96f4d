"""What a round of a world shows, in words, each sentence with its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Any

from bor_widgets.charts.world_run.frame import Frame
from bor_widgets.charts.world_run.looks import CONFLICT, MUTUAL, TIE_STATES
from bor_widgets.charts.world_run.words import run_words, told
from bor_widgets.simulation.events import Event

#: the sentence that never leaves the page, and its rule
FORECAST = "R61"

#: rules that a verdict may name
VERDICT_RULES = ("R20", "R156", "R125", "S17", "R77", "R79", "R48", "S01", "R130", "S19", FORECAST)

Line = dict[str, Any]


def verdict(
    picture: Frame,
    events: Sequence[Event],
    history: Mapping[str, Sequence[float]],
    shown: int,
) -> dict[str, Any]:
    """Return the finding of a round: a headline and a few lines, each with ids of rules.

    Parameters
    ----------
    picture
        The round as a picture.
    events
        What happened in it.
    history
        Every measure by round.
    shown
        Which round is shown, from 0: the start.
    """
    states, ties = len(picture.nodes), picture.total
    if not shown:
        more = told("verdict", "start_more", states=states, ties=ties)
        return {
            "headline": told("verdict", "start"),
            "rules": [],
            "lines": [_line(more), _line(told("verdict", "forecast"), FORECAST)],
        }
    mutual = picture.counts[MUTUAL]
    key = "mutual_none" if not mutual else "mutual_all" if mutual == ties else "mutual_some"
    lines = [
        _line(conflicts_told(picture), "R125", *(("S17",) if _soft_fight(events) else ())),
        *_about(history, shown, picture),
        _line(told("verdict", "forecast"), FORECAST),
        # these come and go: at the end, so that nothing above them jumps
        *_left_open(events),
    ]
    headline = told("verdict", key, mutual=mutual, ties=ties)
    return {"headline": headline, "rules": ["R20", "R156"], "lines": lines}


def conflicts_told(picture: Frame) -> str:
    """Tell how many pairs are in conflict."""
    count = picture.counts[CONFLICT]
    key = "conflicts_none" if not count else "conflicts_one" if count == 1 else "conflicts_some"
    return told("verdict", key, count=count)


def _line(text: str, *rules: str) -> Line:
    return {"text": text, "rules": list(rules)}


def _soft_fight(events: Sequence[Event]) -> bool:
    return any(event.conflict and event.move == "soft balancing" for event in events)


def _about(history: Mapping[str, Sequence[float]], shown: int, picture: Frame) -> list[Line]:
    lines = []
    for name, key, rules in (
        ("containment", "containment", ("R77", "R79")),
        ("commitment", "tired", ("R48",)),
    ):
        values = history.get(name, ())
        if len(values) >= shown and not (isnan(values[shown - 1]) or isnan(values[0])):
            sentence = told(
                "verdict", key, value=f"{values[shown - 1]:.2f}", first=f"{values[0]:.2f}"
            )
            if name == "containment" and picture.follows[:, 1].any():
                sentence = f"{sentence} {told('verdict', 'containment_forced')}"
            lines.append(_line(sentence, *rules))
    return lines


def _left_open(events: Sequence[Event]) -> list[Line]:
    lines = []
    blank = sum(event.left_open for event in events)
    if blank:
        key = "open_one" if blank == 1 else "open"
        lines.append(_line(told("verdict", key, count=blank), "R130"))
    if any(event.instrument for event in events):
        lines.append(_line(told("verdict", "lot"), "S19"))
    return lines


def said(picture: Frame, finding: Mapping[str, Any], shown: int) -> str:
    """Tell a round in a few words, for a reader who hears the page."""
    conflicts = conflicts_told(picture) if shown else ""
    return told(
        "said", "round", round=shown, headline=finding["headline"], conflicts=conflicts
    ).strip()


def alt(picture: Frame, shown: int) -> str:
    """Return the picture in words."""
    labels = run_words("tie")
    parts = [
        told("said", "alt_part", count=picture.counts[code], label=labels[name])
        for code, name in reversed(list(enumerate(TIE_STATES)))
        if picture.counts[code] or code == MUTUAL
    ]
    return told("said", "alt", states=len(picture.nodes), round=shown, ties="; ".join(parts))


def drawn_told(picture: Frame) -> str:
    """Tell how many of the ties are drawn."""
    drawn = len(picture.ends)
    key = "all" if drawn == picture.total else "some"
    return told("drawn", key, drawn=f"{drawn:,}", total=f"{picture.total:,}")


def listed_told(picture: Frame, shown: int) -> str:
    """Tell how many of a round's answers are listed."""
    listed = len(picture.who)
    key = "some" if listed < picture.happened else "all" if listed else "none"
    return told("listed", key if shown else "start", listed=listed, total=f"{picture.happened:,}")
