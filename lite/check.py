"""`python -m lite.check`: the built site's Python, tried without a browser."""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent

WORDS = {
    "no_node": (
        "The check needs Node.js 18 or newer, which was not found: install it (on Debian or "
        "Ubuntu: apt-get install nodejs)."
    ),
    "no_site": "There is no site in {folder}: run make lite first.",
}

#: what runs the tests; it is lent to the browser's Python and is no part of the site
TOOLS = ("pytest", "_pytest", "pluggy", "iniconfig", "py")


def check(site: Path) -> subprocess.CompletedProcess[str]:
    """Open every notebook and run the acceptance tests in a site's own Python.

    Raises
    ------
    FileNotFoundError
        If there is no Node.js, or no site.
    """
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError(WORDS["no_node"])
    if not (site / "static" / "pyodide" / "pyodide-lock.json").is_file():
        raise FileNotFoundError(WORDS["no_site"].format(folder=site))
    with tempfile.TemporaryDirectory(prefix="bor-lite-check-") as lent:
        for name in TOOLS:
            _lend(name, Path(lent))
        shutil.copytree(HERE / "lent", lent, dirs_exist_ok=True)
        return subprocess.run(
            [node, str(HERE / "check.mjs"), str(site), str(ROOT / "tests"), lent],
            capture_output=True, text=True, check=False,
        )  # fmt: skip


def _lend(name: str, folder: Path) -> None:
    """Copy a package alone: beside it lie others that the browser does not have."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{name} is not installed")
    source = Path(found.origin)
    if found.submodule_search_locations is None:
        shutil.copy2(source, folder)
    else:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source.parent, folder / name, ignore=leave)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the site that the command line names; 1 where something fails."""
    parser = argparse.ArgumentParser(prog="python -m lite.check", description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "lite", metavar="FOLDER",
                        help="the built site (default: build/lite)")  # fmt: skip
    try:
        done = check(parser.parse_args(arguments).site)
    except FileNotFoundError as missing:
        print(f"lite: {missing}", file=sys.stderr)
        return 1
    print(done.stdout + done.stderr, end="")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
