"""How many come in, what is told of them, and how the room is closed."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path

import pytest

from tests import loops
from tests.voila.class_server import PATIENCE, Answer, ClassServer, answered, class_server, message

PAGE = "/voila/render/talking.ipynb"


def leave(server: ClassServer, page: Answer) -> None:
    """Close a page, as a browser does."""
    proof = page.cookies()["_xsrf"]
    own = {"Cookie": f"_xsrf={proof}", "X-XSRFToken": proof}
    assert server.ask(f"/voila/api/shutdown/{page.kernel()}", "POST", own, "").status == 204


def figures(server: ClassServer) -> dict[str, float]:
    """Return the metrics."""
    lines = [line for line in server.ask("/metrics").text.splitlines() if line[0] != "#"]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_a_full_room_says_so_and_opens_when_somebody_leaves(shelf: Path) -> None:
    with class_server(shelf, "--students", "2") as server:
        assert "room for 2" in server.line
        first, _second = server.ask(PAGE), server.ask(PAGE)
        refused = server.ask(PAGE)
        assert refused.status == 503
        assert int(refused.headers["Retry-After"]) > 0
        assert "The room is full" in refused.text
        assert "2 of 2 places are taken." in refused.text
        assert "kept in your browser" in refused.text
        assert server.wait_for("full")["places"] == 2
        health = json.loads(server.ask("/healthz").text)
        assert (health["pages"], health["places"]) == (2, 2)
        leave(server, first)
        assert server.ask(PAGE).status == 200


def test_health_and_figures(shelf: Path) -> None:
    with class_server(shelf, "--students", "5") as server:
        health = server.ask("/healthz")
        assert health.status == 200
        assert json.loads(health.text) == {
            "ok": True,
            "pages": 0,
            "places": 5,
            "spares": 0,
            "draining": False,
        }
        page = server.ask(PAGE)
        server.ask("/voila/render/nothing.ipynb")

        async def talk() -> None:
            line = await server.connect(page.kernel())
            await line.write_message(message("kernel_info_request"))
            await asyncio.wait_for(answered(line, "kernel_info_reply"), PATIENCE)
            line.close()

        loops.run(talk())
        seen = figures(server)
        assert seen["bor_pages_opened_total"] == seen["bor_page_seconds_count"] == 1
        assert seen["bor_page_seconds_sum"] > 0
        assert seen['bor_refusals_total{reason="missing"}'] == 1
        assert seen["bor_messages_total"] == 1
        assert seen['bor_pythons{kind="page"}'] == 1
        assert seen['bor_pythons{kind="spare"}'] == 0
        assert seen["bor_places"] == 5
        assert seen['bor_memory_bytes{of="server"}'] > 10_000_000
        assert seen['bor_memory_bytes{of="pythons"}'] > 1_000_000


def test_figures_are_for_this_machine(room: ClassServer) -> None:
    assert room.ask("/metrics").status == 200
    # a proxy on this machine asks for somebody who may be anywhere
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Proto", "Via"):
        answer = room.ask("/metrics", headers={name: "192.0.2.7"})
        assert answer.status == 403
        assert "Only this machine" in answer.text


def test_every_line_of_the_log_is_an_object_without_what_a_visitor_typed(shelf: Path) -> None:
    with class_server(shelf) as server:
        server.ask(f"{PAGE}?state=typed-by-somebody")
        server.ask('/voila/render/typed-by-somebody%0a{"event":"forged"}.ipynb')
        opened = server.wait_for("opened")
        server.wait_for("refused")
        assert opened["page"] == "talking.ipynb"
        assert opened["status"] == 200
        assert opened["seconds"] > 0
        assert opened["level"] == "info"
        assert "T" in opened["time"]
        written = server.errors.read_text("utf-8")
        assert "typed-by-somebody" not in written
        assert "forged" not in written
        assert "127.0.0.1" not in written


@pytest.mark.parametrize("how", ["the pages are closed", "a second signal"])
def test_told_to_stop_it_lets_the_open_pages_end(shelf: Path, how: str) -> None:
    with class_server(shelf, "--drain", "600") as server:
        page = server.ask(PAGE)

        async def talk() -> None:
            line = await server.connect(page.kernel())
            server.tell_to_stop()
            await asyncio.to_thread(server.wait_for, "draining")
            health = server.ask("/healthz")
            assert health.status == 503
            assert json.loads(health.text)["draining"] is True
            refused = server.ask(PAGE)
            assert refused.status == 503
            assert "The server is about to stop" in refused.text
            # who is inside goes on
            await line.write_message(message("kernel_info_request"))
            await asyncio.wait_for(answered(line, "kernel_info_reply"), PATIENCE)
            if how == "a second signal":
                server.process.send_signal(signal.SIGTERM)
            else:
                line.close()
            await asyncio.to_thread(server.process.wait, PATIENCE)

        loops.run(talk())
        assert server.process.returncode == 0
        assert server.events()[-1]["event"] == "stopped"


def test_the_time_to_leave_is_bounded(shelf: Path) -> None:
    with class_server(shelf, "--drain", "1") as server:
        page = server.ask(PAGE)

        async def talk() -> None:
            line = await server.connect(page.kernel())
            server.tell_to_stop()
            await asyncio.to_thread(server.process.wait, PATIENCE)
            line.close()

        loops.run(talk())
        assert server.process.returncode == 0


def test_a_signal_is_heard_as_soon_as_the_address_is_told(shelf: Path) -> None:
    with class_server(shelf) as server:
        server.tell_to_stop()
        assert server.process.wait(PATIENCE) == 0
        assert server.events()[-1]["event"] == "stopped"
