"""A made-up child in care, and where one clause of the national floor stands for that child."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import FAMILIES, CareOrder, Child, Record
from carepolicy.line import Line, State
from carepolicy.policy import Computes
from carepolicy.profiles.england import ENGLAND
from carepolicy.time.calendar import SchoolCalendar
from tests.situations.published import A

UNMET = {State.LATE, State.OVERDUE, State.BREACH, State.MISSED, State.OPEN}
"""The states of a line whose clause a child does not meet."""

IN_CARE = CareOrder(start="2015-01-06")

Witness = tuple[list[Record], list[Record], str]
"""The records of a child who meets a clause, of one who does not, and the day on which both are looked at."""


def lines(
    clause: str,
    *records: Record,
    on: str,
    calendar: SchoolCalendar = A,
    care: Record | None = IN_CARE,
    complete=FAMILIES,
    born: str = "2010-05-01",
    **more,
) -> list[Line]:
    history = [*([] if care is None else [care]), *records]
    child = Child("made up", born=born, history=history, complete=complete)
    found = assess(child, ENGLAND, calendar=calendar, on=date.fromisoformat(on), everything=True, **more)
    return [line for line in found.lines if line.clause == clause]


def states(clause: str, *records: Record, **more) -> list[str]:
    return [line.state.value for line in lines(clause, *records, **more)]


def dues(clause: str, *records: Record, **more) -> list[str]:
    """The due days of the lines, where there is one, as text."""
    return [
        line.due.day.isoformat()
        for line in lines(clause, *records, **more)
        if line.due is not None and line.due.day is not None
    ]


def bear_witness(clause: str, witness: Witness, **more) -> None:
    """That one child meets a clause and the other does not; for a prohibition, that no line is one of breach."""
    met, unmet, on = witness
    found = [line.state for line in lines(clause, *met, on=on, **more)]
    assert not UNMET & set(found), found
    assert set(found) <= {State.MET, State.DUE, State.NOT_YET, State.ENDED}, found
    broken = [line.state for line in lines(clause, *unmet, on=on, **more)]
    assert UNMET & set(broken), broken


def ids_of(*sections: str) -> list[str]:
    """The clauses that compute, by the letters with which their ids begin."""
    return [
        one.id
        for one in ENGLAND.clauses
        if one.computes is not Computes.NOTHING and one.id.rsplit("-", 1)[0] in sections
    ]
