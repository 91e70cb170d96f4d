"""What speaks for soft means (S09, S50, S57, S65)."""

from __future__ import annotations

import pytest

from bor_widgets.theory.soft_motives import (
    AVOIDED,
    USES_OF_SANCTIONS,
    common_thread,
    meant_to_avoid,
    uses_of_sanctions,
)


def test_soft_means_are_chosen_so_as_not_to_provoke() -> None:
    assert meant_to_avoid("soft", existential=False) == AVOIDED


@pytest.mark.parametrize(
    ("strategy", "existential"), [("soft", True), ("hard", True), ("hard", False)]
)
def test_of_other_cells_nothing_is_said(strategy: str, existential: bool) -> None:
    assert meant_to_avoid(strategy, existential=existential) == ()  # type: ignore[arg-type]


def test_an_unknown_strategy_is_refused() -> None:
    with pytest.raises(ValueError, match="given was 'mild'"):
        meant_to_avoid("mild", existential=False)  # type: ignore[arg-type]


def test_sanctions_blunt_and_signal() -> None:
    assert uses_of_sanctions(True) == USES_OF_SANCTIONS
    assert uses_of_sanctions(False) == ()


@pytest.mark.parametrize(
    ("threat", "hard", "holds"),
    [
        (True, False, 1),
        (True, True, -1),
        (False, False, -1),
        (True, None, 0),
        (None, False, 0),
        (None, True, -1),
    ],
)
def test_country_studies_share_a_threat_met_without_hard_balancing(
    threat: bool | None, hard: bool | None, holds: int
) -> None:
    # P2 L111
    assert common_thread(threat, hard) == holds
