"""Knows half days: the two sessions of a school day, how many there are, runs of days, sessions in school weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum

from attrs import frozen

from carepolicy.errors import NotAskable, NoTermDates
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.written import plain


class Half(IntEnum):
    """One of the two sessions of a school day: SI 1999/3181, reg.3(1)."""

    MORNING = 1
    AFTERNOON = 2


@frozen(order=True)
class Session:
    """One session of a school day.

    Args:
        day: the day.
        half: which of its two.
    """

    day: date
    half: Half


def possible_sessions(calendar: SchoolCalendar, first: date, last: date) -> int:
    """How many sessions a school holds from one day to another, both included: O(log n), and one step a short day.

    Raises:
        NoTermDates: when the calendar does not cover those days.

    >>> from carepolicy.time.terms import Term
    >>> term = Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))
    >>> autumn = SchoolCalendar([term], one_session=[date(2025, 12, 19)])
    >>> possible_sessions(autumn, date(2025, 12, 15), date(2025, 12, 19))
    9
    """
    short = [day for day in calendar.one_session if first <= day <= last and calendar.is_open(day)]
    return 2 * calendar.number_from(first, last) - len(short)


@frozen
class Run:
    """School days one after another with no other school day between.

    Args:
        days: the days, in order.
    """

    days: tuple[date, ...]

    def __len__(self) -> int:
        return len(self.days)

    def reached(self, number: int) -> date | None:
        """The day on which it had lasted so many school days; None where it is shorter (law notes, NTH)."""
        return self.days[number - 1] if 1 <= number <= len(self.days) else None


def runs_of_days(days: Iterable[date], calendar: SchoolCalendar) -> tuple[Run, ...]:
    """The runs of consecutive school days among some days; those on which the school was shut are passed over.

    Args:
        days: the days, such as those of an absence, in any order.
        calendar: the school's calendar.

    Raises:
        NoTermDates: when the calendar does not cover one of the days, or what lies between two of them.

    >>> from carepolicy.time.terms import Term
    >>> autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))])
    >>> [len(run) for run in runs_of_days([date(2025, 9, 5), date(2025, 9, 8), date(2025, 9, 10)], autumn)]
    [2, 1]
    """
    runs: list[list[date]] = []
    for day in sorted({day for day in days if calendar.is_open(day)}):
        if runs and calendar.count(after=runs[-1][-1], to=day) == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(Run(tuple(run)) for run in runs)


@frozen
class SchoolWeeks:
    """Sessions that came together within a number of school weeks.

    Args:
        number: how many sessions.
        first: the first of them.
        last: the one that made up the number.
    """

    number: int
    first: Session
    last: Session


def within_school_weeks(
    sessions: Iterable[Session], number: int, *, weeks: int, calendar: SchoolCalendar
) -> SchoolWeeks | None:
    """The first time that so many sessions came together within a rolling number of school weeks; None where never.

    A school week is taken as one, Monday to Sunday, in which the school meets at all, so that holidays are passed over.

    Args:
        sessions: the sessions that count, such as those missed without leave, in any order; each counts once, and
            none counts on a day on which the school was shut.
        number: how many must come together.
        weeks: within how many school weeks.
        calendar: the school's calendar.

    Raises:
        NoTermDates: when the calendar does not cover the time between the first session and the last.
        NotAskable: when a number is below 1, or it is not given sessions.

    Source: national framework for penalty notices 2024 (AT-11): 10 sessions in a rolling 10 school weeks; that a week
    counts in which the school meets is general knowledge.
    """
    if number < 1 or weeks < 1:
        raise NotAskable("within_school_weeks(...) takes at least 1 session and 1 week.")
    given = set(sessions)
    if not all(isinstance(one, Session) and isinstance(one.half, Half) for one in given):
        raise NotAskable("within_school_weeks(...) takes sessions: Session(date(2025, 9, 10), Half.MORNING).")
    listed = sorted(given)
    if not listed:
        return None
    place = _school_weeks(listed[0].day, listed[-1].day, calendar)
    found = [one for one in listed if calendar.is_open(one.day)]
    for first, last in zip(found, found[number - 1 :], strict=False):
        if place[_monday(last.day)] - place[_monday(first.day)] < weeks:
            return SchoolWeeks(number, first, last)
    return None


def _school_weeks(first: date, last: date, calendar: SchoolCalendar) -> Counter[date]:
    """How many school weeks there had been by each week, by its Monday, that one included."""
    places: Counter[date] = Counter()
    monday, number = _monday(first), 0
    while monday <= last:
        week = [monday + timedelta(days=offset) for offset in range(7)]
        asked = [day for day in week if first <= day <= last]
        if not all(map(calendar.covers, asked)):
            raise NoTermDates(f"The week of {plain(monday)} is not covered. Add the term it lies in.")
        if any(calendar.covers(day) and calendar.is_open(day) for day in week):
            number += 1
        places[monday] = number
        monday += timedelta(days=7)
    return places


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
