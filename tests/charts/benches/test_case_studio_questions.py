"""Case studio: one sanction under its aims, and the questions on which the papers part."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.charts.benches.case_studio import view
from bor_widgets.theory import NEUTRAL
from tests.charts.benches.studio import SLUGS, TEXT, TOLD, after, shown, table


# X01, T: P0 L415-423, P2 L95, L103
@pytest.mark.parametrize(
    ("set_to", "verdicts"),
    [
        ({"aim": ["mend"], "repaired": True}, ("can", "cannot", "at least one fits")),
        ({"aim": ["mend"], "repaired": False}, ("cannot", "cannot", "both fail")),
        ({"aim": ["delegitimise"], "lasting": True}, ("cannot", "can", "at least one fits")),
        ({"aim": ["delegitimise"], "lasting": False}, ("cannot", "cannot", "both fail")),
        # S04, P2 L95: a sanction that only punishes is "not necessarily" soft balancing
        ({"aim": ["retribution"]}, ("cannot", "need not", "neither need")),
        ({"aim": ["mend", "delegitimise"]}, ("can", "can", "at least one fits")),
    ],
)
def test_a_sanction_moves_with_its_aim(
    set_to: dict[str, Any], verdicts: tuple[str, str, str]
) -> None:
    seen = shown(look="sanction", **set_to)
    row = table(seen, "sanction")["Whose is it?"]
    for cell, verdict in zip(row, verdicts, strict=True):
        assert cell["text"].split(" claim")[0] == verdict
        assert cell["chosen"] == (verdict in ("can", "both fail", "neither need"))
    assert "E80" in seen.finding.tensions


def test_mere_retribution_is_told_as_not_necessarily() -> None:
    # S04, P2 L95
    seen = shown(look="sanction", aim=["retribution"])
    assert "need not" in next(part for part in seen.drawings if part.name == "sanction").title
    assert "cannot" not in seen.finding.headline
    assert [cell["text"] for cell in table(seen, "aims")["Punish, or send one signal"]] == [
        "no",
        "not necessarily",
        "yes",
    ]


def test_without_an_aim_nobody_can_claim_it() -> None:
    row = table(shown(look="sanction", aim=[]), "sanction")["Whose is it?"]
    assert all(cell["open"] for cell in row)


@pytest.mark.parametrize(("key", "column"), [("mend", 0), ("delegitimise", 1), ("retribution", 2)])
def test_pressing_a_column_moves_the_sanction_there(key: str, column: int) -> None:
    values = TEXT.checked({"look": "sanction", "repaired": False, "lasting": False})
    row = table(view(after(values, "sanction", key), NEUTRAL), "sanction")["Whose is it?"]
    fits = [cell["text"] in ("can claim it", "both fail", "neither need claim it") for cell in row]
    assert fits == [place == column for place in range(3)]


@given(st.floats(-1, 1), st.sampled_from(SLUGS), TOLD)
def test_a_sanction_knows_no_power_and_no_case(power: float, case: str, bound: bool | None) -> None:
    # the readings hang on aim, repair, purpose and duration alone (X01)
    plain = shown(look="sanction", aim=["mend"])
    moved = shown(look="sanction", aim=["mend"], capability=power, case=case, will_be_bound=bound)
    assert plain == moved


def test_where_the_papers_part() -> None:
    rows = table(shown(look="parting", year=2003, actor_class="middle", case="own"), "parting")
    venue = [cell["text"] for cell in rows["Which venue?"]]
    assert venue == ["bilateral", "multilateral", "regional institutions"]  # X09
    target = rows["Is a target named?"]
    assert (target[0]["text"], target[2]["text"]) == ("names none", "names one")  # X07
    label = rows["Is an aggressor's label needed?"]
    assert (label[0]["text"], label[2]["text"]) == ("advises against it", "builds on the label")
    assert label[1]["open"]
    unequal = rows["Between unequals, who gives?"]
    assert all(cell["open"] for cell in unequal)  # between equals no paper says it (X10)


def test_a_question_that_does_not_arise_is_not_called_silence() -> None:
    values = TEXT.checked({"look": "parting", "case": "own"})
    row = table(view(values, NEUTRAL), "parting")["Not willing to be bound: where to?"]
    assert not any(cell["open"] for cell in row)
    asked = after(values, "parting", "X11")
    row = table(view(asked, NEUTRAL), "parting")["Not willing to be bound: where to?"]
    # X11: P1 L15, P0 L953-965, P2 L25
    assert [cell["text"].split()[0] for cell in row] == ["bilateral", "alone", "soft"]
    many = table(view(after(values, "parting", "X03"), NEUTRAL), "parting")
    assert many["Many partners: what is it?"][0]["text"].startswith("many pairs")
