"""The console: move two sliders, and watch the rules of three papers react."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from bor_widgets.charts.case_page import lock_reason
from bor_widgets.charts.inputs import input_specs, input_values
from bor_widgets.charts.restraint import restraint_picture
from bor_widgets.charts.situation_map import map_alt, map_picture, point_label
from bor_widgets.charts.verdict import verdict_card
from bor_widgets.situation import Situation
from bor_widgets.theory import WORDINGS, phrase
from bor_widgets.widgets.boxes import box, show
from bor_widgets.widgets.choice_switch import ChoiceSwitch
from bor_widgets.widgets.console_keep import KeepPart
from bor_widgets.widgets.console_parts import PARTS
from bor_widgets.widgets.console_state import ConsoleState
from bor_widgets.widgets.controls import Controls
from bor_widgets.widgets.decision_map_view import DecisionMapView
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.guide import Guide
from bor_widgets.widgets.idle import in_a_kernel
from bor_widgets.widgets.restraint_bars import RestraintBars
from bor_widgets.widgets.saved_state import from_link
from bor_widgets.widgets.tie_network import TieNetwork
from bor_widgets.widgets.typed_values import sort_typed
from bor_widgets.widgets.verdict_card import VerdictCard

WORDS = {
    "wording": "Principle 1, in which wording?",
    "wording_note": "The paper words its trigger in two ways (tension E01).",
    "case": "Work on a case",
    "case_hint": "Iraq 2003 and 93 others: predict first, then compare with the paper",
    "inputs": "More inputs",
    "inputs_hint": "means, leadership, power, allies, institutions and the rest",
    "ledger": "Four theories side by side",
    "ledger_hint": "where they agree, where they clash, what none of them says",
    "changes": "What would change this?",
    "changes_hint": "the smallest single change of an input that alters the response",
    "explore": "Explore",
    "explore_hint": "readings along the threat, judgements of leaders, sections of the map",
    "numbers": "Our scale",
    "numbers_hint": "every weight and threshold that is ours, to be changed",
}

#: the two sliders with which everything opens
CORE = ("threat", "relationship")


class Console(ipywidgets.VBox):
    """Two sliders, one map, one verdict with its reasons; everything else unfolds.

    Parameters
    ----------
    situation
        Where to begin; neutral if left out.
    case
        Slug or id of a case to begin with.
    link
        A link that another console gave out: opens the same picture.
    unfold
        Parts to open at once: any of ``"case"``, ``"inputs"``, ``"changes"``,
        ``"ledger"``, ``"explore"``, ``"numbers"``.
    linked
        Whether the page's address follows this console; false where it stands below
        something else that owns the address.

    Raises
    ------
    KeyError
        For an unknown case.
    ValueError
        For a link that cannot be read, or a part that does not exist.

    Attributes
    ----------
    state
        What the console holds, without a screen: read the situation, the response and the
        committed predictions from it.

    Examples
    --------
    >>> console = Console(Situation(threat=0.7, relationship=0.4))
    >>> console.state.response.action
    'breakup'
    """

    def __init__(
        self,
        situation: Situation | None = None,
        *,
        case: str = "",
        link: str = "",
        unfold: Sequence[str] = (),
        linked: bool = True,
    ) -> None:
        self.state = ConsoleState(situation)
        self._drawn: dict[str, Any] = {}
        self._typing: Controls | None = None
        self._showing = False
        self.core = Controls(specs=input_specs(CORE))
        self.wording = ChoiceSwitch(
            label=WORDS["wording"],
            note=WORDS["wording_note"],
            options=[{"key": key, "label": phrase("wording", key)} for key in WORDINGS],
            value=self.state.now.wording,
        )
        self.map = DecisionMapView()
        self.verdict = VerdictCard()
        self.restraint = RestraintBars()
        self.ties = TieNetwork()
        self.keep = KeepPart(self.state)
        self.rest = Controls(specs=input_specs(but=CORE))
        self._parts: dict[str, Any] = {}
        self.folds = {
            "case": self._fold("case", lambda: self._make("case")),
            "inputs": self._fold("inputs", lambda: [self.rest]),
            "changes": self._fold("changes", lambda: self._make("changes")),
            "ledger": self._fold("ledger", lambda: self._make("ledger")),
            "explore": self._fold("explore", lambda: self._make("explore")),
            "numbers": self._fold("numbers", lambda: self._make("numbers")),
        }
        self._draw()
        self._listen()
        if case:
            self.open_case(case)
        if link:
            self.keep.restore(*from_link(link))
        for name in unfold:
            if name not in self.folds:
                raise ValueError(f"unfold takes any of {', '.join(self.folds)}; given was {name!r}")
            self.folds[name].unfold()
        super().__init__(self._arrange(linked=linked))
        self.add_class("bor-root")
        self.add_class("bor-console")
        if not (linked and in_a_kernel()):
            self._draw_ties()

    def _arrange(self, *, linked: bool) -> list[ipywidgets.Widget]:
        left = box("bor-console-left", [self.core, self.wording])
        right = box("bor-console-right", [self.verdict])
        top = box("bor-console-top", [left, self.map, right])
        folds = box("bor-console-folds", list(self.folds.values()))
        under = box("bor-console-under", [self.restraint, self.ties])
        if not linked:
            # what stands below another page is presented and kept with that page
            return [top, under, box("bor-console-keep", [self.keep.bar]), folds]
        return [
            Guide(),
            top,
            under,
            box("bor-console-keep", [self.keep.bar, self.keep.links]),
            folds,
        ]

    def open_case(self, key: str) -> None:
        """Open a case by slug or id.

        Raises
        ------
        KeyError
            For an unknown case, with the nearest known ones.
        """
        from bor_widgets.cases import cases

        self.state.open_case(cases[key].slug if key else "")

    def _fold(self, name: str, make: Any) -> Fold:
        return Fold(name, WORDS[name], WORDS[f"{name}_hint"], make, lambda: self._refresh(name))

    def _listen(self) -> None:
        self.keep.links.hear("shown", lambda _: self._draw_ties())
        self.state.observe(lambda _: self._draw(), "now")
        self.state.observe(lambda _: self._draw(), "predictions")
        for controls in (self.core, self.rest):
            controls.observe(lambda change: self._typed(change["owner"]), "values")
            controls.hear("unlock", lambda message: self.state.unlock(message["name"]))
        self.map.observe(lambda _: self._dragged(), ["x", "y"])
        self.wording.observe(lambda change: self.state.set_wording(change["new"]), "value")

    def _typed(self, controls: Controls) -> None:
        """Take what was typed; a bad value gets its sentence and stays where it is."""
        if self._showing:
            return  # Python itself is showing values

        def checked(name: str, value: Any) -> Any:
            self.state.check_input(name, value)
            return value

        held = input_values(self.state.now.situation)
        good, errors = sort_typed(controls.values, held, checked)
        # the sentences first: what stands beside them is then left alone
        controls.errors = errors
        self._typing = controls
        try:
            self.state.set_inputs(good)
        finally:
            self._typing = None

    def _dragged(self) -> None:
        asked = {"relationship": self.map.x, "threat": self.map.y}
        locked = {name for name in asked if name in self.state.locked}
        self.state.set_inputs({name: v for name, v in asked.items() if name not in locked})
        if locked:
            # a locked input does not move: bring the point back
            now = self.state.now.situation
            self.map.x, self.map.y = now.relationship, now.threat

    def _draw(self) -> None:
        """Bring on screen what has changed, and only that."""
        now, response = self.state.now, self.state.response
        values = input_values(now.situation)
        coded = "grade" in self.state.locked
        with self.map.hold_sync():
            areas = (
                coded,
                now.calibration,
                now.wording,
                now.situation.with_(threat=0.5, relationship=0.5),
            )
            if self._drawn.get("areas") != areas:
                picture = map_picture(now.situation, now.calibration, now.wording, coded=coded)
                show(self.map, title=picture.title, axes=picture.axes, bands=picture.bands)
                self._drawn["areas"] = areas
            self.map.x, self.map.y = now.situation.relationship, now.situation.threat
            self.map.point_label = point_label(response)
            self.map.alt = map_alt(now.situation, response, now.calibration)
        self.verdict.card = verdict_card(response, coded=coded)
        bars = restraint_picture(response)
        show(self.restraint, title=bars.title, alt=bars.alt, bars=bars.bars)
        if "ties" in self._drawn:
            self._draw_ties()
        self._fill(self.core, {name: values[name] for name in CORE})
        if self.folds["inputs"].opened:
            self._refresh("inputs")
        self.wording.value = now.wording
        self.keep.refresh()
        if now.case != self._drawn.get("case", ""):
            # whoever opens a case, from wherever, wants to read it
            self._drawn["case"] = now.case
            self.folds["case"].button.opened |= bool(now.case)
        for name, fold in self.folds.items():
            if name != "inputs" and fold.opened:
                self._refresh(name)

    def _fill(self, controls: Controls, values: dict[str, Any]) -> None:
        """Show values, but leave alone what is being typed and was refused."""
        if controls is not self._typing:
            controls.errors = {}
        kept = {n: controls.values[n] for n in controls.errors if n in controls.values}
        locked, case = self.state.locked, self.state.case
        flags = dict.fromkeys(values, "open") if case else {}
        if case is not None:
            flags.update(
                {n: c.basis for n, c in case.coding.items() if n in values and n in locked}
            )
        reasons = {n: lock_reason(case, n) for n in locked if n in values} if case else {}
        self._showing = True
        try:
            with controls.hold_sync():
                controls.values = {**values, **kept}
                controls.locked = reasons
                controls.flags = flags
        finally:
            self._showing = False

    def _refresh(self, name: str) -> None:
        if name == "inputs":
            values = input_values(self.state.now.situation)
            self._fill(self.rest, {n: v for n, v in values.items() if n not in CORE})
        elif name in self._parts:
            self._parts[name].refresh()

    def _make(self, name: str) -> Sequence[ipywidgets.Widget]:
        if name == "explore":
            # plotly weighs most of all: it comes when something is explored
            from bor_widgets.widgets.console_explore import ExplorePart

            explored = ExplorePart(self.state)
            self._parts[name] = explored
            return explored.widgets
        part = PARTS[name](self.state)
        self._parts[name] = part
        return getattr(part, "widgets", (part.widget,))

    def _draw_ties(self) -> None:
        # networkx is not needed for the first view: it is loaded once that is on screen
        from bor_widgets.charts.tie_picture import tie_picture

        picture = tie_picture(self.state.now.situation, self.state.response, self.state.case)
        with self.ties.hold_sync():
            self.ties.title, self.ties.alt = picture.title, picture.alt
            self.ties.nodes, self.ties.edges = picture.nodes, picture.edges
        self._drawn["ties"] = True
