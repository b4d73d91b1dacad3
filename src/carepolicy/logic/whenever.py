"""Knows what counts whenever it was done: a deadline for what has no occasion, such as a training had long before."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from carepolicy.facts import Child, Record
from carepolicy.logic.deadline import NEVER_CLOSES, AsInside, Deadline, Ran
from carepolicy.logic.starts import Start
from carepolicy.logic.where import Where
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import FIRST_ORDINAL
from carepolicy.time.instants import Instant

_ALWAYS_OPEN = Instant(FIRST_ORDINAL, FIRST_ORDINAL)


@frozen(repr=False)
class Whenever(AsInside):
    """A deadline for what counts whenever it was done, however long before the event, and for every later event too.

    Args:
        deadline: by when at the latest.
        act: the kind of record that shows it; only a complete list of these shows that there is none.
        which: which of them, by what is written on them.
    """

    deadline: Deadline
    act: type[Record]
    which: Where

    def told(self, trigger: str) -> str:
        return f"{self.deadline.words}; asked for from {trigger} on, and done at any time"

    def runs(self, start: Start, trigger: str, child: Child, calendar: SchoolCalendar) -> Iterator[Ran]:
        missing = self._unlisted(start, child)
        for ran in self.deadline.runs(start, trigger, child, calendar):
            yield evolve(ran, told=self.told(trigger), opens=_ALWAYS_OPEN, closes=NEVER_CLOSES, missing=missing)

    def _unlisted(self, start: Start, child: Child) -> str:
        """What would show that it was never done; "" where something shows it, or the lists are complete."""
        if any(isinstance(one, self.act) and not self.which.test(one).fails for one in child.history):
            return ""
        until = start.at.last_day if child.as_at is None else max(start.at.last_day, child.as_at.first_day)
        listed = child.complete_days(self.act.family).has_all(FIRST_ORDINAL, until + 1)
        return "" if listed else self.act.family.complete_record

    def __repr__(self) -> str:
        return f"at_any_time({self.deadline!r}, {self.act.__name__}, {self.which!r})"


def at_any_time(deadline: Deadline, act: type[Record], which: Where) -> Whenever:
    """The deadline for what counts whenever it was done, as a training does that was had long before the child came.

    Args:
        deadline: by when at the latest, such as `without_delay`.
        act: the kind of record that shows it.
        which: which of them, by what is written on them.
    """
    return Whenever(deadline, act, which)
