"""Knows the ways in which a policy says by when: counted days, hours, the same day, each term, or no date at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from attrs import evolve, field, frozen

from carepolicy.errors import BadPolicy, NotAskable, NoTermDates, Unfinished
from carepolicy.facts import Child, Happening, Record, Spell, Suspended
from carepolicy.logic.condition import Begins, Ends
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import LONGEST_HOLIDAY, CountsDays, RanOut, ReportingTerm, SchoolCalendar
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant, Moment, local_time
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, TERMS, WORKING_DAYS, Span, Unit
from carepolicy.time.written import with_time, with_weekday

TOO_WIDE = 366
"""Calendar days beyond which a window is told by its later end alone; its earlier end may be no more than a birth."""

Trigger = Begins | Ends | type[Record]
"""What starts a clock: the beginning or end of a condition, or a kind of record."""


@frozen
class Counting:
    """How a due date was counted, so that it can be checked on a wall calendar.

    Args:
        first: the first day looked at, the one after the event (or the event's own day, where the words count it).
        last: the day the count came to.
        skipped: why days between were not counted, and how many for each reason, in calendar days.
    """

    first: date
    last: date
    skipped: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        text = f"counted from {with_weekday(self.first)} to {with_weekday(self.last)}"
        if self.skipped:
            total = sum(number for _, number in self.skipped)
            reasons = ", ".join(f"{number} {reason}" for reason, number in self.skipped)
            text += f"; not counted: {total} {'day' if total == 1 else 'days'} ({reasons})"
        return text


@frozen
class Due:
    """When something is due, as a window: the earliest and the latest moment that may be the legal end.

    Args:
        first: the earliest possible due date or moment; None where the words give no date.
        last: the latest; None where it cannot be told, or where the words give no date.
        act_by: the last school or working day on or before the earliest due date, where that is known and not vague.
        counting: how it was counted, where it was.
        missing: what is missing to know it, or "".
        note: what else bears on it, such as training days that are not listed, or "".
        vague: whether the event is known only within more than a year, so that its earlier end is not worth telling.
    """

    first: Instant | None
    last: Instant | None
    act_by: date | None = None
    counting: Counting | None = None
    missing: str = ""
    note: str = ""
    vague: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether the words give a date at all."""
        return self.first is not None

    @property
    def day(self) -> date | None:
        """The due day, where it is known."""
        if self.first is None or self.last is None or self.first.day != self.last.day:
            return None
        return self.first.day

    def __str__(self) -> str:
        if self.first is None:
            return "no date"
        if self.last is None:
            return "undetermined" if self.vague else f"undetermined, not before {_moment(self.first)}"
        if self.first == self.last:
            return _moment(self.first)
        if self.day is not None and self.missing:
            return f"{with_weekday(self.day)}, at a time that is not known"
        if self.vague:
            return f"{_moment(self.last)} at the latest"
        return f"between {_moment(self.first)} and {_moment(self.last)}"


@frozen
class Ran:
    """One run of a clock.

    Args:
        start: what started it.
        due: by when.
        told: how the due date follows from the start, such as "20 working days after becoming looked after".
        opens: from when an act counts.
        closes: from when an act counts for the next run instead; None where nothing closes it.
        ends: the first day on which there is nothing left to do it for, such as the day the child is back; None where
            there always is.
        missing: what is missing to know whether it runs at all, or "".
    """

    start: Start
    due: Due
    told: str
    opens: Instant
    closes: Instant | None = None
    ends: Instant | None = None
    missing: str = ""


class Deadline:
    """A way of saying by when, not yet tied to what starts the clock."""

    __slots__ = ()

    @property
    def from_the_first_only(self) -> bool:
        """Whether only the first of several triggers in one stretch of a status starts the clock."""
        return False

    @property
    def words(self) -> str:
        """The deadline as a phrase that stands before "after joining the school" or alone."""
        raise NotImplementedError

    @property
    def unit(self) -> Unit:
        """The unit in which lateness is told: the days that it counts in, or calendar days."""
        return CALENDAR_DAYS

    def told(self, trigger: str) -> str:
        """The whole deadline as a phrase, with what starts the clock."""
        return f"{self.words} after {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        """When it is due for one start of the clock; None where nothing falls due."""
        raise NotImplementedError

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        """The runs of the clock that one start sets off."""
        due = self.due(start, child, calendar)
        if due is not None:
            yield Ran(start, due, self.told(trigger), start.at)

    def of(self, first: Trigger, /, *more: Trigger) -> Clock:
        """The deadline tied to what starts the clock; each trigger runs a clock of its own.

        Raises:
            Unfinished: when a trigger is neither a kind of record nor the beginning or end of a condition.
        """
        return Clock(self, (first, *more))

    def counted_from(self, day: Moment, *, calendar: SchoolCalendar) -> Due:
        """The arithmetic alone: when it is due if the clock starts on a day.

        Args:
            day: the day or moment that starts the clock.
            calendar: the school's calendar, which also carries the working days.

        >>> from carepolicy.time.calendar import Term
        >>> autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))], all_inset_listed=True)
        >>> print(within(5, SCHOOL_DAYS).counted_from(date(2025, 9, 3), calendar=autumn))
        Wed 10 Sep 2025

        Raises:
            NotAskable: when it is not given a calendar.
        """
        if not isinstance(calendar, SchoolCalendar):
            raise NotAskable(
                f"counted_from(day, calendar=...) takes a SchoolCalendar; it was given a {type(calendar).__name__}."
            )
        due = self.due(Start(Instant.of(day)), None, calendar)
        return due if due is not None else Due(None, None)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The reading it is, if it is one."""
        return ()


