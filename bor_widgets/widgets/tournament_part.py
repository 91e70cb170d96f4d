"""TournamentPart: doctrines, and one's own, play each other in several settings."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets

from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.world_lab.ranges import ranges
from bor_widgets.charts.world_lab.tournament_view import ranking_view, winners_view
from bor_widgets.charts.world_lab.words import told
from bor_widgets.simulation.criteria import criteria
from bor_widgets.simulation.entries import Entry, built_in
from bor_widgets.simulation.progress import Progress
from bor_widgets.simulation.settings import settings
from bor_widgets.simulation.tournament import SPREADS, Outcome, Tournament
from bor_widgets.widgets import lab_extra, lab_runs
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.lab_bar import LabBar
from bor_widgets.widgets.lab_form import LabForm, block, field, option, read_count, read_key
from bor_widgets.widgets.lab_part import LabPart
from bor_widgets.widgets.lab_work import Stop
from bor_widgets.widgets.tournament_code import TournamentCode
from bor_widgets.widgets.tournament_table import TournamentTable

WORDS = {
    "unit": "meetings",
    "entries": "Who takes part",
    "entries_chosen": "Each meets each other one, and itself, half and half in one world",
    "papers": "the papers'",
    "ours": "ours",
    "yours": "yours",
    "where": "Where, and by what",
    "settings": "Settings",
    "criterion": "What winning is (the papers do not say; you choose)",
    "worlds": "worlds of each pair",
    "rounds": "rounds",
    "setting": "Ranking in",
    "everywhere": "all settings together",
    "none": "choose at least one",
    "large": "this page plays at most {most:,} meetings; given were {given:,}",
    "taken": "its name is taken by another entry: choose another name",
    "own_table": "Your own rule table",
    "own_table_hint": "108 questions in a grid; no Python",
    "own_code": "Your own function",
    "own_code_hint": "a few lines of Python, tried in a process of its own",
    "mine": "a doctrine of your own",
}

#: what the papers' doctrines do, in a line each
MEANINGS: Mapping[str, str] = {
    "relationships": "Judges what a challenge does to the tie, and answers by compromise, by a mix "
    "of punishment and repair, or by breakup.",
    "power": "Looks at power: balances one that grows too strong, or joins it.",
    "values": "Spreads a value of its own and enforces it on others, until it tires.",
    "soft": "Restrains a threatening power by institutions, ententes and sanctions, short of arms.",
    "by_table": "Chooses between the first two tie by tie, as the table of two conditions says.",
}

#: who plays at first, and where
FIRST = ("relationships", "power", "soft", "tit for tat")
FIRST_SETTINGS = ("interwar", "equals")

MOST_MEETINGS, MOST_WORLDS, MOST_ROUNDS = 5_000, 1_000, 1_000

#: entries of one's own at most; the list must stay one that can be read
MOST_OWN = 20


class TournamentPart(LabPart):
    """The part of the laboratory where doctrines play each other.

    Attributes
    ----------
    table, code
        Where somebody writes a doctrine of their own; made when first unfolded.
    shown
        In which setting the ranking is shown.
    """

    def __init__(self) -> None:
        self._own: dict[str, Entry] = {}
        self._outcome: Outcome | None = None
        self.table: TournamentTable | None = None
        self.code: TournamentCode | None = None
        values = {
            "entries": list(FIRST), "settings": list(FIRST_SETTINGS), "criterion": "security",
            "worlds": 8, "rounds": 30,
        }  # fmt: skip
        form = LabForm(name="tournament", blocks=_blocks(built_in()), values=values)
        self.shown = LabForm(name="shown", blocks=_shown(()), values={"setting": ""})
        bar = LabBar("tournament", WORDS["unit"], notes=lab_extra.missing("numba"))
        super().__init__("tournament", form, bar)
        self._noted()
        self.own_folds = (
            Fold("own-table", WORDS["own_table"], WORDS["own_table_hint"], self._make_table),
            Fold("own-code", WORDS["own_code"], WORDS["own_code_hint"], self._make_code),
        )
        form.observe(self._typed, "values")
        self.shown.observe(lambda _: self.draw(), "values")
        self.draw()
        self.children = [form, *self.own_folds, bar, self.shown, self.board, self.fold]

    @property
    def entries(self) -> dict[str, Entry]:
        """Everybody who can take part, by name."""
        return {**built_in(), **self._own}

    @property
    def outcome(self) -> Outcome | None:
        """What was played so far."""
        return self._outcome

    def _make_table(self) -> Sequence[ipywidgets.Widget]:
        self.table = TournamentTable(self.join)
        return [self.table]

    def _make_code(self) -> Sequence[ipywidgets.Widget]:
        self.code = TournamentCode(self.join)
        return [self.code]

    def join(self, entry: Entry) -> None:
        """Let an entry of one's own take part; one of the same name is replaced.

        Raises
        ------
        ValueError
            If its name is that of an entry that comes with the product.
        """
        if entry.name in built_in() or entry.label in {e.label for e in built_in().values()}:
            raise ValueError(WORDS["taken"])
        while len(self._own) >= MOST_OWN and entry.name not in self._own:
            self._own.pop(next(iter(self._own)))
        self._own[entry.name] = entry
        chosen = [name for name in self.form.values["entries"] if name in self.entries]
        with self.form.hold_sync():
            self.form.blocks = _blocks(self.entries)
            self.form.put(entries=list(dict.fromkeys([*chosen, entry.name])))
        self.compare("entries")

    def _typed(self, change: Mapping[str, Any]) -> None:
        _, self.form.errors = self._read()
        self._noted()
        if change["new"].get("criterion") != change["old"].get("criterion"):
            self.draw()
        self.compare("entries", "settings", "worlds", "rounds")

    def _noted(self) -> None:
        by = criteria().get(str(self.form.values.get("criterion")))
        self.form.notes = {"criterion": by.meaning} if by else {}

    def _read(self) -> tuple[Tournament | None, dict[str, str]]:
        """Read a tournament off the fields; or None, and what is wrong by field."""
        values, errors = self.form.values, {}
        kept: dict[str, Any] = {}
        readers: dict[str, Callable[[], Any]] = {
            "worlds": lambda: read_count(values, "worlds", WORDS["worlds"], 2, MOST_WORLDS),
            "rounds": lambda: read_count(values, "rounds", WORDS["rounds"], 1, MOST_ROUNDS),
            "criterion": lambda: read_key(values, "criterion", "criterion", list(criteria())),
        }
        for name, read in readers.items():
            try:
                kept[name] = read()
            except ValueError as error:
                errors[name] = str(error)
        entries = [self.entries[n] for n in values.get("entries", ()) if n in self.entries]
        places = [settings()[n] for n in values.get("settings", ()) if n in settings()]
        for name, held in (("entries", entries), ("settings", places)):
            if not held:
                errors[name] = WORDS["none"]
        if errors:
            return None, errors
        pairs = len(entries) * (len(entries) + 1) // 2
        given = pairs * len(places) * min(SPREADS, kept["worlds"])
        if given > MOST_MEETINGS:
            return None, {"entries": WORDS["large"].format(most=MOST_MEETINGS, given=given)}
        ties = sum(place.config.states**2 for place in places)
        path = lab_runs.path_for(2.0 * ties * pairs * kept["worlds"] * kept["rounds"])
        return Tournament(tuple(entries), tuple(places), path=path, **kept), {}

    def start(self) -> None:
        """Play what is set, from the beginning."""
        tournament, self.form.errors = self._read()
        if tournament is None or self.work.running:
            return
        self._outcome = Outcome(tournament)
        with self.shown.hold_sync():
            places = [(each.name, each.label) for each in tournament.settings]
            self.shown.blocks = _shown(places)
            self.shown.values = {"setting": ""}
        self.bar.clear()
        self.resume()

    def resume(self) -> None:
        """Go on with what was stopped."""
        outcome = self._outcome
        if outcome is None:
            return

        def job(stop: Stop) -> None:
            began, at_first = time.monotonic(), len(outcome.played)

            def tell(done: int, total: int) -> None:
                seconds = time.monotonic() - began
                left = seconds * (total - done) / max(done - at_first, 1)
                self.told(Progress(done, total, seconds, left))

            outcome.tournament.run(tell, stop, outcome, threads=lab_runs.THREADS)
            lab_runs.was_run(outcome.tournament.path)

        self.go(job, lambda: outcome.complete)

    def draw(self) -> None:
        """Show the ranking and the winners, as far as it was played."""
        outcome, criterion = self._outcome, str(self.form.values.get("criterion"))
        if outcome is None or criterion not in criteria():
            self.put_up(_empty(told("ranking", "waiting")))
            return
        # what is being played grows meanwhile: a picture is of one moment
        outcome = Outcome(outcome.tournament, dict(outcome.played))
        setting = self.shown.values.get("setting") or None
        names = [each.name for each in outcome.tournament.settings]
        if setting not in names:
            setting = None
        self.put_up(ranking_view(outcome, criterion, setting), winners_view(outcome))


def _empty(title: str) -> Drawing:
    return ranges("ranking", title, (), axis="", foot="")


def _shown(places: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    options = [option("", WORDS["everywhere"]), *(option(*place) for place in places)]
    return [block("shown", "", [field("setting", "select", WORDS["setting"], options=options)])]


def _blocks(entries: Mapping[str, Entry]) -> list[dict[str, Any]]:
    playing = [
        option(
            entry.name, entry.label, tag=WORDS[entry.whose],
            note=entry.meaning or MEANINGS.get(entry.name, WORDS["mine"]),
        )
        for entry in entries.values()
    ]  # fmt: skip
    places = [option(each.name, each.label) for each in settings().values()]
    winning = [option(each.name, each.label) for each in criteria().values()]
    where = [
        field("settings", "checks", WORDS["settings"], options=places),
        field("criterion", "select", WORDS["criterion"], options=winning),
        field("worlds", "number", WORDS["worlds"], size="half"),
        field("rounds", "number", WORDS["rounds"], size="half"),
    ]
    chosen = [field("entries", "checks", WORDS["entries_chosen"], options=playing)]
    return [
        {**block("entries", WORDS["entries"], chosen), "wide": "part"},
        block("where", WORDS["where"], where),
    ]
