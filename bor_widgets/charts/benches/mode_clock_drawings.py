"""The drawings of the mode clock: the clock itself, double standards, and the two systems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, Column, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.balance_of_power import options_facing_a_riser
from bor_widgets.theory.commitment import Pace, Round, commitment_path
from bor_widgets.theory.double_standard import (
    after_compromise,
    answer_to_deviance,
    double_standard_index,
    enforcement_consistency,
    latitude,
    single_value_promotion,
)
from bor_widgets.theory.evidence import inconsistency_means
from bor_widgets.theory.holding_back import restraint_is_rational
from bor_widgets.theory.lens_expectations import LENSES
from bor_widgets.theory.mode_table import Outlook, mode_table
from bor_widgets.theory.motifs import goal_order
from bor_widgets.theory.systems import targets
from bor_widgets.theory.ties_despite import after_differences

TEXT = bench_text("mode_clock")

MODE_TONE = {"balance of relationships": "good", "balance of power": "caution"}

#: rule behind each cell of the table, by row and column
CELL_RULE = {(True, True): "R130", (True, False): "R131", (False, True): "R130"}


@dataclass(frozen=True, slots=True)
class Course:
    """How far the clock has run, and what it shows by then."""

    path: tuple[Round, ...]
    state: str
    back: int


@lru_cache(maxsize=64)
def _path(determination: float, rounds: int, tie: float, pace: Pace) -> tuple[Round, ...]:
    return commitment_path(determination, rounds, tie=tie, pace=pace)


def course(values: Values) -> Course:
    """Follow the commitment up to the present round, and no further."""
    pace = Pace(
        strain=values["strain"],
        relief=values["relief"],
        tiring=values["tiring"],
        renewal=values["renewal"],
    )
    longest = int(TEXT.parameters["round"].high)
    whole = _path(values["determination"], longest, values["tie"], pace)
    path = whole[: round(values["round"]) + 1]
    began = [now.number for now in path if now.retrieving]
    if values["determination"] == 0.0:
        return Course(path, "none", 0)
    if not began:
        # at the end of the clock nobody can turn it further
        return Course(path, "end" if path[-1].number == longest else "high", 0)
    again = any(not now.retrieving for now in path[began[0] :])
    return Course(path, "again" if again else "once", began[0])


def clock(values: Values, run: Course) -> Drawing:
    """Draw commitment, fatigue and ties up to the present round."""
    xs = [now.number for now in run.path]
    lines = [
        Curve(TEXT.word("clock", name), xs, [getattr(now, field) for now in run.path], tone)
        for name, field, tone in (
            ("commitment", "commitment", "alarm"),
            ("fatigue", "fatigue", "caution"),
            ("tie", "tie", "good"),
        )
    ]
    last = run.path[-1].number
    title = "start" if run.state == "high" and last == 0 else run.state
    title = "high" if title == "end" else title
    return curves(
        "clock",
        TEXT.word("clock", f"title_{title}", round=last, back=run.back),
        Axis(TEXT.word("clock", "x"), 0.0, TEXT.parameters["round"].high),
        Axis(
            TEXT.word("clock", "y"), 0.0, 1.0,
            TEXT.word("clock", "low"), TEXT.word("clock", "high"), TEXT.word("scale"),
        ),
        lines=lines,
        at=float(last),
        at_label=TEXT.word("clock", "here", round=last),
        moves="round",
        step=1.0,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mix:
    """The partners, and how differently they are treated."""

    partners: dict[str, int]
    number: int
    table: dict[str, float]
    index: float
    one_kind: float
    state: str


def mix_of(values: Values) -> Mix:
    """Count the partners and measure how differently they are treated."""
    each: int = values["each"]
    partners: dict[str, int] = dict.fromkeys(values["partners"], each)
    table = {kind: values[f"room_{kind}"] for kind in TEXT.parameters["partners"].options}
    number = sum(partners.values())
    index = double_standard_index(partners, table, values["history"])
    # what would be left if all these partners were of one kind
    one_kind = double_standard_index({"complying": number}, table, values["history"])
    state = "few" if number < 2 else "mixed" if index > one_kind else "alike"
    return Mix(partners, number, table, index, one_kind, state)


def double_standard(values: Values, mix: Mix) -> Drawing:
    """Draw the index, the room for each kind of partner, and what compromise could bring."""
    word = TEXT.words["double"]
    amount = word["none" if mix.index == 0 else "above" if mix.index > mix.one_kind else "floor"]
    entries = [
        Gauge(
            word["index"], mix.index, amount, tone="warn",
            mark=mix.one_kind if mix.state == "mixed" else None,
            mark_label=word["one_kind"] if mix.state == "mixed" else "",
        )
    ]  # fmt: skip
    for kind in mix.partners:
        answer = answer_to_deviance(kind).replace(" ", "_")
        entries.append(
            Gauge(word[f"room_{kind}"], latitude(kind, mix.table), word[f"answer_{answer}"])
        )
    for kind in ("complying", "revisionist"):
        if values["compromise"] > 0 and kind in mix.partners:
            gain, level = after_compromise(kind, 0.0, values["compromise"])
            entries.append(Gauge(word[gain], level, word["gain"], tone="good"))
    if values["interactions"]:
        share = enforcement_consistency(values["interactions"])
        entries.append(Gauge(word["enforced"], share, word["enforced_text"], tone="caution"))
    if mix.number > 1:
        share = single_value_promotion(mix.number)
        entries.append(Gauge(word["promoted"], share, word["promoted_text"], tone="caution"))
    title = word["title_nobody" if mix.number == 0 else f"title_{mix.state}"]
    return gauges("double", title, entries, scale=TEXT.word("scale"))


def mode_of(values: Values, found: Outlook) -> str:
    """Name what the table shows now, as the words of this bench do."""
    if len(found.systems) > 1:
        return "failed"
    if values["will"] is True:
        return "will"
    system = found.systems[0]
    if system == "balance of relationships":
        # only where balancing fails does the paper itself call the tie the solution
        return "ties" if values["works"] is False else "step"
    if system == "balance of power":
        return "power"
    return "blank" if found.open else "open"


def modes(values: Values, found: Outlook) -> Drawing:
    """Draw the table of systems with its blank cell; each cell can be pressed."""
    word = TEXT.words["modes"]
    table = {(cell.reciprocity, cell.power_balancing_works): cell for cell in mode_table()}
    rows = []
    for sight, label in ((True, "sight"), (False, "sight_not")):
        row = []
        for works in (True, False):
            cell = table[sight, works]
            row.append(
                Cell(
                    word["silent"] if cell.blank else TEXT.words["mode"][cell.mode],
                    tone="open" if cell.blank else MODE_TONE[cell.mode],
                    open=cell.blank,
                    chosen=values["reciprocity"] is sight and values["works"] is works,
                    source="E21" if cell.blank else CELL_RULE[sight, works],
                    key=f"{'yes' if sight else 'no'}-{'yes' if works else 'no'}",
                )
            )
        rows.append(CellRow(word[label], row))
    title = word[f"title_{mode_of(values, found)}"]
    return cells(
        "modes", title, [word["works"], word["works_not"]], rows,
        corner=word["corner"], here=word["here"],
    )  # fmt: skip


def two_systems(found: Outlook) -> Drawing:
    """Draw the two systems side by side, and mark the one that takes place."""
    word = TEXT.words["systems"]
    note = word["perhaps"] if len(found.systems) > 1 else word["now"]
    columns = [
        Column(TEXT.words["mode"][system], note if system in found.systems else "")
        for system in LENSES
    ]

    def row(label: str, rule: str, told: list[str]) -> CellRow:
        made = [
            Cell(text, tone=MODE_TONE[system], glyph="·", source=rule)
            for text, system in zip(told, LENSES, strict=True)
        ]
        return CellRow(word[label], made)

    options = " or ".join(options_facing_a_riser(weaker_or_equal=True))
    aimed = [targets(system, ("other",)) for system in LENSES]
    rows = [
        row("goal", "R141", [goal_order(system)[0] for system in LENSES]),
        row("target", "R136", [word["named" if aim else "nobody"] for aim in aimed]),
        CellRow(
            word["riser"],
            [
                Cell(
                    options if after_differences({}, LENSES[0]).options else word["neither"],
                    tone=MODE_TONE[LENSES[0]], glyph="·", source="R69",
                ),
                Cell(options, tone=MODE_TONE[LENSES[1]], glyph="·", source="R135"),
            ],
        ),
        row("uneven", "R61", [word[inconsistency_means(system)] for system in LENSES]),
        row("restraint", "R142", [_rational(system) for system in LENSES]),
    ]  # fmt: skip
    return cells("systems", word["title"], columns, rows, corner=word["corner"])


def _rational(system: str) -> str:
    return TEXT.word("systems", "rational") if restraint_is_rational(system) else ""
