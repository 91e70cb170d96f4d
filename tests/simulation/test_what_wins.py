"""What wins depends on the criterion and on the setting; on worlds that are really played."""

from __future__ import annotations

from bor_widgets.simulation.config import WorldConfig
from bor_widgets.simulation.entries import built_in
from bor_widgets.simulation.ranking import whether_it_depends, winners
from bor_widgets.simulation.settings import Setting
from bor_widgets.simulation.tournament import Outcome, Tournament

EQUALS = WorldConfig(states=4, riser=False, hegemon=False, strikes=0.3)
PLAIN = Setting("plain", "Plain", EQUALS)
MILD = Setting("mild", "Mild", EQUALS.with_(gravity_high=0.3))
GRAVE = Setting("grave", "Grave", EQUALS.with_(gravity_low=0.9, gravity_high=1.0))


def played(names: tuple[str, ...], *settings: Setting) -> Outcome:
    entries = tuple(built_in()[name] for name in names)
    return Tournament(entries, settings, worlds=24, rounds=30, path="arrays").run()


def test_it_depends_on_the_criterion() -> None:
    # holding back on both sides makes ties (R20) and costs apparent interests (R22)
    outcome = played(("sits still", "always holds back"), PLAIN)
    first = winners(outcome)
    assert first["plain", "security"] == ("always holds back",)
    assert first["plain", "interests"] == ("sits still",)
    said = whether_it_depends(outcome)
    assert said.startswith("What wins depends on the assumptions")
    assert "with the criterion it changes in “Plain”" in said


def test_it_depends_on_the_setting() -> None:
    # compromise where threats are mild (R01, P0 L395-403), breakup where they are grave (R02):
    # one that does nothing breaks no tie
    outcome = played(("relationships", "sits still"), MILD, GRAVE)
    first = winners(outcome)
    assert first["mild", "security"] == ("relationships",)
    assert first["grave", "security"] == ("sits still",)
    assert "with the setting it changes for" in whether_it_depends(outcome)
    assert "Relational security" in whether_it_depends(outcome).partition("it changes for")[2]
