"""Case studio: a bench on which each case keeps its own coding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.widgets.bench import Bench

WORDS = {
    "save": "Save my coding",
    "open": "Load my coding",
}


class CaseStudio(Bench):
    """One case, four theories, and your own coding (L12).

    Another case begins with what its paper codes and nothing else; coming back to a case
    brings back what was judged and written there.
    """

    name = "case_studio"

    def __init__(self, **more: Any) -> None:
        self._put_by: dict[str, dict[str, Any]] = {}
        super().__init__(**more)
        self.keep.links.words = {**self.keep.links.words, **WORDS}

    def _follow(self, before: Mapping[str, Any], change: Mapping[str, Any]) -> Mapping[str, Any]:
        from bor_widgets.charts.benches.case_studio_coding import OF_A_CASE, fresh

        case = change.get("case", before["case"])
        if case == before["case"]:
            return change
        self._put_by[before["case"]] = {name: before[name] for name in OF_A_CASE}
        return {**fresh(case), **self._put_by.get(case, {}), **change}
