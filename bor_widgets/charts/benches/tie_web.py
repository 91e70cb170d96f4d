"""Tie web (L07): a tie between two rivals, one label, and no need to take sides.

Rules R53-R60, R67, R70-R92, R127, R150; tensions E10, E21, E30, E82, E84, E85, E87, E89.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.tie_web_drawings import (
    finding_key,
    picture,
    standing,
)
from bor_widgets.charts.benches.tie_web_lasting import lasting_view
from bor_widgets.charts.benches.tie_web_partners import partners_view
from bor_widgets.charts.benches.tie_web_states import (
    NEIGHBOURS,
    OTHERS,
    OWN,
    TEXT,
    TIES,
    Seen,
    seen,
)
from bor_widgets.charts.benches.tie_web_tests import (
    JUDGED,
    next_answer,
    tests_view,
    treatment_of,
)
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.theory.lens_expectations import LENSES
from bor_widgets.theory.multilateral_frame import tie_is
from bor_widgets.theory.third_party import others_tie_reason
from bor_widgets.theory.web_reasons import compliance_claims, frame_reasons, web_reasons

KINDS = ("network", "gauges", "cells", "curves")

__all__ = ["KINDS", "TEXT", "pick", "view"]

#: what stands out -> its headline, its tone, and the rule that is told first
SHOWN = {
    "label": ("label", "alarm", "R73"),
    "grown_ties": ("grown_ties", "good", "R81"),
    "grown_power": ("grown_power", "alarm", "R81"),
    "comply": ("comply", "good", "R78"),
    "comply_resolved": ("comply", "good", "R78"),
    "comply_forced": ("comply_forced", "open", "R78"),
    "resolved": ("resolved", "good", "R79"),
    "undecided": ("undecided", "open", "R79"),
    "forced": ("forced", "warn", "R79"),
    "loose": ("loose", "caution", "R79"),
    "quiet_power": ("quiet_power", "calm", "R81"),
}


def view(values: Values) -> View:
    """Draw the bench: the view that is looked at.

    Parameters
    ----------
    values
        A full set of checked values, see ``tie_web.toml``.
    """
    match values["look"]:
        case "tests":
            return tests_view(values)
        case "partners":
            return partners_view(values)
        case "lasting":
            return lasting_view(values)
    now = seen(values)
    return View(_finding(values, now), (picture(values, now), standing(now)))


def pick(values: Values, what: str, key: str) -> Mapping[str, Any]:
    """Open the two states of a tie in the console, call a state a revisionist, or judge."""
    if what == "quality" and key in JUDGED:
        return {"set": {key: next_answer(values, key)}}
    if what == "node" and key in OTHERS:
        label = "nobody" if values["revisionist"] == key else key
        return {"set": {"revisionist": label}}
    pair = tuple(key.split("--"))
    if what != "tie" or pair not in TIES:
        return {}
    tie = seen(values).web.tie(*pair)
    # nothing is judged to threaten the tie before the reader says so
    return {"situation": {"relationship": max(tie, 0.0), "threat": 0.0}}


def _finding(values: Values, now: Seen) -> Finding:
    headline, tone, first = SHOWN[finding_key(values, now)]
    claims = sorted(_claims(values, now), key=lambda claim: claim.rule != first)
    return Finding(
        headline=TEXT.word("headline", headline),
        kicker=TEXT.word("kicker", now.lens),
        summary=TEXT.word("summary", tie_is(now.lens)),
        tone=tone,
        reasons=tuple(claim for claim in claims if isinstance(claim, Reason)),
        open=tuple(claim for claim in claims if isinstance(claim, OpenQuestion)),
        notes=_notes(values, now),
        tensions=_tensions(values, now),
    )


def _claims(values: Values, now: Seen) -> tuple[Reason | OpenQuestion, ...]:
    """Return what is behind the verdict."""
    web = now.web
    forced = [name in web.must_choose for name in NEIGHBOURS]
    border = [web.tie(OWN, name) for name in NEIGHBOURS]
    quiet = now.lens == LENSES[1] and not now.grown
    return (
        *now.reading.reasons,
        *((OpenQuestion("R79"),) if now.reading.resolved == 0 else ()),
        *((others_tie_reason(0.0, 0.0, now.lens),) if quiet else ()),
        *compliance_claims(border, forced, values["request"]),
    )


def _notes(values: Values, now: Seen) -> tuple[Reason, ...]:
    """Return what else the rules say of this web."""
    web = now.web
    mine = [web.tie(OWN, other) for other in OTHERS]
    others = [web.tie(*pair) for pair in TIES if OWN not in pair]
    return (
        *web_reasons(mine, others, values["pressure"], values["stable"]),
        *frame_reasons(now.lens, web.frame, treatment_of(now)),
    )


def _tensions(values: Values, now: Seen) -> tuple[str, ...]:
    met = []
    if now.web.revisionists:
        met.append("E82")
    if now.lens == LENSES[1]:
        met.append("E85")
    if now.web.frame == "multilateral":
        met.append("E10")
        met.append("E30" if values["all_follow"] else "E87")
    else:
        met.append("E89")
    if values["exclusive_privileges"]:
        met.append("E84")
    return tuple(met)
