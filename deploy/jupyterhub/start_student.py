"""The start of a student's server: lay out the lessons, then become the server.

It runs as the student, in the student's home. So nothing that a student puts there can lead a
program with more rights astray.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from lay_out_lessons import lay_out

#: in the student's home
FOLDER = "lessons"
JOURNAL = "my-journal.jsonl"


def main() -> None:
    """Lay out the lessons and start; a lesson that cannot be laid out keeps nobody out."""
    home = Path(os.environ["HOME"])
    os.chdir(home)
    try:
        lay_out(Path(os.environ["BOR_LESSONS"]), home / FOLDER)
    except OSError as reason:
        print(f"start_student: the lessons were not laid out: {reason}", file=sys.stderr)
    os.environ.setdefault("BOR_JOURNAL", str(home / JOURNAL))
    os.environ["JUPYTER_RUNTIME_DIR"] = short_folder(home)
    if os.geteuid() == 0:  # only where everybody is root: a try-out in a container
        sys.argv.append("--allow-root")
    # The checker of one kind of address, which nothing here has, reads a grammar when it is
    # imported: 1.4 of the 3.5 seconds of a start. Whoever looks for it does without.
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    from jupyterhub.singleuser import main as become_the_server

    become_the_server()


def short_folder(home: Path) -> str:
    """Return a folder of the student's own with a short name, for what runs at the moment.

    The server and its Pythons speak through files, and the system allows such a file 107
    characters: in a home with a long name there would be no Python at all.
    """
    mark = hashlib.sha256(str(home).encode()).hexdigest()[:10]
    folder = Path(tempfile.gettempdir()) / f"bor-{os.geteuid()}-{mark}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    # Everybody may write here: a folder that somebody else has laid under this name is not used.
    found = folder.lstat()
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    if mine and not found.st_mode & 0o077:
        return str(folder)
    return tempfile.mkdtemp(prefix="bor-")


if __name__ == "__main__":
    main()
