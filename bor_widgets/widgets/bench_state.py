"""What a bench holds: its values, our numbers, the step of the walk, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

import traitlets

from bor_widgets.charts.benches.text import BenchText, Step
from bor_widgets.theory import NEUTRAL, Calibration
from bor_widgets.widgets.our_scale import OurScale

#: sentences of this file that a reader may see
WORDS = {
    "no_option": "Choose one of the answers first.",
    "committed": "Your answer stays as it is.",
}


#: from the values before and a change to the whole change
Follow = Callable[[Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Phase:
    """One screen of the walk: a step, before or after its answer is shown.

    Attributes
    ----------
    step
        The step.
    index
        Its place among the steps.
    revealed
        Whether what it asks is answered on this screen.
    """

    step: Step
    index: int
    revealed: bool


@dataclass(frozen=True)
class BenchSnapshot:
    """Everything that Undo brings back."""

    values: Mapping[str, Any] = field(default_factory=dict)
    calibration: Calibration = NEUTRAL
    phase: int = 0


class BenchState(OurScale):
    """The state behind a bench, without a screen.

    Every change goes through one of its methods, which either carry it out or raise the
    sentence that says why not; what was there before stays. Listen to ``now``.

    Parameters
    ----------
    text
        The bench as its file declares it.
    values
        Values to begin with; neutral for the rest.
    follow
        What else moves with a change: takes the values before and the change, and returns
        the whole change.

    Attributes
    ----------
    now
        The present :class:`BenchSnapshot`.
    answers
        Committed answers by the place of the step: the place of the chosen option.

    Raises
    ------
    TypeError, ValueError
        For an unknown input or a bad value.
    """

    now: BenchSnapshot
    answers: dict[int, int] = traitlets.Dict()  # type: ignore[assignment]  # keys are no names

    def __init__(
        self,
        text: BenchText,
        values: Mapping[str, Any] | None = None,
        *,
        follow: Follow | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.text = text
        self._follow: Follow = follow or (lambda _before, change: change)
        first = MappingProxyType(text.checked(values or {}))
        self._first = BenchSnapshot(first)
        super().__init__(self._first, clock=clock)

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """All screens of the walk in order."""
        screens: list[Phase] = []
        for index, step in enumerate(self.text.steps):
            screens.append(Phase(step, index, not step.ask))
            if step.ask:
                screens.append(Phase(step, index, True))
        return tuple(screens)

    @property
    def phase(self) -> Phase | None:
        """The present screen of the walk; None for a bench without steps."""
        return self.phases[self.now.phase] if self.phases else None

    @property
    def first(self) -> BenchSnapshot:
        """The snapshot with which it began."""
        return self._first

    def set_inputs(self, values: Mapping[str, Any]) -> None:
        """Change one or more inputs.

        Raises
        ------
        TypeError, ValueError
            For an unknown name or a bad value; then nothing is changed.
        """
        self.text.checked(values)
        moved = self._follow(self.now.values, values)
        merged = self.text.checked({**self.now.values, **moved})
        self._move(",".join(sorted(values)), replace(self.now, values=MappingProxyType(merged)))

    def go(self, phase: int) -> None:
        """Go to a screen of the walk and set what it sets; out of reach it stays.

        Walking forward over a question that was not answered is allowed: in a lecture the
        room answers aloud.
        """
        if not 0 <= phase < len(self.phases) or phase == self.now.phase:
            return
        moved = self._follow(self.now.values, self._walked(phase))
        checked = MappingProxyType(self.text.checked({**self.now.values, **moved}))
        self._move(f"phase {phase}", replace(self.now, values=checked, phase=phase))

    def _walked(self, phase: int) -> dict[str, Any]:
        """Return the values of all inputs that the walk moves, as they are at a screen.

        What no step moves is the reader's and stays; the rest depends on the screen alone, so
        that walking back to a question takes its answer off the picture.
        """
        touched = {name for step in self.text.steps for name in (*step.begin, *step.values)}
        values = {name: self._first.values[name] for name in touched}
        for screen in self.phases[: phase + 1]:
            values.update(screen.step.begin)
            if screen.revealed:
                values.update(screen.step.values)
        return values

    def commit(self, option: int) -> None:
        """Commit to an answer of the present question and show what follows.

        Raises
        ------
        ValueError
            If there is no such answer, or another one was committed before.
        """
        phase = self.phase
        if phase is None or phase.revealed or not 0 <= option < len(phase.step.options):
            raise ValueError(WORDS["no_option"])
        if self.answers.get(phase.index, option) != option:
            raise ValueError(WORDS["committed"])
        self.answers = {**self.answers, phase.index: option}
        self.go(self.now.phase + 1)

    def restore(self, snapshot: BenchSnapshot, answers: Mapping[int, int] | None = None) -> None:
        """Take over a saved state; Undo brings back what was there before."""
        if answers:
            # what was committed here stays
            self.answers = {**answers, **self.answers}
        self._move("restore", snapshot)

    def reset(self) -> None:
        """Return to where it began, at the same screen of the walk."""
        self._move("reset", replace(self._first, phase=self.now.phase))
