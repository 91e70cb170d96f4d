"""Sliders of an explorable: declared inputs, each with the stops whose answers a page knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from bor_widgets.charts.explorable_pack import plain
from bor_widgets.charts.words import value_label
from bor_widgets.situation import Parameter

WORDS = {
    "no_stops": "the slider {name!r} needs a step, or a list of at least two different stops; "
    "given was {given!r}",
    "table": "a stop of {name!r} that is a table holds 'stop' and 'text', and nothing else",
    "step": "the step of {name!r} takes a number above 0 and at most {most:g}; given was {given!r}",
    "not_a_stop": "the slider {name!r} stops at {known}; given was {given!r}",
}

#: a range wider than this counts something: its whole values are told without decimals
_WIDE = 2


@dataclass(frozen=True, slots=True)
class Slider:
    """A declared input with the stops at which a page knows the answer.

    Attributes
    ----------
    parameter
        Its declaration: range, label and meaning are read from there.
    stops
        Values in order. Where they lie is our scale.
    texts
        Words for stops that their options would tell at too great a length, by the stop.
    """

    parameter: Parameter
    stops: tuple[Any, ...]
    texts: Mapping[Any, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def name(self) -> str:
        """Name of the input."""
        return self.parameter.name

    def nearest(self, value: Any) -> int:
        """Return the place of a stop: the value itself, or for a number the nearest one.

        Raises
        ------
        ValueError
            For a value that is no number and no stop.
        """
        for place, stop in enumerate(self.stops):
            if stop == value and isinstance(stop, bool) == isinstance(value, bool):
                return place
        numbers = [stop for stop in self.stops if _is_number(stop)]
        if not _is_number(value) or len(numbers) < len(self.stops):
            known = ", ".join(map(self.told, self.stops))
            raise ValueError(WORDS["not_a_stop"].format(name=self.name, known=known, given=value))
        return min(range(len(numbers)), key=lambda i: abs(numbers[i] - value))

    def with_stop(self, value: Any) -> Slider:
        """Return the slider with a value among its stops, so that it can begin there.

        A number takes its place between the others, anything else stands first.
        """
        if repr(value) in map(repr, self.stops):
            return self
        if all(map(_is_number, (*self.stops, value))):
            return replace(self, stops=tuple(sorted((*self.stops, value))))
        return replace(self, stops=(value, *self.stops))

    def told(self, value: Any) -> str:
        """Tell a value to a reader."""
        if isinstance(value, tuple) and value in self.texts:
            return self.texts[value]
        wide = self.parameter.high - self.parameter.low > _WIDE
        if wide and isinstance(value, float) and value.is_integer():
            value = int(value)
        text = value_label(self.parameter, value)
        return f"−{text[1:]}" if _is_number(value) and value < 0 else text

    def as_data(self) -> dict[str, Any]:
        """Return the slider as the page receives it."""
        told = self.parameter
        numeric = all(_is_number(stop) for stop in self.stops)
        return {
            "name": told.name,
            "label": told.label,
            "meaning": told.meaning,
            "places": list(told.places),
            "stops": plain(self.stops),
            "texts": [self.told(stop) for stop in self.stops],
            "numeric": numeric,
            "whole": told.kind == "count",
            "low": plain(told.low),
            "high": plain(told.high),
            "low_label": told.low_label,
            "high_label": told.high_label,
        }


def slider(parameter: Parameter, stops: Any = None) -> Slider:
    """Return the slider of a declared input.

    Parameters
    ----------
    parameter
        The input.
    stops
        A step (the range is walked from its low end, the high end is always a stop), a list
        of values, or None for every option of a choice. In a list, a table with ``stop`` and
        ``text`` gives the words for its stop.

    Raises
    ------
    TypeError, ValueError
        For a step or a stop that the input does not take.
    """
    if stops is None and parameter.options and parameter.kind == "choice":
        stops = parameter.options
    elif stops is None and parameter.kind in ("switch", "criterion"):
        stops = (False, True)
    if isinstance(stops, int | float) and not isinstance(stops, bool):
        stops = _walk(parameter, stops)
    if not isinstance(stops, list | tuple):
        raise ValueError(WORDS["no_stops"].format(name=parameter.name, given=stops))
    if any(isinstance(entry, Mapping) and set(entry) != {"stop", "text"} for entry in stops):
        raise ValueError(WORDS["table"].format(name=parameter.name))
    given = [entry["stop"] if isinstance(entry, Mapping) else entry for entry in stops]
    checked = tuple(
        parameter.check(tuple(stop) if isinstance(stop, list) else stop) for stop in given
    )
    if len(set(map(repr, checked))) < max(2, len(checked)):
        raise ValueError(WORDS["no_stops"].format(name=parameter.name, given=stops))
    texts = {
        stop: entry["text"]
        for stop, entry in zip(checked, stops, strict=True)
        if isinstance(entry, Mapping)
    }
    return Slider(parameter, checked, MappingProxyType(texts))


def _walk(parameter: Parameter, step: float) -> list[float]:
    room = parameter.high - parameter.low
    if parameter.kind not in ("slider", "count", "criterion") or not 0 < step <= room:
        raise ValueError(WORDS["step"].format(name=parameter.name, most=room, given=step))
    count = int(room / step + 1e-9)
    found = [round(parameter.low + i * step, 6) for i in range(count + 1)]
    if parameter.high - found[-1] > 1e-6:
        found.append(parameter.high)
    return [int(stop) for stop in found] if parameter.kind == "count" else found


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
