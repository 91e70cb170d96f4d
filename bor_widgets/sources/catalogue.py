"""A read-only collection of records that is loaded when first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Generic, Protocol, TypeVar


class Record(Protocol):
    """Anything that carries an id."""

    @property
    def id(self) -> str:
        """The id under which it is found."""


R = TypeVar("R", bound=Record)


#: letters of an unknown id that a sentence repeats
LONGEST_SHOWN = 60


class Catalogue(Mapping[str, R], Generic[R]):
    """Records by id, in the order of the papers.

    Parameters
    ----------
    kind
        What one record is called in a sentence, for instance ``"rule"``.
    load
        Called once, when the first record is asked for.

    Raises
    ------
    KeyError
        For an unknown id, with the nearest known ones.
    """

    def __init__(self, kind: str, load: Callable[[], list[R]]) -> None:
        self.kind = kind
        self._load = load
        self._records: dict[str, R] | None = None

    def _all(self) -> dict[str, R]:
        if self._records is None:
            self._records = {record.id: record for record in self._load()}
        return self._records

    def __getitem__(self, key: str) -> R:
        records = self._all()
        if not isinstance(key, str) or key not in records:
            raise KeyError(self._unknown(key))
        return records[key]

    def __contains__(self, key: object) -> bool:
        return key in self._all()

    def _unknown(self, key: object) -> str:
        wanted = str(key)[:LONGEST_SHOWN].upper()
        # "S7" means S07 before it means anything that merely looks like it
        meant = [name for name in self._all() if _bare(name) == _bare(wanted)]
        alike = get_close_matches(wanted, list(self._all()), n=3, cutoff=0.3)
        near = list(dict.fromkeys([*meant, *alike]))[:3]
        hint = f"; the nearest are {', '.join(near)}" if near else ""
        given = repr(key)
        given = given if len(given) <= LONGEST_SHOWN else f"{given[: LONGEST_SHOWN - 3]}..."
        return f"no {self.kind} has the id {given}{hint}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return f"<{len(self)} {self.kind}s>"


def _bare(name: str) -> str:
    """Return an id without the zeros that pad its number."""
    return name[:1] + name[1:].lstrip("0")


def read_toml(*path: str) -> dict[str, Any]:
    """Read one of the package's own data files."""
    resource = files("bor_widgets.sources").joinpath("data", *path)
    return tomllib.loads(resource.read_text(encoding="utf-8"))
