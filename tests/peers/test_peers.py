"""The same model written three times: ours, in Mesa, and in loops over a graph, with one result.

The two peers hold plain floats and know nothing of arrays. A difference is a fault in one of
the three, or a rule that its documentation does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from bor_widgets.simulation import DOCTRINES, MOVES, SHOCKS, RuleTable, Shock, WorldConfig
from bor_widgets.simulation.doctrines import QUESTIONS, TABLE_MOVES
from bor_widgets.simulation.engine import Engine, Path
from bor_widgets.simulation.measures import measure, measures
from bor_widgets.simulation.moves import INSTRUMENTS
from bor_widgets.simulation.shocks import ALONE
from bor_widgets.simulation.start import begin
from bor_widgets.theory.calibration import Calibration
from bor_widgets.theory.commitment import Pace
from bor_widgets.theory.judgement import GRADES
from tests.peers.compare import (
    WHOLE,
    Peer,
    answers_of,
    furthest,
    measured_by,
    measures_apart,
    our_answers,
)
from tests.peers.mesa_world import MesaWorld
from tests.peers.networkx_world import NetworkxWorld

PEERS: Mapping[str, type[Any]] = {"mesa": MesaWorld, "networkx": NetworkxWorld}

#: after these rounds everything is compared
LOOKED_AT = (1, 10, 40)

#: how far floats may lie apart: they are added in another order only
NEAR = 1e-9

BASE = WorldConfig(precision="double", states=9, seed=5, strikes=0.3, gravity_high=1.0)


def _only(doctrine: str, **changes: Any) -> WorldConfig:
    weights = {name: 1.0 if name == doctrine else 0.0 for name in DOCTRINES}
    drawn = {"riser_doctrine": "as drawn", "hegemon_doctrine": "as drawn"}
    return BASE.with_(**(weights | drawn | changes))


def _shocks() -> tuple[Shock, ...]:
    """Every kind of shock, each twice, between states that differ."""
    shocks = []
    for k, kind in enumerate(SHOCKS):
        for round_ in (k, 20 + k):
            one = k % 8
            shocks.append(Shock(round_, kind, one, 0 if kind in ALONE else one + 1))
    return tuple(shocks)


def _table(name: str, shift: int) -> RuleTable:
    moves = [TABLE_MOVES[(shift + 5 * k) % len(TABLE_MOVES)] for k in range(len(QUESTIONS))]
    return RuleTable(name, tuple(moves))


CONFIGS: Mapping[str, WorldConfig] = {
    "neutral": WorldConfig(precision="double"),
    **{f"only {name}": _only(name) for name in DOCTRINES},
    "spreaders that tire": _only(
        "values", determination=1.0, tolerance=0.02, pace=Pace(strain=0.3, rested=0.3)
    ),
    "blank answered by power": _only("by_table", undetermined="power", tie=0.1),
    "blank answered by ties": _only("by_table", undetermined="relationships", tie=0.1),
    "forced neighbours": BASE.with_(states=12, forced=1.0, choosing=0.8, neighbours=6),
    "shocks": BASE.with_(shocks=_shocks(), strikes=0.05),
    "any threat softly": _only("soft", soft_from=1, sustained_from=1, campaign_rounds=3),
    "institutions": _only("soft", institutions=6, inclusive=0.5, membership=0.7, soft_violence=1.0),
    "tables": BASE.with_(
        tables=(_table("one", 0), _table("other", 3)),
        assigned=("one", "other", *DOCTRINES, "one", "other"),
    ),
    "four areas": BASE.with_(areas=4, culture_spread=1.0, reciprocity=0.9, retaliation=0.6),
    "other words and numbers": BASE.with_(
        wording="conclusion",
        ritual_every=3,
        horizon=1,
        calibration=Calibration(
            weight_punishment=-0.3, sensitivity=1.0, cut_direct=0.5, cut_weak=0.1
        ),
    ),
    "given values and ties": BASE.with_(
        values_given=tuple(k / 8 for k in range(9)), ties_given=((0, 2, 1.0), (0, 3, 0.9))
    ),
    "stable free borders": BASE.with_(neighbours=2, ties_given=((0, 2, 1.0), (0, 3, 1.0))),
    "no ritual, no powers": BASE.with_(ritual_every=0, riser=False, hegemon=False, growth=0.05),
    "a riser without a hegemon": BASE.with_(hegemon=False, forced=1.0),
    "two states": BASE.with_(states=2, hegemon=False, strikes=1.0),
    "several strikes on a tie": BASE.with_(strikes=1.0, imposition=1.0, opposition=1.0, alarm=1.0),
    "nothing happens": BASE.with_(strikes=0.0, imposition=0.0, opposition=0.0, alarm=0.0),
}


@cache
def course(name: str, path: Path = "arrays", number: int = 0) -> list[tuple[Any, Any, Any]]:
    """Return our answers, state and measures after each round."""
    config = CONFIGS[name]
    engine, rounds = Engine.of(config, [number], path), []
    for _ in range(max(LOOKED_AT)):
        tallies = engine.step()
        found = measure(config, engine.worlds, tallies)
        measured = {key: float(value[0]) for key, value in found.items()}
        assert engine.moves is not None
        rounds.append((our_answers(engine.moves), engine.worlds.copy(), measured))
    return rounds


def _rounded(answers: Mapping[Any, Any]) -> dict[Any, Any]:
    return {tie: answer._replace(amount=round(answer.amount, 9)) for tie, answer in answers.items()}


def _compare(peer: Peer, name: str, path: Path = "arrays", number: int = 0) -> None:
    for round_, (answers, worlds, measured) in enumerate(course(name, path, number), start=1):
        peer.step()
        # a grade that flips, or another move, shows here in the round in which it happens
        assert _rounded(answers_of(peer)) == _rounded(answers), f"round {round_}"
        if round_ in LOOKED_AT:
            for part, distance in furthest(peer, worlds).items():
                allowed = 0.0 if part in WHOLE else NEAR
                assert distance <= allowed, f"round {round_}: {part}"
            for part, distance in measures_apart(measured, measured_by(peer)).items():
                assert distance <= NEAR, f"round {round_}: {part}"


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("name", CONFIGS)
def test_peers_and_arrays_come_to_the_same(name: str, peer: str) -> None:
    config = CONFIGS[name]
    _compare(PEERS[peer](config, begin(config, [0])), name)


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("name", ["neutral", "tables", "shocks"])
def test_peers_and_the_compiled_path_come_to_the_same(name: str, peer: str) -> None:
    pytest.importorskip("numba")
    config = CONFIGS[name]
    _compare(PEERS[peer](config, begin(config, [0])), name, "compiled")


@pytest.mark.parametrize("peer", PEERS)
def test_another_replication_comes_to_the_same_too(peer: str) -> None:
    config = CONFIGS["neutral"]
    _compare(PEERS[peer](config, begin(config, [7]), number=7), "neutral", number=7)


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize(
    "changed",
    [
        {"reciprocity": 0.501},
        {"mending": 0.101},
        {"memory": 0.11},
        {"calibration": Calibration(cut_direct=0.45)},
        {"coalition_rounds": 9},
    ],
    ids=str,
)
def test_a_peer_with_another_number_is_told_apart(changed: dict[str, Any], peer: str) -> None:
    config = CONFIGS["neutral"].with_(**changed)
    with pytest.raises(AssertionError):
        _compare(PEERS[peer](config, begin(config, [0])), "neutral")


def test_the_configurations_leave_nothing_untried() -> None:
    answers = [a for name in CONFIGS for played, _, _ in course(name) for a in played.values()]
    assert {a.move for a in answers} == set(range(len(MOVES)))
    assert {a.grade for a in answers} == set(range(len(GRADES)))
    assert {a.instrument for a in answers} == set(range(-1, len(INSTRUMENTS)))
    for trait in ("fights", "left_open", "deviance", "tilted"):
        assert {getattr(a, trait) for a in answers} == {True, False}, trait
    last = [course(name)[-1][1] for name in CONFIGS]
    for part in ("campaign", "coalition", "failed", "power_failed", "opposing", "bargains"):
        assert any(getattr(worlds, part).any() for worlds in last), part
    tired = [worlds for name in CONFIGS for _, worlds, _ in course(name) if worlds.holding.any()]
    assert tired, "no value-spreader ever retrieves its ties"
    for name in measures():
        seen = {m[name] for each in CONFIGS for _, _, m in course(each) if m[name] == m[name]}
        assert len(seen) > 1, f"{name} is always the same"


@pytest.mark.parametrize("peer", PEERS)
def test_measures_over_several_rounds_come_to_the_same(peer: str) -> None:
    config = CONFIGS["neutral"]
    theirs = PEERS[peer](config, begin(config, [0]), measure_every=10)
    engine, total = Engine.of(config, [0], "arrays"), None
    for _ in range(10):
        theirs.step()
        tallies = engine.step()
        total = tallies if total is None else tallies.after(total)
    assert total is not None
    ours = {key: float(value[0]) for key, value in measure(config, engine.worlds, total).items()}
    assert max(measures_apart(ours, measured_by(theirs)).values()) <= NEAR


def test_mesa_collects_what_it_measured() -> None:
    config = CONFIGS["neutral"]
    model = MesaWorld(config, begin(config, [0]), measure_every=10)
    for _ in range(20):
        model.step()
    table = model.datacollector.get_model_vars_dataframe()
    assert list(table.columns) == list(measures())
    assert len(table) == 2
    assert table["ties"].iloc[-1] == model.measured["ties"]
