"""Where a verdict comes from.

Each computed rule has one place in the code, and each reason that is shown names its rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import Any, ParamSpec, TypeVar

from bor_widgets.sources import OutsideWork, Rule, outside, rules

P = ParamSpec("P")
T = TypeVar("T")

_COMPUTED: dict[str, str] = {}


def computes(*ids: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Mark the function that computes the given rules.

    Raises
    ------
    ValueError
        If another function already computes one of them: a rule has one place.
    """

    def mark(function: Callable[P, T]) -> Callable[P, T]:
        place = f"{function.__module__}.{function.__qualname__}"
        for rule in ids:
            if _COMPUTED.setdefault(rule, place) != place:
                raise ValueError(f"{rule} is computed by {_COMPUTED[rule]} and again by {place}")
        return function

    return mark


def computed_rules() -> dict[str, str]:
    """Return every computed rule and the one function that computes it.

    All modules of the theory are loaded first, since a rule is known once its module is.
    """
    import bor_widgets.theory as package

    for module in iter_modules(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    return dict(sorted(_COMPUTED.items()))


@cache
def _phrases() -> dict[str, Any]:
    """Read all phrase files into one tree; two files may fill the same table, not the same key."""
    tree: dict[str, Any] = {}
    folder = files("bor_widgets.theory").joinpath("phrases")
    for resource in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if resource.name.endswith(".toml"):
            _merge(tree, tomllib.loads(resource.read_text(encoding="utf-8")), resource.name)
    return tree


def _merge(tree: dict[str, Any], more: dict[str, Any], name: str) -> None:
    for key, entry in more.items():
        if isinstance(entry, dict):
            _merge(tree.setdefault(key, {}), entry, name)
        elif key in tree:
            raise ValueError(f"{name} says {key!r} a second time")
        else:
            tree[key] = entry


def phrase(*path: str, **values: Any) -> str:
    """Return a sentence of the product by its path in the phrase file, filled in."""
    entry: Any = _phrases()
    for key in path:
        entry = entry[key]
    # only the template is ours to format; what a student typed is put in as it is
    return str(entry).format_map(values) if values else str(entry)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is: a finding about this situation, and who says so.

    Attributes
    ----------
    rule
        Id of the rule, or of the outside work on which the finding rests.
    key
        Which of the rule's findings applies.
    values
        What is filled into the sentence.
    """

    rule: str
    key: str = "holds"
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The finding in words."""
        return phrase("reason", self.rule, self.key, **self.values)

    @property
    def source(self) -> Rule | OutsideWork:
        """The rule, with its paper, lines, explicitness and our paraphrase."""
        return outside[self.rule] if self.rule.startswith("W") else rules[self.rule]

    def __str__(self) -> str:
        return f"{self.text} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something the papers do not say, with the place where they leave it open."""

    rule: str
    key: str = "open"

    @property
    def text(self) -> str:
        """What is not said, in words."""
        return phrase("open", self.rule, self.key)

    @property
    def source(self) -> Rule:
        """The rule or claim that leaves it open."""
        return rules[self.rule]
