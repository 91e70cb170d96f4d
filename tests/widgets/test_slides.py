"""LessonSlides without a browser: the way, what is kept back, the hands, the live parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bor_widgets.course.folder import FOLDER_VARIABLE
from bor_widgets.course.predictions import Prediction
from bor_widgets.course.slides import SlideFileError
from bor_widgets.widgets.bench import Bench
from bor_widgets.widgets.quiz import Quiz
from bor_widgets.widgets.slide_stage import MOST_HANDS
from bor_widgets.widgets.slides import LessonSlides
from tests.hostile import VALUES

LESSONS = Path(__file__).resolve().parents[2] / "lessons"


@pytest.fixture(autouse=True)
def lessons_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(LESSONS))


@pytest.fixture
def deck() -> LessonSlides:
    """The slides of lesson 3."""
    return LessonSlides(3)


def first(deck: LessonSlides, kind: str) -> int:
    """Number of the first slide of a kind."""
    return next(slide.number for slide in deck.slides if slide.kind == kind)


def synced(deck: LessonSlides) -> str:
    """Everything that the page knows of the words."""
    return json.dumps([deck.stage.get_state(), deck.bar.get_state()], default=str)


def test_it_begins_at_the_first_slide_with_no_bench_made(deck: LessonSlides) -> None:
    assert deck.at == 1
    assert deck.bar.count == len(deck.slides)
    assert not any(deck.part(slide.number) for slide in deck.slides)


@pytest.mark.parametrize("number", [0, 100, -3])
def test_a_number_out_of_range_gets_a_sentence(number: int) -> None:
    with pytest.raises(ValueError, match=f"from 1 to 99; given was {number}"):
        LessonSlides(number)


@pytest.mark.parametrize("number", ["3", 3.0, None, True])
def test_a_number_that_is_none_gets_a_sentence(number: Any) -> None:
    with pytest.raises(TypeError, match="a whole number"):
        LessonSlides(number)


def test_a_lesson_without_slides_names_those_that_have_some() -> None:
    with pytest.raises(KeyError, match="lesson 99; there are for 1, 2, 3,"):
        LessonSlides(99)


def test_a_file_with_a_fault_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("slides", "quizzes"):
        (tmp_path / name).mkdir()
    (tmp_path / "slides" / "03.toml").write_text("[[slide]]\ntitle = 3", encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    with pytest.raises(SlideFileError, match=r"03\.toml, slide 1, title"):
        LessonSlides(3)


def test_forward_shows_what_waits_before_it_goes_on(deck: LessonSlides) -> None:
    asked = first(deck, "predict")
    deck.go(asked)
    deck.bar.tell({"kind": "step", "by": 1})
    assert deck.at == asked
    assert set(deck.stage.answers) == {str(asked)}
    deck.bar.tell({"kind": "step", "by": 1})
    assert deck.at == asked + 1
    deck.bar.tell({"kind": "step", "by": -1})
    deck.bar.tell({"kind": "step", "by": -1})
    assert deck.at == asked - 1


def test_neither_end_can_be_left(deck: LessonSlides) -> None:
    deck.step(-1)
    assert deck.at == 1
    deck.go(len(deck.slides))
    deck.step(1)
    deck.step(1)
    assert deck.at == len(deck.slides)
    with pytest.raises(ValueError, match=f"from 1 to {len(deck.slides)}; given was 0"):
        deck.go(0)


def test_the_answer_is_nowhere_in_the_page_before_it_is_shown(deck: LessonSlides) -> None:
    for slide in deck.slides:
        if isinstance(slide.target, Prediction):
            kept = json.dumps(slide.target.reveal)[1:-1]
            assert kept not in synced(deck)
            deck.stage.tell({"kind": "reveal", "slide": slide.number})
            assert kept in synced(deck)
            assert deck.stage.answers[str(slide.number)]["key"] == slide.target.answer
            deck.stage.tell({"kind": "again", "slide": slide.number})
            assert kept not in synced(deck)


def test_what_was_done_in_a_case_comes_after_a_press(deck: LessonSlides) -> None:
    # P0 L1583-1589 as the record C25 tells it
    number = next(slide.number for slide in deck.slides if slide.target == "C25")
    assert "criticism from leading realists" not in synced(deck)
    deck.stage.tell({"kind": "reveal", "slide": number})
    assert "criticism from leading realists" in deck.stage.answers[str(number)]["done"]


def test_hands_are_counted_until_the_answer_is_shown(deck: LessonSlides) -> None:
    number = first(deck, "predict")
    target = deck.slides[number - 1].target
    assert isinstance(target, Prediction)
    one, two = (option.key for option in target.options[:2])
    for key, count in ((one, 4), (two, 11), (one, 5)):
        deck.stage.tell({"kind": "hands", "slide": number, "key": key, "count": count})
    deck.stage.tell({"kind": "room", "slide": number, "key": one})
    expected = {"hands": {one: 5, two: 11}, "room": one}
    assert deck.stage.votes == {str(number): expected}
    deck.stage.reveal(number)
    deck.stage.tell({"kind": "hands", "slide": number, "key": one, "count": 20})
    deck.stage.tell({"kind": "room", "slide": number, "key": two})
    assert deck.stage.votes == {str(number): expected}
    deck.stage.tell({"kind": "again", "slide": number})
    assert (deck.stage.votes, deck.stage.answers) == ({}, {})


@pytest.mark.parametrize("count", [-1, MOST_HANDS + 1, 2.0, True, "3", None])
def test_what_is_no_count_is_not_counted(deck: LessonSlides, count: Any) -> None:
    number = first(deck, "predict")
    target = deck.slides[number - 1].target
    assert isinstance(target, Prediction)
    deck.stage.tell({"kind": "hands", "slide": number, "key": target.answer, "count": count})
    assert deck.stage.votes == {}


def test_a_reload_brings_back_hands_and_answers(deck: LessonSlides) -> None:
    number = first(deck, "predict")
    target = deck.slides[number - 1].target
    assert isinstance(target, Prediction)
    kept = {str(number): {"hands": {target.answer: 7, "none": 3}, "room": "none"}, "99": {}, "1": 3}
    deck.stage.tell({"kind": "bring_back", "votes": kept, "shown": [str(number), "1", "99", "x"]})
    assert deck.stage.votes == {str(number): {"hands": {target.answer: 7}, "room": ""}}
    assert set(deck.stage.answers) == {str(number)}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:40])
def test_whatever_a_page_sends_the_slides_stay_whole(deck: LessonSlides, value: Any) -> None:
    for kind in ("reveal", "again", "hands", "room", "drawn", "bring_back"):
        for key in ("slide", "key", "count", "at", "votes", "shown"):
            message = {"kind": kind, "slide": 3, "key": "same", "count": 1, key: value}
            deck.stage._receive(None, message, None)
    for kind, key in (("step", "by"), ("go", "at")):
        deck.bar._receive(None, {"kind": kind, key: value}, None)
    assert 1 <= deck.at <= len(deck.slides)
    assert set(deck.stage.votes) <= {str(slide.number) for slide in deck.slides}


def test_a_bench_is_made_when_its_words_are_on_screen_and_keeps_its_state(
    deck: LessonSlides,
) -> None:
    numbers = [slide.number for slide in deck.slides if slide.kind == "bench"]
    deck.go(numbers[0])
    assert deck.stage.busy
    assert deck.part(numbers[0]) is None
    deck.stage.tell({"kind": "drawn", "at": 0})  # a word that comes too late
    assert deck.part(numbers[0]) is None
    deck.stage.tell({"kind": "drawn", "at": numbers[0] - 1})
    bench = deck.part(numbers[0])
    assert isinstance(bench, Bench)
    assert not deck.stage.busy
    # as the slide's file sets it
    assert bench.state.now.values["grade"] == deck.slides[numbers[0] - 1].values["grade"]
    assert bench.state.now.values["capability"] == 1.0
    bench.state.set_inputs({"capability": -1.0})
    deck.go(numbers[0] + 1)
    deck.make_part()
    assert bench.layout.display == "none"
    deck.go(numbers[0])
    deck.make_part()
    assert deck.part(numbers[0]) is bench
    assert bench.layout.display is None
    assert bench.state.now.values["capability"] == -1.0
    assert deck.part(numbers[1]) is not bench


def test_a_bench_on_a_slide_has_no_walk_and_no_address_of_its_own(deck: LessonSlides) -> None:
    deck.go(first(deck, "bench"))
    deck.make_part()
    bench = deck.part(deck.at)
    assert isinstance(bench, Bench)
    shown: list[Any] = [bench]
    for widget in shown:
        shown += getattr(widget, "children", ())
    assert bench.core in shown
    assert bench.board in shown
    assert bench.verdict in shown
    for absent in (bench.guide, bench.keep.bar, bench.keep.links):
        assert absent not in shown


def test_a_tie_opened_from_a_drawing_still_comes_below(deck: LessonSlides) -> None:
    deck.go(first(deck, "bench"))
    deck.make_part()
    bench = deck.part(deck.at)
    assert isinstance(bench, Bench)
    bench.open_below(case="C25")
    assert bench.folds["opened"] in bench.children[-1].children


def test_a_bench_that_refuses_its_inputs_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("slides", "quizzes"):
        (tmp_path / name).mkdir()
    text = '[[slide]]\ntitle = "T"\nshow = "bench"\nset = { colour = "red" }\n'
    (tmp_path / "slides" / "03.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    deck = LessonSlides(3)
    assert deck.stage.busy  # the first slide of this file is a bench
    deck.stage.tell({"kind": "drawn", "at": 0})
    assert "no input 'colour'" in deck.stage.problem
    assert not deck.stage.busy


def test_one_question_is_asked_and_its_sources_wait_for_the_answer(deck: LessonSlides) -> None:
    number = first(deck, "quiz")
    deck.go(number)
    deck.make_part()
    asked = deck.part(number)
    assert isinstance(asked, Quiz)
    assert len(asked.item_ids) == 1
    assert deck.stage.slides[number - 1]["sources"] == []
    item = deck.slides[number - 1].target
    asked.attempt(asked.item_ids[0], list(item.answer))  # type: ignore[union-attr]
    assert asked.score["solved"] == 1
    assert str(number) in deck.stage.answers


def test_what_a_class_does_goes_into_no_journal(deck: LessonSlides) -> None:
    from bor_widgets.course.at_hand import journal_at_hand

    before = len(journal_at_hand().journal)
    deck.stage.reveal(first(deck, "predict"))
    deck.go(first(deck, "quiz"))
    deck.make_part()
    asked = deck.part(deck.at)
    assert isinstance(asked, Quiz)
    asked.attempt(asked.item_ids[0], ["judgement"])
    asked.give_up(asked.item_ids[0])
    assert len(journal_at_hand().journal) == before


def test_a_tension_stands_with_two_passages_and_their_claims() -> None:
    # E01: P0 L395-403 against P0 L1687-1689; the passage in between is named as well
    deck = LessonSlides(3)
    shown = next(row for row in deck.stage.slides if row["kind"] == "tension")
    assert [passage["place"] for passage in shown["passages"]] == ["P0 L395-403", "P0 L1687-1689"]
    assert [passage["source"]["id"] for passage in shown["passages"]] == ["R01", "R04"]
    assert shown["more"] == ["P0 L1528-1533"]
