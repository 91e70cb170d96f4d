"""The numbers of a world that a run can vary, by name, with their ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.config import WorldConfig, world_parameters
from bor_widgets.situation import Parameter
from bor_widgets.theory.calibration import calibration_parameters
from bor_widgets.theory.commitment import PACE

#: lowest, highest, label and meaning of the numbers of a value-spreader's fatigue (our scale)
PACE_FIELDS: Mapping[str, tuple[float, float, str, str]] = MappingProxyType(
    {
        "strain": (0.01, 1.0, "Strain", "Fatigue that a round of full commitment adds."),
        "relief": (0.01, 1.0, "Relief", "Fatigue that a round of retrieving ties takes away."),
        "tiring": (0.01, 1.0, "Tired from", "Fatigue from which ties are retrieved."),
        "rested": (0.0, 1.0, "Rested at", "Fatigue at which retrieving ends; below the one above."),
        "letting_go": (0.01, 1.0, "Letting go", "Share of commitment given up in such a round."),
        "renewal": (0.0, 0.99, "Renewal", "Share of the drive that comes back the next time."),
        "wear": (0.01, 1.0, "Wear", "Share of a tie that a round of full commitment costs."),
        "mending": (0.01, 1.0, "Mending", "Share of a tie that retrieving mends in a round."),
        "pull": (0.01, 1.0, "Pull", "Constant pull towards stable ties, as a share."),
    }
)

WORDS = {
    "unknown": "{name} is no number of a world{near}",
    "near": "; did you mean {near}?",
    "fit": "{where}: {reason}",
    "not_numeric": "{name} takes {allowed}, which is no number and cannot be varied",
}


@cache
def numeric_fields() -> Mapping[str, Parameter]:
    """Every number of a world, by name; those of its parts as ``calibration.x``, ``pace.x``."""
    found = {
        name: parameter
        for name, parameter in world_parameters().items()
        if parameter.kind in ("slider", "count")
    }
    for name, parameter in calibration_parameters().items():
        found[f"calibration.{name}"] = replace(parameter, name=f"calibration.{name}")
    for name, (low, high, label, meaning) in PACE_FIELDS.items():
        found[f"pace.{name}"] = Parameter(
            name=f"pace.{name}",
            kind="slider",
            group="values",
            label=label,
            meaning=meaning,
            places=(),
            neutral=getattr(PACE, name),
            low=low,
            high=high,
        )
    return MappingProxyType(found)


def numeric_field(name: str) -> Parameter:
    """Return the declaration of one number.

    Raises
    ------
    ValueError
        For a name that is none; the sentence names what is near.
    """
    known = numeric_fields()
    if isinstance(name, str) and name in known:
        return known[name]
    told = f"{name!r:.80}"
    if isinstance(name, str) and name in world_parameters():
        allowed = world_parameters()[name].allowed
        raise ValueError(WORDS["not_numeric"].format(name=name, allowed=allowed))
    close = get_close_matches(str(name), known, n=1)
    near = WORDS["near"].format(near=close[0]) if close else ""
    raise ValueError(WORDS["unknown"].format(name=told, near=near))


def field_value(name: str, value: Any) -> float | int:
    """Return a value as its field keeps it; a whole number may be written as 4.0.

    Raises
    ------
    TypeError, ValueError
        For a name that is none, or a value that the field refuses.
    """
    parameter = numeric_field(name)
    if parameter.kind == "count" and isinstance(value, float) and value.is_integer():
        value = int(value)
    kept: float | int = parameter.check(value)
    if hasattr(kept, "__array__"):
        raise parameter.refuse(value, TypeError)
    return kept


def with_numbers(config: WorldConfig, numbers: Mapping[str, Any]) -> WorldConfig:
    """Return a configuration with some of its numbers changed, those of its parts included.

    Raises
    ------
    TypeError, ValueError
        For a name that is none, or numbers that a field refuses or that do not fit together.
    """
    own: dict[str, Any] = {}
    parts: dict[str, dict[str, Any]] = {"calibration": {}, "pace": {}}
    for name, value in numbers.items():
        part, dot, inner = name.partition(".")
        (parts[part] if dot and part in parts else own)[inner if dot else name] = field_value(
            name, value
        )
    for part, changes in parts.items():
        if changes:
            own[part] = replace(getattr(config, part), **changes)
    return config.with_(**own)


def configs_of(
    config: WorldConfig, points: Iterable[Mapping[str, float]]
) -> tuple[WorldConfig, ...]:
    """Return a configuration with each of some points' numbers in turn.

    Raises
    ------
    TypeError, ValueError
        For numbers that do not fit together; the sentence names the point.
    """
    found = []
    for point in points:
        try:
            found.append(with_numbers(config, point))
        except (TypeError, ValueError) as error:
            where = ", ".join(f"{name} {value:g}" for name, value in point.items())
            raise ValueError(WORDS["fit"].format(where=where, reason=error)) from None
    return tuple(found)
