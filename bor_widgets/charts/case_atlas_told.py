"""What the case atlas says about the cases that fit: counts, findings, text alternatives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bor_widgets.cases import Case
from bor_widgets.charts.case_atlas import atlas_word, told_years
from bor_widgets.charts.case_years import when
from bor_widgets.charts.countries import (
    countries_of,
    country_in_sentence,
    country_name,
    party_names,
    seats,
    seats_of,
    whereabouts,
)

#: from this year on a case counts as one of our own time (an era of S27 begins, P2 L101)
RECENT = 1991

#: lower ends of the steps in which countries are shaded, ours
STEPS = (1, 2, 5, 15)


def count_text(shown: Sequence[Case], total: int) -> str:
    """Tell how many cases fit, and how many of them have a year."""
    if not shown:
        return atlas_word("count", "none", total=total)
    head = "all" if len(shown) == total else "some"
    kinds = Counter(when(case).kind for case in shown)
    undated = kinds["words"] + kinds["none"]
    parts = [atlas_word("count", head, shown=len(shown), total=total)]
    if kinds["event"]:
        parts.append(atlas_word("count", "line", dated=kinds["event"]))
    if kinds["cited"]:
        parts.append(atlas_word("count", "cited", cited=kinds["cited"]))
    if undated:
        parts.append(atlas_word("count", "undated", undated=undated))
    return f"{parts[0]}: {', '.join(parts[1:])}."


def line_title(shown: Sequence[Case]) -> str:
    """State what the line of time shows."""
    dated = [(case, when(case)) for case in shown]
    events = [(case, time) for case, time in dated if time.kind == "event"]
    if not events:
        cited = any(time.kind == "cited" for _, time in dated)
        return atlas_word("line", "cited_only" if cited else "none")
    if len(events) == 1:
        case = events[0][0]
        return atlas_word("line", "one", title=case.title, years=told_years(case))
    # "until 2014" does not say when it began: it is counted on neither side
    begun = [time.first or 0 for _, time in events if not time.before]
    recent, older = (sum(year >= RECENT for year in begun), sum(year < RECENT for year in begun))
    numbers = {"recent": recent, "older": older, "dated": len(events)}
    for side, n in (("recent", recent), ("older", older)):
        if n == len(events):
            return atlas_word("line", f"{side}_all", **numbers)
        if 2 * n > len(events):
            return atlas_word("line", side, **numbers)
    return atlas_word("line", "recent_few", **numbers)


def line_alt(shown: Sequence[Case], today: int) -> str:
    """Tell the line of time to those who do not see it."""
    dated = [case for case in shown if when(case).on_the_line]
    dated.sort(key=lambda case: when(case).first or 0)
    items = [atlas_word("line", "item", title=case.title, years=case.years) for case in dated]
    told = atlas_word("line", "alt_cases", list="; ".join(items)) if items else ""
    undated = len(shown) - len(dated)
    rest = atlas_word("line", "alt_rest", undated=undated) if undated else ""
    told = told or atlas_word("line", "alt_none")
    return atlas_word("line", "alt", today=today, cases=told, rest=rest).strip()


def map_counts(shown: Sequence[Case]) -> tuple[Counter[str], Counter[str]]:
    """Return how many of the cases each country, and each seat, takes part in."""
    return (
        Counter(code for case in shown for code in countries_of(case)),
        Counter(name for case in shown for name in seats_of(case)),
    )


def map_title(shown: Sequence[Case], chosen: str = "") -> str:
    """State what the map shows; ``chosen`` is the code of a country that is filtered by."""
    counts, _ = map_counts(shown)
    if not counts:
        return atlas_word("map", "none")
    most = _most_first(counts)
    if chosen and counts[chosen] == len(shown):
        return _beside(chosen, [entry for entry in most if entry[0] != chosen], len(shown))
    (first, n), rest = most[0], most[1:]
    name = country_in_sentence(first, first=True)
    if len(shown) == 1:
        if rest:
            return atlas_word("map", "single", n=len(most))
        return atlas_word("map", "single_one", first=country_in_sentence(first))
    if not rest:
        return atlas_word("map", "only", first=name, n=n, shown=len(shown))
    second, m = rest[0]
    kind = "top" if n > m else "many" if len(rest) > 1 and rest[1][1] == n else "tie"
    if kind == "top" and n == len(shown):
        kind = "every"
    names = {"first": name, "second": country_in_sentence(second)}
    return atlas_word("map", kind, **names, n=n, m=m, shown=len(shown))


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], country_name(entry[0])))


def _beside(chosen: str, others: list[tuple[str, int]], shown: int) -> str:
    name = country_in_sentence(chosen, first=True)
    if not others:
        return atlas_word("map", "chosen_alone", country=name)
    other, n = others[0]
    kind = "chosen_one" if shown == 1 else "chosen"
    told = country_in_sentence(other)
    return atlas_word("map", kind, country=name, other=told, n=n, shown=shown)


def map_alt(shown: Sequence[Case]) -> str:
    """Tell the map, with what stands on it and what does not."""
    counts, at_seats = map_counts(shown)
    if not counts and not at_seats:
        return atlas_word("map", "none") + "."
    order = _most_first(counts)
    listed = [atlas_word("map", "alt_item", name=country_name(code), n=n) for code, n in order]
    told = ""
    if at_seats:
        towns = [
            atlas_word("map", "alt_item", name=f"{name} ({seats()[name].at})", n=n)
            for name, n in at_seats.most_common()
        ]
        told = atlas_word("map", "alt_seats", list=", ".join(towns))
    return atlas_word("map", "alt", list=", ".join(listed) or "0", seats=told).strip()


def absent_text(shown: Sequence[Case]) -> str:
    """Tell which parties of the cases are not on the map, and why; "" if all are."""
    known = whereabouts()
    told = {
        name: known[name].missing
        for case in shown
        for name in party_names(case)
        if name in known and known[name].missing
    }
    if not told:
        return ""
    items = [f"{name} ({why[0].lower()}{why[1:].rstrip('.')})" for name, why in told.items()]
    return atlas_word("map", "absent", list="; ".join(items))


def cases_text(n: int) -> str:
    """Tell a number of cases."""
    return atlas_word("map", "cases_one") if n == 1 else atlas_word("map", "cases_many", n=n)


def step_of(n: int) -> int:
    """Return the step in which a country of so many cases is shaded, 0 for none."""
    return sum(n >= low for low in STEPS)


def legend() -> list[dict[str, Any]]:
    """Return the steps of shading and their numbers."""
    entries = [{"step": 0, "label": atlas_word("map", "legend_none")}]
    for place, low in enumerate(STEPS, start=1):
        if place == len(STEPS):
            label = atlas_word("map", "legend_over", low=low)
        else:
            high = STEPS[place] - 1
            kind = "legend_one" if high == low else "legend_span"
            label = atlas_word("map", kind, low=low, high=high)
        entries.append({"step": place, "label": label})
    return entries


def marks(shown: Sequence[Case]) -> Mapping[str, list[dict[str, Any]]]:
    """Return countries and seats with number, shade and spoken label, most cases first."""
    counts, at_seats = map_counts(shown)
    order = _most_first(counts)
    countries = [
        {
            "code": code,
            "name": country_name(code),
            "n": n,
            "step": step_of(n),
            "label": atlas_word("map", "hover", name=country_name(code), n=cases_text(n)),
        }
        for code, n in order
    ]
    towns = [
        {
            "name": name,
            "n": n,
            "label": atlas_word(
                "map", "hover", name=f"{name}, {seats()[name].at}", n=cases_text(n)
            ),
        }
        for name, n in at_seats.most_common()
    ]
    return {"countries": countries, "seats": towns}
