"""The decision map: coloured areas for the grades of threat, and a point that can be moved."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import anywidget
import traitlets

from bor_widgets.widgets import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

#: what the widget itself says; everything else arrives through its traits
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "hint": "Drag the point, or select it and use the arrow keys.",
        "point": "Your situation on the map: {x_label} and {y_label}",
        "role": "point with two values",
        "value": "{x_label} {x}, {y_label} {y}. {verdict}",
        "axis": "{label} ({scale})",
    }
)


class DecisionMapView(anywidget.AnyWidget):
    """A map of verdicts over two parameters, with the student's situation as a point.

    The point is an input: it is moved by dragging anywhere on the map or with the keys.
    The areas come ready from Python; the widget knows no rule.

    Attributes
    ----------
    title : str
        The finding as a sentence.
    alt : str
        Text alternative of the whole picture; it should change with the picture.
    axes : dict
        ``{"x": axis, "y": axis}``. An axis has ``name`` (of the parameter), ``label``,
        ``low`` and ``high`` (numbers), ``low_label`` and ``high_label`` (words at the ends)
        and ``scale`` (for example "our scale, 0–1").
    bands : list of dict
        Areas between two curves: ``grade`` (a name in the theme), ``label``,
        ``action_label``, and the equally long lists ``xs``, ``lower`` and ``upper`` in the
        units of the axes.
    x, y : float
        Where the point is, in the units of the axes; two-way, in steps of 0.01.
    point_label : str
        The verdict at the point in a few words.
    marks : list of dict
        Remembered places ``{"x", "y", "label"}``, shown as hollow rings.
    words : dict
        What the widget itself says, see ``WORDS``.
    """

    _esm = assets.script("decision_map_view", "picture", "map_areas", "map_axes")
    _css = assets.style("decision_map_view")

    title = traitlets.Unicode("").tag(sync=True)
    alt = traitlets.Unicode("").tag(sync=True)
    axes = traitlets.Dict().tag(sync=True)
    bands = traitlets.List(traitlets.Dict()).tag(sync=True)
    x = traitlets.Float(0.5).tag(sync=True)
    y = traitlets.Float(0.5).tag(sync=True)
    point_label = traitlets.Unicode("").tag(sync=True)
    marks = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict(dict(WORDS)).tag(sync=True)
