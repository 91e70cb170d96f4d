"""The book, built once for all tests that open it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.harness import ROOT

#: Seconds that a book may take on a busy machine.
BOOK_BUILT_WITHIN = 600.0


def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built book; it is built once, however many processes share the tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    output, said = shared / "site" / "book", shared / "site" / "said.txt"
    try:
        (shared / "site").mkdir()
    except FileExistsError:
        until = time.monotonic() + BOOK_BUILT_WITHIN
        while not said.exists() and time.monotonic() < until:
            time.sleep(0.5)
        told = said.read_text(encoding="utf-8")
        assert told == "", told
        return output
    told = "The build was broken off."
    try:
        told = build(output)
    finally:
        said.write_text(told, encoding="utf-8")
    assert told == "", told
    return output


def build(output: Path) -> str:
    """Build the book; return what went wrong, "" for nothing."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("BOR_BOOK")}
    done = subprocess.run(
        [sys.executable, "-m", "bor_widgets.printed.book", "--output", str(output)],
        cwd=ROOT,
        env=plain,
        capture_output=True,
        text=True,
        check=False,
    )
    # a warning makes it fail; a kernel that ends may have a last word all the same
    return done.stdout + done.stderr if done.returncode else ""
