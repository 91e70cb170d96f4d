"""Who came first, how surely, and whether that depends on the setting and on the criterion.

Scores of one replication share one seed, so that entries are compared by their differences
replication by replication. Two can be told apart if the interval of their difference leaves
out 0; all pairs of a table are looked at together, at 95 % for the whole table (Bonferroni).
An entry's place is one more than the number of entries that are clearly better: those that
cannot be told apart from the best share the first place.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.entries import Entry
from bor_widgets.simulation.intervals import Interval, interval
from bor_widgets.simulation.tournament import Outcome
from bor_widgets.theory.checks import one_of

#: how sure an interval is
LEVEL = 0.95

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "nothing": "Too little was played to say who wins.",
        "one": "There is only one entry, so that nobody wins.",
        "always": "{names} {comes} first, or cannot be told apart from the first, in every "
        "setting by every criterion.",
        "depends": "What wins depends on the assumptions: no entry comes first in every setting "
        "by every criterion{where}.",
        "setting": "with the setting it changes for {names}",
        "criterion": "with the criterion it changes in {names}",
        "all": "all of them",
        "comes": "comes",
        "come": "come",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one entry did.

    Attributes
    ----------
    place
        1 is the best; entries that cannot be told apart share a place.
    entry
        Who it is.
    score
        Mean over its meetings with all others, with its 95 % interval over replications.
    alone
        The same in worlds where all states follow it.
    """

    place: int
    entry: Entry
    score: Interval
    alone: Interval


def scores(outcome: Outcome, criterion: str, setting: str | None = None) -> dict[str, list[float]]:
    """Return each entry's scores by replication: the mean over its meetings with all others.

    Parameters
    ----------
    setting
        Name of one setting; otherwise the mean over all settings.
    """
    names = sorted(entry.name for entry in outcome.tournament.entries)
    return {name: _over(outcome, criterion, setting, name, names) for name in names}


def _over(
    outcome: Outcome, criterion: str, setting: str | None, one: str, all_names: Sequence[str]
) -> list[float]:
    """Scores of one entry by replication, against all of these but itself."""
    others = [name for name in all_names if name != one] or [one]
    places = [setting] if setting else [each.name for each in outcome.tournament.settings]
    # only replications that were played everywhere can be compared
    parts = set.intersection(*(set(outcome.whole_parts(place)) for place in places))
    numbers = sorted(n for part in parts for n in outcome.tournament.numbers(part))
    rows = []
    for place in places:
        played = sorted(
            n for part in outcome.whole_parts(place) for n in outcome.tournament.numbers(part)
        )
        for other in others:
            row = dict(zip(played, outcome.against(place, criterion, one, other), strict=True))
            rows.append([row[number] for number in numbers])
    # summed exactly: no order of entries or settings changes a bit
    return [math.fsum(column) / len(rows) for column in zip(*rows, strict=True)]


def standings(
    outcome: Outcome, criterion: str | None = None, setting: str | None = None
) -> tuple[Standing, ...]:
    """Rank the entries, the best first; empty where too little was played.

    Parameters
    ----------
    criterion
        By what; the tournament's own by default.
    setting
        Name of one setting; otherwise the mean over all.

    Raises
    ------
    ValueError
        For a criterion or a setting that there is not.
    """
    by = one_of("criterion", criterion or outcome.tournament.criterion, tuple(criteria()))
    if setting is not None:
        one_of("setting", setting, tuple(each.name for each in outcome.tournament.settings))
    found = scores(outcome, by, setting)
    if not all(found.values()):
        return ()
    better = clearly_better(found, criteria()[by].sign)
    entries = {entry.name: entry for entry in outcome.tournament.entries}
    rows = [
        Standing(
            place=1 + sum(name in worse for worse in better.values()),
            entry=entries[name],
            score=interval(values, LEVEL),
            alone=interval(_over(outcome, by, setting, name, [name]), LEVEL),
        )
        for name, values in found.items()
    ]
    sign = criteria()[by].sign
    return tuple(sorted(rows, key=lambda row: (row.place, -sign * row.score.mean, row.entry.name)))


def clearly_better(found: Mapping[str, Sequence[float]], sign: float) -> dict[str, set[str]]:
    """Return whom each entry is clearly better than, all pairs looked at together."""
    names = sorted(found)
    pairs = max(len(names) * (len(names) - 1) // 2, 1)
    level = 1.0 - (1.0 - LEVEL) / pairs
    better: dict[str, set[str]] = {name: set() for name in names}
    for k, one in enumerate(names):
        for other in names[k + 1 :]:
            gaps = [sign * (a - b) for a, b in zip(found[one], found[other], strict=True)]
            gap = interval(gaps, level)
            if not gap.holds_zero:
                winner, loser = (one, other) if gap.mean > 0.0 else (other, one)
                better[winner].add(loser)
    return better


def winners(outcome: Outcome) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return who has the first place, by setting and criterion; several if they share it.

    A setting in which too little was played is left out.
    """
    found = {}
    for setting in outcome.tournament.settings:
        for criterion in criteria():
            table = standings(outcome, criterion, setting.name)
            if table:
                names = tuple(row.entry.name for row in table if row.place == 1)
                found[setting.name, criterion] = names
    return found


def whether_it_depends(outcome: Outcome) -> str:
    """Say in one sentence whether who wins changes with the setting and with the criterion.

    It changes where no entry has a first place, shared or alone, in all that is compared.
    """
    if len(outcome.tournament.entries) == 1:
        return WORDS["one"]
    first = {key: set(names) for key, names in winners(outcome).items()}
    if not first:
        return WORDS["nothing"]
    labels = {entry.name: entry.label for entry in outcome.tournament.entries}
    if always := set.intersection(*first.values()):
        names = _and([labels[name] for name in sorted(always)])
        return WORDS["always"].format(
            names=names, comes=WORDS["comes" if len(always) == 1 else "come"]
        )
    played = list(dict.fromkeys(setting for setting, _ in first))
    by_setting = [
        criterion.label
        for criterion in criteria().values()
        if not set.intersection(*(first[place, criterion.name] for place in played))
    ]
    by_criterion = [
        setting.label
        for setting in outcome.tournament.settings
        if setting.name in played
        and not set.intersection(*(first[setting.name, name] for name in criteria()))
    ]
    told = []
    for kind, changing, count in (
        ("setting", by_setting, len(criteria())),
        ("criterion", by_criterion, len(played)),
    ):
        if changing:
            whole = WORDS["all"] if len(changing) == count > 1 else _and(changing, quoted=True)
            told.append(WORDS[kind].format(names=whole))
    return WORDS["depends"].format(where=f"; {', and '.join(told)}" if told else "")


def _and(names: Sequence[str], *, quoted: bool = False) -> str:
    shown = [f"“{name}”" if quoted else name for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
