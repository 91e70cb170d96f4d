"""A case as the picker shows it: what is coded before the prediction, the answer after."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bor_widgets.cases import Case
from bor_widgets.charts.words import place_label, source_note, tension_note, value_label, word
from bor_widgets.situation import parameters
from bor_widgets.sources import papers
from bor_widgets.theory import phrase

#: inputs that describe what was done, or from which it follows at once: they would give
#: the answer away
TELLING_GROUPS = frozenset({"definition"})
TELLING = frozenset({"grade"})


def case_rows(cases: Mapping[str, Case]) -> list[dict[str, Any]]:
    """Return one row per case for the picker."""
    return [
        {
            "slug": case.slug,
            "id": case.id,
            "title": case.title,
            "years": case.years,
            "papers": list(case.papers),
            "depth": case.depth,
            "theirs": case.theirs,
        }
        for case in cases.values()
    ]


def telling_inputs(case: Case) -> tuple[str, ...]:
    """Coded inputs that say what was done, and are held back until a prediction is made."""
    declared = parameters()
    return tuple(
        name for name in case.coding if name in TELLING or declared[name].group in TELLING_GROUPS
    )


def lock_reason(case: Case, name: str) -> str:
    """Say in a few words why an input is locked: on what its value rests, and where."""
    coding = case.coding[name]
    basis = _said(case, coding.basis)
    if not coding.places:
        return basis
    cited = ", ".join(str(place) for place in coding.places)
    return word("case", "locked", basis=basis, places=cited)


def _said(case: Case, name: str) -> str:
    """Return words about a case; an instructor's case has other words where it speaks itself."""
    return word("case", f"own_{name}" if case.theirs else name)


def case_page(case: Case, unlocked: Collection[str], *, committed: bool) -> dict[str, Any]:
    """Return what may be seen of a case; what was done is not in it."""
    declared = parameters()
    hidden = () if committed else telling_inputs(case)
    held_back = [word("case", "held_back", count=len(hidden))] if hidden else []
    coded = [
        {
            "name": name,
            "label": declared[name].label,
            "value_label": value_label(declared[name], coding.value),
            "basis": coding.basis,
            "places": [place_label(place) for place in coding.places],
            # the reason often tells the deed: it comes with the answer
            "why": coding.why if committed else "",
            "locked": name not in unlocked,
        }
        for name, coding in case.coding.items()
        if name not in hidden
    ]
    return {
        "title": case.title,
        "years": case.years,
        "papers": [papers[code].short for code in case.papers],
        "theirs": case.theirs,
        "setting": case.setting,
        "coded": coded,
        "open": list(case.open) if not hidden else held_back,
    }


def case_reveal(case: Case) -> dict[str, Any]:
    """Return what was done, as the paper or the author says, and how it is explained."""
    observed = _said(case, "not_observed")
    if case.observed is not None:
        observed = word(
            "case",
            "observed",
            action=phrase("action", case.observed.action),
            basis=_said(case, case.observed.basis),
            why=case.observed.why,
        )
    return {
        "done": case.done,
        "reading": case.reading,
        "observed": observed,
        "explained_by": [source_note(rule) for rule in case.explained_by],
        "tensions": [tension_note(tension) for tension in case.tensions],
    }
