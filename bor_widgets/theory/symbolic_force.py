"""Force as a statement: what it means, what it gains, and when it may be justified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import OpenQuestion, Reason, computes

#: meanings of China's use of force, after Shih, in the paper's order (D08, P0 L852-864);
#: the paper introduces them with "including", so the list is not closed
MEANINGS = (
    "challenge_to_self_image",
    "disapproval_of_disturbance",
    "new_image_announced",
    "indirect_target",
    "search_for_identity",
)


@computes("R114")
def material_gain(force: Number, most: float = 0.1) -> Number:
    """Return the material gain that force brings, 0..1 on our scale: hardly any.

    Force is used mainly for its symbolic meaning, and hardly ever has it brought substantial
    gains (P0 L831-852, R114; said about China). The form is ours.

    Parameters
    ----------
    force
        How much force is used, 0..1 on our scale.
    most
        What full force brings, 0..0.25 (ours; small, because the paper says "hardly ever").
    """
    within("force", force, 0.0, 1.0)
    within("most", most, 0.0, 0.25)
    return most * force


@computes("R115")
def can_be_justified(greater_self: Any) -> Leaning:
    """Whether violence abroad can be justified in China's own eyes, as self-correction.

    Only if China and its target first form one greater self (P0 L864-872, R115). The
    condition is necessary; meeting it justifies nothing by itself.

    Parameters
    ----------
    greater_self
        Whether actor and target form one greater self (yes, no, open).

    Returns
    -------
    +1 condition met, 0 open, -1 not.
    """
    return criterion("greater_self", greater_self)


@computes("R116")
def pull_to_force(injury: Number) -> Number:
    """Return how far an injured image or role pulls towards force, 0..1 on our scale.

    China's leaders are said to have attacked India in 1962 because India did not appreciate
    a new China that could no longer be bullied; the paper applies this to other wars
    ("often"; P0 L874-902, R116, reported from Garver). Power is no input. The form is ours.

    Parameters
    ----------
    injury
        How far the image or the role is felt to be violated, 0..1 on our scale.
    """
    return within("injury", injury, 0.0, 1.0) * 1.0


@computes("R117")
def main_purpose(hierarchy_disturbed: Any) -> str:
    """Name the main purpose of force in the rare cases in which it was used.

    To restore a hierarchical relation that the target had disturbed (P0 L817-821, R117,
    reported from Kang). Where none was disturbed, nothing is said; the footnote's own
    example names the border as purpose (E19).

    Parameters
    ----------
    hierarchy_disturbed
        Whether the target had disturbed the hierarchy (yes, no, open).

    Returns
    -------
    ``"restore the hierarchy"`` or ``"not said"``.
    """
    disturbed = criterion("hierarchy_disturbed", hierarchy_disturbed) > 0
    return "restore the hierarchy" if disturbed else "not said"


@computes("R118")
def region_is(china_strength: Number) -> Any:
    """Say how East Asia was, by China's strength: stable when strong, in conflict when weak.

    Source: P0 L809-813 (R118, reported from Kang on 1300-1900). In between nothing is said.

    Parameters
    ----------
    china_strength
        -1 weak .. 1 strong, our scale.
    """
    within("china_strength", china_strength, -1.0, 1.0)
    return where(
        china_strength > 0.0, "stable", where(china_strength < 0.0, "in conflict", "not said")
    )


@dataclass(frozen=True, slots=True)
class ForceReading:
    """How the paper would read a use of force.

    Attributes
    ----------
    meanings
        Those of the five that the student finds in it; the list is not closed.
    purpose
        The main purpose, or ``"not said"``.
    justifiable
        Whether the condition for justification is met.
    pull
        Pull of an injured image, 0..1 on our scale.
    reasons, open
        Who says so, and what is not said.
    """

    meanings: tuple[str, ...]
    purpose: str
    justifiable: Leaning
    pull: Number
    reasons: tuple[Reason, ...]
    open: tuple[OpenQuestion, ...]


def read_force(
    found: tuple[str, ...] = (),
    *,
    injury: float = 0.0,
    hierarchy_disturbed: Any = None,
    border_at_stake: Any = None,
    greater_self: Any = None,
) -> ForceReading:
    """Read one use of force (R114-R117, D08).

    Parameters
    ----------
    found
        Meanings that the student finds in it, by their names in ``MEANINGS``.
    injury
        How far image or role is felt to be violated, 0..1 on our scale.
    hierarchy_disturbed, border_at_stake, greater_self
        Yes, no, or open. A border at stake is the purpose that the footnote names (E19).

    Raises
    ------
    ValueError
        For another meaning, or an injury outside 0..1.
    """
    for name in found:
        if name not in MEANINGS:
            raise ValueError(f"a meaning is one of {', '.join(MEANINGS)}; given was {name!r}")
    meanings = tuple(name for name in MEANINGS if name in found)
    reasons = [Reason("R114", "said_something" if meanings else "no_meaning_found")]
    pull = pull_to_force(injury)
    if pull > 0.0:
        reasons.append(Reason("R116"))
    purpose = main_purpose(hierarchy_disturbed)
    reasons.append(Reason("R117", "restores" if purpose != "not said" else "not_said"))
    if criterion("border_at_stake", border_at_stake) > 0:
        reasons.append(Reason("R117", "border"))
    just = can_be_justified(greater_self)
    reasons.append(Reason("R115", "met" if just > 0 else "not_met" if just < 0 else "open"))
    unsaid = () if meanings else (OpenQuestion("R114"),)
    return ForceReading(meanings, purpose, just, pull, tuple(reasons), unsaid)
