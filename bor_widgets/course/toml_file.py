"""Reading a file of the course: every way in which that can fail is one sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

#: a file larger than this is refused: no lesson needs it
LARGEST_FILE = 200_000


def read_toml_file(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises
    ------
    ValueError
        If it cannot be read; the message names the file and says why.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError(f"{path.name}: the file is larger than {LARGEST_FILE} bytes")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ValueError(f"{path.name}: the file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path.name}: the file is not UTF-8 text") from None
    return parse_toml(text, path.name)


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Return what a text in TOML holds.

    Raises
    ------
    ValueError
        If it is none; the message begins with ``name``.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: not valid TOML ({error})") from None
    except RecursionError:
        raise ValueError(f"{name}: nested too deeply") from None
