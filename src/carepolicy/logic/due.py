"""Knows what a due date is: a window of days or moments, how it was counted, what is missing, the last useful day."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, frozen

from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import CountsDays, RanOut, day_after, day_before
from carepolicy.time.days import FIRST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant, local_time
from carepolicy.time.spans import SCHOOL_DAYS, WORKING_DAYS, Unit
from carepolicy.time.wall_calendar import Counting, how_counted
from carepolicy.time.written import with_time, with_weekday

TOO_WIDE = 366
"""Calendar days beyond which a window is told by its later end alone; its earlier end may be no more than a birth."""


@frozen
class Advice:
    """A moment worth acting on that the words themselves do not set.

    Args:
        words: what to do or to think by then, or from then on.
        at: when.
        because: who says so, since the words do not.
    """

    words: str
    at: Instant
    because: str

    def __str__(self) -> str:
        return f"{self.words} {_moment(self.at)} ({self.because})"


NO_DATE = "no date"
"""How a due date is told that the words do not give."""


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
        advice: days worth acting on that the words do not set, each with who says so.
        caveats: what else it leans on.
        dates: whose published dates it leans on, and how well each was checked.

    Every date that lies ahead is provisional: a closure, a training day or a bank holiday announced later moves it.
    """

    first: Instant | None
    last: Instant | None
    act_by: date | None = None
    counting: Counting | None = None
    missing: str = ""
    note: str = ""
    vague: bool = False
    advice: tuple[Advice, ...] = ()
    caveats: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()

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

    @property
    def over_from(self) -> date | None:
        """The first day on which the period is surely over, for somebody who must wait until it has ended."""
        return None if self.last is None else date.fromordinal(self.last.last_day + 1)

    def __str__(self) -> str:
        if self.first is None:
            return NO_DATE
        if self.last is None:
            return "undetermined" if self.vague else f"undetermined, not before {_moment(self.first)}"
        if self.first == self.last:
            return _moment(self.first)
        if self.day is not None and self.missing:
            return f"{with_weekday(self.day)}, at a time that is not known"
        if self.vague:
            return f"{_moment(self.last)} at the latest"
        return f"between {_moment(self.first)} and {_moment(self.last)}"


def counted_off(
    at: Instant, number: int, days: CountsDays, calendar: SchoolCalendar, *, event_counts: bool = False
) -> Due:
    """The due date that is so many days of a unit on from an event.

    Args:
        at: the event.
        number: how many days.
        days: the calendar of the unit.
        calendar: the school's calendar, which says how many training days may still come.
        event_counts: whether the event's own day is number one where it is a day of the unit (BEGIN).
    """
    reach = days.reach_counting_in if event_counts else days.reach
    day, last_day = date.fromordinal(at.first_day), date.fromordinal(at.last_day)
    looked_at = day if event_counts else day_after(day)
    first = reach(day, number)
    if isinstance(first, RanOut):
        due = undetermined(first, number, days.unit, at, looked_at)
        if at.is_one_day and first.last_known is not None and looked_at <= first.last_known:
            return evolve(due, counting=how_counted(day, looked_at, first.last_known, days))
        return due
    counting = how_counted(day, looked_at, first, days) if at.is_one_day else None
    last, to_come = reach(last_day, number), 0
    if days.unit is SCHOOL_DAYS:
        before = day_before(last_day) if event_counts and calendar.covers(day_before(last_day)) else last_day
        latest, to_come = calendar.reach_at_furthest(before, number)
        last = latest if to_come else last
    note = training_days_to_come(to_come) if to_come else ""
    vague = is_vague(at)
    act_by = None if vague else first
    if isinstance(last, RanOut):
        missing = undetermined(last, number, days.unit, at).missing
        if last.last_known is not None and last.counted >= number:
            missing = f"the {days.unit} after {with_weekday(last.last_known)}, past which training days may move it"
        return Due(whole_day(first), None, act_by, counting, missing, note, vague)
    return Due(whole_day(first), whole_day(last), act_by, counting, note=note, vague=vague)


TRAINING_DAYS = "the school's training days"


