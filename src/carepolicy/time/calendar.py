"""Knows which days are school days and working days, how they are counted, and where the published dates stop."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, cached_property
from typing import cast

from attrs import evolve, field, fields, frozen

from carepolicy.errors import BadCalendar, NoTermDates
from carepolicy.time.days import Days, between
from carepolicy.time.spans import SCHOOL_DAYS, WORKING_DAYS, Unit
from carepolicy.time.written import plain

LONGEST_HOLIDAY = 56
"""Calendar days between two listed terms beyond which a term is taken to be missing, not a holiday to be long."""

INSET_DAYS_A_YEAR = 5
"""Training days in an English school year: 195 days for staff, 190 for pupils."""


@frozen
class _Covered:
    """One unbroken range of published dates, with its open days and how many there are up to each day of it."""

    first: int
    last: int
    open: array[int]
    up_to: array[int]

    @staticmethod
    def over(first: int, last: int, is_open: Days) -> _Covered:
        days = array("l")
        up_to = array("l")
        for ordinal in range(first, last + 1):
            if is_open.has(ordinal):
                days.append(ordinal)
            up_to.append(len(days))
        return _Covered(first, last, days, up_to)


class _Table:
    """The covered ranges of a calendar, ready for counting. Every question costs O(log n) in the number of ranges."""

    __slots__ = ("firsts", "ranges", "reasons")

    def __init__(self, covered: Days, is_open: Days) -> None:
        self.reasons: dict[date, str | None] = {}
        self.ranges = tuple(
            _Covered.over(first, until - 1, is_open)
            for first, until in covered.ordinal_stretches()
            if first is not None and until is not None
        )
        self.firsts = [covered.first for covered in self.ranges]

    def covering(self, ordinal: int) -> _Covered | None:
        place = bisect_right(self.firsts, ordinal) - 1
        if place < 0:
            return None
        covered = self.ranges[place]
        return covered if ordinal <= covered.last else None


@frozen
class RanOut:
    """How far a count got before the published dates stopped.

    Args:
        counted: how many days of the unit were counted.
        last_known: the last day the calendar covers, or None where it does not even cover the start.
    """

    counted: int
    last_known: date | None


class CountsDays:
    """A calendar on which days of one unit can be counted, as far as it has been published."""

    __slots__ = ()

    @property
    @abstractmethod
    def unit(self) -> Unit:
        """The unit that is counted on this calendar."""

    @abstractmethod
    def _counting(self) -> _Table: ...

    def why_closed(self, day: date) -> str | None:
        """Why a covered day is not a day of this unit, in a word or two; None when it is one."""
        reasons = self._counting().reasons
        if day not in reasons:
            reasons[day] = self._reason_closed(day)
        return reasons[day]

    @abstractmethod
    def _reason_closed(self, day: date) -> str | None: ...

    @abstractmethod
    def _add_dates(self) -> str: ...

    def covers(self, day: date) -> bool:
        """Whether anything has been published about a day."""
        return self._counting().covering(day.toordinal()) is not None

    def unpublished(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The stretches of a range of ordinals about which nothing has been published; both ends are in them.

        Args:
            first: the first day asked about.
            last: the last.
        """
        known = self._counting().ranges
        edges = [first - 1, *(edge for one in known for edge in (one.first - 1, one.last)), last]
        for before, until in zip(edges[::2], edges[1::2], strict=True):
            low, high = max(before + 1, first), min(until, last)
            if low <= high:
                yield low, high

    def is_open(self, day: date) -> bool:
        """Whether a day is a day of this calendar's unit.

        Raises:
            NoTermDates: when the calendar does not cover the day.
        """
        ordinal = day.toordinal()
        covered = self._counting().covering(ordinal)
        if covered is None:
            raise self._uncovered(day)
        place = bisect_left(covered.open, ordinal)
        return place < len(covered.open) and covered.open[place] == ordinal

    def reach(self, day: date, number: int) -> date | RanOut:
        """The day reached by counting, or how far the count got before the published dates stopped.

        Args:
            day: the day to count from; it is not counted itself.
            number: how many days of this calendar's unit; below zero counts back.
        """
        ordinal = day.toordinal()
        table = self._counting()
        place = bisect_right(table.firsts, ordinal) - 1
        if place < 0 or ordinal > (covered := table.ranges[place]).last:
            return RanOut(0, None)
        opened = covered.up_to[ordinal - covered.first]
        days = covered.open
        if number > 0:
            wanted = opened + number - 1
            if wanted < len(days):
                return date.fromordinal(days[wanted])
            return RanOut(len(days) - opened, date.fromordinal(covered.last))
        if number == 0:
            return day
        before = opened - 1 if opened and days[opened - 1] == ordinal else opened
        if before + number >= 0:
            return date.fromordinal(days[before + number])
        return RanOut(before, date.fromordinal(covered.first))

    def add(self, day: date, number: int) -> date:
        """The date a number of days of this calendar's unit after a day, which is not itself counted: O(log n).

        Args:
            day: the day to count from, whether or not it is open.
            number: how many days; 0 gives the day itself, below zero counts back.

        Raises:
            NoTermDates: when the count runs past the published dates.

        >>> autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))], bank_holidays=[])
        >>> autumn.add(date(2025, 9, 3), 5)
        datetime.date(2025, 9, 10)
        """
        reached = self.reach(day, number)
        if isinstance(reached, RanOut):
            raise self._ran_out(day, reached)
        return reached

    def subtract(self, day: date, number: int) -> date:
        """The date a number of days of this calendar's unit before a day, which is not itself counted: O(log n).

        Raises:
            NoTermDates: when the count runs past the published dates.
        """
        return self.add(day, -number)

    def count(self, *, after: date, to: date) -> int:
        """How many days of this calendar's unit lie after one day, up to and including another: O(log n).

        Negative when `to` is the earlier: then the days from `to` up to, but not including, `after`.

        Raises:
            NoTermDates: when the calendar does not cover both days and everything between them.
        """
        table = self._counting()
        low, high = min(after, to), max(after, to)
        covered = table.covering(low.toordinal())
        if covered is None:
            raise self._uncovered(low)
        if high.toordinal() > covered.last:
            raise self._ran_out(low, RanOut(0, date.fromordinal(covered.last)))
        opened = covered.up_to
        if after <= to:
            return opened[to.toordinal() - covered.first] - opened[after.toordinal() - covered.first]
        days = covered.open
        return bisect_left(days, to.toordinal()) - bisect_left(days, after.toordinal())

    def next(self, day: date) -> date:
        """The first day of this calendar's unit later than a day."""
        return self.add(day, 1)

    def previous(self, day: date) -> date:
        """The last day of this calendar's unit earlier than a day."""
        return self.add(day, -1)

    def last_open_by(self, day: date) -> date | None:
        """The last day of this calendar's unit on or before a day, or None where the calendar does not say."""
        ordinal = day.toordinal()
        covered = self._counting().covering(ordinal)
        if covered is None:
            return None
        opened = covered.up_to[ordinal - covered.first]
        return date.fromordinal(covered.open[opened - 1]) if opened else None

    def _uncovered(self, day: date) -> NoTermDates:
        return NoTermDates(f"No {self.unit} are published for {plain(day)}. {self._add_dates()}")

    def _ran_out(self, day: date, ran_out: RanOut) -> NoTermDates:
        if ran_out.last_known is None:
            return self._uncovered(day)
        return NoTermDates(
            f"Counting {self.unit} from {plain(day)} runs past {plain(ran_out.last_known)}, "
            f"the last day we know. {self._add_dates()}"
        )


