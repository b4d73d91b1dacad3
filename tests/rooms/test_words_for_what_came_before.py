"""Words for what came before: a status that comes later, an act not too long before, another record of the same day."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.errors import BadPolicy, Unfinished
from carepolicy.facts import CARE, Attended, CareOrder, CareReviewHeld, Child, Meeting, ReviewMeeting
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.deadline import on_the_day, or_before
from carepolicy.logic.same_day import on_the_day_of
from carepolicy.logic.vocabulary import during, then_or_later
from carepolicy.logic.where import Attribute
from carepolicy.logic.without_a_number import beforehand_by_at_most
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import MONTHS, SCHOOL_DAYS, Span
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN

IN_CARE_LATER = then_or_later(during(CareOrder))


def child(*records, complete=(CARE,)) -> Child:
    return Child("made up", born="2014-05-09", history=records, complete=complete)


def test_a_status_of_a_later_day_holds_on_every_day_before_and_on_none_after_the_last():
    once = child(CareOrder(start="2024-01-01", end="2025-01-01"))
    days = [date(2015, 1, 1), date(2024, 6, 1), date(2024, 12, 31), date(2025, 1, 1)]
    assert [IN_CARE_LATER.on(day, once).verdict for day in days] == [HOLDS, HOLDS, HOLDS, FAILS]
    assert IN_CARE_LATER.on(date(2026, 1, 1), child(CareOrder(start="2024-01-01"))).verdict is HOLDS
    assert IN_CARE_LATER.on(date(2026, 1, 1), child()).verdict is FAILS


def test_a_status_that_may_come_later_cannot_be_told_and_names_what_would_show_it():
    finding = IN_CARE_LATER.on(date(2015, 1, 1), child(complete=()))
    assert finding.verdict is UNKNOWN
    assert [str(one) for one in finding.missing] == ["a complete list of the child's records of care"]


def test_the_words_are_told_and_print_what_rebuilds_them():
    assert IN_CARE_LATER.title == "care order, then or later"
    assert repr(then_or_later(looked_after)).startswith("then_or_later(Definition(")
    assert repr(beforehand_by_at_most(6, MONTHS)) == "beforehand_by_at_most(6, MONTHS)"
    assert beforehand_by_at_most(6, MONTHS).told("the meeting") == "at most 6 months before the meeting"
    assert or_before(on_the_day, no_earlier=Span(6, MONTHS)).words == "on the day (or up to 6 months before)"


def test_what_is_no_condition_and_a_span_that_needs_a_calendar_are_refused():
    with pytest.raises(Unfinished, match="then_or_later"):
        then_or_later(CareOrder)
    with pytest.raises(BadPolicy):
        beforehand_by_at_most(6, SCHOOL_DAYS)


CAME = Attribute("role", "who came").one_of("virtual_school")


@pytest.mark.parametrize(
    ("attended", "verdict"),
    [
        (Attended(at="2026-02-03", role="virtual_school", meeting=Meeting.CARE_REVIEW), HOLDS),
        (Attended(at="2026-02-03", role="carer", meeting=Meeting.CARE_REVIEW), FAILS),
        (Attended(at="2026-02-04", role="virtual_school", meeting=Meeting.CARE_REVIEW), FAILS),
        (Attended(at="2026-02", role="virtual_school", meeting=Meeting.CARE_REVIEW), UNKNOWN),
        (Attended(at="2026-02-03", role="virtual_school", meeting=Meeting.CARE_REVIEW, about="other"), FAILS),
    ],
    ids=["it is there", "of another role", "of another day", "of a day not known", "about another meeting"],
)
def test_another_record_of_the_same_day(attended, verdict):
    review, other = CareReviewHeld(at="2026-02-03", ref="this"), ReviewMeeting(at="2026-02-03", ref="other")
    tied = on_the_day_of(Attended, CAME).among(child(review, other, attended), SchoolCalendar([]))
    assert tied.test(review) is verdict
    assert tied.asks(review) == (("the day of the presence",) if verdict is UNKNOWN else ())
