"""Knows how a CSV file is read row by row, so that whatever is wrong with it is named by file, row and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

from carepolicy.errors import NoSuchTime, NotADate, Problem
from carepolicy.facts import Source
from carepolicy.time.instants import Instant

Read = TypeVar("Read")

_LIKE_A_CODE = re.compile(r"[A-Za-z]{0,2}\d{1,2}[A-Za-z]?|[A-Za-z]{1,2}")
"""What may be shown of a cell that should hold a code; anything longer may be a name in the wrong column."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that a date in a file may have; a year outside them is a slip."""

_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T](\d{1,2}:\d{2}))?")
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}/\d{1,2}/\d{2}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")


@frozen(repr=False)
class Row:
    """One row of a file, with its number as a spreadsheet shows it.

    Args:
        file: the file's name.
        number: the row's number; the header is row 1.
        cells: what it says, by column; a column that is not in the file is not here.
        problems: where what is wrong with it is put.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    problems: list[Problem] = field(eq=False, repr=False)

    @property
    def source(self) -> Source:
        """Where it stands."""
        return Source(self.file, (self.number,))

    def __repr__(self) -> str:
        return f"<Row {self.number} of {self.file}>"

    def text(self, column: str) -> str:
        """A cell as it stands, without blanks around it; "" where the column is not in the file."""
        return self.cells.get(column, "")

    def wrong(self, column: str | None, says: str) -> None:
        """Notes something wrong with a cell, or with the whole row."""
        self.problems.append(Problem(self.file, self.number, column, says))

    def code(self, column: str, accepted: Iterable[str], *, needed: bool = True) -> str | None:
        """A code from a list; None, with the problem noted, where it is none of them, or where it is blank."""
        value = self.text(column)
        accepted = list(accepted)
        if not value:
            if needed:
                self.wrong(column, f"is empty. It takes one of {', '.join(accepted)}.")
            return None
        if value in accepted:
            return value
        near = [code for code in accepted if code.upper() == value.upper()] or get_close_matches(value, accepted, n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        shown = f"{value!r} is" if _LIKE_A_CODE.fullmatch(value) else "is"
        self.wrong(column, f"{shown} not a code that is accepted here.{meant} It takes one of {', '.join(accepted)}.")
        return None

    def day(self, column: str, *, needed: bool = True) -> date | None:
        """A whole date, as 31/03/2026 or 2026-03-31; None, with the problem noted, where it is not one."""
        moment = self.moment(column, needed=needed, clock=False)
        return None if moment is None else moment.day

    def moment(self, column: str, *, needed: bool = True, clock: bool = True) -> Instant | None:
        """A date, or a date with a time; None, with the problem noted, where it is not one."""
        value = self.text(column)
        if not value:
            if needed:
                self.wrong(column, "is empty. It takes a date, as 31/03/2026 or 2026-03-31.")
            return None
        return self._told(column, lambda: _moment(value, clock=clock))

    def _told(self, column: str, read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except (NotADate, NoSuchTime) as error:
            self.wrong(column, str(error))
            return None


def _moment(value: str, *, clock: bool) -> Instant:
    example = "31/03/2026 09:15 or 2026-03-31T09:15" if clock else "31/03/2026 or 2026-03-31"
    if _TWO_DIGIT_YEAR.fullmatch(value):
        raise NotADate("has a year of two digits. Write all four, as 31/03/2026.")
    british = _BRITISH.fullmatch(value)
    written = british[3] if british is not None else value[:4] if _ISO.fullmatch(value) else str(FIRST_YEAR)
    if not FIRST_YEAR <= int(written) <= LAST_YEAR:
        raise NotADate(f"has a year that cannot be right. It takes a year from {FIRST_YEAR} to {LAST_YEAR}.")
    if british is not None:
        day, month, year, time = british.groups()
        value = f"{year}-{int(month):02}-{int(day):02}" + (f"T{time:0>5}" if time else "")
    if not _ISO.fullmatch(value) or (not clock and len(value) > 10):
        raise NotADate(f"is not a date. Write it as {example}.")
    try:
        return Instant.of(value.replace(" ", "T"))
    except NotADate:
        what, parts = ("date", "the day and the month") if len(value) <= 10 else ("moment", "the day, month and time")
        raise NotADate(f"is a {what} that does not exist. Check {parts}.") from None


@frozen(repr=False)
class Table:
    """A file that was read.

    Args:
        file: the file's name.
        rows: its rows.
        broken: its rows that could not be read as rows; only a first column can be told of them.
        not_read: the names of columns that are in the file and are not read.
        notes: what was odd about the file as a whole, and how it was taken.
    """

    file: str
    rows: tuple[Row, ...]
    broken: tuple[Row, ...] = ()
    not_read: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def oddities(self) -> Iterator[str]:
        """What was odd about the file as a whole, and which of its columns are not read, each as a sentence."""
        yield from self.notes
        if not self.rows and not self.broken:
            yield f"{self.file} has no rows under its header"
        for column in self.not_read:
            yield f"column {column} of {self.file} is not read"

    def __repr__(self) -> str:
        return f"<Table {self.file}: {len(self.rows)} rows>"


def read_table(
    path: Path, *, needed: Sequence[str], known: Sequence[str] = (), problems: list[Problem]
) -> Table | None:
    """A CSV file with a header, read whole; None, with the problems noted, where it cannot be.

    Args:
        path: where it is.
        needed: the columns it must have.
        known: the columns that it may have and that are read, or are known and left aside.
        problems: where what is wrong with it is put.
    """
    text = _text(path, problems)
    if text is None:
        return None
    notes: list[str] = []
    if text.startswith("\ufeff"):
        text = text.removeprefix("\ufeff")
        notes.append(f"{path.name} begins with a byte-order mark; it is read all the same")
    rows = _cells(path.name, text, problems)
    if rows is None:
        return None
    if not rows or not any(cell.strip() for cell in rows[0]):
        problems.append(
            Problem(path.name, None, None, f"is empty. Its first row must name the columns {', '.join(needed)}.")
        )
        return None
    header = [cell.strip() for cell in rows[0]]
    if not _header_is_right(path.name, header, needed, known, problems):
        return None
    read: list[Row] = []
    broken: list[Row] = []
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            problems.append(
                Problem(
                    path.name, number, None,
                    f"has {len(cells)} cells where the header has {len(header)}. "
                    "Check for a comma too many or too few.",
                )
            )  # fmt: skip
            broken.append(Row(path.name, number, {header[0]: cells[0].strip()}, problems))
            continue
        named = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        read.append(Row(path.name, number, named, problems))
    not_read = tuple(name for name in header if name not in needed and name not in known)
    return Table(path.name, tuple(read), tuple(broken), not_read, tuple(notes))


def _cells(file: str, text: str, problems: list[Problem]) -> list[list[str]] | None:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        problems.append(
            Problem(
                file, len(rows) + 1, None,
                "has a quotation mark that does not end, or a cell too long to be one; nothing from this row on can be "
                'read. Close every quotation mark that opens a cell, and write one inside a cell twice, as "".',
            )
        )  # fmt: skip
        return None
    return rows


def file_bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """What a file holds; None, with the problem noted, where it cannot be opened."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        problems.append(Problem(path.name, None, None, "is not there. Put it there, or name the place where it is."))
    except (IsADirectoryError, PermissionError):
        problems.append(Problem(path.name, None, None, "cannot be opened. Check that it is a file you may read."))
    return None


