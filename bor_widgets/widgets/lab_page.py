"""WorldsLab: the laboratory of worlds: sweeps, what matters most, a tournament."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets

from bor_widgets.charts.words import source_note
from bor_widgets.widgets import assets
from bor_widgets.widgets.bench_parts import ClaimList
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.lab_part import LabPart

WORDS = {
    "forecast": "What runs here is a set of assumptions, and no forecast of any real state. The "
    "paper warrants no consequence for the system as a whole: what shows up depends on what you "
    "set, and on chance.",
    "sweep": "Sweep",
    "sweep_hint": "vary one or two numbers and run many worlds for each",
    "matter": "What matters most",
    "matter_hint": "vary many numbers together and see which of them moves a measure",
    "tournament": "Tournament",
    "tournament_hint": "let doctrines, and one of your own, play each other",
}

PARTS = ("sweep", "matter", "tournament")


class _Claim(ClaimList):
    """The sentence on forecasts; it also brings the style of the page's layout."""

    _css = "\n".join(
        [ClaimList._css, *map(assets.plain_style, ("page", "lab_page"))]  # one style, sent once
    )


class WorldsLab(ipywidgets.VBox):
    """Three parts that unfold; the sweep is open, the others are made when they are opened.

    Attributes
    ----------
    folds
        The parts by name.
    """

    def __init__(self) -> None:
        self._parts: dict[str, LabPart] = {}
        self.folds = {
            name: Fold(name, WORDS[name], WORDS[f"{name}_hint"], self._maker(name))
            for name in PARTS
        }
        claim = _Claim(items=[{"text": WORDS["forecast"], "source": source_note("R61")}])
        super().__init__([claim, *self.folds.values()])
        self.add_class("bor-lab")
        self.add_class("bor-root")
        self.folds[PARTS[0]].unfold()

    def part(self, name: str) -> LabPart:
        """Return a part, unfolded.

        Raises
        ------
        KeyError
            For a name that is none.
        """
        self.folds[name].unfold()
        return self._parts[name]

    def _maker(self, name: str) -> Callable[[], Sequence[ipywidgets.Widget]]:
        def make() -> Sequence[ipywidgets.Widget]:
            self._parts[name] = _make(name)
            return [self._parts[name]]

        return make


def _make(name: str) -> LabPart:
    # each part brings what it needs when it is opened
    if name == "sweep":
        from bor_widgets.widgets.sweep_part import SweepPart

        return SweepPart()
    if name == "matter":
        from bor_widgets.widgets.sweep_matter import MatterPart

        return MatterPart()
    from bor_widgets.widgets.tournament_part import TournamentPart

    return TournamentPart()
