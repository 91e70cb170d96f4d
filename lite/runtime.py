"""Python for the browser: Pyodide, fetched by npm at the version that the lock file pins."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from lite.told import BuildFailed

HERE = Path(__file__).parent

WORDS = {
    "no_npm": (
        "The site needs npm, which was not found: install Node.js 18 or newer (on Debian or "
        "Ubuntu: apt-get install npm), then build again."
    ),
    "failed": (
        "Pyodide could not be fetched: check the network connection, then build again.\n{said}"
    ),
}

#: what a page loads of Pyodide
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def fetch_pyodide(folder: Path) -> Path:
    """Return the folder of Pyodide; it is fetched unless the pinned version is there.

    Raises
    ------
    BuildFailed
        If there is no npm, or it cannot fetch.
    """
    held = folder / "node_modules" / "pyodide"
    if _version(held / "package.json") == wanted_version():
        return held
    if shutil.which("npm") is None:
        raise BuildFailed(WORDS["no_npm"])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy2(HERE / name, folder / name)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--silent"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or _version(held / "package.json") != wanted_version():
        raise BuildFailed(WORDS["failed"].format(said=(done.stdout + done.stderr).strip()))
    return held


def wanted_version() -> str:
    """Return the version of Pyodide that is pinned."""
    needed = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return str(needed["pyodide"])


def _version(path: Path) -> str | None:
    if not path.is_file():
        return None
    return str(json.loads(path.read_text(encoding="utf-8"))["version"])


def info(pyodide: Path) -> dict[str, str]:
    """Return what Pyodide says of itself, for the list of packages."""
    text = (pyodide / "pyodide-lock.json").read_text(encoding="utf-8")
    # without its version the list cannot be read back
    return {**json.loads(text)["info"], "version": wanted_version()}
