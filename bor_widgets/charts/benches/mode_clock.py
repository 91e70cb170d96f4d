"""Mode clock (L08): commitment that bends back, double standards, and two systems in turn.

Rules R48-R62, R126, R130-R153; tensions E08, E21, E23, E34, E35.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.mode_clock_drawings import (
    TEXT,
    Course,
    Mix,
    clock,
    course,
    double_standard,
    mix_of,
    mode_of,
    modes,
    two_systems,
)
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.theory import Reason
from bor_widgets.theory.commitment import path_reasons
from bor_widgets.theory.double_standard import index_reasons
from bor_widgets.theory.mode_table import Outlook, outlook
from bor_widgets.theory.system_reasons import (
    culture_reasons,
    evidence_reasons,
    failure_reasons,
    motif_reasons,
    policy_reasons,
    return_reasons,
    security_reasons,
)
from bor_widgets.theory.systems import Mode
from bor_widgets.theory.value_reasons import (
    compromise_reasons,
    course_reasons,
    inconsistency_reasons,
    reach_reasons,
)

KINDS = ("cells", "curves", "gauges")

__all__ = ["KINDS", "TEXT", "pick", "view"]

CLOCK_TONES = {"none": "calm", "high": "caution", "end": "caution", "once": "warn", "again": "warn"}
MIX_TONES = {"few": "calm", "alike": "caution", "mixed": "warn"}
MODE_TONES = {
    "open": "open",
    "failed": "caution",
    "will": "good",
    "ties": "good",
    "step": "good",
    "power": "caution",
    "blank": "open",
}

#: what a state may do towards a second partner
SECOND: Mapping[str, Mode] = {"ties": "balance of relationships", "power": "balance of power"}


def view(values: Values) -> View:
    """Draw the bench: the view that is looked at, with the drawing next to it.

    Parameters
    ----------
    values
        A full set of checked values, see ``mode_clock.toml``.
    """
    match values["look"]:
        case "partners":
            mix = mix_of(values)
            return View(_mix_finding(values, mix), (double_standard(values, mix), _clock(values)))
        case "systems":
            found = outlook(
                values["reciprocity"],
                values["works"],
                ties_failed=values["ties_failed"],
                will=values["will"],
            )
            return View(_mode_finding(values, found), (modes(values, found), two_systems(found)))
    run = course(values)
    return View(
        _clock_finding(values, run), (clock(values, run), double_standard(values, mix_of(values)))
    )


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Take a cell of the table of systems as an answer to its two questions."""
    if what != "modes":
        return {}
    sight, _, works = key.partition("-")
    return {"set": {"reciprocity": sight == "yes", "works": works == "yes"}}


def _clock(values: Values) -> Any:
    return clock(values, course(values))


def _clock_finding(values: Values, run: Course) -> Finding:
    reasons = (*path_reasons(run.path), *course_reasons(run.path, values["appearance"]))
    bent = run.state in ("once", "again")
    return Finding(
        headline=TEXT.word("clock", f"headline_{run.state}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("clock", f"summary_{run.state}"),
        tone=CLOCK_TONES[run.state],
        reasons=reasons,
        tensions=("E08",) if bent else (),
    )


def _mix_finding(values: Values, mix: Mix) -> Finding:
    reasons = (
        *index_reasons(mix.partners),
        *compromise_reasons(values["partners"], values["compromise"]),
        *reach_reasons(mix.number, values["interactions"]),
        *inconsistency_reasons(mix.index),
    )
    warmed = values["compromise"] > 0 and "revisionist" in values["partners"]
    return Finding(
        headline=TEXT.word("double", f"headline_{mix.state}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("double", f"summary_{mix.state}"),
        tone=MIX_TONES[mix.state],
        reasons=reasons,
        tensions=("E23",) if warmed else (),
    )


def _mode_finding(values: Values, found: Outlook) -> Finding:
    state = mode_of(values, found)
    here: Mode = "undetermined" if len(found.systems) > 1 else found.systems[0]  # type: ignore[assignment]
    second = SECOND.get(values["second"])
    return Finding(
        headline=TEXT.word("modes", f"headline_{state}"),
        kicker=TEXT.word("kicker", values["look"]),
        summary=TEXT.word("modes", f"summary_{state}"),
        tone=MODE_TONES[state],
        reasons=(
            *found.reasons,
            *(policy_reasons({"here": here, "there": second}) if second else ()),
        ),
        open=found.open,
        notes=_notes(values),
        tensions=_mode_tensions(values, state),
    )


def _notes(values: Values) -> tuple[Reason, ...]:
    return (
        *failure_reasons(values["ties_failed"], values["works"]),
        *security_reasons(
            values["needs"],
            values["security"],
            survival_feared=values["survival"],
            violence_feared=values["violence"],
        ),
        *return_reasons(
            values["rests_on"],
            values["guides"],
            crisis=values["crisis"],
            acknowledged=values["acknowledged"],
        ),
        *culture_reasons(values["supports"], values["far"], values["integrity"], values["works"]),
        *evidence_reasons(values["explains"], values["compromises"], values["confrontations"]),
        *motif_reasons(values["puts_first"], values["restores"], values["follows_power"]),
    )


def _mode_tensions(values: Values, state: str) -> tuple[str, ...]:
    met = []
    if state in ("power", "blank", "failed"):
        met.append("E21")
    if values["compromises"] and values["confrontations"]:
        met.append("E08")
    if values["puts_first"] is not None:
        met.append("E35")
    return tuple(met)