def _dates(values: Iterable[date]) -> frozenset[date]:
    days = frozenset(values) if isinstance(values, Iterable) else None
    if days is None or not all(_is_day(day) for day in days):
        raise BadCalendar("Days are given as a list of dates. Write [date(2025, 11, 28)].")
    return days


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _optional_dates(values: Iterable[date] | None) -> frozenset[date] | None:
    return None if values is None else _dates(values)


def _holidays(given: Iterable[tuple[date, str]]) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(dict(given).items()))


def _terms(given: Iterable[Term]) -> tuple[Term, ...]:
    terms = tuple(given) if isinstance(given, Iterable) else ()
    if isinstance(given, Term) or not all(isinstance(term, Term) and not isinstance(term, HalfTerm) for term in terms):
        raise BadCalendar('terms is a list of terms. Write [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))].')
    return tuple(sorted(terms, key=lambda term: term.first))


def _half_terms(given: Iterable[HalfTerm]) -> tuple[HalfTerm, ...]:
    breaks = tuple(given) if isinstance(given, Iterable) else ()
    if isinstance(given, Term) or not all(isinstance(one, HalfTerm) for one in breaks):
        raise BadCalendar(
            'half_terms is a list of breaks. Write [HalfTerm("Half-term", date(2025, 10, 27), date(2025, 10, 31))].'
        )
    return breaks


