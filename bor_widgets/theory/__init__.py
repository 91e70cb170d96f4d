"""The papers' rules as pure functions: a situation goes in, a verdict with reasons comes out."""

from bor_widgets.situation import Situation
from bor_widgets.theory.calibration import NEUTRAL, Calibration, calibration_parameters
from bor_widgets.theory.changes import Change, what_would_change
from bor_widgets.theory.comparison import Disagreement, Ledger, compare
from bor_widgets.theory.decision_grid import DecisionMap, decision_map
from bor_widgets.theory.judgement import GRADES, Judgement, judge, spread
from bor_widgets.theory.principles import ACTIONS, WORDINGS, Response, Wording, respond
from bor_widgets.theory.provenance import OpenQuestion, Reason, computed_rules, phrase
from bor_widgets.theory.questions import OPEN_QUESTIONS, ask
from bor_widgets.theory.verdict import Verdict

__all__ = [
    "ACTIONS",
    "GRADES",
    "NEUTRAL",
    "OPEN_QUESTIONS",
    "WORDINGS",
    "Calibration",
    "Change",
    "DecisionMap",
    "Disagreement",
    "Judgement",
    "Ledger",
    "OpenQuestion",
    "Reason",
    "Response",
    "Situation",
    "Verdict",
    "Wording",
    "ask",
    "calibration_parameters",
    "compare",
    "computed_rules",
    "decision_map",
    "judge",
    "phrase",
    "respond",
    "spread",
    "what_would_change",
]
