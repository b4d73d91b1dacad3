"""Knows the working days of England: weekdays but bank holidays, as far as announced, and when those were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

from attrs import evolve, field, frozen

from carepolicy.errors import BadCalendar
from carepolicy.time.counted import CountsDays, Table, day_after, single_days, weekdays_of
from carepolicy.time.days import between
from carepolicy.time.spans import WORKING_DAYS, Unit
from carepolicy.time.written import plain


@frozen
class Announced:
    """A one-off bank holiday, or one that was moved, with the day on which it became known.

    Args:
        day: the bank holiday.
        on: the day on which it was first published.
        instead_of: the day it was moved from; None for one that was added.
    """

    day: date
    on: date
    instead_of: date | None = None


def _holidays(given: Iterable[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(dict(given).items()))


def _tuple_of_announced(given: Iterable[Announced]) -> tuple[Announced, ...]:
    return tuple(given)


def _tuple_of_years(given: Iterable[tuple[int, date]]) -> tuple[tuple[int, date], ...]:
    return tuple(given)


@frozen(repr=False)
class WorkingDays(CountsDays):
    """The working days of England: weekdays that are not bank holidays, as far as bank holidays have been announced.

    Args:
        holidays: the bank holidays, by date, with their names.
        first: the first day the list covers.
        last: the last day the list covers; counting past it is undetermined.
        announced: when the one-off and moved ones among them became known.
        years_listed: years whose list appeared at a known time, each with that day.

    Raises:
        BadCalendar: when a one-off day is not in the list.

    Source: SI 2010/959, reg. 2(1); Banking and Financial Dealings Act 1971.
    """

    holidays: tuple[tuple[date, str], ...] = field(converter=_holidays)
    first: date
    last: date
    announced: tuple[Announced, ...] = field(default=(), converter=_tuple_of_announced, kw_only=True)
    years_listed: tuple[tuple[int, date], ...] = field(default=(), converter=_tuple_of_years, kw_only=True)

    def __attrs_post_init__(self) -> None:
        missing = [one.day for one in self.announced if one.day not in self.names]
        if missing:
            listed = ", ".join(map(plain, missing))
            raise BadCalendar(f"announced= names {listed}, which is not among the holidays. Add it to holidays=.")

    @cached_property
    def names(self) -> dict[date, str]:
        """The name of each bank holiday."""
        return dict(self.holidays)

    @property
    def unit(self) -> Unit:
        return WORKING_DAYS

    @property
    def edition(self) -> str:
        """Which list this is, for answers that lean on it."""
        return f"bank holidays as announced to {plain(self.last)}"

    def _reason_closed(self, day: date) -> str | None:
        if day.weekday() >= 5:
            return "weekend"
        return "bank holiday" if day in self.names else None

    def announcing(self, day: date, name: str, *, on: date, instead_of: date | None = None) -> WorkingDays:
        """A new list with a bank holiday announced since; this one stays as it is.

        Args:
            day: the new bank holiday.
            name: what it is called.
            on: the day on which it was announced.
            instead_of: the bank holiday that it replaces, where one was moved.

        Raises:
            BadCalendar: when the list does not reach to the day, or the day replaced is not a bank holiday.

        >>> jubilee = england().announcing(date(2027, 6, 4), "made up", on=date(2026, 9, 1))
        >>> england().is_open(date(2027, 6, 4)), jubilee.is_open(date(2027, 6, 4))
        (True, False)
        """
        if not self.first <= day <= self.last:
            raise BadCalendar(f"{plain(day)} is outside the list, which ends on {plain(self.last)}. Give a longer one.")
        if instead_of is not None and instead_of not in self.names:
            raise BadCalendar(f"{plain(instead_of)} is not a bank holiday in the list, so none can be moved from it.")
        kept = {held: was for held, was in self.holidays if held != instead_of}
        return evolve(
            self,
            holidays=tuple({**kept, day: name}.items()),
            announced=(*self.announced, Announced(day, on, instead_of)),
        )

    def known_at(self, day: date) -> WorkingDays:
        """The same list as it stood on an earlier day: without the one-off days and the years announced later.

        When a day became known is recorded since 2019, when the government began to publish changes as data; what was
        announced before then is taken to have been known.
        """
        later = [one for one in self.announced if one.on > day]
        stood = {holiday: name for holiday, name in self.holidays if holiday not in {one.day for one in later}}
        moved = [one.instead_of for one in later if one.instead_of is not None]
        stood |= {was: "bank holiday" for was in moved if self.first <= was <= self.last}
        listed_to = [date(year - 1, 12, 31) for year, on in self.years_listed if on > day]
        last = max(min([self.last, *listed_to]), self.first)
        return evolve(
            self,
            holidays=tuple((holiday, name) for holiday, name in stood.items() if holiday <= last),
            last=last,
            announced=tuple(one for one in self.announced if one.on <= day and one.day <= last),
            years_listed=tuple(one for one in self.years_listed if one[1] <= day),
        )

    def _table(self) -> Table:
        covered = between(self.first, day_after(self.last))
        return Table(covered, weekdays_of(covered) - single_days(day for day, _ in self.holidays))

    def _add_dates(self) -> str:
        return (
            "Bank holidays are known only as far as they have been announced: give a longer list to WorkingDays(...)."
        )

    def __repr__(self) -> str:
        if self == england():
            return "england()"
        told = f", announced={self.announced!r}" if self.announced else ""
        told += f", years_listed={self.years_listed!r}" if self.years_listed else ""
        return f"WorkingDays({self.holidays!r}, {self.first!r}, {self.last!r}{told})"


BANK_HOLIDAYS_FROM = date(1995, 1, 1)
BANK_HOLIDAYS_ANNOUNCED_TO = date(2028, 12, 31)
"""The last year whose bank holidays the government has published (it added 2028 in November 2025)."""

ANNOUNCED = (
    Announced(date(2020, 5, 8), date(2019, 6, 10), instead_of=date(2020, 5, 4)),
    Announced(date(2022, 6, 2), date(2020, 11, 12), instead_of=date(2022, 5, 30)),
    Announced(date(2022, 6, 3), date(2020, 11, 12)),
    Announced(date(2022, 9, 19), date(2022, 9, 9)),
    Announced(date(2023, 5, 8), date(2022, 11, 8)),
)
"""One-off and moved bank holidays, each with the day on which it first stood in the government's published data.

The press had some a day or two sooner or later, as that data was edited; nothing before 2019 is known so exactly.
"""

YEARS_LISTED = (
    (2025, date(2022, 12, 31)),
    (2026, date(2023, 12, 31)),
    (2027, date(2024, 12, 31)),
    (2028, date(2025, 11, 24)),
)
"""When the list of a year appeared: 2028 to the day, the others by the end of the year in which it was added."""


@cache
def england() -> WorkingDays:
    """England's working days, with the bank holidays announced to the end of 2028.

    The `holidays` package is loaded on the first call, not before.

    >>> england().add(date(2025, 12, 24), 1)
    datetime.date(2025, 12, 29)
    """
    from holidays import country_holidays

    years = range(BANK_HOLIDAYS_FROM.year, BANK_HOLIDAYS_ANNOUNCED_TO.year + 1)
    listed = country_holidays("GB", subdiv="ENG", years=years, expand=False)
    weekdays = tuple((day, name) for day, name in listed.items() if day.weekday() < 5)
    return WorkingDays(
        weekdays,
        BANK_HOLIDAYS_FROM,
        BANK_HOLIDAYS_ANNOUNCED_TO,
        announced=ANNOUNCED,
        years_listed=YEARS_LISTED,
    )
