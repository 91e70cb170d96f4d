"""What stands around the dial: restraint by area, the course of the tie, two questions."""

from __future__ import annotations

from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.drawings.bars import Bar, bars
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.theory import Response
from bor_widgets.theory.aims import after_breakup, aim_for_tie

TEXT = bench_text("threat_dial")

#: moments on the axis of time: before, the breach, after (ours: the paper has no clock)
BEFORE, BREACH, AFTER = 0.0, 1.0, 2.0

#: grade -> what principle answers it as introduced, and by which rule
_ANSWERS = {
    "potential": ("compromise", "R01"),
    "indirect": ("mix", "R03"),
    "direct": ("breakup", "R02"),
}


def restraint_of(response: Response) -> Drawing:
    """Return the change of one's own restraint in every area."""
    if not response.restraint:
        # a mix over one area cannot be drawn: it asks for a second one
        return bars(
            "restraint",
            TEXT.word("bars", "title_asks"),
            [Bar("?", 0.0, TEXT.word("bars", "same"))],
            alt=[ask.text for ask in response.asks],
        )
    more = ", ".join(area for area, value in response.restraint.items() if value > 0)
    less = ", ".join(area for area, value in response.restraint.items() if value < 0)
    title = TEXT.word("bars", f"title_{response.action}", more=more, less=less)
    shown = [
        Bar(area, value, _label(response, value)) for area, value in response.restraint.items()
    ]
    return bars("restraint", title, shown)


def _label(response: Response, value: float) -> str:
    if value == 0:
        return TEXT.word("bars", "same")
    if value > 0:
        return TEXT.word("bars", "more")
    return TEXT.word("bars", "revoked" if response.action == "breakup" else "less")


def path_of(values: Values, response: Response) -> Drawing:
    """Return the course of the tie: what is done solid, what is aimed at dashed."""
    before, floor, swing = values["relationship"], values["floor"], values["swing"]
    action = response.action
    lines = [Curve(TEXT.word("path", "before"), [BEFORE, BREACH], [before, before], "calm")]
    aim = aim_for_tie(action, before, min(floor, before))

    def aimed(key: str, start: float, end: float, tone: str) -> Curve:
        return Curve(TEXT.word("path", key), [BREACH, AFTER], [start, end], tone, aim=True)

    match action:
        case "compromise":
            lines.append(aimed("aim_level", before, float(aim.level or 0.0), "good"))
        case "breakup":
            fall = Curve(
                TEXT.word("path", "after"),
                [BREACH, BREACH],
                [before, aim.lowest],
                "alarm",
            )
            risen = after_breakup(max(before - aim.lowest, swing), aim.lowest)
            lines += [fall, aimed("aim_up", aim.lowest, risen, "good")]
        case "mix":
            lines.append(aimed("aim_better", before, min(1.0, before + swing), "good"))
            lines.append(aimed("aim_worse", before, max(0.0, before - swing), "warn"))
        case _:
            lines.append(
                Curve(TEXT.word("path", "kept"), [BREACH, AFTER], [before, before], "calm")
            )
    return curves(
        "path",
        TEXT.word("path", f"title_{action}"),
        Axis(
            TEXT.word("path", "x"),
            BEFORE,
            AFTER,
            scale=TEXT.word("path", "x_scale"),
            ticks=(BREACH,),
        ),
        Axis(TEXT.word("path", "y"), 0.0, 1.0, scale=TEXT.word("path", "scale")),
        lines=lines,
        at=BREACH,
        at_label=TEXT.word("path", "here"),
    )


def grid_of(response: Response) -> Drawing:
    """Return the two questions behind the three labels; one label alone answers both (E02)."""
    grade = response.judgement.grade

    def cell(key: str) -> Cell:
        action, rule = _ANSWERS[key]
        return Cell(TEXT.word("stop", action), tone=key, chosen=grade == key, source=rule)

    silent = Cell(TEXT.word("grid", "silent"), open=True, source="E02")
    nothing = Cell(TEXT.word("grid", "nothing"), tone="none", chosen=grade == "none", source="E01")
    return cells(
        "grid",
        TEXT.word("grid", "title"),
        [TEXT.word("grid", key) for key in ("no_route", "indirect", "direct")],
        [
            CellRow(TEXT.word("grid", "potential"), [cell("potential"), silent, silent]),
            CellRow(TEXT.word("grid", "actual"), [nothing, cell("indirect"), cell("direct")]),
        ],
        corner=TEXT.word("grid", "corner"),
        alt=[TEXT.word("grid", "note")],
    )
