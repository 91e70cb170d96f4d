"""Many answers as one small piece of data, from which a page reads each of them back.

Answers to neighbouring questions are mostly alike. What all of them share is kept once; what
differs is kept as a column: the different values, and for each question which of them it is.
A column that depends on one slider alone has only as many places as that slider has stops.

A packed tree is made of lists that begin with a letter:

``["c", value]``
    the same value everywhere (its place in ``values``)
``["d", {name: tree}]``, ``["l", [tree]]``
    a dictionary or a list whose parts are trees
``["j", [tree]]``
    a text put together from its parts
``["v", column, [value]]``
    one of several values, as the column says
``["s", column, [tree]]``
    one of several trees, as the column says
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import product
from math import prod
from typing import Any

#: one letter for each place in a list of values; none of them needs to be escaped anywhere
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_`{|}~"

#: decimals that a number of a drawing keeps; no eye tells more apart
DECIMALS = 4

#: parts that are always kept whole: they come again and again
WHOLE = frozenset({"source"})

#: where a text may be taken apart: between sentences, and around numbers
_PIECES = re.compile(r"(?<=[.;:,?!]) |(−?\d+(?:\.\d+)?)")


def plain(value: Any) -> Any:
    """Return data as a page holds it: lists for tuples, numbers rounded, whole ones as such.

    Raises
    ------
    TypeError
        For what no page can hold.
    """
    if isinstance(value, dict):
        return {str(name): plain(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, float):
        short = round(value, DECIMALS)
        return int(short) if short == int(short) else short
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"a picture holds texts, numbers, lists and dictionaries; given was {value!r}")


def pack(answers: Sequence[Any], shape: Sequence[int]) -> dict[str, Any]:
    """Return answers as one piece of data.

    Parameters
    ----------
    answers
        What :func:`plain` made of each answer, the last slider moving fastest.
    shape
        How many stops each slider has.

    Raises
    ------
    ValueError
        If there are not as many answers as stops.
    """
    if len(answers) != prod(shape):
        raise ValueError(f"{prod(shape)} answers are needed; given were {len(answers)}")
    packer = _Packer(tuple(shape))
    tree = packer.tree(list(answers), list(range(len(answers))))
    return {
        "shape": list(shape),
        "values": packer.values,
        "columns": packer.columns,
        "tree": tree,
    }


def unpack(packed: dict[str, Any], place: Sequence[int]) -> Any:
    """Return one answer, as the page's script does.

    Parameters
    ----------
    packed
        What :func:`pack` returned.
    place
        The stop of each slider.

    Raises
    ------
    IndexError
        For a stop that is not there.
    """
    shape = packed["shape"]
    if len(place) != len(shape) or any(
        not 0 <= at < stops for at, stops in zip(place, shape, strict=True)
    ):
        raise IndexError(f"the stops are {shape}; given was {list(place)}")

    def which(number: int) -> int:
        axes, letters = packed["columns"][number]
        at = 0
        for axis in axes:
            at = at * shape[axis] + place[axis]
        wide = len(letters) // prod(shape[axis] for axis in axes)
        found = 0
        for letter in letters[at * wide : (at + 1) * wide]:
            found = found * len(LETTERS) + LETTERS.index(letter)
        return found

    def read(tree: Any) -> Any:
        kind, rest = tree[0], tree[1:]
        match kind:
            case "c":
                return packed["values"][rest[0]]
            case "d":
                return {name: read(part) for name, part in rest[0].items()}
            case "l":
                return [read(part) for part in rest[0]]
            case "j":
                return "".join(read(part) for part in rest[0])
            case "v":
                return packed["values"][rest[1][which(rest[0])]]
        return read(rest[1][which(rest[0])])

    return read(packed["tree"])


class _Packer:
    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape
        self.places = list(product(*(range(stops) for stops in shape)))
        self.values: list[Any] = []
        self.columns: list[list[Any]] = []
        self._value_at: dict[str, int] = {}
        self._column_at: dict[tuple[Any, ...], int] = {}

    def tree(self, found: list[Any], at: list[int], name: str = "") -> list[Any]:
        """Return what is the same and what differs among the answers to some questions."""
        texts = [json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in found]
        if len(set(texts)) == 1:
            return ["c", self._value(found[0], texts[0])]
        if name not in WHOLE:
            kinds = [_kind(entry) for entry in found]
            if len(set(kinds)) > 1:
                return self._switch(found, at, kinds)
            if isinstance(found[0], dict):
                return [
                    "d",
                    {key: self.tree([e[key] for e in found], at, key) for key in found[0]},
                ]
            if isinstance(found[0], list):
                parts = range(len(found[0]))
                return ["l", [self.tree([e[i] for e in found], at) for i in parts]]
            if isinstance(found[0], str):
                pieces = [_pieces(entry) for entry in found]
                if len(pieces[0]) > 1 and len({len(entry) for entry in pieces}) == 1:
                    parts = range(len(pieces[0]))
                    return ["j", [self._column([e[i] for e in pieces], at) for i in parts]]
                if len(set(texts)) > 2 and any(len(entry) > 1 for entry in pieces):
                    return self._switch(found, at, [str(len(entry)) for entry in pieces])
        return self._column(found, at)

    def _switch(self, found: list[Any], at: list[int], kinds: list[str]) -> list[Any]:
        order = list(dict.fromkeys(kinds))
        trees = []
        for kind in order:
            mine = [i for i, other in enumerate(kinds) if other == kind]
            trees.append(self.tree([found[i] for i in mine], [at[i] for i in mine]))
        codes = [order.index(kind) for kind in kinds]
        return ["s", self._codes(codes, at, len(order)), trees]

    def _column(self, found: list[Any], at: list[int]) -> list[Any]:
        texts = [json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in found]
        order = {text: i for i, text in enumerate(dict.fromkeys(texts))}
        first = dict(zip(reversed(texts), reversed(found), strict=True))
        places = [self._value(first[text], text) for text in order]
        if len(order) == 1:
            return ["c", places[0]]
        return ["v", self._codes([order[text] for text in texts], at, len(order)), places]

    def _value(self, value: Any, text: str) -> int:
        if text not in self._value_at:
            self._value_at[text] = len(self.values)
            self.values.append(value)
        return self._value_at[text]

    def _codes(self, codes: list[int], at: list[int], count: int) -> int:
        """Keep which of the values each question has, along as few sliders as tell it."""
        axes = list(range(len(self.shape)))
        for axis in tuple(axes):
            fewer = [other for other in axes if other != axis]
            if self._told_by(fewer, codes, at) is not None:
                axes = fewer
        told = self._told_by(axes, codes, at) or {}
        wide = 1
        while len(LETTERS) ** wide < count:
            wide += 1
        letters = "".join(
            _code(told.get(key, 0), wide)
            for key in product(*(range(self.shape[axis]) for axis in axes))
        )
        known = (tuple(axes), letters)
        if known not in self._column_at:
            self._column_at[known] = len(self.columns)
            self.columns.append([axes, letters])
        return self._column_at[known]

    def _told_by(
        self, axes: list[int], codes: list[int], at: list[int]
    ) -> dict[tuple[int, ...], int] | None:
        told: dict[tuple[int, ...], int] = {}
        for code, place in zip(codes, at, strict=True):
            key = tuple(self.places[place][axis] for axis in axes)
            if told.setdefault(key, code) != code:
                return None
        return told


def _kind(entry: Any) -> str:
    if isinstance(entry, dict):
        return f"d{sorted(entry)}"
    if isinstance(entry, list):
        return f"l{len(entry)}"
    return "text" if isinstance(entry, str) else "other"


def _pieces(text: str) -> list[str]:
    """Take a text apart so that joining the parts gives it back."""
    parts: list[str] = []
    start = 0
    for found in _PIECES.finditer(text):
        if found[1] is None:
            parts.append(text[start : found.end()])
        else:
            parts += [text[start : found.start()], found[1]]
        start = found.end()
    return [*parts, text[start:]]


def _code(number: int, wide: int) -> str:
    letters = ""
    for _ in range(wide):
        number, rest = divmod(number, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters
