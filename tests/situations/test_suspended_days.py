"""Days of suspension added up against the limits, and sessions missed: half days, runs, and school weeks."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve

from carepolicy.assessment import assess
from carepolicy.errors import NotAskable, NoTermDates
from carepolicy.facts import SCHOOLING, CareOrder, Child, Complete, Suspended
from carepolicy.logic.suspended_days import LIMITS, suspended_days
from carepolicy.profiles.england import ENGLAND
from carepolicy.time.attendance import Attendance
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import ordinals
from carepolicy.time.sessions import Half, Session, possible_sessions, runs_of_days, within_school_weeks
from carepolicy.time.terms import Term
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN
from tests.situations.published import A_AND_B, A, B

MORNING, AFTERNOON = Half.MORNING, Half.AFTERNOON


def suspended(day: str, days: int | None, **more) -> Suspended:
    return Suspended(at=f"{day}T09:00", days=days, **more)


def passed(found, day: date) -> dict[str, object]:
    return {limit.id: verdict for limit, verdict, _ in found.limits_on(day)}


# --- in a term ------------------------------------------------------------------------------------------------------


def test_dl_e33_in_a_six_term_school_days_of_october_and_december_are_of_one_term():
    found = suspended_days([suspended("2023-10-02", 4), suspended("2023-12-04", 2)], B)
    total = found.in_term_of(date(2023, 12, 4))
    assert (total.first, total.last) == (date(2023, 8, 1), date(2023, 12, 31))
    assert (total.least, total.most) == (6, 6)
    assert passed(found, date(2023, 12, 4)) == {"EX-17/5": HOLDS, "EX-17/15": FAILS, "EX-16": FAILS}
    over = next(limit for limit, verdict, _ in found.limits_on(date(2023, 12, 4)) if verdict.holds)
    assert "EX-3" in over.follows
    assert "EX-10" in over.follows


def test_in_a_school_of_three_terms_they_are_the_schools_own():
    three = SchoolCalendar(
        [Term("Autumn", date(2023, 9, 6), date(2023, 12, 22)), Term("Spring", date(2024, 1, 8), date(2024, 3, 28))],
        all_inset_listed=True,
    )
    found = suspended_days([suspended("2023-12-04", 4), suspended("2024-01-08", 2)], three)
    assert found.in_term_of(date(2023, 12, 4)).least == 4
    assert found.in_term_of(date(2024, 1, 8)).least == 2
    assert found.in_term_of(date(2023, 12, 25)) is None, "Christmas is in no term"


def test_exactly_five_days_are_not_more_than_five():
    found = suspended_days([suspended("2023-10-02", 5)], B)
    assert passed(found, date(2023, 10, 2))["EX-17/5"] is FAILS


def test_a_lunchtime_counts_as_half_a_school_day():
    lunchtimes = suspended("2023-10-09", 3, lunchtime=True)
    found = suspended_days([suspended("2023-10-02", 4), lunchtimes], B)
    assert found.in_term_of(date(2023, 10, 2)).least == Fraction(11, 2)
    assert passed(found, date(2023, 10, 2))["EX-17/5"] is HOLDS


def test_a_suspension_over_a_holiday_falls_into_two_terms():
    found = suspended_days([suspended("2023-12-20", 5)], B)
    assert found.in_term_of(date(2023, 12, 20)).least == 3
    assert found.in_term_of(date(2024, 1, 9)).least == 2


def test_the_limits_are_those_of_the_regulations():
    assert [(limit.days, limit.within) for limit in LIMITS] == [(5, "term"), (15, "term"), (45, "school year")]


# --- in a school year -----------------------------------------------------------------------------------------------


def test_dl_e34_each_day_falls_into_the_school_year_of_its_own_date():
    before = [suspended("2023-09-11", 20), suspended("2024-01-15", 20), suspended("2024-06-10", 3)]
    found = suspended_days([*before, suspended("2024-07-22", 3)], B)
    this_year = found.in_school_year_of(date(2024, 7, 22))
    assert (this_year.least, this_year.most) == (45, 45)
    assert passed(found, date(2024, 7, 22))["EX-16"] is FAILS, "45 are allowed"
    assert found.without_a_date == 1, "the third day waits for the next school day, which is not published"


def test_a_forty_sixth_day_is_over_the_limit():
    found = suspended_days([suspended("2023-09-11", 40), suspended("2024-06-10", 6)], B)
    assert passed(found, date(2024, 6, 10))["EX-16"] is HOLDS


def test_late_august_belongs_to_the_old_school_year():
    found = suspended_days([suspended("2023-07-20", 4)], A_AND_B)
    assert found.in_school_year_of(date(2023, 8, 29)).least == 2
    assert found.in_school_year_of(date(2023, 9, 6)).least == 2


# --- what is not known ----------------------------------------------------------------------------------------------


def child(*records, complete=(SCHOOLING,)) -> Child:
    return Child("made up", born="2012-05-01", history=[CareOrder(start="2020-01-06"), *records], complete=complete)


def test_suspensions_not_on_record_may_make_it_more():
    found = suspended_days(child(suspended("2023-10-02", 4), complete=()), B)
    total = found.in_term_of(date(2023, 10, 2))
    assert (total.least, total.most) == (4, None)
    assert total.is_over(5) is UNKNOWN
    assert total.missing == ("a complete list of the child's records of schooling over the whole of that time",)
    assert suspended_days(child(suspended("2023-10-02", 4)), B).in_term_of(date(2023, 10, 2)).is_over(5) is FAILS


def test_a_list_that_is_complete_for_part_of_the_term_only_does_not_settle_it():
    part = Complete(SCHOOLING, ordinals(date(2023, 9, 1).toordinal(), date(2023, 11, 1).toordinal()))
    total = suspended_days(child(suspended("2023-10-02", 4), complete=(part,)), B).in_term_of(date(2023, 10, 2))
    assert total.is_over(5) is UNKNOWN


def test_a_suspension_of_unknown_length_may_make_it_more_and_is_asked_for():
    total = suspended_days([suspended("2023-10-02", 5), suspended("2023-11-06", None)], B).in_term_of(date(2023, 10, 2))
    assert total.least == 6, "it lasts a day at least"
    assert total.most is None
    assert total.missing == ("how many school days the suspension lasts",)
    assert total.is_over(5) is HOLDS
    assert total.is_over(15) is UNKNOWN


def test_training_days_that_are_not_listed_may_move_a_day_into_the_next_term():
    council = evolve(B, all_inset_listed=False, inset=[])
    found = suspended_days([suspended("2023-12-20", 3)], council)
    total = found.in_term_of(date(2023, 12, 20))
    assert (total.least, total.most) == (1, 3)
    assert "training days" in total.missing[0]


def test_a_suspension_told_twice_and_a_day_told_by_two_suspensions_count_once():
    same = suspended("2023-10-02", 3)
    assert suspended_days([same, same], B).in_term_of(date(2023, 10, 2)).least == 3
    overlapping = suspended("2023-10-04", 3)
    assert suspended_days([same, overlapping], B).in_term_of(date(2023, 10, 2)).least == 5


def test_a_first_day_out_that_may_be_a_training_day_may_fall_into_the_next_term():
    terms = [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19)), Term("Spring", date(2026, 1, 5), date(2026, 3, 27))]
    council = SchoolCalendar(terms, afternoon_begins=(13, 0))
    sent_home_in_the_afternoon = Suspended(at="2025-12-18T14:00", days=3)
    total = suspended_days([sent_home_in_the_afternoon], council).in_term_of(date(2025, 12, 18))
    assert (total.least, total.most) == (0, 1)
    sent_home_in_the_morning = Suspended(at="2025-12-18T10:00", days=3)
    assert suspended_days([sent_home_in_the_morning], council).in_term_of(date(2025, 12, 18)).least == 1


def test_a_suspension_that_begins_after_the_last_term_adds_nothing_to_it():
    later = Suspended(at="2024-07-22T14:00", days=3, first_day="2024-09-04")
    total = suspended_days([later], B).in_school_year_of(date(2024, 7, 22))
    assert (total.least, total.most) == (0, 0)


# --- lunchtimes and times out ---------------------------------------------------------------------------------------


def clauses(*records) -> set[str]:
    found = assess(child(*records), ENGLAND, calendar=B, on="2023-11-20", everything=True)
    return {line.clause for line in found.lines}


def test_a_pupil_barred_at_lunchtimes_is_at_lessons_and_needs_no_other_education():
    assert {"EX-6", "EX-8"} <= clauses(suspended("2023-11-06", 6))
    assert not {"EX-6", "EX-8"} & clauses(suspended("2023-11-06", 6, lunchtime=True))


def test_lunchtimes_do_not_make_a_time_out_longer():
    alone = clauses(suspended("2023-11-06", 4))
    assert clauses(suspended("2023-11-06", 4), suspended("2023-11-10", 3, lunchtime=True)) == alone


# --- runs of days ---------------------------------------------------------------------------------------------------


def test_days_out_over_suspensions_that_follow_on_are_one_run():
    found = suspended_days([suspended("2024-03-04", 3), suspended("2024-03-07", 4)], B)
    (run,) = found.runs()
    assert len(run) == 7
    assert run.reached(6) == date(2024, 3, 11)


def test_dl_e21_a_run_of_ten_days_of_absence_is_reached_over_a_weekend():
    absent = [date(2023, 5, 15) + timedelta(days=number) for number in range(12)]
    (run,) = runs_of_days(absent, A)
    assert run.reached(10) == date(2023, 5, 26)
    assert run.reached(11) is None


def test_a_day_at_school_ends_a_run_and_a_holiday_does_not():
    absent = [date(2022, 10, 20), date(2022, 10, 21), date(2022, 10, 31), date(2022, 11, 2)]
    assert [len(run) for run in runs_of_days(absent, A)] == [3, 1]


# --- sessions -------------------------------------------------------------------------------------------------------


def missed(*days: date) -> list[Session]:
    return [Session(day, half) for day in days for half in (MORNING, AFTERNOON)]


def test_ten_sessions_within_ten_school_weeks_are_found_where_they_first_come_together():
    found = within_school_weeks(
        missed(*(date(2022, 9, 8) + timedelta(days=14 * number) for number in range(6))), 10, weeks=10, calendar=A
    )
    assert found.first == Session(date(2022, 9, 8), MORNING)
    assert found.last == Session(date(2022, 11, 3), AFTERNOON)


def test_holiday_weeks_are_passed_over():
    """Five weeks of ten lie in term between these: with half-term and Christmas they are 16 weeks on a wall calendar."""
    sessions = [*missed(date(2022, 11, 24)), *missed(date(2023, 2, 9))]
    assert within_school_weeks(sessions, 4, weeks=10, calendar=A) is not None
    assert within_school_weeks(sessions, 4, weeks=9, calendar=A) is None


def test_ten_sessions_spread_over_more_than_ten_school_weeks_do_not_come_together():
    weekly = [Session(date(2022, 9, 8) + timedelta(days=14 * number), MORNING) for number in range(10)]
    assert within_school_weeks([one for one in weekly if A.is_open(one.day)], 10, weeks=10, calendar=A) is None


def test_a_session_on_a_day_on_which_the_school_was_shut_does_not_count():
    at_christmas = [*missed(date(2022, 12, 16)), Session(date(2022, 12, 25), MORNING)]
    assert within_school_weeks(at_christmas, 3, weeks=10, calendar=A) is None


def test_what_is_not_a_session_is_named():
    for wrong in ([date(2022, 9, 8)], [Session(date(2022, 9, 8), "AM")]):
        with pytest.raises(NotAskable, match=r"takes sessions: Session\("):
            within_school_weeks(wrong, 1, weeks=10, calendar=A)


def test_the_same_session_told_twice_counts_once():
    assert within_school_weeks([Session(date(2022, 9, 8), MORNING)] * 10, 10, weeks=10, calendar=A) is None


def test_no_sessions_and_no_number():
    assert within_school_weeks([], 10, weeks=10, calendar=A) is None
    with pytest.raises(NotAskable, match="at least 1"):
        within_school_weeks([], 0, weeks=10, calendar=A)


def test_sessions_outside_the_published_dates_are_not_guessed_at():
    with pytest.raises(NoTermDates):
        within_school_weeks(missed(date(2023, 7, 20), date(2023, 9, 20)), 4, weeks=10, calendar=A)


def test_a_day_with_one_session_makes_one_session_possible():
    short = evolve(A, one_session=[date(2022, 12, 16), date(2022, 12, 17)])
    assert possible_sessions(A, date(2022, 12, 12), date(2022, 12, 16)) == 10
    assert possible_sessions(short, date(2022, 12, 12), date(2022, 12, 18)) == 9
    assert short.is_school_day(date(2022, 12, 16)), "one session is enough for a school day"


def test_attendance_is_an_exact_fraction_of_the_sessions_there_were():
    autumn = possible_sessions(A, date(2022, 9, 5), date(2022, 12, 16))
    assert autumn == 2 * 68
    attendance = Attendance(autumn - 20, autumn)
    assert attendance.rate == Fraction(116, 136)
    assert attendance.is_below(86)
    assert not attendance.is_below(85)
