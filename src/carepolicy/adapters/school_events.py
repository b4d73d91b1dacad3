"""Knows a school's own file of events: one row for each thing that happened to a child at school."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, fields, frozen

from carepolicy.adapters.tables import Row, read_table
from carepolicy.errors import BadInput, BadRecord, Problem
from carepolicy.facts import (
    CARE,
    KINDS,
    PERMANENCE,
    SCHOOLING,
    Attested,
    CareReviewHeld,
    Child,
    Complete,
    DataWarning,
    Declared,
    Family,
    Happening,
    JoinedSchool,
    LeftSchool,
    Record,
)
from carepolicy.time.days import LAST_ORDINAL, NO_DAYS, ordinals

NEEDED = ("child", "event", "when")
KNOWN = ("days", "first_day", "ref", "about", "clause", "role", "entered")

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def event_name(kind: type[Record]) -> str:
    """How a kind of record is written in files: `PepCompleted` as "pep_completed"."""
    return _WORD.sub("_", kind.__name__).lower()


EVENTS: Mapping[str, type[Happening]] = {
    event_name(kind): kind
    for kind in KINDS
    if issubclass(kind, Happening) and (kind.family == SCHOOLING or kind is CareReviewHeld) and kind is not Declared
}
"""What may stand in the column `event`, and the kind of record it makes."""


@frozen
class Events:
    """A file of events that was read.

    Args:
        records: the events of each child, in the order of the file.
        notes: columns that were not read, and what was odd about the file as a whole.
    """

    records: Mapping[str, tuple[Happening, ...]]
    notes: tuple[str, ...] = ()


def read_school_events(path: str | Path) -> Events:
    """Reads a CSV file with the columns `child`, `event` and `when`, and others that some events need.

    Args:
        path: the file. `event` is a name such as "pep_completed"; `when` a date, or a date and a time.

    Raises:
        BadInput: with every problem in the file; its `readable` is the `Events` of the rows that no problem touches.
    """
    problems: list[Problem] = []
    table = read_table(Path(path), needed=NEEDED, known=KNOWN, problems=problems)
    if table is None:
        raise BadInput(problems)
    records: dict[str, list[Happening]] = {}
    for row in table.rows:
        read = _event(row)
        if read is not None:
            records.setdefault(row.text("child"), []).append(read)
    notes = (*table.notes, *(f"column {column} of {table.file} is not read" for column in table.not_read))
    events = Events({child: tuple(found) for child, found in records.items()}, notes)
    if problems:
        raise BadInput(problems, events)
    return events


def _event(row: Row) -> Happening | None:
    before = len(row.problems)
    if not row.text("child"):
        row.wrong("child", "is empty. Every row names its child.")
    name = row.code("event", EVENTS)
    when = row.moment("when")
    if name is None or when is None:
        return None
    kind = EVENTS[name]
    taken = {field.name for field in fields(kind)}
    said: dict[str, Any] = {"at": when, "source": row.source}
    for column in ("ref", "about", "clause", "role"):
        if row.text(column):
            said[column] = row.text(column)
    if row.text("days"):
        said["days"] = _whole_number(row, "days")
    if row.text("first_day"):
        said["first_day"] = row.moment("first_day", clock=False)
    if row.text("entered"):
        said["entered"] = row.day("entered")
    for column in said.keys() - taken:
        row.wrong(column, f"says something that {name} does not have. Leave it empty on this row.")
    if kind is Attested:
        for column in ("clause", "role"):
            if not row.text(column):
                row.wrong(column, "is empty, and an attestation needs it.")
    if len(row.problems) > before:
        return None
    try:
        return kind(**said)
    except BadRecord as error:
        row.wrong(None, str(error))
        return None


def _whole_number(row: Row, column: str) -> int | None:
    value = row.text(column)
    if value.isdecimal() and int(value) > 0:
        return int(value)
    row.wrong(column, "is not a whole number of school days, at least 1.")
    return None


def with_events(children: Iterable[Child], events: Events, complete: Iterable[Family] = ()) -> tuple[Child, ...]:
    """Adds a school's events to the children of a return, and the children whom only the school knows.

    A school's file is complete, where it is, for the time the child was on its roll: from the joining, where it lists
    one, to the leaving. A child who is not in the return is given no completeness of care or of orders: the return says
    nothing of that child.

    Args:
        children: as a return gives them.
        events: as the school's file gives them.
        complete: the families of records that are complete for everybody in the school's file.
    """
    known = tuple(_with(child, events.records.get(child.id, ())) for child in children)
    listed = {child.id for child in known}
    own = [Complete(family) for family in complete if family not in (CARE, PERMANENCE)]
    others = tuple(
        Child(
            child,
            history=records,
            complete=[_while_on_roll(statement, records) for statement in own],
            warnings=[DataWarning("the child is in the school's events and not in the return", records[0].source)],
        )
        for child, records in events.records.items()
        if child not in listed
    )
    return (*known, *others)


def _with(child: Child, records: Sequence[Happening]) -> Child:
    complete = [_while_on_roll(statement, records) for statement in child.complete]
    return evolve(child, history=(*child.history, *records), complete=complete)


def _while_on_roll(statement: Complete, records: Sequence[Happening]) -> Complete:
    """A statement that schooling is complete, kept to the days on which the file has the child on the roll."""
    joined = [record.at for record in records if isinstance(record, JoinedSchool)]
    if statement.family != SCHOOLING or not joined:
        return statement
    left = [record.at for record in records if isinstance(record, LeftSchool)]
    on_roll = NO_DAYS
    for start in joined:
        until = min((end.first_day + 1 for end in left if end.first_day >= start.last_day), default=LAST_ORDINAL + 1)
        on_roll |= ordinals(start.last_day, until)
    return evolve(statement, days=on_roll if statement.days is None else statement.days & on_roll)
