"""A picture that a reader explores: a pure function, a few sliders, and its answers on a grid."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any

from bor_widgets.charts.benches.view import View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.explorable_pack import pack, plain
from bor_widgets.charts.explorable_sliders import Slider, slider
from bor_widgets.situation import Parameter, parameters

WORDS = {
    "sliders": "an explorable takes one to {most} sliders; given were {given}",
    "unknown": "an explorable has no slider {name!r}; its sliders are {known}",
    "undeclared": "no input {name!r} is declared; declared are {known}",
    "picture": "the function of an explorable returns a View, a Drawing or a Picture; "
    "given was {given}",
    "too_large": "The figure {name} is too large for a page: {size} kB, and {most} kB are allowed. "
    "Make its grid coarser: it has {grid}, {count} answers in all. A larger step for {widest} "
    "helps most.",
    "stops": "{count} stops of {name}",
}

#: bytes that the data of one figure may take in a page
MOST_BYTES = 300_000

#: how many sliders a reader can keep in mind
MOST_SLIDERS = 4


@dataclass(frozen=True, slots=True)
class PlotlyPicture:
    """A picture that plotly draws.

    Attributes
    ----------
    name
        Stays the same while the picture changes, so that it is updated in place.
    title
        The finding as a sentence.
    alt
        The whole picture in words; changes with it.
    figure
        ``data`` and ``layout`` as plain data.
    columns, rows
        The same as a table.
    """

    name: str
    title: str
    alt: str
    figure: Mapping[str, Any]
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the picture as the page receives it."""
        return {
            "name": self.name,
            "title": self.title,
            "alt": self.alt,
            "data": self.figure["data"],
            "layout": self.figure["layout"],
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
        }


@dataclass(frozen=True, slots=True)
class Picture:
    """What a function shows for one set of values.

    Attributes
    ----------
    card
        The finding as :meth:`bor_widgets.charts.benches.view.Finding.as_card` tells it;
        empty where there is none.
    drawings
        Drawings of our own.
    plotly
        Pictures that plotly draws.
    picks
        What choosing a part of a drawing sets: inputs by name, by the part's drawing and key.
    """

    card: Mapping[str, Any] = field(default_factory=dict)
    drawings: Sequence[Drawing] = ()
    plotly: Sequence[PlotlyPicture] = ()
    picks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


#: what a function may return
Shown = View | Drawing | Picture


@dataclass(frozen=True)
class Exploration:
    """A pure function with its sliders and its start.

    Attributes
    ----------
    function
        Takes every slider's value by name and returns what is shown.
    sliders
        The inputs that move.
    start
        Value of each slider at the beginning.
    name
        What an error calls it.
    """

    function: Callable[..., Shown]
    sliders: tuple[Slider, ...]
    start: Mapping[str, Any]
    name: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.sliders) <= MOST_SLIDERS:
            raise ValueError(WORDS["sliders"].format(most=MOST_SLIDERS, given=len(self.sliders)))

    @property
    def shape(self) -> tuple[int, ...]:
        """How many stops each slider has."""
        return tuple(len(each.stops) for each in self.sliders)

    @property
    def first(self) -> tuple[int, ...]:
        """The stops with which it begins."""
        return tuple(each.nearest(self.start[each.name]) for each in self.sliders)

    def values(self, place: Sequence[int]) -> dict[str, Any]:
        """Return the sliders' values at some stops."""
        return {each.name: each.stops[at] for each, at in zip(self.sliders, place, strict=True)}

    def answer(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the function, and return what it shows as plain data.

        Raises
        ------
        TypeError, ValueError
            For an unknown slider, a bad value, or a function that returns something else.
        """
        known = {each.name: each.parameter for each in self.sliders}
        for name in values:
            if name not in known:
                raise TypeError(WORDS["unknown"].format(name=name, known=", ".join(known)))
        checked = {name: known[name].check(value) for name, value in values.items()}
        return answer_of(self.function(**{**self.start, **checked}))

    def packed(self) -> dict[str, Any]:
        """Return every answer on the grid as one piece of data.

        Raises
        ------
        ValueError
            If it is too large for a page; the error says how to make it smaller.
        """
        places = product(*(range(stops) for stops in self.shape))
        found = pack([self.answer(self.values(place)) for place in places], self.shape)
        size = len(in_json(found).encode())
        if size > MOST_BYTES:
            raise ValueError(self._too_large(size))
        return found

    def _too_large(self, size: int) -> str:
        widest = max(self.sliders, key=lambda each: len(each.stops))
        grid = ", ".join(
            WORDS["stops"].format(count=len(each.stops), name=each.name) for each in self.sliders
        )
        return WORDS["too_large"].format(
            name=self.name,
            size=-(-size // 1000),
            most=MOST_BYTES // 1000,
            grid=grid,
            count=prod(self.shape),
            widest=widest.name,
        )


def exploration(
    function: Callable[..., Shown],
    sliders: Mapping[str, Any],
    *,
    start: Mapping[str, Any] | None = None,
    declared: Mapping[str, Parameter] | None = None,
    name: str = "",
) -> Exploration:
    """Return a function with sliders that are declared elsewhere.

    Parameters
    ----------
    function
        Takes the sliders' values by name.
    sliders
        Name of a declared input -> its stops, see :func:`slider`.
    start
        Values to begin with; the declared neutral ones for the rest.
    declared
        Where the inputs are declared: those of a situation by default.
    name
        What an error calls it; the function's name by default.

    Raises
    ------
    TypeError, ValueError
        For an input that is not declared, a bad stop, or too many sliders.
    """
    known = parameters() if declared is None else declared
    for wanted in sliders:
        if wanted not in known:
            few = ", ".join(list(known)[:12])
            raise ValueError(WORDS["undeclared"].format(name=wanted, known=few))
    begin = dict(start or {})
    for wanted in begin:
        if wanted not in sliders:
            raise TypeError(WORDS["unknown"].format(name=wanted, known=", ".join(sliders)))
    made = []
    for wanted, stops in sliders.items():
        begin[wanted] = known[wanted].check(begin.get(wanted, known[wanted].neutral))
        made.append(slider(known[wanted], stops).with_stop(begin[wanted]))
    return Exploration(
        function, tuple(made), begin, name or getattr(function, "__name__", "explorable")
    )


def answer_of(shown: Any) -> dict[str, Any]:
    """Return what a function shows as plain data.

    Raises
    ------
    TypeError
        For anything else than a view, a drawing or a picture.
    """
    match shown:
        case View():
            picture = Picture(shown.finding.as_card(), shown.drawings)
        case Drawing():
            picture = Picture(drawings=(shown,))
        case Picture():
            picture = shown
        case _:
            raise TypeError(WORDS["picture"].format(given=type(shown).__name__))
    made: dict[str, Any] = plain(
        {
            "card": dict(picture.card),
            "drawings": [drawing.as_data() for drawing in picture.drawings],
            "plotly": [each.as_data() for each in picture.plotly],
            "picks": {key: dict(wish) for key, wish in picture.picks.items()},
        }
    )
    return made


def in_json(data: Any) -> str:
    """Return data as short as JSON can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
