"""Which bench belongs to which lesson: its class, its page and its purpose."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class BenchName:
    """The bench of one lesson.

    Attributes
    ----------
    lesson
        Id of the lesson.
    name
        Name of the class.
    slug
        Name of the page, without an ending.
    purpose
        One line: what a reader does there.
    """

    lesson: str
    name: str
    slug: str
    purpose: str

    @property
    def notebook(self) -> str:
        """File of the page; beside the other pages, so that it serves as a relative link."""
        return f"{self.slug}.ipynb"

    @property
    def title(self) -> str:
        """The bench's name in words."""
        return self.slug.replace("-", " ").capitalize()


@cache
def bench_names() -> Mapping[str, BenchName]:
    """Return the benches by the id of their lesson, in the lessons' order."""
    resource = files("bor_widgets.charts").joinpath("bench_names.toml")
    entries = tomllib.loads(resource.read_text(encoding="utf-8"))["bench"]
    return MappingProxyType({entry["lesson"]: BenchName(**entry) for entry in entries})
