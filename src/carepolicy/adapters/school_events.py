"""Knows a school's own file of events: one row for each thing that happened to a child at school."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, fields, frozen

from carepolicy.adapters.tables import Row, read_table
from carepolicy.errors import BadInput, BadRecord, Problem
from carepolicy.facts import (
    CARE_REVIEWS,
    KINDS,
    SCHOOLING,
    CareReviewHeld,
    Child,
    Complete,
    DataWarning,
    Declared,
    Family,
    Happening,
    JoinedSchool,
    LeftSchool,
    Meeting,
    Record,
    Review,
    Source,
)
from carepolicy.time.days import LAST_ORDINAL, NO_DAYS, ordinals

NEEDED = ("child", "event", "when")
YES_NO_COLUMNS = (
    "lunchtime", "agreed", "in_pep", "reviews_set", "end_set", "in_area", "through_hub", "fell",
    "chair_agreed", "several_agencies", "below_average",
    "misses_exam", "short_notice_agreed", "parent_agreed", "public_places", "provision", "without_leave",
    "standard_entry", "in_year", "new_school_known", "protection_file", "end_of_phase", "after_leave", "for_absence",
    "enquiries_made", "secondary", "dual", "main_round",
)  # fmt: skip

NUMBER_COLUMNS = ("attended", "possible")

KNOWN = (
    "days", "first_day", "ref", "about", "clause", "role", "chair", "meeting", "review", "entered",
    *NUMBER_COLUMNS, *YES_NO_COLUMNS,
)  # fmt: skip

YES_OR_NO = ("yes", "no")

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


NEEDED_BY_SOME = frozenset({"clause", "role", "meeting"})
"""Columns that must not be empty on the rows of an event that has them."""

FROM_SCHOOL = (SCHOOLING, CARE_REVIEWS)
"""The families of records that a school's file of events holds."""


@frozen(repr=False)
class Events:
    """A file of events that was read.

    Args:
        file: the file's name.
        records: the events of each child, in the order of the file.
        touched: the children whom a problem touches.
        unplaced: rows that may be about anybody, because they name no child that is known.
        notes: columns that were not read, and what was odd about the file as a whole.
        odd: what was odd about the events of each child.
    """

    file: str
    records: Mapping[str, tuple[Happening, ...]] = field(factory=dict[str, tuple[Happening, ...]])
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
    table = read_table(Path(path), needed=NEEDED, known=KNOWN, problems=problems)
    if table is None:
        raise BadInput(problems, Events(Path(path).name, unplaced=(Source(Path(path).name),)))
    records: dict[str, list[Happening]] = {}
    unread: list[Row] = list(table.broken)
    for row in table.rows:
        read = _event(row)
        if read is None:
            unread.append(row)
        else:
            records.setdefault(row.text("child"), []).append(read)
    touched = frozenset(row.text("child") for row in unread) - {""}
    unplaced = tuple(row.source for row in unread if not row.text("child"))
    odd: dict[str, tuple[DataWarning, ...]] = {}
    for child, found in records.items():
        records[child], odd[child] = _without_copies(found)
    happened = {child: tuple(found) for child, found in records.items()}
    events = Events(table.file, happened, touched, unplaced, tuple(table.oddities()), odd)
    if problems:
        raise BadInput(problems, events)
    return events


def _without_copies(found: Sequence[Happening]) -> tuple[list[Happening], tuple[DataWarning, ...]]:
    """A child's events, each once, with a warning for each that is there again and each that is about nothing here."""
    kept: list[Happening] = []
    odd: list[DataWarning] = []
    for record in found:
        if record in kept:
            odd.append(DataWarning("the same event is here twice; one row is used", record.source))
        else:
            kept.append(record)
    refs = {record.ref for record in kept}
    odd += [
        DataWarning(
            "about names no event of this child; give it the ref of the event it is about, or leave it empty",
            record.source,
        )
        for record in kept
        if record.about is not None and record.about not in refs
    ]
    return kept, tuple(odd)


def _event(row: Row) -> Happening | None:
    before = len(row.problems)
    if not row.text("child"):
        row.wrong("child", "is empty. Every row names its child.")
    name = row.code("event", EVENTS)
    when = row.moment("when")
    kind: type[Record] = Happening if name is None else EVENTS[name]
    taken = {attribute.name for attribute in fields(kind)}
    said: dict[str, Any] = {"at": when, "source": row.source}
    for column in ("ref", "about", "clause", "role", "chair"):
        if row.text(column):
            said[column] = row.text(column)
    if row.text("days"):
        said["days"] = _whole_number(row, "days")
    for column in NUMBER_COLUMNS:
        if row.text(column):
            said[column] = _sessions(row, column)
    if row.text("first_day"):
        said["first_day"] = row.moment("first_day", clock=False)
    for column in YES_NO_COLUMNS:
        if row.text(column):
            said[column] = row.code(column, YES_OR_NO) == "yes"
    if row.text("meeting"):
        said["meeting"] = row.code("meeting", [meeting.value for meeting in Meeting])
    if row.text("review"):
        said["review"] = row.code("review", [review.value for review in Review])
    if row.text("entered"):
        said["entered"] = row.day("entered")
    for column in sorted(said.keys() - taken) if name is not None else ():
        row.wrong(column, f"says something that {name} does not have. Leave it empty on this row.")
    for column in sorted(taken & NEEDED_BY_SOME):
        if not row.text(column):
            row.wrong(column, f"is empty, and {name} needs it.")
    if len(row.problems) > before:
        return None
    try:
        return EVENTS[row.text("event")](**said)
    except BadRecord as error:
        row.wrong(None, str(error))
        return None


def _whole_number(row: Row, column: str) -> int | None:
    value = row.text(column)
    if re.fullmatch(r"0*[1-9]\d{0,2}", value):
        return int(value)
    row.wrong(
        column, "is not a whole number of school days. Write 1 to 999, or leave it empty where that is not known."
    )
    return None


def _sessions(row: Row, column: str) -> int | None:
    value = row.text(column)
    if re.fullmatch(r"\d{1,4}", value):
        return int(value)
    row.wrong(column, "is not a whole number of sessions. Write 0 to 9999, or leave it empty where that is not known.")
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
    others = (
        Child(
            child,
            warnings=[DataWarning("the child is in the school's events and not in the return", records[0].source)],
        )
        for child, records in events.records.items()
        if child not in listed and child not in set(left_out)
    )
    return tuple(
        _with(child, events.records.get(child.id, ()), [*events.odd.get(child.id, ()), *doubts], own, doubts)
        for child in (*known, *others)
        if child.id not in events.touched
    )


NOT_COMPLETE = (
    "a row names no child that is known, and may be about this one: no list of schooling is taken as complete"
)


def _with(
    child: Child,
    records: Sequence[Happening],
    odd: Sequence[DataWarning],
    own: Sequence[Complete],
    doubts: Sequence[DataWarning],
) -> Child:
    complete = [_while_on_roll(statement, records) for statement in dict.fromkeys((*child.complete, *own))]
    if doubts or not records:
        complete = [statement for statement in complete if statement.family not in FROM_SCHOOL]
    history, warnings = (*child.history, *records), (*child.warnings, *odd)
    return evolve(child, history=history, complete=complete, warnings=warnings)


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
