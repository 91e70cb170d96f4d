"""The door: who has shown the token once comes in, for as long as the browser stays open.

Voila's own server knows tokens too, through jupyter-server's identity provider. It is not used:
it guards only some of the routes (not the scripts), compares in a time that depends on the
token, leaves the token in the address, lets a request with the token past the checks for other
sites, and asks for it with a page that is not ours.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
from urllib.parse import unquote_plus

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

#: Seconds that a wrong token waits for its answer.
WAITS = 1.0

#: A shorter one could be guessed.
SHORTEST = 8

#: What stands for the token in the cookie is derived from it with this text.
PURPOSE = b"bor_widgets: has shown the token"


def new_token() -> str:
    """Return a token that nobody guesses and that can be typed."""
    return secrets.token_urlsafe(15)


class Door:
    """Knows the token.

    Parameters
    ----------
    token : str
        What is to be shown; empty lets everybody in.
    base_url : str
        Where the pages begin.
    """

    def __init__(self, token: str, base_url: str) -> None:
        self.token = token
        self.base_url = base_url
        self._proof = hmac.new(token.encode(), PURPOSE, hashlib.sha256).hexdigest()
        # Cookies know no ports: two servers on one machine must not share a name.
        self.cookie = f"bor-door-{self._proof[:8]}"

    @property
    def guarded(self) -> bool:
        """Whether anything needs to be shown."""
        return bool(self.token)

    def right(self, given: str) -> bool:
        """Compare, in a time that says nothing about the token."""
        return hmac.compare_digest(given.encode(), self.token.encode())

    def known(self, request: HTTPServerRequest) -> bool:
        """Tell whether the browser, or a program, has shown the token."""
        cookie = request.cookies.get(self.cookie)
        if cookie is not None and hmac.compare_digest(cookie.value.encode(), self._proof.encode()):
            return True
        header = re.fullmatch(
            r"(?:bearer|token) (\S+)", request.headers.get("Authorization", ""), re.IGNORECASE
        )
        return header is not None and self.right(header[1])

    def remember(self, handler: RequestHandler) -> None:
        """Let the browser know that it has shown the token; no script can read it."""
        handler.set_cookie(
            self.cookie,
            self._proof,
            path=self.base_url,
            httponly=True,
            samesite="Lax",
            secure=handler.request.protocol == "https",
        )

    def inside(self, target: str) -> str:
        """Return where somebody is led who has come in: never to another site."""
        one_of_ours = target.startswith(self.base_url) and not target.startswith("//")
        return target if one_of_ours and re.fullmatch(r"[!-\[\]-~]+", target) else self.base_url


def token_in(query: str) -> str | None:
    """Return the token that stands in the address, if any."""
    found = [part[6:] for part in query.split("&") if part.startswith("token=")]
    return unquote_plus(found[0]) if found else None


def without_token(request: HTTPServerRequest) -> str:
    """Return the address that was asked for, without the token."""
    rest = "&".join(part for part in request.query.split("&") if not part.startswith("token="))
    return f"{request.path}?{rest}" if rest else request.path


class DoorHandler(RequestHandler):
    """Asks for the token, or takes it."""

    def initialize(self, door: Door) -> None:
        """Keep the door."""
        self.door = door

    def check_xsrf_cookie(self) -> None:
        """Ask for no other proof than the token; the gate sends other sites away."""

    async def prepare(self) -> None:
        """Look at what is shown, before any method is looked for."""
        typed = self.request.method == "POST" and self.request.path == f"{self.door.base_url}door"
        if typed:
            given: str | None = self.get_body_argument("token", "", strip=True)
            to = self.get_body_argument("to", self.door.base_url)
        else:
            given = token_in(self.request.query)
            to = without_token(self.request)
        if given is not None and self.door.right(given):
            self.door.remember(self)
            self.redirect(self.door.inside(to), status=303)
            return
        if given is not None:
            self.settings["bor"].log.event("wrong_token")
            await asyncio.sleep(WAITS)
        self._ask(self.door.inside(to), wrong=given is not None)

    def _ask(self, to: str, *, wrong: bool) -> None:
        self.settings["bor"].metrics.refusals.labels(reason="token").inc()
        self.set_status(401)
        self.set_header("WWW-Authenticate", "Bearer")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        template = self.settings["voila_jinja2_env"].get_template("door.html")
        self.finish(template.render(base_url=self.door.base_url, to=to, wrong=wrong))
