"""Knows which of two deadlines is the earlier, where their units allow it or a calendar lets both be counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import IntEnum

from attrs import frozen

from carepolicy.logic.counting import Ahead, BeginningWith, ByDate, OnceEachYear
from carepolicy.logic.days_out import FromDayOut
from carepolicy.logic.deadline import MIDNIGHT, Again, AsInside, Deadline, OnTheDay, Reading, Within
from carepolicy.logic.each_term import OnceEachTerm
from carepolicy.logic.without_a_number import Beforehand, Promptly, Regularly, immediately, without_delay
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS, YEARS, Span, Unit

A_DAY = 24
"""Hours after which the day of an event is surely over."""


class Stage(IntEnum):
    """When a deadline falls beside its event; an earlier stage is the stricter."""

    BEFORE = 0
    ON_THE_DAY = 1
    AFTER = 2


@frozen
class Measure:
    """Where a deadline stands among those measured the same way.

    Args:
        scale: the way it is measured, such as a unit; only within one can deadlines be ordered by their place.
        place: its place; the lower is the earlier.
        stage: when it falls beside the event; None where that is open.
        after_its_day: whether it surely falls after the day of the event.
        wrapped: in what it is wrapped, such as what is asked again and again.
    """

    scale: str
    place: float
    stage: Stage | None = None
    after_its_day: bool = False
    wrapped: str = ""


BEFOREHAND = Measure("beforehand", 0, Stage.BEFORE)
"""Before the event by any time at all, so later than by any time that is named."""


def earlier(one: Deadline, other: Deadline) -> int | None:
    """Which of two deadlines asks for the act sooner: -1 the first, 1 the second, 0 neither; None where units differ.

    Weeks are seven days and years twelve months; no other unit converts. What comes before the event is earlier than
    what comes on its day, and that than a number of days after it.

    Args:
        one: the first.
        other: the second.

    >>> from carepolicy.logic.deadline import within
    >>> from carepolicy.time.spans import SCHOOL_DAYS, WORKING_DAYS
    >>> earlier(within(15, SCHOOL_DAYS), within(20, SCHOOL_DAYS))
    -1
    >>> earlier(within(20, SCHOOL_DAYS), within(20, WORKING_DAYS)) is None
    True
    """
    first, second = as_read(one), as_read(other)
    if first == second:
        return 0
    return _order(_measure(first), _measure(second))


def as_read(deadline: Deadline) -> Deadline:
    """A deadline without the reading that it rests on, if it rests on one."""
    return as_read(deadline.deadline) if isinstance(deadline, Reading) else deadline


def _order(one: Measure, other: Measure) -> int | None:
    if one.wrapped != other.wrapped:
        return None
    if one.scale == other.scale:
        return (one.place > other.place) - (one.place < other.place)
    if one.stage is Stage.BEFORE and other.stage is Stage.BEFORE and BEFOREHAND in (one, other):
        return -1 if other == BEFOREHAND else 1
    if one.stage is None or other.stage is None or one.stage is other.stage:
        return None
    if Stage.BEFORE in (one.stage, other.stage):
        return -1 if one.stage < other.stage else 1
    later = one if one.stage is Stage.AFTER else other
    return None if not later.after_its_day else -1 if other is later else 1


def _measure(deadline: Deadline) -> Measure:
    if isinstance(deadline, AsInside):
        inside = _measure(as_read(deadline.deadline))
        wrapped = repr(deadline).replace(repr(deadline.deadline), "")
        return Measure(inside.scale, inside.place, inside.stage, inside.after_its_day, f"{wrapped}{inside.wrapped}")
    if isinstance(deadline, Within):
        return _counted(deadline.span, begins=False)
    if isinstance(deadline, BeginningWith):
        return _counted(deadline.span, begins=True)
    if isinstance(deadline, Ahead):
        number, unit = _converted(deadline.span)
        more = 0 if not deadline.clear else 1 if unit in _DAYS else 0.5
        return Measure(f"{unit.value} before", -number - more, Stage.BEFORE)
    for kind, measure in _OTHERS.items():
        if isinstance(deadline, kind):
            return measure
    if isinstance(deadline, OnTheDay):
        return _ON_ITS_DAY if deadline.by == MIDNIGHT else Measure("on the day", -1, Stage.ON_THE_DAY)
    if isinstance(deadline, OnceEachTerm):
        return Measure("terms", 0 if deadline.as_published else 1)
    if isinstance(deadline, FromDayOut):
        return Measure("days out", deadline.number)
    if isinstance(deadline, Promptly):
        scale = "at once" if deadline in (immediately, without_delay) else repr(deadline)
        return Measure(scale, 0 if deadline.within_the_hour else 1, Stage.AFTER)
    if isinstance(deadline, ByDate) and deadline.or_the_next is None:
        return Measure("dates", deadline.on.toordinal())
    return Measure(repr(deadline), 0)


_DAYS = (SCHOOL_DAYS, WORKING_DAYS, CALENDAR_DAYS)
_ON_ITS_DAY = Measure("on the day", 0, Stage.ON_THE_DAY)
_OTHERS: dict[type[Deadline], Measure] = {
    Beforehand: BEFOREHAND,
    OnceEachYear: Measure("terms", 2),  # whoever acts in every term acts in every year
    Regularly: Measure("regularly", 0),
}


def _counted(span: Span, *, begins: bool) -> Measure:
    """A count of days after the event, or of days of which its own is the first, which ends no later."""
    number, unit = _converted(span)
    if unit is HOURS:
        return Measure(unit.value, number, Stage.AFTER, number >= A_DAY)
    if begins and unit is CALENDAR_DAYS:  # on calendar days the one is the other, a day less
        return _counted(Span(number - 1, unit), begins=False) if number > 1 else _ON_ITS_DAY
    return Measure(unit.value, number - (0.5 if begins else 0), Stage.AFTER, not begins or number > 1)


def _converted(span: Span) -> tuple[int, Unit]:
    if span.unit is WEEKS:
        return span.number * 7, CALENDAR_DAYS
    return (span.number * 12, MONTHS) if span.unit is YEARS else (span.number, span.unit)


# --- by counting ----------------------------------------------------------------------------------------------


@frozen
class Tally:
    """How often one deadline falls before another, counted from every day of a calendar that lets both be told.

    Args:
        earlier: on how many days the first is due before the second.
        same: on how many they fall on one day, or at one moment.
        later: on how many it is due after it.
    """

    earlier: int
    same: int
    later: int

    @property
    def days(self) -> int:
        """From how many days both could be counted."""
        return self.earlier + self.same + self.later

    @property
    def order(self) -> int | None:
        """-1 where the first is sometimes the earlier and never the later, 1 the other way round, 0 if always one."""
        if not self.days or (self.earlier and self.later):
            return None
        return -1 if self.earlier else 1 if self.later else 0

    def told(self) -> str:
        """The tally as a phrase."""
        if not self.days:
            return "the calendar lets both be counted from no day"
        return f"earlier or the same from {self.earlier + self.same} of {self.days} days, later from {self.later}"


def counted(one: Deadline, other: Deadline, calendar: SchoolCalendar) -> Tally | None:
    """How two deadlines fall, counted from every published day of a calendar; None where one is no count of days.

    Dates are those published: training days that are not listed may move them.

    Args:
        one: the first.
        other: the second.
        calendar: whose days are counted.
    """
    pair = as_read(one), as_read(other)
    bare = [each.deadline if isinstance(each, Again) else each for each in pair]
    if isinstance(pair[0], Again) is not isinstance(pair[1], Again):
        return None
    if not all(isinstance(each, (Within, BeginningWith, OnTheDay, Ahead)) for each in bare):
        return None
    found = [0, 0, 0]
    for day in _days_of(calendar):
        first, second = (_due_from(each, day, calendar) for each in bare)
        if first is not None and second is not None:
            found[1 + (first > second) - (first < second)] += 1
    return Tally(*found)


def _due_from(deadline: Deadline, day: date, calendar: SchoolCalendar) -> int | None:
    """The last moment of the due date as published, counted from a day; None where the published dates do not reach."""
    due = deadline.counted_from(day, calendar=calendar)
    if due.first is None or due.last is None:
        return None
    return due.first.latest


def _days_of(calendar: SchoolCalendar) -> Iterator[date]:
    """Every day from the first term published to the last that the calendar covers."""
    if not calendar.terms:
        return
    day, last = calendar.terms[0].first, calendar.terms[-1].last
    while day <= last:
        if calendar.covers(day):
            yield day
        day += timedelta(days=1)
