"""Where each contradiction can be seen: the page of a bench, in the state that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.benches.text import bench_text, bench_view
from bor_widgets.sources import tensions
from bor_widgets.widgets.bench_saved import to_link
from bor_widgets.widgets.bench_state import BenchState


@cache
def tension_links() -> Mapping[str, str]:
    """Return a page with its state for every contradiction that a walk comes across.

    A walk comes across a contradiction where a step names it as a source, or where the
    finding of a screen holds it. The lesson that treats it decides which bench may show it.
    """
    links: dict[str, str] = {}
    for name, link in _met():
        links.setdefault(name, link)
    return MappingProxyType(links)


def _met() -> Iterator[tuple[str, str]]:
    for lesson, bench in bench_names().items():
        state = BenchState(bench_text(bench.slug.replace("-", "_")))
        view = bench_view(state.text.name)
        for phase, screen in enumerate(state.phases):
            state.go(phase)
            more = {"calibration": state.now.calibration} if state.text.calibrated else {}
            shown = view(state.now.values, **more)
            told = screen.step.sources if screen.revealed else ()
            for name in (*told, *shown.finding.tensions):
                if name in tensions and lesson in tensions[name].lessons:
                    yield name, f"{bench.notebook}?s={to_link(state)}"
