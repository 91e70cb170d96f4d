"""A `bor serve` in a process of its own, asked without a browser."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

ROOT = Path(__file__).resolve().parents[2]

HOST = "127.0.0.1"

#: Seconds that anything may take on a busy machine.
PATIENCE = 60.0

#: The form of messages that today's pages write; without a name it is the older one.
NEWER = "v1.kernel.websocket.jupyter.org"

#: A page with a control, and one in a folder.
CELL = "import ipywidgets\nipywidgets.Label(value='here')"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    def cookies(self) -> dict[str, str]:
        """Return the cookies that were set."""
        lines = self.headers.get_all("Set-Cookie") or []
        return dict(line.split(";")[0].split("=", 1) for line in lines)

    def kernel(self) -> str:
        """Return which Python stands behind the page."""
        found = re.search(r'bor\.pythonRuns\("([0-9a-f-]{36})"\)', self.text)
        assert found, self.text[-500:]
        return found[1]


@dataclass
class ClassServer:
    """A running server and what it wrote."""

    process: subprocess.Popen[str]
    line: str
    errors: Path

    @property
    def port(self) -> int:
        """The port that it printed."""
        found = re.search(r"http://[\d.]+:(\d+)/", self.line)
        assert found, self.line
        return int(found[1])

    def ask(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: str | None = None,
    ) -> Answer:
        """Send one request, its path exactly as it stands."""
        line = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body=body, headers=dict(headers or {}))
            answer = line.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())
        finally:
            line.close()

    async def connect(
        self, kernel: str, *, form: str | None = None, **headers: str
    ) -> WebSocketClientConnection:
        """Open the line that a page opens to its Python, in the older form or another."""
        address = f"ws://{HOST}:{self.port}/api/kernels/{kernel}/channels?session_id={uuid.uuid4()}"
        request = HTTPRequest(address, headers=headers)
        return await websocket_connect(request, subprotocols=[form] if form else None)

    def events(self) -> list[dict[str, Any]]:
        """Return what was logged; every line is an object."""
        return [json.loads(line) for line in self.errors.read_text("utf-8").splitlines()]

    def wait_for(self, event: str) -> dict[str, Any]:
        """Return the first event of a name."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(json.JSONDecodeError):  # half a line so far
                found = [each for each in self.events() if each["event"] == event]
                if found:
                    return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no event {event}: {self.errors.read_text('utf-8')}")

    def tell_to_stop(self) -> None:
        """Send the signal that a system sends."""
        self.process.send_signal(signal.SIGTERM)


def write_page(folder: Path, name: str, code: str = CELL) -> None:
    """Write a page with one cell."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(code)],
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
    )
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, path)


def command(*arguments: str | Path) -> list[str]:
    """Return what starts a server on a port that is free."""
    return [sys.executable, "-m", "bor_widgets.cli", "serve", *map(str, arguments)]


@contextlib.contextmanager
def class_server(folder: Path, *arguments: str, log: str = "json") -> Iterator[ClassServer]:
    """Start a server for a folder, and end it whatever happens, by its own id."""
    errors = folder.parent / f"errors-{uuid.uuid4().hex}.txt"
    with errors.open("w") as out:
        process = subprocess.Popen(
            command(folder, "--spare", "0", "--log", log, *arguments),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=out,
            text=True,
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline().strip()
        assert line, errors.read_text("utf-8")
        yield ClassServer(process, line, errors)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def message(kind: str, **content: Any) -> str:
    """Return a message as a page would send it."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": uuid.uuid4().hex,
        "date": "2026-01-01T00:00:00Z",
        "version": "5.3",
    }
    return json.dumps(
        {
            "channel": "shell",
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "buffers": [],
        }
    )


def in_the_newer_form(text: str, channel: str) -> bytes:
    """Return a message in the form that today's pages write."""
    whole = json.loads(text)
    parts = [json.dumps(whole[name]) for name in ("header", "parent_header", "metadata", "content")]
    return bytes(serialize_msg_to_ws_v1([part.encode() for part in parts], channel))


def read(received: str | bytes) -> tuple[str, str]:
    """Return the kind of a message, and of the one that it answers, whatever its form."""
    if isinstance(received, str):
        whole = json.loads(received)
        headers = whole["header"], whole["parent_header"]
    else:
        _, parts = deserialize_msg_from_ws_v1(received)
        headers = json.loads(parts[0]), json.loads(parts[1])
    return headers[0]["msg_type"], headers[1].get("msg_type", "")


async def closed(line: WebSocketClientConnection) -> int | None:
    """Return the number with which a line was closed, when it is."""
    while await line.read_message() is not None:
        pass
    return line.close_code


async def answered(line: WebSocketClientConnection, kind: str) -> list[str]:
    """Return the kinds of all messages until one of this kind has come."""
    seen: list[str] = []
    while kind not in seen:
        received = await line.read_message()
        assert received is not None, f"the line was closed after {seen}"
        what, about = read(received)
        seen.append(what)
        assert about != "execute_request", received
    return seen
