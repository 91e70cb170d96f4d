"""The pages around the kernel: JupyterLab without a server, and the screen that opens them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from jupyter_core.paths import jupyter_path

from bor_widgets.charts import theme
from lite.config import APPS, EXTENSIONS, build_config
from lite.told import BuildFailed

HERE = Path(__file__).parent

WORDS = {
    "failed": "JupyterLite could not put the site together.\n{said}",
    "no_extension": (
        "The extension {name} of JupyterLab is not installed: install the extra 'lite', then "
        "build again."
    ),
    "no_body": "The page {page} of this JupyterLite has no place for the opening screen.",
}

#: views that open a document and may be asked to run it
OPENING = ("lab", "notebooks")

#: where a page's own part begins
_BODY = '<div id="jupyterlite-loading-indicator"'


def extension_folders() -> list[Path]:
    """Return where the extensions lie that the site needs.

    Raises
    ------
    BuildFailed
        If one is not installed.
    """
    return [*map(installed, EXTENSIONS), HERE / "extension"]


def installed(name: str) -> Path:
    """Return where an extension of JupyterLab is installed.

    Raises
    ------
    BuildFailed
        If it is not.
    """
    for place in jupyter_path("labextensions"):
        if (Path(place) / name / "package.json").is_file():
            return Path(place) / name
    raise BuildFailed(WORDS["no_extension"].format(name=name))


def build_pages(stage: Path, contents: Path, page_config: Mapping[str, object], out: Path) -> None:
    """Put JupyterLite's pages into an empty folder.

    Raises
    ------
    BuildFailed
        If JupyterLite cannot be built.
    """
    config = build_config(contents, extension_folders())
    for name, text in (("jupyter_lite_config.json", config), ("jupyter-lite.json", page_config)):
        (stage / name).write_text(json.dumps(text, indent=1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build", "--output-dir", str(out)],
        cwd=stage, capture_output=True, text=True, check=False,
        # what lies in the folders around is none of the site's affair
        env={**os.environ, "JUPYTER_NO_CONFIG": "1", "JUPYTERLITE_DIR": str(stage)},
    )  # fmt: skip
    if done.returncode or not (out / "lab" / "index.html").is_file():
        raise BuildFailed(WORDS["failed"].format(said=(done.stdout + done.stderr).strip()))


def opening_screen(out: Path, files: Iterable[Path]) -> None:
    """Give the pages that open a document a screen that says what is happening.

    Parameters
    ----------
    out
        The site.
    files
        What Python needs; the screen brings it and counts it.
    """
    target = out / "opening"
    target.mkdir()
    style = (HERE / "opening" / "opening.css").read_text(encoding="utf-8")
    (target / "opening.css").write_text(theme.css_variables() + style, encoding="utf-8")
    (target / "opening.js").write_bytes((HERE / "opening" / "opening.js").read_bytes())
    listed = [[f"../{path.relative_to(out).as_posix()}", path.stat().st_size] for path in files]
    screen = (
        f'<script id="bor-opening-files" type="application/json">{json.dumps(listed)}</script>\n'
        '<script src="../opening/opening.js"></script>\n'
    )
    for app in OPENING:
        page = out / app / "index.html"
        text = page.read_text(encoding="utf-8")
        if text.count(_BODY) != 1:
            raise BuildFailed(WORDS["no_body"].format(page=f"{app}/index.html"))
        text = text.replace(_BODY, f"{screen}{_BODY}")
        style_link = (
            '<link rel="icon" href="favicon.ico">\n'
            '<link rel="stylesheet" href="../opening/opening.css">'
        )
        page.write_text(text.replace("<head>", f"<head>\n{style_link}", 1), encoding="utf-8")


def address(app: str, path: str, *, run: bool = True) -> str:
    """Return where a document of the site opens, from the site's first page."""
    if app not in APPS:
        raise ValueError(f"app must be one of {', '.join(APPS)}; given was {app!r}")
    return f"{app}/index.html?path={path}{'&run=1' if run else ''}"
