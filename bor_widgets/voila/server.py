"""Voila with our page template, for one machine, with nothing fetched from outside."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import signal
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_core.utils import run_sync
from jupyter_server.base.websocket import WS_PING_INTERVAL
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila
from voila.static_file_handler import MultiStaticFileHandler

from bor_widgets.voila import DATA_FOLDER, TEMPLATE
from bor_widgets.voila.channels import QuietChannels
from bor_widgets.voila.page_config import EXTENSIONS, page_config_hook
from bor_widgets.voila.scripts import KEEP_FOR_A_YEAR, Scripts, ScriptsHandler
from bor_widgets.voila.spare_kernels import SpareKernelManager

#: Only this machine can see the pages.
HOST = "127.0.0.1"

#: How many ports are tried one after the other before the system chooses one.
PORTS_TO_TRY = 20

#: The page that opens first when a folder has several.
FIRST_PAGE = "index.ipynb"

#: Seconds after which Python is stopped behind a page that went away without a word.
#: A laptop that was closed over lunch still finds its page alive.
FORGOTTEN_AFTER = 3600

#: Seconds between two looks at whether Python still runs behind a page.
LOOK_EVERY = 1.0


class PortTaken(Exception):
    """The port that was asked for cannot be had."""


class UnchangingFileHandler(MultiStaticFileHandler):  # type: ignore[misc]  # Voila has no types
    """Voila's scripts under an address that changes with every version: kept for good."""

    def set_extra_headers(self, path: str) -> None:
        """Let the browser keep the file."""
        self.set_header("Cache-Control", KEEP_FOR_A_YEAR)


