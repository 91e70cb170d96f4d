"""Claims about conduct that events could count against: ties sought, no sphere, no expansion."""

from __future__ import annotations

from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import criterion, within
from bor_widgets.theory.provenance import computes


@computes("R89")
def seeks_stable_tie(capability: Number) -> Leaning:
    """Whether a stable tie is sought: yes, whatever the power of the other side.

    China seeks one with smaller neighbours as with the European Union and the United
    States; only issue area and style vary (P0 L80-86, R89; said about China).

    Parameters
    ----------
    capability
        -1 far weaker .. 1 far stronger than the counterpart, our scale; no effect.

    Returns
    -------
    +1 sought.
    """
    within("capability", capability, -1.0, 1.0)
    return 1 + 0 * where(capability > 0.0, 1, 0)


@computes("R120")
def no_sphere_stands(pressure: Number, sphere: Any) -> Leaning:
    """Whether the claim stands that pressure on a riser brings no sphere of influence.

    Pressure from the United States has not led China to think of one (P0 L78-82, R120).
    The claim can be tested: a sphere set up under pressure counts against it.

    Parameters
    ----------
    pressure
        Outside pressure on the rising power, 0..1 on our scale; without any, nothing is
        tested.
    sphere
        Whether it sets up a sphere of influence (yes, no, open).

    Returns
    -------
    +1 stands, -1 counts against it, 0 not tested.
    """
    within("pressure", pressure, 0.0, 1.0)
    return where(pressure > 0.0, -criterion("sphere", sphere), 0)


@computes("R122")
def no_expansion_stands(seeks_security: Any, expands: Any) -> Leaning:
    """Whether the claim stands that seeking security is no search for influence or control.

    Source: P0 L367-369 (R122; said about China). Elsewhere the paper names tools that were
    to widen its influence (P0 L309-311, E13).

    Parameters
    ----------
    seeks_security
        Whether the state seeks security at all (yes, no, open).
    expands
        Whether it thereby expands its influence or its means of control (yes, no, open).

    Returns
    -------
    +1 stands, -1 counts against it, 0 not tested.
    """
    seeks = criterion("seeks_security", seeks_security)
    return where(seeks > 0, -criterion("expands", expands), 0)
