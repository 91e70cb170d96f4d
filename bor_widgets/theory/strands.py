"""Two strands of the literature over one threat: where each speaks of soft balancing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.calibration import NEUTRAL
from bor_widgets.theory.checks import one_of, within
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.soft_or_hard import at_threat_level, expected_by_threat

Strand = Literal["authors", "levick-schulz"]
STRANDS: tuple[Strand, ...] = ("authors", "levick-schulz")

Level = Literal["low", "between", "high", "existential"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Where a threat is low, high or existential. All ours: the paper prints words only.

    Attributes
    ----------
    low_until, high_from, existential_from
        Places on the threat slider, in rising order.
    ease
        How much less a higher threat favours success for the authors, as a share.
    """

    low_until: float = 0.35
    high_from: float = 0.6
    existential_from: float = NEUTRAL.cut_existential
    ease: float = 0.4

    def __post_init__(self) -> None:
        for name in ("low_until", "high_from", "existential_from", "ease"):
            within(name, getattr(self, name), 0.0, 1.0)
        if not self.low_until < self.high_from < self.existential_from:
            raise ValueError(
                "low_until, high_from and existential_from rise in this order; given were "
                f"{self.low_until:g}, {self.high_from:g} and {self.existential_from:g}"
            )


MARKS = Marks()

#: the answer of the second strand where it speaks of soft balancing
_SOFT = at_threat_level("high", "levick-schulz")


def level_of(threat: float, marks: Marks = MARKS) -> Level:
    """Name the level of a threat, from the marks (ours)."""
    within("threat", threat, 0.0, 1.0)
    if threat >= marks.existential_from:
        return "existential"
    if threat >= marks.high_from:
        return "high"
    return "low" if threat < marks.low_until else "between"


def soft_expected(threat: float, strand: Strand, marks: Marks = MARKS) -> float | None:
    """Return how far a strand speaks for soft balancing at a threat, 0..1 on our scale.

    The authors: soft while the threat is not existential, often hard from there on (S08,
    P2 L103), and a low threat favours success (S15, P2 L123). Levick and Schulz: binding
    at a low threat and soft balancing at a high one (S14, P2 L69); of what lies between
    they are not reported to speak, and the answer is None. The form is ours, and the two
    are never made one (E50).

    Raises
    ------
    ValueError
        For another strand, or a threat outside 0..1.
    """
    one_of("strand", strand, STRANDS)
    level = level_of(threat, marks)
    if strand == "authors":
        hard = expected_by_threat(level == "existential") == "hard"
        return 0.0 if hard else 1.0 - marks.ease * threat
    if level == "between":
        return None
    return 1.0 if at_threat_level("low" if level == "low" else "high", strand) == _SOFT else 0.0


def strand_reasons(threat: float, marks: Marks = MARKS) -> tuple[Reason, ...]:
    """Say what each strand is reported to expect at a level of threat (S14, S15)."""
    level = level_of(threat, marks)
    reasons = [Reason("S14", level if level in ("low", "between") else "high")]
    if level == "low":
        reasons.append(Reason("S15", "low"))
    return tuple(reasons)
