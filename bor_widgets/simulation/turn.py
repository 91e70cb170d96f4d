"""What a round leaves behind in each state: power, standing, reputation, and a spreader's clock."""

from __future__ import annotations

from bor_widgets.simulation.arrays import np
from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import DOCTRINES
from bor_widgets.simulation.rules import layering, strained_round
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.tallies import Tallies
from bor_widgets.theory.commitment import Round

#: share of the loss of legitimacy that efforts bring without any layer of institutions (ours)
WITHOUT_LAYERS = 0.5

#: rounds of compensation that a use of institutions on every tie would bring (ours)
BARGAINING = 20.0

#: how tiring full commitment is without any enforcement, beside one full act of it (ours)
UNPROVOKED = 0.25


def turn(config: WorldConfig, worlds: Worlds, tallies: Tallies) -> None:
    """Close a round: change what belongs to states, in place, and count the round.

    Institutions that were used go through a round of compensation (S39), value-spreaders
    tire or recover (R50, R51), legitimacy falls by what is done against a state (S01) and
    returns, capability grows and pays for conflicts.
    """
    w, n = worlds, worlds.shape[1]
    potential = layering(w.bargains, config.compensation).potential
    bite = WITHOUT_LAYERS + (1.0 - WITHOUT_LAYERS) * potential
    share = tallies.against / (n - 1)
    lost = config.soft_bite * bite[:, None] * share
    regained = config.legitimacy_recovery * (1.0 - w.legitimacy)
    w.legitimacy[...] = np.clip(w.legitimacy - lost + regained, 0.0, 1.0)
    # the first two instruments go through institutions
    w.bargains += BARGAINING * (tallies.instruments[:, :2].sum(axis=1) / (n * (n - 1)))

    # a reputation is for how a state answers; where nothing was asked of it, it stays
    asked = np.maximum(tallies.asked, 1)
    weight = np.where(tallies.asked > 0, config.memory, 0.0)
    w.sacrifice += weight * (tallies.conceding / asked - w.sacrifice)
    w.confrontation += weight * (tallies.confronting / asked - w.confrontation)
    paid = np.where(tallies.fights > 0, 1.0 - config.war_cost, 1.0)
    # its goals become harder to reach for a state that has lost legitimacy (S01)
    w.capability *= (1.0 + w.growth * w.legitimacy) * paid

    if (w.doctrine == DOCTRINES.index("values")).any():
        _tire(config, w, tallies)
    w.round += 1


def _tire(config: WorldConfig, w: Worlds, tallies: Tallies) -> None:
    """Move every value-spreader's clock on by a round; what it enforced is what tires it (R59)."""
    work = UNPROVOKED + (1.0 - UNPROVOKED) * tallies.enforced
    strain = np.clip(config.pace.strain * work, 0.01, 1.0)
    now = Round(
        number=w.round,
        commitment=w.commitment,
        fatigue=w.fatigue,
        tie=0.5,  # a spreader's clock does not depend on it; its ties are the world's own
        restraint=w.holding,
        retrieving=w.retrieving,
        drive=w.drive,
    )
    then = strained_round(now, config.pace, strain)
    w.commitment[...], w.fatigue[...] = then.commitment, then.fatigue
    w.retrieving[...], w.drive[...] = then.retrieving, then.drive
    spreads = w.doctrine == DOCTRINES.index("values")
    w.holding[...] = np.where(spreads, then.restraint, 0.0)
