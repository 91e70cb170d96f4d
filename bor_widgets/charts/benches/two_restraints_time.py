"""The long view: what differences weigh, and four theories that look ahead.

Rules R40, R41, R44, R45, R63-R65, R93, R96; tensions E26, E37.
"""

from __future__ import annotations

from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.theory.arithmetic import steps
from bor_widgets.theory.hidden_interests import odd_moves
from bor_widgets.theory.horizon import weight_of_differences
from bor_widgets.theory.long_run_analogies import (
    FIXED_STANDARD,
    bargaining_cost,
    hedge,
    part_company,
    repeated_play_cooperates,
)
from bor_widgets.theory.restraint_reasons import (
    likeness_reasons,
    long_view_reasons,
    mismatch_claims,
)
from bor_widgets.theory.time_frame import attitude_to_time

TEXT = bench_text("two_restraints")

TONES = {"calculation": "calm", "patience": "good", "open": "open", "not said": "open"}


def how_far(rounds: float) -> str:
    """Say how many rounds one looks ahead, one round in words of its own."""
    return TEXT.word("ahead", "one" if round(rounds) == 1 else "many", rounds=rounds)


def time_view(values: Values) -> View:
    """Draw the long view."""
    attitude = attitude_to_time(values["calculable"], values["obvious"])
    horizon = values["horizon"]
    mismatch = mismatch_claims(values["stabilising"])
    finding = Finding(
        headline=TEXT.word("time", f"headline_{attitude.label}"),
        kicker=TEXT.word("time", "kicker"),
        summary=TEXT.word("time", f"summary_{attitude.label}"),
        tone=TONES[attitude.label],
        reasons=(
            *attitude.reasons,
            *long_view_reasons(horizon, values["conviction"], values["daily"]),
            *(claim for claim in mismatch if isinstance(claim, Reason)),
        ),
        notes=likeness_reasons(horizon, values["institutions"], values["hedging"], values["risk"]),
        open=tuple(claim for claim in mismatch if isinstance(claim, OpenQuestion)),
        # whoever holds that all can be calculated does not meet the second one
        tensions=("E26",) if values["calculable"] else ("E37", "E26"),
    )
    return View(finding, (_long_view(values), _likeness(values, attitude.label)))


def _long_view(values: Values) -> Drawing:
    word, horizon = TEXT.words["time"], TEXT.parameters["horizon"]
    rounds = steps(horizon.low, horizon.high, 30)
    courses = (
        ("differences", "warn", [weight_of_differences(n, values["daily"]) for n in rounds]),
        ("bargaining", "caution", [bargaining_cost(values["institutions"], n) for n in rounds]),
        ("odd", "calm", [odd_moves(values["conviction"], n) for n in rounds]),
    )
    at_once = values["horizon"] == horizon.low
    return curves(
        "long_view",
        word["title_moment" if at_once else "title_long"],
        Axis(
            TEXT.word("payoff", "x"), horizon.low, horizon.high,
            horizon.low_label, horizon.high_label, TEXT.word("rounds"),
        ),
        Axis(word["y"], 0.0, 1.0, word["low"], word["high"], TEXT.word("scale")),
        lines=[
            Curve(word[name], rounds, ys, tone, note=word[f"note_{name}"])
            for name, tone, ys in courses
        ],
        at=values["horizon"],
        at_label=how_far(values["horizon"]),
        moves="horizon",
        step=1.0,
    )  # fmt: skip


def _likeness(values: Values, attitude: str) -> Drawing:
    word, horizon = TEXT.words["likeness"], values["horizon"]
    cooperates = repeated_play_cooperates(horizon) > 0
    cheaper = bargaining_cost(values["institutions"], horizon) < 1.0
    averts = hedge(values["hedging"], values["risk"])[1] < values["risk"]
    undecided = attitude == "open"
    at_view = {
        "repeated prisoner's dilemma": Cell(
            word["cooperate" if cooperates else "betray"],
            "good" if cooperates else "warn",
            source="R63",
        ),
        "transaction-cost institutionalism": Cell(
            word["cheaper" if cheaper else "full_cost"], "good" if cheaper else "calm", source="R64"
        ),
        "hedging": Cell(
            word["averts" if averts else "no_hedge"], "good" if averts else "calm", source="R65"
        ),
        "balance of relationships": Cell(
            word["attitude_open" if undecided else attitude], TONES[attitude],
            source="R45" if attitude == "patience" else "R96",
        ),
    }  # fmt: skip
    rows = [
        CellRow(word[theory], (at_view[theory], _standard(theory))) for theory in FIXED_STANDARD
    ]
    once = round(horizon) == 1
    column = word["at_once"] if once else TEXT.word("likeness", "at_view", rounds=horizon)
    return cells("likeness", word["title"], [column, word["standard"]], rows, corner=word["corner"])


def _standard(theory: str) -> Cell:
    word = TEXT.words["likeness"]
    match part_company(theory):
        case True:
            return Cell(word["yes"], "calm", source="E26")
        case False:
            return Cell(word["no"], "good", source="E26")
        case _:
            return Cell(word["unsaid"], "open", open=True, source="R65")
