"""What `bor sweep` says while it runs, and the tables that it shows at the end."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from bor_widgets.simulation.influence import SensitivityResult
    from bor_widgets.simulation.progress import Progress
    from bor_widgets.simulation.sweep import SweepResult

#: on a terminal the line is written anew no more often than this, in seconds
WRITE_EVERY = 0.2

#: elsewhere a line is written at each of so many parts of the run
PARTS = 10

#: rows of a table at most; the file holds all
MOST_ROWS = 60

WORDS = {
    "progress": "{done:,} of {total:,} worlds, {share:.0%}, {seconds} so far{left}",
    "left": ", about {seconds} left",
    "mean": "{label}: mean over the worlds after {after} rounds, with its interval of 95 %",
    "share": "{label}: share of worlds above {above:g} after {after} rounds, with its interval "
    "of 95 %",
    "columns": "{what} from to worlds",
    "rest": "... and {count:,} settings more, in the file",
    "none": "-",
    "influence": "{label} after {after} rounds: what each number does to it, with its interval "
    "of 95 %",
    "no_influence": "{label}: {reason}",
    "field": "number",
}


class ProgressLine:
    """Tells how far a run is: one line on a terminal, a few lines elsewhere.

    Parameters
    ----------
    stream
        Where it is written.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._width = 0
        self._last = -math.inf
        self._part = -1

    def tell(self, progress: Progress) -> None:
        """Write where the run stands, if it is time to."""
        over = progress.done == progress.total
        if self._live:
            now = time.monotonic()
            if not over and now - self._last < WRITE_EVERY:
                return
            self._last = now
            line = said(progress)
            self._stream.write(f"\r{line.ljust(self._width)}")
            self._width = len(line)
        else:
            part = int(progress.share * PARTS)
            if part == self._part:
                return
            self._part = part
            self._stream.write(f"{said(progress)}\n")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._width:
            self._stream.write("\n")
            self._stream.flush()
            self._width = 0


def said(progress: Progress) -> str:
    """Return where a run stands as a line."""
    left = ""
    if progress.left is not None and progress.done < progress.total:
        left = _words("left", seconds=clock(progress.left))
    return _words(
        "progress",
        done=progress.done,
        total=progress.total,
        share=math.floor(progress.share * 100) / 100,
        seconds=clock(progress.seconds),
        left=left,
    )


def clock(seconds: float) -> str:
    """Return a time as it is read: 0:07, 12:30, 1:05:00."""
    minutes, rest = divmod(math.ceil(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def table(
    result: SweepResult | SensitivityResult, measure: str, above: float | None = None
) -> list[str]:
    """Return the lines of a table of one measure."""
    from bor_widgets.simulation.sweep import SweepResult

    if isinstance(result, SweepResult):
        return _of_sweep(result, measure, above)
    return _of_analysis(result, measure)


def _of_sweep(result: SweepResult, measure: str, above: float | None) -> list[str]:
    measured, points = result.measured, result.sweep.points
    names = [axis.field for axis in result.sweep.axes]
    if above is None:
        found, key = measured.mean(measure), "mean"
    else:
        found, key = measured.share(measure, above), "share"
    rows = [[*names, *_words("columns", what=key).split()]]
    for cell, point in enumerate(points[:MOST_ROWS]):
        numbers = [found.mean[cell], found.low[cell], found.high[cell]]
        values = [f"{point[name]:g}" for name in names]
        rows.append([*values, *map(_three, numbers), f"{found.n[cell]:,}"])
    title = _words(key, label=_label(measure), above=above or 0.0, after=measured.times[-1])
    lines = [title, *_aligned(rows)]
    if len(points) > MOST_ROWS:
        lines.append(_words("rest", count=len(points) - MOST_ROWS))
    return lines


def _of_analysis(result: SensitivityResult, measure: str) -> list[str]:
    from bor_widgets.simulation.influence import TOLD

    try:
        influences = result.influences(measure)
    except ValueError as refused:
        return [_words("no_influence", label=_label(measure), reason=refused)]
    told = TOLD[result.sensitivity.method]
    rows = [[_words("field"), *told.values()]]
    for each in influences:
        cells = []
        for name in told:
            reach = f" ± {_three(each.reach[name])}" if name in each.reach else ""
            cells.append(f"{_three(each.values[name])}{reach}")
        rows.append([each.field, *cells])
    title = _words("influence", label=_label(measure), after=result.measured.times[-1])
    return [title, *_aligned(rows)]


def _words(key: str, **values: Any) -> str:
    return WORDS[key].format(**values)


def _label(measure: str) -> str:
    from bor_widgets.simulation.measures import measures

    return measures()[measure].label


def _three(value: float) -> str:
    return _words("none") if math.isnan(value) else f"{value:.3g}"


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
