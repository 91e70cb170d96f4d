"""TournamentCode: a doctrine of one's own as a small Python function, tried with limits.

The function runs in a process of its own with limits on time, memory and output (see
:mod:`bor_widgets.simulation.sandbox`). That protects the page and its kernel from accidents: a
loop without end, memory without end, endless printing, a crash. It does not protect the machine
from somebody who means harm: the process belongs to the same user. Where a page is served to
people who are not trusted, ``BOR_OWN_CODE=off`` switches the functions off; rule tables, which
hold no code, stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import traitlets

from bor_widgets.simulation.doctrines import TABLE_MOVES, RuleTable
from bor_widgets.simulation.entries import Entry, own
from bor_widgets.simulation.own_doctrine import EXAMPLE, LONGEST_SOURCE, table_from_function
from bor_widgets.widgets import lab_extra, panel
from bor_widgets.widgets.lab_work import LabWork

WORDS = {
    "label": "A function of your own",
    "hint": "A few lines of Python. It is asked once for each of 108 situations, in a process of "
    "its own with limits on time and memory, and becomes a rule table.",
    "moves": "It returns one of: {moves}.",
    "name": "Name",
    "source": "doctrine(grade, tie, power, other)",
    "keys": "Tab leaves the field; indent with spaces.",
    "example": "Put the example back",
    "join": "Try it and let it take part",
    "stop": "Stop trying",
    "busy": "It is being asked 108 questions, twice…",
    "joined": "“{name}” answered all questions and takes part.",
    "refused": "“{name}” cannot take part: {reason}.",
    "stopped": "Stopped.",
}


class TournamentCode(panel.Panel):
    """A text area for a function, and why it is refused if it is.

    Parameters
    ----------
    join
        Takes the entry; raises ValueError if it cannot take part.

    Attributes
    ----------
    source, name
        The text, and what it is called; two-way, and never changed by a refusal.
    busy
        Whether it is being asked just now.
    problem, told
        Why it is refused, in one sentence; what was done.
    line
        The line of the text that the refusal names; 0 for none.
    off
        Why functions cannot be tried here; "" where they can.

    Messages
    --------
    ``join`` (with ``source`` and ``name``), ``stop``.
    """

    _esm: ClassVar[Any] = panel.script("tournament_code")
    _css: ClassVar[Any] = panel.style("tournament_code")

    name = traitlets.Unicode("My function").tag(sync=True)
    source = traitlets.Unicode(EXAMPLE).tag(sync=True)
    example = traitlets.Unicode(EXAMPLE).tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    line = traitlets.Int(0).tag(sync=True)
    told = traitlets.Unicode("").tag(sync=True)
    off = traitlets.Unicode("").tag(sync=True)
    words = traitlets.Dict(
        {**WORDS, "moves": WORDS["moves"].format(moves=", ".join(f"“{m}”" for m in TABLE_MOVES))}
    ).tag(sync=True)

    def __init__(self, join: Callable[[Entry], None]) -> None:
        self._join = join
        self.work = LabWork()
        super().__init__(off="" if lab_extra.own_code() else lab_extra.WORDS["own_code"])

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        if message["kind"] == "stop":
            return bool(self.busy)
        texts = (message.get("source"), message.get("name"))
        return (
            message["kind"] == "join" and not self.busy and all(isinstance(t, str) for t in texts)
        )

    def respond(self, message: dict[str, Any]) -> None:
        """Try the function beside the page, or stop trying."""
        if message["kind"] == "stop":
            self.work.cancel()
            return
        if not lab_extra.own_code():  # whatever the page shows, nothing is run
            self.off = lab_extra.WORDS["own_code"]
            return
        name, source = message["name"].strip(), message["source"]
        with self.hold_sync():
            self.name, self.source = message["name"], source[: LONGEST_SOURCE + 1]
            self.problem, self.told, self.line, self.busy = "", "", 0, True

        def ended(table: RuleTable | None, failed: BaseException | None) -> None:
            with self.hold_sync():
                self.busy = False
                try:
                    if failed is not None:
                        raise failed
                    assert table is not None
                    self._join(own(table))
                    self.told = WORDS["joined"].format(name=name)
                except ValueError as error:
                    if self.work.stopped:
                        self.told = WORDS["stopped"]
                        return
                    self.line = getattr(error, "line", None) or 0
                    self.problem = WORDS["refused"].format(
                        name=name[:80], reason=str(error).rstrip(".")
                    )

        self.work.start(lambda stop: table_from_function(name, source, cancel=stop), ended)
