"""Words that give no number: no date is made up for them, and what is advised says that it is only advice."""

from __future__ import annotations

import re
from datetime import date

import pytest
from attrs import evolve

from carepolicy.assessment import assess
from carepolicy.errors import Unfinished
from carepolicy.facts import SCHOOLING, CareOrder, Child, JoinedSchool, PepReviewed, Suspended, VirtualSchoolInformed
from carepolicy.law.looked_after import looked_after
from carepolicy.line import State
from carepolicy.logic.counting import ahead, beginning_with, by_date, nth, once_each_school_year
from carepolicy.logic.deadline import on_the_day, within
from carepolicy.logic.each_term import once_each_term
from carepolicy.logic.without_a_number import beforehand, immediately, promptly, regularly, without_delay
from carepolicy.policy import Profile, clause, duty
from carepolicy.report import as_text
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS, YEARS
from tests.situations.published import A, B

CARE_ORDER = CareOrder(start="2020-01-06")

CLOSES = evolve(A, closes=(15, 10))


def advice(deadline, event, calendar: SchoolCalendar = A) -> list[str]:
    found = deadline.counted_from(event, calendar=calendar)
    assert found.first is None
    return [str(one) for one in found.advice]


def test_without_delay_gives_no_date_and_is_chased_on_the_next_school_day():
    friday_before_half_term = date(2022, 10, 21)
    assert advice(without_delay, friday_before_half_term) == [
        "chase it from the morning of Mon 31 Oct 2022 (our measure; the words set no date)",
        "overdue in all but name after the end of Mon 31 Oct 2022 (our measure; the words set no date)",
    ]


def test_at_once_is_chased_after_an_hour_and_is_late_by_the_end_of_the_school_day():
    assert advice(immediately, "2023-03-07T11:30", CLOSES) == [
        "chase it from Tue 7 Mar 2023 12:30 (our measure; the words set no date)",
        "overdue in all but name after Tue 7 Mar 2023 15:10 (our measure; the words set no date)",
    ]


