"""The vocabulary that rules, cases and controls share: what a situation can hold."""

from bor_widgets.situation.parameters import LONGEST_NAME, Parameter, groups, parameters
from bor_widgets.situation.situation import Situation

__all__ = ["LONGEST_NAME", "Parameter", "Situation", "groups", "parameters"]
