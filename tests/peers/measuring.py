"""The measures of a world, from plain numbers about its states."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from bor_widgets.simulation.doctrines import BREAKUP, COMPROMISE, HARD, MIX, MOVES, SOFT, YIELD
from bor_widgets.theory.containment import STABLE
from bor_widgets.theory.double_standard import HISTORY, KINDS
from bor_widgets.theory.layering import HARDENING
from tests.peers.rules import REVISIONIST, Answer, Rules


class Counts:
    """What adds up between two measurements."""

    def __init__(self) -> None:
        self.rounds = 0
        self.moves = [0] * len(MOVES)
        self.left_open = 0
        self.deviance = 0
        self.enforced = 0.0
        self.given_up = 0.0
        self.fights = 0
        self.change = 0.0
        self.worry = 0.0

    def add(self, answer: Answer) -> None:
        """Count one answer."""
        self.moves[answer.move] += 1
        self.left_open += answer.left_open
        self.deviance += answer.deviance


@dataclass(slots=True)
class Standing:
    """One state as it stands at a measurement.

    Attributes
    ----------
    strength, calm
        Strength of its ties, and of those in harmony, added up.
    kinds
        Its partners by kind, if it spreads a value; otherwise zeros.
    against, balanced
        Soft-balancing efforts, and coalition members, against it.
    """

    capability: float
    legitimacy: float
    credibility: float
    spreads: bool
    retrieving: int
    commitment: float
    fatigue: float
    strength: float
    calm: float
    kinds: list[int]
    against: int
    balanced: int


def ratio(part: float, whole: float) -> float:
    """Return a share, or not a number where there is nothing to share."""
    return part / whole if whole else math.nan


def security(state: Standing, others: int) -> float:
    """How secure a state's relationships are, less what its labels and its zeal stir up."""
    secure = min(max(state.strength / others, 0.0), 1.0)
    zeal = state.commitment if state.spreads and not state.retrieving else 0.0
    labelled = state.kinds[REVISIONIST] if zeal > 0.0 else 0
    confrontation = 0.5 + 0.5 * labelled / others if labelled else 0.0
    return secure * (1.0 - 0.5 * confrontation) * (1.0 - 0.5 * zeal)


def double_standard(rules: Rules, spreaders: Sequence[Standing]) -> float:
    """How differently the partners of an average value-spreader are treated."""
    if not spreaders:
        return math.nan
    kinds = [sum(s.kinds[k] for s in spreaders) / len(spreaders) for k in range(len(KINDS))]
    pairs = differing = 0.0
    for i, count in enumerate(kinds):
        alike = count * (count - 1.0) / 2.0 if count >= 1.0 else 0.0
        pairs += alike
        differing += alike * HISTORY
        for j in range(i):
            gap = HISTORY + (1.0 - HISTORY) * abs(rules.room[i] - rules.room[j])
            pairs += count * kinds[j]
            differing += count * kinds[j] * gap
    return differing / pairs if pairs else 0.0


@dataclass(slots=True)
class Riser:
    """How the riser stands.

    Attributes
    ----------
    border
        The strength of its tie with each neighbour, and whether that one must choose.
    towards_hegemon
        How far it and the hegemon hold back towards each other; None without a hegemon.
    """

    border: list[tuple[float, bool]]
    towards_hegemon: float | None

    def containment(self) -> float:
        """How far it is contained."""
        if not self.border:
            return math.nan
        threat = 0.0
        for strength, forced in self.border:
            counts = strength * (0.5 if forced else 1.0)
            missing = min(max(1.0 - counts / STABLE, 0.0), 1.0)
            threat += (1.0 if forced else 0.5) * missing
        return threat / len(self.border)

    def hegemon_tie(self) -> float:
        """Its tie with the hegemon: no confrontation where all its borders are stable and free."""
        if not self.border or self.towards_hegemon is None:
            return math.nan
        resolved = all(strength >= STABLE and not forced for strength, forced in self.border)
        return max(self.towards_hegemon, 0.0) if resolved else self.towards_hegemon


def measure(
    rules: Rules,
    states: Sequence[Standing],
    counts: Counts,
    bargains: float,
    riser: Riser,
) -> dict[str, float]:
    """Return every measure by name."""
    n = len(states)
    ties = n * (n - 1)
    moments = ties * counts.rounds
    struck = sum(counts.moves)
    spreaders = [state for state in states if state.spreads]
    balancing = counts.moves[SOFT] + counts.moves[HARD]
    balanced = sum(state.balanced for state in states)
    power = sum(state.capability for state in states)
    layers = bargains * rules.config.compensation
    return {
        "relational_security": fmean(security(state, n - 1) for state in states),
        "harmony": sum(state.calm for state in states) / ties,
        "ties": sum(state.strength for state in states) / ties,
        "compromise": ratio(counts.moves[COMPROMISE], struck),
        "mix": ratio(counts.moves[MIX], struck),
        "breakup": ratio(counts.moves[BREAKUP], struck),
        "conflict": counts.fights / moments,
        "volatility": counts.change / moments,
        "worry": counts.worry / moments,
        "double_standard": double_standard(rules, spreaders),
        "enforcement": ratio(counts.enforced, counts.deviance),
        "commitment": ratio(sum(s.commitment for s in spreaders), len(spreaders)),
        "fatigue": ratio(sum(s.fatigue for s in spreaders), len(spreaders)),
        "containment": riser.containment(),
        "hegemon_tie": riser.hegemon_tie(),
        "riser_power": states[0].capability / power if rules.config.riser else math.nan,
        "soft_share": ratio(counts.moves[SOFT], balancing),
        "soft_balancing": sum(state.against for state in states) / ties,
        "legitimacy": fmean(state.legitimacy for state in states),
        "dictation": rules.dictation(bargains),
        "club": 1.0 - (1.0 - HARDENING) ** layers,
        "concentration": sum((s.balanced / balanced) ** 2 for s in states)
        if balanced
        else math.nan,
        "bandwagoning": ratio(counts.moves[YIELD], struck),
        "given_up": counts.given_up / moments,
        "credibility": fmean(state.credibility for state in states),
        "left_open": ratio(counts.left_open, struck),
    }
