"""What the site's JupyterLab is told: parts, kernel, settings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: views of the site: one document, the whole laboratory, the list of files, a text
APPS = ("lab", "notebooks", "tree", "edit")

#: extensions of this environment that the site needs
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@jupyterlite/pyodide-kernel-extension",
    "anywidget",
    "jupyterlab-plotly",
)

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"

#: variables that the kernel finds set
ENVIRONMENT = {
    # beside the package: looking through the reader's own files would take long
    "BOR_LESSONS": "/lib/python3.14/site-packages/lessons",
    # the page keeps the journal in the browser, for every notebook alike
    "BOR_JOURNAL": "none",
}

#: settings of JupyterLab that serve a reader who came for a lesson
SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # everything is on the page from the start: found by a search, printed, reached by Tab
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}


def build_config(contents: Path, extensions: Iterable[Path]) -> dict[str, Any]:
    """Return how the site is put together."""
    return {
        "LiteBuildConfig": {
            "apps": list(APPS),
            "contents": [str(contents)],
            "federated_extensions": [str(path) for path in extensions],
            # another environment may hold more than a reader needs
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
        }
    }


def page_config(name: str, packages: Iterable[str]) -> dict[str, Any]:
    """Return what every page of the site reads first.

    Parameters
    ----------
    name
        The name of the site.
    packages
        Packages that are loaded together with Python, all at once.
    """
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": name,
            # one store of the reader's own files, wherever the site lies
            "contentsStorageName": "bor-widgets files",
            "settingsStorageName": "bor-widgets settings",
            "workspacesStorageName": "bor-widgets workspaces",
            "settingsOverrides": SETTINGS,
            "litePluginSettings": {
                KERNEL: {
                    "disablePyPIFallback": True,
                    "loadPyodideOptions": {"env": dict(ENVIRONMENT), "packages": sorted(packages)},
                }
            },
        },
    }
