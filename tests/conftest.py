"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a property; in CI the same examples are tried every time.
settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def no_journal_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Give each test a journal of its own, so that none touches the one in the folder."""
    from bor_widgets.course.at_hand import FILE_VARIABLE, journal_at_hand

    path = tmp_path_factory.mktemp("journal") / "my-journal.jsonl"
    monkeypatch.setenv(FILE_VARIABLE, str(path))
    journal_at_hand.cache_clear()
    yield path
    journal_at_hand.cache_clear()
