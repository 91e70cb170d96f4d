"""Three theories of international relations as rules that can be seen at work.

The names below are loaded when they are first used, so that importing the package
costs nothing and a program without a screen never loads a widget.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bor_widgets.cases import cases as cases
    from bor_widgets.simulation import WorldConfig as WorldConfig
    from bor_widgets.simulation.world import World as World
    from bor_widgets.situation import Situation as Situation
    from bor_widgets.sources import rules as rules
    from bor_widgets.sources import sources as sources
    from bor_widgets.theory import Calibration as Calibration
    from bor_widgets.theory import compare as compare
    from bor_widgets.theory import decision_map as decision_map
    from bor_widgets.theory import judge as judge
    from bor_widgets.theory import respond as respond
    from bor_widgets.theory import what_would_change as what_would_change
    from bor_widgets.widgets.benches import ApproachChooser as ApproachChooser
    from bor_widgets.widgets.benches import CaseStudio as CaseStudio
    from bor_widgets.widgets.benches import FourRegions as FourRegions
    from bor_widgets.widgets.benches import InterventionBalance as InterventionBalance
    from bor_widgets.widgets.benches import JudgementFan as JudgementFan
    from bor_widgets.widgets.benches import ModeClock as ModeClock
    from bor_widgets.widgets.benches import PredictionBoard as PredictionBoard
    from bor_widgets.widgets.benches import SoftBalancingTest as SoftBalancingTest
    from bor_widgets.widgets.benches import SuccessBoard as SuccessBoard
    from bor_widgets.widgets.benches import ThreatDial as ThreatDial
    from bor_widgets.widgets.benches import TieWeb as TieWeb
    from bor_widgets.widgets.benches import TwoRestraints as TwoRestraints
    from bor_widgets.widgets.case_atlas import CaseAtlas as CaseAtlas
    from bor_widgets.widgets.compare import Compare as Compare
    from bor_widgets.widgets.console import Console as Console
    from bor_widgets.widgets.course_test import CourseTest as CourseTest
    from bor_widgets.widgets.explorable import Explorable as Explorable
    from bor_widgets.widgets.journal_desk import JournalDesk as JournalDesk
    from bor_widgets.widgets.lab_page import WorldsLab as WorldsLab
    from bor_widgets.widgets.lesson import Lesson as Lesson
    from bor_widgets.widgets.note import Note as Note
    from bor_widgets.widgets.predict import Predict as Predict
    from bor_widgets.widgets.progress import Progress as Progress
    from bor_widgets.widgets.quiz import Quiz as Quiz
    from bor_widgets.widgets.rule_browser import RuleBrowser as RuleBrowser
    from bor_widgets.widgets.slides import LessonSlides as LessonSlides
    from bor_widgets.widgets.source_note import SourceNote as SourceNote
    from bor_widgets.widgets.tension_board import TensionBoard as TensionBoard
    from bor_widgets.widgets.term import Term as Term
    from bor_widgets.widgets.world_pair import TwoWorlds as TwoWorlds
    from bor_widgets.widgets.world_run import WorldRun as WorldRun

__version__ = "0.1.0"

#: public name -> the module that defines it
_HOMES = {
    "ApproachChooser": "bor_widgets.widgets.benches",
    "Calibration": "bor_widgets.theory",
    "CaseAtlas": "bor_widgets.widgets.case_atlas",
    "CaseStudio": "bor_widgets.widgets.benches",
    "Compare": "bor_widgets.widgets.compare",
    "Console": "bor_widgets.widgets.console",
    "Explorable": "bor_widgets.widgets.explorable",
    "FourRegions": "bor_widgets.widgets.benches",
    "InterventionBalance": "bor_widgets.widgets.benches",
    "JudgementFan": "bor_widgets.widgets.benches",
    "Lesson": "bor_widgets.widgets.lesson",
    "LessonSlides": "bor_widgets.widgets.slides",
    "ModeClock": "bor_widgets.widgets.benches",
    "Predict": "bor_widgets.widgets.predict",
    "PredictionBoard": "bor_widgets.widgets.benches",
    "Quiz": "bor_widgets.widgets.quiz",
    "RuleBrowser": "bor_widgets.widgets.rule_browser",
    "Situation": "bor_widgets.situation",
    "SoftBalancingTest": "bor_widgets.widgets.benches",
    "SuccessBoard": "bor_widgets.widgets.benches",
    "TensionBoard": "bor_widgets.widgets.tension_board",
    "ThreatDial": "bor_widgets.widgets.benches",
    "TieWeb": "bor_widgets.widgets.benches",
    "TwoRestraints": "bor_widgets.widgets.benches",
    "CourseTest": "bor_widgets.widgets.course_test",
    "JournalDesk": "bor_widgets.widgets.journal_desk",
    "Note": "bor_widgets.widgets.note",
    "Progress": "bor_widgets.widgets.progress",
    "SourceNote": "bor_widgets.widgets.source_note",
    "Term": "bor_widgets.widgets.term",
    "TwoWorlds": "bor_widgets.widgets.world_pair",
    "WorldsLab": "bor_widgets.widgets.lab_page",
    "WorldRun": "bor_widgets.widgets.world_run",
    "World": "bor_widgets.simulation.world",
    "WorldConfig": "bor_widgets.simulation",
    "cases": "bor_widgets.cases",
    "compare": "bor_widgets.theory",
    "decision_map": "bor_widgets.theory",
    "judge": "bor_widgets.theory",
    "respond": "bor_widgets.theory",
    "rules": "bor_widgets.sources",
    "sources": "bor_widgets.sources",
    "what_would_change": "bor_widgets.theory",
}

__all__ = [  # noqa: RUF022  (the order in which a newcomer meets them)
    "Situation",
    "Calibration",
    "judge",
    "respond",
    "compare",
    "decision_map",
    "what_would_change",
    "cases",
    "rules",
    "sources",
    "World",
    "WorldConfig",
    "Console",
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
    "Compare",
    "Explorable",
    "WorldRun",
    "TwoWorlds",
    "WorldsLab",
    "CaseAtlas",
    "RuleBrowser",
    "TensionBoard",
    "Lesson",
    "LessonSlides",
    "Predict",
    "Quiz",
    "CourseTest",
    "Note",
    "Term",
    "SourceNote",
    "Progress",
    "JournalDesk",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"bor_widgets has no name {name!r}; it offers {', '.join(__all__)}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
