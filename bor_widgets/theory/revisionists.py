"""Right values, revisionists and zeal: how judging others turns into confrontation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, clip, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes


def split_by_standard(fits: Mapping[str, float], line: float = 0.5) -> dict[str, str]:
    """Divide states into followers and revisionists, as a standard of right values does.

    Any such standard does so (P0 L964-971). Where the line runs is ours.

    Parameters
    ----------
    fits
        How far each state's values fit the standard, 0..1 on our scale.
    line
        Fit from which on a state counts as a follower, 0..1 (ours).
    """
    within("line", line, 0.0, 1.0)
    return {
        name: "follower" if within(f"the fit of {name}", fit, 0.0, 1.0) >= line else "revisionist"
        for name, fit in fits.items()
    }


@computes("R73")
def perceived_confrontation(labelled: Number, others: Number, least: float = 0.5) -> Number:
    """Return perceived confrontation, 0..1 on our scale.

    Whenever a revisionist is perceived, so is confrontation (P0 L964-971, R73). So the
    first label brings it at once; that more labels bring more is ours. Without a label
    this rule adds none; confrontation from other sources is not its subject.

    Parameters
    ----------
    labelled
        How many states are seen as revisionists, from 0 to `others`.
    others
        How many other states there are, at least 1.
    least
        What the first label brings at least, 0.01..1 (ours).

    Raises
    ------
    ValueError
        For more labels than states, or a number outside its range.
    """
    within("others", others, 1.0, float("inf"))
    within("labelled", labelled, 0.0, float("inf"))
    within("labelled, as a share of the others", labelled / others, 0.0, 1.0)
    within("least", least, 0.01, 1.0)
    return where(labelled > 0, least + (1.0 - least) * labelled / others, 0.0)


@computes("R74")
def security_with_labels(security: Number, confrontation: Number, loss: float = 0.5) -> Number:
    """Return relational security, 0..1 on our scale, given what labels have stirred up.

    To call nobody a revisionist is one minimal strategy for more relational security (P0
    L971-973, R74); so with a label there is less of it. The form is ours.

    Parameters
    ----------
    security
        Relational security where nobody is labelled, 0..1 on our scale.
    confrontation
        Perceived confrontation, 0..1 on our scale.
    loss
        Share of the security that full confrontation takes, 0..1 (ours).
    """
    within("security", security, 0.0, 1.0)
    within("confrontation", confrontation, 0.0, 1.0)
    within("loss", loss, 0.0, 1.0)
    return security * (1.0 - loss * confrontation)


@computes("R75")
def security_under_zeal(
    security: Number, zeal: Number, destroys_wrong_tie: Any = False, loss: float = 0.5
) -> tuple[Number, Leaning]:
    """Return relational security under zeal for justice, and whether the zeal is dangerous.

    The search for justice undermines relational security, so too much zeal in regulating
    others or in opposing revisionists is always dangerous, unless a wrong tie is to be
    destroyed (P0 L973-977, R75). The form is ours; so is reading "too much" as anything
    above none.

    Parameters
    ----------
    security
        Relational security before, 0..1 on our scale.
    zeal
        Zeal for justice, 0..1 on our scale.
    destroys_wrong_tie
        Whether the purpose is to destroy a wrong tie (yes, no, open).
    loss
        Share of the security that full zeal takes, 0..1 (ours).

    Returns
    -------
    The security left, 0..1; and +1 dangerous, 0 not judged. With the exception the
    security stays as it was here: the paper only says that the warning does not hold.
    """
    within("security", security, 0.0, 1.0)
    within("zeal", zeal, 0.0, 1.0)
    within("loss", loss, 0.0, 1.0)
    purpose = criterion("destroys_wrong_tie", destroys_wrong_tie)
    weighs = where(purpose > 0, 0.0, loss * clip(zeal, 0.0, 1.0))
    dangerous = where(purpose < 0, where(zeal > 0.0, 1, 0), 0)
    return security * (1.0 - weighs), dangerous
