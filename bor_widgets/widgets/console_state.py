"""What the console holds: situation, numbers of ours, case, prediction, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import traitlets

from bor_widgets.cases import Case, cases
from bor_widgets.charts.case_page import telling_inputs
from bor_widgets.charts.inputs import input_values
from bor_widgets.situation import Situation, parameters
from bor_widgets.theory import NEUTRAL, Calibration, Response, Wording, respond
from bor_widgets.theory.principles import check_wording
from bor_widgets.widgets.our_scale import OurScale

#: sentences of this file that a reader may see
WORDS = {
    "locked": "{label} is coded in this case and locked; unlock it to change it.",
    "committed": "A prediction for this case is already committed; it stays as it is.",
    "no_case": "Choose a case before committing to a prediction.",
}


@dataclass(frozen=True)
class Snapshot:
    """Everything that Undo brings back."""

    situation: Situation = field(default_factory=Situation)
    calibration: Calibration = NEUTRAL
    wording: Wording = "introduction"
    case: str = ""
    unlocked: frozenset[str] = frozenset()


class ConsoleState(OurScale):
    """The state behind a console, without a screen.

    Every change goes through one of its methods, which either carry it out or raise the
    sentence that says why not; what was there before stays. Listen to ``now``.

    Attributes
    ----------
    now
        The present snapshot.
    predictions
        Committed predictions by slug of the case: ``{"action": ..., "reason": ...}``.
    """

    now = traitlets.Instance(Snapshot)
    predictions = traitlets.Dict()

    def __init__(
        self,
        situation: Situation | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._first = situation or Situation()
        super().__init__(Snapshot(self._first), clock=clock)

    @property
    def case(self) -> Case | None:
        """The case at hand, if there is one."""
        return cases[self.now.case] if self.now.case else None

    @property
    def response(self) -> Response:
        """What balance of relationships does in the present situation."""
        now = self.now
        return respond(now.situation, wording=now.wording, calibration=now.calibration)

    @property
    def locked(self) -> tuple[str, ...]:
        """Inputs that the case codes and that are not unlocked."""
        case = self.case
        if case is None:
            return ()
        hidden = () if self.committed else telling_inputs(case)
        return tuple(n for n in case.coding if n not in self.now.unlocked and n not in hidden)

    @property
    def committed(self) -> dict[str, str]:
        """The prediction for the case at hand; empty while there is none."""
        return dict(self.predictions.get(self.now.case, {}))

    def check_input(self, name: str, value: Any) -> None:
        """Refuse a value that could not be set, and change nothing.

        Raises
        ------
        TypeError, ValueError
            For an unknown name, a bad value, or an input that the case locks.
        """
        if name in self.locked:
            raise ValueError(WORDS["locked"].format(label=parameters()[name].label))
        self.now.situation.with_(**{name: value})

    def set_inputs(self, values: Mapping[str, Any]) -> None:
        """Change one or more inputs of the situation.

        Raises
        ------
        TypeError, ValueError
            For an unknown name, a bad value, or an input that the case locks.
        """
        for name, value in values.items():
            self.check_input(name, value)
        situation = self.now.situation.with_(**values)
        self._move(",".join(sorted(values)), replace(self.now, situation=situation))

    def set_wording(self, wording: str) -> None:
        """Choose between the two wordings of principle 1 (E01)."""
        self._move("wording", replace(self.now, wording=check_wording(wording)))

    def open_case(self, slug: str) -> None:
        """Take a case's coded inputs; everything else becomes neutral. "" leaves the case.

        Raises
        ------
        KeyError
            For an unknown case.
        """
        situation = self.now.situation
        if slug:
            slug = cases[slug].slug
            situation = self._situation_of(cases[slug], slug in self.predictions)
        elif "grade" in self.locked:
            # the paper's judgement stays with its case; it is not the student's own
            situation = situation.with_(grade=None)
        self._move("case", replace(self.now, situation=situation, case=slug, unlocked=frozenset()))

    @staticmethod
    def _situation_of(case: Case, committed: bool) -> Situation:
        hidden = () if committed else telling_inputs(case)
        return Situation(
            **{name: coding.value for name, coding in case.coding.items() if name not in hidden}
        )

    def unlock(self, name: str) -> None:
        """Let a coded input be changed."""
        if name in self.locked:
            self._move("lock", replace(self.now, unlocked=self.now.unlocked | {name}))

    def lock(self, name: str) -> None:
        """Bring a coded input back to its coded value."""
        case = self.case
        if case is not None and name in self.now.unlocked:
            situation = self.now.situation.with_(**{name: case.coding[name].value})
            unlocked = self.now.unlocked - {name}
            self._move("lock", replace(self.now, situation=situation, unlocked=unlocked))

    def commit(self, action: str, reason: str = "") -> None:
        """Commit to a prediction for the case at hand; it stays.

        Raises
        ------
        ValueError
            Without a case, or where a prediction is committed already.
        """
        case = self.case
        if case is None:
            raise ValueError(WORDS["no_case"])
        if self.committed:
            raise ValueError(WORDS["committed"])
        self.predictions = {**self.predictions, case.slug: {"action": action, "reason": reason}}
        # what described the deed was held back; now it belongs to the situation
        self.now = self._settled(self.now)

    def _settled(self, snapshot: Snapshot) -> Snapshot:
        """Give a snapshot what is known of its case by now: held back, or told."""
        if not snapshot.case:
            return snapshot
        case = cases[snapshot.case]
        committed = snapshot.case in self.predictions
        known = {
            name: case.coding[name].value if committed else parameters()[name].neutral
            for name in telling_inputs(case)
            if name not in snapshot.unlocked or not committed
        }
        return replace(snapshot, situation=snapshot.situation.with_(**known))

    def restore(self, snapshot: Snapshot, predictions: Mapping[str, Any] | None = None) -> None:
        """Take over a saved state; Undo brings back what was there before."""
        if predictions:
            # what was committed here stays
            self.predictions = {**predictions, **self.predictions}
        self._move("restore", self._settled(snapshot))

    def reset(self) -> None:
        """Return to where it began, or to the case as coded."""
        case = self.case
        situation = self._situation_of(case, bool(self.committed)) if case else self._first
        fresh = Snapshot(situation=situation, case=self.now.case)
        self._move("reset", fresh)

    def numbers(self) -> dict[str, Any]:
        """Return everything that is set, and the verdict, as plain data for a file."""
        now, response = self.now, self.response
        return {
            "situation": input_values(now.situation),
            "calibration": now.calibration.changed(),
            "wording": now.wording,
            "case": now.case,
            "judgement": {
                "grade": response.judgement.grade,
                "suggested": response.judgement.suggested,
                "by": response.judgement.by,
                "recoverability": round(response.judgement.recoverability, 4),
                "perceived": round(response.judgement.perceived, 4),
            },
            "action": response.action,
            "restraint": dict(response.restraint),
            "rules": [r.rule for r in (*response.reasons, *response.aims, *response.notes)],
            "prediction": self.committed,
        }
