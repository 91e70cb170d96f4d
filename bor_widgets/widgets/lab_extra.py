"""What large runs are better with: which of it is there, said in a sentence each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

#: name of a package -> what is missing without it
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "numba": "Large runs are several times slower here, because the package numba is not "
        'installed: `make worlds` or `pip install "bor-widgets[worlds]"` brings it.',
        "pyarrow": "Results cannot be saved as Parquet here, because the package pyarrow is not "
        'installed: `make worlds` or `pip install "bor-widgets[worlds]"` brings it.',
        "SALib": "This part needs the package SALib, which is not installed here: `make worlds` "
        'or `pip install "bor-widgets[worlds]"` brings it. The sweep works without it.',
        "own_code": "Functions of your own are switched off on this page, which many people "
        "share. A rule table works, and so does a function in a copy of your own.",
    }
)

#: set to "off" where a page is served to many
OWN_CODE = "BOR_OWN_CODE"


def has(package: str) -> bool:
    """Whether a package is installed."""
    return find_spec(package) is not None


def missing(*packages: str) -> list[str]:
    """Return a sentence for each of these packages that is not installed."""
    return [WORDS[package] for package in packages if not has(package)]


def own_code() -> bool:
    """Whether functions that somebody types may be run.

    They run in a process with limits on time, memory and output, which ends accidents: a loop
    without end, memory without end, a crash. It is no wall against an attacker, because the
    process belongs to the same user on the same machine; so whoever serves the page to people
    that are not trusted sets ``BOR_OWN_CODE=off``.
    """
    return os.environ.get(OWN_CODE, "").strip().lower() != "off"
