"""Knows where each clause stands for one child on one day: which records prove what, by when, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, field, frozen

from carepolicy.errors import NoTermDates
from carepolicy.facts import Attested, Child, Happening, Record, Spell
from carepolicy.line import Alternative, Form, Line, ReadingTaken, State
from carepolicy.logic.condition import Begins, Condition, restarts_of
from carepolicy.logic.deadline import Clock, Deadline, Ran, Reading, Trigger, told_as
from carepolicy.logic.definition import Definition
from carepolicy.logic.due import TRAINING_DAYS, Due, naming_whose_dates
from carepolicy.logic.each_term import TERM_DATES
from carepolicy.logic.starts import Start
from carepolicy.logic.vocabulary import ages_in
from carepolicy.logic.where import Where
from carepolicy.policy import Clause, Demand, Duty, InPlace, Never, Profile, Statement
from carepolicy.time.calendar import LONGEST_HOLIDAY, SchoolCalendar
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL, Timeline, ordinals
from carepolicy.time.instants import AN_HOUR, Instant
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, Span
from carepolicy.time.written import with_weekday
from carepolicy.verdict import Verdict

STILL_VALID = "done before the clock started, and still valid: it or a review of it lies in that term or the one before"


@frozen
class _Outcome:
    """Where one demand stands on one occasion, and what settles it.

    Args:
        state: where it stands.
        act: the act that settles it, or that may.
        missing: what would settle it.
        late_by: how late it was or is, with its unit.
        age: for one with no date, how many calendar days it has been open.
    """

    state: State = State.CANNOT_TELL
    act: Happening | None = None
    missing: tuple[str, ...] = ()
    late_by: str = ""
    age: int | None = None


@frozen
class Bar:
    """What one prohibition says of one act.

    Args:
        covered: whether the clause covers the child at the act.
        meant: whether the act is of the sort that is meant.
        allowed: whether what makes it allowed is in place.
        missing: what would settle it.
    """

    covered: Verdict
    meant: Verdict
    allowed: Verdict
    missing: tuple[str, ...] = ()

    @property
    def speaks_to_it(self) -> bool:
        """Whether the prohibition may be about this act of this child at all."""
        return not self.covered.fails and not self.meant.fails

    @property
    def state(self) -> State:
        """Where a line about the act would stand."""
        if self.allowed.holds:
            return State.MET
        surely = self.covered.holds and self.meant.holds
        return State.BREACH if surely and self.allowed.fails else State.CANNOT_TELL


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

    def lines_of(self, profile: Profile, clause: Clause) -> Iterator[Line]:
        """What one clause asks on every occasion there was: a line for each, in the order of its demands."""
        for demand in clause.demands:
            scope = demand.scope if demand.scope is not None else profile.about
            if isinstance(demand, Duty):
                yield from self._duty(demand, scope, clause, profile)
            elif isinstance(demand, Never):
                yield from self._never(demand, scope, clause, profile)
            elif isinstance(demand, InPlace):
                yield from self._in_place_throughout(demand, scope, clause, profile)
            else:
                yield from self._statement(demand, scope, clause, profile)

    def covers_on(self, scope: Condition, at: Instant) -> Verdict:
        """Whether a condition covers the child on a day, protectively: at any time that day."""
        return self._in_scope(scope, at)

    def duty_lines(self, demand: Duty, clause: Clause, profile: Profile) -> Iterator[Line]:
        """A line for each occasion on which one duty of a clause is asked for."""
        return self._duty(demand, demand.scope if demand.scope is not None else profile.about, clause, profile)

    def never_lines(self, demand: Never, clause: Clause, profile: Profile) -> Iterator[Line]:
        """A line for each act on record of which one prohibition of a clause speaks."""
        return self._never(demand, demand.scope if demand.scope is not None else profile.about, clause, profile)

    def _shows(self, line: Line, closes: Instant | None = None) -> bool:
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

    # --- statements ---

    def _statement(self, demand: Statement, scope: Condition, clause: Clause, profile: Profile) -> Iterator[Line]:
        """What rests on somebody's word: met from the day on which it was given, with its age; never broken."""
        covered = self._covered_today(scope)
        if covered.fails or self._applies(clause, self.today).fails:
            return
        given = [
            record
            for record in self._records(Attested)
            if isinstance(record, Attested)
            and (record.clause, record.role in demand.by) == (clause.id, True)
            and record.at.latest <= self.today.latest
        ]
        if given:
            last = max(given, key=lambda record: record.at.latest)
            outcome = _Outcome(State.MET, last, age=self.today.first_day - last.at.first_day)
        else:
            doubts = self._scope_missing(scope, self.today) if covered.unknown else ()
            outcome = _Outcome(missing=(*doubts, f"{demand.says()} ({clause.id})"))
        started = outcome.act.at if outcome.act is not None else self.today
        yield _line(profile, clause, demand, outcome, told=demand.says(), started=started, stated_by=demand.by)

    def _covered_today(self, scope: Condition) -> Verdict:
        covered = self.covered_today.get(id(scope))  # sixty clauses ask the same of the same condition
        if covered is None:
            covered = self.covered_today[id(scope)] = self._in_scope(scope, self.today)
        return covered

    # --- what must be in place ---

    def _in_place_throughout(
        self, demand: InPlace, scope: Condition, clause: Clause, profile: Profile
    ) -> Iterator[Line]:
        """What must be so throughout: met by a record that still holds; with none, owed since it began to lack."""
        covered = self._covered_today(scope)
        if covered.fails or self._applies(clause, self.today).fails:
            return
        asked = self._asked_once(demand)
        if asked is None:
            return
        since, doubts = asked
        if covered.unknown:
            doubts = (*self._scope_missing(scope, self.today), *doubts)
        begins = self._counts_from(demand, scope)
        shown = [(record, self._still_shows(demand, record, begins)) for record in self._all_shown(demand)]
        standing = [record for record, verdict in shown if verdict.holds]
        unsure = [record for record, verdict in shown if verdict.unknown]
        first = self.today.first_day if issubclass(demand.kind, Spell) else begins.first_day
        if standing:
            act = max(standing, key=lambda record: _moment(record).first_day)
            outcome, started = _Outcome(State.MET), _moment(act)
        elif doubts:
            outcome, started = _Outcome(missing=doubts), self.today
        elif unsure:
            asks = () if demand.where is None else demand.where.asks(unsure[0])
            day = f"the days of the {demand.label}" if begins.is_one_day else TERM_DATES
            outcome, started = _Outcome(missing=asks or (day,)), _moment(unsure[0])
        elif self._complete(demand.kind, first, self.today.first_day):
            started = self._lacking_since(demand, scope, since, [record for record, _ in shown])
            outcome = _Outcome(State.OPEN, age=self.today.first_day - started.first_day)
        else:
            outcome = _Outcome(missing=(self._incomplete(demand.kind, first, self.today.first_day),))
            started = self.today
        done = started if standing or unsure else None
        line = _line(profile, clause, demand, outcome, told=demand.says(), started=started)
        yield evolve(line, act=demand.label, done=done)

    def _asked_once(self, demand: InPlace) -> tuple[int, tuple[str, ...]] | None:
        """From which day on it is asked for, and what leaves that open; None where nothing on record asks for it."""
        if demand.once is None:
            return FIRST_ORDINAL, ()
        found = [record for record in self._records(demand.once) if record.at.earliest <= self.today.latest]
        meant = [(record, Verdict.HOLDS if demand.when is None else demand.when.test(record)) for record in found]
        asking = [record for record, verdict in meant if verdict.holds and record.at.latest <= self.today.latest]
        if asking:
            return asking[0].at.first_day, ()
        for record, verdict in meant:
            if not verdict.fails:
                unsure = () if demand.when is None else demand.when.asks(record)
                return record.at.first_day, unsure or (f"the day of the {record.label}",)
        return None

    def _all_shown(self, demand: InPlace) -> list[Record]:
        kinds = (demand.kind, *demand.renewed_by)
        return [record for record in self.child.history if isinstance(record, kinds)]

    def _counts_from(self, demand: InPlace, scope: Condition) -> Instant:
        """From which day on something that happened shows it; a window where that rests on terms that are not known.

        About the child, that is since the child may have come into the clause; about the school, it is always.
        """
        began = 1
        if demand.kind.family.is_of_the_child:
            possible = scope.timeline(self.child).possible
            stretches = [first for first, _ in possible.ordinal_stretches() if first is not None]
            began = max((first for first in stretches if first <= self.today.first_day), default=1)
        if not demand.this_cycle:
            return Instant(began, began)
        terms = self._terms_begun_by(self.today.first_day)
        if len(terms) >= 2:
            begun = max(began, terms[-2])
            return Instant(begun, begun)
        surely = terms[0] if terms else self.today.first_day
        return Instant(began, max(began, surely))

    def _still_shows(self, demand: InPlace, record: Record, begins: Instant) -> Verdict:
        shows = Verdict.HOLDS if demand.where is None else demand.where.test(record)
        if isinstance(record, Spell):
            ended = Verdict.FAILS if record.end is None else ~self.today.on_earlier_day(record.end)
            return shows & ~self.today.on_earlier_day(record.start) & ~ended
        at = _moment(record)
        return shows & ~self.today.on_earlier_day(at) & ~at.on_earlier_day(begins)

    def _lacking_since(self, demand: InPlace, scope: Condition, since: int, shown: Sequence[Record]) -> Instant:
        """Since when something has been lacking that must be in place, as far back as the records are complete."""
        listed = self.child.complete_days(demand.kind.family) & scope.timeline(self.child).certain
        today = self.today.first_day
        complete = max((first or 1 for first, _ in listed.ordinal_stretches() if (first or 1) <= today), default=today)
        ends = [record.end.last_day for record in shown if isinstance(record, Spell) and record.end is not None]
        ends += self._terms_begun_by(today)[-1:] if demand.this_cycle and shown else []  # when the last one lapsed
        day = max([complete, since, *(end for end in ends if end <= today)])
        return Instant(day, day)

    # --- prohibitions ---

    def _never(self, written: Never, scope: Condition, clause: Clause, profile: Profile) -> Iterator[Line]:
        acts = self._records(written.act)
        demand = self._tied_to_the_child(written) if acts else written
        for act in acts:
            if act.at.earliest > self.today.latest:
                continue
            bar = self._bar(demand, scope, act, self._applies(clause, act.at))
            if not bar.speaks_to_it:
                continue
            missing = bar.missing if bar.state is State.CANNOT_TELL else ()
            outcome = _Outcome(bar.state, act, missing)
            line = _line(profile, clause, written, outcome, told=demand.says(), started=act.at)
            if self._shows(line):
                yield line

    def _tied_to_the_child(self, demand: Never) -> Never:
        where, unless = self._tied(demand.where), self._tied(demand.unless)
        same = where is demand.where and unless is demand.unless
        return demand if same else evolve(demand, where=where, unless=unless)

    def bars_on(self, act: Happening, clause: Clause, profile: Profile) -> Iterator[tuple[Never, Bar]]:
        """What a clause says of an act, done or proposed: each prohibition that may speak to it."""
        applies = self._applies(clause, act.at)
        for demand in clause.demands:
            if isinstance(demand, Never) and isinstance(act, demand.act):
                tied = self._tied_to_the_child(demand)
                bar = self._bar(tied, demand.scope if demand.scope is not None else profile.about, act, applies)
                if bar.speaks_to_it:
                    yield tied, bar

    def _bar(self, demand: Never, scope: Condition, act: Happening, applies: Verdict) -> Bar:
        covered = self._in_scope(scope, act.at) & applies
        meant = Verdict.HOLDS if demand.where is None else demand.where.test(act)
        if covered.fails or meant.fails:
            return Bar(covered, meant, Verdict.FAILS)
        allowed = Verdict.FAILS
        if demand.unless_after is not None:
            allowed = self._in_place(demand, demand.unless_after, act.at)
        elif demand.unless is not None:
            allowed = demand.unless.test(act)
        missing = self._scope_missing(scope, act.at) if covered.unknown and not applies.unknown else ()
        if applies.unknown:
            missing = (f"the day of the {act.label}, before or after which the rule began",)
        if meant.unknown and demand.where is not None:
            missing = (*missing, *demand.where.asks(act))
        if allowed.unknown and demand.unless is not None:
            missing = (*missing, *demand.unless.asks(act))
        if allowed.unknown and demand.unless_after is not None:
            missing = (*missing, f"whether the {demand.unless_after.label} came first")
        return Bar(covered, meant, allowed, missing)

    def _in_place(self, demand: Never, kind: type[Happening], by: Instant) -> Verdict:
        """Whether a thing had happened by the time of another; that it had not is only known from complete records.

        Where the prohibition says since what it must have happened, what came before the last of that does not count.
        """
        verdict = Verdict.FAILS
        for record in self._records(kind):
            same_day = record.at.on_same_day(by).holds and (record.at.moments is None or by.moments is None)
            happened = Verdict.HOLDS if same_day else ~by.before(record.at)
            verdict |= happened & self._since(demand, record.at, by)
        if verdict.fails and not self._complete(kind, self._looked_at_from(demand, by), by.last_day):
            return Verdict.UNKNOWN
        return verdict

    def _since(self, demand: Never, at: Instant, by: Instant) -> Verdict:
        """Whether a thing that must have happened since the last of another did."""
        if demand.since is None:
            return Verdict.HOLDS
        before = self._done_by(demand.since, by)
        if not before:  # it came earlier than anything on record, if the records since then are complete
            return Verdict.HOLDS if self._complete(demand.since, at.first_day, by.last_day) else Verdict.UNKNOWN
        if any(one.on_same_day(at).holds for one in before):
            return Verdict.UNKNOWN  # it may be the same thing, told twice
        later = [one.on_earlier_day(at) for one in before]
        if all(verdict.holds for verdict in later):
            return Verdict.HOLDS
        return Verdict.FAILS if all(verdict.fails for verdict in later) else Verdict.UNKNOWN

    def _looked_at_from(self, demand: Never, by: Instant) -> int:
        """From when on records must be complete for the lack of one to mean that nothing was in place."""
        alive_from = 1 if self.child.born is None else self.child.born.first_day
        before = [] if demand.since is None else self._done_by(demand.since, by)
        return max((at.first_day for at in before), default=alive_from)

    def _done_by(self, kind: type[Happening], by: Instant) -> list[Instant]:
        """When each thing of a kind was done that may have been done by a day."""
        return [record.at for record in self._records(kind) if not by.on_earlier_day(record.at).holds]

    # --- duties ---

    def _tied(self, test: Where | None) -> Where | None:
        """A test, tied to this child's records where it looks beyond the one it tests."""
        return None if test is None else test.among(self.child, self.calendar)

    def _duty(self, written: Duty, scope: Condition, clause: Clause, profile: Profile) -> Iterator[Line]:
        if not any(self._may_start(trigger) for trigger in written.clock.triggers):
            return
        where, when = self._tied(written.where), self._tied(written.when)
        same = where is written.where and when is written.when
        demand = written if same else evolve(written, where=where, when=when)
        deadline = demand.clock.deadline
        others = frozenset(
            record.ref
            for trigger in demand.clock.triggers
            if isinstance(trigger, type)
            for record in self._records(trigger)
            if record.ref is not None
        )
        begun: set[int] = set()
        starts = list(demand.clock.starts(self.child))
        if deadline.from_the_first_only:
            starts.sort(key=lambda found: found[1].at.earliest)
        for trigger, start in starts:
            if self.wanted is not None and not self.wanted(trigger, start):
                continue
            applies = Verdict.HOLDS if deadline.from_the_first_only else self._applies(clause, start.at)
            if applies.fails:
                continue
            covered = self._covers(scope, trigger, start)
            asked = _asked_of_the_start(demand, start)
            if applies.unknown and asked is not None:
                asked = (*asked, f"the day of {told_as(trigger)}, before or after which the rule began")
            if covered.fails or asked is None:
                continue
            if deadline.from_the_first_only:
                period = self._began(scope, start.at)
                if period in begun:
                    continue
                begun.add(period)
            later = [other.at for _, other in starts if start.at.before(other.at).holds]
            closes = min(later, key=lambda at: at.earliest, default=None)
            told = told_as(trigger)
            for ran in deadline.runs(start, told, self.child, self.calendar):
                keeps_open = ran.closes is not None or deadline.from_the_first_only or demand.lasting
                run = ran if keeps_open or closes is None else evolve(ran, closes=closes)
                if others:
                    run = evolve(run, others=others - run.about - run.may_refs)
                if deadline.comes_before or deadline.may_come_before:
                    since = self._since_the_one_before(scope, start, starts, deadline.no_sooner_than)
                    surely = self._surely_the_next_from(demand.clock.triggers, since, start)
                    if deadline.may_come_before and any(other.at.before(start.at).holds for _, other in starts):
                        surely = start.at.first_day  # done between two events, it may have been for the first, late
                    opens = since if deadline.comes_before else run.opens
                    run = evolve(run, opens=opens, ahead_from=since, ahead_surely_from=surely)
                if asked:
                    run = evolve(run, missing="; ".join(filter(None, (run.missing, *asked))))
                left = self._left(demand, scope, run)
                if deadline.from_the_first_only and not self._applies(clause, run.opens).holds:
                    continue
                opens_later = run.opens.first_day > run.start.at.last_day
                if left is not None and opens_later and left.last_day <= run.opens.first_day:
                    continue  # the child had left the clause before this run of the clock opened
                outcome = self._outcome(demand, trigger, scope, run, covered, left)
                dated = naming_whose_dates(run.due, deadline.counted_on, run.start.at, self.calendar)
                kept = outcome.act is not None and outcome.act.at.before(run.opens).holds
                line = _line(
                    profile, clause, written, outcome, told=run.told, started=run.start.at, due=dated, left=left,
                    opens=None if run.opens == run.start.at else run.opens,
                    caveats=tuple(
                        filter(None, (run.start.caveat, run.due.note, *run.due.caveats, STILL_VALID if kept else ""))
                    ),
                )  # fmt: skip
                if self._shows(line, run.closes):
                    reading = self._reading(demand.clock, run, told)
                    yield line if reading is None else evolve(line, reading=reading)
                if outcome.state is State.NOT_YET:
                    break  # what lies beyond the next one is not yet worth a line

    def _since_the_one_before(
        self, scope: Condition, start: Start, starts: Iterable[tuple[Trigger, Start]], no_sooner: Span | None
    ) -> Instant:
        """From when on an act may count that comes before an event.

        That is the event before it, or the day on which the child last left the clause.
        """
        earlier = [other.at for _, other in starts if other.at.before(start.at).holds]
        possible = scope.timeline(self.child).possible
        left = [until for _, until in possible.ordinal_stretches() if until is not None and until <= start.at.first_day]
        day = max(left, default=FIRST_ORDINAL)
        if no_sooner is not None:
            day = max(day, no_sooner.before(date.fromordinal(start.at.first_day)).toordinal())
        return max([Instant(day, day), *earlier], key=lambda at: at.latest)

    def _surely_the_next_from(self, triggers: Iterable[Trigger], since: Instant, start: Start) -> int:
        """From which day on an act before an event is surely for that event: from there on no other may be unlisted."""
        day = since.first_day
        for trigger in triggers:
            if isinstance(trigger, type):
                listed = self.child.complete_days(trigger.family).ordinal_stretches()
                ends = [(first or 1, until or LAST_ORDINAL + 1) for first, until in listed]
                day = max(
                    day,
                    next((first for first, until in ends if first <= start.at.first_day < until), start.at.first_day),
                )
        return day

    def _listed_since(self, kind: type[Record], day: int) -> int:
        """From which day on the records of a kind are complete up to a day; that day itself where they are not."""
        listed = self.child.complete_days(kind.family).ordinal_stretches()
        ends = ((first or FIRST_ORDINAL, until or LAST_ORDINAL + 1) for first, until in listed)
        return next((first for first, until in ends if first <= day < until), day)

    def _outcome(
        self, demand: Duty, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict, left: Instant | None
    ) -> _Outcome:
        if run.opens.earliest > self.today.latest and run.ahead_from is None:
            return _Outcome(State.NOT_YET)
        doubts = self._doubts(trigger, scope, run, covered, left)
        act, may_be = self._acts(demand, scope, run, left)
        if act is not None and (run.due.first is None or act.at.latest <= run.due.first.latest):
            return _Outcome(State.MET, act)
        if doubts:
            return _Outcome(missing=doubts)
        if may_be is not None:
            unsure = () if demand.where is None else demand.where.asks(may_be)
            return _Outcome(act=may_be, missing=unsure or (self._what_it_turns_on(demand, run, may_be),))
        if act is not None:
            return self._done_after(demand, scope, run, act)
        if not run.due.is_dated:
            if left is not None and left.latest > self.today.latest:
                return _Outcome(missing=self._when_it_ended(scope, run))
            state = State.OPEN if left is None else State.ENDED
            return _Outcome(state, age=self.today.first_day - run.start.at.first_day)
        return self._not_done(demand, scope, run, left)

    def _doubts(
        self, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict, left: Instant | None
    ) -> tuple[str, ...]:
        """What leaves open whether the clause asks for anything on this occasion."""
        doubts: list[str] = []
        if not run.start.certain:
            doubts.extend(self._what_settles(trigger, run.start))
        if run.start.caveat and self.strict_starts:
            doubts.append(run.start.caveat)
        if covered.unknown:
            doubts.extend(self._scope_missing(scope, run.start.at))
        if run.missing:
            doubts.append(run.missing)
        if left is not None and run.opens.first_day > run.start.at.last_day and not left.before(run.opens).fails:
            doubts.append("whether the child was still covered when this fell to be done")
        return tuple(doubts)

    def _what_settles(self, trigger: Trigger, start: Start) -> tuple[str, ...]:
        """What would settle whether a clock started at all."""
        if isinstance(trigger, Begins):
            missing = trigger.of.on(date.fromordinal(start.at.last_day), self.child).missing
            if missing:
                return tuple(map(str, missing))
        return ("whether a new period began, or an earlier one went on",)

    def _done_after(self, demand: Duty, scope: Condition, run: Ran, act: Happening) -> _Outcome:
        """Where a demand stands whose act came after the earliest day on which it may have been due."""
        due = run.due
        if due.last is None:
            return _Outcome(act=act, missing=(due.missing,))
        if act.at.earliest <= due.last.latest:
            missing = self._what_widens(run) if act.at.is_one_day else f"the day of the {act.label}"
            return _Outcome(act=act, missing=(missing,))
        since = self._valid_from(demand, scope, run)
        if not self._complete(demand.act, since, due.last.last_day):
            return _Outcome(act=act, missing=(self._incomplete(demand.act, since, due.last.last_day),))
        return _Outcome(State.LATE, act, late_by=self._late_by(due.last, act.at, demand.clock.deadline))

    def _not_done(self, demand: Duty, scope: Condition, run: Ran, left: Instant | None) -> _Outcome:
        due = run.due
        assert due.first is not None
        if left is not None and left.latest <= due.first.latest:
            return _Outcome(State.ENDED)
        if self.today.earliest <= due.first.latest:
            return _Outcome(State.DUE)
        over_since = self.today if left is None or left is run.ends else left  # a time out holds the due day within it
        if due.last is None or over_since.earliest <= due.last.latest:
            return _Outcome(missing=(due.missing or self._what_widens(run),))
        if left is not None and left.latest > self.today.latest:
            return _Outcome(missing=self._when_it_ended(scope, run))
        since = self._valid_from(demand, scope, run)
        until = self.today.first_day if left is None else min(left.first_day, self.today.first_day)
        if not self._complete(demand.act, since, until):
            return _Outcome(missing=(self._incomplete(demand.act, since, until),))
        still_covered = self._in_scope(scope, self.today) if left is None else Verdict.FAILS
        if still_covered.unknown:
            return _Outcome(missing=self._scope_missing(scope, self.today))
        state = State.OVERDUE if left is None else State.MISSED
        ended = self.today if left is None else left
        return _Outcome(state, late_by=self._late_by(due.last, ended, demand.clock.deadline))

    def _when_it_ended(self, scope: Condition, run: Ran) -> tuple[str, ...]:
        """What would settle whether there is still something to do it for."""
        covered = self._in_scope(scope, self.today)
        if covered.unknown:
            return self._scope_missing(scope, self.today)
        return (run.ends_asked or "the day from which on it was no longer owed",)

    def _what_it_turns_on(self, demand: Duty, run: Ran, may_be: Happening) -> str:
        """What would settle whether an act that may count does."""
        if not may_be.at.is_one_day:
            return f"the day of the {may_be.label}"
        early = run.ahead_surely_from is not None and may_be.at.first_day < run.ahead_surely_from
        between = may_be.at.first_day, run.start.at.first_day
        for trigger in demand.clock.triggers if early else ():
            if isinstance(trigger, type) and not self._complete(trigger, *between):
                return self._incomplete(trigger, *between)
            if isinstance(trigger, type):
                return f"which {trigger.label} the {may_be.label} is about"
        certain_day = run.due.first is not None and run.due.first == run.due.last and run.start.at.is_one_day
        first = demand.clock.triggers[0]
        if certain_day and may_be.about is None and run.closes is not None and isinstance(first, type):
            return f"which {first.label} the {may_be.label} is about"
        return self._what_widens(run)

    def _what_widens(self, run: Ran) -> str:
        if not run.start.at.is_one_day:
            return f"the day of the event that starts the clock ({run.told})"
        return run.due.missing or (TRAINING_DAYS if run.due.note else "the times of day")

    # --- records ---

    def _may_start(self, trigger: Trigger) -> bool:
        """Whether anything on record may start a clock; most of the national clauses find nothing of their kind."""
        if not self.kinds_on_record:
            self.kinds_on_record.update(kind for record in self.child.history for kind in type(record).__mro__)
        return not isinstance(trigger, type) or trigger in self.kinds_on_record

    def _records(self, kind: type[Record]) -> list[Happening]:
        found = self.by_kind.get(kind)
        if found is None:
            all_of_it = (record for record in self.child.history if isinstance(record, kind))
            happenings = (record for record in all_of_it if isinstance(record, Happening))
            found = self.by_kind[kind] = sorted(happenings, key=lambda record: record.at.earliest)
        return found

    def _acts(
        self, demand: Duty, scope: Condition, run: Ran, left: Instant | None
    ) -> tuple[Happening | None, Happening | None]:
        """The first record that proves the duty done, and the first that may; a lasting duty takes one still valid.

        What was done once the child had left the clause does not count; what may have been may count.
        """
        if demand.lasting:
            kept = self._valid_act(demand, scope, run)
            if kept is not None:
                return kept, None
        may_be: Happening | None = None
        for act in self._all_that_show(demand):
            counts = _counts(act, run) & (Verdict.HOLDS if demand.where is None else demand.where.test(act))
            if act.at.earliest > self.today.latest or counts.fails:
                continue
            gone = _gone(run, left, act.at)
            if gone.holds:
                continue
            if counts.holds and gone.fails:
                return act, may_be
            may_be = may_be or act
        return None, may_be

    def _valid_act(self, demand: Duty, scope: Condition, run: Ran) -> Happening | None:
        """The latest record from before the clock started that keeps the state of affairs in place at the due date.

        A plan is up to date while its last review lies in the current review cycle: in the term of the due date or the
        one before, and in the same period of care (law notes 1.7).
        """
        due = run.due.last or run.due.first
        if due is None:
            return None
        since = max(self._cycle_begins(due), self._began(scope, run.start.at))
        kinds = (demand.act, *demand.renewed_by)
        earlier = [
            act
            for kind in kinds
            for act in self._records(kind)
            if since <= act.at.first_day and act.at.latest < run.opens.earliest
        ]
        return max(earlier, key=lambda act: act.at.first_day, default=None)

    def _all_that_show(self, demand: Duty) -> list[Happening]:
        """The records that show a duty done; for a lasting one, those that keep it up to date show it too."""
        acts = self._records(demand.act)
        if not demand.lasting or not demand.renewed_by:
            return acts
        renewals = [act for kind in demand.renewed_by for act in self._records(kind)]
        return sorted([*acts, *renewals], key=lambda act: act.at.earliest)

    def _cycle_begins(self, due: Instant) -> int:
        """The first day of the term before the one that holds a day; the day itself where terms are not known."""
        begun = self._terms_begun_by(due.last_day)
        return begun[max(len(begun) - 2, 0)] if begun else due.last_day

    def _terms_begun_by(self, day: int) -> list[int]:
        """The first days of the terms begun by a day; none where the day lies past the dates that are published."""
        terms = [term for term in self.calendar.reporting_terms() if term.first.toordinal() <= day]
        if not terms or day - terms[-1].last.toordinal() > LONGEST_HOLIDAY:
            return []
        return [term.first.toordinal() for term in terms]

    def _valid_from(self, demand: Duty, scope: Condition, run: Ran) -> int:
        """From when on records must be complete for the lack of one to mean that it was not done."""
        opens = run.opens.first_day if run.ahead_from is None else run.ahead_from.first_day
        due = run.due.last or run.due.first
        if not demand.lasting or due is None:
            return opens
        return min(opens, max(self._cycle_begins(due), self._began(scope, run.start.at)))

    def _complete(self, kind: type[Record], first: int, last: int) -> bool:
        return self.child.complete_days(kind.family).has_all(first, last + 1)

    def _incomplete(self, kind: type[Record], first: int, last: int) -> str:
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

    # --- scope ---

    def _applies(self, clause: Clause, at: Instant) -> Verdict:
        """Whether a clause was in force at a time; a rough one may lie on both sides of the day it came in."""
        if self.in_force is not None:
            return Verdict.of(clause.applies_on(self.in_force))
        first, last = (clause.applies_on(date.fromordinal(day)) for day in (at.first_day, at.last_day))
        return Verdict.of(last) if first == last else Verdict.UNKNOWN

    def _in_scope(self, scope: Condition, at: Instant) -> Verdict:
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

    def _covers(self, scope: Condition, trigger: Trigger, start: Start) -> Verdict:
        """Whether a clause covers the child on the day its clock starts; one that starts with its own scope does."""
        if isinstance(trigger, Begins) and trigger.of == scope:
            return Verdict.HOLDS
        return self._in_scope(scope, start.at)

    def _scope_missing(self, scope: Condition, at: Instant) -> tuple[str, ...]:
        finding = scope.on(date.fromordinal(at.last_day), self.child)
        return tuple(map(str, finding.missing)) or (f"whether the child was {scope.title} then",)

    def _began(self, scope: Condition, at: Instant) -> int:
        """The first day of the unbroken stretch of a status, or of the period of care, that holds a day."""
        starts = [start.at.first_day for start in scope.begins.starts(self.child) if start.at.first_day <= at.last_day]
        return max(starts, default=1)

    def _left(self, demand: Duty, scope: Condition, run: Ran) -> Instant | None:
        """When the child left the clause after the clock started, where that is past, or may be."""
        timeline: Timeline = scope.timeline(self.child)
        after = ordinals(run.start.at.last_day, self.today.first_day + 1)
        gone = next((first for first, _ in (after - timeline.possible).ordinal_stretches()), None)
        ended: list[Instant] = []
        sure = next(((after & timeline.certain).ordinal_stretches()), (None, None))[1]
        if gone is not None:  # surely gone by then, and perhaps from the first day on which it was no longer sure
            ended = [Instant(gone if sure is None else min(sure, gone), gone)]
        elif sure is not None and sure <= self.today.first_day:
            ended = [Instant(sure, LAST_ORDINAL)]
        if isinstance(scope, Definition):  # care that ended and began anew on one day is another period of care
            anew = [
                day for day in restarts_of(scope, self.child) if run.start.at.last_day < day <= self.today.first_day
            ]
            ended += [Instant(day, day) for day in anew[:1]]
        ended += [at for kind in demand.until for at in self._ended_by(kind, run)]
        if run.ends is not None and run.ends.earliest <= self.today.latest:
            ended.append(run.ends)
        return min(ended, key=lambda moment: moment.earliest, default=None)

    def _ended_by(self, kind: type[Record], run: Ran) -> Iterator[Instant]:
        """When a kind of record ended, or may have ended, what was asked for; one about something else did not."""
        for record in self._records(kind):
            of_another = record.about is not None and (
                record.about in run.others or (run.about and record.about not in run.about | run.may_refs)
            )
            if record.at.earliest > self.today.latest or of_another:
                continue
            after = run.start.at.before(record.at)
            if after.holds:
                yield record.at
            elif after.unknown and not (run.start.at.is_one_day and record.at.is_one_day):
                yield Instant(max(run.start.at.first_day, record.at.first_day), LAST_ORDINAL)

    # --- words ---

    def _reading(self, clock: Clock, run: Ran, trigger: str) -> ReadingTaken | None:
        taken = clock.deadline
        if not isinstance(taken, Reading):
            return None
        others = tuple(self._alternative(other, run, trigger) for other in taken.instead)
        return ReadingTaken(taken.quoted, taken.words, taken.because, others)

    def _alternative(self, other: Deadline | Clock, run: Ran, trigger: str) -> Alternative:
        if isinstance(other, Clock):
            found = self._start_for(other, run)
            if found is None:
                return Alternative(other.deadline.told(told_as(other.triggers[0])), "")
            own_trigger, start = found
            due = other.deadline.due(start, self.child, self.calendar)
            return Alternative(other.deadline.told(told_as(own_trigger)), "" if due is None else str(due))
        due = _due_on_this_occasion(other, run, trigger, self.child, self.calendar)
        return Alternative(other.words, "" if due is None else str(due))

    def _start_for(self, clock: Clock, run: Ran) -> tuple[Trigger, Start] | None:
        """What would start another clock on the same occasion: what names it, else the next, else the last before."""
        starts = list(clock.starts(self.child))
        names = [frozenset[str]() if start.record is None else start.record.names for _, start in starts]
        named = [found for found, own in zip(starts, names, strict=True) if own & run.about]
        if named:
            return named[0]
        free = [found for found, own in zip(starts, names, strict=True) if not (run.about and own)]
        after = [found for found in free if not found[1].at.before(run.start.at).holds]
        return after[0] if after else free[-1] if free else None

    def _late_by(self, due: Instant, done: Instant, deadline: Deadline) -> str:
        """How late it was or is at the least, with its unit; "" where rough dates leave that open."""
        if done.earliest <= due.latest:
            return ""
        if due.moments is not None:
            days, hours = divmod((done.earliest - due.latest) // AN_HOUR, 24)
            spans = [str(Span(number, unit)) for number, unit in ((days, CALENDAR_DAYS), (hours, HOURS)) if number]
            return " ".join(spans) or "less than an hour"
        unit = deadline.unit
        number = done.first_day - due.last_day
        if unit is not CALENDAR_DAYS:
            first, last = date.fromordinal(due.last_day), date.fromordinal(done.first_day)
            try:
                number = self.calendar.days_of(unit).count(after=first, to=last)
            except NoTermDates:  # lateness is still a fact, told in the days that are always known
                unit = CALENDAR_DAYS
        return str(Span(number, unit)) if number else "less than a day"


def _due_on_this_occasion(
    deadline: Deadline, run: Ran, trigger: str, child: Child, calendar: SchoolCalendar
) -> Due | None:
    for other in deadline.runs(run.start, trigger, child, calendar):
        if other.due.first is None or other.due.first.last_day >= run.opens.first_day:
            return other.due
    return None


def _gone(run: Ran, left: Instant | None, at: Instant) -> Verdict:
    """Whether the child had left the clause by the time of an act; a day on which it was left is still covered.

    The day of being back is the first on which there is nothing left to do it for.
    """
    if left is None:
        return Verdict.FAILS
    return ~at.on_earlier_day(left) if left is run.ends else left.on_earlier_day(at)


def _counts(act: Happening, run: Ran) -> Verdict:
    """Whether an act counts for one run of a clock: from its opening on, and before the next run opens.

    An act known only by its day counts for whatever opened on that day. One that says what it is about counts for that
    alone, from its day on.
    """
    at = act.at
    if act is run.start.record:
        return Verdict.FAILS  # what starts a clock does not stop it too
    if act.about is not None and act.about in run.others:
        return Verdict.FAILS
    named = act.about is not None and act.about in run.about
    if run.ahead_from is not None and run.ahead_surely_from is not None and at.before(run.start.at).holds:
        if act.about is not None and run.about and not named:
            return Verdict.FAILS
        early = act.about is not None or at.first_day < run.ahead_surely_from
        return ~at.on_earlier_day(run.ahead_from) & (Verdict.UNKNOWN if early and not named else Verdict.HOLDS)
    if act.about is not None and run.about:
        since = ~at.on_earlier_day(run.opens)
        if act.about in run.about:
            return since
        return since & Verdict.UNKNOWN if act.about in run.may_refs else Verdict.FAILS
    by_day = at.moments is None and at.is_one_day
    since = ~at.on_earlier_day(run.opens) if by_day and run.opens.is_one_day else ~at.before(run.opens)
    if run.closes is None:
        return since
    if (
        act.about is None
        and run.due.last is not None
        and at.latest <= run.due.last.latest
        and run.closes.before(at).holds
    ):
        return since & Verdict.UNKNOWN  # in time for this, although another like it had begun: it may be about either
    return since & (at.on_earlier_day(run.closes) if by_day and run.closes.is_one_day else at.before(run.closes))


def _line(
    profile: Profile,
    clause: Clause,
    demand: Demand,
    outcome: _Outcome,
    *,
    told: str,
    started: Instant,
    due: Due | None = None,
    left: Instant | None = None,
    caveats: tuple[str, ...] = (),
    stated_by: tuple[str, ...] = (),
    opens: Instant | None = None,
) -> Line:
    act = outcome.act
    return Line(
        profile=profile.name,
        clause=clause.id,
        says=clause.says,
        locator=clause.locator,
        actor=clause.actor,
        strength=clause.strength.value,
        state=outcome.state,
        act=_label_of(demand) if act is None else act.label,
        told=told,
        started=started,
        due=due,
        done=None if act is None else act.at,
        left=left,
        source="" if act is None or act.source is None else str(act.source),
        late_by=outcome.late_by,
        age=outcome.age,
        caveats=(*clause.notes, *_left_open(clause), *caveats),
        missing=outcome.missing,
        stated_by=stated_by,
        form=_form_of(demand),
        demand=next(place for place, one in enumerate(clause.demands) if one is demand),
        opens=opens,
    )


def _label_of(demand: Demand) -> str:
    if isinstance(demand, InPlace):
        return demand.label
    return Attested.label if isinstance(demand, Statement) else demand.act.label


def _form_of(demand: Demand) -> Form:
    if isinstance(demand, Never):
        return Form.OF_EVERY if demand.of_every else Form.PROHIBITION
    if isinstance(demand, InPlace):
        return Form.IN_PLACE
    return Form.STATEMENT if isinstance(demand, Statement) else Form.DUTY


def _moment(record: Record) -> Instant:
    if isinstance(record, Spell):
        return record.start
    assert isinstance(record, Happening)
    return record.at


def _left_open(clause: Clause) -> tuple[str, ...]:
    return (f"left open, since the words give no measure: {clause.leaves_open}",) if clause.leaves_open else ()


def _asked_of_the_start(demand: Duty, start: Start) -> tuple[str, ...] | None:
    """What must be known for a record to start the clock; None where it surely does not."""
    if demand.when is None or start.record is None:
        return ()
    starts_it = demand.when.test(start.record)
    if starts_it.fails:
        return None
    return demand.when.asks(start.record) if starts_it.unknown else ()
