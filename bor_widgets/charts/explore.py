"""What is explored at leisure: readings along the threat, judgements of leaders, sections."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from bor_widgets.charts.figure import bar_figure, layout
from bor_widgets.charts.theme import GRADES as LOOKS
from bor_widgets.charts.theme import STROKES, TEXTS, TIES
from bor_widgets.charts.words import word
from bor_widgets.situation import Situation
from bor_widgets.theory import GRADES, Calibration, Wording, compare, judge, phrase, spread
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.judgement import perceived_threat, recoverability

#: points along the threat at which the readings are taken
POINTS = 101
LEADERS = 41

#: fills of the runs of one reading, told apart by their words too
_RUN_FILLS = ("#e6f1f9", "#fdf6df", "#fdefe2", "#fbe9e5", "#f4eaf6")


@dataclass(frozen=True, slots=True)
class Explored:
    """A plotly figure and its text alternative."""

    figure: go.Figure
    alt: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the threat along which a reading stays the same."""

    headline: str
    first: float
    last: float


def readings_along_threat(
    s: Situation, calibration: Calibration, wording: Wording
) -> dict[str, list[Run]]:
    """Take the four readings along the threat, all else as it is."""
    runs: dict[str, list[Run]] = {}
    threats = steps(0.0, 1.0, POINTS)
    for threat in threats:
        ledger = compare(s.with_(threat=threat), wording=wording, calibration=calibration)
        for verdict in ledger.verdicts:
            row = runs.setdefault(verdict.title, [])
            if row and row[-1].headline == verdict.headline:
                row[-1] = Run(verdict.headline, row[-1].first, threat)
            else:
                row.append(Run(verdict.headline, threat, threat))
    return runs


def _times(count: int) -> str:
    return word("explore", f"times_{count}" if count <= 2 else "times_n", n=count)


def ledger_over_threat(s: Situation, calibration: Calibration, wording: Wording) -> Explored:
    """Draw where along the threat each reading changes its answer."""
    runs = readings_along_threat(s, calibration, wording)
    theory, most = max(runs.items(), key=lambda item: len(item[1]))
    title = word("explore", "ledger_none")
    if len(most) > 1:
        title = word("explore", "ledger_title", theory=theory, count=_times(len(most) - 1))
    names = list(runs)
    step = 1.0 / (POINTS - 1)
    kinds = {name: list(dict.fromkeys(run.headline for run in row)) for name, row in runs.items()}
    threats = steps(0.0, 1.0, POINTS)
    codes, told = [], []
    for name in reversed(names):
        labels = [_at(runs[name], threat) for threat in threats]
        codes.append([kinds[name].index(label) for label in labels])
        told.append(labels)
    colours = len(_RUN_FILLS)
    scale = [(i / (colours - 1), fill) for i, fill in enumerate(_RUN_FILLS)]
    figure = go.Figure(
        go.Heatmap(
            x=threats,
            y=list(reversed(names)),
            z=codes,
            zmin=0,
            zmax=colours - 1,
            colorscale=scale,
            showscale=False,
            ygap=6,
            customdata=told,
            hovertemplate="%{y}, %{x:.2f}: %{customdata}<extra></extra>",
        ),
        layout(
            title,
            xaxis={
                "title": {"text": word("explore", "ledger_x")},
                "range": [-step / 2, 1 + step / 2],
            },
            yaxis={"automargin": True, "title": {"text": word("explore", "ledger_y")}},
            shapes=_borders(runs, names, s.threat),
            annotations=_names(runs, names, s.threat),
        ),
    )
    parts = [
        word(
            "explore",
            "ledger_alt",
            theory=name,
            parts=", ".join(
                word("explore", "ledger_part", headline=run.headline, end=run.last) for run in row
            ),
        )
        for name, row in runs.items()
    ]
    here = ", ".join(f"{name}: {_at(row, s.threat)}" for name, row in runs.items())
    now = word("explore", "ledger_now", threat=s.threat, here=here)
    return Explored(figure, f"{title}. {now} {' '.join(parts)}")


def _at(row: list[Run], threat: float) -> str:
    return next(run.headline for run in row if threat <= run.last)


def _borders(
    runs: dict[str, list[Run]], names: list[str], threat: float
) -> list[dict[str, object]]:
    """Return lines where a reading changes, and the line of the present threat."""
    lines: list[dict[str, object]] = []
    for i, name in enumerate(reversed(names)):
        for run in runs[name][1:]:
            lines.append(
                {
                    "type": "line",
                    "x0": run.first,
                    "x1": run.first,
                    "y0": i - 0.44,
                    "y1": i + 0.44,
                    "line": {"color": STROKES["line-strong"], "width": 2},
                }
            )
    now = {"color": TEXTS["accent"], "width": 2, "dash": "dot"}
    return [
        *lines,
        {
            "type": "line",
            "x0": threat,
            "x1": threat,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": now,
        },
    ]


