"""What every answer tells the browser."""

from __future__ import annotations

import re

import pytest

from tests.voila.class_server import Answer, ClassServer


def rules(answer: Answer) -> dict[str, list[str]]:
    """Return the content security policy of an answer."""
    lines = answer.headers.get_all("Content-Security-Policy") or []
    assert len(lines) == 1
    return {
        name: rest.split()
        for name, _, rest in (p.strip().partition(" ") for p in lines[0].split(";"))
    }


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/nothing",
        "/healthz",
        "/metrics",
        "/voila/render/nothing.ipynb",
        "/voila/templates/bor/static/page.css",
        "/voila/templates/bor/static/nothing.css",
        "/api/kernels/00000000-0000-4000-8000-000000000000",
    ],
)
def test_every_answer_is_guarded(room: ClassServer, path: str) -> None:
    answer = room.ask(path)
    policy = rules(answer)
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert "script-src" not in policy  # falls back to 'none'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Server"] is None
    assert answer.headers["Access-Control-Allow-Origin"] is None


def test_a_page_runs_the_scripts_that_carry_its_number_only(room: ClassServer) -> None:
    first = room.ask("/voila/render/talking.ipynb")
    policy = rules(first)
    assert policy["connect-src"] == ["'self'"]
    assert policy["form-action"] == ["'none'"]
    assert set(policy["script-src"]) == {"'self'", "blob:", policy["script-src"][1]}
    number = re.fullmatch(r"'nonce-(\S{20,})'", policy["script-src"][1])
    assert number
    inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/)([^>]*)>", first.text)
    assert len(inline) >= 4
    assert set(inline) == {f' nonce="{number[1]}"'}
    again = room.ask("/voila/render/talking.ipynb")
    assert number[1] not in again.text


def test_cookies_are_not_sent_along_from_elsewhere(room: ClassServer) -> None:
    lines = room.ask("/voila/render/talking.ipynb").headers.get_all("Set-Cookie") or []
    assert len(lines) == 2
    for line in lines:
        assert "SameSite=Lax" in line
        # the page itself reads the proof that its farewell needs, and nothing else
        assert ("HttpOnly" in line) != line.startswith("_xsrf=")