def _ranges(given: Iterable[tuple[date, date]] | None) -> tuple[tuple[date, date], ...] | None:
    if given is None:
        return None
    ranges = tuple(given)
    if not all(isinstance(one, tuple) and len(one) == 2 and all(map(_is_day, one)) for one in ranges):
        raise BadCalendar("covers is a list of pairs of days. Write [(date(2025, 9, 1), date(2026, 7, 31))].")
    return ranges


def _no_table() -> list[_Table]:
    return []


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
    _table: list[_Table] = field(factory=_no_table, init=False, eq=False, repr=False)

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

    def _counting(self) -> _Table:
        if not self._table:
            off = {day.toordinal() for day, _ in self.holidays}
            covered = between(self.first, date.fromordinal(self.last.toordinal() + 1))
            weekdays = Days(
                tuple(
                    edge
                    for monday in range(self.first.toordinal() - self.first.weekday(), self.last.toordinal() + 1, 7)
                    for edge in (monday, monday + 5)
                )
            )
            closed = (
                Days.of(*((day, date.fromordinal(day.toordinal() + 1)) for day, _ in self.holidays)) if off else Days()
            )
            self._table.append(_Table(covered, weekdays - closed))
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


def _date(value: date | str) -> date:
    """A date, or one written as 2026-03-31."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise BadCalendar("This text is not a date. Write it as 2026-03-31.") from None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise BadCalendar(
        f"A term begins and ends on a date, and this is a {type(value).__name__}. Write date(2026, 3, 31)."
    )


@frozen
class Term:
    """One term as the school publishes it, half-term break included; both days are in it.

    A school that publishes six shorter blocks lists those; what counts as a term for a rule is another question.

    Args:
        name: what the school calls it.
        first: its first day.
        last: its last day.

    Raises:
        BadCalendar: when it ends before it begins, or a day of it is not a date.
    """

    name: str
    first: date = field(converter=_date)
    last: date = field(converter=_date)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise BadCalendar(
                f"{self.name} ends on {plain(self.last)}, before it begins on {plain(self.first)}. Swap the two dates."
            )


class HalfTerm(Term):
    """The break inside a term; both days are in the break. Not a term, and not half of one."""

    __slots__ = ()


LONGEST_BLOCK = 60
"""Calendar days beyond which a published term is a whole one, and not one of six shorter blocks."""


@frozen
class ReportingTerm:
    """A term in the sense of a rule that asks for something once each term.

    Args:
        name: what to call it.
        first: its first day.
        last: its last day.
        last_school_day: the day by which the act must be done, or None where the dates are not published.
        not_before: the last school day of the part that is published; the term's own last is not before it.
    """

    name: str
    first: date
    last: date
    last_school_day: date | None
    not_before: date | None = None


def _closures(given: Iterable[date | tuple[date, str]] | Mapping[date, str]) -> tuple[tuple[date, str], ...]:
    if isinstance(given, Mapping):
        return tuple(sorted(cast("Mapping[date, str]", given).items()))
    reasons: dict[date, str] = {}
    for item in given:
        day, reason = item if isinstance(item, tuple) else (item, "closure")
        if not _is_day(day) or not isinstance(reason, str):
            raise BadCalendar(
                "closures takes days, or pairs of a day and a reason. For several days list each of them."
            )
        reasons[day] = reason
    return tuple(sorted(reasons.items()))


def _clock(given: tuple[int, int] | None) -> tuple[int, int] | None:
    if given is None:
        return None
    if isinstance(given, tuple) and len(given) == 2:
        hour, minute = given
        if isinstance(hour, int) and isinstance(minute, int) and 0 <= hour < 24 and 0 <= minute < 60:
            return given
    raise BadCalendar("A time of day is a pair of hour and minute. Write (15, 10) for ten past three.")


@frozen(repr=False)
class SchoolCalendar(CountsDays):
    """The days on which one school holds at least one session, as far as its dates have been published.

    A weekday inside a term is a school day unless it falls in a half-term break, is an INSET day or a bank holiday, or
    the school was closed. Days between two listed terms are holiday; days before the first, after the last, or in a gap
    too long to be a holiday are not covered, and nothing is ever counted across them.

    Args:
        terms: the terms, or the six blocks of a council that publishes those.
        half_terms: the breaks inside terms.
        inset: training days, on which pupils do not attend.
        closures: days on which the whole school was or will be shut; a mapping gives the reason.
        sessions: days with a session that would otherwise be closed, such as a Saturday school or a bank holiday.
        bank_holidays: those that fall in term; None takes England's announced ones.
        all_inset_listed: False where the school's training days may not all be here: due dates then have a latest date
            too, as if the rest of the year's five fell inside the count. None judges by whether each year lists five.
        covers: the ranges of dates published, both ends included; None works them out from the terms.
        terms_a_year: how many terms the school's year has; None takes the number listed in its fullest year.
        afternoon_begins: hour and minute of the afternoon session, which decides the first day of a suspension.
        closes: hour and minute at which school closes.
        working_days: the calendar for clocks that run in working days; None is England's.
        name: whose calendar this is.
        version: which edition of it, such as the date it was published.

    Raises:
        BadCalendar: when two terms overlap.

    Source: Education Act 1996, s.579(1); SI 1999/3181 for sessions.

    >>> autumn = SchoolCalendar(
    ...     terms=[Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))],
    ...     half_terms=[HalfTerm("Autumn half-term", date(2025, 10, 27), date(2025, 10, 31))],
    ... )
    >>> autumn.count(after=date(2025, 10, 24), to=date(2025, 11, 3))
    1
    """

    terms: tuple[Term, ...] = field(default=(), converter=_terms)
    half_terms: tuple[HalfTerm, ...] = field(default=(), converter=_half_terms)
    inset: frozenset[date] = field(default=frozenset(), converter=_dates, kw_only=True)
    closures: tuple[tuple[date, str], ...] = field(default=(), converter=_closures, kw_only=True)
    sessions: frozenset[date] = field(default=frozenset(), converter=_dates, kw_only=True)
    bank_holidays: frozenset[date] | None = field(default=None, converter=_optional_dates, kw_only=True)
    all_inset_listed: bool | None = field(default=None, kw_only=True)
    covers_dates: tuple[tuple[date, date], ...] | None = field(
        default=None, kw_only=True, alias="covers", converter=_ranges
    )
    terms_a_year: int | None = field(default=None, kw_only=True)
    afternoon_begins: tuple[int, int] | None = field(default=None, kw_only=True, converter=_clock)
    closes: tuple[int, int] | None = field(default=None, kw_only=True, converter=_clock)
    own_working_days: WorkingDays | None = field(default=None, kw_only=True, alias="working_days")
    name: str = field(default="", kw_only=True)
    version: str = field(default="", kw_only=True)
    _table: list[_Table] = field(factory=_no_table, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for earlier, later in zip(self.terms, self.terms[1:], strict=False):
            if later.first <= earlier.last:
                raise BadCalendar(f"{earlier.name} and {later.name} overlap. Correct their first and last days.")

    @property
    def unit(self) -> Unit:
        return SCHOOL_DAYS

    @property
    def working_days(self) -> WorkingDays:
        """The calendar for clocks that run in working days."""
        return self.own_working_days or england()

    def days_of(self, unit: Unit) -> CountsDays:
        """The calendar on which a unit is counted: this one for school days, its working days for working days."""
        return self if unit is SCHOOL_DAYS else self.working_days

    def known_at(self, day: date) -> SchoolCalendar:
        """The same calendar with the bank holidays that had been announced by a day."""
        return evolve(self, working_days=self.working_days.known_at(day))

    def is_school_day(self, day: date) -> bool:
        """Whether the school holds a session on a day.

        Raises:
            NoTermDates: when the published dates do not cover it.
        """
        return self.is_open(day)

    def closing(self, *days: date, reason: str = "closure") -> SchoolCalendar:
        """A new calendar on which the school is also shut on some days; this one stays as it is."""
        return evolve(self, closures={**dict(self.closures), **dict.fromkeys(days, reason)})

    def _reason_closed(self, day: date) -> str | None:
        if not self.covers(day):
            return "outside the published dates"
        if day in self.sessions:
            return None
        if day in dict(self.closures):
            return dict(self.closures)[day]
        if day.weekday() >= 5:
            return "weekend"
        if not any(term.first <= day <= term.last for term in self.terms):
            return "school holiday"
        if any(half.first <= day <= half.last for half in self.half_terms):
            return "half-term"
        if day in self.inset:
            return "INSET"
        return "bank holiday" if day in self._bank_holidays() else None

    def inset_to_come(self, first: date, last: date) -> int:
        """How many training days may still fall, unlisted, in the school years that a range of days touches."""
        if self.all_inset_listed or not self.terms:
            return 0
        taught = {_year_from_august(term.first) for term in self.terms}
        touched = taught & set(range(_year_from_august(first), _year_from_august(last) + 1))
        listed = [_year_from_august(day) for day in self.inset if day.weekday() < 5]
        return sum(max(0, INSET_DAYS_A_YEAR - listed.count(year)) for year in touched)

    def school_years(self) -> tuple[tuple[date, date], ...]:
        """The school years that the terms belong to, half-open: each begins with the first term that begins after July.

        Source: Education Act 1996, s.579(1).
        """
        return self._school_years

    @cached_property
    def _school_years(self) -> tuple[tuple[date, date], ...]:
        firsts: dict[int, date] = {}
        for term in self.terms:
            year = _year_from_august(term.first)
            firsts.setdefault(year, term.first if term.first.month >= 8 else date(year, 9, 1))
        return tuple((start, firsts.get(year + 1, date(year + 1, 9, 1))) for year, start in sorted(firsts.items()))

    def school_year_of(self, day: date) -> tuple[date, date]:
        """The school year that holds a day, half-open; where no term says otherwise it begins on 1 September."""
        for start, until in self.school_years():
            if start <= day < until:
                return start, until
        year = day.year if day.month >= 9 else day.year - 1
        return date(year, 9, 1), date(year + 1, 9, 1)

    def reporting_terms(self) -> tuple[ReportingTerm, ...]:
        """The terms in which a thing wanted once each term must be done.

        With three terms a year or fewer they are the school's own. With more, they are the stretches between
        31 December, Easter Monday and 31 July, so that a six-term council still has three.

        Source: SI 2012/1033, reg. 2(1), used here wherever a rule says "each term".
        """
        return self._reporting_terms

    @cached_property
    def _reporting_terms(self) -> tuple[ReportingTerm, ...]:
        return self.published_terms() if self._terms_in_a_year() <= 3 else tuple(self._between_reference_dates())

    def published_terms(self) -> tuple[ReportingTerm, ...]:
        """The terms as the school publishes them, however many there are."""
        return self._published_terms

    @cached_property
    def _published_terms(self) -> tuple[ReportingTerm, ...]:
        return tuple(ReportingTerm(t.name, t.first, t.last, self.last_open_by(t.last)) for t in self.terms)

    def _terms_in_a_year(self) -> int:
        if self.terms_a_year is not None:
            return self.terms_a_year
        return max((sum(a <= t.first < b for t in self.terms) for a, b in self.school_years()), default=0)

    def _between_reference_dates(self) -> Iterable[ReportingTerm]:
        from dateutil.easter import easter

        blocks_a_term = max(2, self._terms_in_a_year() // 3)
        for year in sorted({day.year for term in self.terms for day in (term.first, term.last)}):
            easter_monday = date.fromordinal(easter(year).toordinal() + 1)
            for name, first, last in (
                (f"Spring {year}", date(year, 1, 1), easter_monday),
                (f"Summer {year}", date.fromordinal(easter_monday.toordinal() + 1), date(year, 7, 31)),
                (f"Autumn {year}", date(year, 8, 1), date(year, 12, 31)),
            ):
                blocks = [term for term in self.terms if term.first <= last and first <= term.last]
                if blocks:
                    ends = min(last, blocks[-1].last)
                    whole = (
                        len(blocks) >= blocks_a_term
                        or any((block.last - block.first).days > LONGEST_BLOCK for block in blocks)
                        or self.covers(last)
                    )
                    known = self.last_open_by(ends)
                    yield ReportingTerm(name, first, last, known if whole else None, known)

    def _bank_holidays(self) -> frozenset[date]:
        if self.bank_holidays is not None:
            return self.bank_holidays
        if not self.terms:
            return frozenset()
        return frozenset(day for day, _ in self.working_days.holidays)

    def _covered(self) -> Days:
        if self.covers_dates is not None:
            return Days.of(*((first, _day_after(last)) for first, last in self.covers_dates))
        stretches = [(term.first, _day_after(term.last)) for term in self.terms]
        for earlier, later in zip(self.terms, self.terms[1:], strict=False):
            if (later.first - earlier.last).days <= LONGEST_HOLIDAY:
                stretches.append((earlier.last, later.first))
        covered = Days.of(*stretches)
        if self.bank_holidays is None and self.terms:  # a bank holiday not yet announced could fall later than this
            covered &= between(self.working_days.first, _day_after(self.working_days.last))
        return covered

    def _counting(self) -> _Table:
        if not self._table:
            covered = self._covered()
            in_term = Days.of(*((term.first, _day_after(term.last)) for term in self.terms))
            breaks = Days.of(*((half.first, _day_after(half.last)) for half in self.half_terms))
            shut = self._singles([*self.inset, *self._bank_holidays()])
            open_days = (in_term & _weekdays(covered)) - breaks - shut
            open_days = (open_days | self._singles(self.sessions)) - self._singles(day for day, _ in self.closures)
            self._table.append(_Table(covered, open_days))
        return self._table[0]

    @staticmethod
    def _singles(days: Iterable[date]) -> Days:
        return Days.of(*((day, _day_after(day)) for day in days))

    def _add_dates(self) -> str:
        return "Add the next term to SchoolCalendar(terms=...)."

    def __repr__(self) -> str:
        shown: list[str] = []
        for attribute in fields(SchoolCalendar):
            value: object = getattr(self, attribute.name)
            if not attribute.init or value == attribute.default:
                continue
            if isinstance(value, frozenset):
                value = sorted(getattr(self, attribute.name))
            shown.append(f"{attribute.alias}={value!r}")
        return f"SchoolCalendar({', '.join(shown)})"


def _weekdays(covered: Days) -> Days:
    mondays = [
        monday
        for first, until in covered.ordinal_stretches()
        if first is not None and until is not None
        for monday in range(first - (first - 1) % 7, until, 7)
    ]
    return Days(tuple(edge for monday in sorted(set(mondays)) for edge in (monday, monday + 5)))


def _year_from_august(day: date) -> int:
    """The calendar year in which the school year of a day began; training days may come before its first term."""
    return day.year if day.month >= 8 else day.year - 1


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
