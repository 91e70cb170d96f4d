"""The least that a case needs, and how `bor case new` is called and read back."""

from __future__ import annotations

from pathlib import Path

from bor_widgets.cases import Case, read_case
from bor_widgets.cli import main

#: the least that a case needs
LEAST = {
    "--title": "A quarrel over fish",
    "--actor": "Iceland",
    "--setting": "Two neighbours share a sea.",
    "--done": "They struck a deal.",
}


def least(**changes: str) -> list[str]:
    """The least that is needed as options; a value can be another."""
    asked = LEAST | {f"--{name}": value for name, value in changes.items()}
    return [f"{option}={value}" for option, value in asked.items()]


def new(*words: str) -> int:
    return main(["case", "new", *words])


def written(path: str = "cases/a-quarrel-over-fish.toml") -> Case:
    """Read the file as the pickers do, and let `bor check` look at it."""
    assert main(["check", path]) == 0
    return read_case(Path(path), theirs=True)
