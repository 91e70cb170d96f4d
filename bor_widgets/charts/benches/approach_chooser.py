"""Approach chooser (L06): alone, by twos, by many; the count and the kind may part ways.

Rules Q01-Q22, Q24-Q26; tensions E40-E47.
"""

from __future__ import annotations

from bor_widgets.charts.benches.approach_readings import (
    CODES,
    TONES,
    conditions_drawing,
    readings_drawing,
)
from bor_widgets.charts.benches.approach_schools import (
    clear_drawing,
    schools_drawing,
    shares_drawing,
)
from bor_widgets.charts.benches.text import Values, bench_text
from bor_widgets.charts.benches.view import Finding, View
from bor_widgets.situation import Situation
from bor_widgets.theory import Reason
from bor_widgets.theory.alliance_bargain import bargain, view_of
from bor_widgets.theory.approach_readings import (
    PROPERTIES,
    ArrangementReading,
    evidence_reasons,
    read_arrangement,
)
from bor_widgets.theory.bilateral_forms import BLOCS, BlocReading, read_bloc
from bor_widgets.theory.collective_security import standing
from bor_widgets.theory.venue import direction, expected_approach

KINDS = ("cells", "curves")
TEXT = bench_text("approach_chooser")


def view(values: Values) -> View:
    """Draw the bench.

    Parameters
    ----------
    values
        A full set of checked values, see ``approach_chooser.toml``.
    """
    parties = values["parties"]
    reading = read_arrangement(
        parties,
        {name: values[name] for name in PROPERTIES},
        exclusive_privileges=values["exclusive_privileges"],
        one_to_one_belief=values["one_to_one_belief"],
        shared_interests=values["shared_interests"],
        treaty=values["treaty"],
    )
    bloc = read_bloc(values["bloc"], parties) if values["bloc"] in BLOCS else None
    label, expected = expected_approach(_situation(values))
    return View(
        _finding(values, reading, bloc, label, expected),
        (
            readings_drawing(TEXT, values, reading, bloc),
            clear_drawing(TEXT, values),
            conditions_drawing(TEXT, values, reading, label),
            shares_drawing(TEXT, values),
            schools_drawing(TEXT, values),
        ),
    )


def _situation(values: Values) -> Situation:
    threat = values["threat_kind"]
    return Situation(
        non_traditional=None if threat is None else threat == "non-traditional",
        solvable_alone=values["solvable_alone"],
        will_be_bound=values["will_be_bound"],
        worldview=values["worldview"],
    )


def _finding(
    values: Values,
    reading: ArrangementReading,
    bloc: BlocReading | None,
    label: str,
    expected: list[Reason],
) -> Finding:
    reasons = [*reading.reasons]
    if bloc is not None:
        reasons += bloc.reasons
    if values["parties"] >= 2:
        reasons.append(view_of(values["parties"]))
    if values["parties"] == 2:
        reasons += bargain(values["power_gap"]).reasons
    reasons += expected
    body = standing([False] * values["unstopped"], loss=values["loss"])
    if body.criticised:
        reasons += body.reasons
    partners = values["parties"] - 1
    treatment = [values["favoured"], *[values["others"]] * (partners - 1)] if partners else []
    balances = [[values["gain_now"]], [values["gain_later"]]]
    verdict = _headline(reading, bloc)
    return Finding(
        headline=TEXT.word("headline", verdict),
        kicker=TEXT.word("kicker", reading.number),
        summary=_summary(values, verdict, label),
        tone=_tone(reading, bloc),
        reasons=reasons,
        open=(direction(),),
        notes=evidence_reasons(treatment, balances, values["tolerance"]),
        tensions=_tensions(values, reading, bloc),
    )


def _headline(reading: ArrangementReading, bloc: BlocReading | None) -> str:
    if bloc is not None and bloc.number == "multilateral":
        return "bloc"
    if reading.number == "unilateral":
        return "unilateral"
    kind = reading.strong if reading.number == "bilateral" else reading.quality
    return f"{reading.number}_{CODES[kind]}"


def _summary(values: Values, verdict: str, label: str) -> str:
    parts = [TEXT.word("summary", verdict)]
    if label != "open":
        parts.append(TEXT.word("expected", label))
    if values["threat_kind"] == "traditional":
        parts.append(TEXT.word("expected", "traditional"))
    return " ".join(parts)


def _tone(reading: ArrangementReading, bloc: BlocReading | None) -> str:
    if bloc is not None and bloc.number == "multilateral":
        return "warn"
    return TONES[reading.quality] if reading.number == "multilateral" else "calm"


def _tensions(
    values: Values, reading: ArrangementReading, bloc: BlocReading | None
) -> tuple[str, ...]:
    many = reading.number == "multilateral"
    met = {
        "E40": many != (reading.quality > 0) and reading.quality != 0,
        "E41": bloc is not None,
        "E42": reading.number == "unilateral",
        "E43": values["threat_kind"] is not None,
        "E44": values["will_be_bound"] is True and values["diffuse_reciprocity"] is True,
        "E45": values["unstopped"] > 0,
        "E46": values["worldview"] == "realist",
        "E47": values["worldview"] == "realist" and many,
    }
    return tuple(name for name, holds in met.items() if holds)