@frozen(repr=False)
class Clock:
    """A deadline tied to what starts its clock.

    Args:
        deadline: by when.
        triggers: what starts it; each runs a clock of its own.
    """

    deadline: Deadline
    triggers: tuple[Trigger, ...] = field()

    def __attrs_post_init__(self) -> None:
        for trigger in self.triggers:
            if isinstance(trigger, (Begins, Ends)) or (isinstance(trigger, type) and issubclass(trigger, Record)):
                continue
            raise Unfinished(
                f"A {type(trigger).__name__} does not start a clock. Give a kind of record, such as JoinedSchool, "
                "or the beginning of a condition, such as looked_after.begins."
            )

    def starts(self, child: Child) -> Iterator[tuple[Trigger, Start]]:
        """Everything on record that starts the clock, with its trigger, in order for each trigger."""
        for trigger in self.triggers:
            if isinstance(trigger, (Begins, Ends)):
                for start in trigger.starts(child):
                    yield trigger, start
            else:
                found = [record for record in child.history if isinstance(record, trigger)]
                for record in sorted(found, key=lambda record: _moment_of(record).first_day):
                    yield trigger, Start(_moment_of(record), record=record)

    def choosing(self, other: Deadline | Clock) -> Clock:
        """The clock with its words read another way; a reading that says what starts the clock starts it from there.

        Args:
            other: one of the ways that the reading lists, or the one it takes.

        Raises:
            BadPolicy: when the clock leans on no reading, or the reading does not list that way.
        """
        if not isinstance(self.deadline, Reading):
            raise BadPolicy(f"{self.deadline!r} is not a reading, so there is none to choose.")
        chosen = self.deadline.choosing(other)
        if not isinstance(other, Clock):
            return evolve(self, deadline=chosen)
        instead = (
            Clock(self.deadline.deadline, self.triggers),
            *(way for way in chosen.instead if way != chosen.deadline),
        )
        ways = tuple(way for way in instead if way != self.deadline.deadline)
        return Clock(evolve(chosen, deadline=other.deadline, instead=ways), other.triggers)

    def __repr__(self) -> str:
        return f"{self.deadline!r}.of({', '.join(map(_trigger_name, self.triggers))})"


def told_as(trigger: Trigger) -> str:
    """How a trigger is told: it reads well after "20 school days after"."""
    return trigger.told_as() if isinstance(trigger, type) else trigger.told_as


