"""The words of two worlds side by side, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _words() -> dict[str, dict[str, str]]:
    resource = files("bor_widgets.charts.world_run").joinpath("pair_words.toml")
    return dict(tomllib.loads(resource.read_text(encoding="utf-8")))


def pair_told(part: str, key: str, **values: Any) -> str:
    """Return a sentence or a label about two worlds, filled in."""
    sentence = _words()[part][key]
    return sentence.format_map(values) if values else sentence
