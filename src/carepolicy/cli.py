"""Knows the command line: files in, assessments, statuses and timelines out, as text, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Unpack

import click

from carepolicy import profiles
from carepolicy.adapters.records import assessment_to_dict, statuses_to_dict
from carepolicy.assessment import Assessment, StatusesOnDay, assess, statuses_on
from carepolicy.cli_common import (
    OfASchool,
    Reading,
    a_folder,
    as_at_option,
    as_csv,
    as_json,
    calendar_option,
    child_option,
    complete_option,
    definition_option,
    detail_option,
    events_option,
    format_option,
    inset_option,
    known_at_option,
    on_option,
    options,
    policies_named,
    profile_named,
    profile_option,
    write,
)
from carepolicy.cli_days import calendar_command, count_command
from carepolicy.cli_questions import (
    changed_command,
    compare_command,
    conflicts_command,
    follows_command,
    may_command,
    readings_command,
    together_command,
)
from carepolicy.errors import UnknownName
from carepolicy.facts import Child, Family
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.conventions import DECISIONS
from carepolicy.law.particulars import particulars
from carepolicy.law.provision import Provision, force_in_words
from carepolicy.law.rules import DEFINITIONS, PROVISIONS, definition_named, rule_named
from carepolicy.law_pages import definition_page
from carepolicy.logic.definition import Definition, commenced, differences
from carepolicy.policy import Clause, Profile
from carepolicy.report import Detail, as_text, statuses_as_text
from carepolicy.verdict import Verdict

TIMELINE_STATUSES = ("looked_after", "previously_looked_after", "with_social_worker")
"""The definitions that are asked where none is named."""

TIMELINE_ANSWERS = {Verdict.HOLDS: "yes", Verdict.FAILS: "no", Verdict.UNKNOWN: "unknown"}
TIMELINE_COLUMNS = ("child", "status", "from", "until", "answer")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="carepolicy")
def main() -> None:
    """Who is looked after, was, or has or had a social worker; what is due, by when, and why."""


main.add_command(calendar_command)
main.add_command(count_command)
for command in (
    may_command,
    follows_command,
    changed_command,
    readings_command,
    compare_command,
    conflicts_command,
    together_command,
):
    main.add_command(command)


@main.command("assess")
@options(a_folder, on_option)
@options(events_option, calendar_option, inset_option, profile_option, known_at_option)
@click.option("--everything", is_flag=True, help="Also show lines closed before the current school year.")
@click.option("--brief", is_flag=True, help="Tell each line in one: where it stands, when it is due, who must act.")
@options(as_at_option, complete_option, child_option, detail_option, format_option)
def assess_command(
    on: date,
    names: Sequence[str],
    known_at: date | None,
    everything: bool,
    brief: bool,
    detail: str,
    form: str,
    **school: Unpack[OfASchool],
) -> None:
    """Assess every child of an SSDA903 return in FOLDER under a policy and the national floor."""
    policies = policies_named(names)
    reading = Reading()
    children, calendar = reading.school(**school)
    if calendar is not None:
        found = [
            assess(child, policies, calendar=calendar, on=on, known_at=known_at, everything=everything)
            for child in children
        ]
        write(_assessments(found, form, Detail(detail), brief=brief))
    reading.finish(odd_of=children if form == "csv" else ())


@main.command("status")
@options(
    a_folder, on_option, as_at_option, complete_option, child_option, definition_option, detail_option, format_option
)
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
    reading = Reading()
    children = reading.children(folder, None, complete, as_at, only)
    definitions = _asked(asked)
    found = [StatusesOnDay(child.id, on, statuses_on(child, on, definitions.values()), LAW_AS_AT) for child in children]
    write(_statuses(found, tuple(definitions), form, Detail(detail)))
    reading.finish(odd_of=children)


@main.command("particulars")
@options(a_folder, on_option, as_at_option, complete_option, child_option)
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="csv")
def particulars_command(
    folder: Path, on: date, as_at: date | None, complete: tuple[Family, ...], only: Sequence[str], form: str
) -> None:
    """Say what goes with the statuses of every child of a return in FOLDER: the group to show or count the child in,
    whose care it is, whether it is provisional, and what the designated teacher's duties cover.
    """
    reading = Reading()
    children = reading.children(folder, None, complete, as_at, only)
    rows = [_particulars_row(child, on) for child in children]
    write(_listed(PARTICULARS_COLUMNS, rows, form))
    reading.finish(odd_of=children)


@main.command("timeline")
@options(a_folder, as_at_option, complete_option, child_option, definition_option, format_option)
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
    reading = Reading()
    children = reading.children(folder, None, complete, as_at, only)
    rows = list(_timelines(children, _asked(asked)))
    told = (
        f"{child}  {status:<24}{answer:<9}{_stretch_in_words(first, until)}"
        for child, status, first, until, answer in rows
    )
    write(_listed(TIMELINE_COLUMNS, rows, form, told))
    reading.finish(odd_of=children)


@main.command("clause")
@click.argument("id")
@click.option("--profile", "names", multiple=True, help="Look only in this policy.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def clause_command(id: str, names: Sequence[str], form: str) -> None:
    """Say what the clause ID requires, with no child."""
    policies = [profile_named(name) for name in names or profiles.names()]
    found = [(policy, one) for policy in policies for one in policy.clauses if one.id == id]
    if not found:
        raise click.UsageError(_no_such_clause(id, policies))
    if form == "json":
        write(as_json([_clause_as_dict(policy, one) for policy, one in found]))
    else:
        write(f"{policy.name}\n{chr(10).join(one.requires())}\n" for policy, one in found)


@main.command("clauses")
@click.option("--profile", "names", multiple=True, help="Only this policy; may be given more than once.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
def clauses_command(names: Sequence[str], form: str) -> None:
    """List every clause of every policy: its kind, how far records decide it, how far it binds, and who must act.

    Records decide it "yes" or "partly"; "attest" rests on a person's statement; "nothing" only defines, aims or allows.
    """
    policies = [profile_named(name) for name in names or profiles.names()]
    rows = [_clause_row(policy, one) for policy in policies for one in policy.clauses]
    said = {(policy.name, one.id): one.says for policy in policies for one in policy.clauses}
    told = (
        f"{id:<12}{computes:<9}{kind:<21}{strength:<18}{_roles(who)}\n{'':<12}{said[name, id]}"
        for name, id, kind, computes, strength, who in rows
    )
    write(_listed(CLAUSE_COLUMNS, rows, form, told))


def _roles(who: str) -> str:
    return who.replace("_", " ").replace(";", ", ")


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
        write(_listed(DECISION_COLUMNS, rows, form, [str(each) for each in DECISIONS]))
        return
    try:
        wanted = [rule_named(id) for id in ids] or list(PROVISIONS)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
    chosen = [each for each in wanted if not unseen or not each.is_verified]
    write(_listed(RULE_COLUMNS, [_rule_row(each) for each in chosen], form, [each.told() for each in chosen]))


@main.command("definition")
@click.argument("name", required=False)
@click.option("--beside", "other", help="Only how it differs from this other definition, limb by limb.")
def definition_command(name: str | None, other: str | None) -> None:
    """Tell the definition or variant NAME: what it asks, its sources, examples, what it leaves out. Or list all."""
    if name is None and other is not None:
        raise click.UsageError("--beside compares two definitions. Name the first one too.")
    if name is None:
        write(f"{each:<40}{definition.says}\n" for each, definition in DEFINITIONS.items())
        return
    try:
        if other is None:
            write(definition_page(name))
        else:
            write(f"{differences(*(commenced(definition_named(each)) for each in (name, other)))}\n")
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


# --- out ------------------------------------------------------------------------------------------------------


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


def _assessments(found: Sequence[Assessment], form: str, detail: Detail, *, brief: bool) -> Iterator[str]:
    if form == "json":
        yield as_json([assessment_to_dict(assessment) for assessment in found])
    elif form == "csv":
        yield as_csv(LINE_COLUMNS, (row for assessment in found for row in _line_rows(assessment)))
    else:
        for assessment in found:
            yield as_text(assessment, detail=detail, brief=brief) + "\n\n"


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
        yield as_json([statuses_to_dict(each) for each in found])
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
        yield as_csv(STATUS_COLUMNS, rows)
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
        return as_csv(columns, rows)
    if form == "json":
        return as_json([dict(zip(columns, row, strict=True)) for row in rows])
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
