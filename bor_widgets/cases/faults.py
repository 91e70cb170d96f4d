"""What is wrong with a record, as sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: in which file, at which key, and why."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.key}" if self.key else self.file
        # one fault is one line, whatever a file's name or key may hold
        return " ".join(f"{where}: {self.reason}".split())


class RecordError(ValueError):
    """A record that cannot be used; ``faults`` lists why."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}")


def short(value: object) -> str:
    """Show a value in a sentence without letting it fill the screen."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):
        return f"a {type(value).__name__} too large to show"
    return text if len(text) <= 60 else f"{text[:57]}..."
