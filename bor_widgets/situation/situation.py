"""A situation between a state and its counterpart, as a student sets it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from bor_widgets.situation.parameters import parameters

#: a number, or an array of numbers where many situations are judged at once
Number = Any
#: yes, no, open (None), or a degree between 0 and 1
Criterion = Any


@dataclass(frozen=True, init=False, eq=False)
class Situation:
    """Everything that the rules look at, each input with a neutral default.

    All numbers are on our scale. A criterion is True, False, or None where it is open;
    a degree between 0 and 1 leans to yes above the middle. Sliders and criteria may be
    NumPy arrays of one shape, to judge many situations at once. What each input means
    and where the papers name it stands in ``parameters()[name]``.

    Raises
    ------
    TypeError
        For an unknown name or a value of the wrong type.
    ValueError
        For a value outside its range. Nothing is clipped in silence.

    Examples
    --------
    >>> Situation(threat=0.7, relationship=0.4).relationship
    0.4
    """

    threat: Number
    relationship: Number
    grade: str | None
    punishment_means: Number
    compromise_means: Number
    leadership: Number
    issue_areas: tuple[str, ...]
    capability: Number
    allies: Number
    reciprocity: Criterion
    power_balancing_works: bool | None
    existential: bool | None
    interdependence: Number
    defence_advantage: Number
    territorial_norm: Number
    expansionist_ideology: Number
    target_critical: Criterion
    instruments: tuple[str, ...]
    concerted: Criterion
    deliberate: Criterion
    sustained: Criterion
    delegitimising: Criterion
    retributive: Criterion
    military_means: Criterion
    legitimacy: Number
    post_conflict: Criterion
    institutions: Number
    domestic_support: Number
    parties: int
    non_traditional: Criterion
    solvable_alone: Criterion
    will_be_bound: Criterion
    indivisibility: Criterion
    generalised_principles: Criterion
    diffuse_reciprocity: Criterion
    exclusive_privileges: Criterion
    one_to_one_belief: Criterion
    shared_interests: Number
    treaty: Criterion
    worldview: str | None

    def __init__(self, **values: Any) -> None:
        declared = parameters()
        for name in values:
            if name not in declared:
                near = get_close_matches(name, declared, n=2)
                hint = f"; did you mean {' or '.join(near)}?" if near else ""
                raise TypeError(f"a situation has no input {name!r}{hint}")
        for name, parameter in declared.items():
            value = parameter.check(values[name]) if name in values else parameter.neutral
            object.__setattr__(self, name, value)

    def with_(self, **changes: Any) -> Situation:
        """Return the same situation with some inputs changed."""
        return Situation(**{**self.values(), **changes})

    def values(self) -> dict[str, Any]:
        """All inputs by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def changed(self) -> dict[str, Any]:
        """Only the inputs that differ from their neutral value."""
        return {
            name: value
            for name, value in self.values().items()
            if not _same(value, parameters()[name].neutral)
        }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Situation):
            return NotImplemented
        mine, theirs = self.values(), other.values()
        return all(_same(mine[name], theirs[name]) for name in mine)

    def __hash__(self) -> int:
        return hash(tuple(_hashable(value) for value in self.values().values()))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.changed().items())
        return f"Situation({told})"


def _same(left: Any, right: Any) -> bool:
    if hasattr(left, "__array__") or hasattr(right, "__array__"):
        import numpy as np

        return bool(np.array_equal(left, right))
    # True == 1.0 in Python, but "yes" and "the degree 1" are different entries
    return type(left) is type(right) and bool(left == right)


def _hashable(value: Any) -> Any:
    return value.tobytes() if hasattr(value, "tobytes") else value
