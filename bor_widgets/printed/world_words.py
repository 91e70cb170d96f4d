"""Words of the appendix's tables on worlds, and the few numbers that no setting changes."""

from __future__ import annotations

from collections.abc import Mapping

from bor_widgets.simulation.conditions import BLOCK
from bor_widgets.simulation.doctrines import TIE_CUTS
from bor_widgets.simulation.tables import OLDEST
from bor_widgets.simulation.ties import LONGEST
from bor_widgets.simulation.turn import BARGAINING, UNPROVOKED, WITHOUT_LAYERS
from bor_widgets.theory.containment import STABLE
from bor_widgets.theory.culture import adoption
from bor_widgets.theory.double_standard import HISTORY, LATITUDE
from bor_widgets.theory.horizon import DAILY_WEIGHT
from bor_widgets.theory.layering import HARDENING, LIMITING, STRENGTHENING
from bor_widgets.theory.success import LEAST

WORDS = {
    "numbers": "Numbers of a world: {group} (our scale)",
    "calibration": "Numbers of the judgement (our scale)",
    "pace": "Numbers of a value-spreader's clock (our scale)",
    "fixed": "Numbers that no setting changes (our scale)",
    "measures": "Measures. Each names the rules that it makes visible; its form is ours",
    "doctrines": "What a state can follow",
    "moves": "What a state can do about a struck tie, and what it changes in its own restraint "
    "(neutral sizes, our scale)",
    "questions": "What a table of your own is asked: {count} situations in all",
    "shocks": "What can be made to happen",
    "scenes": "Scenes to begin from. What a paper tells is cited; every number is ours",
    "rests_on": "Rests on",
    "grade": "judged threat",
    "tie": "strength of the tie",
    "power": "own power beside the other's",
    "other": "the other's restraint",
    "switch": "yes or no",
    "yes": "yes",
    "no": "no",
    "range_of": "{low} to {high}",
    "column_number": "Number",
    "column_name": "Name in the code",
    "column_range": "Range",
    "column_neutral": "Neutral",
    "column_meaning": "Meaning",
    "column_places": "Where",
    "column_what": "What",
    "column_value": "Value",
    "column_where_used": "Where it is used",
    "column_measure": "Measure",
    "column_rules": "Rules",
    "column_doctrine": "Doctrine",
    "column_move": "Move",
    "column_struck_area": "In the struck area",
    "column_other_area": "In another area",
    "column_asked": "Asked",
    "column_answers": "Possible answers",
    "column_shock": "Shock",
    "column_scene": "Scene",
    "column_id": "Id",
    "column_rule": "Rule",
    "column_firmness": "How firmly",
}

#: what each doctrine does, and the rules that it comes from
DOCTRINE_NOTES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "relationships": (
        "Judges the threat to the tie and answers by the three principles.",
        ("R01", "R02", "R03", "R04", "R10", "R11"),
    ),
    "power": (
        "Looks at who is stronger and who would help, and balances or bandwagons.",
        ("R135", "R136"),
    ),
    "values": (
        "Has a value to spread: lets allies off, presses others, tires and returns to ties.",
        ("R48", "R50", "R51", "R53", "R54", "R55"),
    ),
    "soft": (
        "Restrains a threatening state softly; hard where survival is at stake and means allow.",
        ("S01", "S05", "S07", "S08", "S19"),
    ),
    "by_table": (
        "Picks one of the first two tie by tie, by the two conditions that the paper names.",
        ("R130", "R131", "R132", "R133", "R134"),
    ),
}

#: what each move is, and the rules that it comes from
MOVE_NOTES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "none": ("Nothing is done.", ()),
    "compromise": ("Restraint is added in every area, to repair the tie.", ("R01", "R04", "R54")),
    "mix": ("Punishment where the tie was struck, repair elsewhere.", ("R03",)),
    "breakup": ("Restraint is revoked in every area, for a new start.", ("R02", "R06")),
    "hard balancing": (
        "The state joins the coalition against the other. The size of the change is ours.",
        ("R130", "R132", "R135", "S08"),
    ),
    "bandwagoning": (
        "The state joins the stronger side. The size of the change is ours.",
        ("R130", "R132", "R135"),
    ),
    "soft balancing": (
        "An act with an instrument at hand, picked by lot. The size of the change is ours.",
        ("S01", "S08", "S19"),
    ),
    "enforcement": (
        "A value-spreader presses its value; the partner's kind tempers the force. What is done "
        "here is ours, and so is the size of the change.",
        ("R48", "R50", "R55"),
    ),
}

#: numbers of the clock that a world reads
PACE_NOTES: Mapping[str, str] = {
    "strain": "Fatigue that a round of full commitment and a full act of enforcement adds.",
    "relief": "Fatigue that a round of retrieval takes away.",
    "tiring": "Fatigue at which retrieval sets in.",
    "rested": "Fatigue at which retrieval ends.",
    "letting_go": "Share of the commitment that a round of retrieval gives up.",
    "renewal": "What is left of the drive at the next high moment, as a share of the last.",
    "mending": "Share of the way to full restraint that a round of retrieval goes, at most.",
}

_EASE_WITHOUT_CULTURE = float(adoption(0.0)[1])

#: what it is, how much, and where it is used
FIXED: tuple[tuple[str, float, str], ...] = (
    ("Weight that differences keep, however long the horizon", DAILY_WEIGHT, "strikes"),
    ("Ease of balance of relationships where culture gives no support", _EASE_WITHOUT_CULTURE,
     "reciprocity; table of systems"),
    ("A tie is middling from", TIE_CUTS[0], "a table of your own"),
    ("A tie is strong from", TIE_CUTS[1], "a table of your own"),
    *((f"Room for deviance of a partner seen as {kind}", room, "enforcement; double standard")
      for kind, room in LATITUDE.items()),
    ("How differently two partners of one kind are treated", HISTORY, "double standard"),
    ("Risk of conflict out of soft balancing without rivalry and ambition", LEAST, "violence"),
    ("Share of the loss of legitimacy without any layer of institutions", WITHOUT_LAYERS,
     "legitimacy"),
    ("Rounds of compensation, if institutions were used on every tie", BARGAINING, "legitimacy"),
    ("What a layer adds to the potential for soft balancing", STRENGTHENING, "legitimacy"),
    ("What a layer takes from dictation", LIMITING, "strikes; legitimacy"),
    ("What a layer adds to the informal club", HARDENING, "measures"),
    ("Strain of full commitment without any enforcement", UNPROVOKED, "the clock"),
    ("A border tie is stable from", STABLE, "measures"),
    ("Rounds after which a tie fades no further", OLDEST, "fading"),
    ("Acts of an effort that are counted at most", LONGEST, "efforts"),
    ("Rounds that share a stream of chance", BLOCK, "chance"),
)  # fmt: skip
