"""Seeded worlds of many states that follow the papers' rules, run forward.

They show what rules about single ties add up to under stated assumptions. They forecast
nothing: the paper warrants no consequence for the system as a whole (R61, P0 L1397-1403).

What follows has the headings of the ODD protocol (Grimm et al. 2020, JASSS 23(2) 7) in short;
``lessons/appendix-worlds.md`` has it in full, and says of every step what is the papers'. No
paper gives a number: all are on our scale, in ``parameters.toml``.

Purpose and patterns
    To see which claims about many states follow from rules about pairs, under which
    assumptions, and how often. Patterns: harmony needs two and is never complete (R20, R156),
    neither peace nor violence is certain (R125), power alone moves no answer of balance of
    relationships (R11), commitment tires (R48, R50, R51), partners are treated unlike (R53).

Entities, state variables, and scales
    States, directed ties, institutions (see ``state``). 2 to 500 states; time is in rounds
    without a length.

Process overview and scheduling
    Shocks (``happen``), strikes (``conditions``), judgement and answers, all on one state of
    the world (``moves``), ties (``ties``), states (``turn``), measures (``measures``).

Design concepts
    *Basic principles*: the theory's own functions, asked and not copied. *Emergence*: harmony,
    conflict, containment and coalitions; imposed are the bound on a tie (R156) and the weaker
    drive (R126). *Adaptation*: by rule; the table of systems changes sides by failure (R132,
    R133). *Objectives*, *learning*, *prediction*: none; states keep books and do not look ahead.
    *Sensing*: complete and without error; only judgement differs (R10). *Interaction*: in
    pairs, by coalitions, institutions and reputation. *Stochasticity*: the start, strikes, and
    what the papers leave open (S19); a stream for each world. *Collectives*: coalitions,
    institutions. *Observation*: measures, each with the rules that it makes visible.

Initialization
    Drawn once for each world (``start``), or one of the papers' scenes (``presets``). Nobody
    holds back yet, and nobody has revoked anything.

Input data
    None.

Submodels
    Strikes; judgement (R09-R11); answers by the principles (R01-R04), by power (R135), softly
    (S01-S08), by the table (R130-R133), of a value-spreader (R53-R55); violence (R125, S17);
    restraint and reciprocity (R22, R23, R143); the level of a tie (R06, R20, R21, R27); efforts
    and coalitions (S02); legitimacy and layers (S01, S39); capability; the clock (R50, R51).
"""

from __future__ import annotations

from bor_widgets.simulation.config import WorldConfig, world_groups, world_parameters
from bor_widgets.simulation.doctrines import DOCTRINES, MOVES, RuleTable
from bor_widgets.simulation.shocks import SHOCKS, Shock

__all__ = [
    "DOCTRINES",
    "MOVES",
    "SHOCKS",
    "RuleTable",
    "Shock",
    "WorldConfig",
    "world_groups",
    "world_parameters",
]
