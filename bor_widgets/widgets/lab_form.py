"""LabForm: a compact form of choices and numbers, told by data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from bor_widgets.widgets import panel

WORDS = {"scale": "Our scale: no paper gives a number."}


class LabForm(panel.Panel):
    """Blocks of fields in a row; what is typed stays, and what is wrong with it stands below.

    Attributes
    ----------
    blocks
        Each with ``name``, ``label`` and ``fields``. A field has ``name``, ``kind``
        (``"select"``, ``"number"``, ``"checks"`` or ``"segments"``), ``label``, and as its kind
        needs them ``options`` (each ``key``, ``label``, ``group``, ``note``, ``tag``) and
        ``size`` (``"small"``, ``"half"`` or ``"full"``).
    values
        What stands in each field by name, two-way: a text, a number, or a list of keys.
    notes
        A few words under a field, by its name.
    errors
        One sentence at a field, by its name.
    locked
        Whether nothing can be changed just now.
    """

    _esm: ClassVar[Any] = panel.script("lab_form")
    _css: ClassVar[Any] = panel.style("lab_form")

    name = traitlets.Unicode("").tag(sync=True)
    blocks = traitlets.List(traitlets.Dict()).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    locked = traitlets.Bool(False).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def put(self, **values: Any) -> None:
        """Set some of the fields."""
        self.values = {**self.values, **values}


def option(key: str, label: str, **more: str) -> dict[str, str]:
    """Return one option of a field."""
    return {"key": key, "label": label, **more}


def field(name: str, kind: str, label: str, **more: Any) -> dict[str, Any]:
    """Return one field of a form."""
    return {"name": name, "kind": kind, "label": label, **more}


def block(name: str, label: str, fields: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return fields that stand together."""
    return {"name": name, "label": label, "fields": [dict(each) for each in fields]}


def read_count(values: Mapping[str, Any], name: str, label: str, low: int, high: int) -> int:
    """Return a field that holds a whole number.

    Raises
    ------
    ValueError
        For anything else; the sentence says what it takes.
    """
    value = values.get(name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(
            f"{label} takes a whole number from {low:,} to {high:,}; given was {value!r:.40}"
        )
    return value


def read_key(values: Mapping[str, Any], name: str, label: str, known: Sequence[str]) -> str:
    """Return a field that holds one of some keys.

    Raises
    ------
    ValueError
        For anything else; the sentence says what it takes.
    """
    value = values.get(name)
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{label} takes one of its options; given was {value!r:.40}")
    return value
