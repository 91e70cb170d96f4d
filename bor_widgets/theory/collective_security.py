"""A multilateral body at work: what members earn, how it fails, what form peace needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Number, leaning, where
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes

#: standing that a body loses by one failure (ours)
LOSS = 0.5


@computes("Q20")
def benefit(bound: Any, compliance: Number) -> Number:
    """Return what a member earns from a collective security body, 0..1 on our scale.

    Members are bound to principles and gain by keeping to them (Q20, P1 L41, with the
    United Nations as example). The form is ours: the benefit grows with compliance, and
    a state that is not bound, or of which this is open, earns none.

    Parameters
    ----------
    bound
        Whether the state is bound by the principles (yes, no, open).
    compliance
        How far it keeps to them, 0..1.

    Raises
    ------
    ValueError
        For a compliance outside 0..1.
    """
    within("compliance", compliance, 0.0, 1.0)
    return where(leaning(bound) > 0, compliance, 0.0 * compliance)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of a body's standing, 0..1 on our scale, after each aggression in turn."""

    path: tuple[float, ...]
    criticised: bool
    collapsed: bool

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The finding, for a reader."""
        key = "collapsed" if self.collapsed else "criticised" if self.criticised else "unharmed"
        return (Reason("Q21", key),)


@computes("Q21")
def standing(stopped: Sequence[bool], *, loss: float = LOSS) -> Standing:
    """Follow the standing of a body through aggressions that it stops or fails to stop.

    Failure brings criticism and in the end the body's own end; the League of Nations is
    the one example (Q21, P1 L31). How much one failure costs is ours, and so is that a
    success wins nothing back: the paper gives no evidence of success (E45).

    Parameters
    ----------
    stopped
        For each aggression in turn, whether the body stopped it.
    loss
        Standing lost by one failure, above 0 and up to 1 (ours).

    Raises
    ------
    ValueError
        For a loss of nought, or outside 0..1.
    """
    within("loss", loss, 0.0, 1.0)
    if loss == 0.0:
        raise ValueError(f"loss takes a number above 0 and up to 1; given was {loss!r}")
    left, path = 1.0, []
    for success in stopped:
        left = left if success else max(left - loss, 0.0)
        path.append(left)
    return Standing(tuple(path), not all(stopped), left <= 0.0)


@computes("Q22")
def federation(
    permanent_treaty: Any, world_government: Any = None
) -> Literal["possible", "not given", "open"]:
    """Whether a federation for peace is possible: a permanent treaty is enough as its form.

    It needs no world government and no single actor above the states, so what is said of
    these is taken and changes nothing (Q22, P1 L31, Kant as the paper likens him).
    """
    del world_government
    code = leaning(permanent_treaty)
    return "possible" if code > 0 else "not given" if code < 0 else "open"
