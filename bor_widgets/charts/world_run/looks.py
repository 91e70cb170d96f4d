"""How states and ties of a world look: shape and colour, dash and colour, never colour alone."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.theme import (
    ACTIONS,
    GRADES,
    RESTRAINT,
    STROKES,
    SURFACES,
    TEXTS,
    TIES,
    TONES,
)
from bor_widgets.charts.world_run.words import run_words
from bor_widgets.simulation.doctrines import DOCTRINES, MOVES
from bor_widgets.simulation.moves import INSTRUMENTS
from bor_widgets.theory.judgement import GRADES as GRADE_NAMES

#: state of a tie in a picture; the place is the code that a frame carries
TIE_STATES = ("quiet", "one_sided", "mutual", "revoked", "conflict")
QUIET, ONE_SIDED, MUTUAL, REVOKED, CONFLICT = range(len(TIE_STATES))

#: doctrine -> the shape of a state that follows it, and a look of the theme
_SHAPES = {
    "relationships": ("circle", RESTRAINT["more"]),
    "power": ("square", ACTIONS["breakup"]),
    "values": ("star", GRADES["potential"]),
    "soft": ("diamond", TONES["good"]),
    "by_table": ("hexagon", TONES["open"]),
    "own": ("pentagon", GRADES["indirect"]),
}

_TIE_LOOKS = {
    "quiet": (STROKES["line-strong"], "0.1 6", ""),
    "one_sided": (TIES["mixed"].colour, "10 4 2 4", "±"),
    "mutual": (TIES["friendly"].colour, "", "+"),
    "revoked": (TIES["hostile"].colour, "7 5", "−"),
    "conflict": (TEXTS["error"], "3 2", "×"),
}

#: response -> tone of its word in the log
_MOVE_TONES = {
    "none": "none",
    "compromise": "compromise",
    "mix": "mix",
    "breakup": "breakup",
    "hard balancing": "breakup",
    "bandwagoning": "potential",
    "soft balancing": "good",
    "enforcement": "mix",
}


def looks() -> dict[str, Any]:
    """Return shapes, dashes and words for the legend, in the order of their codes."""
    return {
        "doctrines": [
            {"key": key, "label": run_words("doctrine")[key],
             "short": run_words("doctrine_short")[key], "shape": shape,
             "fill": look.fill, "ink": look.text}
            for key, (shape, look) in ((key, _SHAPES[key]) for key in (*DOCTRINES, "own"))
        ],
        "ties": [
            {"key": key, "label": run_words("tie")[key], "short": run_words("tie_short")[key],
             "colour": colour, "dash": dash, "glyph": glyph}
            for key, (colour, dash, glyph) in ((key, _TIE_LOOKS[key]) for key in TIE_STATES)
        ],
        "moves": [
            {"key": key, "label": run_words("move")[key], "tone": _MOVE_TONES[key]}
            for key in MOVES
        ],
        "grades": [{"key": key, "label": run_words("grade")[key]} for key in GRADE_NAMES],
        "colours": {**SURFACES, **TEXTS, "shock": ACTIONS["mix"].text},
        "instruments": [run_words("instrument")[key] for key in INSTRUMENTS],
    }  # fmt: skip
