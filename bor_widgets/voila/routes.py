"""The addresses that are answered. What is not named here does not exist.

Voila's own list has more: the notebooks' folder as files, a list of what is in it, themes, the
sources of all of JupyterLab's extensions, a way to log in and out. No page of ours asks for any.
"""

from __future__ import annotations

import os
import re
from typing import Any

from jupyter_server.base.handlers import FileFindHandler
from tornado.web import RedirectHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from bor_widgets.voila import TEMPLATE
from bor_widgets.voila.endings import KERNEL_ID, EndedHandler
from bor_widgets.voila.health import HealthHandler
from bor_widgets.voila.metrics import MetricsHandler
from bor_widgets.voila.page_config import EXTENSIONS
from bor_widgets.voila.pages import ListHandler, LookAtKernel, PageHandler
from bor_widgets.voila.refusals import InWords
from bor_widgets.voila.scripts import KEEP_FOR_A_YEAR, ScriptsHandler


class UnchangingFileHandler(MultiStaticFileHandler):  # type: ignore[misc]  # Voila has no types
    """Voila's scripts under an address that changes with every version: kept for good."""

    def set_extra_headers(self, path: str) -> None:
        """Let the browser keep the file."""
        self.set_header("Cache-Control", KEEP_FOR_A_YEAR)


class ExtensionFiles(InWords, FileFindHandler):
    """The scripts of those extensions that a page needs."""


class LineToPython(InWords, VoilaKernelWebsocketHandler):  # type: ignore[misc]  # Voila has no types
    """What a page and its Python talk through; browsers ask for it long after both have gone."""


def routes(server: Any) -> list[Any]:
    """Return the routes of a server.

    Parameters
    ----------
    server : PageServer
        Has found its folders and scripts.
    """
    base = re.escape(server.server_url)
    names = "|".join(map(re.escape, EXTENSIONS))
    page = {
        "template_paths": server.template_paths,
        "config": server.config,
        "voila_configuration": server.voila_configuration,
    }
    if server.notebook_path:
        only = os.path.relpath(server.notebook_path, server.root_dir)
        pages: list[Any] = [(f"{base}()", PageHandler, {**page, "notebook_path": only})]
    else:
        pages = [
            (base, ListHandler),
            (f"{base}voila/render/(.*)", PageHandler, page),
        ]
    if server.base_url != "/":
        # typed without its last slash
        pages.append((base[:-1], RedirectHandler, {"url": server.base_url, "permanent": False}))
    return [
        (f"{base}healthz", HealthHandler),
        (f"{base}metrics", MetricsHandler),
        (f"{base}voila/scripts/(.*)", ScriptsHandler, {"scripts": server.scripts}),
        (
            f"{base}voila/static-{server.scripts.tag}/(.*)",
            UnchangingFileHandler,
            {"paths": server.static_paths},
        ),
        (f"{base}voila/templates/({TEMPLATE}/static/.*)", TemplateStaticFileHandler),
        (
            f"{base}voila/labextensions/((?:{names})/static/.*)",
            ExtensionFiles,
            {"path": server.labextensions_path, "no_cache_paths": ["/"]},
        ),
        (f"{base}voila/ended/({KERNEL_ID})", EndedHandler),
        (f"{base}voila/api/shutdown/({KERNEL_ID})", VoilaShutdownKernelHandler),
        (f"{base}api/kernels/({KERNEL_ID})", LookAtKernel),
        (f"{base}api/kernels/({KERNEL_ID})/channels", LineToPython),
        *pages,
    ]
