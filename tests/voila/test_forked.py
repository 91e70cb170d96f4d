"""Pythons that are forked from one that is ready."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, cast

import psutil
import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient

from bor_widgets.voila import forked
from bor_widgets.voila.forked import ForkServer, NoFork, understood
from bor_widgets.voila.spare_kernels import SpareKernelManager
from tests import loops

pytestmark = pytest.mark.skipif(not forked.POSSIBLE, reason="forks are made on Linux only")

#: Seconds for anything that happens in another process, on a busy machine.
WITHIN = 90.0


@contextlib.asynccontextmanager
async def manager() -> AsyncIterator[SpareKernelManager]:
    """A server's manager of Pythons, without a server."""
    found = SpareKernelManager(spares=0)
    try:
        yield found
    finally:
        await found.shutdown_all(now=True)


def client_of(pythons: SpareKernelManager, kernel_id: str) -> AsyncKernelClient:
    """Return a line to a Python, open."""
    client = cast("AsyncKernelClient", pythons.get_kernel(kernel_id).client())
    client.start_channels()
    return client


async def say(pythons: SpareKernelManager, kernel_id: str, expression: str) -> str:
    """Return what an expression is in a Python, as text."""
    client = client_of(pythons, kernel_id)
    try:
        await client.wait_for_ready(timeout=WITHIN)
        reply = await client.execute(
            "", user_expressions={"said": expression}, reply=True, timeout=WITHIN
        )
        said = reply["content"]["user_expressions"]["said"]
        return str(said.get("data", {}).get("text/plain", said))
    finally:
        client.stop_channels()


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(WITHIN):
        while not condition():
            await asyncio.sleep(0.05)


def run(scene: Callable[[SpareKernelManager], Awaitable[None]]) -> None:
    async def play() -> None:
        async with manager() as pythons:
            await scene(pythons)

    loops.run(play())


async def start(pythons: SpareKernelManager, **env: str) -> str:
    given = {**os.environ, **env}
    return await pythons.start_kernel(kernel_name="python3", env=given)


def process_of(pythons: SpareKernelManager, kernel_id: str) -> psutil.Process:
    provisioner: Any = pythons.get_kernel(kernel_id).provisioner
    return psutil.Process(provisioner.pid)


def test_a_python_is_forked_and_computes() -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one = await start(pythons, BOR_MARK="mine")
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        assert process_of(pythons, one).ppid() == mother.process
        assert await say(pythons, one, "6 * 7") == "42"
        assert await say(pythons, one, "__import__('os').environ['BOR_MARK']") == "'mine'"
        # what a page's state is asked through is there
        targets = "'jupyter.widget.control' in __import__('comm').get_comm_manager().targets"
        assert await say(pythons, one, targets) == "True"

    run(scene)


def test_two_pythons_share_neither_chance_nor_names_nor_fate() -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one, two = await asyncio.gather(start(pythons), start(pythons))
        draw = "__import__('random').random()"
        assert await say(pythons, one, draw) != await say(pythons, two, draw)
        await say(pythons, one, "globals().update(kept=1)")
        assert "NameError" in await say(pythons, two, "kept")
        first, second = process_of(pythons, one), process_of(pythons, two)
        assert os.getpgid(first.pid) != os.getpgid(second.pid)
        first.kill()
        await until(lambda: not first.is_running())
        provisioner: Any = pythons.get_kernel(one).provisioner
        assert await provisioner.poll() is not None
        assert await say(pythons, two, "1 + 1") == "2"

    run(scene)


def test_a_python_that_is_interrupted_goes_on() -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one = await start(pythons)
        client = client_of(pythons, one)
        await client.wait_for_ready(timeout=WITHIN)
        asked = client.execute("while True: pass")
        await asyncio.sleep(0.5)
        process_of(pythons, one).send_signal(signal.SIGINT)
        async with asyncio.timeout(WITHIN):
            while (reply := await client.get_shell_msg())["parent_header"]["msg_id"] != asked:
                pass
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        client.stop_channels()
        assert await say(pythons, one, "1 + 1") == "2"

    run(scene)


def test_where_the_program_ended_another_is_started() -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one = await start(pythons)
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        assert mother.process is not None
        below = process_of(pythons, one)
        psutil.Process(mother.process).kill()
        # no Python is left without the server that could end it
        await until(lambda: not below.is_running())
        two = await start(pythons)
        assert await say(pythons, two, "1 + 1") == "2"
        three = await start(pythons)
        assert process_of(pythons, three).ppid() == mother.process

    run(scene)


