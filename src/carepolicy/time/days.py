"""Knows sets of days, what can be done with them, and timelines made of two such sets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import field, frozen

from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

FIRST_ORDINAL = date.min.toordinal()
LAST_ORDINAL = date.max.toordinal()


@frozen(repr=False)
class Days:
    """A set of calendar days, kept as the days on which membership flips; equal sets are equal values.

    A day is in the set when the number of flips at or before it is odd, or even when the set is inverted.
    Testing one day costs O(log n) in the number of stretches.

    Args:
        points: the days of change as ordinals, strictly rising.
        inverted: whether the days before the first change are in the set.

    >>> spring = Days.of((date(2026, 1, 5), date(2026, 3, 28)))
    >>> date(2026, 3, 27) in spring, date(2026, 3, 28) in spring
    (True, False)
    """

    points: tuple[int, ...] = ()
    inverted: bool = False

    @staticmethod
    def of(*stretches: tuple[date | None, date | None]) -> Days:
        """The days of some half-open stretches: the first day counts, the last does not; None leaves a side open.

        >>> Days.of((date(2026, 1, 5), date(2026, 1, 9)), (date(2026, 1, 9), None))
        Days.of((date(2026, 1, 5), None))
        """
        return union(between(first, until) for first, until in stretches)

    def __contains__(self, day: date) -> bool:
        return self.has(day.toordinal())

    def has(self, ordinal: int) -> bool:
        """Whether the day with this ordinal (as `date.toordinal` gives it) is in the set."""
        return bool(bisect_right(self.points, ordinal) & 1) is not self.inverted

    def has_all(self, first: int, until: int) -> bool:
        """Whether every day from one ordinal up to but not including another is in the set; O(log n) in stretches."""
        place = bisect_right(self.points, first)
        if (place & 1) == self.inverted:
            return first >= until
        return place == len(self.points) or self.points[place] >= until

    def __bool__(self) -> bool:
        return self.inverted or bool(self.points)

    def __or__(self, other: Days) -> Days:
        return union((self, other))

    def __and__(self, other: Days) -> Days:
        return intersection((self, other))

    def __sub__(self, other: Days) -> Days:
        return intersection((self, ~other))

    def __invert__(self) -> Days:
        return Days(self.points, not self.inverted)

    def __le__(self, other: Days) -> bool:
        """Whether every day of this set is in the other."""
        return not (self - other)

    def stretches(self) -> Iterator[tuple[date | None, date | None]]:
        """The set as half-open stretches in order, with None where a side is open.

        >>> list((~Days.of((date(2026, 1, 5), date(2026, 1, 9)))).stretches())
        [(None, datetime.date(2026, 1, 5)), (datetime.date(2026, 1, 9), None)]
        """
        for first, until in self.ordinal_stretches():
            yield (
                None if first is None else date.fromordinal(first),
                None if until is None else date.fromordinal(until),
            )

    def ordinal_stretches(self) -> Iterator[tuple[int | None, int | None]]:
        """As `stretches`, with ordinals for dates."""
        edges: list[int | None] = [*([None] if self.inverted else []), *self.points]
        if len(edges) % 2:
            edges.append(None)
        yield from zip(edges[::2], edges[1::2], strict=True)

    def began(self, ordinal: int) -> int | None:
        """The ordinal of the first day of the unbroken stretch that holds a day; None where no stretch does."""
        if not self.has(ordinal):
            return None
        place = bisect_right(self.points, ordinal)
        return self.points[place - 1] if place else FIRST_ORDINAL

    def stretch_around(self, day: date) -> tuple[date | None, date | None] | None:
        """The unbroken stretch that holds a day, half-open, or None where the day is not in the set."""
        ordinal = day.toordinal()
        if not self.has(ordinal):
            return None
        place = bisect_right(self.points, ordinal)
        first = date.fromordinal(self.points[place - 1]) if place else None
        until = date.fromordinal(self.points[place]) if place < len(self.points) else None
        return first, until

    def count(self, first: date, until: date) -> int:
        """How many days of the set lie in the half-open range from `first` to `until`, in calendar days.

        >>> Days.of((date(2026, 3, 1), None)).count(date(2026, 2, 1), date(2026, 3, 11))
        10
        """
        within = self & between(first, until)
        return sum(
            (LAST_ORDINAL + 1 if stop is None else stop) - (FIRST_ORDINAL if start is None else start)
            for start, stop in within.ordinal_stretches()
        )

    def __repr__(self) -> str:
        if not self:
            return "NO_DAYS"
        if self == EVERY_DAY:
            return "EVERY_DAY"
        pairs = ", ".join(f"({_name(first)}, {_name(until)})" for first, until in self.stretches())
        return f"Days.of({pairs})"


NO_DAYS = Days()
EVERY_DAY = Days((), True)


def between(first: date | None, until: date | None) -> Days:
    """The days from `first` up to but not including `until`; None leaves that side open."""
    if first is None:
        return EVERY_DAY if until is None else Days((until.toordinal(),), True)
    if until is None:
        return Days((first.toordinal(),))
    return Days((first.toordinal(), until.toordinal())) if first < until else NO_DAYS


def ordinals(first: int, until: int) -> Days:
    """The days between two ordinals, half-open; a bound at or past the calendar's edge leaves that side open."""
    if first >= until:
        return NO_DAYS
    if first <= FIRST_ORDINAL:
        return EVERY_DAY if until > LAST_ORDINAL else Days((until,), True)
    return Days((first,)) if until > LAST_ORDINAL else Days((first, until))


