"""Twenty students on one hub at once: each works, none sees another, and little things break."""

from __future__ import annotations

import itertools
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import httpx
import psutil
import pytest
from tornado.httpclient import HTTPClientError

from tests import loops
from tests.hub.proxy import ROOT
from tests.hub.running_hub import Hub
from tests.hub.student import Line, Student

#: the specification of the issue
STUDENTS = 20

#: a few at a time, as a class comes in
AT_ONCE = 4

LESSON = "bor/03-three-principles.ipynb"
CONSOLE = "bor/console.ipynb"

#: a hub looks after its proxy every 5 seconds (`check_running_interval`)
COMES_BACK_WITHIN = 40.0

#: what a server, a ready Python and an open lesson may take, in MiB: a leak of one more Python
#: with everything imported would be over it
MEMORY_AT_MOST = 400.0


@dataclass
class AtWork:
    """A student with a lesson open."""

    student: Student
    landing: httpx.Response
    lesson: httpx.Response


def comes_in(hub: Hub, name: str) -> AtWork:
    student = Student(hub, name)
    student.sign_in()
    landing = student.open("bor/")
    student.leave(landing)
    return AtWork(student, landing, student.open(LESSON))


@pytest.fixture(scope="module")
def the_class(hub: Hub) -> Iterator[list[AtWork]]:
    """All twenty, signed in, each with lesson 3 open."""
    names = [f"student-{number:02}" for number in range(1, STUDENTS + 1)]
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as rooms:
        at_work = list(rooms.map(comes_in, itertools.repeat(hub), names))
    print(f"\n{STUDENTS} students came in within {time.monotonic() - began:.0f} s")
    yield at_work
    for one in at_work:
        one.student.client.close()


def until(done: Callable[[], bool], within: float = COMES_BACK_WITHIN) -> None:
    end = time.monotonic() + within
    while not done():
        assert time.monotonic() < end, f"not within {within:.0f} s"
        time.sleep(0.2)


def answers(student: Student) -> bool:
    try:
        return student.client.get(f"{student.own}api/status").is_success
    except httpx.HTTPError:
        return False


def servers(hub: Hub, at_work: list[AtWork]) -> dict[str, set[int]]:
    """Return the processes of each student's server itself."""
    return {
        one.student.name: {
            process.pid
            for process in hub.processes_of(one.student.name)
            if any("start_student" in word for word in process.cmdline())
        }
        for one in at_work
    }


def test_everyone_sees_the_first_page_and_the_lesson(the_class: list[AtWork]) -> None:
    for one in the_class:
        assert one.landing.url.path.endswith(f"/user/{one.student.name}/bor/index.ipynb")
        assert one.lesson.url.path.endswith(f"/user/{one.student.name}/{LESSON}")
        for page in (one.landing, one.lesson):
            assert page.status_code == 200
            assert "application/vnd.jupyter.widget-view+json" in page.text
        assert "Three principles" in one.lesson.text


def test_all_live_at_once(hub: Hub, the_class: list[AtWork]) -> None:
    running = servers(hub, the_class)
    assert len(running) == STUDENTS
    assert all(len(processes) == 1 for processes in running.values())


def test_the_memory_of_each(hub: Hub, the_class: list[AtWork]) -> None:
    needs = sorted(hub.memory_of(one.student.name) for one in the_class)
    print(f"\nMiB for each (PSS): {needs[0]:.0f} to {needs[-1]:.0f}, together {sum(needs):.0f}")
    assert needs[0] > 0
    assert needs[-1] < MEMORY_AT_MOST


def test_a_moved_slider_is_answered(the_class: list[AtWork]) -> None:
    async def move(one: AtWork, page: httpx.Response) -> None:
        line = await Line.of(one.student, page)
        states = await line.states()
        panel = next(n for n, state in states.items() if "threat" in (state.get("values") or {}))
        seen = []
        for threat in (0.0, 0.9):
            changes = await line.change(
                panel, {"values": {**states[panel]["values"], "threat": threat}}
            )
            seen += [change["card"]["grade"] for change in changes if "card" in change]
        line.socket.close()
        # INVENTORY T: no threat, no judgement of a challenge; a grave one is direct
        assert seen == ["none", "direct"]

    for one in the_class[:3]:
        page = one.student.open(CONSOLE)
        loops.run(move(one, page))
        one.student.leave(page)


