"""What `bor case new` asks, and how each answer is checked by the rules of a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from bor_widgets.cases.fields import LONGEST_LABEL, LONGEST_TEXT, Reader
from bor_widgets.cases.record import ACTIONS, QUALITIES
from bor_widgets.commands.case_dialogue import Question, Refused
from bor_widgets.sources import lessons, papers, rules, tensions

#: letters of a file's name that is made from a title
LONGEST_NAME = 60

#: name of the answer -> the question, and what may be answered
ASK = {
    "title": ("What is the case called?", "a few words, as they stand in a list"),
    "years": ("When was it?", "for instance 2003, or 1991–1999, or since 2011"),
    "actor": ("Who has to decide?", "a state, an organisation or a group"),
    "counterpart": ("Whom does it face?", "a state, an organisation or a group"),
    "third": ("Who else takes part?", "one name"),
    "tie": ("How do the two stand to each other?", ", ".join(QUALITIES)),
    "setting": (
        "What does the actor face? Students predict from this: do not tell what was done.",
        "a few sentences",
    ),
    "done": ("What was done? Students see it after they predicted.", "a few sentences"),
    "reading": ("How do you read it? It is shown with what was done.", "a few sentences"),
    "observed": (
        "Which action of the three principles does it come nearest to, in your view?",
        ", ".join(ACTIONS),
    ),
    "observed_why": ("Why this action?", "a sentence"),
    "paper": ("Does one of the three papers tell of this case?", "P0, P1 or P2"),
    "place": ("Where does the paper tell of it?", "lines such as P0 L395-403"),
    "rule": ("Which rule explains what was done?", "an id such as R01; `bor rules` lists them"),
    "tension": ("Which contradiction of the papers does it show?", "an id such as E01"),
    "open": ("Which question do you leave to the students?", "a question"),
    "note": ("What should a reader know about it, or where do you have it from?", "a sentence"),
    "country": ("Which country on the map?", "a code of three letters such as USA or VNM"),
    "lesson": ("To which lesson does it belong? Without one, to all.", "an id such as L03"),
    "slug": ("What is the file called?", "small letters, digits and dashes"),
}

WORDS = {
    "it": "It {reason}.",
    "blank": "It holds nothing but blanks.",
    "one_of": "It takes one of {known}; given was {given}.",
    "unknown": "There is no {kind} {given}; {known}.",
    "near": "the nearest are {near}",
    "none": "`bor rules` lists the rules",
    "country": "It takes a code of three letters such as USA; given was {given}.",
    "slug": "It takes small letters, digits and dashes, at most {most}; given was {given}.",
    "year": "It takes a year from 0 to 2100; given was {given}.",
}


def shown(text: str) -> str:
    """Repeat in a sentence what was given, in one line and not too long."""
    return ascii(text) if len(text) <= 60 and not text.isprintable() else repr(text[:60])


def text_check(longest: int) -> Callable[[str], str]:
    """Return a check by which a record takes a plain text."""

    def check(text: str) -> str:
        read = Reader("")
        kept = read.text({"": text}, "", "", longest)
        if read.faults:
            # the fault as a sentence of its own, without a file or a key before it
            raise Refused(WORDS["it"].format(reason=read.faults[0].reason))
        if not kept:
            raise Refused(WORDS["blank"])
        return kept

    return check


def one_of(known: Collection[str]) -> Callable[[str], str]:
    """Return a check for one of a few words, whatever capitals they are given in."""

    def check(text: str) -> str:
        for word in known:
            if text.strip().lower() == word.lower():
                return word
        raise Refused(WORDS["one_of"].format(known=", ".join(known), given=shown(text)))

    return check


def id_of(catalogue: Any, kind: str) -> Callable[[str], str]:
    """Return a check for an id that a catalogue knows."""

    def check(text: str) -> str:
        name = text.strip().upper()
        if name in catalogue:
            return name
        try:
            catalogue[name]
        except KeyError as error:
            _, _, near = str(error.args[0]).partition("the nearest are ")
        known = WORDS["near"].format(near=near) if near else WORDS["none"]
        raise Refused(WORDS["unknown"].format(kind=kind, given=shown(text.strip()), known=known))

    return check


def _place(text: str) -> str:
    read = Reader("")
    found = read.places({"places": [text.strip()]}, "")
    if read.faults:
        reason = read.faults[0].reason
        raise Refused(f"{reason[:1].upper()}{reason[1:]}.")
    return str(found[0])


def _country(text: str) -> str:
    code = text.strip().upper()
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise Refused(WORDS["country"].format(given=shown(text)))
    return code


def slug_check(text: str) -> str:
    """Check the name of a file without its ending.

    Raises
    ------
    Refused
        If it holds anything but small letters, digits and dashes.
    """
    name = text.strip().removesuffix(".toml")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > LONGEST_NAME:
        raise Refused(WORDS["slug"].format(most=LONGEST_NAME, given=shown(text)))
    return name


def year_check(text: str) -> int:
    """Check a year."""
    digits = text.strip()
    if not re.fullmatch(r"[0-9]{1,4}", digits) or int(digits) > 2100:
        raise Refused(WORDS["year"].format(given=shown(text)))
    return int(digits)


def made_slug(title: str, otherwise: str) -> str:
    """Return a file's name made from a title; another one where no letter of it fits."""
    parts = unicodedata.normalize("NFKD", title.casefold())
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", bare)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name or otherwise


_LABEL, _TEXT = text_check(LONGEST_LABEL), text_check(LONGEST_TEXT)

#: name of the answer -> its check
_CHECKS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("title", "years", "actor", "counterpart", "third"), _LABEL),
    **dict.fromkeys(("setting", "done", "reading", "observed_why", "open", "note"), _TEXT),
    "tie": one_of(QUALITIES),
    "observed": one_of(ACTIONS),
    "paper": one_of(tuple(papers)),
    "place": _place,
    "rule": id_of(rules, "rule"),
    "tension": id_of(tensions, "tension"),
    "country": _country,
    "lesson": id_of(lessons, "lesson"),
    "slug": slug_check,
}

_NEEDED = ("title", "actor", "setting", "done")
_COMMAS = ("paper", "place", "rule", "tension", "country", "lesson")
_MANY = ("third", "open", "note", *_COMMAS)

QUESTIONS: tuple[Question, ...] = tuple(
    Question(name, ask, allowed, _CHECKS[name], name in _NEEDED, name in _MANY, name in _COMMAS)
    for name, (ask, allowed) in ASK.items()
)
