"""Learning more never overturns a settled answer; a correction changes only the lines that its record touches."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve, fields
from hypothesis import assume, given
from hypothesis import strategies as st

from carepolicy.adapters.records import child_to_dict
from carepolicy.assessment import assess
from carepolicy.errors import BadRecord
from carepolicy.facts import (
    CARE,
    FAMILIES,
    KINDS,
    PERMANENCE,
    SETTING,
    Attested,
    CareOrder,
    CareSpell,
    Child,
    ChildArrangementsOrder,
    Complete,
    Declared,
    Ended,
    Family,
    Happening,
    InterimCareOrder,
    PepCompleted,
    PermanenceOrder,
    PlacementOrder,
    Record,
    Spell,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.law.previously_looked_after import care_experienced, previously_looked_after
from carepolicy.law.rules import DEFINITIONS
from carepolicy.law.social_worker import have_or_have_had_a_social_worker, with_social_worker
from carepolicy.line import Line, State
from carepolicy.logic.condition import Condition, compiled
from carepolicy.logic.definition import commenced
from carepolicy.logic.worlds import too_many
from carepolicy.policy import Clause
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.standing import View, lines_of
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import EVERY_DAY, between, ordinals
from carepolicy.time.instants import Instant
from carepolicy.time.terms import Term
from tests.strategies import calendars, care_records, children, days, life_at_school, orders, school_events, social_work

STATUSES = [
    looked_after,
    looked_after_other_than_short_breaks,
    previously_looked_after,
    with_social_worker,
    care_experienced,
    have_or_have_had_a_social_worker,
]


def touched_days(record: Record, child: Child):
    """The days on which a record says that something happened or went on."""
    if isinstance(record, Happening):
        return ordinals(record.at.first_day, record.at.last_day + 1)
    assert isinstance(record, Spell)
    last = 3652059 if record.end is None else record.end.last_day
    return ordinals(record.start.first_day, last + 1)


TELLS_OF_AN_ORDER = (Ended.ADOPTION, Ended.SPECIAL_GUARDIANSHIP, Ended.CHILD_ARRANGEMENTS)
"""Reasons for an end that tell of an order which ends all care, whichever record tells it (Children Act 1989, s.91)."""


def ends_a_running_spell(record: Record, child: Child) -> bool:
    """Whether a new record ends a stay that is on record: an order made during it, or a stay that one is said to end."""
    if isinstance(record, PermanenceOrder):
        at = record.at
    elif isinstance(record, CareSpell) and record.ended_by in TELLS_OF_AN_ORDER and record.end is not None:
        at = record.end
    else:
        return False
    return any(
        isinstance(other, CareSpell)
        and at.last_day >= other.start.first_day
        and (other.end is None or at.first_day < other.end.last_day)
        for other in child.history
    )


SAYS_MORE_THAN_ITSELF = {
    Ended.ADOPTION: PERMANENCE,
    Ended.SPECIAL_GUARDIANSHIP: PERMANENCE,
    Ended.CHILD_ARRANGEMENTS: PERMANENCE,
    Ended.NOT_RECORDED: PERMANENCE,
    Ended.TRANSFERRED: CARE,
    Ended.CONTINUES: CARE,
}
"""Reasons that tell of an order, or of care that went on: where such records are listed as complete they contradict that."""


def contradicts_completeness(record: Record, child: Child) -> bool:
    if touched_days(record, child) & child.complete_days(record.family):
        return True
    said = SAYS_MORE_THAN_ITSELF.get(record.ended_by) if isinstance(record, CareSpell) else None
    return said is not None and bool(child.complete_days(said) | child.complete_days(PERMANENCE))


VARIANTS = {name: commenced(definition) for name, definition in DEFINITIONS.items()}
"""Every definition and variant there is, those not yet law included."""


def ends_an_order_about_the_home(record: Record, child: Child) -> bool:
    """Whether a new care order would end an order about living arrangements, which is taken to be in force till told."""
    return isinstance(record, (CareOrder, InterimCareOrder, PlacementOrder)) and any(
        isinstance(other, ChildArrangementsOrder) for other in child.history
    )


class Pair(tuple[Child, Child]):
    """A child before and after, shown by what differs so that a failure can be read."""

    __slots__ = ()

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(" -> ".join(json.dumps(child_to_dict(child)) for child in self))


@st.composite
def with_one_thing_more(draw, child: Child, a_record: st.SearchStrategy[Record], families: Sequence[Family]):
    """The same child with one thing more known: a date narrowed, a record added, a list of records grown."""
    what = draw(st.sampled_from(["narrow", "add", "complete"]))
    if what == "narrow":
        rough = [
            (place, field.name, value)
            for place, record in enumerate(child.history)
            for field in fields(type(record))
            if isinstance(value := getattr(record, field.name), Instant) and not value.is_one_day
        ]
        assume(rough)
        place, name, value = draw(st.sampled_from(rough))
        low = max(value.first_day, value.last_day - 4000)
        day = draw(st.integers(low, value.last_day))
        history = list(child.history)
        try:
            history[place] = evolve(history[place], **{name: Instant(day, day)})
        except BadRecord:
            assume(False)
        return evolve(child, history=history)
    if what == "add":
        record = draw(a_record)
        assume(not contradicts_completeness(record, child))
        assume(not ends_a_running_spell(record, child))
        return evolve(child, history=(*child.history, record))
    first, last = sorted((draw(days()), draw(days())))
    more = Complete(draw(st.sampled_from(families)), ordinals(first.toordinal(), last.toordinal() + 1))
    return evolve(child, complete=(*child.complete, more))


@st.composite
def learnt(draw, schooling: bool = False, at_school: int = 0):
    """A child, and the same child with one thing more known."""
    child = draw(children(schooling=schooling, most=1 if schooling else 3, at_school=at_school))
    kinds = [care_records(), orders(), social_work(), *([school_events()] if schooling else [])]
    kinds += [life_at_school()] * bool(at_school) * 3
    families = (*FAMILIES[:4], *([SETTING] if at_school else []))
    return Pair((child, draw(with_one_thing_more(child, st.one_of(kinds), families))))


def all_ways_were_tried(status: Condition, child: Child) -> bool:
    """Whether the rough dates can be tried in all their ways; past 4,096 an answer says that it may be decidable."""
    return not too_many(compiled(status).doubts_about(child))


def never_overturned(status: Condition, before: Child, after: Child) -> None:
    known, more = status.timeline(before), status.timeline(after)
    assert known.certain <= more.possible, status.title
    assert more.certain <= known.possible, status.title
    if all_ways_were_tried(status, after):
        assert known.certain <= more.certain, status.title
        assert more.possible <= known.possible, status.title


@given(learnt())
def test_learning_more_never_overturns_a_settled_answer(pair):
    for status in STATUSES:
        never_overturned(status, *pair)


@given(learnt(), st.sampled_from(list(VARIANTS)))
def test_learning_more_never_overturns_a_settled_answer_of_any_variant(pair, name):
    before, after = pair
    new = [record for record in after.history if record not in before.history]
    assume(not any(ends_an_order_about_the_home(record, before) for record in new))
    never_overturned(VARIANTS[name], before, after)


def settled(line: Line) -> bool:
    if line.state in (State.NOT_YET, State.DUE, State.OPEN, State.CANNOT_TELL):
        return False
    return not any("may have begun earlier" in caveat for caveat in line.caveats)


def narrowed(before: Child, after: Child) -> bool:
    """Whether what was learnt is a date more exact than before."""
    return len(before.history) == len(after.history) and before.complete == after.complete


def key(line: Line) -> tuple[object, ...]:
    return line.profile, line.clause, line.told, line.started


@given(learnt(schooling=True), calendars(), days(date(2025, 9, 1), date(2026, 7, 1)))
def test_learning_more_never_overturns_a_settled_line(pair, calendar, on):
    found, more = (assess(child, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines for child in pair)
    later = {key(line): line for line in more}
    states = {(line.clause, line.state) for line in more}
    for line in filter(settled, found):
        if key(line) in later:
            assert later[key(line)].state is line.state, (line, later[key(line)])
        elif not narrowed(*pair):  # a date that is narrowed takes its line with it
            assert (line.clause, line.state) in states, (line, more)


@given(learnt(schooling=True, at_school=4), calendars(), days(date(2025, 9, 1), date(2026, 7, 1)))
def test_learning_more_of_life_at_school_never_overturns_a_settled_line(pair, calendar, on):
    """The same with every kind of record that a school keeps, of the child and of itself."""
    found, more = (assess(child, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines for child in pair)
    later = {(*key(line), line.demand, line.opens): line for line in more}
    states = {(line.clause, line.demand, line.state) for line in more}
    for line in filter(settled, found):
        same = later.get((*key(line), line.demand, line.opens))
        if same is not None:
            assert same.state is line.state, (line, same)
        elif not narrowed(*pair):
            assert (line.clause, line.demand, line.state) in states, (line, more)


@given(
    children(schooling=True, exact=True, complete=True), calendars(), days(date(2025, 9, 1), date(2026, 7, 1)), days()
)
def test_a_correction_changes_only_the_lines_that_its_record_touches(child, calendar, on, corrected):
    """Moving a notice to the virtual school changes lines about such notices, and no other line."""
    notice = VirtualSchoolInformed(at=corrected)
    before = evolve(child, history=(*child.history, notice))
    after = evolve(child, history=(*child.history, evolve(notice, at=Instant.of(corrected + timedelta(days=3)))))
    found, more = (
        assess(each, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines for each in (before, after)
    )
    touched = {"STK-FTE-1a", "STK-FTE-2a"}  # the papers' clause lists "48 hours after the notice" among its readings
    assert [line for line in found if line.clause not in touched] == [
        line for line in more if line.clause not in touched
    ]
    states = [[line.state for line in lines if line.clause == "STK-FTE-2a"] for lines in (found, more)]
    assert states[0] == states[1]


@given(
    children(schooling=True, exact=True, complete=True), calendars(), days(date(2025, 9, 1), date(2026, 7, 1)), days()
)
def test_correcting_a_plan_leaves_every_line_about_suspensions_alone(child, calendar, on, corrected):
    plan = PepCompleted(at=corrected)
    before = evolve(child, history=(*child.history, plan))
    found, more = (
        assess(each, STOKE_ON_TRENT, calendar=calendar, on=on, everything=True).lines for each in (before, child)
    )
    apart = ("STK-FTE", "STK-NPE", "STK-ADM", "EX-", "CP-")
    assert [line for line in found if line.clause.startswith(apart)] == [
        line for line in more if line.clause.startswith(apart)
    ]


# --- one clause at a time, with only the records that it reads: what a random life seldom brings together -------------

AUTUMN = (date(2024, 9, 2), date(2024, 12, 20))
SCHOOL = SchoolCalendar(
    [
        Term(f"{name} {year}", date(year, *first), date(year, *last))
        for year in (2022, 2023, 2024, 2025)
        for name, first, last in (
            ("Spring", (1, 6), (3, 28)), ("Summer", (4, 16), (7, 19)), ("Autumn", (9, 4), (12, 20)),
        )
    ],
    all_inset_listed=True,
)  # fmt: skip


def read_by(one: Clause) -> list[type[Record]]:
    """The kinds of record that a clause reads: those that its demands print."""
    words = set(re.findall(r"\w+", repr(one.demands)))
    return [kind for kind in KINDS if kind.__name__ in words and kind not in (Attested, Declared)]


POLICIES = (ENGLAND, STOKE_ON_TRENT, OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES, CAMBRIDGESHIRE, OFFORD)
CHECKED = [(profile, one) for profile in POLICIES for one in profile.clauses if read_by(one)]


def lines_of_one_clause(id: str, child: Child, on: date) -> list[Line]:
    (found,) = [(profile, one) for profile, one in CHECKED if one.id == id]
    view = View(child, SCHOOL, Instant.of(on), None, strict_starts=False, everything=True)
    return list(lines_of(view, *found))


@st.composite
def learnt_of_one_clause(draw):
    """A clause, a child in care with records that it reads, close together, and the same child with one thing more known."""
    _, one = draw(st.sampled_from(CHECKED))
    kinds = read_by(one)
    a_record = life_at_school(kinds=kinds, first=AUTUMN[0], last=AUTUMN[1], names=("a", "b"))
    history = [CareOrder(start="2015-01-06"), *draw(st.lists(a_record, min_size=1, max_size=5))]
    families = sorted({kind.family for kind in kinds}, key=str)
    first, last = sorted((draw(days(*AUTUMN)), draw(days(*AUTUMN))))
    some = [None, EVERY_DAY, between(first, last + timedelta(days=1)), between(None, last), between(first, None)]
    listed = {family: draw(st.sampled_from(some)) for family in families}
    complete = {CARE: EVERY_DAY} | {family: stretch for family, stretch in listed.items() if stretch}
    child = Child("made up", born="2010-05-01", history=history, complete=complete)
    return one.id, Pair((child, draw(with_one_thing_more(child, a_record, families))))


@given(learnt_of_one_clause(), days(AUTUMN[0], date(2025, 5, 20)))
def test_learning_more_of_what_one_clause_reads_never_overturns_a_settled_line(asked, on):
    id, pair = asked
    found, more = (lines_of_one_clause(id, child, on) for child in pair)
    later = {(*key(line), line.demand, line.opens) for line in more}
    still = Counter((*key(line), line.demand, line.opens, line.state) for line in more)
    states = {(line.demand, line.state) for line in more}
    once = Counter((*key(line), line.demand, line.opens, line.state) for line in found if settled(line))
    for (*which, demand, opens, state), times in once.items():
        moved = narrowed(*pair) and not line_of_one_day(which)  # a date that is narrowed takes its line with it
        if (*which, demand, opens) in later and not moved:
            assert still[(*which, demand, opens, state)] >= times, (which, state, more)
        else:
            assert (demand, state) in states, (which, state, more)


def line_of_one_day(which: Sequence[object]) -> bool:
    started = which[-1]
    assert isinstance(started, Instant)
    return started.is_one_day
