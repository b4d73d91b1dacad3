"""Knows how a child, a policy, a calendar and a day become an assessment: every line with its state and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum

from attrs import evolve, field, frozen

from carepolicy.errors import NotAskable, NoTermDates, UnknownName
from carepolicy.facts import Child, Happening, Record
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.logic.condition import Begins, Condition, Definition, restarts_of
from carepolicy.logic.deadline import TRAINING_DAYS, Clock, Deadline, Due, Ran, Reading, Trigger, told_as
from carepolicy.logic.finding import Reason
from carepolicy.logic.starts import Start
from carepolicy.logic.vocabulary import ages_in
from carepolicy.policy import Clause, Duty, Never, Profile
from carepolicy.profiles.england import ENGLAND
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import Timeline, ordinals
from carepolicy.time.instants import AN_HOUR, Instant
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, Span
from carepolicy.time.written import with_weekday
from carepolicy.verdict import Verdict

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of which a day may be asked about."""

STATUSES: tuple[Definition, ...] = (looked_after, previously_looked_after, with_social_worker)
"""The statuses that every assessment answers."""


class State(Enum):
    """Where one clause stands on one occasion."""

    NOT_YET = "NOT YET"
    DUE = "DUE"
    MET = "MET"
    LATE = "LATE"
    OVERDUE = "OVERDUE"
    BREACH = "BREACH"
    OPEN = "OPEN"
    ENDED = "ENDED"
    MISSED = "MISSED"
    CANNOT_TELL = "CANNOT TELL"


LIVE = frozenset({State.NOT_YET, State.DUE, State.OVERDUE, State.OPEN, State.CANNOT_TELL})
"""The states of a line that is still open."""


@frozen
class Alternative:
    """Another reading of the same words, with its own date.

    Args:
        words: how they would be read.
        due: when it would be due then, as text; "" where that cannot be told.
    """

    words: str
    due: str


@frozen
class ReadingTaken:
    """The reading that a line leans on.

    Args:
        quoted: the words of the policy.
        words: how they are read.
        because: why.
        instead: the other readings, each with its own date.
    """

    quoted: str
    words: str
    because: str
    instead: tuple[Alternative, ...] = ()


@frozen(repr=False)
class Line:
    """One clause on one occasion: its state, its due date, and why.

    Args:
        profile: whose policy.
        clause: the clause's id.
        says: the clause in one sentence.
        locator: where in its document it stands, or the citation of a national rule.
        actor: who must act, as roles.
        strength: how far it binds.
        state: where it stands.
        act: what is to be done, or was, as a noun phrase.
        told: how the due date follows from the event, or how the act was barred.
        started: when the clock started, or the barred act was done.
        due: when it is due; None for a prohibition.
        done: when it was done, where it was.
        left: when the child left the clause, or there was nothing left to do it for, where that is past.
        source: where the record that settles it was read, or "".
        late_by: how late it was or is, with its unit, or "".
        age: for a line with no date, how many calendar days it has been open.
        reading: the reading it leans on.
        caveats: what it leans on besides.
        missing: what would settle it, where it cannot be told.
    """

    profile: str
    clause: str
    says: str
    locator: str
    actor: tuple[str, ...]
    strength: str
    state: State
    act: str
    told: str
    started: Instant
    due: Due | None = None
    done: Instant | None = None
    left: Instant | None = None
    source: str = ""
    late_by: str = ""
    age: int | None = None
    reading: ReadingTaken | None = None
    caveats: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_live(self) -> bool:
        """Whether it is still open."""
        return self.state in LIVE

    def __repr__(self) -> str:
        return f"<Line {self.clause}: {self.state.value}>"


@frozen(repr=False)
class Status:
    """The answer to one status on the day, with its stretch and its reason.

    Args:
        name: which status.
        verdict: the answer.
        before: the answer on the day before that stretch, where it has a first day.
        since: the first day of the unbroken stretch with this answer, where it has one.
        until: the first day on which the answer changes, as things stand, where it does.
        then: what it changes to.
        reason: why, as a tree.
        missing: what would settle it, where it cannot be told.
    """

    name: str
    verdict: Verdict
    before: Verdict | None
    since: date | None
    until: date | None
    then: Verdict | None
    reason: Reason
    missing: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Status {self.name}: {self.verdict.value}>"


