"""The model of a world as loops over a directed graph."""

from __future__ import annotations

from typing import Any

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import BREAKUP, COMPROMISE, ENFORCE, HARD, MIX, SOFT, YIELD
from bor_widgets.simulation.start import HEGEMON, RISER, border
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.turn import BARGAINING
from tests.peers.clock import Clock, next_clock
from tests.peers.measuring import Counts, Riser, Standing, measure
from tests.peers.networkx_graph import graph_of, happen, take_stock
from tests.peers.rules import (
    KEEPS_OUT,
    POWER,
    UNIT,
    VALUES,
    Answer,
    Rules,
    alarm,
    closest_of,
    fits,
    mean_of,
)
from tests.peers.strikes import Conditions, Strike


class NetworkxWorld:
    """A world of states on a graph; measures are kept every so many rounds."""

    def __init__(
        self, config: WorldConfig, start: Worlds, measure_every: int = 1, number: int = 0
    ) -> None:
        self.config = config
        self.rules = Rules(config)
        self.conditions = Conditions(config, number)
        self.measure_every = measure_every
        self.graph = graph_of(start)
        self.round = 0
        self.bargains = float(start.bargains[0])
        self.answers: dict[tuple[int, int], Answer] = {}
        self.counts = Counts()
        self.history: list[dict[str, float]] = []

    def step(self) -> None:
        """Play one round."""
        for shock in self.conditions.shocks(self.round):
            happen(self.graph, self.config, shock.kind, shock.one, shock.other)
        self._survey()
        self._judge()
        self._act()
        self._reciprocate()
        self._renew()
        self._close()
        self.round += 1
        self.counts.rounds += 1
        if self.round % self.measure_every == 0:
            self.history.append(self._measure())
            self.counts = Counts()

    def _survey(self) -> None:
        """Find the two strongest ties of every state, if anybody watches power."""
        graph, fade = self.graph, self.rules.fade
        if any(doctrine == POWER for _, doctrine in graph.nodes(data="doctrine")):
            for i, ties in graph.adjacency():
                strengths = {j: tie["level"] * fade[tie["age"]] for j, tie in ties.items()}
                graph.nodes[i]["closest"] = closest_of(strengths)

    def _judge(self) -> None:
        """Answer what strikes ties; of several strikes on one, the last."""
        dictation = self.rules.dictation(self.bargains)
        felt = {
            (strike.struck, strike.by): strike
            for strike in self.conditions.in_round(self.round)
            if self._feels(strike, dictation)
        }
        self.answers = {tie: self._answer(strike) for tie, strike in felt.items()}

    def _feels(self, strike: Strike, dictation: float) -> bool:
        config = self.config
        me, them = self.graph.nodes[strike.struck], self.graph.nodes[strike.by]
        if strike.forced:
            return bool(me["forced"] or them["forced"])
        rate = config.strikes
        if them["doctrine"] == VALUES and not them["retrieving"]:
            gap = abs(me["value"] - them["value"])
            rate += config.imposition * (them["commitment"] * gap * them["legitimacy"] * dictation)
        if self.graph.get_edge_data(strike.by, strike.struck)["coalition"]:
            rate += config.opposition
        if me["doctrine"] == POWER:
            close = them["closest"].besides(strike.struck)
            outgrows = them["growth"] - me["growth"]
            rate += config.alarm * alarm(me["capability"], them["capability"], outgrows, close)
        return bool(strike.level * self.rules.greatest_rate < rate)

    def _answer(self, strike: Strike) -> Answer:
        me, them = self.graph.nodes[strike.struck], self.graph.nodes[strike.by]
        tie = self.graph.get_edge_data(strike.struck, strike.by)
        back = self.graph.get_edge_data(strike.by, strike.struck)
        return self.rules.answer(
            strike,
            doctrine=me["doctrine"],
            leadership=me["leadership"],
            ease=me["ease"],
            commitment=me["commitment"],
            retrieving=me["retrieving"],
            gap=abs(me["value"] - them["value"]),
            strength=tie["level"] * self.rules.fade[tie["age"]],
            own=me["capability"],
            others=them["capability"],
            opposing=them["opposing"] - (me["units"] if tie["coalition"] else 0),
            failed=tie["failed"],
            power_failed=tie["power_failed"],
            partner=mean_of(back["restraint"]),
            access=tie["access"],
        )

    def _act(self) -> None:
        """Add or withdraw restraint as the answers say, and hold back to retrieve ties."""
        graph, counts = self.graph, self.counts
        for _, node in graph.nodes(data=True):
            node["opposing"] = node["against"] = node["balanced"] = node["fights"] = 0
            node["asked"] = node["conceding"] = node["confronting"] = 0
            node["enforced"] = 0.0
        for (i, j), answer in self.answers.items():
            me, move = graph.nodes[i], answer.move
            conceded = move in (COMPROMISE, MIX)
            held = graph.get_edge_data(i, j)["restraint"]
            for area, step in enumerate(self.rules.restraint_change[move][answer.area]):
                before = held[area]
                held[area] = min(max(before + answer.amount * step, -1.0), 1.0)
                if conceded:
                    counts.given_up += max(held[area] - before, 0.0)
            counts.add(answer)
            me["asked"] += 1
            me["conceding"] += conceded
            me["confronting"] += move in (BREAKUP, MIX)
            if move == ENFORCE:
                me["enforced"] += answer.amount
                counts.enforced += answer.amount
        for i, node in graph.nodes(data=True):
            if node["holding"]:
                share = self.config.pace.mending * node["holding"]
                for _, _, tie in graph.out_edges(i, data=True):
                    tie["restraint"] = [held + share * (1.0 - held) for held in tie["restraint"]]

    def _reciprocate(self) -> None:
        """Move every side towards the other's restraint."""
        config, graph = self.config, self.graph
        nodes = dict(graph.nodes(data=True))
        retaliation, kept = config.retaliation, 1.0 - config.restraint_fading
        for i, ties in graph.adjacency():
            eagerness = config.reciprocity * nodes[i]["ease"]
            for j, tie in ties.items():
                upwards = eagerness * nodes[j]["trust"]
                back = graph.get_edge_data(j, i)
                coming = []
                for own, theirs in zip(tie["restraint"], back["restraint"], strict=True):
                    difference = theirs - own
                    rate = upwards if difference > 0.0 else retaliation
                    coming.append((own + rate * difference) * kept)
                tie["coming"] = coming
                tie["mean"] = mean_of(coming)

    def _renew(self) -> None:
        """Let ties grow, wear and fade, and efforts run out."""
        config, counts, fade = self.config, self.counts, self.rules.fade
        graph, every = self.graph, config.ritual_every
        nodes = dict(graph.nodes(data=True))
        for i, ties in graph.adjacency():
            me = nodes[i]
            units = me["units"] = round(me["capability"] / UNIT)
            for j, tie in ties.items():
                them, back = nodes[j], graph.get_edge_data(j, i)
                tie["restraint"] = tie["coming"]
                mine, theirs = self.answers.get((i, j)), self.answers.get((j, i))
                move = mine.move if mine is not None else 0
                reply = theirs.move if theirs is not None else 0
                fought = mine is not None and mine.fights
                fights = fought or (theirs is not None and theirs.fights)
                own, others = tie["mean"], back["mean"]

                normal = not (tie["embargo"] or back["embargo"])
                calm = own > 0.0 and others > 0.0 and normal and fits(tie["coming"], back["coming"])
                tie["calm"] = calm
                ended = move == BREAKUP or reply == BREAKUP
                worry = 0.0
                if own <= 0.0 < others and self._imposes(them, me):
                    worry = min(others, 1.0)

                level = tie["level"]
                old = level * fade[tie["age"]]
                if ended or fights:
                    level = max(level * (1.0 - config.break_loss), min(level, config.floor))
                elif calm:
                    level = level + config.mending * max(config.ceiling - level, 0.0)
                elif own < 0.0 and others < 0.0:
                    level = max(level * (1.0 - config.wear), min(level, config.floor))
                level = max(level * (1.0 - config.worry_loss * worry), min(level, config.floor))
                due = every > 0 and (self.round + tie["turn"]) % every == 0
                ritual = due and own >= 0.0 and others >= 0.0 and normal
                enacted = ritual or move in (COMPROMISE, MIX, YIELD)
                age = 0 if enacted else min(tie["age"] + 1, 255)
                tie["level"], tie["age"] = level, age

                if move == SOFT:
                    campaign, acts = config.campaign_rounds, min(tie["acts"] + 1, 250)
                else:
                    campaign = max(tie["campaign"] - 1, 0)
                    acts = tie["acts"] if campaign else 0
                left = config.coalition_rounds if move == HARD else max(tie["coalition"] - 1, 0)
                tie["campaign"], tie["acts"], tie["coalition"] = campaign, acts, left
                tie["failed"] = config.failed_rounds if ended else max(tie["failed"] - 1, 0)
                lost = fought and move == HARD
                past = config.failed_rounds if lost else max(tie["power_failed"] - 1, 0)
                tie["power_failed"] = past

                if left:
                    them["opposing"] += units
                    them["balanced"] += 1
                if campaign:
                    them["against"] += self.rules.is_soft[acts >= config.sustained_from]
                me["fights"] += fights
                counts.change += abs(level * fade[age] - old)
                counts.worry += worry
                counts.fights += fights

    def _imposes(self, them: dict[str, Any], me: dict[str, Any]) -> bool:
        presses = them["doctrine"] == VALUES and not them["retrieving"]
        if not presses or them["commitment"] <= 0.0:
            return False
        return bool(abs(them["value"] - me["value"]) > self.config.tolerance)

    def _close(self) -> None:
        """Close the round: standing, reputation, power, and the clocks of value-spreaders."""
        config, bite = self.config, self.rules.bite(self.bargains)
        for _, node in self.graph.nodes(data=True):
            share = node["against"] / (config.states - 1)
            lost = config.soft_bite * bite * share
            regained = config.legitimacy_recovery * (1.0 - node["legitimacy"])
            node["legitimacy"] = min(max(node["legitimacy"] - lost + regained, 0.0), 1.0)
            if node["asked"]:
                conceding = node["conceding"] / node["asked"]
                confronting = node["confronting"] / node["asked"]
                node["sacrifice"] += config.memory * (conceding - node["sacrifice"])
                node["confrontation"] += config.memory * (confronting - node["confrontation"])
            paid = 1.0 - config.war_cost if node["fights"] else 1.0
            node["capability"] *= (1.0 + node["growth"] * node["legitimacy"]) * paid
            if node["doctrine"] == VALUES:
                now = Clock(*(node[name] for name in Clock._fields))
                node.update(next_clock(config.pace, now, node["enforced"])._asdict())
            take_stock(node)
        used = sum(0 <= answer.instrument <= KEEPS_OUT for answer in self.answers.values())
        self.bargains += BARGAINING * (used / (config.states * (config.states - 1)))

    def _measure(self) -> dict[str, float]:
        states = [self._standing(i) for i in self.graph]
        return measure(self.rules, states, self.counts, self.bargains, self._riser())

    def _riser(self) -> Riser:
        graph, fade = self.graph, self.rules.fade
        around = [(graph.edges[RISER, k], graph.nodes[k]["forced"]) for k in border(self.config)]
        towards = None
        if self.config.riser and self.config.hegemon:
            sides = graph.edges[RISER, HEGEMON], graph.edges[HEGEMON, RISER]
            towards = sum(mean_of(side["restraint"]) for side in sides) / 2.0
        return Riser([(tie["level"] * fade[tie["age"]], bool(f)) for tie, f in around], towards)

    def _standing(self, i: int) -> Standing:
        me, total, calm, kinds = self.graph.nodes[i], 0.0, 0.0, [0] * 4
        spreads = me["doctrine"] == VALUES
        for _, j, tie in self.graph.out_edges(i, data=True):
            strength = tie["level"] * self.rules.fade[tie["age"]]
            total += strength
            calm += strength if tie["calm"] else 0.0
            if spreads:
                gap = abs(me["value"] - self.graph.nodes[j]["value"])
                kinds[self.rules.kind(strength, gap, tie["failed"])] += 1
        same = ("capability", "legitimacy", "credibility", "retrieving", "commitment", "fatigue")
        seen = {name: me[name] for name in (*same, "against", "balanced")}
        return Standing(**seen, spreads=spreads, strength=total, calm=calm, kinds=kinds)
