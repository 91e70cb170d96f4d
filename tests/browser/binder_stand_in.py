"""What Binder does with the repository, on this machine: install, build, start, open.

The steps are those of `repo2docker`: the requirements from the repository's root, then
``postBuild``, then ``start`` with the server behind it, which has a base address like a
visitor's of a hub. The Python is the one that ``runtime.txt`` names, where this machine has it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.harness import (
    OWN_HOST,
    SERVER_STARTS_WITHIN,
    SERVER_STOPS_WITHIN,
    ServerFailed,
    free_port,
)
from tests.repo.product import ROOT, named, product_files

#: The base address of a visitor's server.
BASE = "/user/x/"

TOKEN = "a-visitor"  # only for this test's own server

#: Seconds that a step of the building may take on a busy machine.
STEP_TAKES_AT_MOST = 600.0


@dataclass(frozen=True)
class Image:
    """What Binder would have built: a copy of the repository with an environment of its own."""

    repository: Path
    environment: Path
    home: Path

    def surroundings(self) -> dict[str, str]:
        """Return what a process in the image finds around it: nothing of this session's."""
        ours = {k: v for k, v in os.environ.items() if not k.startswith(("BOR_", "JUPYTER"))}
        return {
            **ours,
            "HOME": str(self.home),
            "PATH": f"{self.environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "VIRTUAL_ENV": str(self.environment),
            "PYTHONUNBUFFERED": "1",
        }

    def run(self, *command: str | Path) -> None:
        """Run one step of the building in the repository's folder.

        Raises
        ------
        ServerFailed
            If it fails; the message is what it said.
        """
        done = subprocess.run(
            [str(part) for part in command],
            cwd=self.repository,
            env=self.surroundings(),
            capture_output=True,
            text=True,
            timeout=STEP_TAKES_AT_MOST,
            check=False,
        )
        if done.returncode:
            raise ServerFailed(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


@dataclass(frozen=True)
class Visit:
    """A visitor's server that runs."""

    image: Image
    root: str
    process: int
    seconds_to_ready: float

    def address(self, urlpath: str) -> str:
        """Return the address to which Binder sends a visitor."""
        joined = "&" if "?" in urlpath else "?"
        return f"{self.root}{urlpath}{joined}token={TOKEN}"


def built_once(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """Return the built image; it is built once in a session, however many processes ask."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "binder"
    image = Image(folder / "repository", folder / "environment", folder / "home")
    finished = folder / "finished"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not finished.exists():
            # what a broken attempt has left
            for part in (image.repository, image.environment, image.home):
                shutil.rmtree(part, ignore_errors=True)
            build(image)
            finished.touch()
    return image


def build(image: Image) -> None:
    """Do what repo2docker does, step by step."""
    image.home.mkdir()
    for source in product_files():
        target = image.repository / named(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    image.run(chosen_python(), "-m", "venv", image.environment)
    pip = ("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    image.run(*in_environment(image, *pip, "-r", "binder/requirements.txt"))
    image.run("binder/postBuild")


def in_environment(image: Image, program: str, *rest: str) -> tuple[str | Path, ...]:
    """Return a command with the environment's own program."""
    return (image.environment / "bin" / program, *rest)


def chosen_python() -> str:
    """Return the Python that runtime.txt names, or this one where it cannot be had."""
    version = (ROOT / "binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    named_so = shutil.which(f"python{version}")
    if named_so:
        # a launcher may be there without its Python, a Python without venv
        trial = [named_so, "-c", "import venv, ensurepip"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return named_so
    return sys.executable


@contextlib.contextmanager
def started(image: Image) -> Iterator[Visit]:
    """Start a visitor's server, and end it by its own id."""
    port = free_port()
    log = image.home / "server.log"
    begun = time.monotonic()
    with log.open("w") as said:
        process = subprocess.Popen(
            [
                "binder/start",
                "jupyter",
                "lab",
                "--no-browser",
                "--allow-root",
                f"--ServerApp.ip={OWN_HOST}",
                f"--ServerApp.port={port}",
                "--ServerApp.port_retries=0",
                f"--ServerApp.base_url={BASE}",
                f"--IdentityProvider.token={TOKEN}",
            ],
            cwd=image.repository,
            env=image.surroundings(),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        root = f"http://{OWN_HOST}:{port}{BASE}"
        wait_for(f"{root}api?token={TOKEN}", process, log)
        yield Visit(image, root, process.pid, time.monotonic() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SERVER_STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Ask again and again until the server answers.

    Raises
    ------
    ServerFailed
        If it ends or stays silent; the message is what it said.
    """
    until = time.monotonic() + SERVER_STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
            return
        time.sleep(0.1)
    raise ServerFailed(log.read_text())
