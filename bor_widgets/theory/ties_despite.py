"""Ties in spite of what should part two states: identity, dispute, and many differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number
from bor_widgets.theory.balance_of_power import options_facing_a_riser
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.provenance import computes

Identity = Literal["confrontational", "alliance"]
IDENTITIES: tuple[Identity, ...] = ("confrontational", "alliance")

#: what the tie between China and Myanmar survived (D14, P0 L68-74)
OBSTACLES = (
    "ideology",
    "size",
    "alliance",
    "border",
    "ethnic disputes",
    "outside intervention",
    "upheaval at home",
)


@computes("R67")
def conduct_open_to(identity: Identity) -> tuple[str, ...]:
    """Return the conduct that a shared identity leaves open: friendship and clash alike.

    States with a confrontational identity can stay friends, and states with an alliance
    identity can clash (P0 L1097-1109, R67: "can"). So either identity gives the same.

    Raises
    ------
    ValueError
        For another identity.
    """
    one_of("identity", identity, IDENTITIES)
    return ("friendship", "clash")


@computes("R68")
def dispute_with_partnership(dispute: Any, partnership: Any) -> str:
    """Name what a tie holds: a dispute and a partnership may be there together.

    Source: P0 L63-66 (R68; one case). Neither input says anything about the other.

    Parameters
    ----------
    dispute, partnership
        Whether each is there (yes, no, open).

    Returns
    -------
    ``"both"``, ``"dispute"``, ``"partnership"``, ``"neither"``, or ``"open"`` where one
    of them is not judged.
    """
    quarrel, partners = criterion("dispute", dispute), criterion("partnership", partnership)
    if quarrel == 0 or partners == 0:
        return "open"
    if quarrel > 0:
        return "both" if partners > 0 else "dispute"
    return "partnership" if partners > 0 else "neither"


@dataclass(frozen=True, slots=True)
class AfterDifferences:
    """What many differences do to a tie.

    Attributes
    ----------
    gap
        How far the two differ on the whole, 0..1 on our scale.
    may_last
        Whether the tie may last all the same: +1 yes, 0 not said.
    options
        What the smaller side is led to do: nothing, or the options of balance of power.
    """

    gap: Number
    may_last: Leaning
    options: tuple[str, ...]


@computes("R69")
def after_differences(differences: Mapping[str, Number], lens: Lens) -> AfterDifferences:
    """Say what becomes of a tie between a large and a small state with many differences.

    The tie between China and Myanmar survived seven kinds, and Myanmar neither balanced
    nor bandwagoned (P0 L66-76, R69; one case). So under balance of relationships it may
    last however far the two differ; balance of power knows its two options only.

    Parameters
    ----------
    differences
        How large each difference is, 0..1 on our scale, by its name in ``OBSTACLES``.
        They weigh alike (ours).
    lens
        ``"balance of relationships"`` or ``"balance of power"``.

    Raises
    ------
    ValueError
        For a difference that the paper does not name, or a number outside 0..1.
    """
    total: Number = 0.0
    for kind, size in differences.items():
        one_of("a difference", kind, OBSTACLES)
        total = total + within(kind, size, 0.0, 1.0)
    gap = total / len(OBSTACLES)
    if one_of("lens", lens, LENSES) == LENSES[0]:
        return AfterDifferences(gap, 1, ())
    return AfterDifferences(gap, 0, options_facing_a_riser(weaker_or_equal=True))
