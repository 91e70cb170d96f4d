"""Whatever a record holds: a case, or one clear sentence with file and key."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bor_widgets.cases import RecordError, case_from
from bor_widgets.cases.fields import LONGEST_LABEL, LONGEST_TEXT
from bor_widgets.situation import parameters
from tests.cases.records import GOOD, REQUIRED, good, spoilt

FILE = "fish-and-chips.toml"


def faults_of(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Key and reason of every fault; the record must be refused."""
    with pytest.raises(RecordError) as refused:
        case_from(record, FILE)
    faults = refused.value.faults
    assert faults
    assert {fault.file for fault in faults} == {FILE}
    assert str(refused.value).startswith(str(faults[0]))
    for fault in faults:
        assert fault.reason.strip()
        assert len(str(fault)) < 1000
        assert str(fault).startswith(f"{FILE}, {fault.key}: " if fault.key else f"{FILE}: ")
    return [(fault.key, fault.reason) for fault in faults]


def test_a_good_record_is_read() -> None:
    case = case_from(good(), FILE, theirs=True)
    assert (case.id, case.title, case.theirs) == ("MY1", "A dispute over fish", True)
    assert case.situation().relationship == 0.6
    assert case.situation().grade == "potential"
    assert [str(place) for place in case.places] == ["P0 L395-403"]
    assert case.observed is not None
    assert case.observed.action == "compromise"
    assert case.tie[0].between == ("Northland", "Southland")


def test_the_least_that_a_record_needs_is_enough() -> None:
    case = case_from({key: GOOD[key] for key in REQUIRED}, FILE)
    assert case.open_inputs == tuple(parameters())


@pytest.mark.parametrize("key", REQUIRED)
@pytest.mark.parametrize("how", ["missing", "empty"])
def test_what_a_record_needs_is_named_when_it_lacks(key: str, how: str) -> None:
    record = good()
    if how == "missing":
        del record[key]
    else:
        record[key] = [] if isinstance(GOOD[key], list) else ""
    assert (key, "is missing or empty") in faults_of(record)


#: one value of every type that TOML knows, and a few that it does not
KINDS: dict[str, Any] = {
    "text": "abc",
    "number": 3,
    "fraction": 0.5,
    "nan": float("nan"),
    "infinity": float("inf"),
    "yes": True,
    "list": ["abc"],
    "list of numbers": [1, 2],
    "list of lists": [[["a"]]],
    "table": {"a": 1},
    "rows": [{"a": 1}],
    "nothing": None,
}

