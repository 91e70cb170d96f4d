"""How conduct is seen: friendliness, respect, worry, and two styles of soft power.

Rules R29-R31, R33-R35; tension E15.
"""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.perception import (
    seen_friendliness,
    soft_power_kind,
    spontaneous_respect,
    threat_seen_in,
    worry_about_intentions,
)
from bor_widgets.theory.restraint_reasons import (
    image_reasons,
    protest_reasons,
    soft_power_reasons,
)

TEXT = bench_text("two_restraints")

#: a place inside each field of the table: values taken over, standing in the way
FEW, MANY = 0.0, 1.0
FREE, BLOCKED = 0.0, 1.0


def seen_view(values: Values) -> View:
    """Draw how conduct is seen."""
    blocks = threat_seen_in(values["blocking"], values["dislike"]) > 0.0
    state = "some" if blocks else "clear"
    finding = Finding(
        headline=TEXT.word("seen", f"headline_{state}"),
        kicker=TEXT.word("seen", "kicker"),
        summary=TEXT.word("seen", f"summary_{state}"),
        tone="caution" if blocks else "good",
        reasons=(
            *soft_power_reasons(values["blocking"], values["dislike"], values["diffusion"]),
            *image_reasons(
                values["own"],
                values["coercion"],
                values["treatment"],
                values["adaptation"],
                values["advocacy"],
            ),
        ),
        notes=protest_reasons(values["capability"], values["betrayal"], values["far"]),
        tensions=("E15",) if values["own"] > 0.0 else (),
    )
    return View(finding, (_image(values, blocks), _soft_power(values)))


def _image(values: Values, blocks: bool) -> Drawing:
    word = TEXT.words["seen"]
    if blocks:
        title = "title_blocks"
    else:
        title = "title_disliked" if values["dislike"] > 0.0 else "title_clear"
    threat = threat_seen_in(values["blocking"], values["dislike"])
    respect = spontaneous_respect(values["own"], values["coercion"])
    worry = worry_about_intentions(values["adaptation"], values["advocacy"])
    friendly = seen_friendliness(values["treatment"])
    side = "friend" if friendly > 0.0 else "hostile" if friendly < 0.0 else "neither"
    return gauges(
        "image",
        word[title],
        [
            Gauge(word["threat"], threat, amount(threat), tone="warn"),
            Gauge(word["worry"], worry, amount(worry), tone="caution"),
            Gauge(word["respect"], respect, amount(respect), tone="good"),
            Gauge(
                word["friendly"], friendly, word[side], -1.0, 1.0,
                word["hostile"], word["friend"], tone="calm",
            ),
        ],
        scale=TEXT.word("scale"),
    )  # fmt: skip


def _soft_power(values: Values) -> Drawing:
    word = TEXT.words["power"]
    here = soft_power_kind(values["diffusion"], values["blocking"])
    rows = []
    for label, blocking in (("free", FREE), ("blocked", BLOCKED)):
        kinds = [soft_power_kind(diffusion, blocking) for diffusion in (FEW, MANY)]
        row = [
            Cell(
                word[f"cell_{kind}"],
                "calm" if kind == "neither" else "good",
                chosen=kind == here,
                source="R35" if kind in ("synchronising", "both") else "R34",
            )
            for kind in kinds
        ]
        rows.append(CellRow(word[label], row))
    return cells(
        "soft_power",
        word[here],
        [Column(word["few"]), Column(word["many"])],
        rows,
        corner=word["corner"],
        foot=word["foot"],
    )
