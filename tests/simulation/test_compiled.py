"""The compiled path against the reference: the same bits in every state, the same counts."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from bor_widgets.simulation import DOCTRINES, Shock, WorldConfig
from bor_widgets.simulation.engine import Engine
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.tallies import LAST, Tallies
from bor_widgets.theory import Calibration
from bor_widgets.theory.commitment import Pace
from tests.simulation.every_move import EVERY_MOVE

pytest.importorskip("numba")

CONFIGS = {name: preset.config for name, preset in presets().items()} | {
    "all doctrines, all shocks": WorldConfig(
        states=12,
        tables=(EVERY_MOVE,),
        assigned=("every move", *DOCTRINES, *DOCTRINES, "every move"),
        shocks=(
            Shock(1, "annexation", 0, 2),
            Shock(2, "embargo", 1, 2),
            Shock(3, "betrayal", 4, 5),
            Shock(5, "early recognition", 3, 6),
            Shock(6, "call for sides", 1),
            Shock(9, "end of embargo", 1, 2),
            Shock(12, "regional approval", 0),
            Shock(15, "retrenchment", 1),
            Shock(20, "power shift", 0),
        ),
        areas=3,
        forced=1.0,
        precision="double",
        undetermined="power",
        strikes=0.3,
        gravity_high=1.0,
        growth=0.05,
        institutions=3,
    ),
    "other numbers": WorldConfig(
        states=33,
        areas=4,
        wording="conclusion",
        undetermined="relationships",
        ritual_every=0,
        floor=0.4,
        strikes=0.2,
        calibration=Calibration(sensitivity=1.0, cut_weak=0.0),
        pace=Pace(strain=0.5, mending=0.9),
    ),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_the_compiled_path_gives_the_same_bits(name: str) -> None:
    config = CONFIGS[name]
    arrays = Engine.of(config, [0, 7, 3], "arrays")
    compiled = Engine.of(config, [0, 7, 3], "compiled")
    for _ in range(40):
        one, other = arrays.step(), compiled.step()
        assert arrays.worlds.same_as(compiled.worlds)
        for entry in fields(Tallies):
            np.testing.assert_allclose(
                getattr(one, entry.name), getattr(other, entry.name), rtol=1e-12, atol=1e-12
            )
        assert arrays.moves is not None
        assert compiled.moves is not None
        for entry in fields(arrays.moves):
            np.testing.assert_array_equal(
                getattr(arrays.moves, entry.name), getattr(compiled.moves, entry.name)
            )


def test_a_round_without_a_measurement_leaves_the_same_state() -> None:
    config = CONFIGS["other numbers"]
    counted = Engine.of(config, [1], "compiled")
    bare = Engine.of(config, [1], "compiled")
    for _ in range(20):
        one, other = counted.step(), bare.step(full=False)
        assert counted.worlds.same_as(bare.worlds)
        for entry in fields(Tallies):
            if entry.name not in LAST:
                np.testing.assert_array_equal(getattr(one, entry.name), getattr(other, entry.name))


def test_the_compiled_rules_are_the_theory_s_own() -> None:
    """A changed rule of the theory changes compiled worlds: nothing is written a second time."""
    import numba

    from bor_widgets.simulation import rules_compiled
    from bor_widgets.theory.calibration import NEUTRAL
    from bor_widgets.theory.judgement import perceived_threat, recoverability

    numbers = rules_compiled.numbers_of(NEUTRAL)

    @numba.njit
    def judged(threat, strength, leadership, numbers):  # type: ignore[no-untyped-def]
        tie = rules_compiled.SeenTie(strength, 0.5, 0.5, leadership)
        return perceived_threat(threat, recoverability(tie, numbers), numbers)  # type: ignore[arg-type]

    for threat in (0.0, 0.31, 1.0):
        for strength in (0.0, 0.77, 1.0):
            for leadership in (-1.0, 0.0, 1.0):
                tie = rules_compiled.SeenTie(strength, 0.5, 0.5, leadership)
                recovery = recoverability(tie, NEUTRAL)  # type: ignore[arg-type]
                assert judged(threat, strength, leadership, numbers) == perceived_threat(
                    threat, recovery, NEUTRAL
                )
