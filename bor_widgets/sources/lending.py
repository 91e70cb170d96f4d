"""Let a package be used as the collection that it holds.

``from bor_widgets import cases`` gives the collection, and so does the same line after
something else has imported the package ``bor_widgets.cases``, whose module then stands
under the same name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any


class _Lent(ModuleType, Mapping[str, Any]):
    """A module that answers as a mapping."""

    _lent: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self._lent[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lent)

    def __len__(self) -> int:
        return len(self._lent)

    def __contains__(self, key: object) -> bool:
        return key in self._lent

    def __repr__(self) -> str:
        return repr(self._lent)

    # two modules are the same only if they are one
    __eq__ = object.__eq__
    __hash__ = object.__hash__


def lend(module: str, collection: Mapping[str, Any]) -> None:
    """Let a loaded module answer as a collection, besides being a module."""
    loaded = sys.modules[module]
    loaded.__class__ = _Lent
    loaded._lent = collection  # type: ignore[attr-defined]
