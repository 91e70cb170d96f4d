"""`bor tournament`: doctrines meet in worlds, and a student's own among them."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bor_widgets.commands.case_dialogue import say

if TYPE_CHECKING:  # worlds need NumPy, which the help of a command does not wait for
    from bor_widgets.simulation.ranking import Standing
    from bor_widgets.simulation.tournament import Outcome

WORDS = {
    "entry": "a built-in entry by its name, a function (.py) or a rule table (.toml); may be given "
    "several times; all built-in entries if none is given",
    "setting": "a setting or a preset by its name; may be given several times",
    "worlds": "worlds in which each pair meets in each setting, each played twice with the places "
    "exchanged",
    "rounds": "rounds of each world",
    "criterion": "by what the ranking is made: the papers do not say what winning is",
    "seed": "the number from which all chance follows",
    "list": "list entries, settings and criteria, and play nothing",
    "example": "print a function to begin from, and play nothing",
    "epilog": "A function runs in a separate process with limits on its time, memory and output. "
    "That protects against accidents, not against an attacker: give it no stranger's function. "
    "On Windows only time and output are limited; on macOS memory is looked at from outside. "
    "A rule table holds no code.",
    "entries_head": "Entries",
    "settings_head": "Settings (any preset too: {presets})",
    "criteria_head": "Criteria (ours)",
    "refused_head": "Not admitted",
    "none_left": "No entry is left to play.",
    "head": "{criterion} ({unit}), mean over {settings}, {worlds}, {rounds} rounds each",
    "one_setting": "1 setting",
    "settings": "{count} settings",
    "row": "{low:.4f} to {high:.4f}",
    "name": "{label} ({whose})",
    "shared": "Entries whose difference is not clear share a place (95 % for the whole table).",
    "firsts": "Who comes first",
    "too_little": "Too little was played for a ranking.",
    "stopped": "Stopped after {done} of {total} meetings; what follows rests on these.",
    "progress": "{done} of {total} meetings, about {left:.0f} s left",
    "choice": "The criterion is your choice: the papers do not say what winning is.\n"
    "Who wins, wins in this model of ours: nothing in it takes advantage of a state that always "
    "holds back.",
    "no_forecast": "This shows what the rules do under these assumptions, and forecasts nothing: "
    "balance of relationships guarantees no systemic consequence (R61, P0 L1397-1403).",
}

COLUMNS = ("place", "entry", "score", "95 % interval", "among its own")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.epilog = WORDS["epilog"]
    parser.add_argument("--entry", action="append", metavar="NAME|FILE", help=WORDS["entry"])
    parser.add_argument("--setting", action="append", metavar="NAME", help=WORDS["setting"])
    parser.add_argument("--worlds", type=int, default=24, help=WORDS["worlds"])
    parser.add_argument("--rounds", type=int, default=40, help=WORDS["rounds"])
    parser.add_argument("--criterion", default="security", help=WORDS["criterion"])
    parser.add_argument("--seed", type=int, default=None, help=WORDS["seed"])
    parser.add_argument("--list", action="store_true", help=WORDS["list"])
    parser.add_argument("--example", action="store_true", help=WORDS["example"])


def run(args: argparse.Namespace) -> int:
    """Play a tournament and print who came first, how surely, and on what that depends."""
    from bor_widgets.simulation.entries import admit, built_in
    from bor_widgets.simulation.own_doctrine import EXAMPLE
    from bor_widgets.simulation.settings import USUAL, setting_named
    from bor_widgets.simulation.tournament import Outcome, Tournament

    if args.example:
        say(EXAMPLE.rstrip())
        return 0
    if args.list:
        return _list()
    entries, refused = admit(args.entry or list(built_in()))
    _say_lines(WORDS["refused_head"], [str(each) for each in refused])
    if not entries:
        say(WORDS["none_left"], error=True)
        return 1
    try:
        tournament = Tournament(
            entries,
            tuple(setting_named(name) for name in args.setting or USUAL),
            worlds=args.worlds,
            rounds=args.rounds,
            criterion=args.criterion,
            seed=args.seed,
        )
    except ValueError as error:
        say(str(error), error=True)
        return 1
    outcome = Outcome(tournament)
    line = _Progress()
    stopped = False
    try:
        tournament.run(progress=line.show, earlier=outcome)
    except KeyboardInterrupt:  # what was played is kept
        stopped = True
    line.end()
    if not outcome.complete:
        say(WORDS["stopped"].format(done=len(outcome.played), total=outcome.total))
    _tell(outcome)
    return 130 if stopped else 0


def _tell(outcome: Outcome) -> None:
    """Print the ranking, the winners by setting and criterion, and what they depend on."""
    from bor_widgets.simulation.criteria import criteria
    from bor_widgets.simulation.ranking import standings, whether_it_depends, winners

    t = outcome.tournament
    by = criteria()[t.criterion]
    table = standings(outcome)
    if not table:
        say(WORDS["too_little"])
        return
    count = len(t.settings)
    over = WORDS["one_setting"] if count == 1 else WORDS["settings"].format(count=count)
    worlds = f"{table[0].score.count} worlds of each pair"
    say(
        WORDS["head"].format(
            criterion=by.label, unit=by.unit, settings=over, worlds=worlds, rounds=t.rounds
        )
    )
    say(by.meaning)
    say()
    for line in _columns(table):
        say(line)
    say(WORDS["shared"])
    say()
    labels = {entry.name: entry.label for entry in t.entries}
    first = winners(outcome)
    say(WORDS["firsts"])
    for setting in t.settings:
        say(f"  {setting.label}")
        for criterion in criteria().values():
            names = first.get((setting.name, criterion.name), ())
            told = ", ".join(labels[name] for name in names) or WORDS["too_little"]
            say(f"    {criterion.label}: {told}")
    say()
    say(whether_it_depends(outcome))
    say(WORDS["choice"])
    say(WORDS["no_forecast"])


def _columns(table: Iterable[Standing]) -> list[str]:
    from bor_widgets.simulation.entries import WORDS as ENTRY_WORDS

    rows = [COLUMNS]
    for row in table:
        whose = ENTRY_WORDS[row.entry.whose]
        rows.append(
            (
                str(row.place),
                WORDS["name"].format(label=row.entry.label, whose=whose),
                f"{row.score.mean:.4f}",
                WORDS["row"].format(low=row.score.low, high=row.score.high),
                f"{row.alone.mean:.4f}",
            )
        )
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _list() -> int:
    from bor_widgets.simulation.criteria import criteria
    from bor_widgets.simulation.entries import WORDS as ENTRY_WORDS
    from bor_widgets.simulation.entries import built_in
    from bor_widgets.simulation.presets import presets
    from bor_widgets.simulation.settings import settings

    _say_lines(
        WORDS["entries_head"],
        [f"{e.name}: {e.meaning or e.label} ({ENTRY_WORDS[e.whose]})" for e in built_in().values()],
    )
    _say_lines(
        WORDS["settings_head"].format(presets=", ".join(presets())),
        [f"{s.name}: {s.label}" for s in settings().values()],
    )
    _say_lines(WORDS["criteria_head"], [f"{c.name}: {c.meaning}" for c in criteria().values()])
    return 0


def _say_lines(head: str, lines: list[str]) -> None:
    if lines:
        say(head)
        for line in lines:
            say(f"  {line}")
        say()


class _Progress:
    """One line that says how far it is: rewritten in a terminal, a few lines elsewhere."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._told = 0
        self._live = sys.stderr.isatty()

    def show(self, done: int, total: int) -> None:
        tenth = 10 * done // total
        if not self._live and tenth == self._told:
            return
        self._told = tenth
        left = (time.monotonic() - self._began) * (total - done) / done
        told = WORDS["progress"].format(done=done, total=total, left=left)
        print(f"\r{told}\033[K" if self._live else told, end="" if self._live else "\n",
              file=sys.stderr, flush=True)  # fmt: skip

    def end(self) -> None:
        if self._live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
