"""What takes long to build, built once for all tests that open it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

#: Seconds that a site may take on a busy machine.
BUILT_WITHIN = 900.0


def built_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, build: Callable[[Path], str]
) -> Path:
    """Return the folder of what was built, once, however many processes share the tests.

    Parameters
    ----------
    name : str
        What it is called among all that is built.
    build : callable
        Fills a folder, and returns what went wrong, "" for nothing.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    output, said = shared / f"built-{name}" / name, shared / f"built-{name}" / "said.txt"
    try:
        said.parent.mkdir()
    except FileExistsError:
        until = time.monotonic() + BUILT_WITHIN
        while not said.exists() and time.monotonic() < until:
            time.sleep(0.5)
        told = said.read_text(encoding="utf-8")
        assert told == "", told
        return output
    told = "The build was broken off."
    try:
        told = build(output)
    finally:
        # under its name only when it is whole: others look for it
        whole = said.with_suffix(".part")
        whole.write_text(told, encoding="utf-8")
        whole.rename(said)
    assert told == "", told
    return output
