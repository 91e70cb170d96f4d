"""A web of ties between pairs of states, and what it means for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from bor_widgets.theory.arithmetic import Leaning, clip
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.containment import STABLE, containment, interference_threat, resists_hegemon
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.multilateral_frame import (
    FRAMES,
    Frame,
    intervening_attitude,
    volatility,
)
from bor_widgets.theory.order_by_ties import order
from bor_widgets.theory.provenance import Reason
from bor_widgets.theory.revisionists import perceived_confrontation, security_with_labels
from bor_widgets.theory.tables import Table, rows_of
from bor_widgets.theory.third_party import effect_of_others_tie, others_tie_reason


@dataclass(frozen=True, slots=True)
class Web:
    """States and the tie of each pair, seen by one of them.

    Attributes
    ----------
    states
        Names; the first is the one whose view is taken. At least two, all different.
    ties
        A square table, one row for each state: -1 (hostile) .. 1 (close), our scale. The
        same both ways; what stands on the diagonal does not matter.
    hegemon
        The superpower in it, or None.
    neighbours
        The states on the own borders.
    must_choose
        Neighbours that are forced to take sides.
    revisionists
        States that one calls revisionists.
    frame
        ``"bilateral"``, ``"multi-bilateral"`` or ``"multilateral"``.
    general_rules
        How far the frame depends on universal rules, 0..1 on our scale.
    all_follow
        Whether all follow balance of relationships (yes, no, open).

    Raises
    ------
    ValueError
        For names that are not there, a table that does not fit, or a number out of range.
    """

    states: tuple[str, ...]
    ties: Table
    hegemon: str | None = None
    neighbours: tuple[str, ...] = ()
    must_choose: tuple[str, ...] = ()
    revisionists: tuple[str, ...] = ()
    frame: Frame = "multi-bilateral"
    general_rules: float = 0.5
    all_follow: Any = False

    def __post_init__(self) -> None:
        n = len(self.states)
        if n < 2 or len(set(self.states)) < n:
            raise ValueError(
                f"states takes at least two different names; given were {list(self.states)!r}"
            )
        rows = rows_of("ties", self.ties)
        if (len(rows), len(rows[0])) != (n, n):
            raise ValueError(
                f"ties takes a table of {n} by {n}, as there are {n} states; "
                f"given was one of {len(rows)} by {len(rows[0])}"
            )
        for i, j in combinations(range(n), 2):
            pair = f"the tie between {self.states[i]} and {self.states[j]}"
            within(pair, rows[i][j], -1.0, 1.0)
            if rows[i][j] != rows[j][i]:
                raise ValueError(
                    f"{pair} is the same both ways; given were {rows[i][j]:g} and {rows[j][i]:g}"
                )
        object.__setattr__(self, "ties", tuple(tuple(row) for row in rows))
        others = self.states[1:]
        if self.hegemon is not None:
            one_of("hegemon", self.hegemon, others)
        for name, group in (("neighbours", self.neighbours), ("revisionists", self.revisionists)):
            for state in group:
                one_of(name, state, others)
        for state in self.must_choose:
            one_of("must_choose", state, self.neighbours)
        one_of("frame", self.frame, FRAMES)
        within("general_rules", self.general_rules, 0.0, 1.0)
        criterion("all_follow", self.all_follow)

    def _at(self, one: str, other: str) -> tuple[int, int]:
        one_of("one", one, self.states)
        one_of("other", other, [name for name in self.states if name != one])
        return self.states.index(one), self.states.index(other)

    def tie(self, one: str, other: str) -> float:
        """Return the tie between two states, -1..1 on our scale."""
        i, j = self._at(one, other)
        return float(self.ties[i][j])

    def with_tie(self, one: str, other: str, value: float) -> Web:
        """Return the same web with one tie changed."""
        i, j = self._at(one, other)
        rows = [list(row) for row in self.ties]
        rows[i][j] = rows[j][i] = within("value", value, -1.0, 1.0)
        return replace(self, ties=rows)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every pair of states once."""
        return tuple(combinations(self.states, 2))


