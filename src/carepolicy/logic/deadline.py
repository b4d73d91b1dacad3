"""Knows what a deadline is, and the commonest: counted days, hours, the day itself, no date; and how words are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, field, frozen

from carepolicy.errors import BadPolicy, NotAskable, Unfinished
from carepolicy.facts import Child, Happening, Record, Spell
from carepolicy.logic.condition import Begins, Ends
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import CountsDays, RanOut
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL
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
        ends: the first day on which there is nothing left to do it for, such as the day the child is back, as far as it
            is known; None where there always is.
        missing: what is missing to know whether it runs at all, or "".
        refs: the `ref` of every record that it is about, beside that of the start.
        may_refs: the `ref` of every record that it may be about.
        ends_asked: what is missing to know the day of `ends`, or "".
    """

    start: Start
    due: Due
    told: str
    opens: Instant
    closes: Instant | None = None
    ends: Instant | None = None
    missing: str = ""
    refs: frozenset[str] = frozenset()
    may_refs: frozenset[str] = frozenset()
    ends_asked: str = ""

    @property
    def about(self) -> frozenset[str]:
        """What an act may say that it is about, to count for this run: what started it, or what that is about."""
        record = self.start.record
        return self.refs if record is None else self.refs | record.names


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

        >>> from carepolicy.time.terms import Term
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
        ways = tuple(way if isinstance(way, Clock) else Clock(way, self.triggers) for way in chosen.instead)
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
            return whenever(start.at)
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
        return undetermined(first, number, days.unit, at)
    counting = how_counted(date.fromordinal(at.first_day + 1), first, days) if at.is_one_day else None
    to_come = calendar.inset_to_come(day, first) if days.unit is SCHOOL_DAYS else 0
    last = days.reach(last_day, number + to_come)
    note = ""
    if to_come:
        note = training_days_to_come(to_come)
    vague = _is_vague(at)
    act_by = None if vague else first
    if isinstance(last, RanOut):
        missing = undetermined(last, number, days.unit, at).missing
        if last.last_known is not None and last.counted >= number:
            missing = f"the {days.unit} after {with_weekday(last.last_known)}, past which training days may move it"
        return Due(whole_day(first), None, act_by, counting, missing, note, vague)
    return Due(whole_day(first), whole_day(last), act_by, counting, note=note, vague=vague)


TRAINING_DAYS = "the school's training days"


def training_days_to_come(number: int) -> str:
    """How it is told that some of a year's training days are not listed, and may move a due date."""
    return (
        f"{number} of the year's training days are not listed: "
        "each of them that falls inside the count makes it a school day later"
    )


def undetermined(ran_out: RanOut, number: int, unit: Unit, at: Instant) -> Due:
    """A due date that cannot be told because the published dates ran out, with how far the count got."""
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


def whenever(at: Instant) -> Due:
    """For an event that may be on any day from one on: nothing is known of the due date but that it comes later."""
    return Due(Instant(at.first_day, at.first_day), None, missing="the day of the event", vague=True)


def _is_vague(at: Instant) -> bool:
    return at.last_day - at.first_day > TOO_WIDE


def how_counted(first: date, last: date, days: CountsDays) -> Counting:
    """How the days from the first looked at to the one a count came to were counted; one step for each calendar day."""
    reasons: Counter[str] = Counter()
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        why = days.why_closed(date.fromordinal(ordinal))
        if why is not None:
            reasons[why] += 1
    return Counting(first, last, tuple(reasons.items()))


def _hours_later(at: Instant, hours: int, calendar: SchoolCalendar) -> Due:
    first, last = at_moment(at.earliest + hours * AN_HOUR), at_moment(at.latest + hours * AN_HOUR)
    assert first.day is not None
    vague = _is_vague(at)
    return Due(first, last, None if vague else act_by(first.day, at, calendar), vague=vague)


def at_moment(moment: int) -> Instant:
    """One moment, given in UTC microseconds, as an instant of its day in London."""
    ordinal = local_time(moment).toordinal()
    return Instant(ordinal, ordinal, (moment, moment))


def _on_days(first: int, last: int, at: Instant, calendar: SchoolCalendar) -> Due:
    day = date.fromordinal(first)
    return Due(Instant(first, first), Instant(last, last), act_by(day, at, calendar))


def act_by(day: date, at: Instant | None, calendar: SchoolCalendar) -> date | None:
    """The last useful school day, or else working day, up to a due day that nothing moves, or that day itself.

    Args:
        day: the due day.
        at: the event, before which nothing is useful; None where the act comes before the event.
        calendar: the school's calendar.
    """
    earliest = FIRST_ORDINAL if at is None else at.first_day
    useful = (calendar.last_open_by(day), calendar.working_days.last_open_by(day))
    return next((found for found in useful if found is not None and found.toordinal() >= earliest), day)


def whole_day(day: date) -> Instant:
    """A due date that lasts to the end of its day."""
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
            return whenever(at)
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
