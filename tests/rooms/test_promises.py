"""What every value promises: frozen, equal by content, hashable, pickled whole, rebuilt from its repr, and private."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

import carepolicy.facts as facts
import carepolicy.law.looked_after as in_care
import carepolicy.law.provision as provision
import carepolicy.law.social_worker as social_work
import carepolicy.logic.beside as beside
import carepolicy.logic.counting as counting
import carepolicy.logic.days_out as days_out
import carepolicy.logic.deadline as deadline
import carepolicy.logic.each_term as each_term
import carepolicy.logic.suspended_days as suspended_days
import carepolicy.logic.without_a_number as without_a_number
import carepolicy.policy as policy
import carepolicy.time.calendar as calendar
import carepolicy.time.days as days
import carepolicy.time.spans as spans
import carepolicy.time.terms as terms
import carepolicy.time.working_days as working_days
from carepolicy.assessment import assess
from carepolicy.law.periods import periods_of_care
from carepolicy.law.registered import OnRoll, times_on_roll
from carepolicy.law.rules import DEFINITIONS
from carepolicy.law.school_age import of_compulsory_school_age
from carepolicy.logic import condition, definition, vocabulary, where
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.term_dates.cambridgeshire import CAMBRIDGESHIRE
from carepolicy.time.ages import Reached
from carepolicy.time.instants import Instant
from tests.situations.school import HILL_TOP, IN_CARE

NAMES: dict[str, Any] = {
    **vars(facts), **vars(condition), **vars(definition), **vars(vocabulary), **vars(where), **vars(deadline), **vars(counting), **vars(beside), **vars(suspended_days), **vars(provision), **vars(days_out), **vars(each_term), **vars(without_a_number), **vars(terms), **vars(working_days), **vars(policy), **vars(calendar),
    **vars(days), **vars(spans), "Reached": Reached, "Instant": Instant, "periods_of_care": periods_of_care, "times_on_roll": times_on_roll, "OnRoll": OnRoll,
    "date": date, "datetime": __import__("datetime"),
}  # fmt: skip

REBUILT: dict[str, Any] = {
    "days": days.Days.of((date(2026, 1, 5), date(2026, 3, 28)), (date(2026, 5, 1), None)),
    "a timeline": days.Timeline(days.NO_DAYS, days.EVERY_DAY),
    "an instant": Instant.of("2026-03-31T09:15"),
    "a rough instant": Instant.of("2026-03-01/2026-03-09"),
    "a span": spans.Span(20, spans.SCHOOL_DAYS),
    "a calendar": HILL_TOP,
    "working days": working_days.england(),
    "a calendar with everything": calendar.SchoolCalendar(
        HILL_TOP.terms, closures={date(2026, 2, 2): "snow"}, sessions=[date(2026, 3, 7)], bank_holidays=[], terms_a_year=3,
        covers=[(date(2025, 9, 1), date(2026, 7, 31))], afternoon_begins=(13, 0), closes=(15, 15), version="2",
        one_session=[date(2025, 12, 19)], published_on=date(2025, 3, 1),
        published=[terms.Published(date(2025, 9, 3), date(2025, 12, 19), "a page", "https://hilltop.example", terms.Mark.PARTIAL)],
        working_days=working_days.WorkingDays(((date(2026, 1, 1), "New Year"),), date(2025, 1, 1), date(2026, 12, 31)),
    ),
    "a council's dates": CAMBRIDGESHIRE,
    "working days with a day announced since": working_days.england().announcing(
        date(2027, 6, 4), "made up", on=date(2026, 9, 1)
    ),
    "a deadline": deadline.within(20, spans.SCHOOL_DAYS),
    "a clock": deadline.within(20, spans.SCHOOL_DAYS).of(facts.JoinedSchool),
    "a period beginning with a day": counting.beginning_with(15, spans.CALENDAR_DAYS),
    "a day of a state": counting.nth(6, spans.SCHOOL_DAYS),
    "ahead": counting.ahead(48, spans.HOURS),
    "clear days": counting.clear(2, spans.WEEKS),
    "the next such day": counting.by_the_next(30, 9),
    "the next such day that is worked": counting.by_the_next(1, 3, or_the_next=spans.WORKING_DAYS),
    "the later": counting.the_later(
        counting.beginning_with(3, spans.MONTHS), counting.beginning_with(12, spans.MONTHS), facts.EhcPlanIssued
    ),
    "once more": deadline.again(deadline.within(6, spans.MONTHS)),
    "at the latest": deadline.or_before(deadline.within(5, spans.WORKING_DAYS)),
    "by the end of the term": each_term.by_the_end_of_the_term,
    "a mark": provision.verified("dl:S7", what="the period"),
    "a date": counting.by_date(date(2026, 12, 31)),
    "a date that moves": counting.by_date(date(2026, 12, 31), or_the_next=spans.WORKING_DAYS),
    "each school year": counting.once_each_school_year,
    "the sixth day out": days_out.from_day_out(6),
    "while out": days_out.while_out(deadline.within(1, spans.SCHOOL_DAYS)),
    "no delay": without_a_number.without_delay,
    "at once": without_a_number.immediately,
    "swiftly": without_a_number.promptly("swiftly"),
    "in good time": without_a_number.promptly(
        "in a timely way", borrowing=deadline.within(15, spans.SCHOOL_DAYS), borrowed_from="RE-1"
    ),
    "regularly": without_a_number.regularly,
    "beforehand": without_a_number.beforehand,
    "a reading": deadline.reading("soon", deadline.on_the_day, because="it is short", instead=[deadline.by_close_of_school]),
    **DEFINITIONS,
    "a clause with everything": policy.clause(
        "P-1", "x", policy.stated_by("headteacher", scope=DEFINITIONS["looked_after"]), kind=policy.Kind.THRESHOLD,
        modality=policy.Modality.SHOULD, weaker_than="a rule",
    ),
    "a union": social_work.have_or_have_had_a_social_worker,
    "school age": of_compulsory_school_age,
    "a declaration": vocabulary.stated("asked", "A", "B"),
    "a clause": STOKE_ON_TRENT.clause("STK-FTE-2a"),
    "the national floor": ENGLAND,
    "a profile": STOKE_ON_TRENT,
}  # fmt: skip


@pytest.mark.parametrize("name", REBUILT)
def test_a_repr_rebuilds_the_value(name):
    value = REBUILT[name]
    assert eval(repr(value), NAMES) == value


@pytest.mark.parametrize("name", REBUILT)
def test_a_value_is_hashable_pickled_whole_and_equal_to_its_copy(name):
    value = REBUILT[name]
    copy = pickle.loads(pickle.dumps(value))
    assert copy == value
    assert hash(copy) == hash(value)


@pytest.mark.parametrize("name", REBUILT)
def test_a_value_cannot_be_changed(name):
    value = REBUILT[name]
    with pytest.raises((FrozenInstanceError, AttributeError)):
        value.anything = 1


CHILD = facts.Child(
    "opaque-7",
    born=date(2014, 5, 9),
    history=[IN_CARE, facts.Attested(at="2026-01-01", clause="STK-PEP-1c", role="designated_teacher", ref="r1")],
    complete=[facts.CARE],
    as_at="2026-03-01",
    warnings=[facts.DataWarning("odd")],
)


def test_a_child_shows_its_identifier_and_counts_and_nothing_else():
    assert repr(CHILD) == "<Child 'opaque-7': 2 records, 1 data warning>"


def test_what_holds_a_child_shows_no_more():
    finding = in_care.looked_after.on(date(2026, 1, 1), CHILD)
    assert repr(finding) == (
        "<Finding: looked after (Children Act 1989, s.22(1)-(2)) holds of <Child 'opaque-7': 2 records, 1 data warning>>"
    )


def test_a_record_shows_its_kind_where_it_came_from_and_its_reference():
    source = facts.Source("episodes.csv", (3, 4))
    assert repr(facts.CareOrder(start="2020-01-01", source=source)) == "<CareOrder from episodes.csv rows 3, 4>"
    assert repr(CHILD.history[1]) == "<Attested r1>"


def test_a_child_is_pickled_without_what_was_worked_out_about_it():
    in_care.looked_after.timeline(CHILD)
    copy = pickle.loads(pickle.dumps(CHILD))
    assert copy == CHILD
    assert copy.memory == {}
    assert in_care.looked_after.timeline(copy) == in_care.looked_after.timeline(CHILD)


def test_an_assessment_is_a_value():
    one, other = (assess(CHILD, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_an_assessment_is_made_of_shows_no_date_of_the_childs():
    child = facts.Child("ana", born="2011-03-17", history=[IN_CARE], complete=[facts.CARE])
    found = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2), everything=True)
    assert repr(found) == f"<Assessment of 'ana' on 2026-03-02: {len(found.lines)} lines>"
    shown = [repr(thing) for thing in (*found.lines, *found.statuses, *(status.reason for status in found.statuses))]
    assert not any("2029" in one or "2011" in one or "2024" in one for one in shown)
