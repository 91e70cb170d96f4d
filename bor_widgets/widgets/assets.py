"""Scripts and styles of the widgets, read from the installed package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from bor_widgets.charts import theme
from bor_widgets.charts.words import firmness

if TYPE_CHECKING:
    from collections.abc import Mapping

#: what a source note says; a widget that shows sources adds these to its own words
SOURCE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "source_button": "{id} · {explicitness}",
        "source_button_label": "Source of this claim: {id} {name}, {explicitness}",
        "source_paper": "Paper",
        "source_places": "Where",
        "source_explicitness": "How firmly",
        "source_who": "Said by",
        "source_paraphrase": "In our own words",
        **{f"explicitness_{key}": short for key, (short, _) in firmness().items()},
        **{f"explicitness_{key}_long": sentence for key, (_, sentence) in firmness().items()},
    }
)


def _read(file_name: str) -> str:
    return (files("bor_widgets.widgets") / "static" / file_name).read_text(encoding="utf-8")


@cache
def script(name: str, *parts: str) -> str:
    """Return one widget's script as a single ES module.

    Parameters
    ----------
    name : str
        Stem of the widget's file in ``static``, for example ``"tie_network"``.
    *parts : str
        Stems of files that this widget needs before its own.

    Returns
    -------
    str
        The theme as a constant, the shared functions of ``house.js``, the parts, then
        ``<name>.js``, which ends in ``export default { render };``.

    Raises
    ------
    FileNotFoundError
        There is no script of that name.
    """
    stems = ("house", *parts, name)
    return "\n".join(
        (f"const THEME = {theme.as_json()};", *(_read(f"{stem}.js") for stem in stems))
    )


@cache
def style(name: str) -> str:
    """Return one widget's style: the theme, the shared rules, then its own.

    Parameters
    ----------
    name : str
        Stem of the widget's file in ``static``. A widget may do without a style of its own.

    Returns
    -------
    str
        CSS text.
    """
    try:
        own = _read(f"{name}.css")
    except FileNotFoundError:
        own = ""
    return "\n".join((theme.css_variables(), _read("house.css"), own))


@cache
def plain_style(name: str) -> str:
    """Return what one style sheet adds by itself; "" where there is none.

    Parameters
    ----------
    name : str
        Stem of the file in ``static``.
    """
    try:
        return _read(f"{name}.css")
    except FileNotFoundError:
        return ""
