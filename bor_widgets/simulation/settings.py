"""In which scenes a tournament is played."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.presets import presets

#: settings of a tournament where none are named
USUAL = ("free", "forced", "interwar", "grave")


@dataclass(frozen=True, slots=True)
class Setting:
    """One scene.

    Attributes
    ----------
    name, label
        Its name, and what it is called.
    config
        What the worlds are. What states follow is set by the tournament.
    """

    name: str
    label: str
    config: WorldConfig

    def __post_init__(self) -> None:
        for field in ("name", "label"):
            value = getattr(self, field)
            if not isinstance(value, str) or not value.strip() or not value.isprintable():
                raise ValueError(f"{field} takes a printable text; given was {value!r:.80}")
        if not isinstance(self.config, WorldConfig):
            raise TypeError(f"config takes a WorldConfig; given was {type(self.config).__name__}")


@cache
def settings() -> Mapping[str, Setting]:
    """All settings that are offered, by name."""
    resource = files("bor_widgets.simulation").joinpath("settings.toml")
    found = {}
    for name, entry in tomllib.loads(resource.read_text(encoding="utf-8"))["setting"].items():
        label = entry.pop("label")
        scene = entry.pop("preset", None)
        config = presets()[scene].config if scene else WorldConfig()
        found[name] = Setting(name, label, config.with_(**entry))
    return MappingProxyType(found)


def setting_named(name: str) -> Setting:
    """Return a setting, or a preset as a setting.

    Raises
    ------
    ValueError
        For a name that is neither.
    """
    if name in settings():
        return settings()[name]
    if name in presets():
        return Setting(name, presets()[name].label, presets()[name].config)
    known = ", ".join(dict.fromkeys((*settings(), *presets())))
    raise ValueError(f"a setting takes one of {known}; given was {name!r:.80}")
