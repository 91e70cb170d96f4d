"""How the site with no server is put together."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from bor_widgets.course.folder import lesson_paths
from lite import build, landing, shelf, way
from lite.config import APPS, KERNEL, page_config
from lite.lock import lock
from lite.own_wheel import SERVER_ONLY
from lite.runtime import wanted_version
from lite.site import address
from lite.told import BuildFailed
from lite.wheels import lighten, pinned
from tests.browser.harness import ROOT

INFO = {"arch": "wasm32", "platform": "emscripten_5_0_3", "python": "3.14.2", "version": "1"}


def wheel(
    folder: Path,
    name: str,
    needs: tuple[str, ...] = (),
    files: Mapping[str, str] = MappingProxyType({}),
) -> Path:
    """Write a small wheel of one module and some more files."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    lines = [f"Requires-Dist: {need}" for need in needs]
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" + "\n".join(lines) + "\n"
    with zipfile.ZipFile(path, "w") as held:
        held.writestr(f"{name}/__init__.py", "")
        held.writestr(f"{name}-1.0.dist-info/METADATA", about)
        for inside, text in files.items():
            held.writestr(inside, text)
    return path


def test_a_wheel_that_needs_what_is_not_packed_is_refused_by_name(tmp_path: Path) -> None:
    needy = wheel(tmp_path, "needy", ("absent>=2",))
    with pytest.raises(BuildFailed, match="needy needs absent, which is not packed"):
        lock([needy], INFO)


def test_conditions_hold_as_they_do_in_a_browser(tmp_path: Path) -> None:
    first = wheel(
        tmp_path,
        "first",
        (
            "second",
            'pexpect; sys_platform != "emscripten"',
            'older; python_version < "3.14"',
            'more; extra == "more"',
        ),
    )
    packages = lock([first, wheel(tmp_path, "second")], INFO).packages
    assert packages["first"].depends == ["second"]
    assert packages["first"].imports == ["first"]


def test_a_line_that_pins_nothing_is_refused(tmp_path: Path) -> None:
    listed = tmp_path / "wheels.txt"
    listed.write_text("plotly>=6\n")
    with pytest.raises(BuildFailed, match=re.escape("'plotly>=6'")):
        pinned(listed)


def test_what_is_left_out_is_left_out_of_the_list_of_files(tmp_path: Path) -> None:
    record = "heavy/__init__.py,,\nheavy/tests/test_a.py,,\n"
    files = {"heavy/tests/test_a.py": "", "heavy-1.0.dist-info/RECORD": record}
    source = wheel(tmp_path, "heavy", files=files)
    (tmp_path / "light").mkdir()
    with zipfile.ZipFile(lighten(source, tmp_path / "light")) as held:
        assert "heavy/tests/test_a.py" not in held.namelist()
        assert held.read("heavy-1.0.dist-info/RECORD").decode() == "heavy/__init__.py,,\n"


def test_the_pinned_wheels_are_those_that_the_course_is_tested_with() -> None:
    tested = dict(
        line.split(" ")[0].split("==")
        for line in (ROOT / "requirements" / "run.txt").read_text().splitlines()
        if "==" in line
    )
    packed = pinned(build.REQUIREMENTS)
    shared = {"anywidget", "ipywidgets", "jinja2", "networkx", "plotly", "traitlets"}
    assert {name: packed[name] for name in shared} == {name: tested[name] for name in shared}


def test_pyodide_is_pinned_without_an_address() -> None:
    text = (ROOT / "lite" / "package-lock.json").read_text(encoding="utf-8")
    assert json.loads(text)["packages"]["node_modules/pyodide"]["version"] == wanted_version()
    assert "resolved" not in text
    assert "http" not in text


def test_every_lesson_lies_there_as_a_notebook_that_starts_by_itself(tmp_path: Path) -> None:
    shelf.fill(ROOT, tmp_path)
    for path in lesson_paths(ROOT / "lessons").values():
        notebook = json.loads((tmp_path / "lessons" / f"{path.stem}.ipynb").read_text())
        assert notebook["metadata"]["kernelspec"]["name"] == "python"
        text = "".join("".join(cell["source"]) for cell in notebook["cells"])
        assert "Choose **Run**" not in text, path.name
        assert shelf.WORDS["waits"] in text, path.name
        assert all(not cell.get("outputs") for cell in notebook["cells"])
    there = {path.name for path in (tmp_path / "notebooks").iterdir()}
    assert there == {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}


def test_a_strip_leads_from_lesson_to_lesson_and_a_title_stays_text(tmp_path: Path) -> None:
    (tmp_path / "opening").mkdir()
    for app in APPS:
        (tmp_path / app).mkdir()
        (tmp_path / app / "index.html").write_text("<html><head></head><body class='x'></body>")
    cards = landing.lesson_cards()
    cards[0]["title"] = "</script><script>bad()</script>"
    way.add(tmp_path, cards, landing.CONSOLE)
    for app in APPS:
        text = (tmp_path / app / "index.html").read_text(encoding="utf-8")
        told = re.search(r'id="bor-way-pages"[^>]*>([^<]+)</script>', text)
        assert told
        pages = json.loads(told[1])
        assert pages["lessons"][0]["title"] == cards[0]["title"]
        assert [each["path"] for each in pages["lessons"][:12]] == [
            f"lessons/{path.stem}.ipynb" for path in lesson_paths(ROOT / "lessons").values()
        ]


def test_a_page_without_a_place_for_the_strip_is_named(tmp_path: Path) -> None:
    (tmp_path / "opening").mkdir()
    (tmp_path / APPS[0]).mkdir()
    (tmp_path / APPS[0] / "index.html").write_text("<html></html>")
    with pytest.raises(BuildFailed, match=f"The page {APPS[0]}/index.html"):
        way.add(tmp_path, landing.lesson_cards(), landing.CONSOLE)


def test_the_pages_are_told_the_settings_of_a_reader() -> None:
    told = page_config("name", [])["jupyter-config-data"]["settingsOverrides"]
    assert told["@jupyterlab/notebook-extension:tracker"]["windowingMode"] == "none"


def test_the_kernel_is_told_to_ask_nobody_outside() -> None:
    told = page_config("name", ["b", "a"])["jupyter-config-data"]["litePluginSettings"][KERNEL]
    assert told["disablePyPIFallback"] is True
    assert told["loadPyodideOptions"]["packages"] == ["a", "b"]


def test_an_unknown_view_is_refused() -> None:
    with pytest.raises(ValueError, match=re.escape(f"{', '.join(APPS)}; given was 'desk'")):
        address("desk", "a.ipynb")


def test_a_folder_with_something_else_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert build.main(["--output", str(tmp_path), "--cache", str(tmp_path / "cache")]) == 1
    assert "empty it, or name another folder" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_what_serves_pages_is_not_packed() -> None:
    assert all((ROOT / part).exists() for part in SERVER_ONLY)
