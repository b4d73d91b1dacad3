"""Knows the deadline of what is wanted once in each term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from attrs import frozen

from carepolicy.facts import Child
from carepolicy.logic.deadline import Deadline, Ran
from carepolicy.logic.due import Due, whenever, whole_day
from carepolicy.logic.starts import Start
from carepolicy.time.calendar import LONGEST_HOLIDAY, SchoolCalendar
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import Instant
from carepolicy.time.spans import SCHOOL_DAYS, Unit
from carepolicy.time.terms import ReportingTerm
from carepolicy.time.wall_calendar import Counting
from carepolicy.time.written import with_weekday

NEXT_TERM = "the dates of the term after the last one published"
TERM_DATES = "the school's term dates"


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

    @property
    def counted_on(self) -> Unit:
        return SCHOOL_DAYS

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
            yield Ran(start, whenever(start.at), f"once in each term, {after}", start.at)
            return
        listed = calendar.published_terms() if self.as_published else calendar.reporting_terms()
        known_to = max([start.at.last_day, *(term.last.toordinal() for term in listed)])
        runs = [
            (term.first.toordinal(), self._within_term(term, start), f"once in {term.name}, {after}")
            for term in listed
            if term.first.toordinal() > start.at.last_day
        ]
        for day, last in calendar.unpublished(start.at.last_day + 1, known_to):
            if last - day >= LONGEST_HOLIDAY:  # a shorter gap has no room for a whole term
                between = f"from {with_weekday(date.fromordinal(day))} to {with_weekday(date.fromordinal(last))}"
                due = Due(Instant(day, day), None, missing=f"the terms {between}")
                runs.append((day, due, f"once in each term {between}, {after}"))
        next_unknown = Due(Instant(known_to + 1, known_to + 1), None, missing=NEXT_TERM if listed else TERM_DATES)
        runs.append((known_to + 1, next_unknown, f"once in the next term, {after}"))
        runs.sort(key=lambda run: run[0])
        closes = [Instant(opens, opens) for opens, _, _ in runs[1:]]
        for (opens, due, told), close in zip_longest(runs, closes):
            yield Ran(start, due, told, Instant(opens, opens), close)

    @staticmethod
    def _within_term(term: ReportingTerm, start: Start) -> Due:
        last = term.last_school_day
        if last is None:
            return Due(whole_day(term.not_before or term.first), None, missing=f"the last school day of {term.name}")
        how = f"the last school day of {term.name}, which runs to {with_weekday(term.last)}"
        counting = Counting(date.fromordinal(start.at.last_day), last, last, how=how)
        return Due(whole_day(last), whole_day(last), last, counting)

    def __repr__(self) -> str:
        return "once_each_published_term" if self.as_published else "once_each_term"


once_each_term = OnceEachTerm()
"""Once in each term: `once_each_term.of(PepCompleted)` asks for one in every term after that of the first."""

once_each_published_term = OnceEachTerm(as_published=True)
"""Once in each term as the school publishes them: six times a year where it has six."""


@frozen(repr=False)
class ByTheEndOfTheTerm(Deadline):
    """By the last school day of the term of the event, or of the next where it lies in none."""

    @property
    def words(self) -> str:
        return "by the end of the term"

    @property
    def counted_on(self) -> Unit:
        return SCHOOL_DAYS

    def told(self, trigger: str) -> str:
        return f"by the end of the term of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        ends = [self._end(day, calendar) for day in (at.first_day, at.last_day)]
        first, last = ends
        if first is None or last is None:
            opens = Instant(at.first_day, at.first_day) if first is None else whole_day(first)
            return Due(opens, None, missing=TERM_DATES)
        how = "the last school day of the term"
        counting = Counting(date.fromordinal(at.first_day), first, first, how=how) if first == last else None
        return Due(whole_day(first), whole_day(last), first, counting)

    @staticmethod
    def _end(day: int, calendar: SchoolCalendar) -> date | None:
        if not calendar.covers(date.fromordinal(day)):
            return None
        terms = (term for term in calendar.reporting_terms() if term.last.toordinal() >= day)
        return next((term.last_school_day for term in terms), None)

    def __repr__(self) -> str:
        return "by_the_end_of_the_term"


by_the_end_of_the_term = ByTheEndOfTheTerm()
"""By the end of the term in which it happens."""
