"""Bench: inputs, drawings and a finding that react together, made from one file and one view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import ipywidgets

from bor_widgets.charts.benches.hooks import bench_locks
from bor_widgets.charts.benches.text import bench_kinds, bench_text, bench_view
from bor_widgets.charts.benches.view import View
from bor_widgets.charts.inputs import bench_specs
from bor_widgets.widgets.bench_keep import BenchKeep
from bor_widgets.widgets.bench_parts import ClaimList, Opened, case_items, tension_items
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.board import Board
from bor_widgets.widgets.boxes import box
from bor_widgets.widgets.console_parts import NumbersPart
from bor_widgets.widgets.controls import Controls
from bor_widgets.widgets.fold import Fold
from bor_widgets.widgets.guide import Guide
from bor_widgets.widgets.typed_values import sort_typed
from bor_widgets.widgets.verdict_card import VerdictCard

WORDS = {
    "inputs": "More inputs",
    "inputs_hint": "everything else that this page computes with",
    "numbers": "Our scale",
    "numbers_hint": "every weight and threshold that is ours, to be changed",
    "tensions": "Where the papers pull apart",
    "tensions_hint": "the contradictions of this lesson, with both places",
    "cases": "Cases of this lesson",
    "cases_hint": "each opens in the console: predict first, then compare with the paper",
    "explore": "Explore",
    "explore_hint": "the same drawings as figures to zoom and to save",
    "opened": "In the console",
    "opened_hint": "the tie or the case that you opened, with two sliders and a verdict",
}


class Bench(ipywidgets.VBox):
    """A bench: its inputs move its drawings and its finding, each claim with its source.

    Parameters
    ----------
    link
        A link that another bench of this kind gave out: opens the same picture.
    unfold
        Parts to open at once: any of ``"inputs"``, ``"numbers"``, ``"tensions"``,
        ``"cases"``, ``"explore"``.
    **values
        Values of the inputs to begin with.

    Raises
    ------
    TypeError, ValueError
        For an unknown input, a bad value, a link that cannot be read, or a part that does
        not exist.

    Attributes
    ----------
    state
        What the bench holds, without a screen.
    view
        What it shows now: the finding and the drawings as data.
    """

    #: name of the bench's file and module; a subclass sets it
    name: ClassVar[str] = ""

    def __init__(self, *, link: str = "", unfold: Sequence[str] = (), **values: Any) -> None:
        self.text = bench_text(self.name)
        self._draw_view = bench_view(self.name)
        self._locks = bench_locks(self.name)
        self.state = BenchState(self.text, values, follow=self._follow)
        self._typing: Controls | None = None
        self._showing = False
        others = [name for name in self.text.parameters if name not in self.text.core]
        self.core = Controls()
        self.rest = Controls()
        self._on_screen: dict[Controls, tuple[str, ...]] = {}
        self.guide = Guide(self.state)
        self.board = Board(bench_kinds(self.name), main=True)
        self.verdict = VerdictCard()
        self.keep = BenchKeep(self)
        self.opened = Opened()
        self._parts: dict[str, Any] = {}
        self.folds = self._make_folds(others)
        self._draw()
        self._listen()
        if link:
            self.keep.links.problem = " ".join(self.keep.take_link(link))
        for part in unfold:
            if part not in self.folds or part == "opened":
                known = ", ".join(name for name in self.folds if name != "opened")
                raise ValueError(f"unfold takes any of {known}; given was {part!r}")
            self.folds[part].unfold()
        top = box(
            "bor-bench-top",
            [
                box("bor-bench-left", [self.core]),
                self.board,
                box("bor-bench-right", [self.verdict]),
            ],
        )
        keep = box("bor-bench-keep", [self.keep.bar, self.keep.links])
        folds = box("bor-bench-folds", [f for n, f in self.folds.items() if n != "opened"])
        self._below = folds
        super().__init__([self.guide, top, keep, folds])
        self.add_class("bor-root")
        self.add_class("bor-bench")

    @classmethod
    def look(cls, **values: Any) -> View:
        """Return what the bench would show for some values, without putting it on a screen.

        Parameters
        ----------
        **values
            Values of the inputs; all else is neutral.

        Raises
        ------
        TypeError, ValueError
            For an unknown input or a bad value.
        """
        text = bench_text(cls.name)
        state = BenchState(text, values)
        more = {"calibration": state.now.calibration} if text.calibrated else {}
        return bench_view(cls.name)(state.now.values, **more)

    def _follow(self, _before: Mapping[str, Any], change: Mapping[str, Any]) -> Mapping[str, Any]:
        """Say what else moves with a change; a bench may know of something."""
        return change

    @property
    def view(self) -> View:
        """What is shown now: the finding and the drawings as data."""
        return self._view

    def _make_folds(self, others: Sequence[str]) -> dict[str, Fold]:
        lesson = self.text.lesson
        makers: dict[str, Any] = {
            "tensions": lambda: [ClaimList(items=tension_items(lesson))],
            "cases": lambda: [self._case_list(lesson)],
            "explore": self._explore,
        }
        if self.text.calibrated:
            makers = {"numbers": self._numbers, **makers}
        if others:
            makers = {"inputs": lambda: [self.rest], **makers}
        makers["opened"] = self.opened.make
        return {name: self._fold(name, make) for name, make in makers.items()}

    def _fold(self, name: str, make: Any) -> Fold:
        return Fold(name, WORDS[name], WORDS[f"{name}_hint"], make, lambda: self._refresh(name))

    def _case_list(self, lesson: str) -> ClaimList:
        found = ClaimList(items=case_items(lesson))
        found.hear("case", lambda message: self.open_below(case=message["slug"]))
        return found

    def _numbers(self) -> Sequence[ipywidgets.Widget]:
        part = NumbersPart(self.state)
        self._parts["numbers"] = part
        return [part.widget]

    def _explore(self) -> Sequence[ipywidgets.Widget]:
        # plotly weighs most of all: it comes when something is explored
        from bor_widgets.widgets.bench_explore import BenchExplore

        part = BenchExplore(self)
        self._parts["explore"] = part
        return [part.widget]

    def open_below(self, **what: Any) -> None:
        """Open a ``case`` (slug or id) or a ``situation`` (inputs by name) in the console below.

        Raises
        ------
        KeyError
            For an unknown case, with the nearest known ones.
        """
        if "case" in what:
            from bor_widgets.cases import cases

            what = {"case": cases[what["case"]].slug}
        self.opened.ask(**what)
        fold = self.folds["opened"]
        if fold not in self._below.children:
            self._below.children = (fold, *self._below.children)
        fold.unfold()

    def _listen(self) -> None:
        self.state.observe(lambda _: self._draw(), "now")
        self.state.observe(lambda _: self.guide.refresh(), "answers")
        for controls in (self.core, self.rest):
            controls.observe(lambda change: self._typed(change["owner"]), "values")
            controls.hear("unlock", lambda m: self._picked({"what": "unlock", "key": m["name"]}))
        self.board.hear("set", lambda message: self._set(message["values"]))
        self.board.hear("case", lambda message: self._open_known(message["slug"]))
        self.board.hear("pick", self._picked)

    def _typed(self, controls: Controls) -> None:
        """Take what was typed; a bad value gets its sentence and stays where it is."""
        if self._showing:
            return  # Python itself is showing values
        locks = self._locks(self.state.now.values) or {}
        held = {n: v for n, v in _plain(self.state.now.values).items() if n not in locks}
        good, errors = sort_typed(
            controls.values, held, lambda name, value: self.text.parameters[name].check(value)
        )
        controls.errors = errors
        self._typing = controls
        try:
            self.state.set_inputs(good)
        finally:
            self._typing = None

    def _set(self, values: Mapping[str, Any]) -> None:
        """Take what was dragged; what is refused goes back to where it was."""
        try:
            self.state.set_inputs(values)
        except (TypeError, ValueError):
            self.board.again()
            return
        held = _plain(self.state.now.values)
        if any(held[name] != value for name, value in _plain(values).items()):
            # something else came of it, which the drawings may show as they did before
            self.board.again()

    def _open_known(self, slug: str) -> None:
        from bor_widgets.cases import cases

        if slug in cases:
            self.open_below(case=slug)

    def _picked(self, message: Mapping[str, Any]) -> None:
        """React to a part of a drawing that was chosen; the view says what that means."""
        from bor_widgets.charts.benches.text import bench_pick

        wish = bench_pick(self.name)(self.state.now.values, message["what"], message["key"])
        if "set" in wish:
            self._set(wish["set"])
        if "situation" in wish:
            self.open_below(situation=wish["situation"])
        if "case" in wish:
            self._open_known(wish["case"])

    def _draw(self) -> None:
        """Bring on screen what has changed, and only that."""
        now = self.state.now
        more = {"calibration": now.calibration} if self.text.calibrated else {}
        self._view = self._draw_view(now.values, **more)
        self.board.show(self._view.drawings)
        self.verdict.card = self._view.finding.as_card()
        shown = self.text.shown(now.values)
        self._fill(self.core, [name for name in self.text.core if name in shown])
        self.guide.refresh()
        self.keep.refresh()
        for name, fold in self.folds.items():
            if fold.opened:
                self._refresh(name)

    def _fill(self, controls: Controls, names: Sequence[str]) -> None:
        """Show values, but leave alone what is being typed and was refused."""
        if self._on_screen.get(controls) != tuple(names):
            controls.specs = bench_specs(self.text, names)
            self._on_screen[controls] = tuple(names)
        if controls is not self._typing:
            controls.errors = {}
        coded = self._locks(self.state.now.values)
        locks = {n: lock for n, lock in (coded or {}).items() if n in names}
        shown = _plain({**self.state.now.values, **{n: lock.value for n, lock in locks.items()}})
        kept = {n: controls.values[n] for n in controls.errors if n in controls.values}
        judged = self.text.judged if coded is not None else ()
        flags = {name: "open" for name in judged if name in names and name not in locks}
        flags.update({name: lock.flag for name, lock in locks.items() if lock.flag})
        self._showing = True
        try:
            with controls.hold_sync():
                controls.values = {**{name: shown[name] for name in names}, **kept}
                controls.locked = {name: lock.reason for name, lock in locks.items()}
                controls.fixed = [name for name, lock in locks.items() if lock.final]
                controls.flags = flags
        finally:
            self._showing = False

    def _refresh(self, name: str) -> None:
        if name == "inputs":
            shown = self.text.shown(self.state.now.values)
            self._fill(self.rest, [name for name in shown if name not in self.text.core])
        elif name in self._parts:
            self._parts[name].refresh()


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as the page keeps them (lists instead of tuples)."""
    return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}
