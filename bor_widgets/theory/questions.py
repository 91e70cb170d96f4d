"""What the papers leave open: the product says so, names the place, and predicts nothing."""

from __future__ import annotations

from bor_widgets.sources import rules
from bor_widgets.theory.provenance import OpenQuestion

#: what can be asked, and the rules that leave it open
OPEN_QUESTIONS: dict[str, tuple[str, ...]] = {
    "instrument": ("S19", "S64"),
    "aim of institutions": ("S66",),
    "interaction of the four reasons": ("S06",),
    "effect on order": ("S28",),
    "order of central Asia": ("S38",),
    "effect of an outside shock": ("S67",),
    "direction of the approach": ("Q01",),
    "neither tie nor power": ("R131",),
}


def ask(question: str) -> tuple[OpenQuestion, ...]:
    """Ask what the papers leave open, and get the refusal with its place.

    Raises
    ------
    KeyError
        For a question that is not among OPEN_QUESTIONS.
    """
    try:
        ids = OPEN_QUESTIONS[question]
    except KeyError:
        known = ", ".join(OPEN_QUESTIONS)
        raise KeyError(f"no open question {question!r}; there are {known}") from None
    return tuple(OpenQuestion(rule) for rule in ids)


def open_rules() -> tuple[str, ...]:
    """Ids of the rules that are shown as open."""
    return tuple(rule.id for rule in rules.values() if rule.treatment == "open")
