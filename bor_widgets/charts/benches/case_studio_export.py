"""A reader's coding of a case as a text in Markdown: what is coded, what is theirs, and why."""

from __future__ import annotations

import re

from bor_widgets.charts.benches.case_studio_coding import (
    TEXT,
    case_of,
    coded_names,
    committed,
    held_back,
    situation_of,
)
from bor_widgets.charts.benches.case_studio_tensions import alert
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.words import value_label, word
from bor_widgets.sources import tensions
from bor_widgets.theory import Calibration, compare

#: signs that a reader of Markdown would take for a command
_COMMANDS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")

NOTES = ("note_tie", "note_power", "note_soft", "note_venue", "judgement")


def plain_markdown(text: str) -> str:
    """Return text that Markdown shows as it was written, and never as HTML."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _COMMANDS.sub(r"\\\1", safe)


def markdown(values: Values, calibration: Calibration) -> str:
    """Write the coding of the case at hand.

    Before a prediction nothing of the deed is written: the file must not tell what the
    page holds back.
    """
    words, case = TEXT.words["export"], case_of(values)
    title = words["own"] if case is None else f"{case.title} ({case.id})"
    parts = [f"# {words['heading'].format(title=title)}", _prediction(values)]
    parts += _section(words["coded"], _coded(values))
    parts += _section(words["yours"], _yours(values))
    s = situation_of(values)
    ledger = compare(s, calibration=calibration)
    parts += _section(
        words["readings"],
        [
            f"{one.title}: {one.headline} ({', '.join(dict.fromkeys(r.rule for r in one.reasons))})"
            for one in ledger.verdicts
        ],
    )
    parts.append(f"## {words['notes']}")
    for name in NOTES:
        written = values[name].strip()
        parts.append(f"**{TEXT.parameters[name].label}**")
        lines = [plain_markdown(line) for line in written.split("\n")] if written else []
        parts.append("\n".join(f"> {line}" for line in lines) or f"*{words['none']}*")
    if case is not None and committed(values):
        parts += [f"## {words['was_done']}", case.done, case.reading]
        parts += _section(words["open"], list(case.open))
    found = [f"{name}: {tensions[name].text}" for name in alert(values, s, ledger)]
    parts += _section(words["tensions"], found)
    parts.append(f"*{words['foot']}*")
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "\n".join(f"- {line}" for line in lines)] if lines else []


def _prediction(values: Values) -> str:
    words = TEXT.words["export"]
    if case_of(values) is None:
        return ""
    if not committed(values):
        return str(words["no_prediction"])
    parameter = TEXT.parameters["expected"]
    return str(words["prediction"]).format(theory=value_label(parameter, values["expected"]))


def _coded(values: Values) -> list[str]:
    words, case = TEXT.words["export"], case_of(values)
    lines = []
    for name, coding in case.coding.items() if case is not None else ():
        if name not in TEXT.judged:
            continue
        parameter = TEXT.parameters[name]
        if name in held_back(values):
            lines.append(f"{parameter.label}: {TEXT.word('lock', 'held')}")
            continue
        told = words["basis" if name in coded_names(values) else "unlocked"].format(
            value=plain_markdown(value_label(parameter, _value(values, name))),
            coded=value_label(parameter, coding.value),
            basis=word("case", coding.basis),
            places=", ".join(map(str, coding.places)),
        )
        lines.append(f"{parameter.label}: {told}")
    return lines


def _yours(values: Values) -> list[str]:
    words, case = TEXT.words["export"], case_of(values)
    known = set(case.coding) if case is not None else set()
    lines = []
    for name in TEXT.parameters:
        if name not in TEXT.judged or name in known:
            continue
        parameter = TEXT.parameters[name]
        told = plain_markdown(value_label(parameter, values[name]))
        left = f" ({words['neutral']})" if values[name] == parameter.neutral else ""
        lines.append(f"{parameter.label}: {told}{left}")
    return lines


def _value(values: Values, name: str) -> object:
    return getattr(situation_of(values), name)
