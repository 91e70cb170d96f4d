"""When and where: the eras since 1815 with cases laid over them, and what tilts a region."""

from __future__ import annotations

from functools import cache

from bor_widgets.charts.benches.soft_acts import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.timeline import Event, Span, timeline
from bor_widgets.theory.eras import ERAS, Era, eras_of
from bor_widgets.theory.institutional_balancing import attraction
from bor_widgets.theory.norm_building import legitimacy_of_outside_support
from bor_widgets.theory.regions_and_world import direct_response, regional_weight, tilt
from bor_widgets.theory.year_reasons import climate_words, years_of

TONES = {"favourable": "good", "mixed": "caution", "hard": "alarm"}

#: from which share on a gauge says "much", and up to which it says "little" (ours)
MUCH, LITTLE = 0.6, 0.4


def inside(era: Era) -> int:
    """Count the cases of the timeline that fall into an era, wholly or partly."""
    last = era.last or int(TEXT.parameters["year"].high)
    return sum(event["first"] < last and era.first < event["last"] for event in TEXT.words["event"])


def era_state(year: int) -> tuple[str, int]:
    """Name what a year is, as the words of this bench do, and count the cases of its era."""
    found = eras_of(year)
    if not found:
        return "none", 0
    return ("edge" if len(found) > 1 else found[0].climate), inside(found[0])


def _title(year: int) -> str:
    state, count = era_state(year)
    key = f"title_{state}"
    if state == "hard" and count:
        key = "title_hard_case" if count == 1 else "title_hard_cases"
    found = eras_of(year)
    era = years_of(found[0]) if found else ""
    return TEXT.word("years", key, year=year, era=era[:1].upper() + era[1:], count=count)


@cache
def _spans() -> tuple[Span, ...]:
    """Return the eras, and the years between them that nobody classified."""
    word, year = TEXT.words["years"], TEXT.parameters["year"]
    spans, reached = [], int(year.low)
    for era in ERAS:
        if era.first > reached:
            spans.append(Span(word["open"], reached, era.first, "open", open=True))
        last = era.last or int(year.high)
        detail = TEXT.word("years", "detail", climate=climate_words(era.climate))
        spans.append(Span(word[era.climate], era.first, last, TONES[era.climate], detail=detail))
        reached = last
    return tuple(spans)


@cache
def _events() -> tuple[Event, ...]:
    return tuple(
        Event(
            event["label"],
            event["first"],
            event["last"] if event["last"] > event["first"] else None,
            lane=1,
            case=event["case"],
        )
        for event in TEXT.words["event"]
    )


def eras(values: Values) -> Drawing:
    """Draw the eras as printed, with cases of soft balancing laid over them."""
    year = TEXT.parameters["year"]
    word = TEXT.words["years"]
    return timeline(
        "eras",
        _title(values["year"]),
        year.low,
        year.high,
        spans=_spans(),
        events=_events(),
        at=values["year"],
        moves="year",
        at_label=TEXT.word("years", "here", year=values["year"]),
        lanes=(word["lane_eras"], word["lane_cases"]),
    )


def region(values: Values) -> Drawing:
    """Draw what tilts a region to soft tools, and what stays open."""
    word = TEXT.words["places"]
    leaning = tilt(values["interdependence"], values["region_institutions"], values["region_norms"])
    weight = regional_weight(values["retreat"])
    pull = attraction(values["legitimacy"], values["cheap"], values["flexible"]).value
    support = legitimacy_of_outside_support(values["rival_norm"])
    entries = [
        Gauge(word["tilt"], leaning, _amount(leaning), tone="good"),
        Gauge(word["weight"], weight, _amount(weight)),
        Gauge(word["pull"], pull, _amount(pull)),
        Gauge(word["support"], support, _amount(support), tone="caution"),
    ]
    if values["actor"] in (None, "great"):
        entries.append(Gauge(word["answer"], None, word["answer_same"], tone="open"))
    else:
        share = direct_response(1.0, 1.0)
        entries.append(Gauge(word["answer"], share, word["answer_less"], tone="caution"))
    entries.append(Gauge(word["instrument"], None, word["instrument_open"], tone="open"))
    tilted = "towards" if leaning > 0.5 else "away" if leaning < 0.5 else "even"
    return gauges("places", word[f"title_{tilted}"], entries, scale=TEXT.word("scale"))


def _amount(share: float) -> str:
    key = "much" if share >= MUCH else "little" if share <= LITTLE else "some"
    return str(TEXT.words["places"][key])
