"""Which arrays worlds are made of: NumPy's where it is installed, and plain ones elsewhere.

Modules that one world needs take ``np``. Those of many worlds (batches, sweeps, sensitivity,
tournaments) take ``numpy_only``: without NumPy their first use of it says where they run.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Never

__all__ = [
    "MOST_PLAIN_STATES",
    "PLAIN",
    "check_many",
    "check_path",
    "check_states",
    "np",
    "numpy_only",
]

#: most states of a world on plain arrays (our scale): played and drawn, a round of so many takes
#: some 0.3 s, and in a browser some three times as long
MOST_PLAIN_STATES = 80

WORDS = {
    "numpy": (
        "{what} needs NumPy, which is not installed here: it runs only where NumPy is installed, "
        "in JupyterLab, on Binder or on a server"
    ),
    "many": "A run of many worlds",
    "states": (
        "states takes at most {most} where NumPy is not installed, as in a browser without a "
        "server; given was {given}, and larger worlds run in JupyterLab, on Binder or on a server"
    ),
    "compiled": "The compiled path",
    "switch": "BOR_ARRAYS takes plain, or nothing for the usual arrays; given was {given!r:.60}",
}


def _plain() -> bool:
    """Whether arrays are plain: where NumPy is missing, or where a test asks for it."""
    asked = os.environ.get("BOR_ARRAYS", "")
    if asked not in ("", "plain"):
        raise ValueError(WORDS["switch"].format(given=asked))
    return asked == "plain" or _missing()


def _missing() -> bool:
    try:
        return find_spec("numpy") is None
    except (ImportError, ValueError):  # whoever keeps it out may also refuse to look for it
        return True


#: whether arrays are plain; read once
PLAIN = _plain()


def _refusal() -> ModuleNotFoundError:
    return ModuleNotFoundError(WORDS["numpy"].format(what=WORDS["many"]), name="numpy")


class _Elsewhere:
    """Stands where NumPy would; says in one sentence that it is needed."""

    def __getattr__(self, name: str) -> Never:
        if name.startswith("__") and name != "__version__":  # asked by tools that look around
            raise AttributeError(name)
        raise _refusal()


if TYPE_CHECKING:
    import numpy as np

    numpy_only = np
elif PLAIN:
    from bor_widgets.simulation import plain as np

    numpy_only = _Elsewhere()
else:
    import numpy as np

    numpy_only = np


def check_many() -> None:
    """Refuse a run of many worlds on plain arrays, before anything is played.

    Raises
    ------
    ModuleNotFoundError
        The sentence says that NumPy is needed, and where it is.
    """
    if PLAIN:
        raise _refusal()


def check_path(path: str) -> None:
    """Refuse the compiled path on plain arrays.

    Raises
    ------
    ValueError
        The sentence says what it needs.
    """
    if PLAIN and path == "compiled":
        raise ValueError(WORDS["numpy"].format(what=WORDS["compiled"]))


def check_states(states: int) -> None:
    """Refuse a world that is too large for plain arrays.

    Raises
    ------
    ValueError
        The sentence says how many it takes, and where larger worlds run.
    """
    if PLAIN and states > MOST_PLAIN_STATES:
        raise ValueError(WORDS["states"].format(most=MOST_PLAIN_STATES, given=states))
