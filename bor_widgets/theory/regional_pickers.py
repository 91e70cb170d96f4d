"""Labels by definition: what the Philippines, Turkey and Vietnam do, read in several ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import all_of, answer, leaning
from bor_widgets.theory.provenance import Reason, computes
from bor_widgets.theory.soft_balancing import define

Country = Literal["Philippines", "Turkey", "Vietnam"]
COUNTRIES: tuple[Country, ...] = ("Philippines", "Turkey", "Vietnam")


@dataclass(frozen=True, slots=True)
class Explained:
    """What an explanation made for one country yields from what is set.

    Attributes
    ----------
    label
        The outcome, ``"open"``, or ``"not said"`` where a part of the explanation fails.
    present
        Each part: True, False, or None where it is open.
    """

    label: str
    present: Mapping[str, bool | None]
    reasons: tuple[Reason, ...]


@computes("S48")
def philippines(hedging: Any, partnership: Any, code_of_conduct: Any) -> Explained:
    """Read the three policies of the Duterte years as their scholar does.

    Hedging on the American alliance, a security partnership with Japan and a push for the
    code of conduct are read together as soft balancing of China's assertiveness (S48,
    P2 L53, reported of de Castro). What a part of the package would be is not said.
    """
    parts = {
        "hedging": leaning(hedging),
        "partnership": leaning(partnership),
        "code_of_conduct": leaning(code_of_conduct),
    }
    code = all_of(*parts.values())
    present = {name: answer(part) for name, part in parts.items()}
    if code > 0:
        return Explained("soft balancing", present, (Reason("S48", "whole"),))
    if code == 0:
        return Explained("open", present, (Reason("S48", "open"),))
    return Explained("not said", present, (Reason("S48", "part"),))


@computes("S47")
def turkey(
    resentment: Any, uncertain_membership: Any, low_trust: Any, cyprus_unresolved: Any
) -> Explained:
    """Read three reasons as leading to obstruction, as their scholar does.

    Resentment at exclusion from European security, uncertain membership with the lack of
    trust that follows, and the unresolved issue of Cyprus (S47, P2 L105-111, reported of
    Dursun-Özkanca). Uncertainty and low trust are one reason, and both are needed for it.
    What two of the three would lead to is not said.
    """
    parts = {
        "resentment": leaning(resentment),
        "membership": all_of(leaning(uncertain_membership), leaning(low_trust)),
        "cyprus": leaning(cyprus_unresolved),
    }
    code = all_of(*parts.values())
    present = {name: answer(part) for name, part in parts.items()}
    if code > 0:
        return Explained("obstruction", present, (Reason("S47", "whole"),))
    if code == 0:
        return Explained("open", present, (Reason("S47", "open"),))
    return Explained("not said", present, (Reason("S47", "part"),))


def turkish_target(passage: Literal["text", "title"]) -> tuple[str, Reason]:
    """Name whom Turkey's soft balancing is aimed at: two places differ (E54).

    In the text it works through the European Union against NATO (P2 L53); the title of
    the cited study asks about soft balancing against the Union (P2 L61).

    Raises
    ------
    ValueError
        For another passage.
    """
    if passage == "text":
        return "NATO", Reason("S47", "through_the_union")
    if passage == "title":
        return "European Union", Reason("S47", "against_the_union")
    raise ValueError(f"passage is 'text' or 'title'; given was {passage!r}")


@dataclass(frozen=True, slots=True)
class Label:
    """The label that one reading gives to what a country does.

    Attributes
    ----------
    reading
        ``"reported"`` (the cited scholar), ``"definition"`` (the authors' own test) or
        ``"balance_of_relationships"``.
    """

    reading: str
    label: str
    reasons: tuple[Reason, ...]


#: tools of each country's policy that the definition knows
_TOOLS: dict[Country, tuple[str, ...]] = {
    "Philippines": ("institutions", "limited_alignment"),
    "Turkey": ("institutions",),
    "Vietnam": (),
}


def labels(
    country: Country, said: Situation | None = None, *, military_ties: bool | None = None
) -> tuple[Label, ...]:
    """Return one label per reading for what a country does (E55, E95).

    Parameters
    ----------
    country
        The Philippines, Turkey or Vietnam.
    said
        What the student says of the criteria of the definition; by default all is open.
    military_ties
        Whether security ties count as military means; the paper leaves this open for the
        Philippines, and so the definition's label too until it is set.

    Raises
    ------
    ValueError
        For another country.
    """
    if country not in COUNTRIES:
        raise ValueError(f"country is one of {', '.join(COUNTRIES)}; given was {country!r}")
    return (_reported(country), _by_definition(country, said, military_ties), _by_tie(country))


def _reported(country: Country) -> Label:
    match country:
        case "Philippines":
            return Label("reported", "soft balancing", (Reason("S48", "whole"),))
        case "Turkey":
            return Label("reported", "soft balancing", (Reason("S47", "whole"),))
        case _:
            moved = "from hedging to soft balancing"
            return Label("reported", moved, (Reason("S20", "title_only"),))


def _by_definition(country: Country, said: Situation | None, military_ties: bool | None) -> Label:
    s = said or Situation()
    tools = _TOOLS[country]
    if not tools and not s.instruments:
        return Label("definition", "open", (Reason("S01", "no_tool_told"),))
    s = s.with_(instruments=tuple(dict.fromkeys((*tools, *s.instruments))))
    if military_ties is not None:
        s = s.with_(military_means=military_ties)
    target: Literal["institution", "state"] = "institution" if country == "Turkey" else "state"
    outcome = define(s, target=target)
    if country == "Philippines" and military_ties is None and outcome.label != "not soft balancing":
        return Label("definition", "open", (Reason("S48", "borderline"),))
    return Label("definition", outcome.label, outcome.reasons)


def _by_tie(country: Country) -> Label:
    if country == "Turkey":
        return Label("balance_of_relationships", "not said", (Reason("R65", "no_hedge"),))
    return Label("balance_of_relationships", "long-run calculation", (Reason("R65", "hedge"),))
