"""How a threat to a tie is judged: the suggestion, and the student who may overrule it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Number, clip, count_reached, is_array, pick, steps
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.provenance import Reason, computes

#: the grades of threat; their order is ours (E03)
GRADES = ("none", "potential", "indirect", "direct")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the threat to the tie is judged.

    Attributes
    ----------
    grade
        One of GRADES (an array of them for an array of situations).
    suggested
        The grade that the engine suggests, also where the student overruled it.
    recoverability, perceived
        0..1 on our scale: the judged chance to recover lost reciprocity, and the
        perceived threat that follows from it.
    by
        Who judged: the engine (``"suggested"``) or the student.
    reasons
        Where the judgement comes from; empty for arrays.
    """

    grade: Any
    suggested: Any
    recoverability: Number
    perceived: Number
    by: Literal["suggested", "student"]
    reasons: tuple[Reason, ...]


@computes("R09")
def recoverability(s: Situation, calibration: Calibration = NEUTRAL) -> Number:
    """Return the judged chance to recover lost reciprocity, 0..1 on our scale.

    The paper names the ingredients (the strength of existing ties, the resources for
    punishment and for compromise; P0 L1506-1510, R09); the weights are ours.
    """
    return clip(
        calibration.weight_relationship * s.relationship
        + calibration.weight_punishment * s.punishment_means
        + calibration.weight_compromise * s.compromise_means
        + calibration.weight_leadership * s.leadership,
        0.0,
        1.0,
    )


@computes("R08")
def perceived_threat(
    threat: Number, recovery: Number, calibration: Calibration = NEUTRAL
) -> Number:
    """Return how threatening a challenge looks, 0..1 on our scale.

    The less recoverable the tie, the graver the same challenge (P0 L1504-1506, R08:
    the dependence is stated, its direction implied). The form is ours.
    """
    factor = 1.0 + calibration.sensitivity * (1.0 - 2.0 * recovery)
    return clip(threat * factor, 0.0, 1.0)


def threat_that_reaches(cut: float, recovery: Number, calibration: Calibration = NEUTRAL) -> Number:
    """Return the threat at which the perceived threat reaches a cut point.

    The inverse of :func:`perceived_threat`, for drawing the borders of a map. Above 1
    the cut point is out of reach.
    """
    factor = 1.0 + calibration.sensitivity * (1.0 - 2.0 * recovery)
    if is_array(factor):
        import numpy as np

        return np.divide(cut, factor, out=np.full_like(factor, np.inf), where=factor > 0)
    return cut / factor if factor > 0 else float("inf")


def require_single(s: Situation, asked: str) -> None:
    """Refuse an array of situations where only one can be told of.

    Raises
    ------
    ValueError
        If an input of the situation is an array.
    """
    for name, value in s.values().items():
        if is_array(value):
            raise ValueError(f"{asked} takes one situation; {name} is an array of {value.size}")


def suggested_code(s: Situation, calibration: Calibration = NEUTRAL) -> Any:
    """Return the suggested grade as its place in GRADES."""
    perceived = perceived_threat(s.threat, recoverability(s, calibration), calibration)
    return count_reached(perceived, calibration.cuts)


def judge(s: Situation, *, calibration: Calibration = NEUTRAL) -> Judgement:
    """Judge the threat to the tie.

    Power plays no part: nothing of the balance-of-power or soft-balancing inputs is
    read (P0 L1518-1533, R11). A grade that the student set overrules the suggestion.

    Examples
    --------
    >>> judge(Situation(threat=0.7, relationship=0.4)).grade
    'direct'
    """
    recovery = recoverability(s, calibration)
    perceived = perceived_threat(s.threat, recovery, calibration)
    suggested = pick(GRADES, count_reached(perceived, calibration.cuts))
    if is_array(perceived):
        grade = suggested if s.grade is None else pick((s.grade,), count_reached(perceived, ()))
        return Judgement(grade, suggested, recovery, perceived, _judge_of(s), ())
    reasons: tuple[Reason, ...] = (
        Reason("R09", values={"recovery": f"{recovery:.2f}"}),
        Reason("R08", _looks(s.threat, perceived)),
    )
    if s.leadership != 0.0:
        reasons = (*reasons, Reason("R10", "hopeful" if s.leadership > 0 else "doubtful"))
    if s.grade is not None:
        reasons = (Reason("R10", "overruled"), *reasons)
    return Judgement(s.grade or suggested, suggested, recovery, perceived, _judge_of(s), reasons)


def _looks(threat: float, perceived: float) -> str:
    return "graver" if perceived > threat else "milder" if perceived < threat else "even"


def _judge_of(s: Situation) -> Literal["suggested", "student"]:
    return "suggested" if s.grade is None else "student"


@computes("R10")
def spread(
    s: Situation, *, leaders: int = 41, calibration: Calibration = NEUTRAL
) -> dict[str, int]:
    """Count how many of a row of leaderships would suggest each grade.

    The leaderships lie evenly from -1 to 1 on our scale; the conditions are the same
    for all (P0 L1510-1512, R10). The count is no probability: no paper says how
    leaderships are distributed.

    Raises
    ------
    ValueError
        For fewer than two leaders, or an array of situations.
    """
    require_single(s, "spread")
    if isinstance(leaders, bool) or not isinstance(leaders, int) or leaders < 2:
        raise ValueError(f"leaders takes a whole number from 2 upwards; given was {leaders!r}")
    counts = dict.fromkeys(GRADES, 0)
    for leadership in steps(-1.0, 1.0, leaders):
        code = suggested_code(s.with_(leadership=leadership, grade=None), calibration)
        counts[GRADES[code]] += 1
    return counts


@computes("R12")
def pole(
    judgement: Judgement, calibration: Calibration = NEUTRAL
) -> Literal["total", "minor"] | None:
    """Say whether the perceived threat lies at one of the two poles the paper names.

    A total threat calls for total breakup, a minor one for no more than pampering
    (P0 L1528-1533, R12). Where the poles begin is ours: the top of the scale, and
    anything below the first cut point that is not nothing.
    """
    if judgement.perceived >= 1.0:
        return "total"
    return "minor" if 0.0 < judgement.perceived < calibration.cut_potential else None
