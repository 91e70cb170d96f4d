"""Is it soft balancing? The definition, criterion by criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bor_widgets.situation import Situation, parameters
from bor_widgets.theory.arithmetic import all_of, leaning
from bor_widgets.theory.provenance import Reason, computes

#: the criteria of the definition, in the order in which they are shown
CRITERIA = (
    "instruments",
    "concerted",
    "deliberate",
    "sustained",
    "delegitimising",
    "not_retribution",
)

Target = Literal["state", "ally", "institution"]
TARGETS: tuple[Target, ...] = ("state", "ally", "institution")

#: tools of institutions and of economic statecraft, which make an effort concerted by themselves
_CONCERTED_TOOLS = ("institutions", "informal_entente", "limited_alignment", "sanctions")


@dataclass(frozen=True, slots=True)
class Definition:
    """Outcome of the definition test.

    Attributes
    ----------
    label
        ``"soft balancing"``, ``"not soft balancing"``, ``"open"`` or ``"complement"``
        (soft and military balancing together).
    met
        Each criterion: True, False, or None where it is open.
    missing, unsaid
        The criteria that fail, and those that are open.
    """

    label: str
    met: Mapping[str, bool | None]
    missing: tuple[str, ...]
    unsaid: tuple[str, ...]
    reasons: tuple[Reason, ...]


def _readings(s: Situation) -> dict[str, int]:
    uses_tools = any(tool in _CONCERTED_TOOLS for tool in s.instruments)
    concerted = leaning(s.concerted)
    if s.concerted is None and uses_tools:
        concerted = 1
    return {
        "instruments": 1 if s.instruments else -1,
        "concerted": concerted,
        "deliberate": leaning(s.deliberate),
        "sustained": leaning(s.sustained),
        "delegitimising": leaning(s.delegitimising),
        # retribution disqualifies only where it is said; silence about it does not
        "not_retribution": -1 if leaning(s.retributive) > 0 else 1,
    }


@computes("S01", "S02", "S03", "S04", "S10", "S20", "S11")
def define(s: Situation, *, target: Target = "state", perceived_threat: bool = True) -> Definition:
    """Test whether what is done is soft balancing.

    Non-military tools that hold a threatening state back by taking legitimacy from it
    (S01, P2 L7, L93), used deliberately, consistently and over a period (S02, P2 L95);
    everyday friction is not it (S03, P2 L73, L95), nor need retribution by the stronger
    be (S04, P2 L95). With military balancing beside it, it is a complement (S10, P2
    L103). Targets other than the United States, actors other than great powers and
    institutions as targets are admitted (S20, P2 L37-53), allies too where a threat is
    perceived (S11, P2 L103, L111). A state that is no threat is outside the definition.

    Raises
    ------
    ValueError
        For an unknown kind of target.
    """
    if target not in TARGETS:
        raise ValueError(f"target takes one of {', '.join(TARGETS)}; given was {target!r}")
    readings = _readings(s)
    if target != "institution" and not perceived_threat:
        readings["threat"] = -1
    met = {name: None if code == 0 else bool(code > 0) for name, code in readings.items()}
    overall = all_of(*readings.values())
    military = leaning(s.military_means)
    label = {1: "soft balancing", 0: "open", -1: "not soft balancing"}[overall]
    if overall > 0 and military > 0:
        label = "complement"
    missing = tuple(name for name, holds in met.items() if holds is False)
    unsaid = tuple(name for name, holds in met.items() if holds is None)
    reasons = _reasons(label, missing, unsaid, military, target)
    return Definition(label, met, missing, unsaid, reasons)


_RULE_OF = {
    "instruments": "S01",
    "concerted": "S03",
    "deliberate": "S02",
    "sustained": "S02",
    "delegitimising": "S01",
    "not_retribution": "S04",
    "threat": "S01",
}


def rule_of(criterion: str, target: Target = "state") -> str:
    """Return the id of the rule that asks for a criterion.

    Raises
    ------
    KeyError
        For another criterion.
    """
    return "S11" if criterion == "threat" and target == "ally" else _RULE_OF[criterion]


def _reasons(
    label: str, missing: tuple[str, ...], unsaid: tuple[str, ...], military: int, target: Target
) -> tuple[Reason, ...]:
    if label == "soft balancing":
        return (Reason("S01"), Reason("S02"))
    if label == "complement":
        return (Reason("S01"), Reason("S02"), Reason("S10"))
    rules = {**_RULE_OF, "threat": "S11"} if target == "ally" else _RULE_OF
    reasons = [Reason(rules[name], f"missing_{name}") for name in missing]
    if "instruments" in missing and military > 0:
        reasons.insert(0, Reason("S01", "military_only"))
    if not missing:
        reasons += [Reason(_RULE_OF[name], f"unsaid_{name}") for name in unsaid]
    return tuple(reasons)


@computes("S49")
def is_strategy(definition: Definition, succeeded: bool | None) -> bool | None:
    """Whether it counts as a strategy: success does not enter (P2 L103, S49).

    Hard balancing fails too and is a strategy all the same.
    """
    del succeeded  # taken so that a caller can offer it, and see that nothing changes
    return {"soft balancing": True, "complement": True, "not soft balancing": False}.get(
        definition.label
    )


def label_of(criterion: str) -> str:
    """Name of a criterion as the controls show it."""
    known = parameters()
    return known[criterion].label if criterion in known else criterion.replace("_", " ")
