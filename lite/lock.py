"""The list by which Pyodide knows which wheel brings which import."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import InfoSpec, PackageSpec
from pyodide_lock.utils import parse_top_level_import_name

from lite.told import BuildFailed
from lite.wheels import PYTHON, plain

WORDS = {
    "needs": (
        "{name} needs {other}, which is not packed: pin a wheel of it, or say in "
        "lite/lock.py why pages do without."
    ),
}

#: needed by a package, but by nothing that a page in the browser does
LEFT_OUT = {
    "bor-widgets": {
        "jupyterlab": "is the page around the notebook already",
        "jupytext": "reads lessons as texts; here they are notebooks",
        "nbformat": "writes notebooks for a terminal's commands",
        "numpy": "has no wheel without compiled parts; the rules work without",
        "prometheus-client": "tells a server's numbers",
        "tomlkit": "writes assignments for a terminal's commands",
        "voila": "serves pages",
    },
    "ipywidgets": {"jupyterlab-widgets": "is loaded by the page itself"},
}

#: what decides, inside the browser, whether a condition of a requirement holds
SURROUNDINGS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": f"{PYTHON}.2",
    "python_version": PYTHON,
    "sys_platform": "emscripten",
}


def lock(wheels: Iterable[Path], info: Mapping[str, str]) -> PyodideLockSpec:
    """Return the list for wheels that lie beside it.

    Parameters
    ----------
    wheels
        The wheels that the site holds.
    info
        What Pyodide says of itself: platform, versions.

    Raises
    ------
    BuildFailed
        If a wheel needs another that is neither there nor known to be unneeded.
    """
    held = {plain(path.name.split("-")[0]): path for path in wheels}
    packages = {}
    for name, path in sorted(held.items()):
        packages[name] = PackageSpec(
            name=name,
            version=path.name.split("-")[1],
            file_name=path.name,
            install_dir="site",
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            imports=sorted(_imports(path)),
            depends=sorted(_depends(name, path, held)),
        )
    return PyodideLockSpec(info=InfoSpec.model_validate(info), packages=packages)


def _imports(wheel: Path) -> list[str]:
    """Return what can be imported from a wheel; nothing, where it holds no source."""
    with ZipFile(wheel) as held:
        sources = any(name.endswith(".py") for name in held.namelist())
    return parse_top_level_import_name(wheel) or [] if sources else []


def _depends(name: str, wheel: Path, held: Mapping[str, Path]) -> set[str]:
    needed = set()
    for requirement in requirements(wheel):
        other = plain(requirement.name)
        if requirement.marker and not requirement.marker.evaluate(SURROUNDINGS):
            continue
        if other in held:
            needed.add(other)
        elif other not in LEFT_OUT.get(name, {}):
            raise BuildFailed(WORDS["needs"].format(name=name, other=other))
    return needed


def requirements(wheel: Path) -> list[Requirement]:
    """Return what a wheel says that it needs."""
    with ZipFile(wheel) as held:
        path = next(n for n in held.namelist() if n.endswith(".dist-info/METADATA"))
        text = held.read(path).decode("utf-8")
    lines = Parser().parsestr(text).get_all("Requires-Dist") or []
    return [Requirement(str(line)) for line in lines]