def _names(runs: dict[str, list[Run]], names: list[str], threat: float) -> list[dict[str, object]]:
    """Write each reading into its own run, where it is wide enough to hold it."""
    notes: list[dict[str, object]] = []
    for name in names:
        for run in runs[name]:
            if run.last - run.first >= 0.12:
                notes.append(
                    {
                        "x": (run.first + run.last) / 2,
                        "y": name,
                        "text": _wrapped(run.headline, run.last - run.first),
                        "showarrow": False,
                        "font": {"size": 13, "color": TEXTS["ink"]},
                    }
                )
    notes.append(
        {
            "x": threat,
            "y": 1.0,
            "yref": "paper",
            "yanchor": "bottom",
            "text": word("explore", "now"),
            "showarrow": False,
            "font": {"size": 13, "color": TEXTS["accent"]},
        }
    )
    return notes


def _wrapped(text: str, width: float) -> str:
    """Break a headline into lines that fit a run of this width (about 110 letters wide)."""
    letters = max(int(width * 110), 9)
    lines = [""]
    for part in text.split():
        if lines[-1] and len(lines[-1]) + len(part) >= letters:
            lines.append(part)
        else:
            lines[-1] = f"{lines[-1]} {part}".strip()
    return "<br>".join(lines)


def leaders_fan(s: Situation, calibration: Calibration) -> Explored:
    """Draw how many of a row of leaderships would suggest each grade (R10)."""
    counts = spread(s, leaders=LEADERS, calibration=calibration)
    mine = judge(s, calibration=calibration).grade
    others = LEADERS - counts[mine]
    key = "spread_title" if others else "spread_title_all"
    title = word("explore", key, n=others if others else LEADERS, total=LEADERS)
    looks = [LOOKS[grade] for grade in GRADES]
    names = [f"{LOOKS[grade].glyph} {phrase('grade', grade)}" for grade in GRADES]
    figure = bar_figure(
        title,
        names,
        [counts[grade] for grade in GRADES],
        [str(counts[grade]) for grade in GRADES],
        looks,
        x_title=word("explore", "spread_x", total=LEADERS),
        y_title=word("explore", "spread_y"),
        y_range=(0, LEADERS + 3),
    )
    told = "; ".join(
        word("explore", "spread_alt", count=count, total=LEADERS, grade=phrase("grade", grade))
        for grade, count in counts.items()
    )
    return Explored(figure, f"{title}. {told}.")


def sections(s: Situation, calibration: Calibration) -> Explored:
    """Draw cross-sections of the map: perceived threat for no tie, this tie, the strongest."""
    threats = steps(0.0, 1.0, POINTS)
    ties = {
        word("explore", "section_weak"): 0.0,
        word("explore", "section_now", tie=s.relationship): s.relationship,
        word("explore", "section_strong"): 1.0,
    }
    styles = (TIES["hostile"], TIES["mixed"], TIES["friendly"])
    here, traces = [], []
    for (name, tie), style in zip(ties.items(), styles, strict=True):
        recovery = recoverability(s.with_(relationship=tie), calibration)
        seen = [perceived_threat(threat, recovery, calibration) for threat in threats]
        here.append(perceived_threat(s.threat, recovery, calibration))
        line = {"color": style.colour, "dash": style.dash, "width": 3}
        traces.append(go.Scatter(x=threats, y=seen, mode="lines", name=name, line=line))
    flat = here[0] == here[2] and calibration.sensitivity * calibration.weight_relationship == 0
    title = word("explore", "section_title_flat" if flat else "section_title")
    cuts = zip(GRADES[1:], calibration.cuts, strict=True)
    lines = [
        {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "y0": cut,
            "y1": cut,
            "line": {"color": LOOKS[grade].ink, "dash": "dot", "width": 1.5},
        }
        for grade, cut in cuts
    ]
    notes = [
        {
            "x": 0.01,
            "y": cut,
            "xanchor": "left",
            "yanchor": "bottom",
            "text": f"{LOOKS[grade].glyph} {phrase('grade', grade)}",
            "showarrow": False,
            "font": {"color": LOOKS[grade].text, "size": 13},
        }
        for grade, cut in zip(GRADES[1:], calibration.cuts, strict=True)
    ]
    now = {"color": TEXTS["accent"], "width": 2, "dash": "dot"}
    lines.append({"type": "line", "x0": s.threat, "x1": s.threat, "y0": 0, "y1": 1, "line": now})
    figure = go.Figure(
        traces,
        layout(
            title,
            xaxis={"title": {"text": word("explore", "section_x")}, "range": [0, 1]},
            yaxis={"title": {"text": word("explore", "section_y")}, "range": [0, 1.02]},
            shapes=lines,
            annotations=notes,
            showlegend=True,
            legend={"orientation": "h", "y": -0.22, "x": 0},
        ),
    )
    figure.update_layout(margin_b=100, height=420)
    alt = word("explore", "section_alt", threat=s.threat, weak=here[0], now=here[1], strong=here[2])
    return Explored(figure, f"{title}. {alt}")
