"""The benches by name, one for the central idea of each lesson."""

from __future__ import annotations

from bor_widgets.widgets.bench import Bench
from bor_widgets.widgets.case_studio import CaseStudio


class PredictionBoard(Bench):
    """Four lenses predict, and the board keeps count (L01)."""

    name = "prediction_board"


class TwoRestraints(Bench):
    """Where two self-restraints meet, and what a tie hides (L02)."""

    name = "two_restraints"


class ThreatDial(Bench):
    """The three principles, one turn of a dial apart (L03)."""

    name = "threat_dial"


class JudgementFan(Bench):
    """One situation, many judgements; signals that surprise (L04)."""

    name = "judgement_fan"


class InterventionBalance(Bench):
    """Whether to join in an intervention (L05)."""

    name = "intervention_balance"


class ApproachChooser(Bench):
    """Alone, by twos, or by many (L06)."""

    name = "approach_chooser"


class TieWeb(Bench):
    """A web of ties under two lenses (L07)."""

    name = "tie_web"


class ModeClock(Bench):
    """When states balance power and when they balance ties (L08)."""

    name = "mode_clock"


class SoftBalancingTest(Bench):
    """Is it soft balancing, and which criterion is missing? (L09)."""

    name = "soft_balancing_test"


class SuccessBoard(Bench):
    """Does soft balancing work, and what does it do to order? (L10)."""

    name = "success_board"


class FourRegions(Bench):
    """Four regions and three states between the powers (L11)."""

    name = "four_regions"


__all__ = [  # noqa: RUF022  (the order of the lessons)
    "PredictionBoard",
    "TwoRestraints",
    "ThreatDial",
    "JudgementFan",
    "InterventionBalance",
    "ApproachChooser",
    "TieWeb",
    "ModeClock",
    "SoftBalancingTest",
    "SuccessBoard",
    "FourRegions",
    "CaseStudio",
]
