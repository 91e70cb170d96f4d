"""The drawings of the whole web: states and ties, and gauges."""

from __future__ import annotations

from types import MappingProxyType

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.tie_web_states import (
    HEGEMON,
    NEIGHBOURS,
    OWN,
    STATES,
    TEXT,
    TIES,
    Seen,
    listed,
    pairs_told,
    told,
)
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.network import Node, Tie, network
from bor_widgets.theory.containment import tie_after_compliance
from bor_widgets.theory.lens_expectations import LENSES
from bor_widgets.theory.webs import WebReading

#: places on the picture, so that no line runs under a state on a narrow page either
PLACES = MappingProxyType(
    {
        "United States": (0.5, 0.0),
        "Russia": (0.08, 0.14),
        "India": (0.08, 0.52),
        "Myanmar": (0.92, 0.52),
        "Vietnam": (0.92, 0.14),
        "China": (0.5, 0.62),
    }
)

#: up to this a tie is neither close nor hostile, and from this a gauge says "much" (ours)
UNDEFINED = 0.05


def finding_key(values: Values, seen: Seen) -> str:
    """Name what stands out in the web: the first of these decides its title."""
    labelled = bool(seen.web.revisionists)
    if seen.lens == LENSES[1]:
        return "grown_power" if seen.grown else "label" if labelled else "quiet_power"
    resolved, forced = seen.reading.resolved, bool(seen.web.must_choose)
    if labelled:
        return "label"
    if values["request"]:
        return "comply_forced" if forced else "comply_resolved" if resolved > 0 else "comply"
    if seen.grown:
        return "grown_ties"
    if resolved >= 0:
        return "resolved" if resolved > 0 else "undecided"
    return "forced" if forced else "loose"


def title_of(values: Values, seen: Seen) -> str:
    """Return the finding of the web as a sentence."""
    key = finding_key(values, seen)
    names = list(seen.web.must_choose)
    if key == "loose":
        loose = [name for name in NEIGHBOURS if seen.web.tie(OWN, name) < values["stable"]]
        names, key = loose, key if len(loose) == 1 else "loose_many"
    label = told(values["revisionist"])
    pairs = pairs_told(seen.grown) if seen.grown else ""
    states = listed([told(name) for name in names])
    return TEXT.word("title", key, state=label, pairs=pairs, states=states)


def picture(values: Values, seen: Seen) -> Drawing:
    """Draw the web."""
    power = seen.lens == LENSES[1]
    meanings = dict(TEXT.words["meaning"])
    meanings["alarm"] = meanings["alarm_power" if power else "alarm_ties"]
    return network(
        "web",
        title_of(values, seen),
        nodes(values),
        [_tie(pair, values, seen) for pair in TIES],
        meanings={tone: text for tone, text in meanings.items() if "_" not in tone},
    )


def nodes(values: Values) -> list[Node]:
    """Return the states as plates, each in its place."""
    return [_node(state, values) for state in STATES]


def _node(state: str, values: Values) -> Node:
    if state == OWN:
        return Node(state, state, *PLACES[state], "actor", TEXT.word("detail", "own"))
    about = [TEXT.word("detail", "hegemon" if state == HEGEMON else "neighbour")]
    if state in values["must_choose"]:
        about.append(TEXT.word("detail", "must"))
    called = state == values["revisionist"]
    press = TEXT.word("detail", "unlabel" if called else "label")
    detail = f"{TEXT.word('list', 'comma').join(about)}. {press}"
    return Node(state, state, *PLACES[state], "counterpart" if called else "third", detail)


def _tie(pair: tuple[str, str], values: Values, seen: Seen) -> Tie:
    one, other = pair
    strength = seen.web.tie(one, other)
    tone, key = _standing(strength, values["stable"])
    if one == OWN and other in seen.web.revisionists:
        tone, key = "alarm", "confronts"
    elif one == OWN and other == HEGEMON and seen.reading.hegemon_tie > strength:
        strength, tone, key = seen.reading.hegemon_tie, "calm", "least"
    elif one == OWN and other in NEIGHBOURS and values["request"]:
        forced = other in seen.web.must_choose
        if tie_after_compliance(strength, values["request"], forced) is None:
            tone, key = "open", "silent"
        else:
            key = "complies"
    elif pair in seen.grown:
        power = seen.lens == LENSES[1]
        tone, key = ("alarm", "alarms") if power else ("friendly", "serves")
    label, detail = TEXT.word("quality", key), TEXT.word("detail", "tie")
    return Tie(one, other, abs(strength), tone, label, detail)


def _standing(strength: float, stable: float) -> tuple[str, str]:
    if abs(strength) <= UNDEFINED:
        return "open", "undefined"
    if strength < 0:
        return "warn", "strained"
    return ("good", "stable") if strength >= stable else ("calm", "loose")


def standing(seen: Seen) -> Drawing:
    """Draw the gauges."""
    now, opening = seen.reading, seen.opening
    before = TEXT.word("gauge", "before")
    power = seen.lens == LENSES[1]
    framed = seen.web.frame == "multilateral"
    off = "volatility_calm" if framed else "volatility_off"
    entries = [
        _containment(now, opening),
        Gauge(
            TEXT.word("gauge", "confrontation"), now.confrontation, amount(now.confrontation),
            tone="alarm",
        ),
        Gauge(
            TEXT.word("gauge", "security"), now.relational_security,
            amount(now.relational_security), mark=opening.relational_security,
            mark_label=before, tone="good",
        ),
        Gauge(
            TEXT.word("gauge", "alarm"), now.alarm,
            amount(now.alarm) if power else TEXT.word("gauge", "alarm_off"), tone="alarm",
        ),
        Gauge(
            TEXT.word("gauge", "volatility"), now.volatility,
            amount(now.volatility) if now.volatility > 0 else TEXT.word("gauge", off),
            tone="caution",
        ),
        Gauge(
            TEXT.word("gauge", "interference"), now.interference, amount(now.interference),
            tone="calm",
        ),
    ]  # fmt: skip
    return gauges("standing", TEXT.word("gauge", _standing_title(seen)), entries,
                  scale=TEXT.word("scale"))  # fmt: skip


def _containment(now: WebReading, opening: WebReading) -> Gauge:
    label, before = TEXT.word("gauge", "containment"), TEXT.word("gauge", "before")
    if now.resolved == 0:
        # a number would answer what the paper leaves open
        return Gauge(label, None, TEXT.word("gauge", "containment_open"), tone="open")
    mark = None if opening.resolved == 0 else opening.containment
    return Gauge(
        label, now.containment, amount(now.containment), mark=mark, mark_label=before, tone="warn"
    )


def _standing_title(seen: Seen) -> str:
    now = seen.reading
    if now.confrontation > 0:
        return "title_label"
    if now.alarm > 0:
        return "title_alarm"
    if now.volatility > 0:
        return "title_volatile"
    if now.intervening > 0:
        return "title_intervene"
    if now.resolved >= 0:
        return "title_resolved" if now.resolved > 0 else "title_undecided"
    return "title_gain" if seen.grown else "title_some"
