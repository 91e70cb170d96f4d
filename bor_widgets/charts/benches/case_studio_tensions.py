"""The tension alert: which contradictions between the papers apply to what is set."""

from __future__ import annotations

from bor_widgets.charts.benches.case_studio_coding import IRAQ, case_of, committed
from bor_widgets.charts.benches.text import Values
from bor_widgets.situation import Situation
from bor_widgets.theory import Ledger


def alert(values: Values, s: Situation, ledger: Ledger) -> tuple[str, ...]:
    """Return the ids of the contradictions that apply to a case now.

    First where the four readings clash, then what the record of the case brings (once a
    prediction is made), then what the inputs touch.
    """
    found = [clash.id for clash in ledger.disagreements]
    case = case_of(values)
    told = committed(values)
    if case is not None and told:
        found += case.tensions
    touched = {
        "E82": bool(s.delegitimising),
        "E83": values["case"] in IRAQ and told,
        "E85": s.worldview == "realist",
        "E87": s.generalised_principles is True,
        "E88": s.diffuse_reciprocity is True,
        "E89": s.parties > 2 and s.generalised_principles is False,
        "E93": s.existential is True,
        "E94": "institutions" in s.instruments,
        "E97": s.capability != 0,
        "E98": s.will_be_bound is False,
        "E101": s.grade == "indirect",
    }
    found += [name for name, holds in touched.items() if holds]
    return tuple(dict.fromkeys(found))
