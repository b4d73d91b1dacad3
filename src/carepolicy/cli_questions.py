"""Knows the commands that ask one thing: may we, what follows, what changed, how a policy is read or compares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import partial
from typing import Any, TypeVar, Unpack

import click

from carepolicy.adapters.records import answer_to_dict, conflict_to_dict
from carepolicy.adapters.school_events import EVENTS, event_from, event_name
from carepolicy.assessment import assess
from carepolicy.cli_common import (
    OfASchool,
    Reading,
    a_folder,
    arrangement_named,
    as_at_option,
    as_csv,
    as_json,
    calendar_option,
    care_option,
    child_option,
    complete_option,
    events_option,
    inset_option,
    known_at_option,
    on_option,
    options,
    policies_named,
    profile_named,
    profile_option,
    write,
)
from carepolicy.cli_days import Day
from carepolicy.comparison import compare
from carepolicy.conflicts import conflicts_between
from carepolicy.consequences import after
from carepolicy.errors import BadInput, Problem
from carepolicy.facts import Happening, Record
from carepolicy.policies_told import (
    COLUMNS,
    policies_compared_as_markdown,
    policies_compared_as_rows,
    policies_compared_as_text,
)
from carepolicy.policy import deadline_words
from carepolicy.replies import comparison_as_text, consequences_as_text, readings_as_text, ruling_as_text
from carepolicy.ruling import ACTIONS, rule_on
from carepolicy.together import together
from carepolicy.together_told import COLUMNS as CONFLICT_COLUMNS
from carepolicy.together_told import conflicts_as_rows, conflicts_as_text, together_as_text

Answer = TypeVar("Answer")

_school = options(
    a_folder, events_option, calendar_option, inset_option, profile_option, as_at_option, complete_option, child_option
)
_given = click.option(
    "--given", multiple=True, metavar="WHAT=VALUE", help="What is known of it, such as agreed=yes; repeatable."
)
_when = click.option("--when", required=True, help="The day, or day and time, as 2026-03-12T10:20.")
_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")

BY_COMMAND = {name.replace(" ", "-"): kind for name, kind in ACTIONS.items()}


class AnEvent(click.ParamType[str]):
    """The name of an event on the command line."""

    name = "event"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, or an error with the nearest."""
        if value in EVENTS:
            return str(value)
        near = get_close_matches(str(value).lower(), EVENTS, n=3)
        hint = f"Did you mean {', '.join(near)}?" if near else "docs/records.md lists them."
        return self.fail(f"{value!r} is not an event. {hint}", param, ctx)


READING_COLUMNS = ("profile", "clause_id", "words", "read_as", "because", "instead")


@click.command("may")
@click.argument("action", type=click.Choice(list(BY_COMMAND)))
@_school
@options(care_option, _when, _given, known_at_option, _form)
def may_command(
    action: str,
    names: Sequence[str],
    care: Sequence[str],
    when: str,
    given: Sequence[str],
    known_at: date | None,
    form: str,
    **school: Unpack[OfASchool],
) -> None:
    """Say of every child of a return in FOLDER whether ACTION is allowed on a day, and what is asked for instead."""
    policies = arrangement_named(names, care) if care else policies_named(names)
    act = _event(event_name(BY_COMMAND[action]), when, given)
    assert isinstance(act, Happening)
    reading = Reading()
    children, calendar = reading.school(**school)
    if calendar is not None:
        found = [rule_on(act, child, policies, calendar=calendar, known_at=known_at) for child in children]
        _tell(found, form, ruling_as_text)
    reading.finish(odd_of=children)


@click.command("follows")
@click.argument("event", type=AnEvent())
@_school
@options(_when, _given, known_at_option, _form)
def follows_command(
    event: str,
    names: Sequence[str],
    when: str,
    given: Sequence[str],
    known_at: date | None,
    form: str,
    **school: Unpack[OfASchool],
) -> None:
    """Say of every child of a return in FOLDER what would follow from EVENT: the duties it starts and their dates."""
    policies = policies_named(names)
    record = _event(event, when, given)
    reading = Reading()
    children, calendar = reading.school(**school)
    if calendar is not None:
        found = [after(record, child, policies, calendar=calendar, known_at=known_at) for child in children]
        _tell(found, form, consequences_as_text)
    reading.finish(odd_of=children)


