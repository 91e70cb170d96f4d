"""The prediction board's claims: what events could count against, and what nothing moves."""

from __future__ import annotations

from bor_widgets.charts.benches.text import BenchText, Values
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.theory.anarchy import incentive_for_ties
from bor_widgets.theory.balance_of_power import options_facing_a_riser
from bor_widgets.theory.claims_at_risk import (
    no_expansion_stands,
    no_sphere_stands,
    seeks_stable_tie,
)
from bor_widgets.theory.lens_expectations import theory_called_for

#: whether a claim stands -> its words and tone
STANDING = {1: ("stands", "good"), 0: ("untested", "open"), -1: ("against", "alarm")}


def claims_drawing(text: BenchText, values: Values) -> Drawing:
    """Draw the paper's claims about conduct, each with what is set about it."""

    def said(key: str) -> str:
        return text.word("claims", key)

    sphere = no_sphere_stands(values["pressure"], values["sphere"])
    security = no_expansion_stands(values["seeks_security"], values["expands"])
    sought = seeks_stable_tie(values["capability"]) > 0
    options = options_facing_a_riser(values["capability"] <= 0.0)
    called = theory_called_for(values["fit"], values["enough"]) == "balance of relationships"
    incentive = incentive_for_ties(
        values["shared_identity"], values["common_rules"], values["accepted_structure"]
    )
    ties = Cell(said("ties_text"), tone="good" if sought else "open", source="R89")
    reason = Cell(
        said("incentive_text"), note=said("incentive_note"), source="R161", value=incentive
    )
    two = Cell(said("options_two" if options else "options_none"), source="R135")
    call = Cell(said("called_yes" if called else "called_no"), open=not called, source="R147")
    rows = [
        CellRow(said("ties"), [ties]),
        CellRow(said("sphere"), [_claim(text, sphere, "R120")]),
        CellRow(said("security"), [_claim(text, security, "R122", said("security_note"))]),
        CellRow(said("options"), [two]),
        CellRow(said("called"), [call]),
        CellRow(said("incentive"), [reason]),
    ]
    against = sphere < 0 or security < 0
    return cells(
        "claims",
        said("title_against" if against else "title_stand"),
        [said("column")],
        rows,
        corner=said("corner"),
        wide=True,
    )


def _claim(text: BenchText, code: int, source: str, note: str = "") -> Cell:
    key, tone = STANDING[code]
    return Cell(text.word("claims", key), tone=tone, note=note, source=source)
