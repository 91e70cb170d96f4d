"""A wheel of compiled modules: what a reader opens first starts in half the time."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lite.told import BuildFailed

HERE = Path(__file__).parent

WORDS = {
    "no_node": (
        "The site needs Node.js 18 or newer, which was not found: install it (on Debian or "
        "Ubuntu: apt-get install nodejs), then build again."
    ),
    "failed": "What a reader opens first could not be opened in the browser's Python.\n{said}",
}

NAME, VERSION = "bor_compiled", "0"

METADATA = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {VERSION}\n"
TAGS = "Wheel-Version: 1.0\nGenerator: lite\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build_compiled(packed: Path, folder: Path) -> Path:
    """Compile what a reader opens first; return the wheel, written beside the others.

    Parameters
    ----------
    packed
        Pyodide, its list of packages and their wheels.
    folder
        An empty folder for the compiled modules.

    Raises
    ------
    BuildFailed
        If there is no Node.js, or something cannot be opened.
    """
    node = shutil.which("node")
    if node is None:
        raise BuildFailed(WORDS["no_node"])
    folder.mkdir()
    done = subprocess.run(
        [node, str(HERE / "compile.mjs"), str(packed), str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    modules = sorted(path for path in folder.rglob("*.pyc"))
    if done.returncode or not modules:
        raise BuildFailed(WORDS["failed"].format(said=(done.stdout + done.stderr).strip()))
    wheel = packed / f"{NAME}-{VERSION}-py3-none-any.whl"
    with ZipFile(wheel, "w", ZIP_DEFLATED, compresslevel=9) as held:
        for path in modules:
            held.write(path, path.relative_to(folder).as_posix())
        held.writestr(f"{NAME}-{VERSION}.dist-info/METADATA", METADATA)
        held.writestr(f"{NAME}-{VERSION}.dist-info/WHEEL", TAGS)
    return wheel
