# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""T27 to T29: the web of ties around a riser, seen in many worlds."""

from __future__ import annotations

from typing import Any

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.doctrines import (
    QUESTIONS,
    RuleTable,
)
from bor_widgets.simulation.shocks import Shock
from bor_widgets.simulation.start import HEGEMON, RISER, border
from tests.simulation.worlds_seen import (
    QUIET,
    Seen,
    all_follow,
    at_least,
    change,
    rise,
    see,
    strength,
)

#: a riser with four neighbours, a hegemon, two more
WEB = WorldConfig(
    states=8,
    neighbours=4,
    relationships=1.0,
    power=0.0,
    values=0.0,
    soft=0.0,
    by_table=0.0,
)


def stable_border(level: float, **fields: Any) -> WorldConfig:
    """Return the web with ties of one strength between the riser and its neighbours."""
    ties = tuple((RISER, place, level) for place in border(WEB))
    return WEB.with_(ties_given=ties, **fields)


# ---- T27: what stable ties all along the border do (R77, R79, P0 L987-1010)


def test_T27_R79_stable_border_ties_and_nobody_forced_leave_containment_at_its_least() -> None:
    stable = see(stable_border(0.9, **QUIET), 1).measures()["containment"]
    assert at_least(stable == 0.0) > 0.96
    # and not so where a neighbour must choose, or a tie is not stable
    forced = see(stable_border(0.9, forced=1.0, **QUIET), 1).measures()["containment"]
    loose = see(stable_border(0.3, **QUIET), 1).measures()["containment"]
    assert at_least(forced > 0.0) > 0.96
    assert at_least(loose > 0.0) > 0.96


def test_T27_R77_having_to_choose_wears_on_the_ties_themselves() -> None:
    config = stable_border(0.7, choosing=0.4)

    def border_ties(forced: float, choosing: float = 0.4) -> Any:
        seen = see(config.with_(forced=forced, choosing=choosing), 30)
        return sum(strength(seen, RISER, place) for place in border(config))

    # a tie that is struck is also enacted, when the answer is compromise: what is asked is
    # whether the strikes come, and whether containment follows
    free, made_to = see(config, 30), see(config.with_(forced=1.0), 30)
    assert rise(free.measures()["containment"], made_to.measures()["containment"]) > 0.1
    assert rise(free.total.moves.sum(axis=1), made_to.total.moves.sum(axis=1)) > 1.0
    # and not so where having to choose brings no strikes: then the ties are the same ties
    assert change(border_ties(0.0, 0.0), border_ties(1.0, 0.0)) == (0.0, 0.0)


def test_T27_R77_a_riser_that_keeps_ties_makes_no_coalition_against_the_hegemon() -> None:
    # the tie with the hegemon stays at least non-confrontational where nobody is forced
    config = stable_border(0.9, alarm=1.0, riser_doctrine="relationships")
    keeps = see(config, 20)
    assert at_least(keeps.worlds.coalition[:, RISER, HEGEMON] == 0) > 0.96
    assert at_least(keeps.count("hard balancing", by=RISER, to=HEGEMON) == 0) > 0.96
    # and not so of a riser that follows balance of power
    balances = see(config.with_(riser_doctrine="power", riser_growth=0.1), 20)
    assert at_least(balances.count("hard balancing", by=RISER, to=HEGEMON) > 0) > 0.5


def test_R107_where_the_region_approves_nobody_must_choose() -> None:
    # P0 L102-110; in these worlds approval takes the choice away
    config = stable_border(0.9, forced=1.0, **{**QUIET, "choosing": 0.5})
    approved = config.with_(shocks=(Shock(3, "regional approval", RISER),))
    called = config.with_(forced=0.0, shocks=(Shock(3, "call for sides", HEGEMON),))
    # the first three rounds are alike: only what follows counts
    assert at_least(see(config, 12).total.moves.sum(axis=1) > 0) > 0.96
    after = [each.moves.sum(axis=1) for each in see(approved, 12).rounds[3:]]
    assert at_least(sum(after) == 0) > 0.96
    before = [each.moves.sum(axis=1) for each in see(called, 12).rounds[:3]]
    after = [each.moves.sum(axis=1) for each in see(called, 12).rounds[3:]]
    assert at_least(sum(before) == 0) > 0.96
    assert at_least(sum(after) > 0) > 0.96


# ---- T28: a good tie between two potential enemies (R81, P0 L1010-1014, L1034-1040)

APART, CLOSE = ((1, 2, 0.1),), ((1, 2, 0.9),)


def test_T28_R81_a_good_tie_between_two_others_takes_no_security_from_a_third() -> None:
    config = all_follow("relationships", states=5, strikes=0.1)
    apart = see(config.with_(ties_given=APART), 20).security(0)
    close = see(config.with_(ties_given=CLOSE), 20).security(0)
    low, _ = change(apart, close)
    assert low > -0.005
    # and not so of a tie of its own
    own = see(config.with_(ties_given=((0, 1, 0.1),)), 20).security(0)
    better = see(config.with_(ties_given=((0, 1, 0.9),)), 20).security(0)
    assert rise(own, better) > 0.005


def test_T28_R81_balance_of_power_takes_alarm_at_it() -> None:
    config = all_follow("power", states=3, alarm=1.0, strikes=0.0, opposition=0.0)
    apart = see(config.with_(ties_given=APART), 20)
    close = see(config.with_(ties_given=CLOSE), 20)
    moves = ("hard balancing", "bandwagoning")
    assert rise(apart.count(*moves, by=0), close.count(*moves, by=0)) > 0.0


# ---- T29: a neighbour complies with the hegemon (R78, P0 L993-1006)

NEIGHBOUR = 2

#: balance of relationships, but doing what a far stronger state asks
COMPLIES = RuleTable(
    "complies",
    tuple(
        "bandwagoning"
        if power == "far weaker"
        else {"none": "none", "potential": "compromise", "indirect": "mix", "direct": "breakup"}[
            grade
        ]
        for grade, _, power, _ in QUESTIONS
    ),
)


def web_in_which_it_complies(struck_by: int, table: bool = True) -> Seen:
    doctrines = ["relationships"] * 8
    if table:
        doctrines[NEIGHBOUR] = "complies"
    quiet = {**QUIET, "strikes": 1e-12}  # none comes of itself in ten rounds
    config = stable_border(
        0.9,
        **quiet,
        tables=(COMPLIES,),
        assigned=tuple(doctrines),
        hegemon_capability=10.0,
        shocks=(Shock(1, "betrayal", struck_by, NEIGHBOUR),),
    )
    return see(config, 10)


def test_T29_R78_complying_with_the_hegemon_leaves_a_stable_tie_as_it_is() -> None:
    complies = web_in_which_it_complies(HEGEMON)
    assert at_least(complies.count("bandwagoning", by=NEIGHBOUR, to=HEGEMON) > 0) > 0.96
    untouched = see(stable_border(0.9, **QUIET), 10)
    for one, other in ((RISER, NEIGHBOUR), (NEIGHBOUR, RISER)):
        same = strength(complies, one, other) == strength(untouched, one, other)
        assert at_least(same) > 0.96
    # and not so where the tie with the riser is the one that was betrayed
    betrayed = web_in_which_it_complies(RISER)
    changed = strength(betrayed, NEIGHBOUR, RISER) != strength(untouched, NEIGHBOUR, RISER)
    assert at_least(changed) > 0.96
