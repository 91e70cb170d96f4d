"""A state and its ties as a Mesa agent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import mesa

from bor_widgets.simulation.doctrines import BREAKUP, COMPROMISE, ENFORCE, HARD, MIX, SOFT, YIELD
from bor_widgets.simulation.state import Worlds
from tests.peers.clock import Clock, next_clock
from tests.peers.measuring import Standing
from tests.peers.rules import (
    KEEPS_OUT,
    POWER,
    UNIT,
    VALUES,
    Answer,
    Closest,
    alarm,
    closest_of,
    fits,
    mean_of,
)
from tests.peers.strikes import Strike


@dataclass(slots=True)
class Tie:
    """One state's side of a tie with another."""

    other: Any
    level: float
    access: int
    restraint: list[float]
    coming: list[float]
    turn: int
    mean: float = 0.0
    calm: bool = False
    age: int = 0
    campaign: int = 0
    acts: int = 0
    coalition: int = 0
    failed: int = 0
    power_failed: int = 0
    embargo: bool = False
    back: Any = field(default=None, repr=False)


class State(mesa.Agent):
    """A state that answers what strikes its ties."""

    def __init__(self, model: Any, place: int, start: Worlds) -> None:
        super().__init__(model)
        self.place = place
        self.capability = float(start.capability[0, place])
        self.growth = float(start.growth[0, place])
        self.value = float(start.value[0, place])
        self.leadership = float(start.leadership[0, place])
        self.ease = 0.2 + (1.0 - 0.2) * float(start.culture[0, place])
        self.doctrine = int(start.doctrine[0, place])
        self.forced = bool(start.forced[0, place])
        self.clock = Clock(
            float(start.commitment[0, place]),
            float(start.fatigue[0, place]),
            float(start.drive[0, place]),
            int(start.retrieving[0, place]),
            float(start.holding[0, place]),
        )
        self.legitimacy = float(start.legitimacy[0, place])
        self.sacrifice = float(start.sacrifice[0, place])
        self.confrontation = float(start.confrontation[0, place])
        self.take_stock()
        self.units = 0
        self.opposing = int(start.opposing[0, place])
        self.ties: dict[int, Tie] = {}
        self.closest = Closest(0.0, -1, 0.0)
        self.strikes: list[Strike] = []
        self.answers: dict[int, Answer] = {}
        self.against = self.balanced = self.fights = 0
        self.enforced = 0.0

    @property
    def presses(self) -> bool:
        """Whether it is in a high moment of spreading its value."""
        return self.doctrine == VALUES and not self.clock.retrieving

    def feels(self, other: State, strike: Strike) -> bool:
        """Whether a challenge that may come from another is let through."""
        if strike.forced:
            return self.forced or other.forced
        config, rate = self.model.config, self.model.config.strikes
        if other.presses:
            gap = abs(self.value - other.value)
            imposed = other.clock.commitment * gap * other.legitimacy * self.model.dictation
            rate += config.imposition * imposed
        if other.ties[self.place].coalition:
            rate += config.opposition
        if self.doctrine == POWER:
            close = other.closest.besides(self.place)
            outgrows = other.growth - self.growth
            rate += config.alarm * alarm(self.capability, other.capability, outgrows, close)
        return bool(strike.level * self.model.rules.greatest_rate < rate)

    def survey(self) -> None:
        """Find the two strongest of its ties; states that watch power look at them."""
        fade = self.model.rules.fade
        self.closest = closest_of({k: t.level * fade[t.age] for k, t in self.ties.items()})

    def judge(self) -> None:
        """Answer what struck its ties; of several strikes on one, the last."""
        states = self.model.states
        felt = {s.by: s for s in self.strikes if self.feels(states[s.by], s)}
        self.answers = {place: self.answer(self.ties[place], s) for place, s in felt.items()}

    def answer(self, tie: Tie, strike: Strike) -> Answer:
        """Answer one strike."""
        units = self.units if tie.coalition else 0
        answer: Answer = self.model.rules.answer(
            strike,
            doctrine=self.doctrine,
            leadership=self.leadership,
            ease=self.ease,
            commitment=self.clock.commitment,
            retrieving=self.clock.retrieving,
            gap=abs(self.value - tie.other.value),
            strength=tie.level * self.model.rules.fade[tie.age],
            own=self.capability,
            others=tie.other.capability,
            opposing=tie.other.opposing - units,
            failed=tie.failed,
            power_failed=tie.power_failed,
            partner=mean_of(tie.back.restraint),
            access=tie.access,
        )
        return answer

    def act(self) -> None:
        """Add or withdraw restraint as its answers say, and hold back while it retrieves ties."""
        counts = self.model.counts
        self.opposing = self.against = self.balanced = self.fights = 0
        self.enforced = 0.0
        for place, answer in self.answers.items():
            tie = self.ties[place]
            steps = self.model.rules.restraint_change[answer.move][answer.area]
            for area, step in enumerate(steps):
                before = tie.restraint[area]
                after = min(max(before + answer.amount * step, -1.0), 1.0)
                tie.restraint[area] = after
                if answer.move in (COMPROMISE, MIX):
                    counts.given_up += max(after - before, 0.0)
            counts.add(answer)
            if answer.move == ENFORCE:
                self.enforced += answer.amount
            if 0 <= answer.instrument <= KEEPS_OUT:
                self.model.institutions_used += 1
        counts.enforced += self.enforced
        if self.clock.holding:
            share = self.model.config.pace.mending * self.clock.holding
            for tie in self.ties.values():
                tie.restraint = [held + share * (1.0 - held) for held in tie.restraint]

    def reciprocate(self) -> None:
        """Move towards the restraint of the others."""
        config = self.model.config
        eagerness = config.reciprocity * self.ease
        retaliation, kept = config.retaliation, 1.0 - config.restraint_fading
        for tie in self.ties.values():
            upwards = eagerness * tie.other.trust
            coming = []
            for own, theirs in zip(tie.restraint, tie.back.restraint, strict=True):
                difference = theirs - own
                rate = upwards if difference > 0.0 else retaliation
                coming.append((own + rate * difference) * kept)
            tie.coming = coming
            tie.mean = mean_of(coming)

    def renew(self) -> None:
        """Let ties grow, wear and fade, and efforts run out."""
        model, place, value = self.model, self.place, self.value
        config, counts, fade = model.config, model.counts, model.rules.fade
        units = self.units = round(self.capability / UNIT)
        for there, tie in self.ties.items():
            other, back = tie.other, tie.back
            tie.restraint = tie.coming
            mine, theirs = self.answers.get(there), other.answers.get(place)
            move = mine.move if mine is not None else 0
            reply = theirs.move if theirs is not None else 0
            fought = mine is not None and mine.fights
            fights = fought or (theirs is not None and theirs.fights)
            own, others = tie.mean, back.mean

            normal = not (tie.embargo or back.embargo)
            tie.calm = own > 0.0 and others > 0.0 and normal and fits(tie.coming, back.coming)
            ended = move == BREAKUP or reply == BREAKUP
            worry = 0.0
            if own <= 0.0 < others and other.imposes_on(value):
                worry = min(others, 1.0)

            level = tie.level
            old = level * fade[tie.age]
            if ended or fights:
                level = max(level * (1.0 - config.break_loss), min(level, config.floor))
            elif tie.calm:
                level = level + config.mending * max(config.ceiling - level, 0.0)
            elif own < 0.0 and others < 0.0:
                level = max(level * (1.0 - config.wear), min(level, config.floor))
            tie.level = max(level * (1.0 - config.worry_loss * worry), min(level, config.floor))
            ritual = own >= 0.0 and others >= 0.0 and normal and model.ritual_due(tie.turn)
            enacted = ritual or move in (COMPROMISE, MIX, YIELD)
            tie.age = 0 if enacted else min(tie.age + 1, 255)

            if move == SOFT:
                tie.campaign, tie.acts = config.campaign_rounds, min(tie.acts + 1, 250)
            else:
                tie.campaign = max(tie.campaign - 1, 0)
                tie.acts = tie.acts if tie.campaign else 0
            tie.coalition = config.coalition_rounds if move == HARD else max(tie.coalition - 1, 0)
            tie.failed = config.failed_rounds if ended else max(tie.failed - 1, 0)
            lost = fought and move == HARD
            tie.power_failed = config.failed_rounds if lost else max(tie.power_failed - 1, 0)

            if tie.coalition:
                other.opposing += units
                other.balanced += 1
            if tie.campaign:
                other.against += model.rules.is_soft[tie.acts >= config.sustained_from]
            self.fights += fights
            counts.change += abs(tie.level * fade[tie.age] - old)
            counts.worry += worry
        counts.fights += self.fights

    def imposes_on(self, value: float) -> bool:
        """Whether it imposes its value on a state with another."""
        if not self.presses or self.clock.commitment <= 0.0:
            return False
        return bool(abs(self.value - value) > self.model.config.tolerance)

    def close(self) -> None:
        """Close the round: standing, reputation, power, and the clock of a value-spreader."""
        config = self.model.config
        share = self.against / (config.states - 1)
        lost = config.soft_bite * self.model.bite * share
        regained = config.legitimacy_recovery * (1.0 - self.legitimacy)
        self.legitimacy = min(max(self.legitimacy - lost + regained, 0.0), 1.0)
        asked = len(self.answers)
        if asked:
            moves = [answer.move for answer in self.answers.values()]
            conceding = sum(move in (COMPROMISE, MIX) for move in moves) / asked
            confronting = sum(move in (BREAKUP, MIX) for move in moves) / asked
            self.sacrifice += config.memory * (conceding - self.sacrifice)
            self.confrontation += config.memory * (confronting - self.confrontation)
        paid = 1.0 - config.war_cost if self.fights else 1.0
        self.capability *= (1.0 + self.growth * self.legitimacy) * paid
        if self.doctrine == VALUES:
            self.clock = next_clock(config.pace, self.clock, self.enforced)
        self.take_stock()

    def take_stock(self) -> None:
        """Renew how credible it is, and how far others follow its restraint."""
        self.credibility = 1.0 - (1.0 - self.sacrifice) * (1.0 - self.confrontation)
        self.trust = self.credibility * self.legitimacy

    def standing(self) -> Standing:
        """Return what is measured of it."""
        rules, spreads = self.model.rules, self.doctrine == VALUES
        total = calm = 0.0
        kinds = [0] * 4
        for tie in self.ties.values():
            strength = tie.level * rules.fade[tie.age]
            total += strength
            calm += strength if tie.calm else 0.0
            if spreads:
                gap = abs(self.value - tie.other.value)
                kinds[rules.kind(strength, gap, tie.failed)] += 1
        return Standing(
            capability=self.capability,
            legitimacy=self.legitimacy,
            credibility=self.credibility,
            spreads=spreads,
            retrieving=self.clock.retrieving,
            commitment=self.clock.commitment,
            fatigue=self.clock.fatigue,
            strength=total,
            calm=calm,
            kinds=kinds,
            against=self.against,
            balanced=self.balanced,
        )
