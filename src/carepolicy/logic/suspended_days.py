"""Knows how many school days a child was suspended for, in a term and a school year, beside the limits on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import evolve, frozen

from carepolicy.facts import SCHOOLING, Child, Happening, Suspended
from carepolicy.logic.days_out import HOW_LONG, days_served, first_days_out
from carepolicy.logic.where import Beside, Told
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import RanOut
from carepolicy.time.days import LAST_ORDINAL, Days, ordinals
from carepolicy.time.sessions import Run, runs_of_days
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

A_LUNCHTIME = Fraction(1, 2)
"""What a lunchtime counts for, in school days: SI 2012/1033, reg.2(2)."""


@frozen
class Limit:
    """A number of school days of suspension beyond which something follows.

    Args:
        id: the rule.
        days: the number; what follows, follows beyond it.
        within: what the days are added up over: a term or a school year.
        follows: what follows, in a few words.
        citation: where it stands.
    """

    id: str
    days: int
    within: str
    follows: str
    citation: str


TERM, SCHOOL_YEAR = "term", "school year"

LIMITS = (
    Limit(
        "EX-17/5", 5, TERM,
        "the head tells the governing body without delay (EX-3), which considers what a parent says (EX-10)",
        "SI 2012/1033, regs 5(2) and 6(1)",
    ),
    Limit("EX-17/15", 15, TERM, "the governing body considers it (EX-9)", "SI 2012/1033, regs 5(2) and 6(1)"),
    Limit("EX-16", 45, SCHOOL_YEAR, "nobody may be suspended for more", "SI 2012/1033, reg.4"),
)  # fmt: skip
"""The limits of the exclusion regulations, each counted over every suspension of the term or the school year."""


@frozen
class Total:
    """How many school days of suspension fall into a stretch of time, as far as it is known.

    Args:
        first: the first day of the stretch.
        last: its last.
        least: the days that surely fall into it.
        most: the days that may; None where there is no telling how many.
        missing: what is missing to know.
    """

    first: date
    last: date
    least: Fraction
    most: Fraction | None
    missing: tuple[str, ...] = ()

    def is_over(self, days: int) -> Verdict:
        """Whether more than a number of days fall into it; exactly that number is not over it."""
        if self.least > days:
            return HOLDS
        return UNKNOWN if self.most is None or self.most > days else FAILS


@frozen
class _Day:
    """One day of a suspension: the earliest and the latest date it may have, as ordinals, and what it counts for."""

    earliest: int
    latest: int
    counts: Fraction


PAST_THE_DATES = "term dates that are not published, into which days of suspension may fall"
OTHER_SUSPENSIONS = f"{SCHOOLING.complete_record} over the whole of that time"
WHICH_DAY = "the school's training days, or the time of day of a suspension, which may move its days"


@frozen(repr=False)
class SuspendedDays:
    """The school days of several suspensions, each put on its date.

    Args:
        days: each day, with the dates it may have.
        unmeasured: when the suspensions may have begun whose length is not known.
        complete: the days for which every suspension is on record.
        calendar: the school's calendar.
    """

    days: tuple[_Day, ...]
    unmeasured: tuple[_Day, ...]
    complete: Days
    calendar: SchoolCalendar

    def in_term_of(self, day: date) -> Total | None:
        """The days that fall into the term of a day; None where the day lies in no term.

        A school with more than three terms counts from one to the next of 31 December, Easter Monday and 31 July.

        Source: SI 2012/1033, reg.2(1).
        """
        term = next((term for term in self.calendar.reporting_terms() if term.first <= day <= term.last), None)
        return None if term is None else self._within(term.first, term.last)

    def in_school_year_of(self, day: date) -> Total:
        """The days that fall into the school year of a day: each day in the year of its own date.

        Source: SI 2012/1033, reg.4; Education Act 1996, s.579(1).
        """
        first, until = self.calendar.school_year_of(day)
        return self._within(first, date.fromordinal(until.toordinal() - 1))

    def limits_on(self, day: date) -> Iterator[tuple[Limit, Verdict, Total]]:
        """Each limit, whether it is passed in the term or the school year of a day, and the total that tells."""
        for limit in LIMITS:
            total = self.in_term_of(day) if limit.within == TERM else self.in_school_year_of(day)
            if total is not None:
                yield limit, total.is_over(limit.days), total

    def runs(self) -> tuple[Run, ...]:
        """The runs of consecutive school days out, over suspensions that follow on; only days whose date is sure."""
        whole = (date.fromordinal(day.earliest) for day in self.days if _is_sure(day) and day.counts == 1)
        return runs_of_days(whole, self.calendar)

    @property
    def without_a_date(self) -> Fraction:
        """The days that may fall past the published dates, so that it is not known which."""
        return sum((day.counts for day in self.days if day.latest == LAST_ORDINAL), Fraction())

    def _within(self, first: date, last: date) -> Total:
        low, high = first.toordinal(), last.toordinal()
        least = sum((day.counts for day in self.days if low <= day.earliest and day.latest <= high), Fraction())
        may = [day for day in self.days if day.earliest <= high and low <= day.latest]
        unmeasured = any(day.earliest <= high for day in self.unmeasured)
        least += sum((day.counts for day in self.unmeasured if low <= day.earliest and day.latest <= high), Fraction())
        listed = self.complete.has_all(low, high + 1)
        most = None if unmeasured or not listed else sum((day.counts for day in may), Fraction())
        missing = [HOW_LONG] if unmeasured else []
        missing += [] if listed else [OTHER_SUSPENSIONS]
        for day in may:
            if not (low <= day.earliest and day.latest <= high):
                missing.append(PAST_THE_DATES if day.latest == LAST_ORDINAL else WHICH_DAY)
        return Total(first, last, least, most, tuple(dict.fromkeys(missing)))

    def __repr__(self) -> str:
        return f"<SuspendedDays: {len(self.days)} days>"


def _is_sure(day: _Day) -> bool:
    return day.earliest == day.latest


def suspended_days(suspensions: Iterable[Suspended] | Child, calendar: SchoolCalendar) -> SuspendedDays:
    """Puts each school day of some suspensions on its date.

    Args:
        suspensions: a child, whose record says on which days its schooling is complete, so that there may be more on
            others; or suspensions, which are then taken to be all. One told twice counts once, and so does a day.
        calendar: the school's calendar.

    >>> from carepolicy.time.terms import Term
    >>> autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))], all_inset_listed=True)
    >>> lunchtimes = Suspended(at="2025-10-06T09:00", days=3, lunchtime=True)
    >>> found = suspended_days([Suspended(at="2025-09-08T09:00", days=4), lunchtimes], autumn)
    >>> found.in_term_of(date(2025, 10, 6)).least
    Fraction(11, 2)
    """
    if isinstance(suspensions, Child):
        records = list(_as_served(suspensions, calendar))
        complete = suspensions.complete_days(SCHOOLING)
    else:
        records, complete = list(suspensions), ordinals(1, LAST_ORDINAL + 1)
    days: list[_Day] = []
    unmeasured: list[_Day] = []
    for record in dict.fromkeys(records):
        counts = A_LUNCHTIME if record.lunchtime else Fraction(1)
        first, last = first_days_out(record, calendar)
        if record.days is None:
            unmeasured.append(_day(first, last, 0, 0, record, calendar, counts))
            continue
        to_come = 0 if isinstance(first, RanOut) else calendar.inset_to_come(first, first)
        days += [_day(first, last, number, to_come, record, calendar, counts) for number in range(record.days)]
    return SuspendedDays(tuple(_each_day_once(days)), tuple(unmeasured), complete, calendar)


def _as_served(child: Child, calendar: SchoolCalendar) -> Iterator[Suspended]:
    """The suspensions of a child, each as long as it lasted in the end; one that never began is left out."""
    for record in child.history:
        if isinstance(record, Suspended):
            days = days_served(record, child, calendar)
            if days != 0:
                yield record if days == record.days else evolve(record, days=days)


def _each_day_once(days: Iterable[_Day]) -> Iterator[_Day]:
    """The days, each date of which it is sure once: a child is out once however many suspensions say so."""
    sure: dict[int, _Day] = {}
    for day in days:
        if not _is_sure(day):
            yield day
        elif day.earliest not in sure or sure[day.earliest].counts < day.counts:
            sure[day.earliest] = day
    yield from sure.values()


def _day(
    first: date | RanOut,
    last: date | RanOut,
    number: int,
    to_come: int,
    record: Suspended,
    calendar: SchoolCalendar,
    counts: Fraction,
) -> _Day:
    """A day of a suspension by its number from 0, with the dates it may have."""
    earliest = first if isinstance(first, RanOut) else calendar.reach(first, number)
    at_school_on_it = isinstance(last, date) and last.toordinal() == record.at.first_day and record.first_day is None
    moved = 0 if at_school_on_it and number == 0 else to_come
    latest = last if isinstance(last, RanOut) else calendar.reach(last, number + moved)
    began = record.at if record.first_day is None else record.first_day
    soonest = began.first_day if isinstance(earliest, RanOut) else earliest.toordinal()
    if isinstance(earliest, RanOut) and earliest.last_known is not None:
        soonest = max(soonest, earliest.last_known.toordinal() + 1)
    return _Day(soonest, LAST_ORDINAL if isinstance(latest, RanOut) else latest.toordinal(), counts)


@frozen(repr=False)
class DaysOver(Beside):
    """Whether a suspension brings the school days of a term or a school year to more than a number.

    Later suspensions do not count: whether it did so is known as it is decided.

    Args:
        days: the number, itself not over it.
        within: `TERM` or `SCHOOL_YEAR`.
    """

    days: int
    within: str

    @property
    def words(self) -> str:
        return f"more than {self.days} school days out in the {self.within}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        if not isinstance(record, Suspended):
            return FAILS, ()
        until = [one for one in child.history if not isinstance(one, Happening) or not record.at.before(one.at).holds]
        found = suspended_days(evolve(child, history=until), calendar)
        verdict, missing = FAILS, dict[str, None]()
        for total in self._totals(record, found, calendar):
            answer = total.is_over(self.days)
            verdict |= answer
            missing |= dict.fromkeys(total.missing if answer.unknown else ())
        return verdict, tuple(missing)

    def _totals(self, record: Suspended, found: SuspendedDays, calendar: SchoolCalendar) -> Iterator[Total]:
        """The totals of every term or school year that the suspension reaches into."""
        for total in {self._of_day(day, found) for day in _its_days(record, calendar)}:
            if total is not None:
                yield total

    def _of_day(self, day: date, found: SuspendedDays) -> Total | None:
        return found.in_term_of(day) if self.within == TERM else found.in_school_year_of(day)

    def __repr__(self) -> str:
        return f"days_over({self.days}, {self.within!r})"


def _its_days(record: Suspended, calendar: SchoolCalendar) -> Iterator[date]:
    first, _ = first_days_out(record, calendar)
    if isinstance(first, RanOut):
        yield date.fromordinal(record.at.first_day)
        return
    yield first
    last = calendar.reach(first, record.days - 1) if record.days is not None and record.days > 1 else first
    if isinstance(last, date):
        yield last


def days_over(days: int, within: str) -> DaysOver:
    """The suspensions that bring the days of a term or a school year to more than a number.

    Args:
        days: the number.
        within: `TERM` or `SCHOOL_YEAR`.
    """
    return DaysOver(days, within)
