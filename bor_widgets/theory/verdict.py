"""What one theory says of a situation, for the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bor_widgets.theory.provenance import OpenQuestion, Reason, phrase


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one theory says of a situation.

    Attributes
    ----------
    theory
        ``"balance_of_relationships"``, ``"balance_of_power"``, ``"soft_balancing"`` or
        ``"venue"``.
    label
        The verdict as a term; its wording for a reader is ``headline``.
    reasons
        The rules behind it, in order.
    open
        What the papers leave open about it.
    details
        Parts of the verdict that stand side by side, by name.
    """

    theory: str
    label: str
    reasons: tuple[Reason, ...] = ()
    open: tuple[OpenQuestion, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def headline(self) -> str:
        """The verdict in words."""
        return phrase("verdict", self.theory, self.label)

    @property
    def title(self) -> str:
        """Name of the theory in words."""
        return phrase("theory", self.theory)
