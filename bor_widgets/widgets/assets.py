"""Scripts and styles of the widgets, read from the installed package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from bor_widgets.charts import theme

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
        "explicitness_stated": "stated",
        "explicitness_implied": "implied",
        "explicitness_reported": "reported",
        "explicitness_contested": "contested",
        "explicitness_open": "open",
        "explicitness_derived": "our inference",
        "explicitness_outside": "outside the papers",
        "explicitness_case": "case",
        "explicitness_stated_long": "The paper states this itself.",
        "explicitness_implied_long": "The paper does not say this directly, but it follows.",
        "explicitness_reported_long": "The paper reports what someone else says.",
        "explicitness_contested_long": "The paper argues against this, or doubts it.",
        "explicitness_open_long": "The paper leaves this question open.",
        "explicitness_derived_long": "We infer this. No paper says it.",
        "explicitness_case_long": "A case of the papers; what was done is not told here.",
        "explicitness_outside_long": "None of the three papers says this; another work does.",
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
