"""What every state with numbers of ours shares: they can be changed, put back and undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bor_widgets.theory import NEUTRAL
from bor_widgets.widgets.history import History


class OurScale(History):
    """A state whose snapshot holds a ``calibration``."""

    def set_number(self, name: str, value: Any) -> None:
        """Change a number of our scale.

        Raises
        ------
        TypeError, ValueError
            For an unknown name or a bad value.
        """
        calibration = self.now.calibration.with_(**{name: value})
        self._move(f"calibration.{name}", replace(self.now, calibration=calibration))

    def reset_numbers(self) -> None:
        """Return to the neutral calibration."""
        self._move("calibration", replace(self.now, calibration=NEUTRAL))
