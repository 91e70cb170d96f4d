"""Going back, sharing and keeping, as a part of the console."""

from __future__ import annotations

from typing import Any

from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from bor_widgets.widgets.keep import Keep
from bor_widgets.widgets.saved_state import from_file, from_link, to_file, to_link


class KeepPart(Keep):
    """What the console keeps: the situation, our numbers, the case and the predictions."""

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        super().__init__(state, "situation")

    def link(self) -> str:
        """Return the link of the present situation; the neutral beginning needs none."""
        return "" if self.state.now == Snapshot() else to_link(self.state.now)

    def restore(self, snapshot: Snapshot, told: list[str]) -> None:
        """Take over a saved state, and say what could not be restored."""
        self.state.restore(snapshot)
        self.links.problem = " ".join(told)

    def take_link(self, link: str) -> list[str]:
        """Restore the situation that a link carries."""
        snapshot, told = from_link(link)
        self.state.restore(snapshot)
        return told

    def take_file(self, text: str) -> list[str]:
        """Restore situation and predictions; what was committed here stays."""
        snapshot, predictions, told = from_file(text)
        self.state.restore(snapshot, predictions)
        return told

    def file(self) -> str:
        """Return situation and predictions as the text of a file."""
        return to_file(self.state.now, dict(self.state.predictions))

    def numbers(self) -> dict[str, Any]:
        """Return everything that is set, and the verdict."""
        return self.state.numbers()

    def back_to_start(self) -> None:
        """Return to where it began, or to the case as coded."""
        self.state.reset()
