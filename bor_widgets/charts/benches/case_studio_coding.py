"""What is coded in the case at hand, what is held back, and what is the reader's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.cases import Case, cases
from bor_widgets.charts.benches.hooks import Lock
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.case_page import lock_reason, telling_inputs
from bor_widgets.situation import Situation
from bor_widgets.sources import rules
from bor_widgets.theory.regional_pickers import Country

TEXT = bench_text("case_studio")

#: a case that no paper tells
OWN = "own"

#: the theories in the order of the ledger, each with the group of inputs that it reads
GROUPS = {
    "balance_of_relationships": "tie",
    "balance_of_power": "power",
    "soft_balancing": "soft",
    "venue": "venue",
}
#: inputs of another group that a theory reads too
ALSO_READ = {"soft_balancing": ("threat", "capability", "allies")}

#: whose theory stands in which paper; balance of power is what all three argue with
THEORY_OF = {"P0": "balance_of_relationships", "P1": "venue", "P2": "soft_balancing"}

#: what belongs to a case and begins anew with another one
OF_A_CASE = (
    *(name for name in TEXT.parameters if name in TEXT.judged or name.startswith("note_")),
    "military_ties",
    "judgement",
    "expected",
    "unlocked",
)

IRAQ = ("iraq-2003-two-lenses", "iraq-2003-united-states", "iraq-2003-second-tier-powers")
#: whose act a case of Iraq is about, where it begins
FIRST_ACTOR = {"iraq-2003-second-tier-powers": "France"}
COUNTRIES: Mapping[str, Country] = {
    "philippines-2016-south-china-sea": "Philippines",
    "vietnam-china": "Vietnam",
    "turkey-european-union-nato": "Turkey",
}


def case_of(values: Values) -> Case | None:
    """Return the record of the case at hand; None for a case of the reader's own."""
    return None if values["case"] == OWN else cases[values["case"]]


def theirs(values: Values) -> bool:
    """Whether the case at hand was added by an instructor, so that no paper speaks of it."""
    case = case_of(values)
    return case is not None and case.theirs


def committed(values: Values) -> bool:
    """Whether the reader has predicted, so that the deed may be told."""
    return values["case"] == OWN or values["expected"] is not None


def held_back(values: Values) -> tuple[str, ...]:
    """Return the coded inputs that would tell the deed, while there is no prediction."""
    case = case_of(values)
    return () if case is None or committed(values) else telling_inputs(case)


def locks(values: Values) -> Mapping[str, Lock] | None:
    """Return the inputs that the case fixes, each with its place; None for an own case."""
    case = case_of(values)
    if case is None:
        return None
    held = held_back(values)
    found = {}
    for name, coding in case.coding.items():
        if name not in TEXT.judged:
            continue
        if name in held:
            neutral = TEXT.parameters[name].neutral
            found[name] = Lock(neutral, TEXT.word("lock", "held"), final=True)
        elif name not in values["unlocked"]:
            found[name] = Lock(coding.value, lock_reason(case, name), coding.basis)
    return found


def toggled(values: Values, name: str) -> dict[str, Any]:
    """Unlock a coded input at its coded value, or lock it again."""
    case = case_of(values)
    if case is None or name not in case.coding or name in held_back(values):
        return {}
    if name not in TEXT.judged:
        return {}
    unlocked = tuple(known for known in values["unlocked"] if known != name)
    if len(unlocked) < len(values["unlocked"]):
        return {"unlocked": unlocked}
    return {"unlocked": (*unlocked, name), name: case.coding[name].value}


def situation_of(values: Values) -> Situation:
    """Return the situation: coded inputs as coded, the rest as the reader judges it."""
    fixed = {name: lock.value for name, lock in (locks(values) or {}).items()}
    return Situation(**{name: fixed.get(name, values[name]) for name in TEXT.judged})


def read_by(theory: str) -> tuple[str, ...]:
    """Return the inputs that a theory reads, in their order."""
    more = ALSO_READ.get(theory, ())
    return tuple(
        name
        for name, parameter in TEXT.parameters.items()
        if name in TEXT.judged and (parameter.group == GROUPS[theory] or name in more)
    )


def coded_names(values: Values) -> tuple[str, ...]:
    """Return the inputs that are fixed by the case now, without those that are held back."""
    return tuple(name for name, lock in (locks(values) or {}).items() if not lock.final)


def claims(values: Values) -> dict[str, tuple[str, ...]]:
    """Return for each theory the rules of its paper that the record names for the case.

    Balance of power is the lens that the papers argue with; none of them claims a case for
    it. Comparisons of ours (X) claim nothing.
    """
    found: dict[str, tuple[str, ...]] = dict.fromkeys(GROUPS, ())
    case = case_of(values)
    for name in case.explained_by if case is not None else ():
        rule = rules[name]
        theory = THEORY_OF[rule.places[0].paper]
        if not name.startswith("X"):
            found[theory] = (*found[theory], name)
    return found


def fresh(case: str) -> dict[str, Any]:
    """Return what belongs to a case as it stands when the case is opened first."""
    begun = {name: TEXT.parameters[name].neutral for name in OF_A_CASE}
    if case in IRAQ:
        begun["actor"] = FIRST_ACTOR.get(case, TEXT.parameters["actor"].neutral)
    return begun
