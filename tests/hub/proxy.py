"""The proxy in front of a hub, installed once with npm, in the very versions that are locked."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy" / "jupyterhub"

#: Kept between runs; changes its name with every change of the lock.
CACHE = ROOT / ".cache" / "hub-proxy"

INSTALLS_WITHIN = 180.0


def installed_proxy() -> Path:
    """Return the proxy's program; installed when it is missing.

    Raises
    ------
    RuntimeError
        If it cannot be installed; says what npm said.
    """
    locked = (DEPLOY / "package-lock.json").read_bytes()
    folder = CACHE / hashlib.sha256(locked).hexdigest()[:12]
    program = folder / "node_modules" / ".bin" / "configurable-http-proxy"
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:  # several processes of one test run
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            install(folder)
    return program


def install(folder: Path) -> None:
    """Install what is locked into a folder, whole or not at all."""
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("The tests of the hub need npm: install nodejs and npm.")
    new = folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(DEPLOY / name, new)
    done = subprocess.run(
        [npm, "ci", "--omit=dev", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=new,
        capture_output=True,
        text=True,
        timeout=INSTALLS_WITHIN,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"npm could not install the proxy: {done.stderr.strip()}")
    new.rename(folder)
