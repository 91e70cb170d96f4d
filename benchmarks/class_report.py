"""How long a report on a large class takes, beside the bare reading of the same files."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: journals of the class that is measured
STUDENTS = 1_000

REPETITIONS = 3


@dataclass(frozen=True)
class ReportCost:
    """What a report costs.

    Parameters
    ----------
    seconds : float
        Median by the clock of reading, counting and making page and tables.
    processor : float
        Median of what this program alone has used of a processor for it.
    plain : float
        The same for turning the same lines into JSON, one by one, and nothing else.
    entries : float
        Mean number of entries in a journal.
    """

    seconds: float
    processor: float
    plain: float
    entries: float

    @property
    def ratio(self) -> float:
        """How many times the bare reading the report takes, other programs left aside."""
        return self.processor / self.plain


def measure(students: int = STUDENTS, repetitions: int = REPETITIONS) -> ReportCost:
    """Measure a made-up class whose students have done everything.

    Both ways are timed in turn, so that a busy machine does not favour one.
    """
    from bor_widgets.charts.class_page import Handling, class_page
    from bor_widgets.course.class_course import course_in
    from bor_widgets.course.class_figures import class_figures
    from bor_widgets.course.class_files import ClassFiles
    from bor_widgets.course.class_tables import class_tables
    from bor_widgets.course.folder import lessons_folder
    from bor_widgets.course.made_up import made_up_class

    course = course_in(lessons_folder())
    with tempfile.TemporaryDirectory() as name:
        folder, lines = Path(name), 0
        for file, text in made_up_class(course, students, seed=1, full=True):
            (folder / file).write_text(text, encoding="utf-8")
            lines += text.count("\n")

        def report() -> None:
            files = ClassFiles(folder)
            figures = class_figures(files.journals(), course)
            class_page(figures, Handling("A class", found=files.found))
            class_tables(figures)

        def plain() -> None:
            for path in folder.iterdir():
                for line in path.read_text(encoding="utf-8").splitlines():
                    json.loads(line)

        full, bare = [], []
        for _ in range(repetitions):
            bare.append(timed(plain))
            full.append(timed(report))
    return ReportCost(
        statistics.median(clock for clock, _ in full),
        statistics.median(used for _, used in full),
        statistics.median(used for _, used in bare),
        lines / students - 1,
    )


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds that something takes, by the clock and of a processor."""
    clock, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - used
