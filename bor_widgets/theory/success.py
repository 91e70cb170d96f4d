"""Does soft balancing work? Seven conditions, a count, and never a certainty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Leaning, Number, all_of, answer, clip, leaning
from bor_widgets.theory.provenance import computes

#: the seven ideal conditions, in the paper's order (D53)
CONDITIONS = (
    "low_threat",
    "legitimacy",
    "post_conflict",
    "institutions",
    "defence_advantage",
    "interdependence",
    "domestic_support",
)

#: risk of conflict that remains whatever the rivalry and the ambition (ours)
LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Prospects:
    """How many of the seven conditions hold, with no probability attached.

    Attributes
    ----------
    met
        Each condition: True, False, or None where it is open.
    count, open
        How many hold, and how many are open.
    outlook
        ``"less favourable"``, ``"mixed"`` or ``"more favourable"``: never certain, and
        never impossible.
    """

    met: Mapping[str, bool | None]
    count: int
    open: int
    outlook: str


@computes("S15", "S16")
def prospects(s: Situation) -> Prospects:
    """Count the conditions under which soft balancing is likelier to succeed.

    A low threat, importance of legitimacy, the aftermath of a major conflict,
    flourishing institutions, a defensive advantage, high interdependence and domestic
    support (S15, P2 L123, reported). They are ideals of which not all are needed (S16,
    P2 L123), so no count makes success certain and none makes it impossible.
    """
    readings = {
        "low_threat": -leaning(s.threat),
        **{name: leaning(getattr(s, name)) for name in CONDITIONS[1:]},
    }
    met = {name: answer(code) for name, code in readings.items()}
    count = sum(holds is True for holds in met.values())
    failing = sum(holds is False for holds in met.values())
    outlook = (
        "more favourable" if count > failing else "less favourable" if failing > count else "mixed"
    )
    return Prospects(met, count, len(CONDITIONS) - count - failing, outlook)


@computes("S17")
def conflict_risk(
    rivalry: Number, ambition: Number, conditions: Number = 0.0, least: float = LEAST
) -> Number:
    """How far soft balancing may still end in intense conflict, 0..1 on our scale.

    It depends on the rivalry and on the ambition of the threatening state (S17, P2
    L125: "may"). The share of success conditions is taken and changes nothing, because
    the paper does not let them lower this risk. The form is ours.
    """
    return clip(least + (1.0 - least) * 0.5 * (rivalry + ambition), 0.0, 1.0)


@computes("S30")
def positive_externalities(mutual_destruction: Any, ideology_managed: Any) -> Leaning:
    """Whether institutional balancing brings its good side effects: two gates, both needed.

    The logic of mutually assured destruction goes on, and ideological competition is
    managed (S30, P2 L153, reported). Returns +1 yes, 0 open, -1 no.
    """
    return all_of(leaning(mutual_destruction), leaning(ideology_managed))
