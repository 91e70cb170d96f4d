"""The inputs of a situation as the controls show them, read off their one declaration."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bor_widgets.charts.benches.text import BenchText
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


def input_specs(
    only: Collection[str] | None = None, but: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Return the groups of inputs with what each control needs to know, all or some of them."""
    specs = []
    for i, (name, label) in enumerate(groups().items()):
        members = [p for p in parameters().values() if p.group == name and p.name not in but]
        if only is not None:
            members = [p for p in members if p.name in only]
        if members:
            inputs = [_spec(parameter) for parameter in members]
            specs.append({"name": name, "label": label, "open": i == 0, "parameters": inputs})
    return specs


def bench_specs(text: BenchText, names: Collection[str]) -> list[dict[str, Any]]:
    """Return the groups of a bench's inputs with what each control needs to know."""
    specs = []
    for group, label in text.groups.items():
        members = [p for p in text.parameters.values() if p.group == group and p.name in names]
        if members:
            inputs = [
                {**_spec(p), "kind": "segments"} if p.name in text.segments else _spec(p)
                for p in members
            ]
            specs.append({"name": group, "label": label, "open": True, "parameters": inputs})
    return specs


def input_values(s: Situation) -> dict[str, Any]:
    """Return the values as the page keeps them (lists instead of tuples)."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in s.values().items()
    }
