"""Four roles of institutions, and whose they are."""

from __future__ import annotations

from typing import Literal

from bor_widgets.theory.provenance import Reason, computes

Role = Literal["gives legitimacy", "settles", "brings peace", "hides intentions"]
ROLES: tuple[Role, ...] = ("gives legitimacy", "settles", "brings peace", "hides intentions")


@computes("X05")
def who_describes(role: Role) -> tuple[str, str, Reason]:
    """Say which reading gives institutions a role; the comparison is ours.

    They give legitimacy to soft balancing (P2 L113), let China settle between the United
    Nations and local authorities (P0 L98-110), bring peace for liberals (P1 L35) and make
    others harder to read for realists (P1 L27; X05).

    Returns
    -------
    The reading, the paper's code, and the finding.

    Raises
    ------
    ValueError
        For another role.
    """
    match role:
        case "gives legitimacy":
            return "soft balancing", "P2", Reason("X05", "legitimacy")
        case "settles":
            return "balance of relationships", "P0", Reason("X05", "settlement")
        case "brings peace":
            return "liberal institutionalists", "P1", Reason("X05", "peace")
        case "hides intentions":
            return "realists", "P1", Reason("X05", "hidden")
        case _:
            raise ValueError(f"role is one of {', '.join(ROLES)}; given was {role!r}")
