"""Knows the commands that need no child: what a school's calendar holds, and how days are counted on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import click

from carepolicy.adapters.term_dates import TermDates
from carepolicy.assessment import FIRST_YEAR, LAST_YEAR
from carepolicy.errors import BadInput, CarePolicyError
from carepolicy.logic.counting import ahead, beginning_with, clear
from carepolicy.logic.deadline import Deadline, within
from carepolicy.logic.due import Due
from carepolicy.term_dates.find import find_calendar
from carepolicy.time.calendar import SchoolCalendar, autumn_of
from carepolicy.time.checks import what_looks_wrong
from carepolicy.time.instants import Instant, Moment
from carepolicy.time.spans import SCHOOL_DAYS, TERMS, Unit
from carepolicy.time.written import with_weekday

UNITS = {unit.value.replace(" ", "-"): unit for unit in Unit if unit is not TERMS}

WAYS = {"after": within, "beginning-with": beginning_with, "before": ahead, "clear-before": clear}
"""How a number of units is counted from a day, by the option that gives the day."""


class Day(click.ParamType[date]):
    """A day on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or an error that says how to write one."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail("this is not a date. Write it as 2026-03-31.", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"this takes a year from {FIRST_YEAR} to {LAST_YEAR}.", param, ctx)
        return day


class DayOrMoment(click.ParamType[Moment]):
    """A day, or a day and a time, on the command line."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Moment:
        """The day or moment as text, or an error that says how to write one."""
        if isinstance(value, (date, datetime)):
            return value
        try:
            Instant.of(value)
        except CarePolicyError:
            self.fail("this is no date and no time. Write it as 2026-03-31 or 2026-03-31T09:15.", param, ctx)
        return str(value)


_school = click.option("--school", default="", help="Which school's dates, in a file that names several.")
_between = click.option(
    "--between", type=(Day(), Day()), help="For a feed of holidays, the first and the last day of school it tells of."
)
_all_inset = click.option("--all-inset-listed", is_flag=True, default=None, help="Every training day is listed.")


@click.command("calendar")
@click.argument("named", metavar="FILE_OR_NAME")
@_school
@_between
@_all_inset
def calendar_command(named: str, school: str, between: tuple[date, date] | None, all_inset_listed: bool | None) -> None:
    """Tell what a calendar holds, where its dates come from, and what looks wrong in it.

    FILE_OR_NAME is a .csv or .ics file of term dates, or a calendar that comes with the library, such as oxfordshire.
    """
    read = _found(named, school, between, all_inset_listed)
    for line in _told(read.calendar):
        click.echo(line)
    for note in read.notes:
        click.echo(f"note: {note}", err=True)


def _school_days(number: int) -> str:
    return "1 school day" if number == 1 else f"{number} school days"


NOT_COVERED = "not all of it covered, so nothing is counted across"


def _told(calendar: SchoolCalendar) -> Iterator[str]:
    yield calendar.edition
    for start, until in calendar.school_years():
        terms = [term for term in calendar.terms if start <= term.first < until]
        yield f"School year from {with_weekday(start)}"
        for term in terms:
            known = not any(calendar.unpublished(term.first.toordinal(), term.last.toordinal()))
            days = _school_days(calendar.number_from(term.first, term.last)) if known else NOT_COVERED
            yield f"    {term.name}: {with_weekday(term.first)} to {with_weekday(term.last)}, {days}"
        for half in calendar.half_terms:
            if start <= half.first < until:
                yield f"    {half.name}: {with_weekday(half.first)} to {with_weekday(half.last)}"
        for what, listed in (("INSET", calendar.inset), ("extra session", calendar.sessions)):
            told = [with_weekday(day) for day in sorted(listed) if autumn_of(day) == autumn_of(start)]
            if told:
                yield f"    {what}: {', '.join(told)}"
        closed = [f"{with_weekday(day)} ({why})" for day, why in calendar.closures if start <= day < until]
        if closed:
            yield f"    closed: {', '.join(closed)}"
        to_come = calendar.inset_to_come(terms[0].first, terms[0].first)
        if to_come:
            yield f"    {to_come} training days are not listed, and are counted as school days until they are"
    for whose in dict.fromkeys(one.told for one in calendar.published):
        yield f"dates: {whose}"
    for warning in what_looks_wrong(calendar):
        yield f"looks wrong: {warning}"


@click.command("count")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("unit", type=click.Choice(list(UNITS)))
@click.option("--after", type=DayOrMoment(), help="Count from this day, which is not counted itself.")
@click.option("--beginning-with", type=DayOrMoment(), help="Count from this day, which is the first.")
@click.option("--before", type=DayOrMoment(), help="Count back from this day; the corresponding day is enough.")
@click.option("--clear-before", type=DayOrMoment(), help="Count back from this day, with whole days between.")
@click.option("--calendar", "named", help="A .csv or .ics file of term dates, or a name such as oxfordshire.")
@click.option("--known-at", type=Day(), help="Count with the bank holidays that had been announced by this day.")
@click.option("--picture", is_flag=True, help="Also draw the months, with the number of each day that was counted.")
@_school
@_between
@_all_inset
def count_command(
    number: int,
    unit: str,
    named: str | None,
    known_at: date | None,
    picture: bool,
    school: str,
    between: tuple[date, date] | None,
    all_inset_listed: bool | None,
    **days: Moment | None,
) -> None:
    """Count NUMBER of UNIT from a day, and tell how: which days were counted, which were not, and why."""
    given = {way.replace("_", "-"): day for way, day in days.items() if day is not None}
    if len(given) != 1:
        raise click.UsageError(f"give one of {', '.join(f'--{way}' for way in WAYS)}.")
    ((way, day),) = given.items()
    if named is None and UNITS[unit] is SCHOOL_DAYS:
        raise click.UsageError("school days are counted on a school's calendar. Give one by --calendar FILE_OR_NAME.")
    calendar = SchoolCalendar() if named is None else _found(named, school, between, all_inset_listed).calendar
    if known_at is not None:
        calendar = calendar.known_at(known_at)
    try:
        deadline: Deadline = WAYS[way](number, UNITS[unit])
    except CarePolicyError as error:
        raise click.UsageError(str(error)) from None
    for line in _counted(deadline.counted_from(day, calendar=calendar), picture=picture):
        click.echo(line)


def _counted(due: Due, *, picture: bool) -> Iterator[str]:
    yield str(due)
    if due.act_by is not None and due.act_by != due.day:
        yield f"act by {with_weekday(due.act_by)}"
    if due.counting is not None:
        yield str(due.counting)
    for missing in filter(None, (due.missing, due.note, *due.caveats)):
        yield f"not known: {missing}" if missing == due.missing else f"note: {missing}"
    for whose in due.dates:
        yield f"dates: {whose}"
    if picture and due.counting is not None:
        yield due.counting.picture()


def _found(named: str, school: str, between: tuple[date, date] | None, all_inset_listed: bool | None) -> TermDates:
    try:
        return find_calendar(named, all_inset_listed=all_inset_listed, school=school, between=between)
    except BadInput as error:
        raise click.ClickException(str(error)) from None
    except ModuleNotFoundError as error:
        raise click.ClickException(str(error)) from None
