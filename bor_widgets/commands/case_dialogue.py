"""Questions in the terminal: one at a time, checked at once, and asked again in one sentence."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NOT_WRITTEN = "Nothing was written."

WORDS = {
    "needed": "needed",
    "optional": "press Enter to leave it out",
    "default": "press Enter for {default}",
    "again": "press Enter when there are no more",
    "empty": "This answer is needed: {allowed}.",
    "ended": "The input ended before all questions were answered; nothing was written.",
    "unread": "What was typed is not text in UTF-8; nothing was written.",
    "missing_one": "{options} is missing: give it as an option; nothing was written.",
    "missing_more": "{options} are missing: give them as options; nothing was written.",
    "yes": ("y", "yes"),
    "no": ("n", "no"),
    "yes_or_no": "Please answer yes or no.",
}


class Refused(ValueError):
    """An answer that cannot be taken; the message is one sentence for whoever gave it."""


class Stopped(Exception):
    """Why a command ends with nothing written, in one sentence."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, which is also an option of the command.

    Attributes
    ----------
    name
        Name of the answer; the option is the same with dashes.
    ask
        The question in plain words.
    allowed
        What may be answered, as the end of a sentence.
    check
        Turns what was typed into the answer.

        It raises :class:`Refused` with one sentence for what cannot be taken.
    needed
        Whether there is no record without it.
    many
        Whether there may be several answers, one after the other.
    commas
        Whether several answers may also stand in one line, with commas between them.
    """

    name: str
    ask: str
    allowed: str
    check: Callable[[str], Any]
    needed: bool = False
    many: bool = False
    commas: bool = False

    @property
    def option(self) -> str:
        """The option that answers it."""
        return f"--{self.name.replace('_', '-')}"

    def read(self, text: str) -> list[Any]:
        """Check what was typed, which may hold several answers.

        Raises
        ------
        Refused
            For the first that cannot be taken.
        """
        parts = [part for part in text.split(",") if part.strip()] if self.commas else [text]
        return [self.check(part) for part in parts or [text]]


def say(text: str = "", *, error: bool = False) -> None:
    """Print a line, whatever letters the terminal knows."""
    stream = sys.stderr if error else sys.stdout
    try:
        print(text, file=stream)
    except UnicodeEncodeError:
        known = getattr(stream, "encoding", None) or "ascii"
        print(text.encode(known, "backslashreplace").decode(known), file=stream)


def typed(prompt: str) -> str:
    """Read one line from the keyboard, without blanks around it.

    Raises
    ------
    Stopped
        If the input has ended, or is no text.
    """
    # `input` writes its prompt in the terminal's own letters, and fails where it has none
    with contextlib.suppress(UnicodeEncodeError):
        print(prompt, end="", flush=True)
    try:
        return input().strip()
    except EOFError:
        say()
        raise Stopped(WORDS["ended"]) from None
    except UnicodeDecodeError:
        say()
        raise Stopped(WORDS["unread"]) from None


def yes(question: str) -> bool:
    """Ask for yes or no until one of them is given; Enter is yes."""
    while True:
        answer = typed(f"{question} [yes/no] ").lower()
        if not answer or answer in WORDS["yes"]:
            return True
        if answer in WORDS["no"]:
            return False
        say(str(WORDS["yes_or_no"]))


def answered(question: Question, given: Iterable[str]) -> Any:
    """Check what was given as an option.

    Raises
    ------
    Stopped
        With the option's name and the sentence of the check.
    """
    checked: list[Any] = []
    for text in given:
        try:
            checked += question.read(text)
        except Refused as reason:
            raise Stopped(f"{question.option}: {reason}") from None
    if question.many:
        return list(dict.fromkeys(checked))
    return checked[-1] if checked else None


def asked(question: Question, default: str = "") -> Any:
    """Ask until the answer can be taken.

    Parameters
    ----------
    question
        What is asked.
    default
        What Enter stands for; "" leaves the answer out.
    """
    if default:
        hint = str(WORDS["default"]).format(default=default)
    else:
        hint = str(WORDS["needed"] if question.needed else WORDS["optional"])
    say(f"\n{question.ask}")
    say(f"  ({question.allowed}; {hint})")
    if not question.many:
        found = _line(question, default, needed=question.needed)
        return found[0] if found else None
    found = _line(question, default, needed=question.needed)
    several = list(found)
    while found:
        say(f"  ({WORDS['again']})")
        found = _line(question, "", needed=False)
        several += found
    return list(dict.fromkeys(several))


def _line(question: Question, default: str, *, needed: bool) -> list[Any]:
    """Read lines until one can be taken; none for an answer that is left out."""
    while True:
        text = typed("> ") or default
        if not text and not needed:
            return []
        try:
            if not text:
                raise Refused(str(WORDS["empty"]).format(allowed=question.allowed))
            return question.read(text)
        except Refused as reason:
            say(f"  {reason}")


def complete(questions: Iterable[Question], given: Mapping[str, Any]) -> None:
    """Refuse to go on without an answer that is needed.

    Raises
    ------
    Stopped
        In one sentence that names the options of all that is missing.
    """
    lacking = [q.option for q in questions if q.needed and given.get(q.name) in (None, "", [])]
    if lacking:
        kind = "missing_one" if len(lacking) == 1 else "missing_more"
        raise Stopped(str(WORDS[kind]).format(options=", ".join(lacking)))


def all_or_nothing(command: str, write: Callable[[], int]) -> int:
    """Run what asks and then writes; where it stops, say that nothing was written, and why.

    Parameters
    ----------
    command
        What was typed, for instance ``"bor case new"``.
    write
        Asks and writes; returns the exit code.
    """
    try:
        return write()
    except Stopped as reason:
        say(f"{command}: {reason}", error=True)
        return 1
    except KeyboardInterrupt:
        say(f"\n{NOT_WRITTEN}", error=True)
        return 130
