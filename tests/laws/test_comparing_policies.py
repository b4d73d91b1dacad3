"""Laws of comparing policies: nothing differs from itself, stricter turned is weaker, and what is said to be earlier is."""

from __future__ import annotations

from collections import Counter

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from carepolicy.comparing import How, PolicyComparison, differences
from carepolicy.comparing.by_when import counted, earlier
from carepolicy.comparing.following import Reach, reach_of, where_reach
from carepolicy.facts import (
    JoinedSchool,
    LeftSchool,
    PartTimeTimetable,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    PostHeld,
    Suspended,
    TakenOffRoll,
    TransferAgreed,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_in_england, looked_after_other_than_short_breaks
from carepolicy.law.previously_looked_after import care_experienced, previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.logic.counting import ahead, beginning_with, clear
from carepolicy.logic.deadline import again, by_close_of_school, on_the_day, or_before, reading, within
from carepolicy.logic.each_term import once_each_published_term, once_each_term
from carepolicy.logic.vocabulary import under_age
from carepolicy.logic.without_a_number import beforehand, immediately, promptly, regularly, without_delay
from carepolicy.policy import Kind, Modality, Profile, Strength, clause, duty, in_place, never, stated_by
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.on_record import AGREED, END_SET, IN_PEP, REVIEWS_SET, held_by
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.ages import Reached
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS, YEARS
from tests.strategies import calendars, children

COUNTED_UNITS = st.sampled_from([SCHOOL_DAYS, WORKING_DAYS, CALENDAR_DAYS, WEEKS, MONTHS])
COUNTS = (
    st.builds(within, st.integers(1, 6), COUNTED_UNITS)
    | st.builds(beginning_with, st.integers(1, 6), COUNTED_UNITS)
    | st.builds(ahead, st.integers(1, 6), COUNTED_UNITS)
    | st.builds(clear, st.integers(1, 6), COUNTED_UNITS)
    | st.builds(within, st.integers(1, 72), st.just(HOURS))
    | st.builds(within, st.integers(1, 2), st.just(YEARS))
    | st.sampled_from([on_the_day, by_close_of_school])
)
WORDS = st.sampled_from(
    [without_delay, immediately, promptly("soon"), regularly, beforehand, once_each_term, once_each_published_term]
)
SIMPLE = COUNTS | WORDS
DEADLINES = (
    SIMPLE
    | st.builds(lambda taken: reading("soon", taken, because="it says so"), SIMPLE)
    | st.builds(again, COUNTS)
    | st.builds(or_before, COUNTS)
)
SCOPES = st.sampled_from(
    [
        None,
        looked_after,
        looked_after_other_than_short_breaks,
        care_experienced,
        looked_after & under_age(11),
        looked_after & ~under_age(13, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS),
        previously_looked_after | with_social_worker,
    ]
)
PARTS = [AGREED, END_SET, IN_PEP, REVIEWS_SET]
TESTS = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: st.builds(lambda a, b: a & b, inner, inner) | st.builds(lambda a, b: a | b, inner, inner) | st.builds(lambda a: ~a, inner),
    max_leaves=4,
)  # fmt: skip
TRIGGERS = st.lists(
    st.sampled_from([Suspended, PermanentlyExcluded, JoinedSchool, looked_after.begins]), min_size=1, unique=True
)
DUTIES = st.builds(
    lambda act, deadline, triggers, **more: duty(act, deadline.of(*triggers), **more),
    st.sampled_from([PepCompleted, PepReviewed, VirtualSchoolInformed]),
    DEADLINES,
    TRIGGERS,
    scope=SCOPES,
    lasting=st.booleans(),
    until=st.sampled_from([(), (LeftSchool,), (LeftSchool, TakenOffRoll)]),
    renewed_by=st.sampled_from([(), (PepReviewed,)]),
)
BANS = (
    st.builds(never, st.just(PartTimeTimetable), scope=SCOPES, unless=st.none() | TESTS)
    | st.builds(
        never, st.just(TakenOffRoll), scope=SCOPES, unless_after=st.sampled_from([TransferAgreed, JoinedSchool])
    )
    | st.builds(never, st.just(Suspended), scope=SCOPES)
)
IN_PLACE = st.builds(
    in_place,
    st.just(PostHeld),
    where=st.sampled_from([None, held_by("governor"), held_by("head")]),
    scope=SCOPES,
    once=st.sampled_from([None, Suspended, JoinedSchool]),
    this_cycle=st.booleans(),
)
STATEMENTS = st.builds(stated_by, st.sampled_from(["school", "headteacher"]), scope=SCOPES)
MATTERS = st.lists(st.sampled_from(["complete_pep", "issue_suspension", "raise_standards"]), unique=True)
ACTORS = st.sampled_from([(), "school", ("school", "headteacher")])


