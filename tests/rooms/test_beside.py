"""Tests of a record beside the others, and the deadlines of the same act again, before the event, and by a date."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from carepolicy.errors import Unfinished
from carepolicy.facts import (
    CARE,
    CARE_PLANNING,
    CARE_REVIEWS,
    SCHOOLING,
    SETTING,
    SPECIAL_NEEDS,
    AbsenceBegan,
    AbsenceEnded,
    CareOrder,
    CarePlacementStarted,
    CareReviewHeld,
    CareVisitMade,
    Child,
    EhcDraftServed,
    EhcPlanIssued,
    EhcPlanRefused,
    EhcRequested,
    JoinedSchool,
    PermanentlyExcluded,
    PostHeld,
    Suspended,
    TakenOffRoll,
    TrainingAttended,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.beside import (
    concerning,
    first_in,
    followed_by,
    is_a,
    of_the_last,
    on_its_day,
    preceded_by,
    soon_after,
    too_soon,
    with_none_begun_since,
)
from carepolicy.logic.counting import before_september, beginning_with, by_the_next, nth, the_later
from carepolicy.logic.deadline import again, on_the_day, or_before, within
from carepolicy.logic.each_term import by_the_end_of_the_term
from carepolicy.logic.suspended_days import SCHOOL_YEAR, TERM, days_over
from carepolicy.logic.vocabulary import under_age
from carepolicy.logic.where import Attribute
from carepolicy.logic.without_a_number import beforehand
from carepolicy.time.spans import CALENDAR_DAYS, MONTHS, SCHOOL_DAYS, WORKING_DAYS, YEARS, Span
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN
from tests.situations.published import A, B

EMERGENCY = Attribute("emergency", "whether it was one", told="one").one_of(True)

TESTS = [
    concerning(is_a(Suspended), Suspended, PermanentlyExcluded), of_the_last(CarePlacementStarted, EMERGENCY),
    soon_after(1, YEARS, CarePlacementStarted), first_in(looked_after), on_its_day(under_age(5)),
    preceded_by(PermanentlyExcluded, since=[JoinedSchool]), followed_by(EhcPlanRefused), followed_by(EhcPlanRefused, one_at_a_time=True),
    too_soon(beginning_with(15, CALENDAR_DAYS), EhcRequested), days_over(5, TERM), days_over(45, SCHOOL_YEAR),
]  # fmt: skip


def ask(test, record, *others, complete=(CARE, CARE_REVIEWS), calendar=A, born="2014-05-09"):
    child = Child("made up", born=born, history=[record, *others], complete=complete)
    tied = test.among(child, calendar)
    return tied.test(record), tied.asks(record)


@pytest.mark.parametrize("test", TESTS, ids=repr)
def test_alone_such_a_test_cannot_be_told_and_says_that_it_looks_at_the_childs_other_records(test):
    record = CareReviewHeld(at="2023-01-09")
    assert test.test(record) is UNKNOWN
    assert test.asks(record) == (f"the child's other records, for {test.words}",)


def test_tied_to_a_child_it_stays_tied_inside_other_tests():
    visit, placed = CareVisitMade(at="2023-01-09"), CarePlacementStarted(at="2022-06-01", emergency=True)
    both = of_the_last(CarePlacementStarted, EMERGENCY) & ~soon_after(1, YEARS, CarePlacementStarted)
    listed = [CARE, CARE_PLANNING]
    assert ask(both, visit, placed, complete=listed) == (FAILS, ())
    assert ask(~both, visit, placed, complete=listed) == (HOLDS, ())


def test_a_placement_that_is_not_listed_may_be_the_last_before_a_visit():
    visit, placed = CareVisitMade(at="2023-01-09"), CarePlacementStarted(at="2021-06-01", emergency=True)
    list_wanted = ("a complete list of the child's records of planning the child's care",)
    assert ask(of_the_last(CarePlacementStarted, EMERGENCY), visit, placed) == (UNKNOWN, list_wanted)
    assert ask(soon_after(1, YEARS, CarePlacementStarted), visit, placed) == (UNKNOWN, list_wanted)
    rough = CarePlacementStarted(at="2023-01", emergency=False)
    asked = ask(of_the_last(CarePlacementStarted, EMERGENCY), visit, placed, rough, complete=[CARE_PLANNING])
    assert asked == (UNKNOWN, ("the care placement before the visit to the child",))


def test_the_corresponding_day_of_the_next_year_is_not_in_the_first_year():
    placed = CarePlacementStarted(at="2022-01-09")
    test = soon_after(1, YEARS, CarePlacementStarted)
    assert ask(test, CareVisitMade(at="2023-01-08"), placed)[0] is HOLDS
    assert ask(test, CareVisitMade(at="2023-01-09"), placed, complete=[CARE_PLANNING])[0] is FAILS
    assert ask(test, CareVisitMade(at="2023-01-09"), CarePlacementStarted(at="2022-01"))[0] is UNKNOWN
    assert ask(test, CareVisitMade(at="2023-01-09")) == (
        UNKNOWN, ("the care placement before the visit to the child",)
    )  # fmt: skip


def test_the_first_of_a_stretch_is_only_known_from_complete_records():
    care = CareOrder(start="2022-01-04")
    first, second = CareReviewHeld(at="2022-01-31"), CareReviewHeld(at="2022-04-25")
    assert ask(first_in(looked_after), first, second, care) == (HOLDS, ())
    assert ask(first_in(looked_after), second, first, care) == (FAILS, ())
    assert ask(first_in(looked_after), first, care, complete=(CARE,)) == (
        UNKNOWN, ("a complete list of the child's reviews of care from Tue 4 Jan 2022",)
    )  # fmt: skip


def test_silence_comes_before_nothing_and_after_nothing():
    off = TakenOffRoll(at="2023-01-09")
    assert ask(preceded_by(PermanentlyExcluded), off)[0] is FAILS
    assert ask(preceded_by(PermanentlyExcluded), off, PermanentlyExcluded(at="2023-01-09"))[0] is UNKNOWN
    assert ask(followed_by(EhcPlanRefused), EhcRequested(at="2023-01-09"))[0] is FAILS
    assert (
        ask(too_soon(within(3, MONTHS), EhcRequested), EhcPlanIssued(at="2023-01-09"), complete=[SPECIAL_NEEDS])[0]
        is FAILS
    )
    unlisted = ask(too_soon(within(3, MONTHS), EhcRequested), EhcPlanIssued(at="2023-01-09"), complete=())
    assert unlisted == (UNKNOWN, ("the day of the request for an EHC needs assessment",))
    joined = preceded_by(JoinedSchool, if_listed=True)
    assert ask(joined, off, complete=[SCHOOLING])[0] is FAILS
    assert ask(joined, off, complete=()) == (UNKNOWN, ("a complete list of the child's records of schooling",))


def test_where_two_may_have_begun_a_period_it_cannot_be_told_which_unless_they_agree():
    too_early = too_soon(beginning_with(15, CALENDAR_DAYS), EhcDraftServed)
    first, second = EhcDraftServed(at="2023-01-02"), EhcDraftServed(at="2023-02-13")
    issued = EhcPlanIssued(at="2023-02-20")
    assert ask(too_early, issued, first, second) == (
        UNKNOWN,
        ("which draft of the EHC plan the final EHC plan is about",),
    )
    assert ask(too_early, issued, second, complete=[SPECIAL_NEEDS])[0] is HOLDS
    assert ask(too_early, issued, second) == (
        UNKNOWN, (SPECIAL_NEEDS.complete_record,)
    )  # fmt: skip
    assert ask(too_early, evolve(issued, about="b"), first, evolve(second, ref="b"))[0] is HOLDS


def test_what_comes_after_the_next_of_its_kind_is_about_the_next():
    first, second, refused = (
        EhcRequested(at="2022-01-10"),
        EhcRequested(at="2023-01-10"),
        EhcPlanRefused(at="2023-03-10"),
    )
    alone = followed_by(EhcPlanRefused, one_at_a_time=True)
    assert ask(alone, first, second, refused)[0] is FAILS
    assert ask(alone, second, first, refused)[0] is HOLDS
    assert ask(followed_by(EhcPlanRefused), first, second, refused)[0] is UNKNOWN
    named = evolve(second, ref="s"), evolve(refused, about="s")
    assert ask(followed_by(EhcPlanRefused), first, *named)[0] is FAILS


def test_an_absence_that_ended_is_not_one_run():
    off = TakenOffRoll(at="2024-11-20")
    began, ended = AbsenceBegan(at="2024-10-01"), AbsenceEnded(at="2024-10-03")
    run = too_soon(nth(20, SCHOOL_DAYS), AbsenceBegan, broken_by=AbsenceEnded)
    assert ask(run, off, began, ended, complete=[SCHOOLING])[0] is HOLDS
    off, began = TakenOffRoll(at="2023-03-20", about="a"), AbsenceBegan(at="2023-01-09", ref="a")
    assert ask(run, off, began, complete=[SCHOOLING])[0] is FAILS
    assert ask(run, off, began, complete=()) == (UNKNOWN, (SCHOOLING.complete_record,))


def test_a_suspension_adds_to_those_before_it_and_not_to_those_after():
    first, second = Suspended(at="2023-10-02T09:00", days=4), Suspended(at="2023-12-04T09:00", days=2)
    complete = [first.family]
    assert ask(days_over(5, TERM), first, second, complete=complete, calendar=B)[0] is FAILS
    assert ask(days_over(5, TERM), second, first, complete=complete, calendar=B)[0] is HOLDS
    assert ask(days_over(5, TERM), second, first, complete=(), calendar=B)[0] is HOLDS
    assert ask(days_over(15, TERM), second, first, complete=(), calendar=B)[0] is UNKNOWN


def due(deadline, event, calendar=A):
    return deadline.counted_from(event, calendar=calendar).day


def test_a_day_of_the_year_comes_round_after_the_event_and_not_on_it():
    assert due(by_the_next(30, 9), date(2022, 9, 29)) == date(2022, 9, 30)
    assert due(by_the_next(30, 9), date(2022, 9, 30)) == date(2023, 9, 30)
    assert due(by_the_next(31, 3, itself=True), date(2023, 3, 31)) == date(2023, 3, 31)
    with pytest.raises(Unfinished, match="names no day of every year"):
        by_the_next(29, 2)


def test_a_day_before_the_next_september_may_be_past():
    assert due(before_september(14, 2), date(2022, 10, 3)) == date(2023, 2, 14)
    assert due(before_september(14, 2), date(2023, 2, 20)) == date(2023, 2, 14)
    assert due(before_september(14, 2), date(2023, 9, 1)) == date(2024, 2, 14)


def test_the_end_of_the_term_is_that_of_the_event_or_in_a_holiday_of_the_next():
    assert due(by_the_end_of_the_term, date(2022, 10, 3)) == date(2022, 12, 16)
    assert due(by_the_end_of_the_term, date(2023, 7, 21)) == date(2023, 7, 21)
    assert due(by_the_end_of_the_term, date(2027, 1, 5)) is None


def test_what_may_come_before_or_comes_again_falls_due_as_the_deadline_inside_says():
    for wrapped in (or_before(within(5, WORKING_DAYS)), again(within(5, WORKING_DAYS))):
        assert due(wrapped, date(2023, 1, 9)) == date(2023, 1, 16)
    later = the_later(beginning_with(3, MONTHS), beginning_with(12, MONTHS), EhcPlanIssued)
    assert due(later, date(2023, 1, 9)) is None


OF_TEACHERS = Attribute("role", "which post").one_of("designated_teacher")
WHOSE = "whose training it was"
BY_THE_HOLDER = with_none_begun_since(PostHeld, OF_TEACHERS, soon=Span(1, YEARS), told="of the holder", asked=WHOSE)


def test_a_training_is_the_holder_s_unless_another_may_have_taken_the_post_since():
    trained = TrainingAttended(role="designated_teacher", at="2022-06-01")
    soon, late = (PostHeld(role="designated_teacher", start=start) for start in ("2022-09-05", "2023-09-04"))
    before = PostHeld(role="designated_teacher", start="2018-09-03", end="2022-07-22")
    other = PostHeld(role="lead_governor", start="2023-01-09")
    for others, verdict in (([before, other], HOLDS), ([soon], HOLDS), ([late], UNKNOWN), ([before, soon], UNKNOWN)):
        assert ask(BY_THE_HOLDER, trained, *others, complete=[SETTING])[0] is verdict, others
    assert ask(BY_THE_HOLDER, trained, soon, complete=()) == (UNKNOWN, (WHOSE,))


def test_what_must_come_before_an_event_may_have_an_earliest_day_too():
    ahead = or_before(beforehand, no_earlier=Span(6, MONTHS))
    assert (ahead.words, ahead.told("the move")) == (
        "beforehand, at most 6 months ahead", "before the move, at most 6 months ahead",
    )  # fmt: skip
    assert or_before(beforehand).told("the move") == "before the move"


def test_new_ways_of_saying_it_print_as_they_are_written():
    clock = on_the_day.of(PostHeld).only(OF_TEACHERS)
    sorting = Attribute("role", "who").sorting("another", those=("a",), others=("b",))
    assert repr(clock) == f"on_the_day.of(PostHeld).only({OF_TEACHERS!r})"
    assert repr(sorting) == "Attribute('role', 'who').sorting('another', those=('a',), others=('b',))"
    assert repr(BY_THE_HOLDER).startswith("with_none_begun_since(PostHeld, ")
