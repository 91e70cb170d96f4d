"""What may be asked of `bor serve`, and what is refused, each in one sentence."""

from __future__ import annotations

import argparse
import ipaddress
import os
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bor_widgets.voila.options import Options

#: The first port that is tried; the next free one is taken when it is in use.
DEFAULT_PORT = 8866

#: Environment variable: the token, where the command line could be read by others.
TOKEN_VARIABLE = "BOR_TOKEN"

#: What is typed to have a token made.
MAKE_ONE = "auto"

FORMS = ("quiet", "text", "json")


class CannotServe(Exception):
    """Why the pages cannot be served, in one sentence that says what to do."""


class Number(NamedTuple):
    """A number that may be asked for."""

    least: float
    most: float
    default: float | None
    help: str


#: option -> what it may be
NUMBERS: dict[str, Number] = {
    "port": Number(
        1, 65535, None, f"use this port and no other (default: {DEFAULT_PORT} or the next free one)"
    ),
    "spare": Number(0, 50, 1, "how many Pythons are kept ready for the next pages (default: 1)"),
    "students": Number(
        1, 1000, None, "how many pages may be open at once (default: what the memory allows)"
    ),
    "memory": Number(
        256, 65536, 1024, "how many megabytes one page may need, on Linux (default: 1024)"
    ),
    "forget": Number(
        1,
        1440,
        60,
        "minutes after which a page that has gone is forgotten; one that is open but unused, "
        "four times as long (default: 60)",
    ),
    "drain": Number(
        0, 3600, 0, "seconds that open pages are given when the server is told to stop (default: 0)"
    ),
}

WORDS = {
    "range": "--{name} must be a number from {least:.0f} to {most:.0f}, but {given} was given.",
    "host": "--host must be an address of this machine, such as 0.0.0.0 for all, but {given} was "
    "given.",
    "open_door": "With --host {given} others can reach the pages: add --token auto (or --token and "
    "one of your own), or --behind-hub if a hub or proxy looks at who comes.",
    "token": "--token must be auto, or {least} to {most} letters, digits or signs without spaces, "
    "but {given} characters were given that are not.",
}

SHORTEST_TOKEN, LONGEST_TOKEN = 8, 200


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `bor serve`.

    Parameters
    ----------
    parser : argparse.ArgumentParser
        Gets them.
    """
    for name, number in NUMBERS.items():
        parser.add_argument(
            f"--{name}", type=int, metavar="NUMBER", default=number.default, help=number.help
        )
    parser.add_argument(
        "--base-url",
        default="/",
        metavar="PATH",
        help="the part of the address before the pages, behind a proxy (default: /)",
    )
    parser.add_argument(
        "--open",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="open the first page in the browser of this machine",
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="the address to listen on (default: 127.0.0.1, this machine only)",
    )
    parser.add_argument(
        "--token",
        metavar="TOKEN",
        help=(
            f"let in only who shows this token once; {MAKE_ONE} makes one and prints it "
            f"(default: the environment's {TOKEN_VARIABLE}, or none)"
        ),
    )
    parser.add_argument(
        "--behind-hub",
        action="store_true",
        help="a hub or proxy in front decides who may come in, and is believed",
    )
    parser.add_argument(
        "--log",
        choices=FORMS,
        default="quiet",
        help="what is told: warnings, every event in words, or as one JSON object a line",
    )


def checked_options(arguments: argparse.Namespace) -> Options:
    """Return what was asked for, all of it possible.

    Parameters
    ----------
    arguments : argparse.Namespace
        What `add_options` declared.

    Raises
    ------
    CannotServe
        If something is out of range, or would open the pages to everybody.
    """
    from bor_widgets.voila.options import Options, is_local
    from bor_widgets.voila.places import places_here

    for name, number in NUMBERS.items():
        check_range(name, number, getattr(arguments, name))
    host = checked_host(arguments.host)
    # Taken away: the Pythons behind the pages have no business with it.
    surrounding = os.environ.pop(TOKEN_VARIABLE, "")
    token, made = checked_token(arguments.token if arguments.token is not None else surrounding)
    if not (is_local(host) or token or arguments.behind_hub):
        raise CannotServe(WORDS["open_door"].format(given=host))
    return Options(
        port=arguments.port or DEFAULT_PORT,
        port_is_fixed=arguments.port is not None,
        host=host,
        base_url=normalised(arguments.base_url),
        open_browser=arguments.open,
        spares=arguments.spare,
        students=arguments.students or places_here(),
        memory=arguments.memory,
        forget=arguments.forget,
        token=token,
        show_token=made,
        behind_hub=arguments.behind_hub,
        log=arguments.log,
        drain=arguments.drain,
    )


def check_range(name: str, number: Number, given: int | None) -> None:
    """Refuse a number that is out of range; None leaves it to us.

    Raises
    ------
    CannotServe
        If it is.
    """
    if given is not None and not number.least <= given <= number.most:
        raise CannotServe(
            WORDS["range"].format(name=name, least=number.least, most=number.most, given=given)
        )


def checked_host(host: str) -> str:
    """Return the address to listen on.

    Raises
    ------
    CannotServe
        If it is none.
    """
    if host == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(host))
    except ValueError as reason:
        raise CannotServe(WORDS["host"].format(given=host)) from reason


def checked_token(given: str) -> tuple[str, bool]:
    """Return the token, and whether it was made here.

    Raises
    ------
    CannotServe
        If it is too short to keep anybody out, or cannot be typed.
    """
    if given == MAKE_ONE:
        from bor_widgets.voila.doors import new_token

        return new_token(), True
    if given and not re.fullmatch(rf"[!-~]{{{SHORTEST_TOKEN},{LONGEST_TOKEN}}}", given):
        raise CannotServe(
            WORDS["token"].format(least=SHORTEST_TOKEN, most=LONGEST_TOKEN, given=len(given))
        )
    return given, False


def normalised(base_url: str) -> str:
    """Return the path with one slash at each end, as the server wants it."""
    inner = base_url.strip("/")
    return f"/{inner}/" if inner else "/"
