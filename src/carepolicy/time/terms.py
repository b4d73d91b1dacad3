"""Knows terms and the breaks inside them, as schools publish them and as a rule counts them."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from attrs import field, frozen

from carepolicy.errors import BadCalendar
from carepolicy.time.written import plain


def _date(value: date | str) -> date:
    """A date, or one written as 2026-03-31."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise BadCalendar("This text is not a date. Write it as 2026-03-31.") from None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise BadCalendar(
        f"A term begins and ends on a date, and this is a {type(value).__name__}. Write date(2026, 3, 31)."
    )


@frozen
class Term:
    """One term as the school publishes it, half-term break included; both days are in it.

    A school that publishes six shorter blocks lists those; what counts as a term for a rule is another question.

    Args:
        name: what the school calls it.
        first: its first day.
        last: its last day.

    Raises:
        BadCalendar: when it ends before it begins, or a day of it is not a date.
    """

    name: str
    first: date = field(converter=_date)
    last: date = field(converter=_date)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise BadCalendar(
                f"{self.name} ends on {plain(self.last)}, before it begins on {plain(self.first)}. Swap the two dates."
            )


class HalfTerm(Term):
    """The break inside a term; both days are in the break. Not a term, and not half of one."""

    __slots__ = ()


LONGEST_BLOCK = 60
"""Calendar days beyond which a published term is a whole one, and not one of six shorter blocks."""


@frozen
class ReportingTerm:
    """A term in the sense of a rule that asks for something once each term.

    Args:
        name: what to call it.
        first: its first day.
        last: its last day.
        last_school_day: the day by which the act must be done, or None where the dates are not published.
        not_before: the last school day of the part that is published; the term's own last is not before it.
    """

    name: str
    first: date
    last: date
    last_school_day: date | None
    not_before: date | None = None


class Mark(Enum):
    """How well a published date was checked."""

    VERIFIED = "verified"
    PARTIAL = "partial"
    DERIVED = "derived"

    def __repr__(self) -> str:
        return f"Mark.{self.name}"

    @property
    def meaning(self) -> str:
        """The mark in a few words."""
        return {
            Mark.VERIFIED: "read on the council's own page as set",
            Mark.PARTIAL: "true of its source, or only proposed",
            Mark.DERIVED: "worked out from other dates",
        }[self]


@frozen
class Published:
    """Where some days of a calendar were published, and how well that was checked.

    Args:
        first: the first day it tells of.
        last: the last.
        title: the page or file, and whose it is.
        url: where it stood, or "".
        mark: how well it was checked; None where nobody said.
    """

    first: date
    last: date
    title: str
    url: str = ""
    mark: Mark | None = None

    @property
    def told(self) -> str:
        """The source and its mark, for answers that lean on it."""
        return self.title if self.mark is None else f"{self.title} ({self.mark.value}: {self.mark.meaning})"
