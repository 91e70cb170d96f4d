"""The house's import order, where the import-linter does not reach."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repo.product import ROOT, named

PACKAGE = ROOT / "bor_widgets"
BELOW_CHARTS = ("sources", "situation", "cases", "theory", "simulation", "course")
BELOW_WIDGETS = (*BELOW_CHARTS, "charts", "printed")
WITHOUT_NUMPY = ("sources", "situation", "cases", "theory", "course")
JUPYTER = {"ipywidgets", "traitlets", "IPython", "anywidget"}


def modules(packages: tuple[str, ...]) -> list[Path]:
    """Return the modules of some packages; those that do not exist yet have none."""
    return sorted(path for package in packages for path in (PACKAGE / package).rglob("*.py"))


def imported(path: Path, *, at_start_only: bool) -> set[str]:
    """Return the top-level packages that a module imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return set(walk(tree, at_start_only=at_start_only))


def walk(node: ast.AST, *, at_start_only: bool) -> Iterator[str]:
    """Find imports; those for type checkers only do not count as at the start."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name.split(".")[0] for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            yield child.module.split(".")[0]
        elif not (at_start_only and runs_later(child)):
            yield from walk(child, at_start_only=at_start_only)


def runs_later(node: ast.AST) -> bool:
    """Tell whether what is inside does not run when the module is imported."""
    if isinstance(node, ast.If):
        test = node.test
        name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", None)
        return name == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


@pytest.mark.parametrize("path", modules(BELOW_WIDGETS), ids=named)
def test_below_widgets_nothing_knows_jupyter(path: Path) -> None:
    assert not imported(path, at_start_only=False) & JUPYTER


@pytest.mark.parametrize("path", modules(BELOW_CHARTS), ids=named)
def test_below_charts_nothing_knows_plotly(path: Path) -> None:
    assert "plotly" not in imported(path, at_start_only=False)


@pytest.mark.parametrize("path", modules(WITHOUT_NUMPY), ids=named)
def test_numpy_is_never_loaded_with_a_module(path: Path) -> None:
    assert "numpy" not in imported(path, at_start_only=True)


def test_the_linter_knows_every_package_below_widgets() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {c["id"]: c for c in settings["tool"]["importlinter"]["contracts"]}
    for contract, packages in (
        ("no-jupyter-below-widgets", BELOW_WIDGETS),
        ("no-plotly-below-charts", BELOW_CHARTS),
    ):
        there = {f"bor_widgets.{name}" for name in packages if (PACKAGE / name).is_dir()}
        assert set(contracts[contract]["source_modules"]) == there


def loaded_by(statement: str, *, hidden: tuple[str, ...] = ()) -> set[str]:
    """Run a statement in a fresh Python; return the top-level modules it leaves loaded."""
    hide = f"import sys; sys.modules.update(dict.fromkeys({hidden!r}))\n" if hidden else ""
    code = f"{hide}{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in json.loads(done.stdout)}


def test_the_bare_import_brings_nothing_heavy() -> None:
    heavy = {"plotly", "networkx", "numpy", *JUPYTER}
    assert not loaded_by("import bor_widgets") & heavy


def test_the_theory_answers_where_numpy_is_missing() -> None:
    statement = (
        "from bor_widgets import Situation, cases, compare, judge, respond, what_would_change\n"
        "s = Situation(threat=0.7, relationship=0.4)\n"
        "assert judge(s).grade and respond(s).action and compare(s) and len(cases) == 94\n"
        "what_would_change(s)"
    )
    loaded_by(statement, hidden=("numpy",))


def test_help_loads_no_server() -> None:
    statement = (
        "import contextlib, io\n"
        "from bor_widgets.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'])"
    )
    assert not loaded_by(statement) & {"voila", "tornado", "jupyterlab", "numpy"}
