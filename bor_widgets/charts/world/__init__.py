"""The shape of the world: plotly's own offline geometry, and a map drawn from it."""

from bor_widgets.charts.world.drawing import World, world
from bor_widgets.charts.world.geometry import GEOMETRY, Outline, geometry_text, outlines, topology
from bor_widgets.charts.world.projection import HEIGHT, WIDTH, project

__all__ = [
    "GEOMETRY",
    "HEIGHT",
    "WIDTH",
    "Outline",
    "World",
    "geometry_text",
    "outlines",
    "project",
    "topology",
    "world",
]
