"""Knows a school's own file of events: one row for each thing that happened to a child at school."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from attrs import NOTHING, evolve, field, fields, frozen

from carepolicy.adapters.tables import Row, read_table
from carepolicy.errors import BadInput, BadRecord, Problem
from carepolicy.facts import (
    CARE_REVIEWS,
    KINDS,
    ROLES,
    SCHOOLING,
    SETTING,
    Child,
    Complete,
    DataWarning,
    Declared,
    Family,
    Happening,
    JoinedSchool,
    LeftSchool,
    Record,
    School,
    Source,
    Spell,
)
from carepolicy.time.days import LAST_ORDINAL, NO_DAYS, ordinals
from carepolicy.time.instants import Instant

NEEDED = ("child", "event", "when")

THE_SCHOOL = "*"
"""What stands in the column `child` on a row that is about the school itself, and so belongs to every child."""

YES_OR_NO = ("yes", "no")

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_READ_APART = frozenset({"at", "start", "end", "source", "entered", "end_entered", "weight"})


def event_name(kind: type[Record]) -> str:
    """How a kind of record is written in files: `PepCompleted` as "pep_completed"."""
    return _WORD.sub("_", kind.__name__).lower()


FROM_SCHOOL = (SCHOOLING, CARE_REVIEWS, SETTING)
"""The families of records that a school's file of events holds."""

EVENTS: Mapping[str, type[Record]] = {
    event_name(kind): kind for kind in KINDS if kind.family in FROM_SCHOOL and kind is not Declared
}
"""What may stand in the column `event`, and the kind of record it makes."""


@cache
def columns_of(event: str) -> Mapping[str, Any]:
    """The columns that an event has of its own in a school's file, each with the type of what it holds."""
    kind = EVENTS[event]
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind) if one.name not in _READ_APART}


@cache
def columns() -> Mapping[str, Any]:
    """Every column that some event has, with the type of what it holds."""
    return {name: hint for event in EVENTS for name, hint in columns_of(event).items()}


@frozen(repr=False)
class Events:
    """A file of events that was read.

    Args:
        file: the file's name.
        records: the events of each child, in the order of the file.
        school: what is on record about the school itself.
        touched: the children whom a problem touches.
        unplaced: rows that may be about anybody, because they name no child that is known.
        notes: columns that were not read, and what was odd about the file as a whole.
        odd: what was odd about the events of each child.
    """

    file: str
    records: Mapping[str, tuple[Record, ...]] = field(factory=dict[str, tuple[Record, ...]])
    school: tuple[Record, ...] = ()
    touched: frozenset[str] = frozenset()
    unplaced: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    odd: Mapping[str, tuple[DataWarning, ...]] = field(factory=dict[str, tuple[DataWarning, ...]])

    def __repr__(self) -> str:
        return f"<Events of {self.file}: {len(self.records)} children>"


def read_school_events(path: str | Path) -> Events:
    """Reads a CSV file with the columns `child`, `event` and `when`, and others that some events need.

    Args:
        path: the file. `event` is a name such as "pep_completed"; `when` a date, or a date and a time.

    Raises:
        BadInput: with every problem in the file; its `readable` is the `Events` that could be read all the same, which
            knows the children whom a problem touches.
    """
    problems: list[Problem] = []
    table = read_table(Path(path), needed=NEEDED, known=("until", "entered", *columns()), problems=problems)
    if table is None:
        raise BadInput(problems, Events(Path(path).name, unplaced=(Source(Path(path).name),)))
    records: dict[str, list[Record]] = {}
    unread: list[Row] = list(table.broken)
    for row in table.rows:
        read = _event(row)
        if read is None:
            unread.append(row)
        else:
            records.setdefault(row.text("child"), []).append(read)
    anybody = {"", THE_SCHOOL}
    touched = frozenset(row.text("child") for row in unread) - anybody
    unplaced = tuple(row.source for row in unread if row.text("child") in anybody)
    odd: dict[str, tuple[DataWarning, ...]] = {}
    for child, found in records.items():
        records[child], odd[child] = _without_copies(found)
    school = tuple(records.pop(THE_SCHOOL, ()))
    happened = {child: tuple(found) for child, found in records.items()}
    events = Events(table.file, happened, school, touched, unplaced, tuple(table.oddities()), odd)
    if problems:
        raise BadInput(problems, events)
    return events


