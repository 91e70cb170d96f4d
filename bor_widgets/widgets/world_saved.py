"""A course of a world as a link and as a file, and back."""

from __future__ import annotations

import json
from typing import Any

from bor_widgets import __version__
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.world import World
from bor_widgets.widgets.packing import WORDS, StateError, pack, short, unpack
from bor_widgets.widgets.world_course import FIRST_PRESET, PATH, WorldCourse, longest

FORMAT = "bor_widgets world"
VERSION = 1

#: a file larger than this is not read
LARGEST_FILE = 2_000_000

#: sentences of this file that a reader may see
SAVED_WORDS = {
    "not_ours": "This is not a saved course of a world; nothing was changed.",
    "damaged": "This file is damaged and cannot be read; nothing was changed.",
    "too_large": "This file is too large for a saved course; nothing was changed.",
    "newer": "This was saved by a newer version and cannot be read; nothing was changed.",
    "refused": "This course cannot be played: {reason}. Nothing was changed.",
    "rounds": (
        "rounds takes a whole number from 0 to {most} for a world of this size; given was {given}"
    ),
    "on_the_way": (
        "The link begins with the numbers as they are now. Numbers were changed on the way: "
        "save a file to keep the exact course."
    ),
}


def to_link(course: WorldCourse) -> str:
    """Return what an address carries: scene, changed numbers, and the round that is shown.

    Raises
    ------
    StateError
        If it would be too long.
    """
    scene = presets()[course.preset].config.changed()
    now = course.config.changed()
    changed = {key: value for key, value in now.items() if scene.get(key) != value}
    neutral = WorldConfig()
    # what the scene sets and this world has back at its neutral value
    changed |= {
        key: getattr(neutral, key) for key in scene if key not in now and hasattr(neutral, key)
    }
    data: dict[str, Any] = {"w": VERSION, "p": course.preset}
    if changed:
        data["c"] = changed
    if course.shown:
        data["r"] = course.shown
    return pack(data)


def from_link(link: str) -> tuple[str, WorldConfig, int]:
    """Return scene, numbers and round that a link carries.

    Raises
    ------
    StateError
        If it carries none of them.
    """
    data = unpack(link)
    if not isinstance(data, dict) or type(data.get("w")) is not int:
        raise StateError(WORDS["not_ours"])
    if data["w"] > VERSION:
        raise StateError(SAVED_WORDS["newer"])
    preset = _scene(data.get("p"))
    changed = data.get("c", {})
    if not isinstance(changed, dict):
        raise StateError(WORDS["damaged"])
    scene = presets()[preset].config.changed()
    try:
        config = WorldConfig.from_plain({**scene, **changed})
        rounds = _rounds(config, data.get("r", 0))
    except (TypeError, ValueError) as error:
        raise StateError(SAVED_WORDS["refused"].format(reason=error)) from None
    return preset, config, rounds


def to_file(course: WorldCourse) -> str:
    """Return the text of a file from which the very same course can be played again."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "made_with": f"bor-widgets {__version__}",
        "preset": course.preset,
        "shown": course.shown,
        "course": course.world.record(),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def from_file(text: str) -> tuple[str, World, int]:
    """Return scene, world and shown round of a saved course.

    Raises
    ------
    StateError
        If the file is damaged, foreign, too large, or a course that cannot be played.
    """
    if len(text) > LARGEST_FILE:
        raise StateError(SAVED_WORDS["too_large"])
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise StateError(SAVED_WORDS["damaged"]) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise StateError(SAVED_WORDS["not_ours"])
    version, record = content.get("version"), content.get("course")
    if type(version) is int and version > VERSION:
        raise StateError(SAVED_WORDS["newer"])
    if type(version) is not int or not isinstance(record, dict):
        raise StateError(SAVED_WORDS["damaged"])
    try:
        # how long it is, is asked before anything is played
        first = WorldConfig.from_plain(record["configs"][0][1])
        rounds = _rounds(first, record.get("rounds"))
        world = World.again(record, path=PATH)
    except (TypeError, ValueError) as error:
        raise StateError(SAVED_WORDS["refused"].format(reason=error)) from None
    except (LookupError, AttributeError, RecursionError):
        raise StateError(SAVED_WORDS["damaged"]) from None
    shown = content.get("shown")
    shown = shown if type(shown) is int and 0 <= shown <= rounds else rounds
    return _scene(content.get("preset")), world, shown


def _scene(name: Any) -> str:
    # a scene that this version does not know gives its numbers all the same
    return name if isinstance(name, str) and name in presets() else FIRST_PRESET


def _rounds(config: WorldConfig, given: Any) -> int:
    most = longest(config.states)
    if type(given) is not int or not 0 <= given <= most:
        raise ValueError(SAVED_WORDS["rounds"].format(most=most, given=short(given)))
    return given
