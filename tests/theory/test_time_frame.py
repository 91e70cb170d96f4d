"""Calculation, patience and mismatches that have to be judged."""

from __future__ import annotations

from typing import Any

import pytest

from bor_widgets.theory.time_frame import attitude_to_time, horizon_of_judgement, meet_mismatch


@pytest.mark.parametrize(
    ("calculable", "obvious", "label"),
    [
        (False, False, "patience"),  # P0 L627-633, R45
        (True, False, "calculation"),
        (True, None, "calculation"),
        (False, True, "not said"),
        (False, None, "open"),
        (None, False, "open"),
    ],
)
def test_the_belief_sets_the_attitude(calculable: Any, obvious: Any, label: str) -> None:
    attitude = attitude_to_time(calculable, obvious)
    assert attitude.label == label
    assert attitude.reasons
    assert all(reason.text for reason in attitude.reasons)


def test_judgement_lengthens_the_view() -> None:
    # P0 L1287-1291, R163
    assert horizon_of_judgement(5.0, 0.0) == 5.0
    assert horizon_of_judgement(5.0, 1.0) > horizon_of_judgement(5.0, 0.3) > 5.0


@pytest.mark.parametrize("effect", [True, False, None])
def test_the_effect_has_to_be_judged_and_picks_no_way(effect: bool | None) -> None:
    # P0 L578-596, R93: two ways and two dispositions, not mapped onto the two effects
    met = meet_mismatch(effect)
    assert met.judged == (effect is not None)
    assert met.stabilising is effect
    assert met.ways == ("assimilate", "co-exist")
    assert met.dispositions == ("compromise", "confrontation")
    assert met.at_cost_of_apparent
