"""The script that draws figures with sliders, on the pages that have one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

#: what the settings hand over: the script as a text, so that this layer knows no widget
SETTING = "bor_explorable_script"

#: where it lies on the site, and the script that wakes the figures of a page
MADE, WAKES = "explorable.js", "explorables.js"

#: by this a page is known to have such a figure
_SIGN = "data-bor-explore"

#: what stands still is hidden at once, and not only when the scripts have come
_AT_ONCE = "document.documentElement.classList.add('bor-js')"


def _write(app: Any) -> None:
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MADE).write_text(getattr(app.config, SETTING), encoding="utf-8")


def _load(app: Any, _page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    if _SIGN in context.get("body", ""):
        app.add_js_file(None, body=_AT_ONCE, priority=100)
        app.add_js_file(MADE, defer="defer")
        app.add_js_file(WAKES, defer="defer")


def register(app: Any) -> None:
    """Register the setting, and what puts the script on the pages."""
    app.add_config_value(SETTING, "", "")
    app.connect("builder-inited", _write)
    app.connect("html-page-context", _load)
