"""The pages on the shelf: which there are, and how one is opened."""

from __future__ import annotations

import time
from pathlib import Path, PurePosixPath
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import RequestHandler, authenticated
from voila.tornado.handler import TornadoVoilaHandler

from bor_widgets.voila.headers import new_nonce
from bor_widgets.voila.refusals import InWords, refuse

SUFFIX = ".ipynb"

#: What Voila sends while a page takes long, so that no proxy gives up. It is a script without
#: this answer's number, which the browser would refuse and complain about; a comment does it too.
HEARTBEAT = "window.voila_heartbeat()"
SIGN_OF_LIFE = "<!-- still here -->\n"


def shelf(root: Path) -> list[str]:
    """Return the pages in a folder and its folders, as they stand in an address.

    Parameters
    ----------
    root : Path
        The folder that is served.
    """
    found = (path.relative_to(root) for path in root.rglob(f"*{SUFFIX}") if path.is_file())
    return sorted(path.as_posix() for path in found if not hidden(path))


def hidden(path: Path | PurePosixPath) -> bool:
    """Tell whether a file or one of its folders is kept out of sight, as copies of work are."""
    return any(part.startswith(".") for part in path.parts)


def on_the_shelf(root: Path, asked: str) -> bool:
    """Tell whether a page may be opened.

    Parameters
    ----------
    root : Path
        The folder that is served.
    asked : str
        What stands in the address; anything at all.
    """
    path = PurePosixPath(asked)
    if path.suffix != SUFFIX or path.is_absolute() or ".." in path.parts or hidden(path):
        return False
    if "\\" in asked or not asked.isprintable() or path.as_posix() != asked:
        return False
    try:
        file = (root / path).resolve()
        return file.is_relative_to(root.resolve()) and file.is_file()
    except (OSError, ValueError):
        return False


class PageHandler(InWords, TornadoVoilaHandler):  # type: ignore[misc]  # Voila has no types
    """Opens a page, if it is on the shelf and there is a place for it."""

    #: whether nobody waits for the page any more
    left = False

    def on_connection_close(self) -> None:
        """Take note that the reader has gone before the whole page was there."""
        super().on_connection_close()
        self.left = True

    @authenticated
    async def get(self, path: str = "") -> None:
        """Send the page piece by piece, as it comes into being."""
        serving, kernels = self.settings["bor"], self.kernel_manager
        page = self.notebook_path or path
        if not self.notebook_path and not on_the_shelf(self.settings["bor_root"], path):
            refuse(self, "missing")
            return
        if serving.draining:
            refuse(self, "draining")
            return
        if not await kernels.take_place():
            places = serving.options.students
            serving.log.event("full", taken=kernels.taken(), places=places)
            refuse(self, "full", taken=min(kernels.taken(), places), places=places)
            return
        begun, opening = time.monotonic(), True
        try:
            async for html in self.get_generator(path=path):
                if opening:
                    kernels.page_stands()
                    opening = False
                self.write(SIGN_OF_LIFE if HEARTBEAT in html[:100] else html)
                self.flush()
                if self.left:  # a page whose Python ended would give signs of life for ever
                    return
        except Exception as fault:
            serving.log.event("failed", page=page, kind=type(fault).__name__)
            raise
        finally:
            if opening:
                kernels.page_stands()
        seconds = time.monotonic() - begun
        serving.metrics.opened.inc()
        serving.metrics.seconds.observe(seconds)
        serving.log.event("opened", page=page, seconds=round(seconds, 3), status=200)


class ListHandler(InWords, JupyterHandler):
    """Lists the pages; there is no other list."""

    @authenticated
    def get(self) -> None:
        """Answer with the list."""
        pages = [
            {"type": "notebook", "path": path, "name": path}
            for path in shelf(self.settings["bor_root"])
        ]
        template = self.settings["voila_jinja2_env"].get_template("tree.html")
        self.set_header("Cache-Control", "no-cache")
        self.finish(
            template.render(base_url=self.base_url, breadcrumbs=[], contents={"content": pages})
        )


class LookAtKernel(KernelHandler):
    """Tells a page how its Python is; ending one is done otherwise, with a proof."""

    delete = RequestHandler._unimplemented_method


def prepare_page(handler: RequestHandler, notebook: Any = None, **_rest: Any) -> None:
    """Give a page what it needs before its Python runs.

    Parameters
    ----------
    handler : RequestHandler
        Whose answer the page is.
    notebook : NotebookNode, optional
        The page; what is noted in its metadata reaches the template.
    """
    let_the_page_say_goodbye(handler)
    if notebook is not None:
        notebook.metadata["bor_nonce"] = new_nonce(handler.request)
        notebook.metadata["bor_tells_why"] = True


def let_the_page_say_goodbye(handler: RequestHandler, **_notebook: Any) -> None:
    """Give the page the token that its farewell needs.

    A page that is left asks the server to end the Python behind it. The server believes only
    a page that knows this token, and Voila itself never hands it out.
    """
    # Reading the property sets the cookie.
    _ = handler.xsrf_token
