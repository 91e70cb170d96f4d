"""What talks and an early recognition do: a hint about a tie, a crisis dissolved."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes


@computes("R111")
def next_estimate(estimate: Number, hint: Number, weight: float = 0.3) -> Number:
    """Return how stable a tie is held to be after one more round of negotiation, 0..1.

    Every round gives hints about how stable a tie is or can be (P0 L1614-1616, R111). The
    form is ours: the estimate moves part of the way to the hint, and no round settles it.

    Parameters
    ----------
    estimate
        How stable the tie was held to be, 0..1 on our scale.
    hint
        What the round suggests, 0..1 on our scale.
    weight
        How far one round moves the estimate, 0..0.99 (ours).
    """
    within("estimate", estimate, 0.0, 1.0)
    within("hint", hint, 0.0, 1.0)
    within("weight", weight, 0.0, 0.99)
    return (1.0 - weight) * estimate + weight * hint


@dataclass(frozen=True, slots=True)
class AfterRecognition:
    """What an early recognition leaves.

    Attributes
    ----------
    risk
        Threat to the possession elsewhere, 0..1 on our scale.
    prestige
        Prestige that is kept, 0..1 on our scale: a loss would look like decline.
    """

    risk: Number
    prestige: Number


@computes("R119")
def after_recognition(risk: Number, earliness: Number) -> AfterRecognition:
    """Return what is left of a crisis elsewhere once a new regime has been recognised.

    Britain recognised the People's Republic of China at its birth, and the danger to Hong
    Kong dissolved, with it the image of decline (P0 L1561-1573, R119; one case). The form
    is ours.

    Parameters
    ----------
    risk
        Threat to the possession without recognition, 0..1 on our scale.
    earliness
        How early recognition comes: 1 at the regime's birth, 0 not at all.
    """
    within("risk", risk, 0.0, 1.0)
    within("earliness", earliness, 0.0, 1.0)
    left = risk * (1.0 - earliness)
    return AfterRecognition(left, 1.0 - left)
