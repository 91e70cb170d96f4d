"""What matters most, without a browser."""

from __future__ import annotations

import pytest

from bor_widgets.widgets.sweep_matter import MatterPart


def test_what_matters_most_says_which_number_moves_conflict() -> None:
    pytest.importorskip("SALib")
    part = MatterPart()
    part.form.put(
        preset="three-partners", measure="conflict", samples=4, worlds=10, rounds=8,
        numbers=["strikes", "precision", "capability_spread"],
    )  # fmt: skip
    part.start()
    assert part.work.wait(120)
    assert part.bar.problem == ""
    assert part.bar.state == "done"
    assert len(part.drawings[0].data["rows"]) == 2
    # without strikes there is nothing that could turn into a conflict
    assert part.drawings[0].data["rows"][0]["label"] == "Strikes"


def test_one_number_cannot_be_compared() -> None:
    part = MatterPart()
    part.form.put(numbers=["strikes"])
    assert "two numbers" in part.form.errors["numbers"]
    part.start()
    assert part.bar.state == "idle"


def test_a_number_is_added_to_the_list() -> None:
    part = MatterPart()
    part.form.put(add="pace.strain")
    assert "pace.strain" in part.form.values["numbers"]
    assert part.form.values["add"] == ""
    offered = next(b for b in part.form.blocks if b["name"] == "numbers")["fields"][0]["options"]
    assert offered[-1]["key"] == "pace.strain"
