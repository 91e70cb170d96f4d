"""The words of the laboratory, read once."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def lab_words(part: str) -> Mapping[str, str]:
    """Return the words of one part of the page by their keys."""
    resource = files("bor_widgets.charts.world_lab").joinpath("words.toml")
    return MappingProxyType(dict(tomllib.loads(resource.read_text(encoding="utf-8"))[part]))


def told(part: str, key: str, **values: Any) -> str:
    """Return a sentence or a label, filled in."""
    sentence = lab_words(part)[key]
    return sentence.format_map(values) if values else sentence


def number(value: float) -> str:
    """Write a number of our scale, with as many places as tell something."""
    if math.isnan(value):
        return told("number", "none")
    if value == 0.0:
        return "0"
    size = abs(value)
    places = 2 if size >= 0.1 else 3 if size >= 0.01 else 4
    text = f"{value:.{places}f}" if size < 100 else f"{value:,.0f}"
    return text.replace("-", "\u2212")


def listed(names: Sequence[str]) -> str:
    """Join names to a list as it is read."""
    if len(names) < 2:
        return "".join(names)
    return told("number", "list", most=", ".join(names[:-1]), last=names[-1])


def lower_first(label: str) -> str:
    """Return a label as it stands within a sentence."""
    return label[:1].lower() + label[1:]