@click.command("changed")
@_school
@options(on_option)
@click.option("--since", type=Day(), required=True, help="The day with which it is compared.")
@click.option("--as-known-then", is_flag=True, help="Compare with what was known on the earlier day.")
@_form
def changed_command(
    names: Sequence[str],
    on: date,
    since: date,
    as_known_then: bool,
    form: str,
    **school: Unpack[OfASchool],
) -> None:
    """Say of every child of a return in FOLDER what changed from one day to another."""
    if since > on:
        raise click.UsageError("--since is the earlier day and --on the later. Change them round.")
    policies = policies_named(names)
    reading = Reading()
    children, calendar = reading.school(**school)
    if calendar is not None:
        then = since if as_known_then else None
        found = [
            compare(
                assess(child, policies, calendar=calendar, on=since, known_at=then),
                assess(child, policies, calendar=calendar, on=on),
            )
            for child in children
        ]
        _tell(found, form, comparison_as_text)
    reading.finish(odd_of=children)


@click.command("readings")
@options(profile_option)
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text")
def readings_command(names: Sequence[str], form: str) -> None:
    """List how the vague words of a policy are read, why, and how else they could be."""
    policies = policies_named(names)
    if form == "text":
        write("\n".join(f"{readings_as_text(policy)}\n" for policy in policies))
        return
    rows = [
        (policy.name, clause.id, taken.quoted, taken.words, taken.because, ";".join(map(deadline_words, taken.instead)))
        for policy in policies
        for clause in policy.clauses
        for taken in clause.readings()
    ]
    write(as_csv(READING_COLUMNS, rows))


@click.command("compare")
@click.argument("one")
@click.argument("other")
@options(calendar_option, inset_option)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json", "csv"]), default="text")
def compare_command(one: str, other: str, named: str | None, all_inset_listed: bool | None, form: str) -> None:
    """Compare the policy ONE with OTHER: what is stricter, weaker, in both, only in ONE, or only in OTHER.

    With --calendar, deadlines whose units do not convert are counted from every day of those term dates.
    """
    policies = profile_named(one), profile_named(other)
    reading = Reading()
    calendar = None if named is None else reading.calendar(named, all_inset_listed)
    if named is None or calendar is not None:
        found = compare(*policies, calendar=calendar)
        if form == "json":
            write(as_json(answer_to_dict(found)))
        elif form == "csv":
            write(as_csv(COLUMNS, policies_compared_as_rows(found)))
        else:
            as_told = policies_compared_as_text if form == "text" else policies_compared_as_markdown
            write(f"{as_told(found)}\n")
    reading.finish()


@click.command("conflicts")
@click.argument("names", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
def conflicts_command(names: Sequence[str], form: str) -> None:
    """List where the policies NAMES pull apart when they are asked together, with the clauses on both sides."""
    found = conflicts_between([profile_named(name) for name in names])
    if form == "json":
        write(as_json([conflict_to_dict(one) for one in found]))
    elif form == "csv":
        write(as_csv(CONFLICT_COLUMNS, conflicts_as_rows(found)))
    else:
        write(f"{conflicts_as_text(found)}\n")


@click.command("together")
@_school
@options(care_option, on_option, known_at_option, _form)
@click.option("--brief", is_flag=True, help="A line for each line.")
def together_command(
    names: Sequence[str],
    care: Sequence[str],
    on: date,
    known_at: date | None,
    form: str,
    brief: bool,
    **school: Unpack[OfASchool],
) -> None:
    """Say of every child of a return in FOLDER what several policies ask together, whom it binds, and where they clash.

    --profile names the policies of the school's side, --care-profile those of the authority that cares for the child.
    """
    policies = arrangement_named(names, care) if care else policies_named(names)
    reading = Reading()
    children, calendar = reading.school(**school)
    if calendar is not None:
        conflicts = conflicts_between(policies)
        found = [
            together(child, policies, calendar=calendar, on=on, known_at=known_at, conflicts=conflicts)
            for child in children
        ]
        _tell(found, form, partial(together_as_text, brief=brief))
    reading.finish(odd_of=children)


def _as_an_option(problem: Problem) -> str:
    """A problem with what was given, told of the option it was given by."""
    if problem.column is None:
        return problem.says
    return (
        f"--{problem.column} {problem.says}" if problem.column == "when" else f"--given {problem.column} {problem.says}"
    )


def _event(name: str, when: str, given: Sequence[str]) -> Record:
    told = {what: value for what, _, value in (one.partition("=") for one in given)}
    try:
        return event_from(name, when, told)
    except BadInput as error:
        raise click.UsageError("; ".join(map(_as_an_option, error.problems))) from None


def _tell(found: Iterable[Answer], form: str, as_text: Callable[[Answer], str]) -> None:
    answers: list[Any] = list(found)
    if form == "json":
        write(as_json([answer_to_dict(answer) for answer in answers]))
    else:
        write("\n\n".join(map(as_text, answers)) + "\n")
