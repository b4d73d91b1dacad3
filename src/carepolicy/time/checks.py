"""Knows what looks wrong in a school's calendar; academies may differ, so everything here is a warning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from carepolicy.time.calendar import INSET_DAYS_A_YEAR, LONGEST_HOLIDAY, SchoolCalendar, autumn_of
from carepolicy.time.terms import Term
from carepolicy.time.written import plain, with_weekday

MAINTAINED_YEAR = 190
SHORTER_YEARS = {2011: 189, 2021: 189, 2022: 188}
"""Pupil days in a maintained school's year, and in those shortened for an extra bank holiday, by the autumn they began.

Source: SI 1999/3181, reg.3(2) and its amendments for 2011/12, 2021/22 and 2022/23.
"""

LONGEST_TERM = 120
"""Calendar days, half-term included; the longest term met in real calendars, an autumn term, has 113."""

SHORTEST_TERM = 5
"""Calendar days; what is shorter is told as a term by a slip, or is only something in one."""

LONGEST_BREAK = 16
"""Calendar days of a half-term; two weeks with their weekends are the longest in use."""


def what_looks_wrong(calendar: SchoolCalendar) -> tuple[str, ...]:
    """What in a calendar looks like a slip, each in one sentence that says what to look at; nothing where all is well.

    Args:
        calendar: any school's calendar; an academy sets its own year, so a count of days is only a hint.

    Source: SI 1999/3181, reg.3 for the number of days; the rest is what published calendars taught.

    >>> from carepolicy.time.terms import Term
    >>> for warning in what_looks_wrong(SchoolCalendar([Term("Autumn", date(2025, 9, 7), date(2025, 12, 19))])):
    ...     print(warning)
    Autumn begins on Sun 7 Sep 2025, at a weekend: compare the date with the page it was read from.
    """
    return tuple(
        warning
        for check in (_term_edges, _breaks, _inset, _without_effect, _missing_terms, _number_of_days)
        for warning in check(calendar)
    )


def _term_edges(calendar: SchoolCalendar) -> Iterator[str]:
    for term in calendar.terms:
        for verb, day in (("begins", term.first), ("ends", term.last)):
            if day in calendar.sessions:
                continue
            if day.weekday() >= 5:
                yield (
                    f"{term.name} {verb} on {with_weekday(day)}, at a weekend: "
                    "compare the date with the page it was read from."
                )
            elif calendar.covers(day) and calendar.why_closed(day) == "bank holiday":
                yield f"{term.name} {verb} on {with_weekday(day)}, a bank holiday: was the day before or after meant?"
        length = (term.last - term.first).days + 1
        if length < SHORTEST_TERM:
            days = "1 calendar day" if length == 1 else f"{length} calendar days"
            yield f"{term.name} lasts {days}, on {with_weekday(term.first)}: is its last day missing?"
        if length > LONGEST_TERM:
            yield f"{term.name} lasts {length} calendar days: is a holiday inside it, or a year mistyped?"


def _breaks(calendar: SchoolCalendar) -> Iterator[str]:
    for half in calendar.half_terms:
        inside = any(term.first <= half.last and half.first <= term.last for term in calendar.terms)
        between = any(
            earlier.last < half.first and half.last < later.first
            for earlier, later in zip(calendar.terms, calendar.terms[1:], strict=False)
        )
        if not inside and not between:
            yield f"{half.name}, {_days_of(half)}, lies in no term and between no two: is a term missing?"
        if (half.last - half.first).days + 1 > LONGEST_BREAK:
            yield f"{half.name}, {_days_of(half)}, is longer than two weeks: is it a holiday between terms?"


def _inset(calendar: SchoolCalendar) -> Iterator[str]:
    for day in sorted(calendar.inset):
        if day.weekday() >= 5:
            yield f"The INSET day {with_weekday(day)} falls at a weekend: compare it with the page it was read from."
        elif calendar.terms and _far_from_any_term(calendar, day):
            yield f"The INSET day {with_weekday(day)} is more than a week outside every term: is the year right?"
        elif any(half.first <= day <= half.last for half in calendar.half_terms):
            yield f"The INSET day {with_weekday(day)} falls in a half-term break, when the school is closed anyway."
    for year, number in sorted(Counter(map(autumn_of, calendar.inset)).items()):
        if number > INSET_DAYS_A_YEAR:
            yield f"{_year_name(year)} has {number} INSET days, where {INSET_DAYS_A_YEAR} are usual."


def _without_effect(calendar: SchoolCalendar) -> Iterator[str]:
    without_closures = SchoolCalendar(
        calendar.terms,
        calendar.half_terms,
        inset=calendar.inset,
        bank_holidays=calendar.bank_holidays,
        covers=calendar.covers_dates,
        working_days=calendar.own_working_days,
    )
    for day, reason in calendar.closures:
        if reason != "bank holiday" and without_closures.covers(day) and not without_closures.is_open(day):
            yield f"The closure on {with_weekday(day)} ({reason}) falls on a day that is closed anyway."
    for day in sorted(calendar.sessions):
        if without_closures.covers(day) and without_closures.is_open(day):
            yield f"The extra session on {with_weekday(day)} falls on a day that is open anyway."
        elif not calendar.covers(day):
            yield f"The extra session on {with_weekday(day)} lies outside the published dates."


def _missing_terms(calendar: SchoolCalendar) -> Iterator[str]:
    for earlier, later in zip(calendar.terms, calendar.terms[1:], strict=False):
        gap = (later.first - earlier.last).days - 1
        if gap >= LONGEST_HOLIDAY:
            yield (
                f"{gap} calendar days lie between {earlier.name} and {later.name}, {plain(earlier.last)} to "
                f"{plain(later.first)}: a term is taken to be missing, and nothing is counted across."
            )


def _number_of_days(calendar: SchoolCalendar) -> Iterator[str]:
    for start, until in calendar.school_years():
        terms = [term for term in calendar.terms if start <= term.first < until]
        if not _is_whole(terms, calendar):
            continue
        first, last = terms[0].first, terms[-1].last
        year, days = autumn_of(first), calendar.number_from(first, last)
        usual = SHORTER_YEARS.get(year, MAINTAINED_YEAR)
        if not days - calendar.inset_to_come(first, first) <= usual <= days:
            yield (
                f"{_year_name(year)} has {days} pupil days, where a maintained school has {usual}: "
                "is a term, a break or a training day missing, or one too many? An academy may differ."
            )


def _is_whole(terms: list[Term], calendar: SchoolCalendar) -> bool:
    """Whether a year's terms reach from autumn to summer without a hole."""
    if not terms or terms[0].first.month < 8 or terms[-1].last.month not in (6, 7):
        return False
    return not any(calendar.unpublished(terms[0].first.toordinal(), terms[-1].last.toordinal()))


def _far_from_any_term(calendar: SchoolCalendar, day: date) -> bool:
    return all((term.first - day).days > 7 or (day - term.last).days > 7 for term in calendar.terms)


def _year_name(autumn: int) -> str:
    return f"{autumn}/{(autumn + 1) % 100:02}"


def _days_of(term: Term) -> str:
    return f"{plain(term.first)} to {plain(term.last)}"
