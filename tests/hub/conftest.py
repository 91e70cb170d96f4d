"""Fixtures for tests with a real hub. They run in one process, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hub.running_hub import Hub, lay_out_pages, running_hub

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what stands in this folder together in one process."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("hub"))


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, laid out once."""
    return lay_out_pages(tmp_path_factory.mktemp("laid-out") / "pages")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Iterator[Hub]:
    """A hub of the module's own, with the settings that a class gets."""
    with running_hub(tmp_path_factory.mktemp("hub"), pages, BOR_HUB_TEACHERS="teacher") as running:
        yield running
