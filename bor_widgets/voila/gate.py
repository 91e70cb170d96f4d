"""What stands before every route: who asks, under which name, and for what.

No route is reached but through here, those of libraries neither.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
from tornado.routing import Router
from tornado.web import Application

from bor_widgets.voila.doors import Door, DoorHandler, token_in
from bor_widgets.voila.options import Options, is_local
from bor_widgets.voila.refusals import Refusal

#: Characters that may follow the question mark; the links that pages give out have fewer.
LONGEST_QUERY = 16_000

METHODS = ("GET", "HEAD", "POST")

#: A proxy on this machine speaks for somebody who may be anywhere.
SPEAKS_FOR_OTHERS = (
    "Forwarded",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-Ip",
)


class Gate(Router):
    """Hands a request on, or sends it away.

    Parameters
    ----------
    application : Application
        What answers those that may come in.
    options : Options
        What the server was asked to do.
    """

    def __init__(self, application: Application, options: Options) -> None:
        self.application = application
        self.options = options
        self.door = Door(options.token, options.base_url)

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> HTTPMessageDelegate | None:
        """Return what answers the request."""
        reason, fields = self.objection(request)
        if reason:
            return self._answer(request, Refusal, reason=reason, **fields)
        if request.path != f"{self.options.base_url}healthz" and self._must_show(request):
            return self._answer(request, DoorHandler, door=self.door)
        return self.application.find_handler(request, **kwargs)

    def _answer(
        self, request: HTTPServerRequest, handler: type[Any], **how: Any
    ) -> HTTPMessageDelegate:
        return self.application.get_handler_delegate(request, handler, target_kwargs=how)

    def objection(self, request: HTTPServerRequest) -> tuple[str, dict[str, Any]]:
        """Return why a request is not answered at all, and the numbers to say it with.

        Parameters
        ----------
        request : HTTPServerRequest
            What was asked.
        """
        if not self.options.any_name and not is_local(re.sub(r":\d+$", "", request.host)):
            return "name", {}
        if len(request.query) > LONGEST_QUERY:
            return "long", {"most": LONGEST_QUERY, "given": len(request.query)}
        if request.method not in METHODS:
            return "method", {}
        if leads_out(request.path):
            return "missing", {}
        if acts(request) and not from_here(request):
            return "elsewhere", {}
        if (
            request.path == f"{self.options.base_url}metrics"
            and not self.door.guarded
            and not asks_from_this_machine(request)
        ):
            return "not_here", {}
        return "", {}

    def _must_show(self, request: HTTPServerRequest) -> bool:
        if not self.door.guarded:
            return False
        # Shown in the address, it is taken out of it again, by somebody who is known as well.
        return token_in(request.query) is not None or not self.door.known(request)


def leads_out(path: str) -> bool:
    """Tell whether a path climbs out of its folder, or is written so that it might."""
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return True
    return ".." in plain.split("/") or "\\" in plain or not plain.isprintable()


def acts(request: HTTPServerRequest) -> bool:
    """Tell whether a request does something, rather than look."""
    upgrade = request.headers.get("Upgrade", "").lower()
    return request.method == "POST" or upgrade == "websocket"


def from_here(request: HTTPServerRequest) -> bool:
    """Tell whether a page of this server asks, or a program that is no browser."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin.lower()).netloc == request.host.lower()
    except ValueError:  # no address at all
        return False


def asks_from_this_machine(request: HTTPServerRequest) -> bool:
    """Tell whether a request comes from this machine, and for nobody else."""
    forwarded = any(name in request.headers for name in SPEAKS_FOR_OTHERS)
    return is_local(request.remote_ip or "") and not forwarded
