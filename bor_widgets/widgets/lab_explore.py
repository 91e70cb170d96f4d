"""The figures of the laboratory in plotly, made when somebody wants to explore them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets
import plotly.graph_objects as go

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.figure import CONFIG
from bor_widgets.charts.world_lab.figures import lab_figure
from bor_widgets.widgets.described import Described


class LabExplore:
    """One figure for each drawing; it is made once and then updated in place."""

    def __init__(self, drawings: Callable[[], Sequence[Drawing]]) -> None:
        self._drawings = drawings
        self._shown: dict[str, tuple[Drawing, go.FigureWidget, Described]] = {}
        self.widget = ipywidgets.VBox([])
        self.refresh()

    def refresh(self) -> None:
        """Bring the figures up to date."""
        for drawing in self._drawings():
            if drawing.name not in self._shown:
                figure = go.FigureWidget(lab_figure(drawing))
                figure._config = dict(CONFIG)
                told = Described(text=drawing.alt)
                part = ipywidgets.VBox([figure, told])
                part.add_class("bor-explored")
                self.widget.children = (*self.widget.children, part)
            else:
                before, figure, told = self._shown[drawing.name]
                if before == drawing:
                    continue
                wanted = lab_figure(drawing)
                with figure.batch_update():
                    if [trace.type for trace in figure.data] == [t.type for t in wanted.data]:
                        for shown, trace in zip(figure.data, wanted.data, strict=True):
                            shown.update(trace.to_plotly_json(), overwrite=True)
                    else:
                        figure.data = ()
                        figure.add_traces(list(wanted.data))
                    figure.layout.update(wanted.layout, overwrite=True)
                told.text = drawing.alt
            self._shown[drawing.name] = (drawing, figure, told)
