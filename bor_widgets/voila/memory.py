"""Inside a page's Python: hold to the memory that was given, and end in good order beyond it.

Loaded as an extension of IPython, before anything of the page runs. A request for more memory
than is allowed fails in the middle of somebody's move; what is left may be half done. So the
Python leaves a mark for the server, which tells the page why, and ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bor_widgets.voila.fork_server import MEMORY_VARIABLE

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

#: What is added to the name of the connection file to mark a Python that wanted too much.
MARK = ".memory"


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Set the limit, and watch for what runs into it."""
    most = given()
    if not most:
        return
    limit(most)
    mark = mark_of_this_python()
    told = shell.showtraceback

    def showtraceback(*arguments: Any, **named: Any) -> None:
        if isinstance(sys.exc_info()[1], MemoryError):
            end(mark)
        told(*arguments, **named)

    # Cells and widgets alike bring their faults here.
    shell.showtraceback = showtraceback  # type: ignore[method-assign]
    told_in_thread = threading.excepthook

    def in_thread(fault: threading.ExceptHookArgs) -> None:
        if issubclass(fault.exc_type, MemoryError):
            end(mark)
        told_in_thread(fault)

    threading.excepthook = in_thread


def given() -> int:
    """Return how many megabytes were given; 0 stands for no limit."""
    text = os.environ.get(MEMORY_VARIABLE, "")
    return int(text) if text.isdigit() else 0


def limit(megabytes: int) -> None:
    """Have the system refuse more than that, where it can (Linux)."""
    if sys.platform != "linux":
        return
    import resource

    most = megabytes << 20
    with contextlib.suppress(ValueError, OSError):  # held to less already
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def mark_of_this_python() -> Path | None:
    """Return where the server looks for this Python's mark."""
    from ipykernel.kernelapp import IPKernelApp

    if not IPKernelApp.initialized():
        return None
    return marked(Path(IPKernelApp.instance().abs_connection_file))


def marked(connection_file: Path) -> Path:
    """Return the mark that belongs to a connection file."""
    return connection_file.with_name(connection_file.name + MARK)


def end(mark: Path | None) -> NoReturn:
    """Leave the mark and end at once: nothing can be relied on any more."""
    if mark is not None:
        with contextlib.suppress(OSError):
            mark.touch()
    os._exit(1)
