"""The values for Kubernetes name only what the chart knows; there is no chart here to render."""

from __future__ import annotations

from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from bor_widgets.voila.extension_pages import PLACE
from tests.hub.proxy import DEPLOY

ANY: dict[str, Any] = {}
IMAGE = {"name": str, "tag": str}

#: What the chart's schema allows of the keys in use, as it was read; a type where it names one, and
#: ANY where the schema leaves the inside to others (traitlets, Kubernetes).
KNOWN: dict[str, Any] = {
    "singleuser": {
        "image": IMAGE,
        "cmd": (str, list),
        "defaultUrl": str,
        "memory": {"guarantee": (str, int, float), "limit": (str, int, float)},
        "cpu": {"guarantee": (int, float), "limit": (int, float)},
        "storage": {"type": ("dynamic", "static", "none"), "capacity": str, "homeMountPath": str},
        "extraEnv": ANY,
        "startTimeout": int,
        "networkPolicy": {
            "enabled": bool,
            "egress": list,
            "egressAllowRules": {
                "cloudMetadataServer": bool,
                "nonPrivateIPs": bool,
                "privateIPs": bool,
                "dnsPortsPrivateIPs": bool,
                "dnsPortsKubeSystemNamespace": bool,
                "dnsPortsCloudMetadataServer": bool,
            },
        },
        "cloudMetadata": {"blockWithIptables": bool, "ip": str},
    },
    "hub": {
        "baseUrl": str,
        "concurrentSpawnLimit": int,
        "activeServerLimit": int,
        "shutdownOnLogout": bool,
        "allowNamedServers": bool,
        "db": {"type": ("sqlite-pvc", "postgres", "mysql", "other"), "pvc": {"storage": str}},
        "networkPolicy": {"enabled": bool},
        "config": ANY,
    },
    "cull": {"enabled": bool, "timeout": int, "every": int, "users": bool},
    "prePuller": {"hook": {"enabled": bool}, "continuous": {"enabled": bool}},
    "scheduling": {
        "userScheduler": {"enabled": bool},
        "podPriority": {"enabled": bool},
        "userPlaceholder": {"enabled": bool, "replicas": int},
        "userPods": {"nodeAffinity": {"matchNodePurpose": ("ignore", "prefer", "require")}},
    },
    "ingress": {"enabled": bool, "ingressClassName": str, "hosts": list, "tls": list},
}


def faults(given: Any, known: Any, place: str = "") -> list[str]:
    """Return what the schema would refuse."""
    if known is ANY:
        return []
    if isinstance(known, dict):
        if not isinstance(given, dict):
            return [f"{place}: not a group"]
        found = [f"{place}.{key}: unknown" for key in given if key not in known]
        for key in given.keys() & known.keys():
            found += faults(given[key], known[key], f"{place}.{key}")
        return found
    if isinstance(known, tuple) and isinstance(known[0], str):
        return [] if given in known else [f"{place}: {given!r}"]
    right = isinstance(given, known) and (known is bool or not isinstance(given, bool))
    return [] if right else [f"{place}: {given!r}"]


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    """The file, read."""
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "values.yaml").read_text(encoding="utf-8"))
    return read


def test_every_key_is_one_of_the_chart(values: dict[str, Any]) -> None:
    assert faults(values, KNOWN) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"singleuser": {"memmory": {}}},
        {"hub": {"shutdownOnLogout": "yes"}},
        {"cull": {"timeout": True}},
        {"singleuser": {"storage": {"type": "sometimes"}}},
        {"prePuller": {"hook": True}},
    ],
)
def test_a_slip_would_be_seen(wrong: dict[str, Any]) -> None:
    assert len(faults(wrong, KNOWN)) == 1


def test_nothing_leaves_a_students_server(values: dict[str, Any]) -> None:
    policy = values["singleuser"]["networkPolicy"]
    assert policy["enabled"]
    assert policy["egress"] == []
    opened = {name for name, open_ in policy["egressAllowRules"].items() if open_}
    assert all(name.startswith("dnsPorts") for name in opened)
    # The chart refuses both at once.
    assert not policy["egressAllowRules"]["cloudMetadataServer"]


def test_a_student_lands_on_our_page_and_keeps_the_journal(values: dict[str, Any]) -> None:
    student = values["singleuser"]
    assert student["defaultUrl"] == f"/{PLACE}/"
    assert student["extraEnv"]["BOR_JOURNAL"].startswith(student["storage"]["homeMountPath"] + "/")


def test_it_says_that_it_was_not_run() -> None:
    head = (DEPLOY / "values.yaml").read_text(encoding="utf-8").split("singleuser:")[0]
    assert "NOT RUN HERE" in head
