"""How ties look in a network, and what each look means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bor_widgets.charts.theme import RESPONSES, TIES, TONES, Dash, Line, Pattern

#: what a look of a line means where the caller says nothing else
MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "friendly": "friendly",
        "hostile": "hostile",
        "mixed": "friendly and hostile",
        "open": "open: the papers do not say",
        "none": "left as it is",
        "compromise": "repaired",
        "mix": "repaired in one area, punished in another",
        "breakup": "broken off",
        "calm": "quiet",
        "good": "helps",
        "caution": "in doubt",
        "warn": "strained",
        "alarm": "harms",
    }
)

#: how the texture of a tone looks as a line: its name in plotly, and as an SVG dash
_DASHES: Mapping[Pattern, tuple[Dash, str]] = MappingProxyType(
    {
        "plain": ("solid", ""),
        "lines": ("solid", ""),
        "dots": ("dashdot", "12 5 2 5"),
        "hatch": ("dash", "9 6"),
        "cross": ("dash", "4 4"),
        "grid": ("dot", "0.1 8"),
    }
)


def line_look(tone: str) -> Line:
    """Return how a tie of this tone looks.

    Raises
    ------
    ValueError
        For an unknown tone.
    """
    for family in (RESPONSES, TIES):
        if tone in family:
            return family[tone]
    if tone not in TONES:
        raise ValueError(f"tone of a tie takes one of {', '.join(MEANINGS)}; given was {tone!r}")
    look = TONES[tone]
    dash, stroke = _DASHES[look.pattern]
    return Line(look.text, look.soft, dash, stroke, look.glyph)
