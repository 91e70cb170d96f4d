"""The drawings of the intervention balance: consent, pans, sides, horns, cases, force."""

from __future__ import annotations

from bor_widgets.charts.amounts import amount
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.drawings.balance import Pan, balance
from bor_widgets.charts.drawings.base import Drawing
from bor_widgets.charts.drawings.cells import Cell, CellRow, cells
from bor_widgets.charts.drawings.gauges import Gauge, gauges
from bor_widgets.theory.aims_of_intervention import InterventionReading, security_after_force
from bor_widgets.theory.intervention import Approval, Feeling, consent, dilemma, side_taken
from bor_widgets.theory.intervention_reasons import TIE_OF
from bor_widgets.theory.negotiation import next_estimate
from bor_widgets.theory.symbolic_force import material_gain, pull_to_force
from bor_widgets.theory.third_party import third_nation

TEXT = bench_text("intervention_balance")

CONSENT_TONES = {"possible": "good", "withheld": "warn", "text silent": "open"}

#: from where and up to where something is told as kept or hurt, and as much (ours)
KEPT, HURT = 0.6, 0.4


def consent_drawing(values: Values) -> Drawing:
    """Draw what the regional organisation and the stake do to consent (R107, R108)."""
    stake = values["stake"]
    # the second column comes with the stake: it would answer before anybody has asked
    stakes = [0.0] if stake == 0.0 else [0.0, stake]
    heads = [TEXT.word("consent", "nothing")]
    if stake > 0.0:
        heads.append(TEXT.word("consent", "stake", stake=stake))
    rows = [
        CellRow(
            TEXT.word("consent", "rows", approval),
            [
                _consent_cell(approval, amount, approval == values["regional"] and amount == stake)
                for amount in stakes
            ],
        )
        for approval in TEXT.parameters["regional"].options
    ]
    title = "title_one" if stake == 0.0 else "title_two"
    return cells(
        "consent",
        TEXT.word("consent", title, consent(values["regional"], stake)),
        heads,
        rows,
        corner=TEXT.word("consent", "corner"),
        here=TEXT.word("here"),
    )


def _consent_cell(approval: str, stake: float, chosen: bool) -> Cell:
    answer = consent(_approval(approval), stake)
    return Cell(
        TEXT.word("consent", "cells", answer),
        CONSENT_TONES[answer],
        open=answer == "text silent",
        chosen=chosen,
        key=approval,
        note=TEXT.word("summary", answer),
    )


def _approval(name: str) -> Approval:
    match name:
        case "yes" | "no":
            return name
    return "unknown"


def balance_drawing(values: Values) -> Drawing:
    """Draw what speaks for and against, and the stretch in which support stays (R100, R105)."""
    least = values["least"]
    support = dilemma(values["push"], values["pull_back"], least).support
    if support in (least, 1.0 - least):
        title = "title_most" if support > 0.5 else "title_least"
    else:
        title = "title_up" if support > 0.5 else "title_down" if support < 0.5 else "title_even"
    return balance(
        "pans",
        TEXT.word("balance", title),
        Pan(
            TEXT.word("balance", "against"),
            [(TEXT.word("balance", "against_weight"), values["pull_back"])],
            "caution",
        ),
        Pan(
            TEXT.word("balance", "for"),
            [(TEXT.word("balance", "for_weight"), values["push"])],
            "calm",
        ),
        tilt=2.0 * support - 1.0,
        band=(2.0 * least - 1.0, 2.0 * (1.0 - least) - 1.0),
        band_label=TEXT.word("balance", "band"),
        ends=(TEXT.word("balance", "none"), TEXT.word("balance", "full")),
        scale=TEXT.word("scale"),
    )


def overlay_drawing(values: Values, reading: InterventionReading) -> Drawing:
    """Draw what is said of friends and enemies: the main text, or the footnote (R113)."""
    reported = values["overlay"] == "report"
    feelings = TEXT.parameters["intervener"].options
    rows = []
    for intervener in feelings:
        row = []
        for target in feelings:
            chosen = (intervener, target) == (values["intervener"], values["target"])
            key = f"{intervener} {target}"
            row.append(
                _reported_cell(intervener, target, key, chosen)
                if reported
                else _doctrine_cell(reading, key, chosen)
            )
        rows.append(CellRow(TEXT.word("overlay", "rows", intervener), row))
    side: str = side_taken(values["intervener"], values["target"])
    doctrine = "doctrine_against" if reading.against else "doctrine_silent"
    return cells(
        "sides",
        TEXT.word("overlay", side if reported else doctrine),
        [TEXT.word("overlay", "columns", target) for target in feelings],
        rows,
        corner=TEXT.word("overlay", "corner"),
        here=TEXT.word("here"),
    )


