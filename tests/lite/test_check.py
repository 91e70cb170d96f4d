"""The site's own Python, tried under Node.js: every notebook, and the acceptance tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from lite.check import WORDS, check
from tests.browser.lite_site import built_once

pytestmark = pytest.mark.xdist_group("lite")


def test_the_acceptance_tests_hold_in_the_browsers_python(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # never passed over: a machine without Node.js cannot say that the site works
    assert shutil.which("node"), WORDS["no_node"]
    site = built_once(tmp_path_factory)
    done = check(site)
    assert done.returncode == 0, done.stdout + done.stderr
    held = set(re.findall(r"^(T\d\d) holds", done.stdout, re.MULTILINE))
    assert held == {f"T{number:02d}" for number in range(1, 59)}
    opened = set(re.findall(r"^(\S+\.ipynb) opens", done.stdout, re.MULTILINE))
    files = site / "files"
    assert opened == {path.relative_to(files).as_posix() for path in files.rglob("*.ipynb")}


def test_a_site_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=re.escape(str(tmp_path))):
        check(tmp_path)