#: key -> the kinds that a good record may have there
TEXTS = ("title", "setting", "done", "reading", "actor", "counterpart", "years", "slug")
LISTS = ("open", "notes", "countries")
YEARS = ("first_year", "last_year")
FITS = {
    **{key: {"text"} for key in TEXTS},
    **{key: {"list"} for key in LISTS},
    **{key: {"number", "nothing"} for key in YEARS},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", GOOD)
def test_a_value_of_another_type_is_refused_with_its_key(key: str, kind: str) -> None:
    if kind in FITS.get(key, set()):
        record = good(**{key: KINDS[kind]})
        # the two years must not contradict each other
        record |= {year: KINDS[kind] for year in YEARS if key in YEARS}
        case_from(record, FILE)
        return
    faults = faults_of(good(**{key: KINDS[kind]}))
    # a wrong list of parties also leaves its ties without ends
    assert any(where.startswith(key) for where, _ in faults), faults


#: path inside the record -> a value that does not belong there, and the key that is named
DEEP: dict[str, tuple[str, Any, str]] = {
    "id in small letters": ("id", "c25", "id"),
    "slug with blanks": ("slug", "fish and chips", "slug"),
    "slug that climbs": ("slug", "../../etc/passwd", "slug"),
    "a fourth paper": ("papers.0", "P3", "papers[0]"),
    "a depth of ours": ("depth", "deep", "depth"),
    "a place without a paper": ("places.0", "L395", "places[0]"),
    "a place that runs backwards": ("places.0", "P0 L403-395", "places[0]"),
    "a place behind the end": ("places.0", "P0 L99000", "places[0]"),
    "a place of line nought": ("places.0", "P0 L0", "places[0]"),
    "a place with other digits": ("places.0", "P0 L٣", "places[0]"),
    "an unknown rule": ("explained_by.0", "R999", "explained_by[0]"),
    "an unknown tension": ("tensions.0", "E999", "tensions[0]"),
    "a year of the future": ("last_year", 99999, "last_year"),
    "a year below nought": ("first_year", -5, "first_year"),
    "an unknown action": ("observed.action", "invade", "observed.action"),
    "an unknown basis": ("observed.basis", "hearsay", "observed.basis"),
    "another key of what was seen": ("observed.who", "us", "observed.who"),
    "a slider above its range": ("coding.relationship.value", 1.5, "coding.relationship.value"),
    "a slider below its range": ("coding.relationship.value", -0.1, "coding.relationship.value"),
    "a slider as text": ("coding.relationship.value", "high", "coding.relationship.value"),
    "a slider as yes": ("coding.relationship.value", True, "coding.relationship.value"),
    "a slider as a list": ("coding.relationship.value", [0.5], "coding.relationship.value"),
    "a slider that is no number": (
        "coding.relationship.value",
        float("nan"),
        "coding.relationship.value",
    ),
    "an endless slider": ("coding.relationship.value", float("inf"), "coding.relationship.value"),
    "a huge number": ("coding.relationship.value", 10**400, "coding.relationship.value"),
    "an unknown grade": ("coding.grade.value", "awful", "coding.grade.value"),
    "a coding basis of ours": ("coding.grade.basis", "guess", "coding.grade.basis"),
    "a coding that is a number": ("coding.grade", 3, "coding.grade"),
    "a coding without a value": ("coding.grade", {"basis": "judgement"}, "coding.grade"),
    "a coding from the text without a place": (
        "coding.grade",
        {"value": "direct", "basis": "text", "why": "So it says."},
        "coding.grade.places",
    ),
    "a coding inferred from nowhere": (
        "coding.relationship.places",
        [],
        "coding.relationship.places",
    ),
    "a coding of an unknown input": ("coding.hatred", {"value": 1}, "coding.hatred"),
    "another key of a coding": ("coding.grade.colour", "red", "coding.grade.colour"),
    "a set with an unknown tool": (
        "coding.instruments",
        {"value": ["bribes"], "basis": "judgement", "why": "Ours."},
        "coding.instruments.value",
    ),
    "a set of tables": (
        "coding.instruments",
        {"value": [{"a": 1}], "basis": "judgement", "why": "Ours."},
        "coding.instruments.value",
    ),
    "too many states": (
        "coding.parties",
        {"value": 10**30, "basis": "judgement", "why": "Ours."},
        "coding.parties.value",
    ),
    "half a state": (
        "coding.parties",
        {"value": 2.5, "basis": "judgement", "why": "Ours."},
        "coding.parties.value",
    ),
    "an unknown role": ("party.0.role", "villain", "party[0].role"),
    "a party that is a number": ("party.0.name", 7, "party[0].name"),
    "another key of a party": ("party.0.army", 7, "party[0].army"),
    "an unknown quality": ("tie.0.quality", "warm", "tie[0].quality"),
    "a tie to a stranger": ("tie.0.between", ["Northland", "Atlantis"], "tie[0].between"),
    "a tie of three": (
        "tie.0.between",
        ["Northland", "Southland", "Northland"],
        "tie[0].between",
    ),
    "a tie with itself": ("tie.0.between", ["Northland", "Northland"], "tie[0].between"),
    "two parties of one name": ("party.1.name", "Northland", "party[1].name"),
    "an end before the beginning": ("last_year", 1900, "last_year"),
    "a tie of one": ("tie.0.between", ["Northland"], "tie[0].between"),
    "markup in a title": ("title", "<b>War</b>", "title"),
    "a script in the setting": ("setting", "<script>alert(1)</script>", "setting"),
    "a picture in a name": ("party.0.name", "<img src=x onerror=alert(1)>", "party[0].name"),
    "a comment in a note": ("notes.0", "<!-- hidden -->", "notes[0]"),
    "markup in a reason": (
        "coding.grade.why",
        "see <a href='javascript:x'>here</a>",
        "coding.grade.why",
    ),
    "a bell in the title": ("title", "War\x07", "title"),
    "a nought in the setting": ("setting", "War\x00and peace", "setting"),
    "an escape in a question": ("open.0", "\x1b[31mWho?", "open[0]"),
    "a mark that turns the writing": ("title", "War \u202eecaep", "title"),
    "a mark without width": ("title", "War\u200b and peace", "title"),
    "half a letter": ("title", "War \ud800", "title"),
    "a title without an end": ("title", "x" * (LONGEST_LABEL + 1), "title"),
    "a setting without an end": ("setting", "x" * (LONGEST_TEXT + 1), "setting"),
    "a list without an end": ("notes", ["x"] * 100_000, "notes"),
    "a key of ours": ("verdict", "guilty", "verdict"),
    "a key that is a page long": ("k" * 5_000, 1, "k" * 80),
    "a key with markup": ("<b>key</b>", 1, "<b>key</b>"),
}


@pytest.mark.parametrize("how", DEEP)
def test_what_does_not_belong_there_is_refused_with_its_key(how: str) -> None:
    path, value, key = DEEP[how]
    record = good(**{path: value}) if path in ("<b>key</b>",) else spoilt(path, value)
    assert key in [where for where, _ in faults_of(record)]


@pytest.mark.parametrize("key", ["slug", "id"])
def test_a_name_with_a_trailing_line_is_cleaned_or_refused(key: str) -> None:
    # a pattern that ends in $ would let it through as it is
    try:
        case = case_from(good(**{key: f"{GOOD[key]}\n"}), FILE)
    except RecordError:
        return
    assert getattr(case, key) == GOOD[key]


def test_all_faults_are_told_at_once() -> None:
    record = spoilt("coding.relationship.value", 7)
    record["depth"] = "deep"
    record["setting"] = 3
    keys = [key for key, _ in faults_of(record)]
    assert {"setting", "depth", "coding.relationship.value"} <= set(keys)
    with pytest.raises(RecordError, match=rf"and {len(keys) - 1} more"):
        case_from(record, FILE)


def test_a_value_out_of_range_is_told_with_range_and_value() -> None:
    ((_, reason),) = faults_of(spoilt("coding.relationship.value", 1.5))
    assert "from 0 to 1" in reason
    assert "1.5" in reason


def _tree() -> st.SearchStrategy[Any]:
    leaf = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30))
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
        ),
        max_leaves=12,
    )