@st.composite
def clauses(draw, id: str):
    says = draw(st.sampled_from(["It is done.", "It is done soon."]))
    demands = draw(st.lists(DUTIES | BANS | IN_PLACE | STATEMENTS, max_size=2))
    modality = draw(st.sampled_from([Modality.BINDS, Modality.SHOULD] if demands else list(Modality)))
    more = {"strength": draw(st.sampled_from(Strength)), "matter": draw(MATTERS), "actor": draw(ACTORS)}
    more |= {"own_children": draw(st.booleans()), "locator": draw(st.sampled_from(["", "p. 1"]))}
    more["kind"] = draw(st.sampled_from([None, Kind.PRECONDITION]))
    return clause(id, says, *demands, modality=modality, **more)


@st.composite
def policies(draw, name: str = "Hill Top"):
    ids = draw(st.lists(st.sampled_from(["P-1", "P-2", "P-3", "P-4"]), unique=True, max_size=4))
    about = draw(st.sampled_from([looked_after, care_experienced]))
    return Profile(name, about, [draw(clauses(id)) for id in ids])


EITHER_NAME = st.sampled_from(["Hill Top", "Low Bottom"])
TWO = st.tuples(policies(), EITHER_NAME.flatmap(policies))


def turned(found: PolicyComparison) -> Counter:
    return Counter(
        (row.matter if row.here and row.there else "", row.there, row.here, row.how.turned()) for row in found.rows
    )


def as_found(found: PolicyComparison) -> Counter:
    return Counter((row.matter if row.here and row.there else "", row.here, row.there, row.how) for row in found.rows)


@given(policies())
def test_a_policy_compared_with_itself_finds_nothing(policy):
    found = differences(policy, policy)
    assert found.differences == ()
    assert [why for row in found.rows for why in row.why] == []
    assert found.calls == ()


@given(policies())
def test_a_policy_compared_with_the_same_under_other_names_finds_nothing(policy):
    renamed = [evolve(one, id=f"Q-{place}") for place, one in enumerate(policy.clauses)]
    assert differences(policy, evolve(policy, name="Another", clauses=renamed)).differences == ()


def test_each_shipped_policy_compared_with_itself_under_whatever_name_finds_nothing():
    for policy in (STOKE_ON_TRENT, ENGLAND):
        renamed = [evolve(one, id=f"Q-{one.id}") for one in policy.clauses]
        assert differences(policy, policy, on=None).differences == ()
        assert differences(policy, evolve(policy, name="Another", clauses=renamed)).differences == ()


@given(TWO)
def test_stricter_one_way_is_weaker_the_other_and_only_here_is_silent(two):
    one, other = two
    assert turned(differences(one, other)) == as_found(differences(other, one))


def test_stricter_one_way_is_weaker_the_other_of_the_shipped_policies_too():
    there, back = differences(STOKE_ON_TRENT, ENGLAND), differences(ENGLAND, STOKE_ON_TRENT)
    assert turned(there) == as_found(back)


