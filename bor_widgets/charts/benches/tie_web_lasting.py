"""The view on time of a tie web: what keeps a tie, and what power is still good for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bor_widgets.charts.benches.text import Values
from bor_widgets.charts.benches.tie_web_states import OTHERS, OWN, TEXT, listed, told, web_of
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.charts.drawings.base import Axis, Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.curves import Curve, curves
from bor_widgets.theory import OpenQuestion, Reason
from bor_widgets.theory.arithmetic import clip, steps
from bor_widgets.theory.dangers import danger, danger_of
from bor_widgets.theory.delayed_meaning import felt_by_others
from bor_widgets.theory.lasting_reasons import (
    danger_reasons,
    delay_reasons,
    power_claims,
    tie_claims,
)
from bor_widgets.theory.making_of_ties import benefits_both, part_of_identity, stable_tie_prospect
from bor_widgets.theory.order_by_ties import keep_hard_power, order, worth_of_power_balancing
from bor_widgets.theory.ties_despite import conduct_open_to

#: what is left of a worth that still counts as a part of it (ours)
PART = 0.5


def stability_of(values: Values) -> float:
    """Return how near China's ties are on the whole to being stable, 0..1 on our scale."""
    web = web_of(values)
    near = [clip(web.tie(OWN, other) / values["stable"], 0.0, 1.0) for other in OTHERS]
    return float(order(near))


def lasting_view(values: Values) -> View:
    """Draw the view on time."""
    stability = stability_of(values)
    claims = (
        *power_claims(stability, values["horizon"], values["may_break"], values["may_coerce"]),
        *tie_claims(values["swing"], _ingredients(values), values["concerns"]),
        *danger_reasons(values["tie_state"], values["imagined"], values["identity"]),
        *delay_reasons(values["delay"]),
    )
    wise = keep_hard_power(values["may_break"], values["may_coerce"]) > 0
    far = worth_of_power_balancing(stability, values["horizon"]) < PART
    finding = Finding(
        headline=TEXT.word("lasting", "headline_wise" if wise else "headline_silent"),
        kicker=TEXT.word("kicker", "balance of relationships"),
        summary=TEXT.word("lasting", "summary_later" if far else "summary_now"),
        tone="good" if wise else "open",
        reasons=tuple(claim for claim in claims if isinstance(claim, Reason)),
        open=tuple(claim for claim in claims if isinstance(claim, OpenQuestion)),
        tensions=("E21",),
    )
    return View(finding, (_worth(values, stability, wise), _tie_table(values)))


def _ingredients(values: Values) -> Mapping[str, float]:
    return {name: values[name] for name in ("coincidence", "will", "consensus")}


def _worth(values: Values, stability: float, wise: bool) -> Drawing:
    horizon = TEXT.parameters["horizon"]
    rounds = steps(horizon.low, horizon.high, 30)
    worth = [worth_of_power_balancing(stability, count) for count in rounds]
    here = worth_of_power_balancing(stability, values["horizon"])
    lines = [Curve(TEXT.word("lasting", "power"), rounds, worth, "warn")]
    if wise:
        lines.append(Curve(TEXT.word("lasting", "hard"), rounds, [1.0] * len(rounds), "good"))
    if not wise:
        title = "title_silent"
    elif stability <= 0.0:
        title = "title_unstable"
    elif values["horizon"] <= horizon.low:
        title = "title_now"
    else:
        title = "title_later" if here < PART else "title_part"
    return curves(
        "worth",
        TEXT.word("lasting", title),
        Axis(
            TEXT.word("lasting", "x"), horizon.low, horizon.high,
            horizon.low_label, horizon.high_label,
        ),
        Axis(
            TEXT.word("lasting", "y"), 0.0, 1.0,
            TEXT.word("lasting", "low"), TEXT.word("lasting", "high"), TEXT.word("scale"),
        ),
        lines=lines,
        at=values["horizon"],
        at_label=TEXT.word("lasting", "here", round=values["horizon"]),
        moves="horizon",
        step=1.0,
    )  # fmt: skip


def _tie_table(values: Values) -> Drawing:
    steady = benefits_both(values["swing"]) > 0
    made = stable_tie_prospect(**_ingredients(values))
    part = part_of_identity(values["concerns"], values["horizon"])
    guarded = danger_of(values["tie_state"])
    guard = {"breach of a tie": "guard_breach", "none of the two": "guard_none"}.get(
        guarded.threat, "guard_undefined"
    )
    seen = danger(values["imagined"], values["restraint"], values["strength"])
    both_open = len(conduct_open_to(values["identity"])) > 1
    late = felt_by_others([1.0], values["delay"])[0] < 1.0 and values["delay"] > 0
    felt = TEXT.word("lasting", "felt_later" if late else "felt_now", delay=values["delay"])
    rows = [
        _row("both", Cell(_word("both_yes"), "good", source="R80") if steady
             else Cell("", open=True, source="R80")),
        _row("made", Cell(_word("made_says"), value=made, source="R85")),
        _row("part", Cell(_word("part_says" if part > 0 else "part_none"), value=part,
                          source="R88")),
        _row("guard", Cell(_word(guard), "calm" if guard == "guard_none" else "warn",
                           source="R91")),
        _row("danger", Cell(_word(f"danger_{values['imagined']}"), "caution", value=seen,
                            source="R92")),
        *([_row("identity", Cell(_word("identity_says"), source="R67"))] if both_open else []),
        _row("felt", Cell(felt, source="R127")),
        _row("detour", _detour_cell(values)),
    ]  # fmt: skip
    state = values["tie_state"]
    title = f"title_{state}" if state != "kept" or steady else "title_swing"
    return cells(
        "tie",
        TEXT.word("lasting", title, state=told(values["partner"])),
        [TEXT.word("lasting", "says")],
        rows,
        corner=TEXT.word("lasting", "corner"),
        foot=TEXT.word("lasting", "foot"),
    )


def _word(name: str) -> str:
    return TEXT.word("lasting", name)


def _row(name: str, cell: Cell, note: str = "") -> CellRow:
    return CellRow(_word(name), (cell,), note=note)


def _detour_cell(values: Values) -> Cell:
    web = web_of(values)
    stable = frozenset(pair for pair in web.pairs if web.tie(*pair) >= values["stable"])
    between = detour(stable, OWN, values["partner"])
    measured = TEXT.word("lasting", "detour_web", number=len(stable), all=len(web.pairs))
    note = f"{_word('detour_note')} {measured}"
    if not between:
        return Cell(_word("detour_none"), "warn", note=note)
    states = listed([told(state) for state in between])
    return Cell(TEXT.word("lasting", "detour_says", states=states), "good", note=note)


@lru_cache(maxsize=256)
def detour(ties: frozenset[tuple[str, str]], one: str, other: str) -> tuple[str, ...]:
    """Return who links two states if their own tie breaks: the shortest chain of other ties.

    Parameters
    ----------
    ties
        Pairs that hold.
    one, other
        The two states.

    Returns
    -------
    The states between, or nobody.
    """
    # loaded when the question is first asked: the first view does without it
    import networkx as nx

    web = nx.Graph(sorted(pair for pair in ties if set(pair) != {one, other}))
    if one not in web or other not in web or not nx.has_path(web, one, other):
        return ()
    # of several shortest chains always the same one: the first by name
    return tuple(min(nx.all_shortest_paths(web, one, other))[1:-1])
