"""Explorable: a pure function that a reader explores with a few sliders, live or without Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, ClassVar

import traitlets

from bor_widgets.charts.explorable import Exploration, Shown, exploration
from bor_widgets.charts.explorable_benches import bench_exploration, console_exploration
from bor_widgets.charts.explorable_pack import plain
from bor_widgets.situation import Parameter
from bor_widgets.widgets import explorable_parts, panel

WORDS = {
    "still": "{name} has no sliders of its own; those that have are {known}",
}


class Explorable(panel.Panel):
    """A figure with sliders: each position shows what a pure function answers to it.

    Where a kernel runs, Python is asked at every move, and a slider walks through its whole
    range. With ``in_advance`` the answers on the sliders' stops are packed beside the figure, so
    that a saved page goes on answering when no kernel is left.

    Parameters
    ----------
    function
        A pure function. It takes the sliders' values by name, and returns what is shown: a
        :class:`~bor_widgets.charts.benches.view.View`, a drawing, or a
        :class:`~bor_widgets.charts.explorable.Picture`.
    sliders
        Name of a declared input -> a step, a list of stops, or None for every option. Range,
        label and meaning come from the declaration; the steps are our scale.
    start
        Values to begin with; the declared neutral ones for the rest.
    title
        What the figure is about.
    declared
        Where the inputs are declared: those of a situation by default.
    in_advance
        Whether to compute every answer now and to keep them in the page.

    Raises
    ------
    TypeError, ValueError
        For an input that is not declared, a bad stop, a function that returns something else,
        or more answers than a page may hold.

    Examples
    --------
    >>> from bor_widgets import Explorable, Situation, respond
    >>> from bor_widgets.charts.explorable import Picture
    >>> from bor_widgets.charts.verdict import verdict_card
    >>> def verdict(threat, relationship):
    ...     found = respond(Situation(threat=threat, relationship=relationship))
    ...     return Picture(verdict_card(found))
    >>> figure = Explorable(verdict, {"threat": 0.1, "relationship": 0.1})
    """

    _esm: ClassVar[Any] = explorable_parts.script()
    _css: ClassVar[Any] = explorable_parts.style()

    title = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    sliders = traitlets.List(traitlets.Dict()).tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    grid = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict(explorable_parts.all_words()).tag(sync=True)

    def __init__(
        self,
        function: Callable[..., Shown],
        sliders: Mapping[str, Any],
        *,
        start: Mapping[str, Any] | None = None,
        title: str = "",
        declared: Mapping[str, Parameter] | None = None,
        in_advance: bool = False,
    ) -> None:
        found = exploration(function, sliders, start=start, declared=declared, name=title)
        self._begin(found, title, in_advance)

    @classmethod
    def of_bench(cls, name: str, *, in_advance: bool = False, **values: Any) -> Explorable:
        """Return a bench or the console as a figure with its few sliders.

        Parameters
        ----------
        name
            Name of a bench's file such as ``"threat_dial"``, or ``"console"``.
        in_advance
            Whether to compute every answer now and to keep them in the page.
        **values
            What the bench begins with.

        Raises
        ------
        TypeError, ValueError
            For a bench without sliders of its own, an unknown input or a bad value.
        """
        from bor_widgets.charts.explorable_benches import explorable_names

        if name not in explorable_names():
            known = ", ".join(explorable_names())
            raise ValueError(WORDS["still"].format(name=repr(name)[:60], known=known))
        found = (
            console_exploration(values) if name == "console" else bench_exploration(name, values)
        )
        assert found is not None  # the last entry of every bench fits any values
        made = cls.__new__(cls)
        made._begin(found, "", in_advance)
        return made

    def _begin(self, found: Exploration, title: str, in_advance: bool) -> None:
        self.exploration = found
        start = dict(found.start)
        super().__init__(
            title=title,
            sliders=[each.as_data() for each in found.sliders],
            values=plain(start),
            texts=self._told(start),
            answer=found.answer(start),
            grid=found.packed() if in_advance else {},
        )
        self.observe(self._asked, "values")
        self.hear("hello", lambda _: self.send({"kind": "here"}))
        self.hear("plotly", lambda _: self._send_plotly())

    def _told(self, values: Mapping[str, Any]) -> dict[str, str]:
        sliders = {each.name: each for each in self.exploration.sliders}
        return {name: sliders[name].told(value) for name, value in values.items()}

    def _asked(self, change: Mapping[str, Any]) -> None:
        """Answer a move; what the function refuses leaves everything where it was."""
        declared = {each.name: each.parameter for each in self.exploration.sliders}
        try:
            values = {
                name: declared[name].check(tuple(value) if isinstance(value, list) else value)
                for name, value in change["new"].items()
                if name in declared
            }
            found = self.exploration.answer(values)
        except (TypeError, ValueError):
            self.values = change["old"]
            return
        with self.hold_sync():
            self.texts = self._told(values)
            self.answer = found

    def _send_plotly(self) -> None:
        # plotly weighs most of all: it comes when a figure asks for it
        script = files("plotly") / "package_data" / "plotly.min.js"
        self.send({"kind": "plotly"}, buffers=[script.read_bytes()])
