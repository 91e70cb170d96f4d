"""What strikes ties, as plain numbers: the input that every model is handed."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bor_widgets.simulation.conditions import BLOCK, UTMOST, draw
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.happen import FIRST_BLOCK, GRAVE
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.start import stream


class Strike(NamedTuple):
    """A challenge that may strike a tie."""

    struck: int
    by: int
    level: float
    forced: bool
    gravity: float
    fight: float
    lot: float
    area: int


class Conditions:
    """The strikes of one world, round by round."""

    def __init__(self, config: WorldConfig, number: int) -> None:
        self.config = config
        self.number = number
        self._block = -1
        self._rounds: list[list[Strike]] = []

    def in_round(self, round_: int) -> list[Strike]:
        """Return what may strike in a round, and what shocks bring last."""
        block, at = divmod(round_, BLOCK)
        if block != self._block:
            self._block, self._rounds = block, self._draw(block)
        strikes = self._rounds[at]
        for place, shock in enumerate(self.config.shocks):
            if shock.round == round_:
                strikes = strikes + self._brought_by(shock, place)
        return strikes

    def shocks(self, round_: int) -> list[Shock]:
        """Return the shocks before a round's strikes."""
        return [shock for shock in self.config.shocks if shock.round == round_]

    def _draw(self, block: int) -> list[list[Strike]]:
        drawn = draw(self.config, [self.number], block)
        columns = [np.asarray(getattr(drawn, name)).tolist() for name in Strike._fields]
        strikes = list(map(Strike, *columns))
        return [strikes[a:b] for a, b in pairwise(drawn.bounds[0].tolist())]

    def _brought_by(self, shock: Shock, place: int) -> list[Strike]:
        one, other = shock.one, shock.other
        felt: list[tuple[int, float]] = []
        if shock.kind == "betrayal":
            felt = [(other, GRAVE)]
        elif shock.kind == "annexation":
            everybody = (i for i in range(self.config.states) if i != one)
            felt = [(i, UTMOST if i == other else GRAVE) for i in everybody]
        chance = stream(self.config, self.number, FIRST_BLOCK + place)
        drawn = chance.random((len(felt), 3), np.float32).tolist()
        return [
            Strike(i, one, -1.0, False, gravity, fight, lot, int(area * self.config.areas))
            for (i, gravity), (fight, lot, area) in zip(felt, drawn, strict=True)
        ]
