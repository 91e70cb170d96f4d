"""Scripts and styles: complete, local, and without words of their own."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from bor_widgets.widgets import assets

DRAWING = {
    "decision_map_view": ("map_areas", "map_axes"),
    "restraint_bars": ("restraint_board",),
    "tie_network": ("network_layout", "network_board"),
    "export_bar": (),
}
SCRIPTS = ["house", "picture", *DRAWING, *(part for parts in DRAWING.values() for part in parts)]


def text_of(name: str) -> str:
    return (files("bor_widgets.widgets") / "static" / f"{name}.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DRAWING)
def test_a_script_is_one_module_with_one_export(name: str) -> None:
    script = assets.script(name, *DRAWING[name])
    assert script.startswith("const THEME = {")
    assert script.count("export default { render };") == 1
    assert not re.search(r"^import ", script, re.MULTILINE)
    assert "import(" not in script


@pytest.mark.parametrize("name", DRAWING)
def test_a_style_begins_with_the_theme(name: str) -> None:
    style = assets.style(name)
    assert style.startswith(":root{--bor-")
    assert style.index(".bor-card") > style.index("--bor-paper:")


@pytest.mark.parametrize("name", DRAWING)
def test_every_variable_of_a_style_is_one_of_the_theme(name: str) -> None:
    style = assets.style(name)
    used = set(re.findall(r"var\((--bor-[\w-]+)\)", style))
    defined = set(re.findall(r"(--bor-[\w-]+):", style.splitlines()[0]))
    assert used - defined == set()


def test_a_widget_may_do_without_a_style_of_its_own() -> None:
    assert assets.style("no such widget").rstrip() == assets.style("another").rstrip()


def test_a_missing_script_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        assets.script("no such widget")


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_markup_is_ever_made_from_text(name: str) -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    assert [word for word in forbidden if word in text_of(name)] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_fetched(name: str) -> None:
    addresses = set(re.findall(r"\w+://[^\s\"'`]+", text_of(name)))
    assert addresses <= {"http://www.w3.org/2000/svg"}  # a name, not a place to load from
    assert "fetch(" not in text_of(name)


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_sentence_stands_in_a_script(name: str) -> None:
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text_of(name), flags=re.DOTALL)
    literals = re.findall(r"\"([^\"\n]*)\"", code)
    # a sentence: a capital letter, then words
    assert [text for text in literals if re.match(r"[A-Z][a-z]+ [a-z]+", text)] == []


def test_every_degree_of_firmness_has_words() -> None:
    for firmness in ("stated", "implied", "reported", "contested", "open", "derived"):
        assert assets.SOURCE_WORDS[f"explicitness_{firmness}"]
        assert assets.SOURCE_WORDS[f"explicitness_{firmness}_long"].endswith(".")
