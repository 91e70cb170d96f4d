"""The strip above every page of the site: to the first page, and from lesson to lesson."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bor_widgets.charts import theme
from lite.config import APPS
from lite.site import address
from lite.told import BuildFailed

HERE = Path(__file__).parent

WORDS = {
    "no_body": "The page {page} of this JupyterLite has no place for the strip above it.",
}


def add(site: Path, lessons: Iterable[Mapping[str, str]], console: str) -> None:
    """Give every view of the site a strip that leads on and back.

    Parameters
    ----------
    site
        The site.
    lessons
        Number, title, path and address of each, in order.
    console
        Path of the page to play with.

    Raises
    ------
    BuildFailed
        If a page of JupyterLite has no place for it.
    """
    pages = {
        "lessons": [
            {
                "path": card["path"],
                "href": card["href"],
                "label": card["number"],
                "title": card["title"],
            }
            for card in lessons
        ],
        "playing": {"path": console, "href": address("notebooks", console)},
    }
    # a title is text: it must not end the element that holds it
    told = json.dumps(pages).replace("<", "\\u003c")
    part = (
        f'<script id="bor-way-pages" type="application/json">{told}</script>\n'
        '<script src="../opening/way.js"></script>\n'
    )
    target = site / "opening"
    style = (HERE / "opening" / "way.css").read_text(encoding="utf-8")
    (target / "way.css").write_text(theme.css_variables() + style, encoding="utf-8")
    (target / "way.js").write_bytes((HERE / "opening" / "way.js").read_bytes())
    link = '<link rel="stylesheet" href="../opening/way.css">'
    for app in APPS:
        page = site / app / "index.html"
        text = page.read_text(encoding="utf-8").replace("<head>", f"<head>\n{link}", 1)
        text, found = re.subn(r"<body\b[^>]*>", lambda body: f"{body[0]}\n{part}", text)
        if found != 1:
            raise BuildFailed(WORDS["no_body"].format(page=f"{app}/index.html"))
        page.write_text(text, encoding="utf-8")