def test_when_one_cannot_be_forked_the_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one = await start(pythons)
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        program = mother.process
        # asked for what nobody waits for any more, it says no
        monkeypatch.setattr(forked, "FORKS_WITHIN", -1.0)
        two = await start(pythons)
        assert process_of(pythons, two).ppid() == os.getpid()
        assert await say(pythons, two, "1 + 1") == "2"
        assert mother.process == program
        assert await say(pythons, one, "1 + 1") == "2"
        monkeypatch.undo()
        three = await start(pythons)
        assert process_of(pythons, three).ppid() == program

    run(scene)


def test_one_that_is_too_slow_is_asked_no_more_and_keeps_its_pythons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left: list[psutil.Process] = []

    async def scene(pythons: SpareKernelManager) -> None:
        one = await start(pythons)
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        assert mother.process is not None
        slow = psutil.Process(mother.process)
        slow.suspend()
        monkeypatch.setattr(forked, "ANSWERS_WITHIN", 0.2)
        monkeypatch.setattr(forked, "FORKS_WITHIN", 0.2)
        two = await start(pythons)
        assert process_of(pythons, two).ppid() == os.getpid()
        monkeypatch.undo()
        three = await start(pythons)
        assert process_of(pythons, three).ppid() == mother.process != slow.pid
        slow.resume()
        assert await say(pythons, one, "1 + 1") == "2"
        # what it was asked too long ago it does not do: its only Python is the first
        assert [child.pid for child in slow.children()] == [process_of(pythons, one).pid]
        left.extend([slow, process_of(pythons, one), psutil.Process(mother.process)])

    run(scene)
    _, alive = psutil.wait_procs(left, timeout=WITHIN)
    assert alive == []


def test_a_forked_python_has_programs_of_its_own_and_none_of_the_others() -> None:
    async def scene(pythons: SpareKernelManager) -> None:
        one, two = await start(pythons), await start(pythons)
        # what it starts is told to it when it ends: the program it comes from does not listen
        codes = "[__import__('subprocess').run([name]).returncode for name in ('true', 'false')]"
        assert await say(pythons, one, codes) == "[0, 1]"
        # no line of the fork server, of the other Python or of the server is open in it
        first, second, server = (
            sockets(process_of(pythons, one).pid),
            sockets(process_of(pythons, two).pid),
            sockets(os.getpid()),
        )
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        assert mother.process is not None
        assert first
        assert not first & (second | server | sockets(mother.process))
        # where memory is out, the system ends a page rather than what all pages come from
        worth = [
            int(Path(f"/proc/{pid}/oom_score_adj").read_text())
            for pid in (process_of(pythons, one).pid, mother.process)
        ]
        assert worth[0] > worth[1]

    run(scene)


def sockets(pid: int) -> set[str]:
    """Return the sockets that a process holds."""
    found = set()
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile
            found.add(str(path.readlink()))
    return {link for link in found if link.startswith("socket:")}


def test_when_the_server_ends_nothing_is_left() -> None:
    left: list[psutil.Process] = []

    async def scene(pythons: SpareKernelManager) -> None:
        mother = forked.ForkedProvisioner.server
        assert mother is not None
        for _ in range(2):
            left.append(process_of(pythons, await start(pythons)))
        assert mother.process is not None
        left.append(psutil.Process(mother.process))

    run(scene)
    _, alive = psutil.wait_procs(left, timeout=WITHIN)
    assert alive == []


def test_a_module_that_starts_a_thread_is_refused(tmp_path: Path) -> None:
    text = (
        "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n"
    )
    (tmp_path / "bor_starts_a_thread.py").write_text(text)

    async def scene() -> None:
        mother = ForkServer(("bor_starts_a_thread",))
        try:
            with pytest.raises(NoFork, match="has ended"):
                await mother.fork(str(tmp_path / "connection.json"), {}, str(tmp_path))
        finally:
            mother.stop()

    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(tmp_path)
    try:
        loops.run(scene())
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ([], ("file.json", [])),
        (['--IPKernelApp.extra_extensions=["a.b"]'], ("file.json", ["a.b"])),
        (["--IPKernelApp.extra_extensions=broken"], None),
        (["--debug"], None),
        (['--IPKernelApp.extra_extensions=["a"]', "--debug"], None),
    ],
)
def test_only_what_is_understood_is_forked(
    rest: list[str], expected: tuple[str, list[str]] | None
) -> None:
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "file.json", *rest]
    assert understood(command) == expected
    assert understood(["ir", "-m", "IRkernel", "-f", "file.json"]) is None
