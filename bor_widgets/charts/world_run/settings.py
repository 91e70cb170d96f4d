"""The numbers of a world as the controls show them, read off their one declaration."""

from __future__ import annotations

from typing import Any

from bor_widgets.charts.inputs import STEP
from bor_widgets.charts.words import value_label
from bor_widgets.charts.world_run.words import told
from bor_widgets.simulation.arrays import MOST_PLAIN_STATES, PLAIN
from bor_widgets.simulation.config import WorldConfig, world_groups, world_parameters

#: what moves most, and takes effect while a world runs
FIRST = ("strikes", "gravity_high")

#: numbers that a page leaves alone
LEFT_OUT = ("precision",)


def setting_specs(label: str) -> list[dict[str, Any]]:
    """Return the groups of inputs, the two that matter most first under a label of their own."""
    known = world_parameters()
    groups = [{"name": "first", "label": label, "open": True,
               "parameters": [setting_spec(name) for name in FIRST]}]  # fmt: skip
    for name, group_label in world_groups().items():
        members = [
            parameter
            for parameter in known.values()
            if parameter.group == name and parameter.name not in (*FIRST, *LEFT_OUT)
        ]
        groups.append(
            {"name": name, "label": group_label, "open": False,
             "parameters": [setting_spec(parameter.name) for parameter in members]}
        )  # fmt: skip
    return groups


def setting_spec(name: str) -> dict[str, Any]:
    """Return what the input of one number needs to know."""
    parameter = world_parameters()[name]
    # a switch of a world is never open: it is a choice of two
    switch = parameter.kind == "switch"
    high, meaning = parameter.high, parameter.meaning
    if PLAIN and name == "states":
        high = MOST_PLAIN_STATES
        meaning = f"{meaning} {told('plain', 'states', most=high)}"
    return {
        "name": parameter.name,
        "kind": "segments" if switch else parameter.kind,
        "label": parameter.label,
        "meaning": meaning,
        "places": list(parameter.places),
        "low": parameter.low,
        "high": high,
        "step": STEP if parameter.high - parameter.low > 0.2 else STEP / 10,
        "low_label": parameter.low_label,
        "high_label": parameter.high_label,
        "options": ["yes", "no"] if switch else list(parameter.options),
        "option_labels": ["yes", "no"] if switch else list(parameter.option_labels),
        "least": 1 if switch else parameter.least,
        "most": parameter.most,
    }


def shown_values(config: WorldConfig) -> dict[str, Any]:
    """Return the numbers of a world as the controls keep them."""
    return {name: shown_value(name, getattr(config, name)) for name in world_parameters()}


def shown_value(name: str, value: Any) -> Any:
    """Return a value as its control keeps it."""
    switch = world_parameters()[name].kind == "switch"
    return ("yes" if value else "no") if switch else value


def read_value(name: str, typed: Any) -> Any:
    """Return what a control holds as the value of its field.

    Raises
    ------
    TypeError, ValueError
        For a value that the field refuses.
    """
    parameter = world_parameters()[name]
    if parameter.kind == "switch" and typed in ("yes", "no"):
        return typed == "yes"
    return parameter.check(typed)


def told_value(name: str, value: Any) -> str:
    """Tell a value to a reader."""
    return value_label(world_parameters()[name], value)
