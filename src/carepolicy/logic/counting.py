"""Knows the other ways of counting: with the event's own day, clear days, back from an event, by a date, each year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from attrs import evolve, frozen

from carepolicy.errors import BadPolicy, Unfinished
from carepolicy.facts import Child, Happening
from carepolicy.logic.deadline import Deadline, Ran
from carepolicy.logic.due import (
    Advice,
    Due,
    act_by,
    at_moment,
    counted_off,
    elapsed,
    is_vague,
    training_days_to_come,
    undetermined,
    whenever,
    whole_day,
)
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import LONGEST_HOLIDAY, SchoolCalendar
from carepolicy.time.counted import CountsDays, RanOut, day_after, day_before
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant
from carepolicy.time.spans import (
    CALENDAR_DAYS,
    HOURS,
    MONTHS,
    SCHOOL_DAYS,
    TERMS,
    WORKING_DAYS,
    Span,
    Unit,
    add_months,
)
from carepolicy.time.wall_calendar import Counting, how_counted
from carepolicy.time.written import plain, with_weekday

COUNTED_IN_DAYS = (SCHOOL_DAYS, WORKING_DAYS)


@frozen(repr=False)
class BeginningWith(Deadline):
    """So many days, weeks, months or years of which the event's own day is the first (law notes, BEGIN and NTH).

    Where the event is on no day of the unit, the first that follows is number one.

    Args:
        span: how many of what.
        nth: whether the words name one day of a state, as in "the sixth school day of".
    """

    span: Span
    nth: bool = False

    @property
    def words(self) -> str:
        if self.nth:
            return f"{_ordinal(self.span.number)} {self.span.unit.value.removesuffix('s')}"
        return f"{self.span}, the day of the event being the first"

    @property
    def unit(self) -> Unit:
        return self.span.unit if self.span.unit in COUNTED_IN_DAYS else CALENDAR_DAYS

    def told(self, trigger: str) -> str:
        return f"the {self.words} of {trigger}" if self.nth else f"{self.span} beginning with the day of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        if self.span.unit in COUNTED_IN_DAYS:
            return counted_off(at, self.span.number, calendar.days_of(self.span.unit), calendar, event_counts=True)
        day = date.fromordinal(at.first_day)
        first, last = self._ends(day), self._ends(date.fromordinal(at.last_day))
        how = self.span.how(day)
        less = ", less one day" if how and self.span.has_same_date(day) else ""
        counting = Counting(day, day, first, how=how + less) if at.is_one_day else None
        vague = is_vague(at)
        useful = None if vague else act_by(first, at, calendar)
        return Due(whole_day(first), whole_day(last), useful, counting, vague=vague)

    def _ends(self, day: date) -> date:
        """The day before the corresponding date; where the month has no such date, its last day ends the period."""
        reached = self.span.after(day)
        return day_before(reached) if self.span.has_same_date(day) else reached

    def __repr__(self) -> str:
        name = "nth" if self.nth else "beginning_with"
        return f"{name}({self.span.number}, {self.span.unit!r})"


@frozen(repr=False)
class Ahead(Deadline):
    """So long before an event: the last day, or moment, on which the act is in time (law notes, BACK and CLEAR).

    Args:
        span: how long before.
        clear: whether both end days are left out, so that whole days lie between.
    """

    span: Span
    clear: bool = False

    @property
    def words(self) -> str:
        return f"at least {self.span}{' clear' if self.clear else ''}"

    @property
    def unit(self) -> Unit:
        return self.span.unit if self.span.unit in COUNTED_IN_DAYS else CALENDAR_DAYS

    def told(self, trigger: str) -> str:
        return f"{self.words} before {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        if self.span.unit in COUNTED_IN_DAYS:
            return self._counted_back(at, calendar.days_of(self.span.unit), calendar)
        day, hours = date.fromordinal(at.first_day), self.span.number
        if self.span.unit is HOURS:
            first, last = (at_moment(moment - hours * AN_HOUR) for moment in (at.earliest, at.latest))
            how = elapsed(-hours, at.earliest)
        else:
            first, last = whole_day(self._back(day)), whole_day(self._back(date.fromordinal(at.last_day)))
            how = self.span.how(day, back=True)
            how += ", less one day" if how and self.clear else ""
        reached = date.fromordinal(first.first_day)
        counting = self._how(day, reached, how) if first == last else None
        vague = is_vague(at)
        return Due(first, last, None if vague else act_by(reached, None, calendar), counting, vague=vague)

    @property
    def comes_before(self) -> bool:
        return True

    def _how(self, event: date, reached: date, how: str) -> Counting:
        if self.span.unit is HOURS:
            return Counting(event, reached, event, how=how)
        return Counting(event, day_after(reached) if self.clear and not how else reached, day_before(event), how=how)

    def _counted_back(self, at: Instant, days: CountsDays, calendar: SchoolCalendar) -> Due:
        number = self.span.number + (1 if self.clear else 0)
        event, last_day = date.fromordinal(at.first_day), date.fromordinal(at.last_day)
        published, last = days.reach(event, -number), days.reach(last_day, -number)
        first, to_come = published, 0
        if days.unit is SCHOOL_DAYS:
            earliest, to_come = calendar.reach_at_furthest(event, -number)
            first = earliest if to_come else published
        note = training_days_to_come(to_come, back=True) if to_come else ""
        if isinstance(first, RanOut) or isinstance(last, RanOut) or isinstance(published, RanOut):
            known = next((ran.last_known for ran in (published, first, last) if isinstance(ran, RanOut)), None)
            since = "" if known is None else f" before {with_weekday(known)}"
            missing = f"the {days.unit}{since}"
            if isinstance(last, date):
                return Due(
                    Instant(FIRST_ORDINAL, FIRST_ORDINAL), whole_day(last), None, None, missing, note, vague=True
                )
            return Due(Instant(FIRST_ORDINAL, FIRST_ORDINAL), None, missing=missing, note=note, vague=True)
        looked_at = day_after(published) if self.clear else published
        counting = how_counted(event, looked_at, day_before(event), days) if at.is_one_day else None
        vague = is_vague(at)
        return Due(whole_day(first), whole_day(last), None if vague else first, counting, note=note, vague=vague)

    def _back(self, day: date) -> date:
        reached = self.span.before(day)
        return day_before(reached) if self.clear else reached

    def __repr__(self) -> str:
        return f"{'clear' if self.clear else 'ahead'}({self.span.number}, {self.span.unit!r})"


@frozen(repr=False)
class ByDate(Deadline):
    """A date that the words name, whatever starts the clock (law notes, FIXED).

    Args:
        on: the date.
        or_the_next: the unit whose next day is taken where the date is none of its days, because the words say so.
    """

    on: date
    or_the_next: Unit | None = None

    @property
    def words(self) -> str:
        rolled = "" if self.or_the_next is None else f", or the next of the {self.or_the_next}"
        return f"by {plain(self.on)}{rolled}"

    @property
    def counted_on(self) -> Unit:
        return self.or_the_next or CALENDAR_DAYS

    def told(self, trigger: str) -> str:
        return self.words

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        if self.or_the_next is None:
            return Due(whole_day(self.on), whole_day(self.on), act_by(self.on, None, calendar))
        days = calendar.days_of(self.or_the_next)
        reached = days.reach_counting_in(self.on, 1)
        if isinstance(reached, RanOut):
            return undetermined(reached, 1, days.unit, whole_day(self.on))
        counting = how_counted(self.on, self.on, reached, days)
        return Due(whole_day(reached), whole_day(reached), reached, counting)

    def __repr__(self) -> str:
        rolled = "" if self.or_the_next is None else f", or_the_next={self.or_the_next!r}"
        return f"by_date({self.on!r}{rolled})"


A_YEAR_ON = "our advice: 12 months after the last"
NEXT_YEAR = "the school's term dates of the school year after the act"


@frozen(repr=False)
class OnceEachYear(Deadline):
    """Once in each school year: due on the last school day of the school year after that of the last act (YEAR)."""

    @property
    def words(self) -> str:
        return "once in each school year"

    @property
    def counted_on(self) -> Unit:
        return SCHOOL_DAYS

    def told(self, trigger: str) -> str:
        return f"{self.words}, a year after that of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        ends = [
            self._last_day_of_the_year_after(date.fromordinal(day), calendar) for day in (at.first_day, at.last_day)
        ]
        first, last = ends
        year_on = Span(12, MONTHS).after(date.fromordinal(at.first_day))
        advice = (Advice("aim for", whole_day(year_on), A_YEAR_ON),) if at.is_one_day else ()
        if first is None or last is None:
            begins = calendar.school_year_of(date.fromordinal(at.first_day))[1]
            return Due(whole_day(begins), None, missing=NEXT_YEAR, advice=advice, vague=is_vague(at))
        how = "the last school day of the school year after that of the act"
        counting = Counting(date.fromordinal(at.first_day), first, first, how=how) if first == last else None
        return Due(whole_day(first), whole_day(last), first, counting, advice=advice, vague=is_vague(at))

    @staticmethod
    def _last_day_of_the_year_after(day: date, calendar: SchoolCalendar) -> date | None:
        _, begins = calendar.school_year_of(day)
        _, ends = calendar.school_year_of(begins)
        terms = [term for term in calendar.terms if begins <= term.first < ends]
        if not terms or ends.toordinal() - terms[-1].last.toordinal() > LONGEST_HOLIDAY:
            return None  # the year is published in part, and its last day lies in what is not
        return calendar.last_open_by(terms[-1].last)

    def __repr__(self) -> str:
        return "once_each_school_year"


once_each_school_year = OnceEachYear()


@frozen(repr=False)
class OnceEachCalendarYear(Deadline):
    """Once in each calendar year: due on the last day of the year after that of the last act."""

    @property
    def words(self) -> str:
        return "once in each calendar year"

    def told(self, trigger: str) -> str:
        return f"{self.words}, a year after that of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        first, last = (
            ByDate(date(date.fromordinal(day).year + 1, 12, 31)).due(start, child, calendar)
            for day in (at.first_day, at.last_day)
        )
        assert first is not None
        assert last is not None
        missing = "" if first.first == last.last else "the year of the last act"
        return Due(first.first, last.last, first.act_by, missing=missing, vague=is_vague(at))

    def __repr__(self) -> str:
        return "once_each_calendar_year"


once_each_calendar_year = OnceEachCalendarYear()


@frozen(repr=False)
class ByTheNext(Deadline):
    """The next time a day of the year comes round after the event (law notes, FIXED).

    Args:
        month: the month.
        day_of_month: the day of it.
        or_the_next: the unit whose next day is taken where the date is none of its days, because the words say so.
        itself: whether an event on that very day is due then, and not a year later.
    """

    month: int
    day_of_month: int
    or_the_next: Unit | None = None
    itself: bool = False

    @property
    def words(self) -> str:
        rolled = "" if self.or_the_next is None else f", or the next of the {self.or_the_next}"
        return f"by the next {self._day_in_words}{rolled}"

    @property
    def _day_in_words(self) -> str:
        return plain(date(2000, self.month, self.day_of_month)).removesuffix(" 2000")

    @property
    def counted_on(self) -> Unit:
        return self.or_the_next or CALENDAR_DAYS

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        first, last = (self._on(date.fromordinal(day), start, calendar) for day in (at.first_day, at.last_day))
        if first.first == last.last:
            return first
        return Due(first.first, last.last, first.act_by, missing=first.missing or last.missing, vague=is_vague(at))

    def _on(self, day: date, start: Start, calendar: SchoolCalendar) -> Due:
        found = by_date(self._date_for(day), or_the_next=self.or_the_next).due(start, None, calendar)
        assert found is not None
        return found

    def _date_for(self, day: date) -> date:
        """The date for an event on a day."""
        same_year = date(day.year, self.month, self.day_of_month)
        soon = same_year > day or (self.itself and same_year == day)
        return same_year if soon else same_year.replace(year=day.year + 1)

    def __repr__(self) -> str:
        rolled = "" if self.or_the_next is None else f", or_the_next={self.or_the_next!r}"
        itself = ", itself=True" if self.itself else ""
        return f"by_the_next({self.day_of_month}, {self.month}{rolled}{itself})"


@frozen(repr=False)
class BeforeSeptember(ByTheNext):
    """A day of the year before the next September, when pupils change schools, be it past or to come (FIXED).

    Args:
        unless_past: whether nothing falls due for an event that comes after it.
    """

    unless_past: bool = False

    @property
    def words(self) -> str:
        rolled = "" if self.or_the_next is None else f", or the next of the {self.or_the_next}"
        return f"by {self._day_in_words} before the next September{rolled}"

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        for ran in super().runs(start, trigger, child, calendar):
            late = ran.due.last is not None and ran.due.last.on_earlier_day(start.at).holds
            may_be_late = ran.due.first is not None and not ran.due.first.on_earlier_day(start.at).fails
            if self.unless_past and may_be_late and not late:
                yield evolve(ran, missing="; ".join(filter(None, (ran.missing, f"the day of {trigger}"))))
            elif not (late and self.unless_past):
                yield ran

    def _date_for(self, day: date) -> date:
        same_year = date(day.year, self.month, self.day_of_month)
        return same_year if day < date(day.year, 9, 1) else same_year.replace(year=day.year + 1)

    def __repr__(self) -> str:
        rolled = "" if self.or_the_next is None else f", or_the_next={self.or_the_next!r}"
        past = ", unless_past=True" if self.unless_past else ""
        return f"before_september({self.day_of_month}, {self.month}{rolled}{past})"


def before_september(
    day: int, month: int, *, or_the_next: Unit | None = None, unless_past: bool = False
) -> BeforeSeptember:
    """A day of the year before the next September, such as 14 February before a change of school.

    Args:
        day: the day of the month.
        month: from 1 to 8.
        or_the_next: `WORKING_DAYS` or `SCHOOL_DAYS` where the words move a date that is none of these.
        unless_past: whether nothing falls due for an event that comes after it.

    Raises:
        Unfinished: when there is no such day in every year.

    >>> before_september(14, 2)
    before_september(14, 2)
    """
    _must_be_of_every_year(day, month, f"before_september({day}, {month})")
    return BeforeSeptember(month, day, or_the_next, unless_past=unless_past)


def _must_be_of_every_year(day: int, month: int, written: str) -> None:
    try:
        date(2001, month, day)  # a year with no 29 February
    except (TypeError, ValueError):
        raise Unfinished(f"{written} names no day of every year. Write a day and a month, such as (30, 9).") from None


def by_the_next(day: int, month: int, *, or_the_next: Unit | None = None, itself: bool = False) -> ByTheNext:
    """The next time a day of the year comes round after the event, such as 30 September after leaving.

    Args:
        day: the day of the month.
        month: from 1 to 12.
        or_the_next: `WORKING_DAYS` or `SCHOOL_DAYS` where the words move a date that is none of these.
        itself: whether an event on that very day is due then, and not a year later.

    Raises:
        Unfinished: when there is no such day in every year.

    >>> by_the_next(30, 9)
    by_the_next(30, 9)
    """
    _must_be_of_every_year(day, month, f"by_the_next({day}, {month})")
    return ByTheNext(month, day, or_the_next, itself)


@frozen(repr=False)
class TheLater(Deadline):
    """The later of two dates: one counted from the event, one from the last of some other things before it.

    Args:
        deadline: counted from the event.
        other: counted from the last of the others.
        since: the kinds of record that the other is counted from.
    """

    deadline: Deadline
    other: Deadline
    since: tuple[type[Happening], ...]

    @property
    def words(self) -> str:
        return f"{self.deadline.words}, or later {self.other.told(' or '.join(kind.told_as() for kind in self.since))}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        own = self.deadline.due(start, child, calendar)
        records = () if child is None else child.history
        before = [
            record.at
            for record in records
            if isinstance(record, self.since) and not start.at.on_earlier_day(record.at).holds
        ]
        if own is None or own.first is None or own.last is None:
            return own
        if not before:
            missing = f"the day of {' or '.join(kind.told_as() for kind in self.since)}"
            return Due(own.first, None, own.act_by, missing=missing)
        last = Instant(max(at.first_day for at in before), max(min(at.last_day, start.at.last_day) for at in before))
        found = self.other.due(Start(last), child, calendar)
        assert found is not None
        assert found.first is not None
        unlisted = self._what_may_be_unlisted(child, last.first_day, start.at.last_day)
        if found.last is None or unlisted:
            return Due(_later_of(own.first, found.first), None, own.act_by, missing=unlisted or found.missing)
        if own.last.last_day <= found.first.first_day:
            return found
        if found.last.last_day <= own.first.first_day:
            return own
        first, latest = _later_of(own.first, found.first), _later_of(own.last, found.last)
        return Due(first, latest, own.act_by, missing=f"the day of {' or '.join(k.told_as() for k in self.since)}")

    def _what_may_be_unlisted(self, child: Child | None, first: int, last: int) -> str:
        """The list that is wanted to know that none of the others came later than the last one on record."""
        for kind in self.since:
            if child is not None and not child.complete_days(kind.family).has_all(first, last + 1):
                return kind.family.complete_record
        return ""

    def __repr__(self) -> str:
        since = ", ".join(kind.__name__ for kind in self.since)
        return f"the_later({self.deadline!r}, {self.other!r}, {since})"


def _later_of(one: Instant, other: Instant) -> Instant:
    return max(one, other, key=lambda at: at.first_day)


def the_later(deadline: Deadline, other: Deadline, *since: type[Happening]) -> TheLater:
    """The later of two dates, where the words say so.

    Args:
        deadline: counted from the event.
        other: counted from the last of the other things before it.
        since: the kinds of record that `other` is counted from.
    """
    return TheLater(deadline, other, since)


def beginning_with(number: int, unit: Unit) -> BeginningWith:
    """So many days, weeks, months or years of which the event's own day is the first.

    Args:
        number: how many.
        unit: `SCHOOL_DAYS`, `WORKING_DAYS`, `CALENDAR_DAYS`, `WEEKS`, `MONTHS` or `YEARS`.

    Raises:
        BadPolicy: for hours and terms, which are not counted so.

    Source: Zoan v Rouamba [2000] EWCA Civ 8; law notes 1.5 (BEGIN) and 1.6.

    >>> beginning_with(15, CALENDAR_DAYS)
    beginning_with(15, CALENDAR_DAYS)
    """
    if unit in (HOURS, TERMS):
        raise BadPolicy(f"{unit.value.capitalize()} do not begin with a day. Write within({number}, {unit!r}).")
    return BeginningWith(Span(number, unit))


def nth(number: int, unit: Unit) -> BeginningWith:
    """One day of a state, counted from its first day on: the sixth school day of, a period of at least ten.

    Args:
        number: which.
        unit: `SCHOOL_DAYS`, `WORKING_DAYS` or `CALENDAR_DAYS`.

    Raises:
        BadPolicy: for other units.

    Source: SI 2007/1870, reg.3(3); SI 2024/208, reg.13(7); law notes 1.5 (NTH).
    """
    if unit not in (SCHOOL_DAYS, WORKING_DAYS, CALENDAR_DAYS):
        raise BadPolicy("Days of a state are counted in SCHOOL_DAYS, WORKING_DAYS or CALENDAR_DAYS.")
    return BeginningWith(Span(number, unit), nth=True)


def ahead(number: int, unit: Unit) -> Ahead:
    """So long before an event, the corresponding day being enough.

    Args:
        number: how many.
        unit: of what; hours are elapsed hours.

    Raises:
        BadPolicy: for terms.

    Source: E J Riley v Eurostile; law notes 1.5 (BACK).

    >>> ahead(48, HOURS)
    ahead(48, HOURS)
    """
    if unit is TERMS:
        raise BadPolicy("Terms are not counted back from an event.")
    return Ahead(Span(number, unit))


def clear(number: int, unit: Unit) -> Ahead:
    """So many whole days before an event, neither end counted: the cautious reading of "at least".

    Args:
        number: how many.
        unit: `SCHOOL_DAYS`, `WORKING_DAYS`, `CALENDAR_DAYS`, `WEEKS`, `MONTHS` or `YEARS`.

    Raises:
        BadPolicy: for hours and terms.

    Source: law notes 1.5 (CLEAR).
    """
    if unit in (HOURS, TERMS):
        raise BadPolicy("Clear days are whole days; hours and terms are not counted so.")
    return Ahead(Span(number, unit), clear=True)


def by_date(on: date, *, or_the_next: Unit | None = None) -> ByDate:
    """A date that the words name.

    Args:
        on: the date.
        or_the_next: `WORKING_DAYS` or `SCHOOL_DAYS` where the words move a date that is none of these to the next that
            is; nothing else moves a date.

    Raises:
        Unfinished: when it is not given a date, or a unit that is counted on a calendar.
    """
    if isinstance(on, datetime) or not isinstance(on, date) or or_the_next not in (None, *COUNTED_IN_DAYS):
        raise Unfinished(
            "by_date(...) takes a date, and or_the_next= WORKING_DAYS or SCHOOL_DAYS where the words say so."
        )
    return ByDate(on, or_the_next)


def by_the_end_of(year: int, month: int) -> ByDate:
    """A month that the words name, read as its last day.

    Args:
        year: such as 2025.
        month: from 1 to 12.

    Raises:
        Unfinished: when there is no such month.

    >>> by_the_end_of(2025, 8)
    by_date(datetime.date(2025, 8, 31))
    """
    try:
        first = date(year, month, 1)
    except (TypeError, ValueError):
        raise Unfinished(
            "by_the_end_of(year, month) takes a year and a month, such as by_the_end_of(2025, 8)."
        ) from None
    return ByDate(day_before(add_months(first, 1)))


def _ordinal(number: int) -> str:
    """A number as it stands before a noun.

    >>> _ordinal(1), _ordinal(6), _ordinal(22), _ordinal(13)
    ('1st', '6th', '22nd', '13th')
    """
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
