"""Knows what a prohibition says of an act, done or proposed."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from carepolicy.facts import Happening
from carepolicy.line import Line, State
from carepolicy.logic.condition import Condition
from carepolicy.policy import Clause, Never, Profile
from carepolicy.standing.lines import Outcome, covered_by, line_of
from carepolicy.standing.view import View
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict


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
    def surely_speaks_to_it(self) -> bool:
        """Whether the prohibition surely is about this act of this child."""
        return self.covered.holds and self.meant.holds

    @property
    def state(self) -> State:
        """How the act stands to it: what is allowed breaks nothing, whether it is meant or not."""
        if self.allowed.holds or self.meant.fails:
            return State.MET
        return State.BREACH if self.surely_speaks_to_it and self.allowed.fails else State.CANNOT_TELL


def never_lines(view: View, written: Never, clause: Clause, profile: Profile) -> Iterator[Line]:
    """A line for each act on record of which one prohibition of a clause speaks."""
    scope = covered_by(written, profile)
    acts = view.records(written.act)
    demand = _tied_to_the_child(view, written) if acts else written
    for act in acts:
        if act.at.earliest > view.today.latest:
            continue
        bar = _bar(view, demand, scope, act, view.applies(clause, act.at))
        if not bar.speaks_to_it:
            continue
        outcome = Outcome(bar.state, act)
        if bar.state is State.CANNOT_TELL or not bar.surely_speaks_to_it:
            outcome = Outcome(act=act, missing=bar.missing)
        elif act.at.latest > view.today.latest:  # it may still lie ahead
            outcome = Outcome(act=act, missing=(f"the day of the {act.label}",))
        line = line_of(profile, clause, written, outcome, told=demand.says(), started=act.at)
        if view.shows(line):
            yield line


def _tied_to_the_child(view: View, demand: Never) -> Never:
    where, unless = view.tied(demand.where), view.tied(demand.unless)
    same = where is demand.where and unless is demand.unless
    return demand if same else evolve(demand, where=where, unless=unless)


def bars_on(view: View, act: Happening, clause: Clause, profile: Profile) -> Iterator[tuple[Never, Bar]]:
    """What a clause says of an act, done or proposed: each prohibition of its kind that may cover the child."""
    applies = view.applies(clause, act.at)
    for demand in clause.demands:
        if isinstance(demand, Never) and isinstance(act, demand.act):
            tied = _tied_to_the_child(view, demand)
            bar = _bar(view, tied, covered_by(demand, profile), act, applies)
            if not bar.covered.fails:
                yield tied, bar


def _bar(view: View, demand: Never, scope: Condition, act: Happening, applies: Verdict) -> Bar:
    covered = view.in_scope(scope, act.at) & applies
    meant = Verdict.HOLDS if demand.where is None else demand.where.test(act)
    if covered.fails or meant.fails:
        return Bar(covered, meant, Verdict.FAILS)
    allowed = Verdict.FAILS
    if demand.unless_after is not None:
        allowed = _in_place(view, demand, demand.unless_after, act.at)
    elif demand.unless is not None:
        allowed = demand.unless.test(act)
    missing = view.scope_missing(scope, act.at) if covered.unknown and not applies.unknown else ()
    if applies.unknown:
        missing = (f"the day of the {act.label}, before or after which the rule began",)
    if meant.unknown and demand.where is not None:
        missing = (*missing, *demand.where.asks(act))
    if allowed.unknown and demand.unless is not None:
        missing = (*missing, *demand.unless.asks(act))
    if allowed.unknown and demand.unless_after is not None:
        missing = (*missing, f"whether the {demand.unless_after.label} came first")
    return Bar(covered, meant, allowed, missing)


def _in_place(view: View, demand: Never, kind: type[Happening], by: Instant) -> Verdict:
    """Whether a thing had happened by the time of another; that it had not is only known from complete records.

    Where the prohibition says since what it must have happened, what came before the last of that does not count.
    """
    verdict = Verdict.FAILS
    for record in view.records(kind):
        same_day = record.at.on_same_day(by).holds and (record.at.moments is None or by.moments is None)
        happened = Verdict.HOLDS if same_day else ~by.before(record.at)
        verdict |= happened & _since(view, demand, record.at, by)
    if verdict.fails and not view.complete(kind, _looked_at_from(view, demand, by), by.last_day):
        return Verdict.UNKNOWN
    return verdict


def _since(view: View, demand: Never, at: Instant, by: Instant) -> Verdict:
    """Whether a thing that must have happened since the last of another did."""
    if demand.since is None:
        return Verdict.HOLDS
    surely, before = _done_by(view, demand.since, by)
    if not before:  # it came earlier than anything on record, if the records since then are complete
        return Verdict.HOLDS if view.complete(demand.since, at.first_day, by.last_day) else Verdict.UNKNOWN
    if any(one.on_same_day(at).holds for one in before):
        return Verdict.UNKNOWN  # it may be the same thing, told twice
    later = [one.on_earlier_day(at) for one in before]
    if all(verdict.holds for verdict in later):
        return Verdict.HOLDS
    return Verdict.FAILS if surely and all(verdict.fails for verdict in later) else Verdict.UNKNOWN


def _looked_at_from(view: View, demand: Never, by: Instant) -> int:
    """From when on records must be complete for the lack of one to mean that nothing was in place."""
    surely = [] if demand.since is None else _done_by(view, demand.since, by)[0]
    return max((at.first_day for at in surely), default=view.child.alive_from)


def _done_by(view: View, kind: type[Happening], by: Instant) -> tuple[list[Instant], list[Instant]]:
    """When each thing of a kind was done that surely was done before a day, and that may have been."""
    may_be = [record.at for record in view.records(kind) if not record.at.on_earlier_day(by).fails]
    return [at for at in may_be if at.on_earlier_day(by).holds], may_be
