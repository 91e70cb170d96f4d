"""Soft balancing test: aim and duration decide, and two strands part at a low threat."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import cases
from bor_widgets.charts.benches.soft_acts import loaded, preset
from bor_widgets.charts.benches.soft_balancing_test import pick, view
from tests.charts.benches.looking import drawing, ids, questions
from tests.charts.benches.soft_balancing_seen import (
    ANYTHING,
    FOUR,
    TEXT,
    WEEK,
    YEARS,
    checks,
    shown,
    strand,
)

# ---- the act


def test_the_same_sanction_leaves_and_enters() -> None:
    # T46, T47; S01, S02, S04: P2 L93-95
    week, years = shown(**WEEK), shown(**YEARS)
    assert week.finding.headline.startswith("Not necessarily")
    assert "S04" in ids(week)
    assert years.finding.headline == "Soft balancing"
    assert {"S01", "S02"} <= ids(years)
    changed = {name for name, text in checks(week).items() if checks(years)[name] != text}
    assert changed == {
        "a use kept up for a period",
        "the aim to delegitimise",
        "more than retribution or a signal",
    }


@pytest.mark.parametrize(
    ("name", "criterion"),
    [
        ("deliberate", "a deliberate use"),
        ("sustained", "a use kept up for a period"),
        ("delegitimising", "the aim to delegitimise"),
    ],
)
def test_the_one_missing_criterion_is_named(name: str, criterion: str) -> None:
    # S01, S02: P2 L95
    seen = shown(**{**YEARS, name: False})
    assert seen.finding.headline == "Not soft balancing"
    assert criterion in drawing(seen, "test").title
    assert criterion in seen.finding.summary
    assert [label for label, text in checks(seen).items() if text == "missing"] == [criterion]


def test_friction_is_no_soft_balancing() -> None:
    # T45; S03: P2 L73, L95
    seen = shown(**loaded("friction"))
    assert seen.finding.headline == "Not soft balancing"
    assert "a concerted effort" in seen.finding.summary
    assert "S03" in ids(seen)


def test_military_means_alone_and_beside_soft_ones() -> None:
    # T48; S01, S10: P2 L93, L103
    alone = shown(**YEARS, instruments=[], military=True)
    assert alone.finding.headline == "Not soft balancing"
    beside = shown(**YEARS, military=True)
    assert beside.finding.headline == "Soft beside hard balancing"
    assert {"S10", "S54"} <= ids(beside)
    assert "E56" in beside.finding.tensions


def test_allies_and_institutions_as_targets() -> None:
    # T57; S11, S20: P2 L37-53, L103, L111
    ally = shown(**YEARS, target="ally")
    assert ally.finding.headline == "Soft balancing"
    assert "S11" in ids(ally)
    unthreatened = shown(**YEARS, target="ally", perceived="no")
    assert unthreatened.finding.headline == "Not soft balancing"
    institution = shown(**YEARS, target="institution", perceived="no")
    assert institution.finding.headline == "Soft balancing"
    assert "S20" in ids(institution)


@given(ANYTHING, st.sampled_from((None, True, False)))
def test_success_decides_nothing(values: dict[str, Any], succeeded: bool | None) -> None:
    # S49: P2 L103
    before = {**values, "look": "act"}
    a, b = (view(TEXT.checked({**before, "succeeded": s})) for s in (None, succeeded))
    assert a.finding.headline == b.finding.headline
    assert a.drawings == b.drawings


@given(ANYTHING)
def test_the_threat_pane_does_not_touch_the_test(values: dict[str, Any]) -> None:
    # E90: the judged threat and the level of threat are not converted into each other
    a = view(TEXT.checked({**values, "look": "act", "threat": 0.0, "year": 1830}))
    b = view(TEXT.checked({**values, "look": "act", "threat": 1.0, "year": 1990}))
    assert a == b


def test_the_acts_of_the_paper() -> None:
    # P2 L23, L53, L69, L95, L105-111, L145
    rows = {row["key"]: row["cells"][0]["text"] for row in
            drawing(shown(), "acts").data["rows"]}  # fmt: skip
    assert rows["friction"] == rows["week"] == "not soft balancing"
    assert rows["years"] == rows["iraq"] == "soft balancing"
    assert rows["duterte"] == rows["turkey"] == rows["refusal"] == "open"
    assert rows["union"] == "not soft balancing"  # E52: no threatening target is named


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("iraq", "iraq-2003-second-tier-powers"),
        ("duterte", "philippines-2016-south-china-sea"),
        ("turkey", "turkey-european-union-nato"),
    ],
)
def test_an_act_says_what_its_record_says(key: str, slug: str) -> None:
    names = {"military": "military_means"}
    coding = cases[slug].coding
    for name, value in preset(key).items():
        known = coding.get(names.get(name, name))
        if known is not None:
            given = list(value) if isinstance(value, tuple) else value
            found = list(known.value) if isinstance(known.value, tuple) else known.value
            assert given == found, name
        elif name not in ("target", "perceived"):
            assert value is None, name


def test_a_pressed_row_or_criterion_changes_the_act() -> None:
    values = TEXT.checked(YEARS)
    assert pick(values, "acts", "iraq") == {"set": dict(preset("iraq"))}
    assert pick(values, "acts", "<img>") == {"set": {}}
    assert pick(values, "test", "sustained") == {"set": {"sustained": False}}
    assert pick(values, "test", "not_retribution") == {"set": {"retributive": True}}
    assert pick(values, "strands", "x") == {}


# ---- the threat


def test_at_a_low_threat_the_strands_part() -> None:
    # T50; S14, S15, E50: P2 L69, L123
    seen = shown(look="threat", threat=0.15)
    authors, others = strand(seen, "this paper, with Paul"), strand(seen, "Levick and Schulz")
    assert authors[0.0] is not None
    assert others[0.0] == 0.0
    assert authors[0.0] > 0.5
    assert "binding" in drawing(seen, "strands").title
    assert {"S14", "S15"} <= ids(seen)
    assert "E50" in seen.finding.tensions


def test_at_the_top_one_strand_turns_hard() -> None:
    # T49; S08 with "often": P2 L103
    seen = shown(look="threat", threat=1.0)
    authors, others = strand(seen, "this paper, with Paul"), strand(seen, "Levick and Schulz")
    assert (authors[1.0], others[1.0]) == (0.0, 1.0)
    assert seen.finding.headline == "Hard balancing expected"
    assert "often" in seen.finding.summary
    assert shown(look="threat", threat=0.5).finding.headline == "Soft balancing expected"


@given(ANYTHING)
def test_between_low_and_high_the_second_strand_is_silent(values: dict[str, Any]) -> None:
    seen = view(TEXT.checked({**values, "look": "threat"}))
    others = strand(seen, "Levick and Schulz")
    low, high = values["low_until"], values["high_from"]
    assert all((height is None) == (low <= x < high) for x, height in others.items())


@pytest.mark.parametrize("name", [*FOUR, "ideology"])
@given(values=ANYTHING, more=st.floats(0, 1))
def test_none_of_the_four_lowers_what_speaks_for_it(
    name: str, values: dict[str, Any], more: float
) -> None:
    # T51; S05, S06, E58: P2 L97-103
    low, high = sorted((values[name], more))
    if name == "ideology":
        low, high = high, low
    before = {**values, "look": "threat"}
    shares = [
        float(drawing(view(TEXT.checked({**before, name: share})), "four").rows[4][1])
        for share in (low, high)
    ]
    assert shares[1] >= shares[0] - 1e-9


@given(ANYTHING)
def test_the_four_are_never_ranked(values: dict[str, Any]) -> None:
    # S06, E58: P2 L101-103; whichever of the four holds, they count alike
    seen = view(TEXT.checked({**values, "look": "threat"}))
    rows = drawing(seen, "four").rows
    assert rows[5][1] is None
    assert "not ranked" in str(rows[5][2])
    mean = sum(float(row[1]) for row in rows[:4]) / 4
    assert float(rows[4][1]) == pytest.approx(mean, abs=0.01)
    assert {"S06", "S19"} <= questions(seen) or seen.finding.headline == "No threat to balance"
