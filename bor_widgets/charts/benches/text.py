"""The file of a bench: its inputs, its words, and the steps through it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib import import_module
from importlib.resources import files
from textwrap import shorten
from types import MappingProxyType
from typing import Any

from bor_widgets.charts.benches.conditions import Condition, conditions_of
from bor_widgets.charts.benches.own_cases import with_own_cases
from bor_widgets.charts.benches.view import View
from bor_widgets.situation import Parameter, parameters

#: values of a bench's inputs by name
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a bench's walk.

    Attributes
    ----------
    say
        What is read at this step.
    ask, options
        A question to commit to before the rest is shown, and its answers.
    answer
        Place of the answer among the options.
    reveal
        What is read after the commitment.
    sources
        Ids of the rules or tensions behind it.
    values
        Inputs that this step sets: at once, or with the reveal where it asks.
    begin
        Inputs that a step which asks sets already with its question.
    """

    say: str
    ask: str = ""
    options: tuple[str, ...] = ()
    answer: int = 0
    reveal: str = ""
    sources: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    begin: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BenchText:
    """A bench as its file declares it.

    Attributes
    ----------
    name
        Name of its module and its file.
    lesson
        Id of the lesson that it belongs to.
    title, first
        Its name, and in one line what to try first.
    parameters
        Its inputs by name, each with its group.
    groups
        Labels of the groups of inputs.
    core
        Inputs that are always on screen; the others unfold.
    only
        For inputs that belong to a part of the bench: which choices they belong to, each as
        the name of the deciding input and its options.
    segments
        Inputs whose options are shown side by side.
    judged
        Inputs that a case may fix; where it does not, they are marked as the reader's own.
    hidden
        Inputs that are set in the drawings alone and have no control of their own.
    calibrated
        Whether the numbers of the suggested judgement matter here.
    steps
        The walk through it.
    words
        All other text, as a tree.
    """

    name: str
    lesson: str
    title: str
    first: str
    parameters: Mapping[str, Parameter]
    groups: Mapping[str, str]
    core: tuple[str, ...]
    calibrated: bool
    steps: tuple[Step, ...]
    words: Mapping[str, Any]
    only: Mapping[str, tuple[Condition, ...]] = field(default_factory=dict)
    segments: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()

    def word(self, *path: str, **values: Any) -> str:
        """Return a sentence by its path, filled in.

        Raises
        ------
        KeyError
            If the file has no such sentence.
        """
        entry: Any = self.words
        for key in path:
            entry = entry[key]
        return str(entry).format_map(values) if values else str(entry)

    def neutral(self) -> dict[str, Any]:
        """Return the values with which the bench opens."""
        return {name: parameter.neutral for name, parameter in self.parameters.items()}

    def shown(self, values: Values) -> tuple[str, ...]:
        """Return the names of the inputs that belong to these values, in their order."""
        return tuple(
            name
            for name in self.parameters
            if name not in self.hidden
            and all(values[decides] in options for decides, options in self.only.get(name, ()))
        )

    def checked(self, values: Values) -> dict[str, Any]:
        """Return a full set of values: those given, checked, and neutral ones for the rest.

        Raises
        ------
        TypeError, ValueError
            For a name that the bench does not have, or a value that it does not take.
        """
        for name in values:
            if name not in self.parameters:
                # a bench may have fifty inputs; a sentence names the first few
                known = shorten(", ".join(self.parameters), 150, placeholder=" and more")
                raise TypeError(f"{self.name} has no input {name!r}; it has {known}")
        given = {name: self.parameters[name].check(value) for name, value in values.items()}
        return {**self.neutral(), **given}


#: what the file says of an input beyond its declaration: when and how it is on screen
SCREEN = ("only", "segments", "hidden")


def _neutral(value: Any) -> Any:
    """Read a neutral value; "@module:NAME" or "@module:NAME.part" takes it from where it lives."""
    if isinstance(value, str) and value.startswith("@"):
        module, path = value[1:].split(":")
        found: Any = import_module(module)
        for name in path.split("."):
            found = found[name] if isinstance(found, Mapping) else getattr(found, name)
        return found
    return tuple(value) if isinstance(value, list) else value


