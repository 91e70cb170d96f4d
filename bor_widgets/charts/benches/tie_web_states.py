"""The states of the tie web, their ties, and what is read off them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.theory.double_standard import KINDS
from bor_widgets.theory.lens_expectations import Lens
from bor_widgets.theory.multilateral_frame import Frame
from bor_widgets.theory.requests import after_request
from bor_widgets.theory.webs import Web, WebReading, read_web

TEXT = bench_text("tie_web")

OWN, HEGEMON = "China", "United States"
NEIGHBOURS = ("Russia", "India", "Vietnam", "Myanmar")
OTHERS = (HEGEMON, *NEIGHBOURS)
STATES = (OWN, *OTHERS)

#: the input that holds the tie of a pair; of other pairs the paper does not speak
TIES = {
    ("China", "Russia"): "china_russia",
    ("China", "India"): "china_india",
    ("China", "Vietnam"): "china_vietnam",
    ("China", "Myanmar"): "china_myanmar",
    ("China", "United States"): "china_united_states",
    ("United States", "Russia"): "united_states_russia",
    ("United States", "India"): "united_states_india",
    ("United States", "Vietnam"): "united_states_vietnam",
    ("United States", "Myanmar"): "united_states_myanmar",
    ("Russia", "India"): "india_russia",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A web as it is now, and what it means.

    Attributes
    ----------
    web, reading
        The web after a hegemon's request, and what the rules read off it.
    opening
        What was read off the web as the bench opens, through the same lens.
    lens
        Who looks.
    grown
        Pairs of others that are closer than when the bench opened.
    """

    web: Web
    reading: WebReading
    opening: WebReading
    lens: Lens
    grown: tuple[tuple[str, str], ...]


def web_of(values: Values) -> Web:
    """Return the web that the inputs describe, before any request."""
    table = [[0.0] * len(STATES) for _ in STATES]
    for (one, other), name in TIES.items():
        i, j = STATES.index(one), STATES.index(other)
        table[i][j] = table[j][i] = values[name]
    label = values["revisionist"]
    frame: Frame = values["frame"]
    return Web(
        STATES,
        table,
        HEGEMON,
        NEIGHBOURS,
        tuple(values["must_choose"]),
        () if label == "nobody" else (label,),
        frame,
        values["general_rules"],
        values["all_follow"],
    )


@cache
def opening_web() -> Web:
    """Return the web with which the bench opens; later ties are compared with it."""
    return web_of(TEXT.neutral())


def seen(values: Values) -> Seen:
    """Read the web."""
    before = opening_web()
    web = after_request(web_of(values), values["request"], values["closer"])
    lens: Lens = values["lens"]
    more = {name: values[name] for name in ("pressure", "pragmatism", "stable")}
    grown = tuple(pair for pair in TIES if OWN not in pair and web.tie(*pair) > before.tie(*pair))
    return Seen(
        web,
        read_web(web, before, lens, **more),
        read_web(before, None, lens, **more),
        lens,
        grown,
    )


def kinds_of(values: Values) -> dict[str, str]:
    """Return what kind of partner each state is; a label counts before anything else."""
    said = {values["ally"]: "ally", values["defector"]: "defector"}
    said[values["revisionist"]] = "revisionist"
    return {state: said.get(state, "complying") for state in OTHERS}


def counts_of(kinds: dict[str, str]) -> dict[str, int]:
    """Return how many partners there are of each kind."""
    return {kind: list(kinds.values()).count(kind) for kind in KINDS}


def told(state: str) -> str:
    """Return the name of a state as it stands in a sentence."""
    return str(TEXT.words["state"].get(state, state))


def listed(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence."""
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    return TEXT.word("list", "two", first=TEXT.word("list", "comma").join(first), last=last)


def pairs_told(pairs: Sequence[tuple[str, str]]) -> str:
    """Return one pair by its names, several by their number."""
    if len(pairs) == 1:
        return sentence(listed(sorted(told(state) for state in pairs[0])))
    return TEXT.word("title", "many", number=len(pairs))


def sentence(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]
