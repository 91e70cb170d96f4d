"""One server for the tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.voila.class_server import ClassServer, class_server, write_page


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages, and with what must not be seen."""
    top = tmp_path_factory.mktemp("class")
    folder = top / "pages"
    folder.mkdir()
    write_page(folder, "talking.ipynb")
    write_page(folder, "week/second.ipynb")
    write_page(folder, ".ipynb_checkpoints/talking-checkpoint.ipynb")
    write_page(top, "outside.ipynb")
    (folder / "notes.md").write_text("# what the teacher alone reads\n")
    (folder / "answers.toml").write_text("right = 1\n")
    (folder / "picture.png").write_bytes(b"no picture")
    (folder / "link.ipynb").symlink_to(top / "outside.ipynb")
    return folder


@pytest.fixture(scope="session")
def room(shelf: Path) -> Iterator[ClassServer]:
    """A server with the usual settings."""
    with class_server(shelf) as server:
        yield server