def _without_copies(found: Sequence[Record]) -> tuple[list[Record], tuple[DataWarning, ...]]:
    """A child's events, each once, with a warning for each that is there again and each that is about nothing here."""
    kept: list[Record] = []
    odd: list[DataWarning] = []
    for record in found:
        if record in kept:
            odd.append(DataWarning("the same event is here twice; one row is used", record.source))
        else:
            kept.append(record)
    odd += [
        DataWarning(
            "names a role that no shipped policy names; it is kept, and answers only to that name", record.source
        )
        for record in kept
        if getattr(record, "role", None) not in (None, *ROLES)
    ]
    refs = {record.ref for record in kept}
    odd += [
        DataWarning(
            "about names no event of this child; give it the ref of the event it is about, or leave it empty",
            record.source,
        )
        for record in kept
        if isinstance(record, Happening) and record.about is not None and record.about not in refs
    ]
    return kept, tuple(odd)


def _event(row: Row) -> Record | None:
    before = len(row.problems)
    if not row.text("child"):
        row.wrong("child", "is empty. Every row names its child; * stands for the school itself.")
    name = row.code("event", EVENTS)
    when = row.moment("when")
    until = row.moment("until", needed=False)
    entered = row.day("entered", needed=False)
    if name is None:
        return None
    kind = EVENTS[name]
    if row.text("child") == THE_SCHOOL and kind.family.is_of_the_child:
        row.wrong("child", f"is * and {name} is about one child. Name the child.")
    said: dict[str, Any] = {}
    for column, hint in columns().items():
        if not row.text(column):
            continue
        value = _value(row, column, hint)
        if column in columns_of(name):
            said[column] = value
        else:
            row.wrong(column, f"says something that {name} does not have. Leave it empty on this row.")
    if row.text("until") and not issubclass(kind, Spell):
        row.wrong("until", f"says something that {name} does not have. Leave it empty on this row.")
    for one in fields(kind):
        if one.default is NOTHING and one.name not in _READ_APART and not row.text(one.name):
            row.wrong(one.name, f"is empty, and {name} needs it.")
    if len(row.problems) > before:
        return None
    said |= {"source": row.source, "entered": entered}
    said |= {"start": when, "end": until} if issubclass(kind, Spell) else {"at": when}
    try:
        return kind(**said)
    except BadRecord as error:
        row.wrong(None, str(error))
        return None


def event_from(event: str, when: str, given: Mapping[str, str], *, file: str = "what was given") -> Record:
    """One event from what is said of it, as a file would hold it.

    Args:
        event: its name, such as "part_time_timetable".
        when: the day or moment.
        given: what else is known of it, by column.
        file: what to call the place it was given in, where something is wrong.

    Raises:
        BadInput: with everything that is wrong with it.

    >>> event_from("part_time_timetable", "2026-03-12", {"agreed": "yes"}).agreed
    True
    """
    known = {"until", "entered", *columns()}
    problems = [
        Problem(file, None, None, f"has no {column!r}. {event} takes: {', '.join(columns_of(event))}.")
        for column in given
        if column not in known
    ]
    cells = {"child": "?", "event": event, "when": when, **given}
    record = _event(Row(file, 1, cells, problems))
    if problems or record is None:
        raise BadInput(problems)
    return evolve(record, source=None)


def _value(row: Row, column: str, hint: Any) -> Any:
    """What a cell holds, read by the type of the field that it fills; None, with the problem noted, where it cannot."""
    holds = next((one for one in get_args(hint) if one is not type(None)), hint)
    if get_origin(hint) is tuple:
        return _list_of(row, column, holds)
    if holds is bool:
        return row.code(column, YES_OR_NO) == "yes"
    if holds is int:
        return _whole_number(row, column)
    if holds is Instant:
        return row.moment(column, clock=False)
    if issubclass(holds, Enum):
        return row.code(column, [member.value for member in holds])
    return row.text(column)


