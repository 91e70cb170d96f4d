"""Views of soft balancing that stand side by side: friction, step, complement, governance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.soft_balancing import Definition, define

View = Literal["precursor", "milder form", "governance"]
VIEWS: tuple[View, ...] = ("precursor", "milder form", "governance")

Field = Literal["law", "power", "balancing"]
FIELDS: tuple[Field, ...] = ("law", "power", "balancing")


@computes("S62")
def next_stage(view: View) -> tuple[str, Reason]:
    """Say what each view of soft balancing expects next.

    The usual view takes it as a step before hard balancing or as a milder way of
    balancing great powers; Wivel sees a model of governance (S62, P2 L145, reported and
    set against each other). None of the views is chosen here (E56).

    Raises
    ------
    ValueError
        For another view.
    """
    match view:
        case "precursor":
            return "hard balancing", Reason("S62", "precursor")
        case "milder form":
            return "not said", Reason("S62", "milder_form")
        case "governance":
            return "renegotiation", Reason("S62", "governance")
        case _:
            raise ValueError(f"view is one of {', '.join(VIEWS)}; given was {view!r}")


@computes("S54")
def supplements(field: Field) -> tuple[Literal["can", "may very well"], Reason]:
    """Say how firmly the paper holds that soft and hard forms supplement each other.

    Of law and power it says that they can, of balancing only that the same may very well
    hold (S54, P2 L25).

    Raises
    ------
    ValueError
        For another field.
    """
    if field not in FIELDS:
        raise ValueError(f"field is one of {', '.join(FIELDS)}; given was {field!r}")
    if field == "balancing":
        return "may very well", Reason("S54", "balancing")
    return "can", Reason("S54", "law_or_power")


@dataclass(frozen=True, slots=True)
class Debate:
    """One act, read by the critics and by the authors.

    Attributes
    ----------
    critics
        ``"typical friction"``, or ``"not said"`` where nothing soft is done.
    authors
        The outcome of the authors' own test.
    agree
        Whether both refuse the label soft balancing.
    """

    critics: Literal["typical friction", "not said"]
    authors: Definition
    agree: bool
    reasons: tuple[Reason, ...]


@computes("S56")
def friction_debate(s: Situation) -> Debate:
    """Set the critics beside the authors: normal friction, or more than that.

    Critics call much of what bears the label typical friction between states; the
    authors answer with concert, deliberate and lasting use, and a threatening target
    (S56, P2 L73, L91-95, contested). The critics say "much", not "all", so their reading
    of a single act is a leaning that we give them.
    """
    authors = define(s)
    # an act is soft where tools are used, and friction where concert is denied to it
    soft = bool(s.instruments) or s.concerted is not None
    critics: Literal["typical friction", "not said"] = "typical friction" if soft else "not said"
    agree = authors.label == "not soft balancing"
    key = "both_refuse" if agree else "open" if authors.label == "open" else "part"
    return Debate(critics, authors, agree, (Reason("S56", key),))


#: where the decades of the claim begin and end; P2 L25 gives only the year 2014
_UNIPOLE_FIRST, _UNIPOLE_LAST, _RISING_LAST = 1991, 2010, 2014


@computes("S21")
def left_unexplained(
    target: Literal["United States", "China"], year: int
) -> Literal["a good part", "not said"]:
    """Say how much balancing would have no explanation without the concept.

    A good part: against the United States in the two decades after the Cold War, and
    against a rising China until 2014 (S21, P2 L25). The years 1991 to 2010 for the two
    decades are taken from the eras of P2 L101, and so is 1991 as the first for China,
    for which none is printed.

    Raises
    ------
    ValueError
        For another target.
    """
    last = {"United States": _UNIPOLE_LAST, "China": _RISING_LAST}.get(target)
    if last is None:
        raise ValueError(f"target is 'United States' or 'China'; given was {target!r}")
    return "a good part" if _UNIPOLE_FIRST <= year <= last else "not said"
