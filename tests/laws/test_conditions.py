"""Conditions with unknowns obey the laws of logic, and "cannot tell" means that the records truly leave it open."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from attrs import evolve, fields, frozen
from hypothesis import given, note
from hypothesis import strategies as st

from carepolicy.adapters.records import child_to_json
from carepolicy.errors import BadRecord
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    AdoptionOrder,
    CareOrder,
    Child,
    ChildProtectionPlan,
    Ended,
    InterimCareOrder,
    Order,
    SpecialGuardianshipOrder,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import care_experienced, previously_looked_after
from carepolicy.law.social_worker import have_or_have_had_a_social_worker, with_social_worker
from carepolicy.logic.condition import AllOf, AnyOf, Condition, Leaf, Not, compiled
from carepolicy.logic.vocabulary import during, in_the_last, left_by, since, under_age
from carepolicy.logic.where import Turns
from carepolicy.time.days import Timeline
from carepolicy.time.instants import Instant
from carepolicy.time.spans import MONTHS, YEARS
from carepolicy.verdict import Verdict
from tests.strategies import FIRST, children, day_sets

WINDOW = [FIRST + timedelta(days=number) for number in range(-2, 44)]


@frozen(repr=False, cache_hash=True)
class MadeUp(Leaf):
    """A leaf whose timeline is given, so that formulas can be tried without any records."""

    name: str
    answer: Timeline

    def drawn(self, history):
        return self.answer

    @property
    def title(self):
        return self.name

    def turns_on(self, record, name):
        return Turns.NOT


def leaves():
    return st.lists(
        st.builds(lambda certain, doubtful: Timeline(certain, certain | doubtful), day_sets(), day_sets()),
        min_size=2,
        max_size=4,
    ).map(lambda timelines: [MadeUp(f"leaf {number}", timeline) for number, timeline in enumerate(timelines)])


@st.composite
def formulas(draw, parts, depth=4):
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(parts))
    kind = draw(st.sampled_from([AnyOf, AllOf, Not]))
    if kind is Not:
        return Not(draw(formulas(parts, depth - 1)))
    return kind(tuple(draw(st.lists(formulas(parts, depth - 1), min_size=2, max_size=3))))


def value(formula: Condition, settled: dict[Leaf, bool]) -> bool:
    if isinstance(formula, Not):
        return not value(formula.of, settled)
    if isinstance(formula, AnyOf):
        return any(value(part, settled) for part in formula.parts)
    if isinstance(formula, AllOf):
        return all(value(part, settled) for part in formula.parts)
    return settled[formula]


NOBODY = Child("nobody")


@given(st.data())
def test_the_decision_diagram_agrees_with_every_completion_of_the_unknown_leaves(data):
    parts = data.draw(leaves())
    formula = data.draw(formulas(parts))
    drawn = compiled(formula).drawn(NOBODY)
    for day in WINDOW:
        open_leaves = [leaf for leaf in parts if leaf.answer.at(day).unknown]
        outcomes = set()
        for turned_out in product((True, False), repeat=len(open_leaves)):
            settled = {leaf: leaf.answer.at(day).holds for leaf in parts} | dict(
                zip(open_leaves, turned_out, strict=True)
            )
            outcomes.add(value(formula, settled))
        expected = Verdict.UNKNOWN if len(outcomes) == 2 else Verdict.of(outcomes.pop())
        assert drawn.at(day) is expected
        assert formula.timeline(evolve(NOBODY)).at(day) is expected


@given(st.data())
def test_taking_each_part_alone_is_never_wrong_only_sometimes_undecided(data):
    parts = data.draw(leaves())
    formula = data.draw(formulas(parts))
    exact = formula.timeline(evolve(NOBODY))
    from carepolicy.logic.history import history_of

    plain = formula.drawn(history_of(NOBODY))
    assert plain.certain <= exact.certain
    assert exact.possible <= plain.possible


@given(st.data())
def test_either_or_and_both_and_not_obey_the_laws_of_sets(data):
    a, b, c = (data.draw(leaves())[0] for _ in range(3))
    a, b, c = evolve(a, name="a"), evolve(b, name="b"), evolve(c, name="c")

    def same(one: Condition, other: Condition) -> bool:
        return one.timeline(evolve(NOBODY)) == other.timeline(evolve(NOBODY))

    assert same(a | b, b | a)
    assert same(a & b, b & a)
    assert same((a | b) | c, a | (b | c))
    assert same(a & (b | c), (a & b) | (a & c))
    assert same(~(a | b), ~a & ~b)
    assert same(~~a, a)
    assert same(a | (a & b), a)


@given(leaves())
def test_a_thing_or_its_opposite_always_holds_however_little_is_known(parts):
    a = parts[0]
    assert (a | ~a).timeline(evolve(NOBODY)).at(FIRST) is Verdict.HOLDS
    assert (a & ~a).timeline(evolve(NOBODY)).at(FIRST) is Verdict.FAILS


# --- records whose dates are rough: tried in every way they can turn out ----------------------------------------------


def small(instant_of_first: date, width: int) -> Instant:
    return Instant.between(instant_of_first, instant_of_first + timedelta(days=width))


@st.composite
def roughly_dated(draw):
    """A child whose records have windows of a few days, so that every completion can be tried."""
    day = st.integers(0, 30).map(lambda number: FIRST + timedelta(days=number))
    records = []
    for _ in range(draw(st.integers(1, 2))):
        kind = draw(st.sampled_from([CareOrder, InterimCareOrder, ChildProtectionPlan]))
        start = small(draw(day), draw(st.integers(0, 3)))
        if draw(st.booleans()):
            records.append(kind(start=start))
            continue
        end = small(date.fromordinal(start.last_day) + timedelta(days=draw(st.integers(0, 9))), draw(st.integers(0, 3)))
        why = (
            {}
            if kind is ChildProtectionPlan
            else {"ended_by": draw(st.sampled_from([None, Ended.ADOPTION, Ended.HOME_PLANNED]))}
        )
        records.append(kind(start=start, end=end, **why))
    if draw(st.booleans()):
        kind = draw(st.sampled_from([AdoptionOrder, SpecialGuardianshipOrder]))
        records.append(kind(at=small(draw(day), draw(st.integers(0, 3)))))
    return Child(
        "rough",
        born=date(2012, 5, 4),
        history=records,
        complete=[CARE, PERMANENCE, SOCIAL_WORK],
        as_at=date(2026, 1, 1),
    )


def completions(child: Child):
    """Every child with exact dates that the rough one may be."""
    open_fields = [
        (place, field.name, value)
        for place, record in enumerate(child.history)
        for field in fields(type(record))
        if isinstance(value := getattr(record, field.name), Instant) and not value.is_one_day
    ]
    ways = [[Instant(day, day) for day in range(value.first_day, value.last_day + 1)] for _, _, value in open_fields]
    for chosen in product(*ways):
        history = list(child.history)
        try:
            for (place, name, _), instant in zip(open_fields, chosen, strict=True):
                history[place] = evolve(history[place], **{name: instant})
        except BadRecord:
            continue
        yield evolve(child, history=history)


QUESTIONS: dict[str, Condition] = {
    "looked after": looked_after,
    "previously looked after": previously_looked_after,
    "care experienced": care_experienced,
    "with a social worker": with_social_worker,
    "have or have had a social worker": have_or_have_had_a_social_worker,
    "with a social worker and not looked after": ~looked_after & with_social_worker,
    "a care order and no interim one": during(CareOrder) & ~during(InterimCareOrder),
    "a care order and no interim one in the last month": during(CareOrder)
    & ~in_the_last(1, MONTHS, of=InterimCareOrder),
    "adopted or under a care order": since(AdoptionOrder) | during(CareOrder),
    "left by adoption or under no care order": left_by(Order.ADOPTION) | ~during(CareOrder),
    "under 18 with no special guardian": under_age(18) & ~since(SpecialGuardianshipOrder),
}
STATUSES = list(QUESTIONS)[:5]


@given(roughly_dated(), st.sampled_from(list(QUESTIONS)))
def test_unknown_means_that_some_completion_of_the_records_says_yes_and_another_says_no(child, name):
    question = QUESTIONS[name]
    note(child_to_json(child))
    timeline = question.timeline(child)
    drawn = [question.timeline(world) for world in completions(child)]
    for number in range(-3, 50):
        day = FIRST + timedelta(days=number)
        answers = {world.at(day) for world in drawn}
        expected = answers.pop() if len(answers) == 1 else Verdict.UNKNOWN
        assert timeline.at(day) is expected, day


@given(children(exact=True, complete=True), st.sampled_from(STATUSES))
def test_asking_day_by_day_agrees_with_the_timeline_and_with_its_reason(child, name):
    question = QUESTIONS[name]
    note(child_to_json(child))
    timeline = question.timeline(child)
    for number in range(-3, 700, 29):
        day = FIRST + timedelta(days=number)
        finding = question.on(day, child)
        assert finding.verdict is timeline.at(day)
        assert finding.reason.verdict is finding.verdict


@given(children(), st.sampled_from(STATUSES))
def test_what_cannot_be_told_always_names_what_is_missing(child, name):
    question = QUESTIONS[name]
    note(child_to_json(child))
    for number in range(-3, 700, 47):
        day = FIRST + timedelta(days=number)
        finding = question.on(day, child)
        assert bool(finding.missing) is finding.unknown
        if finding.unknown:
            assert finding.reason.all_missing


@given(children())
def test_nobody_is_both_looked_after_and_previously_looked_after(child):
    note(child_to_json(child))
    now, before = looked_after.timeline(child), previously_looked_after.timeline(child)
    assert not (now.certain & before.possible)
    assert not (now.possible & before.certain)


@given(children(), st.randoms())
def test_the_order_of_the_records_makes_no_difference(child, random):
    history = list(child.history)
    random.shuffle(history)
    shuffled = evolve(child, history=history)
    note(child_to_json(child))
    for name in STATUSES:
        assert QUESTIONS[name].timeline(shuffled) == QUESTIONS[name].timeline(child)


@given(children())
def test_nobody_has_any_status_before_birth_or_from_the_eighteenth_birthday_on(child):
    if child.born is None or not child.born.is_one_day:
        return
    born = child.born.day
    for question in (looked_after, previously_looked_after, with_social_worker):
        timeline = question.timeline(child)
        assert timeline.at(born - timedelta(days=1)) is Verdict.FAILS
        assert (
            timeline.at(
                date(born.year + 18, born.month, born.day)
                if (born.month, born.day) != (2, 29)
                else date(born.year + 18, 3, 1)
            )
            is Verdict.FAILS
        )


@given(children())
def test_a_look_back_of_six_years_includes_everything_it_looks_back_on(child):
    now = during(ChildProtectionPlan).timeline(child)
    within = in_the_last(6, YEARS, of=ChildProtectionPlan).timeline(child)
    assert now.certain <= within.certain
    assert now.possible <= within.possible
