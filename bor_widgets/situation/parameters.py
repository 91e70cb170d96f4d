"""The parameters of a situation: range, neutral value, label and meaning, declared once."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal
from unicodedata import category

Kind = Literal["slider", "criterion", "switch", "choice", "names", "set", "count", "text"]

#: a name of an issue area longer than this is refused: it could not be read on a chart
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Parameter:
    """One input of a situation.

    ``low``, ``high`` and ``neutral`` are on our scale: no paper gives a number.
    """

    name: str
    kind: Kind
    group: str
    label: str
    meaning: str
    places: tuple[str, ...]
    neutral: Any = None
    low: float = 0.0
    high: float = 1.0
    low_label: str = ""
    high_label: str = ""
    options: tuple[str, ...] = ()
    option_labels: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    @property
    def allowed(self) -> str:
        """What the parameter takes, as a phrase for an error sentence."""
        match self.kind:
            case "slider":
                return f"a number from {self.low:g} to {self.high:g}"
            case "criterion":
                return "True, False, None (open) or a number from 0 to 1"
            case "switch":
                return "True, False or None (open)"
            case "choice":
                among = f"one of {', '.join(self.options)}"
                return among if self.least else f"None (open) or {among}"
            case "names":
                return (
                    f"{self.least} to {self.most} different names of at most {LONGEST_NAME} letters"
                )
            case "set":
                return f"any of {', '.join(self.options)}"
            case "count":
                return f"a whole number from {self.low:.0f} to {self.high:.0f}"
            case "text":
                return f"a text of at most {self.most} letters"

    def check(self, value: Any) -> Any:
        """Return the value as it is kept, or refuse it.

        Raises
        ------
        TypeError
            If the value is of the wrong type.
        ValueError
            If it is outside the range, not finite, or not an option.
        """
        return _CHECKS[self.kind](self, value)

    def refuse(self, value: Any, error: type[Exception] = ValueError) -> Exception:
        """Build the error that names the field, what is allowed and what was given."""
        try:
            shown = " ".join(repr(value).split())
        except ValueError:  # Python will not print a whole number of thousands of digits
            shown = f"a {type(value).__name__} too long to show"
        shown = shown if len(shown) <= 80 else f"{shown[:77]}..."
        return error(f"{self.name} takes {self.allowed}; given was {shown}")


def _is_array(value: Any) -> bool:
    # asked without importing NumPy, which may be missing
    return hasattr(value, "__array__") and getattr(value, "ndim", 0) > 0


def _number(parameter: Parameter, value: Any) -> Any:
    if _is_array(value):
        return _array(parameter, value)
    if hasattr(value, "__array__") and hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise parameter.refuse(value, TypeError)
    try:
        number = float(value)
    except OverflowError:
        raise parameter.refuse(value) from None
    if not math.isfinite(number) or not parameter.low <= number <= parameter.high:
        raise parameter.refuse(value)
    return number


def _array(parameter: Parameter, value: Any) -> Any:
    import numpy as np

    array = np.asarray(value)
    if array.dtype.kind not in "fiu":
        raise parameter.refuse(value, TypeError)
    array = array.astype(float) + 0.0  # no negative zero: equal arrays look and hash alike
    if not (
        np.isfinite(array).all()
        and (array >= parameter.low).all()
        and (array <= parameter.high).all()
    ):
        raise parameter.refuse(value)
    array.flags.writeable = False
    return array


def _criterion(parameter: Parameter, value: Any) -> Any:
    return value if value is None or isinstance(value, bool) else _number(parameter, value)


def _switch(parameter: Parameter, value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise parameter.refuse(value, TypeError)


def _choice(parameter: Parameter, value: Any) -> str | None:
    # a choice of which at least one must be taken cannot be left open
    if value is None and not parameter.least:
        return None
    if isinstance(value, str) and value in parameter.options:
        return value
    raise parameter.refuse(value, ValueError if isinstance(value, str) else TypeError)


def _names(parameter: Parameter, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise parameter.refuse(value, TypeError)
    if not all(isinstance(name, str) for name in value):
        raise parameter.refuse(value, TypeError)
    names = tuple(name.strip() for name in value)
    proper = all(name and len(name) <= LONGEST_NAME and name.isprintable() for name in names)
    count = parameter.least <= len(names) <= parameter.most
    if not (proper and count and len(set(names)) == len(names)):
        raise parameter.refuse(value)
    return names


def _set(parameter: Parameter, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, list | tuple | set | frozenset):
        raise parameter.refuse(value, TypeError)
    if any(option not in parameter.options for option in value):
        raise parameter.refuse(value)
    return tuple(option for option in parameter.options if option in value)


def _count(parameter: Parameter, value: Any) -> int:
    if hasattr(value, "__array__") and hasattr(value, "item") and not _is_array(value):
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, int):
        raise parameter.refuse(value, TypeError)
    if not parameter.low <= value <= parameter.high:
        raise parameter.refuse(value)
    return value


def _text(parameter: Parameter, value: Any) -> str:
    if not isinstance(value, str):
        raise parameter.refuse(value, TypeError)
    # any script, space or joined sign may be written; signs that steer a machine may not
    steering = any(category(sign) in ("Cc", "Cs") for sign in value if sign not in "\n\t")
    if len(value) > parameter.most or steering:
        raise parameter.refuse(value)
    return value


_CHECKS = {
    "slider": _number,
    "criterion": _criterion,
    "switch": _switch,
    "choice": _choice,
    "names": _names,
    "set": _set,
    "count": _count,
    "text": _text,
}


@cache
def _data() -> dict[str, Any]:
    resource = files("bor_widgets.situation").joinpath("parameters.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def parameters() -> Mapping[str, Parameter]:
    """All parameters by name, in the order in which they are shown."""
    declared = {}
    for name, entry in _data()["parameter"].items():
        values: dict[str, Any] = {
            key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()
        }
        if values["kind"] == "set":
            values.setdefault("neutral", ())
        declared[name] = Parameter(name=name, **values)
    return MappingProxyType(declared)


@cache
def groups() -> Mapping[str, str]:
    """Labels of the groups of parameters by name, in the order in which they are shown."""
    return MappingProxyType({name: entry["label"] for name, entry in _data()["group"].items()})
