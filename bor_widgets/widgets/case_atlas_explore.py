"""The map of the atlas in plotly, on geometry that comes with the page."""

from __future__ import annotations

from typing import Any, ClassVar

import ipywidgets
import plotly.graph_objects as go
import traitlets

from bor_widgets.charts import world
from bor_widgets.charts.case_atlas_figure import world_figure
from bor_widgets.charts.case_atlas_told import map_alt
from bor_widgets.charts.figure import CONFIG
from bor_widgets.widgets import panel
from bor_widgets.widgets.case_atlas import CaseAtlas
from bor_widgets.widgets.described import Described


class WorldGeometry(panel.Panel):
    """Hands plotly its own geometry, so that its maps ask no server for it.

    plotly looks for a geometry in the page before it asks for one; this widget puts it
    there and then says ``ready``. A map that is drawn afterwards makes no request.

    Attributes
    ----------
    name
        Name under which plotly looks.
    text
        The geometry as TopoJSON.
    """

    _esm: ClassVar[Any] = panel.script("world_geometry")

    name = traitlets.Unicode(world.GEOMETRY).tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        super().__init__(text=world.geometry_text())


class AtlasExplore:
    """The figure, made when the geometry is in the page and then updated in place."""

    def __init__(self, atlas: CaseAtlas) -> None:
        self.atlas = atlas
        self.figure: go.FigureWidget | None = None
        self.told = Described()
        self.geometry = WorldGeometry()
        self.box = ipywidgets.VBox([self.geometry])
        self.box.add_class("bor-explored")
        self.widgets: list[ipywidgets.Widget] = [self.box]
        self.geometry.hear("ready", lambda _: self._draw())
        atlas.observe(lambda _: self._refresh(), "shown")

    def _draw(self) -> None:
        if self.figure is not None:
            return
        self.figure = go.FigureWidget(self._wanted())
        self.figure._config = dict(CONFIG)
        self.told.text = map_alt(self.atlas.fitting)
        self.box.children = (self.geometry, self.figure, self.told)

    def _wanted(self) -> go.Figure:
        return world_figure(self.atlas.fitting, self.atlas.filters.get("country", ""))

    def _refresh(self) -> None:
        if self.figure is None:
            return
        wanted = self._wanted()
        with self.figure.batch_update():
            for drawn, trace in zip(self.figure.data, wanted.data, strict=True):
                drawn.update(trace.to_plotly_json(), overwrite=True)
            self.figure.layout.title.text = wanted.layout.title.text
        self.told.text = map_alt(self.atlas.fitting)
