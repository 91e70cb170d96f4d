"""Reads from the words after `bor sweep` what is to be run."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bor_widgets.simulation.axis import Axis
    from bor_widgets.simulation.config import WorldConfig
    from bor_widgets.simulation.sensitivity import Sensitivity
    from bor_widgets.simulation.sweep import Sweep

#: what is taken where nothing is said
WORLDS, SENSITIVITY_WORLDS, ROUNDS, EVERY = 200, 20, 100, 10
SOBOL_SAMPLES, MORRIS_SAMPLES = 64, 20

WORDS = {
    "nothing": "say what is varied: --x FIELD LOW HIGH STEPS, or --sobol or --morris with --over; "
    "--list shows the fields",
    "y_alone": "--y takes --x beside it",
    "both": "--x and --y belong to a sweep, --sobol and --morris go with --over; given were both",
    "method": "--over takes --sobol or --morris beside it",
    "samples": "--samples takes --sobol or --morris beside it",
    "axis": "{option} takes FIELD, or FIELD LOW HIGH STEPS; given was {given!r:.100}",
    "over": "--over takes FIELD, or FIELD LOW HIGH; given was {given!r:.100}",
    "number": "{option} takes numbers after {field}; given was {given!r:.60}",
    "set": "--set takes FIELD=VALUE; given was {given!r:.100}",
    "set_twice": "--set takes each field once; given was {field} twice",
    "preset": "--preset takes one of {names}; given was {given!r:.60}",
    "no_field": "--set takes a field of a world; given was {given!r:.60}; --list shows them",
    "with_resume": "a run that is resumed is the one that was stopped: leave out {option}",
    "not_held": "the checkpoint says nothing of a run that `bor sweep` could go on with",
    "sweep": "{cells:,} settings of {worlds:,} worlds, {rounds:,} rounds each",
    "fields": "fields that can be varied",
    "measures": "measures",
    "presets": "scenes",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be run.

    Attributes
    ----------
    what
        A sweep, or an analysis.
    told
        It in a few words.
    """

    what: Sweep | Sensitivity
    told: str


def asked_for(arguments: argparse.Namespace, held: Mapping[str, Any] | None) -> Asked:
    """Return what is to be run; a run that is resumed says itself what it is.

    Raises
    ------
    TypeError, ValueError
        For words that make no sense together, and for whatever a field refuses.
    """
    from bor_widgets.simulation.sensitivity import Sensitivity

    what = _held(arguments, held) if held is not None else _new(arguments)
    cells = what.settings if isinstance(what, Sensitivity) else len(what.points)
    told = WORDS["sweep"].format(cells=cells, worlds=what.worlds, rounds=what.rounds)
    return Asked(what, told)


def _held(arguments: argparse.Namespace, held: Mapping[str, Any]) -> Sweep | Sensitivity:
    from bor_widgets.simulation import sensitivity
    from bor_widgets.simulation.sweep import Sweep

    for option in ("x", "y", "over", "sobol", "morris", "samples", "preset", "set", "worlds"):
        if getattr(arguments, option):
            raise ValueError(WORDS["with_resume"].format(option=f"--{option}"))
    for option in ("rounds", "every"):
        if getattr(arguments, option) is not None:
            raise ValueError(WORDS["with_resume"].format(option=f"--{option}"))
    run = held.get("run")
    if not isinstance(run, Mapping):
        raise ValueError(WORDS["not_held"])
    if run.get("kind") == sensitivity.KIND:
        return sensitivity.Sensitivity.from_plain(run)
    return Sweep.from_plain(run)


