"""The small pictures of the report on a class, as SVG that stands inside its page.

Each is drawn from numbers only and says nothing that does not stand beside it as text, so
that it is hidden from a screen reader; a picture that stands alone gets a text alternative.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from bor_widgets.charts.theme import ACTIONS, GRADES, STROKES, TEXTS, TONES, Area

#: how far a lesson is -> look
STATES: Mapping[str, Area] = {
    "done": TONES["good"],
    "begun": TONES["caution"],
    "new": TONES["open"],
}

_LOOKS: Mapping[str, Mapping[str, Area]] = {"action": ACTIONS, "grade": GRADES, "state": STATES}

#: strokes of each pattern on a tile of 6 by 6
_PATTERNS = {
    "dots": '<circle cx="3" cy="3" r="1.1" fill="{ink}"/>',
    "hatch": '<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="{ink}" stroke-width="1"/>',
    "cross": '<path d="M0 0 6 6M6 0 0 6" stroke="{ink}" stroke-width="0.9"/>',
    "lines": '<path d="M0 3H6" stroke="{ink}" stroke-width="0.7"/>',
    "grid": '<path d="M0 3H6M3 0V6" stroke="{ink}" stroke-width="0.5"/>',
}


def patterns() -> Markup:
    """Return the patterns that the other pictures fill their areas with; once on a page."""
    tiles = "".join(
        f'<pattern id="{family}-{name}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{area.fill}"/>'
        f"{_PATTERNS.get(area.pattern, '').format(ink=area.ink)}</pattern>"
        for family, looks in _LOOKS.items()
        for name, area in looks.items()
    )
    return Markup(
        f'<svg class="patterns" aria-hidden="true" focusable="false"><defs>{tiles}</defs></svg>'
    )


def share_bar(share: float | None, width: int = 110) -> Markup:
    """Return a bar for a share from 0 to 1."""
    full = 0.0 if share is None else share * width
    return _svg(
        width,
        10,
        f'<rect y="1" width="{width}" height="8" rx="4" fill="{STROKES["line"]}"/>'
        f'<rect y="1" width="{full:.1f}" height="8" rx="4" fill="{TEXTS["accent"]}"/>',
    )


def separation_bar(value: float | None, width: int = 70) -> Markup:
    """Return a bar that grows from the middle: to the right above 0, to the left below."""
    middle = width / 2
    length = 0.0 if value is None else abs(value) * middle
    start = middle - length if value is not None and value < 0 else middle
    colour = TEXTS["error"] if value is not None and value < 0 else TEXTS["accent"]
    return _svg(
        width,
        10,
        f'<rect y="4" width="{width}" height="2" fill="{STROKES["line"]}"/>'
        f'<rect x="{start:.1f}" y="1" width="{length:.1f}" height="8" fill="{colour}"/>'
        f'<rect x="{middle - 0.5:.1f}" width="1" height="10" fill="{STROKES["line-strong"]}"/>',
    )


def stacked_bar(family: str, counts: Mapping[str, int], width: int = 220) -> Markup:
    """Return counts side by side in one bar, each in the look of its meaning.

    Parameters
    ----------
    family
        ``"action"``, ``"grade"`` or ``"state"``.
    counts
        Name of the meaning to how many.
    width
        Of the whole bar.
    """
    return _svg(width, 16, "".join(_stacked(family, counts, width)))


def _stacked(family: str, counts: Mapping[str, int], width: int) -> Iterator[str]:
    total = sum(counts.values())
    at = 0.0
    for name, count in counts.items():
        if not count:
            continue
        part = count / total * width
        edge = _LOOKS[family][name].text
        yield (
            f'<rect x="{at + 0.5:.1f}" y="0.5" width="{max(part - 1, 0.5):.1f}" height="15" '
            f'fill="url(#{family}-{name})" stroke="{edge}" stroke-width="0.8"/>'
        )
        at += part


def swatch(family: str, name: str) -> Markup:
    """Return a small sample of a look, for a legend."""
    return stacked_bar(family, {name: 1}, width=22)


def two_histograms(
    before: Sequence[int], after: Sequence[int], labels: tuple[str, str], axis: str, alt: str
) -> Markup:
    """Return how many students had how many right, before above and after below a line.

    Parameters
    ----------
    before, after
        Number of students for each number of right answers, from 0 on.
    labels
        What the two halves are called.
    axis
        What the line in the middle counts.
    alt
        The picture in words.
    """
    most = max(*before, *after, 1)
    width, half, left = 640, 84, 8
    # above the tallest bar there is room for its number
    step = (width - 2 * left) / max(len(before), 1)
    middle = half + 30
    shapes = []
    for sign, counts, look in ((-1, before, TONES["caution"]), (1, after, TONES["good"])):
        for at, count in enumerate(counts):
            tall = count / most * half
            x = left + at * step
            y = middle - 11 - tall if sign < 0 else middle + 11
            shapes.append(
                f'<rect x="{x + 2:.1f}" y="{y:.1f}" width="{step - 4:.1f}" height="{tall:.1f}" '
                f'fill="{look.fill}" stroke="{look.text}" stroke-width="{1 if count else 0}"/>'
            )
            if count:
                text_y = y - 4 if sign < 0 else y + tall + 13
                shapes.append(_label(x + step / 2, text_y, str(count)))
    shapes += [_label(left + (at + 0.5) * step, middle + 4.5, str(at)) for at in range(len(before))]
    bottom = middle + half + 38
    shapes.append(_label(left, 12, labels[0], "start"))
    shapes.append(_label(left, bottom, labels[1], "start"))
    shapes.append(_label(width - left, bottom, axis, "end"))
    return Markup(
        f'<svg class="histogram" viewBox="0 0 {width} {bottom + 8}" role="img" '
        f'aria-label="{escape(alt)}">{"".join(shapes)}</svg>'
    )


def _label(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(width: int, height: int, shapes: str) -> Markup:
    # a style may make a bar narrower, and its shares stay as they are
    return Markup(
        f'<svg class="bar" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'preserveAspectRatio="none" aria-hidden="true" focusable="false">{shapes}</svg>'
    )
