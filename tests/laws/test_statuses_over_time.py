"""What holds of every definition and variant over time: turns, stretches, counts, splits, clock changes and leap days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from attrs import evolve
from dateutil.tz import gettz
from hypothesis import given, note
from hypothesis import strategies as st

from carepolicy.adapters.records import child_to_json
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    Child,
    ChildProtectionPlan,
    Ended,
    Power,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.particulars import IN_GROUP, display_group
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.rules import DEFINITIONS
from carepolicy.law.social_worker import with_social_worker
from carepolicy.logic.definition import commenced
from carepolicy.verdict import Verdict
from tests.strategies import BORN, FIRST, children, days

VARIANTS = {name: commenced(definition) for name, definition in DEFINITIONS.items()}
PREVIOUS = [name for name in VARIANTS if name in ("order_must_be_current", "exclude_return_to_birth_parent")]
LONDON = gettz("Europe/London")
ALL = (CARE, PERMANENCE, SOCIAL_WORK)

names = st.sampled_from(list(VARIANTS))


@given(children(), names)
def test_the_turns_of_a_definition_are_the_days_on_which_its_answer_changes(child, name):
    note(child_to_json(child))
    definition = VARIANTS[name]
    timeline = definition.timeline(child)
    turns = definition.turns(child)
    assert [turn.day for turn in turns] == [change.day for change in timeline.changes]
    for turn in turns:
        assert turn.before is timeline.at(turn.day - timedelta(days=1))
        assert turn.after is timeline.at(turn.day) is not turn.before


@given(children(), names, days())
def test_a_finding_knows_the_stretch_of_days_with_its_answer(child, name, day):
    definition = VARIANTS[name]
    finding = definition.on(day, child)
    timeline = definition.timeline(child)
    if finding.since is not None:
        assert timeline.at(finding.since) is finding.verdict
        assert timeline.at(finding.since - timedelta(days=1)) is not finding.verdict
    if finding.until is not None:
        assert timeline.at(finding.until - timedelta(days=1)) is finding.verdict
        assert timeline.at(finding.until) is not finding.verdict


@given(children(), names, days(), st.integers(1, 60))
def test_ever_and_the_days_in_a_period_are_what_a_walk_over_its_days_finds(child, name, first, length):
    definition = VARIANTS[name]
    until = first + timedelta(days=length)
    walk = [definition.on(first + timedelta(days=number), child) for number in range(length)]
    ever = definition.ever(first, until, child)
    assert ever.holds is any(finding.holds for finding in walk)
    assert ever.fails is all(finding.fails for finding in walk)
    assert first <= ever.day < until
    count = definition.days_in(first, until, child)
    assert count.at_least == sum(finding.holds for finding in walk)
    assert count.at_most == sum(not finding.fails for finding in walk)


@given(children(), st.sampled_from(PREVIOUS))
def test_no_variant_of_previous_care_holds_while_looked_after(child, name):
    now, before = looked_after.timeline(child), VARIANTS[name].timeline(child)
    assert not (now.certain & before.possible)
    assert not (now.possible & before.certain)


@given(children(), names, st.randoms())
def test_the_order_of_the_records_makes_no_difference_to_any_variant(child, name, random):
    history = list(child.history)
    random.shuffle(history)
    shuffled = evolve(child, history=history)
    assert VARIANTS[name].timeline(shuffled) == VARIANTS[name].timeline(child)


@given(children(), names, days())
def test_what_would_settle_an_answer_is_missing_from_it_and_no_set_holds_another(child, name, day):
    note(child_to_json(child))
    finding = VARIANTS[name].on(day, child)
    asked = {says for gap in finding.missing for says in (gap.says, *gap.instead)}
    sets = [set(facts) for facts in finding.settled_by]
    assert bool(finding.missing) is finding.unknown
    assert all(facts <= asked for facts in sets)
    assert all(len(facts) <= 3 for facts in sets)
    assert [len(facts) for facts in sets] == sorted(len(facts) for facts in sets)
    assert not any(one < other for one in sets for other in sets)
    assert set(finding.decided_by) <= asked


@given(children(), days())
def test_a_child_is_shown_in_exactly_one_group_wherever_it_can_be_told(child, day):
    shown = display_group(day, child)
    assert shown.may_be, "no child is in none of the groups, for one of them is for no status at all"
    holding = [group for group, condition in IN_GROUP.items() if condition.timeline(child).at(day) is Verdict.HOLDS]
    assert holding == ([shown.group] if shown.group is not None else [])


# --- splitting, clock changes, leap days --------------------------------------------------------------------------


@given(BORN, days(), st.integers(1, 90), st.data())
def test_splitting_a_stay_at_any_instant_changes_nothing(born, first, length, data):
    start = datetime(first.year, first.month, first.day, data.draw(st.integers(3, 23)), tzinfo=UTC)
    end = start + timedelta(hours=data.draw(st.integers(1, 60 if length < 30 else 24 * length)))
    cut = start + timedelta(minutes=data.draw(st.integers(1, int((end - start).total_seconds() // 60) - 1)))
    why = data.draw(st.sampled_from([Ended.HOME_PLANNED, Ended.ADOPTION]))
    kind, said = data.draw(st.sampled_from([(Accommodation, {"power": Power.S20_1}), (CareOrder, {})]))
    whole = kind(start=start, end=end, ended_by=why, **said)
    parts = [
        kind(start=start, end=cut, ended_by=Ended.CONTINUES, **said),
        kind(start=cut, end=end, ended_by=why, **said),
    ]
    one, two = (Child("x", born=born, history=history, complete=ALL) for history in ([whole], parts))
    for name, definition in VARIANTS.items():
        assert definition.timeline(one) == definition.timeline(two), name
    assert looked_after.begins.days(one) == looked_after.begins.days(two)


CLOCK_CHANGES = [date(2025, 3, 30), date(2025, 10, 26), date(2026, 3, 29), date(2026, 10, 25)]


@given(st.sampled_from(CLOCK_CHANGES), st.integers(-36 * 60, 30 * 60), st.integers(20 * 60, 28 * 60))
def test_24_hours_are_hours_that_passed_over_both_clock_changes(sunday, offset, minutes):
    """The start in minutes from midnight of the Sunday, the length in minutes, both on a clock that never changes."""
    start = datetime(sunday.year, sunday.month, sunday.day, tzinfo=UTC) + timedelta(minutes=offset)
    end = start + timedelta(minutes=minutes)
    stay = Accommodation(power=Power.S20_1, start=start, end=end, ended_by=Ended.HOME_PLANNED)
    timeline = looked_after.timeline(Child("x", born=date(2015, 1, 1), history=[stay], complete=ALL))
    first, last = (moment.astimezone(LONDON).date() for moment in (start, end))
    for number in range(-1, 4):
        day = first + timedelta(days=number)
        expected = minutes > 24 * 60 and first <= day < last
        assert timeline.at(day) is Verdict.of(expected), (day, minutes)


@given(st.sampled_from([2004, 2008, 2012]), days(date(2013, 1, 1), date(2020, 12, 31)))
def test_a_birthday_on_29_february_is_reached_on_1_march_in_other_years(year, made):
    kid = Child("x", born=date(year, 2, 29), history=[CareOrder(start=made)], complete=ALL)
    day = date(year + 18, 3, 1)
    for definition in (looked_after, with_social_worker):
        timeline = definition.timeline(kid)
        assert timeline.at(day - timedelta(days=1)) is Verdict.HOLDS
        assert timeline.at(day) is Verdict.FAILS


@given(st.sampled_from([2016, 2020, 2024]), st.sampled_from([(2, 28), (2, 29), (3, 1)]))
def test_six_years_from_the_end_of_february_last_to_the_corresponding_day_or_the_last_of_the_month(year, end):
    ended = date(year, *end)
    plan = ChildProtectionPlan(start=ended - timedelta(days=100), end=ended)
    kid = Child("x", born=date(year - 4, 1, 1), history=[plan], complete=ALL)
    last = date(year + 6, 2, 28) if end[0] == 2 else date(year + 6, 3, 1)
    timeline = with_social_worker.timeline(kid)
    assert timeline.at(last) is Verdict.HOLDS
    assert timeline.at(last + timedelta(days=1)) is Verdict.FAILS


@given(children(exact=True, complete=True), names)
def test_a_variant_asked_day_by_day_agrees_with_its_timeline_and_its_reason(child, name):
    note(child_to_json(child))
    definition = VARIANTS[name]
    timeline = definition.timeline(child)
    for number in range(-3, 700, 41):
        day = FIRST + timedelta(days=number)
        finding = definition.on(day, child)
        assert finding.verdict is timeline.at(day) is finding.reason.verdict
        if finding.holds and previously_looked_after is definition:
            assert finding.weight is not None
