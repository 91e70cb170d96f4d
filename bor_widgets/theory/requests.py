"""What a hegemon's request changes in a web: its own ties, and none of the others."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import clip
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.webs import Web

#: how much closer to the hegemon a neighbour comes that complies with it (ours)
CLOSER = 0.3


def after_request(web: Web, complies: Any, closer: float = CLOSER) -> Web:
    """Return the web after the neighbours have done what the hegemon asks.

    Each neighbour comes closer to the hegemon. Its tie with the state whose view is taken is
    left alone: for a neighbour that need not take sides it stays as it was, for the others
    the paper does not say (P0 L993-1006, see ``tie_after_compliance``). How much closer is ours.

    Parameters
    ----------
    web
        The web before.
    complies
        Whether the neighbours comply (yes, no, open).
    closer
        How much closer a neighbour comes, 0..1 on our scale.

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("closer", closer, 0.0, 1.0)
    if web.hegemon is None or criterion("complies", complies) <= 0:
        return web
    for name in web.neighbours:
        if name != web.hegemon:
            tie = clip(web.tie(web.hegemon, name) + closer, -1.0, 1.0)
            web = web.with_tie(web.hegemon, name, tie)
    return web
