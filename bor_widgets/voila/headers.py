"""What every answer tells the browser that it may do with it: as little as the pages need.

Scripts come from this server alone, or stand in the page with a number that is made for this one
answer. Two things are wider than one would wish, and why:

- ``blob:`` among the scripts: anywidget hands a widget's script to the browser as a module made
  in the page, and knows no other way.
- ``'unsafe-inline'`` among the styles: anywidget, ipywidgets and JupyterLab put their styles into
  the page when it already stands, without a number.

Nothing may turn text into a program (no ``'unsafe-eval'``).
"""

from __future__ import annotations

import secrets
from typing import Any

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

#: What an answer may do that is no page with controls: show words, take a token.
PLAIN = {
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}

#: What a page with controls may do besides; ``{nonce}`` is this answer's number.
PAGE = {
    **PLAIN,
    "script-src": "'self' 'nonce-{nonce}' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'none'",
}

#: What no page of ours uses. The clipboard and the full screen stay: pages copy links and show
#: slides.
SWITCHED_OFF = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "usb",
    "xr-spatial-tracking",
)

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    # a state link in the address is the reader's: no other site is told
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in SWITCHED_OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

#: Where the number of one answer stands while it is made.
NONCE = "bor_nonce"


def policy(rules: dict[str, str], nonce: str = "") -> str:
    """Return a content security policy as it stands in a header."""
    return "; ".join(f"{name} {value.format(nonce=nonce)}" for name, value in rules.items())


def new_nonce(request: HTTPServerRequest) -> str:
    """Make the number of a page's answer, and keep it for the header.

    Parameters
    ----------
    request : HTTPServerRequest
        What is being answered, with a page with controls.
    """
    nonce = secrets.token_urlsafe(16)
    setattr(request, NONCE, nonce)
    return nonce


class SafeHeaders(OutputTransform):
    """Puts the headers on every answer, whoever gives it.

    Parameters
    ----------
    request : HTTPServerRequest
        What is being answered.
    """

    def __init__(self, request: HTTPServerRequest) -> None:
        self.request = request

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Set the headers just before they leave."""
        nonce: Any = getattr(self.request, NONCE, None)
        rules = PAGE if nonce else PLAIN
        headers["Content-Security-Policy"] = policy(rules, nonce or "")
        for name, value in ALWAYS.items():
            headers[name] = value
        # which program answers, in which version, is nobody's business
        headers.pop("Server", None)
        return status_code, headers, chunk
