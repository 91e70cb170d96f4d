"""The parts of the console that unfold, each brought up to date only while it is open."""

from __future__ import annotations

from typing import Any

from bor_widgets.cases import cases
from bor_widgets.charts.case_page import case_page, case_reveal, case_rows
from bor_widgets.charts.change_rows import change_rows, change_title
from bor_widgets.charts.ledger import (
    ledger_alt,
    ledger_columns,
    ledger_disagreements,
    ledger_title,
)
from bor_widgets.course.at_hand import journal_at_hand
from bor_widgets.theory import (
    ACTIONS,
    calibration_parameters,
    compare,
    phrase,
    what_would_change,
)
from bor_widgets.widgets.bench_state import BenchState
from bor_widgets.widgets.calibration_editor import CalibrationEditor
from bor_widgets.widgets.case_picker import CasePicker
from bor_widgets.widgets.change_list import ChangeList
from bor_widgets.widgets.console_state import ConsoleState
from bor_widgets.widgets.journal_line import JournalLine
from bor_widgets.widgets.ledger_table import LedgerTable


class CasePart:
    """Find a case, see what is coded, commit to a prediction, compare."""

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        self.widget = CasePicker(
            cases=case_rows(cases),
            actions=[{"key": action, "label": phrase("action", action)} for action in ACTIONS],
        )
        self.widgets = (self.widget, JournalLine())
        self.widget.observe(lambda change: self._chosen(change["new"]), "selected")
        self.widget.hear("commit", lambda m: self._commit(m["action"], m.get("reason", "")))
        self.widget.hear("unlock", lambda message: state.unlock(message["name"]))
        self.widget.hear("lock", lambda message: state.lock(message["name"]))

    def _commit(self, action: str, reason: str) -> None:
        """Take the prediction, and keep it with the grade that the reader has judged, if any."""
        self.state.commit(action, reason)
        kept = {"action": action, "reason": reason.strip()}
        if grade := self.state.now.situation.grade:
            kept["grade"] = grade
        journal_at_hand().add("case", self.state.now.case, kept)

    def _chosen(self, slug: str) -> None:
        # a case that was opened elsewhere may have been changed since: it stays as it is
        if slug != self.state.now.case:
            self.state.open_case(slug)

    def refresh(self) -> None:
        """Show the case at hand; the answer only after the commitment."""
        case = self.state.case
        picker = self.widget
        if picker.selected != self.state.now.case:
            picker.selected = self.state.now.case
        if case is None:
            return
        committed = self.state.committed
        with picker.hold_sync():
            picker.page = case_page(case, self.state.now.unlocked, committed=bool(committed))
            picker.committed = committed
            picker.reveal = case_reveal(case) if committed else {}


class ChangePart:
    """What would change the response, as buttons."""

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        self.widget = ChangeList()
        self.widget.hear("apply", self._apply)

    def _apply(self, message: dict[str, Any]) -> None:
        if message["name"] in self.state.locked:
            self.state.unlock(message["name"])
        self.state.set_inputs({message["name"]: message["value"]})

    def refresh(self) -> None:
        """Search anew from the present situation."""
        now = self.state.now
        changes = what_would_change(now.situation, wording=now.wording, calibration=now.calibration)
        with self.widget.hold_sync():
            self.widget.title = change_title(changes)
            self.widget.changes = change_rows(changes)


class LedgerPart:
    """The four readings side by side."""

    def __init__(self, state: ConsoleState) -> None:
        self.state = state
        self.widget = LedgerTable()

    def refresh(self) -> None:
        """Read the present situation through all the theories."""
        now = self.state.now
        ledger = compare(now.situation, wording=now.wording, calibration=now.calibration)
        with self.widget.hold_sync():
            self.widget.title = ledger_title(ledger)
            self.widget.alt = ledger_alt(ledger)
            self.widget.columns = ledger_columns(ledger, coded="grade" in self.state.locked)
            self.widget.disagreements = ledger_disagreements(ledger)


class NumbersPart:
    """The numbers that are ours."""

    def __init__(self, state: ConsoleState | BenchState) -> None:
        self.state = state
        self.widget = CalibrationEditor()
        self.widget.hear("set", self._set)
        self.widget.hear("reset", self._reset)

    def _set(self, message: dict[str, Any]) -> None:
        name = message["name"]
        errors = dict(self.widget.errors)
        errors.pop(name, None)
        try:
            self.state.set_number(name, message["value"])
        except (TypeError, ValueError) as error:
            errors[name] = str(error)
        self.widget.errors = errors

    def _reset(self, _message: dict[str, Any]) -> None:
        self.widget.errors = {}
        self.state.reset_numbers()
        self.refresh()

    def refresh(self) -> None:
        """Show the present numbers."""
        self.widget.fields = [
            {
                "name": name,
                "label": parameter.label,
                "meaning": parameter.meaning,
                "low": parameter.low,
                "high": parameter.high,
                "value": getattr(self.state.now.calibration, name),
                "neutral": parameter.neutral,
            }
            for name, parameter in calibration_parameters().items()
        ]


#: name of a fold -> what stands in it
PARTS: dict[str, type[CasePart] | type[ChangePart] | type[LedgerPart] | type[NumbersPart]] = {
    "case": CasePart,
    "changes": ChangePart,
    "ledger": LedgerPart,
    "numbers": NumbersPart,
}
