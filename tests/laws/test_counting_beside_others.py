"""Counting days agrees with walking by hand and, where they mean the same, with NumPy and pandas; where not, see below.

NumPy and pandas count business days on a list of holidays. Given every closed weekday as a holiday, they count the same
days as a school calendar does; the last part of this file pins where the same words ask for something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from carepolicy.errors import NoTermDates
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import CountsDays, RanOut
from carepolicy.time.terms import HalfTerm, Term
from carepolicy.time.working_days import england
from tests.strategies import FIRST, LAST, calendars, days

A_DAY = timedelta(days=1)
HOW_MANY = st.integers(1, 60)
EITHER_WAY = st.integers(-60, 60)


# --- by hand ---------------------------------------------------------------------------------------------------------


@st.composite
def schools(draw) -> SchoolCalendar:
    """Two school years, with sessions on days that would be closed, and days published before and after the terms."""
    early, late = (draw(st.integers(0, 30)) for _ in range(2))
    return evolve(
        draw(calendars()),
        sessions=draw(st.lists(days(), max_size=6)),
        covers=[(FIRST - timedelta(days=early), LAST + timedelta(days=late))],
    )


def covered_days(calendar: SchoolCalendar) -> list[date]:
    ((first, last),) = calendar.covers_dates or ()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@st.composite
def schools_and_days(draw, number: int = 1) -> tuple[Any, ...]:
    """A school and days of its published dates, in their order."""
    school = draw(schools())
    days_of_it = st.sampled_from(covered_days(school))
    return school, *sorted(draw(days_of_it) for _ in range(number))


@st.composite
def schools_and_closed_days(draw) -> tuple[SchoolCalendar, date]:
    school = draw(schools())
    return school, draw(st.sampled_from([day for day in covered_days(school) if not school.is_school_day(day)]))


def walked_back(calendar: CountsDays, day: date, count: int) -> date | None:
    """The day reached by walking back and counting on fingers; None where the dates run out."""
    while count:
        day -= A_DAY
        if not calendar.covers(day):
            return None
        count -= calendar.is_open(day)
    return day


def reached(calendar: CountsDays, day: date, number: int) -> date | None:
    """The day reached, or None where the published dates run out on the way."""
    try:
        return calendar.add(day, number)
    except NoTermDates:
        return None


@given(schools_and_days())
def test_no_school_days_from_a_day_is_that_day_whether_the_school_is_open_or_shut(school_and_day):
    calendar, day = school_and_day
    assert calendar.add(day, 0) == calendar.subtract(day, 0) == day
    assert calendar.count(after=day, to=day) == 0


@given(schools(), st.integers(1, 400), EITHER_WAY)
def test_nothing_is_counted_from_a_day_outside_the_published_dates_not_even_no_days(calendar, beyond, number):
    first, *_, last = covered_days(calendar)
    for outside in (first - timedelta(days=beyond), last + timedelta(days=beyond)):
        with pytest.raises(NoTermDates):
            calendar.add(outside, number)
        for inside in (first, last):
            with pytest.raises(NoTermDates):
                calendar.count(after=outside, to=inside)
            with pytest.raises(NoTermDates):
                calendar.count(after=inside, to=outside)


@given(schools_and_days(), HOW_MANY)
def test_subtracting_school_days_is_walking_back_and_counting_on_fingers(school_and_day, number):
    calendar, day = school_and_day
    assert reached(calendar, day, -number) == walked_back(calendar, day, number)


@given(days(), HOW_MANY)
def test_subtracting_working_days_is_walking_back_and_counting_on_fingers(day, number):
    assert england().subtract(day, number) == walked_back(england(), day, number)


@given(schools_and_closed_days(), HOW_MANY)
def test_a_count_from_a_closed_day_is_the_count_from_the_open_day_behind_it(school_and_day, number):
    calendar, closed = school_and_day
    behind, ahead = reached(calendar, closed, -1), reached(calendar, closed, 1)
    if behind is not None:
        assert reached(calendar, closed, number) == reached(calendar, behind, number)
    if ahead is not None:
        assert reached(calendar, closed, -number) == reached(calendar, ahead, -number)
    assert behind is not None or ahead is not None


@given(schools())
def test_the_first_and_the_last_published_day_bound_every_count_and_are_counted_themselves(calendar):
    first, *_, last = covered = covered_days(calendar)
    opened = [day for day in covered if calendar.is_school_day(day)]
    later, earlier = [day for day in opened if day > first], [day for day in opened if day < last]
    assert calendar.count(after=first, to=last) == len(later)
    assert calendar.count(after=last, to=first) == -len(earlier)
    assert calendar.add(first, len(later)) == opened[-1]
    assert calendar.subtract(last, len(earlier)) == opened[0]
    assert calendar.reach(first, len(later) + 1) == RanOut(len(later), last)
    assert calendar.reach(last, -len(earlier) - 1) == RanOut(len(earlier), first)
    assert calendar.reach(last, 1) == RanOut(0, last)
    assert calendar.reach(first, -1) == RanOut(0, first)


@given(schools_and_days(), HOW_MANY)
def test_there_and_back_leads_to_the_day_itself_or_from_a_closed_day_to_the_nearest_open_one(school_and_day, number):
    calendar, day = school_and_day
    there, back = reached(calendar, day, number), reached(calendar, day, -number)
    assume(there is not None or back is not None)
    if there is not None:
        assert reached(calendar, there, -number) == (day if calendar.is_open(day) else reached(calendar, day, -1))
    if back is not None:
        assert reached(calendar, back, number) == (day if calendar.is_open(day) else reached(calendar, day, 1))


@given(schools_and_days(2))
def test_adding_what_was_counted_between_two_days_leads_to_the_open_day_it_was_counted_to(school_and_two_days):
    calendar, one, other = school_and_two_days
    ahead, behind = calendar.count(after=one, to=other), calendar.count(after=other, to=one)
    if ahead > 0:
        assert calendar.add(one, ahead) == calendar.last_open_by(other)
    if behind < 0:
        assert calendar.add(other, behind) == (one if calendar.is_open(one) else calendar.next(one))
    assert (ahead, behind) != (0, 0) or not any(
        calendar.is_open(one + timedelta(days=n)) for n in range((other - one).days)
    )


@given(schools_and_days(), EITHER_WAY, EITHER_WAY)
def test_counting_in_two_steps_the_same_way_is_counting_in_one(school_and_day, one, other):
    calendar, day = school_and_day
    assume(one * other >= 0)
    half_way = reached(calendar, day, one)
    whole_way = reached(calendar, day, one + other)
    assert whole_way is None if half_way is None else reached(calendar, half_way, other) == whole_way


@given(schools_and_days(3))
def test_the_school_days_of_two_stretches_that_follow_on_are_those_of_the_whole(school_and_three_days):
    calendar, one, other, last = school_and_three_days
    assert calendar.count(after=one, to=other) + calendar.count(after=other, to=last) == calendar.count(
        after=one, to=last
    )
    assert calendar.count(after=last, to=other) + calendar.count(after=other, to=one) == calendar.count(
        after=last, to=one
    )


@given(schools_and_days(), EITHER_WAY)
def test_one_more_school_day_is_always_a_later_day(school_and_day, number):
    calendar, day = school_and_day
    fewer, more = (reached(calendar, day, count) for count in (number, number + 1))
    assume(fewer is not None and more is not None)
    assert fewer < more
    assert not any(calendar.is_open(fewer + timedelta(days=n)) for n in range(1, (more - fewer).days))


@given(schools_and_days(2), EITHER_WAY)
def test_starting_later_never_leads_to_an_earlier_day_forward_or_back(school_and_two_days, number):
    calendar, one, other = school_and_two_days
    first, second = (reached(calendar, day, number) for day in (one, other))
    assume(first is not None and second is not None)
    assert first <= second
    assert calendar.count(after=first, to=second) >= 0


@given(schools_and_days())
def test_a_session_that_was_planned_and_then_called_off_is_no_school_day_and_the_reason_says_so(school_and_day):
    calendar, day = school_and_day
    planned = evolve(calendar, sessions=[day], closures=())
    called_off = planned.closing(day, reason="snow")
    assert (planned.is_school_day(day), planned.why_closed(day)) == (True, None)
    assert (called_off.is_school_day(day), called_off.why_closed(day)) == (False, "snow")


# --- beside NumPy and pandas, where they mean the same ---------------------------------------------------------------


@pytest.fixture
def numpy():
    return pytest.importorskip("numpy", reason="NumPy is not installed: pip install --group check")


@pytest.fixture
def pandas():
    return pytest.importorskip("pandas", reason="pandas is not installed: pip install --group check")


@frozen
class School:
    """A calendar, the dates it covers, and its open days as its parts say in the plainest way."""

    calendar: SchoolCalendar
    covered: tuple[date, ...]
    open: frozenset[date]

    def holidays(self, weekmask: str) -> list[date]:
        """What the others are told: the covered days of the week's open days on which this school is shut."""
        return [day for day in self.covered if weekmask[day.weekday()] == "1" and day not in self.open]


