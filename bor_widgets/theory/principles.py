"""The three principles: what balance of relationships does about a judged threat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.aims import aims_of
from bor_widgets.theory.arithmetic import count_reached, is_array, pick
from bor_widgets.theory.calibration import NEUTRAL, Calibration
from bor_widgets.theory.judgement import GRADES, Judgement, judge, pole, suggested_code
from bor_widgets.theory.provenance import Reason, computes

#: what a state does about the tie
ACTIONS = ("none", "compromise", "mix", "breakup")

#: the two wordings of principle 1 (E01): its trigger is "potentially threatening" where
#: the principles are introduced, "not threatening" in the conclusion
Wording = Literal["introduction", "conclusion"]
WORDINGS: tuple[Wording, ...] = ("introduction", "conclusion")

_ACTION_OF: Mapping[Wording, tuple[str, ...]] = MappingProxyType(
    {
        "introduction": ("none", "compromise", "mix", "breakup"),
        "conclusion": ("compromise", "none", "mix", "breakup"),
    }
)


@dataclass(frozen=True, slots=True)
class Response:
    """What balance of relationships does, and why.

    Attributes
    ----------
    action
        One of ACTIONS (an array of them for an array of situations).
    restraint
        Change of one's own self-restraint per issue area, -1..1: the sign is the
        paper's, the size is ours. Empty where no principle fires or an area is missing.
    judgement
        The judgement of the threat on which it rests.
    reasons
        The rules that fire, in order; empty for arrays.
    aims
        What the paper says the action is meant to bring about. Aims, never outcomes.
    notes
        Other findings that belong to the verdict without deciding it.
    asks
        What must be added before the action can be carried out.
    """

    action: Any
    restraint: Mapping[str, Any]
    judgement: Judgement
    wording: Wording
    reasons: tuple[Reason, ...] = ()
    aims: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    asks: tuple[Reason, ...] = ()


def check_wording(wording: str) -> Wording:
    """Return the wording, or refuse an unknown one."""
    if wording not in WORDINGS:
        raise ValueError(f"wording takes one of {', '.join(WORDINGS)}; given was {wording!r}")
    return wording


@computes("R01", "R02", "R03", "R04")
def action_for(code: Any, wording: Wording = "introduction") -> Any:
    """Choose the action for a grade, given as its place in GRADES.

    Potentially threatening: compromise (R01, P0 L395-403). Directly: breakup (R02,
    P0 L405-413). Indirectly: a mix (R03, P0 L415-423). In the conclusion's wording the
    compromise goes with no threat at all (R04, P0 L1687-1689), and a potential threat
    is not covered.
    """
    return pick(_ACTION_OF[check_wording(wording)], code)


def _grade_code(judgement: Judgement) -> Any:
    if is_array(judgement.grade):
        import numpy as np

        # GRADES is short: compare with each rather than search a sorted copy
        return sum(code * (np.asarray(judgement.grade) == name) for code, name in enumerate(GRADES))
    return GRADES.index(judgement.grade)


def _restraint(action: str, areas: tuple[str, ...], calibration: Calibration) -> dict[str, float]:
    if action == "compromise":
        return dict.fromkeys(areas, calibration.enhanced_restraint)
    if action == "breakup":
        return dict.fromkeys(areas, calibration.revoked_restraint)
    if action == "mix" and len(areas) >= 2:
        repaired = (len(areas) + 1) // 2
        return {
            area: calibration.enhanced_restraint if i < repaired else calibration.lessened_restraint
            for i, area in enumerate(areas)
        }
    return dict.fromkeys(areas, 0.0) if action == "none" else {}


def _restraints(action: Any, areas: tuple[str, ...], calibration: Calibration) -> dict[str, Any]:
    if not is_array(action):
        return _restraint(action, areas, calibration)
    import numpy as np

    by_action = {name: _restraint(name, areas, calibration) for name in ACTIONS}
    return {
        area: np.select(
            [action == name for name in ACTIONS],
            [by_action[name].get(area, np.nan) for name in ACTIONS],
        )
        for area in areas
    }


def respond(
    s: Situation, *, wording: Wording = "introduction", calibration: Calibration = NEUTRAL
) -> Response:
    """Apply the three principles to a situation.

    Parameters
    ----------
    s
        The situation; sliders may be arrays.
    wording
        Which wording of principle 1 holds (E01).
    calibration
        The numbers that are ours.

    Raises
    ------
    ValueError
        For an unknown wording.

    Examples
    --------
    >>> respond(Situation(threat=0.9, relationship=0.2)).action
    'breakup'
    """
    judgement = judge(s, calibration=calibration)
    action = action_for(_grade_code(judgement), wording)
    restraint = MappingProxyType(_restraints(action, s.issue_areas, calibration))
    if is_array(action):
        return Response(action, restraint, judgement, wording)
    asks = (Reason("R03", "second_area"),) if action == "mix" and len(s.issue_areas) < 2 else ()
    return Response(
        action=action,
        restraint=restraint,
        judgement=judgement,
        wording=wording,
        reasons=_fired(action, judgement.grade, wording, s) + judgement.reasons,
        aims=aims_of(action),
        notes=_notes(action, judgement, s, calibration),
        asks=asks,
    )


def _fired(action: str, grade: str, wording: Wording, s: Situation) -> tuple[Reason, ...]:
    match action, wording:
        case "compromise", "introduction":
            return (Reason("R01"),)
        case "compromise", "conclusion":
            return (Reason("R04"),)
        case "breakup", _:
            return (Reason("R02"),)
        case "mix", _:
            repaired = (len(s.issue_areas) + 1) // 2
            areas = {
                "more": ", ".join(s.issue_areas[:repaired]),
                "less": ", ".join(s.issue_areas[repaired:]),
            }
            return (Reason("R03", values=areas) if areas["less"] else Reason("R03", "one_area"),)
        case "none", "introduction":
            return (Reason("R01", "not_reached"), Reason("R04", "would_fire"))
        case _:
            return (Reason("R04", "not_covered"), Reason("R01", "would_fire"))


@computes("R11", "R13")
def _notes(
    action: str, judgement: Judgement, s: Situation, calibration: Calibration
) -> tuple[Reason, ...]:
    """Add what belongs to the verdict without deciding it.

    Own power never enters the choice (R11, P0 L1518-1533); a direct violation is met
    even where the capacity is lacking (R13, P0 L1579-1585).
    """
    notes = []
    if is_array(s.capability):
        return ()  # findings are told of one situation
    if s.capability != 0.0:
        notes.append(Reason("R11", "stronger" if s.capability > 0 else "weaker"))
    if action == "breakup" and s.capability < 0.0:
        notes.append(Reason("R13"))
    at_pole = pole(judgement, calibration)
    if at_pole is not None and judgement.by == "suggested":
        notes.append(Reason("R12", at_pole))
    return tuple(notes)


def response_codes(
    s: Situation, *, wording: Wording = "introduction", calibration: Calibration = NEUTRAL
) -> Any:
    """Return only the place of the action in ACTIONS, for maps and searches."""
    if s.grade is not None:
        fixed = ACTIONS.index(action_for(GRADES.index(s.grade), wording))
        code = suggested_code(s, calibration)
        return count_reached(code, ()) + fixed if is_array(code) else fixed
    table = tuple(ACTIONS.index(action) for action in _ACTION_OF[check_wording(wording)])
    return pick(table, suggested_code(s, calibration))
