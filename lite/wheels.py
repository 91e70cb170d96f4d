"""The wheels that are packed into the site: fetched by pip, and made lighter."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from lite.told import BuildFailed

#: the version of Python inside Pyodide
PYTHON = "3.14"

WORDS = {
    "fetch": (
        "The wheels of {file} could not be fetched: check the network connection, then build "
        "again.\n{said}"
    ),
    "unpinned": "{file} has the line {line!r}; each line names one package with ==.",
    "missing": "pip fetched no wheel of {name} {version} although {file} pins it.",
}

#: what no reader's page needs: parts for a server's pages, for tests and for other programs
UNUSED = {
    # a copy of what JupyterLab loads by itself
    "*": ("*.data/*", "*/tests/*"),
    # completions know the standard library, not packages that are not here
    "jedi": ("jedi/third_party/django-stubs/*", "jedi/third_party/typeshed/stubs/*"),
    # for pages that are saved with the whole script inside, and for JupyterLab
    "plotly": (
        "plotly/labextension/*",
        "plotly/package_data/datasets/*",
        "plotly/package_data/plotly.min.js",
    ),
}

_PINNED = re.compile(r"([a-z0-9.-]+)==([0-9][\w.]*)")


def pinned(requirements: Path) -> dict[str, str]:
    """Return the packages that a file pins, with their versions.

    Raises
    ------
    BuildFailed
        If a line pins nothing.
    """
    found = {}
    for raw in requirements.read_text(encoding="utf-8").splitlines():
        line = raw.split("#")[0].strip()
        if not line:
            continue
        match = _PINNED.fullmatch(line)
        if not match:
            raise BuildFailed(WORDS["unpinned"].format(file=requirements.name, line=line))
        found[match[1]] = match[2]
    return found


def fetch(requirements: Path, folder: Path) -> list[Path]:
    """Return the pinned wheels; those that a folder lacks are fetched into it.

    Raises
    ------
    BuildFailed
        If pip cannot fetch them.
    """
    wanted = pinned(requirements)
    folder.mkdir(parents=True, exist_ok=True)
    there = [_wheel(folder, name, version) for name, version in wanted.items()]
    if None in there:
        command = [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet",
            "--no-deps", "--only-binary=:all:", "--python-version", PYTHON,
            "--implementation", "py", "--abi", "none", "--platform", "any",
            "--dest", str(folder), "--requirement", str(requirements),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = WORDS["fetch"].format(file=requirements.name, said=done.stderr.strip())
            raise BuildFailed(said)
    return [_found(folder, name, version, requirements) for name, version in wanted.items()]


def _found(folder: Path, name: str, version: str, requirements: Path) -> Path:
    wheel = _wheel(folder, name, version)
    if wheel is None:
        gone = WORDS["missing"].format(name=name, version=version, file=requirements.name)
        raise BuildFailed(gone)
    return wheel


def _wheel(folder: Path, name: str, version: str) -> Path | None:
    """Return the wheel of a package in a folder, however its name is written there."""
    for path in sorted(folder.glob("*.whl")):
        own, at, *_ = path.name.split("-")
        if (plain(own), at) == (plain(name), version):
            return path
    return None


def plain(name: str) -> str:
    """Return a package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def lighten(wheel: Path, folder: Path) -> Path:
    """Write a wheel into a folder without what no page needs; return it.

    The list of files inside it is shortened to what is left.
    """
    name = plain(wheel.name.split("-")[0])
    unused = (*UNUSED["*"], *UNUSED.get(name, ()))
    target = folder / wheel.name
    with ZipFile(wheel) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as light:
        for info in source.infolist():
            if info.is_dir() or _matches(info.filename, unused):
                continue
            content = source.read(info)
            if info.filename.endswith(".dist-info/RECORD"):
                content = _record(content.decode(), unused).encode()
            light.writestr(info, content, ZIP_DEFLATED)
    return target


def _record(text: str, unused: Iterable[str]) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not _matches(line.split(",")[0], unused))


def _matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)
