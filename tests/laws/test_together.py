"""Asking several policies together loses nothing, in whatever order they are asked."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carepolicy.assessment import assess
from carepolicy.conflicts import conflicts_between
from carepolicy.policy import Arrangement, Profile
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import ACTIONS, STRICTEST_FIRST, rule_on
from carepolicy.together import together
from tests.strategies import calendars, children, days

POLICIES = [STOKE_ON_TRENT, OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES, CAMBRIDGESHIRE, OFFORD]
BY_NAME = {one.name: one for one in POLICIES}


class Named(list[Profile]):
    """Policies, shown by their names so that a failure can be read."""

    def __repr__(self) -> str:
        return str([one.name for one in self])


two_policies = st.lists(st.sampled_from(sorted(BY_NAME)), min_size=2, max_size=2, unique=True).map(
    lambda names: Named(BY_NAME[name] for name in names)
)
school_days = days(date(2025, 9, 1), date(2026, 7, 1))
lives = children(schooling=True, at_school=3)


@given(lives, calendars(), school_days, two_policies)
def test_adding_a_policy_never_removes_an_obligation(child, calendar, on, two):
    first, second = two
    alone = assess(child, first, calendar=calendar, on=on, everything=True)
    both = assess(child, [first, second], calendar=calendar, on=on, everything=True)
    assert [line for line in both.lines if line.profile != second.name] == list(alone.lines)
    found = together(child, [first, second], calendar=calendar, on=on, everything=True, conflicts=())
    grouped = [bound.line for one in found.obligations for bound in one.lines]
    assert all(line in grouped for line in alone.lines)


@given(lives, calendars(), school_days, two_policies)
def test_together_is_the_same_in_either_order(child, calendar, on, two):
    first, second = (
        together(child, order, calendar=calendar, on=on, everything=True, conflicts=())
        for order in (two, Named(two[::-1]))
    )
    assert first.obligations == second.obligations
    assert (first.school, first.care) == (second.school, second.care)


@given(two_policies)
def test_conflicts_are_the_same_in_either_order(two):
    assert conflicts_between(two) == conflicts_between(Named(two[::-1]))


@given(lives, calendars(), school_days, two_policies)
def test_the_line_of_an_obligation_that_stands_first_is_due_no_later_than_the_others(child, calendar, on, two):
    found = together(child, two, calendar=calendar, on=on, everything=True, conflicts=())
    for obligation in found.obligations:
        due = [bound.line.due.first.last_day for bound in obligation.lines if bound.line.due and bound.line.due.first]
        assert due == sorted(due)


@given(lives, calendars(), school_days, two_policies, st.sampled_from(list(ACTIONS)))
def test_adding_a_policy_never_allows_what_was_barred(child, calendar, on, two, action):
    alone, both = (rule_on(action, child, asked, calendar=calendar, on=on).answer for asked in (two[0], two))
    assert STRICTEST_FIRST.index(both) <= STRICTEST_FIRST.index(alone)


@given(lives, calendars(), school_days, two_policies, st.sampled_from(list(ACTIONS)))
def test_the_clauses_that_bind_the_school_are_never_stricter_than_all_of_them(child, calendar, on, two, action):
    arrangement = Arrangement(school=two[0], care=two[1])
    ruling = rule_on(action, child, arrangement, calendar=calendar, on=on)
    assert STRICTEST_FIRST.index(ruling.answer) <= STRICTEST_FIRST.index(ruling.for_the_school)
