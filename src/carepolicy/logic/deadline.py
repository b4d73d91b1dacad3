"""Knows what a deadline is, and the commonest: counted days and hours, the day itself; and how words are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, field, frozen

from carepolicy.errors import BadPolicy, NotAskable, Unfinished
from carepolicy.facts import Child, Record
from carepolicy.logic.condition import Begins, Ends
from carepolicy.logic.due import (
    Advice,
    Due,
    act_by,
    at_moment,
    clock_on,
    counted_off,
    elapsed,
    is_vague,
    naming_whose_dates,
    whenever,
    whole_day,
)
from carepolicy.logic.starts import Start, moment_of
from carepolicy.logic.where import Where
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import day_after
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant, Moment, start_of_day
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, TERMS, WORKING_DAYS, Span, Unit
from carepolicy.time.wall_calendar import Counting

Trigger = Begins | Ends | type[Record]
"""What starts a clock: the beginning or end of a condition, or a kind of record."""


@frozen
class Ran:
    """One run of a clock.

    Args:
        start: what started it.
        due: by when.
        told: how the due date follows from the start, such as "20 working days after becoming looked after".
        opens: from when an act counts.
        closes: from when an act counts for the next run instead; None where nothing closes it.
        may_close: from when on an act may count for another run instead, since it is not known which began first.
        ends: the first day on which there is nothing left to do it for, such as the day the child is back, as far as it
            is known; None where there always is.
        missing: what is missing to know whether it runs at all, or "".
        refs: the `ref` of every record that it is about, beside that of the start.
        may_refs: the `ref` of every record that it may be about.
        ends_asked: what is missing to know the day of `ends`, or "".
        ahead_from: from when on an act that came before the event counts for it too; None where none does.
        ahead_named_from: from when on such an act counts where it names the event, whatever else came between.
        ahead_surely_from: from which day on such an act is surely for this event, since no other may be unlisted.
        others: the `ref` of every other record that starts the same clock: what is about one of them is not about this.
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
    ahead_from: Instant | None = None
    ahead_surely_from: int | None = None
    ahead_named_from: Instant | None = None
    others: frozenset[str] = frozenset()
    may_close: Instant | None = None

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
    def comes_before(self) -> bool:
        """Whether the act must come before the event, so that what was done since the event before counts."""
        return False

    @property
    def may_come_before(self) -> bool:
        """Whether the act may come before the event or after it, by when this says."""
        return False

    @property
    def no_sooner_than(self) -> Span | None:
        """How long before the event at the earliest an act counts that may come before it; None: from any time on."""
        return None

    @property
    def words(self) -> str:
        """The deadline as a phrase that stands before "after joining the school" or alone."""
        raise NotImplementedError

    @property
    def unit(self) -> Unit:
        """The unit in which lateness is told: the days that it counts in, or calendar days."""
        return CALENDAR_DAYS

    @property
    def counted_on(self) -> Unit:
        """The unit whose published days it leans on; for terms and school years, school days."""
        return self.unit

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
        start = Start(Instant.of(day))
        due = self.due(start, None, calendar)
        return Due(None, None) if due is None else naming_whose_dates(due, self.counted_on, start.at, calendar)

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
        those: which records start it, by what is written on them; None takes every one.
    """

    deadline: Deadline
    triggers: tuple[Trigger, ...] = field()
    those: Where | None = None

    def __attrs_post_init__(self) -> None:
        for trigger in self.triggers:
            if isinstance(trigger, (Begins, Ends)) or (isinstance(trigger, type) and issubclass(trigger, Record)):
                continue
            raise Unfinished(
                f"A {type(trigger).__name__} does not start a clock. Give a kind of record, such as JoinedSchool, "
                "or the beginning of a condition, such as looked_after.begins."
            )

    def only(self, those: Where) -> Clock:
        """The clock of which only some records of a kind are starts at all, and no others are the next one or the last.

        Args:
            those: which, such as those of one post among all that are held.
        """
        return evolve(self, those=those)

    def starts(self, child: Child) -> Iterator[tuple[Trigger, Start]]:
        """Everything on record that starts the clock, with its trigger, in order for each trigger."""
        for trigger in self.triggers:
            if isinstance(trigger, (Begins, Ends)):
                for start in trigger.starts(child):
                    yield trigger, start
            else:
                found = [record for record in child.history if isinstance(record, trigger) and self._starts_it(record)]
                for record in sorted(found, key=lambda record: moment_of(record).first_day):
                    yield trigger, Start(moment_of(record), record=record)

    def _starts_it(self, record: Record) -> bool:
        return self.those is None or not self.those.test(record).fails

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
        return Clock(evolve(chosen, deadline=other.deadline, instead=ways), other.triggers, other.those)

    def __repr__(self) -> str:
        those = "" if self.those is None else f".only({self.those!r})"
        return f"{self.deadline!r}.of({', '.join(map(_trigger_name, self.triggers))}){those}"


def told_as(trigger: Trigger) -> str:
    """How a trigger is told: it reads well after "20 school days after"."""
    return trigger.told_as() if isinstance(trigger, type) else trigger.told_as


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
        at, unit = start.at, self.span.unit
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        if unit is HOURS:
            return _hours_later(at, self.span.number, calendar)
        if unit in (SCHOOL_DAYS, WORKING_DAYS):
            due = counted_off(at, self.span.number, calendar.days_of(unit), calendar)
        else:
            due = self._by_date(at, calendar)
        return evolve(due, caveats=(AT_MIDNIGHT,)) if _at_midnight(at) else due

    def _by_date(self, at: Instant, calendar: SchoolCalendar) -> Due:
        day = date.fromordinal(at.first_day)
        first, last = self.span.after(day), self.span.after(date.fromordinal(at.last_day))
        counting = Counting(day, day_after(day), first, how=self.span.how(day)) if at.is_one_day else None
        vague = is_vague(at)
        useful = None if vague else act_by(first, at, calendar)
        return Due(whole_day(first), whole_day(last), useful, counting, vague=vague)

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


AT_MIDNIGHT = "the event is timed at midnight: the whole of that day follows it, so it may be day 1 (Matthew v Sedman)"


def _at_midnight(at: Instant) -> bool:
    return at.moments is not None and at.moments == (start_of_day(at.first_day),) * 2


def _hours_later(at: Instant, hours: int, calendar: SchoolCalendar) -> Due:
    first, last = at_moment(at.earliest + hours * AN_HOUR), at_moment(at.latest + hours * AN_HOUR)
    vague = is_vague(at)
    day, until = date.fromordinal(at.first_day), date.fromordinal(first.first_day)
    counting = Counting(day, day, until, how=elapsed(hours, at.earliest)) if first == last else None
    return Due(first, last, None if vague else act_by(until, at, calendar), counting, vague=vague)


# --- on the day ------------------------------------------------------------------------------------------------

WHEN_IT_CLOSES = "the time at which the school closes"

NOBODY_LATER = "our advice: nobody is at school later"

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
        vague = is_vague(at)
        act_by = None if vague else date.fromordinal(at.first_day)
        first, last = Instant(at.first_day, at.first_day), Instant(at.last_day, at.last_day)
        if self.by == MIDNIGHT:
            return Due(first, last, act_by, vague=vague, advice=tuple(self._by_the_end_of_school(at, calendar)))
        if calendar.closes is None:
            first = Instant(at.first_day, at.first_day, (at.earliest, at.earliest))
            return Due(first, last, act_by, missing=WHEN_IT_CLOSES, vague=vague)
        first, last = clock_on(at.first_day, calendar.closes), clock_on(at.last_day, calendar.closes)
        return Due(first, last, act_by, vague=vague)

    @staticmethod
    def _by_the_end_of_school(at: Instant, calendar: SchoolCalendar) -> Iterator[Advice]:
        day = date.fromordinal(at.first_day)
        if at.is_one_day and calendar.closes is not None and calendar.covers(day) and calendar.is_open(day):
            yield Advice("do it by the end of the school day,", clock_on(at.first_day, calendar.closes), NOBODY_LATER)

    def __repr__(self) -> str:
        return "on_the_day" if self.by == MIDNIGHT else "by_close_of_school"


on_the_day = OnTheDay()
"""On the day of the event: due at midnight at its end; school closes earlier, so act by then."""

by_close_of_school = OnTheDay(CLOSE_OF_SCHOOL)
"""On the day of the event, by the close of school."""


# --- readings -------------------------------------------------------------------------------------------------


class AsInside(Deadline):
    """A deadline that falls due as another inside it says, and adds something of its own."""

    __slots__ = ()

    deadline: Deadline

    @property
    def from_the_first_only(self) -> bool:
        return self.deadline.from_the_first_only

    @property
    def comes_before(self) -> bool:
        return self.deadline.comes_before

    @property
    def may_come_before(self) -> bool:
        return self.deadline.may_come_before

    @property
    def no_sooner_than(self) -> Span | None:
        return self.deadline.no_sooner_than

    @property
    def words(self) -> str:
        return self.deadline.words

    @property
    def unit(self) -> Unit:
        return self.deadline.unit

    @property
    def counted_on(self) -> Unit:
        return self.deadline.counted_on

    def told(self, trigger: str) -> str:
        return self.deadline.told(trigger)

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return self.deadline.due(start, child, calendar)

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        yield from self.deadline.runs(start, trigger, child, calendar)


NEVER_CLOSES = Instant(LAST_ORDINAL, LAST_ORDINAL)


@frozen(repr=False)
class Again(AsInside):
    """The same act once more: each act starts a clock that only a later day's act stops.

    Args:
        deadline: by when.
    """

    deadline: Deadline

    def told(self, trigger: str) -> str:
        return f"again, {self.deadline.told(trigger)}"

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        if start.at.last_day == LAST_ORDINAL:
            return
        opens = Instant(start.at.first_day + 1, start.at.last_day + 1)
        for ran in self.deadline.runs(start, trigger, child, calendar):
            yield evolve(ran, told=self.told(trigger), opens=opens, closes=NEVER_CLOSES)

    def __repr__(self) -> str:
        return f"again({self.deadline!r})"


def again(deadline: Deadline) -> Again:
    """The deadline for doing once more what starts its clock, such as the next review from the last.

    Args:
        deadline: by when, such as `within(6, MONTHS)`.
    """
    return Again(deadline)


@frozen(repr=False)
class OrBefore(AsInside):
    """A deadline for what may also have been done before the event.

    Args:
        deadline: by when at the latest.
        no_earlier: how long before the event at the earliest; None where that is left open.
    """

    deadline: Deadline
    no_earlier: Span | None = None

    @property
    def may_come_before(self) -> bool:
        return not self.deadline.comes_before  # what must come before is never for the event before it, late

    @property
    def no_sooner_than(self) -> Span | None:
        return self.no_earlier

    @property
    def words(self) -> str:
        if self.deadline.comes_before:
            return f"{self.deadline.words}{self._at_most}"
        early = "" if self.no_earlier is None else f" (or up to {self.no_earlier} before)"
        return f"{self.deadline.words}{early}"

    def told(self, trigger: str) -> str:
        if self.deadline.comes_before:
            return f"{self.deadline.told(trigger)}{self._at_most}"
        early = "" if self.no_earlier is None else f"up to {self.no_earlier} "
        return f"{self.deadline.told(trigger)}, or {early}before it"

    @property
    def _at_most(self) -> str:
        return "" if self.no_earlier is None else f", at most {self.no_earlier} ahead"

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        for ran in self.deadline.runs(start, trigger, child, calendar):
            yield evolve(ran, told=self.told(trigger))

    def __repr__(self) -> str:
        early = "" if self.no_earlier is None else f", no_earlier={self.no_earlier!r}"
        return f"or_before({self.deadline!r}{early})"


def or_before(deadline: Deadline, *, no_earlier: Span | None = None) -> OrBefore:
    """The deadline at the latest, for what may as well be done before the event.

    Args:
        deadline: by when at the latest, such as `within(5, WORKING_DAYS)`.
        no_earlier: how long before the event at the earliest, such as `Span(1, YEARS)`.
    """
    return OrBefore(deadline, no_earlier)


@frozen(repr=False)
class Reading(AsInside):
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
