"""Knows how the shipped term dates are written down: by the page each was read on, and how well that was checked."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from carepolicy.adapters.term_dates import Gathered
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Mark, Published

READ_ON = "as read on 21 November 2026"
"""The edition of every shipped calendar: its pages may have changed since."""


@frozen
class Given:
    """What one page gave.

    Args:
        page: the page.
        rows: each as its kind, its name, its first day and, where it is not the only one, its last.
    """

    page: Page
    rows: tuple[tuple[str, ...], ...]


@frozen
class Page:
    """A page on which dates were read.

    Args:
        title: whose it is and what it is called.
        url: where it stood.
        mark: how well its dates were checked.
    """

    title: str
    url: str
    mark: Mark

    def gives(self, *rows: tuple[str, ...]) -> Given:
        """The rows read on it."""
        return Given(self, rows)


BANK_HOLIDAYS_IN_TERM = Page(
    "Bank holidays of England that fall inside a published term", "https://www.gov.uk/bank-holidays.json", Mark.DERIVED
)


def calendar_of(name: str, *given: Given) -> SchoolCalendar:
    """The calendar that some pages make; whether all training days are in it is judged by whether five are, each year.

    Args:
        name: whose calendar it is.
        given: what each page gave.
    """
    gathered = Gathered()
    for one in given:
        for kind, called, *days in one.rows:
            first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
            gathered.add(kind, called, first, last, Published(first, last, one.page.title, one.page.url, one.page.mark))
    return gathered.calendar(all_inset_listed=None, name=name, version=READ_ON)
