"""Knows one child on one day as the clauses look at it: the records, what is listed, who is covered, which terms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import field, frozen

from carepolicy.facts import Child, Happening, Record
from carepolicy.line import Line, State
from carepolicy.logic.condition import Begins, Condition
from carepolicy.logic.deadline import Trigger
from carepolicy.logic.starts import Start
from carepolicy.logic.vocabulary import ages_in
from carepolicy.logic.where import Where
from carepolicy.policy import Clause
from carepolicy.time.calendar import LONGEST_HOLIDAY, SchoolCalendar
from carepolicy.time.days import ordinals
from carepolicy.time.instants import Instant
from carepolicy.time.written import with_weekday
from carepolicy.verdict import Verdict


def _nothing_yet() -> dict[type[Record], list[Happening]]:
    return {}


@frozen
class View:
    """One child on one day, as the clauses look at it.

    Args:
        child: what is on record.
        calendar: the school's calendar.
        today: the day or moment asked about.
        in_force: the day whose law is applied to duties; None takes the day on which each clock starts.
        strict_starts: whether a start before which the records are not complete is taken as "cannot tell".
        everything: whether lines closed before the current school year are wanted too.
        wanted: which starts of clocks are asked about, where it is not every one.
    """

    child: Child
    calendar: SchoolCalendar
    today: Instant
    in_force: date | None
    strict_starts: bool
    everything: bool
    wanted: Callable[[Trigger, Start], bool] | None = None
    by_kind: dict[type[Record], list[Happening]] = field(factory=_nothing_yet, init=False)
    kinds_on_record: set[type] = field(factory=set[type], init=False)
    covered_today: dict[int, Verdict] = field(factory=dict[int, Verdict], init=False)
    known_refs: list[frozenset[str]] = field(factory=list[frozenset[str]], init=False)

    @property
    def refs(self) -> frozenset[str]:
        """The `ref` of every record that has one, gathered once."""
        if not self.known_refs:
            self.known_refs.append(frozenset(record.ref for record in self.child.history if record.ref))
        return self.known_refs[0]

    def shows(self, line: Line, closes: Instant | None = None) -> bool:
        """Whether a line is wanted: it is still live, or was closed in the current school year.

        What cannot be told of an earlier year is not live where the child has left the clause since, or the next run of
        its clock has begun: it is over either way.
        """
        if self.everything:
            return True
        over = line.left or (closes if line.state is State.CANNOT_TELL else None)
        if line.is_live and over is None:
            return True
        start, _ = self.calendar.school_year_of(date.fromordinal(self.today.first_day))
        closed = max(
            (moment for moment in (line.started, line.done, over) if moment), key=lambda moment: moment.last_day
        )
        return closed.last_day >= start.toordinal()

    def is_covered_today(self, scope: Condition) -> Verdict:
        """Whether a condition covers the child at some time today, worked out once."""
        covered = self.covered_today.get(id(scope))  # sixty clauses ask the same of the same condition
        if covered is None:
            covered = self.covered_today[id(scope)] = self.in_scope(scope, self.today)
        return covered

    def tied(self, test: Where | None) -> Where | None:
        """A test, tied to this child's records where it looks beyond the one it tests."""
        return None if test is None else test.among(self.child, self.calendar)

    def listed_since(self, kind: type[Record], day: int) -> int:
        """From which day on the records of a kind are complete up to the eve of a day; that day where they are not."""
        return self.child.complete_days(kind.family).began(day - 1) or day

    def may_start(self, trigger: Trigger) -> bool:
        """Whether anything on record may start a clock; most of the national clauses find nothing of their kind."""
        if not self.kinds_on_record:
            self.kinds_on_record.update(kind for record in self.child.history for kind in type(record).__mro__)
        return not isinstance(trigger, type) or trigger in self.kinds_on_record

    def records(self, kind: type[Record]) -> list[Happening]:
        """The things of a kind that happened, in the order they may have, worked out once."""
        found = self.by_kind.get(kind)
        if found is None:
            all_of_it = (record for record in self.child.history if isinstance(record, kind))
            happenings = (record for record in all_of_it if isinstance(record, Happening))
            found = self.by_kind[kind] = sorted(happenings, key=lambda record: record.at.earliest)
        return found

    def cycle_begins(self, due: Instant) -> int:
        """The first day of the term before the one that holds a day; the day itself where terms are not known."""
        begun = self.terms_begun_by(due.last_day)
        return begun[max(len(begun) - 2, 0)] if begun else due.last_day

    def terms_begun_by(self, day: int) -> list[int]:
        """The first days of the terms begun by a day; none where the day lies past the dates that are published."""
        terms = [term for term in self.calendar.reporting_terms() if term.first.toordinal() <= day]
        if not terms or day - terms[-1].last.toordinal() > LONGEST_HOLIDAY:
            return []
        return [term.first.toordinal() for term in terms]

    def complete(self, kind: type[Record], first: int, last: int) -> bool:
        """Whether the records of a kind are complete from one day to another."""
        return self.child.complete_days(kind.family).has_all(first, last + 1)

    def incomplete(self, kind: type[Record], first: int, last: int) -> str:
        """What a list of records lacks: all of it, or, where some of it is complete, the first stretch that is not."""
        whole = kind.family.complete_record
        listed = self.child.complete_days(kind.family)
        if not listed:
            return whole
        began, until = next((ordinals(first, last + 1) - listed).ordinal_stretches())
        if began is None or until is None:
            return whole
        days = [with_weekday(date.fromordinal(day)) for day in (began, until - 1)]
        return f"{whole} from {days[0]} to {days[1]}"

    def applies(self, clause: Clause, at: Instant) -> Verdict:
        """Whether a clause was in force at a time; a rough one may lie on both sides of the day it came in."""
        if self.in_force is not None:
            return Verdict.of(clause.applies_on(self.in_force))
        first, last = (clause.applies_on(date.fromordinal(day)) for day in (at.first_day, at.last_day))
        return Verdict.of(last) if first == last else Verdict.UNKNOWN

    def in_scope(self, scope: Condition, at: Instant) -> Verdict:
        """Whether a status held at any time on a day, which includes its very beginning: the end of the day before.

        An age is reached as its day begins, so what ends by age held at no time on that day.
        """
        timeline = scope.timeline(self.child)
        first = at.first_day if self._too_old(scope, at) else max(at.first_day - 1, 1)
        if at.is_one_day:
            return timeline.at_ordinal(at.last_day) | timeline.at_ordinal(first)
        window = ordinals(first, at.last_day + 1)
        if window <= timeline.certain:
            return Verdict.HOLDS
        return Verdict.UNKNOWN if timeline.possible & window else Verdict.FAILS

    def _too_old(self, scope: Condition, at: Instant) -> bool:
        """Whether an age that a status asks to be under was reached as a day began."""
        return any(leaf.timeline(self.child).at_ordinal(at.first_day).fails for leaf in ages_in(scope))

    def covers(self, scope: Condition, trigger: Trigger, start: Start) -> Verdict:
        """Whether a clause covers the child on the day its clock starts; one that starts with its own scope does."""
        if isinstance(trigger, Begins) and trigger.of == scope:
            return Verdict.HOLDS
        return self.in_scope(scope, start.at)

    def scope_missing(self, scope: Condition, at: Instant) -> tuple[str, ...]:
        """What would settle whether a condition covered the child at a time."""
        finding = scope.on(date.fromordinal(at.last_day), self.child)
        return tuple(map(str, finding.missing)) or (f"whether the child was {scope.title} then",)

    def began(self, scope: Condition, at: Instant) -> int:
        """The first day of the unbroken stretch of a status, or of the period of care, that holds a day."""
        starts = [start.at.first_day for start in scope.begins.starts(self.child) if start.at.first_day <= at.last_day]
        return max(starts, default=1)
