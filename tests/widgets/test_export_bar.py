"""The export bar as Python sees it: what the page may ask, and what it gets."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.widgets.export_bar import WORDS, Export, ExportBar


class Listening(ExportBar):
    """Keeps what would be sent to the page."""

    def __init__(self, **given: Any) -> None:
        self.sent: list[dict[str, str]] = []
        super().__init__(**given)

    def send(self, content: Any, buffers: Any = None) -> None:
        """Keep the message."""
        self.sent.append(content)


def says(bar: ExportBar, message: object) -> None:
    """Let the page send a message."""
    bar._handle_custom_msg(message, [])


def numbers(kind: str) -> tuple[str, str]:
    return f"situation.{kind}", f"threat as {kind}"


@pytest.mark.parametrize(("kind", "media"), [("csv", "text/csv"), ("json", "application/json")])
def test_a_file_is_answered_with_its_name_and_text(kind: str, media: str) -> None:
    bar = Listening(on_export=numbers)
    says(bar, {"kind": kind, "use": "save"})
    (answer,) = bar.sent
    assert answer["kind"] == "file"
    assert answer["name"] == f"situation.{kind}"
    assert answer["text"] == f"threat as {kind}"
    assert answer["type"].startswith(media)
    assert answer["use"] == "save"


def test_a_copy_is_marked_as_a_copy() -> None:
    bar = Listening(on_export=numbers)
    says(bar, {"kind": "csv", "use": "copy"})
    assert bar.sent[0]["use"] == "copy"


def test_a_failing_export_gives_a_sentence_and_no_detail() -> None:
    def broken(_kind: str) -> tuple[str, str]:
        raise RuntimeError("a secret of the program")

    answering: Export = broken
    bar = Listening(on_export=answering)
    says(bar, {"kind": "csv", "use": "save"})
    assert bar.sent == [{"kind": "failed", "text": WORDS["failed_numbers"], "use": "save"}]


@pytest.mark.parametrize("step", ["undo", "redo", "reset"])
def test_steps_reach_their_listener(step: str) -> None:
    taken: list[str] = []
    bar = Listening(on_step=taken.append)
    says(bar, {"kind": step})
    assert taken == [step]
    assert bar.sent == []


@pytest.mark.parametrize(
    "message", [None, "csv", 7, [], {}, {"kind": 3}, {"kind": "exe"}, {"kind": ["csv"]}]
)
def test_a_senseless_message_is_ignored(message: object) -> None:
    taken: list[str] = []
    bar = Listening(on_export=numbers, on_step=taken.append)
    says(bar, message)
    assert bar.sent == []
    assert taken == []


def test_without_numbers_their_buttons_are_not_offered() -> None:
    assert not ExportBar().has_numbers
    assert ExportBar(on_export=numbers).has_numbers


def test_a_bar_without_listeners_stays_silent() -> None:
    bar = Listening()
    says(bar, {"kind": "undo"})
    says(bar, {"kind": "csv"})
    assert bar.sent == []
