"""The text of a new lesson: every heading, the first cells, and what is to be written where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bor_widgets.cases import cases
from bor_widgets.commands.check_lesson import HEADINGS
from bor_widgets.sources import rules, tensions

#: one step of the argument makes so many claims at most
CLAIMS_IN_A_STEP = 2

WORDS = {
    "how": "*Lesson {number}. You need no Python. Choose **Run** and then **Run All Cells** in "
    "the menu above, and read from top to bottom. The code is folded away, and you can leave "
    "it so.*",
    "puzzle": "Write here: a small story or a puzzle with which the lesson begins, and to which "
    "it comes back later.",
    "goals": "After this lesson you can\n\n- write here what a student can do afterwards;\n"
    "- one line for each aim.",
    "predict": "Commit to an answer before you read on. A wrong answer costs nothing, and it "
    "helps you to remember the right one.",
    "step": "### Step {number}: {name}",
    "claim": "Write here: what the paper says, and why ({id}). Our record of it: {text}",
    "pull": "Write here: what the two passages say, and where they part ({id}). Our record of "
    "it: {text}",
    "try": "Write here: an experiment. Say what to move from where to where, and what to read. "
    "Below the bench, say what was seen, and why.",
    "seen": "What did you see? Write here what the experiment shows, with the ids of the claims "
    "behind it.",
    "cases": "Choose a case, and predict before you compare. Write here, for each: does the "
    "paper label it so, or do you?",
    "case": "- {title} ({id})",
    "no_cases": "Write here: which cases would fit, and why the lesson has none.",
    "contested": "**Write the question here. ({id})** {text} Say what speaks for either side.",
    "open_question": "Write here: a question that the papers leave open, and what speaks for "
    "either side.",
    "note": "Write your own argument: which side convinces you, and what would change your mind?",
    "check": "Every question may be tried again. A hint helps before you give up.",
    "text": "**The text says** write here which claims stand in the papers.\n\n**We coded** "
    "write here what is a number or a choice of yours.\n\n**Open** is: write here what nobody "
    "has settled.",
    "reading": "- Write here: works that the papers themselves name.",
    "curious": "This part needs a little Python. The next cell asks for the answer at eleven "
    "values of threat perception. Run it.",
    "exercise": "**Exercise.** Change the cell so that it goes through the strength of the tie, "
    "and call your list `solution`. The name of that input is `relationship`, and it runs from "
    "0 to 1. Write here a better exercise of your own.",
    "shows": "<details><summary>What the solution shows</summary>\n\nWrite here what the "
    "solution shows, and why.\n\n</details>",
}

CODE = {
    "example": "threats = [step / 10 for step in range(11)]\n"
    "[respond(Situation(threat=threat)).action for threat in threats]",
    "solution": "# Solution: click on the three dots\nties = [step / 10 for step in range(11)]\n"
    "solution = [respond(Situation(relationship=tie)).action for tie in ties]",
    "check": "assert solution == [respond(Situation(relationship=i / 10)).action for i in "
    'range(11)], "go through the tie from 0 to 1 in eleven steps, and keep the order"',
}

HEADER = {
    "jupytext": {
        "notebook_metadata_filter": "title,-jupytext.text_representation.jupytext_version",
        "text_representation": {
            "extension": ".md",
            "format_name": "myst",
            "format_version": 0.13,
        },
    },
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
}


def as_markdown(text: str) -> str:
    """Return a person's words so that none of their signs is mark-up."""
    plain = re.sub(r"([\\`*_\[\]<>$~{}])", r"\\\1", " ".join(text.split()))
    # at the beginning of a line these make a list, a quotation, a table or a heading of it
    plain = re.sub(r"^([#|+=:-])", r"\\\1", plain)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", plain)


