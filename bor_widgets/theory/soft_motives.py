"""What speaks for soft means: no provocation, dear hard options, a blow and a signal."""

from __future__ import annotations

from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, leaning
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes

#: what soft means are meant to avoid (P2 L103)
AVOIDED = ("serious conflict", "military retribution")

#: the two uses of sanctions (P2 L103)
USES_OF_SANCTIONS = ("blunt the opponent", "signal displeasure")


@computes("S09")
def meant_to_avoid(strategy: Literal["soft", "hard"], existential: bool) -> tuple[str, ...]:
    """Name what a state wants to avoid by its choice: a motive, not a result.

    Threats that are not existential are met by soft means so that states stay out of
    serious conflict and provoke no military retribution (S09, P2 L103). Of other cells
    the paper says nothing, and the tuple is empty. Soft balancing may still end in
    intense conflict (S17, E59).

    Raises
    ------
    ValueError
        For another strategy.
    """
    if strategy not in ("soft", "hard"):
        raise ValueError(f"strategy is 'soft' or 'hard'; given was {strategy!r}")
    return AVOIDED if strategy == "soft" and not existential else ()


@computes("S57")
def cost_of_hard_means(interdependence: Number, *, least: float = 0.2) -> Number:
    """How dear hard means against a trading partner are, 0..1 on our scale.

    Interdependence makes them dearer (S57, P2 L97-103): the paper gives the link and not
    the mechanism, so the rule is implied. What they cost without trade is ours.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("interdependence", interdependence, 0.0, 1.0)
    within("least", least, 0.0, 1.0)
    return least + (1.0 - least) * interdependence


@computes("S50")
def uses_of_sanctions(sanctions: bool) -> tuple[str, ...]:
    """Name what states use sanctions for: they hope to blunt, and often they signal.

    Source: P2 L103 (S50). Neither use is a promise of success, and a signal alone need
    not be soft balancing (S04, E53).
    """
    return USES_OF_SANCTIONS if sanctions else ()


@computes("S65")
def common_thread(perceived_threat: Any, hard_balancing: Any) -> Leaning:
    """Whether a case has what country studies share: a threat met without hard balancing.

    Source: P2 L111 (S65). It stands beside the view that soft balancing may complement
    hard balancing (S10, E56), so a "no" does not take the label away.
    Returns +1 yes, 0 open, -1 no.
    """
    return all_of(leaning(perceived_threat), -leaning(hard_balancing))