def _text(path: Path, problems: list[Problem]) -> str | None:
    held = file_bytes(path, problems)
    if held is None:
        return None
    try:
        return held.decode("utf-8")
    except UnicodeDecodeError:
        problems.append(Problem(path.name, None, None, "is not UTF-8 text. Save it again as CSV in UTF-8."))
    return None


def _header_is_right(
    file: str, header: Sequence[str], needed: Sequence[str], known: Sequence[str], problems: list[Problem]
) -> bool:
    if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
        problems.append(Problem(file, 1, None, "has no commas between its columns. Save it again as CSV with commas."))
        return False
    right = True
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        if name in needed or name in known:
            problems.append(Problem(file, 1, name, "is there twice. Keep one column of that name."))
        else:  # it may be a row of data where the header should be, so what it says is not shown
            places = " and ".join(str(place) for place, cell in enumerate(header, start=1) if cell == name)
            says = f"has one name for the columns {places}. Its first row must name the columns {', '.join(needed)}."
            problems.append(Problem(file, 1, None, says))
        right = False
    strange = [name for name in header if name not in needed and name not in known]
    for name in needed:
        if name in header:
            continue
        right = False
        near = [one for one in strange if one.upper() == name] or get_close_matches(name, strange, n=1, cutoff=0.75)
        meant = f" Is {near[0]} meant for it?" if near else ""
        problems.append(Problem(file, 1, name, f"is missing.{meant} The columns needed are {', '.join(needed)}."))
    return right
