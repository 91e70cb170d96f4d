"""Who comes in, how many, and what ends by itself."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests import loops
from tests.hub.running_hub import Hub, running_hub
from tests.hub.student import Line, Student

#: seconds after which an unused server ends here, and between two looks
IDLE, EVERY = 20, 2
ENDS_WITHIN = 90.0

OWN_PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Iterator[Hub]:
    """A class with one password, a list of three and room for two, whose servers end soon."""
    folder = tmp_path_factory.mktemp("small")
    listed = folder / "students.txt"
    listed.write_text("anna\nben\ncarla\n", encoding="utf-8")
    with running_hub(
        folder,
        pages,
        BOR_HUB_STUDENTS=str(listed),
        BOR_HUB_TEACHERS="teacher",
        BOR_HUB_MOST="2",
        BOR_HUB_IDLE=str(IDLE),
        BOR_HUB_CULL_EVERY=str(EVERY),
    ) as running:
        yield running


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory, pages: Path) -> Iterator[Hub]:
    """A class whose students sign up themselves."""
    with running_hub(
        tmp_path_factory.mktemp("native"),
        pages,
        BOR_HUB_LOGIN="native",
        BOR_HUB_TEACHERS="teacher",
    ) as running:
        yield running


def is_in(student: Student) -> bool:
    """Whether the hub knows who this is."""
    page = student.client.get(f"{student.hub.address}hub/token")
    return page.url.path.endswith("/hub/token")


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("anna", "a wrong password"),
        ("anna", ""),
        ("nobody-listed", "a password for one class"),
        ("teacher", "a password for one class"),  # a student who says to be the teacher
        ("../anna", "a password for one class"),
    ],
)
def test_who_is_not_meant_stays_outside(small: Hub, name: str, password: str) -> None:
    student = Student(small, name)
    assert student.sign_in(password).status_code in (200, 403)
    assert not is_in(student)
    assert not (small.state / "homes").exists() or not list(small.state.glob("homes/*obody*"))


def test_the_teacher_has_a_password_of_their_own(small: Hub) -> None:
    teacher = Student(small, "teacher")
    secret = (small.state / "teacher-password").read_text(encoding="ascii")
    teacher.sign_in(secret)
    assert is_in(teacher)
    assert teacher.client.get(f"{small.address}hub/admin").status_code == 200


def test_unused_servers_end_and_used_ones_stay(small: Hub) -> None:
    anna, ben, carla = (Student(small, name) for name in ("anna", "ben", "carla"))
    anna.sign_in()
    page = anna.open("bor/index.ipynb")
    done = threading.Event()

    async def work() -> None:
        line = await Line.of(anna, page)
        while not done.is_set():
            await line.states()
            await asyncio.sleep(0.5)
        line.socket.close()

    with ThreadPoolExecutor(1) as room:
        working = room.submit(asyncio.run, work())
        try:
            ben.sign_in()
            # There is room for two: the third is told so in words.
            full = carla.sign_in()
            assert full.status_code == 429
            assert "limit" in full.text.lower()
            ben.open("bor/index.ipynb")
            until = time.monotonic() + ENDS_WITHIN
            while small.processes_of("ben"):
                assert time.monotonic() < until, "Ben's server did not end"
                time.sleep(0.5)
        finally:
            done.set()
        working.result(30)
    assert small.processes_of("anna"), "Anna's server was ended while she worked"
    # What Ben had is there when he comes back.
    assert (small.home("ben") / "lessons" / "03-three-principles.md").exists()
    again = ben.open("bor/03-three-principles.ipynb")
    assert again.status_code == 200


def test_a_long_name_is_no_trouble(native: Hub) -> None:
    """Files by which processes speak may have 107 characters only."""
    name = "a" + "-very-long-name-that-i-have-0123"[:30]
    signs_up(native, "teacher", OWN_PASSWORD)
    signs_up(native, name, OWN_PASSWORD)
    student = Student(native, name)
    student.sign_in(OWN_PASSWORD)
    assert not is_in(student), "in without the teacher"
    teacher = Student(native, "teacher")
    teacher.sign_in(OWN_PASSWORD)
    assert is_in(teacher)
    teacher.client.get(f"{native.address}hub/authorize/{name}").raise_for_status()
    student.sign_in(OWN_PASSWORD)
    assert is_in(student)
    page = student.open("bor/console.ipynb")
    assert page.status_code == 200
    states = loops.run(widgets_of(student, page))
    assert any("threat" in (state.get("values") or {}) for state in states)


async def widgets_of(student: Student, page: httpx.Response) -> list[dict[str, Any]]:
    line = await Line.of(student, page)
    try:
        return list((await line.states()).values())
    finally:
        line.socket.close()


def signs_up(hub: Hub, name: str, password: str) -> httpx.Response:
    student = Student(hub, name)
    student.client.get(f"{hub.address}hub/signup")
    form = {
        "username": name,
        "signup_password": password,
        "signup_password_confirmation": password,
        "_xsrf": student.cookie("_xsrf", httpx.URL(f"{hub.address}hub/").path),
    }
    return student.client.post(f"{hub.address}hub/signup", data=form)


def test_a_short_password_is_refused(native: Hub) -> None:
    signs_up(native, "dora", "short")
    student = Student(native, "dora")
    student.sign_in("short")
    assert not is_in(student)
