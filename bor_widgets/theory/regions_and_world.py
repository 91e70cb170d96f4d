"""Regions and the world: who balances there, what tilts a region, and how the two interact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Number, is_array
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes

ActorClass = Literal["great", "rising", "middle", "small"]
ACTOR_CLASSES: tuple[ActorClass, ...] = ("great", "rising", "middle", "small")


@dataclass(frozen=True, slots=True)
class Tendency:
    """What a class of state tends to do.

    Attributes
    ----------
    label
        ``"institutions and diplomacy in the region"`` or ``"not said"``.
    """

    label: str
    reasons: tuple[Reason, ...]


@computes("S22")
def tendency(actor_class: ActorClass, capability: float | None = None) -> Tendency:
    """Say what a weaker state tends to use: institutions and diplomacy, in its region.

    Rising, middle and small powers lack the means to balance hard alone and to shape the
    world's agenda (S22, P2 L137: "tend to"). Of great powers this is not said. Where the
    student sets a capability that is not below that of the counterpart, the reason no
    longer holds, and nothing is said either (ours).

    Parameters
    ----------
    actor_class
        ``"great"``, ``"rising"``, ``"middle"`` or ``"small"``.
    capability
        -1 far weaker .. 1 far stronger than the counterpart, or None for what the class
        stands for.

    Raises
    ------
    ValueError
        For another class, or a capability outside -1..1.
    """
    if actor_class not in ACTOR_CLASSES:
        raise ValueError(
            f"actor_class is one of {', '.join(ACTOR_CLASSES)}; given was {actor_class!r}"
        )
    if capability is not None:
        within("capability", capability, -1.0, 1.0)
    if actor_class == "great":
        return Tendency("not said", (Reason("S22", "great"),))
    if capability is not None and capability >= 0.0:
        return Tendency("not said", (Reason("S22", "not_weaker"),))
    return Tendency("institutions and diplomacy in the region", (Reason("S22", "weaker"),))


#: share of a direct response that soft balancing at full strength takes away (our scale)
EFFECT = 0.5


@computes("S23")
def direct_response(
    likelihood: Number, soft_balancing: Number, *, effect: float = EFFECT
) -> Number:
    """How likely an established power answers directly, 0..1 on our scale.

    Soft balancing by secondary states can keep it from a direct response (S23, P2 L111:
    "can"). The form is ours: at full strength it takes away the share `effect`.

    Parameters
    ----------
    likelihood
        How likely a direct response is without it, 0..1.
    soft_balancing
        How strongly secondary states balance softly, 0..1.
    effect
        Share taken away at full strength, 0..1 (ours).

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("likelihood", likelihood, 0.0, 1.0)
    within("soft_balancing", soft_balancing, 0.0, 1.0)
    within("effect", effect, 0.0, 1.0)
    return likelihood * (1.0 - effect * soft_balancing)


@computes("S24")
def tilt(interdependence: Number, institutions: Number, norms: Number) -> Number:
    """How far a region tilts to diplomatic and institutional tools, 0..1 on our scale.

    Interdependence in economy and security, institutions, and norms of self-determination
    and peaceful settlement shift states towards them (S24, P2 L139-141). The three count
    alike because none is ranked; arrays hold one number per region.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("interdependence", interdependence, 0.0, 1.0)
    within("institutions", institutions, 0.0, 1.0)
    within("norms", norms, 0.0, 1.0)
    return (interdependence + institutions + norms) / 3.0


def unevenness(tilts: Any) -> float:
    """Return the distance between the most and the least tilted region, 0..1 on our scale.

    The change is not spread evenly across regions (S24, P2 L141).

    Raises
    ------
    ValueError
        For no region.
    """
    values = tilts.tolist() if is_array(tilts) else list(tilts)
    if not values:
        raise ValueError("tilts takes at least one region; given was none")
    return float(max(values) - min(values))


#: weight of the world on a region and of a region on the world (our scale)
DOWN = 0.5
UP = 0.25


@computes("S25")
def interact(
    world: Number, region: Number, *, down: float = DOWN, up: float = UP
) -> tuple[Number, Number]:
    """Return a change in the world and one in a region after each has acted on the other.

    Great-power politics has consequences in the regions, and regional politics acts back
    on the world (S25, P2 L137). Both weights are ours; neither may be nought, since both
    directions exist.

    Parameters
    ----------
    world, region
        How much has changed at each level, -1..1 on our scale.
    down, up
        Weight of the world on the region and of the region on the world, above 0 and up
        to 1 (ours).

    Returns
    -------
    The change in the world and the change in the region.

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("world", world, -1.0, 1.0)
    within("region", region, -1.0, 1.0)
    for name, weight in (("down", down), ("up", up)):
        within(name, weight, 0.0, 1.0)
        if weight == 0.0:
            raise ValueError(f"{name} takes a number above 0 and up to 1; given was {weight!r}")
    return world + up * region, region + down * world


#: what regional dynamics weigh where the United States does not pull back (our scale)
LEAST = 0.3


@computes("S26")
def regional_weight(retrenchment: Number, *, least: float = LEAST) -> Number:
    """How much regional dynamics matter across the world, 0..1 on our scale.

    The more the United States pulls back, the more (S26, P2 L7). What they weigh without
    that is ours.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("retrenchment", retrenchment, 0.0, 1.0)
    within("least", least, 0.0, 1.0)
    return least + (1.0 - least) * retrenchment
