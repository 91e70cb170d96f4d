"""`bor`: words, help and exit codes."""

from __future__ import annotations

import pytest

from bor_widgets import __version__
from bor_widgets.cli import COMMANDS, load, main


@pytest.mark.parametrize("name", COMMANDS)
def test_every_word_has_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"bor {name}" in capsys.readouterr().out


def test_help_lists_every_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.strip() == f"bor_widgets {__version__}"


@pytest.mark.parametrize("words", [[], ["dance"]])
def test_words_without_meaning_are_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "command" in capsys.readouterr().err


def test_ctrl_c_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(load("serve"), "run", interrupted)
    assert main(["serve"]) == 130


def test_lab_without_its_folder_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "no-such-folder"]) == 1
    assert "There is no folder no-such-folder" in capsys.readouterr().err
