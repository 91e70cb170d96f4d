"""An instructor's case appears in every picker, marked as theirs, and no paper speaks there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.cases import FOLDER_VARIABLE
from tests.cases.records import as_file, good

SLUG = "fish-and-chips"

#: run in a Python of its own: what is read once for a whole program is read with the folder
SCRIPT = f"""
import json
from bor_widgets import CaseAtlas, CaseStudio, Compare, Console, RuleBrowser, cases
from bor_widgets.charts.case_page import case_page, case_reveal, case_rows, lock_reason
from bor_widgets.sources import lessons
from bor_widgets.widgets.bench_parts import case_items
from bor_widgets.widgets.saved_state import from_link, to_link

case = cases[{SLUG!r}]
console = Console(case={SLUG!r})
atlas = CaseAtlas()
atlas.filters = {{"paper": "own"}}
atlas.chosen = {SLUG!r}
browser = RuleBrowser(find={SLUG!r})
studio = CaseStudio(case={SLUG!r})
told = CaseStudio(case={SLUG!r}, expected="balance_of_relationships")
options = studio.text.parameters["case"]
snapshot, lost = from_link(to_link(console.state.now))
print(json.dumps({{
    "console": [row for row in case_rows(cases) if row["theirs"]],
    "opened": console.state.now.case,
    "link": [snapshot.case, lost],
    "compare": Compare(case={SLUG!r}).state.now.case,
    "page": case_page(case, (), committed=False),
    "reveal": case_reveal(case),
    "locked": lock_reason(case, "grade"),
    "atlas": atlas.shown,
    "row": [row for row in atlas.rows if row["slug"] == {SLUG!r}],
    "facet": atlas.facets[0]["options"][-1],
    "card": atlas.card,
    "browser": [row for row in browser.records if row["id"] == browser.opened],
    "studio": dict(zip(options.options, options.option_labels)),
    "studio_titles": [d.title for v in (studio, told) for d in v.view.drawings],
    "studio_told": [v.view.finding.summary for v in (studio, told)],
    "lessons": {{
        name: [item for item in case_items(name) if item.get("theirs")] for name in lessons
    }},
}}))
"""


def seen_with(folder: Path, **changes: object) -> dict[str, Any]:
    record = good(**changes)
    for key in [key for key, value in record.items() if value is None]:
        del record[key]
    (folder / f"{SLUG}.toml").write_text(as_file(record), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, FOLDER_VARIABLE: str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the pickers hold with a case that no paper tells."""
    folder = tmp_path_factory.mktemp("own")
    return seen_with(folder, papers=None, places=None, reading="", taught_in=["L04"])


def test_the_console_offers_it_marked_and_opens_it(seen: dict[str, Any]) -> None:
    assert [row["slug"] for row in seen["console"]] == [SLUG]
    assert seen["opened"] == SLUG


def test_a_link_brings_it_back(seen: dict[str, Any]) -> None:
    assert seen["link"] == [SLUG, []]
    assert seen["compare"] == SLUG


def test_its_page_says_that_it_is_theirs(seen: dict[str, Any]) -> None:
    assert seen["page"]["theirs"] is True
    assert seen["page"]["papers"] == []


def test_no_paper_is_made_to_speak_in_it(seen: dict[str, Any]) -> None:
    assert seen["locked"] == "judged by the author of this case"
    spoken = [*seen["studio_titles"], *seen["studio_told"], seen["reveal"]["observed"]]
    assert not [text for text in spoken if "the papers say" in text.lower()]
    assert any("author" in title for title in seen["studio_titles"])


def test_the_atlas_shows_it_marked_and_finds_it_by_whose_it_is(seen: dict[str, Any]) -> None:
    assert seen["atlas"] == [SLUG]
    assert [row["theirs"] for row in seen["row"]] == [True]
    assert seen["facet"] == {"key": "own", "label": "Your own cases (1)"}
    assert seen["card"]["theirs"] is True


def test_the_rule_browser_lists_and_opens_it_marked(seen: dict[str, Any]) -> None:
    assert [(row["kind"], row["theirs"]) for row in seen["browser"]] == [("case", True)]


def test_the_case_studio_offers_it_marked(seen: dict[str, Any]) -> None:
    assert seen["studio"][SLUG] == "Your own: A dispute over fish"
    assert seen["studio"]["own"] == "A case of your own"


def test_a_lesson_lists_it_if_the_case_names_it(seen: dict[str, Any]) -> None:
    listed = {name for name, items in seen["lessons"].items() if items}
    assert listed == {"L04"}


def test_a_case_that_names_no_lesson_is_in_the_list_of_each(tmp_path: Path) -> None:
    found = seen_with(tmp_path)
    assert all(
        items == [{"text": "A dispute over fish", "case": SLUG, "theirs": True}]
        for items in found["lessons"].values()
    )
    assert len(found["lessons"]) == 12
    # it stands in a paper too: found there, and still marked
    assert found["card"]["papers"]
    assert found["card"]["theirs"] is True
