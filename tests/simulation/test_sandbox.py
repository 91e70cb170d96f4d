"""The separate process: what it is given, what it is held to, and that nothing is left of it."""

from __future__ import annotations

import ast
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from bor_widgets.simulation import sandbox
from bor_widgets.simulation.sandbox import CHILD, Limits, Report, question
from tests.simulation.misbehaviour import HEAD, WRONG

ONE = [(0, ("none", "weak", "weaker", "revoked"))]
TIGHT = Limits(computing=1, waiting=60.0, memory=128)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Any, str]]]:
    """Every process that was started, with its folder."""
    found: list[tuple[Any, str]] = []
    begin = sandbox._start

    def start(folder: str) -> Any:
        process = begin(folder)
        found.append((process, folder))
        return process

    monkeypatch.setattr(sandbox, "_start", start)
    yield found
    for process, _ in found:
        if process.poll() is None:
            process.kill()


def ask(body: str, before: str = "", limits: Limits = TIGHT) -> Report:
    return question(f"{before}{HEAD}    {body}\n    return 'none'\n", ONE, limits)


@pytest.mark.parametrize(
    "how",
    [
        "loops and swallows every error",
        "allocates without end",
        "prints without end",
        "forks and swallows the error",
        "ends the process",
        "breaks down",
        "raises",
        "returns nothing",
    ],
)
def test_nothing_is_left_of_it(how: str, started: list[tuple[Any, str]]) -> None:
    question(WRONG[how].source, ONE, TIGHT)
    ((process, folder),) = started
    assert process.returncode is not None
    assert not psutil.pid_exists(process.pid)
    assert not Path(folder).exists()
    assert process.stdout.closed
    assert process.stderr.closed


@pytest.mark.parametrize(
    "holds",
    [
        "'BOR_A_SECRET' not in os.environ",
        "'HOME' not in os.environ and 'PATH' not in os.environ",
        "os.listdir('.') == []",
        "sys.flags.isolated and sys.flags.no_site and sys.dont_write_bytecode",
        "not any('site-packages' in place for place in sys.path)",
        "os.getsid(0) == os.getpid()",
    ],
)
def test_it_finds_an_empty_room(holds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOR_A_SECRET", "x")
    report = ask(f"assert {holds}", "import os, sys\n")
    assert report.end == "done", report.said


@pytest.mark.parametrize("module", ["bor_widgets", "numpy"])
def test_it_finds_no_package(module: str) -> None:
    report = ask(f"import {module}")
    assert (report.end, report.said["kind"]) == ("raised", "ModuleNotFoundError")


def test_it_inherits_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    with (tmp_path / "secret").open() as stream:
        os.set_inheritable(stream.fileno(), True)
        high = os.dup2(stream.fileno(), 50)
        try:
            report = ask(f"os.fstat({high})", "import os\n")
        finally:
            os.close(high)
    assert (report.end, report.said["kind"]) == ("raised", "OSError")


def test_the_child_imports_only_pythons_own() -> None:
    tree = ast.parse(CHILD.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names
    assert all(name.split(".")[0] in sys.stdlib_module_names for name in names)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold to fewer limits")
def test_the_system_holds_it_to_every_limit() -> None:
    report = ask("pass")
    assert set(report.held) == {"computing", "memory", "files", "size", "core", "processes"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems look from outside")
def test_memory_may_be_used_up_to_the_limit() -> None:
    body = "x = bytearray(150_000_000)"
    assert ask(body, limits=Limits(memory=256)).end == "done"
    assert ask(body, limits=Limits(memory=128)).end == "memory"


def test_where_the_system_holds_to_no_limit_memory_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "HELD_BY_SYSTEM", False)
    body = "x = []\n    while True:\n        x.append('a' * 10**6)\n        time.sleep(0.004)"
    report = ask(body, "import time\n")
    assert report.end == "memory"
    assert "memory" not in report.held
    assert report.asked == 0


def test_what_a_process_holds_is_known() -> None:
    real = psutil.Process().memory_info().rss
    assert 0.5 * real < sandbox.resident(os.getpid()) < 2.0 * real


def test_output_may_be_used_up_to_the_limit() -> None:
    assert ask("print('x' * 99)", limits=Limits(printed=100)).end == "done"
    assert ask("print('x' * 100)", limits=Limits(printed=100)).end == "printed"


def test_one_that_sleeps_is_ended_by_the_clock() -> None:
    report = ask("time.sleep(10**6)", "import time\n", Limits(waiting=1.0))
    assert (report.end, report.asked, report.line) == ("waiting", 0, 3)


def test_one_that_ends_no_line_of_its_own_is_ended_from_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[tuple[Any, str]]
) -> None:
    child = tmp_path / "child.py"
    child.write_text("import time\nwhile True:\n    time.sleep(1)\n")
    monkeypatch.setattr(sandbox, "CHILD", child)
    monkeypatch.setattr(sandbox, "GRACE", 0.2)
    assert ask("pass", limits=Limits(waiting=0.2)).end == "waiting"
    assert not psutil.pid_exists(started[0][0].pid)


def test_one_that_answers_without_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text("while True:\n    print('x' * 1000)\n")
    monkeypatch.setattr(sandbox, "CHILD", child)
    assert ask("pass").end == "printed"


@pytest.mark.skipif(os.name == "nt", reason="there is no fork")
def test_processes_that_it_left_behind_are_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child.py"
    child.write_text(
        "import json, os, time\n"
        "left = os.fork()\n"
        "if left:\n"
        "    print(json.dumps({'answer': 0, 'other': str(left)}), flush=True)\n"
        "else:\n"
        "    time.sleep(10**6)\n"
    )
    monkeypatch.setattr(sandbox, "CHILD", child)
    report = ask("pass")
    process = int(report.answers[0]["other"])
    assert not psutil.pid_exists(process) or (
        psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    )


def test_it_can_be_stopped() -> None:
    stop = threading.Event()
    stop.set()
    report = question(HEAD + "    while True:\n        pass\n", ONE, cancel=stop)
    assert report.end == "cancelled"


@pytest.mark.parametrize("program", ["", "/no/such/python"])
def test_where_no_process_can_be_started_it_says_so(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert ask("pass").end == "not started"


def test_a_text_longer_than_a_pipe_arrives() -> None:
    assert ask("x = '" + "y" * 200_000 + "'").end == "done"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("computing", 0),
        ("computing", 61),
        ("computing", 1.5),
        ("waiting", 0.0),
        ("waiting", float("nan")),
        ("memory", 63),
        ("memory", 5000),
        ("printed", -1),
        ("printed", True),
    ],
)
def test_a_limit_outside_its_range_is_refused(field: str, value: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=f"{field} takes .*given was"):
        Limits(**{field: value})