def training_days_to_come(number: int, *, back: bool = False) -> str:
    """How it is told that some of a year's training days are not listed, and may move a due date."""
    which = "1 training day is" if number == 1 else f"{number} training days are"
    moves = "earlier" if back else "later"
    return f"{which} not listed: each of them that falls inside the count makes it a school day {moves}"


def undetermined(ran_out: RanOut, number: int, unit: Unit, at: Instant, looked_at: date | None = None) -> Due:
    """A due date that cannot be told because the published dates ran out, with how far the count got.

    Args:
        ran_out: how far it got.
        number: how many days were to be counted.
        unit: of what.
        at: the event.
        looked_at: the first day that may be counted; None is the day after the event.
    """
    if ran_out.last_known is None:
        first = Instant(at.first_day + 1, at.first_day + 1) if looked_at is None else whole_day(looked_at)
        since = (
            "as far back as the event may lie"
            if is_vague(at)
            else f"from {with_weekday(date.fromordinal(at.first_day))} on"
        )
        return Due(first, None, missing=f"the {unit} {since}", vague=is_vague(at))
    first_unknown = ran_out.last_known.toordinal() + 1
    missing = f"the {unit} after {with_weekday(ran_out.last_known)}; {ran_out.counted} of {number} counted by then"
    return Due(Instant(first_unknown, first_unknown), None, missing=missing, vague=is_vague(at))


def whenever(at: Instant) -> Due:
    """For an event that may be on any day from one on: nothing is known of the due date but that it comes later."""
    return Due(Instant(at.first_day, at.first_day), None, missing="the day of the event", vague=True)


def is_vague(at: Instant) -> bool:
    """Whether an event is known only within more than a year."""
    return at.last_day - at.first_day > TOO_WIDE


def at_moment(moment: int) -> Instant:
    """One moment, given in UTC microseconds, as an instant of its day in London."""
    ordinal = local_time(moment).toordinal()
    return Instant(ordinal, ordinal, (moment, moment))


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


def elapsed(hours: int, since: int) -> str:
    """How hours ran on the clock, with what a change of the clocks did to it.

    Args:
        hours: how many elapsed; below zero counts back.
        since: the moment they are counted from, in UTC microseconds.

    >>> elapsed(48, Instant.of("2026-03-27T15:05").earliest)
    '48 elapsed hours; the clocks changed between, so the time of day moves by 1 hour'
    """
    until = since + hours * AN_HOUR
    moved = local_time(until) - local_time(since) - timedelta(hours=hours)
    changed = "; the clocks changed between, so the time of day moves by 1 hour"
    return f"{abs(hours)} elapsed {'hour' if abs(hours) == 1 else 'hours'}{changed if moved else ''}"


def clock_on(ordinal: int, clock: tuple[int, int]) -> Instant:
    """A time of day, as hour and minute in London, on a day."""
    return Instant.of(f"{date.fromordinal(ordinal).isoformat()}T{clock[0]:02}:{clock[1]:02}")


def naming_whose_dates(due: Due, unit: Unit, at: Instant, calendar: SchoolCalendar) -> Due:
    """A due date with whose published dates it leans on.

    Args:
        due: the due date.
        unit: the unit that it was counted on; for terms and school years, school days.
        at: the event.
        calendar: the school's calendar.
    """
    if due.first is None or due.vague:
        return due
    if unit is WORKING_DAYS:
        return evolve(due, dates=(calendar.working_days.edition,))
    if unit is not SCHOOL_DAYS and due.act_by == due.day:
        return due
    days = [at.first_day, due.first.first_day, (due.last or due.first).last_day]
    edition = (calendar.edition,) if calendar.version or calendar.published_on else ()
    published = calendar.published_about(date.fromordinal(min(days)), date.fromordinal(max(days)))
    return evolve(due, dates=(*edition, *published))


def whole_day(day: date) -> Instant:
    """A due date that lasts to the end of its day."""
    return Instant(day.toordinal(), day.toordinal())


def _moment(instant: Instant) -> str:
    if instant.moments is not None:
        return with_time(instant.moments[0])
    return with_weekday(date.fromordinal(instant.first_day))
