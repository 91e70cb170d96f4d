"""The drawings of the laboratory as plotly figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bor_widgets.charts.drawings.base import Drawing

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def lab_figure(drawing: Drawing) -> Figure:
    """Return a drawing of the laboratory as a plotly figure."""
    if drawing.kind == "heat":
        from bor_widgets.charts.world_lab.heat import heat_figure

        return heat_figure(drawing)
    if drawing.kind == "ranges":
        from bor_widgets.charts.world_lab.ranges import ranges_figure

        return ranges_figure(drawing)
    from bor_widgets.charts.drawings.figures import drawing_figure

    return drawing_figure(drawing)
