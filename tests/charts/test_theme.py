"""The look can be read by everyone: contrast, and never colour alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from itertools import combinations

import pytest

from bor_widgets.charts import theme
from bor_widgets.charts.theme import (
    ACTIONS,
    GRADES,
    RESPONSES,
    RESTRAINT,
    SURFACES,
    TEXTS,
    TIES,
    TONES,
)

AREAS = {"grade": GRADES, "action": ACTIONS, "restraint": RESTRAINT, "tone": TONES}
LINES = {"tie": TIES, "response": RESPONSES}


def _channels(colour: str) -> list[float]:
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(colour: str) -> float:
    """Relative luminance of the Web Content Accessibility Guidelines."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("surface", SURFACES)
def test_text_is_readable_on_every_surface(text: str, surface: str) -> None:
    assert contrast(TEXTS[text], SURFACES[surface]) >= 4.5


@pytest.mark.parametrize("family", AREAS)
def test_words_are_readable_in_and_about_areas(family: str) -> None:
    for look in AREAS[family].values():
        assert contrast(TEXTS["ink"], look.fill) >= 4.5
        for ground in (look.soft, *SURFACES.values()):
            assert contrast(look.text, ground) >= 4.5


@pytest.mark.parametrize("family", LINES)
def test_words_are_readable_about_ties(family: str) -> None:
    for look in LINES[family].values():
        for ground in (look.soft, *SURFACES.values()):
            assert contrast(look.colour, ground) >= 4.5


@pytest.mark.parametrize("on", ["accent", "ink"])
def test_white_is_readable_on_plates_and_main_buttons(on: str) -> None:
    assert contrast("#ffffff", TEXTS[on]) >= 4.5


def test_areas_differ_without_any_colour() -> None:
    for family in AREAS.values():
        for one, other in combinations(family.values(), 2):
            assert one.pattern != other.pattern
            assert one.glyph != other.glyph


def test_ties_differ_without_any_colour() -> None:
    looks = [*TIES.values(), *RESPONSES.values()]
    assert len({look.glyph for look in looks}) == len(looks)
    assert len({look.dash for look in TIES.values()}) == len(TIES)


#: how a colour is seen without red-sensitive or green-sensitive cones (Viénot, Brettel and
#: Mollon 1999, "Digital video colourmaps for checking the legibility of displays by
#: dichromats"), in linear RGB
DICHROMATS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def _seen(colour: str, kind: str) -> list[float]:
    linear = [c**2.2 for c in _channels(colour)]
    mixed = [sum(w * c for w, c in zip(row, linear, strict=True)) for row in DICHROMATS[kind]]
    return [max(c, 0.0) ** (1 / 2.2) for c in mixed]


@pytest.mark.parametrize("kind", DICHROMATS)
@pytest.mark.parametrize("family", [GRADES, RESTRAINT])
def test_areas_stay_apart_for_colour_blind_readers(
    kind: str, family: Mapping[str, theme.Area]
) -> None:
    for one, other in combinations(family.values(), 2):
        first, second = _seen(one.fill, kind), _seen(other.fill, kind)
        assert max(abs(a - b) for a, b in zip(first, second, strict=True)) > 0.08


def test_graver_grades_are_darker() -> None:
    shades = [luminance(look.fill) for look in GRADES.values()]
    assert shades == sorted(shades, reverse=True)


def test_css_names_every_part_once() -> None:
    text = theme.css_variables()
    assert text.startswith(":root{--bor-")
    names = [pair.split(":")[0] for pair in text[6:-2].split(";")]
    assert len(names) == len(set(names))
    for family, areas in AREAS.items():
        for name, look in areas.items():
            assert f"--bor-{family}-{name}-fill:{look.fill};" in text


def test_the_drawing_gets_every_look() -> None:
    looks = json.loads(theme.as_json())
    for family, areas in AREAS.items():
        assert looks[family] == {name: asdict(look) for name, look in areas.items()}
    for family, lines in LINES.items():
        assert looks[family] == {name: asdict(look) for name, look in lines.items()}
