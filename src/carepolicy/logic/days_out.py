"""Knows the deadlines of suspensions: the first day out, the nth, and what only matters while the child is out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from carepolicy.errors import BadPolicy, NoTermDates
from carepolicy.facts import Child, ExclusionCancelled, PermanentlyExcluded, Record, Reinstated, Suspended
from carepolicy.logic.deadline import NEVER_CLOSES, AsInside, Deadline, Ran, Within
from carepolicy.logic.due import TRAINING_DAYS, Due, training_days_to_come, undetermined, whole_day
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import RanOut
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import Instant, local_time
from carepolicy.time.spans import SCHOOL_DAYS, Unit
from carepolicy.time.wall_calendar import how_counted
from carepolicy.verdict import Verdict


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
        if not isinstance(suspension, Suspended) or suspension.lunchtime:
            return
        time = _time_out(suspension, child, calendar)
        if time is None:
            due = _first_day_out(suspension, calendar)
            yield Ran(start, due, self.told(trigger), start.at, missing=due.missing)
            return
        soonest, latest = time.first + self.number - 1, time.surely_from + self.number - 1
        own = time.own
        too_short = own.days is not None and own.days < self.number and not time.before
        if too_short or (own.last is not None and own.last < soonest) or latest < own.first:
            return
        if time.is_of_another(self.number, soonest, latest):
            return
        due = time.due(max(soonest, own.first), latest if own.last is None else min(latest, own.last))
        yield time.ran(start, due, self.told(trigger), missing=self._missing(time, soonest, latest))

    def _missing(self, time: _TimeOut, soonest: int, latest: int) -> str:
        """What is missing to know whether the nth day out falls in this suspension at all."""
        own = time.own
        if own.days is None or any(out.days is None for out in time.before):
            return HOW_LONG
        if not time.before:
            return ""
        assert own.surely_last is not None
        return "" if own.surely_from <= soonest and latest <= own.surely_last else WHETHER_ON

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
    """The first day out: the day of the decision, or the next school day if the afternoon session had begun."""

    @property
    def words(self) -> str:
        return "on the first day out"

    @property
    def unit(self) -> Unit:
        return SCHOOL_DAYS

    def told(self, trigger: str) -> str:
        return f"on the first day of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        if isinstance(start.record, PermanentlyExcluded):  # its first day is found as a suspension's is
            return _first_day_out(Suspended(at=start.record.at), calendar)
        if not isinstance(start.record, Suspended):
            return None
        return _first_day_out(start.record, calendar)

    def __repr__(self) -> str:
        return "on_the_first_day_out"


on_the_first_day_out = FirstDayOut()
"""On the first day of the suspension itself."""


@frozen(repr=False)
class WhileOut(AsInside):
    """A deadline that only matters while the child is out: nothing falls due once a suspension is over.

    Args:
        deadline: by when.
    """

    deadline: Deadline

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        due = self.deadline.due(start, child, calendar)
        assert due is not None
        suspension = start.record
        if not isinstance(suspension, Suspended):
            yield Ran(start, due, self.told(trigger), start.at)
            return
        if suspension.lunchtime:
            return
        if suspension.first_day is not None:
            due = _no_sooner_than(suspension, due, calendar)
        time = _time_out(suspension, child, calendar)
        if time is None:
            yield Ran(start, due, self.told(trigger), start.at, missing=HOW_LONG if suspension.days is None else "")
            return
        still_out = time.still_out_on(due)
        if not still_out.fails:
            missing = "" if still_out.holds else HOW_LONG if time.length_unknown else time.unsure(due)
            yield time.ran(start, due, self.told(trigger), missing=missing)

    def __repr__(self) -> str:
        return f"while_out({self.deadline!r})"


def while_out(deadline: Within) -> WhileOut:
    """The deadline for as long as the child is suspended or permanently excluded."""
    return WhileOut(deadline)


def _no_sooner_than(suspension: Suspended, due: Due, calendar: SchoolCalendar) -> Due:
    """A due date moved to the first day out where that comes later: before it the child is still in school."""
    first_out, last_out = first_days_out(suspension, calendar)
    if due.first is None or isinstance(first_out, RanOut) or isinstance(last_out, RanOut):
        return due
    first = max(due.first, whole_day(first_out), key=lambda at: at.first_day)
    last = due.last if due.last is None else max(due.last, whole_day(last_out), key=lambda at: at.last_day)
    if (first, last) == (due.first, due.last):
        return due
    missing = "" if first == last else WHICH_FIRST_DAY
    return evolve(due, first=first, last=last, act_by=first.day, counting=None, missing=due.missing or missing)


HOW_LONG = "how many school days the suspension lasts"

WHETHER_ON = "whether the suspensions followed on from each other, for which their times of day would tell"

WHICH_FIRST_DAY = "the first day out"

WHETHER_AFTERNOON = "whether the afternoon session had begun"

MIDDAY = (12, 0), (14, 0)
"""Between these times, where the calendar does not say when the afternoon begins, it may or may not have begun."""


def first_days_out(suspension: Suspended, calendar: SchoolCalendar) -> tuple[date | RanOut, date | RanOut]:
    """The earliest and latest school day that may be the first day out.

    Sent out before the afternoon session, that day is the first; after it has begun, the next school day is.

    Source: Education and Inspections Act 2006, s.103(7).
    """
    if suspension.first_day is not None:
        earliest, latest = (
            calendar.reach_counting_in(date.fromordinal(day), 1)
            for day in (suspension.first_day.first_day, suspension.first_day.last_day)
        )
        return earliest, latest
    at = suspension.at
    same, other = date.fromordinal(at.first_day), date.fromordinal(at.last_day)
    following = calendar.reach(other, 1)
    if not at.is_one_day:
        return calendar.reach_counting_in(same, 1), following
    if not (calendar.covers(same) and calendar.is_open(same)):
        return following, following
    if at.moments is None:
        return same, following
    low, high = (calendar.afternoon_begins,) * 2 if calendar.afternoon_begins else MIDDAY
    clocks = [local_time(moment) for moment in at.moments]
    soonest, last = ((clock.hour, clock.minute) for clock in (clocks[0], clocks[-1]))
    return (same if soonest < high else following), (same if last < low else following)


def days_served(suspension: Suspended, child: Child | None, calendar: SchoolCalendar) -> int | None:
    """How many school days a suspension lasted in the end: fewer where it was cancelled and the child taken back.

    None where that is not known; a cancellation alone does not say on which day the child was back.
    """
    back = [] if child is None else [one for one in child.history if _takes_back(one, suspension, child)]
    if not back:
        return suspension.days
    returns = [one.at for one in back if isinstance(one, Reinstated)]
    first, _ = first_days_out(suspension, calendar)
    if not returns or isinstance(first, RanOut):
        return None
    soonest = min(returns, key=lambda at: at.first_day)
    if not soonest.is_one_day:
        return None
    before, last = date.fromordinal(first.toordinal() - 1), date.fromordinal(soonest.first_day - 1)
    try:
        served = calendar.days_of(SCHOOL_DAYS).count(after=before, to=last) if last > before else 0
    except NoTermDates:
        return None
    return served if suspension.days is None else min(served, suspension.days)


def _takes_back(record: Record, suspension: Suspended, child: Child) -> bool:
    """Whether a record cancels a suspension, or tells of the child being taken back from it.

    One that names no exclusion is about the last one before it.
    """
    if not isinstance(record, (ExclusionCancelled, Reinstated)) or suspension.at.before(record.at).fails:
        return False
    if record.about is not None:
        return record.about in suspension.names
    exclusions = [one for one in child.history if isinstance(one, (Suspended, PermanentlyExcluded))]
    before = [one for one in exclusions if not one.at.before(record.at).fails]
    return max(before, key=lambda one: one.at.earliest, default=None) is suspension


def _first_day_out(suspension: Suspended, calendar: SchoolCalendar) -> Due:
    first, last = first_days_out(suspension, calendar)
    if isinstance(first, RanOut):
        return undetermined(first, 1, SCHOOL_DAYS, suspension.at)
    if isinstance(last, RanOut):
        return evolve(undetermined(last, 1, SCHOOL_DAYS, suspension.at), first=whole_day(first), act_by=first)
    return Due(whole_day(first), whole_day(last), first)


# --- one time out, over suspensions that follow on from each other ----------------------------------------------


@frozen
class _Out:
    """One suspension in school days, counted from the first day that the one asked about may begin on, which is day 0.

    Args:
        record: the suspension.
        first: the earliest day that may be its first.
        surely_from: the latest day that may be its first.
        days: how many school days it lasts; None where that is not known.
        place: its place among the child's records, which tells apart two that are the same.
    """

    record: Suspended
    first: int
    surely_from: int
    days: int | None
    place: int = 0

    @property
    def last(self) -> int | None:
        """The latest day that may be its last."""
        return None if self.days is None else self.surely_from + self.days - 1

    @property
    def surely_last(self) -> int | None:
        """The earliest day that may be its last."""
        return None if self.days is None else self.first + self.days - 1


@frozen
class _TimeOut:
    """The time a child is out around one suspension, with all the suspensions that follow on from each other.

    Args:
        own: the suspension asked about.
        may_join: every suspension that may belong to it, in the order they begin.
        joins: those that surely do.
        calendar: the school's calendar.
        day_0: the day from which school days are counted.
        to_come: training days that are not listed, and may move every later day.
    """

    own: _Out
    may_join: tuple[_Out, ...]
    joins: tuple[_Out, ...]
    calendar: SchoolCalendar
    day_0: date
    to_come: int

    @property
    def first(self) -> int:
        """The earliest day on which the child may have begun to be out."""
        return min(out.first for out in self.may_join)

    @property
    def surely_from(self) -> int:
        """The day from which on the child has surely been out without a break."""
        return min(out.surely_from for out in self.joins)

    @property
    def before(self) -> tuple[_Out, ...]:
        """The suspensions that may have led into the one asked about."""
        return tuple(out for out in self.may_join if out is not self.own and _order(out) < _order(self.own))

    @property
    def length_unknown(self) -> bool:
        """Whether any of the suspensions has no length on record."""
        return any(out.days is None for out in self.may_join)

    @property
    def last(self) -> int | None:
        """The latest day on which the child may still be out; None where that is not known."""
        if self.length_unknown:
            return None
        return max(out.surely_from + (out.days or 0) - 1 for out in self.may_join)

    @property
    def surely_last(self) -> int:
        """The day up to which the child is surely out."""
        return max(out.first if out.surely_last is None else out.surely_last for out in self.joins)

    def is_of_another(self, number: int, soonest: int, latest: int) -> bool:
        """Whether an earlier suspension holds the nth day out, which is one of some days, so that it is told there."""
        for out in self.before:
            if out.days is None or out.last is None or out.surely_last is None:
                continue
            if out.surely_from <= soonest and latest <= out.surely_last:
                return True
            if out.days >= number and out.first <= soonest and latest <= out.last:
                return True
        return False

    def day(self, number: int) -> date | RanOut:
        """The date of a school day by its number."""
        return self.calendar.reach(self.day_0, number) if number else self.day_0

    def due(self, first: int, last: int) -> Due:
        """A due date that is some school day between two, the later moved by training days that may still come."""
        number = first - self.first + 1
        earliest, latest = self.day(first), self.day(last)
        if isinstance(earliest, RanOut):
            return undetermined(self._ran_out(earliest), number, SCHOOL_DAYS, self.own.record.at)
        begun = self.day(self.first)
        counting = None
        if isinstance(begun, date) and first == last:
            counting = how_counted(begun, begun, earliest, self.calendar)
        to_come = self.to_come if last > self.surely_from else 0
        note = training_days_to_come(to_come) if to_come else ""
        if to_come:
            latest = self.day(last + to_come)
        if isinstance(latest, RanOut):
            missing = undetermined(self._ran_out(latest), number, SCHOOL_DAYS, self.own.record.at).missing
            return Due(whole_day(earliest), None, earliest, counting, missing, note)
        missing = "" if earliest == latest or note else self._what_widens()
        return Due(whole_day(earliest), whole_day(latest), earliest, counting, missing, note)

    def _ran_out(self, found: RanOut) -> RanOut:
        """How far a count from the first day out got, that day included."""
        return evolve(found, counted=found.counted + 1 - self.first)

    def _what_widens(self) -> str:
        rough = any(out.record.first_day is not None and out.first != out.surely_from for out in self.may_join)
        return WHICH_FIRST_DAY if rough else ""

    def still_out_on(self, due: Due) -> Verdict:
        """Whether the child is still out on a due day."""
        if due.first is None:
            return Verdict.HOLDS
        latest = None if self.last is None else self.day(self.last)
        if isinstance(latest, date) and latest.toordinal() < due.first.first_day:
            return Verdict.FAILS
        sure = self.day(self.surely_last)
        if isinstance(sure, RanOut) or due.last is None or sure.toordinal() >= due.last.last_day:
            return Verdict.HOLDS
        return Verdict.UNKNOWN

    def unsure(self, due: Due) -> str:
        """What leaves it open whether the child is still out on a due day, where every length is known."""
        if due.note:
            return TRAINING_DAYS
        return self._what_widens() or (WHETHER_ON if len(self.may_join) > len(self.joins) else WHETHER_AFTERNOON)

    def ran(self, start: Start, due: Due, told: str, *, missing: str) -> Ran:
        """A run that is open from the first of the suspensions to the day the child is back."""
        surely, maybe = ([out.record.at for out in found] for found in (self.joins, self.may_join))
        began = min(surely, key=lambda at: at.earliest)
        earliest = min(maybe, key=lambda at: at.earliest)
        opens = began if earliest.earliest >= began.earliest else Instant(earliest.first_day, began.last_day)
        soonest = self.day(self.surely_last + 1)
        latest = None if self.last is None else self.day(self.last + self.to_come + 1)
        ends = None
        if isinstance(soonest, date):
            ends = Instant(
                soonest.toordinal(), max(soonest, latest).toordinal() if isinstance(latest, date) else LAST_ORDINAL
            )
        refs, may_refs = (
            frozenset(out.record.ref for out in found if out.record.ref is not None)
            for found in (self.joins, self.may_join)
        )
        asked = HOW_LONG if self.length_unknown else self.unsure(due)
        return Ran(start, due, told, opens, NEVER_CLOSES, ends, missing, refs, may_refs, asked)


def _order(out: _Out) -> tuple[int, int, int]:
    return out.first, out.record.at.earliest, out.place


def _time_out(suspension: Suspended, child: Child | None, calendar: SchoolCalendar) -> _TimeOut | None:
    """The time out around a suspension; None where the published dates do not hold its first day."""
    day_0 = first_days_out(suspension, calendar)[0]
    if isinstance(day_0, RanOut):
        return None
    records = (suspension,) if child is None else child.history
    outs = [
        out
        for place, record in enumerate(records)
        if isinstance(record, Suspended)
        and not record.lunchtime
        and (out := _counted_from(day_0, record, calendar, place, days_served(record, child, calendar))) is not None
    ]
    own = next((out for out in outs if out.record is suspension), None)
    if own is None:
        return None
    to_come = calendar.inset_to_come(day_0, day_0)
    may_be = [(out.first, None if out.last is None else out.last + to_come, out) for out in outs]
    surely = [
        (out.surely_from, out.first if out.surely_last is None else out.surely_last, out)
        for out in outs
        if out is own or out.first == out.surely_from or (out.surely_last or out.first) >= out.surely_from
    ]
    return _TimeOut(own, _together(may_be, own), _together(surely, own), calendar, day_0, to_come)


def _counted_from(
    day_0: date, suspension: Suspended, calendar: SchoolCalendar, place: int, days: int | None
) -> _Out | None:
    """A suspension in school days from a day; None where its days are not published, or only lunchtimes were barred."""
    if suspension.lunchtime:
        return None
    first, last = first_days_out(suspension, calendar)
    if isinstance(first, RanOut) or isinstance(last, RanOut):
        return None
    try:
        numbers = [calendar.count(after=day_0, to=day) for day in (first, last)]
    except NoTermDates:
        return None
    return _Out(suspension, numbers[0], numbers[1], days, place)


def _together(runs: Iterable[tuple[int, int | None, _Out]], own: _Out) -> tuple[_Out, ...]:
    """The suspensions whose days make one run with those of one of them; None is a run that may go on for ever."""
    found: list[_Out] = []
    reach: int | None = 0
    for first, last, out in sorted(runs, key=lambda run: (run[0], run[2].record.at.earliest)):
        if found and reach is not None and first > reach + 1:
            if own in found:
                break
            found = []
        if not found:
            reach = last
        found.append(out)
        reach = None if reach is None or last is None else max(reach, last)
    return tuple(found)
