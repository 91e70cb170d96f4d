"""Soft or hard: which kind of balancing the paper leads one to expect."""

from __future__ import annotations

from typing import Any, Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Number, all_of, leaning
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.provenance import OpenQuestion, Reason, computes
from bor_widgets.theory.soft_balancing import define
from bor_widgets.theory.verdict import Verdict


@computes("S05")
def propensity(
    interdependence: Number,
    defence_advantage: Number,
    territorial_norm: Number,
    expansionist_ideology: Number,
) -> Number:
    """How far four reasons speak for soft balancing, 0..1 on our scale.

    Deep interdependence, defensive technology, an accepted territorial norm and the
    absence of an expansionist ideology (S05, P2 L97-101, reported and adopted). They
    are averaged because the paper ranks none of them; whether they interact is left
    unexplored (S06, E58).
    """
    return (
        interdependence + defence_advantage + territorial_norm + (1.0 - expansionist_ideology)
    ) / 4.0


def survival_at_stake(s: Situation, calibration: Calibration = NEUTRAL) -> bool:
    """Whether the threat is existential: as said, or else read off the slider (ours, E90)."""
    if s.existential is not None:
        return s.existential
    return bool(s.threat >= calibration.cut_existential)


@computes("S08")
def expected_by_threat(existential: bool) -> Literal["hard", "soft"]:
    """Say what the level of threat often leads to (S08, P2 L103: "often")."""
    return "hard" if existential else "soft"


@computes("S07")
def hard_balancing_possible(
    capability: Number, allies: Number, cut_weak: float = NEUTRAL.cut_weak
) -> Any:
    """Whether hard balancing is within reach: by own means or with willing allies.

    Soft balancing is often used where both are lacking (S07, P2 L101). Where "lacking"
    begins is ours.
    """
    lacks_means = 1 if capability <= -cut_weak else -1
    return all_of(lacks_means, -leaning(allies)) < 1


@computes("S12")
def target_calls_for_soft(target_critical: Any) -> int:
    """Whether an indispensable target speaks for soft over hard (S12, P2 L103).

    Returns +1 yes, 0 open, -1 no.
    """
    return int(leaning(target_critical))


@computes("S13")
def after_invasion(invaded: bool) -> Literal["hard dominant", "soft complements hard"]:
    """Say how the mix shifts when escalation ends in invasion (S13, P2 L103; one case)."""
    return "hard dominant" if invaded else "soft complements hard"


@computes("S14")
def at_threat_level(
    level: Literal["low", "high"], strand: Literal["authors", "levick-schulz"]
) -> str:
    """Say what two strands of the literature expect at a level of threat.

    For the authors a low threat favours the success of soft balancing (S15, P2 L123);
    for Levick and Schulz a low threat leads to institutional binding and a high one to
    soft balancing (S14, P2 L69, reported). They are shown side by side, never
    reconciled (E50).

    Raises
    ------
    ValueError
        For another level or strand.
    """
    table = {
        ("low", "authors"): "soft balancing, favourable to success",
        ("high", "authors"): "hard balancing, often, where survival is at stake",
        ("low", "levick-schulz"): "institutional binding",
        ("high", "levick-schulz"): "soft balancing",
    }
    try:
        return table[level, strand]
    except KeyError:
        raise ValueError(
            "level is 'low' or 'high' and strand 'authors' or 'levick-schulz'; "
            f"given were {level!r} and {strand!r}"
        ) from None


def verdict(s: Situation, calibration: Calibration = NEUTRAL) -> Verdict:
    """Read a situation as the soft-balancing papers do.

    The expectation (soft or hard) and the definition test (is what is done soft
    balancing?) stand side by side. Which instrument a state picks stays open (S19).
    """
    definition = define(s)
    details = {
        "definition": definition,
        "propensity": propensity(
            s.interdependence, s.defence_advantage, s.territorial_norm, s.expansionist_ideology
        ),
    }
    if s.threat == 0.0 and not s.existential:
        return Verdict("soft_balancing", "none", (Reason("S01", "no_threat"),), (), details)
    existential = survival_at_stake(s, calibration)
    told = "said" if s.existential is not None else "derived"
    within_reach = hard_balancing_possible(s.capability, s.allies, calibration.cut_weak)
    reasons = [Reason("S08", f"{'existential' if existential else 'not_existential'}_{told}")]
    if not within_reach:
        reasons.append(Reason("S07"))
    needed = target_calls_for_soft(s.target_critical)
    if needed > 0:
        reasons.append(Reason("S12"))
    reasons.append(Reason("S05", _tilt(details["propensity"])))
    hard = expected_by_threat(existential) == "hard"
    pulled_back = not within_reach or needed > 0
    label = "contested" if hard and pulled_back else "hard" if hard else "soft"
    return Verdict("soft_balancing", label, tuple(reasons), (OpenQuestion("S19"),), details)


def _tilt(value: float) -> str:
    return "for" if value > 0.5 else "against" if value < 0.5 else "even"
