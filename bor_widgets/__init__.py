"""Three theories of international relations as rules that can be seen at work.

The names below are loaded when they are first used, so that importing the package
costs nothing and a program without a screen never loads a widget.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bor_widgets.cases import cases as cases
    from bor_widgets.situation import Situation as Situation
    from bor_widgets.sources import rules as rules
    from bor_widgets.sources import sources as sources
    from bor_widgets.theory import Calibration as Calibration
    from bor_widgets.theory import compare as compare
    from bor_widgets.theory import decision_map as decision_map
    from bor_widgets.theory import judge as judge
    from bor_widgets.theory import respond as respond
    from bor_widgets.theory import what_would_change as what_would_change
    from bor_widgets.widgets.console import Console as Console
    from bor_widgets.widgets.lesson import Lesson as Lesson
    from bor_widgets.widgets.predict import Predict as Predict
    from bor_widgets.widgets.quiz import Quiz as Quiz

__version__ = "0.1.0"

#: public name -> the module that defines it
_HOMES = {
    "Calibration": "bor_widgets.theory",
    "Console": "bor_widgets.widgets.console",
    "Lesson": "bor_widgets.widgets.lesson",
    "Predict": "bor_widgets.widgets.predict",
    "Quiz": "bor_widgets.widgets.quiz",
    "Situation": "bor_widgets.situation",
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
    "Console",
    "Lesson",
    "Predict",
    "Quiz",
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
