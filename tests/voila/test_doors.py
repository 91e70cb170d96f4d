"""The door: who comes in, and how it is said to the others."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from tornado.httpclient import HTTPClientError

from bor_widgets.commands.serve import add_arguments
from bor_widgets.commands.serve_options import CannotServe, checked_options
from bor_widgets.voila.doors import Door
from bor_widgets.voila.options import Options
from tests import loops
from tests.voila.class_server import PATIENCE, ROOT, ClassServer, class_server, command, write_page

TOKEN = "Wide+open&shut/2"

PAGE = "/voila/render/talking.ipynb"


@pytest.fixture(scope="module")
def guarded(shelf: Path) -> Iterator[ClassServer]:
    """A server with a token."""
    with class_server(shelf, "--token", TOKEN) as server:
        yield server


@pytest.mark.parametrize(
    "path",
    ["/", PAGE, "/metrics", "/voila/templates/bor/static/page.css", "/nothing", "/door"],
)
@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer another-token"}])
def test_without_the_token_there_is_only_the_door(
    guarded: ClassServer, path: str, headers: dict[str, str]
) -> None:
    answer = guarded.ask(path, headers=headers)
    assert answer.status == 401
    assert "This course asks for a token" in answer.text
    assert "Set-Cookie" not in answer.headers


def test_health_can_be_asked_by_anybody(guarded: ClassServer) -> None:
    assert guarded.ask("/healthz").status == 200


def test_shown_in_the_address_it_is_taken_out_of_it(guarded: ClassServer) -> None:
    answer = guarded.ask(f"{PAGE}?a=1&token={quote(TOKEN, safe='')}&b=%26")
    assert answer.status == 303
    assert answer.headers["Location"] == f"{PAGE}?a=1&b=%26"
    line = answer.headers["Set-Cookie"]
    assert "HttpOnly" in line
    assert "SameSite=Lax" in line
    assert "Path=/" in line
    assert TOKEN not in line
    [(name, value)] = answer.cookies().items()
    cookie = {"Cookie": f"{name}={value}"}
    assert guarded.ask("/", headers=cookie).status == 200
    assert guarded.ask("/", headers={"Cookie": f"{name}={value[:-1]}x"}).status == 401


def test_typed_it_leads_to_the_page_that_was_asked_for(guarded: ClassServer) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"token": TOKEN, "to": f"{PAGE}?a=1"})
    answer = guarded.ask("/door", "POST", form, body)
    assert (answer.status, answer.headers["Location"]) == (303, f"{PAGE}?a=1")
    wrong = guarded.ask("/door", "POST", form, urlencode({"token": "another-token", "to": PAGE}))
    assert wrong.status == 401
    assert "That is not the token." in wrong.text
    assert f'value="{PAGE}"' in wrong.text


@pytest.mark.parametrize(
    "target",
    ["//elsewhere.example/", "http://elsewhere.example/", "/\\elsewhere.example", "/\r\nX: 1", ""],
)
def test_nobody_is_led_to_another_site(target: str) -> None:
    assert Door(TOKEN, "/").inside(target) == "/"


def test_a_program_shows_it_in_a_header(guarded: ClassServer) -> None:
    answer = guarded.ask("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status == 200


def test_a_line_to_python_needs_it_too(guarded: ClassServer) -> None:
    shown = {"Authorization": f"Bearer {TOKEN}"}
    kernel = guarded.ask(PAGE, headers=shown).kernel()

    async def talk(**headers: str) -> None:
        line = await guarded.connect(kernel, **headers)
        line.close()

    with pytest.raises(HTTPClientError) as refused:
        loops.run(talk())
    assert refused.value.code == 401
    loops.run(talk(**shown))


def test_it_is_neither_printed_nor_logged(guarded: ClassServer) -> None:
    guarded.ask(f"/?token={quote(TOKEN, safe='')}")
    guarded.ask("/?token=a-wrong-token")
    guarded.wait_for("wrong_token")
    written = guarded.line + guarded.errors.read_text("utf-8")
    assert TOKEN not in written
    assert quote(TOKEN, safe="") not in written
    assert "a-wrong-token" not in written
    assert "127.0.0.1" not in guarded.errors.read_text("utf-8")


def test_one_that_is_made_is_printed_and_opens(shelf: Path) -> None:
    with class_server(shelf, "--token", "auto") as server:
        token = server.line.partition("?token=")[2].split()[0]
        assert len(token) >= 16
        assert server.ask("/").status == 401
        assert server.ask(f"/?token={token}").status == 303


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--host", "0.0.0.0"], "others can reach the pages: add --token auto"),
        (["--host", "classroom"], "--host must be an address of this machine"),
        (["--token", "short"], "8 to 200 letters"),
        (["--token", "with a space"], "8 to 200 letters"),
        (["--students", "0"], "--students must be a number from 1 to 1000, but 0 was given."),
        (["--memory", "255"], "--memory must be a number from 256 to 65536, but 255 was given."),
        (["--forget", "0"], "--forget must be a number from 1 to 1440, but 0 was given."),
        (["--drain", "3601"], "--drain must be a number from 0 to 3600, but 3601 was given."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(arguments: list[str], sentence: str) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    with pytest.raises(CannotServe, match=re.escape(sentence)) as refused:
        checked_options(parser.parse_args(arguments))
    assert "\n" not in str(refused.value)


def test_pages_for_everybody_are_not_served(shelf: Path) -> None:
    ended = subprocess.run(
        command(shelf, "--host", "0.0.0.0"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("bor serve: With --host 0.0.0.0 others can reach the pages")
    assert ended.stderr.count("\n") == 1
    assert not ended.stdout


def test_the_pythons_are_not_told_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOR_TOKEN", TOKEN)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert checked_options(parser.parse_args([])).token == TOKEN
    assert "BOR_TOKEN" not in os.environ


@pytest.mark.parametrize(
    ("arguments", "named", "run"),
    [
        ([], None, True),
        (["--token", TOKEN], None, False),
        (["--token", TOKEN], "on", True),  # who serves has decided
    ],
)
def test_where_others_come_in_nobody_runs_functions_of_their_own(
    tmp_path: Path,
    arguments: list[str],
    named: str | None,
    run: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BOR_OWN_CODE", raising=False)
    if named is not None:
        monkeypatch.setenv("BOR_OWN_CODE", named)
    asks = "from bor_widgets.widgets.lab_extra import own_code\nprint('may run:', own_code())"
    folder = tmp_path / "pages"
    folder.mkdir()
    write_page(folder, "asks.ipynb", asks)
    with class_server(folder, *arguments) as server:
        shown = {"Authorization": f"Bearer {TOKEN}"}
        page = server.ask("/voila/render/asks.ipynb", headers=shown)
    assert f"may run: {run}" in page.text


@pytest.mark.parametrize(
    ("told", "others"),
    [
        ({}, False),
        ({"host": "::1"}, False),
        ({"host": "0.0.0.0"}, True),
        ({"behind_hub": True}, True),
        ({"base_url": "/class/"}, True),
        ({"token": TOKEN}, True),
    ],
)
def test_others_are_expected_wherever_they_could_come_in(
    told: dict[str, Any], others: bool
) -> None:
    assert Options(port=0, **told).for_others == others


@pytest.mark.parametrize("arguments", [["--token", TOKEN], ["--behind-hub"]])
def test_others_may_reach_it_when_somebody_looks(shelf: Path, arguments: list[str]) -> None:
    with class_server(shelf, "--host", "0.0.0.0", *arguments) as server:
        assert "others use this machine's name" in server.line
        assert ("behind" in arguments[0]) == ("the hub or proxy" in server.line)
        # under any name, as nobody here knows what the machine is called elsewhere
        assert server.ask("/healthz", headers={"Host": "class.example"}).status == 200