def _list_of(row: Row, column: str, kind: type[Enum]) -> list[str]:
    """Several words in one cell, with a semicolon between."""
    accepted = [member.value for member in kind]
    words = [word.strip() for word in row.text(column).split(";") if word.strip()]
    for _ in [word for word in words if word not in accepted]:
        row.wrong(column, f"holds a word that is not known. Put semicolons between words of: {', '.join(accepted)}.")
    return words


FROM_ONE = frozenset({"days"})
"""Columns of numbers that begin at 1."""


def _whole_number(row: Row, column: str) -> int | None:
    least = 1 if column in FROM_ONE else 0
    value = row.text(column)
    if re.fullmatch(r"\d{1,4}", value) and int(value) >= least:
        return int(value)
    row.wrong(column, f"is not a whole number. Write {least} to 9999, or leave it empty where that is not known.")
    return None


def with_events(
    children: Iterable[Child], events: Events, complete: Iterable[Family] = (), *, left_out: Iterable[str] = ()
) -> tuple[Child, ...]:
    """Adds a school's events to the children of a return, and the children whom only the school knows.

    A school's file is complete, where it is, for the time the child was on its roll: from the joining, where it lists
    one, to the leaving; of a child whom it does not list it says nothing. A child who is not in the return is given no
    other completeness: the return says nothing of that child.

    Children whom a problem in the school's file touches are left out. Where a row of it may be about anybody, no list
    of schooling is taken as complete.

    Args:
        children: as a return gives them.
        events: as the school's file gives them.
        complete: the families of records that are complete for everybody in the school's file.
        left_out: children of the return whom a problem there touches; they are left out here too.
    """
    known = tuple(children)
    listed = {child.id for child in known}
    unplaced = [*events.unplaced, *(Source(events.file) for _ in events.touched - listed - events.records.keys())]
    doubts = [DataWarning(NOT_COMPLETE, source) for source in dict.fromkeys(unplaced)]
    own = [Complete(family) for family in complete if family in FROM_SCHOOL]
    about_all = School(THE_SCHOOL, history=events.school)
    others = (
        Child(
            child,
            warnings=[DataWarning("the child is in the school's events and not in the return", records[0].source)],
        )
        for child, records in events.records.items()
        if child not in listed and child not in set(left_out)
    )
    told = (
        _with(child, events.records.get(child.id, ()), [*events.odd.get(child.id, ()), *doubts], own, doubts)
        for child in (*known, *others)
        if child.id not in events.touched
    )
    return tuple(child.at(about_all) for child in told)


NOT_COMPLETE = (
    "a row names no child that is known, and may be about this one: no list of schooling is taken as complete"
)


def _with(
    child: Child,
    records: Sequence[Record],
    odd: Sequence[DataWarning],
    own: Sequence[Complete],
    doubts: Sequence[DataWarning],
) -> Child:
    complete = [_while_on_roll(statement, records) for statement in dict.fromkeys((*child.complete, *own))]
    if doubts or not records:
        complete = [one for one in complete if one.family not in FROM_SCHOOL or (one.family == SETTING and not doubts)]
    history, warnings = (*child.history, *records), (*child.warnings, *odd)
    return evolve(child, history=history, complete=complete, warnings=warnings)


def _while_on_roll(statement: Complete, records: Sequence[Record]) -> Complete:
    """A statement that schooling is complete, kept to the days on which the file has the child on the roll."""
    joined = [record.at for record in records if isinstance(record, JoinedSchool)]
    if statement.family not in (SCHOOLING, CARE_REVIEWS) or not joined:
        return statement
    left = [record.at for record in records if isinstance(record, LeftSchool)]
    on_roll = NO_DAYS
    for start in joined:
        until = min((end.first_day + 1 for end in left if end.first_day >= start.last_day), default=LAST_ORDINAL + 1)
        on_roll |= ordinals(start.last_day, until)
    return evolve(statement, days=on_roll if statement.days is None else statement.days & on_roll)
