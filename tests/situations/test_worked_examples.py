"""Worked examples of counting, DL-E1 and on: each deadline on the calendar it was worked out with."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from carepolicy.facts import CARE, Accommodation, CareOrder, Child, Ended, Power, Suspended
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.counting import (
    ahead,
    beginning_with,
    by_date,
    by_the_end_of,
    clear,
    nth,
    once_each_school_year,
)
from carepolicy.logic.deadline import Deadline, within
from carepolicy.logic.due import Due
from carepolicy.logic.each_term import once_each_term
from carepolicy.time.ages import prescribed_day
from carepolicy.time.attendance import Attendance
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.delivery import Sent, deemed_given
from carepolicy.time.instants import Instant
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS, YEARS
from carepolicy.time.terms import Term
from carepolicy.time.working_days import england
from tests.situations.published import A_AND_B, A, B, C
from tests.situations.school import lines

FIVE, FIFTEEN, TWENTY = (within(number, SCHOOL_DAYS) for number in (5, 15, 20))
WORKING = {number: within(number, WORKING_DAYS) for number in (5, 10, 20)}
NO_SCHOOL = SchoolCalendar()


def due(deadline: Deadline, event, calendar: SchoolCalendar = NO_SCHOOL) -> Due:
    return deadline.counted_from(event, calendar=calendar)


SATURDAY_SCHOOL = SchoolCalendar(
    A.terms, inset=A.inset, sessions=[date(2022, 11, 12)], covers=A.covers_dates, all_inset_listed=True
)


@pytest.mark.parametrize(
    ("deadline", "event", "calendar", "expected"),
    [
        pytest.param(FIVE, date(2022, 11, 8), A, date(2022, 11, 15), id="dl_e1 a plain week"),
        pytest.param(FIVE, date(2022, 9, 15), A, date(2022, 9, 23), id="dl_e2 over a one-off bank holiday"),
        pytest.param(FIVE, date(2022, 11, 25), A, date(2022, 12, 2), id="dl_e4 from an INSET day"),
        pytest.param(FIVE, date(2022, 10, 21), A, date(2022, 11, 4), id="dl_e5 from the last day before half-term"),
        pytest.param(FIVE, date(2023, 4, 5), A, date(2023, 4, 21), id="dl_e6 from inside the Easter break"),
        pytest.param(FIVE, date(2022, 11, 8), SATURDAY_SCHOOL, date(2022, 11, 14), id="dl_e7 with a Saturday session"),
        pytest.param(FIFTEEN, date(2022, 12, 12), A, date(2023, 1, 17), id="dl_e8 over Christmas"),
        pytest.param(FIFTEEN, date(2023, 4, 17), A, date(2023, 5, 10), id="dl_e9 over two May bank holidays"),
        pytest.param(within(50, SCHOOL_DAYS), date(2022, 11, 14), A, date(2023, 2, 8), id="dl_e10 fifty school days"),
        pytest.param(
            FIFTEEN, date(2023, 2, 23), A.closing(date(2023, 3, 9), reason="snow"), date(2023, 3, 17),
            id="dl_e11 with a day of snow",
        ),
        pytest.param(FIFTEEN, date(2022, 12, 29), A, date(2023, 1, 23), id="dl_e12 from the day it counts as given"),
        pytest.param(FIFTEEN, date(2024, 5, 9), B, date(2024, 6, 6), id="dl_e14 over half-term"),
        pytest.param(within(10, SCHOOL_DAYS), date(2024, 3, 26), B, date(2024, 4, 24), id="dl_e15 over Easter"),
        pytest.param(FIFTEEN, date(2023, 7, 21), A_AND_B, date(2023, 9, 26), id="dl_e16 over the summer"),
        pytest.param(FIFTEEN, date(2024, 5, 13), B, date(2024, 6, 10), id="dl_e19 fifteen over half-term"),
        pytest.param(FIVE, date(2023, 5, 24), A, date(2023, 6, 7), id="dl_e20 five over half-term"),
        pytest.param(nth(10, SCHOOL_DAYS), date(2023, 5, 15), A, date(2023, 5, 26), id="dl_e21 a run of ten reached"),
        pytest.param(nth(20, SCHOOL_DAYS), date(2026, 11, 16), C, date(2026, 12, 14), id="dl_e22 a run of twenty reached"),
        pytest.param(within(10, SCHOOL_DAYS), date(2027, 2, 12), C, date(2027, 3, 5), id="dl_e23 ten after leave"),
        pytest.param(FIFTEEN, date(2027, 3, 18), C, date(2027, 4, 23), id="dl_e24 an application over Easter"),
        pytest.param(TWENTY, date(2026, 11, 19), C, date(2026, 12, 18), id="dl_e25 twenty with an INSET day"),
        pytest.param(TWENTY, date(2023, 12, 20), B, date(2024, 2, 1), id="dl_e26 twenty from an emergency move"),
        pytest.param(within(6, SCHOOL_DAYS), date(2024, 3, 28), B, date(2024, 4, 22), id="dl_e32 the sixth day following"),
    ],
)  # fmt: skip
def test_school_days(deadline, event, calendar, expected):
    found = due(deadline, event, calendar)
    assert found.day == expected
    assert found.act_by == expected


@pytest.mark.parametrize(
    ("deadline", "event", "calendar", "counted"),
    [
        pytest.param(FIFTEEN, date(2027, 7, 21), C, "0 of 15", id="dl_e17 past the last published day"),
        pytest.param(FIFTEEN, date(2024, 8, 21), B, "0 of 15", id="dl_e18 in the last summer holiday published"),
    ],
)
def test_school_days_past_what_is_published_are_undetermined(deadline, event, calendar, counted):
    found = due(deadline, event, calendar)
    assert found.last is None
    assert counted in found.missing


def test_dl_e3_before_the_holiday_was_proclaimed_the_same_deadline_was_a_day_sooner():
    assert due(FIVE, date(2022, 9, 15), A.known_at(date(2022, 8, 15))).day == date(2022, 9, 22)
    assert due(FIVE, date(2022, 9, 15), A.known_at(date(2022, 9, 10))).day == date(2022, 9, 23)


@pytest.mark.parametrize(
    ("posted", "given"),
    [
        pytest.param(date(2022, 12, 23), date(2022, 12, 29), id="dl_e12 over Christmas"),
        pytest.param(date(2021, 12, 23), date(2021, 12, 29), id="dl_e13 over substitute days"),
    ],
)
def test_papers_posted_count_as_given_on_the_second_working_day_after(posted, given):
    assert deemed_given(posted, Sent.FIRST_CLASS_POST, england()) == given
    assert deemed_given(posted, Sent.BY_HAND, england()) == posted


@pytest.mark.parametrize(
    ("deadline", "event", "expected"),
    [
        pytest.param(WORKING[10], date(2022, 12, 22), date(2023, 1, 10), id="dl_e36 ten over the new year"),
        pytest.param(WORKING[20], date(2022, 9, 2), date(2022, 10, 3), id="dl_e37 over a one-off bank holiday"),
        pytest.param(
            WORKING[20], date(2023, 4, 29), date(2023, 5, 31), id="dl_e38 from a Saturday, three bank holidays"
        ),
        pytest.param(
            WORKING[20], date(2026, 6, 1), date(2026, 6, 29), id="dl_e39 a holiday in Scotland alone is worked"
        ),
        pytest.param(WORKING[5], date(2026, 12, 23), date(2027, 1, 4), id="dl_e40 an INSET day is worked"),
        pytest.param(WORKING[10], date(2026, 12, 17), date(2027, 1, 5), id="dl_e41 school holidays are worked"),
        pytest.param(WORKING[10], date(2023, 8, 21), date(2023, 9, 5), id="dl_e42 over the August bank holiday"),
        pytest.param(WORKING[20], date(2026, 12, 9), date(2027, 1, 11), id="dl_e43 as 20 working days"),
        pytest.param(within(20, CALENDAR_DAYS), date(2026, 12, 9), date(2026, 12, 29), id="dl_e43 as calendar days"),
        pytest.param(WORKING[20], date(2024, 1, 9), date(2024, 2, 6), id="dl_e44 as 20 working days"),
        pytest.param(
            beginning_with(15, WORKING_DAYS),
            date(2023, 12, 21),
            date(2024, 1, 15),
            id="dl_e45 the day itself the first",
        ),
        pytest.param(
            WORKING[20], date(2028, 11, 20), date(2028, 12, 18), id="dl_e74 inside the announced bank holidays"
        ),
        pytest.param(WORKING[10], date(2027, 8, 24), date(2027, 9, 8), id="dl_e75 past the school's own calendar"),
    ],
)
def test_working_days_and_readings_of_twenty_days(deadline, event, expected):
    assert due(deadline, event, C).day == expected


def test_dl_e43_dl_e44_as_school_days():
    assert due(TWENTY, date(2026, 12, 9), C).day == date(2027, 1, 21)
    assert due(TWENTY, date(2024, 1, 9), B).day == date(2024, 2, 6)


def test_dl_e74_past_the_announced_bank_holidays_working_days_are_undetermined():
    assert due(WORKING[20], date(2028, 12, 11)).last is None


@pytest.mark.parametrize(
    ("deadline", "event", "expected"),
    [
        pytest.param(beginning_with(15, CALENDAR_DAYS), date(2022, 12, 16), date(2022, 12, 30), id="dl_e47"),
        pytest.param(
            beginning_with(7, CALENDAR_DAYS), date(2023, 12, 21), date(2023, 12, 27), id="dl_e48 who must act"
        ),
        pytest.param(within(7, CALENDAR_DAYS), date(2023, 12, 21), date(2023, 12, 28), id="dl_e48 who must wait"),
        pytest.param(
            beginning_with(15, CALENDAR_DAYS), date(2024, 2, 15), date(2024, 2, 29), id="dl_e49 in a leap year"
        ),
        pytest.param(beginning_with(15, CALENDAR_DAYS), date(2023, 12, 20), date(2024, 1, 3), id="dl_e50"),
        pytest.param(within(6, WEEKS), date(2023, 5, 30), date(2023, 7, 11), id="dl_e51 six weeks"),
        pytest.param(within(20, WEEKS), date(2023, 5, 30), date(2023, 10, 17), id="dl_e51 twenty weeks"),
        pytest.param(ahead(2, WEEKS), date(2023, 11, 22), date(2023, 11, 8), id="dl_e52 the corresponding day"),
        pytest.param(clear(2, WEEKS), date(2023, 11, 22), date(2023, 11, 7), id="dl_e52 the cautious day"),
        pytest.param(within(3, MONTHS), date(2022, 11, 30), date(2023, 2, 28), id="dl_e54"),
        pytest.param(within(3, MONTHS), date(2023, 11, 30), date(2024, 2, 29), id="dl_e55 in a leap year"),
        pytest.param(within(6, MONTHS), date(2022, 8, 31), date(2023, 2, 28), id="dl_e56"),
        pytest.param(within(6, MONTHS), date(2023, 8, 31), date(2024, 2, 29), id="dl_e56 in a leap year"),
        pytest.param(within(6, MONTHS), date(2026, 8, 31), date(2027, 2, 28), id="dl_e56 in 2027"),
        pytest.param(within(6, MONTHS), date(2023, 2, 28), date(2023, 8, 28), id="dl_e57 the month's end is not kept"),
        pytest.param(within(6, MONTHS), date(2023, 4, 30), date(2023, 10, 30), id="dl_e58 the same number"),
        pytest.param(within(6, MONTHS), date(2024, 3, 31), date(2024, 9, 30), id="dl_e58 or the last day"),
        pytest.param(within(12, MONTHS), date(2024, 2, 29), date(2025, 2, 28), id="dl_e59"),
        pytest.param(within(6, YEARS), date(2020, 2, 29), date(2026, 2, 28), id="dl_e60"),
        pytest.param(beginning_with(2, MONTHS), date(2026, 4, 29), date(2026, 6, 28), id="dl_e61 the period ends"),
    ],
)
def test_calendar_days_weeks_months_and_years(deadline, event, expected):
    assert due(deadline, event).day == expected


def test_dl_e46_a_calendar_day_may_be_a_saturday_and_the_last_useful_day_is_told():
    found = due(within(5, CALENDAR_DAYS), date(2022, 9, 5), A)
    assert (found.day, found.act_by) == (date(2022, 9, 10), date(2022, 9, 9))


def test_dl_e53_a_date_moves_to_the_next_working_day_only_where_the_words_say_so():
    saturday = date(2022, 4, 16)
    assert due(by_date(saturday, or_the_next=WORKING_DAYS), date(2021, 10, 31)).day == date(2022, 4, 19)
    assert due(by_date(saturday), date(2021, 10, 31)).day == saturday
    assert due(by_date(saturday, or_the_next=SCHOOL_DAYS), date(2021, 10, 31)).last is None


@pytest.mark.parametrize(("attended", "below"), [(255, False), (254, True)], ids=["dl_e70", "dl_e71"])
def test_exactly_85_per_cent_is_not_below_85_per_cent(attended, below):
    assert Attendance(attended, 300).is_below(85) is below


def test_dl_e72_a_month_alone_is_read_as_its_last_day():
    found = due(by_the_end_of(2025, 8), date(2024, 8, 1))
    assert found.day == date(2025, 8, 31)
    assert (date(2026, 11, 21) - found.day).days == 447


def test_dl_e62_dl_e63_hours_pass_in_the_night_and_over_a_change_of_the_clocks():
    assert due(within(48, HOURS), "2023-03-07T11:30", A).first == Instant.of("2023-03-09T11:30")
    found = due(within(48, HOURS), "2023-03-24T15:05", A)
    assert found.first == Instant.of("2023-03-26T16:05")
    assert found.act_by == date(2023, 3, 24)


def test_dl_e64_hours_are_counted_back_and_the_last_school_day_before_is_told():
    found = due(ahead(48, HOURS), "2023-04-17T09:00", A)
    assert found.first == Instant.of("2023-04-15T09:00")
    assert found.act_by == date(2023, 3, 31)


@pytest.mark.parametrize(
    ("event", "calendar", "expected"),
    [
        pytest.param(date(2022, 10, 12), A, date(2023, 3, 31), id="dl_e66"),
        pytest.param(date(2024, 3, 20), B, date(2024, 7, 23), id="dl_e68"),
    ],
)
def test_a_review_once_each_term_falls_due_by_the_end_of_the_next(event, calendar, expected):
    assert due(once_each_term, event, calendar).day == expected


def test_dl_e67_a_term_not_published_is_undetermined():
    assert due(once_each_term, date(2027, 6, 10), C).last is None


def test_dl_e69_once_each_school_year_falls_due_at_the_end_of_the_next():
    assert due(once_each_school_year, date(2023, 3, 20), A_AND_B).day == date(2024, 7, 23)
    assert due(once_each_school_year, date(2023, 10, 20), B).last is None


def test_counting_back_in_school_days_leaves_the_day_of_the_event_out():
    assert due(ahead(5, SCHOOL_DAYS), date(2023, 1, 5), A).day == date(2022, 12, 14)
    assert due(clear(5, SCHOOL_DAYS), date(2023, 1, 5), A).day == date(2022, 12, 13)
    assert due(ahead(5, SCHOOL_DAYS), date(2022, 9, 6), A).last is None


def test_where_the_event_is_on_a_closed_day_the_first_open_day_after_it_is_number_one():
    assert due(beginning_with(2, SCHOOL_DAYS), date(2022, 10, 22), A).day == date(2022, 11, 1)
    assert due(beginning_with(2, SCHOOL_DAYS), date(2022, 10, 21), A).day == date(2022, 10, 31)


# --- exclusion days, ages and years -------------------------------------------------------------------------------

A_SCHOOL_DAY = {"afternoon_begins": (13, 0), "closes": (15, 30)}
IN_CARE_SINCE_2020 = CareOrder(start="2020-01-01")


def dues(clause: str, *history, calendar: SchoolCalendar, on: date) -> list[date | None]:
    found = lines(clause, *history, care=IN_CARE_SINCE_2020, calendar=evolve(calendar, **A_SCHOOL_DAY), on=on)
    return [line.due.day for line in found if line.due is not None]


@pytest.mark.parametrize(
    ("suspended", "expected"),
    [
        pytest.param(Suspended(at="2023-02-06T09:15", days=8), date(2023, 2, 21), id="dl_e27 over half-term"),
        pytest.param(Suspended(at="2023-03-24T10:00", days=7), date(2023, 3, 31), id="dl_e28 in the morning"),
        pytest.param(Suspended(at="2023-03-24T15:05", days=7), date(2023, 4, 17), id="dl_e29 in the afternoon"),
    ],
)
def test_the_sixth_day_out_counts_from_the_morning_or_the_next_school_day(suspended, expected):
    assert dues("EX-6", suspended, calendar=A, on=date(2023, 4, 20)) == [expected]


def test_dl_e30_a_child_in_care_is_provided_for_from_the_first_school_day_following():
    assert dues("EX-8", Suspended(at="2023-03-24T15:05", days=7), calendar=A, on=date(2023, 4, 20)) == [
        date(2023, 3, 27)
    ]


def test_dl_e31_two_suspensions_that_follow_on_are_counted_together():
    first = Suspended(at="2024-03-04T09:15", days=3, first_day="2024-03-04")
    second = Suspended(at="2024-03-06T12:00", days=4, first_day="2024-03-07")
    assert dues("EX-6", first, second, calendar=B, on=date(2024, 3, 20)) == [date(2024, 3, 11)]


def test_dl_e35_late_august_belongs_to_the_old_school_year_until_term_begins():
    later = SchoolCalendar([*B.terms, Term("Autumn 2024", date(2024, 9, 4), date(2024, 12, 20))])
    sooner = SchoolCalendar([*B.terms, Term("Autumn 2024", date(2024, 8, 27), date(2024, 12, 20))])
    assert later.school_year_of(date(2024, 8, 29))[0] == date(2023, 9, 6)
    assert sooner.school_year_of(date(2024, 8, 29))[0] == date(2024, 8, 27)


def test_dl_e65_exactly_24_hours_are_not_more_than_24_hours():
    stay = Accommodation(
        power=Power.S20_1, start="2026-03-06T18:00", end="2026-03-07T18:00", ended_by=Ended.HOME_PLANNED
    )
    kid = Child("made up", born="2014-05-09", history=[stay], complete=[CARE])
    assert looked_after.on(date(2026, 3, 6), kid).fails


@pytest.mark.parametrize(
    ("fifth_birthday", "begins"),
    [(date(2023, 8, 31), date(2023, 8, 31)), (date(2023, 9, 1), date(2023, 12, 31))],
)
def test_dl_e73_compulsory_school_age_begins_on_a_prescribed_day(fifth_birthday, begins):
    assert prescribed_day(fifth_birthday) == begins


def test_dl_e47_dl_e48_somebody_who_must_wait_may_act_on_the_day_after_the_period():
    assert due(beginning_with(15, CALENDAR_DAYS), date(2022, 12, 16)).over_from == date(2022, 12, 31)
    assert due(within(7, CALENDAR_DAYS), date(2023, 12, 21)).over_from == date(2023, 12, 29)
    assert due(within(15, SCHOOL_DAYS), date(2027, 7, 21), C).over_from is None


def test_every_worked_example_of_the_notes_is_a_test():
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    told = {int(number) for number in re.findall(r"dl_e(\d+)", tests)}
    assert told == set(range(1, 76))
