"""What must not stand in any file of the product, and what must."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from tests.repo.product import ROOT, named, product_files, text_of

#: Words are put together here, so that this file does not contain what it looks for.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org")
DELIVERY_NETWORKS = (
    "cdn.js" + "delivr.net",
    "un" + "pkg.com",
    "cdn" + "js.cloudflare.com",
    "esm" + ".sh",
    "sky" + "pack.dev",
    "fonts.google" + "apis.com",
    "fonts.g" + "static.com",
    "cdn.plot" + ".ly",
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.-])(?:/work" + r"/|/home" + r"/\w|/Users" + r"/\w|/root" + r"/|[A-Z]:\\Users" + r"\\)"
)

LONGEST_MODULE = 300

FILES = product_files()
MODULES = [path for path in FILES if path.suffix == ".py"]
NOTEBOOKS = [path for path in FILES if path.suffix == ".ipynb"]
EXTRAS = ("book", "lite", "run", "test", "worlds")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 20
    assert {path.name for path in LOCKS} == {f"{name}.txt" for name in EXTRAS}
    assert NOTEBOOKS


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_address_from_which_something_would_be_fetched(path: Path) -> None:
    text = text_of(path) or ""
    assert [host for host in REGISTRIES + DELIVERY_NETWORKS if host in text] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_path_of_somebodys_machine(path: Path) -> None:
    found = MACHINE_PATHS.search(text_of(path) or "")
    assert found is None


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_stay_short(path: Path) -> None:
    assert len((text_of(path) or "").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", NOTEBOOKS, ids=named)
def test_notebooks_hold_no_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.get("title"), "a page needs a title"
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.parametrize("path", LOCKS, ids=named)
def test_locks_hold_pins_and_nothing_else(path: Path) -> None:
    pin = re.compile(r"[a-z0-9][a-z0-9-]*==[\w.!+]+(?: ; [^@]+)?")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 50
    assert [line for line in lines if not pin.fullmatch(line)] == []


def pins(name: str) -> set[str]:
    """Return name and version of what a lock pins; where it is wanted may differ."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return {line.partition(" ;")[0] for line in lines}


@pytest.mark.parametrize(
    ("part", "whole"), [("run", "book"), *((name, "test") for name in EXTRAS if name != "test")]
)
def test_what_is_pinned_once_is_pinned_to_the_same_everywhere(part: str, whole: str) -> None:
    """The tests run what is shipped, and the book's packages are there when they run."""
    assert pins(f"{part}.txt") <= pins(f"{whole}.txt")
