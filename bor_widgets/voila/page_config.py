"""What our pages tell Voila's scripts in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bor_widgets.voila import TEMPLATE
from bor_widgets.voila.scripts import Scripts

#: The extensions a page needs, out of all that JupyterLab has. Plotly's own (4.8 MB) is not
#: among them: its figure widget comes to the page through anywidget, when it is first shown.
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
)

#: Voila typesets formulae in every page. Ours have none, so the typesetter that is asked for
#: is an empty script, and the stand-in in start.js answers for it. A file of ours, as scripts
#: from anywhere else are refused.
NO_FORMULAE = f"voila/templates/{TEMPLATE}/static/no_formulae.js"


def page_config_hook(scripts: Scripts) -> Callable[..., dict[str, Any]]:
    """Return the function that completes the page's settings.

    Parameters
    ----------
    scripts : Scripts
        The scripts that are served in one piece.
    """

    def complete(page_config: dict[str, Any], base_url: str, **_: Any) -> dict[str, Any]:
        # Changed in place as well: Voila's list of pages ignores what is returned.
        page_config["fullMathjaxUrl"] = f"{base_url}{NO_FORMULAE}"
        page_config["mathjaxConfig"] = "none"
        page_config["fullStaticUrl"] = f"{base_url}voila/static-{scripts.tag}"
        page_config["borScriptsUrl"] = f"{base_url}voila/scripts/{scripts.tag}.js"
        return page_config

    return complete