def test_in_a_timely_way_borrows_the_nearest_national_period_and_says_so():
    records = promptly("in a timely way", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1")
    assert records.words == "in a timely way"
    assert advice(records, date(2022, 11, 8)) == [
        "the nearest national period ends on Wed 30 Nov 2022 (borrowed from RE-1)",
    ]


def test_a_period_that_is_borrowed_must_name_its_rule():
    with pytest.raises(Unfinished, match="names the rule"):
        promptly("swiftly", borrowing=within(15, SCHOOL_DAYS))
    with pytest.raises(Unfinished, match="names the rule"):
        promptly("swiftly", borrowed_from="RE-1")


def test_nothing_is_advised_past_the_published_dates():
    assert advice(without_delay, date(2024, 8, 31), B) == []


def test_regularly_has_no_date_and_asks_the_school_to_set_an_interval():
    found = regularly.counted_from(date(2023, 3, 7), calendar=A)
    assert found.first is None
    assert "the school must set one" in found.missing


def test_beforehand_is_strictly_before_and_on_the_day_itself_the_time_decides():
    found = beforehand.counted_from("2023-03-07T11:30", calendar=A)
    assert found.first == found.last
    assert str(found) == "Tue 7 Mar 2023 11:29"
    by_day = beforehand.counted_from(date(2023, 3, 7), calendar=A)
    assert str(by_day) == "between Mon 6 Mar 2023 and Tue 7 Mar 2023"
    assert by_day.missing == "the time of the event"


def test_on_the_day_runs_to_midnight_with_the_end_of_the_school_day_as_advice():
    found = on_the_day.counted_from(date(2023, 3, 7), calendar=CLOSES)
    assert str(found) == "Tue 7 Mar 2023"
    assert [str(one) for one in found.advice] == [
        "do it by the end of the school day, Tue 7 Mar 2023 15:10 (our advice: nobody is at school later)"
    ]


def test_dl_e69_a_yearly_report_is_advised_a_year_after_the_last():
    found = once_each_school_year.counted_from(date(2023, 3, 20), calendar=B)
    assert str(found) == "Tue 23 Jul 2024"
    assert [str(one) for one in found.advice] == ["aim for Wed 20 Mar 2024 (our advice: 12 months after the last)"]


def test_an_event_timed_at_midnight_is_flagged_and_not_counted_otherwise():
    """Law notes 1.5, after Matthew v Sedman: an order that starts at 00:00 may make that day number one."""
    at_midnight = within(5, SCHOOL_DAYS).counted_from("2022-11-08T00:00", calendar=A)
    assert str(at_midnight) == "Tue 15 Nov 2022"
    assert "midnight" in at_midnight.caveats[0]
    assert within(5, SCHOOL_DAYS).counted_from("2022-11-08T00:01", calendar=A).caveats == ()


# --- in an assessment ------------------------------------------------------------------------------------------------


def policy(deadline) -> Profile:
    return Profile("Hill Top", looked_after, [clause("HT-1", "Said first.", duty(VirtualSchoolInformed, deadline))])


def state(deadline, *records, on: str = "2023-03-20") -> State:
    child = Child("made up", born="2012-05-01", history=[CARE_ORDER, *records], complete=[SCHOOLING])
    found = assess(child, policy(deadline), calendar=A, on=on, everything=True)
    (line,) = [line for line in found.lines if line.clause == "HT-1"]
    return line.state


SUSPENDED = Suspended(at="2023-03-14T10:00", days=2)


def test_what_must_be_done_before_an_event_counts_when_it_was_done_before_it():
    assert state(beforehand.of(Suspended), SUSPENDED, VirtualSchoolInformed(at="2023-03-13")) is State.MET
    assert state(beforehand.of(Suspended), SUSPENDED, VirtualSchoolInformed(at="2023-03-14T09:00")) is State.MET


def test_what_must_be_done_before_an_event_is_late_when_it_was_done_after_it():
    assert state(beforehand.of(Suspended), SUSPENDED, VirtualSchoolInformed(at="2023-03-14T11:00")) is State.LATE
    assert state(beforehand.of(Suspended), SUSPENDED) is State.OVERDUE


def test_on_the_day_of_an_event_it_cannot_be_told_which_came_first():
    assert state(beforehand.of(Suspended), SUSPENDED, VirtualSchoolInformed(at="2023-03-14")) is State.CANNOT_TELL


def test_an_act_before_an_earlier_event_of_the_kind_does_not_serve_the_next():
    earlier = Suspended(at="2023-02-01T10:00", days=1)
    child = Child(
        "made up",
        born="2012-05-01",
        history=[CARE_ORDER, earlier, VirtualSchoolInformed(at="2023-01-31"), SUSPENDED],
        complete=[SCHOOLING],
    )
    found = assess(child, policy(beforehand.of(Suspended)), calendar=A, on="2023-03-20", everything=True)
    assert [line.state for line in found.lines if line.clause == "HT-1"] == [State.MET, State.OVERDUE]


def test_notice_two_weeks_ahead_of_a_planned_event_is_due_before_it():
    planned = JoinedSchool(at="2023-04-17")
    assert state(ahead(2, WEEKS).of(JoinedSchool), planned) is State.DUE
    assert state(ahead(2, WEEKS).of(JoinedSchool), planned, VirtualSchoolInformed(at="2023-03-10")) is State.MET


def test_the_report_shows_advice_and_that_it_is_only_advice():
    child = Child("made up", born="2012-05-01", history=[CARE_ORDER, SUSPENDED], complete=[SCHOOLING])
    found = assess(child, policy(without_delay.of(Suspended)), calendar=A, on="2023-03-14")
    text = " ".join(as_text(found).split())
    assert "advised: chase it from the morning of Wed 15 Mar 2023 (our measure; the words set no date)" in text


def test_regularly_is_open_and_says_what_it_lacks():
    child = Child(
        "made up", born="2012-05-01", history=[CARE_ORDER, PepReviewed(at="2023-03-01")], complete=[SCHOOLING]
    )
    found = assess(child, policy(regularly.of(PepReviewed)), calendar=A, on="2023-03-14")
    (line,) = [line for line in found.lines if line.clause == "HT-1"]
    assert line.state is State.OPEN
    assert "the school must set one" in " ".join(as_text(found).split())


def test_a_date_that_the_words_name_says_which_day_it_is():
    termly = once_each_term.counted_from(date(2022, 10, 12), calendar=A)
    assert str(termly) == "Fri 31 Mar 2023"
    assert str(termly.counting).startswith("not counted day by day: the last school day of Spring 2023")
    yearly = once_each_school_year.counted_from(date(2023, 3, 20), calendar=B)
    assert (
        str(yearly.counting) == "not counted day by day: the last school day of the school year after that of the act"
    )
    rolled = by_date(date(2022, 4, 16), or_the_next=WORKING_DAYS).counted_from(date(2022, 1, 5), calendar=A)
    assert str(rolled) == "Tue 19 Apr 2022"
    assert rolled.counting.skipped == (("weekend", 2), ("bank holiday", 1))


def test_the_numbers_on_a_picture_never_run_together():
    due = nth(6, SCHOOL_DAYS).counted_from(date(2022, 11, 10), calendar=A)
    assert "10 * = 1 11 = 2" in due.counting.picture()
    long = within(110, SCHOOL_DAYS).counted_from(date(2022, 9, 5), calendar=A)
    assert re.search(r"\d = 109 +\d+ = 110", long.counting.picture())


def test_where_the_month_has_no_such_day_a_period_beginning_with_a_day_ends_with_the_month():
    """One month beginning with 31 January and one month after 30 January are the same month."""
    for deadline, event in ((beginning_with(1, MONTHS), date(2020, 1, 31)), (within(1, MONTHS), date(2020, 1, 30))):
        assert deadline.counted_from(event, calendar=A).day == date(2020, 2, 29)
    assert beginning_with(1, YEARS).counted_from(date(2020, 2, 29), calendar=A).day == date(2021, 2, 28)
    assert beginning_with(2, MONTHS).counted_from(date(2026, 4, 29), calendar=A).day == date(2026, 6, 28)


def test_the_day_of_an_event_that_is_not_covered_may_itself_be_number_one():
    found = beginning_with(1, WORKING_DAYS).counted_from(date(2029, 1, 2), calendar=A)
    assert str(found) == "undetermined, not before Tue 2 Jan 2029"


def test_notice_counted_back_is_a_window_until_every_training_day_is_listed():
    council = evolve(A, inset=[], all_inset_listed=False)
    found = ahead(10, SCHOOL_DAYS).counted_from(date(2022, 11, 24), calendar=council)
    assert str(found) == "between Thu 27 Oct 2022 and Thu 10 Nov 2022" or found.first.first_day < found.last.last_day
    assert "a school day earlier" in found.note
    assert found.act_by == found.first.day
