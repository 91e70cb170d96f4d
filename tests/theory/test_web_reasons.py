# ruff: noqa: N802 (the names carry ids, which are written with a capital)
"""A hegemon's request, and the reasons on webs, frames, zeal, and what lasts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.theory.lasting_reasons import (
    danger_reasons,
    delay_reasons,
    power_claims,
    tie_claims,
)
from bor_widgets.theory.lens_expectations import LENSES
from bor_widgets.theory.requests import after_request
from bor_widgets.theory.web_reasons import (
    compliance_claims,
    frame_reasons,
    practice_reasons,
    web_reasons,
    zeal_reasons,
)
from bor_widgets.theory.webs import Web

NEIGHBOURS = ("India", "Russia")
THREE = {"coincidence": 0.5, "will": 0.5, "consensus": 0.5}


def web(tie: float, hegemon: str | None = "United States") -> Web:
    """Four states, all ties alike."""
    return Web(("China", *NEIGHBOURS, "United States"), [[tie] * 4] * 4, hegemon, NEIGHBOURS)


@given(st.floats(-1, 1), st.floats(0, 1))
def test_R78_a_request_moves_only_the_hegemons_ties(tie: float, closer: float) -> None:
    # P0 L993-1006
    before = web(tie)
    after = after_request(before, True, closer)
    for pair in before.pairs:
        if "United States" in pair and set(pair) & set(NEIGHBOURS):
            assert after.tie(*pair) == min(1.0, tie + closer)
        else:
            assert after.tie(*pair) == tie


@pytest.mark.parametrize("complies", [False, None])
def test_without_compliance_or_hegemon_nothing_moves(complies: bool | None) -> None:
    assert after_request(web(0.2), complies) == web(0.2)
    assert after_request(web(0.2, None), True) == web(0.2, None)
    with pytest.raises(ValueError, match="closer"):
        after_request(web(0.2), True, 1.5)


def test_R78_what_a_forced_neighbour_keeps_is_open() -> None:
    # P0 L987-1006: said where neighbours need not take sides
    assert compliance_claims([0.5, 0.5], [False, False], False) == ()
    assert compliance_claims([0.5], [False], True) == (Reason("R78", "unchanged"),)
    assert compliance_claims([0.5], [True], True) == (OpenQuestion("R78"),)
    assert len(compliance_claims([0.5, 0.5], [True, False], True)) == 2


def test_R76_and_R82_need_ties() -> None:
    # P0 L983-987, L1036-1040
    assert web_reasons([-0.5], [-0.5], 0.5) == ()
    assert web_reasons([0.3], [], 0.5) == (Reason("R76"),)
    assert web_reasons([-0.1], [0.9], 0.5) == (Reason("R82"),)


def test_R70_and_R86_belong_to_one_lens() -> None:
    # P0 L953-957, L1076-1080
    here = frame_reasons(LENSES[0], "multi-bilateral", [0.2, 0.9])
    assert {reason.rule for reason in here} == {"R70", "R86", "R90"}
    there = frame_reasons(LENSES[1], "multilateral", [0.2, 0.9])
    assert there == ()


def test_R75_zeal_and_its_one_exception() -> None:
    # P0 L973-977
    assert zeal_reasons(0.0, False) == ()
    assert zeal_reasons(0.4, False) == (Reason("R75", "dangerous"),)
    assert zeal_reasons(0.4, True) == (Reason("R75", "exception"),)
    assert zeal_reasons(0.4, None) == (Reason("R75", "open"),)


@given(st.floats(-1, 1))
def test_R89_power_changes_nothing(capability: float) -> None:
    # P0 L80-86; R87, P0 L1109-1117
    assert practice_reasons(1.0, 0.0, capability) == (Reason("R87"), Reason("R89"))
    assert practice_reasons(1.0, 1.0, capability) == (Reason("R89"),)


def test_R83_and_R84() -> None:
    # P0 L1040-1046
    assert power_claims(0.9, 10.0, 0.1, 0.0) == (Reason("R84"), Reason("R83"))
    assert power_claims(0.9, 1.0, 0.0, 0.1) == (Reason("R84"),)
    assert power_claims(0.0, 10.0, 0.0, 0.0) == (OpenQuestion("R84"),)


def test_R80_R85_and_R88() -> None:
    # P0 L1018-1022, L1060-1063, L1117-1123
    steady = tie_claims(0.0, THREE, 0.5)
    assert steady == (Reason("R80"), Reason("R85", "there"), Reason("R88"))
    swinging = tie_claims(0.9, {**THREE, "will": 0.0}, 0.0)
    assert swinging == (OpenQuestion("R80"), Reason("R85", "lacking"))


@pytest.mark.parametrize("identity", ["confrontational", "alliance"])
def test_R67_identity_settles_nothing(identity: str) -> None:
    # P0 L1097-1109; R91, P0 L1316-1326; R92, P0 L1222-1226 and L1312-1314
    for state in ("kept", "breached", "undefined"):
        for imagined in ("harmony", "anarchy"):
            found = danger_reasons(state, imagined, identity)  # type: ignore[arg-type]
            assert found == (Reason("R91", state), Reason("R92", imagined), Reason("R67"))
            assert all(reason.text for reason in found)


def test_R127_is_told_where_there_is_a_delay() -> None:
    # P0 L1401-1403
    assert delay_reasons(3) == (Reason("R127"),)
