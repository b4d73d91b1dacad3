"""Knows one class for each thing that can go wrong; every message says what to do next."""

from __future__ import annotations

from collections.abc import Sequence


class CarePolicyError(Exception):
    """Anything this library raises on purpose."""


class NotTwoValued(CarePolicyError, TypeError):
    """An answer with three values was used as a yes or a no."""


class NotComposable(CarePolicyError, TypeError):
    """Something that is not a condition stood between `|`, `&` or `~`."""


class NotAskable(CarePolicyError, TypeError):
    """A question was asked of something that is not a child, a day, a profile or a calendar."""


class Unfinished(CarePolicyError, TypeError):
    """A phrase of a policy stopped before it said what it needs to say."""


class NotADate(CarePolicyError, ValueError):
    """A value could not be read as a date, a time or part of a date. The value itself is never shown."""


class NoSuchTime(CarePolicyError, ValueError):
    """A clock time that never occurred in the United Kingdom, in the hour the clocks jump over."""


class BadRecord(CarePolicyError, ValueError):
    """A record that cannot be a fact, such as a stay that ends before it begins."""


class BadPolicy(CarePolicyError, ValueError):
    """A policy was written in a way that cannot be worked out; caught when it is written."""


class NotInForce(CarePolicyError, LookupError):
    """A definition was asked that is not law on the day whose law is applied, such as one enacted and not commenced."""


class BadCalendar(CarePolicyError, ValueError):
    """Term dates that cannot be a calendar, such as a term that ends before it begins."""


class NoTermDates(CarePolicyError, LookupError):
    """Counting ran past the dates that have been published."""


class UnknownName(CarePolicyError, LookupError):
    """A name that nothing answers to; the message lists the nearest that exist."""


class Problem:
    """One thing wrong with an input: where it is, what was found, and what is accepted there.

    Args:
        file: the file's name, without its folder.
        row: the row's number as a spreadsheet shows it (the header is row 1), or None for the whole file.
        column: the column's name, or None for the whole row.
        says: what is wrong and what to do next. Never a child's data; the value itself only where it is a code.

    >>> print(Problem("episodes.csv", 7, "LS", "'C9' is not a legal status."))
    episodes.csv, row 7, column LS: 'C9' is not a legal status.
    """

    __slots__ = ("column", "file", "row", "says")

    def __init__(self, file: str, row: int | None, column: str | None, says: str) -> None:
        self.file = file
        self.row = row
        self.column = column
        self.says = says

    def __str__(self) -> str:
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: {self.says}"

    def __repr__(self) -> str:
        return f"Problem({self.file!r}, {self.row!r}, {self.column!r}, {self.says!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class BadInput(CarePolicyError, ValueError):
    """An input that cannot be read as it stands; every problem found in it is listed, not only the first.

    Args:
        problems: all of them, in the order of the input.
        readable: what could be read all the same, untouched by any of the problems; None where nothing could.
    """

    def __init__(self, problems: Sequence[Problem], readable: object = None) -> None:
        self.problems = tuple(problems)
        self.readable = readable
        super().__init__(self.problems)

    def __reduce__(self) -> tuple[type[BadInput], tuple[tuple[Problem, ...]]]:
        """Pickled, it carries the problems alone: what could be read is about children."""
        return type(self), (self.problems,)

    def __str__(self) -> str:
        found = len(self.problems)
        head = "1 problem in the input:" if found == 1 else f"{found} problems in the input:"
        return "\n  ".join([head, *map(str, self.problems)])
