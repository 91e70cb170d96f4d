"""The printed kit looks into the environment: each test begins without a site or an address."""

from __future__ import annotations

import pytest

from bor_widgets.printed import where


@pytest.fixture(autouse=True)
def no_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what a machine may have set."""
    for name in (*where.ADDRESSES, where.BRANCH_VARIABLE, where.SITE_VARIABLE):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> str:
    """Set a site around the lesson."""
    monkeypatch.setenv(where.SITE_VARIABLE, "../")
    return "../"
