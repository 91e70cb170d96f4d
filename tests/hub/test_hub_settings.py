"""What the hub is told: read, checked, refused in one sentence; and its secrets in files."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from tests.hub.deployed import deployed

settings = deployed("hub_settings")


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    """What a hub needs to be told at least, where nothing is installed."""
    proxy, pages = tmp_path / "proxy", tmp_path / "pages"
    proxy.touch()
    pages.mkdir()
    (pages / "index.ipynb").touch()
    return {
        "BOR_HUB_STATE": str(tmp_path / "state"),
        "BOR_HUB_PROXY": str(proxy),
        "BOR_PAGES": str(pages),
    }


def read(told: dict[str, str], **more: str) -> Any:
    return settings.read_settings({**told, **more})


def test_without_a_word_it_is_careful(told: dict[str, str]) -> None:
    the = read(told)
    assert the.login == "native"
    assert the.spawner == "unit"
    assert the.url == "http://127.0.0.1:8000/"
    assert stat.S_IMODE(the.state.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("name", "given", "allowed"),
    [
        ("BOR_HUB_LOGIN", "open", "native or class"),
        ("BOR_HUB_SPAWNER", "docker", "unit or try-out"),
        ("BOR_HUB_MOST", "0", "from 1 to 10000"),
        ("BOR_HUB_MOST", "many", "from 1 to 10000"),
        ("BOR_HUB_IDLE", "-5", "from 5 to 86400"),
        ("BOR_HUB_IDLE", "٣٠٠", "from 5 to 86400"),
        ("BOR_HUB_CULL_EVERY", "1.5", "from 1 to 86400"),
        ("BOR_HUB_URL", "https://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("BOR_HUB_URL", "http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("BOR_HUB_URL", "http://127.0.0.1:99999/", "http://127.0.0.1:8000/"),
        ("BOR_HUB_STUDENTS", "/no/such/list", "can be read"),
    ],
)
def test_what_cannot_be_is_refused(
    told: dict[str, str], name: str, given: str, allowed: str
) -> None:
    with pytest.raises(settings.SettingsError) as refused:
        read(told, **{name: given})
    said = str(refused.value)
    assert name in said
    assert given in said
    assert allowed in said
    assert "\n" not in said


@pytest.mark.parametrize("name", ["BOR_HUB_PROXY", "BOR_PAGES"])
def test_what_is_not_installed_is_named(told: dict[str, str], name: str, tmp_path: Path) -> None:
    with pytest.raises(settings.SettingsError, match=r"npm ci|bor pages"):
        read(told, **{name: str(tmp_path / "nothing")})


def test_a_list_of_students_may_have_remarks(told: dict[str, str], tmp_path: Path) -> None:
    listed = tmp_path / "students.txt"
    listed.write_text("Anna\n\nben  # second row\n# nobody\n", encoding="utf-8")
    the = read(told, BOR_HUB_STUDENTS=str(listed), BOR_HUB_TEACHERS="Prof-Lin, tutor")
    assert the.students == ("anna", "ben")
    assert the.teachers == ("prof-lin", "tutor")


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "token"
    secret = settings.kept_secret(path)
    assert len(secret) >= 32  # what the class's teacher must have at least
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert settings.kept_secret(path) == secret
    assert settings.kept_secret(tmp_path / "other") != secret


def test_a_secret_that_others_can_read_is_refused(told: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "token"
    settings.kept_secret(path)
    path.chmod(0o640)
    with pytest.raises(settings.SettingsError, match="chmod 600"):
        settings.kept_secret(path)
    state = read(told).state
    state.chmod(0o755)
    with pytest.raises(settings.SettingsError, match="chmod 700"):
        read(told)


def test_the_password_of_a_class_is_asked_for(told: dict[str, str]) -> None:
    the = read(told, BOR_HUB_LOGIN="class")
    path = the.state / "class-password"
    with pytest.raises(settings.SettingsError, match="class's password is missing"):
        the.class_password()
    path.touch(mode=0o600)
    path.write_text("short\n", encoding="utf-8")
    with pytest.raises(settings.SettingsError, match="at least 8 characters, but has 5"):
        the.class_password()
    path.write_text("long enough\n", encoding="utf-8")
    assert the.class_password() == "long enough"
    path.chmod(0o604)
    with pytest.raises(settings.SettingsError, match="chmod 600"):
        the.class_password()
