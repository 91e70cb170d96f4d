"""The line between a page and its Python: what comes after the page has left is let go."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class QuietChannels(ZMQChannelsWebsocketConnection):
    """Like the server's own, but deaf once the page's socket is closed.

    A message can still be waiting when a page closes. By then the server no longer knows in
    which form the page writes, takes the message for one of the older form, and asks for
    gigabytes to hold the parts that it seems to announce.
    """

    def handle_incoming_message(self, incoming_msg: Any) -> None:
        """Hand a message on to Python, unless its page has left."""
        if self.websocket_handler.ws_connection is not None:
            super().handle_incoming_message(incoming_msg)
