"""Where things stand on the site, and where a lesson can be opened live."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from bor_widgets.charts.cross_references import entries
from bor_widgets.course.folder import lesson_paths

#: from a lesson's page to the site's root, for example "../"; not set, there is no site
SITE_VARIABLE = "BOR_SITE"

#: addresses where lessons can be opened live; each may be left out
REPOSITORY_VARIABLE = "BOR_BOOK_REPOSITORY"
BRANCH_VARIABLE = "BOR_BOOK_BRANCH"
BINDER_VARIABLE = "BOR_BOOK_BINDER"
LAB_VARIABLE = "BOR_BOOK_LAB"
PAGES_VARIABLE = "BOR_BOOK_PAGES"
ADDRESSES = (REPOSITORY_VARIABLE, BINDER_VARIABLE, LAB_VARIABLE, PAGES_VARIABLE)

DEFAULT_BINDER = "https://mybinder.org"
DEFAULT_BRANCH = "main"

WORDS = {
    "lab": "Open in JupyterLab",
    "binder": "Open on Binder",
    "page": "Open it live",
    "bad_address": "{name} takes an address that begins with http:// or https://; "
    "given was {given}",
    "bad_repository": "{name} takes the address of a repository such as https://host/group/name; "
    "given was {given}",
}

#: letters of an id -> page of the reference that holds its entry
_PAGES: Mapping[str, str] = MappingProxyType(
    {
        "R": "rules-p0",
        "Q": "rules-p1",
        "S": "rules-p2",
        "X": "rules-ours",
        "A": "glossary",
        "C": "cases",
        "D": "lists",
        "E": "tensions",
        "F": "debates",
        "P": "papers",
        "W": "papers",
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads."""

    label: str
    href: str


def page_of(name: str) -> str:
    """Return the page of the site that holds an entry, from the site's root, without an ending.

    Parameters
    ----------
    name
        Id of a record.

    Raises
    ------
    KeyError
        For an id of no known kind, or of a lesson that is not there.
    """
    if name[:1] == "L":
        return f"lessons/{lesson_paths()[name].stem}"
    if name[:1] in _PAGES and name[1:].isdigit():
        return f"reference/{_PAGES[name[0]]}"
    # an instructor's own case may have an id of any form
    if name in entries():
        return f"reference/{_PAGES['C']}"
    raise KeyError(f"no page holds {name[:40]!r}")


def anchor_of(name: str) -> str:
    """Return an entry's page and anchor, from the site's root."""
    page = f"{page_of(name)}.html"
    return page if name[:1] == "L" else f"{page}#{name}"


def entry_link(name: str) -> str:
    """Return the link from a lesson to an entry; "" where there is no site."""
    site = os.environ.get(SITE_VARIABLE)
    return "" if site is None else f"{site}{anchor_of(name)}"


def entry_pages() -> dict[str, str]:
    """Return the page of the entries by the first letter of their id; empty where no site is."""
    site = os.environ.get(SITE_VARIABLE)
    return (
        {}
        if site is None
        else {key: f"{site}reference/{page}.html" for key, page in _PAGES.items()}
    )


def has_site() -> bool:
    """Whether pages are made for a site, which has scripts and an index."""
    return SITE_VARIABLE in os.environ


def how_to_link() -> str:
    """Return the link from a lesson to the page on opening it live; "" where there is no site."""
    site = os.environ.get(SITE_VARIABLE)
    return "" if site is None else f"{site}how-to-use.html#open-a-lesson-live"


def page_links(notebook: str) -> tuple[Link, ...]:
    """Return where one of the pages to play with can be opened; empty where none is served.

    Parameters
    ----------
    notebook
        File of the page, for instance ``"console.ipynb"``.

    Raises
    ------
    ValueError
        If the address is none.
    """
    pages = address(PAGES_VARIABLE)
    return (Link(WORDS["page"], f"{pages}/{quote(notebook)}"),) if pages else ()


def live_links(lesson: str) -> tuple[Link, ...]:
    """Return where a lesson can be opened live; empty where no address is set.

    Parameters
    ----------
    lesson
        Id of the lesson.

    Raises
    ------
    ValueError
        If an address is none.
    """
    found = []
    file = f"{lesson_paths()[lesson].stem}.md" if lesson in lesson_paths() else ""
    lab = address(LAB_VARIABLE)
    if lab and file:
        found.append(Link(WORDS["lab"], f"{lab}/lab/tree/{quote(file)}"))
    repository = address(REPOSITORY_VARIABLE)
    if repository and file:
        opened = quote(f"lab/tree/lessons/{file}", safe="")
        found.append(Link(WORDS["binder"], f"{_binder(repository)}?urlpath={opened}"))
    return tuple(found)


def address(name: str) -> str:
    """Return an address that the environment gives, without a slash at its end; "" for none.

    Raises
    ------
    ValueError
        If it is no address of the web.
    """
    given = os.environ.get(name, "").strip()
    if given and not re.fullmatch(r"https?://[^\s\"'<>]+", given):
        raise ValueError(WORDS["bad_address"].format(name=name, given=repr(given[:80])))
    return given.rstrip("/")


def _binder(repository: str) -> str:
    branch = quote(os.environ.get(BRANCH_VARIABLE) or DEFAULT_BRANCH, safe="")
    host = address(BINDER_VARIABLE) or DEFAULT_BINDER
    parts = repository.removesuffix(".git").split("/")
    if len(parts) < 5:
        raise ValueError(
            WORDS["bad_repository"].format(name=REPOSITORY_VARIABLE, given=repr(repository[:80]))
        )
    if parts[2] == "github.com":
        return f"{host}/v2/gh/{parts[3]}/{parts[4]}/{branch}"
    return f"{host}/v2/git/{quote(repository, safe='')}/{branch}"
