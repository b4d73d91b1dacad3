"""Knows when a child left what a duty covers, or there was nothing left to do it for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carepolicy.facts import Happening, Record
from carepolicy.logic.condition import Condition, restarts_of
from carepolicy.logic.deadline import Ran
from carepolicy.logic.definition import Definition
from carepolicy.policy import Duty
from carepolicy.standing.view import View
from carepolicy.time.days import LAST_ORDINAL, Timeline, ordinals
from carepolicy.time.instants import Instant


def when_left(view: View, demand: Duty, scope: Condition, run: Ran) -> Instant | None:
    """When the child left the clause after the clock started, where that is past, or may be."""
    timeline: Timeline = scope.timeline(view.child)
    after = ordinals(run.start.at.last_day, view.today.first_day + 1)
    gone = next((first for first, _ in (after - timeline.possible).ordinal_stretches()), None)
    ended: list[Instant] = []
    sure = next(((after & timeline.certain).ordinal_stretches()), (None, None))[1]
    if gone is not None:  # surely gone by then, and perhaps from the first day on which it was no longer sure
        ended = [Instant(gone if sure is None else min(sure, gone), gone)]
    elif sure is not None and sure <= view.today.first_day:
        ended = [Instant(sure, LAST_ORDINAL)]
    if isinstance(scope, Definition):  # care that ended and began anew on one day is another period of care
        anew = [day for day in restarts_of(scope, view.child) if run.start.at.last_day < day <= view.today.first_day]
        ended += [Instant(day, day) for day in anew[:1]]
    ended += [at for kind in demand.until for at in _ended_by(view, kind, run)]
    if run.ends is not None and run.ends.earliest <= view.today.latest:
        ended.append(run.ends)
    return _the_first_of(ended)


def _the_first_of(ends: Sequence[Instant]) -> Instant | None:
    """When the first of several ends came: a vague one and a sure one together came by the sure one."""
    if not ends:
        return None
    begins, surely = min(ends, key=lambda at: at.earliest), min(ends, key=lambda at: at.latest)
    return begins if begins.latest <= surely.latest else Instant(begins.first_day, surely.last_day)


def _ended_by(view: View, kind: type[Record], run: Ran) -> Iterator[Instant]:
    """When a kind of record ended, or may have ended, what was asked for; one about something else did not."""
    started_by = run.start.record
    its_ref = None if started_by is None else started_by.ref
    its_about = started_by.about if isinstance(started_by, Happening) else None
    for record in view.records(kind):
        of_another = record.about is not None and (
            record.about in run.others or (run.about and record.about not in run.about | run.may_refs)
        )
        its_own = record is started_by or (its_about is not None and its_about == record.ref)
        if record.at.earliest > view.today.latest or of_another or its_own:
            continue
        after = run.start.at.before(record.at)
        of_this = record.about is not None and record.about == its_ref
        if after.holds or (of_this and record.at.on_same_day(run.start.at).holds):
            yield record.at
        elif after.unknown and not _may_end_the_one_before(view, run, record.at):
            yield Instant(max(run.start.at.first_day, record.at.first_day), LAST_ORDINAL)


def _may_end_the_one_before(view: View, run: Ran, at: Instant) -> bool:
    """Whether what ended on the very day of a start is taken to be the one before: a child who moves leaves first."""
    started_by = run.start.record
    if not (run.start.at.is_one_day and at.is_one_day):
        return False
    return started_by is None or any(
        one.at.on_earlier_day(run.start.at).holds for one in view.records(type(started_by)) if one is not started_by
    )
