"""Knows where a duty stands on each occasion on which it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from carepolicy.errors import NoTermDates
from carepolicy.facts import Happening
from carepolicy.line import Line, State
from carepolicy.logic.condition import Begins, Condition
from carepolicy.logic.deadline import Deadline, Ran, Trigger, told_as
from carepolicy.logic.due import TRAINING_DAYS, naming_whose_dates
from carepolicy.logic.starts import Start
from carepolicy.policy import Clause, Duty, Profile
from carepolicy.standing.evidence import acts_for, must_be_complete_from, unlisted_between
from carepolicy.standing.leaving import when_left
from carepolicy.standing.lines import Outcome, covered_by, line_of
from carepolicy.standing.readings import reading_taken
from carepolicy.standing.view import View
from carepolicy.time.days import FIRST_ORDINAL
from carepolicy.time.instants import AN_HOUR, Instant
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, Span
from carepolicy.verdict import Verdict

SERVES_BOTH = "another like it had begun by then; what names neither and is in time for both is taken to be about both"
STILL_VALID = "done before the clock started, and still valid: it or a review of it lies in that term or the one before"


def duty_lines(view: View, written: Duty, clause: Clause, profile: Profile) -> Iterator[Line]:
    """A line for each occasion on which one duty of a clause is asked for."""
    scope = covered_by(written, profile)
    if not any(view.may_start(trigger) for trigger in written.clock.triggers):
        return
    where, when = view.tied(written.where), view.tied(written.when)
    same = where is written.where and when is written.when
    demand = written if same else evolve(written, where=where, when=when)
    starts = list(demand.clock.starts(view.child))
    if demand.clock.deadline.from_the_first_only:
        starts.sort(key=lambda found: found[1].at.earliest)
    for trigger, start, covered, asked in _occasions(view, demand, scope, clause, starts):
        for run in _runs(view, demand, scope, trigger, start, starts, asked):
            line = _on_one_run(view, written, demand, scope, trigger, run, covered, clause, profile)
            if line is None:
                continue
            if view.shows(line, run.closes):
                reading = reading_taken(view, demand.clock, run, told_as(trigger))
                yield line if reading is None else evolve(line, reading=reading)
            if line.state is State.NOT_YET:
                break  # what lies beyond the next one is not yet worth a line


def _occasions(
    view: View, demand: Duty, scope: Condition, clause: Clause, starts: Iterable[tuple[Trigger, Start]]
) -> Iterator[tuple[Trigger, Start, Verdict, tuple[str, ...]]]:
    """Each start of the clock that asks for something, with whether the child is covered and what leaves it open."""
    first_only = demand.clock.deadline.from_the_first_only
    begun: set[int] = set()
    for trigger, start in starts:
        if view.wanted is not None and not view.wanted(trigger, start):
            continue
        applies = Verdict.HOLDS if first_only else view.applies(clause, start.at)
        covered = Verdict.FAILS if applies.fails else view.covers(scope, trigger, start)
        asked = None if covered.fails else _asked_of_the_start(demand, start)
        if asked is None:
            continue
        if first_only:
            period = view.began(scope, start.at)
            if period in begun:
                continue
            begun.add(period)
        if applies.unknown:
            asked = (*asked, f"the day of {told_as(trigger)}, before or after which the rule began")
        yield trigger, start, covered, asked


def _runs(
    view: View,
    demand: Duty,
    scope: Condition,
    trigger: Trigger,
    start: Start,
    starts: Sequence[tuple[Trigger, Start]],
    asked: tuple[str, ...],
) -> Iterator[Ran]:
    """The runs of the clock from one start, each with from when and until when an act counts for it."""
    deadline = demand.clock.deadline
    closes, may_close = None, None
    if not deadline.from_the_first_only and not demand.lasting:
        closes, may_close = _the_next(start, starts)
    named = frozenset(other.record.ref for _, other in starts if other.record is not None and other.record.ref)
    for ran in deadline.runs(start, told_as(trigger), view.child, view.calendar):
        changed: dict[str, Any] = {}  # gathered, since each copy of a run costs as much as all the rest of it
        if asked:
            changed["missing"] = "; ".join(filter(None, (ran.missing, *asked)))
        if ran.closes is None and closes is not None:
            changed["closes"] = closes
        if ran.closes is None and may_close is not None:
            changed["may_close"] = may_close
        if named:
            changed["others"] = named - ran.about - ran.may_refs
        if deadline.comes_before or deadline.may_come_before:
            named_since = _since_the_child_left(view, scope, start, deadline.no_sooner_than)
            since = _since_the_one_before(named_since, start, starts)
            surely = _surely_the_next_from(view, demand.clock.triggers, since, start, starts)
            before = any(not other.at.on_earlier_day(start.at).fails for _, other in starts)
            another = surely > named_since.first_day or before
            if deadline.may_come_before and another:
                surely = start.at.first_day  # done between two events, it may have been for the first, late
            changed |= {"ahead_from": since, "ahead_surely_from": surely, "ahead_named_from": named_since}
            if deadline.comes_before:
                changed["opens"] = since
        yield evolve(ran, **changed) if changed else ran


def _the_next(start: Start, starts: Sequence[tuple[Trigger, Start]]) -> tuple[Instant | None, Instant | None]:
    """The next start of a clock that surely comes after one, and the first of those that may come before or after."""
    order = [(start.at.before(other.at), other.at) for _, other in starts]
    later = (at for comes_first, at in order if comes_first.holds)
    either = (at for comes_first, at in order if comes_first.unknown and not start.at.on_same_day(at).holds)
    return min(later, key=_earliest, default=None), min(either, key=_earliest, default=None)


def _earliest(at: Instant) -> int:
    return at.earliest


def _on_one_run(
    view: View,
    written: Duty,
    demand: Duty,
    scope: Condition,
    trigger: Trigger,
    run: Ran,
    covered: Verdict,
    clause: Clause,
    profile: Profile,
) -> Line | None:
    """The line for one run of the clock; None where the rule, or the child in it, was gone before the run opened."""
    deadline = demand.clock.deadline
    left = when_left(view, demand, scope, run)
    if deadline.from_the_first_only and not view.applies(clause, run.opens).holds:
        return None
    opens_later = run.opens.first_day > run.start.at.last_day
    if left is not None and opens_later and left.last_day <= run.opens.first_day:
        return None
    outcome = _outcome(view, demand, trigger, scope, run, covered, left)
    dated = naming_whose_dates(run.due, deadline.counted_on, run.start.at, view.calendar)
    kept = demand.lasting and outcome.act is not None and outcome.act.at.before(run.opens).holds
    caveats = (
        run.start.caveat,
        run.due.note,
        *run.due.caveats,
        STILL_VALID if kept else "",
        _serves_both(run, outcome),
    )
    opens = None if run.opens == run.start.at else run.opens
    return line_of(
        profile, clause, written, outcome, told=run.told, started=run.start.at, due=dated, left=left, opens=opens,
        caveats=tuple(filter(None, caveats)),
    )  # fmt: skip


def _serves_both(run: Ran, outcome: Outcome) -> str:
    """That an act that meets a demand may be about a later event alone, as a reading; "" where it may not."""
    act = outcome.act
    if outcome.state is not State.MET or act is None or act.about is not None:
        return ""
    next_one = run.closes or run.may_close
    return SERVES_BOTH if next_one is not None and not act.at.before(next_one).holds else ""


def _since_the_child_left(view: View, scope: Condition, start: Start, no_sooner: Span | None) -> Instant:
    """From when on what comes before an event may count: since the child last left the clause, or so long ago."""
    possible = scope.timeline(view.child).possible
    left = [until for _, until in possible.ordinal_stretches() if until is not None and until <= start.at.first_day]
    day = max(left, default=FIRST_ORDINAL)
    if no_sooner is None:
        return Instant(day, day)
    ago = [no_sooner.before(date.fromordinal(at)).toordinal() for at in (start.at.first_day, start.at.last_day)]
    return Instant(max(day, ago[0]), max(day, ago[1]))


def _since_the_one_before(since: Instant, start: Start, starts: Iterable[tuple[Trigger, Start]]) -> Instant:
    """From when on what comes before an event and does not name it counts: at the most since the event before."""
    earlier = [other.at for _, other in starts if other.at.before(start.at).holds]
    return max([since, *earlier], key=lambda at: at.latest)


def _surely_the_next_from(
    view: View, triggers: Iterable[Trigger], since: Instant, start: Start, starts: Iterable[tuple[Trigger, Start]]
) -> int:
    """From which day on an act before an event is surely for it: from there on no other may be, listed or not."""
    kinds = (trigger for trigger in triggers if isinstance(trigger, type))
    eve = min(start.at.last_day, view.today.first_day + 1)  # what is still to come is on nobody's list
    may_lie_between = (
        min(other.at.last_day, start.at.first_day)
        for _, other in starts
        if other is not start and other.at.on_earlier_day(start.at).unknown
    )
    return max([since.first_day, *may_lie_between, *(view.listed_since(kind, eve) for kind in kinds)])


def _outcome(
    view: View, demand: Duty, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict, left: Instant | None
) -> Outcome:
    if run.opens.earliest > view.today.latest and run.ahead_from is None:
        return Outcome(State.NOT_YET)
    if not run.due.is_dated and run.start.at.earliest > view.today.latest:
        return Outcome(State.NOT_YET)  # it may be done ahead, and is owed only from then on
    doubts = _doubts(view, trigger, scope, run, covered, left)
    act, may_be = acts_for(view, demand, scope, run, left)
    if doubts:
        return Outcome(missing=doubts)
    if act is not None and (run.due.first is None or act.at.latest <= run.due.first.latest):
        if demand.lasting and run.opens.latest > view.today.latest:  # the clock itself may start later
            return Outcome(act=act, missing=(_what_widens(run),))
        return Outcome(State.MET, act)
    if may_be is not None and not _surely_late(run, act, may_be):
        unsure = () if demand.where is None else demand.where.asks(may_be)
        return Outcome(act=may_be, missing=unsure or (_what_it_turns_on(view, demand, run, may_be),))
    if act is not None:
        return _done_after(view, demand, scope, run, act)
    if not run.due.is_dated:
        if left is not None and left.latest > view.today.latest:
            return Outcome(missing=_when_it_ended(view, scope, run))
        age = view.today.first_day - run.start.at.first_day
        return Outcome(State.OPEN, age=age) if left is None else _ended(view, demand, scope, run, left, age)
    return _not_done(view, demand, scope, run, left)


def _surely_late(run: Ran, act: Happening | None, may_be: Happening) -> bool:
    """Whether it came late however it stands with an act that may count, since that came late too."""
    return act is not None and run.due.last is not None and may_be.at.earliest > run.due.last.latest


def _doubts(
    view: View, trigger: Trigger, scope: Condition, run: Ran, covered: Verdict, left: Instant | None
) -> tuple[str, ...]:
    """What leaves open whether the clause asks for anything on this occasion."""
    doubts: list[str] = []
    if not run.start.certain:
        doubts.extend(_what_settles(view, trigger, run.start))
    if run.start.caveat and view.strict_starts:
        doubts.append(run.start.caveat)
    if covered.unknown:
        doubts.extend(view.scope_missing(scope, run.start.at))
    if run.missing:
        doubts.append(run.missing)
    if left is not None and run.opens.first_day > run.start.at.last_day and not left.before(run.opens).fails:
        doubts.append("whether the child was still covered when this fell to be done")
    return tuple(doubts)


def _what_settles(view: View, trigger: Trigger, start: Start) -> tuple[str, ...]:
    """What would settle whether a clock started at all."""
    if isinstance(trigger, Begins):
        missing = trigger.of.on(date.fromordinal(start.at.last_day), view.child).missing
        if missing:
            return tuple(map(str, missing))
    return ("whether a new period began, or an earlier one went on",)


def _done_after(view: View, demand: Duty, scope: Condition, run: Ran, act: Happening) -> Outcome:
    """Where a demand stands whose act came after the earliest day on which it may have been due."""
    due = run.due
    if due.last is None:
        return Outcome(act=act, missing=(due.missing,))
    if act.at.earliest <= due.last.latest:
        missing = _what_widens(run) if act.at.is_one_day else f"the day of the {act.label}"
        return Outcome(act=act, missing=(missing,))
    since = must_be_complete_from(view, demand, scope, run)
    if not view.complete(demand.act, since, due.last.last_day):
        return Outcome(act=act, missing=(view.incomplete(demand.act, since, due.last.last_day),))
    return Outcome(State.LATE, act, late_by=_late_by(view, due.last, act.at, demand.clock.deadline))


def _not_done(view: View, demand: Duty, scope: Condition, run: Ran, left: Instant | None) -> Outcome:
    due = run.due
    assert due.first is not None
    if left is not None and left.latest <= min(due.first.latest, view.today.latest):
        return _ended(view, demand, scope, run, left)
    if view.today.earliest <= due.first.latest:
        return Outcome(State.DUE)
    over_since = view.today if left is None or left is run.ends else left  # a time out holds the due day within it
    if due.last is None or over_since.earliest <= due.last.latest:
        return Outcome(missing=(due.missing or _what_widens(run),))
    if left is not None and left.latest > view.today.latest:
        return Outcome(missing=_when_it_ended(view, scope, run))
    since = must_be_complete_from(view, demand, scope, run)
    until = view.today.first_day if left is None else min(left.first_day, view.today.first_day)
    if not view.complete(demand.act, since, until):
        return Outcome(missing=(view.incomplete(demand.act, since, until),))
    still_covered = view.in_scope(scope, view.today) if left is None else Verdict.FAILS
    if still_covered.unknown:
        return Outcome(missing=view.scope_missing(scope, view.today))
    state = State.OVERDUE if left is None else State.MISSED
    ended = view.today if left is None else left
    return Outcome(state, late_by=_late_by(view, due.last, ended, demand.clock.deadline))


def _ended(view: View, demand: Duty, scope: Condition, run: Ran, left: Instant, age: int | None = None) -> Outcome:
    """Where a demand stands that the child left before it was due: ended, unless it may have been done by then."""
    since = must_be_complete_from(view, demand, scope, run)
    if not view.complete(demand.act, since, left.last_day):
        return Outcome(missing=(view.incomplete(demand.act, since, left.last_day),))
    return Outcome(State.ENDED, age=age)


def _when_it_ended(view: View, scope: Condition, run: Ran) -> tuple[str, ...]:
    """What would settle whether there is still something to do it for."""
    covered = view.in_scope(scope, view.today)
    if covered.unknown:
        return view.scope_missing(scope, view.today)
    return (run.ends_asked or "the day from which on it was no longer owed",)


def _what_it_turns_on(view: View, demand: Duty, run: Ran, may_be: Happening) -> str:
    """What would settle whether an act that may count does."""
    if not may_be.at.is_one_day:
        return f"the day of the {may_be.label}"
    early = run.ahead_surely_from is not None and may_be.at.first_day < run.ahead_surely_from
    between = may_be.at.first_day, run.start.at.first_day
    for trigger in demand.clock.triggers if early else ():
        if isinstance(trigger, type) and not view.complete(trigger, *between):
            return view.incomplete(trigger, *between)
        if isinstance(trigger, type):
            return f"which {trigger.label} the {may_be.label} is about"
    unlisted = unlisted_between(view, demand, run, may_be)
    if unlisted:
        return unlisted
    certain_day = run.due.first is not None and run.due.first == run.due.last and run.start.at.is_one_day
    first = demand.clock.triggers[0]
    if certain_day and may_be.about is None and run.closes is not None and isinstance(first, type):
        return f"which {first.label} the {may_be.label} is about"
    return _what_widens(run)


def _what_widens(run: Ran) -> str:
    if not run.start.at.is_one_day:
        return f"the day of the event that starts the clock ({run.told})"
    return run.due.missing or (TRAINING_DAYS if run.due.note else "the times of day")


def _late_by(view: View, due: Instant, done: Instant, deadline: Deadline) -> str:
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
            number = view.calendar.days_of(unit).count(after=first, to=last)
        except NoTermDates:  # lateness is still a fact, told in the days that are always known
            unit = CALENDAR_DAYS
    return str(Span(number, unit)) if number else "less than a day"


def _asked_of_the_start(demand: Duty, start: Start) -> tuple[str, ...] | None:
    """What must be known for a record to start the clock; None where it surely does not."""
    if demand.when is None or start.record is None:
        return ()
    starts_it = demand.when.test(start.record)
    if starts_it.fails:
        return None
    return demand.when.asks(start.record) if starts_it.unknown else ()
