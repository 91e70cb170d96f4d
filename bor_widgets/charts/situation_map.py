"""The map of threat against tie: four areas and the point where the situation stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bor_widgets.charts.words import word
from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import GRADES, Calibration, Response, Wording, phrase
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.judgement import recoverability, threat_that_reaches
from bor_widgets.theory.principles import action_for

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

#: columns along which the borders are computed: one for each step of the slider, so that the
#: drawing agrees with the verdict wherever the point can stand
COLUMNS = 101


@dataclass(frozen=True, slots=True)
class MapPicture:
    """Axes and areas of the map, its finding and its text alternative.

    ``bands`` holds one area per grade, from its lower to its upper border at each ``xs``.
    """

    title: str
    axes: dict[str, Any]
    bands: list[dict[str, Any]]


def axis(name: str) -> dict[str, Any]:
    """Describe an axis by the parameter that it shows."""
    parameter = parameters()[name]
    return {
        "name": name,
        "label": parameter.label,
        "low": parameter.low,
        "high": parameter.high,
        "low_label": parameter.low_label,
        "high_label": parameter.high_label,
        "scale": word("scale", "unit"),
    }


def _borders(s: Situation, tie: float, calibration: Calibration) -> list[float]:
    """Return the threats at which the grades begin and end, for one strength of the tie."""
    recovery = recoverability(s.with_(relationship=tie), calibration)
    reached = [threat_that_reaches(cut, recovery, calibration) for cut in calibration.cuts]
    return [0.0, *(min(border, 1.0) for border in reached), 1.0]


def map_picture(
    s: Situation, calibration: Calibration, wording: Wording, *, coded: bool = False
) -> MapPicture:
    """Draw the areas; they do not depend on where the point stands.

    ``coded`` says that the grade comes from a case and not from the student.
    """
    xs = steps(0.0, 1.0, COLUMNS)
    if s.grade is None:
        borders = [_borders(s, tie, calibration) for tie in xs]
        title = word("map", "finding" if borders[0][3] < borders[-1][3] else "flat")
    else:
        code = GRADES.index(s.grade)
        borders = [[0.0] * (code + 1) + [1.0] * (len(GRADES) - code) for _ in xs]
        title = word("map", "fixed_case" if coded else "fixed")
    bands = []
    for code, grade in enumerate(GRADES):
        lower = [round(column[code], 4) for column in borders]
        upper = [round(column[code + 1], 4) for column in borders]
        if any(top > bottom for bottom, top in zip(lower, upper, strict=True)):
            bands.append(
                {
                    "grade": grade,
                    "label": phrase("grade", grade),
                    "action_label": phrase("action_short", action_for(code, wording)),
                    "xs": xs,
                    "lower": lower,
                    "upper": upper,
                }
            )
    return MapPicture(title, {"x": axis("relationship"), "y": axis("threat")}, bands)


def point_label(response: Response) -> str:
    """Name the verdict beside the point."""
    return phrase("action_short", response.action)


def map_alt(s: Situation, response: Response, calibration: Calibration) -> str:
    """Tell the map in words, for the point as it stands."""
    here = word(
        "map",
        "point",
        x_label=parameters()["relationship"].label,
        x=s.relationship,
        y_label=parameters()["threat"].label.lower(),
        y=s.threat,
        grade=phrase("grade", response.judgement.grade),
        action=phrase("action_short", response.action),
    )
    if s.grade is not None:
        return f"{word('map', 'overview')} {here} {word('map', 'fixed')}."
    recovery = recoverability(s, calibration)
    told = []
    for grade, cut in zip(GRADES[1:], calibration.cuts, strict=True):
        reached = threat_that_reaches(cut, recovery, calibration)
        key = "border" if reached <= 1.0 else "unreached"
        told.append(word("map", key, grade=phrase("grade", grade), threat=reached))
    borders = word("map", "borders", borders=", ".join(told))
    return f"{word('map', 'overview')} {here} {borders}"


def map_figure(
    s: Situation, response: Response, calibration: Calibration, wording: Wording
) -> Figure:
    """Return the same map as a plotly figure."""
    from bor_widgets.charts.figure import area_figure

    picture = map_picture(s, calibration, wording)
    return area_figure(
        picture.title,
        picture.bands,
        point=(s.relationship, s.threat, point_label(response)),
        x_title=f"{picture.axes['x']['label']} ({picture.axes['x']['scale']})",
        y_title=f"{picture.axes['y']['label']} ({picture.axes['y']['scale']})",
    )
