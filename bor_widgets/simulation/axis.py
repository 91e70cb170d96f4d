"""One number of a world that a sweep varies, and the values that it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.fields import field_value, numeric_field

#: values of an axis at most
MOST_STEPS = 1_000

WORDS = {
    "values": "{name} takes a list of values to vary over; given was {given}",
    "empty": "{name} takes at least one value; given was none",
    "twice": "{name} takes different values; given was {value:g} twice",
    "many": "{name} takes at most {most:,} values; given were {given:,}",
    "steps": "the steps of {name} take a whole number from 1 to {most}; given was {given!r:.60}",
    "order": "{name} takes a low end below its high end; given were {low:g} and {high:g}",
    "whole": "{name} takes whole numbers; {steps} steps from {low:g} to {high:g} give {value:g}",
}


@dataclass(frozen=True, slots=True)
class Axis:
    """One number of a world, and the values that it takes in turn.

    Attributes
    ----------
    field
        Its name; ``calibration.x`` and ``pace.x`` for those of a world's parts.
    values
        What it takes; each within the range of the field.

    Raises
    ------
    TypeError, ValueError
        For a name that is none, or a value that the field refuses.
    """

    field: str
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        numeric_field(self.field)
        if isinstance(self.values, str) or not isinstance(self.values, Iterable):
            given = type(self.values).__name__
            raise TypeError(WORDS["values"].format(name=self.field, given=given))
        listed = tuple(self.values)
        if not listed:
            raise ValueError(WORDS["empty"].format(name=self.field))
        if len(listed) > MOST_STEPS:
            raise ValueError(
                WORDS["many"].format(name=self.field, most=MOST_STEPS, given=len(listed))
            )
        values = tuple(field_value(self.field, value) for value in listed)
        for k, value in enumerate(values):
            if value in values[:k]:
                raise ValueError(WORDS["twice"].format(name=self.field, value=value))
        object.__setattr__(self, "values", values)

    @classmethod
    def evenly(
        cls, field: str, low: float | None = None, high: float | None = None, steps: int = 5
    ) -> Axis:
        """Return an axis of even steps; over the whole range of the field by default.

        Raises
        ------
        TypeError, ValueError
            For ends that the field refuses, or steps that a field of whole numbers cannot take.
        """
        parameter = numeric_field(field)
        if isinstance(steps, bool) or not isinstance(steps, int) or not 1 <= steps <= MOST_STEPS:
            raise ValueError(WORDS["steps"].format(name=field, most=MOST_STEPS, given=steps))
        first = field_value(field, parameter.low if low is None else low)
        last = field_value(field, parameter.high if high is None else high)
        if first > last or (first == last and steps > 1):
            raise ValueError(WORDS["order"].format(name=field, low=first, high=last))
        # rounded, so that a tenth is written as a tenth
        values = [round(float(value), 12) for value in np.linspace(first, last, steps)]
        if parameter.kind == "count":
            for value in values:
                if not value.is_integer():
                    raise ValueError(
                        WORDS["whole"].format(
                            name=field, steps=steps, low=first, high=last, value=value
                        )
                    )
        return cls(field, tuple(values))

    @property
    def label(self) -> str:
        """What the field is called."""
        return numeric_field(self.field).label
