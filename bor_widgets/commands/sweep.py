"""`bor sweep`: vary numbers of a world, run many worlds for each value, keep what came of it."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from threading import Event
from typing import TYPE_CHECKING, Any

from bor_widgets.commands.sweep_asked import Asked, asked_for, listing
from bor_widgets.commands.sweep_told import ProgressLine, table

if TYPE_CHECKING:
    from bor_widgets.simulation.influence import SensitivityResult
    from bor_widgets.simulation.sweep import SweepResult

#: where results go when nothing else is said
DEFAULT_FILE = "sweep.parquet"

#: what is added to the name of the results while a run is not finished
UNFINISHED = ".part"

#: measures that are shown when none is named
DEFAULT_MEASURES = ("relational_security", "harmony", "conflict")

WORDS = {
    "failed": "bor sweep: {reason}",
    "there": "{name} is there already: name another file with --out, or replace it with --force",
    "unfinished": "{name} holds a run that was stopped: go on with it by --resume, or begin anew "
    "with --force",
    "no_folder": "there is no folder {name}",
    "nothing": "there is nothing to resume: no file {name}",
    "begun": "{what} to {out}; Ctrl+C stops it, and what is finished is kept",
    "stopping": "stopping: what is being computed is given up, what is finished is kept",
    "stopped": "stopped at {done:,} of {total:,} worlds, which are kept in {name}\n"
    "go on with: bor sweep --out {out} --resume{more}",
    "stopped_empty": "stopped before a world was finished: nothing was kept",
    "kept": "what was finished is kept in {name}; go on with: bor sweep --out {out} --resume{more}",
    "written": "{total:,} worlds, written to {out}",
    "not_written": "{total:,} worlds; no file was written, because pyarrow is not installed: "
    "`make worlds` brings it",
    "r61": "These are worlds under stated assumptions and no forecast: balance of relationships "
    "guarantees no systemic consequence (R61, P0 L1397-1403). All numbers are on our scale.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `bor sweep`."""
    what = parser.add_argument_group("what is varied")
    what.add_argument("--x", nargs="+", metavar=("FIELD", "LOW HIGH STEPS"), help="along x")
    what.add_argument("--y", nargs="+", metavar=("FIELD", "LOW HIGH STEPS"), help="and along y")
    what.add_argument(
        "--over",
        nargs="+",
        action="append",
        default=[],
        metavar=("FIELD", "LOW HIGH"),
        help="a number for --sobol or --morris; give it once for each number",
    )
    how = what.add_mutually_exclusive_group()
    how.add_argument("--sobol", action="store_true", help="share out the variance of a measure")
    how.add_argument("--morris", action="store_true", help="rank numbers by their effects")
    what.add_argument("--samples", type=int, metavar="NUMBER", help="size of that sample")

    world = parser.add_argument_group("what the worlds are")
    world.add_argument("--preset", metavar="NAME", help="a scene to begin from")
    world.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="change a field of it"
    )
    world.add_argument("--worlds", type=int, metavar="NUMBER", help="worlds of each setting")
    world.add_argument("--rounds", type=int, metavar="NUMBER", help="rounds of each (100)")
    world.add_argument("--every", type=int, metavar="NUMBER", help="measure every so often (10)")
    world.add_argument("--path", choices=["arrays", "compiled"], help="how rounds are computed")

    result = parser.add_argument_group("what is shown and kept")
    result.add_argument(
        "--measure", action="append", metavar="NAME", help="show this measure; may be repeated"
    )
    result.add_argument(
        "--above", type=float, metavar="NUMBER", help="show in what share of worlds it is above"
    )
    result.add_argument("--out", metavar="FILE", help=f"a Parquet file ({DEFAULT_FILE})")
    result.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    result.add_argument("--force", action="store_true", help="replace files that are there")
    result.add_argument("--list", action="store_true", help="list fields, measures and scenes")

    where = parser.add_argument_group("where it runs")
    where.add_argument("--threads", type=int, default=2, metavar="NUMBER", help="threads here (2)")
    where.add_argument(
        "--scheduler", metavar="tcp://HOST:PORT", help="a scheduler of Dask, instead of threads"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run what was asked for; 0 when it is done, 1 when it failed, 130 when it was stopped."""
    try:
        if arguments.list:
            print("\n".join(listing()))
            return 0
        return _run(arguments)
    except (ValueError, TypeError, OSError, ModuleNotFoundError) as error:
        print(WORDS["failed"].format(reason=error), file=sys.stderr)
        return 1


def _run(arguments: argparse.Namespace) -> int:
    from bor_widgets.simulation.checkpoint import header_of
    from bor_widgets.simulation.parquet import needs_arrow

    # who names a file wants one; who names none gets one where it can be written
    keeps = arguments.out is not None or find_spec("pyarrow") is not None
    out = Path(arguments.out or DEFAULT_FILE)
    part = out.with_name(out.name + UNFINISHED)
    if keeps:
        needs_arrow()
    if not out.parent.is_dir():
        raise ValueError(WORDS["no_folder"].format(name=out.parent))
    if arguments.resume and not part.is_file():
        raise ValueError(WORDS["nothing"].format(name=part))
    if not arguments.resume and not arguments.force:
        for path, words in ((part, "unfinished"), (out, "there")):
            if path.exists():
                raise ValueError(WORDS[words].format(name=path))
    held = header_of(part) if arguments.resume else None
    asked = asked_for(arguments, held)
    measures = _measures(arguments)
    if arguments.force and not arguments.resume:
        part.unlink(missing_ok=True)
    print(WORDS["begun"].format(what=asked.told, out=out), file=sys.stderr)
    result = _carry_out(arguments, asked, out, part)
    measured = result.measured
    if result.complete:
        if keeps:
            result.save(out)
        part.unlink(missing_ok=True)
    for measure in measures if measured.done.any() else ():
        print("\n".join(["", *table(result, measure, arguments.above)]))
    total, done = measured.done.size, int(measured.done.sum())
    if result.complete:
        ended = WORDS["written"] if keeps else WORDS["not_written"]
        print(f"\n{ended.format(total=total, out=out)}")
    elif done:
        told = WORDS["stopped"].format(
            done=done, total=total, name=part, out=quote(str(out)), more=_more(arguments)
        )
        print(f"\n{told}")
    else:
        print(WORDS["stopped_empty"])
    if done:
        print(WORDS["r61"])
    return 0 if result.complete else 130


def _carry_out(
    arguments: argparse.Namespace, asked: Asked, out: Path, part: Path
) -> SweepResult | SensitivityResult:
    stop = Event()
    line = ProgressLine(sys.stderr)
    try:
        with _stopped_from_keyboard(stop):
            return asked.what.run(
                arguments.scheduler,
                threads=arguments.threads,
                path=arguments.path,
                checkpoint=part,
                on_progress=line.tell,
                stop=stop,
            )
    except (OSError, KeyboardInterrupt):
        line.end()
        if part.is_file():
            told = WORDS["kept"].format(name=part, out=quote(str(out)), more=_more(arguments))
            print(told, file=sys.stderr)
        raise
    finally:
        line.end()


def _measures(arguments: argparse.Namespace) -> tuple[str, ...]:
    from bor_widgets.simulation.measures import measures
    from bor_widgets.theory.checks import one_of

    named = tuple(arguments.measure or DEFAULT_MEASURES)
    return tuple(one_of("--measure", name, tuple(measures())) for name in named)


def _more(arguments: argparse.Namespace) -> str:
    """Return what else a command that goes on should say."""
    options: Mapping[str, Any] = {"--scheduler": arguments.scheduler, "--above": arguments.above}
    words = [f" {name} {value}" for name, value in options.items() if value is not None]
    words += [f" --measure {name}" for name in arguments.measure or ()]
    return "".join(words)


@contextmanager
def _stopped_from_keyboard(stop: Event) -> Iterator[None]:
    """Let the first Ctrl+C stop the run in good order, and a second one at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def first(number: int, frame: object) -> None:
        del number, frame
        stop.set()
        signal.signal(signal.SIGINT, before)
        print(f"\n{WORDS['stopping']}", file=sys.stderr)

    signal.signal(signal.SIGINT, first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
