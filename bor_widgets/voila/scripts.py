"""Voila's scripts in one compressed piece instead of sixty.

Voila's front end comes in chunks that are fetched one by one, and only after Python has run
the whole page. A chunk does nothing but put its modules on a list; so those that every page
needs can stand in one file, be fetched while Python starts, and be found on the list when
they are asked for. A chunk that is missing here is fetched by itself, as ever.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler

CHUNKS = Path(__file__).with_name("chunks.toml")

KEEP_FOR_A_YEAR = "public, max-age=31536000, immutable"

#: How long the page waits for the state of its widgets, and for one widget, before it gives
#: up: upstream 4 and 2 seconds, after which parts of a large page stayed empty on a machine
#: that was busy. The file that is handed out holds more patience; nothing else is changed.
PATIENCE = (
    (rb'("Control comm did not respond in time"\)),4e3\)', rb"\1,12e4)"),
    (rb"(Date\.now\(\)-\w+)<2e3(;\)\{[^{}]*_models)", rb"\1<12e4\2"),
)


class Scripts:
    """The scripts that every page needs, as one file.

    Parameters
    ----------
    static_paths : sequence of str
        Folders of Voila's own scripts, the first that has a file wins.
    extension_paths : sequence of str
        Folders of JupyterLab's extensions, likewise.
    """

    def __init__(self, static_paths: Sequence[str], extension_paths: Sequence[str]) -> None:
        self._files = list(find(static_paths, extension_paths))
        self._lock = threading.Lock()
        self._compressed: bytes | None = None
        #: Changes with every version of any of the scripts.
        self.tag = digest(self._files)

    def plain(self) -> bytes:
        """Return the text of the one file."""
        *chunks, start = [patient(path.read_bytes()) for path in self._files]
        # Each in a function of its own: one chunk's strictness must not rule the next.
        wrapped = b"".join(b"(function(){" + chunk + b"\n})();\n" for chunk in chunks)
        return wrapped + b";" + start

    def compressed(self) -> bytes:
        """Return the same compressed; made once."""
        with self._lock:
            if self._compressed is None:
                self._compressed = gzip.compress(self.plain(), compresslevel=6, mtime=0)
            return self._compressed


class ScriptsHandler(RequestHandler):
    """Hands out the one file."""

    def initialize(self, scripts: Scripts) -> None:
        """Keep what is to be handed out."""
        self.scripts = scripts

    async def get(self, name: str) -> None:
        """Answer with the scripts, compressed when the browser can read that."""
        if name != f"{self.scripts.tag}.js":
            raise HTTPError(404)
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", KEEP_FOR_A_YEAR)
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.write(await IOLoop.current().run_in_executor(None, self.scripts.compressed))
        else:
            self.write(self.scripts.plain())


def patient(script: bytes) -> bytes:
    """Return a script that waits longer where it would give up too soon."""
    for given, instead in PATIENCE:
        script = re.sub(given, instead, script)
    return script


def find(static_paths: Sequence[str], extension_paths: Sequence[str]) -> Iterator[Path]:
    """Find the files to be joined, Voila's own start last."""
    chunks = tomllib.loads(CHUNKS.read_text(encoding="utf-8"))
    for extension, numbers in chunks["extensions"].items():
        folder = first(extension_paths, f"{extension}/static")
        if folder:
            for number in numbers:
                yield from sorted(folder.glob(f"{number}.*.js"))
    for number in chunks["voila"]:
        chunk = first(static_paths, f"{number}.voila.js")
        if chunk:
            yield chunk
    start = first(static_paths, "voila.js")
    if start is None:
        raise FileNotFoundError("Voila is not installed completely: its voila.js is missing.")
    yield start


def first(folders: Sequence[str], name: str) -> Path | None:
    """Return the first of the folders' files of this name, if any."""
    return next((path for path in (Path(f) / name for f in folders) if path.exists()), None)


def digest(files: Sequence[Path]) -> str:
    """Return a short name for exactly these files in exactly this state."""
    parts = [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    parts += [repr(PATIENCE)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
