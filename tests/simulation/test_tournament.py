"""Round-robin: fair places, the same bits whatever the order, and nobody stops the others."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.doctrines import RuleTable
from bor_widgets.simulation.entries import Entry, built_in, own
from bor_widgets.simulation.meeting import meet, spread
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.ranking import scores, standings
from bor_widgets.simulation.settings import USUAL, Setting, setting_named, settings
from bor_widgets.simulation.tournament import SPREADS, Outcome, Tournament
from bor_widgets.sources import rules

SMALL = Setting("small", "Small", WorldConfig(states=5, strikes=0.3))
PLAIN = Setting("plain", "Plain", WorldConfig(states=4, riser=False, hegemon=False, strikes=0.3))


def entries(*names: str) -> tuple[Entry, ...]:
    return tuple(built_in()[name] for name in names)


def tournament(*names: str, **changes: Any) -> Tournament:
    given: dict[str, Any] = {
        "entries": entries(*(names or ("relationships", "power", "tit for tat"))),
        "settings": (SMALL, PLAIN),
        "worlds": 6,
        "rounds": 5,
        "path": "arrays",
    }
    return Tournament(**{**given, **changes})


def same(one: Outcome, other: Outcome) -> bool:
    return set(one.played) == set(other.played) and all(
        np.array_equal(one.played[meeting][name], other.played[meeting][name])
        for meeting in one.played
        for name in criteria()
    )


# ---------------------------------------------------------------- fair places


@pytest.mark.parametrize("states", range(2, 31))
def test_half_of_the_states_follow_each(states: int) -> None:
    for part in range(SPREADS):
        sides = spread(states, part)
        assert len(sides) == states
        assert abs(sides.count(0) - sides.count(1)) <= 1


@pytest.mark.parametrize("states", range(4, 31))
def test_riser_and_hegemon_are_together_as_often_as_apart(states: int) -> None:
    together = [sides[0] == sides[1] for sides in (spread(states, p) for p in range(SPREADS))]
    assert together.count(True) == together.count(False)


def test_exchanged_places_favour_nobody() -> None:
    # the same table under two names: whoever is the riser, both score the same, bit for bit
    moves = built_in()["patient tit for tat"].table
    assert moves is not None
    one, other = (own(RuleTable(name, moves.moves)) for name in ("one", "other"))
    base = SMALL.config.with_(riser_growth=0.1)
    found = meet(base, one, other, spread(5, 0), range(4), 12, "arrays")
    assert found is not None
    for name in criteria():
        assert np.array_equal(found[name][0], found[name][1])
    # and the places do matter, so that this is no empty claim: only the riser grows
    assert (found["capability"] > 0.0).any()


def test_who_is_named_first_changes_nothing() -> None:
    one, other = entries("tit for tat", "power")
    there = meet(SMALL.config, one, other, spread(5, 0), range(3), 8, "arrays")
    back = meet(SMALL.config, other, one, spread(5, 0), range(3), 8, "arrays")
    assert there is not None
    assert back is not None
    for name in criteria():
        assert np.array_equal(there[name], back[name][::-1])
        assert not np.array_equal(there[name][0], there[name][1])


def test_what_a_setting_says_of_doctrines_is_replaced() -> None:
    said = WorldConfig(states=3, assigned=("soft",) * 3, riser_doctrine="power")
    silent = WorldConfig(states=3)
    one, other = entries("sits still", "always breaks up")
    found = [meet(base, one, other, spread(3, 0), range(3), 8, "arrays") for base in (said, silent)]
    for name in criteria():
        assert np.array_equal(found[0][name], found[1][name])  # type: ignore[index]


# ---------------------------------------------------------------- the same bits


def test_order_and_threads_change_no_bit() -> None:
    usual = tournament().run()
    assert usual.complete
    turned = tournament(
        entries=tuple(reversed(tournament().entries)), settings=(PLAIN, SMALL)
    ).run()
    threaded = tournament().run(threads=3)
    for other in (turned, threaded):
        assert same(usual, other)
        for name in criteria():
            assert scores(usual, name) == scores(other, name)
            assert [(r.place, r.score) for r in standings(usual, name)] == [
                (r.place, r.score) for r in standings(other, name)
            ]


def test_another_entry_changes_no_meeting_of_the_others() -> None:
    two, three = tournament("relationships", "power").run(), tournament().run()
    for meeting, played in two.played.items():
        for name in criteria():
            assert np.array_equal(played[name], three.played[meeting][name])


def test_another_seed_is_another_tournament() -> None:
    once, again, other = (tournament(seed=seed).run() for seed in (3, 3, 4))
    assert same(once, again)
    assert not same(once, other)


def test_more_worlds_keep_the_first() -> None:
    few, many = tournament(worlds=4).run(), tournament(worlds=10).run()
    for name in criteria():
        a = few.against("small", name, "power", "relationships")
        assert len(a) == 4
        assert many.against("small", name, "power", "relationships")[:4] == a


def test_stopped_and_gone_on_with_is_the_same_as_not_stopped() -> None:
    whole = tournament().run()
    stop, told = threading.Event(), []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 17:
            stop.set()

    part = tournament().run(progress, stop)
    assert told == [(done, whole.total) for done in range(1, 18)]
    assert len(part.played) == 17
    assert not part.complete
    told.clear()
    assert tournament().run(progress, earlier=part) is part
    assert told == [(done, whole.total) for done in range(18, whole.total + 1)]
    assert part.complete
    assert same(part, whole)


def test_what_was_played_of_a_stopped_one_is_ranked_fairly() -> None:
    whole = tournament().run()
    stop = threading.Event()
    # one part is 6 pairs in 2 settings; the second part is left incomplete
    part = tournament().run(lambda done, _: stop.set() if done == 20 else None, stop)
    assert part.whole_parts("small") == [0, 1]
    assert part.whole_parts("plain") == [0]
    first = [0, 4]  # replications of the first part
    for name in criteria():
        for entry, values in scores(part, name).items():
            full = scores(whole, name)[entry]
            assert values == [full[number] for number in first]
    assert {row.score.count for row in standings(part)} == {2}
    del part.played[0, "small", "power", "tit for tat"]
    assert part.whole_parts("small") == [1]
    assert standings(part) == ()


def test_a_thread_that_is_stopped_plays_no_further() -> None:
    stop = threading.Event()
    outcome = tournament(worlds=40).run(lambda *_: stop.set(), stop, threads=2)
    assert 0 < len(outcome.played) < outcome.total


def test_an_error_of_whoever_listens_comes_through() -> None:
    def progress(done: int, total: int) -> None:
        raise KeyError("listener")

    for threads in (1, 2):
        with pytest.raises(KeyError, match="listener"):
            tournament().run(progress, threads=threads)


# ---------------------------------------------------------------- what is scored


def test_who_adds_no_restraint_gives_nothing_up() -> None:
    found = scores(
        tournament("sits still", "always breaks up", "always holds back").run(), "interests"
    )
    assert set(found["sits still"]) == set(found["always breaks up"]) == {0.0}
    assert min(found["always holds back"]) > 0.0


def test_where_nobody_uses_force_nobody_fights() -> None:
    outcome = tournament("sits still", "always holds back", rounds=20).run()
    assert set(scores(outcome, "peace")["sits still"]) == {0.0}
    forceful = tournament("sits still", "always breaks up", rounds=20).run()
    assert min(scores(forceful, "peace")["always breaks up"]) > 0.0


def test_capability_grows_as_the_setting_says_where_nobody_fights() -> None:
    # of five states one grows, by its own rate, for twenty rounds
    setting = Setting("one", "One", WorldConfig(states=5, riser_growth=0.05))
    outcome = tournament("sits still", settings=(setting,), rounds=20).run()
    row = standings(outcome, "capability")[0]
    assert row.alone.mean == pytest.approx((1.05**20 - 1.0) / 5.0, rel=1e-12)


def test_every_criterion_names_rules_that_exist_and_is_scored() -> None:
    one, other = entries("power", "values")
    found = meet(SMALL.config, one, other, spread(5, 0), range(2), 3, "arrays")
    assert found is not None
    assert set(found) == set(criteria())
    for name, criterion in criteria().items():
        assert found[name].shape == (2, 2)
        assert np.isfinite(found[name]).all()
        assert criterion.better in ("high", "low")
        assert all(rule in rules for rule in criterion.rules)


# ---------------------------------------------------------------- settings and refusals


def test_every_setting_is_a_world_and_every_preset_a_setting() -> None:
    assert set(USUAL) <= set(settings())
    for name in (*settings(), *presets()):
        setting = setting_named(name)
        assert setting.name == name
        assert 2 <= setting.config.states <= 40
    with pytest.raises(ValueError, match=r"a setting takes one of free, forced.*given was 'calm'"):
        setting_named("calm")


@pytest.mark.parametrize("name", settings())
def test_every_setting_can_be_played(name: str) -> None:
    outcome = tournament("by_table", "soft", settings=(setting_named(name),), worlds=4, rounds=2)
    assert outcome.run().complete


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"entries": ()}, "entries takes at least one"),
        ({"entries": ("power",)}, "entries takes a list of Entry; given was str"),
        ({"entries": entries("power", "power")}, "entries takes different names.*'power' twice"),
        ({"settings": ()}, "settings takes at least one"),
        ({"settings": ("free",)}, "settings takes a list of Setting; given was str"),
        ({"settings": (SMALL, SMALL)}, "settings takes different names"),
        ({"worlds": 1}, "worlds takes a whole number from 2 to 10000; given was 1"),
        ({"worlds": 2.5}, "worlds takes a whole number"),
        ({"rounds": 0}, "rounds takes a whole number from 1 to 10000; given was 0"),
        ({"criterion": "glory"}, "criterion takes one of security, interests.*'glory'"),
        ({"seed": -1}, "seed takes a whole number from 0"),
        ({"path": "magic"}, "path takes one of arrays, compiled"),
    ],
)
def test_a_bad_argument_is_one_sentence(changes: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        tournament(**changes)


def test_another_tournaments_outcome_is_refused() -> None:
    with pytest.raises(ValueError, match="earlier takes an outcome of this very tournament"):
        tournament().run(earlier=Outcome(tournament(rounds=6)))


@pytest.mark.parametrize(
    ("name", "label", "config"),
    [("", "x", WorldConfig()), ("x", "a\nb", WorldConfig()), ("x", "y", {"states": 3})],
)
def test_a_setting_that_is_none_is_refused(name: str, label: str, config: Any) -> None:
    with pytest.raises((TypeError, ValueError), match=r"takes a .*given was"):
        Setting(name, label, config)
