"""A file that a run adds to as it goes, so that it can be stopped at any moment and resumed.

It begins with a header that says what is run. Each finished task is a record behind it, with a
sum of its own: a record that was cut off when a program ended is dropped, and done again.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from bor_widgets.simulation.arrays import numpy_only as np
from bor_widgets.simulation.plan import Task

#: the first bytes of each checkpoint
MAGIC = b"bor run 1\n"

#: a header longer than this is none of ours
LONGEST_HEADER = 2**26

WORDS = {
    "foreign": "{name} is no checkpoint of a run, or its beginning is damaged: nothing was "
    "changed; name another file",
    "other": "{name} holds another run ({what} is not the same): nothing was changed; name "
    "another file, or remove it to begin anew",
    "version": "{name} was begun with {package} {old}, and here is {new}: its worlds could differ; "
    "nothing was changed; remove it to begin anew",
    "busy": "{name} is in use by another run: wait for it, or name another file",
    "unwritable": "{name} cannot be written: {reason}",
}

_SUM = 16
_TASK = struct.Struct("<QQQ")


@dataclass(slots=True)
class Checkpoint:
    """A checkpoint that is open.

    Attributes
    ----------
    path
        Where it is.
    shape
        (T, M): measurements and measures of each world.
    held
        What it held when it was opened: tasks and their values, each (count, T, M).
    """

    path: Path
    shape: tuple[int, int]
    held: list[tuple[Task, Any]] = field(default_factory=list)
    _file: BinaryIO | None = None
    _empty: bool = False

    @classmethod
    def open(cls, path: Path, header: Mapping[str, Any], shape: tuple[int, int]) -> Checkpoint:
        """Begin a checkpoint, or go on with one of the same run.

        Parameters
        ----------
        header
            What is run, as plain data; ``versions`` in it names packages and their versions.

        Raises
        ------
        ValueError
            If the file is no checkpoint, or one of another run; it is left as it was.
        OSError
            If it cannot be written.
        """
        given = json.dumps(header, sort_keys=True).encode("utf-8")
        checkpoint = cls(path, shape)
        try:
            file = path.open("a+b")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise OSError(WORDS["unwritable"].format(name=path.name, reason=reason)) from None
        checkpoint._file = file
        try:
            _lock(file, path)
            if file.seek(0, os.SEEK_END) == 0:
                file.write(MAGIC + len(given).to_bytes(8, "little") + given + _sum(given))
                file.flush()
                checkpoint._empty = True
            else:
                checkpoint._compare(json.loads(given), _read_header(file, path))
                checkpoint._read_records(file)
        except BaseException:
            file.close()
            raise
        return checkpoint

    def add(self, task: Task, values: Any) -> None:
        """Add what came of a task; it is in the file when this returns."""
        assert self._file is not None
        record = _record(task, values)
        self._empty = False
        self._file.write(record + _sum(record))
        self._file.flush()

    def close(self) -> None:
        """Close the file; one that was begun and holds nothing is not left behind."""
        if self._file is not None:
            if self._empty:
                with suppress(OSError):
                    self.path.unlink()
            self._file.close()
            self._file = None

    def __enter__(self) -> Checkpoint:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def _compare(self, wanted: dict[str, Any], found: dict[str, Any]) -> None:
        name = self.path.name
        versions = found.get("versions")
        for package, new in wanted["versions"].items():
            old = versions.get(package) if isinstance(versions, dict) else None
            if old != new:
                raise ValueError(
                    WORDS["version"].format(name=name, package=package, old=old, new=new)
                )
        for what in sorted(set(wanted) | set(found)):
            if wanted.get(what) != found.get(what):
                raise ValueError(WORDS["other"].format(name=name, what=f"{what!r:.60}"))

    def _read_records(self, file: BinaryIO) -> None:
        row = self.shape[0] * self.shape[1] * 8
        whole = file.tell()
        size = file.seek(0, os.SEEK_END)
        file.seek(whole)
        while head := file.read(_TASK.size):
            if len(head) < _TASK.size:
                break
            cell, first, count = _TASK.unpack(head)
            if count * row > size - file.tell() - _SUM:
                break
            body = file.read(count * row)
            if file.read(_SUM) != _sum(head + body):
                break
            values = np.frombuffer(body, "<f8").reshape(count, *self.shape)
            self.held.append((Task(cell, first, count), values))
            whole = file.tell()
        # what was cut off is dropped, so that the next record begins where the last one ends
        file.truncate(whole)
        file.seek(0, os.SEEK_END)


def header_of(path: Path) -> dict[str, Any]:
    """Return what a checkpoint says of its run.

    Raises
    ------
    ValueError
        If the file is no checkpoint.
    OSError
        If it cannot be read.
    """
    with path.open("rb") as file:
        return _read_header(file, path)


def _read_header(file: BinaryIO, path: Path) -> dict[str, Any]:
    file.seek(0)
    refusal = ValueError(WORDS["foreign"].format(name=path.name))
    if file.read(len(MAGIC)) != MAGIC:
        raise refusal
    length = int.from_bytes(file.read(8), "little")
    if length > LONGEST_HEADER:
        raise refusal
    text = file.read(length)
    if len(text) < length or file.read(_SUM) != _sum(text):
        raise refusal
    try:
        header = json.loads(text)
    except (ValueError, RecursionError):
        raise refusal from None
    if not isinstance(header, dict):
        raise refusal
    return header


def _record(task: Task, values: Any) -> bytes:
    body = np.ascontiguousarray(values, "<f8").tobytes()
    return _TASK.pack(task.cell, task.first, task.count) + body


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


def _lock(file: BinaryIO, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # this system has no such locks
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ValueError(WORDS["busy"].format(name=path.name)) from None
