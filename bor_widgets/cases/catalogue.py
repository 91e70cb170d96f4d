"""All cases, found by slug or id."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import as_file, files
from pathlib import Path

from bor_widgets.cases.faults import Fault, RecordError, short
from bor_widgets.cases.reading import read_case
from bor_widgets.cases.record import Case
from bor_widgets.sources import lessons, sources

#: a folder of an instructor's own cases, which then appear in every picker
FOLDER_VARIABLE = "BOR_CASES"

#: no slug is longer, so a longer key is not looked for on disk
LONGEST_SLUG = 120


def records_folder() -> Path:
    """Return the folder of the package's own records."""
    with as_file(files("bor_widgets.cases").joinpath("records")) as folder:
        return folder


class Cases(Mapping[str, Case]):
    """The cases by slug, in the order of the papers; an id finds them too.

    A record is read when it is asked for. Cases from the folder named by BOR_CASES come
    last and are marked as theirs; a faulty one of them is left out and told in ``faults``.

    Examples
    --------
    >>> cases["C25"].slug
    'iraq-2003-united-states'
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._cases: dict[str, Case] | None = None
        self._read: dict[str, Case] = {}
        self.faults: list[Fault] = []

    def _own(self) -> Path:
        return self._folder or records_folder()

    def _all(self) -> dict[str, Case]:
        if self._cases is None:
            own = [self._one(path) for path in sorted(self._own().glob("*.toml"))]
            own.sort(
                key=lambda case: (case.id[0], int(case.id.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")))
            )
            found = {case.slug: case for case in own}
            taken = {case.id for case in own}
            for case in self._theirs():
                reason = ""
                if case.slug in found or case.id in taken:
                    reason = f"{case.id} or {case.slug} is taken by another case"
                elif case.id in sources:
                    # a link to it would open the other record
                    reason = f"{case.id} is the id of another record of the papers"
                if reason:
                    self.faults.append(Fault(f"{case.slug}.toml", "id", reason))
                    continue
                found[case.slug] = case
                taken.add(case.id)
            self._cases = found
        return self._cases

    @property
    def theirs(self) -> tuple[Case, ...]:
        """The instructor's cases; empty, and answered at once, where no folder is named."""
        if not os.environ.get(FOLDER_VARIABLE) and self._cases is None:
            return ()
        return tuple(case for case in self._all().values() if case.theirs)

    def of_lesson(self, lesson: str) -> tuple[Case, ...]:
        """Return the cases that a lesson lists: the course's own, then the instructor's.

        An instructor's case that names no lesson belongs to each of them.

        Parameters
        ----------
        lesson
            Id of a lesson, for instance ``"L03"``.

        Raises
        ------
        KeyError
            For an unknown lesson.
        """
        own = tuple(case for case in self._all().values() if case.id in lessons[lesson].cases)
        named = (c for c in self.theirs if not c.taught_in or lesson in c.taught_in)
        return (*own, *(case for case in named if case not in own))

    def _one(self, path: Path) -> Case:
        if path.stem not in self._read:
            self._read[path.stem] = read_case(path)
        return self._read[path.stem]

    def _theirs(self) -> Iterator[Case]:
        folder = os.environ.get(FOLDER_VARIABLE)
        if not folder:
            return
        if not Path(folder).is_dir():
            self.faults.append(
                Fault(folder, "", f"{FOLDER_VARIABLE} names a folder that does not exist")
            )
            return
        for path in sorted(Path(folder).glob("*.toml")):
            try:
                yield read_case(path, theirs=True)
            except RecordError as error:
                self.faults += error.faults

    def __getitem__(self, key: str) -> Case:
        if not isinstance(key, str):
            raise KeyError(f"a case has a slug or an id, not {key!r}")
        # the common way: by slug, without reading the other records
        path = self._own() / f"{key}.toml"
        plain = len(key) <= LONGEST_SLUG and key.replace("-", "").isalnum()
        if key in self._read or (plain and path.is_file()):
            return self._one(path)
        every = self._all()
        if key in every:
            return every[key]
        for case in every.values():
            if case.id == key:
                return case
        near = get_close_matches(key.lower()[:LONGEST_SLUG], every, n=3, cutoff=0.4)
        hint = f"; the nearest are {', '.join(near)}" if near else ""
        raise KeyError(f"no case has the slug or id {short(key)}{hint}")

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __repr__(self) -> str:
        return f"<{len(self)} cases>"


cases = Cases()