def _new(arguments: argparse.Namespace) -> Sweep | Sensitivity:
    from bor_widgets.simulation.sensitivity import Sensitivity
    from bor_widgets.simulation.sweep import Sweep

    method = "sobol" if arguments.sobol else "morris" if arguments.morris else None
    if (method or arguments.over) and (arguments.x or arguments.y):
        raise ValueError(WORDS["both"])
    if arguments.y and not arguments.x:
        raise ValueError(WORDS["y_alone"])
    if arguments.over and method is None:
        raise ValueError(WORDS["method"])
    if arguments.samples is not None and method is None:
        raise ValueError(WORDS["samples"])
    if method is None and not arguments.x:
        raise ValueError(WORDS["nothing"])
    config = world_of(arguments.preset, arguments.set)
    rounds = ROUNDS if arguments.rounds is None else arguments.rounds
    every = EVERY if arguments.every is None else arguments.every
    if method is None:
        axes = [_axis("--x", arguments.x)]
        if arguments.y:
            axes.append(_axis("--y", arguments.y))
        worlds = WORLDS if arguments.worlds is None else arguments.worlds
        return Sweep(config, tuple(axes), worlds, rounds, every)
    samples = SOBOL_SAMPLES if method == "sobol" else MORRIS_SAMPLES
    return Sensitivity(
        config,
        dict(_range(words) for words in arguments.over),
        method,
        samples if arguments.samples is None else arguments.samples,
        SENSITIVITY_WORLDS if arguments.worlds is None else arguments.worlds,
        rounds,
        every,
    )


def world_of(preset: str | None, changes: Sequence[str]) -> WorldConfig:
    """Return the world that --preset and --set describe.

    Raises
    ------
    TypeError, ValueError
        For a scene or a field that there is not, or a value that a field refuses.
    """
    from bor_widgets.simulation.config import WorldConfig, world_parameters
    from bor_widgets.simulation.fields import numeric_fields, with_numbers

    config = WorldConfig()
    if preset is not None:
        from bor_widgets.simulation.presets import presets

        if preset not in presets():
            raise ValueError(WORDS["preset"].format(names=", ".join(presets()), given=preset))
        config = presets()[preset].config
    numbers: dict[str, float] = {}
    others: dict[str, Any] = {}
    for change in changes:
        name, sign, text = change.partition("=")
        if not sign:
            raise ValueError(WORDS["set"].format(given=change))
        if name in numbers or name in others:
            raise ValueError(WORDS["set_twice"].format(field=name))
        if name in numeric_fields():
            numbers[name] = _number("--set", name, text)
        elif name in world_parameters():
            switch = {"true": True, "yes": True, "false": False, "no": False}
            kind = world_parameters()[name].kind
            others[name] = switch.get(text.lower(), text) if kind == "switch" else text
        else:
            raise ValueError(WORDS["no_field"].format(given=name))
    return with_numbers(config.with_(**others), numbers)


def _axis(option: str, words: Sequence[str]) -> Axis:
    from bor_widgets.simulation.axis import Axis

    if len(words) not in (1, 4):
        raise ValueError(WORDS["axis"].format(option=option, given=" ".join(words)))
    numbers = [_number(option, words[0], word) for word in words[1:]]
    return Axis.evenly(words[0], *numbers)  # type: ignore[arg-type]  # steps are checked there


def _range(words: Sequence[str]) -> tuple[str, tuple[float, float] | None]:
    if len(words) not in (1, 3):
        raise ValueError(WORDS["over"].format(given=" ".join(words)))
    if len(words) == 1:
        return words[0], None
    low, high = (_number("--over", words[0], word) for word in words[1:])
    return words[0], (low, high)


def _number(option: str, field: str, word: str) -> float:
    """Return a number, whole where it is written so."""
    try:
        return int(word)
    except ValueError:
        pass
    try:
        return float(word)
    except ValueError:
        told = WORDS["number"].format(option=option, field=field, given=word)
        raise ValueError(told) from None


def listing() -> list[str]:
    """Return lines that list fields, measures and scenes."""
    from bor_widgets.simulation.fields import numeric_fields
    from bor_widgets.simulation.measures import measures
    from bor_widgets.simulation.presets import presets

    lines = [f"{WORDS['fields']}:"]
    for name, field in numeric_fields().items():
        lines.append(f"  {name:<32}{field.low:g} to {field.high:g}".ljust(50) + field.label)
    lines += ["", f"{WORDS['measures']}:"]
    lines += [f"  {name:<24}{measure.label}" for name, measure in measures().items()]
    lines += ["", f"{WORDS['presets']}:"]
    lines += [f"  {name:<24}{preset.label}" for name, preset in presets().items()]
    return lines
