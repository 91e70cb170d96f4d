"""Other theories that look ahead, and where balance of relationships parts from them."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes

#: theories with a long view, and whether they calculate by one fixed standard for all
#: (P0 L604-625, L1437-1441); for hedging the paper names none
FIXED_STANDARD: dict[str, bool | None] = {
    "repeated prisoner's dilemma": True,
    "transaction-cost institutionalism": True,
    "hedging": None,
    "balance of relationships": False,
}


@computes("R63")
def repeated_play_cooperates(
    horizon: Number,
    *,
    temptation: float = 5.0,
    reward: float = 3.0,
    punishment: float = 1.0,
    loser: float = 0.0,
) -> Leaning:
    """Whether a prisoner's dilemma that goes on favours cooperation over betrayal.

    Reported by the paper (Axelrod) as an analogy: cooperation is preferred although by
    betrayal one loses less in the short run (P0 L606-612, R63). That holds for the
    repeated game; played once, betrayal is better whatever the other does. The test is
    the textbook one for players who never forgive: the chance of another round, one
    minus one over the horizon, must outweigh the temptation.

    Parameters
    ----------
    horizon
        Expected number of rounds, from 1 upwards; 1 is the game played once.
    temptation, reward, punishment, loser
        Payoff for betraying a cooperator, for mutual cooperation, for mutual betrayal,
        and for being betrayed. Ours: the paper gives no payoffs.

    Returns
    -------
    +1 cooperation can hold, -1 betrayal is better.

    Raises
    ------
    TypeError, ValueError
        For a horizon below 1, or payoffs that are not a prisoner's dilemma.
    """
    within("horizon", horizon, 1.0, float("inf"))
    payoffs = (loser, punishment, reward, temptation)
    for payoff in payoffs:
        within("a payoff", payoff, -1e6, 1e6)
    if not loser < punishment < reward < temptation:
        raise ValueError(
            "the payoffs must rise from loser over punishment and reward to temptation; "
            f"given were {payoffs}"
        )
    going_on = 1.0 - 1.0 / horizon
    return where(going_on >= (temptation - reward) / (temptation - punishment), 1, -1)


@computes("R64")
def bargaining_cost(institutionalisation: Number, horizon: Number, saving: float = 0.8) -> Number:
    """Return what negotiating still costs, 0..1 on our scale; 1 is no saving.

    Reported (Keohane) as an analogy: institutions lower the cost of bargaining in the
    longer run (P0 L600-606, R64). The form is ours.

    Parameters
    ----------
    institutionalisation
        How far institutions have grown, 0..1 on our scale.
    horizon
        Number of rounds that count, from 1 upwards; for one round nothing is saved.
    saving
        The largest saving, 0..1 (ours).
    """
    within("institutionalisation", institutionalisation, 0.0, 1.0)
    within("horizon", horizon, 1.0, float("inf"))
    within("saving", saving, 0.0, 1.0)
    return 1.0 - saving * institutionalisation * (1.0 - 1.0 / horizon)


@computes("R65")
def hedge(extent: Number, risk: Number, cover: float = 0.5) -> tuple[Number, Number]:
    """Return the immediate gain of hedging, and the risk that is left, 0..1 on our scale.

    It produces no immediate gain other than averting risk (P0 L612-616, R65).

    Parameters
    ----------
    extent
        How far a state hedges, 0..1 on our scale.
    risk
        The risk before, 0..1 on our scale.
    cover
        Share of the risk that full hedging takes away, 0..1 (ours).
    """
    within("extent", extent, 0.0, 1.0)
    within("risk", risk, 0.0, 1.0)
    within("cover", cover, 0.0, 1.0)
    return 0.0 * extent * risk, risk * (1.0 - cover * extent)


def part_company(theory: str) -> Any:
    """Whether a theory calculates by one standard fixed for all: True, False or "not said".

    That is where balance of relationships parts from the others: it is ready to avoid
    specific standards of calculation (P0 L619-622, L1437-1441).

    Raises
    ------
    ValueError
        For a theory that is not compared there.
    """
    if theory not in FIXED_STANDARD:
        raise ValueError(f"theory takes one of {', '.join(FIXED_STANDARD)}; given was {theory!r}")
    answer = FIXED_STANDARD[theory]
    return "not said" if answer is None else answer
