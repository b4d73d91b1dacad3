"""Knows the working days of England: weekdays but bank holidays, as far as announced, and when those were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from attrs import evolve, field, frozen

from carepolicy.time.counted import CountsDays, Table, day_after, no_table
from carepolicy.time.days import Days, between
from carepolicy.time.spans import WORKING_DAYS, Unit


def _holidays(given: Iterable[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(dict(given).items()))


@frozen(repr=False)
class WorkingDays(CountsDays):
    """The working days of England: weekdays that are not bank holidays, as far as bank holidays have been announced.

    Args:
        holidays: the bank holidays, by date, with their names.
        first: the first day the list covers.
        last: the last day the list covers; counting past it is undetermined.

    Source: SI 2010/959, reg. 2(1); Banking and Financial Dealings Act 1971.
    """

    holidays: tuple[tuple[date, str], ...] = field(converter=_holidays)
    first: date
    last: date
    _table: list[Table] = field(factory=no_table, init=False, eq=False, repr=False)

    @property
    def unit(self) -> Unit:
        return WORKING_DAYS

    def _reason_closed(self, day: date) -> str | None:
        if day.weekday() >= 5:
            return "weekend"
        return "bank holiday" if day in dict(self.holidays) else None

    def known_at(self, day: date) -> WorkingDays:
        """The same list as it stood on an earlier day, without the one-off bank holidays announced later."""
        later = {holiday: was for holiday, announced, was in ANNOUNCED if announced > day}
        stood = {holiday: name for holiday, name in self.holidays if holiday not in later}
        stood |= {was: "bank holiday" for was in later.values() if was is not None and self.first <= was <= self.last}
        return evolve(self, holidays=tuple(stood.items()))

    def _counting(self) -> Table:
        if not self._table:
            off = {day.toordinal() for day, _ in self.holidays}
            covered = between(self.first, day_after(self.last))
            weekdays = Days(
                tuple(
                    edge
                    for monday in range(self.first.toordinal() - self.first.weekday(), self.last.toordinal() + 1, 7)
                    for edge in (monday, monday + 5)
                )
            )
            closed = Days.of(*((day, day_after(day)) for day, _ in self.holidays)) if off else Days()
            self._table.append(Table(covered, weekdays - closed))
        return self._table[0]

    def _add_dates(self) -> str:
        return (
            "Bank holidays are known only as far as they have been announced: give a longer list to WorkingDays(...)."
        )

    def __repr__(self) -> str:
        if self == england():
            return "england()"
        return f"WorkingDays({self.holidays!r}, {self.first!r}, {self.last!r})"


BANK_HOLIDAYS_FROM = date(1995, 1, 1)
BANK_HOLIDAYS_ANNOUNCED_TO = date(2028, 12, 31)
"""The last year whose bank holidays the government has published (it added 2028 in November 2025)."""

ANNOUNCED: tuple[tuple[date, date, date | None], ...] = (
    (date(2020, 5, 8), date(2019, 6, 10), date(2020, 5, 4)),
    (date(2022, 6, 2), date(2020, 11, 12), date(2022, 5, 30)),
    (date(2022, 6, 3), date(2020, 11, 12), None),
    (date(2022, 9, 19), date(2022, 9, 9), None),
    (date(2023, 5, 8), date(2022, 11, 8), None),
)
"""One-off and moved bank holidays: the day, when it was first published, and the day it was moved from, if any."""


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
    return WorkingDays(weekdays, BANK_HOLIDAYS_FROM, BANK_HOLIDAYS_ANNOUNCED_TO)
