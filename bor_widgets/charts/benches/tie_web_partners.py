"""The view on partners of a tie web: one value, and why no two are treated alike."""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.tie_web_drawings import nodes
from bor_widgets.charts.benches.tie_web_states import (
    OTHERS,
    OWN,
    TEXT,
    counts_of,
    kinds_of,
    listed,
    sentence,
    told,
    web_of,
)
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.charts.drawings.network import Tie, network
from bor_widgets.theory.double_standard import (
    KINDS,
    after_compromise,
    answer_to_deviance,
    double_standard_index,
    enforcement_consistency,
    index_reasons,
    latitude,
    single_value_promotion,
)
from bor_widgets.theory.multilateral_frame import practised_idea
from bor_widgets.theory.revisionists import security_under_zeal
from bor_widgets.theory.system_reasons import motif_reasons
from bor_widgets.theory.value_reasons import compromise_reasons, reach_reasons
from bor_widgets.theory.web_reasons import practice_reasons, zeal_reasons
from bor_widgets.theory.webs import read_web

TONES = {"ally": "good", "complying": "calm", "revisionist": "warn", "defector": "alarm"}

#: where the idea stands that many share, at the end of its scale (ours)
SHARED = 1.0


def partners_view(values: Values) -> View:
    """Draw the view on partners."""
    kinds = kinds_of(values)
    counts = counts_of(kinds)
    present = [kind for kind in KINDS if counts[kind]]
    mixed = "mixed" if len(present) > 1 else "alike"
    zealous = zeal_reasons(values["zeal"], values["wrong_tie"])
    dangerous = bool(zealous) and values["wrong_tie"] is False
    key = "zeal" if dangerous else mixed
    finding = Finding(
        headline=TEXT.word("partners", f"headline_{key}"),
        kicker=TEXT.word("kicker", "balance of relationships"),
        summary=TEXT.word("partners", f"summary_{mixed}"),
        tone="warn" if dangerous else "caution",
        reasons=(
            *(zealous if dangerous else ()),
            *index_reasons(counts),
            *compromise_reasons(present, values["compromise"]),
            *reach_reasons(len(OTHERS), values["interactions"]),
            *(() if dangerous else zealous),
            *practice_reasons(SHARED, values["practice"], values["capability"]),
            *motif_reasons(values["puts_first"], None, None),
        ),
        tensions=("E82",) if values["revisionist"] != "nobody" else (),
    )
    return View(
        finding,
        (_picture(values, kinds, present), _room(values, kinds, present), _gauges(values, counts)),
    )


def _picture(values: Values, kinds: dict[str, str], present: list[str]) -> Drawing:
    web = web_of(values)
    ties = [
        Tie(
            OWN, other, max(web.tie(OWN, other), 0.0), TONES[kind],
            TEXT.word("kind", kind), TEXT.word("detail", "tie"),
        )
        for other, kind in kinds.items()
    ]  # fmt: skip
    named = sentence(listed([TEXT.word("kind", kind) for kind in present]))
    title = TEXT.word("partners", "title" if len(present) > 1 else "title_alike", kinds=named)
    meanings = {TONES[kind]: TEXT.word("partners", f"meaning_{kind}") for kind in KINDS}
    return network("web", title, nodes(values), ties, meanings=meanings)


def _room(values: Values, kinds: dict[str, str], present: list[str]) -> Drawing:
    rows = []
    for kind in present:
        states = [told(state) for state, of in kinds.items() if of == kind]
        gain, _ = after_compromise(kind, 0.0, values["compromise"])
        answer = answer_to_deviance(kind)
        room = latitude(kind)
        rows.append(
            CellRow(
                TEXT.word("kind", kind),
                (
                    Cell(f"{room:.2f}", TONES[kind], value=room, source="R55"),
                    _said(answer, "good", "R54"),
                    _said(gain, "good", "R57" if gain == "warmth" else "R56"),
                ),
                note=sentence(listed(states)),
            )
        )
    both = {"ally", "defector"} <= set(present)
    return cells(
        "room",
        TEXT.word("partners", "room_title" if both else "room_plain"),
        [TEXT.word("partners", head) for head in ("room", "answer", "gain")],
        rows,
        corner=TEXT.word("partners", "corner"),
        foot=TEXT.word("partners", "room_foot"),
    )


def _said(found: str, tone: str, source: str) -> Cell:
    if found == "not said":
        return Cell(TEXT.word("partners", "silent"), open=True)
    return Cell(TEXT.word("partners", found), tone, source=source)


def _gauges(values: Values, counts: dict[str, int]) -> Drawing:
    index = double_standard_index(counts)
    before = read_web(web_of(values)).relational_security
    security, dangerous = security_under_zeal(before, values["zeal"], values["wrong_tie"])
    enforced = enforcement_consistency(values["interactions"])
    single = single_value_promotion(len(OTHERS))
    practised = practised_idea(SHARED, values["practice"])
    if dangerous > 0:
        title = "gauges_zeal"
    elif values["zeal"] > 0 and values["wrong_tie"]:
        title = "gauges_wrong"
    else:
        title = "gauges_mixed" if sum(1 for n in counts.values() if n) > 1 else "gauges_alike"
    return gauges(
        "unequal",
        TEXT.word("partners", title),
        [
            Gauge(TEXT.word("partners", "index"), index, amount(index), tone="warn"),
            Gauge(
                TEXT.word("partners", "security"), security, amount(security),
                mark=before, mark_label=TEXT.word("partners", "before"), tone="good",
            ),
            Gauge(TEXT.word("partners", "consistency"), enforced, amount(enforced)),
            Gauge(TEXT.word("partners", "single"), single, amount(single)),
            Gauge(
                TEXT.word("partners", "practised"), practised, f"{practised:+.2f}",
                low=-1.0, mark=SHARED, mark_label=TEXT.word("partners", "shared"),
            ),
        ],
        scale=TEXT.word("scale"),
    )  # fmt: skip
