"""The inputs of a situation as the controls show them, read off their one declaration."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bor_widgets.situation import Parameter, Situation, groups, parameters

#: step of a slider (our scale)
STEP = 0.01


def _spec(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "kind": parameter.kind,
        "label": parameter.label,
        "meaning": parameter.meaning,
        "places": list(parameter.places),
        "low": parameter.low,
        "high": parameter.high,
        "step": STEP,
        "low_label": parameter.low_label,
        "high_label": parameter.high_label,
        "options": list(parameter.options),
        "option_labels": list(parameter.option_labels),
        "least": parameter.least,
        "most": parameter.most,
    }


def input_specs(only: Collection[str] | None = None) -> list[dict[str, Any]]:
    """Return the groups of inputs with what each control needs to know."""
    specs = []
    for i, (name, label) in enumerate(groups().items()):
        members = [p for p in parameters().values() if p.group == name]
        if only is not None:
            members = [p for p in members if p.name in only]
        if members:
            inputs = [_spec(parameter) for parameter in members]
            specs.append({"name": name, "label": label, "open": i == 0, "parameters": inputs})
    return specs


def input_values(s: Situation) -> dict[str, Any]:
    """Return the values as the page keeps them (lists instead of tuples)."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in s.values().items()
    }
