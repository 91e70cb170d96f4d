"""Going back, sharing and keeping: what every page offers, whatever its state is."""

from __future__ import annotations

import csv
import io
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from bor_widgets.course.spreadsheet import harmless
from bor_widgets.widgets import assets
from bor_widgets.widgets.export_bar import ExportBar
from bor_widgets.widgets.history import History
from bor_widgets.widgets.link_bar import LinkBar
from bor_widgets.widgets.packing import WORDS as PACKING_WORDS
from bor_widgets.widgets.packing import StateError


class PageBar(ExportBar):
    """A page's row of buttons; it also brings the style of the page's layout."""

    _css = f"{assets.style('export_bar')}\n{assets.style('page')}\n{assets.plain_style('bench')}"


class Keep(ABC):
    """Undo, redo and reset; the picture and the numbers; the link and the file.

    Parameters
    ----------
    state
        What is kept.
    name
        Stem of the files that are saved.
    """

    def __init__(self, state: History, name: str) -> None:
        self.history = state
        self.name = name
        self.bar = PageBar(on_export=self.export, on_step=self._step, picture_name=name)
        self.links = LinkBar(file_name=f"my-{name}.json")
        self.links.hear("arrived", lambda m: self._take(lambda: self.take_link(m["link"])))
        self.links.hear("opened", lambda m: self._take(lambda: self.take_file(m["text"])))
        self.links.hear("save", lambda _: self._save())

    @abstractmethod
    def link(self) -> str:
        """Return the link of the present state, "" where it needs none."""

    @abstractmethod
    def take_link(self, link: str) -> list[str]:
        """Restore what a link carries; return what could not be restored."""

    @abstractmethod
    def take_file(self, text: str) -> list[str]:
        """Restore what a file carries; return what could not be restored."""

    @abstractmethod
    def file(self) -> str:
        """Return the text of a file with everything worth keeping."""

    @abstractmethod
    def numbers(self) -> dict[str, Any]:
        """Return everything that is set, and the verdict, as plain data."""

    def markdown(self) -> str:
        """Return a reader's own work as a text; a page may have none."""
        return ""

    @abstractmethod
    def back_to_start(self) -> None:
        """Return to where it began."""

    def refresh(self) -> None:
        """Show what can be taken back, and let the address follow the state."""
        with self.bar.hold_sync():
            self.bar.can_undo, self.bar.can_redo = self.history.can_undo, self.history.can_redo
        try:
            self.links.link = self.link()
            if self.links.problem == PACKING_WORDS["too_long"]:
                # it fits again
                self.links.problem = ""
        except StateError as error:
            self.links.problem = str(error)

    def export(self, kind: str) -> tuple[str, str]:
        """Return name and text of a file with everything that is set: "json", "csv" or "md"."""
        if kind == "md":
            return f"{self.name}.md", self.markdown()
        numbers = self.numbers()
        if kind == "json":
            return f"{self.name}.json", json.dumps(numbers, indent=2, ensure_ascii=False)
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(["part", "name", "value"])
        for part, content in numbers.items():
            rows = content.items() if isinstance(content, Mapping) else [("", content)]
            for name, value in rows:
                told = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
                table.writerow([part, harmless(name), harmless(told)])
        return f"{self.name}.csv", text.getvalue()

    def _step(self, kind: str) -> None:
        steps = {"undo": self.history.undo, "redo": self.history.redo, "reset": self.back_to_start}
        steps[kind]()

    def _take(self, read: Callable[[], list[str]]) -> None:
        """Restore a saved state, or say why not and leave everything as it is."""
        try:
            self.links.problem = " ".join(read())
        except StateError as error:
            self.links.problem = str(error)

    def _save(self) -> None:
        name = self.links.file_name
        self.links.send({"kind": "file", "name": name, "text": self.file()})