def sentence_for(record: dict[str, Any]) -> str:
    """The sentence with which a record is refused; empty for a good one."""
    try:
        case_from(record, FILE)
    except RecordError as error:
        return str(error)
    return ""


@given(st.sampled_from(sorted(GOOD)), _tree())
def test_whatever_stands_at_a_key_is_a_case_or_a_sentence(key: str, value: Any) -> None:
    said = sentence_for(good(**{key: value}))
    assert not said or said.startswith(f"{FILE}, ")


@given(
    st.dictionaries(
        st.sampled_from([*parameters(), "hatred"]),
        st.one_of(_tree(), st.fixed_dictionaries({"value": _tree(), "basis": _tree()})),
        max_size=4,
    )
)
def test_whatever_is_coded_is_a_case_or_a_sentence(coding: dict[str, Any]) -> None:
    said = sentence_for(good(coding=coding))
    assert not said or said.startswith(f"{FILE}, coding")


def test_an_instructors_case_may_stand_in_no_paper() -> None:
    record = good()
    del record["papers"]
    assert case_from(record, FILE, theirs=True).papers == ()
    assert ("papers", "is missing or empty") in faults_of(record)


def test_a_case_names_the_lessons_that_it_belongs_to() -> None:
    assert case_from(good(taught_in=["L03", "L04"]), FILE).lessons == ("L03", "L04")
    assert "taught_in[0]" in [key for key, _ in faults_of(good(taught_in=["L77"]))]


@pytest.mark.parametrize("text", ["می‌خواهم", "\U0001f469‍\U0001f467", "no-break space", "一　二"])
def test_signs_that_people_write_with_are_kept(text: str) -> None:
    assert case_from(good(title=text), FILE).title == text


def test_a_label_takes_one_line_and_a_text_takes_several() -> None:
    assert "title" in [key for key, _ in faults_of(good(title="War\nand peace"))]
    assert "party[0].name" in [key for key, _ in faults_of(spoilt("party.0.name", "North\nland"))]
    assert case_from(good(setting="War\nand peace"), FILE).setting == "War\nand peace"
