"""Voila with our page template, for one class, with nothing fetched from outside."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_core.utils import run_sync
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import GZipContentEncoding
from voila.app import Voila

from bor_widgets.voila import DATA_FOLDER
from bor_widgets.voila.drain import Drain
from bor_widgets.voila.fork_server import MEMORY_VARIABLE
from bor_widgets.voila.gate import Gate
from bor_widgets.voila.headers import SafeHeaders
from bor_widgets.voila.logs import EventLog
from bor_widgets.voila.metrics import Now
from bor_widgets.voila.open_files import make_room_for_files
from bor_widgets.voila.options import OWN_CODE, Options, in_an_address
from bor_widgets.voila.page_config import page_config_hook
from bor_widgets.voila.pages import prepare_page, shelf
from bor_widgets.voila.refusals import Refusal
from bor_widgets.voila.routes import UnchangingFileHandler, routes
from bor_widgets.voila.scripts import Scripts
from bor_widgets.voila.serving import Serving
from bor_widgets.voila.settings import settings

__all__ = ["PageServer", "PortTaken", "UnchangingFileHandler", "serve"]

#: How many ports are tried one after the other before the system chooses one.
PORTS_TO_TRY = 20

#: The page that opens first when a folder has several.
FIRST_PAGE = "index.ipynb"

#: What a request may hold and take: bytes of its head and body, seconds until both are there.
REQUESTS = {
    "max_header_size": 1 << 16,
    "max_body_size": 1 << 16,
    "idle_connection_timeout": 120.0,
    "body_timeout": 30.0,
}

WORDS = {
    "ready": "The pages are at {address} ({remarks})",
    "in_use": "port {port} is in use",
    "places": "room for {places}",
    "stop": "stop with Ctrl-C",
    "token": "asks for the token",
    "others": "others use this machine's name instead of {host}",
    "trusts": "lets in whoever the hub or proxy in front lets through",
    "taken": (
        "Port {port} is in use or not allowed: choose another with --port, "
        "or leave --port out to get a free one."
    ),
    "no_such_host": "This machine has no address {host}: check --host.",
}


class PortTaken(Exception):
    """The port that was asked for cannot be had."""


class PageServer(Voila):  # type: ignore[misc]  # Voila has no types
    """Voila on one port, with a line to read instead of a log, and a gate before its routes."""

    port: int

    def __init__(self, serving: Serving, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.serving = serving

    def setup_template_dirs(self) -> None:
        """Gather the scripts as soon as Voila has found its folders."""
        super().setup_template_dirs()
        self.scripts = Scripts(self.static_paths, self.labextensions_path)
        self.voila_configuration.page_config_hook = page_config_hook(self.scripts)
        self.voila_configuration.prelaunch_hook = prepare_page

    def init_settings(self) -> dict[str, Any]:
        """Add what our routes share, compression, caching and safe headers."""
        logging.getLogger("tornado.general").addFilter(not_of_pings)
        given: dict[str, Any] = super().init_settings()
        self.identity_provider.cookie_options = {"samesite": "Lax"}
        self.serving.metrics.registry.register(Now(self.kernel_manager))
        return {
            **given,
            "bor": self.serving,
            "bor_root": Path(self.root_dir),
            "transforms": [GZipContentEncoding, SafeHeaders],
            # The names of these files contain a digest of what is in them.
            "static_immutable_cache": [f"{self.server_url}voila/labextensions/"],
            "allow_remote_access": self.serving.options.any_name,
            "xsrf_cookie_kwargs": {"samesite": "Lax"},
            "default_handler_class": Refusal,
            "default_handler_args": {"reason": "missing"},
            # What happened is told by events, which hold no visitor's address.
            "log_function": lambda _handler: None,
        }

    def init_handlers(self) -> list[Any]:
        """Return our routes, instead of Voila's own, of which a class needs few."""
        return routes(self)

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
            IOLoop.current().run_sync(lambda: self.until_told_to_stop(asked))
        finally:
            self.stop()

    async def until_told_to_stop(self, asked: int) -> None:
        """Serve.

        Parameters
        ----------
        asked : int
            The port that was asked for, which may not be the one that could be had.
        """
        options = self.serving.options
        # Whoever reads the line may send a signal at once: by then it is listened to.
        drain = Drain(self.kernel_manager)
        drain.listen()
        address = self.first_address()
        print(self.ready(address, asked), flush=True)
        self.serving.log.event("started", places=options.students, memory=options.memory)
        threading.Thread(target=self.scripts.compressed, daemon=True).start()
        if self.open_browser:
            open_in_browser(address)
        self.kernel_manager.fill()
        await drain.wait()

    def ready(self, address: str, asked: int) -> str:
        """Return the line that says where the pages are, and what to know of it."""
        options = self.serving.options
        remarks = [WORDS["in_use"].format(port=asked)] if self.port != asked else []
        remarks.append(WORDS["places"].format(places=options.students))
        if options.token and "token=" not in address:
            remarks.append(WORDS["token"])
        if not options.only_here:
            remarks.append(WORDS["others"].format(host=in_an_address(options.host)))
        if options.behind_hub:
            remarks.append(WORDS["trusts"])
        return WORDS["ready"].format(address=address, remarks="; ".join([*remarks, WORDS["stop"]]))

    def take_port(self) -> int:
        """Listen on the port asked for, or on the next free one; return which."""
        asked, options = self.port, self.serving.options
        fixed = options.port_is_fixed
        choices = [asked] if fixed else [*range(asked, asked + PORTS_TO_TRY), 0]
        for port in choices:
            try:
                sockets = bind_sockets(port, options.host)
            except OverflowError:  # the range ran past the highest port
                continue
            except OSError as reason:
                if reason.errno == errno.EADDRNOTAVAIL:
                    raise PortTaken(WORDS["no_such_host"].format(host=options.host)) from reason
                if reason.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
                continue
            gate = Gate(self.app, options)
            # Only what stands in front of us may say who asked and how.
            HTTPServer(gate, xheaders=options.behind_hub, **REQUESTS).add_sockets(sockets)
            return int(sockets[0].getsockname()[1])
        raise PortTaken(WORDS["taken"].format(port=asked))

    def first_address(self) -> str:
        """Return the address of the page that opens first."""
        options = self.serving.options
        root = f"http://{in_an_address(options.host)}:{self.port}{self.base_url}"
        pages = [] if self.notebook_path else shelf(Path(self.root_dir))
        first = FIRST_PAGE if FIRST_PAGE in pages else pages[0] if len(pages) == 1 else ""
        address = f"{root}voila/render/{quote(first)}" if first else root
        shown = options.token if options.show_token else ""
        return f"{address}?token={shown}" if shown else address

    def stop(self) -> None:
        """End every Python that runs behind a page; they keep nothing that would be lost."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        shutil.rmtree(self.connection_dir, ignore_errors=True)
        self.serving.log.event("stopped")


def not_of_pings(record: logging.LogRecord) -> bool:
    """Tell whether a line is to be logged.

    Jupyter waits three pings long for a page that has fallen silent, and Tornado complains that
    this is longer than one. To wait for one only would close every line at its first ping.
    """
    return "websocket_ping_timeout" not in record.getMessage()


def serve(what: Path, options: Options) -> None:
    """Serve a notebook or a folder of notebooks until a signal ends it.

    Parameters
    ----------
    what : Path
        A notebook, or a folder that holds some.
    options : Options
        What was asked for.

    Raises
    ------
    PortTaken
        If the port is fixed and cannot be had.
    """
    others = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = os.pathsep.join([str(DATA_FOLDER), *([others] if others else [])])
    # Every Python finds it there, however it is started.
    os.environ[MEMORY_VARIABLE] = str(options.memory)
    if options.for_others:
        # A visitor's function would run as the person who serves, with all that this one may do.
        os.environ.setdefault(OWN_CODE, "off")
    make_room_for_files(options.students)
    log = EventLog(options.log)
    server = PageServer(
        Serving(options, log),
        config=settings(options),
        # A voila.json lying about must not change what a student sees.
        config_file_paths=[],
    )
    log.listen_to_libraries(server.log)
    server.initialize([str(what)])
    server.start()


def open_in_browser(address: str) -> None:
    """Open the page here; where there is no desktop the printed address has to do."""
    desktop = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, desktop)):
        return  # a text browser would take the terminal and could not show the page
    threading.Thread(target=webbrowser.open, args=(address, 2), daemon=True).start()
