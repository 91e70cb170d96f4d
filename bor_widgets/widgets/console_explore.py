"""What is explored at leisure, as a part of the console: three plotly figures."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets
import plotly.graph_objects as go

from bor_widgets.charts.explore import Explored, leaders_fan, ledger_over_threat, sections
from bor_widgets.charts.figure import CONFIG
from bor_widgets.widgets.console_state import ConsoleState, Snapshot
from bor_widgets.widgets.described import Described


class ExplorePart:
    """Readings along the threat, judgements of leaders, sections of the map.

    The figures are made once and updated in place; a figure that is rebuilt costs a
    hundred times as much.
    """

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        self._drawings: tuple[Callable[[Snapshot], Explored], ...] = (
            lambda now: ledger_over_threat(now.situation, now.calibration, now.wording),
            lambda now: leaders_fan(now.situation, now.calibration),
            lambda now: sections(now.situation, now.calibration),
        )
        self._shown = state.now
        self._parts = [self._part(draw(state.now)) for draw in self._drawings]
        self.widgets: list[ipywidgets.Widget] = [part for part, _, _ in self._parts]

    @staticmethod
    def _part(explored: Explored) -> tuple[ipywidgets.Widget, go.FigureWidget, Described]:
        figure = go.FigureWidget(explored.figure)
        figure._config = dict(CONFIG)
        told = Described(text=explored.alt)
        box = ipywidgets.VBox([figure, told])
        box.add_class("bor-explored")
        return box, figure, told

    def refresh(self) -> None:
        """Bring the figures up to date, in place."""
        now = self.state.now
        if now == self._shown:
            return
        self._shown = now
        for draw, (_, figure, told) in zip(self._drawings, self._parts, strict=True):
            explored = draw(now)
            with figure.batch_update():
                figure.layout.update(explored.figure.layout, overwrite=True)
                for shown, wanted in zip(figure.data, explored.figure.data, strict=True):
                    shown.update(wanted.to_plotly_json())
            told.text = explored.alt
