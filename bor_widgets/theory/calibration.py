"""The numbers that are ours, in one editable object."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bor_widgets.situation import Parameter


@cache
def calibration_parameters() -> Mapping[str, Parameter]:
    """Range, neutral value, label and meaning of every number that is ours."""
    resource = files("bor_widgets.theory").joinpath("calibration.toml")
    entries = tomllib.loads(resource.read_text(encoding="utf-8"))["parameter"]
    return MappingProxyType(
        {
            name: Parameter(name=name, kind="slider", group="calibration", places=(), **entry)
            for name, entry in entries.items()
        }
    )


def _neutral(name: str) -> float:
    return float(calibration_parameters()[name].neutral)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights, cut points and sizes on our scale. No paper gives a number.

    The ranges keep what must hold whatever the numbers: no threat is never graded as
    one, the grade never falls as the threat rises and never rises as the tie becomes
    easier to recover, and a restraint called enhanced is one.

    Raises
    ------
    TypeError, ValueError
        For a number outside its range, or cut points that do not rise.
    """

    weight_relationship: float = _neutral("weight_relationship")
    weight_punishment: float = _neutral("weight_punishment")
    weight_compromise: float = _neutral("weight_compromise")
    weight_leadership: float = _neutral("weight_leadership")
    sensitivity: float = _neutral("sensitivity")
    cut_potential: float = _neutral("cut_potential")
    cut_indirect: float = _neutral("cut_indirect")
    cut_direct: float = _neutral("cut_direct")
    enhanced_restraint: float = _neutral("enhanced_restraint")
    lessened_restraint: float = _neutral("lessened_restraint")
    revoked_restraint: float = _neutral("revoked_restraint")
    cut_reciprocity: float = _neutral("cut_reciprocity")
    cut_existential: float = _neutral("cut_existential")
    cut_weak: float = _neutral("cut_weak")

    def __post_init__(self) -> None:
        for name, parameter in calibration_parameters().items():
            object.__setattr__(self, name, parameter.check(getattr(self, name)))
        if not self.cut_potential < self.cut_indirect < self.cut_direct:
            raise ValueError(
                "the cut points must rise: potential below indirect below direct; given were "
                f"{self.cut_potential:g}, {self.cut_indirect:g} and {self.cut_direct:g}"
            )
        if not self.revoked_restraint <= self.lessened_restraint:
            raise ValueError(
                "revoked restraint cannot be milder than lessened restraint; given were "
                f"{self.revoked_restraint:g} and {self.lessened_restraint:g}"
            )

    @property
    def cuts(self) -> tuple[float, float, float]:
        """The three cut points, rising."""
        return (self.cut_potential, self.cut_indirect, self.cut_direct)

    def with_(self, **changes: float) -> Calibration:
        """Return the same calibration with some numbers changed."""
        unknown = set(changes) - set(calibration_parameters())
        if unknown:
            raise TypeError(f"a calibration has no number {sorted(unknown)[0]!r}")
        return replace(self, **changes)

    def changed(self) -> dict[str, float]:
        """Only the numbers that differ from their neutral value."""
        return {name: value for name, value in asdict(self).items() if value != _neutral(name)}


#: the calibration with which everything starts
NEUTRAL = Calibration()