THREE_TERMS = (((9, 3), (12, 18), True), ((1, 4), (3, 27), True), ((4, 14), (7, 18), True))
SIX_BLOCKS = (
    ((9, 3), (10, 20), False), ((11, 2), (12, 18), False), ((1, 4), (2, 10), False),
    ((2, 21), (3, 27), False), ((4, 14), (5, 22), False), ((6, 3), (7, 18), False),
)  # fmt: skip


def made_up_school(chance: Random, *, weekends: bool) -> School:
    """Two or three school years in any decade, by terms or by blocks, with everything a calendar can hold."""
    start = chance.randint(1960, 2080)
    pattern = chance.choice((THREE_TERMS, SIX_BLOCKS))
    terms: list[Term] = []
    breaks: list[HalfTerm] = []
    for year in range(start, start + chance.randint(2, 3)):
        for (month, day), (last_month, last_day), broken in pattern:
            in_year = year if month >= 9 else year + 1
            first = date(in_year, month, day) + timedelta(days=chance.randint(-2, 4))
            last = date(in_year, last_month, last_day) + timedelta(days=chance.randint(-3, 4))
            terms.append(Term(f"{month}/{in_year}", first, last))
            if broken:
                begins = first + timedelta(days=chance.randint(30, 50))
                breaks.append(HalfTerm("half-term", begins, begins + timedelta(days=chance.randint(2, 12))))
    first = terms[0].first - timedelta(days=chance.randint(0, 60))
    last = terms[-1].last + timedelta(days=chance.randint(0, 60))
    covered = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    inset, closures, bank_holidays, sessions = (
        chance.sample(covered, chance.randint(0, most)) for most in (10, 15, 25, 30)
    )
    sessions = [day for day in sessions if weekends or day.weekday() < 5]
    if weekends:
        sessions += [day for day in covered if day.weekday() == 5 and chance.random() < 0.3]
    calendar = SchoolCalendar(
        terms,
        breaks,
        inset=inset,
        closures=closures,
        bank_holidays=bank_holidays,
        sessions=sessions,
        all_inset_listed=True,
        covers=[(first, last)],
    )

    def is_open(day: date) -> bool:
        if day in closures:
            return False
        in_term = any(term.first <= day <= term.last for term in terms)
        in_break = any(one.first <= day <= one.last for one in breaks)
        ordinary = day.weekday() < 5 and in_term and not in_break and day not in inset and day not in bank_holidays
        return ordinary or day in sessions

    return School(calendar, tuple(covered), frozenset(filter(is_open, covered)))


