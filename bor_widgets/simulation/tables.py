"""What the theory says, looked up: its own functions are asked once for every case there is.

A world judges thousands of ties in a round. Where an answer depends on a few grades only, the
theory is asked for each of them beforehand, so that a world applies the very same rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import HARD, MOVES, NONE, YIELD
from bor_widgets.situation import Situation
from bor_widgets.theory.balance_of_power import balance_or_bandwagon
from bor_widgets.theory.credibility import proper_tie
from bor_widgets.theory.double_standard import KINDS, LATITUDE, answer_to_deviance
from bor_widgets.theory.horizon import weight_of_differences
from bor_widgets.theory.judgement import GRADES
from bor_widgets.theory.principles import ACTIONS, WORDINGS, action_for, respond
from bor_widgets.theory.soft_balancing import define
from bor_widgets.theory.soft_or_hard import (
    expected_by_threat,
    hard_balancing_possible,
    propensity,
)
from bor_widgets.theory.systems import mode

#: code of "either" in the table of options: balance and bandwagon are both open
EITHER = len(MOVES)

#: rounds after which a tie that is not enacted fades no further (a byte counts them)
OLDEST = 255

#: systems that the table of two conditions names
SYSTEMS = ("balance of relationships", "balance of power", "undetermined")

#: one value of a criterion for no, open and yes
_LEANINGS = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Tables:
    """Answers of the theory for one configuration.

    Attributes
    ----------
    action_of_grade
        Move for each grade (R01-R04).
    restraint_change
        Change of own restraint by move, struck area and area; the moves of the principles
        come from :func:`respond`, those of balancing are ours.
    power_option
        Move of balance of power by power (far weaker, weaker or equal, stronger) and allies
        (few, open, many): HARD, YIELD, NONE, or EITHER (R135).
    hard_possible
        Whether hard balancing is within reach, by the same two (S07). That it also stands for
        a way out by power in the table of systems is ours.
    existential_is_hard
        Whether an existential threat leads one to expect hard balancing (S08).
    system
        Place in SYSTEMS by reciprocity in sight and power balancing works (R130, R131).
    is_soft
        Whether an effort is soft balancing: not yet sustained, sustained (S01, S02).
    room
        Latitude of each kind of partner, in the order of KINDS (R55).
    compromises
        Whether deviance of each kind of partner is met by compromise (R54).
    fade
        What is left of a tie by rounds since it was enacted (R27).
    gap_weight
        What a full difference in values adds to the gravity of a strike (R40, R41).
    soft_tilt
        How far four reasons speak for soft balancing (S05).
    """

    action_of_grade: Any
    restraint_change: Any
    power_option: Any
    hard_possible: Any
    existential_is_hard: bool
    system: Any
    is_soft: Any
    room: Any
    compromises: Any
    fade: Any
    gap_weight: float
    soft_tilt: float


@lru_cache(maxsize=64)
def tables_for(config: WorldConfig) -> Tables:
    """Ask the theory for everything that a world of this configuration looks up."""
    cal = config.calibration
    wording = WORDINGS[WORDINGS.index(config.wording)]
    return Tables(
        action_of_grade=np.array(
            [MOVES.index(action_for(code, wording)) for code in range(len(GRADES))], np.int8
        ),
        restraint_change=_restraint_changes(config),
        power_option=np.array(
            [[_option(power, allies, config) for allies in _LEANINGS] for power in _powers(config)],
            np.int8,
        ),
        hard_possible=np.array(
            [
                [hard_balancing_possible(power, allies, cal.cut_weak) for allies in _LEANINGS]
                for power in _powers(config)
            ],
            np.bool_,
        ),
        existential_is_hard=expected_by_threat(True) == "hard",
        system=np.array(
            [
                [SYSTEMS.index(mode(seen, works)) for works in (False, True)]
                for seen in (False, True)
            ],
            np.int8,
        ),
        is_soft=np.array([_is_soft(False), _is_soft(True)], np.bool_),
        room=np.array([LATITUDE[kind] for kind in KINDS]),
        compromises=np.array([answer_to_deviance(kind) == "compromise" for kind in KINDS]),
        fade=np.array([proper_tie(1.0, age, config.decay) for age in range(OLDEST + 1)]),
        gap_weight=config.gap_weight * float(weight_of_differences(float(config.horizon))),
        soft_tilt=float(
            propensity(
                config.interdependence,
                config.defence_advantage,
                config.territorial_norm,
                config.expansionist_ideology,
            )
        ),
    )


def _powers(config: WorldConfig) -> tuple[float, float, float]:
    # one capability in each of: far weaker, weaker or equal, stronger
    return (-1.0, 0.0 if config.calibration.cut_weak > 0.0 else -1.0, 1.0)


def _option(power: float, allies: float, config: WorldConfig) -> int:
    s = Situation(capability=power, allies=allies)
    label, _ = balance_or_bandwagon(s, config.calibration)
    moves = {"balance": HARD, "bandwagon": YIELD, "no riser": NONE, "balance or bandwagon": EITHER}
    return moves[label]


def _is_soft(sustained: bool) -> bool:
    s = Situation(
        instruments=("institutions",),
        concerted=True,
        deliberate=True,
        sustained=sustained,
        delegitimising=True,
        military_means=False,
    )
    return define(s).label == "soft balancing"


def _restraint_changes(config: WorldConfig) -> Any:
    """Ask :func:`respond` for each action, the struck area last: the last ones are punished."""
    cal, areas = config.calibration, tuple(f"area {k}" for k in range(config.areas))
    change = np.zeros((len(MOVES), config.areas, config.areas))
    # whichever wording, these grades lead to these actions
    grade_of = {"compromise": "potential", "mix": "indirect", "breakup": "direct"}
    for struck, area in enumerate(areas):
        order = (*(each for each in areas if each != area), area)
        for action, grade in grade_of.items():
            response = respond(Situation(grade=grade, issue_areas=order), calibration=cal)
            for each, size in response.restraint.items():
                change[ACTIONS.index(action), struck, areas.index(each)] = size
        change[MOVES.index("soft balancing"), struck, struck] = cal.lessened_restraint
        change[MOVES.index("enforcement"), struck, struck] = cal.lessened_restraint
    change[HARD] = cal.lessened_restraint
    change[YIELD] = cal.enhanced_restraint
    return change
