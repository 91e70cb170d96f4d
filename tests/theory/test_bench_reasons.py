"""Findings told beside a table, a curve or a checklist: each only where its condition holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from bor_widgets.situation import Situation
from bor_widgets.theory import Reason
from bor_widgets.theory.commitment import commitment_path
from bor_widgets.theory.place_reasons import (
    actor_reasons,
    binding_reasons,
    means_reasons,
    region_reasons,
)
from bor_widgets.theory.soft_balancing import define
from bor_widgets.theory.soft_reasons import act_reasons, target_reasons, threat_reasons
from bor_widgets.theory.system_reasons import (
    culture_reasons,
    evidence_reasons,
    failure_reasons,
    motif_reasons,
    policy_reasons,
    return_reasons,
    security_reasons,
)
from bor_widgets.theory.value_reasons import (
    compromise_reasons,
    course_reasons,
    inconsistency_reasons,
    reach_reasons,
)
from bor_widgets.theory.year_reasons import year_reasons


def told(reasons: Iterable[Reason]) -> set[tuple[str, str]]:
    """Return rule and key of each reason, once its sentence was found."""
    found = list(reasons)
    assert all(reason.text for reason in found)
    return {(reason.rule, reason.key) for reason in found}


def rules(reasons: Iterable[Reason]) -> set[str]:
    """Return the rules alone."""
    return {rule for rule, _ in told(reasons)}


def test_what_was_kept_is_told_once_it_bent() -> None:
    # R48, R49: P0 L455-462
    assert rules(course_reasons(commitment_path(1.0, 30), "deterministic")) == {"R48", "R49"}
    assert rules(course_reasons(commitment_path(1.0, 2), "opportunistic")) == {"R49"}


def test_compromise_brings_support_or_warmth() -> None:
    # R56, R57: P0 L1281-1287; of allies and defectors nothing is named
    assert rules(compromise_reasons(["complying"], 0.5)) == {"R56"}
    assert rules(compromise_reasons(["revisionist"], 0.5)) == {"R57"}
    assert not compromise_reasons(["ally", "defector"], 1.0)
    assert not compromise_reasons(["complying", "revisionist"], 0.0)


def test_many_dealings_and_many_partners() -> None:
    # R59, R60: P0 L1081-1089
    assert not reach_reasons(1, 0)
    assert rules(reach_reasons(1, 3)) == {"R59"}
    assert rules(reach_reasons(2, 0)) == {"R60"}


def test_inconsistency_is_read_in_two_ways() -> None:
    # R61: P0 L1301-1307
    assert rules(inconsistency_reasons(0.1)) == {"R61"}
    assert not inconsistency_reasons(0.0)


@pytest.mark.parametrize(
    ("failed", "works", "expected"),
    [
        (None, None, set()),
        (True, True, {("R133", "ties")}),
        (False, False, {("R133", "power")}),
        (True, False, {("R133", "ties"), ("R133", "power")}),
    ],
)
def test_failure_tilts_to_the_other_system(
    failed: Any, works: Any, expected: set[tuple[str, str]]
) -> None:
    # R133: P0 L1241-1243
    assert told(failure_reasons(failed, works)) == expected


def test_security_and_fear() -> None:
    # R137: P0 L1176-1180; R138: L1198-1202; R139: L1208-1214; R149: L1226-1241
    assert told(security_reasons(0.5, 0.5)) == {("R138", "can"), ("R139", "some")}
    assert told(security_reasons(0.5, 0.0)) == {("R138", "cannot"), ("R139", "none")}
    afraid = security_reasons(0.5, 0.5, survival_feared=True, violence_feared=True)
    assert {"R137", "R149"} <= rules(afraid)


def test_what_leads_back_to_ties() -> None:
    # R52: P0 L1271-1277; R140: L1226-1232; R145: L1516-1518
    assert not return_reasons("power", True, crisis=False, acknowledged=False)
    assert not return_reasons("power", None)
    assert rules(return_reasons("identity", False, crisis=True, acknowledged=True)) == {
        "R52",
        "R140",
        "R145",
    }


def test_culture_helps_and_shuts_nobody_out() -> None:
    # R143: P0 L1346-1354; R144: L1445-1451; R152: L213-218
    assert not culture_reasons(None, None, None, True)
    assert told(culture_reasons(False, True, True, False)) == {
        ("R143", "little"),
        ("R144", "can"),
        ("R152", "holds"),
    }
    assert ("R144", "not_said") in told(culture_reasons(True, None, True, True))


def test_both_systems_in_one_policy() -> None:
    # R146: P0 L1476-1490
    assert rules(policy_reasons({"a": "balance of relationships", "b": "balance of power"})) == {
        "R146"
    }
    assert not policy_reasons({"a": "balance of power", "b": "balance of power"})


def test_the_motifs_are_kept_or_broken() -> None:
    # R150, R151: P0 L1678-1686
    assert told(motif_reasons("ties", True, False)) == {("R150", "kept"), ("R151", "kept")}
    assert told(motif_reasons("uniformity", False, None)) == {
        ("R150", "broken"),
        ("R151", "broken"),
    }
    assert told(motif_reasons(None, True, None)) == {("R151", "open")}
    assert not motif_reasons(None, None, None)


def test_both_opposites_count_as_evidence() -> None:
    # R147: P0 L1472-1474; R148, E08: L1279-1281
    assert not evidence_reasons(True, 0, 0)
    assert told(evidence_reasons(False, 1, 0)) == {("R147", "holds"), ("R148", "one_kind")}
    assert told(evidence_reasons(None, 1, 1)) == {("R148", "both_kinds")}


def test_unusual_targets_are_admitted() -> None:
    # S11, S20: P2 L37-53, L103, L111
    s = Situation(instruments=("institutions",))
    assert not target_reasons(define(s), "state", True)
    assert told(target_reasons(define(s, target="ally"), "ally", True)) == {("S11", "ally")}
    refused = define(s, target="ally", perceived_threat=False)
    assert not target_reasons(refused, "ally", False)
    assert rules(target_reasons(define(s, target="institution"), "institution", True)) == {"S20"}


def test_an_act_is_told_whole() -> None:
    # S49, S50, S54, S56, S65: P2 L25, L73, L103, L111
    s = Situation(instruments=("sanctions",), deliberate=True, sustained=True, delegitimising=True)
    calm = rules(act_reasons(s, define(s), True, None))
    assert {"S50", "S56"} <= calm
    assert not calm & {"S49", "S54", "S65"}
    armed = s.with_(military_means=True)
    assert {"S54"} <= rules(act_reasons(armed, define(armed), True, None))
    soft = s.with_(military_means=False)
    assert {"S49", "S65"} <= rules(act_reasons(soft, define(soft), True, False))
    friction = Situation(concerted=False)
    assert "S49" not in rules(act_reasons(friction, define(friction), True, True))


def test_a_threat_is_told_whole() -> None:
    # S09, S13, S57, S62: P2 L97-103, L145
    assert told(threat_reasons(False, 0.5, None, None)) == {("S09", "holds"), ("S57", "dearer")}
    assert told(threat_reasons(True, 0.0, True, "governance")) == {
        ("S57", "no_trade"),
        ("S13", "invaded"),
        ("S62", "governance"),
    }
    assert ("S13", "before") in told(threat_reasons(True, 0.5, False, None))


def test_who_and_where() -> None:
    # S22: P2 L137; S23: L111; S24: L139-141; S26: L7; S18: L113; S55: L145; S58: L69
    assert told(actor_reasons("middle", 1.0)) == {("S22", "weaker"), ("S23", "holds")}
    assert told(actor_reasons("great", 1.0)) == {("S22", "great")}
    assert not actor_reasons(None, 1.0)
    assert told(region_reasons(1.0, 1.0, 1.0, 0.0)) == {("S24", "towards"), ("S25", "holds")}
    assert {("S24", "away"), ("S26", "holds")} <= told(region_reasons(0.0, 0.0, 0.0, 1.0))
    reasons, unsaid = means_reasons(1.0, 1.0, 1.0, 1.0)
    assert rules(reasons) == {"S18", "S58"}
    assert {question.rule for question in unsaid} == {"S19", "S64", "S66"}
    assert rules(binding_reasons(1.0, 1.0, 1.0)) == {"S55"}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1916, {("S27", "unclassified")}),
        (1930, {("S27", "holds")}),
        (2000, {("S27", "holds"), ("S21", "united_states"), ("S21", "china")}),
        (2010, {("S27", "edge"), ("S21", "united_states"), ("S21", "china")}),
        (2013, {("S27", "holds"), ("S21", "china")}),
        (2015, {("S27", "holds")}),
    ],
)
def test_a_year_is_told(year: int, expected: set[tuple[str, str]]) -> None:
    # S21: P2 L25; S27: P2 L101
    assert told(year_reasons(year)) == expected
