"""Knows which record proves a duty done, and which may."""

from __future__ import annotations

from carepolicy.facts import Happening
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Ran
from carepolicy.policy import Duty
from carepolicy.standing.view import View
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict


def acts_for(
    view: View, demand: Duty, scope: Condition, run: Ran, left: Instant | None
) -> tuple[Happening | None, Happening | None]:
    """The first record that proves the duty done, and the first that may; a lasting duty takes one still valid.

    What was done once the child had left the clause does not count; what may have been may count, and so may what is
    only known to have been done in a time that reaches past the day asked about.
    """
    if demand.lasting:
        kept = _valid_act(view, demand, scope, run)
        if kept is not None:
            return kept, None
    may_be: Happening | None = None
    for act in _all_that_show(view, demand):
        counts = _counts(view, demand, act, run) & (Verdict.HOLDS if demand.where is None else demand.where.test(act))
        if act.at.earliest > view.today.latest or counts.fails:
            continue
        if act.at.latest > view.today.latest:
            counts &= Verdict.UNKNOWN
        gone = _gone(run, left, act.at)
        if gone.holds:
            continue
        if counts.holds and gone.fails:
            return act, may_be
        may_be = may_be or act
    return None, may_be


def _valid_act(view: View, demand: Duty, scope: Condition, run: Ran) -> Happening | None:
    """The latest record from before the clock started that keeps the state of affairs in place at the due date.

    A plan is up to date while its last review lies in the current review cycle: in the term of the due date or the
    one before, and in the same period of care (law notes 1.7).
    """
    due = run.due.last or run.due.first
    if due is None:
        return None
    since = max(view.cycle_begins(due), view.began(scope, run.start.at))
    kinds = (demand.act, *demand.renewed_by)
    earlier = [
        act
        for kind in kinds
        for act in view.records(kind)
        if since <= act.at.first_day and act.at.latest < run.opens.earliest
    ]
    return max(earlier, key=lambda act: act.at.first_day, default=None)


def _all_that_show(view: View, demand: Duty) -> list[Happening]:
    """The records that show a duty done; for a lasting one, those that keep it up to date show it too."""
    acts = view.records(demand.act)
    if not demand.lasting or not demand.renewed_by:
        return acts
    renewals = [act for kind in demand.renewed_by for act in view.records(kind)]
    return sorted([*acts, *renewals], key=lambda act: act.at.earliest)


def must_be_complete_from(view: View, demand: Duty, scope: Condition, run: Ran) -> int:
    """From when on records must be complete for the lack of one to mean that it was not done."""
    ahead = run.ahead_named_from if run.about else run.ahead_from  # what names the event counts from longer ago
    opens = run.opens.first_day if ahead is None else min(ahead.first_day, run.opens.first_day)
    due = run.due.last or run.due.first
    if not demand.lasting or due is None:
        return opens
    return min(opens, max(view.cycle_begins(due), view.began(scope, run.start.at)))


def _counts(view: View, demand: Duty, act: Happening, run: Ran) -> Verdict:
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
        if named and run.ahead_named_from is not None:
            return ~at.on_earlier_day(run.ahead_named_from)
        early = act.about is not None or at.first_day < run.ahead_surely_from
        return ~at.on_earlier_day(run.ahead_from) & (Verdict.UNKNOWN if early else Verdict.HOLDS)
    if act.about is not None and run.about:
        since = ~at.on_earlier_day(run.opens)
        if act.about in run.about:
            return since
        return since & Verdict.UNKNOWN if act.about in run.may_refs else Verdict.FAILS
    if act.about is not None and act.about not in view.refs:
        counts = ~at.on_earlier_day(run.opens)
        return counts & Verdict.UNKNOWN  # what it names is not on record, and may be another like this
    since = _on_or_after(at, run.opens)
    due = run.due.last
    if due is not None and at.latest <= due.latest:
        return since  # in time for this, whatever else like it had begun
    counts = since if run.closes is None else since & ~_on_or_after(at, run.closes)
    if run.may_close is not None and not at.on_earlier_day(run.may_close).holds:
        counts &= Verdict.UNKNOWN
    if unlisted_between(view, demand, run, act):
        counts &= Verdict.UNKNOWN
    may_be_in_time = due is not None and at.earliest <= due.latest
    return since & Verdict.UNKNOWN if counts.fails and may_be_in_time else counts


def unlisted_between(view: View, demand: Duty, run: Ran, act: Happening) -> str:
    """What list would show whether an act is about another event that came between; "" where there is none to show."""
    if demand.lasting or demand.clock.deadline.from_the_first_only:
        return ""
    by_day = act.at.moments is None or run.start.at.moments is None
    first, last = run.start.at.first_day + by_day, act.at.last_day
    for kind in demand.clock.triggers if first <= last else ():
        if isinstance(kind, type) and not view.complete(kind, first, last):
            return view.incomplete(kind, first, last)
    return ""


def _on_or_after(at: Instant, event: Instant) -> Verdict:
    """Whether an act came with or after an event; of two on one day the event came first, unless both say the time."""
    by_day = (at.moments is None or event.moments is None) and at.is_one_day and event.is_one_day
    return ~at.on_earlier_day(event) if by_day else ~at.before(event)


def _gone(run: Ran, left: Instant | None, at: Instant) -> Verdict:
    """Whether the child had left the clause by the time of an act; a day on which it was left is still covered.

    The day of being back is the first on which there is nothing left to do it for.
    """
    if left is None:
        return Verdict.FAILS
    return ~at.on_earlier_day(left) if left is run.ends else left.on_earlier_day(at)
