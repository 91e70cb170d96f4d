"""What a hand can do in a drawing where no kernel answers: what no slider moves looks still.

A bench says what a chosen cell or state means. If that is a move of the sliders alone, the move
is kept with the answer, and the part stays alive. Whatever else it means, the part loses its
key, and the words that invite to press it are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bor_widgets.charts.benches.view import View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.explorable import Picture
from bor_widgets.charts.explorable_sliders import Slider

#: what a bench wishes when a part of a drawing is chosen
Pick = Callable[[Mapping[str, Any], str, str], Mapping[str, Any]]

#: picks by what was chosen and its key
Picks = dict[str, dict[str, Any]]


def with_leads(
    view: View,
    values: Mapping[str, Any],
    sliders: Sequence[Slider],
    pick: Pick,
    hints: Sequence[str],
) -> Picture:
    """Return a view in which only that looks alive which the sliders answer.

    Parameters
    ----------
    view
        What a bench shows.
    values
        The values for which it shows this.
    sliders
        The inputs that move.
    pick
        What choosing a part means.
    hints
        Words that invite to press something.
    """
    known = {each.name: each for each in sliders}
    picks: Picks = {}
    for what, key in _parts(view.drawings):
        wish = _moves(pick(values, what, key), known)
        if wish:
            picks[f"{what} {key}"] = wish
    drawings = tuple(_still(each, known, picks, hints) for each in view.drawings)
    return Picture(view.finding.as_card(), drawings, picks=picks)


def _parts(drawings: Sequence[Drawing]) -> Iterator[tuple[str, str]]:
    """Go through what can be chosen, as the drawers name it."""
    for drawing in drawings:
        if drawing.kind == "cells":
            for entry in _dictionaries(drawing.data):
                if entry.get("key"):
                    yield drawing.name, entry["key"]
        if drawing.kind == "network":
            for node in drawing.data["nodes"]:
                yield "node", node["id"]


def _moves(wish: Mapping[str, Any], known: Mapping[str, Slider]) -> dict[str, Any]:
    """Return the move that a wish asks for; nothing if a slider cannot make it."""
    moves = wish.get("set", {})
    if set(wish) - {"set"} or not moves or set(moves) - set(known):
        return {}
    found = {}
    for name, value in moves.items():
        wanted = tuple(value) if isinstance(value, list) else value
        if repr(wanted) not in map(repr, known[name].stops):
            return {}
        found[name] = value
    return found


def _still(
    drawing: Drawing, known: Mapping[str, Slider], picks: Picks, hints: Sequence[str]
) -> Drawing:
    def walk(data: Any) -> Any:
        if isinstance(data, dict):
            made = {name: walk(entry) for name, entry in data.items()}
            if drawing.kind == "cells" and "key" in made:
                alive = f"{drawing.name} {made['key']}" in picks
                made["key"] = made["key"] if alive else ""
                return made if alive else _without(made, hints)
            if drawing.kind == "network" and "id" in made:
                return made if f"node {made['id']}" in picks else _without(made, hints)
            return _without(made, hints)
        return [walk(entry) for entry in data] if isinstance(data, list | tuple) else data

    made = walk(_uncased(drawing.data))
    moved = made.get("moves")
    wanted = [moved] if isinstance(moved, str) else (moved or [])
    if wanted and not set(wanted) <= set(known):
        made["moves"] = None
    return replace(drawing, data=made)


def _uncased(data: Any) -> Any:
    """Take away what opens a case: it would stand beside the answer that a reader predicts."""
    if isinstance(data, dict):
        return {
            name: "" if name == "case" and isinstance(entry, str) else _uncased(entry)
            for name, entry in data.items()
        }
    return [_uncased(entry) for entry in data] if isinstance(data, list | tuple) else data


def _without(entry: dict[str, Any], hints: Sequence[str]) -> dict[str, Any]:
    return {
        name: _hushed(value, hints) if isinstance(value, str) else value
        for name, value in entry.items()
    }


def _hushed(text: str, hints: Sequence[str]) -> str:
    for hint in hints:
        for ending in (f" {hint}.", f" {hint}", f"{hint}.", hint):
            text = text.replace(ending, "")
    return text.strip(" ,;·") if text.strip() else text


def _dictionaries(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for entry in data.values():
            yield from _dictionaries(entry)
    elif isinstance(data, list | tuple):
        for entry in data:
            yield from _dictionaries(entry)
