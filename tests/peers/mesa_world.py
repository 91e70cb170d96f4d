"""The model of a world in Mesa: states are agents, and a round is a row of stages."""

from __future__ import annotations

import mesa

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.start import HEGEMON, RISER, border
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.turn import BARGAINING
from tests.peers.measuring import Counts, Riser, measure
from tests.peers.mesa_state import State, Tie
from tests.peers.rules import POWER, Rules, mean_of
from tests.peers.strikes import Conditions


class MesaWorld(mesa.Model):
    """A world of states; measures are collected every so many rounds."""

    def __init__(
        self, config: WorldConfig, start: Worlds, measure_every: int = 1, number: int = 0
    ) -> None:
        super().__init__(seed=config.seed)
        self.config = config
        self.rules = Rules(config)
        self.conditions = Conditions(config, number)
        self.measure_every = measure_every
        self.round = 0
        self.bargains = float(start.bargains[0])
        self.institutions_used = 0
        self.counts = Counts()
        self.measured: dict[str, float] = {}
        self.states = [State(self, place, start) for place in range(config.states)]
        self.power_watched = any(state.doctrine == POWER for state in self.states)
        self._tie_up(start)
        self.datacollector = mesa.DataCollector(
            model_reporters={name: [MesaWorld.reported, [self, name]] for name in measures()}
        )

    def reported(self, name: str) -> float:
        """Return one of the measures just taken."""
        return self.measured[name]

    def step(self) -> None:
        """Play one round."""
        self._begin_round()
        if self.power_watched:
            self.agents.do("survey")
        for stage in ("judge", "act", "reciprocate", "renew", "close"):
            self.agents.do(stage)
        self.round += 1
        pairs = self.config.states * (self.config.states - 1)
        self.bargains += BARGAINING * (self.institutions_used / pairs)
        self.counts.rounds += 1
        if self.round % self.measure_every == 0:
            self.measured = self.measure()
            self.datacollector.collect(self)
            self.counts = Counts()

    def _begin_round(self) -> None:
        self.institutions_used = 0
        self.dictation = self.rules.dictation(self.bargains)
        self.bite = self.rules.bite(self.bargains)
        for shock in self.conditions.shocks(self.round):
            self._happen(shock.kind, self.states[shock.one], self.states[shock.other])
        for state in self.states:
            state.strikes = []
        for strike in self.conditions.in_round(self.round):
            self.states[strike.struck].strikes.append(strike)

    def _tie_up(self, start: Worlds) -> None:
        for one in self.states:
            for other in self.states:
                if one is not other:
                    at = (0, one.place, other.place)
                    areas = start.restraint[at].tolist()
                    level, access = float(start.level[at]), int(start.access[at])
                    turn = min(at[1:]) * 7 + max(at[1:]) * 13
                    one.ties[other.place] = Tie(other, level, access, areas, areas, turn)
        for one in self.states:
            for place, tie in one.ties.items():
                tie.back = self.states[place].ties[one.place]

    def _happen(self, kind: str, one: State, other: State) -> None:
        cal, areas = self.config.calibration, self.config.areas
        if kind == "betrayal":
            one.ties[other.place].restraint = [cal.revoked_restraint] * areas
        elif kind == "embargo":
            one.ties[other.place].embargo = True
            one.ties[other.place].restraint = [cal.lessened_restraint] * areas
        elif kind == "end of embargo":
            one.ties[other.place].embargo = False
        elif kind == "early recognition":
            for tie in (one.ties[other.place], other.ties[one.place]):
                tie.age = tie.failed = 0
                tie.restraint = [max(held, cal.enhanced_restraint) for held in tie.restraint]
        elif kind == "regional approval":
            for state in self.states:
                state.forced = False
        elif kind == "call for sides":
            for place in border(self.config):
                self.states[place].forced = True
        elif kind == "retrenchment":
            one.capability *= 0.5
        elif kind == "power shift":
            one.capability *= 2.0

    def ritual_due(self, turn: int) -> bool:
        """Whether the ritual of a tie falls into this round."""
        every = self.config.ritual_every
        return every > 0 and (self.round + turn) % every == 0

    def measure(self) -> dict[str, float]:
        """Measure the world as it stands."""
        standings = [state.standing() for state in self.states]
        return measure(self.rules, standings, self.counts, self.bargains, self._riser())

    def _riser(self) -> Riser:
        fade, riser = self.rules.fade, self.states[RISER]
        around = [(riser.ties[k], self.states[k].forced) for k in border(self.config)]
        towards = None
        if self.config.riser and self.config.hegemon:
            tie = riser.ties[HEGEMON]
            towards = (mean_of(tie.restraint) + mean_of(tie.back.restraint)) / 2.0
        return Riser([(tie.level * fade[tie.age], forced) for tie, forced in around], towards)
