"""Every figure with sliders that the lessons show, as the book makes it."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import product
from typing import Any

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.explorable import Exploration
from bor_widgets.charts.explorable_benches import bench_exploration, console_exploration
from bor_widgets.course.folder import lesson_paths

#: a cell of a lesson that shows a bench or the console
_CELL = re.compile(r"^lesson\.(bench|console)\(.*\)$", re.MULTILINE)


@cache
def shown_in(lesson: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return the benches of a lesson in their order, each with the values it begins with."""
    found = []
    for cell in _CELL.finditer(lesson_paths()[lesson].read_text(encoding="utf-8")):
        call = ast.parse(cell[0]).body[0]
        assert isinstance(call, ast.Expr)
        assert isinstance(call.value, ast.Call)
        given = {str(k.arg): ast.literal_eval(k.value) for k in call.value.keywords}
        name = bench_names()[lesson].slug.replace("-", "_") if cell[1] == "bench" else "console"
        found.append((name, given))
    return tuple(found)


def made(name: str, given: dict[str, Any]) -> Exploration:
    """Return one of them as an exploration."""
    found = (console_exploration if name == "console" else _bench(name))(given)
    assert found is not None, f"{name} stands still for {given}"
    return found


def _bench(name: str) -> Any:
    return lambda given: bench_exploration(name, given)


def places(found: Exploration, count: int) -> list[tuple[int, ...]]:
    """Return some stops that are spread over the grid, the first and the last among them."""
    every = list(product(*(range(stops) for stops in found.shape)))
    apart = max(1, (len(every) - 1) / (count - 1)) if count > 1 else 1
    return list(dict.fromkeys(every[min(round(i * apart), len(every) - 1)] for i in range(count)))