@given(TWO)
def test_every_clause_stands_in_a_row_and_every_row_names_clauses_there_are(two):
    found = differences(*two)
    for policy, ids in zip(two, ([row.here for row in found.rows], [row.there for row in found.rows]), strict=True):
        assert {id for row in ids for id in row} == {one.id for one in policy.clauses}
    for row in found.rows:
        assert (row.how is How.ONLY_HERE) == (not row.there)
        assert (row.how is How.SILENT) == (not row.here)
        assert len(row.here_says) == len(row.here)
        assert row.how is How.SAME or row.why or not (row.here and row.there)


@given(TWO)
def test_of_words_alone_only_what_says_the_same_is_weighed(two):
    for row in differences(*two).rows:
        if row.here and row.there and not row.act and row.how in (How.SAME, How.STRICTER, How.WEAKER):
            assert set(row.here_says) & set(row.there_says)


@given(st.integers(1, 30), st.integers(1, 30), COUNTED_UNITS, SCOPES)
def test_a_deadline_with_fewer_days_is_the_stricter(few, more, unit, scope):
    one, other = (
        Profile(
            "Hill Top", looked_after, [clause("P-1", "Done.", duty(PepCompleted, by.of(JoinedSchool), scope=scope))]
        )
        for by in (within(few, unit), within(more, unit))
    )
    (row,) = differences(one, other).rows
    assert row.how is (How.STRICTER if few < more else How.WEAKER if few > more else How.SAME)


@given(DEADLINES, DEADLINES)
def test_which_deadline_is_the_earlier_turns_round_with_them(one, other):
    found, back = earlier(one, other), earlier(other, one)
    assert (found is None) == (back is None)
    assert found is None or found == -back  # type: ignore[operator]
    assert earlier(one, one) == 0


@given(DEADLINES, DEADLINES, DEADLINES)
def test_what_is_earlier_than_the_earlier_is_earlier(one, middle, other):
    if earlier(one, middle) in (-1, 0) and earlier(middle, other) in (-1, 0):
        assert earlier(one, other) in (-1, 0, None)


@given(COUNTS, COUNTS, calendars())
def test_what_is_said_to_be_earlier_is_never_later_as_counted_on_any_calendar(one, other, calendar):
    tally = counted(one, other, calendar)
    order = earlier(one, other)
    if tally is not None and order is not None:
        assert (order == 1) or not tally.later
        assert (order == -1) or not tally.earlier


@given(TESTS, TESTS, st.lists(st.booleans(), min_size=4, max_size=4))
def test_what_is_said_to_reach_less_passes_no_record_that_the_other_does_not(one, other, answers):
    agreed, end_set, in_pep, reviews_set = answers
    record = PartTimeTimetable(at="2026-03-12", agreed=agreed, end_set=end_set, in_pep=in_pep, reviews_set=reviews_set)
    reach = where_reach(one, other)
    if reach in (Reach.SAME, Reach.NARROWER):
        assert not one.test(record).holds or other.test(record).holds
    if reach in (Reach.SAME, Reach.WIDER):
        assert not other.test(record).holds or one.test(record).holds
    assert where_reach(other, one) is reach.turned()


AGES = st.builds(under_age, st.integers(4, 18), reached=st.sampled_from(Reached))
CONDITIONS = st.recursive(
    AGES
    | st.sampled_from([looked_after, looked_after_in_england, looked_after_other_than_short_breaks])
    | st.sampled_from([care_experienced, previously_looked_after, with_social_worker]),
    lambda inner: st.builds(lambda a, b: a & b, inner, inner) | st.builds(lambda a, b: a | b, inner, inner) | st.builds(lambda a: ~a, inner),
    max_leaves=4,
)  # fmt: skip


@given(children(most=2), CONDITIONS, CONDITIONS)
def test_what_is_said_to_cover_fewer_covers_nobody_that_the_other_does_not(child, one, other):
    reach = reach_of(one, other)
    first, second = one.timeline(child), other.timeline(child)
    if reach in (Reach.SAME, Reach.NARROWER):
        assert first.certain & ~second.possible == first.certain & ~first.certain
    if reach in (Reach.SAME, Reach.WIDER):
        assert second.certain & ~first.possible == second.certain & ~second.certain
    assert reach_of(other, one) is reach.turned()
