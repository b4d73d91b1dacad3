"""Knows the command line: files in, assessments, statuses and timelines out, as text, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

import click

from carepolicy import profiles
from carepolicy.adapters.records import assessment_to_dict, statuses_to_dict
from carepolicy.adapters.school_events import FROM_SCHOOL, Events, read_school_events, with_events
from carepolicy.adapters.ssda903 import Return, read_ssda903
from carepolicy.adapters.term_dates import TermDates
from carepolicy.assessment import Assessment, StatusesOnDay, assess, statuses_on
from carepolicy.cli_days import Day, calendar_command, count_command
from carepolicy.errors import BadInput, Problem, UnknownName
from carepolicy.facts import FAMILIES, Child, Family
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.conventions import DECISIONS
from carepolicy.law.particulars import particulars
from carepolicy.law.provision import Provision, force_in_words
from carepolicy.law.rules import DEFINITIONS, PROVISIONS, definition_named, rule_named
from carepolicy.law_pages import definition_page
from carepolicy.logic.definition import Definition, commenced, differences
from carepolicy.policy import Clause, Profile
from carepolicy.report import Detail, as_text, statuses_as_text
from carepolicy.term_dates.find import find_calendar
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.verdict import Verdict

CLEAN, BAD_INPUT = 0, 1
"""What the command ends with; a command line that cannot be understood ends with 2."""

TIMELINE_STATUSES = ("looked_after", "previously_looked_after", "with_social_worker")
"""The definitions that are asked where none is named."""

TIMELINE_ANSWERS = {Verdict.HOLDS: "yes", Verdict.FAILS: "no", Verdict.UNKNOWN: "unknown"}
TIMELINE_COLUMNS = ("child", "status", "from", "until", "answer")

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


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def with_all(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return with_all


_folder = click.argument("folder", type=click.Path(path_type=Path))
_as_at = click.option("--as-at", type=Day(), help="The day the records were drawn.")
_complete = click.option(
    "--complete",
    type=Families(),
    default=(),
    help=f"Families of records that are complete, with commas between: {','.join(map(str, FAMILIES))}.",
)
_on = click.option("--on", type=Day(), required=True, help="The day asked about.")
_children = click.option("--child", "only", multiple=True, help="Only this child; may be given more than once.")
_detail = click.option(
    "--detail",
    type=click.Choice([detail.value for detail in Detail]),
    default="flag",
    help="How much of the reasons to show.",
)
_definitions = click.option(
    "--definition",
    "asked",
    type=ADefinition(),
    multiple=True,
    help="A definition or variant, such as order_must_be_current, repeatable; `carepolicy definition` lists them.",
)
_format = click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="carepolicy")
def main() -> None:
    """Who is looked after, was, or has or had a social worker; what is due, by when, and why."""


main.add_command(calendar_command)
main.add_command(count_command)


@main.command("assess")
@_options(_folder, _on)
@click.option("--events", type=click.Path(path_type=Path), help="The school's file of events.")
@click.option(
    "--calendar", "named", help="The school's term dates: a .csv or .ics file, or a name such as oxfordshire."
)
@click.option("--all-inset-listed", is_flag=True, default=None, help="Every training day is in the file of term dates.")
@click.option(
    "--profile", "names", multiple=True, help="A policy, such as stoke-on-trent; the national floor is always there."
)
@click.option("--known-at", type=Day(), help="Answer as the records and bank holidays stood on this day.")
@click.option("--everything", is_flag=True, help="Also show lines closed before the current school year.")
@_options(_as_at, _complete, _children, _detail, _format)
def assess_command(
    folder: Path,
    on: date,
    events: Path | None,
    named: str | None,
    all_inset_listed: bool | None,
    names: Sequence[str],
    known_at: date | None,
    everything: bool,
    as_at: date | None,
    complete: tuple[Family, ...],
    only: Sequence[str],
    detail: str,
    form: str,
) -> None:
    """Assess every child of an SSDA903 return in FOLDER under a policy and the national floor."""
    policies = [_profile(name) for name in names] or [_profile("england")]
    listed = [family.name for family in complete if family in FROM_SCHOOL]
    if events is None and listed:
        raise click.UsageError(
            f"--complete {','.join(listed)} is about the school's own file. "
            "Give it by --events FILE, or leave this out."
        )
    reading = _Reading()
    children = reading.children(
        folder, events, complete, as_at, only, also_read=[events, None if named is None else Path(named)]
    )
    calendar = reading.calendar(named, all_inset_listed)
    if calendar is not None:
        found = [
            assess(child, policies, calendar=calendar, on=on, known_at=known_at, everything=everything)
            for child in children
        ]
        _write(_assessments(found, form, Detail(detail)))
    reading.finish(odd_of=children if form == "csv" else ())


@main.command("status")
@_options(_folder, _on, _as_at, _complete, _children, _definitions, _detail, _format)
def status_command(
    folder: Path,
    on: date,
    as_at: date | None,
    complete: tuple[Family, ...],
    only: Sequence[str],
    asked: Sequence[tuple[str, Definition]],
    detail: str,
    form: str,
) -> None:
    """Say for every child of a return in FOLDER which statuses hold on a day, since when and until when."""
    reading = _Reading()
    children = reading.children(folder, None, complete, as_at, only)
    definitions = _asked(asked)
    found = [StatusesOnDay(child.id, on, statuses_on(child, on, definitions.values()), LAW_AS_AT) for child in children]
    _write(_statuses(found, tuple(definitions), form, Detail(detail)))
    reading.finish(odd_of=children)


@main.command("particulars")
@_options(_folder, _on, _as_at, _complete, _children)
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="csv")
def particulars_command(
    folder: Path, on: date, as_at: date | None, complete: tuple[Family, ...], only: Sequence[str], form: str
) -> None:
    """Say what goes with the statuses of every child of a return in FOLDER: the group to show or count the child in,
    whose care it is, whether it is provisional, and what the designated teacher's duties cover.
    """
    reading = _Reading()
    children = reading.children(folder, None, complete, as_at, only)
    rows = [_particulars_row(child, on) for child in children]
    _write(_listed(PARTICULARS_COLUMNS, rows, form))
    reading.finish(odd_of=children)


@main.command("timeline")
@_options(_folder, _as_at, _complete, _children, _definitions, _format)
def timeline_command(
    folder: Path,
    as_at: date | None,
    complete: tuple[Family, ...],
    only: Sequence[str],
    asked: Sequence[tuple[str, Definition]],
    form: str,
) -> None:
    """Draw every status of every child of a return in FOLDER over all of time.

    As CSV this is a fixed contract: columns child, status, from, until, answer; `from` is included and `until` is not;
    a side that is open is empty; the rows of a child and a status cover all of time without a gap or an overlap.
    """
    reading = _Reading()
    children = reading.children(folder, None, complete, as_at, only)
    rows = list(_timelines(children, _asked(asked)))
    told = (
        f"{child}  {status:<24}{answer:<9}{_stretch_in_words(first, until)}"
        for child, status, first, until, answer in rows
    )
    _write(_listed(TIMELINE_COLUMNS, rows, form, told))
    reading.finish(odd_of=children)


@main.command("clause")
@click.argument("id")
@click.option("--profile", "names", multiple=True, help="Look only in this policy.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def clause_command(id: str, names: Sequence[str], form: str) -> None:
    """Say what the clause ID requires, with no child."""
    policies = [_profile(name) for name in names or profiles.names()]
    found = [(policy, one) for policy in policies for one in policy.clauses if one.id == id]
    if not found:
        raise click.UsageError(_no_such_clause(id, policies))
    if form == "json":
        _write(_as_json([_clause_as_dict(policy, one) for policy, one in found]))
    else:
        _write(f"{policy.name}\n{chr(10).join(one.requires())}\n" for policy, one in found)


@main.command("clauses")
@click.option("--profile", "names", multiple=True, help="Only this policy; may be given more than once.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
def clauses_command(names: Sequence[str], form: str) -> None:
    """List every clause of every policy: its kind, how far records decide it, how far it binds, and who must act."""
    policies = [_profile(name) for name in names or profiles.names()]
    rows = [_clause_row(policy, one) for policy in policies for one in policy.clauses]
    told = (f"{id:<14}{computes:<9}{profile}" for profile, id, _, computes, *_ in rows)
    _write(_listed(CLAUSE_COLUMNS, rows, form, told))


def _clause_row(policy: Profile, one: Clause) -> tuple[str, ...]:
    kind = "" if one.kind is None else one.kind.value
    return policy.name, one.id, kind, one.computes.value, one.strength.value, ";".join(one.actor)


@main.command("rules")
@click.argument("ids", nargs=-1)
@click.option("--not-verified", "unseen", is_flag=True, help="Only rules of which some part of the text was not seen.")
@click.option("--decisions", is_flag=True, help="What was decided where the law is silent, with what was not chosen.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
def rules_command(ids: Sequence[str], unseen: bool, decisions: bool, form: str) -> None:
    """List every rule of the statuses, or the rules of some IDS, each with its source and how well it was checked."""
    if decisions and (ids or unseen):
        raise click.UsageError("--decisions lists them all. Leave out --not-verified and the ids of rules.")
    if decisions:
        rows = [(each.id, each.says, each.instead) for each in DECISIONS]
        _write(_listed(DECISION_COLUMNS, rows, form, [str(each) for each in DECISIONS]))
        return
    try:
        wanted = [rule_named(id) for id in ids] or list(PROVISIONS)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
    chosen = [each for each in wanted if not unseen or not each.is_verified]
    _write(_listed(RULE_COLUMNS, [_rule_row(each) for each in chosen], form, [each.told() for each in chosen]))


@main.command("definition")
@click.argument("name", required=False)
@click.option("--beside", "other", help="Only how it differs from this other definition, limb by limb.")
def definition_command(name: str | None, other: str | None) -> None:
    """Tell the definition or variant NAME: what it asks, its sources, examples, what it leaves out. Or list all."""
    if name is None and other is not None:
        raise click.UsageError("--beside compares two definitions. Name the first one too.")
    if name is None:
        _write(f"{each:<40}{definition.says}\n" for each, definition in DEFINITIONS.items())
        return
    try:
        if other is None:
            _write(definition_page(name))
        else:
            _write(f"{differences(*(commenced(definition_named(each)) for each in (name, other)))}\n")
    except UnknownName as error:
        raise click.UsageError(str(error)) from None


def _no_such_clause(id: str, policies: Sequence[Profile]) -> str:
    named = ", ".join(policy.name for policy in policies)
    says = f"there is no clause {id!r} in {named}."
    elsewhere = [
        policy.name for policy in map(profiles.find, profiles.names()) if any(one.id == id for one in policy.clauses)
    ]
    if elsewhere:
        return f"{says} It is in {', '.join(elsewhere)}."
    known = [one.id for policy in policies for one in policy.clauses]
    spelt = {one.casefold(): one for one in known}
    near = [spelt[one] for one in get_close_matches(id.casefold(), spelt, n=3, cutoff=0.5)]
    return f"{says} Did you mean {', '.join(near)}?" if near else f"{says} There are: {', '.join(known)}."


def _profile(name: str) -> Profile:
    try:
        return profiles.find(name)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None


# --- in -------------------------------------------------------------------------------------------------------


NOTHING_IS_SHOWN = "Nothing is shown. Correct these, and run it again."
THE_REST_IS_SHOWN = (
    "Everything else is shown. Where a problem may be about any child, answers that would lean on a complete list say "
    "that they cannot tell."
)


class _Reading:
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
            children = with_events(children, happened, complete, left_out=read.touched)
        missing = set(only) - {child.id for child in children}
        if missing and not self.problems:
            raise click.UsageError("a child named with --child is not in these files.")
        if missing:
            self.notes.append("a child named with --child is not in these files, or a problem below touches it")
        return tuple(child for child in children if child.id in only) if only else children

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


# --- out ------------------------------------------------------------------------------------------------------


def _write(pieces: Iterable[str] | str) -> None:
    """Writes to standard output, as UTF-8 whatever the machine is set to."""
    for piece in [pieces] if isinstance(pieces, str) else pieces:
        click.echo(piece.encode("utf-8"), nl=False)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _asked(named: Sequence[tuple[str, Definition]]) -> dict[str, Definition]:
    return dict(named) or {name: DEFINITIONS[name] for name in TIMELINE_STATUSES}


def _timelines(
    children: Iterable[Child], definitions: Mapping[str, Definition]
) -> Iterator[tuple[str, str, str, str, str]]:
    for child in children:
        for name, definition in definitions.items():
            for first, until, verdict in definition.timeline(child).stretches():
                yield child.id, name, _iso(first), _iso(until), TIMELINE_ANSWERS[verdict]


def _stretch_in_words(first: str, until: str) -> str:
    if not first and not until:
        return "at all times"
    if not until:
        return f"from {first} on"
    return f"before {until}" if not first else f"from {first}, before {until}"


def _assessments(found: Sequence[Assessment], form: str, detail: Detail) -> Iterator[str]:
    if form == "json":
        yield _as_json([assessment_to_dict(assessment) for assessment in found])
    elif form == "csv":
        yield _as_csv(LINE_COLUMNS, (row for assessment in found for row in _line_rows(assessment)))
    else:
        for assessment in found:
            yield as_text(assessment, detail=detail) + "\n\n"


LINE_COLUMNS = (
    "child", "profile", "clause", "state", "act", "started", "due_first", "due_last", "act_by", "done", "late_by",
    "reading", "missing", "who_must_act", "strength", "locator", "says",
)  # fmt: skip


def _line_rows(assessment: Assessment) -> Iterator[tuple[str, ...]]:
    for line in assessment.lines:
        due = line.due
        yield (
            assessment.child, line.profile, line.clause, line.state.value, line.act, str(line.started),
            str(due.first) if due and due.first and not due.vague else "", str(due.last) if due and due.last else "",
            _iso(due.act_by) if due else "", str(line.done) if line.done else "", line.late_by,
            line.reading.words if line.reading else "", "; ".join(line.missing), "; ".join(line.actor), line.strength,
            line.locator, line.says,
        )  # fmt: skip


STATUS_COLUMNS = ("child", "status", "answer", "since", "until", "missing")


def _statuses(found: Sequence[StatusesOnDay], names: Sequence[str], form: str, detail: Detail) -> Iterator[str]:
    if form == "json":
        yield _as_json([statuses_to_dict(each) for each in found])
    elif form == "csv":
        rows = [
            (
                each.child,
                name,
                TIMELINE_ANSWERS[status.verdict],
                _iso(status.since),
                _iso(status.until),
                "; ".join(status.missing),
            )
            for each in found
            for name, status in zip(names, each.statuses, strict=True)
        ]
        yield _as_csv(STATUS_COLUMNS, rows)
    else:
        for each in found:
            yield "\n".join([each.child, *statuses_as_text(each.statuses, detail=detail), "", ""])


PARTICULARS_COLUMNS = (
    "child", "display_group", "jurisdiction", "provisional", "cpic_history", "order_current",
    "dt_previously_looked_after", "dt_care_leaver", "care_experienced_broad",
)  # fmt: skip


def _particulars_row(child: Child, on: date) -> tuple[str, ...]:
    found = particulars(on, child)
    findings = [getattr(found, name) for name in PARTICULARS_COLUMNS[4:]]
    return (
        child.id,
        str(found.display_group),
        "; ".join(country.value for country in found.jurisdiction),
        "yes" if found.provisional else "no",
        *(TIMELINE_ANSWERS[finding.verdict] for finding in findings),
    )


CLAUSE_COLUMNS = ("profile", "clause_id", "kind", "computes", "strength", "actor")
RULE_COLUMNS = ("rule", "says", "source", "strength", "in_force", "verified", "checked", "decisions")
DECISION_COLUMNS = ("decision", "done_here", "not_chosen")


def _rule_row(rule: Provision) -> tuple[str, ...]:
    return (
        rule.id,
        rule.says,
        rule.cite,
        "convention" if rule.strength is None else rule.strength.value,
        force_in_words(rule.in_force),
        "yes" if rule.is_verified else "no",
        "; ".join(map(str, rule.marks)),
        "; ".join(rule.decisions),
    )


def _listed(columns: Sequence[str], rows: Sequence[Sequence[str]], form: str, told: Iterable[str] = ()) -> str:
    """Rows as CSV, as JSON, or as they are told in lines of text."""
    if form == "csv":
        return _as_csv(columns, rows)
    if form == "json":
        return _as_json([dict(zip(columns, row, strict=True)) for row in rows])
    return "".join(f"{each}\n" for each in told)


def _clause_as_dict(policy: Profile, one: Clause) -> dict[str, Any]:
    return {
        "profile": policy.name,
        "clause": one.id,
        "says": one.says,
        "locator": one.locator,
        "actor": list(one.actor),
        "strength": one.strength.value,
        "requires": [demand.says() for demand in one.demands],
        "readings": [
            {"quoted": taken.quoted, "read_as": taken.words, "because": taken.because} for taken in one.readings()
        ],
        "notes": list(one.notes),
    }


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
