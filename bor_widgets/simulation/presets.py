"""Scenes of the papers that a world can begin from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bor_widgets.simulation.config import WorldConfig


@dataclass(frozen=True, slots=True)
class Preset:
    """One scene.

    Attributes
    ----------
    name, label, meaning
        Its name, what it is called, and what is in it.
    places
        Where the papers tell of it; the numbers are ours all the same.
    rules
        Ids of the rules that it is about.
    config
        The world that it begins.
    """

    name: str
    label: str
    meaning: str
    places: tuple[str, ...]
    rules: tuple[str, ...]
    config: WorldConfig


@cache
def presets() -> Mapping[str, Preset]:
    """All scenes by name, in the order in which they are offered."""
    resource = files("bor_widgets.simulation").joinpath("presets.toml")
    found = {}
    for name, entry in tomllib.loads(resource.read_text(encoding="utf-8"))["preset"].items():
        told = {key: entry.pop(key) for key in ("label", "meaning", "places", "rules")}
        found[name] = Preset(
            name=name,
            label=told["label"],
            meaning=told["meaning"],
            places=tuple(told["places"]),
            rules=tuple(told["rules"]),
            config=WorldConfig.from_plain(entry),
        )
    return MappingProxyType(found)
