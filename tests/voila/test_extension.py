"""The pages inside a Jupyter server: what is set before the first of them is asked for."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from jupyter_server.serverapp import ServerApp
from voila.configuration import VoilaConfiguration

from bor_widgets.voila import DATA_FOLDER, TEMPLATE
from bor_widgets.voila.extension import (
    SETTINGS_FOLDER,
    _jupyter_server_extension_points,
    _load_jupyter_server_extension,
    find_our_template,
    keep_the_journal_in_a_file,
    page_settings,
)


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of lessons in a course's folder; no journal is named."""
    folder = tmp_path / "course" / "lessons"
    (folder / "quizzes").mkdir(parents=True)
    monkeypatch.setenv("BOR_LESSONS", str(folder))
    monkeypatch.setenv("BOR_JOURNAL", "to be restored afterwards")
    monkeypatch.delenv("BOR_JOURNAL")
    return folder


def test_the_settings_switch_it_on_and_voilas_own_off() -> None:
    read = json.loads((SETTINGS_FOLDER / "jupyter_server_config.json").read_text())
    switched = read["ServerApp"]["jpserver_extensions"]
    (point,) = _jupyter_server_extension_points()
    assert switched == {point["module"]: True, "voila.server_extension": False}


@pytest.mark.parametrize("given", [None, "", "no-such-folder", "."])
def test_without_pages_it_says_what_to_do_and_the_server_goes_on(
    given: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOR_PAGES", raising=False)
    if given is not None:
        monkeypatch.setenv("BOR_PAGES", given)
    # anything else that is asked of this server is a fault
    server = cast("ServerApp", SimpleNamespace(log=logging.getLogger("a server")))
    _load_jupyter_server_extension(server)
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "bor pages FOLDER" in record.getMessage()
    assert repr(given or "") in record.getMessage()


def test_the_journal_lies_where_notebooks_keep_it(lessons: Path) -> None:
    keep_the_journal_in_a_file()
    assert os.environ["BOR_JOURNAL"] == str(lessons.parent / "my-journal.jsonl")


@pytest.mark.parametrize("named", ["none", "elsewhere.jsonl"])
def test_a_journal_that_is_named_stays(
    lessons: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOR_JOURNAL", named)
    keep_the_journal_in_a_file()
    assert os.environ["BOR_JOURNAL"] == named


@pytest.mark.parametrize("before", ["", "/some/place"])
def test_our_template_is_found_and_named_once(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", before)
    for _ in range(2):
        find_our_template()
    wanted = [str(DATA_FOLDER), *([before] if before else [])]
    assert os.environ["JUPYTER_PATH"].split(os.pathsep) == wanted


def test_a_page_shows_no_code_and_no_traceback_and_keeps_our_template() -> None:
    configuration = VoilaConfiguration(config=page_settings())
    assert configuration.strip_sources
    assert not configuration.show_tracebacks
    assert configuration.template == TEMPLATE
    assert configuration.allow_template_override == "NO"
    assert not configuration.progressive_rendering
    # with plotly's own every page would be 4.8 MB heavier
    assert "jupyterlab-plotly" not in configuration.extension_allowlist
    assert "anywidget" in configuration.extension_allowlist
