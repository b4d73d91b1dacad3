"""Knows units of time, which never convert silently, and how years and months are added to a date."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum

from attrs import frozen

from carepolicy.errors import BadPolicy
from carepolicy.time.written import plain


class Unit(Enum):
    """A unit of time; units never convert into each other silently.

    >>> SCHOOL_DAYS
    SCHOOL_DAYS
    """

    SCHOOL_DAYS = "school days"
    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    TERMS = "terms"

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return self.name


SCHOOL_DAYS = Unit.SCHOOL_DAYS
"""Days on which one school holds at least one session: Education Act 1996, s.579(1)."""
WORKING_DAYS = Unit.WORKING_DAYS
"""Weekdays but bank holidays in England: SI 2010/959, reg.2(1). School holidays and INSET days are working days."""
CALENDAR_DAYS = Unit.CALENDAR_DAYS
HOURS = Unit.HOURS
WEEKS = Unit.WEEKS
MONTHS = Unit.MONTHS
YEARS = Unit.YEARS
TERMS = Unit.TERMS


@frozen(repr=False)
class Span:
    """A number of units of time.

    Args:
        number: how many.
        unit: of what.

    Raises:
        BadPolicy: when the number is not a whole number of at least 1.

    >>> Span(20, SCHOOL_DAYS)
    Span(20, SCHOOL_DAYS)
    >>> str(Span(1, YEARS))
    '1 year'
    """

    number: int
    unit: Unit

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.unit, Unit):
            raise BadPolicy("A span needs a unit. Use one of " + ", ".join(map(repr, Unit)) + ".")
        if not isinstance(self.number, int) or isinstance(self.number, bool) or self.number < 1:
            given = "" if isinstance(self.number, int) else f" It was given a {type(self.number).__name__}."
            raise BadPolicy(f"A span is a whole number of {self.unit}, at least 1.{given}")

    def after(self, day: date) -> date:
        """The day a number of calendar days, weeks, months or years later, by the corresponding-date rule.

        Where the month reached has no such date, its last day is taken (Dodds v Walker [1981] 1 WLR 1027).

        Raises:
            BadPolicy: for units that need a calendar or a clock.

        >>> Span(6, YEARS).after(date(2020, 2, 29))
        datetime.date(2026, 2, 28)
        """
        if self.unit is YEARS:
            return add_years(day, self.number)
        if self.unit is MONTHS:
            return add_months(day, self.number)
        if self.unit is WEEKS or self.unit is CALENDAR_DAYS:
            ordinal = day.toordinal() + self.number * (7 if self.unit is WEEKS else 1)
            return date.fromordinal(min(ordinal, date.max.toordinal()))
        raise BadPolicy(f"{self.unit.value.capitalize()} cannot be counted without a school calendar or a clock.")

    def before(self, day: date) -> date:
        """The day a number of calendar days, weeks, months or years earlier, by the corresponding-date rule.

        Raises:
            BadPolicy: for units that need a calendar or a clock.

        >>> Span(2, WEEKS).before(date(2023, 11, 22)), Span(1, MONTHS).before(date(2026, 3, 31))
        (datetime.date(2023, 11, 8), datetime.date(2026, 2, 28))
        """
        if self.unit is YEARS:
            return add_years(day, -self.number)
        if self.unit is MONTHS:
            return add_months(day, -self.number)
        if self.unit is WEEKS or self.unit is CALENDAR_DAYS:
            return date.fromordinal(max(day.toordinal() - self.number * (7 if self.unit is WEEKS else 1), 1))
        raise BadPolicy(f"{self.unit.value.capitalize()} cannot be counted back without a school calendar or a clock.")

    def has_same_date(self, day: date) -> bool:
        """Whether the month reached from a day has a date of the same number, as days and weeks always have."""
        return self.unit not in (MONTHS, YEARS) or self.after(day).day == day.day

    def how(self, day: date, *, back: bool = False) -> str:
        """How the corresponding date is found, in words; "" for units whose days can be counted one by one.

        Args:
            day: the day that it is counted from.
            back: whether it is counted back.

        >>> Span(3, MONTHS).how(date(2022, 11, 30))
        'there is no 30 Feb 2023, so the last day of that month'
        """
        if self.unit not in (MONTHS, YEARS):
            return ""
        reached = self.before(day) if back else self.after(day)
        if reached.day != day.day:
            month = plain(reached).split(" ", 1)[1]
            return f"there is no {day.day} {month}, so the last day of that month"
        same = "the same day of the month" if self.unit is MONTHS else "the same date"
        return f"{same}, {self} {'before' if back else 'on'}"

    def __str__(self) -> str:
        return f"{self.number} {self.unit.value if self.number != 1 else self.unit.value.removesuffix('s')}"

    def __repr__(self) -> str:
        return f"Span({self.number}, {self.unit!r})"


def add_months(day: date, months: int) -> date:
    """The corresponding date a number of months later, or the last day of that month where it has no such date.

    >>> add_months(date(2025, 9, 30), 5)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The corresponding date a number of years later; for 29 February, the 28th where there is no such date.

    >>> add_years(date(2020, 2, 29), 6)
    datetime.date(2026, 2, 28)
    """
    return _in_year(day.year + years, day, instead=(2, 28))


def birthday(born: date, age: int) -> date:
    """The day at whose start an age is reached; born on 29 February, in a common year that is 1 March.

    Source: Family Law Reform Act 1969, s.9(1) for the start of the day; the leap-day choice is decision D-3.

    >>> birthday(date(2008, 2, 29), 18)
    datetime.date(2026, 3, 1)
    """
    return _in_year(born.year + age, born, instead=(3, 1))


def years_between(first: date, last: date) -> int:
    """How many whole years lie between two days, as an age is counted: below zero where the second is the earlier.

    From 29 February a year is whole on 1 March of a common year, as an age is; adding years stops at the 28th instead.

    >>> years_between(date(2012, 2, 29), date(2014, 2, 28)), years_between(date(2012, 2, 29), date(2014, 3, 1))
    (1, 2)
    """
    if last < first:
        return -years_between(last, first)
    years = last.year - first.year
    return years if birthday(first, years) <= last else years - 1


def _in_year(year: int, day: date, *, instead: tuple[int, int]) -> date:
    """The same date in another year; for 29 February in a common year another, given by month and day."""
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    try:
        return day.replace(year)
    except ValueError:
        return date(year, *instead)
