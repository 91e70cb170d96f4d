"""Going back, sharing and keeping, as a part of a bench."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bor_widgets.charts.benches.hooks import bench_markdown
from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.widgets.bench_saved import from_file, from_link, to_file, to_link
from bor_widgets.widgets.keep import Keep

if TYPE_CHECKING:
    from bor_widgets.widgets.bench import Bench


class BenchKeep(Keep):
    """What a bench keeps: its values, our numbers, the step and the committed answers."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._markdown = bench_markdown(bench.name)
        super().__init__(bench.state, bench.name.replace("_", "-"))
        self.bar.has_text = self._markdown is not None

    def link(self) -> str:
        """Return the link of the present state; the beginning needs none."""
        state = self.bench.state
        return "" if state.now == state.first else to_link(state)

    def take_link(self, link: str) -> list[str]:
        """Restore what a link carries."""
        snapshot, told = from_link(self.bench.state, link)
        self.bench.state.restore(snapshot)
        return told

    def take_file(self, text: str) -> list[str]:
        """Restore values and answers; what was committed here stays."""
        snapshot, answers, told = from_file(self.bench.state, text)
        self.bench.state.restore(snapshot, answers)
        return told

    def file(self) -> str:
        """Return values and answers as the text of a file."""
        return to_file(self.bench.state)

    def numbers(self) -> dict[str, Any]:
        """Return everything that is set, the finding, and every drawing's numbers."""
        now, view = self.bench.state.now, self.bench.view
        finding = view.finding
        rules = [
            claim.rule
            for claim in (*finding.reasons, *finding.open, *finding.notes)
            if isinstance(claim, Reason | OpenQuestion)
        ]
        tables = {
            drawing.name: [" | ".join(map(str, row)) for row in drawing.rows]
            for drawing in view.drawings
        }
        return {
            "bench": self.bench.text.title,
            "inputs": {n: list(v) if isinstance(v, tuple) else v for n, v in now.values.items()},
            "calibration": now.calibration.changed(),
            "finding": {"headline": finding.headline, "summary": finding.summary},
            "rules": list(dict.fromkeys(rules)),
            "drawings": tables,
        }

    def markdown(self) -> str:
        """Return a reader's own work as a text, where the bench writes one."""
        now = self.bench.state.now
        more = {"calibration": now.calibration} if self.bench.text.calibrated else {}
        return "" if self._markdown is None else self._markdown(now.values, **more)

    def back_to_start(self) -> None:
        """Return to where it began."""
        self.bench.state.reset()