class PageServer(Voila):  # type: ignore[misc]  # Voila has no types
    """Voila on one port of this machine, with a line to read instead of a log."""

    port: int
    port_is_fixed = False

    def setup_template_dirs(self) -> None:
        """Gather the scripts as soon as Voila has found its folders."""
        super().setup_template_dirs()
        self.scripts = Scripts(self.static_paths, self.labextensions_path)
        self.voila_configuration.page_config_hook = page_config_hook(self.scripts)
        self.voila_configuration.prelaunch_hook = let_the_page_say_goodbye

    def init_settings(self) -> dict[str, Any]:
        """Add compression, caching and a look at the host name to Voila's settings."""
        settings: dict[str, Any] = super().init_settings()
        settings["compress_response"] = True
        # The names of these files contain a digest of what is in them.
        settings["static_immutable_cache"] = [f"{self.server_url}voila/labextensions/"]
        # A page elsewhere must not reach Python here through a name that points to this
        # machine. Behind a proxy (another base address) the name is the proxy's business.
        settings["allow_remote_access"] = self.base_url != "/"
        settings["ws_ping_timeout"] = WS_PING_INTERVAL
        return settings

    def init_handlers(self) -> list[Any]:
        """Put the gathered scripts and their cached neighbours before Voila's own routes."""
        return [
            (f"{self.server_url}voila/scripts/(.*)", ScriptsHandler, {"scripts": self.scripts}),
            (
                f"{self.server_url}voila/static-{self.scripts.tag}/(.*)",
                UnchangingFileHandler,
                {"paths": self.static_paths},
            ),
            *super().init_handlers(),
        ]

    def listen(self) -> None:
        """Take a port, say the address, and serve until told to stop.

        Raises
        ------
        PortTaken
            If the port that was asked for cannot be had.
        """
        asked = self.port
        try:
            self.port = self.take_port()
            address = self.first_address()
            remark = "" if self.port == asked else f"port {asked} is in use; "
            print(f"The pages are at {address} ({remark}stop with Ctrl-C)", flush=True)
            self.ioloop = IOLoop.current()
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                if hasattr(signal, name):  # Windows has no SIGHUP
                    signal.signal(getattr(signal, name), self._handle_signal_stop)
            threading.Thread(target=self.scripts.compressed, daemon=True).start()
            self.ioloop.add_callback(self.kernel_manager.fill)
            if self.open_browser:
                open_in_browser(address)
            self.ioloop.start()
        finally:
            self.stop()

    def take_port(self) -> int:
        """Listen on the port asked for, or on the next free one; return which."""
        asked = self.port
        choices = [asked] if self.port_is_fixed else [*range(asked, asked + PORTS_TO_TRY), 0]
        for port in choices:
            try:
                sockets = bind_sockets(port, HOST)
            except OverflowError:  # the range ran past the highest port
                continue
            except OSError as reason:
                if reason.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                continue
            HTTPServer(self.app).add_sockets(sockets)
            return int(sockets[0].getsockname()[1])
        raise PortTaken(
            f"Port {asked} is in use or not allowed: choose another with --port, "
            "or leave --port out to get a free one."
        )

    def first_address(self) -> str:
        """Return the address of the page that opens first."""
        root = f"http://{HOST}:{self.port}{self.base_url}"
        if self.notebook_path:
            return root
        pages = sorted(path.name for path in Path(self.root_dir).glob("*.ipynb"))
        if FIRST_PAGE in pages:
            return f"{root}voila/render/{FIRST_PAGE}"
        return f"{root}voila/render/{quote(pages[0])}" if len(pages) == 1 else root

    def stop(self) -> None:
        """End every Python that runs behind a page; they keep nothing that would be lost."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def serve(
    what: Path, *, port: int, port_is_fixed: bool, base_url: str, open_browser: bool, spares: int
) -> None:
    """Serve a notebook or a folder of notebooks until a signal ends it.

    Parameters
    ----------
    what : Path
        A notebook, or a folder that holds some.
    port : int
        The port to take.
    port_is_fixed : bool
        If false, the next free port is taken when this one is in use.
    base_url : str
        The part of the address before the pages; begins and ends with a slash.
    open_browser : bool
        Open the first page here.
    spares : int
        How many Pythons are kept ready for the next pages.

    Raises
    ------
    PortTaken
        If the port is fixed and cannot be had.
    """
    others = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = os.pathsep.join([str(DATA_FOLDER), *([others] if others else [])])
    server = PageServer(
        config=settings(port=port, base_url=base_url, open_browser=open_browser, spares=spares),
        # A voila.json lying about must not change what a student sees.
        config_file_paths=[],
    )
    for name in ("tornado", "traitlets"):
        logging.getLogger(name).setLevel(logging.ERROR)
    server.port_is_fixed = port_is_fixed
    server.initialize([str(what)])
    server.start()


def settings(*, port: int, base_url: str, open_browser: bool, spares: int) -> Config:
    """Return Voila's settings for our pages."""
    config = Config()
    config.Voila.ip = HOST
    config.Voila.port = port
    config.Voila.base_url = base_url
    config.Voila.open_browser = open_browser
    config.Voila.log_level = logging.ERROR
    config.Voila.kernel_websocket_connection_class = QuietChannels
    config.VoilaConfiguration.template = TEMPLATE
    config.VoilaConfiguration.allow_template_override = "NO"
    config.VoilaConfiguration.allow_theme_override = "NO"
    config.VoilaConfiguration.classic_tree = True
    config.VoilaConfiguration.extension_allowlist = list(EXTENSIONS)
    config.VoilaConfiguration.show_tracebacks = False
    config.VoilaConfiguration.strip_sources = True
    config.VoilaConfiguration.multi_kernel_manager_class = SpareKernelManager
    config.SpareKernelManager.spares = spares
    if os.name == "posix":
        # Between processes of one machine: nothing listens on a port that needs none.
        config.KernelManager.transport = "ipc"
    # A new Python knows nothing of the page's controls: it is better to say that it has ended.
    config.KernelRestarter.restart_limit = 0
    config.KernelRestarter.time_to_poll = LOOK_EVERY
    config.MappingKernelManager.cull_idle_timeout = FORGOTTEN_AFTER
    # A page asks for all its widgets at once; a limit meant for a runaway print would drop some.
    config.QuietChannels.limit_rate = False
    return config


def let_the_page_say_goodbye(handler: RequestHandler, **_notebook: Any) -> None:
    """Give the page the token that its farewell needs.

    A page that is left asks the server to end the Python behind it. The server believes only
    a page that knows this token, and Voila itself never hands it out.
    """
    # Reading the property sets the cookie.
    _ = handler.xsrf_token


def open_in_browser(address: str) -> None:
    """Open the page here; where there is no desktop the printed address has to do."""
    desktop = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, desktop)):
        return  # a text browser would take the terminal and could not show the page
    threading.Thread(target=webbrowser.open, args=(address, 2), daemon=True).start()
