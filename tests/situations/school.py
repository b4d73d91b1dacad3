"""A made-up school and made-up children in care, for the situations."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import CARE, CARE_REVIEWS, PERMANENCE, SCHOOLING, CareOrder, Child
from carepolicy.line import Line
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Term

HILL_TOP = SchoolCalendar(
    [
        Term("Summer 2025", date(2025, 4, 22), date(2025, 7, 22)),
        Term("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19)),
        Term("Spring 2026", date(2026, 1, 5), date(2026, 3, 27)),
        Term("Summer 2026", date(2026, 4, 13), date(2026, 7, 21)),
    ],
    [
        HalfTerm("May half-term", date(2025, 5, 26), date(2025, 5, 30)),
        HalfTerm("October half-term", date(2025, 10, 27), date(2025, 10, 31)),
        HalfTerm("February half-term", date(2026, 2, 16), date(2026, 2, 20)),
        HalfTerm("May half-term", date(2026, 5, 25), date(2026, 5, 29)),
    ],
    inset=[date(2025, 11, 28)],
    all_inset_listed=True,
    name="Hill Top",
)

IN_CARE = CareOrder(start=date(2024, 1, 1))
EVERYTHING = (CARE, PERMANENCE, SCHOOLING, CARE_REVIEWS)


BORN = date(2014, 5, 9)


def lines(
    clause: str,
    *history,
    on,
    care=IN_CARE,
    complete=EVERYTHING,
    calendar=HILL_TOP,
    profile=STOKE_ON_TRENT,
    born=BORN,
    **more,
) -> list[Line]:
    """The lines of one clause for a made-up child in care."""
    records = [*([care] if care is not None else []), *history]
    child = Child("made up", born=born, history=records, complete=complete)
    found = assess(child, profile, calendar=calendar, on=on, everything=True, **more)
    return [line for line in found.lines if line.clause == clause]


def states(clause: str, *history, **more) -> list[str]:
    return [line.state.value for line in lines(clause, *history, **more)]


def line(clause: str, *history, **more) -> Line:
    (only,) = lines(clause, *history, **more)
    return only
