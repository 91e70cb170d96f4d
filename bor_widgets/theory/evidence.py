"""What counts as evidence for the theory, and how little could count against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bor_widgets.theory.checks import one_of
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.provenance import Reason, computes


@dataclass(frozen=True, slots=True)
class Evidence:
    """A count of acts, by what they show.

    Attributes
    ----------
    attesting
        Acts that attest the theory.
    silent
        Acts of which the paper does not say what they show. None counts against it.
    """

    attesting: int
    silent: int
    reasons: tuple[Reason, ...]


@computes("R148")
def weigh(acts: Sequence[tuple[str, bool]]) -> Evidence:
    """Count the acts that attest balance of relationships.

    Compromises and confrontations that deviate from synchronising forces do (P0
    L1279-1281, R148). Both opposites count, and nothing is named that would count
    against (E08): acts that do not deviate are silent.

    Parameters
    ----------
    acts
        Each act, ``"compromise"`` or ``"confrontation"``, and whether it deviates.

    Raises
    ------
    ValueError
        For another kind of act.
    """
    for act, _ in acts:
        one_of("an act", act, ("compromise", "confrontation"))
    attesting = sum(bool(deviates) for _, deviates in acts)
    kinds = {act for act, deviates in acts if deviates}
    key = "both_kinds" if len(kinds) == 2 else "one_kind" if kinds else "none_yet"
    return Evidence(attesting, len(acts) - attesting, (Reason("R148", key),))


@computes("R61")
def inconsistency_means(lens: Lens) -> str:
    """Say what inconsistent enforcement of a value or rule means to a theory.

    For balance of power it indicates that a state fails to comply with the theory; for
    balance of relationships it is intrinsic, and no result for the system is guaranteed
    (P0 L1301-1307, L1397-1403, R61).

    Returns
    -------
    ``"intrinsic"`` or ``"failure to comply"``.

    Raises
    ------
    ValueError
        For another lens.
    """
    return "intrinsic" if one_of("lens", lens, LENSES) == LENSES[0] else "failure to comply"
