"""Alone, in pairs or together: which venue, by number and by quality."""

from __future__ import annotations

from typing import Any

from bor_widgets.situation import Situation
from bor_widgets.theory.arithmetic import Leaning, all_of, is_array, leaning, where
from bor_widgets.theory.provenance import OpenQuestion, Reason, computes
from bor_widgets.theory.verdict import Verdict


@computes("Q03")
def by_number(parties: Any) -> Any:
    """Name the approach by the number of states: two is bilateral, three or more multilateral.

    One state alone is unilateral (Q03, P1 L15, L19, L23).

    Raises
    ------
    ValueError
        For fewer than one state.
    """
    if is_array(parties):
        if (parties < 1).any():
            raise ValueError("parties takes whole numbers from 1 upwards")
    elif parties < 1:
        raise ValueError(f"parties takes a whole number from 1 upwards; given was {parties!r}")
    return where(parties >= 3, "multilateral", where(parties == 2, "bilateral", "unilateral"))


@computes("Q04")
def by_quality(
    indivisibility: Any, generalised_principles: Any, diffuse_reciprocity: Any
) -> Leaning:
    """Whether it is the institution of multilateralism: three properties, together or not at all.

    They form one ensemble and are not added up, so there is no two thirds of it (Q04,
    P1 L23, after Caporaso). Returns +1 yes, 0 open, -1 no.
    """
    return all_of(
        leaning(indivisibility), leaning(generalised_principles), leaning(diffuse_reciprocity)
    )


@computes("Q08")
def strong_bilateralism(exclusive_privileges: Any, one_to_one_belief: Any) -> Leaning:
    """Whether it is bilateralism in the strong sense: privileges and belief, both.

    Source: P1 L19 (Q08, after Pempel). Returns +1 yes, 0 open, -1 no.
    """
    return all_of(leaning(exclusive_privileges), leaning(one_to_one_belief))


@computes("Q09")
def partners(shared_interests: Any, treaty: Any) -> str:
    """Name a security dyad: allies by treaty, coalition partners without one.

    Both need enough shared interests (Q09, P1 L21).
    """
    shared, bound = leaning(shared_interests), leaning(treaty)
    if shared < 0:
        return "neither"
    if shared == 0 or bound == 0:
        return "open"
    return "allies" if bound > 0 else "coalition partners"


@computes("Q02")
def acts_alone(will_be_bound: Any) -> Leaning:
    """Whether a state goes alone: it does when it will not be bound by general principles.

    Source: P1 L15 (Q02). Returns +1 yes, 0 open, -1 no.
    """
    return -leaning(will_be_bound)


@computes("Q18", "Q19")
def multilateral_is_offered(non_traditional: Any, solvable_alone: Any) -> str:
    """Say how far the kind of threat speaks for multilateral cooperation.

    Non-traditional threats beyond one state's reach generally lead to it (Q18, P1 L41);
    it serves traditional threats too (Q19, P1 L41), so it is never ruled out.
    """
    beyond_reach = all_of(leaning(non_traditional), -leaning(solvable_alone))
    return "suggested" if beyond_reach > 0 else "available"


_VENUE_OF = {
    "realist": "bilateral",
    "liberal": "multilateral",
    "liberal-institutionalist": "multilateral",
}


@computes("Q13")
def by_worldview(worldview: str | None) -> str:
    """Name the approach that goes with a worldview.

    Realpolitik usually prefers bilateral alliance (Q13, P1 L39); the liberal schools
    stand for multilateralism (P1 L31-35, reported).
    """
    return _VENUE_OF.get(worldview or "", "open")


@computes("Q01")
def direction(interests: Any = None, capabilities: Any = None) -> OpenQuestion:
    """Say what interests and capabilities lead to: a dependence is stated, no direction.

    Whatever is given, the answer is the same open question (Q01, P1 L15).
    """
    del interests, capabilities
    return OpenQuestion("Q01")


def verdict(s: Situation) -> Verdict:
    """Read a situation as the paper on bilateralism and multilateralism does.

    What is expected stands beside what the present arrangement is by number and by
    quality (E40): the two tests may differ.
    """
    number = by_number(s.parties)
    quality = by_quality(s.indivisibility, s.generalised_principles, s.diffuse_reciprocity)
    strong = strong_bilateralism(s.exclusive_privileges, s.one_to_one_belief)
    dyad = partners(s.shared_interests, s.treaty)
    details = {
        "number": number,
        "quality": quality,
        "strong_bilateralism": strong,
        "partners": dyad,
    }
    side = [Reason("Q03", number), Reason("Q04", {1: "yes", 0: "open", -1: "no"}[quality])]
    if strong:
        side.append(Reason("Q08", "yes" if strong > 0 else "no"))
    if s.parties == 2 and dyad in ("allies", "coalition partners"):
        side.append(Reason("Q09", dyad.replace(" ", "_")))
    label, reasons = expected_approach(s)
    return Verdict("venue", label, (*reasons, *side), (direction(),), details)


def expected_approach(s: Situation) -> tuple[str, list[Reason]]:
    """Say which approach the will to be bound, the threat and the worldview speak for.

    Returns ``"unilateral"``, ``"bilateral"``, ``"multilateral"``, ``"contested"`` where threat
    and worldview differ, or ``"open"``, with the reasons (Q02, Q13, Q15, Q16, Q18, Q19).
    """
    if acts_alone(s.will_be_bound) > 0:
        return "unilateral", [Reason("Q02")]
    reasons = []
    offered = multilateral_is_offered(s.non_traditional, s.solvable_alone)
    preferred = by_worldview(s.worldview)
    if offered == "suggested":
        reasons.append(Reason("Q18"))
    if preferred == "bilateral":
        reasons.append(Reason("Q13"))
    elif preferred == "multilateral":
        rule = "Q16" if s.worldview == "liberal-institutionalist" else "Q15"
        reasons.append(Reason(rule, "worldview"))
    if leaning(s.non_traditional) < 0:
        reasons.append(Reason("Q19"))
    if offered == "suggested" and preferred == "bilateral":
        return "contested", reasons
    if offered == "suggested" or preferred == "multilateral":
        return "multilateral", reasons
    return ("bilateral" if preferred == "bilateral" else "open"), reasons
