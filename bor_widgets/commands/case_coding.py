"""Which inputs of a case are coded: read from options, or asked one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from bor_widgets.cases.fields import LONGEST_TEXT
from bor_widgets.cases.record import BASES
from bor_widgets.commands.case_dialogue import Question, Refused, Stopped, asked, say, typed
from bor_widgets.commands.case_questions import QUESTIONS, one_of, shown, text_check
from bor_widgets.situation import Parameter, groups, parameters

WORDS = {
    "ask": "Which input do you want to fix for the students? What you leave out, they judge.",
    "how": "(a name such as threat; `list` shows all; press Enter when there are no more)",
    "value": "{label}: {meaning}",
    "why": "Why this value? Students see it after they predicted.",
    "why_allowed": "a sentence",
    "basis": "On what does this value rest?",
    "basis_allowed": "text (the cited lines say so), inferred (they suggest it), judgement (yours)",
    "cite": "Which lines say or suggest it?",
    "form": "It takes NAME=VALUE, for instance threat=0.6; given was {given}.",
    "no_value": "{name} takes {allowed}; to leave it open, leave it out.",
    "unknown": "There is no input {given}; {hint}.",
    "near": "the nearest are {near}",
    "list": "`bor case new --inputs` lists all",
    "not_set": "{option} {name}: this input has no value; give it with --set {name}=…",
    "no_place": "--basis {name}: a value with the basis {basis} cites lines; give --cite {name}=…",
}

#: words for yes and no, as people type them
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")

_KINDS_OF_LIST = ("names", "set")


def input_named(text: str) -> Parameter:
    """Find an input by its name, or by its label.

    Raises
    ------
    Refused
        With the nearest names.
    """
    wanted = text.strip().lower()
    for parameter in parameters().values():
        if wanted in (parameter.name, parameter.name.replace("_", "-"), parameter.label.lower()):
            return parameter
    near = get_close_matches(wanted[:60], parameters(), n=3, cutoff=0.4)
    hint = WORDS["near"].format(near=", ".join(near)) if near else WORDS["list"]
    raise Refused(WORDS["unknown"].format(given=shown(text), hint=hint))


def allowed_words(parameter: Parameter) -> str:
    """Say in plain words what may be typed for an input."""
    match parameter.kind:
        case "criterion":
            return "yes, no or a number from 0 to 1"
        case "switch":
            return "yes or no"
        case "choice":
            return f"one of {', '.join(parameter.options)}"
        case "names":
            return f"{parameter.least} to {parameter.most} names with commas between them"
        case "set":
            return f"any of {', '.join(parameter.options)}, with commas between them"
    return parameter.allowed


def read_value(parameter: Parameter, text: str) -> Any:
    """Turn what was typed into a value that the input takes.

    Raises
    ------
    Refused
        With what the input takes and what was given.
    """
    given: Any = text.strip()
    if parameter.kind in _KINDS_OF_LIST:
        given = [part.strip() for part in given.split(",") if part.strip()]
    elif parameter.kind in ("criterion", "switch") and given.lower() in (*_YES, *_NO):
        given = given.lower() in _YES
    elif parameter.kind in ("slider", "criterion", "count"):
        given = _number(given)
    elif parameter.kind == "choice":
        given = given.lower()
    # a record has no sign for "open": what is open is not in it
    if given in ("", [], None):
        raise Refused(
            WORDS["no_value"].format(name=parameter.name, allowed=allowed_words(parameter))
        )
    try:
        value = parameter.check(given)
    except (TypeError, ValueError):
        allowed = allowed_words(parameter)
        raise Refused(f"{parameter.name} takes {allowed}; given was {shown(text)}.") from None
    return list(value) if isinstance(value, tuple) else value


def _number(text: str) -> Any:
    # many people write a comma before the decimals
    plain = text.replace(",", ".")
    if re.fullmatch(r"[+-]?[0-9]{1,12}", plain):
        return int(plain)
    if re.fullmatch(r"[+-]?([0-9]{1,12}\.[0-9]{0,12}|\.[0-9]{1,12})", plain):
        return float(plain)
    return text


def pairs(option: str, given: Iterable[str]) -> dict[str, str]:
    """Read options of the form NAME=TEXT.

    Raises
    ------
    Stopped
        For another form, or for an input that does not exist.
    """
    found = {}
    for entry in given:
        name, equals, text = entry.partition("=")
        try:
            if not equals:
                raise Refused(WORDS["form"].format(given=shown(entry)))
            found[input_named(name).name] = text
        except Refused as reason:
            raise Stopped(f"{option}: {reason}") from None
    return found


def coding_from(
    values: Iterable[str], whys: Iterable[str], bases: Iterable[str], cites: Iterable[str]
) -> dict[str, dict[str, Any]]:
    """Return the table ``coding`` of a record from options of the form NAME=TEXT.

    Raises
    ------
    Stopped
        For the first option that cannot be taken.
    """
    coding: dict[str, dict[str, Any]] = {}
    for name, text in pairs("--set", values).items():
        try:
            value = read_value(parameters()[name], text)
        except Refused as reason:
            raise Stopped(f"--set: {reason}") from None
        coding[name] = {"value": value, "basis": "judgement"}
    given = {"--why": pairs("--why", whys), "--basis": pairs("--basis", bases)}
    given["--cite"] = pairs("--cite", cites)
    for option, key, question in (
        ("--why", "why", _WHY),
        ("--basis", "basis", _BASIS),
        ("--cite", "places", _PLACE),
    ):
        for name, text in given[option].items():
            if name not in coding:
                raise Stopped(WORDS["not_set"].format(option=option, name=name))
            try:
                read = question.read(text)
                coding[name][key] = read if question.many else read[0]
            except Refused as reason:
                raise Stopped(f"{option} {name}: {reason}") from None
    for name, entry in coding.items():
        if entry["basis"] != "judgement" and "places" not in entry:
            raise Stopped(WORDS["no_place"].format(name=name, basis=entry["basis"]))
    return coding


def ask_coding(coding: dict[str, dict[str, Any]], *, cited: bool) -> None:
    """Ask for inputs until there are no more.

    Parameters
    ----------
    coding
        What is coded already; gets what is answered.
    cited
        Whether the case stands in a paper, so that a value may rest on its lines.
    """
    say(f"\n{WORDS['ask']}")
    while True:
        say(f"  {WORDS['how']}")
        text = typed("> ")
        if not text:
            return
        if text.lower() == "list":
            say(inputs_listed())
            continue
        try:
            parameter = input_named(text)
        except Refused as reason:
            say(f"  {reason}")
            continue
        coding[parameter.name] = _ask_one(parameter, cited=cited)


def _ask_one(parameter: Parameter, *, cited: bool) -> dict[str, Any]:
    value = Question(
        parameter.name,
        WORDS["value"].format(label=parameter.label, meaning=parameter.meaning),
        allowed_words(parameter),
        lambda text: read_value(parameter, text),
        needed=True,
    )
    entry: dict[str, Any] = {"value": asked(value), "basis": "judgement"}
    if cited:
        entry["basis"] = asked(_BASIS, "judgement")
        if entry["basis"] != "judgement":
            entry["places"] = asked(_PLACE)
    if why := asked(_WHY):
        entry["why"] = why
    return entry


def inputs_listed() -> str:
    """Return all inputs with what each takes, group by group."""
    lines = []
    for group, label in groups().items():
        lines.append(f"{label}:")
        lines += [
            f"  {p.name:<24}{allowed_words(p)}" for p in parameters().values() if p.group == group
        ]
    return "\n".join(lines)


_WHY = Question("why", WORDS["why"], WORDS["why_allowed"], text_check(LONGEST_TEXT))
_BASIS = Question("basis", WORDS["basis"], WORDS["basis_allowed"], one_of(BASES))
_PLACE = Question(
    "cite",
    WORDS["cite"],
    next(q.allowed for q in QUESTIONS if q.name == "place"),
    next(q.check for q in QUESTIONS if q.name == "place"),
    needed=True,
    many=True,
    commas=True,
)