def _reported_cell(intervener: str, target: str, key: str, chosen: bool) -> Cell:
    side = side_taken(_feeling(intervener), _feeling(target))
    if side == "not specified":
        return Cell("", "open", open=True, key=key, chosen=chosen)
    tone = "good" if side == "support" else "alarm"
    return Cell(TEXT.word("overlay", f"cell_{side}"), tone, key=key, chosen=chosen)


def _doctrine_cell(reading: InterventionReading, key: str, chosen: bool) -> Cell:
    against = bool(reading.against)
    return Cell(
        TEXT.word("overlay", "cell_against" if against else "cell_silent"),
        "warn" if against else "calm",
        key=key,
        chosen=chosen,
    )


def _feeling(name: str) -> Feeling:
    match name:
        case "friend" | "enemy":
            return name
    return "neutral"


def horns_drawing(values: Values) -> Drawing:
    """Draw the two horns of the dilemma, and what the two ties and the talks bring."""
    found = dilemma(values["push"], values["pull_back"], values["least"])
    served, kept = found.recognition >= KEPT, found.border_stability >= KEPT
    title = "title_up" if served else "title_down" if kept else "title_even"
    stand = third_nation(TIE_OF[values["intervener"]], TIE_OF[values["target"]])
    safe = security_after_force(1.0, values["interveners_force"], values["aim"])
    entries = [
        _horn("borders", found.border_stability),
        _horn("recognition", found.recognition),
        Gauge(
            TEXT.word("horns", "security"),
            safe,
            TEXT.word("horns", "threatened" if safe < 1.0 else "untouched"),
            tone="warn" if safe < 1.0 else "calm",
        ),
        _encouraged("concessions", stand.concessions),
        _encouraged("respect", stand.respect),
    ]
    before = values["estimate"]
    after = next_estimate(before, values["hint"])
    if after != before:
        entries.append(
            Gauge(
                TEXT.word("horns", "estimate"),
                after,
                TEXT.word("horns", "after", "up" if after > before else "down"),
                mark=before,
                mark_label=TEXT.word("horns", "before"),
                tone="good" if after > before else "caution",
            )
        )
    return gauges("horns", TEXT.word("horns", title), entries, scale=TEXT.word("scale"))


def _horn(name: str, value: float) -> Gauge:
    told = "mostly" if value >= KEPT else "hurt" if value <= HURT else "half"
    tone = {"mostly": "good", "half": "caution", "hurt": "warn"}[told]
    return Gauge(TEXT.word("horns", name), value, TEXT.word("horns", told), tone=tone)


def _encouraged(name: str, value: float) -> Gauge:
    label = TEXT.word("horns", name)
    if value <= 0.0:
        # of a tie that is not good, the passage does not speak
        return Gauge(label, None, TEXT.word("horns", "not_said"), tone="open")
    return Gauge(label, value, TEXT.word("horns", "encouraged"), tone="good")


def cases_drawing(wide: bool) -> Drawing:
    """Draw the three African cases with the cell that the text leaves empty."""
    rows = []
    for entry in TEXT.words["cases"]["rows"]:
        answer = consent(_approval(entry["approval"]), 1.0)
        silent = answer == "text silent"
        rows.append(
            CellRow(
                entry["label"],
                [
                    Cell(entry["stake"], "calm"),
                    Cell(entry["region"], "open" if silent else "calm", open=silent),
                    Cell(
                        TEXT.word("cases", "rule", answer),
                        CONSENT_TONES[answer],
                        open=silent,
                        source="R107",
                    ),
                    Cell(entry["done"], entry["tone"]),
                ],
                case=entry["case"],
            )
        )
    return cells(
        "cases",
        TEXT.word("cases", "title"),
        TEXT.words["cases"]["columns"],
        rows,
        corner=TEXT.word("cases", "corner"),
        wide=wide,
    )


def force_drawing(values: Values) -> Drawing:
    """Draw China's own use of force: hardly any gain, and the pull of an injured image."""
    used, pull = values["own_force"], pull_to_force(values["injury"])
    gain = material_gain(used)
    entries = [
        Gauge(TEXT.word("force", "used"), used, amount(used), tone="caution"),
        Gauge(
            TEXT.word("force", "gain"),
            gain,
            TEXT.word("force", "hardly") if used > 0.0 else amount(0.0),
            tone="calm",
        ),
        Gauge(TEXT.word("force", "pull"), pull, amount(pull), tone="warn"),
    ]
    title = TEXT.word("force", "title_pull" if pull > gain else "title")
    return gauges("force", title, entries, scale=TEXT.word("scale"))
