"""What one change makes of worlds, told from pairs that share their chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.charts.world_run.pair_words import pair_told
from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.intervals import Interval, interval
from bor_widgets.simulation.measures import measures


@dataclass(frozen=True, slots=True)
class Change:
    """The one change, and how it was compared.

    Attributes
    ----------
    label
        What the changed number is called.
    now, then
        Its value in the first and in the second world, in words.
    rounds
        Rounds after which the worlds are compared.
    asked
        Pairs that were asked for.
    """

    label: str
    now: str
    then: str
    rounds: int
    asked: int


def differences(values: Any) -> dict[str, Interval | None]:
    """Return how much higher each measure is in the second world, with its interval.

    Parameters
    ----------
    values : (pairs, 2, measures)
        Each measure of both worlds of each pair; pairs in which one of the two has nothing to
        measure are left out.

    Returns
    -------
    By name; None where fewer than two pairs are left.
    """
    found: dict[str, Interval | None] = {}
    for k, name in enumerate(measures()):
        each = values[:, 1, k] - values[:, 0, k]
        each = each[np.isfinite(each)]
        found[name] = interval([float(value) for value in each]) if len(each) > 1 else None
    return found


def finding(change: Change, measure: str, found: Interval | None, pairs: int) -> str:
    """Tell the finding and how sure one can be of it.

    Parameters
    ----------
    measure
        Name of the measure.
    found
        Its difference.
    pairs
        Pairs that were run.
    """
    label = measures()[measure].label
    if not pairs:
        return pair_told("result", "none")
    if found is None:
        key = "few" if pairs < 2 else "empty"
        return pair_told("result", key, measure=label, pairs=pairs, asked=change.asked)
    key = "same" if found.holds_zero else "higher" if found.mean > 0.0 else "lower"
    mean, low, high = found.mean, found.low, found.high
    if key == "lower":  # told as a size: what is lower by 0.2 has no minus sign
        mean, low, high = -mean, -high, -low
    return pair_told(
        "result", key, label=change.label, now=change.now, then=change.then, measure=label,
        mean=_number(mean), low=_number(low), high=_number(high), rounds=change.rounds,
        pairs=found.count,
    )  # fmt: skip


def rows(found: dict[str, Interval | None]) -> list[dict[str, Any]]:
    """Return the differences as a picture takes them, those with something to measure only."""
    known = measures()
    return [
        {
            "name": name,
            "label": known[name].label,
            "mean": each.mean,
            "low": each.low,
            "high": each.high,
            "pairs": each.count,
            "seen": not each.holds_zero,
            "told": f"{_number(each.mean)} ({_number(each.low)} to {_number(each.high)})",
        }
        for name, each in found.items()
        if each is not None
    ]


def _number(value: float) -> str:
    size = abs(value)
    places = 2 if size >= 0.1 or not size else 3 if size >= 0.01 else 4
    text = f"{value:.{places}f}"
    # minus zero is no number that a reader knows; a minus sign is wider than a hyphen
    return text.lstrip("-") if not float(text) else text.replace("-", "\u2212")
