"""Results as Parquet files: a table, and in its header everything that it takes to run it again."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from bor_widgets.simulation.versions import own_version

#: what our entries in the header of a file begin with
PREFIX = "bor_widgets."

#: what each file tells of itself, whatever it holds
TOLD = ("kind", "version", "config", "about")

WORDS = {
    "missing": "the package pyarrow is not installed: `make worlds` brings it, and so does "
    '`pip install "bor-widgets[worlds]"`',
    "foreign": "{name} is no file of results, or it is damaged: nothing was read",
    "kind": "{name} holds {given}, and here {kind} is read",
    "none": "there is no file {name}",
    "unreadable": "{name} cannot be read: {reason}",
    "unwritable": "{name} cannot be written: {reason}",
}


def write_results(
    path: str | Path,
    kind: str,
    config: str,
    about: Mapping[str, Any],
    columns: Mapping[str, Any],
) -> Path:
    """Write a file of results; it is there as a whole or not at all.

    Parameters
    ----------
    path
        Where; a file that is there already is replaced, once the new one is complete.
    kind
        What it holds.
    config
        The configuration, as JSON.
    about
        What was run and how, as plain data.
    columns
        The table: arrays of one length, by name.

    Raises
    ------
    ModuleNotFoundError
        If pyarrow is not installed; the sentence says what brings it.
    OSError
        If the file cannot be written; what was there stays.
    """
    arrow, parquet = needs_arrow()
    path = Path(path)
    told = {
        "kind": kind,
        "version": own_version(),
        "config": config,
        "about": json.dumps(about, sort_keys=True),
    }
    told["sum"] = _sum(told)
    table = arrow.table({name: arrow.array(column) for name, column in columns.items()})
    table = table.replace_schema_metadata({PREFIX + key: text for key, text in told.items()})
    begun = None
    try:
        handle, begun = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            parquet.write_table(table, file, compression="zstd", write_page_checksum=True)
            file.flush()
            os.fsync(file.fileno())
        # a temporary file is the writer's alone; results are for others too
        umask = os.umask(0)
        os.umask(umask)
        Path(begun).chmod(0o666 & ~umask)
        Path(begun).replace(path)
    except BaseException as error:
        if begun is not None:
            with suppress(OSError):
                Path(begun).unlink()
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            raise OSError(WORDS["unwritable"].format(name=path.name, reason=reason)) from None
        raise
    return path


def read_results(path: str | Path, kind: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Read a file of results.

    Returns
    -------
    The configuration as JSON, what was run and how, and the columns of the table.

    Raises
    ------
    ModuleNotFoundError
        If pyarrow is not installed; the sentence says what brings it.
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is no file of ours, damaged, or holds something of another kind.
    """
    arrow, parquet = needs_arrow()
    path = Path(path)
    foreign = ValueError(WORDS["foreign"].format(name=path.name))
    try:
        with path.open("rb") as file:
            reader = parquet.ParquetFile(file, page_checksum_verification=True)
            told = _told(reader.schema_arrow.metadata or {})
            table = reader.read() if told is not None else None
    except FileNotFoundError:
        raise FileNotFoundError(WORDS["none"].format(name=path.name)) from None
    except (arrow.ArrowException, UnicodeDecodeError):
        raise foreign from None
    except OSError as error:
        if error.errno is None:  # Arrow tells of damage in this way too
            raise foreign from None
        reason = error.strerror or type(error).__name__
        raise OSError(WORDS["unreadable"].format(name=path.name, reason=reason)) from None
    if told is None or table is None:
        raise foreign
    if told["kind"] != kind:
        raise ValueError(WORDS["kind"].format(name=path.name, given=told["kind"], kind=kind))
    names = table.schema.names
    columns = {name: table.column(name).to_numpy() for name in names}
    return told["config"], json.loads(told["about"]), columns


def _told(header: Mapping[bytes, bytes]) -> dict[str, str] | None:
    """Return what a header tells, if it is one of ours and nothing in it was changed."""
    told = {}
    for key in (*TOLD, "sum"):
        text = header.get((PREFIX + key).encode())
        if text is None:
            return None
        told[key] = text.decode("utf-8")
    return told if told.pop("sum") == _sum(told) else None


def _sum(told: Mapping[str, str]) -> str:
    text = json.dumps({key: told[key] for key in TOLD}, sort_keys=True)
    return sha256(text.encode("utf-8")).hexdigest()


def needs_arrow() -> tuple[Any, Any]:
    """Return what writes and reads Parquet.

    Raises
    ------
    ModuleNotFoundError
        If pyarrow is not installed; the sentence says what brings it.
    """
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise ModuleNotFoundError(WORDS["missing"]) from None
