"""Knows how a calendar is found by what names it: a CSV file, an iCalendar feed, or one that comes with the library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import evolve

from carepolicy.adapters.term_dates import TermDates, term_dates_with_notes
from carepolicy.errors import BadInput, Problem
from carepolicy.term_dates import shipped

NEEDS_ICAL = 'A feed needs the extra "ical". Install carepolicy with it, as in: python -m pip install ".[ical]"'


def find_calendar(
    named: str,
    *,
    all_inset_listed: bool | None = None,
    school: str = "",
    between: tuple[date, date] | None = None,
) -> TermDates:
    """The calendar that a file holds, or the shipped one of that name.

    Args:
        named: the name of a `.csv` or `.ics` file, or of a shipped calendar, such as "oxfordshire".
        all_inset_listed: whether every training day is listed; None judges by whether five are in each year.
        school: which school's dates, in a file that names several.
        between: for a feed of holidays, the first and the last day of school that it tells of.

    Raises:
        BadInput: with every problem in the file; or where there is neither a file nor a shipped calendar of that name.
        ModuleNotFoundError: for a feed, where the extra `ical` is not installed.

    >>> find_calendar("oxfordshire").calendar.name
    'Oxfordshire County Council'
    """
    path = Path(named)
    if path.suffix.lower() == ".ics":
        try:
            from carepolicy.adapters.ical import ical_with_notes
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(NEEDS_ICAL, name=error.name) from None
        return ical_with_notes(path, all_inset_listed=all_inset_listed, between=between)
    known = shipped()
    if path.suffix or path.exists():
        return term_dates_with_notes(path, all_inset_listed=all_inset_listed, school=school)
    if named.lower() in known:
        calendar = known[named.lower()]
        return TermDates(calendar if all_inset_listed is None else evolve(calendar, all_inset_listed=all_inset_listed))
    says = f"is neither a file nor a calendar that comes with the library. There are: {', '.join(known)}."
    raise BadInput([Problem(path.name, None, None, says)])
