"""Judgement fan: leaders differ while conditions do not; signs that power does not explain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.judgement_fan import view
from bor_widgets.charts.benches.text import bench_text
from bor_widgets.charts.benches.view import View
from bor_widgets.theory import NEUTRAL, Reason
from tests.charts.benches.looking import drawing, ids, looks

shown = looks("judgement_fan")

TEXT = bench_text("judgement_fan")
SHARES = st.floats(0, 1)


def counts(seen: View) -> list[int]:
    """Return how many leaders judge each grade."""
    return [row[1] for row in drawing(seen, "fan").rows]


def test_it_opens_with_one_situation_and_several_judgements() -> None:
    # R10, P0 L1510-1512
    opened = view(TEXT.neutral(), NEUTRAL)
    assert sum(count > 0 for count in counts(opened)) > 1
    assert "E09" in opened.finding.tensions


def test_two_leaders_with_the_same_inputs_land_on_different_principles() -> None:
    # T10
    doubtful, hopeful = shown(leadership=-1.0), shown(leadership=1.0)
    assert doubtful.finding.headline != hopeful.finding.headline
    assert "R10" in ids(doubtful)
    assert "R10" in ids(hopeful)
    assert counts(doubtful) == counts(hopeful)


@given(SHARES, SHARES, st.floats(-1, 1), st.integers(2, 60))
def test_every_leader_is_counted_once(
    threat: float, tie: float, leader: float, leaders: int
) -> None:
    seen = shown(threat=threat, relationship=tie, leadership=leader, leaders=leaders)
    assert sum(counts(seen)) == leaders


@given(st.floats(-1, 1), SHARES)
def test_power_and_the_move_change_no_judgement(power: float, injury: float) -> None:
    # R11, P0 L1518-1533
    a, b = shown(capability=power, injury=injury), shown(capability=-power)
    assert drawing(a, "fan") == drawing(b, "fan")
    assert a.finding.headline == b.finding.headline


@pytest.mark.parametrize(
    ("power", "move", "sign"),
    [
        (0.8, 0.8, True),  # the stronger gives way
        (-0.8, -0.8, True),  # the weaker resists
        (0.8, -0.8, False),
        (-0.8, 0.8, False),
    ],
)
def test_the_signs_lie_in_two_corners(power: float, move: float, sign: bool) -> None:
    # R24, P0 L736-744 and L1405-1409, T16
    seen = drawing(shown(capability=power, concession=move), "signals")
    assert ("does not explain" in seen.title) is sign
    active = next(zone for zone in seen.data["zones"] if zone["active"])
    assert (active["tone"] == "good") is sign


def test_the_cases_stand_in_the_corners_that_the_paper_tells_of() -> None:
    spots = {spot["case"]: spot for spot in drawing(shown(), "signals").data["spots"]}
    assert len(spots) == 5
    # P0 L1455: a pledge by the stronger; L1555-1557: threats by the far weaker
    pledge = spots["north-korea-pledge-2005-united-states"]
    assert pledge["x"] > 0
    assert pledge["y"] > 0
    threats = spots["north-korea-threatens-united-states"]
    assert threats["x"] < 0
    assert threats["y"] < 0
    # no paper gives a number, so every place is drawn as ours
    assert all(spot["hollow"] for spot in spots.values())


def test_1962_is_not_placed_and_shows_an_image_and_hardly_a_gain() -> None:
    # P0 L884-902, L841-850: relative power is not told
    seen = shown(injury=0.9)
    assert not any("1962" in str(row[0]) for row in drawing(seen, "signals").rows)
    assert "1962 cannot be placed" in drawing(seen, "signals").alt
    pull, gain = (row[1] for row in drawing(seen, "force").rows)
    assert pull > 0.5 > gain


def test_the_footnote_points_the_other_way() -> None:
    # E19, P0 L845-849
    seen = shown(border_at_stake=True)
    assert Reason("R117", "border") in seen.finding.notes
    assert "E19" in seen.finding.tensions


def test_a_statement_fades_and_one_enactment_refreshes_it() -> None:
    # R27, P0 L1405-1411, T17
    seen = [drawing(shown(rounds_since=n), "statement") for n in (0, 10, 40)]
    faded = [part.rows[0][1] for part in seen]
    assert faded[0] == 1.0
    assert faded[0] > faded[1] > faded[2]
    # its finding is about the statement and not about force
    assert len({part.title for part in seen}) == 3
    assert all("statement" in part.title for part in seen)


@given(st.floats(0.05, 0.95), st.integers(0, 60))
def test_from_where_a_statement_counts_is_ours_and_can_be_set(least: float, rounds: int) -> None:
    seen = shown(still_said=least, rounds_since=rounds)
    left = drawing(seen, "statement").rows[0][1]
    told = "fresh" if left >= least else "fading"
    assert Reason("R27", told) in seen.finding.reasons
    assert TEXT.groups[TEXT.parameters["still_said"].group] == "Our scale"


def test_its_rules_are_met() -> None:
    found: set[str] = set()
    for power, move in ((0.8, 0.8), (-0.8, -0.8), (0.8, -0.8), (-0.8, 0.8)):
        found |= ids(shown(capability=power, concession=move, betrayal=True, over_territory=True))
    found |= ids(shown(leadership=0.5, meanings=[]))
    found |= ids(shown(threat=1.0, relationship=0.0))
    wanted = {"R08", "R09", "R10", "R11", "R12", "R22", "R23", "R24", "R25", "R26", "R27", "R31"}
    assert wanted | {"R114", "R115", "R116", "R117"} <= found
