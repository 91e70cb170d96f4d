"""What every panel promises: local scripts, words from Python, messages that cannot break it."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

from bor_widgets.widgets import assets, panel

#: widget -> its class, and the files beside forms.js that its script is made of
PANELS: dict[str, tuple[str, tuple[str, ...]]] = {
    "controls": ("Controls", ("control_fields",)),
    "verdict_card": ("VerdictCard", ()),
    "change_list": ("ChangeList", ()),
    "ledger_table": ("LedgerTable", ()),
    "case_picker": ("CasePicker", ("case_search",)),
    "calibration_editor": ("CalibrationEditor", ()),
    "predict": ("Predict", ()),
    "quiz": ("Quiz", ("quiz_inputs",)),
}
#: words that Python puts into what a panel shows, so that no script names them
TOLD_BY_PYTHON = {"predict": {"in_class"}}
FILES = ["forms", *PANELS, *(part for _, parts in PANELS.values() for part in parts)]


def text_of(name: str) -> str:
    return (files("bor_widgets.widgets") / "static" / f"{name}.js").read_text(encoding="utf-8")


def class_of(name: str) -> Any:
    return getattr(import_module(f"bor_widgets.widgets.{name}"), PANELS[name][0])


def own_script(name: str) -> str:
    return "\n".join(text_of(part) for part in (*PANELS[name][1], name))


@pytest.mark.parametrize("name", PANELS)
def test_the_script_of_a_class_is_one_module_that_holds_all_its_parts(name: str) -> None:
    script = class_of(name)._esm
    assert script.count("export default { render };") == 1
    assert not re.search(r"^import |import\(", script, re.MULTILINE)
    for part in ("house", "forms", *PANELS[name][1], name):
        assert text_of(part).strip() in script


@pytest.mark.parametrize("name", FILES)
def test_text_never_becomes_markup_and_nothing_is_fetched(name: str) -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    for word in (*forbidden, "fetch(", "XMLHttpRequest", "http://", "https://"):
        assert word not in text_of(name)


@pytest.mark.parametrize("name", PANELS)
def test_every_word_of_the_script_is_declared_and_every_declared_word_is_used(name: str) -> None:
    declared = set(import_module(f"bor_widgets.widgets.{name}").WORDS) - set(assets.SOURCE_WORDS)
    script = own_script(name)
    used = set(re.findall(r"\bwords\.(\w+)", script))
    used |= {word for word in declared if re.search(rf"\b{word}\b", script)}
    # a word may be put together from a stem, at once or by the function that picks it
    stems = re.findall(r"(?:words\[|caseWord\([^`]*)`(\w+)_\$", script)
    used |= {word for word in declared if any(word.startswith(f"{stem}_") for stem in stems)}
    assert used - declared - set(assets.SOURCE_WORDS) == set()
    told_by_python = {"title"} | (declared if name == "quiz" else TOLD_BY_PYTHON.get(name, set()))
    assert declared - used - told_by_python == set()


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_stands_in_a_script(name: str) -> None:
    # two words in a row inside a string that is shown would be a text nobody can translate
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", text_of(name), flags=re.DOTALL)
    shown = re.findall(r"text: \"([^\"]*)\"", code) + re.findall(r"placeholder: \"([^\"]*)\"", code)
    assert [
        text for text in shown if re.search(r"[A-Za-z]{2}", re.sub(r"\\u\w{4}", "", text))
    ] == []


@pytest.mark.parametrize("name", PANELS)
def test_every_variable_of_a_style_is_one_of_the_theme_or_of_the_panel(name: str) -> None:
    style = class_of(name)._css
    assert set(re.findall(r"var\((--bor-[\w-]+)", style)) <= set(
        re.findall(r"(--bor-[\w-]+):", style)
    )


@pytest.mark.parametrize("content", [None, 3, "commit", [], {}, {"kind": 4}, {"kind": "unknown"}])
def test_a_strange_message_is_ignored(content: Any) -> None:
    heard: list[Any] = []
    widget = class_of("controls")()
    widget.hear("unlock", heard.append)
    widget._receive(widget, content, [])
    assert heard == []


def test_listeners_hear_a_message_in_the_order_in_which_they_came() -> None:
    heard: list[str] = []
    widget = panel.Panel()
    widget.hear("press", lambda message: heard.append(f"first {message['n']}"))
    widget.hear("press", lambda message: heard.append("second"))
    widget.hear("other", lambda message: heard.append("never"))
    widget._receive(widget, {"kind": "press", "n": 7}, [])
    assert heard == ["first 7", "second"]
