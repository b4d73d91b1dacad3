"""Knows where a clause stands that asks for something to be so throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from carepolicy.facts import JoinedSchool, Record, Spell
from carepolicy.line import Line, State
from carepolicy.logic.condition import Condition
from carepolicy.logic.each_term import TERM_DATES
from carepolicy.logic.starts import moment_of
from carepolicy.policy import Clause, InPlace, Profile
from carepolicy.policy.arrangement import BESIDE_BOTH, COUNCIL_SIDE
from carepolicy.standing.lines import Outcome, covered_by, line_of
from carepolicy.standing.view import View
from carepolicy.time.days import FIRST_ORDINAL
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict


def in_place_lines(view: View, written: InPlace, clause: Clause, profile: Profile) -> Iterator[Line]:
    """What must be so throughout: met by a record that still holds; with none, owed since it began to lack."""
    scope = covered_by(written, profile)
    demand = evolve(written, where=view.tied(written.where), when=view.tied(written.when))
    covered = view.is_covered_today(scope)
    if covered.fails or view.applies(clause, view.today).fails:
        return
    asked = _asked_once(view, demand)
    if asked is None:
        return
    since, doubts = asked
    if covered.unknown:
        doubts = (*view.scope_missing(scope, view.today), *doubts)
    begins = _counts_from(view, demand, scope)
    shown = [(record, _still_shows(view, demand, record, begins)) for record in _all_shown(view, demand)]
    standing = [record for record, verdict in shown if verdict.holds]
    unsure = [record for record, verdict in shown if verdict.unknown]
    first = view.today.first_day if issubclass(demand.kind, Spell) else begins.first_day
    if standing:
        act = max(standing, key=lambda record: moment_of(record).first_day)
        outcome, started = Outcome(State.MET), moment_of(act)
    elif doubts:
        outcome, started = Outcome(missing=doubts), view.today
    elif unsure:
        asks = () if demand.where is None else demand.where.asks(unsure[0])
        outcome = Outcome(missing=asks or (_what_it_turns_on(view, demand, scope, begins),))
        started = moment_of(unsure[0])
    elif view.complete(demand.kind, first, view.today.first_day):
        since = max(since, _at_this_school_since(view, clause))
        started = _lacking_since(view, demand, scope, since, [record for record, _ in shown])
        outcome = Outcome(State.OPEN, age=view.today.first_day - started.first_day)
    else:
        outcome = Outcome(missing=(view.incomplete(demand.kind, first, view.today.first_day),))
        started = view.today
    done = started if standing or unsure else None
    line = line_of(profile, clause, written, outcome, told=written.says(), started=started)
    yield evolve(line, act=written.label, done=done)


def _what_it_turns_on(view: View, demand: InPlace, scope: Condition, begins: Instant) -> str:
    """What would settle whether a record that may still show it does."""
    if begins.is_one_day:
        return f"the days of the {demand.label}"
    terms = view.terms_begun_by(view.today.first_day)
    return TERM_DATES if demand.this_cycle and len(terms) < 2 else f"since when the child has been {scope.title}"


def _asked_once(view: View, demand: InPlace) -> tuple[int, tuple[str, ...]] | None:
    """From which day on it is asked for, and what leaves that open; None where nothing on record asks for it."""
    if demand.once is None:
        return FIRST_ORDINAL, ()
    found = [record for record in view.records(demand.once) if record.at.earliest <= view.today.latest]
    meant = [(record, Verdict.HOLDS if demand.when is None else demand.when.test(record)) for record in found]
    asking = [record for record, verdict in meant if verdict.holds and record.at.latest <= view.today.latest]
    if asking:
        return asking[0].at.first_day, ()
    for record, verdict in meant:
        if not verdict.fails:
            unsure = () if demand.when is None else demand.when.asks(record)
            return record.at.first_day, unsure or (f"the day of the {record.label}",)
    return None


def _at_this_school_since(view: View, clause: Clause) -> int:
    """Since when a school can owe a child something: since the child last joined it, if that is on record."""
    if all(role in COUNCIL_SIDE | BESIDE_BOTH for role in clause.actor):
        return FIRST_ORDINAL
    joined = (record.at.first_day for record in view.records(JoinedSchool) if record.at.latest <= view.today.latest)
    return max(joined, default=FIRST_ORDINAL)


def _all_shown(view: View, demand: InPlace) -> list[Record]:
    kinds = (demand.kind, *demand.renewed_by)
    return [record for record in view.child.history if isinstance(record, kinds)]


def _counts_from(view: View, demand: InPlace, scope: Condition) -> Instant:
    """From which day on something that happened shows it, as a window.

    About the child, that is since the child came into the clause; about the school, it is always. It is a window where
    that day is not known, or rests on terms that are not.
    """
    first, last = FIRST_ORDINAL, FIRST_ORDINAL
    if demand.kind.family.is_of_the_child:
        timeline = scope.timeline(view.child)
        today = view.today.first_day
        first, last = (days.began(today) or today for days in (timeline.possible, timeline.certain))
        first = min(first, last)
    if not demand.this_cycle:
        return Instant(first, last)
    terms = view.terms_begun_by(view.today.first_day)
    if len(terms) >= 2:
        return Instant(max(first, terms[-2]), max(last, terms[-2]))
    surely = terms[0] if terms else view.today.first_day
    return Instant(first, max(last, surely))


def _still_shows(view: View, demand: InPlace, record: Record, begins: Instant) -> Verdict:
    shows = Verdict.HOLDS if demand.where is None else demand.where.test(record)
    if isinstance(record, Spell):
        ended = Verdict.FAILS if record.end is None else ~view.today.on_earlier_day(record.end)
        return shows & ~view.today.on_earlier_day(record.start) & ~ended
    at = moment_of(record)
    return shows & ~view.today.on_earlier_day(at) & ~at.on_earlier_day(begins)


def _lacking_since(view: View, demand: InPlace, scope: Condition, since: int, shown: Sequence[Record]) -> Instant:
    """Since when something has been lacking that must be in place, as far back as the records are complete."""
    listed = view.child.complete_days(demand.kind.family) & scope.timeline(view.child).certain
    today = view.today.first_day
    complete = max((first or 1 for first, _ in listed.ordinal_stretches() if (first or 1) <= today), default=today)
    ends = [record.end.last_day for record in shown if isinstance(record, Spell) and record.end is not None]
    ends += view.terms_begun_by(today)[-1:] if demand.this_cycle and shown else []  # when the last one lapsed
    day = max([complete, since, *(end for end in ends if end <= today)])
    return Instant(day, day)
