"""A running JupyterLab, as `bor lab` starts it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.browser.harness import (
    ROOT,
    SERVER_STOPS_WITHIN,
    free_port,
    read_on,
    wait_until_it_answers,
)


@contextlib.contextmanager
def running_lab(lessons: Path, home: Path) -> Iterator[str]:
    """Start JupyterLab on a folder, in a home of its own; yield its address, and end it."""
    home.mkdir()
    process = subprocess.Popen(
        [
            sys.executable,
            *f"-m bor_widgets.cli lab --no-open --port {free_port()}".split(),
            lessons,
        ],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    said: list[str] = []
    address = None
    for line in process.stdout:
        said.append(line)
        found = re.search(r"http://127\.0\.0\.1:\d+/lab\?token=\w+", line)
        if found:
            address = found[0]
            break
    read_on(process.stdout)
    try:
        assert address, "".join(said)
        wait_until_it_answers(address)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SERVER_STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
