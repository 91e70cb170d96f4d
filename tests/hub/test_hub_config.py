"""The hub's configuration says only what its classes know, and the systemd part is told right.

No systemd runs where the tests do: what it would be told is looked at instead.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import systemdspawner.systemd
from jupyterhub.app import JupyterHub
from jupyterhub.auth import Authenticator
from jupyterhub.authenticators.shared import SharedPasswordAuthenticator
from jupyterhub.proxy import ConfigurableHTTPProxy
from jupyterhub.spawner import SimpleLocalProcessSpawner, Spawner
from nativeauthenticator import NativeAuthenticator
from systemdspawner import SystemdSpawner
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from tests import loops
from tests.hub.deployed import deployed
from tests.hub.proxy import DEPLOY

CLASSES = {
    known.__name__: known
    for known in (
        JupyterHub,
        Authenticator,
        SharedPasswordAuthenticator,
        NativeAuthenticator,
        ConfigurableHTTPProxy,
        Spawner,
        SystemdSpawner,
        SimpleLocalProcessSpawner,
    )
}


def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, login: str, spawner: str) -> Any:
    state, proxy, pages = tmp_path / "state", tmp_path / "proxy", tmp_path / "pages"
    state.mkdir(mode=0o700)
    (state / "class-password").touch(mode=0o600)
    (state / "class-password").write_text("a class's password", encoding="utf-8")
    proxy.touch()
    pages.mkdir()
    (pages / "index.ipynb").touch()
    for name, value in {
        "BOR_HUB_STATE": state,
        "BOR_HUB_PROXY": proxy,
        "BOR_PAGES": pages,
        "BOR_HUB_LOGIN": login,
        "BOR_HUB_SPAWNER": spawner,
        "BOR_HUB_TEACHERS": "teacher",
    }.items():
        monkeypatch.setenv(name, str(value))
    return PyFileConfigLoader(str(DEPLOY / "jupyterhub_config.py")).load_config()


@pytest.mark.parametrize("login", ["native", "class"])
@pytest.mark.parametrize("spawner", ["unit", "try-out"])
def test_every_setting_is_one_that_its_class_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, login: str, spawner: str
) -> None:
    config = configured(tmp_path, monkeypatch, login, spawner)
    assert isinstance(config, Config)
    assert len(config["JupyterHub"]) > 10
    for name, values in config.items():
        traits = CLASSES[name].class_traits(config=True)
        unknown = set(values) - set(traits)
        assert not unknown, f"{name} has no {unknown}"


def test_it_listens_to_this_machine_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = configured(tmp_path, monkeypatch, "native", "unit")
    for address in (
        config.JupyterHub.bind_url,
        config.JupyterHub.hub_bind_url,
        config.ConfigurableHTTPProxy.api_url,
    ):
        assert address.startswith("http://127.0.0.1:")


def test_nobody_signs_up_without_the_teacher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(tmp_path, monkeypatch, "native", "unit")
    assert config.NativeAuthenticator.open_signup is False


def test_a_student_gets_a_home_that_can_be_nobody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(tmp_path, monkeypatch, "native", "unit")
    asked: dict[str, Any] = {}

    async def start(unit: str, **given: Any) -> None:
        asked.update(given, unit=unit)

    async def running(_unit: str) -> bool:
        return bool(asked)

    async def failed(_unit: str) -> bool:
        return False

    monkeypatch.setattr(systemdspawner.systemd, "start_transient_service", start)
    monkeypatch.setattr(systemdspawner.systemd, "service_running", running)
    monkeypatch.setattr(systemdspawner.systemd, "service_failed", failed)
    unit = deployed("student_unit").StudentUnit

    class Alone(unit):  # type: ignore[misc, valid-type]
        """A spawner without a hub behind it."""

        def get_env(self) -> dict[str, str]:
            return dict(self.environment)

        def get_args(self) -> list[str]:
            return []

    # A name that the system itself uses: its folder is the package manager's.
    student: Any = SimpleNamespace(name="dpkg", id=7, url="/user/dpkg/", settings={})
    spawner = Alone(config=config, user=student, orm_spawner=None)
    loops.run(spawner.start())
    properties = asked["properties"]
    assert properties["DynamicUser"] == "yes"
    assert properties["StateDirectory"] == "bor-student-dpkg"
    assert asked["environment_variables"]["HOME"] == "/var/lib/bor-student-dpkg"
    assert asked["working_dir"] == "/var/lib/bor-student-dpkg"
    assert "bor-student-dpkg" in asked["unit"]
    assert properties["StateDirectoryMode"] == "0700"
    assert properties["MemoryMax"] == 2**30
    assert properties["CPUQuota"] == "100%"
    assert properties["NoNewPrivileges"] == "yes"
    assert asked["uid"] is None  # the system chooses an account that nobody has


def test_the_proxy_is_pinned_and_its_lock_names_no_place() -> None:
    wanted = json.loads((DEPLOY / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((DEPLOY / "package-lock.json").read_text(encoding="utf-8"))
    version = wanted["dependencies"]["configurable-http-proxy"]
    assert version[0].isdigit()
    packages = locked["packages"]
    assert packages["node_modules/configurable-http-proxy"]["version"] == version
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name
