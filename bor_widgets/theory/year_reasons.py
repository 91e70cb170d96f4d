"""What a year says of soft balancing: its era as printed, and what needs the concept."""

from __future__ import annotations

from bor_widgets.theory.eras import Climate, Era, eras_of
from bor_widgets.theory.provenance import Reason, phrase
from bor_widgets.theory.soft_balancing_views import left_unexplained


def climate_words(climate: Climate) -> str:
    """Return what an era is called, for a reader."""
    return phrase("climate", climate)


def years_of(era: Era) -> str:
    """Return the years of an era as they are printed."""
    if era.last is None:
        return phrase("era", "since", first=era.first)
    return phrase("era", "years", first=era.first, last=era.last)


def year_reasons(year: int) -> tuple[Reason, ...]:
    """Say to which eras a year belongs, and what would lack an explanation (S21, S27)."""
    found = eras_of(year)
    if not found:
        reasons = [Reason("S27", "unclassified", {"year": year})]
    else:
        reasons = [
            Reason(
                "S27",
                "edge" if len(found) > 1 else "holds",
                {"year": year, "era": years_of(era), "climate": climate_words(era.climate)},
            )
            for era in found
        ]
    if left_unexplained("United States", year) == "a good part":
        reasons.append(Reason("S21", "united_states"))
    if left_unexplained("China", year) == "a good part":
        reasons.append(Reason("S21", "china"))
    return tuple(reasons)
