"""CaseAtlas: every case on a line of time and on a map of the world."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar

import traitlets

from bor_widgets.cases import Case, cases
from bor_widgets.charts import case_atlas, case_atlas_told, world
from bor_widgets.charts.case_atlas_card import atlas_card
from bor_widgets.charts.countries import country_name, seats
from bor_widgets.charts.words import source_note
from bor_widgets.widgets import assets, panel
from bor_widgets.widgets.console_state import ConsoleState
from bor_widgets.widgets.saved_state import to_link

WORDS = {
    "filters": "Choose cases",
    "text": "Search",
    "text_hint": "country, topic, year",
    "clear": "Show all cases",
    "country": "On the map: {name}",
    "country_clear": "Take away the country {name}",
    "rule_hint": "A rule hints at the answer of its cases. Predict first where you can.",
    "line": "Line of time",
    "line_help": (
        "Each mark is a case. Press one to read it; the arrow keys walk from case to case. "
        "Years after 1991 are drawn wider, because most cases stand there."
    ),
    "line_walk": "Cases in the order of time. Arrow keys walk, Enter opens.",
    "today": "today",
    "eras": "The background: three kinds of eras in paper P2, and the years it leaves open",
    "key_event": "when it happened",
    "key_cited": "only the year of a cited work",
    "key_open": "an arrow: goes on beyond",
    "words_tray": "A period in words, no year",
    "none_tray": "No date in the papers",
    "map": "Map of the world",
    "map_help": "Press a country to see its cases.",
    "map_walk": "Countries with cases, most cases first. Arrow keys walk, Enter filters.",
    "map_waiting": "The map is on its way.",
    "map_key": "Cases in a country",
    "seat_key": "seat of an organisation",
    "alt": "In words",
    "list": "The cases",
    "list_help": "Choose a case here, on the line, or start from a country on the map.",
    "back": "Back to the list",
    "actor": "actor",
    "counterpart": "counterpart",
    "third": "third party",
    "parties": "Who takes part",
    "setting": "What the actor faces",
    "read": "Where to read it",
    "rules": "Rules that explain the answer",
    "rules_hint": "Opening this hints at what was done. Predict first.",
    "cited": "This is the year of a work the paper cites, not of what happened.",
    "predict": "What was done is not told here: open the case, predict, then compare.",
    "open": "Open in the console",
    "opened": "Opened below.",
    "save_picture": "Save the line as a picture",
    "save_map": "Save the map as a picture",
    "save_list": "Save the list (CSV)",
    "theirs": "your own",
}

#: the columns of a saved list
COLUMNS = ("id", "title", "years", "papers")


class CaseAtlas(panel.Panel):
    """Two ways into the cases: when they happened, and where.

    Parameters
    ----------
    on_open
        Called with the slug of a case that is to be opened in a console below; a page of
        its own goes to the console's page instead.
    today
        The last year of the line; this year if left out.

    Attributes
    ----------
    filters
        What is filtered by, two-way: any of ``paper``, ``theory``, ``rule``, ``actor``,
        ``era``, ``country`` and ``text``. What does not exist is dropped.
    chosen
        Slug of the case whose card is shown, two-way; "" for none.
    opened
        Slug of the case that was last opened in a console below.
    shown
        Slugs of the cases that fit, in the order of time.
    rows, facets, line, eras
        Every case, what can be filtered by, and the line of time behind them.
    told
        What is said of the cases that fit: ``count``, titles and text alternatives.
    marks
        Countries and seats with their number of cases.
    world
        The lines of the map; empty until the page has been shown.
    card
        The chosen case, without what was done.

    Messages
    --------
    ``shown`` (the page can be seen), ``arrived`` (with ``asked`` from the address),
    ``open`` (the chosen case), ``list`` (a file of the cases that fit).
    """

    _esm: ClassVar[Any] = panel.script(
        "case_atlas", "picture", "case_atlas_line", "world_map", "case_atlas_card"
    )
    _css: ClassVar[Any] = "\n".join([panel.style("case_atlas"), assets.plain_style("page")])

    filters = traitlets.Dict().tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
    opened = traitlets.Unicode("").tag(sync=True)
    shown = traitlets.List(traitlets.Unicode()).tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    facets = traitlets.List(traitlets.Dict()).tag(sync=True)
    line = traitlets.Dict().tag(sync=True)
    eras = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)
    marks = traitlets.Dict().tag(sync=True)
    world = traitlets.Dict().tag(sync=True)
    card = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict({**WORDS, **assets.SOURCE_WORDS}).tag(sync=True)

    def __init__(
        self, on_open: Callable[[str], None] | None = None, *, today: int | None = None
    ) -> None:
        self._on_open = on_open
        self._today = today or date.today().year
        super().__init__(
            rows=case_atlas.rows(cases, self._today),
            facets=case_atlas.facets(cases, self._today),
            line={"bands": case_atlas.bands(self._today), "ticks": case_atlas.ticks(self._today)},
            eras=source_note("S27"),
        )
        self._follow(None)

    @property
    def fitting(self) -> list[Case]:
        """The cases that meet every filter, in the order of time."""
        return [cases[slug] for slug in self.shown]

    @traitlets.validate("filters")
    def _only_known(self, proposal: Any) -> dict[str, str]:
        return case_atlas.clean_filters(proposal["value"], self._today)

    @traitlets.validate("chosen")
    def _known(self, proposal: Any) -> str:
        slug = str(proposal["value"])
        return cases[slug].slug if slug and slug in cases else ""

    @traitlets.observe("filters")
    def _follow(self, _change: Any) -> None:
        found = {c.slug for c in case_atlas.fitting(self.filters, cases.values(), self._today)}
        # one order everywhere: that of the line
        slugs = [row["slug"] for row in self.rows if row["slug"] in found]
        fit = [cases[slug] for slug in slugs]
        country = self.filters.get("country", "")
        with self.hold_sync():
            self.shown = slugs
            self.told = {
                "count": case_atlas_told.count_text(fit, len(cases)),
                "line": case_atlas_told.line_title(fit),
                "line_alt": case_atlas_told.line_alt(fit, self._today),
                "map": case_atlas_told.map_title(fit, country),
                "map_alt": case_atlas_told.map_alt(fit),
                "absent": case_atlas_told.absent_text(fit),
                "country": country_name(country) if country else "",
            }
            self.marks = dict(case_atlas_told.marks(fit))

    @traitlets.observe("chosen")
    def _show_card(self, _change: Any) -> None:
        self.card = self._card() if self.chosen else {}

    def _card(self) -> dict[str, Any]:
        state = ConsoleState()
        state.open_case(self.chosen)
        link = f"console.ipynb?s={to_link(state.now)}"
        return {**atlas_card(cases[self.chosen]), "link": link}

    def accepts(self, message: Mapping[str, Any]) -> bool:
        """Whether the message carries what its kind needs."""
        match message["kind"]:
            case "arrived":
                return isinstance(message.get("asked"), dict)
            case "open":
                return bool(self.chosen)
        return message["kind"] in ("shown", "list")

    def respond(self, message: dict[str, Any]) -> None:
        """Answer the page."""
        match message["kind"]:
            case "shown":
                self._send_world()
            case "arrived":
                asked = message["asked"]
                self.filters = {key: asked.get(key, "") for key in case_atlas.FILTERS}
                slug = asked.get("case", "")
                self.chosen = slug if isinstance(slug, str) else ""
            case "open":
                self.opened = ""
                self.opened = self.chosen
                if self._on_open is not None:
                    self._on_open(self.chosen)
            case "list":
                self.send({"kind": "file", "name": "cases.csv", "text": self.list_text()})

    def _send_world(self) -> None:
        if self.world:
            return
        drawn = world.world()
        self.world = {
            "width": world.WIDTH,
            "height": world.HEIGHT,
            "paths": drawn.paths,
            "centres": drawn.centres,
            "seats": {name: world.project(seat.lon, seat.lat) for name, seat in seats().items()},
            "legend": case_atlas_told.legend(),
            "note": case_atlas.atlas_word("map", "note"),
        }

    def list_text(self) -> str:
        """Return the cases that fit as a table with commas, for a spreadsheet."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(COLUMNS)
        fit = set(self.shown)
        for row in self.rows:
            if row["slug"] in fit:
                cells = [row["id"], row["title"], row["years"], " ".join(row["papers"])]
                # a spreadsheet takes what begins with such a sign for a formula
                table.writerow([f"'{c}" if c[:1] in "=+-@\t\r" else c for c in cells])
        return text.getvalue()
