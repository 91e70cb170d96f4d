"""The approach chooser's shares, the realists' clear view, and the two schools side by side."""

from __future__ import annotations

from dataclasses import replace

from bor_widgets.charts.benches.text import BenchText, Values
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.theory.alliance_bargain import (
    bargain,
    capability_sensitivity,
    pairs_within,
    readability,
    salience,
)
from bor_widgets.theory.bilateral_forms import typical_form
from bor_widgets.theory.collective_security import benefit, federation, standing
from bor_widgets.theory.cost_sharing import shares
from bor_widgets.theory.liberal_cooperation import cooperation, reach_alone, stability

#: states that get a row of their own; the others bear the same part each and share one row
OWN_ROWS = 4

#: form of a century -> its words
FORMS = {"blocs": "blocs", "coalition of the willing": "coalition", "not said": "not_said"}

#: from which part on a whole percent is worth writing
ONE_PERCENT = 0.01


def clear_drawing(text: BenchText, values: Values) -> Drawing:
    """Draw how the realists' view of the others blurs with their number (Q11)."""

    def said(key: str, **more: object) -> str:
        return text.word("clear", key, **more)

    parties, most = values["parties"], int(text.parameters["parties"].high)
    counts = list(range(2, most + 1))
    key = "alone" if parties < 2 else "pair" if parties == 2 else "group"
    here = "here_pair" if parties == 2 else "here"
    return curves(
        "clear",
        said(f"title_{key}", parties=parties),
        Axis(said("x"), 1, most, scale=said("states"), ticks=(1, 2, 5, 10, 15, 20, 25, 30)),
        Axis(said("y"), 0.0, 1.0, said("blurred"), said("clear"), text.word("scale")),
        lines=[
            Curve(
                said("line"), counts, [readability(count) for count in counts], "warn",
                note=said("line_note"),
            )
        ],
        at=parties,
        at_label=said(here, parties=parties, pairs=pairs_within(parties)) if parties > 1 else "",
        moves="parties",
        step=1,
    )  # fmt: skip


def shares_drawing(text: BenchText, values: Values) -> Drawing:
    """Draw who bears which part of an action, as a table of shares (Q05)."""

    def said(key: str, **more: object) -> str:
        return text.word("shares", key, **more)

    issues = text.words["shares"]["issues"]
    parts = shares(values["parties"], len(issues), values["geographic"], values["functional"])
    # equal rows are told once, so that thirty states still fit on a screen
    shown = parts if len(parts) <= OWN_ROWS else parts[:2]
    rows = []
    for index, row in enumerate(shown):
        label = said("actor") if index == 0 else said("state", number=index + 1)
        if index and len(shown) < len(parts):
            label = said("each", count=len(parts) - 1)
        found = [_share(text, part) for part in row]
        if index == 0:
            # one rule stands behind the whole table
            found[0] = replace(found[0], source="Q05")
        rows.append(CellRow(label, found))
    others = sum(sum(row) for row in parts[1:])
    return cells(
        "shares",
        said(_shares_title(values, others), part=round(100 * others)),
        issues,
        rows,
        corner=said("corner"),
        alt=(said("alt"),),
    )


def _shares_title(values: Values, others: float) -> str:
    if values["parties"] == 1:
        return "title_alone"
    if others < ONE_PERCENT / 2:
        return "title_issues" if values["functional"] > 0 else "title_none"
    whole = values["geographic"] == 1.0 and values["functional"] == 1.0
    return "title_all" if whole else "title_some"


def _share(text: BenchText, part: float) -> Cell:
    small = 0 < part < ONE_PERCENT
    words = text.word("shares", "cell_small" if small else "cell", percent=round(100 * part))
    tone = "warn" if part >= 0.5 else "caution" if part >= 0.1 else "calm"
    # an own sign would say more than the bar does
    return Cell(words, tone=tone, glyph="●" if part >= 0.1 else "·" if part else "–", value=part)


def schools_drawing(text: BenchText, values: Values) -> Drawing:
    """Draw what realists and liberals answer to the same questions, with our measures."""

    def said(key: str, **more: object) -> str:
        return text.word("schools", key, **more)

    exchange = bargain(values["power_gap"])
    earned = benefit(values["will_be_bound"], values["compliance"])
    need = stability(
        values["multilateralism"], values["danger"], values["vulnerability"],
        values["interdependence"],
    )  # fmt: skip
    body = standing([False] * values["unstopped"], loss=values["loss"])
    peace = federation(values["permanent_treaty"])
    form_key = FORMS[typical_form(values["year"])]
    rows = [
        CellRow(
            said("ties"),
            [
                Cell(
                    said("bargain" if exchange.protection > 0 else "no_bargain"),
                    note=said("bargain_note"), source="Q10", value=exchange.protection,
                ),
                Cell(said("benefit" if earned > 0 else "benefit_none"), source="Q20", value=earned),
            ],
        ),
        CellRow(
            said("drives"),
            [
                Cell(
                    said("alert"), note=said("alert_note"), source="Q14",
                    value=capability_sensitivity(
                        values["territory"], values["domestic_order"], values["status_quo"]
                    ),
                ),
                Cell(
                    said("cooperation"), note=said("cooperation_note"), source="Q15",
                    value=cooperation(values["democracy"], least=values["least_cooperation"]),
                ),
            ],
        ),
        CellRow(
            said("visible"),
            [
                Cell(
                    said("salience"), note=said("salience_note"), source="Q12",
                    value=salience(values["hostility"], least=values["least_salience"]),
                ),
                Cell(
                    said("alone"), note=said("alone_note"), source="Q17",
                    value=reach_alone(values["capability"], most=values["most_alone"]),
                ),
            ],
        ),
        CellRow(
            said("stability_row"),
            [
                _clear(text, values["parties"]),
                Cell(
                    said("stability"), source="Q16", value=need.met,
                    note=said("stability_note", needed=f"{need.needed:.2f}"),
                ),
            ],
        ),
        CellRow(
            said("federation"),
            [
                Cell(
                    said(f"form_{form_key}"), open=form_key == "not_said",
                    note=said("form_note"), source="Q25",
                ),
                Cell(
                    said(f"federation_{peace.replace(' ', '_')}"),
                    tone="good" if peace == "possible" else "calm",
                    open=peace == "open", note=said("federation_note"), source="Q22",
                ),
            ],
        ),
        CellRow(
            said("strain"),
            [
                Cell(said("not_said"), open=True),
                Cell(
                    said(f"standing_{body.reasons[0].key}"),
                    tone="alarm" if body.collapsed else "warn" if body.criticised else "calm",
                    note=said("standing_note"), source="Q21",
                    value=body.path[-1] if body.path else 1.0,
                ),
            ],
        ),
    ]  # fmt: skip
    title = "title_failed" if body.collapsed else "title"
    return cells(
        "schools",
        said("title_equals" if exchange.protection == 0 and not body.collapsed else title),
        [
            Column(said("realists"), said("realists_note")),
            Column(said("liberals"), said("liberals_note")),
        ],
        rows,
        corner=said("corner"),
        wide=True,
    )


def _clear(text: BenchText, parties: int) -> Cell:
    if parties < 2:
        return Cell(text.word("schools", "clear_alone"), source="Q11")
    words, note = text.word("schools", "clear"), text.word("schools", "clear_note")
    return Cell(words, note=note, source="Q11", value=readability(parties))
