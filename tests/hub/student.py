"""A student of a class: signs in, waits for a server, opens pages, moves a slider."""

from __future__ import annotations

import asyncio
import json
import re
import struct
import time
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.hub.running_hub import CLASS_PASSWORD, Hub

SERVER_WITHIN = 120.0
PAGE_WITHIN = 90.0
ANSWER_WITHIN = 30.0

#: how a page names the Python behind it
_KERNEL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Student:
    """A browser that draws nothing: cookies, pages, and a page's line to its Python."""

    hub: Hub
    name: str
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(follow_redirects=True, timeout=PAGE_WITHIN)

    @property
    def own(self) -> str:
        """The address of the student's own server."""
        return f"{self.hub.address}user/{self.name}/"

    def cookie(self, name: str, path: str) -> str:
        """Return a cookie that was set for a path."""
        return next(
            cookie.value or ""
            for cookie in self.client.cookies.jar
            if cookie.name == name and cookie.path == path
        )

    def sign_in(self, password: str = CLASS_PASSWORD) -> httpx.Response:
        """Fill in the form; return the page that follows."""
        login = f"{self.hub.address}hub/login"
        self.client.get(login)
        path = urlsplit(f"{self.hub.address}hub/").path
        form = {
            "username": self.name,
            "password": password,
            "_xsrf": self.cookie("_xsrf", path),
        }
        return self.client.post(login, data=form)

    def open(self, link: str) -> httpx.Response:
        """Follow a link that the teacher gave the whole class; wait for the server if need be."""
        until = time.monotonic() + SERVER_WITHIN
        while time.monotonic() < until:
            page = self.client.get(f"{self.hub.address}hub/user-redirect/{link}")
            if str(page.url).startswith(self.own):
                return page
            time.sleep(0.3)
        raise TimeoutError(f"{self.name} has no server after {SERVER_WITHIN:.0f} s: {page.url}")

    def leave(self, page: httpx.Response) -> None:
        """Leave a page as a browser does: the Python behind it ends."""
        token = self.cookie("_xsrf", urlsplit(self.own).path)
        self.client.post(
            f"{self.own}voila/api/shutdown/{kernel_of(page)}", headers={"X-XSRFToken": token}
        ).raise_for_status()

    def header(self) -> str:
        """Return the cookies that a browser would send to the student's server."""
        request = self.client.build_request("GET", f"{self.own}api/status")
        return str(request.headers["cookie"])


def kernel_of(page: httpx.Response) -> str:
    """Return the id of the Python behind a page."""
    found = _KERNEL.search(page.text[page.text.index("bor.pythonRuns(") :])
    assert found
    return found[0]


class Line:
    """A page's line to its Python."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self.socket = socket

    @classmethod
    async def of(cls, student: Student, page: httpx.Response) -> Line:
        """Open the line as the page's scripts do, with the student's cookies."""
        address = student.own.replace("http://", "ws://", 1)
        ask = HTTPRequest(
            f"{address}api/kernels/{kernel_of(page)}/channels",
            headers={"Cookie": student.header()},
        )
        return cls(await websocket_connect(ask, max_message_size=1 << 28))

    async def say(self, kind: str, content: dict[str, Any], **metadata: str) -> str:
        """Send a message; return its number."""
        number = uuid.uuid4().hex
        header = {"msg_id": number, "msg_type": kind, "session": "s", "username": "", "date": ""}
        message = {
            "header": {**header, "version": "5.3"},
            "parent_header": {},
            "metadata": metadata,
            "content": content,
            "channel": "shell",
            "buffers": [],
        }
        await self.socket.write_message(json.dumps(message))
        return number

    async def answers(self, number: str) -> list[dict[str, Any]]:
        """Return what comes back for a message, until Python has done with it."""
        heard = []
        async with asyncio.timeout(ANSWER_WITHIN):
            while (raw := await self.socket.read_message()) is not None:
                message = plain(raw)
                if message["parent_header"].get("msg_id") != number:
                    continue
                heard.append(message)
                if message["content"].get("execution_state") == "idle":
                    return heard
        raise ConnectionError("the line was closed")

    async def states(self) -> dict[str, dict[str, Any]]:
        """Ask for the state of every widget of the page, as a page does when it opens."""
        comm = uuid.uuid4().hex
        target = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        await self.say("comm_open", target, version="1.0.0")
        asked = await self.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        for message in await self.answers(asked):
            states = message["content"].get("data", {}).get("states")
            if states is not None:
                return {number: entry["state"] for number, entry in states.items()}
        raise LookupError("the page has no widgets")

    async def change(self, widget: str, state: dict[str, Any]) -> list[dict[str, Any]]:
        """Change a widget as a reader does; return what else changed on the page."""
        data = {"method": "update", "state": state, "buffer_paths": []}
        number = await self.say("comm_msg", {"comm_id": widget, "data": data})
        return [
            {"widget": message["content"]["comm_id"], **message["content"]["data"]["state"]}
            for message in await self.answers(number)
            if message["content"].get("data", {}).get("method") == "update"
        ]


def plain(raw: str | bytes) -> dict[str, Any]:
    """Return a message without its attachments."""
    if isinstance(raw, bytes):
        count = struct.unpack("!i", raw[:4])[0]
        places = [*struct.unpack(f"!{count}i", raw[4 : 4 * (count + 1)]), len(raw)]
        raw = raw[places[0] : places[1]].decode()
    message: dict[str, Any] = json.loads(raw)
    return message
