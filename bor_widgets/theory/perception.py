"""How conduct is seen: friendliness, worry, respect, and what puzzles observers."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Number, clip, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes


@computes("R29")
def seen_friendliness(own_treatment: Number) -> Number:
    """Return how friendly the other appears to us, -1 (hostile) .. 1 (friendly), our scale.

    We find friendly whom we treat as a friend, and may find the opposite where we treat
    badly (P0 L756-764, R29; reported from Zhao, adopted with "might"). The form is ours.

    Parameters
    ----------
    own_treatment
        How we treat the other, -1 (badly) .. 1 (as a friend), our scale.
    """
    return within("own_treatment", own_treatment, -1.0, 1.0) * 1.0


@computes("R30")
def spontaneous_respect(restraint: Number, coercion: Number) -> Number:
    """Return respect and willing followers won by example, 0..1 on our scale.

    Self-discipline alone is said to win them (P0 L327-333, R30; a reported teaching,
    not a finding). The form is ours: coercion takes away what was not to be forced.
    Restraint that is imposed may frighten instead; that is another rule (R21, E15).

    Parameters
    ----------
    restraint
        Own self-restraint, -1 (revoked) .. 1 (enhanced), our scale.
    coercion
        How far others are forced, 0..1 on our scale.
    """
    within("restraint", restraint, -1.0, 1.0)
    within("coercion", coercion, 0.0, 1.0)
    return clip(restraint, 0.0, 1.0) * (1.0 - coercion)


@computes("R33")
def worry_about_intentions(
    adaptation: Number, advocacy: Number, usual: float = 0.5, reach: float = 0.5
) -> Number:
    """Return how much others worry about one's intentions, 0..1 on our scale.

    Adapting to conditions, also to those of others, eases their worry (P0 L1372-1380,
    R33); advocating particular principles of justice or order does not, and is to be
    avoided. That it raises the worry is only implied. The form is ours.

    Parameters
    ----------
    adaptation, advocacy
        How far one adapts to others, and advocates principles, 0..1 on our scale.
    usual
        Worry where one does neither, 0..1 (ours).
    reach
        How far each can move it, 0..0.5 (ours).
    """
    within("adaptation", adaptation, 0.0, 1.0)
    within("advocacy", advocacy, 0.0, 1.0)
    within("usual", usual, 0.0, 1.0)
    within("reach", reach, 0.0, 0.5)
    return clip(usual + reach * (advocacy - adaptation), 0.0, 1.0)


@computes("R34")
def threat_seen_in(blocking: Number, dislike: Number) -> Number:
    """Return how threatening a state seems that may be disliked, 0..1 on our scale.

    A reputation for never standing in others' way is hoped to keep a state from seeming
    a threat even where its values are disliked (P0 L935-945, R34; the leaders' hope). So
    dislike alone adds nothing; it counts only once there is blocking. The form is ours.

    Parameters
    ----------
    blocking
        How often one has deliberately stood in others' way, 0..1 on our scale.
    dislike
        How far others dislike one's values or institutions, 0..1 on our scale.
    """
    within("blocking", blocking, 0.0, 1.0)
    within("dislike", dislike, 0.0, 1.0)
    return blocking * 0.5 * (1.0 + dislike)


@computes("R35")
def soft_power_kind(value_diffusion: Number, blocking: Number) -> Any:
    """Name the kind of soft power a state shows: by shared values, or by leaving others be.

    The American kind makes others follow one's values willingly, even where they dislike
    the state itself (P0 L945-951, R35); the Chinese kind rests on not standing in their
    way (P0 L935-945). A state may show both or neither; the reading of the degrees,
    above or below their middle, is ours.

    Parameters
    ----------
    value_diffusion
        How far others take over one's values of their own will, 0..1 on our scale.
    blocking
        How often one stands in others' way, 0..1 on our scale.

    Returns
    -------
    ``"synchronising"``, ``"not in the way"``, ``"both"`` or ``"neither"``.
    """
    within("value_diffusion", value_diffusion, 0.0, 1.0)
    within("blocking", blocking, 0.0, 1.0)
    spreads, lets_be = value_diffusion > 0.5, blocking < 0.5
    return where(
        spreads,
        where(lets_be, "both", "synchronising"),
        where(lets_be, "not in the way", "neither"),
    )


@computes("R99")
def observer_confusion(readiness: Number, renunciation: Number) -> Number:
    """Return how contradictory a policy looks from outside, 0..1 on our scale.

    Preparing for confrontation while renouncing benefits for a tie is misread as a
    contradiction (P0 L1046-1058, R99). It takes both: either alone puzzles nobody. That
    the lesser of the two counts is ours.

    Parameters
    ----------
    readiness
        Readiness to confront, 0..1 on our scale.
    renunciation
        Benefits given up for the tie, 0..1 on our scale.
    """
    within("readiness", readiness, 0.0, 1.0)
    within("renunciation", renunciation, 0.0, 1.0)
    return where(readiness < renunciation, readiness, renunciation) * 1.0
