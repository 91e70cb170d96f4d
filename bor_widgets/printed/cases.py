"""Cases on a page without a kernel: the setting first, what was done behind a fold."""

from __future__ import annotations

from typing import Any

from bor_widgets.cases import Case, cases
from bor_widgets.charts.case_page import case_page, case_reveal
from bor_widgets.charts.countries import countries_of, country_name
from bor_widgets.printed.part import Part, lines, render
from bor_widgets.printed.told import told_sources
from bor_widgets.printed.where import entry_link
from bor_widgets.sources import papers

WORDS = {
    "panel": "Cases of this lesson",
    "how": "Read the setting and say what you expect was done, and why. Then compare.",
    "done": "What was done, and how the paper reads it",
    "explained": "Explained by",
    "years": "When",
    "place": "Where",
    "papers": "Paper",
    "coded": "Coded inputs",
    "input": "{label}: {value} ({basis})",
    "own": "a case of your instructor",
    "none": "No case of the papers belongs to this lesson.",
}

#: on what a coded input rests
BASES = {
    "text": "the text says so",
    "inferred": "we infer it",
    "judgement": "a teaching default of ours",
}


def case_facts(case: Case) -> list[tuple[str, str]]:
    """Return when and where a case happened, and who writes about it; known facts only."""
    places = ", ".join(country_name(code) for code in countries_of(case))
    cited = "; ".join(papers[code].short for code in case.papers if code in papers)
    facts = [
        (WORDS["years"], case.years),
        (WORDS["place"], places),
        (WORDS["papers"], cited or (WORDS["own"] if case.theirs else "")),
    ]
    return [(label, text) for label, text in facts if text]


def coded_facts(case: Case, *, committed: bool) -> list[str]:
    """Return the coded inputs in words; those that tell the deed only after the commitment."""
    page = case_page(case, (), committed=committed)
    return [
        WORDS["input"].format(
            label=entry["label"], value=entry["value_label"], basis=BASES[entry["basis"]]
        )
        for entry in page["coded"]
    ]


def told_case(case: Case, *, coded: bool = False) -> dict[str, Any]:
    """Return what a page shows of a case.

    Parameters
    ----------
    case
        The case.
    coded
        Whether its coded inputs are listed as well.
    """
    reveal = case_reveal(case)
    facts = case_facts(case)
    inputs = coded_facts(case, committed=False) if coded else []
    if inputs:
        facts.append((WORDS["coded"], "; ".join(inputs)))
    explained = [*reveal["explained_by"], *(entry["id"] for entry in reveal["tensions"])]
    return {
        "id": case.id,
        "slug": case.slug,
        "title": case.title,
        "href": entry_link(case.id),
        "facts": facts,
        "setting": case.setting,
        "told": [text for text in (case.done, case.reading, reveal["observed"]) if text],
        "sources": told_sources(explained),
    }


def printed_cases(lesson: str) -> Part:
    """Return the cases of a lesson.

    Raises
    ------
    KeyError
        For an unknown lesson.
    """
    found = cases.of_lesson(lesson)
    how = WORDS["how"] if found else WORDS["none"]
    html = render("cases", words={**WORDS, "how": how}, cases=[told_case(case) for case in found])
    return Part(html, lines(WORDS["panel"], [f"{case.id} {case.title}" for case in found]))
