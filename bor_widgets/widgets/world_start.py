"""WorldStart: which scene a world begins from, and with which seed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.words import source_note
from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.arrays import MOST_PLAIN_STATES, PLAIN
from bor_widgets.simulation.presets import presets
from bor_widgets.widgets import assets, panel

WORDS = {
    "panel": "Scene",
    "scene": "Choose a scene",
    "places": "Where the papers tell of it",
    "ours": "Every number is ours.",
    "again": "Begin again",
    "seed": "Another seed",
    "seed_now": "Seed {seed}",
    **assets.SOURCE_WORDS,
}


class WorldStart(panel.Panel):
    """The picker of scenes.

    Attributes
    ----------
    scenes
        Every scene: name, label, meaning, places, and the sources of its rules.
    preset
        Name of the scene that was begun with.
    seed
        The seed in force.

    Messages
    --------
    ``scene`` (with ``name``), ``again``, ``seed``.
    """

    _esm: ClassVar[Any] = panel.script("world_start")
    _css: ClassVar[Any] = panel.style("world_start")

    scenes = traitlets.List(traitlets.Dict()).tag(sync=True)
    preset = traitlets.Unicode("").tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    words = traitlets.Dict(WORDS).tag(sync=True)

    def __init__(self) -> None:
        words = dict(WORDS)
        if PLAIN:
            smaller = told("plain", "smaller", most=MOST_PLAIN_STATES)
            words["ours"] = f"{words['ours']} {smaller}"
        super().__init__(
            words=words,
            scenes=[
                {
                    "name": scene.name,
                    "label": scene.label,
                    "meaning": scene.meaning,
                    "places": "; ".join(scene.places),
                    "sources": [source_note(rule) for rule in scene.rules],
                }
                for scene in presets().values()
            ],
        )

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message names a scene that there is, or asks for a new start."""
        if message["kind"] == "scene":
            return isinstance(message.get("name"), str) and message["name"] in presets()
        return message["kind"] in ("again", "seed")
