"""Knows the made-up school whose days the timings count: two school years, with half-terms, INSET and a closure."""

from __future__ import annotations

from datetime import date, timedelta

from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Term

FIRST = date(2024, 9, 3)
LAST = date(2026, 7, 21)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
"""Every day that the calendar covers."""


def calendar() -> SchoolCalendar:
    """The school's calendar, with England's bank holidays."""
    return SchoolCalendar(
        terms=[
            Term("Autumn 2024", FIRST, date(2024, 12, 20)),
            Term("Spring 2025", date(2025, 1, 6), date(2025, 4, 4)),
            Term("Summer 2025", date(2025, 4, 22), date(2025, 7, 22)),
            Term("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19)),
            Term("Spring 2026", date(2026, 1, 5), date(2026, 3, 27)),
            Term("Summer 2026", date(2026, 4, 13), LAST),
        ],
        half_terms=[
            HalfTerm("October half-term", date(2024, 10, 28), date(2024, 11, 1)),
            HalfTerm("February half-term", date(2025, 2, 17), date(2025, 2, 21)),
            HalfTerm("May half-term", date(2025, 5, 26), date(2025, 5, 30)),
            HalfTerm("October half-term", date(2025, 10, 27), date(2025, 10, 31)),
            HalfTerm("February half-term", date(2026, 2, 16), date(2026, 2, 20)),
            HalfTerm("May half-term", date(2026, 5, 25), date(2026, 5, 29)),
        ],
        inset=[
            *(FIRST, date(2024, 11, 4), date(2025, 1, 6), date(2025, 4, 22), date(2025, 6, 2)),
            *(date(2025, 9, 3), date(2025, 11, 28), date(2026, 1, 5), date(2026, 4, 13), date(2026, 6, 26)),
        ],
        closures={date(2026, 3, 2): "boiler"},
    )
