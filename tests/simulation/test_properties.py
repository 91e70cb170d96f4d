"""What holds in every world, whatever its numbers: same bits, ranges, and nothing changed."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.simulation import WorldConfig, world_parameters
from bor_widgets.simulation.doctrines import DOCTRINES, MOVES, QUESTIONS, TABLE_MOVES, RuleTable
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.measures import measures
from bor_widgets.simulation.shocks import ALONE, SHOCKS, Shock
from bor_widgets.simulation.state import Worlds
from bor_widgets.simulation.world import World
from bor_widgets.theory.judgement import GRADES
from tests.simulation.worlds_seen import see

#: numbers that the strategy sets by itself, because they must fit others
BY_HAND = ("states", "riser", "hegemon", "gravity_low", "gravity_high", "floor", "ceiling")


def numbers() -> st.SearchStrategy[dict[str, Any]]:
    """Draw some of the numbers anywhere in their ranges, the ends often."""
    drawn: dict[str, st.SearchStrategy[Any]] = {}
    for name, parameter in world_parameters().items():
        if name in BY_HAND or name in DOCTRINES:
            continue
        low, high = parameter.low, parameter.high
        if parameter.kind == "choice":
            drawn[name] = st.sampled_from(parameter.options)
        elif parameter.kind == "count":
            drawn[name] = st.integers(int(low), int(high))
        else:
            drawn[name] = st.one_of(st.sampled_from((low, high)), st.floats(low, high))
    return st.fixed_dictionaries({}, optional=drawn)


@st.composite
def tables(draw: Any) -> tuple[RuleTable, ...]:
    moves = st.lists(st.sampled_from(TABLE_MOVES), min_size=len(QUESTIONS), max_size=len(QUESTIONS))
    return tuple(
        RuleTable(f"table {k}", tuple(draw(moves))) for k in range(draw(st.integers(0, 2)))
    )


@st.composite
def shocks(draw: Any, states: int, sides: bool) -> tuple[Shock, ...]:
    # nobody can be called to take sides where there are none
    kinds = tuple(kind for kind in SHOCKS if sides or kind != "call for sides")
    found = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(kinds))
        one, other = draw(st.integers(0, states - 1)), draw(st.integers(0, states - 1))
        if one != other or kind in ALONE:
            found.append(Shock(draw(st.integers(0, 20)), kind, one, other))
    return tuple(found)


@st.composite
def configs(draw: Any) -> WorldConfig:
    """Draw any valid small world."""
    states = draw(st.integers(2, 6))
    weights = draw(st.tuples(*[st.sampled_from((0.0, 0.1, 0.5, 1.0))] * len(DOCTRINES)))
    weights = weights if sum(weights) > 0.0 else (1.0, *weights[1:])
    gravity = sorted(draw(st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0))))
    own = draw(tables())
    known = (*DOCTRINES, *(table.name for table in own))
    riser, hegemon = draw(st.booleans()), states > 2 and draw(st.booleans())
    follows = st.lists(st.sampled_from(known), min_size=states, max_size=states).map(tuple)
    return WorldConfig(
        **{
            **dict(zip(DOCTRINES, weights, strict=True)),
            **draw(numbers()),
            "states": states,
            "riser": riser,
            "hegemon": hegemon,
            "gravity_low": gravity[0],
            "gravity_high": gravity[1],
            "floor": draw(st.floats(0.0, 0.5)),
            "ceiling": draw(st.floats(0.51, 0.99)),
            "tables": own,
            "assigned": draw(st.just(()) | follows) if not own else draw(follows),
            "shocks": draw(shocks(states, riser and hegemon)),
        }
    )


SOME = settings(max_examples=25)


def bits(worlds: Worlds, place: int) -> dict[str, bytes]:
    """Return the state of one world of a row, to the last bit."""
    return {
        entry.name: np.ascontiguousarray(getattr(worlds, entry.name)[place]).tobytes()
        for entry in fields(worlds)
        if entry.name != "round"
    }


@SOME
@given(configs(), st.permutations(range(5)), st.integers(0, 20))
def test_a_replication_depends_on_its_number_alone(
    config: WorldConfig, order: list[int], rounds: int
) -> None:
    together = see(config, rounds, order).worlds
    for place, number in enumerate(order[:3]):
        alone = see(config, rounds, [number]).worlds
        assert bits(together, place) == bits(alone, 0)


@SOME
@given(configs(), st.integers(1, 20))
def test_the_same_world_goes_the_same_way_twice(config: WorldConfig, rounds: int) -> None:
    one, other = World(config).run(rounds), World(config).run(rounds)
    assert one.worlds.same_as(other.worlds)
    assert one.log == other.log
    assert all(
        np.array_equal(one.history[name], other.history[name], equal_nan=True)
        for name in measures()
    )


@SOME
@given(configs(), st.data())
def test_to_look_back_shows_what_was_and_changes_nothing(config: WorldConfig, data: Any) -> None:
    rounds = data.draw(st.integers(1, 20))
    back = data.draw(st.integers(0, rounds))
    world, then = World(config).run(rounds), World(config).run(back)
    before, log = world.worlds.copy(), list(world.log)
    assert world.at(back).same_as(then.worlds)
    assert world.worlds.same_as(before)
    assert world.log == log
    assert world.round == rounds


@SOME
@given(configs(), st.data())
def test_a_world_that_was_rewound_goes_the_same_way_again(config: WorldConfig, data: Any) -> None:
    rounds = data.draw(st.integers(1, 20))
    back = data.draw(st.integers(0, rounds))
    world = World(config).run(rounds)
    end, log = world.worlds.copy(), list(world.log)
    world.rewind(back)
    assert world.round == back
    assert len(world.log) == back
    assert all(len(values) == back for values in world.history.values())
    world.run(rounds - back)
    assert world.worlds.same_as(end)
    assert world.log == log


@SOME
@given(configs(), st.data())
def test_a_recorded_course_is_played_again_to_the_last_bit(config: WorldConfig, data: Any) -> None:
    world = World(config, number=data.draw(st.integers(0, 3)))
    for _ in range(data.draw(st.integers(0, 3))):
        world.run(data.draw(st.integers(0, 6)))
        if data.draw(st.booleans()):
            world.change(strikes=data.draw(st.floats(0.0, 1.0)))
        if data.draw(st.booleans()):
            world.shock(data.draw(st.sampled_from(("power shift", "retrenchment"))), 0)
    world.run(data.draw(st.integers(0, 6)))
    again = World.again(world.record())
    assert again.worlds.same_as(world.worlds)
    assert again.log == world.log
    assert again.record() == world.record()


def in_range(worlds: Worlds, config: WorldConfig) -> None:
    """Check every value of a state against what it means."""
    for entry in fields(worlds):
        values = getattr(worlds, entry.name)
        if entry.name != "round" and values.dtype.kind == "f":
            assert np.isfinite(values).all(), entry.name
    shares = ("level", "commitment", "fatigue", "drive", "legitimacy", "sacrifice", "confrontation")
    for name in (*shares, "value", "culture"):
        values = getattr(worlds, name)
        assert ((values >= 0.0) & (values <= 1.0)).all(), name
    # single precision rounds the best that a tie can be
    assert (worlds.level <= np.float32(config.ceiling) + 1e-6).all()
    assert (np.abs(worlds.restraint) <= 1.0).all()
    assert (np.abs(worlds.leadership) <= 1.0).all()
    assert (worlds.capability > 0.0).all()
    assert np.isin(worlds.retrieving, (0, 1)).all()
    assert (worlds.opposing >= 0).all()
    assert (worlds.bargains >= 0).all()
    diagonal = np.arange(config.states)
    for name in ("level", "age", "campaign", "coalition", "failed", "embargo"):
        assert not getattr(worlds, name)[:, diagonal, diagonal].any(), name


#: measures that are shares or degrees; all others are at least 0
SHARES = frozenset(measures()) - {"volatility", "given_up"}


@settings(max_examples=50)
@given(configs(), st.integers(1, 40))
def test_every_value_stays_in_its_range(config: WorldConfig, rounds: int) -> None:
    before = config.to_json()
    engine = Engine.of(config, range(3), "arrays")
    in_range(engine.worlds, config)
    seen = see(config, rounds, range(3))
    in_range(seen.worlds, config)
    for name, values in seen.measures().items():
        known = values[np.isfinite(values)]
        assert not np.isinf(values).any(), name
        low = -1.0 if name == "hegemon_tie" else 0.0
        assert (known >= low).all(), name
        assert (known <= (1.0 + 1e-9 if name in SHARES else np.inf)).all(), name
    assert config.to_json() == before


@SOME
@given(configs(), st.integers(1, 10))
def test_the_counts_of_a_round_agree_with_what_was_done(config: WorldConfig, rounds: int) -> None:
    seen = see(config, rounds, range(2))
    for tallies, moves in zip(seen.rounds, seen.moves, strict=True):
        for world in range(2):
            here = moves.world == world
            assert tallies.moves[world].sum() == here.sum() == tallies.grades[world].sum()
            assert (tallies.instruments[world].sum() == (moves.move[here] == 6).sum()).all()
        ties = moves.world * config.states**2 + moves.struck * config.states + moves.by
        assert len(set(ties.tolist())) == len(ties)  # a tie is answered once in a round
        assert (moves.struck != moves.by).all()
        assert ((moves.grade >= 0) & (moves.grade < len(GRADES))).all()
        assert ((moves.move >= 0) & (moves.move < len(MOVES))).all()
        assert ((moves.area >= 0) & (moves.area < config.areas)).all()


@SOME
@given(configs())
def test_any_valid_world_survives_a_file(config: WorldConfig) -> None:
    again = WorldConfig.from_json(config.to_json())
    assert again == config
    assert see(again, 3, [0]).worlds.same_as(see(config, 3, [0]).worlds)


@settings(max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    (
                        "states",
                        "strikes",
                        "assigned",
                        "tables",
                        "shocks",
                        "calibration",
                        "pace",
                        "values_given",
                        "ties_given",
                        "name",
                        "moves",
                        "round",
                        "kind",
                        "one",
                    )
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_plain_data_makes_a_world_or_is_refused_in_one_sentence(plain: Any) -> None:
    try:
        config = WorldConfig.from_plain(plain)
    except (TypeError, ValueError) as refused:
        sentence = str(refused)
        assert sentence
        assert len(sentence) < 600
        assert "\n" not in sentence
        for words in ("not iterable", "unexpected", "not supported", "must be strings", "<class"):
            assert words not in sentence
    else:
        assert isinstance(config, WorldConfig)
