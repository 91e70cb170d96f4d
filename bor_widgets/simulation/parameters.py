"""The numbers of a world: range, neutral value, label and meaning, each declared once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bor_widgets.situation import Parameter


@cache
def _data() -> Mapping[str, Any]:
    resource = files("bor_widgets.simulation").joinpath("parameters.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def world_parameters() -> Mapping[str, Parameter]:
    """Range, neutral value, label and meaning of every number of a world, by name."""
    declared = {}
    for name, entry in _data()["parameter"].items():
        values: dict[str, Any] = {
            key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()
        }
        values.setdefault("places", ())
        declared[name] = Parameter(name=name, **values)
    return MappingProxyType(declared)


@cache
def world_groups() -> Mapping[str, str]:
    """Labels of the groups of parameters, by name."""
    return MappingProxyType(dict(_data()["group"]))


def neutral_of(name: str) -> Any:
    """Return the neutral value of a number."""
    return world_parameters()[name].neutral
