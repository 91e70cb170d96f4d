"""Find the browser that the tests drive, and fetch one where that is allowed.

Run as a script by `make test`. The order: what BOR_BROWSER names, then the system's Chromium
or Chrome, then Playwright's own, then (with ``--install``, on Debian or Ubuntu, as root) the
distribution's package. There is no way to pass without a browser.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "BOR_BROWSER"

SYSTEM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

WHAT_TO_DO = (
    "No browser for the tests was found. Do one of these, then run make test again: "
    "install Chromium or Chrome with the system's package manager; run "
    "`.venv/bin/python -m playwright install chromium`; or set "
    f"{VARIABLE} to the path of a Chromium or Chrome."
)


class NoBrowser(Exception):
    """There is no browser to drive; says what to do."""


def find() -> str:
    """Return the path of the browser.

    Raises
    ------
    NoBrowser
        If there is none, or BOR_BROWSER names something that does not start.
    """
    named = os.environ.get(VARIABLE)
    if named:
        path = shutil.which(named)
        if path is None or not starts(path):
            raise NoBrowser(f"{VARIABLE} is {named!r}, which is not a browser that starts.")
        return path
    for name in SYSTEM_NAMES:
        path = shutil.which(name)
        if path and starts(path):
            return path
    own = playwrights_own()
    if own and starts(own):
        return own
    raise NoBrowser(WHAT_TO_DO)


def starts(path: str) -> bool:
    """Tell whether the program runs here (Ubuntu's is a stand-in without snap)."""
    try:
        asked = subprocess.run(
            [path, "--version"], capture_output=True, timeout=60, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and bool(asked.stdout.strip())


def playwrights_own() -> str | None:
    """Return the path of the browser that `playwright install` put in place, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def install() -> None:
    """Install the distribution's Chromium, where that can be done without asking anyone."""
    if not Path("/etc/debian_version").exists() or os.name != "posix" or os.geteuid() != 0:
        raise NoBrowser(WHAT_TO_DO)
    print("No browser was found: installing the package chromium ...", flush=True)
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]):
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stderr.strip(), file=sys.stderr)
            raise NoBrowser(f"`{' '.join(command)}` failed. {WHAT_TO_DO}")


def main() -> int:
    """Print which browser is used; 1 when there is none."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--install", action="store_true", help="fetch one if that is allowed")
    wanted = parser.parse_args()
    try:
        try:
            path = find()
        except NoBrowser:
            if not wanted.install or os.environ.get(VARIABLE):
                raise
            install()
            path = find()
    except NoBrowser as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"The browser for the tests: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
