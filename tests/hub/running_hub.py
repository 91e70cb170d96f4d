"""A hub with its proxy on ports of this machine, as `deploy/jupyterhub` sets it up."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from tests.hub.proxy import DEPLOY, ROOT, installed_proxy

HOST = "127.0.0.1"
CLASS_PASSWORD = "a password for one class"

STARTS_WITHIN = 60.0
STOPS_WITHIN = 30.0

#: twenty servers that end at once on a busy machine; as long as systemd waits by itself
ALL_STOP_WITHIN = 90.0

#: the hub's address, its path included: a hub need not stand at the root of its host
PATH = "/class/"


@dataclass
class Hub:
    """A hub that runs, and the folder where it and its students keep what they have."""

    state: Path
    port: int
    environment: dict[str, str]
    said: Path
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.port}{PATH}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self.said.open("ab") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", DEPLOY / "jupyterhub_config.py"],
                cwd=self.state,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            if self.answers():
                return
            time.sleep(0.1)
        raise RuntimeError(f"The hub did not start: {self.log()[-3000:]}")

    def answers(self) -> bool:
        """Return whether the hub answers through its proxy."""
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(f"{self.address}hub/health", timeout=5).status_code == 200
        return False

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the hub by its own id, and its helper, as systemd ends what is left of a service."""
        helpers = []
        if self.process.poll() is None:
            for child in psutil.Process(self.process.pid).children():
                if "jupyterhub_idle_culler" in child.cmdline():
                    helpers.append(child)
            self.process.send_signal(how)
        try:
            self.process.wait(STOPS_WITHIN)
        finally:
            for helper in helpers:  # one that was ended by the hub is not running any more
                with contextlib.suppress(psutil.NoSuchProcess):
                    helper.terminate()
            psutil.wait_procs(helpers, STOPS_WITHIN)

    def log(self) -> str:
        """Return what it has said so far."""
        return self.said.read_text(encoding="utf-8", errors="replace")

    def proxy(self) -> psutil.Process:
        """Return the proxy's process."""
        return psutil.Process(int((self.state / "proxy.pid").read_text()))

    def home(self, student: str) -> Path:
        """Return a student's folder."""
        return self.state / "homes" / student

    def processes_of(self, student: str | None = None) -> list[psutil.Process]:
        """Return what runs for a student, or for all: whatever has its home in theirs."""
        homes = str(self.state / "homes" if student is None else self.home(student))
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                home = process.environ().get("HOME", "")
                ended = process.status() == psutil.STATUS_ZOMBIE
                if not ended and (home == homes or home.startswith(f"{homes}/")):
                    found.append(process)
        return found

    def memory_of(self, student: str) -> float:
        """Return the memory of a student's processes, shared parts divided, in MiB."""
        shares = [int(process.memory_full_info().pss) for process in self.processes_of(student)]
        return sum(shares) / 2**20

    def end_everything(self) -> list[str]:
        """End the hub, its proxy and all students, each by its id; return what would not end."""
        proxy = None
        with contextlib.suppress(OSError, psutil.Error, ValueError):
            proxy = self.proxy()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.end()
        self.process.kill()
        self.process.wait()
        rest = self.processes_of() + ([proxy] if proxy and proxy.is_running() else [])
        for process in rest:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.terminate()
        _, alive = psutil.wait_procs(rest, ALL_STOP_WITHIN)
        stubborn = []
        for process in alive:
            with contextlib.suppress(psutil.NoSuchProcess):
                stubborn.append(" ".join(process.cmdline()))
                process.kill()
        psutil.wait_procs(alive, STOPS_WITHIN)
        return stubborn


def working_in(folder: Path) -> list[psutil.Process]:
    """Return what has a folder, or one below it, as its own: the hub's helpers too."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if Path(process.cwd()).is_relative_to(folder):
                found.append(process)
    return found


def three_free_ports() -> int:
    """Return the first of three ports in a row on which nothing listens at the moment."""
    while True:
        with contextlib.ExitStack() as stack:
            first = stack.enter_context(socket.socket())
            first.bind((HOST, 0))
            port = int(first.getsockname()[1])
            with contextlib.suppress(OSError, OverflowError):
                for more in (1, 2):
                    stack.enter_context(socket.socket()).bind((HOST, port + more))
                return port


def lay_out_pages(folder: Path) -> Path:
    """Lay out the pages as the installation does."""
    done = subprocess.run(
        [sys.executable, "-m", "bor_widgets.cli", "pages", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@contextlib.contextmanager
def running_hub(folder: Path, pages: Path, **more: str) -> Iterator[Hub]:
    """Start a hub for a class with one password; end everything that it started.

    Parameters
    ----------
    folder
        Where its state is kept.
    pages
        The pages that `bor pages` laid out.
    more
        Further names and values of its environment.
    """
    state = folder / "state"
    state.mkdir(mode=0o700)
    secret = state / "class-password"
    secret.touch(mode=0o600)
    secret.write_text(f"{CLASS_PASSWORD}\n", encoding="utf-8")
    port = three_free_ports()
    # Nothing of the tests' own surroundings may decide what the hub does.
    plain = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "LANG", "PYTHONPATH")
        if name in os.environ
    }
    environment = {
        **plain,
        "BOR_HUB_LOGIN": "class",
        "BOR_HUB_SPAWNER": "try-out",
        "BOR_HUB_STATE": str(state),
        "BOR_HUB_URL": f"http://{HOST}:{port}{PATH}",
        "BOR_HUB_PROXY": str(installed_proxy()),
        "BOR_PAGES": str(pages),
        **more,
    }
    hub = Hub(state, port, environment, folder / "hub.log")
    try:
        hub.start()
        yield hub
    finally:
        stubborn = hub.end_everything()
    assert not stubborn, f"would not end when asked: {stubborn}"
    assert not hub.processes_of()
    assert not [left.cmdline() for left in working_in(state)]
