"""Knows the reading that a line leans on, with the dates that the others would give."""

from __future__ import annotations

from carepolicy.facts import Child
from carepolicy.line import Alternative, ReadingTaken
from carepolicy.logic.deadline import Clock, Deadline, Ran, Reading, Trigger, told_as
from carepolicy.logic.due import Due
from carepolicy.logic.starts import Start
from carepolicy.standing.view import View
from carepolicy.time.calendar import SchoolCalendar


def reading_taken(view: View, clock: Clock, run: Ran, trigger: str) -> ReadingTaken | None:
    """The reading that a run of a clock leans on, with what the others would give; None where it leans on none."""
    taken = clock.deadline
    if not isinstance(taken, Reading):
        return None
    others = tuple(_alternative(view, other, run, trigger) for other in taken.instead)
    return ReadingTaken(taken.quoted, taken.words, taken.because, others)


def _alternative(view: View, other: Deadline | Clock, run: Ran, trigger: str) -> Alternative:
    if isinstance(other, Clock):
        found = _start_for(view, other, run)
        if found is None:
            return Alternative(other.deadline.told(told_as(other.triggers[0])), "")
        own_trigger, start = found
        due = other.deadline.due(start, view.child, view.calendar)
        return Alternative(other.deadline.told(told_as(own_trigger)), "" if due is None else str(due))
    due = _due_on_this_occasion(other, run, trigger, view.child, view.calendar)
    return Alternative(other.words, "" if due is None else str(due))


def _start_for(view: View, clock: Clock, run: Ran) -> tuple[Trigger, Start] | None:
    """What would start another clock on the same occasion: what names it, else the next, else the last before."""
    starts = list(clock.starts(view.child))
    names = [frozenset[str]() if start.record is None else start.record.names for _, start in starts]
    named = [found for found, own in zip(starts, names, strict=True) if own & run.about]
    if named:
        return named[0]
    free = [found for found, own in zip(starts, names, strict=True) if not (run.about and own)]
    after = [found for found in free if not found[1].at.before(run.start.at).holds]
    return after[0] if after else free[-1] if free else None


def _due_on_this_occasion(
    deadline: Deadline, run: Ran, trigger: str, child: Child, calendar: SchoolCalendar
) -> Due | None:
    ahead = deadline.comes_before or deadline.may_come_before
    for other in deadline.runs(run.start, trigger, child, calendar):
        if ahead or other.due.first is None or other.due.first.last_day >= run.opens.first_day:
            return other.due
    return None