def from_runs(runs: list[tuple[int, int]]) -> Days:
    """The days of some half-open runs of ordinals, in any order; a bound at or past the calendar's edge is open.

    Costs one sort.
    """
    if len(runs) == 1:
        return ordinals(*runs[0])
    runs.sort()
    points: list[int] = []
    reach = FIRST_ORDINAL - 1
    for first, until in runs:
        if first >= until:
            continue
        if points and first <= reach:
            if until > reach:
                points[-1] = reach = until
        else:
            points += (first, until)
            reach = until
    if not points:
        return NO_DAYS
    if reach > LAST_ORDINAL:
        points.pop()
    if points[0] <= FIRST_ORDINAL:
        return Days(tuple(points[1:]), True)
    return Days(tuple(points))


def union(sets: Iterable[Days]) -> Days:
    """The days in at least one of the sets, with one sort for all of them: O(n log n) in their stretches.

    >>> union([NO_DAYS, EVERY_DAY])
    EVERY_DAY
    """
    some = [days for days in sets if days.points or days.inverted]
    if len(some) < 2:
        return some[0] if some else NO_DAYS
    runs: list[tuple[int, int]] = []
    for days in some:
        points = days.points
        if days.inverted:
            return _in_at_least(1, some)
        runs += zip(points[::2], (*points[1::2], LAST_ORDINAL + 1), strict=False)
    return from_runs(runs)


def intersection(sets: Iterable[Days]) -> Days:
    """The days in every one of the sets, with one sort for all of them: O(n log n) in their stretches.

    >>> intersection([])
    EVERY_DAY
    """
    some = [days for days in sets if days.points or not days.inverted]
    if len(some) < 2:
        return some[0] if some else EVERY_DAY
    if len(some) == 2:
        one, other = some
        if len(one.points) == 2 and not one.inverted:
            return _clipped(other, *one.points)
        if len(other.points) == 2 and not other.inverted:
            return _clipped(one, *other.points)
    return _in_at_least(len(some), some)


def _clipped(days: Days, first: int, until: int) -> Days:
    """The days of a set between two ordinals: the commonest intersection there is, without a sort."""
    points = days.points
    low, high = bisect_right(points, first), bisect_left(points, until)
    kept = points[low:high]
    if (low & 1) != days.inverted:
        kept = (first, *kept)
    if (high & 1) != days.inverted:
        kept = (*kept, until)
    return Days(kept) if kept else NO_DAYS


def _in_at_least(wanted: int, sets: Sequence[Days]) -> Days:
    depth = 0
    steps: list[tuple[int, int]] = []
    for days in sets:
        step = 1
        if days.inverted:
            depth += 1
            step = -1
        for point in days.points:
            steps.append((point, step))
            step = -step
    steps.sort()
    inverted = inside = depth >= wanted
    points: list[int] = []
    for point, step in steps:
        depth += step
        if (depth >= wanted) is not inside:
            inside = not inside
            if points and points[-1] == point:  # left and entered on one day: no change
                points.pop()
            else:
                points.append(point)
    return Days(tuple(points), inverted)


def _name(day: date | None) -> str:
    return "None" if day is None else f"date({day.year}, {day.month}, {day.day})"


@frozen
class Change:
    """One day on which an answer changes, and what it is from then on.

    Args:
        day: the first day of the new answer.
        verdict: the new answer.
    """

    day: date
    verdict: Verdict


