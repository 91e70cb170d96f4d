"""Every colour, pattern and type size of the product, in one light theme.

The hues follow the Okabe-Ito palette (blue, yellow, orange, vermilion, purple), softened
for large areas and darkened for text, so that they stay apart for readers who do not see
all colours. Nothing relies on hue alone: each meaning also has a pattern or a dash and a
glyph. Text keeps a contrast of at least 4.5 to 1 on every background named here.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Pattern = Literal["plain", "dots", "hatch", "cross", "lines", "grid"]
Dash = Literal["solid", "dash", "dashdot", "dot"]


@dataclass(frozen=True, slots=True)
class Area:
    """How a grade of threat looks where it fills an area.

    Attributes
    ----------
    fill : str
        Background colour; body text is readable on it.
    ink : str
        Colour of the pattern's strokes.
    text : str
        Colour of words about this grade on paper, on a card or on ``soft``.
    soft : str
        Pale background for a box about this grade.
    pattern : {"plain", "dots", "hatch", "cross", "lines", "grid"}
        Texture that tells the meaning apart without colour.
    glyph : str
        One sign, fuller as the threat is more direct.
    """

    fill: str
    ink: str
    text: str
    soft: str
    pattern: Pattern
    glyph: str


@dataclass(frozen=True, slots=True)
class Line:
    """How the quality of a tie looks where it is a line.

    Attributes
    ----------
    colour : str
        Stroke colour, readable as text on paper and on a card.
    soft : str
        Pale background for a box about this tie.
    dash : {"solid", "dash", "dashdot", "dot"}
        Dash pattern by its name in plotly.
    stroke : str
        The same dash pattern as an SVG ``stroke-dasharray``.
    glyph : str
        One sign that stands on the middle of the line.
    """

    colour: str
    soft: str
    dash: Dash
    stroke: str
    glyph: str


#: grade of threat -> look, from no threat to a direct threat
GRADES: Mapping[str, Area] = MappingProxyType(
    {
        "none": Area("#d9e8f2", "#a9c6da", "#33566f", "#edf4f9", "plain", "\u25cb"),
        "potential": Area("#f6e3a1", "#b9942f", "#7a5600", "#fdf6df", "dots", "\u25d4"),
        "indirect": Area("#f3b27a", "#b2641f", "#9a4300", "#fdefe2", "hatch", "\u25d1"),
        "direct": Area("#dc7a66", "#96301f", "#9b1c2e", "#fbe9e5", "cross", "\u25cf"),
    }
)

#: response -> look. A response wears the hue of the grade that most often calls for it,
#: so that a verdict and the place of its point on the map are seen as one thing.
ACTIONS: Mapping[str, Area] = MappingProxyType(
    {
        "none": Area("#d9e8f2", "#a9c6da", "#33566f", "#edf4f9", "plain", "="),
        "compromise": Area("#f6e3a1", "#b9942f", "#7a5600", "#fdf6df", "dots", "\u25b2"),
        "mix": Area("#f3b27a", "#b2641f", "#9a4300", "#fdefe2", "hatch", "\u21c5"),
        "breakup": Area("#dc7a66", "#96301f", "#9b1c2e", "#fbe9e5", "cross", "\u25bc"),
    }
)

#: quality of a tie -> look
TIES: Mapping[str, Line] = MappingProxyType(
    {
        "friendly": Line("#0068a8", "#e6f1f9", "solid", "", "+"),
        "hostile": Line("#b83a12", "#fbe9e2", "dash", "9 6", "\u00d7"),
        "mixed": Line("#7b3f87", "#f4eaf6", "dashdot", "12 5 2 5", "\u00b1"),
        "open": Line("#5a6170", "#eff0f3", "dot", "0.1 8", "?"),
    }
)

#: what a response does to a tie -> look of its line, in the hue of the response
RESPONSES: Mapping[str, Line] = MappingProxyType(
    {
        "none": Line("#33566f", "#edf4f9", "solid", "", "="),
        "compromise": Line("#7a5600", "#fdf6df", "solid", "", "\u25b2"),
        "mix": Line("#9a4300", "#fdefe2", "dash", "9 6", "\u21c5"),
        "breakup": Line("#9b1c2e", "#fbe9e5", "dot", "0.1 8", "\u25bc"),
    }
)

#: restraint that rises, falls or stays as before
RESTRAINT: Mapping[str, Area] = MappingProxyType(
    {
        "more": Area("#8fc1e3", "#0b5a94", "#0b5a94", "#e6f1f9", "plain", "\u25b2"),
        "same": Area("#e3e1da", "#a8a598", "#555c6b", "#f3f1ea", "dots", "="),
        "less": Area("#f0a58c", "#a33a1c", "#a33a1c", "#fbe9e2", "hatch", "\u25bc"),
    }
)

#: what a finding means for the reader, where it is no grade and no response
TONES: Mapping[str, Area] = MappingProxyType(
    {
        "calm": Area("#d9e8f2", "#a9c6da", "#33566f", "#edf4f9", "plain", "\u25cb"),
        "good": Area("#bfe3d5", "#0b6b4f", "#0b5a43", "#e6f5ef", "lines", "\u2713"),
        "caution": Area("#f6e3a1", "#b9942f", "#7a5600", "#fdf6df", "dots", "\u25d4"),
        "warn": Area("#f3b27a", "#b2641f", "#9a4300", "#fdefe2", "hatch", "\u25d1"),
        "alarm": Area("#dc7a66", "#96301f", "#9b1c2e", "#fbe9e5", "cross", "\u25cf"),
        "open": Area("#e9e7e1", "#8c8675", "#555c6b", "#f3f1ea", "grid", "?"),
    }
)

#: pattern -> the name plotly gives it
PLOTLY_PATTERNS: Mapping[Pattern, str] = MappingProxyType(
    {"plain": "", "dots": ".", "hatch": "/", "cross": "x", "lines": "-", "grid": "+"}
)

#: surfaces, text and the one strong accent; every text colour is readable on every surface
SURFACES: Mapping[str, str] = MappingProxyType(
    {"paper": "#faf7f1", "card": "#ffffff", "sunken": "#f3efe6"}
)
TEXTS: Mapping[str, str] = MappingProxyType(
    {"ink": "#1b2130", "muted": "#555c6b", "accent": "#0b5a94", "error": "#a3161f"}
)
STROKES: Mapping[str, str] = MappingProxyType(
    {
        "line": "#ddd6c8",
        "line-strong": "#8c8675",
        "accent-strong": "#08426d",
        "accent-soft": "#e6f1f9",
        "on-accent": "#ffffff",
        "focus": "#0b5a94",
        "error-soft": "#fcebea",
    }
)

_SANS = (
    '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, '
    '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'
)
_SERIF = (
    'Charter, "Iowan Old Style", "Palatino Linotype", Georgia, "Noto Serif", "DejaVu Serif", '
    '"Songti SC", "Noto Serif CJK SC", serif'
)

#: type and space; sizes in px so that a host page's own base size does not change them
TYPE: Mapping[str, str] = MappingProxyType(
    {
        "font": _SANS,
        "font-heading": _SERIF,
        "size-small": "13px",
        "size-label": "14px",
        "size": "16px",
        "size-title": "19px",
        "size-heading": "24px",
        "size-verdict": "34px",
        "leading": "1.5",
        "space-1": "4px",
        "space-2": "8px",
        "space-3": "12px",
        "space-4": "16px",
        "space-5": "24px",
        "space-6": "32px",
        "radius": "14px",
        "radius-small": "8px",
        "shadow": "0 1px 2px rgba(60, 48, 20, 0.06), 0 6px 20px rgba(60, 48, 20, 0.06)",
        "move": "160ms",
    }
)


@cache
def css_variables() -> str:
    """Return the theme as CSS custom properties.

    Returns
    -------
    str
        One rule ``:root{--bor-…:…}``. Surfaces, texts, strokes and type keep their names
        (``--bor-paper``); meanings are ``--bor-grade-direct-fill``,
        ``--bor-action-mix-text``, ``--bor-tie-open-colour``, ``--bor-restraint-less-fill``.
    """
    pairs: dict[str, str] = {**SURFACES, **TEXTS, **STROKES, **TYPE}
    families = {"grade": GRADES, "action": ACTIONS, "restraint": RESTRAINT, "tone": TONES}
    for family, areas in families.items():
        for name, area in areas.items():
            for part in ("fill", "ink", "text", "soft"):
                pairs[f"{family}-{name}-{part}"] = getattr(area, part)
    for name, line in TIES.items():
        pairs[f"tie-{name}-colour"] = line.colour
        pairs[f"tie-{name}-soft"] = line.soft
    return ":root{" + ";".join(f"--bor-{name}:{value}" for name, value in pairs.items()) + "}\n"


@cache
def as_json() -> str:
    """Return what a drawing needs beyond CSS: patterns, dashes and glyphs.

    Returns
    -------
    str
        A JSON object with the keys ``grade``, ``action``, ``restraint``, ``tone``, ``tie`` and
        ``response``, each a mapping from a name to its look, and ``font``, the family of
        running text.
    """
    families: dict[str, Mapping[str, Area] | Mapping[str, Line]] = {
        "grade": GRADES,
        "action": ACTIONS,
        "restraint": RESTRAINT,
        "tone": TONES,
        "tie": TIES,
        "response": RESPONSES,
    }
    looks: dict[str, object] = {
        family: {name: asdict(look) for name, look in members.items()}
        for family, members in families.items()
    }
    return json.dumps({**looks, "font": _SANS}, ensure_ascii=True)
