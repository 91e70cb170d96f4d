"""What arrives from a page that has left is let go, whatever it seems to announce."""

from __future__ import annotations

import struct
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from bor_widgets.voila.channels import QuietChannels

#: the beginning of a message in the newer form; read in the older one it announces a million parts
LATE: Any = struct.pack("!i", 1_000_000) + b"and little more"


class Line(QuietChannels):
    """A line with nothing behind it."""

    def __init__(self, open_: bool) -> None:
        connection = SimpleNamespace(selected_subprotocol=None) if open_ else None
        self.handler: Any = SimpleNamespace(ws_connection=connection, selected_subprotocol=None)

    websocket_handler = property(lambda self: self.handler)
    channels = property(lambda _self: {"shell": None})


def test_a_late_message_is_let_go() -> None:
    Line(open_=False).handle_incoming_message(LATE)


def test_without_this_the_server_would_try_to_read_it() -> None:
    with pytest.raises(struct.error):
        ZMQChannelsWebsocketConnection.handle_incoming_message(Line(open_=False), LATE)


def test_what_comes_while_the_page_is_there_is_read() -> None:
    with pytest.raises(struct.error):
        Line(open_=True).handle_incoming_message(LATE)
