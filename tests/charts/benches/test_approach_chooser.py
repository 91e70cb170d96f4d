"""Approach chooser (L06): what P1 says of number, kind and venue is read off the view."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.sources import rules
from tests.charts.benches.looking import cell, drawing, fired, looks

seen = looks("approach_chooser")

HELD = {"indivisibility": True, "generalised_principles": True, "diffuse_reciprocity": True}


@pytest.mark.parametrize(
    ("parties", "row"), [(1, "Unilateral"), (2, "Bilateral"), (3, "Multilateral"), (7, "Multi")]
)
def test_the_count_names_the_approach(parties: int, row: str) -> None:
    # T39
    shown = seen(parties=parties)
    assert cell(shown, "readings", row)["text"].startswith("Yes")
    counted = [r["cells"][0]["chosen"] for r in drawing(shown, "readings").data["rows"]]
    assert counted.count(True) == 1


@pytest.mark.parametrize("denied", list(HELD))
def test_three_states_with_one_property_denied_pass_one_test_and_fail_the_other(
    denied: str,
) -> None:
    # T40
    shown = seen(parties=3, **{**HELD, denied: False})
    assert cell(shown, "readings", "Multilateral", 0)["text"].startswith("Yes")
    assert cell(shown, "readings", "Multilateral", 1)["text"].startswith("No")
    title = drawing(shown, "readings").title
    assert "multilateral by number" in title
    assert "not by Caporaso" in title
    assert "E40" in shown.finding.tensions
    # never a fraction of the ensemble
    assert "2/3" not in drawing(shown, "readings").alt
    assert seen(parties=3, **HELD).finding.tone == "good"


@pytest.mark.parametrize(
    ("privileges", "belief", "start"),
    [(True, False, "no"), (False, True, "no"), (True, True, "yes"), (True, None, "not judged")],
)
def test_pempel_asks_for_both(privileges: Any, belief: Any, start: str) -> None:
    # T41
    shown = seen(parties=2, exclusive_privileges=privileges, one_to_one_belief=belief)
    assert cell(shown, "readings", "Bilateral", 1)["text"].endswith(start)


@pytest.mark.parametrize(
    ("treaty", "label"), [(True, "Allies"), (False, "Coalition partners"), (None, "open")]
)
def test_a_treaty_makes_allies(treaty: Any, label: str) -> None:
    # T42
    shown = seen(parties=2, shared_interests=True, treaty=treaty)
    assert label in cell(shown, "conditions", "A pair")["text"]


def test_a_non_traditional_threat_suggests_many() -> None:
    # T43
    shown = seen(threat_kind="non-traditional", solvable_alone=False)
    assert cell(shown, "conditions", "Kind of threat")["source"]["id"] == "Q18"
    assert "Q18" in fired(shown)


@pytest.mark.parametrize("worldview", [None, "realist", "liberal"])
def test_a_traditional_threat_leaves_many_open(worldview: str | None) -> None:
    # T43
    shown = seen(threat_kind="traditional", worldview=worldview)
    threat = cell(shown, "conditions", "Kind of threat")
    assert "stays open" in threat["text"]
    assert threat["source"]["id"] == "Q19"
    assert "open" in drawing(shown, "conditions").title
    assert "stays open" in shown.finding.summary or "leaves" in shown.finding.summary
    assert "Q19" in fired(shown)


def test_a_realist_facing_a_shared_threat_is_not_settled() -> None:
    # E43, E46: "usually" and "generally", and no test which of them wins
    shown = seen(threat_kind="non-traditional", solvable_alone=False, worldview="realist")
    title = drawing(shown, "conditions").title
    assert "many" in title
    assert "two" in title


@pytest.mark.parametrize("name", ["NATO", "Warsaw Pact"])
def test_a_named_bloc_is_where_the_paper_and_the_count_part(name: str) -> None:
    # P1 L27, E41
    shown = seen(bloc=name, parties=12)
    assert cell(shown, "readings", "Bilateral", 2)["text"] == "Bilaterally inspired"
    # Q25, P1 L27: told as widely held, not as the paper's own verdict
    assert "idely" in drawing(shown, "readings").title
    assert "widely seen" in shown.finding.summary
    told = {c.rule: c.text for c in shown.finding.reasons if not isinstance(c, str)}
    assert "widely seen" in told["Q25"]
    assert "widely seen" in cases["C50"].reading
    assert cell(shown, "readings", "Bilateral", 0)["text"].startswith("No")
    assert cell(shown, "readings", "Multilateral", 2)["open"]
    assert "66 pairs" in cell(shown, "readings", "Bilateral", 2)["note"]
    assert {"E41"} <= set(shown.finding.tensions)
    assert {"Q03", "Q25"} <= set(fired(shown))
    assert len(drawing(seen(parties=12), "readings").data["columns"]) == 2


def test_more_states_are_harder_to_read() -> None:
    # Q11
    line = drawing(seen(parties=3), "clear").data["lines"][0]["ys"]
    assert all(later < earlier for earlier, later in pairwise(line))
    assert "harder to read" in drawing(seen(parties=3), "clear").title
    assert "most clearly" in drawing(seen(parties=2), "clear").title
    assert drawing(seen(), "clear").data["moves"] == "parties"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_strength_moves_no_approach_and_the_direction_stays_open(data: st.DataObject) -> None:
    # T44
    values = {
        "parties": data.draw(st.integers(1, 30)),
        "worldview": data.draw(st.sampled_from([None, "realist", "liberal"])),
        "threat_kind": data.draw(st.sampled_from([None, "traditional", "non-traditional"])),
        "will_be_bound": data.draw(st.sampled_from([None, True, False])),
    }
    weak, strong = (seen(**values, capability=capability) for capability in (-1.0, 1.0))
    assert weak.finding == strong.finding
    for name in ("readings", "conditions", "clear"):
        assert drawing(weak, name) == drawing(strong, name)
    interests = cell(strong, "conditions", "Interests")
    assert interests["open"]
    assert interests["source"]["id"] == "Q01"
    assert [claim.rule for claim in strong.finding.open if not isinstance(claim, str)] == ["Q01"]


@settings(max_examples=60, deadline=None)
@given(
    parties=st.integers(1, 30),
    geographic=st.floats(0, 1, allow_nan=False),
    functional=st.floats(0, 1, allow_nan=False),
)
def test_the_shares_add_up_to_the_whole(parties: int, geographic: float, functional: float) -> None:
    # Q05: costs and benefits are spread, none is lost
    shown = drawing(seen(parties=parties, geographic=geographic, functional=functional), "shares")
    rows = shown.data["rows"]
    sums = [sum(entry["value"] for entry in row["cells"]) for row in rows]
    last = parties - len(rows) + 1
    assert sum(sums[:-1]) + last * sums[-1] == pytest.approx(1.0)


def test_a_failed_body_ends_and_a_capable_state_still_needs_others() -> None:
    # Q21 (League of Nations), Q17
    assert "end" in cell(seen(unstopped=2), "schools", "Can it fail", 1)["text"]
    assert cell(seen(capability=1.0), "schools", "Why", 1)["value"] < 1.0
    assert cell(seen(power_gap=0.0), "schools", "What does a tie", 0)["value"] == 0.0


def test_every_computed_rule_of_the_lesson_is_shown() -> None:
    samples: list[dict[str, Any]] = [
        {},
        {"parties": 1, "will_be_bound": False},
        {"parties": 2, "exclusive_privileges": True, "one_to_one_belief": True, "treaty": True},
        {"parties": 12, "bloc": "NATO", "worldview": "realist", "unstopped": 1},
        {"worldview": "liberal", "threat_kind": "traditional"},
        {"worldview": "liberal-institutionalist", "will_be_bound": True},
        {"threat_kind": "non-traditional", "solvable_alone": False},
    ]
    shown: set[str] = set()
    for values in samples:
        now = seen(**values)
        shown |= set(fired(now))
        for entry in now.drawings:
            if entry.kind == "cells":
                cells = [c for row in entry.data["rows"] for c in row["cells"]]
                shown |= {c["source"]["id"] for c in cells if c["source"]}
    wanted = {f"Q{number:02}" for number in range(1, 27)} - {"Q23"}
    assert wanted <= shown
    assert rules["Q23"].treatment == "taught"
