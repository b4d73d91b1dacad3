"""Laws of policies: the floor is never lost, lines name clauses that exist, what is overdue stays, and rulings keep their word."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.facts import Happening
from carepolicy.law.looked_after import looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.line import Form, State
from carepolicy.policy import Never, Profile
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, rule_on
from tests.strategies import AT_SCHOOL, calendars, children, days, life_at_school

NOWHERE = Profile("Nowhere", looked_after, ())
CLAUSES = {(profile.name, clause.id): clause for profile in (STOKE_ON_TRENT, ENGLAND) for clause in profile.clauses}
DAYS = days(date(2025, 9, 1), date(2026, 7, 1))
ANYBODY = children(schooling=True, at_school=4, most=1)


@given(ANYBODY, calendars(), DAYS)
def test_the_floor_is_never_lost(child, calendar, on):
    """Whatever a local policy says, every line of the national floor is there, and says the same."""
    under_both, under_none = (
        assess(child, profile, calendar=calendar, on=on, everything=True).lines for profile in (STOKE_ON_TRENT, NOWHERE)
    )
    assert [line for line in under_both if line.profile == ENGLAND.name] == list(under_none)


@given(ANYBODY, calendars(), DAYS)
def test_every_line_names_a_clause_that_exists_and_a_demand_of_it(child, calendar, on):
    for line in assess(child, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines:
        clause = CLAUSES[line.profile, line.clause]
        assert (line.says, line.locator, line.actor) == (clause.says, clause.locator, clause.actor)
        assert 0 <= line.demand < len(clause.demands)


@given(children(schooling=True, at_school=4, most=2, exact=True, complete=True), calendars(), DAYS, st.integers(1, 200))
def test_what_is_overdue_stays_so_until_it_is_done_or_the_child_leaves_the_clause(child, calendar, on, days_later):
    earlier, later = (
        assess(child, STOKE_ON_TRENT, calendar=calendar, on=day, everything=True)
        for day in (on, on + timedelta(days=days_later))
    )
    for change in compare(earlier, later).lines:
        if change.before is None or change.before.state is not State.OVERDUE:
            continue
        assert change.after is not None
        done = change.after.state is State.LATE and change.after.done is not None
        left = change.after.state is State.MISSED and change.after.left is not None
        assert change.after.state is State.OVERDUE or done or left, (change.before, change.after)


BARRED = sorted(
    {demand.act for clause in CLAUSES.values() for demand in clause.demands if isinstance(demand, Never)},
    key=lambda kind: kind.__name__,
)


@given(ANYBODY, calendars(), life_at_school(kinds=BARRED, exact=True))
def test_a_ruling_that_allows_never_coexists_with_a_breach_of_the_same_act(child, calendar, act):
    assume(date(2025, 9, 1) <= date.fromordinal(act.at.first_day) <= date(2026, 7, 1))
    ruling = rule_on(act, child, STOKE_ON_TRENT, calendar=calendar)
    with_it = evolve(child, history=(*child.history, act))
    on = date.fromordinal(act.at.first_day)
    lines = [
        line
        for line in assess(with_it, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines
        if line.form in (Form.PROHIBITION, Form.OF_EVERY) and line.started == act.at and line.act == act.label
    ]
    breaches = [line for line in lines if line.state is State.BREACH]
    if ruling.answer is Answer.ALLOWED and act not in child.history:
        assert not breaches
    if ruling.answer is Answer.FORBIDDEN:
        assert breaches


@given(ANYBODY, calendars(), life_at_school(exact=True))
def test_what_follows_from_an_event_are_lines_of_the_assessment_with_the_event(child, calendar, event):
    assume(event not in child.history)
    on = date.fromordinal((event.at if isinstance(event, Happening) else event.start).last_day)
    assume(date(2025, 9, 1) <= on <= date(2026, 7, 1))
    with_it = evolve(child, history=(*child.history, event))
    lines = assess(with_it, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines
    for line in after(event, child, STOKE_ON_TRENT, calendar=calendar, on=on).duties:
        assert line in lines


def test_there_is_something_to_bar():
    assert len(BARRED) > 10
    assert set(BARRED) & set(AT_SCHOOL)


@given(children())
def test_the_template_s_two_definitions_of_a_child_with_a_social_worker_make_up_the_group_on_every_day(child):
    now, within_6_years = (CAMBRIDGESHIRE.clause(id).defines for id in ("CAM-1.2j", "CAM-1.2k"))
    assert now is not None
    assert within_6_years is not None
    assert (now | within_6_years).timeline(child) == with_social_worker.timeline(child)
