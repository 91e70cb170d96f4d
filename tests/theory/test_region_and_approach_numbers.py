"""The numbers of ours behind regions and approaches: direction, bounds, arrays, refusals."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st

from bor_widgets.theory.alliance_bargain import (
    bargain,
    capability_sensitivity,
    pairs_within,
    readability,
    salience,
)
from bor_widgets.theory.collective_security import benefit
from bor_widgets.theory.externalities import good_effects, harm, transition
from bor_widgets.theory.governance_model import (
    binding,
    calls_for_arms,
    dual_challenge,
    perceived_interest,
)
from bor_widgets.theory.institutional_balancing import attraction, influence
from bor_widgets.theory.layering import focal_strength, informal_club, layering
from bor_widgets.theory.liberal_cooperation import cooperation, reach_alone, stability
from bor_widgets.theory.norm_building import (
    intervention_left,
    legitimacy_of_outside_support,
    norm_strength,
)
from bor_widgets.theory.regions_and_world import direct_response, interact, regional_weight, tilt
from bor_widgets.theory.soft_motives import cost_of_hard_means
from bor_widgets.theory.two_levels import gains
from tests.theory.strategies import for_all

UNIT = (0.0, 1.0)
SIGNED = (-1.0, 1.0)
UP, DOWN, FLAT = 1, -1, 0


@dataclass(frozen=True)
class Form:
    """A function of ours: the range of each input, and where each one moves the result."""

    name: str
    call: Callable[..., Any]
    ranges: dict[str, tuple[float, float]]
    moves: dict[str, int]
    low: float = 0.0
    high: float = 1.0
    fixed: dict[str, Any] = field(default_factory=dict)

    def __call__(self, values: dict[str, Any]) -> Any:
        return self.call(**values, **self.fixed)


def unit(*names: str) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(names, UNIT)


FORMS = [
    Form("Q10", lambda **k: bargain(**k).protection, unit("power_gap"), {"power_gap": UP}),
    Form("Q11", readability, {"parties": (2.0, 200.0)}, {"parties": DOWN}),
    Form("Q12", salience, unit("hostility"), {"hostility": UP}),
    Form(
        "Q14",
        capability_sensitivity,
        unit("territory", "domestic_order", "status_quo"),
        dict.fromkeys(("territory", "domestic_order", "status_quo"), UP),
    ),
    Form(
        "Q15",
        cooperation,
        unit("democracy", "self_interest"),
        {"democracy": UP, "self_interest": FLAT},
    ),
    Form(
        "Q16 need",
        lambda **k: stability(**k).needed,
        unit("multilateralism", "danger", "vulnerability", "interdependence"),
        {"multilateralism": FLAT, "danger": UP, "vulnerability": UP, "interdependence": UP},
    ),
    Form(
        "Q16 met",
        lambda **k: stability(**k).met,
        unit("multilateralism", "danger", "vulnerability", "interdependence"),
        dict.fromkeys(("multilateralism", "danger", "vulnerability", "interdependence"), UP),
    ),
    Form("Q17", reach_alone, {"capability": SIGNED}, {"capability": UP}, high=0.9),
    Form("Q20", benefit, unit("compliance"), {"compliance": UP}, fixed={"bound": True}),
    Form(
        "S18",
        lambda **k: attraction(**k).value,
        unit("legitimacy", "low_cost", "flexibility"),
        dict.fromkeys(("legitimacy", "low_cost", "flexibility"), UP),
    ),
    Form(
        "S23",
        direct_response,
        unit("likelihood", "soft_balancing"),
        {"likelihood": UP, "soft_balancing": DOWN},
    ),
    Form(
        "S24",
        tilt,
        unit("interdependence", "institutions", "norms"),
        dict.fromkeys(("interdependence", "institutions", "norms"), UP),
    ),
    Form(
        "S25 world",
        lambda **k: interact(**k)[0],
        {"world": SIGNED, "region": SIGNED},
        {"world": UP, "region": UP},
        low=-2.0,
        high=2.0,
    ),
    Form(
        "S25 region",
        lambda **k: interact(**k)[1],
        {"world": SIGNED, "region": SIGNED},
        {"world": UP, "region": UP},
        low=-2.0,
        high=2.0,
    ),
    Form("S26", regional_weight, unit("retrenchment"), {"retrenchment": UP}),
    Form(
        "S29",
        lambda **k: good_effects(mutual_destruction=True, ideology_managed=True, **k).dynamism,
        unit("institutional_balancing"),
        {"institutional_balancing": UP},
    ),
    Form(
        "S31 peace",
        lambda **k: transition(**k).more_peaceful,
        unit("moderation", "other_moderation"),
        {"moderation": UP, "other_moderation": UP},
    ),
    Form(
        "S31 crisis",
        lambda **k: transition(**k).crisis_risk,
        unit("moderation", "other_moderation"),
        {"moderation": FLAT, "other_moderation": FLAT},
        low=0.05,
    ),
    Form(
        "S32",
        harm,
        unit("escalation", "mismanagement"),
        {"escalation": UP, "mismanagement": UP},
    ),
    Form("S37", lambda **k: gains(**k).bargaining_position, unit("soft_balancing"), {}),
    Form("S40", informal_club, {"layers": (0.0, 60.0)}, {"layers": UP}),
    *(
        Form(
            f"S39 {part}",
            lambda part=part, **k: getattr(layering(**k), part),
            {"rounds": (0.0, 60.0), "demand": UNIT},
            {"rounds": way, "demand": way},
            high=60.0 if part == "layers" else 1.0,
        )
        for part, way in (
            ("layers", UP),
            ("scope", UP),
            ("potential", UP),
            ("dictation", DOWN),
            ("club", UP),
        )
    ),
    Form(
        "S41",
        focal_strength,
        unit("balancing", "non_balancing"),
        {"balancing": UP, "non_balancing": UP},
    ),
    Form(
        "S42",
        perceived_interest,
        {"own": SIGNED, "expected": SIGNED, "institutions": UNIT},
        {"own": UP, "expected": UP},
        low=-1.0,
    ),
    Form("S45 capacity", lambda **k: dual_challenge(**k).capacity, unit("arms"), {"arms": UP}),
    Form("S45 model", lambda **k: dual_challenge(**k).model, unit("arms"), {"arms": DOWN}),
    Form("calls", calls_for_arms, unit("rivalry", "aggression"), {"rivalry": UP, "aggression": UP}),
    Form(
        "S46",
        intervention_left,
        {"before": UNIT, "support": UNIT, "years": (0.0, 100.0)},
        {"before": UP, "support": DOWN, "years": DOWN},
    ),
    Form(
        "S55",
        binding,
        unit("norms", "rules", "procedures"),
        dict.fromkeys(("norms", "rules", "procedures"), UP),
    ),
    Form("S57", cost_of_hard_means, unit("interdependence"), {"interdependence": UP}),
    Form("S58", legitimacy_of_outside_support, unit("norm"), {"norm": DOWN}),
    Form(
        "S59",
        norm_strength,
        {"years": (0.0, 500.0), "enforcement": UNIT},
        {"years": UP, "enforcement": FLAT},
    ),
    Form("S61", influence, unit("before", "forum_use"), {"before": UP, "forum_use": UP}),
]

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


def values_of(form: Form) -> st.SearchStrategy[dict[str, float]]:
    return st.fixed_dictionaries(
        {name: st.floats(low, high, allow_nan=False) for name, (low, high) in form.ranges.items()}
    )


@each_form
def test_it_stays_within_its_scale(form: Form) -> None:
    @for_all(values_of(form), examples=25)
    def holds(values: dict[str, float]) -> None:
        assert form.low - 1e-12 <= form(values) <= form.high + 1e-12

    holds()


@each_form
def test_each_input_moves_it_as_the_rule_says(form: Form) -> None:
    @for_all(values_of(form), st.data(), examples=20)
    def holds(values: dict[str, float], data: st.DataObject) -> None:
        for name, way in form.moves.items():
            _, high = form.ranges[name]
            more = data.draw(st.floats(values[name], high))
            change = form({**values, name: more}) - form(values)
            assert abs(change) < 1e-12 if way == FLAT else change * way >= -1e-12

    holds()


@each_form
def test_each_input_that_moves_it_makes_a_difference(form: Form) -> None:
    middle = {name: (low + high) / 2 for name, (low, high) in form.ranges.items()}
    for name, way in form.moves.items():
        if way == FLAT:
            continue
        low, high = form.ranges[name]
        # the other power decides where it is the less moderate one, so it is set high here
        others = {**middle, "other_moderation": 1.0} if name == "moderation" else middle
        others = {**others, "moderation": 1.0} if name == "other_moderation" else others
        difference = form({**others, name: high}) - form({**others, name: low})
        assert difference * way > 0.0, name


@each_form
def test_an_array_gives_what_its_numbers_give(form: Form) -> None:
    n = 7
    rows = {name: np.linspace(low, high, n) for name, (low, high) in form.ranges.items()}
    together = form(rows)
    assert together.shape == (n,)
    for i in range(n):
        alone = form({name: float(row[i]) for name, row in rows.items()})
        assert isinstance(alone, float)
        assert math.isclose(together[i], alone, abs_tol=1e-12)


@each_form
def test_what_is_out_of_range_is_refused_by_name(form: Form) -> None:
    middle = {name: (low + high) / 2 for name, (low, high) in form.ranges.items()}
    for name, (low, _) in form.ranges.items():
        for bad in (low - 1.0, math.nan, math.inf):
            with pytest.raises(ValueError, match=rf"{name} takes .*given was"):
                form({**middle, name: bad})


def test_pairs_are_counted_for_arrays_too() -> None:
    assert [pairs_within(n) for n in (1, 2, 3, 4)] == [0, 1, 3, 6]
    assert pairs_within(np.array([1, 2, 3, 4])).tolist() == [0, 1, 3, 6]
