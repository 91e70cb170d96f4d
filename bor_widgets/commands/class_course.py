"""Which course a class had: the one at hand, or the one in a folder that is named."""

from __future__ import annotations

from pathlib import Path

from bor_widgets.commands.case_dialogue import Stopped
from bor_widgets.commands.case_files import short_path
from bor_widgets.course.class_course import Course, course_in
from bor_widgets.course.folder import lessons_folder

WORDS = {
    "no_folder": "--lessons: there is no folder {path}.",
    "nothing": "There are no lessons with questions in {path}; name their folder with --lessons.",
}


def course_of(named: Path | None) -> Course:
    """Read the course in a folder; the one at hand where none is named.

    Raises
    ------
    Stopped
        If there is no such folder, or it holds no lesson that asks anything.
    """
    try:
        if named is not None and not named.is_dir():
            raise Stopped(WORDS["no_folder"].format(path=short_path(named)))
        folder = named or lessons_folder()
    except FileNotFoundError as error:
        raise Stopped(f"{error}.") from None
    except (OSError, ValueError):
        raise Stopped(WORDS["no_folder"].format(path=short_path(named or Path()))) from None
    course = course_in(folder)
    if not course.lessons:
        raise Stopped(WORDS["nothing"].format(path=short_path(folder)))
    return course
