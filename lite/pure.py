"""A wheel without compiled parts, of an installed package that works without them."""

from __future__ import annotations

from importlib.metadata import Distribution, PackagePath, distribution
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

#: packages that no index offers without compiled parts, though these only make them faster
PACKAGES = ("markupsafe",)

TAGS = "Wheel-Version: 1.0\nGenerator: lite\nRoot-Is-Purelib: true\nTag: py3-none-any\n"

#: what is copied: sources, and what the licence asks to be handed on
_KEPT = (".py", "METADATA", "LICENSE.txt")


def pure_wheel(name: str, folder: Path) -> Path:
    """Write a wheel of an installed package's sources into a folder; return it."""
    found = distribution(name)
    target = folder / f"{name}-{found.version}-py3-none-any.whl"
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as wheel:
        for path in _sources(found):
            wheel.write(str(path.locate()), path.as_posix())
        wheel.writestr(f"{name}-{found.version}.dist-info/WHEEL", TAGS)
    return target


def _sources(found: Distribution) -> list[PackagePath]:
    return [path for path in found.files or [] if path.name.endswith(_KEPT)]
