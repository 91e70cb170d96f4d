"""The words of the live world, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def run_words(part: str) -> Mapping[str, str]:
    """Return the words of one part of the page by their keys."""
    resource = files("bor_widgets.charts.world_run").joinpath("words.toml")
    return MappingProxyType(dict(tomllib.loads(resource.read_text(encoding="utf-8"))[part]))


def told(part: str, key: str, **values: Any) -> str:
    """Return a sentence or a label, filled in."""
    sentence = run_words(part)[key]
    return sentence.format_map(values) if values else sentence
