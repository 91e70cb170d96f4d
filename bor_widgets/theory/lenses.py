"""Four lenses on one scene: what each leads one to expect, and whether that was seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.checks import one_of, within
from bor_widgets.theory.credibility import territorial_posture
from bor_widgets.theory.intervention import Approval, consent
from bor_widgets.theory.judgement import GRADES
from bor_widgets.theory.lens_expectations import Lens, amity_possible, controls_neighbours
from bor_widgets.theory.principles import action_for
from bor_widgets.theory.provenance import Reason

BoardLens = Literal["balance of power", "resources", "universal rule", "balance of relationships"]
BOARD_LENSES: tuple[BoardLens, ...] = (
    "balance of power",
    "resources",
    "universal rule",
    "balance of relationships",
)
Question = Literal[
    "two great powers",
    "pressure by norms",
    "a smaller neighbour",
    "dispute",
    "many differences",
    "intervention",
    "territory",
    "others draw closer",
    "the tie is judged",
]
QUESTIONS: tuple[Question, ...] = (
    "two great powers",
    "pressure by norms",
    "a smaller neighbour",
    "dispute",
    "many differences",
    "intervention",
    "territory",
    "others draw closer",
    "the tie is judged",
)
Outcome = Literal["hit", "miss", "lens silent", "not observed"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a case puts before a lens.

    Attributes
    ----------
    question
        What has to be decided.
    capability
        -1 far weaker .. 1 far stronger than the counterpart, our scale.
    supplier
        What the target supplies: ``"energy"``, ``"timber"``, or None.
    desired
        Whether the counterpart's natural resources are said to be desired.
    regional_approval
        ``"yes"``, ``"no"`` or ``"unknown"``.
    grade
        How threatening the condition is judged, or None.
    """

    question: Question
    capability: float = 0.0
    supplier: str | None = None
    desired: bool = False
    regional_approval: Approval = "unknown"
    grade: str | None = None

    def __post_init__(self) -> None:
        one_of("question", self.question, QUESTIONS)
        within("capability", self.capability, -1.0, 1.0)
        one_of("regional_approval", self.regional_approval, ("yes", "no", "unknown"))
        if self.supplier is not None:
            one_of("supplier", self.supplier, ("energy", "timber"))
        if self.grade is not None:
            one_of("grade", self.grade, GRADES)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a lens leads one to expect in a scene.

    Attributes
    ----------
    lens
        The lens.
    moves
        Any of these would fit; none where the lens is silent.
    basis
        ``"text"`` where the paper itself names the expectation, ``"inferred"`` where it is
        our step from what the paper says.
    reasons
        Who says so; for a silent lens, why it is silent.
    """

    lens: BoardLens
    moves: tuple[str, ...]
    basis: Literal["text", "inferred"]
    reasons: tuple[Reason, ...]


_Expectation = tuple[tuple[str, ...], Literal["text", "inferred"], tuple[Reason, ...]]
_SILENT: _Expectation = ((), "inferred", ())


def _power(scene: Scene) -> _Expectation:
    match scene.question:
        case "two great powers" if amity_possible(1.0, True, "balance of power") < 0:
            return ("confrontation",), "text", (Reason("R157", "confrontation"),)
        case "pressure by norms":
            return ("unmoved",), "text", (Reason("R159", "would_not_care"),)
        case "a smaller neighbour" if controls_neighbours(scene.capability, "balance of power") > 0:
            return ("control",), "text", (Reason("R158", "control"),)
        case "many differences":
            return ("balancing", "bandwagoning"), "text", (Reason("R69", "two_options"),)
        case "territory" if scene.capability:
            move = "takes" if scene.capability > 0 else "yields"
            return (move,), "inferred", (Reason("R25", "power_leads"),)
        case "others draw closer":
            return ("alarm",), "text", (Reason("R81", "alarm"),)
        case _:
            return _SILENT


def _resources(scene: Scene) -> _Expectation:
    if scene.desired:
        return ("draws resources",), "text", (Reason("R108", "desired"),)
    if scene.question == "intervention" and scene.supplier:
        key = "supply_first" if scene.supplier == "energy" else "timber"
        basis: Literal["text", "inferred"] = "text" if scene.supplier == "energy" else "inferred"
        return ("supply first",), basis, (Reason("R108", key),)
    return _SILENT


def _rule(scene: Scene) -> _Expectation:
    match scene.question:
        case "two great powers":
            return ("common rules",), "inferred", (Reason("R157", "common_rules"),)
        case "pressure by norms":
            return ("meets the rule",), "inferred", (Reason("R38", "meets_the_rule"),)
        case "intervention":
            return (), "inferred", (Reason("R112", "same_answer"),)
        case _:
            return _SILENT


def _relationships(scene: Scene) -> _Expectation:
    lens: Lens = "balance of relationships"
    match scene.question:
        case "two great powers" if amity_possible(1.0, True, lens) > 0:
            return ("friendly tie",), "text", (Reason("R157", "friendly"),)
        case "pressure by norms":
            return ("grievance",), "text", (Reason("R37", "never_normal"),)
        case "a smaller neighbour" if controls_neighbours(scene.capability, lens) < 0:
            return ("restraint",), "text", (Reason("R158", "refrains"),)
        case "dispute":
            return ("dispute and partnership",), "text", (Reason("R68"),)
        case "many differences":
            return ("tie lasts",), "text", (Reason("R69", "tie_lasts"),)
        case "intervention":
            if consent(scene.regional_approval) == "possible":
                return ("consents",), "text", (Reason("R107", "approved"),)
            if scene.regional_approval == "no":
                return ("stays out",), "text", (Reason("R107", "not_approved"),)
            return ("stays out",), "text", (Reason("R104", "tends"), Reason("R107", "silent"))
        case "territory" if scene.capability:
            return (
                (str(territorial_posture(scene.capability)),),
                "text",
                (Reason("R25", "posture"),),
            )
        case "others draw closer":
            return ("welcomes",), "text", (Reason("R81", "can_serve"),)
        case "the tie is judged" if scene.grade is not None:
            move = str(action_for(GRADES.index(scene.grade)))
            return (move,), "text", (Reason("R11", "judged"),)
        case _:
            return _SILENT


_LOOK: dict[BoardLens, Callable[[Scene], _Expectation]] = {
    "balance of power": _power,
    "resources": _resources,
    "universal rule": _rule,
    "balance of relationships": _relationships,
}


def predict(lens: BoardLens, scene: Scene) -> Prediction:
    """Say what a lens leads one to expect in a scene; a lens may be silent.

    Balance of power: confrontation of two poles (R157), no care for norms (R159), control
    over small neighbours (R158), balancing or bandwagoning (R69), alarm at others' ties
    (R81). Resources: the supply comes first (the claim that R108 speaks against). Universal
    rule: common standards, and the same answer to like cases. Balance of relationships:
    R25, R37, R68, R69, R81, R104, R107, R157, R158, and the three principles.

    Raises
    ------
    ValueError
        For another lens.
    """
    one_of("lens", lens, BOARD_LENSES)
    moves, basis, reasons = _LOOK[lens](scene)
    return Prediction(lens, moves, basis, reasons)


def outcome(prediction: Prediction, observed: Sequence[str]) -> Outcome:
    """Compare what was expected with what was done.

    Parameters
    ----------
    prediction
        What the lens leads one to expect.
    observed
        The moves that were seen; none if the paper does not report any.

    Returns
    -------
    ``"hit"`` if an expected move was seen, ``"miss"`` if none was, ``"lens silent"`` or
    ``"not observed"``.
    """
    if not prediction.moves:
        return "lens silent"
    if not observed:
        return "not observed"
    return "hit" if set(prediction.moves) & set(observed) else "miss"


def same_answer(observed: Sequence[Sequence[str]]) -> Outcome:
    """Test the universal rule over like cases: it asks for the same answer to all of them.

    One case alone cannot test it.

    Parameters
    ----------
    observed
        The moves seen in each of several scenes of one kind.
    """
    answers = [frozenset(moves) for moves in observed if moves]
    if not answers:
        return "not observed"
    if len(answers) < 2:
        return "lens silent"
    return "hit" if frozenset.intersection(*answers) else "miss"
