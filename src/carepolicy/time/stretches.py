"""Knows how two stretches of time lie to each other when their ends may be known only roughly."""

from __future__ import annotations

from attrs import frozen

from carepolicy.time.instants import Instant
from carepolicy.verdict import FAILS, HOLDS, Verdict


@frozen
class Stretch:
    """A half-open run of time: it holds its start and everything up to, but not including, its end.

    Each question is answered for every possible start and end at once.

    Args:
        start: when it begins; None where it has always run.
        end: when it ends; None where it runs on.

    >>> winter = Stretch(Instant.of("2026-01-05"), Instant.of("2026-03"))
    >>> winter.contains(Instant.of("2026-03-12"))
    UNKNOWN
    """

    start: Instant | None
    end: Instant | None

    def contains(self, moment: Instant) -> Verdict:
        """Whether a moment lies in it."""
        return _reaches(self.start, moment) & _runs_past(self.end, moment)

    def before(self, other: Stretch) -> Verdict:
        """Whether it is over by the time the other begins."""
        if self.end is None or other.start is None:
            return FAILS
        return ~other.start.before(self.end)

    def after(self, other: Stretch) -> Verdict:
        """Whether it begins once the other is over."""
        return other.before(self)

    def meets(self, other: Stretch) -> Verdict:
        """Whether the other begins at the very moment that this one ends: no gap, and nothing shared."""
        if self.end is None or other.start is None:
            return FAILS
        return _same(self.end, other.start)

    def overlaps(self, other: Stretch) -> Verdict:
        """Whether some moment lies in both."""
        return ~(self.before(other) | other.before(self))

    def starts(self, other: Stretch) -> Verdict:
        """Whether both begin together and this one ends no later."""
        return _same(self.start, other.start) & _ends_by(self.end, other.end)

    def finishes(self, other: Stretch) -> Verdict:
        """Whether both end together and this one begins no earlier."""
        return _same(self.end, other.end) & _begins_by(other.start, self.start)

    def during(self, other: Stretch) -> Verdict:
        """Whether every moment of it lies in the other."""
        return _begins_by(other.start, self.start) & _ends_by(self.end, other.end)

    def equals(self, other: Stretch) -> Verdict:
        """Whether both begin together and end together."""
        return _same(self.start, other.start) & _same(self.end, other.end)


def _reaches(start: Instant | None, moment: Instant) -> Verdict:
    return HOLDS if start is None else ~moment.before(start)


def _runs_past(end: Instant | None, moment: Instant) -> Verdict:
    return HOLDS if end is None else moment.before(end)


def _begins_by(first: Instant | None, second: Instant | None) -> Verdict:
    """Whether a start is no later than another; None is a start before every other."""
    if first is None:
        return HOLDS
    return FAILS if second is None else ~second.before(first)


def _ends_by(first: Instant | None, second: Instant | None) -> Verdict:
    """Whether an end is no later than another; None is an end after every other."""
    if second is None:
        return HOLDS
    return FAILS if first is None else ~second.before(first)


def _same(first: Instant | None, second: Instant | None) -> Verdict:
    if first is None or second is None:
        return Verdict.of(first is second)
    return ~(first.before(second) | second.before(first))