@frozen
class PolicyUsed:
    """One policy that an assessment was made under.

    Args:
        name: whose it is.
        edition: which edition.
        covers: whether the child is, on the day, one that its clauses are about.
        checked: how many of its clauses ask for something that can be checked.
    """

    name: str
    edition: str
    covers: Verdict
    checked: int


@frozen(repr=False)
class Assessment:
    """Everything there is to say about a child on a day under some policies.

    Args:
        child: the child's identifier.
        on: the day or moment asked about.
        statuses: looked after, previously looked after, with a social worker.
        lines: every clause on every occasion, in the order of the policies.
        profiles: the policies and their editions; the national floor is always among them.
        law_as_at: the day to which the law was checked.
        calendar: the name and version of the calendar used.
        known_at: the day whose knowledge was used, where that is not everything on record.
        warnings: what was odd about the records.
        everything: whether lines that were closed before the current school year are here too.
    """

    child: str
    on: Instant
    statuses: tuple[Status, ...]
    lines: tuple[Line, ...]
    profiles: tuple[PolicyUsed, ...]
    law_as_at: date
    calendar: str = ""
    known_at: date | None = None
    warnings: tuple[str, ...] = ()
    everything: bool = field(default=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<Assessment of {self.child!r} on {self.on}: {len(self.lines)} lines>"

    @property
    def missing(self) -> tuple[tuple[str, int], ...]:
        """What would settle open answers, with how many lines and statuses each bears on; the most useful first."""
        counts: dict[str, int] = {}
        for missing in (*(line.missing for line in self.lines), *(status.missing for status in self.statuses)):
            for says in missing:
                counts[says] = counts.get(says, 0) + 1
        return tuple(sorted(counts.items(), key=lambda found: -found[1]))


def assess(
    child: Child,
    profile: Profile | Sequence[Profile],
    *,
    calendar: SchoolCalendar,
    on: date | datetime,
    known_at: date | None = None,
    in_force: date | None = None,
    everything: bool = False,
    choosing: Mapping[str, Deadline | Clock] | None = None,
    strict_starts: bool = False,
) -> Assessment:
    """Every obligation of a child on a day under a policy and the national floor, each with its state and its reasons.

    Costs about 2 ms for a child and a profile; nothing is read from a clock, a file or a network.

    Args:
        child: what is on record.
        profile: the policy, or several; `ENGLAND` is added where it is not among them.
        calendar: the school's calendar, which also carries the working days.
        on: "today", as a day or a moment.
        known_at: the day whose knowledge is used, instead of everything on record.
        in_force: the day whose law is applied to duties, instead of the day each clock starts.
        everything: whether lines closed before the current school year are shown too.
        choosing: other readings to take, by clause id; each must be one that the clause lists.
        strict_starts: whether a start before which the records are not complete is taken as "cannot tell".

    Raises:
        NotAskable: when it is not given a child, profiles and a calendar.
        UnknownName: when `choosing` names a clause that no profile has.
        BadPolicy: when it chooses a reading that the clause does not list.
    """
    _must_be(child, Child, "a Child")
    _must_be(calendar, SchoolCalendar, "a SchoolCalendar")
    profiles = list(profile) if isinstance(profile, Iterable) else [profile]
    for one in profiles:
        _must_be(one, Profile, 'a Profile, such as STOKE_ON_TRENT; profiles.find("stoke-on-trent") finds one by name')
    if not any(_is_the_floor(one) for one in profiles):
        profiles.append(ENGLAND)
    profiles = _reread(profiles, choosing or {})
    today = _known_day(on, "on")
    for name, given in (("known_at", known_at), ("in_force", in_force)):
        if given is not None and (isinstance(given, datetime) or not isinstance(given, date)):
            raise NotAskable(f"{name} takes a day, such as date(2026, 3, 31). Give one, or leave it out.")
    if known_at is not None:
        child, calendar = child.known_at(known_at), calendar.known_at(known_at)
    day = date.fromordinal(today.first_day)
    view = _View(child, calendar, today, in_force, strict_starts, everything)
    lines = [line for one in profiles for clause in one.clauses for line in view.lines_of(one, clause)]
    return Assessment(
        child.id,
        today,
        statuses_on(child, day),
        tuple(lines),
        tuple(
            PolicyUsed(
                one.name,
                one.edition,
                one.about.timeline(child).at(day),
                sum(1 for clause in one.clauses if clause.demands),
            )
            for one in profiles
        ),
        LAW_AS_AT,
        " ".join(filter(None, (calendar.name, calendar.version))),
        known_at,
        tuple(map(str, child.warnings)),
        everything=everything,
    )


def _known_day(given: date | datetime, name: str) -> Instant:
    instant = Instant.of(given)
    if instant.is_one_day and FIRST_YEAR <= date.fromordinal(instant.first_day).year <= LAST_YEAR:
        return instant
    raise NotAskable(f"{name} takes one day from {FIRST_YEAR} to {LAST_YEAR}, such as date(2026, 3, 31).")


def _is_the_floor(profile: Profile) -> bool:
    """Whether a profile is the national floor, however its words are read."""
    if profile.name != ENGLAND.name:
        return False
    if [clause.id for clause in profile.clauses] == [clause.id for clause in ENGLAND.clauses]:
        return True
    raise NotAskable(f"{ENGLAND.name} is the name of the national floor. Give another policy another name.")


def _must_be(value: object, kind: type, wanted: str) -> None:
    if not isinstance(value, kind):
        raise NotAskable(
            f"assess(child, profile, calendar=..., on=...) was given a {type(value).__name__} for {wanted}."
        )


def _reread(profiles: Sequence[Profile], choosing: Mapping[str, Deadline | Clock]) -> list[Profile]:
    ids = {clause.id for profile in profiles for clause in profile.clauses}
    unknown = sorted(set(choosing) - ids)
    if unknown:
        raise UnknownName(f"No clause of these profiles is called {', '.join(unknown)}. Choose readings by clause id.")
    return [
        profile.choosing(
            {id: deadline for id, deadline in choosing.items() if any(id == c.id for c in profile.clauses)}
        )
        for profile in profiles
    ]


def statuses_on(child: Child, day: date) -> tuple[Status, ...]:
    """The statuses of a child at the end of a day, each with since when, until when, and why.

    Args:
        child: what is on record.
        day: the day asked about.
    """
    return tuple(_status(definition, child, day) for definition in STATUSES)


def _status(definition: Definition, child: Child, day: date) -> Status:
    timeline = definition.timeline(child)
    verdict = timeline.at(day)
    days = {
        Verdict.HOLDS: timeline.certain,
        Verdict.FAILS: ~timeline.possible,
        Verdict.UNKNOWN: timeline.unknown,
    }[verdict]
    since, until = days.stretch_around(day) or (None, None)
    before = None if since is None else timeline.at_ordinal(since.toordinal() - 1)
    then = None if until is None else timeline.at(until)
    finding = definition.on(day, child)
    return Status(
        definition.name, verdict, before, since, until, then, finding.reason, tuple(map(str, finding.missing))
    )


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


def _nothing_yet() -> dict[type[Record], list[Happening]]:
    return {}


@frozen
class _View:
    """One child on one day, as the clauses look at it."""

    child: Child
    calendar: SchoolCalendar
    today: Instant
    in_force: date | None
    strict_starts: bool
    everything: bool
    by_kind: dict[type[Record], list[Happening]] = field(factory=_nothing_yet, init=False)

    def lines_of(self, profile: Profile, clause: Clause) -> Iterator[Line]:
        for demand in clause.demands:
            scope = demand.scope if demand.scope is not None else profile.about
            if isinstance(demand, Duty):
                yield from self._duty(demand, scope, clause, profile)
            else:
                yield from self._never(demand, scope, clause, profile)

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

    # --- prohibitions ---

    def _never(self, demand: Never, scope: Condition, clause: Clause, profile: Profile) -> Iterator[Line]:
        for act in self._records(demand.act):
            if act.at.earliest > self.today.latest or not self._applies(clause, act.at):
                continue
            covered = self._in_scope(scope, act.at)
            if covered.fails:
                continue
            outcome = self._barred(demand, scope, act, covered)
            line = _line(profile, clause, demand, outcome, told=demand.says(), started=act.at)
            if self._shows(line):
                yield line

    def _barred(self, demand: Never, scope: Condition, act: Happening, covered: Verdict) -> _Outcome:
        in_place = Verdict.FAILS if demand.unless_after is None else self._in_place(demand, demand.unless_after, act.at)
        if in_place.holds:
            return _Outcome(State.MET, act)
        if covered.holds and in_place.fails:
            return _Outcome(State.BREACH, act)
        missing = self._scope_missing(scope, act.at) if covered.unknown else ()
        if in_place.unknown and demand.unless_after is not None:
            missing = (*missing, f"whether the {demand.unless_after.label} came first")
        return _Outcome(act=act, missing=missing)

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
        before = [one.at for one in self._records(demand.since) if not by.on_earlier_day(one.at).holds]
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
        since = [] if demand.since is None else self._records(demand.since)
        before = [one.at.first_day for one in since if not by.on_earlier_day(one.at).holds]
        return max(before, default=self._alive_from())

    def _alive_from(self) -> int:
        return 1 if self.child.born is None else self.child.born.first_day

    # --- duties ---

    def _duty(self, demand: Duty, scope: Condition, clause: Clause, profile: Profile) -> Iterator[Line]:
        deadline = demand.clock.deadline
        begun: set[int] = set()
        starts = list(demand.clock.starts(self.child))
        if deadline.from_the_first_only:
            starts.sort(key=lambda found: found[1].at.earliest)
        for trigger, start in starts:
            if not deadline.from_the_first_only and not self._applies(clause, start.at):
                continue
            covered = self._covers(scope, trigger, start)
            if covered.fails:
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
                own = (
                    ran.closes is not None
                    or deadline.from_the_first_only
                    or (isinstance(demand, Duty) and demand.lasting)
                )
                run = ran if own else evolve(ran, closes=closes)
                left = self._left(demand, scope, run)
                if deadline.from_the_first_only and not self._applies(clause, run.opens):
                    continue
                opens_later = run.opens.first_day > run.start.at.last_day
                if left is not None and opens_later and left.last_day <= run.opens.first_day:
                    continue  # the child had left the clause before this run of the clock opened
                outcome = self._outcome(demand, trigger, scope, run, covered, left)
                kept = outcome.act is not None and outcome.act.at.before(run.opens).holds
                line = _line(
                    profile, clause, demand, outcome, told=run.told, started=run.start.at, due=run.due, left=left,
                    caveats=tuple(filter(None, (run.start.caveat, run.due.note, STILL_VALID if kept else ""))),
                )  # fmt: skip
                if self._shows(line, run.closes):
                    reading = self._reading(demand.clock, run, told)
                    yield line if reading is None else evolve(line, reading=reading)
                if outcome.state is State.NOT_YET:
                    break  # what lies beyond the next one is not yet worth a line

    def _outcome(
        self, demand: Duty, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict, left: Instant | None
    ) -> _Outcome:
        if run.opens.earliest > self.today.latest:
            return _Outcome(State.NOT_YET)
        doubts = self._doubts(trigger, scope, run, covered)
        act, may_be = self._acts(demand, scope, run, left)
        if act is not None and (run.due.first is None or act.at.latest <= run.due.first.latest):
            return _Outcome(State.MET, act)
        if doubts:
            return _Outcome(missing=doubts)
        if may_be is not None:
            missing = self._what_widens(run) if may_be.at.is_one_day else f"the day of the {may_be.label}"
            return _Outcome(act=may_be, missing=(missing,))
        if act is not None:
            return self._done_after(demand, scope, run, act)
        if not run.due.is_dated:
            state = State.OPEN if left is None else State.ENDED
            return _Outcome(state, age=self.today.first_day - run.start.at.first_day)
        return self._not_done(demand, scope, run, left)

    def _doubts(self, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict) -> tuple[str, ...]:
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
        if due.last is None or (left or self.today).earliest <= due.last.latest:
            return _Outcome(missing=(due.missing or self._what_widens(run),))
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

    def _what_widens(self, run: Ran) -> str:
        if not run.start.at.is_one_day:
            return f"the day of the event that starts the clock ({run.told})"
        return run.due.missing or (TRAINING_DAYS if run.due.note else "the times of day")

    # --- records ---

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
            counts = _counts(act, run)
            if act.at.earliest > self.today.latest or counts.fails:
                continue
            gone = Verdict.FAILS if left is None else left.on_earlier_day(act.at)
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
        terms = self.calendar.reporting_terms()
        current = [place for place, term in enumerate(terms) if term.first.toordinal() <= due.last_day]
        if not current:
            return due.last_day
        return terms[max(current[-1] - 1, 0)].first.toordinal()

    def _valid_from(self, demand: Duty, scope: Condition, run: Ran) -> int:
        """From when on records must be complete for the lack of one to mean that it was not done."""
        opens = run.opens.first_day
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
        gap = next((ordinals(first, last + 1) - listed).stretches())
        began, until = gap
        days = [with_weekday(day) for day in (began, until and date.fromordinal(until.toordinal() - 1)) if day]
        return f"{whole} from {days[0]} to {days[-1]}" if len(days) == 2 else whole

    # --- scope ---

    def _applies(self, clause: Clause, at: Instant) -> bool:
        day = self.in_force or date.fromordinal(at.last_day)
        return clause.applies_on(day)

    def _in_scope(self, scope: Condition, at: Instant) -> Verdict:
        """Whether a status held at any time on a day, which includes its very beginning: the end of the day before.

        An age is reached as its day begins, so what ends by age held at no time on that day.
        """
        timeline = scope.timeline(self.child)
        first = at.first_day if self._too_old(scope, at) else max(at.first_day - 1, 1)
        window = ordinals(first, at.last_day + 1)
        if at.is_one_day:
            if timeline.certain & window:
                return Verdict.HOLDS
            return Verdict.UNKNOWN if timeline.possible & window else Verdict.FAILS
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
        """When the child left the clause after the clock started, where that is past for sure."""
        timeline: Timeline = scope.timeline(self.child)
        after = ordinals(run.start.at.last_day, self.today.first_day + 1)
        gone = next((first for first, _ in (after - timeline.possible).ordinal_stretches()), None)
        ended: list[Instant] = []
        if gone is not None:  # surely gone by then, and perhaps from the first day on which it was no longer sure
            sure = next(((after & timeline.certain).ordinal_stretches()), (None, None))[1]
            ended = [Instant(gone if sure is None else min(sure, gone), gone)]
        if isinstance(scope, Definition):  # care that ended and began anew on one day is another period of care
            anew = [
                day for day in restarts_of(scope, self.child) if run.start.at.last_day < day <= self.today.first_day
            ]
            ended += [Instant(day, day) for day in anew[:1]]
        for kind in demand.until:
            ended += [
                record.at
                for record in self._records(kind)
                if run.start.at.before(record.at).holds and record.at.earliest <= self.today.latest
            ]
        if run.ends is not None and run.ends.earliest <= self.today.latest:
            ended.append(run.ends)
        return min(ended, key=lambda moment: moment.earliest, default=None)

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
        named = [found for found in starts if _named(found[1].record) & run.about]
        if named:
            return named[0]
        free = [found for found in starts if not (run.about and _named(found[1].record))]
        after = [found for found in free if not found[1].at.before(run.start.at).holds]
        return after[0] if after else free[-1] if free else None

    def _late_by(self, due: Instant, done: Instant, deadline: Deadline) -> str:
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


def _named(record: Record | None) -> frozenset[str]:
    """What a record is called, or says that it is about."""
    if record is None:
        return frozenset()
    names = (record.ref, record.about if isinstance(record, Happening) else None)
    return frozenset(name for name in names if name is not None)


def _due_on_this_occasion(
    deadline: Deadline, run: Ran, trigger: str, child: Child, calendar: SchoolCalendar
) -> Due | None:
    for other in deadline.runs(run.start, trigger, child, calendar):
        if other.due.first is None or other.due.first.last_day >= run.opens.first_day:
            return other.due
    return None


def _counts(act: Happening, run: Ran) -> Verdict:
    """Whether an act counts for one run of a clock: from its opening on, and before the next run opens.

    An act known only by its day counts for whatever opened on that day. One that says what it is about counts for that
    alone, from its day on.
    """
    at = act.at
    if act.about is not None and run.about:
        return ~at.on_earlier_day(run.opens) if act.about in run.about else Verdict.FAILS
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
    demand: Duty | Never,
    outcome: _Outcome,
    *,
    told: str,
    started: Instant,
    due: Due | None = None,
    left: Instant | None = None,
    caveats: tuple[str, ...] = (),
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
        act=demand.act.label if act is None else act.label,
        told=told,
        started=started,
        due=due,
        done=None if act is None else act.at,
        left=left,
        source="" if act is None or act.source is None else str(act.source),
        late_by=outcome.late_by,
        age=outcome.age,
        caveats=(*clause.notes, *caveats),
        missing=outcome.missing,
    )
