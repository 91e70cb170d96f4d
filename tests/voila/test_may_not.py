"""What a visitor may not do, asked of a real server."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClientConnection

from tests import loops
from tests.voila.class_server import (
    NEWER,
    PATIENCE,
    ClassServer,
    answered,
    closed,
    in_the_newer_form,
    message,
)

KERNEL = "/api/kernels/00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/talking.ipynb",
        "/voila/files/notes.md",
        "/voila/files/answers.toml",
        "/voila/files/picture.png",
        "/files/talking.ipynb",
        "/talking.ipynb",
        "/voila/tree",
        "/voila/tree/week",
        "/voila/api/contents",
        "/voila/api/contents/talking.ipynb",
        "/api/contents",
        "/api/terminals",
        "/terminals/1",
        "/terminals/websocket/1",
        "/api/kernels",
        "/api/kernelspecs",
        "/api/sessions",
        "/api/status",
        "/login",
        "/logout",
        "/voila/query/00000000-0000-4000-8000-000000000000",
        "/voila/templates/lab/index.html.j2",
        "/voila/templates/bor/index.html.j2",
        "/voila/templates/../static/index.html.j2",
        "/voila/labextensions/jupyterlab-plotly/package.json",
        "/voila/labextensions/anywidget/package.json",
    ],
)
def test_there_is_nothing_else_than_pages(room: ClassServer, path: str) -> None:
    assert room.ask(path).status == 404


@pytest.mark.parametrize(
    "asked",
    [
        "../outside.ipynb",
        "..%2foutside.ipynb",
        "%2e%2e/outside.ipynb",
        "week/../../outside.ipynb",
        "week/../talking.ipynb",
        "/etc/passwd",
        "%2fetc/passwd",
        "{outside}",
        "link.ipynb",
        "notes.md",
        "answers.toml",
        "week",
        "",
        "talking.ipynb/",
        "talking.ipynb%00",
        "talking.ipynb%0d%0aX-Evil:%201",
        "..%5coutside.ipynb",
        ".ipynb_checkpoints/talking-checkpoint.ipynb",
        "TALKING.IPYNB",
        "%ff.ipynb",
    ],
)
def test_only_pages_on_the_shelf_are_opened(room: ClassServer, shelf: Path, asked: str) -> None:
    outside = quote(str(shelf.parent / "outside.ipynb"))
    answer = room.ask(f"/voila/render/{asked.format(outside=outside)}")
    assert answer.status == 404
    assert "There is no such page" in answer.text
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/voila/templates/bor/static/../../../../../../server.py",
        "/voila/templates/bor/static/%2e%2e/index.html.j2",
        "/voila/labextensions/anywidget/static/../../../../../etc/passwd",
        "/voila/scripts/../server.py",
    ],
)
def test_no_way_leads_out_of_the_scripts(room: ClassServer, path: str) -> None:
    answer = room.ask(path)
    assert answer.status in (403, 404)
    assert "def " not in answer.text
    assert "root:" not in answer.text


def test_the_list_names_the_pages_and_nothing_else(room: ClassServer) -> None:
    answer = room.ask("/")
    assert answer.status == 200
    assert 'href="/voila/render/talking.ipynb"' in answer.text
    assert 'href="/voila/render/week/second.ipynb"' in answer.text
    for word in ("notes", "answers", "picture", "checkpoint", "outside"):
        assert word not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", KERNEL, 405),
        ("PATCH", KERNEL, 405),
        ("PUT", "/voila/render/talking.ipynb", 405),
        ("POST", "/voila/render/talking.ipynb", 403),  # without the page's own proof
        ("POST", f"{KERNEL}/interrupt", 404),
        ("POST", f"{KERNEL}/restart", 404),
        ("POST", "/api/kernels", 404),
        ("POST", "/api/sessions", 404),
        ("POST", "/api/terminals", 404),
        ("OPTIONS", "/", 405),
        ("TRACE", "/", 405),
        ("GET", f"{KERNEL}/channels", 404),
    ],
)
def test_nothing_can_be_started_or_changed(
    room: ClassServer, method: str, path: str, status: int
) -> None:
    answer = room.ask(path, method, body="" if method == "POST" else None)
    assert answer.status == status


def test_another_pages_python_is_not_ended(room: ClassServer) -> None:
    page = room.ask("/voila/render/talking.ipynb")
    kernel, proof = page.kernel(), page.cookies()["_xsrf"]
    shutdown = f"/voila/api/shutdown/{kernel}"
    assert room.ask(shutdown, "POST", body="").status == 403
    forged = {"Cookie": "_xsrf=made-up", "X-XSRFToken": "another"}
    assert room.ask(shutdown, "POST", forged, "").status == 403
    own = {"Cookie": f"_xsrf={proof}", "X-XSRFToken": proof}
    elsewhere = {**own, "Origin": "http://elsewhere.example"}
    answer = room.ask(shutdown, "POST", elsewhere, "")
    assert answer.status == 403
    assert "Another site may not ask this" in answer.text
    assert room.ask(f"/api/kernels/{kernel}").status == 200
    assert room.ask(shutdown, "POST", own, "").status == 204
    assert room.ask(f"/api/kernels/{kernel}").status == 404


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
@pytest.mark.parametrize("newer", [False, True])
def test_a_line_to_python_takes_no_code(
    room: ClassServer, tmp_path: Path, channel: str, newer: bool
) -> None:
    trace = tmp_path / "was-run"
    kernel = room.ask("/voila/render/talking.ipynb").kernel()
    code = f"open({str(trace)!r}, 'w').close()"
    kinds = ("execute", "inspect", "complete", "history", "debug", "interrupt", "create_subshell")

    async def send(line: WebSocketClientConnection, text: str, where: str) -> None:
        if newer:
            await line.write_message(in_the_newer_form(text, where), binary=True)
        else:
            await line.write_message(json.dumps({**json.loads(text), "channel": where}))

    async def talk() -> None:
        line = await room.connect(kernel, form=NEWER if newer else None)
        for kind in kinds:
            asked = message(
                f"{kind}_request", code=code, silent=False, store_history=False, cursor_pos=0
            )
            await send(line, asked, channel)
        # What comes later on the same line is answered later: this comes last.
        await send(line, message("kernel_info_request"), channel if channel != "stdin" else "shell")
        seen = await asyncio.wait_for(answered(line, "kernel_info_reply"), PATIENCE)
        # An ordinary request of a page is heard.
        await send(line, message("comm_info_request"), "shell")
        seen += await asyncio.wait_for(answered(line, "comm_info_reply"), PATIENCE)
        line.close()
        assert not {f"{kind}_reply" for kind in kinds} & set(seen)

    loops.run(talk())
    assert not trace.exists()


def test_nonsense_on_a_line_harms_nobody_else_and_is_not_logged(room: ClassServer) -> None:
    kernel = room.ask("/voila/render/talking.ipynb").kernel()
    before = len(room.events())

    async def talk() -> None:
        mine, bad = await room.connect(kernel), await room.connect(kernel, form=NEWER)
        # a message of eight bytes that announces four million parts; it could be any number
        await bad.write_message((1 << 22).to_bytes(8, "little"), binary=True)
        assert await asyncio.wait_for(closed(bad), PATIENCE) == 1003
        # what Python cannot read is Python's affair; it goes on
        await mine.write_message(json.dumps({**json.loads(message("comm_open")), "content": None}))
        await mine.write_message(message("kernel_info_request"))
        await asyncio.wait_for(answered(mine, "kernel_info_reply"), PATIENCE)
        mine.close()

    loops.run(talk())
    assert room.ask("/healthz").status == 200
    assert room.events()[before:] == []


@pytest.mark.parametrize("origin", ["http://[", "null", "http://127.0.0.1:1", "https://", "x"])
def test_what_is_not_this_servers_address_may_not_act(room: ClassServer, origin: str) -> None:
    answer = room.ask("/voila/render/talking.ipynb", "POST", {"Origin": origin}, "")
    assert answer.status == 403
    assert "Another site may not ask this" in answer.text


def test_a_line_that_leads_nowhere_is_told_in_words_and_not_logged(room: ClassServer) -> None:
    # a browser asks for it again and again when its server was started anew
    before = len(room.events())
    answer = room.ask(f"{KERNEL}/channels")
    assert (answer.status, "There is no such page" in answer.text) == (404, True)
    answer = room.ask("/voila/labextensions/anywidget/static/nothing.js")
    assert (answer.status, "There is no such page" in answer.text) == (404, True)
    assert room.events()[before:] == []


def test_a_line_from_another_site_is_refused(room: ClassServer) -> None:
    kernel = room.ask("/voila/render/talking.ipynb").kernel()

    async def talk(origin: str) -> None:
        line = await room.connect(kernel, Origin=origin)
        line.close()

    with pytest.raises(HTTPClientError) as refused:
        loops.run(talk("http://elsewhere.example"))
    assert refused.value.code == 403
    loops.run(talk(f"http://127.0.0.1:{room.port}"))


def test_another_name_is_refused_on_every_route(room: ClassServer) -> None:
    for path in ("/", "/healthz", "/metrics", "/voila/templates/bor/static/page.css"):
        answer = room.ask(path, headers={"Host": "elsewhere.example"})
        assert answer.status == 403, path
        assert "does not answer to that name" in answer.text


def test_an_address_that_is_too_long_is_told_so(room: ClassServer) -> None:
    answer = room.ask("/voila/render/talking.ipynb?state=" + "x" * 16_000)
    assert answer.status == 414
    assert "16000 characters at most, but this has 16006" in answer.text


def test_a_page_shows_no_source(room: ClassServer) -> None:
    page = room.ask("/voila/render/talking.ipynb")
    assert "import ipywidgets" not in page.text
