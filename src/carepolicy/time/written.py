"""Knows how days and times are written for people: in English, whatever language the machine is set to."""

from __future__ import annotations

from datetime import date

from carepolicy.time.instants import local_time

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def plain(day: date) -> str:
    """A day by its date.

    >>> plain(date(2026, 3, 3))
    '3 Mar 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """A day by its date and its day of the week, for dates by which somebody must act.

    >>> with_weekday(date(2026, 3, 3))
    'Tue 3 Mar 2026'
    """
    return f"{_WEEKDAYS[day.weekday()]} {plain(day)}"


def with_time(moment: int) -> str:
    """A moment, given in UTC microseconds, by its day and its time in London.

    >>> from carepolicy.time.instants import Instant
    >>> with_time(Instant.of("2026-07-03T09:15").earliest)
    'Fri 3 Jul 2026 09:15'
    """
    local = local_time(moment)
    return f"{with_weekday(local.date())} {local.hour:02}:{local.minute:02}"
