"""Which means are open: harsh ones, unusual ones, and a mix of its own for each partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.theory.arithmetic import Leaning, all_of, any_of, leaning
from bor_widgets.theory.provenance import Reason, computes

Step = Literal["compromise", "sanction"]


@computes("R16")
def restraint_norm_holds(out_of_control: Any) -> Leaning:
    """Whether the norm of self-restraint applies: only while matters are under control.

    Source: P0 L327-333 (R16). Returns +1 yes, 0 open, -1 no.
    """
    return -leaning(out_of_control)


@computes("R15")
def harsh_means_permitted(out_of_control: Any, tie_broken: Any, to_restore: Any) -> Leaning:
    """Whether the kingly way may be set aside.

    It may where a relationship is to be restored, and chaos calls for severe punishment
    (P0 L375-385, R15). Returns +1 yes, 0 open, -1 no.
    """
    disorder = any_of(leaning(out_of_control), leaning(tie_broken))
    return all_of(disorder, leaning(to_restore))


@computes("R17")
def option_is_open(balanced_by_arrangement: Any) -> Leaning:
    """Whether an option is open: any is, if balanced arrangements are made.

    Source: P0 L1370-1372 (R17). Returns +1 yes, 0 open, -1 no.
    """
    return leaning(balanced_by_arrangement)


@dataclass(frozen=True, slots=True)
class Blend:
    """One counterpart's own mix of compromise and sanction.

    ``shows_restraint`` and ``shows_resolve`` say which half of the shared purpose the
    steps serve.
    """

    counterpart: str
    steps: tuple[Step, ...]
    shows_restraint: bool
    shows_resolve: bool


@computes("R18")
def blends(steps: Mapping[str, Sequence[Step]]) -> tuple[Blend, ...]:
    """Read a policy towards several counterparts as one blend each, in its own order.

    Each counterpart gets its own mix and order, with one shared purpose: to show
    restraint and resolve (P0 L1640-1646, R18).

    Raises
    ------
    ValueError
        For a step that is neither a compromise nor a sanction.
    """
    result = []
    for counterpart, sequence in steps.items():
        for step in sequence:
            if step not in ("compromise", "sanction"):
                raise ValueError(f"a step is 'compromise' or 'sanction'; given was {step!r}")
        result.append(
            Blend(counterpart, tuple(sequence), "compromise" in sequence, "sanction" in sequence)
        )
    return tuple(result)


def means_reasons(
    out_of_control: Any, tie_broken: Any, to_restore: Any, arranged: Any
) -> tuple[Reason, ...]:
    """Say which means are open here; what nobody has judged is left out.

    Parameters
    ----------
    out_of_control, tie_broken, to_restore
        As for ``harsh_means_permitted``.
    arranged
        As for ``option_is_open``.
    """
    told = []
    norm = restraint_norm_holds(out_of_control)
    if norm != 0:
        told.append(Reason("R16", "stands" if norm > 0 else "no_longer"))
    harsh = harsh_means_permitted(out_of_control, tie_broken, to_restore)
    if harsh > 0:
        told.append(Reason("R15"))
    if option_is_open(arranged) > 0:
        told.append(Reason("R17"))
    return tuple(told)
