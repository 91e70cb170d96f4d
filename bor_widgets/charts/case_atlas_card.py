"""The card of one case in the atlas: what it is about, not what was done."""

from __future__ import annotations

from typing import Any

from bor_widgets.cases import Case
from bor_widgets.charts.case_atlas import told_years
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.charts.case_years import when
from bor_widgets.charts.countries import whereabouts
from bor_widgets.charts.words import place_label, source_note, word
from bor_widgets.sources import papers


def atlas_card(case: Case) -> dict[str, Any]:
    """Return what is shown of a chosen case; what was done is not in it."""
    known = whereabouts()
    parties = {party.name: party.role for party in case.party}
    # the record's own headline names may stand for a group of parties
    for name, role in ((case.actor, "actor"), (case.counterpart, "counterpart")):
        if name and role not in parties.values():
            parties[name] = role
    hidden = telling_inputs(case)
    return {
        "slug": case.slug,
        "id": case.id,
        "title": case.title,
        "years": told_years(case),
        "kind": when(case).kind,
        "theirs": case.theirs,
        "parties": [
            {
                "name": name,
                "role": role,
                "note": (known[name].note or known[name].missing) if name in known else "",
            }
            for name, role in parties.items()
        ],
        "setting": case.setting,
        "papers": [papers[code].short for code in case.papers],
        "places": [place_label(place) for place in case.places],
        "rules": [source_note(rule) for rule in case.explained_by],
        "held_back": word("case", "held_back", count=len(hidden)) if hidden else "",
    }