def _moment_of(record: Record) -> Instant:
    if isinstance(record, Spell):
        return record.start
    assert isinstance(record, Happening)
    return record.at


def _trigger_name(trigger: Trigger) -> str:
    return trigger.__name__ if isinstance(trigger, type) else repr(trigger)


# --- within so many -------------------------------------------------------------------------------------------


@frozen(repr=False)
class Within(Deadline):
    """So many days, hours, weeks or months after the event, whose own day is not counted (law notes, AFTER).

    Args:
        span: how many of what.
    """

    span: Span

    @property
    def words(self) -> str:
        return str(self.span)

    @property
    def unit(self) -> Unit:
        return self.span.unit if self.span.unit in (SCHOOL_DAYS, WORKING_DAYS) else CALENDAR_DAYS

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        unit = self.span.unit
        if start.at.last_day == LAST_ORDINAL:
            return _whenever(start.at)
        if unit is HOURS:
            return _hours_later(start.at, self.span.number, calendar)
        if unit in (SCHOOL_DAYS, WORKING_DAYS):
            return _counted(start.at, self.span.number, calendar.days_of(unit), calendar)
        first, last = (
            self.span.after(date.fromordinal(day)).toordinal() for day in (start.at.first_day, start.at.last_day)
        )
        due = _on_days(first, last, start.at, calendar)
        return evolve(due, act_by=None, vague=True) if _is_vague(start.at) else due

    def __repr__(self) -> str:
        return f"within({self.span.number}, {self.span.unit!r})"


def within(number: int, unit: Unit) -> Within:
    """So many units after the event, which is itself day 0; the actor has until the end of the last day.

    Args:
        number: how many.
        unit: `SCHOOL_DAYS`, `WORKING_DAYS`, `CALENDAR_DAYS`, `HOURS` (elapsed), `WEEKS`, `MONTHS` or `YEARS`.

    Source: law notes 1.5 (AFTER, HOURS, CORR); Dodds v Walker [1981] 1 WLR 1027.

    >>> within(20, WORKING_DAYS)
    within(20, WORKING_DAYS)
    """
    span = Span(number, unit)
    if unit is TERMS:
        raise BadPolicy("Terms are not counted off after an event. Write once_each_term, or within(3, MONTHS).")
    return Within(span)


def _counted(at: Instant, number: int, days: CountsDays, calendar: SchoolCalendar) -> Due:
    day, last_day = date.fromordinal(at.first_day), date.fromordinal(at.last_day)
    first = days.reach(day, number)
    if isinstance(first, RanOut):
        return _undetermined(first, number, days.unit, at)
    counting = _how_counted(date.fromordinal(at.first_day + 1), first, days) if at.is_one_day else None
    to_come = calendar.inset_to_come(day, first) if days.unit is SCHOOL_DAYS else 0
    last = days.reach(last_day, number + to_come)
    note = ""
    if to_come:
        note = _training_days_to_come(to_come)
    vague = _is_vague(at)
    act_by = None if vague else first
    if isinstance(last, RanOut):
        missing = _undetermined(last, number, days.unit, at).missing
        if last.last_known is not None and last.counted >= number:
            missing = f"the {days.unit} after {with_weekday(last.last_known)}, past which training days may move it"
        return Due(_whole_day(first), None, act_by, counting, missing, note, vague)
    return Due(_whole_day(first), _whole_day(last), act_by, counting, note=note, vague=vague)


def _training_days_to_come(number: int) -> str:
    return (
        f"{number} of the year's training days are not listed: "
        "each of them that falls inside the count makes it a school day later"
    )


def _undetermined(ran_out: RanOut, number: int, unit: Unit, at: Instant) -> Due:
    if ran_out.last_known is None:
        first = Instant(at.first_day + 1, at.first_day + 1)
        since = (
            "as far back as the event may lie"
            if _is_vague(at)
            else f"from {with_weekday(date.fromordinal(at.first_day))} on"
        )
        return Due(first, None, missing=f"the {unit} {since}", vague=_is_vague(at))
    first_unknown = ran_out.last_known.toordinal() + 1
    missing = f"the {unit} after {with_weekday(ran_out.last_known)}; {ran_out.counted} of {number} counted by then"
    return Due(Instant(first_unknown, first_unknown), None, missing=missing, vague=_is_vague(at))