def lesson_text(number: int, plan: Mapping[str, Any], puzzle: str) -> str:
    """Return a lesson as a text notebook, written as Jupyter writes it.

    Parameters
    ----------
    number
        The number of the lesson.
    plan
        Its ``title`` and its ids: ``claims``, ``tensions``, ``cases``.
    puzzle
        With what it begins; "" leaves a place for it.
    """
    import jupytext
    import nbformat

    notebook = nbformat.v4.new_notebook(metadata={**HEADER, "title": plan["title"]})
    prose: list[str] = []

    def add_prose(metadata: dict[str, Any] | None = None) -> None:
        if prose:
            text = "\n\n".join(prose)
            notebook.cells.append(nbformat.v4.new_markdown_cell(text, metadata=metadata or {}))
            prose.clear()

    for kind, text in _parts(number, plan, puzzle):
        if kind == "text":
            prose.append(text)
            continue
        add_prose()
        if kind == "shows":
            prose.append(text)
            add_prose({"tags": ["solution"]})
            continue
        tags = {"code": ["hide-input"], "example": []}.get(kind, ["hide-input", kind])
        metadata = {"jupyter": {"source_hidden": True}, "tags": tags} if tags else {}
        notebook.cells.append(nbformat.v4.new_code_cell(text, metadata=metadata))
    add_prose()
    text = str(jupytext.writes(notebook, fmt="md:myst"))
    # a notebook that was never run does not name its language; one that Jupyter saves does.
    # A person's words stand in one line each, so that no line of theirs is a fence
    text = text.replace("\n```{code-cell}\n", "\n```{code-cell} ipython3\n")
    # once more: what is read back is what Jupyter writes when the lesson is saved
    return str(jupytext.writes(jupytext.reads(text, fmt="md:myst"), fmt="md:myst"))


def _parts(number: int, plan: Mapping[str, Any], puzzle: str) -> Iterator[tuple[str, str]]:
    """Yield prose and code in the order in which they are read."""
    heads = iter([f"## {heading}" for heading in HEADINGS])
    claims, pulls = list(plan["claims"]), list(plan["tensions"])
    yield "text", f"# {as_markdown(plan['title'])}"
    yield "text", WORDS["how"].format(number=number)
    imports = "from bor_widgets import Lesson, Situation, respond"
    yield "code", f"{imports}\nlesson = Lesson({number})\nlesson.start()"
    yield "text", next(heads)
    yield "text", as_markdown(puzzle) if puzzle else WORDS["puzzle"]
    yield "text", WORDS["goals"]
    yield "text", next(heads)
    yield "text", WORDS["predict"]
    yield "code", 'lesson.predict("first")'
    yield "text", next(heads)
    yield from _argument(claims, pulls)
    yield "text", next(heads)
    yield "text", WORDS["try"]
    yield "code", "lesson.bench()"
    yield "text", WORDS["seen"]
    yield "text", next(heads)
    yield from _cases(list(plan["cases"]))
    yield "text", next(heads)
    if not pulls:
        yield "text", WORDS["open_question"]
    for name in pulls:
        yield "text", WORDS["contested"].format(id=name, text=as_markdown(tensions[name].text))
    yield "code", f'lesson.note("argument", "{WORDS["note"]}")'
    if pulls:
        yield "code", _sources(pulls)
    yield "text", next(heads)
    yield "text", WORDS["check"]
    yield "code", "lesson.quiz()"
    yield "text", next(heads)
    yield "text", WORDS["text"]
    yield "text", next(heads)
    yield "text", WORDS["reading"]
    yield "text", next(heads)
    yield "text", WORDS["curious"]
    yield "example", CODE["example"]
    yield "text", WORDS["exercise"]
    yield "solution", CODE["solution"]
    yield "check", CODE["check"]
    yield "shows", WORDS["shows"]


def _argument(claims: list[str], pulls: list[str]) -> Iterator[tuple[str, str]]:
    steps = [claims[i : i + CLAIMS_IN_A_STEP] for i in range(0, len(claims), CLAIMS_IN_A_STEP)]
    for number, step in enumerate(steps or [[]], start=1):
        name = rules[step[0]].name if step else pulls[0]
        yield "text", WORDS["step"].format(number=number, name=f"{name[:1].upper()}{name[1:]}")
        for claim in step:
            yield "text", WORDS["claim"].format(id=claim, text=as_markdown(rules[claim].text))
        for pull in [] if step else pulls:
            yield "text", WORDS["pull"].format(id=pull, text=as_markdown(tensions[pull].text))
        yield "code", _sources(step or pulls)


def _cases(named: list[str]) -> Iterator[tuple[str, str]]:
    if not named:
        yield "text", WORDS["no_cases"]
        return
    yield "text", WORDS["cases"]
    lines = [
        WORDS["case"].format(title=as_markdown(cases[name].title), id=cases[name].id)
        for name in named
    ]
    yield "text", "\n".join(lines)
    yield "code", "lesson.cases()"


def _sources(ids: list[str]) -> str:
    named = ", ".join(f'"{name}"' for name in ids)
    return f"lesson.sources({named})"