FIVE_DAYS, SEVEN_DAYS = "1111100", "1111111"
FOR_EACH_WEEK = pytest.mark.parametrize(
    "week", [FIVE_DAYS, SEVEN_DAYS], ids=["a week of five days", "with school on Saturdays"]
)
SCHOOLS = 60
EACH = 200
ENOUGH = 10_000


def made_up_schools(week: str, number: int = SCHOOLS) -> Iterator[tuple[School, Random]]:
    chance = Random(f"schools with a week of {week}")
    for _ in range(number):
        school = made_up_school(chance, weekends=week == SEVEN_DAYS)
        assert school.open == {day for day in school.covered if school.calendar.is_school_day(day)}
        assert any(day.weekday() >= 5 for day in school.open) is (week == SEVEN_DAYS)
        yield school, chance


def compared(what: str, *, agreed: int, past: int | None = None, closed: int | None = None) -> None:
    """Says how many cases agreed, and sees to it that each sort of case was among them."""
    sorts = {"past the dates for both": past, "from a closed day": closed}
    said = "".join(f"; {number} {sort}" for sort, number in sorts.items() if number is not None)
    print(f"{what}: {agreed} agreed{said}")
    assert agreed >= ENOUGH
    assert all(number is None or number >= ENOUGH // 20 for number in sorts.values())


@FOR_EACH_WEEK
@pytest.mark.parametrize("way", [1, -1], ids=["later", "earlier"])
def test_a_number_of_school_days_later_or_earlier_is_what_numpy_makes_it(numpy, week, way):
    agreed = past = closed = 0
    for school, chance in made_up_schools(week):
        starts = chance.choices(school.covered, k=EACH + 60)
        numbers = [way * chance.choice((1, 2, chance.randint(3, 20), chance.randint(21, 250))) for _ in starts]
        others = numpy.busday_offset(
            starts,
            numbers,
            roll="preceding" if way > 0 else "following",
            weekmask=week,
            holidays=school.holidays(week),
        ).tolist()
        for start, number, other in zip(starts, numbers, others, strict=True):
            ours = reached(school.calendar, start, number)
            if not school.covered[0] <= other <= school.covered[-1]:
                assert ours is None, (school.calendar, start, number)
                past += 1
                continue
            assert ours == other, (school.calendar, start, number)
            agreed += 1
            closed += start not in school.open
    compared(
        f"numpy.busday_offset, week {week}, {'on' if way > 0 else 'back'}", agreed=agreed, past=past, closed=closed
    )


@FOR_EACH_WEEK
@pytest.mark.parametrize("way", [1, -1], ids=["to a later day", "to an earlier day"])
def test_the_school_days_between_two_days_are_as_many_as_numpy_counts_with_the_last_day_in_and_the_first_out(
    numpy, week, way
):
    agreed = 0
    for school, chance in made_up_schools(week):
        pairs = [sorted(chance.choices(school.covered, k=2)) for _ in range(EACH)]
        pairs += [[day, day] for day in chance.choices(school.covered, k=5)]
        firsts, lasts = ([pair[place] + (A_DAY if way > 0 else 0 * A_DAY) for pair in pairs] for place in (0, 1))
        others = numpy.busday_count(firsts, lasts, weekmask=week, holidays=school.holidays(week)).tolist()
        for (one, other), counted in zip(pairs, others, strict=True):
            after, to = (one, other) if way > 0 else (other, one)
            assert school.calendar.count(after=after, to=to) == way * counted, (school.calendar, after, to)
            agreed += 1
    compared(f"numpy.busday_count, week {week}, {'on' if way > 0 else 'back'}", agreed=agreed)


@FOR_EACH_WEEK
def test_the_last_school_day_by_a_day_is_the_one_numpy_rolls_back_to(numpy, week):
    agreed = closed = 0
    for school, chance in made_up_schools(week):
        asked = chance.choices(school.covered, k=EACH)
        holidays = school.holidays(week)
        others = numpy.busday_offset(asked, 0, roll="preceding", weekmask=week, holidays=holidays).tolist()
        for day, other in zip(asked, others, strict=True):
            if other < school.covered[0]:
                assert school.calendar.last_open_by(day) is None
                continue
            assert school.calendar.last_open_by(day) == other, (school.calendar, day)
            agreed += 1
            closed += day not in school.open
    compared(f"numpy roll='preceding', week {week}", agreed=agreed, closed=closed)


@FOR_EACH_WEEK
@pytest.mark.parametrize("way", [1, -1], ids=["later", "earlier"])
def test_a_number_of_school_days_later_or_earlier_is_where_pandas_lands(pandas, week, way):
    agreed = past = closed = 0
    for school, chance in made_up_schools(week):
        one = pandas.offsets.CustomBusinessDay(weekmask=week, holidays=school.holidays(week))
        for start in chance.choices(school.covered, k=EACH + 60):
            number = chance.choice((1, 2, chance.randint(3, 20), chance.randint(21, 250)))
            stamp = pandas.Timestamp(start)
            other = (stamp + one * number if way > 0 else stamp - one * number).date()
            ours = reached(school.calendar, start, way * number)
            if not school.covered[0] <= other <= school.covered[-1]:
                assert ours is None, (school.calendar, start, number)
                past += 1
                continue
            assert ours == other, (school.calendar, start, number)
            agreed += 1
            closed += start not in school.open
    compared(f"pandas, week {week}, {'on' if way > 0 else 'back'}", agreed=agreed, past=past, closed=closed)


@FOR_EACH_WEEK
def test_the_next_school_day_after_each_is_the_next_that_pandas_lists(pandas, week):
    agreed = 0
    for school, _ in made_up_schools(week, 20):
        one = pandas.offsets.CustomBusinessDay(weekmask=week, holidays=school.holidays(week))
        listed = [stamp.date() for stamp in pandas.date_range(school.covered[0], school.covered[-1], freq=one)]
        for earlier, later in pairwise(listed):
            assert school.calendar.next(earlier) == later
            assert school.calendar.previous(later) == earlier
            agreed += 1
        with pytest.raises(NoTermDates):
            school.calendar.next(listed[-1])
        with pytest.raises(NoTermDates):
            school.calendar.previous(listed[0])
    print(f"pandas.date_range, week {week}: {agreed} pairs agreed")
    assert agreed >= 5_000


# --- beside NumPy and pandas, where they mean something else ---------------------------------------------------------

AUTUMN = SchoolCalendar(
    [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))],
    [HalfTerm("Half-term", date(2025, 10, 27), date(2025, 10, 31))],
    bank_holidays=[],
    all_inset_listed=True,
)
HALF_TERM = [date(2025, 10, day) for day in range(27, 32)]
FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (date(2025, 9, day) for day in range(5, 10))
THURSDAY = FRIDAY - A_DAY