def _whenever(at: Instant) -> Due:
    """For an event that may be on any day from one on: nothing is known of the due date but that it comes later."""
    return Due(Instant(at.first_day, at.first_day), None, missing="the day of the event", vague=True)


def _is_vague(at: Instant) -> bool:
    return at.last_day - at.first_day > TOO_WIDE


def _how_counted(first: date, last: date, days: CountsDays) -> Counting:
    reasons: Counter[str] = Counter()
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        why = days.why_closed(date.fromordinal(ordinal))
        if why is not None:
            reasons[why] += 1
    return Counting(first, last, tuple(reasons.items()))


def _hours_later(at: Instant, hours: int, calendar: SchoolCalendar) -> Due:
    first, last = _at_moment(at.earliest + hours * AN_HOUR), _at_moment(at.latest + hours * AN_HOUR)
    assert first.day is not None
    vague = _is_vague(at)
    return Due(first, last, None if vague else _act_by(first.day, at, calendar), vague=vague)


def _at_moment(moment: int) -> Instant:
    ordinal = local_time(moment).toordinal()
    return Instant(ordinal, ordinal, (moment, moment))


def _on_days(first: int, last: int, at: Instant, calendar: SchoolCalendar) -> Due:
    day = date.fromordinal(first)
    return Due(Instant(first, first), Instant(last, last), _act_by(day, at, calendar))


def _act_by(day: date, at: Instant, calendar: SchoolCalendar) -> date | None:
    """The last useful school day, or else working day, from the event to a due day that nothing moves, or that day."""
    useful = (calendar.last_open_by(day), calendar.working_days.last_open_by(day))
    return next((found for found in useful if found is not None and found.toordinal() >= at.first_day), day)


def _whole_day(day: date) -> Instant:
    return Instant(day.toordinal(), day.toordinal())


# --- on the day, without delay --------------------------------------------------------------------------------

WHEN_IT_CLOSES = "the time at which the school closes"

MIDNIGHT = "midnight"
CLOSE_OF_SCHOOL = "the close of school"


@frozen(repr=False)
class OnTheDay(Deadline):
    """The day of the event itself, to its end.

    Args:
        by: `MIDNIGHT` or `CLOSE_OF_SCHOOL`.
    """

    by: str = MIDNIGHT

    @property
    def words(self) -> str:
        return "on the day" if self.by == MIDNIGHT else f"on the day, by {self.by}"

    def told(self, trigger: str) -> str:
        return f"{'on the day' if self.by == MIDNIGHT else f'by {self.by} on the day'} of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return _whenever(at)
        vague = _is_vague(at)
        act_by = None if vague else date.fromordinal(at.first_day)
        first, last = Instant(at.first_day, at.first_day), Instant(at.last_day, at.last_day)
        if self.by == MIDNIGHT:
            return Due(first, last, act_by, vague=vague)
        if calendar.closes is None:
            first = Instant(at.first_day, at.first_day, (at.earliest, at.earliest))
            return Due(first, last, act_by, missing=WHEN_IT_CLOSES, vague=vague)
        first, last = _clock_on(at.first_day, calendar.closes), _clock_on(at.last_day, calendar.closes)
        return Due(first, last, act_by, vague=vague)

    def __repr__(self) -> str:
        return "on_the_day" if self.by == MIDNIGHT else "by_close_of_school"


def _clock_on(ordinal: int, clock: tuple[int, int]) -> Instant:
    return Instant.of(f"{date.fromordinal(ordinal).isoformat()}T{clock[0]:02}:{clock[1]:02}")


on_the_day = OnTheDay()
"""On the day of the event: due at midnight at its end; school closes earlier, so act by then."""

by_close_of_school = OnTheDay(CLOSE_OF_SCHOOL)
"""On the day of the event, by the close of school."""


