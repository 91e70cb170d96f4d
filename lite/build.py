"""`python -m lite.build`: the course as a folder of files that any web server can hand out."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from lite import landing, shelf, way
from lite.compiled import build_compiled
from lite.config import KERNEL, page_config
from lite.lock import lock
from lite.own_wheel import build_own_wheel
from lite.pure import PACKAGES, pure_wheel
from lite.runtime import FILES, fetch_pyodide, info
from lite.site import build_pages, installed, opening_screen
from lite.told import BuildFailed
from lite.wheels import fetch, lighten, plain

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "lite" / "wheels.txt"

WORDS = {
    "name": "Three theories of international relations",
    "done": (
        "The site is in {folder}: {count} files, {size} MB, {seconds} s. Hand it out with "
        "any web server, for example: python -m http.server --directory {folder} --bind "
        "127.0.0.1"
    ),
    "not_ours": (
        "{folder} holds something that is no site of this kind: empty it, or name another "
        "folder with --output."
    ),
}

#: says of a folder that it may be built anew
MARK = ".bor-lite"

#: stand-ins of the kernel that the pages of today do not ask for
OLD = ("widgetsnbextension-3.",)


def build(output: Path, cache: Path) -> None:
    """Build the site.

    Parameters
    ----------
    output
        Its folder; what was built there before is replaced.
    cache
        Where that which is fetched is kept for the next time.

    Raises
    ------
    BuildFailed
        With a sentence that says what to do.
    """
    if output.exists() and any(output.iterdir()) and not (output / MARK).exists():
        raise BuildFailed(WORDS["not_ours"].format(folder=output))
    fetched = fetch(REQUIREMENTS, cache / "wheels")
    pyodide = fetch_pyodide(cache / "npm")
    with tempfile.TemporaryDirectory(prefix="bor-lite-") as held:
        stage = Path(held)
        packed = stage / "pyodide"
        packed.mkdir()
        wheels = [lighten(wheel, packed) for wheel in (*fetched, *kernel_wheels())]
        wheels.extend(pure_wheel(name, packed) for name in PACKAGES)
        wheels.append(Path(shutil.copy2(build_own_wheel(ROOT, stage), packed)))
        for name in FILES:
            shutil.copy2(pyodide / name, packed)
        about, listed = info(pyodide), packed / "pyodide-lock.json"
        lock(wheels, about).to_json(listed)
        wheels.append(build_compiled(packed, stage / "compiled"))
        lock(wheels, about).to_json(listed)
        pages = stage / "pages"
        shutil.copytree(packed, pages / "static" / "pyodide")
        shelf.fill(ROOT, stage / "contents")
        names = [plain(wheel.name.split("-")[0]) for wheel in wheels]
        site = stage / "site"
        build_pages(pages, stage / "contents", page_config(WORDS["name"], names), site)
        runtime = site / "static" / "pyodide"
        opening_screen(site, [runtime / name for name in (*FILES[1:], *(w.name for w in wheels))])
        way.add(site, landing.lesson_cards(), landing.CONSOLE)
        landing.write(site)
        (site / MARK).touch()
        if output.exists():
            shutil.rmtree(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(site, output)


def kernel_wheels() -> list[Path]:
    """Return the wheels that the kernel brings along."""
    folder = installed(KERNEL.split(":")[0]) / "static" / "pypi"
    return [path for path in sorted(folder.glob("*.whl")) if not path.name.startswith(OLD)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site that the command line asks for; 1 where it cannot be built."""
    parser = argparse.ArgumentParser(prog="python -m lite.build", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "lite", metavar="FOLDER",
                        help="where the site is written (default: build/lite)")  # fmt: skip
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "lite", metavar="FOLDER",
                        help="where fetched files are kept (default: .cache/lite)")  # fmt: skip
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    try:
        build(given.output, given.cache)
    except BuildFailed as failed:
        print(f"lite: {failed}", file=sys.stderr)
        return 1
    files = [path for path in given.output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    seconds = time.monotonic() - begun
    print(WORDS["done"].format(folder=given.output, count=len(files), size=round(size / 1e6),
                               seconds=round(seconds)))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
