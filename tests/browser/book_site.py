"""The book, built once for all tests that open it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import built
from tests.browser.harness import ROOT


def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built book; it is built once, however many processes share the tests."""
    return built.built_once(tmp_path_factory, "book", build)


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
