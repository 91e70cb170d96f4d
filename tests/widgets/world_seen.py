"""A live world without a screen: what a page would have received and sent."""

from __future__ import annotations

from typing import Any

from bor_widgets.widgets.world_run import WorldRun


class Page:
    """What a page would have received."""

    def __init__(self, run: WorldRun) -> None:
        self.run = run
        self.got: list[tuple[dict[str, Any], list[bytes]]] = []
        run.stage.send = lambda content, buffers=None: self.got.append((content, buffers or []))

    def tell(self, kind: str, **more: Any) -> None:
        self.run.stage.tell({"kind": kind, **more})

    def play(self, rounds: int) -> None:
        for _ in range(rounds):
            self.tell("next", rounds=1)

    @property
    def frames(self) -> list[dict[str, Any]]:
        return [content for content, _ in self.got if content["kind"] == "frame"]

    def set(self, name: str, value: Any) -> None:
        self.run.inputs.values = {**self.run.inputs.values, name: value}
