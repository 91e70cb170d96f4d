"""Central Asia on two levels: great powers, regional powers, and one edge with two signs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import OpenQuestion, Reason, computes

Level = Literal["great", "regional"]

#: who acts on which level (P2 L155)
ACTORS: dict[Level, tuple[str, ...]] = {
    "great": ("Russia", "China", "United States"),
    "regional": ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"),
}

#: the eight strategies of regional powers, in the paper's order; the list may not be closed
STRATEGIES = (
    "active_diplomacy",
    "cheap_talk",
    "limited_alignment",
    "informal_entente",
    "exclusive_institutional_balancing",
    "strategic_non_cooperation",
    "costly_signalling",
    "legitimacy_denial",
)


def level_of(actor: str) -> Level:
    """Name the level of an actor.

    Raises
    ------
    ValueError
        For an actor whom the paper does not name.
    """
    for level, names in ACTORS.items():
        if actor in names:
            return level
    known = ", ".join(name for names in ACTORS.values() for name in names)
    raise ValueError(f"actor is one of {known}; given was {actor!r}")


def _known(level: str) -> None:
    if level not in ACTORS:
        raise ValueError(f"level is 'great' or 'regional'; given was {level!r}")


@computes("S33", "S34")
def repertoire(level: Level) -> tuple[str, ...]:
    """Name the means that are used on a level.

    Great powers balance softly through regional institutions (S33), regional powers
    through a repertoire that includes eight strategies (S34; both P2 L155, reported of
    Dursun-Özkanca). Which state uses which of them is not said.

    Raises
    ------
    ValueError
        For another level.
    """
    _known(level)
    return ("regional_institutions",) if level == "great" else STRATEGIES


@computes("S35")
def use(level: Level) -> tuple[Literal["proactive", "defensive"], Reason]:
    """Say to what end a level balances softly.

    Regional powers mainly defend themselves against perceived threats; great powers use
    it more to create or keep spheres of influence (S35, P2 L155, reported: "primarily",
    "more").

    Raises
    ------
    ValueError
        For another level.
    """
    _known(level)
    if level == "great":
        return "proactive", Reason("S35", "proactive")
    return "defensive", Reason("S35", "defensive")


@dataclass(frozen=True, slots=True)
class Edge:
    """What the paper says of a pair of states; None where it says nothing.

    Attributes
    ----------
    competes
        Whether the two compete for influence: the sign of rivalry.
    resists_together
        Whether the two resist a third together: the sign of common cause.
    opposed
        Whether one resists the involvement of the other.
    military
        Whether there is direct military confrontation.
    """

    pair: tuple[str, str]
    competes: bool | None = None
    resists_together: bool | None = None
    opposed: bool | None = None
    military: bool | None = None
    reasons: tuple[Reason, ...] = ()
    open: tuple[OpenQuestion, ...] = ()

    @property
    def signs(self) -> tuple[int, ...]:
        """Both signs, where there are two: +1 common cause, -1 rivalry or resistance."""
        return tuple(
            sign
            for sign, holds in ((1, self.resists_together), (-1, self.competes or self.opposed))
            if holds
        )


@computes("S36")
def edge(actor: str, other: str) -> Edge:
    """Return what the paper says of two states in central Asia.

    Russia and China compete for influence and resist American involvement together,
    without direct military confrontation: one edge with two signs (S36, P2 L155,
    reported). Of pairs with a regional power no more is said than the two levels.

    Raises
    ------
    ValueError
        For an actor whom the paper does not name, or the same one twice.
    """
    levels = {level_of(actor), level_of(other)}
    if actor == other:
        raise ValueError(f"other takes another state than actor; given was {other!r} twice")
    pair = (actor, other)
    if levels != {"great"}:
        return Edge(pair, open=(OpenQuestion("S34", "which_state"),))
    if "United States" in pair:
        return Edge(pair, opposed=True, military=False, reasons=(Reason("S36", "resisted"),))
    return Edge(
        pair,
        competes=True,
        resists_together=True,
        military=False,
        reasons=(Reason("S36", "two_signs"),),
    )


def edges() -> tuple[Edge, ...]:
    """Return all pairs of the eight states, each with what is said of it."""
    names = [name for level in ACTORS.values() for name in level]
    return tuple(edge(actor, other) for actor, other in combinations(names, 2))


@dataclass(frozen=True, slots=True)
class Gains:
    """What regional powers gain, each 0..1 on our scale."""

    autonomy_and_security: Number
    bargaining_position: Number
    against_domination: Number


@computes("S37")
def gains(soft_balancing: Number) -> Gains:
    """Return what soft balancing brings regional powers.

    It supports autonomy and security, betters their bargaining position and helps to keep
    any one power from dominating (S37, P2 L155, reported). The form is ours: each grows
    with how much they balance.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("soft_balancing", soft_balancing, 0.0, 1.0)
    return Gains(soft_balancing, soft_balancing, soft_balancing)


def after_shock(shock: bool) -> tuple[tuple[Level, ...], tuple[OpenQuestion, ...]]:
    """Name the levels whose strategies an outside shock changes, and what stays open.

    The invasion of Ukraine has affected both levels; in which direction is not said (S67,
    P2 L155, shown as open).
    """
    return (tuple(ACTORS), (OpenQuestion("S67"),)) if shock else ((), ())


def future_order(**given: Any) -> OpenQuestion:
    """Say which order will come: four things it depends on are named, no outcome.

    Whatever is given of the war's outcome, the ties between Russia, China and the West
    or the choices of regional powers, the answer is the same open question (S38, P2
    L155-161).
    """
    del given
    return OpenQuestion("S38")
