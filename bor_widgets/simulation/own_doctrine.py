"""A doctrine of a student's own: a small function, asked once for each question there is.

The function runs in a separate process with limits (see :mod:`.sandbox` on what these do and
do not do) and becomes a :class:`RuleTable`; a world then runs at full speed and never meets
the function again. It is asked in two processes, forwards and backwards: one whose answers
differ decides by chance, or by what it was asked before, and is no rule.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bor_widgets.simulation.doctrines import QUESTIONS, TABLE_MOVES, RuleTable
from bor_widgets.simulation.sandbox import LIMITS, Limits, Report, question

#: longest text of a function, in letters
LONGEST_SOURCE = 50_000

#: limits that a sentence may name
_NUMBERS = ("computing", "waiting", "memory", "printed")

#: a function to begin from
EXAMPLE = """\
def doctrine(grade, tie, power, other):
    # grade: "none", "potential", "indirect" or "direct"
    # tie: "weak", "middling" or "strong"
    # power: "far weaker", "weaker" or "stronger" than the other
    # other: "revoked", "neither" or "holds back"
    if other == "revoked":
        return "breakup"
    if grade == "direct" and tie == "weak":
        return "hard balancing"
    return "compromise"
"""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "source": "a doctrine takes the text of a function, at most {most:,} letters; given was "
        "{given}",
        "no function": "it takes a function called doctrine(grade, tie, power, other); there was "
        "none",
        "computing": "takes at most {computing} s of computing for all questions; it took more",
        "waiting": "takes at most {waiting:g} s for all questions; it took longer",
        "memory": "takes at most {memory} MB of memory; it took more",
        "printed": "may print at most {printed:,} bytes; it printed more",
        "recursion": "may not call itself without end; it did",
        "left": "{wanted}; it ended the program instead",
        "died": "{wanted}; the process broke down instead (code {code})",
        "cancelled": "was stopped by you",
        "not started": "no separate process can be started here, which a function needs; a rule "
        "table works everywhere{text}",
        "raised": "{wanted}; it raised {kind}{text}",
        "input": "may not ask for input; it did",
        "processes": "may not start a process; it tried to",
        "threads": "may not start a thread; it tried to",
        "signals": "may not send a signal to a process; it tried to",
        "network": "may not use the network; it tried to",
        "libraries": "may not load a library of another language; it tried to",
        "limits": "may not change its own limits; it tried to",
        "files": "may not open or change a file; it tried to{given}",
        "move": "takes one of {moves}; given was {given}",
        "changes": "takes the same move whenever it is asked; given was first {first}, then {then}",
        "asked": "asked about {question}, {reason}",
        "read": "while its text was read, it {reason}",
        "a move": "takes a move",
        "a text": "takes a text that Python can run",
        "nothing": "None, which a function gives where no return is reached",
        "thing": "a value of the type {kind}",
        "line": "{reason} (line {line})",
        "question": "grade {grade}, tie {tie}, power {power}, other {other}",
    }
)


class DoctrineRefused(ValueError):
    """Why a student's own doctrine cannot be taken, in one sentence.

    Attributes
    ----------
    kind
        What was wrong, by the names of :class:`~.sandbox.Report`, or ``"source"``, ``"move"``,
        ``"changes"``.
    asked
        The question that it was at, or None.
    line
        The line of its text, or None.
    """

    def __init__(
        self, kind: str, reason: str, asked: int | None = None, line: int | None = None
    ) -> None:
        self.kind, self.line = kind, line
        self.asked = QUESTIONS[asked] if asked is not None else None
        if self.asked:
            names = dict(zip(("grade", "tie", "power", "other"), self.asked, strict=True))
            told = WORDS["question"].format(**names)
            reason = WORDS["asked"].format(question=told, reason=f"it {reason}")
        if line is not None:
            reason = WORDS["line"].format(reason=reason, line=line)
        super().__init__(one_line(reason))


def one_line(text: str, most: int = 600) -> str:
    """Return a text as one line that a terminal can show, whatever it holds."""
    shown = "".join(c if c.isprintable() else " " for c in text[: 4 * most])
    shown = " ".join(shown.split())
    return shown if len(shown) <= most else f"{shown[: most - 3]}..."


def table_from_function(
    name: str,
    source: str,
    limits: Limits = LIMITS,
    cancel: threading.Event | None = None,
) -> RuleTable:
    """Ask a student's function every question, and return its answers as a rule table.

    Parameters
    ----------
    name
        What the doctrine is to be called.
    source
        Python that defines ``doctrine(grade, tie, power, other)``, which returns a move.
    limits
        What it may take.
    cancel
        Stops it when it is set.

    Raises
    ------
    DoctrineRefused
        If it does anything but answer: one sentence says what, at which question, in which
        line, what is allowed and what was given.
    ValueError
        For a name that a rule table refuses.
    """
    RuleTable(name, ("none",) * len(QUESTIONS))  # a name that is none is refused first
    if not isinstance(source, str) or len(source) > LONGEST_SOURCE:
        given = f"{len(source):,} letters" if isinstance(source, str) else type(source).__name__
        raise DoctrineRefused("source", WORDS["source"].format(most=LONGEST_SOURCE, given=given))
    questions = list(enumerate(QUESTIONS))
    forwards = _moves(question(source, questions, limits, cancel), limits)
    backwards = _moves(question(source, questions[::-1], limits, cancel), limits)
    for place, _ in questions:
        first, then = forwards[place], backwards[place]
        if first != then:
            told = WORDS["changes"].format(first=first, then=then)
            raise DoctrineRefused("changes", told, place)
    return RuleTable(name, tuple(forwards[place] for place, _ in questions))


def _moves(report: Report, limits: Limits) -> dict[int, str]:
    """Return the moves that were answered, or say why there are none."""
    for place, answer in report.answers.items():
        if answer.get("move") not in TABLE_MOVES:
            told = WORDS["move"].format(moves=", ".join(TABLE_MOVES), given=_given(answer))
            raise DoctrineRefused("move", told, place)
    if report.end == "done" and len(report.answers) == len(QUESTIONS):
        return {place: answer["move"] for place, answer in report.answers.items()}
    raise DoctrineRefused(
        report.end if report.end != "done" else "died",
        _reason(report, limits),
        report.asked,
        report.line,
    )


def _given(answer: Mapping[str, str]) -> str:
    if "move" in answer:
        return repr(answer["move"][:60])
    if "other" in answer:
        return WORDS["nothing"] if answer["other"] == "None" else answer["other"][:60]
    return WORDS["thing"].format(kind=answer.get("kind", "")[:60])


def _reason(report: Report, limits: Limits) -> str:
    kind = report.end if report.end != "done" else "died"
    if kind == "refused" and report.said.get("what") in WORDS:
        kind = report.said["what"]
    at_a_question = report.asked is not None
    said: dict[str, Any] = {"code": 0, "kind": "", "text": "", **report.said}
    said["text"] = f": {said['text']}" if said["text"] else ""
    said["given"] = f": {said['given']}" if said.get("given") else ""
    said["wanted"] = WORDS["a move" if at_a_question else "a text"]
    reason = WORDS[kind].format(**{name: getattr(limits, name) for name in _NUMBERS}, **said)
    alone = ("no function", "not started", "cancelled")
    return reason if at_a_question or kind in alone else WORDS["read"].format(reason=reason)
