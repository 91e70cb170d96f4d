"""The records as rows: nothing is missing, every link leads somewhere, cases give nothing away."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from bor_widgets.cases import cases
from bor_widgets.charts.bench_names import bench_names
from bor_widgets.charts.browse import all_rows, bench_row, counts, tension_rows
from bor_widgets.charts.cross_references import MENTION, mentioned, references, rules_at
from bor_widgets.sources import Place, concepts, debates, lessons, lists, rules, tensions

ROWS = {row["id"]: row for row in all_rows()}


def test_every_record_is_there_once() -> None:
    # the numbers are those of the papers' map: A 257, B 264, C 94, D 82, E 85, F 59, G 12
    assert len(ROWS) == len(all_rows())
    assert counts(all_rows(), "kind") == {
        "rule": 264,
        "concept": 257,
        "list": 82,
        "debate": 59,
        "tension": 85,
        "case": 94,
        "lesson": 12,
    }
    for catalogue in (rules, concepts, lists, debates, tensions, lessons):
        assert set(catalogue) <= set(ROWS)
    assert {case.id for case in cases.values()} <= set(ROWS)


def test_how_firmly_the_rules_stand() -> None:
    # of the papers' 253 rules 194 are stated, 49 reported, 4 implied, 2 contested, 4 open
    assert counts(all_rows(), "explicitness") == {
        "stated": 194,
        "reported": 49,
        "implied": 4,
        "contested": 2,
        "open": 4,
        "derived": 11,
    }


@pytest.mark.parametrize("kind", ["rule", "concept", "list", "debate", "tension", "case"])
def test_every_record_has_a_text_and_a_place_in_a_section(kind: str) -> None:
    for row in all_rows():
        if row["kind"] == kind:
            assert row["text"], row["id"]
            assert row["places"], row["id"]
            assert all(re.fullmatch(r"P[0-2] L[\d-]+ \(.+\)", place) for place in row["places"])


def test_every_link_leads_to_a_record() -> None:
    for name, linked in references().items():
        assert name in ROWS
        for relation, others in linked.items():
            assert others, (name, relation)
            assert set(others) <= set(ROWS), (name, relation)
            assert name not in others, (name, relation)
            assert len(others) == len(set(others))


def test_what_a_record_names_knows_it_back() -> None:
    links = references()
    # E01 sets R01 against R04 and is met in L03 (the papers' map, E and G)
    assert {"R01", "R04"} <= set(links["E01"]["rules"])
    assert "E01" in links["R01"]["tensions"]
    assert "E01" in links["R04"]["tensions"]
    assert links["E01"]["lessons"] == ("L03",)
    assert {"R01", "R11", "R155"} <= set(links["L03"]["rules"])
    # R20 belongs to L02, C25 to L03, A045 to L03
    assert links["R20"]["lessons"] == ("L02",)
    assert "L03" in links["C25"]["lessons"]
    assert links["A045"]["lessons"] == ("L03",)


@pytest.mark.parametrize("one", ["rules", "tensions", "lessons"])
def test_links_by_field_go_both_ways(one: str) -> None:
    kinds = {"rule": "rules", "tension": "tensions", "lesson": "lessons"}
    for name, linked in references().items():
        kind = ROWS[name]["kind"]
        if kind not in kinds:
            continue
        for other in linked.get(one, ()):
            assert name in references()[other][kinds[kind]], (name, other)


def test_the_same_lines_are_the_same_for_both() -> None:
    links = references()
    for name, linked in links.items():
        for other in linked.get("same_lines", ()):
            assert name in links[other]["same_lines"]
    # the first principle stands in P0 L395-403, where the papers' map has A045 too
    assert "A045" in links["R01"]["same_lines"]


def test_ids_in_texts_are_found_and_line_numbers_are_not() -> None:
    assert list(mentioned("compare R01 and E80")) == ["R01", "E80"]
    assert list(mentioned("cases C82-C84")) == ["C82", "C83", "C84"]
    assert list(mentioned("used, basis of L149-153; P0 L11; L11-15")) == []
    assert list(mentioned("R999 and X99 do not exist, nor does an A4 page")) == []
    # the debate's text names the cases C71, C72, C78, C82 to C84 and C88 to C93
    assert len(references()["F55"]["mentions"]) == 12
    assert references()["R04"]["mentions"] == ("R01",)


def test_the_pattern_of_an_id_knows_every_id() -> None:
    assert [name for name in ROWS if not re.fullmatch(MENTION, name)] == []


def test_a_case_does_not_give_away_what_was_done() -> None:
    for case in cases.values():
        row = json.dumps(ROWS[case.id], ensure_ascii=False)
        for kept in (case.done, case.reading):
            assert not kept or json.dumps(kept, ensure_ascii=False)[1:-1] not in row, case.id
        assert "rules" not in ROWS[case.id].get("links", {})
    explained = references()["C25"]["explained_by"]
    assert set(explained) == {*cases["C25"].explained_by, *cases["C25"].tensions}
    assert all("C25" in references()[name]["explains"] for name in explained)


def test_a_tension_lies_where_its_passages_stand() -> None:
    # 37 in P0, 8 in P1, 18 in P2, 22 across; the passages of E101, listed last, are all P0's
    by_number = Counter(
        "P0" if number < 40 else "P1" if number < 50 else "P2" if number < 80 else "between"
        for number in (int(name[1:]) for name in tensions)
    )
    assert by_number == {"P0": 37, "P1": 8, "P2": 18, "between": 22}
    by_number.update({"P0": 1, "between": -1})
    assert {place.paper for place in tensions["E101"].places} == {"P0"}
    assert counts(all_rows(), "where") == by_number


def test_every_passage_of_a_tension_is_told() -> None:
    for row in tension_rows():
        places = tensions[row["id"]].places
        assert len(row["places"]) == len(places) == len(row["passages"])
        for place, told, stands in zip(places, row["places"], row["passages"], strict=True):
            assert told.startswith(str(place))
            for name in stands:
                assert any(
                    own.paper == place.paper and own.first <= place.last and place.first <= own.last
                    for own in rules[name].places
                )
                assert rules[name].explicitness != "derived"


def test_every_tension_is_met_in_a_lesson_and_so_at_a_bench() -> None:
    # T65: every tension is reachable from at least one lesson
    for row in tension_rows():
        assert row["benches"], row["id"]
        assert [bench["lesson"] for bench in row["benches"]] == row["links"]["lessons"]
        for bench in row["benches"]:
            assert bench["href"] == bench_names()[bench["lesson"]].notebook


def test_a_link_with_a_state_takes_the_place_of_the_plain_page() -> None:
    rows = {row["id"]: row for row in tension_rows({"E01": "threat-dial.ipynb?s=1"})}
    assert rows["E01"]["benches"][0]["href"] == "threat-dial.ipynb?s=1"
    assert rows["E02"]["benches"][0]["href"] == "threat-dial.ipynb"
    # E07 is met in L03, L04 and L08: only the bench that the link names changes
    (shown,) = [r for r in tension_rows({"E07": "mode-clock.ipynb?s=2"}) if r["id"] == "E07"]
    assert [bench["href"] for bench in shown["benches"]] == [
        "threat-dial.ipynb",
        "judgement-fan.ipynb",
        "mode-clock.ipynb?s=2",
    ]
    with pytest.raises(KeyError, match="E01"):
        tension_rows({"E1": "threat-dial.ipynb"})
    with pytest.raises(ValueError, match=r"shown on threat-dial\.ipynb"):
        tension_rows({"E01": "javascript:alert(1)"})


def test_every_lesson_has_one_bench_with_a_purpose() -> None:
    assert list(bench_names()) == list(lessons)
    assert len({bench.name for bench in bench_names().values()}) == 12
    assert bench_row("L02")["name"] == "TwoRestraints"
    assert bench_row("L02")["href"] == "two-restraints.ipynb"
    assert bench_row("L02")["title"] == "Two restraints"
    assert all(bench.purpose.endswith(".") for bench in bench_names().values())


def test_the_rules_at_a_place_put_the_named_ones_first() -> None:
    place = Place.parse("P0 L395-403")
    assert rules_at(place)[0] == "R01"
    assert rules_at(place, first=("R05",))[0] == "R05"
    assert rules_at(Place.parse("P1 L52")) == ()


def test_all_records_are_light_enough_to_send_at_once() -> None:
    sent = json.dumps(all_rows(), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(sent) < 500_000
