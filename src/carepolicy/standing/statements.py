"""Knows where a clause stands that rests on a person's word."""

from __future__ import annotations

from collections.abc import Iterator

from carepolicy.facts import Attested
from carepolicy.line import Line, State
from carepolicy.policy import Clause, Profile, Statement
from carepolicy.standing.lines import Outcome, covered_by, line_of
from carepolicy.standing.view import View


def statement_lines(view: View, demand: Statement, clause: Clause, profile: Profile) -> Iterator[Line]:
    """What rests on somebody's word: met from the day on which it was given, with its age; never broken."""
    scope = covered_by(demand, profile)
    covered = view.is_covered_today(scope)
    if covered.fails or view.applies(clause, view.today).fails:
        return
    given = [
        record
        for record in view.records(Attested)
        if isinstance(record, Attested)
        and (record.clause, record.role in demand.by) == (clause.id, True)
        and record.at.latest <= view.today.latest
    ]
    if given:
        last = max(given, key=lambda record: record.at.latest)
        outcome = Outcome(State.MET, last, age=view.today.first_day - last.at.first_day)
    else:
        doubts = view.scope_missing(scope, view.today) if covered.unknown else ()
        outcome = Outcome(missing=(*doubts, f"{demand.says()} ({clause.id})"))
    started = outcome.act.at if outcome.act is not None else view.today
    yield line_of(profile, clause, demand, outcome, told=demand.says(), started=started, stated_by=demand.by)
