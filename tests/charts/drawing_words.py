"""What the tests of the drawings share."""

from __future__ import annotations

from bor_widgets.charts.drawings.base import Drawing

#: what someone may type as a name, longer than any picture shows
HOSTILE = "<img src=x onerror=alert(1)>\u202e" + "very long name " * 700


def told_everywhere(drawing: Drawing, *facts: str) -> list[str]:
    """Return the facts that the text alternative or the table keeps to itself."""
    cells = " ".join(str(cell) for row in drawing.rows for cell in row)
    return [fact for fact in facts if fact not in drawing.alt or fact not in cells]