def test_nobody_opens_the_server_of_another(the_class: list[AtWork]) -> None:
    anna, ben = the_class[0].student, the_class[1].student
    own = anna.client.get(f"{anna.own}api/contents/lessons")
    assert own.status_code == 200
    for path in ("api/contents/lessons", "bor/", "lab", "files/lessons/01-the-puzzle.md"):
        page = anna.client.get(f"{ben.own}{path}")
        assert page.status_code in (403, 404), path
        assert "01-the-puzzle" not in page.text
    # The cookies of the one, put in the place of the other's, are worth nothing there.
    stolen = anna.header().replace(anna.name, ben.name)
    with httpx.Client(headers={"Cookie": stolen}) as thief:
        assert thief.get(f"{ben.own}api/contents/lessons").status_code in (302, 403)


def test_nobody_reaches_the_python_of_another(the_class: list[AtWork]) -> None:
    anna, ben = the_class[0], the_class[1]
    disguised = Student(ben.student.hub, ben.student.name)
    disguised.client = anna.student.client  # Anna's cookies at Ben's address
    with pytest.raises(HTTPClientError) as refused:
        loops.run(Line.of(disguised, ben.lesson))
    assert refused.value.code == 403


def test_without_signing_in_nothing_opens(the_class: list[AtWork]) -> None:
    with httpx.Client() as stranger:
        for path in ("bor/index.ipynb", "api/contents", "api/kernels"):
            answer = stranger.get(f"{the_class[0].student.own}{path}")
            assert answer.status_code in (302, 403), path
            if answer.status_code == 302:  # to the hub, which knows nobody of that kind
                assert "/hub/api/oauth2/authorize" in answer.headers["location"]


def test_each_has_a_folder_of_their_own(hub: Hub, the_class: list[AtWork]) -> None:
    (hub.home("student-01") / "only-mine.txt").write_text("Anna's", encoding="utf-8")
    for one in the_class[:2]:
        listed = one.student.client.get(f"{one.student.own}api/contents/").json()["content"]
        names = {entry["name"] for entry in listed}
        assert "lessons" in names
        assert ("only-mine.txt" in names) == (one.student.name == "student-01")


def test_the_teachers_guides_are_not_laid_out(hub: Hub, the_class: list[AtWork]) -> None:
    course = {path.name for path in (ROOT / "lessons").glob("*.md")}
    for one in the_class:
        laid = {path.name for path in (hub.home(one.student.name) / "lessons").glob("*")}
        assert laid - {".laid-out.json"} == course


def test_a_lesson_is_read_as_a_text_notebook(the_class: list[AtWork]) -> None:
    student = the_class[0].student
    lesson = student.client.get(
        f"{student.own}api/contents/lessons/03-three-principles.md", params={"type": "notebook"}
    ).json()
    assert lesson["type"] == "notebook"
    assert any(cell["cell_type"] == "code" for cell in lesson["content"]["cells"])


def test_a_hub_that_breaks_down_takes_no_server_with_it(hub: Hub, the_class: list[AtWork]) -> None:
    before = servers(hub, the_class)
    for how in (signal.SIGTERM, signal.SIGKILL):  # stopped for a new version; broken down
        hub.end(how)
        hub.start()
        for one in (the_class[0], the_class[-1]):
            own = one.student.own
            until(partial(answers, one.student))
            # Nobody has to sign in again.
            assert one.student.client.get(f"{hub.address}hub/home").url.path.endswith("/hub/home")
            kernels = one.student.client.get(f"{own}api/kernels").json()
            assert kernels, "the open lesson has lost its Python"
    assert servers(hub, the_class) == before


def test_a_proxy_that_is_killed_comes_back(hub: Hub, the_class: list[AtWork]) -> None:
    before = servers(hub, the_class)
    old = hub.proxy()
    old.kill()
    psutil.wait_procs([old], 10)
    until(partial(answers, the_class[5].student))
    assert hub.proxy().pid != old.pid
    assert servers(hub, the_class) == before
