"""What holds for every function on webs, intervention and force.

Arrays give the same as one number at a time, results stay on their scale, they move only in
the direction that the rule states, and a number outside its range is refused by name.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from bor_widgets.theory.aims_of_intervention import security_after_force
from bor_widgets.theory.claims_at_risk import no_sphere_stands, seeks_stable_tie
from bor_widgets.theory.containment import containment, interference_threat
from bor_widgets.theory.dangers import danger
from bor_widgets.theory.making_of_ties import (
    benefits_both,
    part_of_identity,
    stable_tie_prospect,
    swing_of,
)
from bor_widgets.theory.multilateral_frame import practised_idea, volatility
from bor_widgets.theory.negotiation import after_recognition, next_estimate
from bor_widgets.theory.order_by_ties import keep_hard_power, order, worth_of_power_balancing
from bor_widgets.theory.revisionists import (
    perceived_confrontation,
    security_under_zeal,
    security_with_labels,
)
from bor_widgets.theory.signal_corners import typical_of_relationships
from bor_widgets.theory.symbolic_force import material_gain, pull_to_force
from bor_widgets.theory.third_party import (
    effect_of_others_tie,
    side_has_to_be_chosen,
    third_nation,
)
from bor_widgets.theory.ties_despite import OBSTACLES, after_differences

ONE, SIGNED, ROUNDS = (0.0, 1.0), (-1.0, 1.0), (1.0, 50.0)

#: a name, the function, the range of each argument, how each may move the result (+1 never
#: down, -1 never up, 0 not at all, None either way), and the scale of the result
SUBJECTS: list[tuple[str, Any, list[tuple[float, float]], list[int | None], Any]] = [
    ("labels", lambda n: perceived_confrontation(n, 5), [(0.0, 5.0)], [1], ONE),
    ("security_with_labels", security_with_labels, [ONE, ONE], [1, -1], ONE),
    ("zeal", lambda s, z: security_under_zeal(s, z)[0], [ONE, ONE], [1, -1], ONE),
    ("dangerous", lambda s, z: security_under_zeal(s, z)[1], [ONE, ONE], [0, 1], ONE),
    (
        "containment",
        lambda a, b, h: containment([a, b], [True, False], h).threat,
        [SIGNED, SIGNED, SIGNED],
        [-1, -1, 0],
        ONE,
    ),
    (
        "hegemon_tie",
        lambda a, b, h: containment([a, b], [False, False], h).hegemon_tie,
        [SIGNED, SIGNED, SIGNED],
        [1, 1, 1],
        SIGNED,
    ),
    ("interference", lambda p, t: interference_threat(p, [t]), [ONE, SIGNED], [1, -1], ONE),
    ("order", lambda a, b: order([a, b]), [SIGNED, SIGNED], [1, 1], ONE),
    ("worth", worth_of_power_balancing, [ONE, ROUNDS], [-1, -1], ONE),
    ("hard_power", keep_hard_power, [ONE, ONE], [1, 1], ONE),
    (
        "alarm",
        lambda a, b: effect_of_others_tie(a, b, "balance of power").alarm,
        [SIGNED, SIGNED],
        [-1, 1],
        ONE,
    ),
    (
        "no_alarm",
        lambda a, b: effect_of_others_tie(a, b, "balance of relationships").alarm,
        [SIGNED, SIGNED],
        [0, 0],
        ONE,
    ),
    (
        "gain",
        lambda a, b: effect_of_others_tie(a, b, "balance of relationships").security_change,
        [SIGNED, SIGNED],
        [-1, 1],
        ONE,
    ),
    ("sides", lambda a, b: side_has_to_be_chosen(a, b, True), [ONE, ONE], [0, 0], SIGNED),
    ("concessions", lambda a, b: third_nation(a, b).concessions, [SIGNED, SIGNED], [1, None], ONE),
    ("respect", lambda a, b: third_nation(b, a).respect, [SIGNED, SIGNED], [1, None], ONE),
    ("volatility", lambda r, p: volatility("multilateral", r, p), [ONE, ONE], [1, 1], ONE),
    ("practised", practised_idea, [SIGNED, SIGNED], [1, 1], SIGNED),
    ("prospect", stable_tie_prospect, [ONE, ONE, ONE], [1, 1, 1], ONE),
    ("swing", lambda a, b, c: swing_of([a, b, c]), [ONE, ONE, ONE], [None, None, None], ONE),
    ("benefits", benefits_both, [ONE], [-1], ONE),
    ("identity", part_of_identity, [ONE, (0.0, 50.0)], [1, 1], ONE),
    ("harmony", lambda r, c: danger("harmony", r, c), [SIGNED, SIGNED], [-1, 0], ONE),
    ("anarchy", lambda r, c: danger("anarchy", r, c), [SIGNED, SIGNED], [0, -1], ONE),
    (
        "gap",
        lambda a, b: after_differences({OBSTACLES[0]: a, OBSTACLES[1]: b}, "balance of power").gap,
        [ONE, ONE],
        [1, 1],
        ONE,
    ),
    ("seeks", seeks_stable_tie, [SIGNED], [0], SIGNED),
    ("sphere", lambda p: no_sphere_stands(p, False), [ONE], [1], SIGNED),
    ("force", lambda s, f: security_after_force(s, f, "transform"), [ONE, ONE], [1, -1], ONE),
    ("estimate", next_estimate, [ONE, ONE], [1, 1], ONE),
    ("risk", lambda r, e: after_recognition(r, e).risk, [ONE, ONE], [1, -1], ONE),
    ("prestige", lambda r, e: after_recognition(r, e).prestige, [ONE, ONE], [-1, 1], ONE),
    ("material", material_gain, [ONE], [1], ONE),
    ("pull", pull_to_force, [ONE], [1], ONE),
    ("typical", typical_of_relationships, [SIGNED, SIGNED], [None, None], SIGNED),
]

each = pytest.mark.parametrize(
    ("function", "ranges", "moves", "scale"),
    [subject[1:] for subject in SUBJECTS],
    ids=[subject[0] for subject in SUBJECTS],
)
POINTS = 6


def grid(ranges: list[tuple[float, float]]) -> list[Any]:
    axes = [np.linspace(low, high, POINTS) for low, high in ranges]
    return [axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")]


@each
def test_arrays_and_numbers_agree(function: Any, ranges: Any, moves: Any, scale: Any) -> None:
    points = grid(ranges)
    together = np.asarray(function(*points))
    alone = [function(*map(float, point)) for point in zip(*points, strict=True)]
    assert together.shape == points[0].shape
    assert together.tolist() == pytest.approx(alone, abs=1e-12)


@each
def test_results_stay_on_their_scale(function: Any, ranges: Any, moves: Any, scale: Any) -> None:
    result = np.asarray(function(*grid(ranges)))
    assert result.min() >= scale[0]
    assert result.max() <= scale[1]


@each
def test_results_move_only_as_the_rule_says(
    function: Any, ranges: Any, moves: Any, scale: Any
) -> None:
    result = np.asarray(function(*grid(ranges)), dtype=float).reshape((POINTS,) * len(ranges))
    for axis, move in enumerate(moves):
        steps = np.diff(result, axis=axis)
        if move == 0:
            assert (steps == 0).all()
        elif move is not None:
            assert (move * steps >= -1e-12).all()
            assert (move * steps > 0).any()  # it does move somewhere


@each
def test_a_number_out_of_range_is_refused(
    function: Any, ranges: Any, moves: Any, scale: Any
) -> None:
    middle = [(low + high) / 2 for low, high in ranges]
    for i, (low, _) in enumerate(ranges):
        for wrong in (low - 0.5, float("nan"), np.array([low, low - 0.5])):
            values: list[Any] = [*middle]
            values[i] = wrong
            with pytest.raises(ValueError, match=r"takes a number .* given was"):
                function(*values)


PROGRAM = """
import sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Block())
from bor_widgets.theory.lens_cases import tally
from bor_widgets.theory.symbolic_force import read_force
from bor_widgets.theory.webs import Web, read_web

web = Web(("a", "b", "c"), [[0, 0.8, -0.2], [0.8, 0, 0.1], [-0.2, 0.1, 0]], "c", ("b",), ("b",))
print(read_web(web, web.with_tie("b", "c", 0.9), "balance of power").containment > 0)
print(sum(tally()["balance of power"].values()), len(read_force(injury=0.5).reasons))
"""


def test_single_webs_are_read_where_numpy_is_missing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True", "10", "4"]
