"""Double standards: why partners of different kinds are not treated alike."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bor_widgets.theory.arithmetic import Number, where
from bor_widgets.theory.checks import one_of, whole, within
from bor_widgets.theory.provenance import Reason, computes

#: kinds of partner whose treatment the paper speaks of
KINDS = ("ally", "complying", "revisionist", "defector")

#: room for deviance that each kind is given, 0..1. Ours: the paper says only that an ally
#: has more than a defector (P0 L1072-1076), and that a complying and a revisionist partner
#: are treated differently (P0 L1251-1259)
LATITUDE: Mapping[str, float] = MappingProxyType(
    {"ally": 0.8, "complying": 0.6, "revisionist": 0.4, "defector": 0.2}
)

#: how differently two ties of one kind are handled, because each has its own history (ours)
HISTORY = 0.1


def _check_table(table: Mapping[str, float]) -> None:
    for kind in KINDS:
        if kind not in table:
            raise ValueError(f"table takes all of {', '.join(KINDS)}; missing was {kind!r}")
        within(f"table[{kind!r}]", table[kind], 0.0, 1.0)
    if not table["ally"] > table["defector"]:
        raise ValueError(
            "table gives an ally more room than a defector; given were "
            f"{table['ally']:g} and {table['defector']:g}"
        )
    if table["complying"] == table["revisionist"]:
        raise ValueError(
            "table gives a complying and a revisionist partner different room; given was "
            f"{table['complying']:g} for both"
        )


@computes("R55")
def latitude(kind: str, table: Mapping[str, float] = LATITUDE) -> float:
    """Return how much room for deviance a partner has, 0..1 on our scale.

    More for an ally, less for a defector (P0 L1072-1076, R55).

    Parameters
    ----------
    kind
        ``"ally"``, ``"complying"``, ``"revisionist"`` or ``"defector"``.
    table
        Room for each kind (ours); an ally's must be above a defector's.

    Raises
    ------
    TypeError, ValueError
        For another kind, or a table that breaks what the paper states about the kinds.
    """
    one_of("kind", kind, KINDS)
    _check_table(table)
    return table[kind]


@computes("R54")
def answer_to_deviance(kind: str) -> str:
    """Say what a partner's deviant behaviour is answered with.

    One is pushed to compromise on that of a perceived ally (P0 L1257-1261, R54). For the
    others the paper names no answer.

    Raises
    ------
    ValueError
        For another kind of partner.
    """
    return "compromise" if one_of("kind", kind, KINDS) == "ally" else "not said"


@computes("R56", "R57")
def after_compromise(kind: str, level: Number, size: Number) -> tuple[str, Number]:
    """Say what compromise with a partner could bring, and how much of it there is then.

    With a complying partner it could secure continued support (P0 L1281-1285, R56); with
    a revisionist one it could warm feelings for later synchronization (P0 L1283-1287,
    R57). For an ally or a defector no such return is named. The form is ours.

    Parameters
    ----------
    kind
        Kind of partner.
    level
        Support or warmth before, 0..1 on our scale.
    size
        Size of the compromise, 0..1 on our scale.

    Returns
    -------
    ``"support"``, ``"warmth"`` or ``"not said"``, and the level afterwards.
    """
    one_of("kind", kind, KINDS)
    within("level", level, 0.0, 1.0)
    within("size", size, 0.0, 1.0)
    gain = {"complying": "support", "revisionist": "warmth"}.get(kind, "not said")
    if gain == "not said":
        return gain, level + 0.0 * size
    return gain, level + 0.5 * size * (1.0 - level)


@computes("R53", "R58", "R153")
def double_standard_index(
    partners: Mapping[str, Number],
    table: Mapping[str, float] = LATITUDE,
    history: float = HISTORY,
) -> Number:
    """Return how differently partners are treated, 0..1 on our scale.

    Wherever complying and revisionist partners coexist, whoever spreads a value acts
    inconsistently (P0 L1251-1259, R53). Even among partners of one kind each tie has its
    own history (P0 L1062-1068, R58), so double standards are a necessity of the system
    and no anomaly (P0 L203-211, L1295-1301, R153). Values and determination are no input:
    the mix of partners alone moves the index. The form is ours: the mean difference in
    room over all pairs of partners, with a little for history in every pair; 0 with fewer
    than two partners.

    Parameters
    ----------
    partners
        How many partners there are of each kind, 0 upwards (a number or an array). Kinds
        that are left out count as none.
    table
        Room for each kind (ours).
    history
        Difference between two ties of one kind, above 0 up to 1 (ours).

    Raises
    ------
    TypeError, ValueError
        For an unknown kind, a count below 0, or a number outside its range.
    """
    _check_table(table)
    within("history", history, 0.001, 1.0)
    counts = [
        within(one_of("kind", kind, KINDS), count, 0.0, 1e6) for kind, count in partners.items()
    ]
    kinds = list(partners)
    pairs: Number = 0.0
    differing: Number = 0.0
    for i, count in enumerate(counts):
        same = count * (count - 1.0) / 2.0
        same = where(count < 1.0, 0.0 * count, same)
        pairs, differing = pairs + same, differing + same * history
        for j in range(i):
            gap = history + (1.0 - history) * abs(table[kinds[i]] - table[kinds[j]])
            pairs = pairs + count * counts[j]
            differing = differing + count * counts[j] * gap
    return where(pairs > 0.0, differing / where(pairs > 0.0, pairs, 1.0), 0.0)


def index_reasons(partners: Mapping[str, int]) -> tuple[Reason, ...]:
    """Say why the index is what it is, for one mix of partners."""
    present = {kind for kind, count in partners.items() if count > 0}
    number = sum(partners.values())
    if number < 2:
        return (Reason("R58", "too_few"),)
    reasons = []
    if {"complying", "revisionist"} <= present:
        reasons.append(Reason("R53"))
    if {"ally", "defector"} <= present:
        reasons.append(Reason("R55"))
    if len(present) > 1 and not reasons:
        reasons.append(Reason("R153", "kinds_differ"))
    if len(present) == 1:
        reasons.append(Reason("R58"))
    if "ally" in present:
        reasons.append(Reason("R54"))
    return tuple(reasons)


@computes("R59")
def enforcement_consistency(interactions: Number, burden: float = 0.1) -> Number:
    """Return how consistently a value can be enforced, 0..1 on our scale.

    A rising power whose interactions expand cannot enforce any value consistently (P0
    L1081-1085, R59; said about China). The form is ours: it falls with each interaction.

    Parameters
    ----------
    interactions
        Number of interactions, 0 upwards.
    burden
        How much one more takes away, above 0 (ours).
    """
    within("interactions", interactions, 0.0, float("inf"))
    within("burden", burden, 1e-6, 1e6)
    return 1.0 / (1.0 + burden * interactions)


@computes("R60")
def single_value_promotion(partners: int) -> Any:
    """Return how far a single value is still promoted among partners whose support is sought.

    Negotiating support from a whole range of partners means avoiding it (P0 L1085-1089,
    R60; the United States in Asia). The form is ours: 1 for one partner, less for each more.

    Parameters
    ----------
    partners
        Number of partners, from 1 to 200.
    """
    return 1.0 / whole("partners", partners, 1, 200)