def test_no_days_from_a_closed_day_is_that_day_here_and_the_next_open_day_for_pandas(numpy, pandas):
    assert AUTUMN.add(SATURDAY, 0) == SATURDAY
    assert pandas.Timestamp(SATURDAY) + pandas.offsets.CustomBusinessDay(0) == pandas.Timestamp(MONDAY)
    rolled = {roll: numpy.busday_offset(SATURDAY, 0, roll=roll).item() for roll in ("preceding", "following")}
    assert rolled == {"preceding": FRIDAY, "following": MONDAY}


def test_no_days_from_an_open_day_is_that_day_for_all_three(numpy, pandas):
    assert AUTUMN.add(FRIDAY, 0) == numpy.busday_offset(FRIDAY, 0).item() == FRIDAY
    assert pandas.Timestamp(FRIDAY) + pandas.offsets.CustomBusinessDay(0) == pandas.Timestamp(FRIDAY)


def test_numpy_refuses_to_count_from_a_closed_day_unless_told_how_to_roll_and_here_it_is_day_nought(numpy):
    for number in (-1, 0, 1):
        with pytest.raises(ValueError, match="Non-business day date in busday_offset"):
            numpy.busday_offset(SATURDAY, number)
    assert [AUTUMN.add(SATURDAY, number) for number in (-1, 0, 1)] == [FRIDAY, SATURDAY, MONDAY]


