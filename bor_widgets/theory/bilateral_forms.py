"""Which kinds of tie count as bilateralism, and what form it took in which century."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bor_widgets.theory.alliance_bargain import pairs_within
from bor_widgets.theory.checks import within
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.venue import by_number

#: what the word bilateralism covers (P1 L19)
KINDS = ("diplomacy", "security alliance", "relationship")

#: bodies with many members which the paper calls bilaterally inspired (P1 L27)
BLOCS = ("NATO", "Warsaw Pact")


@computes("Q26")
def is_bilateralism(kinds: Collection[str]) -> bool:
    """Whether a tie of two states counts as bilateralism: any one kind is enough.

    Source: P1 L19 (Q26).

    Raises
    ------
    ValueError
        For a kind that the paper does not name.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"a kind is one of {', '.join(KINDS)}; given was {kind!r}")
    return bool(kinds)


@computes("Q25")
def typical_form(year: int) -> Literal["blocs", "coalition of the willing", "not said"]:
    """Name the form that a century gave to arrangements along common interests.

    The twentieth century had blocs out of a bilaterally inspired realism, the
    twenty-first has the coalition of the willing as their other side (Q25, P1 L27). Other
    centuries are not spoken of; centuries are counted from 1901 and 2001.
    """
    if 1901 <= year <= 2000:
        return "blocs"
    return "coalition of the willing" if 2001 <= year <= 2100 else "not said"


@dataclass(frozen=True, slots=True)
class BlocReading:
    """A bloc by the count, and as the paper calls it.

    Attributes
    ----------
    number
        The label by number of states.
    paper
        ``"bilaterally inspired"`` for the two blocs that the paper names, otherwise
        ``"not said"``.
    pairs
        How many pairs of states the bloc contains.
    """

    number: str
    paper: str
    pairs: int
    reasons: tuple[Reason, ...]


def read_bloc(name: str, members: int) -> BlocReading:
    """Read a bloc twice: count its members, and ask what the paper calls it (E41).

    NATO and the Warsaw Pact have many members and are called bilaterally inspired all
    the same (Q25, P1 L27).

    Raises
    ------
    ValueError
        For fewer than one member.
    """
    within("members", members, 1, float("inf"))
    number = str(by_number(members))
    if name not in BLOCS:
        return BlocReading(number, "not said", pairs_within(members), (Reason("Q25", "not_named"),))
    key = "parts_from_count" if number == "multilateral" else "named"
    return BlocReading(number, "bilaterally inspired", pairs_within(members), (Reason("Q25", key),))
