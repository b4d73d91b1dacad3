"""Knows how days and times are written for people: in English, whatever language the machine is set to."""

from __future__ import annotations

from datetime import date

from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL
from carepolicy.time.instants import Instant, local_time

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def plain(day: date) -> str:
    """A day by its date.

    >>> plain(date(2026, 3, 3))
    '3 Mar 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """A day by its date and its day of the week, for dates by which somebody must act.

    >>> with_weekday(date(2026, 3, 3))
    'Tue 3 Mar 2026'
    """
    return f"{WEEKDAYS[day.weekday()]} {plain(day)}"


def as_known(instant: Instant) -> str:
    """A day as far as it is known, as a phrase that reads well after "on", "from" and "to".

    >>> as_known(Instant.between(None, "2025-10-02")), as_known(Instant.of("2025-10-02"))
    ('a day up to 2 Oct 2025', '2 Oct 2025')
    """
    if instant.day is not None:
        return plain(instant.day)
    first, last = date.fromordinal(instant.first_day), date.fromordinal(instant.last_day)
    if instant.first_day == FIRST_ORDINAL:
        return "a day not known" if instant.last_day == LAST_ORDINAL else f"a day up to {plain(last)}"
    if instant.last_day == LAST_ORDINAL:
        return f"a day from {plain(first)} on"
    return f"a day from {plain(first)} to {plain(last)}"


def with_time(moment: int) -> str:
    """A moment, given in UTC microseconds, by its day and its time in London.

    >>> from carepolicy.time.instants import Instant
    >>> with_time(Instant.of("2026-07-03T09:15").earliest)
    'Fri 3 Jul 2026 09:15'
    """
    local = local_time(moment)
    return f"{with_weekday(local.date())} {local.hour:02}:{local.minute:02}"
