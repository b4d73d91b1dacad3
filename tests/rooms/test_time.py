"""Instants, stretches, spans, ages and calendars, at their edges."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from carepolicy.errors import BadCalendar, BadPolicy, NoSuchTime, NotADate, NoTermDates
from carepolicy.logic.deadline import within
from carepolicy.logic.each_term import once_each_term
from carepolicy.time.ages import Reached, first_day_at, prescribed_day, school_leaving_date
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import Days, Timeline
from carepolicy.time.instants import UNKNOWN_TIME, Instant, local_time, longer_than
from carepolicy.time.spans import (
    CALENDAR_DAYS,
    HOURS,
    MONTHS,
    SCHOOL_DAYS,
    WEEKS,
    YEARS,
    Span,
    add_months,
    add_years,
    birthday,
)
from carepolicy.time.stretches import Stretch
from carepolicy.time.terms import HalfTerm, Term
from carepolicy.time.working_days import WorkingDays, england
from carepolicy.verdict import Verdict
from tests.situations.school import HILL_TOP

HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN


# --- instants --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2026", "2026-03", "2026-03-31", "2026-03-31T09:15+01:00", "2026-10-25T01:30", "2026-10-25T01:30+00:00",
        "2026-03-01/2026-03-14", "../2026-03-01", "2026-03-01/..", "../..", "2026-07-01T09:15:30+01:00",
    ],
)  # fmt: skip
def test_an_instant_is_written_as_it_is_read(text):
    assert str(Instant.of(text)) == text
    assert Instant.of(str(Instant.of(text))) == Instant.of(text)


@pytest.mark.parametrize(
    "text", ["26-03-01", "31/03/2026", "2026-13", "2026-02-30", "soon", "", "2026-03-02/2026-03-01", "a/b/c"]
)
def test_text_that_is_not_a_date_is_refused_without_being_shown(text):
    with pytest.raises(NotADate) as raised:
        Instant.of(text)
    assert text == "" or text not in str(raised.value)


def test_a_number_is_not_a_date():
    with pytest.raises(NotADate, match="A int is not a date"):
        Instant.of(20260331)


def test_a_time_that_the_clocks_jumped_over_is_refused():
    with pytest.raises(NoSuchTime):
        Instant.of("2026-03-29T01:30")


def test_a_time_in_the_hour_that_the_clocks_repeat_is_both_of_the_moments_it_may_be():
    repeated = Instant.of("2026-10-25T01:30")
    assert repeated.latest - repeated.earliest == 3_600_000_000
    assert repeated.before(Instant.of("2026-10-25T01:15+00:00")) is UNKNOWN
    first, second = Instant.of("2026-10-25T01:30+01:00"), Instant.of(datetime(2026, 10, 25, 1, 30, fold=1))
    assert first.before(second) is HOLDS


def test_a_time_with_another_offset_is_placed_on_the_day_it_was_in_london():
    assert Instant.of(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)).day == date(2026, 7, 2)
    assert Instant.of(datetime(2026, 7, 1, 1, 0, tzinfo=timezone(timedelta(hours=5)))).day == date(2026, 6, 30)


def test_summer_time_is_still_known_after_2037():
    assert local_time(Instant.of("2040-07-01T12:00").earliest).utcoffset() == timedelta(hours=1)
    assert local_time(Instant.of("2040-01-01T12:00").earliest).utcoffset() == timedelta(0)


def test_summer_time_of_1995_ended_on_its_own_rule():
    assert local_time(Instant.of("1995-10-22T12:00").earliest).utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-10T09:00", "2026-03-11T09:00", FAILS),
        ("2026-03-10T09:00", "2026-03-11T09:01", HOLDS),
        ("2026-03-10", "2026-03-10", FAILS),
        ("2026-10-25", "2026-10-25", UNKNOWN),  # 25 hours long
        ("2026-03-10", "2026-03-11", UNKNOWN),
        ("2026-03-10", "2026-03-12", HOLDS),
        ("2026-03-28", "2026-03-30", UNKNOWN),  # the day between is 23 hours long
        ("2026-10-24", "2026-10-26", HOLDS),
        ("2026-03-28T12:00", "2026-03-29T12:30", FAILS),  # 23 and a half hours
        ("2026-10-24T12:00", "2026-10-25T11:30", HOLDS),  # 24 and a half
        ("2026-03", "2026-05", HOLDS),
        ("2026-03", "2026-03", UNKNOWN),
    ],
)
def test_more_than_24_hours_is_elapsed_time_over_every_possible_moment(start, end, expected):
    assert longer_than(24, Instant.of(start), Instant.of(end)) is expected


def test_days_compare_whatever_the_times():
    morning, evening, month = (Instant.of(text) for text in ("2026-03-31T09:00", "2026-03-31T18:00", "2026-03"))
    assert morning.on_same_day(evening) is HOLDS
    assert morning.on_earlier_day(evening) is FAILS
    assert month.on_same_day(morning) is UNKNOWN
    assert month.on_earlier_day(Instant.of("2026-04-01")) is HOLDS
    assert UNKNOWN_TIME.before(morning) is UNKNOWN
    assert month.day is None


def test_stretches_with_open_sides():
    always = Stretch(None, None)
    march = Stretch(Instant.of("2026-03-01T00:00"), Instant.of("2026-04-01T00:00"))
    assert always.contains(Instant.of("2026-03-05")) is HOLDS
    assert march.during(always) is HOLDS
    assert always.during(march) is FAILS
    assert always.before(march) is FAILS
    assert always.meets(march) is FAILS
    assert always.equals(Stretch(None, None)) is HOLDS
    assert march.finishes(always) is FAILS
    assert march.starts(always) is FAILS


# --- spans and ages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("span", "day", "expected"),
    [
        (Span(4, MONTHS), date(2025, 9, 30), date(2026, 1, 30)),  # the end of a month does not stick
        (Span(6, MONTHS), date(2022, 8, 31), date(2023, 2, 28)),
        (Span(6, MONTHS), date(2023, 8, 31), date(2024, 2, 29)),
        (Span(1, YEARS), date(2024, 2, 29), date(2025, 2, 28)),
        (Span(2, WEEKS), date(2026, 3, 1), date(2026, 3, 15)),
        (Span(20, CALENDAR_DAYS), date(2025, 9, 1), date(2025, 9, 21)),
    ],
)
def test_months_and_years_end_on_the_corresponding_date_or_the_last_of_the_month(span, day, expected):
    assert span.after(day) == expected


def test_nothing_runs_past_the_end_of_the_calendar():
    assert (
        add_months(date(9999, 12, 1), 3)
        == add_years(date(9990, 1, 1), 20)
        == birthday(date(9990, 1, 1), 18)
        == date.max
    )
    assert Span(9, CALENDAR_DAYS).after(date.max) == date.max


def test_a_span_needs_a_whole_number_and_a_unit():
    for wrong in (0, -1, 1.5, True):
        with pytest.raises(BadPolicy, match="whole number of school days"):
            Span(wrong, SCHOOL_DAYS)
    with pytest.raises(BadPolicy, match="needs a unit"):
        Span(1, "days")
    with pytest.raises(BadPolicy, match="School days cannot be counted without"):
        Span(1, SCHOOL_DAYS).after(date(2026, 1, 1))


def test_compulsory_school_age_begins_and_ends_on_days_of_its_own():
    assert prescribed_day(date(2024, 1, 1)) == date(2024, 3, 31)
    assert prescribed_day(date(2023, 12, 31)) == date(2023, 12, 31)
    assert school_leaving_date(date(2026, 6, 26)) == date(2026, 6, 26)
    assert first_day_at(5, date(2018, 9, 1), Reached.WHEN_SCHOOL_AGE_BEGINS) == date(2023, 12, 31)
    assert first_day_at(16, date(2010, 3, 1), Reached.WHEN_SCHOOL_AGE_ENDS) == date(2026, 6, 27)


# --- days ------------------------------------------------------------------------------------------------------------


def test_the_stretch_around_a_day_is_half_open():
    days = Days.of((date(2026, 1, 5), date(2026, 1, 9)), (date(2026, 2, 1), None))
    assert days.stretch_around(date(2026, 1, 8)) == (date(2026, 1, 5), date(2026, 1, 9))
    assert days.stretch_around(date(2026, 1, 9)) is None
    assert days.stretch_around(date(2026, 3, 1)) == (date(2026, 2, 1), None)
    assert (~days).stretch_around(date(2025, 1, 1)) == (None, date(2026, 1, 5))
    assert not Days.of((date(2026, 1, 5), date(2026, 1, 5)))


def test_the_next_change_is_later_than_the_day_asked_about():
    timeline = Timeline.known(Days.of((date(2026, 1, 5), date(2026, 1, 9))))
    assert timeline.next_change(after=date(2026, 1, 4)).day == date(2026, 1, 5)
    assert timeline.next_change(after=date(2026, 1, 5)).verdict is FAILS
    assert timeline.next_change(after=date(2026, 1, 9)) is None
    assert Timeline(Days(), Days.of((date(2026, 1, 5), None))).ever(date(2026, 1, 1), date(2026, 2, 1)) is UNKNOWN


# --- calendars -------------------------------------------------------------------------------------------------------


def test_a_term_missing_between_two_others_is_a_hole_and_not_a_long_holiday():
    holey = SchoolCalendar([HILL_TOP.terms[1], HILL_TOP.terms[3]], all_inset_listed=True)
    with pytest.raises(NoTermDates, match=r"runs past 19 Dec 2025, the last day we know\. Add the next term"):
        holey.add(date(2025, 12, 15), 10)
    with pytest.raises(NoTermDates, match="No school days are published for 2 Feb 2026"):
        holey.is_school_day(date(2026, 2, 2))
    with pytest.raises(NoTermDates):
        holey.count(after=date(2025, 12, 1), to=date(2026, 4, 20))
    assert holey.add(date(2026, 4, 13), 1) == date(2026, 4, 14)


def test_the_dates_covered_can_be_said_outright():
    said = SchoolCalendar([HILL_TOP.terms[1]], covers=[(date(2025, 8, 1), date(2025, 12, 31))], all_inset_listed=True)
    assert not said.is_school_day(date(2025, 12, 29))
    assert said.next(date(2025, 8, 1)) == date(2025, 9, 3)


def test_why_a_day_is_closed():
    snow = HILL_TOP.closing(date(2026, 2, 3), reason="snow")
    reasons = [
        snow.why_closed(day)
        for day in (
            date(2026, 2, 3),
            date(2026, 2, 7),
            date(2026, 2, 17),
            date(2025, 11, 28),
            date(2026, 5, 4),
            date(2026, 1, 2),
        )
    ]
    assert reasons == ["snow", "weekend", "half-term", "INSET", "bank holiday", "school holiday"]
    assert HILL_TOP.is_school_day(date(2026, 2, 3))


def test_a_saturday_school_is_a_school_day():
    open_saturday = SchoolCalendar(
        HILL_TOP.terms, HILL_TOP.half_terms, sessions=[date(2026, 2, 7)], all_inset_listed=True
    )
    assert open_saturday.is_school_day(date(2026, 2, 7))
    assert open_saturday.why_closed(date(2026, 2, 7)) is None


def test_a_bank_holiday_in_term_is_closed_unless_the_school_lists_its_own():
    assert not HILL_TOP.is_school_day(date(2026, 5, 4))
    own = SchoolCalendar(HILL_TOP.terms, bank_holidays=[], all_inset_listed=True)
    assert own.is_school_day(date(2026, 5, 4))


def test_terms_that_overlap_or_end_before_they_begin_are_refused():
    with pytest.raises(BadCalendar, match="Autumn ends on 1 Sep 2025, before it begins on 2 Sep 2025"):
        Term("Autumn", date(2025, 9, 2), date(2025, 9, 1))
    with pytest.raises(BadCalendar, match="Autumn and Spring overlap"):
        SchoolCalendar(
            [Term("Autumn", date(2025, 9, 2), date(2026, 1, 9)), Term("Spring", date(2026, 1, 5), date(2026, 3, 1))]
        )


def test_a_half_term_is_not_a_term():
    assert HalfTerm("x", date(2026, 2, 16), date(2026, 2, 20)) != Term("x", date(2026, 2, 16), date(2026, 2, 20))


def test_late_august_belongs_to_the_old_school_year_until_term_begins():
    assert HILL_TOP.school_year_of(date(2025, 9, 2)) == (date(2024, 9, 1), date(2025, 9, 3))
    assert HILL_TOP.school_year_of(date(2025, 9, 3))[0] == date(2025, 9, 3)
    assert SchoolCalendar().school_year_of(date(2025, 9, 2)) == (date(2025, 9, 1), date(2026, 9, 1))


def test_training_days_count_for_the_year_they_open_even_before_its_first_term():
    terms = HILL_TOP.terms[1:]
    early = SchoolCalendar(terms, inset=[date(2025, 9, 1), date(2025, 9, 2)])
    assert early.inset_to_come(date(2025, 10, 1), date(2025, 11, 1)) == 3
    assert SchoolCalendar(terms, all_inset_listed=True).inset_to_come(date(2025, 10, 1), date(2025, 11, 1)) == 0
    assert SchoolCalendar().inset_to_come(date(2025, 10, 1), date(2025, 11, 1)) == 0


def test_working_days_are_known_only_as_far_as_bank_holidays_are_announced():
    with pytest.raises(
        NoTermDates, match=r"runs past 31 Dec 2028, the last day we know. Bank holidays are known only as far"
    ):
        england().add(date(2028, 12, 20), 20)
    assert england().add(date(2028, 11, 20), 20) == date(2028, 12, 18)  # DL-E74


def test_a_list_of_bank_holidays_of_ones_own():
    own = WorkingDays(((date(2026, 1, 2), "ours"),), date(2026, 1, 1), date(2026, 12, 31))
    assert own.next(date(2026, 1, 1)) == date(2026, 1, 5)
    assert own.why_closed(date(2026, 1, 2)) == "bank holiday"
    assert SchoolCalendar(working_days=own).working_days is own


def test_bank_holidays_as_they_were_known_on_a_day():
    before_jubilee = england().known_at(date(2020, 11, 1))
    assert before_jubilee.is_open(date(2022, 6, 2))
    assert not before_jubilee.is_open(date(2022, 5, 30))
    assert england().is_open(date(2022, 5, 30))


def test_counting_none_and_counting_back():
    assert HILL_TOP.add(date(2026, 1, 10), 0) == date(2026, 1, 10)
    assert HILL_TOP.subtract(date(2026, 1, 6), 1) == date(2026, 1, 5)
    assert HILL_TOP.subtract(date(2026, 1, 5), 1) == date(2025, 12, 19)
    with pytest.raises(NoTermDates, match="runs past 22 Apr 2025"):
        HILL_TOP.subtract(date(2025, 4, 24), 9)


# --- what a newcomer may get wrong, and years that are published in different ways ------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        {"closes": "15:10"}, {"closes": (25, 0)}, {"afternoon_begins": 13},
        {"closures": [(date(2025, 11, 24), date(2025, 11, 26))]},
    ],
    ids=["a text", "no such hour", "a number", "two days"],
)  # fmt: skip
def test_times_and_closures_that_would_be_misread_are_refused(more):
    with pytest.raises(BadCalendar):
        SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))], **more)


def test_a_day_outside_the_published_dates_is_no_holiday():
    autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))])
    assert autumn.why_closed(date(2030, 1, 1)) == "outside the published dates"


def test_a_weekend_between_two_training_days_is_no_training_day():
    listed = SchoolCalendar(
        [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))],
        inset=[date(2025, 10, 31), date(2025, 11, 1), date(2025, 11, 2), date(2025, 11, 3)],
    )
    assert listed.inset_to_come(date(2025, 9, 3), date(2025, 12, 1)) == 3


SIX_BLOCKS = [
    Term("Term 1", date(2026, 9, 1), date(2026, 10, 23)), Term("Term 2", date(2026, 11, 2), date(2026, 12, 18)),
    Term("Term 3", date(2027, 1, 4), date(2027, 2, 12)), Term("Term 4", date(2027, 2, 22), date(2027, 3, 25)),
    Term("Term 5", date(2027, 4, 12), date(2027, 5, 28)), Term("Term 6", date(2027, 6, 7), date(2027, 7, 21)),
]  # fmt: skip


def test_a_year_of_three_terms_after_one_of_six_blocks_keeps_its_whole_terms():
    calendar = SchoolCalendar([*SIX_BLOCKS, Term("Autumn 2027", date(2027, 9, 1), date(2027, 12, 17))])
    ends = {term.name: term.last_school_day for term in calendar.reporting_terms()}
    assert ends["Summer 2027"] == date(2027, 7, 21)
    assert ends["Autumn 2027"] == date(2027, 12, 17)


def test_a_term_of_which_one_block_is_published_does_not_end_before_that_block():
    calendar = SchoolCalendar([*SIX_BLOCKS, Term("Term 1", date(2027, 9, 1), date(2027, 10, 22))])
    autumn = calendar.reporting_terms()[-1]
    assert (autumn.last_school_day, autumn.not_before) == (None, date(2027, 10, 22))
    due = once_each_term.counted_from(date(2027, 6, 8), calendar=calendar)
    assert (due.first.day, due.last) == (date(2027, 10, 22), None)


@pytest.mark.parametrize(
    ("decided", "act_by"),
    [
        ("2025-10-24T12:00", date(2025, 10, 24)),  # an INSET day, which is still a working day
        ("2025-10-30T12:00", date(2025, 10, 31)),  # half-term: the last school day is before the event
        ("2025-10-13T12:00", date(2025, 10, 15)),
    ],
)
def test_nobody_is_told_to_act_before_it_happened(decided, act_by):
    calendar = SchoolCalendar(
        [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))],
        [HalfTerm("October half-term", date(2025, 10, 27), date(2025, 10, 31))],
        inset=[date(2025, 10, 24)], all_inset_listed=True,
    )  # fmt: skip
    assert within(48, HOURS).counted_from(decided, calendar=calendar).act_by == act_by
