"""Every drawing as a plotly figure."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bor_widgets.charts.drawings.base import Drawing

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def drawing_figure(drawing: Drawing) -> Figure:
    """Return a drawing as a plotly figure, for exploring, for a book, for a file.

    Each kind has its figure beside its builder, as ``<kind>_figure``.

    Raises
    ------
    ModuleNotFoundError
        For a kind that there is none of.
    """
    module = import_module(f"bor_widgets.charts.drawings.{drawing.kind}")
    figure: Figure = getattr(module, f"{drawing.kind}_figure")(drawing)
    return figure
