"""The two closing motifs: ties before uniformity, and restoration as the purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, Number, all_of, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.provenance import computes

#: what balance of power and balance of relationships put first, and what comes after
_GOALS = {
    "balance of relationships": ("peaceful and constructive ties", "survival and security"),
    "balance of power": ("survival and security",),
    "bandwagoning": ("survival and security",),
}


@computes("R141")
def goal_order(system: str) -> tuple[str, ...]:
    """Return what a system aims at, first things first.

    Balance of relationships aims at peaceful, constructive ties; survival, security and
    economic benefit are among its goals, yet no priority or immediate end (P0 L1139-1160,
    R141). Balancing serves one's own security, bandwagoning to avoid becoming a target
    (P0 L1134-1138).

    Raises
    ------
    ValueError
        For another system.
    """
    return _GOALS[one_of("system", system, tuple(_GOALS))]


@computes("R150")
def keeps_first_motif(ties: Number, uniformity: Number) -> Leaning:
    """Whether a policy keeps the first motif: ties with all are worth more than uniformity.

    The value of all-round reciprocal ties should always exceed that of multilateral
    synchronization (P0 L1678-1682, R150). It says what should be (E35), so a policy can
    break it. Equal worth breaks it too.

    Parameters
    ----------
    ties, uniformity
        What a policy holds each to be worth, 0..1 on our scale.

    Returns
    -------
    +1 kept, -1 broken.
    """
    within("ties", ties, 0.0, 1.0)
    within("uniformity", uniformity, 0.0, 1.0)
    return where(ties > uniformity, 1, -1)


@computes("R151")
def keeps_second_motif(restores: Any, follows_power: Any) -> Leaning:
    """Whether a compromise or a confrontation keeps the second motif.

    Both should always serve to restore ties in the long run, instead of reflecting
    relative power at the moment (P0 L1682-1686, R151). It says what should be (E35).

    Parameters
    ----------
    restores, follows_power
        Whether the act serves restoration, and whether it follows relative power; each
        yes, no, or open.

    Returns
    -------
    +1 kept, 0 open, -1 broken.
    """
    return all_of(criterion("restores", restores), -criterion("follows_power", follows_power))


@dataclass(frozen=True, slots=True)
class Course:
    """What a run of responses amounts to.

    Attributes
    ----------
    peaceful, forceful
        How many of them were a compromise, and how many a breakup; a mix counts as both.
    character
        ``"peaceful"``, ``"forceful"``, ``"both"`` or ``"neither"``.
    """

    peaceful: int
    forceful: int
    character: str


@computes("R125")
def course_of(actions: Sequence[str]) -> Course:
    """Say whether a run of responses was peaceful or forceful: either can come out.

    Balance of relationships is neither necessarily peaceful nor necessarily violent (P0
    L1389-1395, L165-171, R125): the same principles give all four characters, and only
    the judgements in between decide.

    Parameters
    ----------
    actions
        Responses in order: ``"none"``, ``"compromise"``, ``"mix"`` or ``"breakup"``.

    Raises
    ------
    ValueError
        For another action.
    """
    for action in actions:
        one_of("an action", action, ("none", "compromise", "mix", "breakup"))
    peaceful = sum(action in ("compromise", "mix") for action in actions)
    forceful = sum(action in ("breakup", "mix") for action in actions)
    names = {(True, True): "both", (True, False): "peaceful", (False, True): "forceful"}
    return Course(peaceful, forceful, names.get((peaceful > 0, forceful > 0), "neither"))
