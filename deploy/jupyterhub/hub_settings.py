"""What the hub is told by its environment, checked, and the secrets that it keeps in files."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

SETTINGS_FOLDERS = (
    HERE / "student",
    ROOT / "bor_widgets/voila/extension_settings",
    ROOT / "bor_widgets/commands/lab_settings",
)

#: where `npm ci` puts the proxy
PROXY = HERE / "node_modules/.bin/configurable-http-proxy"

LOGINS = ("native", "class")
SPAWNERS = ("unit", "try-out")

#: the page that a student sees first, below the student's own address
LANDING_PAGE = "/bor/"

WORDS = {
    "choice": "{name} must be one of {allowed}, but {given!r} was given.",
    "number": "{name} must be a whole number from {low} to {high}, but {given!r} was given.",
    "url": "{name} must be an address such as http://127.0.0.1:8000/, but {given!r} was given.",
    "file": "{name} must name a file that can be read, but {given} cannot: {reason}.",
    "password": "The class's password is missing: write one of at least 8 characters into {path} "
    "(chmod 600), or let students sign up themselves with BOR_HUB_LOGIN=native.",
    "short": "The class's password in {path} must have at least 8 characters, but has {given}.",
    "open": "{path} can be read by others on this machine: run chmod 600 {path}.",
    "pages": "There are no pages in {folder}: run `bor pages {folder}`, or name the folder that "
    "has them in BOR_PAGES.",
    "shared_state": "{path} holds the hub's secrets and can be entered by others on this machine: "
    "run chmod 700 {path}.",
    "proxy": "The proxy is missing: run `npm ci` in {folder}, or name the program in "
    "BOR_HUB_PROXY.",
}


class SettingsError(ValueError):
    """What the hub was told cannot be; the message is for the person who set it up."""


@dataclass(frozen=True)
class Settings:
    """What differs between two machines."""

    login: str
    teachers: tuple[str, ...]
    students: tuple[str, ...] | None
    spawner: str
    state: Path
    url: str
    most: int
    idle: int
    cull_every: int
    lessons: Path
    pages: Path
    proxy: Path
    landing_page: str = LANDING_PAGE

    @property
    def look_every(self) -> int:
        """Return the seconds between two looks at whether a student's server still runs."""
        # Each look asks systemd in a process of its own: five a second are enough.
        return max(5, self.most // 5) if self.spawner == "unit" else 5

    def class_password(self) -> str:
        """Return the class's password, from a file that nobody else can read.

        Raises
        ------
        SettingsError
            If there is none, if it is too short, or if others can read it.
        """
        path = self.state / "class-password"
        try:
            password = path.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            raise SettingsError(WORDS["password"].format(path=path)) from None
        checked_mode(path)
        if len(password) < 8:
            raise SettingsError(WORDS["short"].format(path=path, given=len(password)))
        return password

    def for_students(self) -> dict[str, str]:
        """Return what surrounds each student's server."""
        return {
            # What every student's server is told, the pages under `bor/`, and JupyterLab's
            # manners; a student's own settings come first.
            "JUPYTER_CONFIG_PATH": os.pathsep.join(map(str, SETTINGS_FOLDERS)),
            "BOR_PAGES": str(self.pages),
            # The questions of the lessons are read where they were installed: a student's folder
            # holds the lessons' texts only.
            "BOR_LESSONS": str(self.lessons),
        }


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment; make the hub's folder if it is missing.

    Parameters
    ----------
    environment
        Names and values, as the service is given them.

    Raises
    ------
    SettingsError
        If a value cannot be; the message names the variable, what is allowed and what was given.
    """

    def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
        given = environment.get(name) or default
        if given not in allowed:
            words = WORDS["choice"]
            raise SettingsError(words.format(name=name, allowed=" or ".join(allowed), given=given))
        return given

    def number(name: str, low: int, high: int, default: int) -> int:
        given = environment.get(name) or str(default)
        if not given.isascii() or not given.isdigit() or not low <= int(given) <= high:
            raise SettingsError(WORDS["number"].format(name=name, low=low, high=high, given=given))
        return int(given)

    url = environment.get("BOR_HUB_URL") or "http://127.0.0.1:8000/"
    checked_url("BOR_HUB_URL", url)
    state = Path(environment.get("BOR_HUB_STATE") or "/var/lib/bor-hub").absolute()
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    checked_mode(state, "shared_state")
    listed = environment.get("BOR_HUB_STUDENTS")
    teachers = names((environment.get("BOR_HUB_TEACHERS") or "").replace(",", "\n"))
    proxy = Path(environment.get("BOR_HUB_PROXY") or PROXY).absolute()
    if not proxy.is_file():
        raise SettingsError(WORDS["proxy"].format(folder=HERE))
    pages = Path(environment.get("BOR_PAGES") or ROOT / "build/pages").absolute()
    if not any(pages.glob("*.ipynb")):
        raise SettingsError(WORDS["pages"].format(folder=pages))
    return Settings(
        login=choice("BOR_HUB_LOGIN", LOGINS, "native"),
        teachers=teachers,
        students=None if not listed else names(text_of("BOR_HUB_STUDENTS", Path(listed))),
        spawner=choice("BOR_HUB_SPAWNER", SPAWNERS, "unit"),
        state=state,
        url=url,
        most=number("BOR_HUB_MOST", 1, 10_000, 100),
        idle=number("BOR_HUB_IDLE", 5, 86_400, 3600),
        cull_every=number("BOR_HUB_CULL_EVERY", 1, 86_400, 300),
        lessons=Path(environment.get("BOR_LESSONS") or ROOT / "lessons").absolute(),
        pages=pages,
        proxy=proxy,
    )


def checked_url(name: str, url: str) -> None:
    """Refuse an address on which a hub cannot listen.

    Raises
    ------
    SettingsError
        If it is none, or has no path.
    """
    try:
        parts = urlsplit(url)
        good = parts.scheme == "http" and parts.hostname and parts.path.endswith("/")
        # Two more ports are taken after this one.
        good = good and parts.port is not None and 1 <= parts.port <= 65_533
    except ValueError:
        good = False
    if not good:
        raise SettingsError(WORDS["url"].format(name=name, given=url))


def names(text: str) -> tuple[str, ...]:
    """Return the names of a list: one a line, small letters, without empty lines and remarks."""
    lines = (line.split("#")[0].strip().lower() for line in text.splitlines())
    return tuple(line for line in lines if line)


def text_of(name: str, path: Path) -> str:
    """Return what stands in a file that a variable names.

    Raises
    ------
    SettingsError
        If it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as reason:
        why = reason.strerror if isinstance(reason, OSError) else "it is not UTF-8 text"
        raise SettingsError(WORDS["file"].format(name=name, given=path, reason=why)) from None


def kept_secret(path: Path) -> str:
    """Return the secret in a file; made, for the owner alone, when there is none.

    Raises
    ------
    SettingsError
        If others can read it.
    """
    try:
        # Made with its mode: at no moment can another account read it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        checked_mode(path)
    else:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
    return path.read_text(encoding="ascii").strip()


def checked_mode(path: Path, words: str = "open") -> None:
    """Refuse a secret that others can read.

    Raises
    ------
    SettingsError
        If they can.
    """
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsError(WORDS[words].format(path=path))