def _parameter(name: str, entry: Mapping[str, Any]) -> Parameter:
    values: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in entry.items() if key not in SCREEN
    }
    if values.get("kind") == "set":
        values.setdefault("neutral", ())
    if "situation" in values:
        # an input that a situation has too is declared there, and only placed here
        declared = parameters()[values.pop("situation")]
        known = {f.name: getattr(declared, f.name) for f in fields(declared) if f.name != "name"}
        values = {**known, **values}
    values = with_own_cases(values)
    values["neutral"] = _neutral(values.get("neutral"))
    parameter = Parameter(name=name, **values)
    # a neutral value that its own input refuses would be an error on the first screen
    parameter.check(parameter.neutral)
    return parameter


def _options(name: str, known: Mapping[str, Parameter]) -> tuple[str, ...]:
    return known[name].options if name in known else ()


def opened(values: Values, parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """Return values as a file gives them, with "open" read as open: a file knows no None."""
    return {
        name: None if value == "open" and "open" not in _options(name, parameters) else value
        for name, value in values.items()
    }


def _step(entry: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> Step:
    return Step(
        say=entry.get("say", ""),
        ask=entry.get("ask", ""),
        options=tuple(entry.get("options", ())),
        answer=entry.get("answer", 0),
        reveal=entry.get("reveal", ""),
        sources=tuple(entry.get("sources", ())),
        values=MappingProxyType(opened(entry.get("set", {}), parameters)),
        begin=MappingProxyType(opened(entry.get("begin", {}), parameters)),
    )


@cache
def bench_text(name: str) -> BenchText:
    """Read the file of a bench.

    An input with ``situation = "NAME"`` is the one that a situation declares under that name;
    what stands beside it (its group, another neutral value) is the bench's own.

    Raises
    ------
    FileNotFoundError
        There is no bench of that name.
    TypeError, ValueError
        A neutral value or a step sets what its input does not take.
    """
    resource = files("bor_widgets.charts.benches").joinpath(f"{name}.toml")
    data = tomllib.loads(resource.read_text(encoding="utf-8"))
    head = data["bench"]
    parameters = {key: _parameter(key, entry) for key, entry in data["parameter"].items()}
    text = BenchText(
        name=name,
        lesson=head["lesson"],
        title=head["title"],
        first=head["first"],
        parameters=MappingProxyType(parameters),
        groups=MappingProxyType({k: entry["label"] for k, entry in data["group"].items()}),
        core=tuple(head["core"]),
        calibrated=head.get("calibrated", False),
        steps=tuple(_step(entry, parameters) for entry in data.get("step", ())),
        words=data.get("words", {}),
        only=MappingProxyType(conditions_of(data)),
        segments=frozenset(k for k, entry in data["parameter"].items() if entry.get("segments")),
        judged=frozenset(k for k, entry in data["parameter"].items() if "situation" in entry),
        hidden=frozenset(k for k, entry in data["parameter"].items() if entry.get("hidden")),
    )
    for step in text.steps:
        text.checked({**step.begin, **step.values})
    return text


def bench_view(name: str) -> Callable[..., View]:
    """Return the pure function that draws a bench from its values."""
    module = import_module(f"bor_widgets.charts.benches.{name}")
    view: Callable[..., View] = module.view
    return view


def bench_pick(name: str) -> Callable[[Values, str, str], Mapping[str, Any]]:
    """Return what a bench does when a part of a drawing is chosen.

    The function takes the values, what was chosen and its key, and returns a wish: ``set``
    (inputs by name), ``situation`` (inputs of the console) or ``case`` (a slug). A bench
    without such parts wishes nothing.
    """
    module = import_module(f"bor_widgets.charts.benches.{name}")
    pick: Callable[[Values, str, str], Mapping[str, Any]] = getattr(
        module, "pick", lambda _values, _what, _key: {}
    )
    return pick


def bench_kinds(name: str) -> tuple[str, ...]:
    """Return the kinds of drawing that a bench may show."""
    kinds: tuple[str, ...] = import_module(f"bor_widgets.charts.benches.{name}").KINDS
    return kinds
