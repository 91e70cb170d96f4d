"""What holds for every function of the benches on restraint, time and modes.

Arrays give the same as one number at a time, results stay on their scale, they move only in
the direction that the rule states, and a number outside its range is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from bor_widgets.theory.anarchy import (
    harmony_and_uncertainty,
    incentive_for_ties,
    pull_out_of_anarchy,
    survival_priority,
    systems_open_to,
)
from bor_widgets.theory.commitment import pull_to_ties, recovered
from bor_widgets.theory.culture import adoption
from bor_widgets.theory.double_standard import (
    after_compromise,
    double_standard_index,
    enforcement_consistency,
)
from bor_widgets.theory.faith import coupling_belief, effort_to_test_intentions, next_faith
from bor_widgets.theory.hidden_interests import hidden_reach, odd_moves, tie_before_gain
from bor_widgets.theory.holding_back import may_not_contain, protests
from bor_widgets.theory.lens_expectations import (
    amity_possible,
    controls_neighbours,
    reaction_to_norms,
    theory_called_for,
)
from bor_widgets.theory.long_run_analogies import bargaining_cost, hedge, repeated_play_cooperates
from bor_widgets.theory.motifs import keeps_first_motif
from bor_widgets.theory.mutual_help import help_payoffs, mutual_benefit
from bor_widgets.theory.perception import (
    observer_confusion,
    seen_friendliness,
    soft_power_kind,
    spontaneous_respect,
    threat_seen_in,
    worry_about_intentions,
)
from bor_widgets.theory.restraint_zones import zone_codes
from bor_widgets.theory.rules_and_ties import (
    after_relaxing_rules,
    open_to_interference,
    suspected_inequality,
)
from bor_widgets.theory.time_frame import horizon_of_judgement, realpolitik_pull

DEGREE, SIGNED, HORIZON, COUNT = (0.0, 1.0), (-1.0, 1.0), (1.0, 50.0), (0.0, 20.0)


@dataclass(frozen=True)
class Subject:
    """A function, the range of each argument, and how each may move the first result.

    +1 never down, -1 never up, 0 not at all, None: a name, or either way.
    """

    function: Callable[..., Any]
    ranges: tuple[tuple[float, float], ...]
    moves: tuple[int | None, ...]
    scale: tuple[float, float] | None = (0.0, 1.0)
    rest: tuple[Any, ...] = ()
    #: argument that is refused by another name, or has no upper end
    part: int | None = None

    def __str__(self) -> str:
        return self.function.__name__

    def first(self, *values: Any) -> Any:
        result = self.function(*values, *self.rest)
        return result[self.part] if self.part is not None else result


SUBJECTS = [
    Subject(tie_before_gain, (COUNT, DEGREE), (0, 1)),
    Subject(hidden_reach, (DEGREE, HORIZON), (1, 1)),
    Subject(odd_moves, (DEGREE, HORIZON), (1, 1)),
    Subject(realpolitik_pull, (DEGREE,), (1,)),
    Subject(horizon_of_judgement, (HORIZON, DEGREE), (1, 1), None),
    Subject(repeated_play_cooperates, (HORIZON,), (1,), SIGNED),
    Subject(bargaining_cost, (DEGREE, HORIZON), (-1, -1)),
    Subject(hedge, (DEGREE, DEGREE), (0, 0), part=0),
    Subject(hedge, (DEGREE, DEGREE), (-1, 1), part=1),
    Subject(next_faith, (DEGREE, SIGNED), (None, 1)),
    Subject(coupling_belief, (DEGREE, DEGREE), (1, 1)),
    Subject(effort_to_test_intentions, (DEGREE, DEGREE), (1, -1)),
    Subject(effort_to_test_intentions, (DEGREE, DEGREE), (0, 1), rest=("stability compels",)),
    Subject(help_payoffs, (DEGREE,), (1,), rest=(True,), part=1),
    Subject(help_payoffs, (DEGREE,), (0,), rest=(False,), part=1),
    Subject(mutual_benefit, (DEGREE, DEGREE), (1, 1), part=1),
    Subject(pull_out_of_anarchy, (DEGREE,), (1,), part=0),
    Subject(pull_out_of_anarchy, (DEGREE,), (1,), part=1),
    Subject(systems_open_to, (DEGREE,), (1,), part=1),
    Subject(survival_priority, (DEGREE,), (-1,)),
    Subject(harmony_and_uncertainty, (SIGNED, SIGNED), (1, 1), rest=(True, 0.5), part=0),
    Subject(incentive_for_ties, (DEGREE, DEGREE, DEGREE), (-1, -1, -1)),
    Subject(seen_friendliness, (SIGNED,), (1,), SIGNED),
    Subject(spontaneous_respect, (SIGNED, DEGREE), (1, -1)),
    Subject(worry_about_intentions, (DEGREE, DEGREE), (-1, 1)),
    Subject(threat_seen_in, (DEGREE, DEGREE), (1, 1)),
    Subject(soft_power_kind, (DEGREE, DEGREE), (None, None), None),
    Subject(observer_confusion, (DEGREE, DEGREE), (1, 1)),
    Subject(suspected_inequality, (DEGREE,), (1,)),
    Subject(open_to_interference, (DEGREE,), (1,)),
    Subject(after_relaxing_rules, (DEGREE, SIGNED, DEGREE), (1, 0, 1), part=0),
    Subject(after_relaxing_rules, (DEGREE, SIGNED, DEGREE), (0, 1, 1), SIGNED, part=1),
    Subject(protests, (SIGNED,), (-1,), rest=(True,)),
    Subject(may_not_contain, (SIGNED,), (1,), part=0),
    Subject(enforcement_consistency, (COUNT,), (-1,)),
    Subject(pull_to_ties, (DEGREE,), (-1,), rest=("opportunistic",)),
    Subject(recovered, (DEGREE,), (1,)),
    Subject(adoption, (DEGREE, DEGREE), (1, 0), part=1),
    Subject(keeps_first_motif, (DEGREE, DEGREE), (1, -1), SIGNED),
    Subject(reaction_to_norms, (DEGREE,), (1,), rest=("balance of relationships",)),
    Subject(reaction_to_norms, (DEGREE,), (0,), rest=("balance of power",)),
    Subject(controls_neighbours, (SIGNED,), (1,), SIGNED, rest=("balance of power",)),
    Subject(amity_possible, (DEGREE,), (0,), SIGNED, rest=(True, "balance of relationships")),
    Subject(theory_called_for, (DEGREE,), (None,), None),
    Subject(zone_codes, (SIGNED, SIGNED), (None, None), None, rest=(True, True)),
]

each = pytest.mark.parametrize("subject", SUBJECTS, ids=str)


def grid(subject: Subject) -> list[np.ndarray]:
    """Points in the whole range of the arguments, ends and middles among them."""
    axes = [np.linspace(low, high, 7) for low, high in subject.ranges]
    return [axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")]


@each
def test_arrays_and_numbers_agree(subject: Subject) -> None:
    points = grid(subject)
    together = np.asarray(subject.first(*points))
    alone = [subject.first(*map(float, point)) for point in zip(*points, strict=True)]
    assert together.shape == points[0].shape
    assert together.tolist() == alone


@each
def test_results_stay_on_their_scale(subject: Subject) -> None:
    if subject.scale is None:
        return
    result = np.asarray(subject.first(*grid(subject)))
    assert result.min() >= subject.scale[0]
    assert result.max() <= subject.scale[1]


@each
def test_results_move_only_as_the_rule_says(subject: Subject) -> None:
    shape = (7,) * len(subject.ranges)
    if None in subject.moves and set(subject.moves) == {None}:
        return
    result = np.asarray(subject.first(*grid(subject))).reshape(shape).astype(float)
    for axis, move in enumerate(subject.moves):
        steps = np.diff(result, axis=axis)
        if move == 0:
            assert (steps == 0).all()
        elif move is not None:
            assert (move * steps >= -1e-12).all()
            assert (move * steps > 0).any()  # it does move somewhere


@each
def test_a_number_out_of_range_is_refused(subject: Subject) -> None:
    middle = [(low + high) / 2 for low, high in subject.ranges]
    for i, (low, _) in enumerate(subject.ranges):
        for wrong in (low - 0.5, float("nan"), np.array([low, low - 0.5])):
            values: list[Any] = [*middle]
            values[i] = wrong
            with pytest.raises(ValueError, match=r"takes a number .* given was"):
                subject.first(*values)
        values = [*middle]
        values[i] = "much"
        with pytest.raises(TypeError, match="takes a number"):
            subject.first(*values)


def test_the_mix_of_partners_may_be_arrays() -> None:
    allies = np.array([0.0, 1.0, 3.0])
    together = double_standard_index({"ally": allies, "complying": 2})
    alone = [double_standard_index({"ally": float(n), "complying": 2}) for n in allies]
    assert together.tolist() == alone


def test_compromise_may_be_an_array() -> None:
    sizes = np.linspace(0.0, 1.0, 5)
    for kind in ("complying", "revisionist", "ally"):
        _, levels = after_compromise(kind, 0.3, sizes)
        assert levels.tolist() == [after_compromise(kind, 0.3, float(s))[1] for s in sizes]
