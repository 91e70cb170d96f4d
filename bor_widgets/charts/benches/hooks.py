"""What a bench may offer beyond its drawings: inputs that are locked, and a text of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from bor_widgets.charts.benches.text import Values


@dataclass(frozen=True, slots=True)
class Lock:
    """A value that an input holds by itself, so that a reader cannot move it.

    Attributes
    ----------
    value
        What the input shows and the view computes with.
    reason
        Why it is locked, in a few words.
    flag
        On what the value rests: "text", "inferred", "judgement", or "" for nothing.
    final
        Whether it stays locked whatever is pressed; otherwise ``pick`` is asked with
        ``"unlock"`` and the input's name.
    """

    value: Any
    reason: str
    flag: str = ""
    final: bool = False


def bench_locks(name: str) -> Callable[[Values], Mapping[str, Lock] | None]:
    """Return which inputs of a bench are locked, by its values; a bench may have none.

    Where the function answers with None, nothing is coded, and no input is flagged.
    """
    module = import_module(f"bor_widgets.charts.benches.{name}")
    locks: Callable[[Values], Mapping[str, Lock] | None] = getattr(
        module, "locks", lambda _values: None
    )
    return locks


def bench_markdown(name: str) -> Callable[..., str] | None:
    """Return what writes a reader's own work as a text in Markdown; None if a bench has none.

    It takes what the bench's view takes.
    """
    module = import_module(f"bor_widgets.charts.benches.{name}")
    write: Callable[..., str] | None = getattr(module, "markdown", None)
    return write