def test_numpy_told_to_roll_the_way_it_counts_goes_a_day_further(numpy):
    assert numpy.busday_offset(SATURDAY, 1, roll="following").item() == TUESDAY
    assert numpy.busday_offset(SATURDAY, -1, roll="preceding").item() == THURSDAY
    assert (AUTUMN.add(SATURDAY, 1), AUTUMN.add(SATURDAY, -1)) == (MONDAY, FRIDAY)


def test_numpy_counts_the_day_it_begins_with_and_not_the_last_and_here_it_is_the_other_way_about(numpy):
    assert numpy.busday_count(SATURDAY, MONDAY) == 0
    assert AUTUMN.count(after=SATURDAY, to=MONDAY) == 1
    assert numpy.busday_count(FRIDAY, SATURDAY) == 1
    assert AUTUMN.count(after=FRIDAY, to=SATURDAY) == 0


def test_counted_back_numpy_still_leaves_out_the_day_it_ends_on_and_here_that_day_is_still_in(numpy):
    next_saturday = SATURDAY + timedelta(days=7)
    assert numpy.busday_count(next_saturday, MONDAY) == -4
    assert AUTUMN.count(after=next_saturday, to=MONDAY) == -5
    assert numpy.busday_count(MONDAY, SATURDAY) == -1
    assert AUTUMN.count(after=MONDAY, to=SATURDAY) == 0


