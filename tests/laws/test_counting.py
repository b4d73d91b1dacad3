"""Counting school days and working days obeys its laws, checked by walking day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from carepolicy.errors import NoTermDates
from carepolicy.logic.counting import ahead, beginning_with, clear
from carepolicy.logic.deadline import within
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS, YEARS
from carepolicy.time.working_days import england
from tests.strategies import FIRST, LAST, calendars, days

A_DAY = timedelta(days=1)
COUNTS = st.integers(1, 60)


def walked(calendar: SchoolCalendar, day: date, count: int) -> date | None:
    """The day reached by walking forward and counting on fingers; None where the dates run out."""
    while count:
        day += A_DAY
        if not calendar.covers(day):
            return None
        count -= calendar.is_school_day(day)
    return day


@given(calendars(), days(), COUNTS)
def test_adding_school_days_is_walking_forward_and_counting_on_fingers(calendar, day, count):
    assume(calendar.covers(day))
    expected = walked(calendar, day, count)
    if expected is None:
        with pytest.raises(NoTermDates):
            calendar.add(day, count)
    else:
        assert calendar.add(day, count) == expected


@given(calendars(), days(last=date(2026, 3, 1)), COUNTS)
def test_a_deadline_never_falls_on_a_day_the_school_is_shut(calendar, day, count):
    assume(calendar.covers(day))
    due = within(count, SCHOOL_DAYS).counted_from(day, calendar=calendar)
    assert calendar.is_school_day(due.day)


@given(calendars(), days(last=date(2026, 2, 1)), COUNTS, days())
def test_closing_the_school_for_a_day_never_brings_a_deadline_forward(calendar, day, count, closed):
    assume(calendar.covers(day))
    fewer = calendar.closing(closed)
    due, later = (within(count, SCHOOL_DAYS).counted_from(day, calendar=each) for each in (calendar, fewer))
    assert due.first.last_day <= later.first.last_day
    assert closed not in calendar.inset or calendar.add(day, count) == fewer.add(day, count)


@given(calendars(), days(last=date(2026, 3, 1)), COUNTS)
def test_counting_and_adding_are_inverse(calendar, day, count):
    assume(calendar.covers(day))
    reached = calendar.add(day, count)
    assert calendar.count(after=day, to=reached) == count
    assert calendar.count(after=reached, to=day) == -count - calendar.is_school_day(day) + calendar.is_school_day(
        reached
    )


@given(calendars(), days(first=date(2025, 2, 1), last=date(2026, 3, 1)), COUNTS)
def test_subtracting_takes_an_open_day_back_to_where_adding_began(calendar, day, count):
    assume(calendar.covers(day) and calendar.is_school_day(day))
    assert calendar.subtract(calendar.add(day, count), count) == day


@given(calendars(), days(), days())
def test_counting_is_counting_on_fingers(calendar, one, other):
    first, last = min(one, other), max(one, other)
    assume(calendar.covers(first) and calendar.covers(last))
    walk = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert calendar.count(after=first, to=last) == sum(map(calendar.is_school_day, walk[1:]))
    assert calendar.count(after=last, to=first) == -sum(map(calendar.is_school_day, walk[:-1]))


@given(calendars(), days(last=date(2026, 3, 1)))
def test_next_and_previous_are_the_nearest_open_days(calendar, day):
    assume(calendar.covers(day))
    following = calendar.next(day)
    assert calendar.is_school_day(following)
    assert not any(calendar.is_school_day(day + timedelta(days=n)) for n in range(1, (following - day).days))
    if calendar.count(after=day, to=calendar.terms[0].first) < 0:
        before = calendar.previous(day)
        assert calendar.is_school_day(before)
        assert not any(calendar.is_school_day(before + timedelta(days=n)) for n in range(1, (day - before).days))


@given(calendars(), days(last=date(2026, 2, 1)), COUNTS, COUNTS)
def test_waiting_longer_never_makes_a_deadline_earlier(calendar, day, fewer, more):
    assume(calendar.covers(day) and fewer <= more)
    assert calendar.add(day, fewer) <= calendar.add(day, more)


@given(calendars(), days(last=date(2026, 2, 1)), days(last=date(2026, 2, 1)), COUNTS)
def test_a_clock_that_starts_later_never_runs_out_earlier(calendar, one, other, count):
    assume(calendar.covers(one) and calendar.covers(other))
    first, second = min(one, other), max(one, other)
    assert calendar.add(first, count) <= calendar.add(second, count)


@given(calendars(), days())
def test_every_day_that_is_not_a_school_day_has_a_reason(calendar, day):
    assume(calendar.covers(day))
    assert (calendar.why_closed(day) is None) is calendar.is_school_day(day)


@given(calendars(), days(last=date(2026, 2, 1)), st.integers(1, 40))
def test_what_was_counted_and_what_was_skipped_make_up_every_day_between(calendar, day, count):
    assume(calendar.covers(day))
    due = within(count, SCHOOL_DAYS).counted_from(day, calendar=calendar)
    counted = due.counting
    skipped = sum(number for _, number in counted.skipped)
    assert (counted.last - counted.first).days + 1 == count + skipped


@given(calendars(), days(last=date(2026, 2, 1)), st.integers(1, 40))
def test_training_days_that_are_not_listed_make_a_window_that_holds_the_true_date(calendar, day, count):
    assume(calendar.covers(day))
    known = evolve(calendar, inset=[], all_inset_listed=False)
    trained = [one for one in calendar.inset if calendar.covers(one)][:5]
    due = within(count, SCHOOL_DAYS).counted_from(day, calendar=known)
    true = within(count, SCHOOL_DAYS).counted_from(day, calendar=evolve(known, inset=trained, all_inset_listed=True))
    assert due.first.first_day <= true.first.first_day
    assert due.last is None or true.first.last_day <= due.last.last_day


@st.composite
def trained(draw):
    """A calendar whose training days are not listed, up to five a year of them, and a day on it."""
    listed = draw(calendars())
    known = evolve(listed, inset=[], all_inset_listed=False)
    chosen: list[date] = []
    for year in (2024, 2025):
        within_year = days(max(FIRST, date(year, 8, 1)), min(LAST, date(year + 1, 7, 31)))
        chosen += draw(st.lists(within_year, max_size=5, unique=True))
    return known, evolve(known, inset=chosen, all_inset_listed=True), draw(days())


WAYS = [within, beginning_with, ahead, clear]


@given(trained(), st.integers(1, 60), st.sampled_from(WAYS))
def test_the_window_holds_the_true_date_wherever_the_training_days_of_each_year_turn_out_to_be(found, count, way):
    """However a count is made, forward or back, within a school year or over its end."""
    known, true, day = found
    assume(known.covers(day))
    due = way(count, SCHOOL_DAYS).counted_from(day, calendar=known)
    exact = way(count, SCHOOL_DAYS).counted_from(day, calendar=true)
    assume(exact.day is not None)
    assert due.first.first_day <= exact.first.first_day
    assert due.last is None or exact.first.last_day <= due.last.last_day


@given(trained(), st.integers(1, 60))
def test_no_window_is_wider_than_training_days_can_make_it(found, count):
    """The latest date is reached when each training day falls on the earliest school day that its year still has."""
    known, _, day = found
    assume(known.covers(day))
    due = within(count, SCHOOL_DAYS).counted_from(day, calendar=known)
    assume(due.last is not None)
    worst: list[date] = []
    for year in (2024, 2025):
        ends = min(LAST, date(year + 1, 7, 31))
        after = max(day + A_DAY, FIRST, date(year, 8, 1))
        opened = [one for one in walk(after, ends) if known.covers(one) and known.is_school_day(one)]
        worst += opened[:5]
    exact = within(count, SCHOOL_DAYS).counted_from(day, calendar=evolve(known, inset=worst, all_inset_listed=True))
    assert exact.day is not None
    assert due.last.last_day == exact.day.toordinal()


def walk(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@given(days(), COUNTS)
def test_working_days_are_weekdays_that_are_not_bank_holidays(day, count):
    working = england()
    reached = working.add(day, count)
    off = {holiday for holiday, _ in working.holidays}
    walk = [day + timedelta(days=number) for number in range(1, (reached - day).days + 1)]
    assert sum(one.weekday() < 5 and one not in off for one in walk) == count
    assert working.is_open(reached)


@given(calendars(), days(), st.integers(1, 400))
def test_calendar_days_are_never_moved_by_a_closed_day(calendar, day, count):
    assert within(count, CALENDAR_DAYS).counted_from(day, calendar=calendar).day == day + timedelta(days=count)


@given(calendars(), days(FIRST, LAST - timedelta(days=30)), st.integers(1, 24), st.integers(1, 200))
def test_hours_are_elapsed_hours_whatever_the_clocks_do(calendar, day, hour, count):
    from datetime import UTC, datetime

    started = datetime(day.year, day.month, day.day, hour % 24, tzinfo=UTC)
    due = within(count, HOURS).counted_from(started, calendar=calendar)
    from carepolicy.time.instants import Instant

    assert due.first == due.last == Instant.of(started + timedelta(hours=count))


@given(days(), COUNTS)
def test_working_days_do_not_care_about_the_school(day, count):
    bare = SchoolCalendar()
    assert within(count, WORKING_DAYS).counted_from(day, calendar=bare).day == england().add(day, count)


@given(calendars(), days(), st.integers(1, 30))
def test_counting_the_day_itself_in_comes_one_school_day_sooner_where_it_is_open_and_no_sooner_where_it_is_not(
    calendar, day, number
):
    if not calendar.covers(day):
        return
    counted_in = beginning_with(number, SCHOOL_DAYS).counted_from(day, calendar=calendar)
    after = within(number, SCHOOL_DAYS).counted_from(day, calendar=calendar)
    if counted_in.last is None or after.last is None:
        return
    assert counted_in.day == (calendar.previous(after.day) if calendar.is_open(day) else after.day)


@given(calendars(), days(), st.integers(1, 30))
def test_what_is_due_so_long_ahead_is_so_long_before_and_clear_days_are_one_more(calendar, day, number):
    if not calendar.covers(day):
        return
    due, cautious = (make(number, SCHOOL_DAYS).counted_from(day, calendar=calendar) for make in (ahead, clear))
    if cautious.last is None:
        return
    assert calendar.count(after=due.day, to=day) == number - (0 if calendar.is_open(day) else 1)
    assert calendar.next(cautious.day) == due.day


@given(days(), st.integers(1, 60), st.sampled_from([CALENDAR_DAYS, WEEKS, MONTHS, YEARS]))
def test_a_period_beginning_with_a_day_ends_the_day_before_the_one_that_runs_after_it(day, number, unit):
    counted_in = beginning_with(number, unit).counted_from(day, calendar=SchoolCalendar())
    after = within(number, unit).counted_from(day, calendar=SchoolCalendar())
    has_same_date = unit not in (MONTHS, YEARS) or after.day.day == day.day
    assert counted_in.day == (after.day - timedelta(days=1) if has_same_date else after.day)
