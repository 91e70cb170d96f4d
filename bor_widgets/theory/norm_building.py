"""Norms as a soft means: built by the weak, set against the strong, settled by time."""

from __future__ import annotations

from bor_widgets.theory.arithmetic import Number, clip
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import computes

#: share of intervention that a norm takes away in the end, and years until then (our scale)
EFFECT = 0.7
BUILD_UP = 35.0

#: years until a soft rule is half as firm as it can be (our scale)
SETTLING = 20.0


@computes("S46")
def intervention_left(
    before: Number,
    support: Number,
    years: Number,
    *,
    effect: float = EFFECT,
    build_up: float = BUILD_UP,
) -> Number:
    """How much a great power still intervenes, 0..1 on our scale.

    Norms that weaker states support together can turn its policy for decades: Latin
    American nations worked for them from 1898 to 1936, and the change held until the
    1950s, arguably longer (S46, P2 L39, reported of Friedman and Long). The form is
    ours: the effect builds up evenly and then stays.

    Parameters
    ----------
    before
        Intervention without the norm, 0..1.
    support
        How far weaker states support the norm together, 0..1.
    years
        Years since they began, from 0.
    effect
        Share that full support takes away in the end, 0..1 (ours).
    build_up
        Years until then, from 1 (ours, near the length of the one case).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("before", before, 0.0, 1.0)
    within("support", support, 0.0, 1.0)
    within("years", years, 0.0, float("inf"))
    within("effect", effect, 0.0, 1.0)
    within("build_up", build_up, 1.0, float("inf"))
    return before * (1.0 - effect * support * clip(years / build_up, 0.0, 1.0))


@computes("S58")
def legitimacy_of_outside_support(norm: Number, *, before: float = 0.8) -> Number:
    """How legitimate outside help for democratic movements looks, 0..1 on our scale.

    A rival norm such as sovereign democracy makes it look like interference (S58, P2 L69,
    reported of Ferguson). The form and the start are ours.

    Parameters
    ----------
    norm
        How strong the rival norm is, 0..1.
    before
        Legitimacy without it, 0..1 (ours).

    Raises
    ------
    ValueError
        For a number outside 0..1.
    """
    within("norm", norm, 0.0, 1.0)
    within("before", before, 0.0, 1.0)
    return before * (1.0 - norm)


@computes("S59")
def norm_strength(
    years: Number, enforcement: Number = 0.0, *, settling: float = SETTLING
) -> Number:
    """How firm a soft rule has become, 0 .. below 1 on our scale.

    Much of international law is soft and has made firm norms over time, without strict
    enforcement (S59, P2 L25, an analogy). So enforcement is taken and changes nothing;
    whether it would help is not said. The form is ours.

    Parameters
    ----------
    years
        Age of the rule, from 0.
    enforcement
        How strictly it is enforced, 0..1.
    settling
        Years until it is half as firm as it can be, from 1 (ours).

    Raises
    ------
    ValueError
        For a number outside its range.
    """
    within("years", years, 0.0, 1e6)
    within("enforcement", enforcement, 0.0, 1.0)
    within("settling", settling, 1.0, 1e6)
    return years / (years + settling) + 0.0 * enforcement
