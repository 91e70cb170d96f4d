"""What arrives in bad order, or from a page that has left, is let go, whatever it announces."""

from __future__ import annotations

import asyncio
import struct
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_server.base.websocket import WS_PING_INTERVAL
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from bor_widgets.voila.channels import QuietChannels, check_parts
from tests import loops
from tests.voila.class_server import PATIENCE, ClassServer, answered, message

NEWER = "v1.kernel.websocket.jupyter.org"

#: the beginning of a message in the newer form; read in the older one it announces a million parts
LATE: Any = struct.pack("!i", 1_000_000) + b"and little more"


class Line(QuietChannels):
    """A line with nothing behind it."""

    def __init__(self, *, open_: bool, form: str | None = None) -> None:
        self.closed_with: list[int] = []
        self.handler: Any = SimpleNamespace(
            ws_connection=SimpleNamespace() if open_ else None,
            selected_subprotocol=form,
            close=self.closed_with.append,
        )

    websocket_handler = property(lambda self: self.handler)
    channels = property(lambda _self: {"shell": None})


def test_a_late_message_is_let_go() -> None:
    Line(open_=False).handle_incoming_message(LATE)


def test_without_this_the_server_would_try_to_read_it() -> None:
    with pytest.raises(struct.error):
        ZMQChannelsWebsocketConnection.handle_incoming_message(Line(open_=False), LATE)


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (None, LATE),
        (None, b""),
        (None, "{"),
        (None, "[" * 100_000),
        (None, "[]"),
        (None, '{"channel": ["shell"]}'),
        (NEWER, b""),
        # announced, not there: four million parts, to be looked for one by one
        (NEWER, (1 << 22).to_bytes(8, "little")),
        (NEWER, "a text"),
    ],
)
def test_nonsense_ends_the_line_and_nothing_else(form: str | None, message: Any) -> None:
    line = Line(open_=True, form=form)
    line.handle_incoming_message(message)
    assert line.closed_with == [1003]


@pytest.mark.parametrize(("size", "newer"), [(8, True), (4, False)])
def test_a_message_that_holds_what_it_announces_is_read(size: int, newer: bool) -> None:
    order: Any = "little" if newer else "big"
    whole = (3).to_bytes(size, order) + b"-" * 3 * size
    check_parts(whole, newer=newer)
    with pytest.raises(ValueError, match="announced 3 parts"):
        check_parts(whole[:-1], newer=newer)


def test_a_line_on_which_nothing_is_said_stays_open(room: ClassServer) -> None:
    kernel = room.ask("/voila/render/talking.ipynb").kernel()

    async def talk() -> None:
        line = await room.connect(kernel)
        # past the first ping: a page that is only being read must not lose its Python
        await asyncio.sleep(WS_PING_INTERVAL / 1000 + 3)
        await line.write_message(message("kernel_info_request"))
        await asyncio.wait_for(answered(line, "kernel_info_reply"), PATIENCE)
        line.close()

    loops.run(talk())
