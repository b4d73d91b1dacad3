"""Knows what words without a number ask for: at once, without delay, in good time, regularly, before something else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from carepolicy.errors import Unfinished
from carepolicy.facts import Child
from carepolicy.logic.deadline import Deadline
from carepolicy.logic.due import Advice, Due, act_by, at_moment, clock_on, is_vague, whenever, whole_day
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.counted import RanOut
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant
from carepolicy.time.spans import Span, Unit

OUR_MEASURE = "our measure; the words set no date"


@frozen(repr=False)
class Promptly(Deadline):
    """As soon as can be: the words give no date, so its age is told, with when to chase it (law notes, PROMPT and 1.7).

    Args:
        words_used: the words.
        within_the_hour: whether they ask for it at once, so that an hour is already long.
        borrowing: the nearest national period, told as advice; None where there is none.
        borrowed_from: the rule it is borrowed from.
    """

    words_used: str = "without delay"
    within_the_hour: bool = False
    borrowing: Deadline | None = None
    borrowed_from: str = ""

    @property
    def words(self) -> str:
        return self.words_used

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        if is_vague(start.at):
            return Due(None, None)
        return Due(None, None, advice=tuple(self._advice(start, child, calendar)))

    def _advice(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Iterator[Advice]:
        at = start.at
        if self.borrowing is not None:
            due = self.borrowing.due(start, child, calendar)
            if due is not None and due.first is not None and due.first == due.last:
                yield Advice("the nearest national period ends on", due.first, f"borrowed from {self.borrowed_from}")
        elif self.within_the_hour:
            if at.moments is not None and at.moments[0] == at.moments[1]:
                yield Advice("chase it from", at_moment(at.moments[0] + AN_HOUR), OUR_MEASURE)
            if at.is_one_day:
                end = Instant(at.first_day, at.first_day)
                yield Advice(
                    "overdue in all but name after",
                    end if calendar.closes is None else clock_on(at.first_day, calendar.closes),
                    OUR_MEASURE,
                )
        else:
            full_day = calendar.reach(date.fromordinal(at.last_day), 1)
            if not isinstance(full_day, RanOut):
                yield Advice("chase it from the morning of", whole_day(full_day), OUR_MEASURE)
                yield Advice("overdue in all but name after the end of", whole_day(full_day), OUR_MEASURE)

    def __repr__(self) -> str:
        if self.borrowing is not None:
            return f"promptly({self.words!r}, borrowing={self.borrowing!r}, borrowed_from={self.borrowed_from!r})"
        return (
            "immediately"
            if self.within_the_hour
            else "without_delay"
            if self.words == "without delay"
            else f"promptly({self.words!r})"
        )


without_delay = Promptly()
"""Without delay, as soon as possible: owed from the event on, with no date; chased from the next school morning."""

immediately = Promptly("immediately", within_the_hour=True)
"""At once: owed from the event on, with no date; chased after an hour."""


def promptly(quoted: str, *, borrowing: Deadline | None = None, borrowed_from: str = "") -> Promptly:
    """Words such as "in a timely way": no date, and the nearest national period as advice that says it is borrowed.

    Args:
        quoted: the words, short.
        borrowing: the national period; None where none is near.
        borrowed_from: the id of the rule that sets it.

    Raises:
        Unfinished: when a period is borrowed and its rule is not named.

    >>> promptly("swiftly")
    promptly('swiftly')
    """
    if (borrowing is None) == bool(borrowed_from):
        raise Unfinished(
            "A period that is borrowed names the rule it comes from: "
            'promptly("in a timely way", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1").'
        )
    return Promptly(quoted, borrowing=borrowing, borrowed_from=borrowed_from)


HOW_OFTEN = "how often: the words give no interval, and the school must set one, such as within(6, MONTHS)"


@frozen(repr=False)
class Regularly(Deadline):
    """Again and again, at intervals that the words leave open: nothing is computed until the school sets one."""

    @property
    def words(self) -> str:
        return "regularly"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        return Due(None, None, missing=HOW_OFTEN)

    def __repr__(self) -> str:
        return "regularly"


regularly = Regularly()
"""Regularly, at regular intervals: no date until the school sets an interval, such as `within(6, MONTHS)`."""


@frozen(repr=False)
class Beforehand(Deadline):
    """Strictly before an event, however shortly (law notes, BEFORE).

    On the day of an event whose time is not known it cannot be told which came first.

    Args:
        no_earlier: how long before the event at the earliest; None where that is left open.
    """

    no_earlier: Span | None = None

    @property
    def words(self) -> str:
        return "beforehand" if self.no_earlier is None else f"at most {self.no_earlier} beforehand"

    @property
    def no_sooner_than(self) -> Span | None:
        return self.no_earlier

    def told(self, trigger: str) -> str:
        early = "" if self.no_earlier is None else f"at most {self.no_earlier} "
        return f"{early}before {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        if at.moments is None:
            first, last = whole_day(date.fromordinal(at.first_day - 1)), whole_day(date.fromordinal(at.last_day))
        else:
            first, last = (at_moment(moment - 1) for moment in at.moments)
        vague = is_vague(at)
        useful = None if vague else act_by(date.fromordinal(first.first_day), None, calendar)
        return Due(first, last, useful, missing="" if first == last else "the time of the event", vague=vague)

    @property
    def comes_before(self) -> bool:
        return True

    def __repr__(self) -> str:
        if self.no_earlier is None:
            return "beforehand"
        return f"beforehand_by_at_most({self.no_earlier.number}, {self.no_earlier.unit!r})"


beforehand = Beforehand()
"""Before the event, at any time."""


def beforehand_by_at_most(number: int, unit: Unit) -> Beforehand:
    """Before the event, and not so long before that it was about something else.

    Args:
        number: how many.
        unit: `MONTHS`, `YEARS` or another unit that needs no calendar.

    >>> from carepolicy.time.spans import MONTHS
    >>> beforehand_by_at_most(6, MONTHS)
    beforehand_by_at_most(6, MONTHS)
    """
    span = Span(number, unit)
    span.before(date(2000, 1, 1))  # refuses a unit that needs a calendar when the rule is written
    return Beforehand(span)
