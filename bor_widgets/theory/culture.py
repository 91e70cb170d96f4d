"""Culture: how easily balance of relationships is taken up, and that nobody is shut out."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, any_of, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes


@computes("R143", "R152")
def adoption(
    culture_support: Number, civilisational_gap: Number = 0.0, least: float = 0.2
) -> tuple[Leaning, Number]:
    """Say whether a state can take the theory up, and how easily, 0..1 on our scale.

    Any can; it is more easily the main theme where the culture at home supports it (P0
    L1346-1354, L1433-1439, R143: "could", "more easily"). It goes beyond the divides of
    civilisations: only the route to it is local (P0 L213-218, L1121-1123, R152), so the
    gap changes neither answer.

    Parameters
    ----------
    culture_support
        How far political and social culture support ties, 0..1 on our scale.
    civilisational_gap
        Distance to the civilisation in which the theory was written down, 0..1.
    least
        Ease where there is no support, above 0 up to 1 (ours): no state is shut out.

    Returns
    -------
    +1 available, and how easily it becomes the main theme.
    """
    within("culture_support", culture_support, 0.0, 1.0)
    within("civilisational_gap", civilisational_gap, 0.0, 1.0)
    within("least", least, 0.01, 1.0)
    ease = least + (1.0 - least) * culture_support + 0.0 * civilisational_gap
    return where(ease > 0.0, 1, 0), ease


@computes("R144")
def can_take_up(relational_culture: Any, power_balancing_works: Any) -> Leaning:
    """Whether a nation can take up balance of relationships, given its culture.

    A tradition of ontological integrity still can, as long as the nation judges that
    balance of power yields no apparent result (P0 L1445-1451, R144). A relational culture
    can in any case (P0 L1433-1437). For the former, while balance of power brings a
    result, nothing is said.

    Parameters
    ----------
    relational_culture, power_balancing_works
        Each yes, no, or open.

    Returns
    -------
    +1 yes, 0 not said.
    """
    relational = criterion("relational_culture", relational_culture)
    works = criterion("power_balancing_works", power_balancing_works)
    return where(any_of(relational, -works) > 0, 1, 0)
