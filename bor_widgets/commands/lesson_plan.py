"""The plan of an instructor's lesson: what it teaches by id, and its bench.

A file ``plans/NN.toml`` holds the ``title``, the lists ``claims``, ``tensions``, ``cases``,
``concepts`` and ``debates``, and the name of a ``bench`` (``"ThreatDial"``). A lesson of the
course has no such file: its plan is part of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bor_widgets.cases import Fault
from bor_widgets.cases.faults import short
from bor_widgets.commands.case_questions import text_check
from bor_widgets.commands.check_files import Unreadable, exists, number_of, read_toml
from bor_widgets.sources import Lesson, concepts, debates, lessons, rules, tensions

#: the folder of the plans, beside the predictions and the quizzes
FOLDER = "plans"

#: longer titles do not fit where lessons are listed
LONGEST_TITLE = 120

WORDS = {
    "missing": "is missing or empty",
    "key": "is not a key of a plan; known are {known}",
    "list": "takes a list of ids; given was {given}",
    "id": "there is no {kind} {given}",
    "nothing": "name at least one claim or one tension: the lesson is about it",
    "bench": "takes one of {known}; given was {given}",
    "ours": "lesson {number} is one of the course; a plan is for a lesson of your own",
}


def _is_case(name: object) -> bool:
    return exists(name) and isinstance(name, str) and name[:1] not in "RQSXADEFLPW"


#: list of a plan -> what one entry is called, and whether it exists
LISTS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "claims": ("rule", rules.__contains__),
    "tensions": ("tension", tensions.__contains__),
    "cases": ("case", _is_case),
    "concepts": ("concept", concepts.__contains__),
    "debates": ("debate", debates.__contains__),
}
KEYS = ("title", *LISTS, "bench")


def benches() -> tuple[str, ...]:
    """Return the names of the benches, in the order of their lessons."""
    from bor_widgets.charts.bench_names import bench_names

    return tuple(bench.name for bench in bench_names().values())


def plan_faults(path: Path) -> list[Fault]:
    """Return what is wrong with the plan of a lesson."""
    try:
        data = read_toml(path)
    except Unreadable as unreadable:
        return [unreadable.fault]
    faults = [
        Fault(path.name, key[:80], WORDS["key"].format(known=", ".join(KEYS)))
        for key in data
        if key not in KEYS
    ]
    try:
        text_check(LONGEST_TITLE)(data.get("title", ""))
    except ValueError as reason:
        given = bool(data.get("title"))
        faults.append(Fault(path.name, "title", str(reason) if given else WORDS["missing"]))
    for key, (kind, known) in LISTS.items():
        named = data.get(key, [])
        if not isinstance(named, list):
            faults.append(Fault(path.name, key, WORDS["list"].format(given=short(named))))
            continue
        faults += [
            Fault(path.name, f"{key}[{i}]", WORDS["id"].format(kind=kind, given=short(name)))
            for i, name in enumerate(named)
            if not isinstance(name, str) or not known(name)
        ]
    if not data.get("claims") and not data.get("tensions"):
        faults.append(Fault(path.name, "claims", WORDS["nothing"]))
    if "bench" in data and data["bench"] not in benches():
        told = WORDS["bench"].format(known=", ".join(benches()), given=short(data["bench"]))
        faults.append(Fault(path.name, "bench", told))
    if f"L{number_of(path)}" in lessons:
        faults.append(Fault(path.name, "", WORDS["ours"].format(number=number_of(path))))
    return faults


def read_plan(path: Path) -> tuple[Lesson, str]:
    """Read a plan as the record of a lesson, and the name of its bench ("" for none).

    Raises
    ------
    ValueError
        With the first fault.
    """
    faults = plan_faults(path)
    if faults:
        raise ValueError(str(faults[0]))
    data = read_toml(path)
    lists = {key: tuple(data.get(key, ())) for key in LISTS}
    return Lesson(id=f"L{number_of(path)}", title=data["title"], **lists), data.get("bench", "")


def bench_of(number: str, folder: Path) -> str:
    """Return the name of a lesson's bench, of the course's or of an instructor's; "" for none."""
    from bor_widgets.charts.bench_names import bench_names

    if named := bench_names().get(f"L{number}"):
        return named.name
    try:
        bench = read_toml(folder / FOLDER / f"{number}.toml").get("bench", "")
    except Unreadable:
        return ""
    return bench if bench in benches() else ""


def bench_refusal(bench: str, values: Mapping[str, Any]) -> str:
    """Say why a bench cannot be opened with these values; "" if it can."""
    from bor_widgets.charts.bench_names import bench_names
    from bor_widgets.charts.benches.text import bench_text

    slug = next(entry.slug for entry in bench_names().values() if entry.name == bench)
    try:
        bench_text(slug.replace("-", "_")).checked(values)
    except (TypeError, ValueError) as reason:
        return str(reason)
    return ""
