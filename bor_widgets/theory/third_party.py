"""Between two others: their good tie, their quarrel, and the state that keeps both."""

from __future__ import annotations

from dataclasses import dataclass

from bor_widgets.theory.arithmetic import Leaning, Number, clip, where
from bor_widgets.theory.checks import criterion, one_of, within
from bor_widgets.theory.lens_expectations import LENSES, Lens
from bor_widgets.theory.provenance import Reason, computes


@dataclass(frozen=True, slots=True)
class OthersTie:
    """What a tie between two others does to a third state.

    Attributes
    ----------
    security_change
        Change of the third state's security, 0..1 on our scale; never a loss under
        balance of relationships, not said (0) under balance of power.
    alarm
        How loudly balance of power warns, 0..1 on our scale; none under the other lens.
    """

    security_change: Number
    alarm: Number


@computes("R81")
def effect_of_others_tie(
    before: Number, after: Number, lens: Lens, benefit: float = 0.25
) -> OthersTie:
    """Return what it does to us when two of our potential enemies draw closer.

    Under balance of relationships a state can reasonably see their stable tie as good for
    itself; balance of power warns of it (P0 L1010-1014, L1034-1040, R81: "can"). Only a
    tie that grows is spoken of; one that fades changes nothing here. The form is ours.

    Parameters
    ----------
    before, after
        The tie between the two others, -1 (hostile) .. 1 (close), our scale.
    lens
        ``"balance of relationships"`` or ``"balance of power"``.
    benefit
        Share of the growth that can serve us, 0..1 (ours).
    """
    within("before", before, -1.0, 1.0)
    within("after", after, -1.0, 1.0)
    within("benefit", benefit, 0.0, 1.0)
    growth = clip(after - before, 0.0, 2.0) / 2.0
    relationships = one_of("lens", lens, LENSES) == LENSES[0]
    gain, alarm = (benefit, 0.0) if relationships else (0.0, 1.0)
    return OthersTie(gain * growth, alarm * growth)


def others_tie_reason(before: float, after: float, lens: Lens) -> Reason:
    """Say what another pair's tie means to us, in words."""
    effect = effect_of_others_tie(before, after, lens)
    if after <= before:
        return Reason("R81", "no_growth")
    return Reason("R81", "alarm" if effect.alarm else "can_serve")


@computes("R86")
def side_has_to_be_chosen(pattern_one: Number, pattern_two: Number, subscribes: object) -> Leaning:
    """Whether one must choose between two states that are treated in two different ways.

    Not if one deliberately follows balance of relationships: many pairs, each in its own
    pattern (P0 L1076-1080, R86). The patterns have no effect, however far apart. For
    others the paper does not say.

    Parameters
    ----------
    pattern_one, pattern_two
        How each of the two is treated, 0..1 on our scale.
    subscribes
        Whether one deliberately follows balance of relationships (yes, no, open).

    Returns
    -------
    -1 no need to choose, 0 not said.
    """
    within("pattern_one", pattern_one, 0.0, 1.0)
    within("pattern_two", pattern_two, 0.0, 1.0)
    need = where(criterion("subscribes", subscribes) > 0, -1, 0)
    return need + 0 * where(pattern_one > pattern_two, 1, 0)


@dataclass(frozen=True, slots=True)
class ThirdNation:
    """How a third state stands between an intervening power and its target.

    Attributes
    ----------
    enforces
        Whether it forces others to be alike: -1, it avoids that.
    keeps
        Whose tie it keeps: both.
    concessions, respect
        What the tie with the intervening power, and with the target, encourages: mutual
        concessions, and mutual respect for internal preferences; 0..1 on our scale.
    """

    enforces: Leaning
    keeps: tuple[str, ...]
    concessions: Number
    respect: Number


@computes("R109", "R110")
def third_nation(tie_intervener: Number, tie_target: Number) -> ThirdNation:
    """Say how a state stands that must decide whose side to take over an intervention.

    It avoids enforcing uniformity and cherishes both ties (P0 L1593-1601, R109), whatever
    they are; the report on friends and enemies says otherwise (E12). The tie with the
    intervening power encourages concessions on both sides, the one with the target mutual
    respect (P0 L1597-1612, R110). That each grows with its tie is ours.

    Parameters
    ----------
    tie_intervener, tie_target
        Ties of the third state, -1 (enemy) .. 1 (friend), our scale.
    """
    within("tie_intervener", tie_intervener, -1.0, 1.0)
    within("tie_target", tie_target, -1.0, 1.0)
    return ThirdNation(
        -1, ("intervener", "target"), clip(tie_intervener, 0.0, 1.0), clip(tie_target, 0.0, 1.0)
    )
