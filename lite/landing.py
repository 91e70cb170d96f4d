"""The first page of the site: what there is, in words, each a link that opens it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bor_widgets.charts import theme
from bor_widgets.course.folder import appendix_paths, lesson_paths
from bor_widgets.sources import lessons
from bor_widgets.widgets.landing import landing_groups
from lite.site import address

HERE = Path(__file__).parent
ROOT = HERE.parent

#: the page to play with that is named first
CONSOLE = "notebooks/console.ipynb"

WORDS = {
    "title": "Three theories of international relations",
    "lead": (
        "An interactive course on balance of relationships, bilateralism and "
        "multilateralism, and soft balancing. Everything runs in your own browser: there is "
        "nothing to install, and nothing you do here leaves your computer."
    ),
    "begin": "Begin with lesson 3",
    "begin_hint": "Three principles and two sliders; no earlier lesson is needed.",
    "play": "Open the console",
    "play_hint": "Two sliders, one map, one verdict with its reasons.",
    "first_time": (
        "Opening the first page brings Python to your browser, about {size} MB. That takes a "
        "while once; afterwards pages open faster."
    ),
    "lessons": "The lessons",
    "lesson": "Lesson {number}",
    "appendix": "Appendix",
    "work": "Your work",
    "work_kept": (
        "What you commit to (predictions, answers, cases, notes) is kept in this browser as "
        "your journal, and so is every notebook that you change. Another browser does not "
        "see it, and clearing this browser's data deletes it."
    ),
    "work_saved": (
        "To keep your journal or to hand it in, press Save journal on the page My journal or "
        "at the top of a lesson: it becomes a file. To keep a changed notebook, choose File "
        "and then Download."
    ),
    "lab": "Open the whole laboratory",
    "lab_hint": "JupyterLab with all lessons and pages as files, for your own code.",
    "no_script": (
        "The pages that these links open need JavaScript. Please switch it on in your browser."
    ),
}


def lesson_cards() -> list[dict[str, str]]:
    """Return number, title, path and address of every lesson, and of what stands beside them."""
    folder = ROOT / "lessons"
    cards = [
        _card(WORDS["lesson"].format(number=int(name[1:])), lessons[name].title, path)
        for name, path in lesson_paths(folder).items()
    ]
    for path in appendix_paths(folder):
        found = re.search(r"^# (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        cards.append(_card(WORDS["appendix"], found[1] if found else path.stem, path))
    return cards


def _card(number: str, title: str, lesson: Path) -> dict[str, str]:
    path = f"lessons/{lesson.stem}.ipynb"
    return {"number": number, "title": title, "path": path, "href": address("notebooks", path)}


def groups() -> list[dict[str, Any]]:
    """Return the groups of pages as the course's own first page has them."""
    return [
        {
            **group,
            "cards": [
                {
                    **card,
                    "href": address("notebooks", f"notebooks/{card['page']}.ipynb"),
                    "lesson": WORDS["lesson"].format(number=card["number"])
                    if card.get("number")
                    else "",
                }
                for card in group["cards"]
            ],
        }
        for group in landing_groups()
    ]


def write(site: Path) -> None:
    """Write the first page into a site that holds Python already."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "front"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    size = sum(path.stat().st_size for path in (site / "static" / "pyodide").iterdir())
    known = {card["number"]: card for card in lesson_cards()}
    text = environment.get_template("index.html").render(
        words={**WORDS, "first_time": WORDS["first_time"].format(size=round(size / 1e6))},
        lessons=list(known.values()),
        groups=groups(),
        third=known[WORDS["lesson"].format(number=3)]["href"],
        console=address("notebooks", CONSOLE),
        lab="lab/index.html",
    )
    (site / "index.html").write_text(text, encoding="utf-8")
    style = (HERE / "front" / "front.css").read_text(encoding="utf-8")
    (site / "front.css").write_text(theme.css_variables() + style, encoding="utf-8")