def test_pandas_lists_nothing_from_a_later_day_to_an_earlier_one_and_here_the_count_is_below_zero(pandas):
    assert list(pandas.bdate_range(TUESDAY, FRIDAY)) == []
    assert AUTUMN.count(after=TUESDAY, to=FRIDAY) == -2


def test_past_the_published_dates_the_others_answer_and_here_the_missing_dates_are_named(numpy, pandas):
    end_of_term, christmas_day = date(2025, 12, 19), date(2025, 12, 25)
    assert numpy.busday_offset(end_of_term, 4, holidays=HALF_TERM).item() == christmas_day
    one = pandas.offsets.CustomBusinessDay(holidays=HALF_TERM)
    assert pandas.Timestamp(end_of_term) + 4 * one == pandas.Timestamp(christmas_day)
    with pytest.raises(NoTermDates, match="runs past 19 Dec 2025, the last day we know"):
        AUTUMN.add(end_of_term, 4)
    assert numpy.busday_count(end_of_term + A_DAY, christmas_day + A_DAY, holidays=HALF_TERM) == 4
    with pytest.raises(NoTermDates, match="runs past 19 Dec 2025, the last day we know"):
        AUTUMN.count(after=end_of_term, to=christmas_day)
    with pytest.raises(NoTermDates, match="No school days are published for 25 Dec 2025"):
        AUTUMN.add(christmas_day, -1)


def test_before_the_published_dates_the_others_answer_and_here_the_missing_dates_are_named(numpy, pandas):
    start_of_term, bank_holiday = date(2025, 9, 3), date(2025, 8, 25)
    assert numpy.busday_offset(start_of_term, -7, holidays=HALF_TERM).item() == bank_holiday
    one = pandas.offsets.CustomBusinessDay(holidays=HALF_TERM)
    assert pandas.Timestamp(start_of_term) - 7 * one == pandas.Timestamp(bank_holiday)
    with pytest.raises(NoTermDates, match="runs past 3 Sep 2025"):
        AUTUMN.subtract(start_of_term, 7)


def test_over_a_term_that_is_not_listed_the_others_count_every_weekday_and_here_nothing_is_counted(numpy):
    summer = Term("Summer", date(2026, 4, 13), date(2026, 7, 17))
    no_spring = evolve(AUTUMN, terms=[*AUTUMN.terms, summer])
    last_of_autumn, first_of_summer = AUTUMN.terms[0].last, summer.first
    assert numpy.busday_count(last_of_autumn + A_DAY, first_of_summer + A_DAY, holidays=HALF_TERM) == 81
    with pytest.raises(NoTermDates, match="runs past 19 Dec 2025"):
        no_spring.count(after=last_of_autumn, to=first_of_summer)
    with pytest.raises(NoTermDates, match="runs past 19 Dec 2025"):
        no_spring.next(last_of_autumn)


def test_pandas_keeps_the_time_of_day_and_here_a_day_is_a_whole_day(pandas):
    from datetime import datetime

    at_ten = datetime(2025, 9, 5, 10)
    assert pandas.Timestamp(at_ten) + pandas.offsets.CustomBusinessDay(1) == pandas.Timestamp(2025, 9, 8, 10)
    assert AUTUMN.add(at_ten, 1) == MONDAY
