"""Knows how two assessments of a child differ, statuses and lines that came, went or moved; and how two policies do."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest
from typing import TypeVar, overload

from attrs import frozen

from carepolicy.assessment import Assessment, Status
from carepolicy.comparing import PolicyComparison, check_day, differences
from carepolicy.errors import NotAskable
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.line import Form, Line
from carepolicy.policy import Profile
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
Occasion = tuple[str, str, int, Instant | None, Instant | None]


@frozen(repr=False)
class LineChange:
    """One clause on one occasion, before and after.

    Args:
        clause: the clause's id.
        before: the line as it was; None where there was none.
        after: the line as it is; None where there is none.
    """

    clause: str
    before: Line | None
    after: Line | None

    @property
    def what(self) -> tuple[str, ...]:
        """The fields of the line that changed; nothing where it came or went."""
        if self.before is None or self.after is None:
            return ()
        before, after = self.before, self.after
        return tuple(name for name in WATCHED if _watched(before, name) != _watched(after, name))

    def __repr__(self) -> str:
        if "due" in self.what and self.before is not None and self.after is not None:
            return f"<LineChange {self.clause}: due {self.before.due}, then {self.after.due}>"
        return f"<LineChange {self.clause}: {', '.join(self.what) or 'came or went'}>"


def _watched(line: Line, name: str) -> object:
    """What is compared of a field: of a due date its days, and not how they were counted."""
    if name == "due" and line.due is not None:
        return line.due.first, line.due.last, line.due.act_by
    return getattr(line, name)


WATCHED = ("state", "due", "done", "left", "late_by", "reading", "missing", "caveats")
"""What of a line is told as a change: the age of what is still open grows by itself."""


@frozen(repr=False)
class StatusChange:
    """One status, before and after.

    Args:
        name: which.
        before: as it was; None where it was not asked.
        after: as it is.
    """

    name: str
    before: Status | None
    after: Status | None

    def __repr__(self) -> str:
        return f"<StatusChange {self.name}>"


@frozen(repr=False)
class Comparison:
    """How two assessments differ.

    Args:
        before: the first.
        after: the second.
        statuses: the statuses whose answer, beginning or end differs.
        lines: the lines that came, went or changed, in the order of the second, and then of the first.
    """

    before: Assessment
    after: Assessment
    statuses: tuple[StatusChange, ...]
    lines: tuple[LineChange, ...]

    @property
    def came(self) -> tuple[Line, ...]:
        """The lines that are only in the second."""
        return tuple(change.after for change in self.lines if change.before is None and change.after is not None)

    @property
    def went(self) -> tuple[Line, ...]:
        """The lines that are only in the first."""
        return tuple(change.before for change in self.lines if change.after is None and change.before is not None)

    @property
    def moved(self) -> tuple[LineChange, ...]:
        """The lines whose due date differs."""
        return tuple(change for change in self.lines if "due" in change.what)

    def __repr__(self) -> str:
        return f"<Comparison of {self.after.child!r}: {len(self.statuses)} statuses, {len(self.lines)} lines differ>"


@overload
def compare(before: Assessment, after: Assessment) -> Comparison: ...


@overload
def compare(
    before: Profile, after: Profile, *, calendar: SchoolCalendar | None = None, on: date | None = LAW_AS_AT
) -> PolicyComparison: ...


def compare(
    before: Assessment | Profile,
    after: Assessment | Profile,
    *,
    calendar: SchoolCalendar | None = None,
    on: date | None = LAW_AS_AT,
) -> Comparison | PolicyComparison:
    """How two assessments of a child differ, or two policies.

    Assessments may be made on two days, with more known, or with words read another way. Policies are two, or two
    editions of one; what is told of them is told of the first.

    Args:
        before: the first.
        after: the second.
        calendar: for two policies, a school's calendar, on which deadlines are counted whose units do not convert.
        on: for two policies, the day on which the clauses must be in force; None compares those of all times.

    Raises:
        NotAskable: when it is not given two assessments or two profiles, the assessments are of two children, or the
            day is none.

    >>> from carepolicy.profiles.england import ENGLAND
    >>> compare(ENGLAND, ENGLAND).differences
    ()
    """
    check_day(on)
    if isinstance(before, Profile) and isinstance(after, Profile):
        return differences(before, after, calendar=calendar, on=on)
    if not isinstance(before, Assessment) or not isinstance(after, Assessment):
        raise NotAskable(
            "compare(before, after) takes two assessments, as assess(...) gives them, or two profiles, such as ENGLAND."
        )
    if calendar is not None or on != LAW_AS_AT:
        raise NotAskable("calendar= and on= are about two policies. Two assessments have their own; leave these out.")
    if before.child != after.child:
        raise NotAskable("These are assessments of two children. Compare two of the same child.")
    statuses = [
        StatusChange(name, old, new)
        for name, old, new in _paired(
            {status.name: status for status in before.statuses}, {status.name: status for status in after.statuses}
        )
        if old is None or new is None or _answer(old) != _answer(new)
    ]
    return Comparison(before, after, tuple(statuses), tuple(_changed(before.lines, after.lines)))


def _paired(old: Mapping[Key, Value], new: Mapping[Key, Value]) -> Iterator[tuple[Key, Value | None, Value | None]]:
    """What stands under each key before and after; the keys of after first, in order."""
    for key in dict.fromkeys((*new, *old)):
        yield key, old.get(key), new.get(key)


def _changed(before: Iterable[Line], after: Iterable[Line]) -> Iterator[LineChange]:
    """What changed on each occasion; where several things of one day start a clock, equal lines pair first."""
    for occasion, old, new in _paired(_by_occasion(before), _by_occasion(after)):
        was = list(old or ())
        now: list[Line] = []
        for line in new or ():
            same = next((one for one in was if not LineChange(line.clause, one, line).what), None)
            if same is None:
                now.append(line)
            else:
                was.remove(same)
        yield from (LineChange(occasion[1], *pair) for pair in zip_longest(was, now))


def _by_occasion(lines: Iterable[Line]) -> dict[Occasion, list[Line]]:
    found: dict[Occasion, list[Line]] = {}
    for line in lines:
        found.setdefault(_occasion(line), []).append(line)
    return found


def _occasion(line: Line) -> Occasion:
    """What makes two lines the same clause on the same occasion; what is in place throughout has only one."""
    lasts = line.form in (Form.IN_PLACE, Form.STATEMENT)
    return line.profile, line.clause, line.demand, None if lasts else line.started, None if lasts else line.opens


def _answer(status: Status) -> tuple[object, ...]:
    return status.verdict, status.since, status.until, status.then
