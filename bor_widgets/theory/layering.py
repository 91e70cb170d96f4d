"""Compensatory layering: weaker members ask, layers grow, and a club hardens (BRICS)."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.arithmetic import Number
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes

#: layers that the paper names, with the member that stands for each; their order in time
#: is not given (P2 L163)
NAMED_LAYERS = (
    ("India", "new_development_bank"),
    ("China", "expansion"),
    ("Russia", "de_dollarisation"),
)


#: shares that one layer adds to scope, potential and club, and takes from dictation (our scale)
WIDENING = 0.25
STRENGTHENING = 0.2
LIMITING = 0.2
HARDENING = 0.15


@computes("S40")
def informal_club(layers: Number, *, hardening: float = HARDENING) -> Number:
    """How firm an informal club has become, 0 .. below 1 on our scale.

    The same agreements that add layers fix the group as a place of informal cooperation,
    and do not turn it directly into a broader multilateral body (S40, P2 L163, reported
    of Papa and Han). The form is ours: each layer adds a share of what is missing to 1.

    Parameters
    ----------
    layers
        Number of layers, from 0.
    hardening
        Share that one layer adds, 0.01..0.99 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("layers", layers, 0.0, 1e4)
    within("hardening", hardening, 0.01, 0.99)
    return 1.0 - (1.0 - hardening) ** layers


@dataclass(frozen=True, slots=True)
class Layering:
    """Where a group stands after rounds of compensation.

    Attributes
    ----------
    layers
        Institutional layers added so far.
    scope, potential
        Scope of the group and its potential for soft balancing, 0 .. below 1, our scale.
    dictation
        How far major members can dictate alone, 1 at the start and falling, our scale.
    club
        How firm the informal club is, 0 .. below 1, our scale.
    """

    layers: Number
    scope: Number
    potential: Number
    dictation: Number
    club: Number

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The findings for a reader, of one group."""
        if self.layers == 0:
            return (Reason("S39", "no_layer"),)
        return (Reason("S39", "holds"), Reason("S40", "holds"))


@computes("S39")
def layering(
    rounds: Number,
    demand: Number,
    *,
    widening: float = WIDENING,
    strengthening: float = STRENGTHENING,
    limiting: float = LIMITING,
    hardening: float = HARDENING,
) -> Layering:
    """Follow a group through rounds in which weaker members ask for compensation.

    Agreement after agreement adds layers, widens the scope, raises the potential for soft
    balancing and limits what major members can dictate (S39, P2 L163, reported of Papa
    and Han), while the club hardens (S40). The form is ours: a round adds as much of a
    layer as was demanded, and each layer closes a share of what is missing.

    Parameters
    ----------
    rounds
        Rounds of negotiation so far, from 0.
    demand
        How strongly weaker members ask for compensation, 0..1 on our scale.
    widening, strengthening, limiting, hardening
        Shares for scope, potential, dictation and club, 0.01..0.99 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("rounds", rounds, 0.0, 1e4)
    within("demand", demand, 0.0, 1.0)
    within("widening", widening, 0.01, 0.99)
    within("strengthening", strengthening, 0.01, 0.99)
    within("limiting", limiting, 0.01, 0.99)
    layers = rounds * demand
    return Layering(
        layers,
        1.0 - (1.0 - widening) ** layers,
        1.0 - (1.0 - strengthening) ** layers,
        (1.0 - limiting) ** layers,
        informal_club(layers, hardening=hardening),
    )


@computes("S41")
def focal_strength(balancing: Number, non_balancing: Number) -> Number:
    """How strong a focal point for soft balancing the group is, 0..1 on our scale.

    A mix of initiatives that balance and others that do not makes it stronger (S41,
    P2 L163, reported of Papa and Han). The form is ours: each kind counts alike, and the
    two together count once more.

    Parameters
    ----------
    balancing, non_balancing
        How much of each kind the group does, 0..1.

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("balancing", balancing, 0.0, 1.0)
    within("non_balancing", non_balancing, 0.0, 1.0)
    return (balancing + non_balancing + balancing * non_balancing) / 3.0
