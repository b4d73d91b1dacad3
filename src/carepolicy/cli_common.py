"""Knows what the commands share: how files are named and read, what was wrong in them, how answers are written."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypedDict, TypeVar, Unpack, cast

import click

from carepolicy import profiles
from carepolicy.adapters.school_events import FROM_SCHOOL, Events, read_school_events, with_events
from carepolicy.adapters.ssda903 import Return, read_ssda903
from carepolicy.adapters.term_dates import TermDates
from carepolicy.cli_days import Day
from carepolicy.errors import BadInput, Problem, UnknownName
from carepolicy.facts import FAMILIES, Child, Family
from carepolicy.law.rules import definition_named
from carepolicy.logic.definition import Definition
from carepolicy.policy import Arrangement, Profile
from carepolicy.report import Detail
from carepolicy.term_dates.find import find_calendar
from carepolicy.time.calendar import SchoolCalendar

CLEAN, BAD_INPUT = 0, 1
"""What a command ends with; a command line that cannot be understood ends with 2."""

Command = TypeVar("Command", bound=Callable[..., Any])
Read = TypeVar("Read")


class Families(click.ParamType[tuple[Family, ...]]):
    """Families of records on the command line, separated by commas."""

    name = "families"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Family, ...]:
        """The families, or an error that lists them."""
        if isinstance(value, tuple):
            return tuple(family for family in FAMILIES if family in value)
        known = {family.name: family for family in FAMILIES}
        wanted = [name.strip() for name in str(value).split(",") if name.strip()]
        for name in wanted:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                meant = f" Did you mean {near[0]}?" if near else ""
                self.fail(f"{name!r} is not a family of records.{meant} There are: {', '.join(known)}.", param, ctx)
        return tuple(known[name] for name in wanted)


class ADefinition(click.ParamType[tuple[str, Definition]]):
    """A definition on the command line, by its name, if it is law."""

    name = "definition"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Definition]:
        """The name and the definition, or an error that lists the nearest."""
        if isinstance(value, tuple):
            return cast("tuple[str, Definition]", value)
        try:
            definition = definition_named(value)
        except UnknownName as error:
            self.fail(str(error), param, ctx)
        if not definition.in_force:
            self.fail(f"{value} is enacted, and not commenced: `carepolicy definition {value}` tells it.", param, ctx)
        return value, definition


def options(*several: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options at once, in the order in which the help lists them."""

    def with_all(command: Command) -> Command:
        for option in reversed(several):
            command = option(command)
        return command

    return with_all


a_folder = click.argument("folder", type=click.Path(path_type=Path))
as_at_option = click.option("--as-at", type=Day(), help="The day the records were drawn.")
complete_option = click.option(
    "--complete",
    type=Families(),
    default=(),
    help=f"Families of records that are complete, with commas between: {','.join(map(str, FAMILIES))}.",
)
on_option = click.option("--on", type=Day(), required=True, help="The day asked about.")
child_option = click.option("--child", "only", multiple=True, help="Only this child; may be given more than once.")
detail_option = click.option(
    "--detail",
    type=click.Choice([detail.value for detail in Detail]),
    default="flag",
    help="How much of the reasons to show.",
)
definition_option = click.option(
    "--definition",
    "asked",
    type=ADefinition(),
    multiple=True,
    help="A definition or variant, such as order_must_be_current, repeatable; `carepolicy definition` lists them.",
)
events_option = click.option("--events", type=click.Path(path_type=Path), help="The school's file of events.")
calendar_option = click.option(
    "--calendar", "named", help="The school's term dates: a .csv or .ics file, or a name such as oxfordshire."
)
inset_option = click.option(
    "--all-inset-listed", is_flag=True, default=None, help="Every training day is in the file of term dates."
)
profile_option = click.option(
    "--profile", "names", multiple=True, help="A policy, such as stoke-on-trent; the national floor is always there."
)
care_option = click.option(
    "--care-profile",
    "care",
    multiple=True,
    help="A policy of the authority that cares for the child, where the school has adopted another; repeatable.",
)
known_at_option = click.option(
    "--known-at", type=Day(), help="Answer as the records and bank holidays stood on this day."
)
format_option = click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")


NOTHING_IS_SHOWN = "Nothing is shown. Correct these, and run it again."
THE_REST_IS_SHOWN = (
    "Everything else is shown. Where a problem may be about any child, answers that would lean on a complete list say "
    "that they cannot tell."
)


class OfASchool(TypedDict):
    """What the options of a command say of a school: where its files are, how complete, and which children."""

    folder: Path
    events: Path | None
    named: str | None
    all_inset_listed: bool | None
    as_at: date | None
    complete: tuple[Family, ...]
    only: Sequence[str]