@frozen(repr=False)
class WithoutDelay(Deadline):
    """As soon as can be: the words give no date, so only its age can be told."""

    @property
    def words(self) -> str:
        return "without delay"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return Due(None, None)

    def __repr__(self) -> str:
        return "without_delay"


without_delay = WithoutDelay()
"""Without delay, as soon as possible, promptly: owed from the event on, with no date."""


# --- days of a suspension -------------------------------------------------------------------------------------


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


TRAINING_DAYS = "the school's training days"

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
        return _undetermined(first, number, SCHOOL_DAYS, suspension.at)
    if isinstance(last, RanOut):
        return evolve(_undetermined(last, number, SCHOOL_DAYS, suspension.at), first=_whole_day(first), act_by=first)
    begun = _first_days_out(suspension, calendar)[0]
    counting = _how_counted(begun, first, calendar) if isinstance(begun, date) and first == last else None
    to_come = calendar.inset_to_come(begun, last) if isinstance(begun, date) and number > 1 else 0
    if not to_come:
        return Due(_whole_day(first), _whole_day(last), first, counting)
    later = calendar.reach(last, to_come)
    if isinstance(later, RanOut):
        missing = _undetermined(later, to_come, SCHOOL_DAYS, suspension.at).missing
        return Due(_whole_day(first), None, first, counting, missing, note=_training_days_to_come(to_come))
    return Due(_whole_day(first), _whole_day(later), first, counting, note=_training_days_to_come(to_come))


def _back_on(suspension: Suspended, calendar: SchoolCalendar) -> Instant | None:
    """The first school day after a suspension, where it is known."""
    if suspension.days is None:
        return None
    _, last_out = _nth_days_out(suspension, suspension.days, calendar)
    back = last_out if isinstance(last_out, RanOut) else calendar.reach(last_out, 1)
    return None if isinstance(back, RanOut) else _whole_day(back)


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


# --- each term ------------------------------------------------------------------------------------------------


NEXT_TERM = "the dates of the term after the last one published"


