"""Knows CSV files of term dates: terms, breaks, training days and closures, one a row, for one school or several."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from attrs import Factory, define, frozen

from carepolicy.adapters.tables import Row, Table, read_table
from carepolicy.errors import BadCalendar, BadInput, Problem
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Mark, Published, Term

NEEDED = ("kind", "name", "start", "end")
KNOWN = ("authority", "school", "academic_year", "source_title", "source_url", "confidence")

TERM, HALF_TERM, INSET, BANK_HOLIDAY, CLOSURE, SESSION, HALF_DAY = KINDS = (
    "term",
    "half_term_break",
    "inset",
    "bank_holiday_closure",
    "closure",
    "session",
    "half_day",
)
"""What a row may be: `session` is a day that is open although it would be closed, such as a Saturday school; `half_day`
is a school day with a single session, such as the last of a term."""

MARKS = {mark.value: mark for mark in Mark}


@define
class Gathered:
    """Dates of one calendar as they are read, one entry at a time."""

    terms: list[Term] = Factory(list[Term])
    half_terms: list[HalfTerm] = Factory(list[HalfTerm])
    days: dict[str, dict[date, str]] = Factory(lambda: {kind: {} for kind in KINDS[2:]})
    published: list[Published] = Factory(list[Published])

    def add(self, kind: str, name: str, start: date, end: date, published: Published | None = None) -> None:
        """Takes one entry; both days are in it.

        Args:
            kind: one of `KINDS`.
            name: what it is called, or "".
            start: its first day.
            end: its last day.
            published: where it was published, where that is known.
        """
        if kind == TERM:
            self.terms.append(Term(name or "a term", start, end))
        elif kind == HALF_TERM:
            self.half_terms.append(HalfTerm(name or "half-term", start, end))
        else:
            for number in range((end - start).days + 1):
                self.days[kind][start + timedelta(days=number)] = name or kind.replace("_", " ")
        if published is not None:
            self.published.append(published)

    def calendar(self, *, all_inset_listed: bool | None, name: str, version: str = "") -> SchoolCalendar:
        """The calendar that the entries make.

        Raises:
            BadCalendar: when two terms overlap.
        """
        closures: dict[date, str] = {**dict.fromkeys(self.days[BANK_HOLIDAY], "bank holiday"), **self.days[CLOSURE]}
        return SchoolCalendar(
            self.terms,
            self.half_terms,
            inset=self.days[INSET],
            closures=closures,
            sessions=self.days[SESSION],
            one_session=self.days[HALF_DAY],
            all_inset_listed=all_inset_listed,
            name=name,
            version=version,
            published=self.published,
        )


@frozen
class TermDates:
    """A file of term dates that was read.

    Args:
        calendar: the calendar it makes.
        notes: columns that were not read, and what was odd about the file as a whole.
    """

    calendar: SchoolCalendar
    notes: tuple[str, ...] = ()


def read_term_dates(
    path: str | Path, *, all_inset_listed: bool | None = None, name: str = "", school: str = ""
) -> SchoolCalendar:
    """Reads a CSV file with the columns `kind`, `name`, `start` and `end`; both days are included.

    Args:
        path: the file.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the school's or the file's name, by default.
        school: which school's dates, where the file's column `school` names several.

    Raises:
        BadInput: with every problem in the file.
    """
    return term_dates_with_notes(path, all_inset_listed=all_inset_listed, name=name, school=school).calendar


def read_each_school(path: str | Path, *, all_inset_listed: bool | None = None) -> dict[str, SchoolCalendar]:
    """Reads a file with a column `school` as one calendar for each school that it names.

    Args:
        path: the file.
        all_inset_listed: as for `read_term_dates`.

    Raises:
        BadInput: with every problem in the file.
    """
    problems: list[Problem] = []
    table = _table(Path(path), problems)
    read = {
        school: _calendar(table, school, problems, all_inset_listed, name=school or table.file)
        for school in _schools(table)
    }
    if problems:
        raise BadInput(problems)
    return {school: calendar for school, calendar in read.items() if calendar is not None}


def term_dates_with_notes(
    path: str | Path, *, all_inset_listed: bool | None = None, name: str = "", school: str = ""
) -> TermDates:
    """Reads a file of term dates as `read_term_dates` does, and says what was odd about it.

    Args:
        path: the file.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the school's or the file's name, by default.
        school: which school's dates, where the file's column `school` names several.

    Raises:
        BadInput: with every problem in the file.
    """
    problems: list[Problem] = []
    table = _table(Path(path), problems)
    listed = _schools(table)
    if school not in listed and (school or len(listed) > 1):
        named = "; ".join(one or "(a school not named)" for one in listed)
        problems.append(
            Problem(table.file, None, "school", f"names these: {named}. Choose one with school=, or --school.")
        )
        raise BadInput(problems)
    calendar = _calendar(table, school or listed[0], problems, all_inset_listed, name=name or school or table.file)
    if calendar is None or problems:
        raise BadInput(problems)
    return TermDates(calendar, tuple(table.oddities()))


def _table(path: Path, problems: list[Problem]) -> Table:
    table = read_table(path, needed=NEEDED, known=KNOWN, problems=problems)
    if table is None:
        raise BadInput(problems)
    return table


def _schools(table: Table) -> list[str]:
    return list(dict.fromkeys(row.text("school") for row in table.rows)) or [""]


def _calendar(
    table: Table, school: str, problems: list[Problem], all_inset_listed: bool | None, *, name: str
) -> SchoolCalendar | None:
    """One school's calendar; None, with the problem noted, where its entries make none."""
    gathered = Gathered()
    for row in table.rows:
        if row.text("school") == school:
            _gather(row, gathered)
    try:
        return gathered.calendar(all_inset_listed=all_inset_listed, name=name)
    except BadCalendar as error:
        problems.append(Problem(table.file, None, None, str(error)))
        return None


def _gather(row: Row, gathered: Gathered) -> None:
    if row.text("kind").lower() == "holiday":
        row.wrong("kind", "is a holiday, which is what lies between two terms. Leave the row out, and list the terms.")
        return
    kind = row.code("kind", KINDS)
    start, end = row.day("start"), row.day("end")
    mark = row.code("confidence", MARKS, needed=False)
    if kind is None or start is None or end is None:
        return
    if end < start:
        row.wrong("end", "is earlier than start. Swap the two dates.")
        return
    published = None
    if mark is not None or row.text("source_title"):
        title = row.text("source_title") or f"{row.file}, row {row.number}"
        published = Published(start, end, title, row.text("source_url"), MARKS[mark] if mark else None)
    gathered.add(kind, row.text("name"), start, end, published)
