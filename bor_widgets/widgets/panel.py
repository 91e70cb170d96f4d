"""What the panels of the console share: their script, their style and their messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget

from bor_widgets.widgets import assets

#: what a listener receives: the whole message that the page sent
Listener = Callable[[dict[str, Any]], None]


def script(name: str, *parts: str) -> str:
    """Return the script of a panel: the shared functions, what forms need, its own part."""
    return assets.script(name, "forms", *parts)


@cache
def style(name: str) -> str:
    """Return the style of a panel: what forms and claims need, the house style, its own."""
    folder = files("bor_widgets.widgets") / "static"
    shared = [(folder / f"{stem}.css").read_text(encoding="utf-8") for stem in ("forms", "claims")]
    return "\n".join([*shared, assets.style(name)])


class Panel(anywidget.AnyWidget):
    """A widget that tells the rest of the program what was pressed in the page.

    A message is a small dict with a ``kind``. Whatever else a page may send, for
    instance from an old tab, is ignored: a page can never break the program.
    """

    def __init__(self, **traits: Any) -> None:
        self._listeners: dict[str, list[Listener]] = {}
        super().__init__(**traits)
        self.on_msg(self._receive)

    def hear(self, kind: str, listener: Listener) -> None:
        """Call ``listener`` with every message of this kind that passes :meth:`accepts`."""
        self._listeners.setdefault(kind, []).append(listener)

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether a message fits what the panel shows; a panel overrides this."""
        return True

    def tell(self, message: dict[str, Any]) -> None:
        """Hand a message to those who listen, as if the page had sent it."""
        if self.accepts(message):
            self.respond(message)
            for listener in self._listeners.get(message["kind"], []):
                listener(message)

    def respond(self, message: dict[str, Any]) -> None:
        """Change the panel's own state after a message, before others hear of it."""

    def _receive(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if isinstance(content, dict) and isinstance(content.get("kind"), str):
            self.tell(content)