@frozen(repr=False)
class OnceEachTerm(Deadline):
    """Once in each term: due on the last school day of every term after the one in which the first was done.

    A school with more than three terms a year still has three for this purpose, unless they are taken as published.

    Args:
        as_published: whether each of a school's published terms counts, however many there are.
    """

    as_published: bool = False

    @property
    def from_the_first_only(self) -> bool:
        return True

    @property
    def words(self) -> str:
        return "once in each of the terms the school publishes" if self.as_published else "once in each term"

    def told(self, trigger: str) -> str:
        return f"{self.words} after {trigger.replace('the ', 'the first ', 1)}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        """By the last school day of the term that follows the one an act was done in."""
        return next(self._terms(start, "the act", calendar)).due

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        yield from self._terms(start, trigger.replace("the ", "the first ", 1), calendar)

    def _terms(self, start: Start, first: str, calendar: SchoolCalendar) -> Iterator[Ran]:
        after = f"a term after that of {first}"
        if start.at.last_day == LAST_ORDINAL:
            yield Ran(start, _whenever(start.at), f"once in each term, {after}", start.at)
            return
        listed = calendar.published_terms() if self.as_published else calendar.reporting_terms()
        known_to = max([start.at.last_day, *(term.last.toordinal() for term in listed)])
        runs = [
            (term.first.toordinal(), self._within_term(term), f"once in {term.name}, {after}")
            for term in listed
            if term.first.toordinal() > start.at.last_day
        ]
        for day, last in calendar.unpublished(start.at.last_day + 1, known_to):
            if last - day >= LONGEST_HOLIDAY:  # a shorter gap has no room for a whole term
                between = f"from {with_weekday(date.fromordinal(day))} to {with_weekday(date.fromordinal(last))}"
                due = Due(Instant(day, day), None, missing=f"the terms {between}")
                runs.append((day, due, f"once in each term {between}, {after}"))
        next_unknown = Due(Instant(known_to + 1, known_to + 1), None, missing=NEXT_TERM)
        runs.append((known_to + 1, next_unknown, f"once in the next term, {after}"))
        runs.sort(key=lambda run: run[0])
        closes = [Instant(opens, opens) for opens, _, _ in runs[1:]]
        for (opens, due, told), close in zip_longest(runs, closes):
            yield Ran(start, due, told, Instant(opens, opens), close)

    @staticmethod
    def _within_term(term: ReportingTerm) -> Due:
        last = term.last_school_day
        if last is None:
            return Due(_whole_day(term.not_before or term.first), None, missing=f"the last school day of {term.name}")
        return Due(_whole_day(last), _whole_day(last), last)

    def __repr__(self) -> str:
        return "once_each_published_term" if self.as_published else "once_each_term"


once_each_term = OnceEachTerm()
"""Once in each term: `once_each_term.of(PepCompleted)` asks for one in every term after that of the first."""

once_each_published_term = OnceEachTerm(as_published=True)
"""Once in each term as the school publishes them: six times a year where it has six."""


# --- readings -------------------------------------------------------------------------------------------------


@frozen(repr=False)
class Reading(Deadline):
    """How vague words are read: a deadline that says so, with a reason and the other ways to read them.

    Args:
        quoted: the words of the policy, short.
        deadline: how they are read.
        instead: how else they can be read.
        because: why they are read so.
    """

    quoted: str
    deadline: Deadline
    instead: tuple[Deadline | Clock, ...]
    because: str

    @property
    def from_the_first_only(self) -> bool:
        return self.deadline.from_the_first_only

    @property
    def words(self) -> str:
        return self.deadline.words

    @property
    def unit(self) -> Unit:
        return self.deadline.unit

    def told(self, trigger: str) -> str:
        return self.deadline.told(trigger)

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return self.deadline.due(start, child, calendar)

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        yield from self.deadline.runs(start, trigger, child, calendar)

    @property
    def readings(self) -> tuple[Reading, ...]:
        return (self,)

    def choosing(self, other: Deadline | Clock) -> Reading:
        """The same words read another way, with this way among the alternatives.

        Raises:
            BadPolicy: when it is not one of the ways listed.
        """
        if other == self.deadline:
            return self
        if other not in self.instead:
            listed = ", ".join(map(repr, self.instead))
            raise BadPolicy(f"{other!r} is not a listed reading of {self.quoted!r}. Choose one of {listed}.")
        instead = (self.deadline, *(one for one in self.instead if one != other))
        deadline = other.deadline if isinstance(other, Clock) else other
        because = f"chosen by the caller instead of {self.deadline.words}"
        return evolve(self, deadline=deadline, instead=instead, because=because)

    def __repr__(self) -> str:
        listed = "".join(f"{one!r}, " for one in self.instead)
        return f"reading({self.quoted!r}, {self.deadline!r}, instead=({listed}), because={self.because!r})"


def reading(quoted: str, deadline: Deadline, *, because: str, instead: Sequence[Deadline | Clock] = ()) -> Reading:
    """Vague words of a policy, read out loud: the deadline they are taken to mean, why, and what else they may mean.

    Args:
        quoted: the words, short.
        deadline: how they are read.
        because: why.
        instead: the other readings; each is printed with its own date beside every answer that leans on this one.

    Raises:
        Unfinished: when it is not given deadlines.

    >>> reading("20 days", within(20, WORKING_DAYS), because="it must reach the first review")
    reading('20 days', within(20, WORKING_DAYS), instead=(), because='it must reach the first review')
    """
    ways = tuple(instead) if isinstance(instead, Iterable) else (instead,)
    if not isinstance(deadline, Deadline) or not all(isinstance(way, (Deadline, Clock)) for way in ways):
        raise Unfinished(
            "A reading takes the deadline that the words are taken to mean, and a list of others instead: "
            'reading("20 days", within(20, SCHOOL_DAYS), instead=[within(20, WORKING_DAYS)], because="...").'
        )
    return Reading(quoted, deadline, ways, because)


def _moment(instant: Instant) -> str:
    if instant.moments is not None:
        return with_time(instant.moments[0])
    return with_weekday(date.fromordinal(instant.first_day))
