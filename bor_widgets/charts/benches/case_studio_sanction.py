"""One sanction, moved between three columns by what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.case_studio_coding import TEXT
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.situation import Situation
from bor_widgets.theory.sanction_readings import SanctionReadings, read_sanction

#: aims that can be pressed: what is set with each
AIMS: Mapping[str, dict[str, Any]] = {
    "mend": {"aim": ("mend",), "repaired": True},
    "delegitimise": {"aim": ("delegitimise",), "lasting": True},
    "both": {"aim": ("mend", "delegitimise"), "repaired": True, "lasting": True},
    "retribution": {"aim": ("retribution",)},
}


def sanction_of(values: Values) -> SanctionReadings:
    """Read the sanction; with no aim ticked, no aim is said."""
    aims = values["aim"]
    said = {name: (name in aims) if aims else None for name in ("mend", *AIMS)}
    s = Situation(
        deliberate=values["lasting"],
        sustained=values["lasting"],
        delegitimising=said["delegitimise"],
        retributive=said["retribution"],
    )
    return read_sanction(s, rectifies_tie=said["mend"], repaired_elsewhere=values["repaired"])


def state_of(readings: SanctionReadings) -> str:
    """Name the outcome: whose sanction it is."""
    if len(readings.labels) > 1:
        return "both"
    if readings.labels:
        return readings.labels[0].replace(" ", "_")
    failed = min(readings.relationships, readings.soft_balancing) < 0
    return "partly" if failed else "open"


def sanction(values: Values, readings: SanctionReadings) -> Drawing:
    """Draw the three columns between which one sanction moves."""
    words, said = TEXT.words["sanction"], TEXT.words["answer"]
    codes = (readings.relationships, readings.soft_balancing)
    punishes = "retribution" in values["aim"]
    verdicts = [_verdict(codes[0]), _verdict(codes[1], punishes)]
    neither = max(codes) < 0
    fits = max(codes) > 0
    third = "is_neither" if neither else "not_neither" if fits else "cannot_yet"
    third = "need_neither" if neither and punishes else third
    verdicts.append((words[third], "warn" if neither else "calm" if fits else "open"))
    definition, names = readings.definition, TEXT.words["criterion"]
    listed = definition.missing or definition.unsaid
    state = "missing" if definition.missing else "unsaid" if definition.unsaid else "met"
    aims = values["aim"]
    aim = ("yes" if "mend" in aims else "no") if aims else "open"
    repair = {True: "yes", False: "no", None: "open"}[values["repaired"]]
    hangs = (
        (words["mends"].format(aim=said[aim], repair=said[repair]), "R07"),
        (words[state].format(names=", ".join(names[name] for name in listed)), "S02"),
        (words["third_why"], "S04"),
    )
    keys, whose = ("mend", "delegitimise", "retribution"), ("R03", "S01", "X01")
    rows = [
        CellRow(
            words["whose"],
            [
                Cell(
                    text,
                    tone,
                    glyph="–" if tone == "calm" else None,
                    chosen=tone in ("good", "warn"),
                    key=key,
                    note=words["hint"],
                    source=rule,
                )
                for (text, tone), rule, key in zip(verdicts, whose, keys, strict=True)
            ],
        ),
        CellRow(
            words["hangs"],
            [
                Cell(text, "calm", glyph="·", source=rule, key=key, note=words["hint"])
                for (text, rule), key in zip(hangs, keys, strict=True)
            ],
        ),
    ]
    heads = [
        TEXT.word("parting", "P0"),
        TEXT.word("theory", "soft_balancing").capitalize(),
        words["third"],
    ]
    outcome = state_of(readings)
    if outcome == "neither" and not punishes:
        outcome = "neither_other"
    return cells(
        "sanction",
        words[f"title_{outcome}"],
        heads,
        rows,
        corner=words["corner"],
        here=words["here"],
    )


def _verdict(code: int, punishes: bool = False) -> tuple[str, str]:
    words = TEXT.words["sanction"]
    # of a sanction that only punishes the paper says no more than "not necessarily" (S04)
    fails = words["need_not" if punishes else "cannot"]
    return {1: (words["can"], "good"), 0: (words["cannot_yet"], "open")}.get(code, (fails, "calm"))


def aims(values: Values) -> Drawing:
    """Draw the same sanction under four aims, with what is set beside it."""
    words = TEXT.words["aims"]
    rows = []
    for name, setting in AIMS.items():
        readings = sanction_of({**values, **setting})
        codes = (readings.relationships, readings.soft_balancing)
        neither = 1 if max(codes) < 0 else -1
        marks = {1: ("yes", "good"), 0: ("open", "open"), -1: ("no", "calm")}
        fails = "need_not" if "retribution" in setting["aim"] else "no"
        told = [marks[codes[0]][0], fails if codes[1] < 0 else marks[codes[1]][0]]
        row = [
            Cell(words[text], marks[code][1], glyph=None if code > 0 else "–", key=name)
            for text, code in zip((*told, marks[neither][0]), (*codes, neither), strict=True)
        ]
        here = all(tuple_of(values[key]) == tuple_of(value) for key, value in setting.items())
        rows.append(CellRow(words[name], row, key=name, chosen=here))
    heads = [
        TEXT.word("parting", "P0"),
        TEXT.word("theory", "soft_balancing").capitalize(),
        TEXT.word("sanction", "third"),
    ]
    return cells("aims", words["title"], heads, rows, corner=words["corner"], here=words["here"])


def tuple_of(value: Any) -> Any:
    """Return lists as tuples, so that both compare alike."""
    return tuple(value) if isinstance(value, list) else value
