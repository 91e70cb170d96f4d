"""By what a tournament is judged, and how each state of a world is scored by it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.measures import security_of
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tallies import Tallies


@dataclass(frozen=True, slots=True)
class Criterion:
    """One way to say what winning is; it is ours.

    Attributes
    ----------
    name, label, meaning, unit
        Its name, what it is called, what it says, and on what scale.
    rules
        Ids of the rules whose terms it uses; none of them says that this is winning.
    better
        ``"high"`` or ``"low"``.
    """

    name: str
    label: str
    meaning: str
    unit: str
    rules: tuple[str, ...]
    better: str

    @property
    def sign(self) -> float:
        """1 where more is better, and -1 where less is."""
        return 1.0 if self.better == "high" else -1.0


@cache
def criteria() -> Mapping[str, Criterion]:
    """All criteria by name, in the order in which they are offered."""
    resource = files("bor_widgets.simulation").joinpath("criteria.toml")
    entries = tomllib.loads(resource.read_text(encoding="utf-8"))["criterion"]
    return MappingProxyType(
        {
            name: Criterion(name=name, **{**entry, "rules": tuple(entry["rules"])})
            for name, entry in entries.items()
        }
    )


class Scores:
    """Scores of all states of a row of worlds, summed up round by round.

    Parameters
    ----------
    config, worlds
        The worlds before their first round.
    """

    def __init__(self, config: WorldConfig, worlds: Worlds) -> None:
        self.config = config
        self.begun = worlds.capability.copy()
        self.rounds = 0
        self.security = np.zeros(worlds.capability.shape)
        self.given_up = np.zeros(worlds.capability.shape)
        self.fights = np.zeros(worlds.capability.shape, np.int64)

    def add(self, worlds: Worlds, tallies: Tallies) -> None:
        """Count a round that was just played."""
        self.rounds += 1
        self.security += security_of(self.config, worlds, tallies)
        self.given_up += tallies.given_up
        self.fights += tallies.fights

    def of(self, worlds: Worlds) -> dict[str, Any]:
        """Return the score of every state by every criterion, each an array (R, n)."""
        ties = (worlds.shape[1] - 1) * self.rounds
        return {
            "security": self.security / self.rounds,
            "interests": self.given_up / ties,
            "peace": self.fights / ties,
            "capability": worlds.capability / self.begun - 1.0,
        }
