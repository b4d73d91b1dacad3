"""Knows a plain CSV file of a school's term dates: terms, half-terms, training days and closures, one a row."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from attrs import frozen

from carepolicy.adapters.tables import read_table
from carepolicy.errors import BadCalendar, BadInput, Problem
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Term

NEEDED = ("kind", "name", "start", "end")
KNOWN = ("academic_year", "source_title", "source_url", "confidence")

TERM, HALF_TERM, INSET, BANK_HOLIDAY, CLOSURE, SESSION = KINDS = (
    "term",
    "half_term_break",
    "inset",
    "bank_holiday_closure",
    "closure",
    "session",
)
"""What a row may be: `session` is a day that is open although it would be closed, such as a Saturday school."""


@frozen
class TermDates:
    """A file of term dates that was read.

    Args:
        calendar: the calendar it makes.
        notes: columns that were not read, and what was odd about the file as a whole.
    """

    calendar: SchoolCalendar
    notes: tuple[str, ...] = ()


def read_term_dates(path: str | Path, *, all_inset_listed: bool | None = None, name: str = "") -> SchoolCalendar:
    """Reads a CSV file with the columns `kind`, `name`, `start` and `end`; both days are included.

    Args:
        path: the file.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the file's name, by default.

    Raises:
        BadInput: with every problem in the file.
    """
    return term_dates_with_notes(path, all_inset_listed=all_inset_listed, name=name).calendar


def term_dates_with_notes(path: str | Path, *, all_inset_listed: bool | None = None, name: str = "") -> TermDates:
    """Reads a file of term dates as `read_term_dates` does, and says what was odd about it.

    Args:
        path: the file.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the file's name, by default.

    Raises:
        BadInput: with every problem in the file.
    """
    path = Path(path)
    problems: list[Problem] = []
    table = read_table(path, needed=NEEDED, known=KNOWN, problems=problems)
    if table is None:
        raise BadInput(problems)
    terms: list[Term] = []
    half_terms: list[HalfTerm] = []
    days: dict[str, dict[date, str]] = {kind: {} for kind in (INSET, BANK_HOLIDAY, CLOSURE, SESSION)}
    for row in table.rows:
        kind = row.code("kind", KINDS)
        start, end = row.day("start"), row.day("end")
        if kind is None or start is None or end is None:
            continue
        if end < start:
            row.wrong("end", "is earlier than start. Swap the two dates.")
        elif kind == TERM:
            terms.append(Term(row.text("name") or "a term", start, end))
        elif kind == HALF_TERM:
            half_terms.append(HalfTerm(row.text("name") or "half-term", start, end))
        else:
            for number in range((end - start).days + 1):
                days[kind][start + timedelta(days=number)] = row.text("name") or kind.replace("_", " ")
    closures: dict[date, str] = {**dict.fromkeys(days[BANK_HOLIDAY], "bank holiday"), **days[CLOSURE]}
    try:
        calendar = SchoolCalendar(
            terms,
            half_terms,
            inset=days[INSET],
            closures=closures,
            sessions=days[SESSION],
            all_inset_listed=all_inset_listed,
            name=name or path.name,
        )
    except BadCalendar as error:
        problems.append(Problem(path.name, None, None, str(error)))
        raise BadInput(problems) from None
    if problems:
        raise BadInput(problems)
    return TermDates(calendar, tuple(table.oddities()))
