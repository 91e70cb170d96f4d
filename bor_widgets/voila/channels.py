"""The line between a page and its Python: what comes in bad order, or too late, is let go."""

from __future__ import annotations

import struct
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

#: The newer of two forms in which a page may write.
NEWER = "v1.kernel.websocket.jupyter.org"

#: What reading a message may end in when it was not written by a page of ours.
BAD_ORDER = (
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)

#: The number with which a line is closed whose messages cannot be read.
CANNOT_READ = 1003


class QuietChannels(ZMQChannelsWebsocketConnection):
    """Like the server's own, but deaf once the page's socket is closed, and to nonsense.

    A message can still be waiting when a page closes. By then the server no longer knows in
    which form the page writes, takes the message for one of the older form, and asks for
    gigabytes to hold the parts that it seems to announce. Somebody who means harm can announce
    them at any time.
    """

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        """Hand a message on to Python, unless its page has left; close the line to nonsense."""
        if self.websocket_handler.ws_connection is None:
            return
        try:
            if isinstance(incoming_msg, bytes):
                check_parts(incoming_msg, newer=self.subprotocol == NEWER)
            super().handle_incoming_message(incoming_msg)
        except BAD_ORDER:
            self.websocket_handler.close(CANNOT_READ)


def check_parts(message: bytes, *, newer: bool) -> None:
    """Look whether a message is long enough for the parts that it announces.

    Parameters
    ----------
    message : bytes
        What came.
    newer : bool
        Which of the two forms it has: they announce in numbers of eight bytes and of four.

    Raises
    ------
    ValueError
        If it is not.
    """
    size = 8 if newer else 4
    parts = int.from_bytes(message[:size], "little" if newer else "big")
    if size * (parts + 1) > len(message):
        raise ValueError(f"A message of {len(message)} bytes announced {parts} parts.")
