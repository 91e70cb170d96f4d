"""The drawings of a bench as plotly figures, to zoom into and to save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets
import plotly.graph_objects as go

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.figures import drawing_figure
from bor_widgets.charts.figure import CONFIG
from bor_widgets.widgets.described import Described

if TYPE_CHECKING:
    from bor_widgets.widgets.bench import Bench


class BenchExplore:
    """One figure for each drawing; a figure is made once and then updated in place.

    A drawing that comes or goes (another tab of the bench) makes or hides its figure.
    """

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._shown: dict[str, Drawing] = {}
        self._parts: dict[str, tuple[ipywidgets.VBox, go.FigureWidget, Described]] = {}
        self.widget = ipywidgets.VBox([])
        self.refresh()

    def refresh(self) -> None:
        """Bring the figures up to date."""
        boxes = []
        for drawing in self.bench.view.drawings:
            if drawing.name not in self._parts:
                self._parts[drawing.name] = self._part(drawing)
            elif self._shown[drawing.name] != drawing:
                self._update(drawing)
            self._shown[drawing.name] = drawing
            boxes.append(self._parts[drawing.name][0])
        if list(self.widget.children) != boxes:
            self.widget.children = boxes

    @staticmethod
    def _part(drawing: Drawing) -> tuple[ipywidgets.VBox, go.FigureWidget, Described]:
        figure = go.FigureWidget(drawing_figure(drawing))
        figure._config = dict(CONFIG)
        told = Described(text=drawing.alt)
        box = ipywidgets.VBox([figure, told])
        box.add_class("bor-explored")
        return box, figure, told

    def _update(self, drawing: Drawing) -> None:
        _, figure, told = self._parts[drawing.name]
        wanted = drawing_figure(drawing)
        kinds: list[Any] = [trace.type for trace in wanted.data]
        with figure.batch_update():
            if [trace.type for trace in figure.data] == kinds:
                for shown, trace in zip(figure.data, wanted.data, strict=True):
                    shown.update(trace.to_plotly_json(), overwrite=True)
            else:
                # another number of lines or fields: the traces are exchanged, not the figure
                figure.data = ()
                figure.add_traces(list(wanted.data))
            figure.layout.update(wanted.layout, overwrite=True)
        told.text = drawing.alt
