"""One student of a crowd: opens a page, moves a slider, leaves, and keeps the time.

Speaks as the page's own scripts do: HTTP for the page, a websocket for its widgets, and a
farewell in the end; it draws nothing. All addresses are of this machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import struct
import time
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

#: Seconds that a page may take to be usable, and a moved slider to be answered, before the
#: student counts it as failed.
OPENS_WITHIN = 120.0
ANSWERS_WITHIN = 30.0

#: The Python behind a page, as the page names it to its scripts.
KERNEL = re.compile(
    rb"(?:kernel|pythonRuns)[^<>]{0,40}?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.I
)

#: Channel over which a page asks for the state of all its widgets at once.
CONTROL = "jupyter.widget.control"

#: Version of what is spoken over it.
VERSION = {"version": "1.0.0"}


@dataclass
class Kept:
    """What one student met.

    Parameters
    ----------
    usable : float or None
        Seconds from the address to the state of all widgets; None if it did not come.
    answers : list of float
        Seconds from each moved slider to the last change that it brought.
    failures : list of str
        What went wrong, in words.
    """

    usable: float | None = None
    answers: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Student:
    """A page that is open.

    Parameters
    ----------
    server : str
        Address that ends with a slash.
    page : str
        Path of the page below it.
    name : str
        The input whose slider is moved.
    """

    def __init__(self, server: str, page: str, name: str) -> None:
        self.server, self.page, self.name = server, page, name
        self.session = uuid.uuid4().hex
        self.kept = Kept()
        self.kernel = self.model = ""
        self._values: dict[str, Any] = {}
        self._socket: WebSocketClientConnection | None = None
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._changes: dict[str, int] = {}

    async def open(self) -> None:
        """Open the page; failures are kept, not raised."""
        began = time.perf_counter()
        try:
            async with asyncio.timeout(OPENS_WITHIN):
                reply = await AsyncHTTPClient().fetch(
                    HTTPRequest(
                        self.server + self.page,
                        request_timeout=OPENS_WITHIN,
                        connect_timeout=OPENS_WITHIN,
                        decompress_response=True,
                    )
                )
                found = KERNEL.search(reply.body)
                if not found:
                    raise ValueError("the page names no Python")
                self.kernel = found[1].decode("ascii")
                await self._connect()
                await self._find_slider()
        except (TimeoutError, OSError, HTTPClientError, ValueError) as reason:
            self.kept.failures.append(f"opening: {reason!r}")
        else:
            self.kept.usable = time.perf_counter() - began

    async def _connect(self) -> None:
        host = urlsplit(self.server)
        path = f"{host.path}api/kernels/{self.kernel}/channels?session_id={self.session}"
        self._socket = await websocket_connect(
            f"ws://{host.netloc}{path}", max_message_size=1 << 28, ping_interval=None
        )
        self._reading = asyncio.create_task(self._read(self._socket))

    async def _read(self, socket: WebSocketClientConnection) -> None:
        while (raw := await socket.read_message()) is not None:
            said = message(raw)
            asked = said["parent_header"].get("msg_id", "")
            waiting = self._waiting.get(asked)
            kind = said["header"]["msg_type"]
            if waiting is None or waiting.done():
                continue
            content = said["content"]
            method = content.get("data", {}).get("method")
            if kind == "comm_msg" and method == "update_states":
                waiting.set_result(content["data"])
            elif kind == "comm_msg" and method == "update":
                self._changes[asked] = self._changes.get(asked, 0) + 1
            elif (
                kind == "status"
                and content["execution_state"] == "idle"
                and asked in self._changes  # the question for all states ends with their answer
            ):
                waiting.set_result({"changes": self._changes.pop(asked)})
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("the line was closed"))

    async def _say(self, kind: str, content: dict[str, Any], within: float) -> dict[str, Any]:
        assert self._socket is not None
        number = uuid.uuid4().hex
        header = {
            "msg_id": number,
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
            "date": "",
        }
        said = {"header": header, "parent_header": {}, "metadata": VERSION, "content": content}
        answer = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        if content.get("data", {}).get("method") == "update":
            self._changes[number] = 0
        try:
            await self._socket.write_message(
                json.dumps({**said, "channel": "shell", "buffers": []})
            )
            return await asyncio.wait_for(answer, within)
        finally:
            self._waiting.pop(number, None)

    async def _find_slider(self) -> None:
        comm = uuid.uuid4().hex
        opened = {"comm_id": comm, "target_name": CONTROL, "data": {}}
        asks = {"comm_id": comm, "data": {"method": "request_states"}}
        # opening has no answer of its own
        with contextlib.suppress(TimeoutError):
            await self._say("comm_open", opened, 0.01)
        states = (await self._say("comm_msg", asks, OPENS_WITHIN))["states"]
        for number, model in states.items():
            if self.name in (model["state"].get("values") or {}):
                self.model, self._values = number, model["state"]["values"]
                return
        raise ValueError(f"the page has no slider {self.name}")

    async def move(self, value: float) -> None:
        """Move the slider to a value, and wait until all that it changes has come back."""
        began = time.perf_counter()
        self._values = {**self._values, self.name: value}
        data = {"method": "update", "state": {"values": self._values}, "buffer_paths": []}
        try:
            moved = {"comm_id": self.model, "data": data}
            if not (await self._say("comm_msg", moved, ANSWERS_WITHIN))["changes"]:
                raise ConnectionError("nothing changed")
        except (TimeoutError, OSError, WebSocketClosedError) as reason:
            self.kept.failures.append(f"slider: {reason!r}")
        else:
            self.kept.answers.append(time.perf_counter() - began)

    async def leave(self) -> None:
        """Say goodbye as a closed page does."""
        if self._socket is not None:
            self._reading.cancel()
            self._socket.close()


def message(raw: str | bytes) -> dict[str, Any]:
    """Return a message without its attachments."""
    if isinstance(raw, bytes):  # a list of places first, then the parts
        count = struct.unpack("!i", raw[:4])[0]
        places = struct.unpack(f"!{count}i", raw[4 : 4 * (count + 1)])
        raw = raw[places[0] : places[1] if count > 1 else None].decode("utf-8")
    found: dict[str, Any] = json.loads(raw)
    return found
