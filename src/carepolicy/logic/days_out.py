"""Knows the deadlines of suspensions: the first day out, the nth, and what only matters while the child is out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from carepolicy.errors import BadPolicy, NoTermDates
from carepolicy.facts import Child, Suspended
from carepolicy.logic.deadline import (
    TRAINING_DAYS,
    Deadline,
    Due,
    Ran,
    Within,
    how_counted,
    training_days_to_come,
    undetermined,
    whole_day,
)
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import RanOut, SchoolCalendar
from carepolicy.time.instants import Instant, local_time
from carepolicy.time.spans import SCHOOL_DAYS, Unit


@frozen(repr=False)
class FromDayOut(Deadline):
    """The nth school day of being out, counted over suspensions that follow each other without a school day between.

    Args:
        number: which day; the first day out is 1 (law notes, NTH).
    """

    number: int

    @property
    def words(self) -> str:
        return f"from school day {self.number} out"

    @property
    def unit(self) -> Unit:
        return SCHOOL_DAYS

    def told(self, trigger: str) -> str:
        return f"from school day {self.number} of {trigger}, counting those that follow on without a break"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return next((ran.due for ran in self._ran(start, "suspension", child, calendar)), None)

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        yield from self._ran(start, trigger, child, calendar)

    def _ran(self, start: Start, trigger: str, child: Child | None, calendar: SchoolCalendar) -> Iterator[Ran]:
        suspension = start.record
        if not isinstance(suspension, Suspended):
            return
        chain = _out_before(suspension, child, calendar)
        soonest, latest = self.number - chain.most, self.number - chain.fewest
        if latest < 1 or (suspension.days is not None and suspension.days < soonest):
            return
        due = _nth_day_out(suspension, max(soonest, 1), calendar, or_later=latest)
        certain = soonest == latest or (soonest >= 1 and suspension.days is not None and suspension.days >= latest)
        missing = HOW_LONG if suspension.days is None else "" if certain else WHETHER_ON
        yield Ran(start, due, self.told(trigger), chain.began, ends=_back_on(suspension, calendar), missing=missing)

    def __repr__(self) -> str:
        return f"from_day_out({self.number})"


def from_day_out(number: int) -> FromDayOut:
    """The nth consecutive school day of a suspension, or of several that follow on from each other.

    Source: SI 2007/1870, reg.3(3), counted over consecutive suspensions since 5 January 2015 (SI 2014/3216).
    """
    if number < 1:
        raise BadPolicy("The first day out is number 1.")
    return FromDayOut(number)


@frozen(repr=False)
class FirstDayOut(Deadline):
    """The first day of a suspension: the day of the decision, or the next school day if the afternoon had begun."""

    @property
    def words(self) -> str:
        return "on the first day out"

    @property
    def unit(self) -> Unit:
        return SCHOOL_DAYS

    def told(self, trigger: str) -> str:
        return f"on the first day of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        if not isinstance(start.record, Suspended):
            return None
        return _nth_day_out(start.record, 1, calendar)

    def __repr__(self) -> str:
        return "on_the_first_day_out"


on_the_first_day_out = FirstDayOut()
"""On the first day of the suspension itself."""


@frozen(repr=False)
class WhileOut(Deadline):
    """A deadline that only matters while the child is out: nothing falls due once a suspension is over.

    Args:
        deadline: by when.
    """

    deadline: Within

    @property
    def words(self) -> str:
        return self.deadline.words

    @property
    def unit(self) -> Unit:
        return self.deadline.unit

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return self.deadline.due(start, child, calendar)

    def told(self, trigger: str) -> str:
        return self.deadline.told(trigger)

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        due = self.deadline.due(start, child, calendar)
        assert due is not None
        suspension = start.record
        if not isinstance(suspension, Suspended):
            yield Ran(start, due, self.told(trigger), start.at)
            return
        if suspension.first_day is not None:
            due = _no_sooner_than(suspension.first_day, due)
        ran = Ran(start, due, self.told(trigger), start.at, ends=_back_on(suspension, calendar))
        if suspension.days is None:
            yield evolve(ran, missing=HOW_LONG)
            return
        earliest, latest = _nth_days_out(suspension, suspension.days, calendar)
        wanted = due.first
        if wanted is None or isinstance(latest, RanOut) or latest.toordinal() >= wanted.first_day:
            sure = isinstance(earliest, RanOut) or due.last is None or earliest.toordinal() >= due.last.last_day
            unsure = TRAINING_DAYS if due.note else "whether the afternoon session had begun"
            yield evolve(ran, missing="" if sure else unsure)

    def __repr__(self) -> str:
        return f"while_out({self.deadline!r})"


def while_out(deadline: Within) -> WhileOut:
    """The deadline for as long as the child is suspended or permanently excluded."""
    return WhileOut(deadline)


def _no_sooner_than(first_out: Instant, due: Due) -> Due:
    """A due date moved to the first day out where that comes later: before it the child is still in school."""
    if due.first is None or due.first.last_day >= first_out.first_day:
        return due
    first = Instant(first_out.first_day, first_out.first_day)
    last = due.last
    if last is not None and last.last_day < first_out.last_day:
        last = Instant(first_out.last_day, first_out.last_day)
    return evolve(due, first=first, last=last, act_by=date.fromordinal(first_out.first_day), counting=None)


HOW_LONG = "how many school days the suspension lasts"

WHETHER_ON = "whether the suspensions followed on from each other, for which their times of day would tell"

MIDDAY = (12, 0), (14, 0)
"""Between these times, where the calendar does not say when the afternoon begins, it may or may not have begun."""


def _first_days_out(suspension: Suspended, calendar: SchoolCalendar) -> tuple[date | RanOut, date | RanOut]:
    """The earliest and latest day that may be the first day out.

    Sent out before the afternoon session, that day is the first; after it has begun, the next school day is.

    Source: Education and Inspections Act 2006, s.103(7).
    """
    if suspension.first_day is not None:
        at = suspension.first_day
        return date.fromordinal(at.first_day), date.fromordinal(at.last_day)
    at = suspension.at
    same, other = date.fromordinal(at.first_day), date.fromordinal(at.last_day)
    following = calendar.reach(other, 1)
    if not (calendar.covers(same) and calendar.is_open(same)):
        return (following if at.is_one_day else calendar.reach(same, 1)), following
    low, high = (calendar.afternoon_begins,) * 2 if calendar.afternoon_begins else MIDDAY
    if at.moments is None or not at.is_one_day:
        return same, following
    clocks = [local_time(moment) for moment in at.moments]
    earliest, latest = ((clock.hour, clock.minute) for clock in (clocks[0], clocks[-1]))
    return (same if earliest < high else following), (same if latest < low else following)


def _nth_days_out(suspension: Suspended, number: int, calendar: SchoolCalendar) -> tuple[date | RanOut, date | RanOut]:
    """The earliest and latest day that may be the nth day out."""
    first, last = (
        day if isinstance(day, RanOut) or number == 1 else calendar.reach(day, number - 1)
        for day in _first_days_out(suspension, calendar)
    )
    return first, last


def _nth_day_out(suspension: Suspended, number: int, calendar: SchoolCalendar, *, or_later: int | None = None) -> Due:
    """When the nth day out is, or, where it may be a later one, between which days it lies."""
    first, last = (
        _nth_days_out(suspension, number, calendar)[0],
        _nth_days_out(suspension, or_later or number, calendar)[1],
    )
    if isinstance(first, RanOut):
        return undetermined(first, number, SCHOOL_DAYS, suspension.at)
    if isinstance(last, RanOut):
        return evolve(undetermined(last, number, SCHOOL_DAYS, suspension.at), first=whole_day(first), act_by=first)
    begun = _first_days_out(suspension, calendar)[0]
    counting = how_counted(begun, first, calendar) if isinstance(begun, date) and first == last else None
    to_come = calendar.inset_to_come(begun, last) if isinstance(begun, date) and number > 1 else 0
    if not to_come:
        return Due(whole_day(first), whole_day(last), first, counting)
    later = calendar.reach(last, to_come)
    if isinstance(later, RanOut):
        missing = undetermined(later, to_come, SCHOOL_DAYS, suspension.at).missing
        return Due(whole_day(first), None, first, counting, missing, note=training_days_to_come(to_come))
    return Due(whole_day(first), whole_day(later), first, counting, note=training_days_to_come(to_come))


def _back_on(suspension: Suspended, calendar: SchoolCalendar) -> Instant | None:
    """The first school day after a suspension, where it is known."""
    if suspension.days is None:
        return None
    _, last_out = _nth_days_out(suspension, suspension.days, calendar)
    back = last_out if isinstance(last_out, RanOut) else calendar.reach(last_out, 1)
    return None if isinstance(back, RanOut) else whole_day(back)


@frozen
class _OutBefore:
    """How long a child had been out, without a school day between, when a suspension began.

    Args:
        fewest: school days out before it, for sure.
        most: school days that it may have been.
        began: when the first of the suspensions that surely follow on from each other was decided.
    """

    fewest: int
    most: int
    began: Instant


def _out_before(suspension: Suspended, child: Child | None, calendar: SchoolCalendar) -> _OutBefore:
    fewest, most, began, sure = 0, 0, suspension.at, True
    records = () if child is None else child.history
    every = sorted((record for record in records if isinstance(record, Suspended)), key=lambda one: one.at.earliest)
    begins = _first_days_out(suspension, calendar)
    next_one = suspension
    for earlier in reversed(every[: every.index(suspension)] if every else []):
        soonest, latest = _school_days_between(earlier, next_one, calendar)
        if soonest > 0:
            break
        first = _first_days_out(earlier, calendar)
        at_most = _school_days_until(first[0], begins[1], calendar)
        by_length = None if earlier.days is None else most + earlier.days
        most = min((bound for bound in (at_most, by_length) if bound is not None), default=most)
        sure = sure and latest == 0 and earlier.days is not None
        at_least = _school_days_until(first[1], begins[0], calendar)
        if sure and earlier.days is not None and at_least is not None:
            fewest, began = min(fewest + earlier.days, at_least), earlier.at
        next_one = earlier
    return _OutBefore(fewest, most, began)


def _school_days_between(earlier: Suspended, later: Suspended, calendar: SchoolCalendar) -> tuple[int, int]:
    """The fewest and the most school days on which the child may have been back between two suspensions.

    Training days that are not listed may be the days between; where the dates run out, any number is possible.
    """
    any_number = 0, 1
    if earlier.days is None:
        return any_number
    begins, ended = _first_days_out(later, calendar), _nth_days_out(earlier, earlier.days, calendar)
    if isinstance(begins[0], RanOut) or isinstance(begins[1], RanOut):
        return any_number
    if isinstance(ended[0], RanOut) or isinstance(ended[1], RanOut):
        return any_number
    try:
        fewest, most = (_days_back(ended[1], begins[0], calendar), _days_back(ended[0], begins[1], calendar))
    except NoTermDates:
        return any_number
    return max(fewest - calendar.inset_to_come(ended[0], begins[1]), 0), most


def _days_back(last_out: date, first_out: date, calendar: SchoolCalendar) -> int:
    """School days after one day and before another."""
    return 0 if first_out <= last_out else max(calendar.count(after=last_out, to=first_out) - 1, 0)


def _school_days_until(first: date | RanOut, until: date | RanOut, calendar: SchoolCalendar) -> int | None:
    """School days from one day to the one before another; None where the dates run out."""
    if isinstance(first, RanOut) or isinstance(until, RanOut):
        return None
    if until <= first:
        return 0
    try:
        return calendar.count(after=first, to=until)  # the first counts, and the last does not
    except NoTermDates:
        return None
