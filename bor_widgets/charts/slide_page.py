"""A slide as the projector shows it: what is there at once, and what waits for the room."""

from __future__ import annotations

from typing import Any

from bor_widgets.cases import cases
from bor_widgets.charts.cross_references import rules_at
from bor_widgets.charts.words import source_note
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.quiz_items import Item
from bor_widgets.course.slides import Slide
from bor_widgets.sources import Place, concepts, papers, rules, tensions

#: kinds that keep something back until the room has thought
WAITING = ("predict", "quiz", "case")


def slide_row(slide: Slide) -> dict[str, Any]:
    """Return what a slide shows at once; no answer and no deed is in it."""
    row: dict[str, Any] = {
        "number": slide.number,
        "kind": slide.kind,
        "title": slide.title,
        "lines": list(slide.lines),
        "sources": [] if _held_back(slide) else [source_note(name) for name in slide.sources],
    }
    if isinstance(slide.target, Prediction):
        row["question"] = slide.target.question
        row["options"] = [{"key": o.key, "label": o.label} for o in slide.target.options]
    elif slide.kind == "tension":
        row |= _tension(str(slide.target), slide.sources)
    elif slide.kind == "case":
        case = cases[str(slide.target)]
        row |= {"case": case.title, "years": case.years, "setting": case.setting}
    return row


def slide_answer(slide: Slide) -> dict[str, Any]:
    """Return what a slide has kept back, with its sources; nothing for a slide without."""
    if slide.kind not in WAITING:
        return {}
    named = list(slide.sources) if _held_back(slide) else []
    answer: dict[str, Any] = {}
    if isinstance(slide.target, Prediction):
        named = [*slide.target.sources, *named]
        answer = {"key": slide.target.answer, "text": slide.target.reveal}
    elif isinstance(slide.target, Item):
        # a question shows its own source with its answer
        named = [name for name in named if name != slide.target.source]
    elif slide.kind == "case":
        case = cases[str(slide.target)]
        answer = {"done": case.done, "reading": case.reading, "theirs": case.theirs}
    return {**answer, "sources": [source_note(name) for name in dict.fromkeys(named)]}


def _held_back(slide: Slide) -> bool:
    """Whether the sources would give the answer away: they are not those of the lines."""
    return slide.kind in ("predict", "quiz") or (slide.kind == "case" and not slide.lines)


def _tension(name: str, first: tuple[str, ...]) -> dict[str, Any]:
    """Return a tension: what pulls apart, and two passages, each with what it claims.

    Where both sides stand in one passage, two claims of that passage stand side by side. Of
    more than two passages those are shown that the slide's own sources stand in; the others
    are named.
    """
    tension = tensions[name]
    chosen = (*first, *tension.rules)
    if len(tension.places) == 1:
        passages = [_passage(tension.places[0], rule) for rule in rules_at(*tension.places, chosen)]
        return _pair(name, passages[:2] or [_passage(tension.places[0], "")], ())
    found = {place: rules_at(place, chosen) for place in tension.places}
    ranked = sorted(found, key=lambda place: not set(found[place]) & set(chosen))
    shown = [place for place in tension.places if place in ranked[:2]]
    passages, said = [], set[str]()
    for place in shown:
        # one claim may stand in both passages: then the second tells its own
        claim = next((rule for rule in found[place] if rule not in said), "")
        said.add(claim)
        passages.append(_passage(place, claim))
    return _pair(name, passages, tuple(place for place in tension.places if place not in shown))


def _pair(name: str, passages: list[dict[str, Any]], rest: tuple[Place, ...]) -> dict[str, Any]:
    more = [str(place) for place in rest]
    # what the tension is and where its other passages stand is said once, on its button
    note = source_note(name)
    return {"tension": note, "text": note["text"], "passages": passages, "more": more}


def _passage(place: Place, rule: str) -> dict[str, Any]:
    """Return where a passage stands and what it says; a term of it where it claims nothing."""
    where = {"paper": papers[place.paper].short, "place": str(place)}
    if rule:
        return {**where, "claim": rules[rule].text, "source": source_note(rule)}
    terms = [concept for concept in concepts.values() if place in concept.places]
    told = f"{terms[0].term}: {terms[0].text}" if terms else ""
    return {**where, "claim": told, "source": {}}