@dataclass(frozen=True, slots=True)
class WebReading:
    """What a web means for the state whose view is taken; gauges are 0..1 on our scale.

    Attributes
    ----------
    containment
        Threat of being contained by the hegemon along the borders.
    resolved
        Whether that threat is resolved: +1, 0 not said, -1 (see ``Containment``).
    hegemon_tie
        The own tie with the hegemon, -1..1; at least 0 once the threat is resolved.
    resist_hegemon
        -1 no need to resist its order, 0 not said.
    interference
        Threat from global interference.
    confrontation
        Perceived confrontation that calling others revisionists brings.
    relational_security
        The mean of one's own ties, less what labels cost, plus what others' ties can serve.
    volatility
        How volatile the frame makes relations.
    intervening
        Whether the frame calls for an intervening attitude: +1, 0, -1.
    order
        How well stable pairs keep order.
    alarm
        How loudly balance of power warns of pairs that drew closer; 0 under the other lens.
    """

    containment: float
    resolved: Leaning
    hegemon_tie: float
    resist_hegemon: Leaning
    interference: float
    confrontation: float
    relational_security: float
    volatility: float
    intervening: Leaning
    order: float
    alarm: float
    reasons: tuple[Reason, ...]


def read_web(
    web: Web,
    before: Web | None = None,
    lens: Lens = "balance of relationships",
    *,
    pressure: float = 0.5,
    pragmatism: float = 1.0,
    stable: float = STABLE,
) -> WebReading:
    """Read a web with the rules R71-R74, R76, R77, R79, R81 and R82, one gauge for each.

    Parameters
    ----------
    web
        The web as it is.
    before
        The web before the last change, with the same states; None for no change.
    lens
        Who listens to a pair that draws closer; it moves only the alarm and the security
        that such a pair can serve.
    pressure
        Global pressure to become uniform, 0..1 on our scale.
    pragmatism
        How far one's policy follows ties instead of rules, 0..1 on our scale.
    stable
        Strength from which a tie counts as stable (ours).

    Raises
    ------
    ValueError
        For another set of states before, or a number outside its range.
    """
    one_of("lens", lens, LENSES)
    if before is not None and before.states != web.states:
        raise ValueError(
            f"before takes a web of the same states, {list(web.states)!r}; "
            f"given was one of {list(before.states)!r}"
        )
    own = web.states[0]
    mine = [web.tie(own, other) for other in web.states[1:]]
    hegemon_tie = web.tie(own, web.hegemon) if web.hegemon else 0.0
    forced = [name in web.must_choose for name in web.neighbours]
    threat, resolved, resist, reasons = 0.0, 0, 0, []
    if web.hegemon and web.neighbours:
        border = containment(
            [web.tie(own, name) for name in web.neighbours], forced, hegemon_tie, stable=stable
        )
        threat, resolved, hegemon_tie = border.threat, border.resolved, border.hegemon_tie
        resist = resists_hegemon(forced)
        if resolved:
            reasons.append(Reason("R79", "resolved" if resolved > 0 else "not_all_stable"))
        reasons.append(Reason("R77", "no_need" if resist < 0 else "not_said"))
    labels = len(set(web.revisionists))
    confrontation = perceived_confrontation(labels, len(web.states) - 1)
    reasons.append(Reason("R73") if labels else Reason("R74"))
    alarm, gain, told = _others(web, before, lens)
    reasons += told
    calm = security_with_labels(_mean(mine), confrontation)
    attitude = intervening_attitude(web.frame, web.all_follow)
    unrest = volatility(web.frame, web.general_rules, pragmatism, web.all_follow)
    if attitude:
        reasons.append(Reason("R71", "intervening" if attitude > 0 else "all_follow"))
    if unrest > 0.0:
        reasons.append(Reason("R72"))
    return WebReading(
        threat,
        resolved,
        hegemon_tie,
        resist,
        interference_threat(pressure, mine),
        confrontation,
        clip(calm + gain, 0.0, 1.0),
        unrest,
        attitude,
        order([web.tie(*pair) for pair in web.pairs]),
        alarm,
        tuple(reasons),
    )


def _mean(ties: Sequence[float]) -> float:
    return sum(max(tie, 0.0) for tie in ties) / len(ties)


def _others(web: Web, before: Web | None, lens: Lens) -> tuple[float, float, list[Reason]]:
    """Return the loudest alarm, the largest gain, and the words, over pairs of others."""
    if before is None:
        return 0.0, 0.0, []
    grown = [
        (before.tie(*pair), web.tie(*pair))
        for pair in web.pairs
        if web.states[0] not in pair and web.tie(*pair) > before.tie(*pair)
    ]
    if not grown:
        return 0.0, 0.0, []
    effects = [effect_of_others_tie(was, now, lens) for was, now in grown]
    return (
        max(effect.alarm for effect in effects),
        max(effect.security_change for effect in effects),
        [others_tie_reason(*grown[0], lens)],
    )
