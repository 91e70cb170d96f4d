"""Going back, sharing and keeping, as a part of the console."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from bor_widgets.widgets import assets
from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from bor_widgets.widgets.export_bar import ExportBar
from bor_widgets.widgets.link_bar import LinkBar
from bor_widgets.widgets.saved_state import StateError, from_file, from_link, to_file, to_link


class ConsoleBar(ExportBar):
    """The console's row of buttons; it also brings the style of the page's layout."""

    _css = f"{assets.style('export_bar')}\n{assets.style('page')}"


class KeepPart:
    """Undo, redo and reset; the picture and the numbers; the link and the file."""

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        self.bar = ConsoleBar(on_export=self.export, on_step=self._step)
        self.links = LinkBar()
        self.links.hear("arrived", lambda m: self._take(lambda: from_link(m["link"])))
        self.links.hear("opened", lambda m: self._take(lambda: self._from_file(m["text"])))
        self.links.hear("save", lambda _: self._save())

    def refresh(self) -> None:
        """Show what can be taken back, and let the address follow the state."""
        with self.bar.hold_sync():
            self.bar.can_undo, self.bar.can_redo = self.state.can_undo, self.state.can_redo
        try:
            # the neutral beginning needs no link
            self.links.link = "" if self.state.now == Snapshot() else to_link(self.state.now)
        except StateError as error:
            self.links.problem = str(error)

    def restore(self, snapshot: Snapshot, told: list[str]) -> None:
        """Take over a saved state, and say what could not be restored."""
        self.state.restore(snapshot)
        self.links.problem = " ".join(told)

    def export(self, kind: str) -> tuple[str, str]:
        """Return name and text of a file with everything that is set: "json" or "csv"."""
        numbers = self.state.numbers()
        if kind == "json":
            return "situation.json", json.dumps(numbers, indent=2, ensure_ascii=False)
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(["part", "name", "value"])
        for part, content in numbers.items():
            rows = content.items() if isinstance(content, Mapping) else [("", content)]
            for name, value in rows:
                told = "; ".join(map(str, value)) if isinstance(value, list) else value
                table.writerow([part, _harmless(name), _harmless(told)])
        return "situation.csv", text.getvalue()

    def _step(self, kind: str) -> None:
        {"undo": self.state.undo, "redo": self.state.redo, "reset": self.state.reset}[kind]()

    def _take(self, read: Callable[[], tuple[Snapshot, list[str]]]) -> None:
        """Restore a saved state, or say why not and leave everything as it is."""
        try:
            self.restore(*read())
        except StateError as error:
            self.links.problem = str(error)

    def _from_file(self, text: str) -> tuple[Snapshot, list[str]]:
        snapshot, predictions, told = from_file(text)
        # what was committed here stays
        self.state.predictions = {**predictions, **self.state.predictions}
        return snapshot, told

    def _save(self) -> None:
        text = to_file(self.state.now, dict(self.state.predictions))
        self.links.send({"kind": "file", "name": self.links.file_name, "text": text})


def _harmless(value: Any) -> Any:
    """Keep a spreadsheet from taking a student's text for a formula."""
    if isinstance(value, str) and value[:1] in "=+-@\t\r":
        return f"'{value}"
    return value
