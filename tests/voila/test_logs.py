"""What is told to the person who runs the server."""

from __future__ import annotations

import io
import json
import logging

import pytest

from bor_widgets.voila.logs import EventLog, Reports


def told(form: str, name: str, **facts: object) -> str:
    """Return what an event leaves behind."""
    out = io.StringIO()
    EventLog(form, out).event(name, **facts)
    return out.getvalue()


def test_quiet_tells_warnings_only() -> None:
    assert told("quiet", "opened", page="a.ipynb", seconds=1) == ""
    assert told("quiet", "full", taken=2, places=2) == (
        "bor serve: The room is full: 2 of 2 places are taken.\n"
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_begins_a_line_of_its_own(form: str) -> None:
    page = "a\nb\r\x1b[31m\u2028c.ipynb"
    line = told(form, "opened", page=page, seconds=1, status=200)
    assert line.count("\n") == 1
    assert line.isascii()
    assert "\x1b" not in line
    if form == "json":
        assert json.loads(line)["page"] == page


def test_what_a_library_reports_is_told_without_what_was_typed() -> None:
    out = io.StringIO()
    logger = logging.Logger("library")
    logger.addHandler(Reports(EventLog("json", out).event))
    try:
        raise ValueError("typed by somebody")
    except ValueError:
        logger.exception("It failed at %r", "typed by somebody")
    logger.error(f"It failed at {'typed by somebody'}")
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first["event"], first["level"]) == ("message", "warning")
    assert (first["text"], first["kind"]) == ("It failed at %r", "ValueError")
    assert second["text"] == ""
    assert "typed" not in out.getvalue()
