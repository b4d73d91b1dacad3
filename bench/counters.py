"""Knows other people's day counters, each given the closed days of one school, to add school days and to count them.

Each is asked so that it means the same: the day counted from is not counted, and the last day is. Whatever it wants for
that, in the types it is quickest with, is made before the clock starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from attrs import frozen

from bench.timing import Work

ADDED = 20
"""How many school days are added."""

A_DAY = timedelta(days=1)


@frozen
class Counter:
    """How one counter of days is asked.

    Args:
        adding: makes ready the question which day is 20 school days after a day.
        counting: makes ready the question how many school days lie after one day, up to and including another.
    """

    adding: Callable[[date], Work]
    counting: Callable[[date, date], Work]


@frozen
class Closed:
    """The days on which the school is closed.

    Args:
        first: the first day that is known.
        last: the last.
        weekdays: the days from Monday to Friday without school.
    """

    first: date
    last: date
    weekdays: list[date]


def counters(closed: Closed) -> Iterator[tuple[str, Counter | str]]:
    """Each counter's name, with how it is asked, or with why it is not."""
    group = "--group bench"
    for name, module, ready, installed_by in (
        ("numpy (datetime64 in and out)", "numpy", _numpy, group),
        ("numpy (date in and out)", "numpy", _numpy_with_dates, group),
        ("bizdays", "bizdays", _bizdays, group),
        ("pandas", "pandas", _pandas, group),
        # not in the group: it requires lunardate (GPL) and, by way of convertdate, PyMeeus (LGPL)
        ("workalendar", "workalendar.core", _workalendar, "workalendar"),
        ("holidays", "holidays", _holidays, group),
    ):
        try:
            found = import_module(module)
        except ImportError:
            yield name, f"not installed: pip install {installed_by}"
        else:
            yield name, ready(found, closed)


def _numpy(module: Any, closed: Closed) -> Counter:
    calendar = module.busdaycalendar(holidays=closed.weekdays)

    def adding(day: date) -> Work:
        start = module.datetime64(day)
        return lambda: module.busday_offset(start, ADDED, roll="preceding", busdaycal=calendar)

    def counting(after: date, to: date) -> Work:
        start, end = module.datetime64(after + A_DAY), module.datetime64(to + A_DAY)
        return lambda: module.busday_count(start, end, busdaycal=calendar)

    return Counter(adding, counting)


def _numpy_with_dates(module: Any, closed: Closed) -> Counter:
    calendar = module.busdaycalendar(holidays=closed.weekdays)

    def counting(after: date, to: date) -> Work:
        start, end = after + A_DAY, to + A_DAY
        return lambda: module.busday_count(start, end, busdaycal=calendar)

    return Counter(
        lambda day: lambda: module.busday_offset(day, ADDED, roll="preceding", busdaycal=calendar).item(), counting
    )


def _bizdays(module: Any, closed: Closed) -> Counter:
    calendar = module.Calendar(
        closed.weekdays,
        ["Saturday", "Sunday"],
        startdate=closed.first,
        enddate=closed.last,
        # as a financial calendar it does not count the first open day after a start on which the school is closed
        financial=False,
    )

    def counting(after: date, to: date) -> Work:
        start = after + A_DAY
        return lambda: calendar.bizdays(start, to)

    return Counter(lambda day: lambda: calendar.offset(day, ADDED), counting)


def _pandas(module: Any, closed: Closed) -> Counter:
    ahead = module.offsets.CustomBusinessDay(ADDED, holidays=closed.weekdays)
    each = module.offsets.CustomBusinessDay(holidays=closed.weekdays)

    def adding(day: date) -> Work:
        start = module.Timestamp(day)
        return lambda: start + ahead

    def counting(after: date, to: date) -> Work:
        start, end = module.Timestamp(after), module.Timestamp(to)
        return lambda: len(module.bdate_range(start, end, freq=each, inclusive="right"))

    return Counter(adding, counting)


def _workalendar(module: Any, closed: Closed) -> Counter:
    class School(module.Calendar):  # type: ignore[misc]
        WEEKEND_DAYS = (module.SAT, module.SUN)

        def get_calendar_holidays(self, year: int) -> list[tuple[date, str]]:
            return [(day, "closed") for day in closed.weekdays if day.year == year]

    calendar = School()
    return Counter(
        lambda day: lambda: calendar.add_working_days(day, ADDED),
        lambda after, to: lambda: calendar.get_working_days_delta(after, to),
    )


def _holidays(module: Any, closed: Closed) -> Counter:
    calendar = module.HolidayBase()
    calendar.update(dict.fromkeys(closed.weekdays, "closed"))

    def counting(after: date, to: date) -> Work:
        start = after + A_DAY
        return lambda: calendar.get_working_days_count(start, to)

    return Counter(lambda day: lambda: calendar.get_nth_working_day(day, ADDED), counting)
