"""Knows iCalendar feeds of term dates (extra `ical`): whole-day events told apart by their category or their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from icalendar import Calendar

from carepolicy.adapters.tables import file_bytes
from carepolicy.adapters.term_dates import (
    BANK_HOLIDAY,
    CLOSURE,
    HALF_TERM,
    INSET,
    KINDS,
    SESSION,
    TERM,
    Gathered,
    TermDates,
)
from carepolicy.errors import BadCalendar, BadInput, Problem
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.checks import SHORTEST_TERM

HOLIDAY = "holiday"
"""A holiday between terms, as feeds list that say when a school is closed and not when it is open."""

WORDS: tuple[tuple[str, str], ...] = (
    (INSET, r"\binset\b|training day|staff (only )?day|staff training|non[- ]pupil|disaggregated|flexi day|\bpd day"),
    (INSET, r"professional development"),
    (HALF_TERM, r"half[- ]?term|mid[- ]?term (break|holiday)"),
    (BANK_HOLIDAY, r"bank holiday|good friday|easter monday|may day"),
    (SESSION, r"saturday school|extra session"),
    (TERM, r"\bterm (begin|start|end|finish)|(first|last) day of .*\bterm\b"),
    (HOLIDAY, r"holiday|(christmas|easter|summer) (break|vacation)"),
    (CLOSURE, r"\bclos(ed|ure)\b|\bsnow\b"),
    (TERM, r"(?<!mid[- ])\bterm\b"),
)
"""The words by which an event is told, the first that fits; its category decides where it is one of our own kinds."""

BEGINS, ENDS = r"\b(begin|start|first day|open)s?\b", r"\b(end|finish|last day|clos|break up)(es|s)?\b"

NEXT_TERM_DAY = 4
"""Days from one to the next of the events of a feed that lists each day of term, over a weekend and a bank holiday."""


@frozen
class _Event:
    """One whole-day event; both days are in it."""

    place: str
    kind: str
    name: str
    start: date
    end: date


def read_ical(
    path: str | Path,
    *,
    between: tuple[date, date] | None = None,
    all_inset_listed: bool | None = None,
    name: str = "",
) -> SchoolCalendar:
    """Reads an iCalendar feed of whole-day events.

    A feed lists either terms or holidays. Where it lists holidays alone, the terms are the days between them.

    Args:
        path: the file, as it was downloaded.
        between: for a feed of holidays, the first and the last day of school that it tells of.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the feed's own name or the file's, by default.

    Raises:
        BadInput: with every problem in the feed, each named by the number of its event and its first day.

    Source: RFC 5545: the end of a whole-day event is the day after its last; without one it lasts one day.
    """
    return ical_with_notes(path, between=between, all_inset_listed=all_inset_listed, name=name).calendar


def ical_with_notes(
    path: str | Path,
    *,
    between: tuple[date, date] | None = None,
    all_inset_listed: bool | None = None,
    name: str = "",
) -> TermDates:
    """Reads a feed as `read_ical` does, and says which of its events were left out.

    Args:
        path: the file, as it was downloaded.
        between: for a feed of holidays, the first and the last day of school that it tells of.
        all_inset_listed: whether every training day is in it; None judges by whether five are listed in each year.
        name: whose calendar it is; the feed's own name or the file's, by default.

    Raises:
        BadInput: with every problem in the feed.
    """
    path = Path(path)
    problems: list[Problem] = []
    feed = _feed(path, problems)
    if feed is None:
        raise BadInput(problems)
    if between is not None and not _is_a_stretch(between):
        problems.append(Problem(path.name, None, None, TWO_DAYS))
        raise BadInput(problems)
    notes: list[str] = []
    events = list(_events(feed, path.name, problems, notes))
    gathered = Gathered()
    days_off = (event for event in events if event.kind not in (TERM, HALF_TERM, HOLIDAY))
    breaks = _whole(events, HALF_TERM, problems, notes)
    for event in (*_terms(events, between, path.name, problems, notes), *breaks, *days_off):
        gathered.add(event.kind, event.name, event.start, event.end)
    try:
        called = name or str(feed.get("X-WR-CALNAME", "")) or path.name
        calendar = gathered.calendar(all_inset_listed=all_inset_listed, name=called)
    except BadCalendar as error:
        problems.append(Problem(path.name, None, None, str(error)))
        raise BadInput(problems) from None
    if problems:
        raise BadInput(problems)
    return TermDates(calendar, tuple(notes))


TWO_DAYS = "between takes two days, the earlier first: between=(date(2025, 9, 2), date(2026, 7, 20))."


def _is_a_stretch(between: tuple[object, ...]) -> bool:
    """Whether what was given is two days, the earlier first."""
    if len(between) != 2:
        return False
    first, last = between
    days = [day for day in (first, last) if isinstance(day, date) and not isinstance(day, datetime)]
    return len(days) == 2 and days[0] <= days[1]


def _feed(path: Path, problems: list[Problem]) -> Any:
    held = file_bytes(path, problems)
    if held is None:
        return None
    try:
        return Calendar.from_ical(held)
    except (ValueError, IndexError, KeyError):
        says = "is not an iCalendar feed. Download it again, as a file that begins with BEGIN:VCALENDAR."
        problems.append(Problem(path.name, None, None, says))
    return None


def _events(feed: Any, file: str, problems: list[Problem], notes: list[str]) -> Iterator[_Event]:
    for number, event in enumerate(feed.walk("VEVENT"), start=1):
        begins = getattr(event.get("DTSTART"), "dt", None)
        place = f"{file}, event {number}" + (f" of {begins.isoformat()[:10]}" if isinstance(begins, date) else "")
        name = str(event.get("SUMMARY", "")).strip()
        kind = _kind(event, name)
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            notes.append(f"{place} is cancelled, and is left out")
        elif kind is None:
            notes.append(f"{place} is not about term dates by its category or name, and is left out")
        else:
            days = _days(event, place, problems)
            if days is not None:
                yield _Event(place, kind, name, *days)


def _kind(event: Any, name: str) -> str | None:
    categories = event.get("CATEGORIES")
    told = [] if categories is None else [str(one).strip().lower() for one in getattr(categories, "cats", [])]
    own = [one for one in told if one in (*KINDS, HOLIDAY)]
    if own:
        return own[0]
    text = " ".join([name.lower(), *told])
    return next((kind for kind, words in WORDS if re.search(words, text)), None)


def _days(event: Any, place: str, problems: list[Problem]) -> tuple[date, date] | None:
    """The first and last day of an event; None, with the problem noted, where it has no whole days."""

    def wrong(field: str, says: str) -> None:
        problems.append(Problem(place, None, field, says))

    if "RRULE" in event or "RDATE" in event:
        wrong(
            "RRULE" if "RRULE" in event else "RDATE",
            "repeats, which term dates do not. List each of its days as an event of its own.",
        )
        return None
    start, end = (None if event.get(field) is None else event.get(field).dt for field in ("DTSTART", "DTEND"))
    lasts = None if event.get("DURATION") is None else event.get("DURATION").dt
    if start is None:
        wrong("DTSTART", "is missing. Give the event's first day, as DTSTART;VALUE=DATE:20260105.")
        return None
    if isinstance(start, datetime) or isinstance(end, datetime):
        wrong("DTSTART", "has a time of day, which moves with the reader's clock. Write VALUE=DATE, as a whole day.")
        return None
    after = end if end is not None else start + (lasts if lasts is not None else timedelta(days=1))
    if after <= start:
        wrong("DTEND", "is not later than DTSTART. The end of a whole-day event is the day after its last.")
        return None
    return start, after - timedelta(days=1)


def _edge(event: _Event) -> str | None:
    """Whether an event is the first day of something longer or its last; None where it is the whole of it."""
    if event.start != event.end:
        return None
    name = event.name.lower()
    return "first" if re.search(BEGINS, name) else "last" if re.search(ENDS, name) else None


def _whole(events: Iterable[_Event], kind: str, problems: list[Problem], notes: list[str]) -> list[_Event]:
    """The stretches of one kind, in order: told whole, by their first and last days, or day by day."""
    told = sorted((event for event in events if event.kind == kind), key=lambda event: event.start)
    found = [event for event in told if _edge(event) is None]
    if kind == TERM:
        joined = _joined(found)
        found = [event for event in joined if not _is_within_a_term(event, joined)]
        notes.extend(f"{event.place} is no term of its own, and is left out" for event in joined if event not in found)
    return sorted([*found, *_paired(told, problems)], key=lambda event: event.start)


def _is_within_a_term(event: _Event, terms: Iterable[_Event]) -> bool:
    """Whether what is told as a term is only something in one: too short for a term, or inside a longer one."""
    if (event.end - event.start).days + 1 < SHORTEST_TERM:
        return True
    return any(other.start <= event.start and event.end <= other.end and other != event for other in terms)


def _joined(told: Iterable[_Event]) -> list[_Event]:
    """Terms, with those that are listed day by day made into one."""
    terms: list[_Event] = []
    for event in told:
        before = terms[-1] if terms else None
        listed_by_day = event.start == event.end
        if before is not None and listed_by_day and (event.start - before.end).days <= NEXT_TERM_DAY:
            terms[-1] = evolve(before, end=max(before.end, event.end))
        else:
            terms.append(event)
    return terms


def _paired(told: Iterable[_Event], problems: list[Problem]) -> Iterator[_Event]:
    """What is told by two events, its first day and its last."""
    opened: _Event | None = None
    for event in told:
        edge = _edge(event)
        if edge == "first":
            if opened is not None:
                _lacks(opened, "last", problems)
            opened = event
        elif edge == "last" and opened is None:
            _lacks(event, "first", problems)
        elif edge == "last" and opened is not None:
            yield evolve(opened, end=event.end)
            opened = None
    if opened is not None:
        _lacks(opened, "last", problems)


def _lacks(event: _Event, edge: str, problems: list[Problem]) -> None:
    says = f"tells one edge of a {event.kind.replace('_', ' ')}, and its {edge} day is not in the feed. Add it."
    problems.append(Problem(event.place, None, None, says))


def _terms(
    events: list[_Event], between: tuple[date, date] | None, file: str, problems: list[Problem], notes: list[str]
) -> list[_Event]:
    """The terms, or, in a feed that lists none, what its holidays leave."""
    terms, holidays = (_whole(events, kind, problems, notes) for kind in (TERM, HOLIDAY))
    if terms or problems:
        return terms
    if not holidays:
        says = "lists no terms and no holidays. Check that it is a feed of term dates."
        problems.append(Problem(file, None, None, says))
        return []
    if between is None:
        says = "lists holidays and no terms. Say which days of school it tells of: between=(first, last), or --between."
        problems.append(Problem(file, None, None, says))
        return []
    return list(_what_is_left(holidays, between, file))


def _what_is_left(holidays: Iterable[_Event], between: tuple[date, date], file: str) -> Iterator[_Event]:
    first, last = between
    for number, holiday in enumerate([*holidays, None], start=1):
        until = last if holiday is None else min(last, holiday.start - timedelta(days=1))
        if first <= until:
            yield _Event(file, TERM, f"term {number}", first, until)
        if holiday is not None:
            first = max(first, holiday.end + timedelta(days=1))
