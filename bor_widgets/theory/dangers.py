"""Where danger is seen: in a tie that breaks or is not yet defined, in restraint or in power."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.arithmetic import Leaning, Number, where
from bor_widgets.theory.checks import one_of, within
from bor_widgets.theory.provenance import computes

TieState = Literal["kept", "breached", "undefined"]
TIE_STATES: tuple[TieState, ...] = ("kept", "breached", "undefined")
Imagined = Literal["harmony", "anarchy"]
IMAGINED: tuple[Imagined, ...] = ("harmony", "anarchy")


@dataclass(frozen=True, slots=True)
class TieDanger:
    """What the state of a tie means.

    Attributes
    ----------
    threat
        ``"breach of a tie"``, ``"party not yet assimilated"`` or ``"none of the two"``.
    opportunity
        Whether it is an opportunity too: +1 yes, 0 not said.
    """

    threat: str
    opportunity: Leaning


@computes("R91")
def danger_of(state: TieState) -> TieDanger:
    """Name the threat that a state typically guards against, from the state of a tie.

    A breach in a reciprocal tie it has, or the emergence of one not yet assimilated; the
    second is also a source of opportunity (P0 L1316-1326, R91, D06).

    Raises
    ------
    ValueError
        For another state of the tie.
    """
    match one_of("state", state, TIE_STATES):
        case "breached":
            return TieDanger("breach of a tie", 0)
        case "undefined":
            return TieDanger("party not yet assimilated", 1)
        case _:
            return TieDanger("none of the two", 0)


@computes("R92")
def danger(imagined: Imagined, others_restraint: Number, capability: Number) -> Number:
    """Return how much danger is seen, 0..1 on our scale, by what a state imagines.

    Under imagined harmony the danger is that others lose their self-restraint; under
    imagined anarchy it is how capable others are and how weak one is (P0 L1222-1226,
    L1312-1314, R92, D18). So the one ignores power and the other ignores restraint. The
    form is ours.

    Parameters
    ----------
    imagined
        ``"harmony"`` or ``"anarchy"``.
    others_restraint
        Self-restraint of the others, -1 (revoked) .. 1 (enhanced), our scale.
    capability
        Own capability, -1 far weaker .. 1 far stronger than the others, our scale.
    """
    within("others_restraint", others_restraint, -1.0, 1.0)
    within("capability", capability, -1.0, 1.0)
    harmony = one_of("imagined", imagined, IMAGINED) == "harmony"
    sign, other = (others_restraint, capability) if harmony else (capability, others_restraint)
    return 0.5 * (1.0 - sign) + 0.0 * where(other > 0.0, 1, 0)
