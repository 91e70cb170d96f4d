"""Whole worlds on plain arrays against those on NumPy's: the same bits in every round."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bor_widgets.simulation.arrays import MOST_PLAIN_STATES
from bor_widgets.simulation.presets import presets
from bor_widgets.simulation.shocks import SHOCKS
from tests.simulation.plain import courses

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    """Every course, played on plain arrays in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation.plain.courses"],
        cwd=ROOT,
        env={**os.environ, "BOR_ARRAYS": "plain"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())


@pytest.mark.parametrize("name", courses.configs())
def test_a_plain_world_has_the_same_bits(name: str, plain: dict[str, str]) -> None:
    told = plain[name]
    numpy = courses.written(courses.configs()[name])
    if told == numpy:
        return
    one, other = json.loads(numpy), json.loads(told)
    differing = [part for part in one if json.dumps(one[part]) != json.dumps(other[part])]
    for round_, (a, b) in enumerate(zip(one["states"], other["states"], strict=True)):
        fields = [field for field in a if json.dumps(a[field]) != json.dumps(b[field])]
        assert not fields, f"round {round_}: {fields}"
    raise AssertionError(f"{differing} differ")


def test_the_courses_let_everything_happen() -> None:
    played = [courses.played(config) for config in courses.configs().values()]
    events = [event for course in played for row in course["log"] for event in row]
    assert {event["grade"] for event in events} == {"none", "potential", "indirect", "direct"}
    # the moves of all doctrines, of both wordings of the principles, and of a table of one's own
    assert {"R01", "R04", "R02", "R03", "R50", "S08", "R135", ""} <= {e["rule"] for e in events}
    assert any(event["conflict"] for event in events)
    assert any(event["left_open"] for event in events)
    assert any(event["instrument"] for event in events)
    assert {shock.kind for shock in courses.SHOCKS} == set(SHOCKS)
    # rounds of compensation come in broken numbers, whose powers are the delicate part
    assert any(course["states"][-1]["bargains"][0] % 1.0 for course in played)


def test_every_scene_fits_a_page_without_a_server() -> None:
    """A scene that is larger would have to be offered reduced, with words that say so."""
    assert max(preset.config.states for preset in presets().values()) <= MOST_PLAIN_STATES
