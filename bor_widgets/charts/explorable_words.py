"""What stands around an explorable, wherever it is shown."""

from __future__ import annotations

WORDS = {
    "panel": "A figure to move",
    "help": "What is this?",
    "places": "Where the papers speak of it",
    "scale": "our scale, {low} to {high}",
    "live": "Python answers every move. Every scale is ours: no paper gives a number.",
    "note": "The answers were computed in advance, at the steps of these sliders; the steps are "
    "our scale.",
}