@frozen(repr=False)
class Timeline:
    """A question answered for every day there is: the days on which it certainly holds, and those on which it may.

    Args:
        certain: the days on which it holds.
        possible: the days on which it holds or cannot be told; every certain day is possible.

    >>> stay = Days.of((date(2026, 1, 5), date(2026, 3, 28)))
    >>> Timeline(stay, EVERY_DAY).at(date(2026, 4, 1))
    UNKNOWN
    """

    certain: Days
    possible: Days = field()

    @staticmethod
    def known(days: Days) -> Timeline:
        """The timeline of a question that is settled on every day: it holds on these and fails on the rest."""
        return Timeline(days, days)

    def at(self, day: date) -> Verdict:
        """The answer at the end of a day; O(log n) in the number of stretches."""
        return self.at_ordinal(day.toordinal())

    def at_ordinal(self, ordinal: int) -> Verdict:
        """As `at`, for the day with this ordinal."""
        certain = self.certain
        if (bisect_right(certain.points, ordinal) & 1) != certain.inverted:
            return HOLDS
        possible = self.possible
        if possible is not certain and (bisect_right(possible.points, ordinal) & 1) != possible.inverted:
            return UNKNOWN
        return FAILS

    @property
    def unknown(self) -> Days:
        """The days on which the answer cannot be told."""
        return NO_DAYS if self.possible is self.certain else self.possible - self.certain

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every day on which the answer changes, in order."""
        return tuple(Change(first, verdict) for first, _, verdict in self.stretches() if first is not None)

    def next_change(self, *, after: date) -> Change | None:
        """The first change later than a day, or None when the answer stays as it is."""
        return next((change for change in self.changes if change.day > after), None)

    def stretches(self) -> Iterator[tuple[date | None, date | None, Verdict]]:
        """All of time, cut into the longest half-open stretches with one answer each, in order.

        >>> stay = Timeline.known(Days.of((date(2026, 1, 5), date(2026, 3, 28))))
        >>> [(str(first), str(until), verdict) for first, until, verdict in stay.stretches()]
        [('None', '2026-01-05', FAILS), ('2026-01-05', '2026-03-28', HOLDS), ('2026-03-28', 'None', FAILS)]
        """
        edges = sorted({*self.certain.points, *self.possible.points})
        first: date | None = None
        verdict = self.at_ordinal(edges[0] - 1) if edges else self.at_ordinal(FIRST_ORDINAL)
        for edge in edges:
            day = date.fromordinal(edge)
            yield first, day, verdict
            first, verdict = day, self.at_ordinal(edge)
        yield first, None, verdict

    def ever(self, first: date, until: date) -> Verdict:
        """Whether it holds on at least one day of the half-open range from `first` to `until`.

        >>> Timeline.known(Days.of((date(2026, 1, 5), date(2026, 1, 6)))).ever(date(2026, 1, 1), date(2026, 2, 1))
        HOLDS
        """
        asked = between(first, until)
        if self.certain & asked:
            return HOLDS
        return UNKNOWN if self.possible & asked else FAILS

    def __repr__(self) -> str:
        return f"Timeline({self.certain!r}, {self.possible!r})"


NEVER = Timeline(NO_DAYS, NO_DAYS)
ALWAYS = Timeline(EVERY_DAY, EVERY_DAY)
CANNOT_TELL = Timeline(NO_DAYS, EVERY_DAY)


def overlap(timelines: Sequence[Timeline]) -> Timeline:
    """Every one of the questions at once, as far as each alone can tell."""
    known = True
    for timeline in timelines:
        if timeline is NEVER:
            return NEVER
        if timeline.possible is not timeline.certain:
            known = False
    certain = intersection([timeline.certain for timeline in timelines])
    return Timeline(certain, certain if known else intersection([timeline.possible for timeline in timelines]))


def joined(timelines: Sequence[Timeline]) -> Timeline:
    """At least one of the questions, as far as each alone can tell."""
    some = [timeline for timeline in timelines if timeline is not NEVER]
    if len(some) < 2:
        return some[0] if some else NEVER
    known = True
    for timeline in some:
        if timeline.possible is not timeline.certain:
            known = False
    certain = union([timeline.certain for timeline in some])
    return Timeline(certain, certain if known else union([timeline.possible for timeline in some]))


def opposite(timeline: Timeline) -> Timeline:
    """The question turned round."""
    if timeline.possible is timeline.certain:
        rest = ~timeline.certain
        return Timeline(rest, rest)
    return Timeline(~timeline.possible, ~timeline.certain)