class Reading:
    """Reads the inputs of one command: says what is wrong with all of them, and goes on with the rest."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.nothing_read = False
        self.left_out: set[str] = set()

    def children(
        self,
        folder: Path,
        events: Path | None,
        complete: tuple[Family, ...],
        as_at: date | None,
        only: Sequence[str],
        also_read: Sequence[Path | None] = (),
    ) -> tuple[Child, ...]:
        of_the_return = [family for family in complete if family not in FROM_SCHOOL]
        read = self._try(lambda: read_ssda903(folder, complete=of_the_return, as_at=as_at, also_read=also_read), Return)
        happened = None if events is None else self._try(lambda: read_school_events(events), Events)
        if read is None:
            return ()
        children = read.children
        self.notes += read.notes
        self.left_out |= read.touched
        if happened is not None:
            self.notes += happened.notes
            self.left_out |= happened.touched
            listed = {child.id for child in children} | read.touched
            unknown = sorted(set(happened.records) - listed)
            if unknown:
                self.notes.append(f"in {happened.file} and not in the return: {', '.join(unknown)}")
            children = with_events(children, happened, complete, left_out=read.touched)
        missing = set(only) - {child.id for child in children}
        if missing and not self.problems:
            raise click.UsageError("a child named with --child is not in these files.")
        if missing:
            self.notes.append("a child named with --child is not in these files, or a problem below touches it")
        return tuple(child for child in children if child.id in only) if only else children

    def school(self, **given: Unpack[OfASchool]) -> tuple[tuple[Child, ...], SchoolCalendar | None]:
        """The children of a return and a school's file, and the school's calendar; None where it cannot be read."""
        events, named, complete = given["events"], given["named"], given["complete"]
        listed = [family.name for family in complete if family in FROM_SCHOOL]
        if events is None and listed:
            raise click.UsageError(
                f"--complete {','.join(listed)} is about the school's own file. "
                "Give it by --events FILE, or leave this out."
            )
        also_read = [events, None if named is None else Path(named)]
        children = self.children(given["folder"], events, complete, given["as_at"], given["only"], also_read=also_read)
        return children, self.calendar(named, given["all_inset_listed"])

    def calendar(self, named: str | None, all_inset_listed: bool | None) -> SchoolCalendar | None:
        if named is None:
            self.notes.append("no term dates were given, so nothing can be counted in school days or terms")
            return SchoolCalendar()
        read = self._try(lambda: find_calendar(named, all_inset_listed=all_inset_listed), TermDates)
        if read is None:
            return None
        self.notes += read.notes
        return read.calendar

    def _try(self, read: Callable[[], Read], kind: type[Read]) -> Read | None:
        try:
            return read()
        except BadInput as error:
            self.problems += error.problems
            if isinstance(error.readable, kind):
                return error.readable
            self.nothing_read = True
            return None

    def finish(self, odd_of: Iterable[Child] = ()) -> NoReturn:
        """Says what was odd and what was wrong, and ends the command with the status that tells the two apart.

        Args:
            odd_of: children whose data warnings are not in the output, and are told beside it.
        """
        for note in self.notes:
            click.echo(f"note: {note}", err=True)
        for child in odd_of:
            for warning in child.warnings:
                click.echo(f"odd in the records of {child.id}: {warning}", err=True)
        if self.problems:
            click.echo(str(BadInput(self.problems)), err=True)
            if self.left_out and not self.nothing_read:
                click.echo(f"Left out, because a problem touches them: {', '.join(sorted(self.left_out))}.", err=True)
            click.echo(NOTHING_IS_SHOWN if self.nothing_read else THE_REST_IS_SHOWN, err=True)
            sys.exit(BAD_INPUT)
        sys.exit(CLEAN)


# --- out ---


def write(pieces: Iterable[str] | str) -> None:
    """Writes to standard output, as UTF-8 whatever the machine is set to."""
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        click.echo(piece.encode("utf-8"), nl=False)


def as_json(value: Any) -> str:
    """A value as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their columns as CSV text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def profile_named(name: str) -> Profile:
    """The policy of a name, or an error that lists what there is."""
    try:
        return profiles.find(name)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None


def arrangement_named(school: Sequence[str], care: Sequence[str]) -> Arrangement:
    """The policies of the school's side and of the side that cares for the child; the floor is always there."""
    return Arrangement(school=[profile_named(name) for name in school], care=[profile_named(name) for name in care])


def policies_named(names: Sequence[str]) -> list[Profile]:
    """The policies of some names; the national floor where none is named."""
    return [profile_named(name) for name in names] or [profile_named("england")]
