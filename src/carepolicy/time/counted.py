"""Knows how days of one unit are counted as far as they are published, and how far a count got where they stop."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from carepolicy.errors import NoTermDates
from carepolicy.time.days import FIRST_ORDINAL, Days
from carepolicy.time.spans import Unit
from carepolicy.time.written import plain


@frozen
class _Covered:
    """One unbroken range of published dates, with its open days and how many of them come before each day.

    `before` has one entry more than there are days: the entry after a day's own counts the day itself too.
    """

    first: int
    last: int
    open: list[date]
    before: list[int]

    @staticmethod
    def over(first: int, last: int, is_open: Days) -> _Covered:
        days: list[date] = []
        before = [0]
        for ordinal in range(first, last + 1):
            if is_open.has(ordinal):
                days.append(date.fromordinal(ordinal))
            before.append(len(days))
        return _Covered(first, last, days, before)


class Table:
    """The covered ranges of a calendar, ready for counting. Every question costs O(log n) in the number of ranges."""

    __slots__ = ("firsts", "ranges", "reasons")

    def __init__(self, covered: Days, is_open: Days) -> None:
        self.reasons: dict[date, str | None] = {}
        self.ranges = tuple(
            _Covered.over(first, until - 1, is_open)
            for first, until in covered.ordinal_stretches()
            if first is not None and until is not None
        )
        self.firsts = [covered.first for covered in self.ranges]

    def covering(self, ordinal: int) -> _Covered | None:
        place = bisect_right(self.firsts, ordinal) - 1
        if place < 0:
            return None
        covered = self.ranges[place]
        return covered if ordinal <= covered.last else None


@frozen
class RanOut:
    """How far a count got before the published dates stopped.

    Args:
        counted: how many days of the unit were counted.
        last_known: the last day the calendar covers, or None where it does not even cover the start.
    """

    counted: int
    last_known: date | None


@frozen(eq=False, repr=False)
class CountsDays:
    """A calendar on which days of one unit can be counted, as far as it has been published."""

    @property
    @abstractmethod
    def unit(self) -> Unit:
        """The unit that is counted on this calendar."""

    @cached_property
    def _counting(self) -> Table:
        return self._table()

    @abstractmethod
    def _table(self) -> Table: ...

    def why_closed(self, day: date) -> str | None:
        """Why a covered day is not a day of this unit, in a word or two; None when it is one."""
        reasons = self._counting.reasons
        if day not in reasons:
            reasons[day] = self._reason_closed(day)
        return reasons[day]

    @abstractmethod
    def _reason_closed(self, day: date) -> str | None: ...

    @abstractmethod
    def _add_dates(self) -> str: ...

    def covers(self, day: date) -> bool:
        """Whether anything has been published about a day."""
        return self._counting.covering(day.toordinal()) is not None

    def unpublished(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The stretches of a range of ordinals about which nothing has been published; both ends are in them.

        Args:
            first: the first day asked about.
            last: the last.
        """
        known = self._counting.ranges
        edges = [first - 1, *(edge for one in known for edge in (one.first - 1, one.last)), last]
        for before, until in zip(edges[::2], edges[1::2], strict=True):
            low, high = max(before + 1, first), min(until, last)
            if low <= high:
                yield low, high

    def is_open(self, day: date) -> bool:
        """Whether a day is a day of this calendar's unit.

        Raises:
            NoTermDates: when the calendar does not cover the day.
        """
        ordinal = day.toordinal()
        covered = self._counting.covering(ordinal)
        if covered is None:
            raise self._uncovered(day)
        place = ordinal - covered.first
        return covered.before[place] < covered.before[place + 1]

    def reach(self, day: date, number: int) -> date | RanOut:
        """The day reached by counting, or how far the count got before the published dates stopped.

        Args:
            day: the day to count from; it is not counted itself.
            number: how many days of this calendar's unit; below zero counts back.
        """
        ordinal = day.toordinal()
        table = self._counting
        nth = bisect_right(table.firsts, ordinal) - 1
        if nth < 0 or ordinal > (covered := table.ranges[nth]).last:
            return RanOut(0, None)
        days, place = covered.open, ordinal - covered.first
        if number > 0:
            opened = covered.before[place + 1]
            wanted = opened + number - 1
            return days[wanted] if wanted < len(days) else RanOut(len(days) - opened, date.fromordinal(covered.last))
        if number == 0:
            return day
        before = covered.before[place]
        wanted = before + number
        return days[wanted] if wanted >= 0 else RanOut(before, date.fromordinal(covered.first))

    def reach_counting_in(self, day: date, number: int) -> date | RanOut:
        """The day reached where the day counted from is itself number one if it is a day of this unit.

        Where it is not, the first that follows is number one.

        Args:
            day: the day to count from.
            number: how many days of this calendar's unit, at least 1.
        """
        if not self.covers(day):
            return RanOut(0, None)
        return self.reach(day, number - 1 if self.is_open(day) else number)

    def add(self, day: date, number: int) -> date:
        """The date a number of days of this calendar's unit after a day, which is not itself counted: O(log n).

        It is the date as published: training days that a school calendar does not list are counted as school days, and
        `within(...)` tells the window that they make.

        Args:
            day: the day to count from, whether or not it is open.
            number: how many days; 0 gives the day itself, below zero counts back.

        Raises:
            NoTermDates: when the count runs past the published dates.

        >>> from carepolicy import SchoolCalendar, Term
        >>> autumn = SchoolCalendar([Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))], bank_holidays=[])
        >>> autumn.add(date(2025, 9, 3), 5)
        datetime.date(2025, 9, 10)
        """
        reached = self.reach(day, number)
        if isinstance(reached, RanOut):
            raise self._ran_out(day, reached)
        return reached

    def subtract(self, day: date, number: int) -> date:
        """The date a number of days of this calendar's unit before a day, which is not itself counted: O(log n).

        Raises:
            NoTermDates: when the count runs past the published dates.
        """
        return self.add(day, -number)

    def count(self, *, after: date, to: date) -> int:
        """How many days of this calendar's unit lie after one day, up to and including another: O(log n).

        Negative when `to` is the earlier: then the days from `to` up to, but not including, `after`.

        Raises:
            NoTermDates: when the calendar does not cover both days and everything between them.
        """
        start, end = after.toordinal(), to.toordinal()
        low, high = (start, end) if start <= end else (end, start)
        covered = self._counting.covering(low)
        if covered is None:
            raise self._uncovered(min(after, to))
        if high > covered.last:
            raise self._ran_out(min(after, to), RanOut(0, date.fromordinal(covered.last)))
        # forward leaves `after` out and takes `to` in; back is the other way about
        first = covered.first - 1 if start <= end else covered.first
        return covered.before[end - first] - covered.before[start - first]

    def number_from(self, first: date, to: date) -> int:
        """How many days of this calendar's unit there are from one day to another, both included: O(log n).

        Raises:
            NoTermDates: when the calendar does not cover both days and everything between them.
        """
        return self.is_open(first) + self.count(after=first, to=to)

    def next(self, day: date) -> date:
        """The first day of this calendar's unit later than a day."""
        return self.add(day, 1)

    def previous(self, day: date) -> date:
        """The last day of this calendar's unit earlier than a day."""
        return self.add(day, -1)

    def last_open_by(self, day: date) -> date | None:
        """The last day of this calendar's unit on or before a day, or None where the calendar does not say."""
        ordinal = day.toordinal()
        covered = self._counting.covering(ordinal)
        if covered is None:
            return None
        opened = covered.before[ordinal - covered.first + 1]
        return covered.open[opened - 1] if opened else None

    def _uncovered(self, day: date) -> NoTermDates:
        return NoTermDates(f"No {self.unit} are published for {plain(day)}. {self._add_dates()}")

    def _ran_out(self, day: date, ran_out: RanOut) -> NoTermDates:
        if ran_out.last_known is None:
            return self._uncovered(day)
        return NoTermDates(
            f"Counting {self.unit} from {plain(day)} runs past {plain(ran_out.last_known)}, "
            f"the last day we know. {self._add_dates()}"
        )


def day_after(day: date) -> date:
    """The next day."""
    return date.fromordinal(day.toordinal() + 1)


def day_before(day: date) -> date:
    """The day before; the first day there is has none before it."""
    return date.fromordinal(max(day.toordinal() - 1, FIRST_ORDINAL))


def single_days(days: Iterable[date]) -> Days:
    """Some days as a set of days."""
    return Days.of(*((day, day_after(day)) for day in days))


def weekdays_of(covered: Days) -> Days:
    """The days from Monday to Friday of the weeks that a bounded set of days touches."""
    mondays = [
        monday
        for first, until in covered.ordinal_stretches()
        if first is not None and until is not None
        for monday in range(first - (first - 1) % 7, until, 7)
    ]
    return Days(tuple(edge for monday in sorted(set(mondays)) for edge in (monday, monday + 5)))
