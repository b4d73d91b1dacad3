"""The Stoke-on-Trent policy: each clause encoded so far met, missed, and not to be told."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve

from carepolicy.assessment import assess
from carepolicy.errors import BadPolicy, UnknownName
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    CareOrder,
    Child,
    Ended,
    JoinedSchool,
    LeftSchool,
    NewPlacementStarted,
    PapersSentToVirtualSchool,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    ReportedInCare,
    SentHomeUnrecorded,
    Suspended,
    TakenOffRoll,
    VirtualSchoolInformed,
)
from carepolicy.logic.deadline import by_close_of_school, within
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, WORKING_DAYS
from tests.situations.school import BORN, EVERYTHING, HILL_TOP, IN_CARE, line, lines, states

SEPTEMBER = CareOrder(start="2025-09-01")
"""Came into care on Monday 1 September 2025: 20 working days later is Monday 29 September."""

UNLISTED = (CARE, PERMANENCE)
"""Completeness that says nothing of what happened at school."""


# --- STK-ADM-6: stays on the roll until the new placement has begun ---------------------------------------------------


def test_adm6_off_the_roll_before_the_new_placement_began_is_a_breach():
    assert states("STK-ADM-6", TakenOffRoll(at="2026-02-23"), on=date(2026, 2, 23)) == ["BREACH"]
    late = NewPlacementStarted(at="2026-02-24")
    assert states("STK-ADM-6", TakenOffRoll(at="2026-02-23"), late, on=date(2026, 3, 1)) == ["BREACH"]


def test_adm6_s25_off_the_roll_once_the_new_placement_has_begun_is_allowed():
    begun = NewPlacementStarted(at="2026-02-19")
    assert states("STK-ADM-6", begun, TakenOffRoll(at="2026-02-23"), on=date(2026, 2, 23)) == ["MET"]


def test_adm6_begun_on_the_very_day_is_in_place():
    begun = NewPlacementStarted(at="2026-02-23")
    assert states("STK-ADM-6", begun, TakenOffRoll(at="2026-02-23"), on=date(2026, 2, 23)) == ["MET"]


def test_adm6_with_school_records_that_may_be_missing_it_cannot_be_told():
    only = line("STK-ADM-6", TakenOffRoll(at="2026-02-23"), on=date(2026, 2, 23), complete=UNLISTED)
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("whether the start at the new education placement came first",)


def test_adm6_a_placement_from_before_this_school_is_not_the_new_one():
    joined, off = JoinedSchool(at="2025-09-03"), TakenOffRoll(at="2026-02-10")
    old = NewPlacementStarted(at="2022-09-05")
    assert states("STK-ADM-6", joined, off, old, on=date(2026, 3, 2)) == ["BREACH"]


def test_adm6_that_no_placement_had_begun_is_known_only_from_records_complete_since_joining():
    off = TakenOffRoll(at="2026-02-10")
    that_day = {CARE: None, SCHOOLING: (date(2026, 2, 10), date(2026, 2, 11))}
    assert states("STK-ADM-6", off, on=date(2026, 3, 2), complete=that_day) == ["CANNOT TELL"]
    since_joining = {CARE: None, SCHOOLING: (date(2025, 9, 3), None)}
    joined = JoinedSchool(at="2025-09-03")
    assert states("STK-ADM-6", joined, off, on=date(2026, 3, 2), complete=since_joining) == ["BREACH"]


def test_adm6_a_placement_that_began_on_the_day_of_joining_may_be_this_school_itself():
    joined, off = JoinedSchool(at="2025-09-03"), TakenOffRoll(at="2026-02-10")
    assert states("STK-ADM-6", joined, off, NewPlacementStarted(at="2025-09-03"), on=date(2026, 3, 2)) == [
        "CANNOT TELL"
    ]


def test_adm6_joining_the_new_school_on_record_too_is_no_breach():
    here, there = JoinedSchool(at="2025-09-03"), JoinedSchool(at="2026-02-01")
    off, placed = TakenOffRoll(at="2026-02-02"), NewPlacementStarted(at="2026-01-30")
    assert states("STK-ADM-6", here, there, off, placed, on=date(2026, 3, 2)) == ["CANNOT TELL"]


def test_adm6_where_joining_is_not_on_record_an_old_placement_cannot_be_told():
    old, off = NewPlacementStarted(at="2022-09-05"), TakenOffRoll(at="2026-02-10")
    since = {CARE: None, SCHOOLING: (date(2025, 9, 3), None)}
    assert states("STK-ADM-6", old, off, on=date(2026, 3, 2), complete=since) == ["CANNOT TELL"]


def test_adm6_with_both_times_known_the_later_one_was_not_in_place():
    joined, off = JoinedSchool(at="2025-09-03"), TakenOffRoll(at="2026-02-10T09:00")
    placed = NewPlacementStarted(at="2026-02-10T14:00")
    assert states("STK-ADM-6", joined, off, placed, on=date(2026, 3, 2)) == ["BREACH"]


def test_adm6_a_child_not_in_care_may_be_taken_off():
    assert states("STK-ADM-6", TakenOffRoll(at="2026-02-23"), on=date(2026, 2, 23), care=None) == []


def test_adm6_with_nobody_taken_off_there_is_no_line():
    assert states("STK-ADM-6", on=date(2026, 2, 23)) == []


# --- STK-NPE-1: no permanent exclusion --------------------------------------------------------------------------------


def test_npe1_a_permanent_exclusion_of_a_child_in_care_is_a_breach():
    assert states("STK-NPE-1", PermanentlyExcluded(at="2026-03-12"), on=date(2026, 3, 12)) == ["BREACH"]


def test_npe1_of_a_child_not_in_care_it_is_not_and_with_care_unknown_it_cannot_be_told():
    excluded = PermanentlyExcluded(at="2026-03-12")
    assert states("STK-NPE-1", excluded, on=date(2026, 3, 12), care=None) == []
    only = line("STK-NPE-1", excluded, on=date(2026, 3, 12), care=None, complete=[PERMANENCE])
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("a complete list of the child's records of care",)


def test_npe1_on_the_day_care_ended_the_child_is_still_covered():
    ended = CareOrder(start="2024-01-01", end="2026-03-12", ended_by=Ended.HOME_PLANNED)
    assert states("STK-NPE-1", PermanentlyExcluded(at="2026-03-12"), on=date(2026, 3, 12), care=ended) == ["BREACH"]
    assert states("STK-NPE-1", PermanentlyExcluded(at="2026-03-13"), on=date(2026, 3, 13), care=ended) == []


def test_npe1_on_the_eighteenth_birthday_nobody_is_a_child_in_care():
    grown, eve = PermanentlyExcluded(at="2026-01-13T10:00"), PermanentlyExcluded(at="2026-01-12T10:00")
    assert states("STK-NPE-1", grown, born=date(2008, 1, 13), on=date(2026, 1, 20)) == []
    assert states("STK-NPE-1", eve, born=date(2008, 1, 13), on=date(2026, 1, 20)) == ["BREACH"]


# --- STK-FTE-1a: the virtual school hears on the day ------------------------------------------------------------------

SUSPENDED = Suspended(at="2026-01-15T11:20", days=2)


def test_fte1a_s15_the_virtual_school_is_to_be_told_by_the_end_of_the_day():
    only = line("STK-FTE-1a", SUSPENDED, on=datetime(2026, 1, 15, 11, 30))
    assert only.state.value == "DUE"
    assert only.due.day == date(2026, 1, 15)
    assert [other.words for other in only.reading.instead] == [
        "on the day, by the close of school",
        "on the first day out",
    ]


def test_fte1a_told_on_the_day_told_the_next_day_and_not_told():
    on = date(2026, 1, 20)
    assert states("STK-FTE-1a", SUSPENDED, VirtualSchoolInformed(at="2026-01-15"), on=on) == ["MET"]
    late = line("STK-FTE-1a", SUSPENDED, VirtualSchoolInformed(at="2026-01-16"), on=on)
    assert (late.state.value, late.late_by) == ("LATE", "1 calendar day")
    missed = line("STK-FTE-1a", SUSPENDED, on=on)
    assert (missed.state.value, missed.late_by) == ("OVERDUE", "5 calendar days")


@pytest.mark.parametrize(
    ("told", "closes", "state"),
    [
        ("2026-03-10T14:00", (15, 15), "MET"),
        ("2026-03-10T16:00", (15, 15), "LATE"),
        ("2026-03-10", (15, 15), "CANNOT TELL"),
        ("2026-03-10T16:00", None, "CANNOT TELL"),
        ("2026-03-11T09:00", None, "LATE"),
    ],
)
def test_fte1a_read_as_by_the_close_of_school_it_turns_on_when_the_school_closes(told, closes, state):
    calendar = evolve(HILL_TOP, closes=closes)
    only = line(
        "STK-FTE-1a", Suspended(at="2026-03-10T10:20", days=2), VirtualSchoolInformed(at=told), on=date(2026, 3, 12),
        calendar=calendar, choosing={"STK-FTE-1a": by_close_of_school},
    )  # fmt: skip
    assert only.state.value == state
    if closes is None and state == "CANNOT TELL":
        assert only.missing == ("the time at which the school closes",)


def test_fte1a_with_school_records_that_may_be_missing_it_cannot_be_told():
    only = line("STK-FTE-1a", SUSPENDED, on=date(2026, 1, 20), complete=UNLISTED)
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("a complete list of the child's records of schooling",)
    assert states("STK-FTE-1a", SUSPENDED, on=date(2026, 1, 15), complete=UNLISTED) == ["DUE"]


def test_fte1a_a_notice_from_before_the_decision_does_not_count():
    told = VirtualSchoolInformed(at="2026-01-15T09:00")
    assert states("STK-FTE-1a", SUSPENDED, told, on=date(2026, 1, 20)) == ["OVERDUE"]


def test_fte1a_each_suspension_wants_its_own_notice():
    first, second = Suspended(at="2026-01-15", days=1), Suspended(at="2026-01-20", days=1)
    told = VirtualSchoolInformed(at="2026-01-20")
    assert states("STK-FTE-1a", first, second, told, on=date(2026, 1, 21)) == ["OVERDUE", "MET"]


def test_fte1a_a_notice_of_a_year_before_is_a_slip_and_does_not_count_even_where_it_names_the_suspension():
    suspended = evolve(SUSPENDED, ref="s1")
    told = VirtualSchoolInformed(at="2025-01-15", about="s1")
    assert states("STK-FTE-1a", suspended, told, on=date(2026, 1, 20)) == ["OVERDUE"]


def test_fte1a_suspended_on_the_day_care_ends_nothing_is_owed_once_the_day_is_over():
    care = CareOrder(start="2024-01-01", end="2026-01-15", ended_by=Ended.HOME_PLANNED)
    only = line("STK-FTE-1a", SUSPENDED, care=care, on=date(2026, 1, 20))
    assert (only.state.value, only.left.day) == ("ENDED", date(2026, 1, 15))


def test_fte1a_a_notice_that_says_which_suspension_it_is_about_counts_for_that_one():
    first, second = Suspended(at="2026-01-15", days=1, ref="a"), Suspended(at="2026-01-16", days=1, ref="b")
    told = [VirtualSchoolInformed(at="2026-01-16", about="b"), VirtualSchoolInformed(at="2026-01-16", about="a")]
    found = lines("STK-FTE-1a", first, second, *told, on=date(2026, 1, 21))
    assert [one.state.value for one in found] == ["LATE", "MET"]


# --- STK-FTE-2a: papers within 48 hours ------------------------------------------------------------------------------


def test_fte2a_s15_the_papers_are_due_48_elapsed_hours_later_on_a_saturday():
    only = line("STK-FTE-2a", SUSPENDED, on=datetime(2026, 1, 15, 11, 30))
    assert only.state.value == "DUE"
    assert str(only.due) == "Sat 17 Jan 2026 11:20"
    assert only.due.act_by == date(2026, 1, 16)


def test_fte2a_s16_sent_within_48_hours_is_in_time_and_a_minute_later_is_not():
    on = datetime(2026, 1, 17, 12, 0)
    assert states("STK-FTE-2a", SUSPENDED, PapersSentToVirtualSchool(at="2026-01-17T10:00"), on=on) == ["MET"]
    assert states("STK-FTE-2a", SUSPENDED, PapersSentToVirtualSchool(at="2026-01-17T11:20"), on=on) == ["MET"]
    assert states("STK-FTE-2a", SUSPENDED, PapersSentToVirtualSchool(at="2026-01-17T11:21"), on=on) == ["LATE"]
    assert states("STK-FTE-2a", SUSPENDED, on=on) == ["OVERDUE"]


def test_fte2a_over_the_spring_clock_change_48_hours_end_an_hour_later_on_the_clock():
    only = line("STK-FTE-2a", Suspended(at="2026-03-27T15:05", days=2), on=date(2026, 3, 27))
    assert str(only.due) == "Sun 29 Mar 2026 16:05"
    assert only.due.act_by == date(2026, 3, 27)


def test_fte2a_on_the_day_of_the_limit_with_no_time_of_day_it_is_still_due():
    assert states("STK-FTE-2a", SUSPENDED, on=date(2026, 1, 17)) == ["DUE"]
    assert states("STK-FTE-2a", SUSPENDED, on=date(2026, 1, 18)) == ["OVERDUE"]


def test_fte2a_papers_dated_by_the_day_on_the_day_of_the_limit_cannot_be_told():
    only = line("STK-FTE-2a", SUSPENDED, PapersSentToVirtualSchool(at="2026-01-17"), on=date(2026, 1, 18))
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("the times of day",)


def test_fte2a_every_other_reading_comes_with_its_own_date():
    told = VirtualSchoolInformed(at="2026-01-15T12:00")
    only = line("STK-FTE-2a", SUSPENDED, told, on=date(2026, 1, 16))
    assert [(other.words, other.due) for other in only.reading.instead] == [
        ("2 school days", "Mon 19 Jan 2026"),
        ("2 working days", "Mon 19 Jan 2026"),
        ("48 hours after the notice to the virtual school", "Sat 17 Jan 2026 12:00"),
    ]


# --- STK-FTE-5: never sent home unrecorded ---------------------------------------------------------------------------


def test_fte5_s17_sent_home_without_a_recorded_suspension_is_a_breach():
    reported = ReportedInCare(start="2025-01-01")
    assert states("STK-FTE-5", SentHomeUnrecorded(at="2025-11-20"), on=date(2025, 11, 20), care=reported) == ["BREACH"]


def test_fte5_for_a_child_not_in_care_there_is_no_line_and_with_care_unknown_it_cannot_be_told():
    sent = SentHomeUnrecorded(at="2025-11-20")
    assert states("STK-FTE-5", sent, on=date(2025, 11, 20), care=None) == []
    assert states("STK-FTE-5", sent, on=date(2025, 11, 20), care=None, complete=[PERMANENCE]) == ["CANNOT TELL"]


# --- STK-PEP-1a: an up-to-date PEP from day 20 of care ---------------------------------------------------------------


def test_pep1a_is_due_twenty_working_days_after_coming_into_care():
    only = line("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 9, 10))
    assert (only.state.value, only.due.day) == ("DUE", date(2025, 9, 29))
    assert str(only.due.counting) == "counted from Tue 2 Sep 2025 to Mon 29 Sep 2025; not counted: 8 days (8 weekend)"
    assert [(other.words, other.due) for other in only.reading.instead] == [
        ("20 school days", "Tue 30 Sep 2025"),
        ("20 calendar days", "Sun 21 Sep 2025"),
    ]


def test_pep1a_completed_on_the_last_day_is_met_and_on_the_next_working_day_late():
    on = date(2025, 10, 20)
    assert states("STK-PEP-1a", PepCompleted(at="2025-09-29"), care=SEPTEMBER, on=on) == ["MET"]
    late = line("STK-PEP-1a", PepCompleted(at="2025-10-08"), care=SEPTEMBER, on=on)
    assert (late.state.value, late.late_by) == ("LATE", "7 working days")


def test_pep1a_with_no_pep_it_is_overdue_from_the_day_after_and_stays_so():
    assert states("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 9, 29)) == ["DUE"]
    assert states("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 9, 30)) == ["OVERDUE"]
    assert states("STK-PEP-1a", care=SEPTEMBER, on=date(2026, 7, 1)) == ["OVERDUE"]


def test_pep1a_with_school_records_that_may_be_missing_it_is_due_but_never_overdue():
    assert states("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 9, 10), complete=UNLISTED) == ["DUE"]
    only = line("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 10, 10), complete=UNLISTED)
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("a complete list of the child's records of schooling",)
    late = line("STK-PEP-1a", PepCompleted(at="2025-10-08"), care=SEPTEMBER, on=date(2025, 10, 10), complete=UNLISTED)
    assert late.state.value == "CANNOT TELL"


def test_pep1a_a_plan_from_an_earlier_time_in_care_does_not_count():
    before = CareOrder(start="2025-01-01", end="2025-06-01", ended_by=Ended.HOME_PLANNED)
    on = date(2025, 10, 20)
    assert states("STK-PEP-1a", before, PepCompleted(at="2025-05-20"), care=SEPTEMBER, on=on) == ["LATE", "OVERDUE"]


def test_pep1a_leaving_care_before_the_day_ends_it_and_after_the_day_leaves_it_missed():
    short = CareOrder(start="2025-09-01", end="2025-09-15", ended_by=Ended.HOME_PLANNED)
    long = CareOrder(start="2025-09-01", end="2025-10-15", ended_by=Ended.HOME_PLANNED)
    on = date(2025, 11, 3)
    assert states("STK-PEP-1a", care=short, on=on) == ["ENDED"]
    assert states("STK-PEP-1a", care=long, on=on) == ["MISSED"]


def test_pep1a_coming_into_care_tomorrow_is_not_yet():
    assert states("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 8, 31)) == ["NOT YET"]


def test_pep1a_moving_from_one_legal_basis_to_another_is_not_coming_into_care_again():
    order = CareOrder(start="2025-09-01", end="2025-11-01")
    assert len(lines("STK-PEP-1a", CareOrder(start="2025-11-01"), care=order, on=date(2025, 12, 1))) == 1


def test_pep1a_a_start_before_which_the_records_are_not_complete_says_so_and_strictly_cannot_be_told():
    from tests.situations.school import EVERYTHING

    complete = {family: (date(2025, 9, 1), None) for family in EVERYTHING}
    taken = line("STK-PEP-1a", PepCompleted(at="2025-09-20"), care=SEPTEMBER, on=date(2025, 10, 20), complete=complete)
    assert taken.state.value == "MET"
    assert "records of care from before it are not listed as complete, so it may have begun earlier" in taken.caveats
    overdue = {"care": SEPTEMBER, "on": date(2025, 10, 20), "complete": complete}
    assert states("STK-PEP-1a", **overdue) == ["OVERDUE"]
    assert states("STK-PEP-1a", strict_starts=True, **overdue) == ["CANNOT TELL"]


def test_pep1a_care_that_began_some_time_in_september_makes_a_window():
    only = line("STK-PEP-1a", PepCompleted(at="2025-10-08"), care=CareOrder(start="2025-09"), on=date(2025, 12, 1))
    assert str(only.due) == "between Mon 29 Sep 2025 and Tue 28 Oct 2025"
    assert only.state.value == "CANNOT TELL"
    assert states("STK-PEP-1a", care=CareOrder(start="2025-09"), on=date(2025, 10, 29)) == ["OVERDUE"]


# --- STK-PEP-1b: an up-to-date PEP from day 20 of a new school --------------------------------------------------------

JOINED = JoinedSchool(at="2025-11-05")
"""Joined on Wednesday 5 November 2025; 28 November is a training day, so day 20 is Thursday 4 December."""


def test_pep1b_is_due_twenty_school_days_after_joining():
    only = line("STK-PEP-1b", JOINED, on=date(2025, 11, 10))
    assert (only.state.value, only.due.day) == ("DUE", date(2025, 12, 4))
    assert only.due.counting.skipped == (("weekend", 8), ("INSET", 1))


def test_pep1b_a_plan_of_this_term_or_the_last_that_came_along_is_up_to_date():
    on = date(2026, 1, 10)
    assert states("STK-PEP-1b", JOINED, PepCompleted(at="2025-10-01"), on=on) == ["MET"]
    assert states("STK-PEP-1b", JOINED, PepCompleted(at="2025-05-01"), on=on) == ["MET"]
    assert states("STK-PEP-1b", JOINED, PepCompleted(at="2025-03-01"), on=on) == ["OVERDUE"]
    assert states("STK-PEP-1b", JOINED, PepCompleted(at="2024-03-01"), PepReviewed(at="2025-05-01"), on=on) == ["MET"]


def test_pep1b_a_plan_that_came_along_is_told_to_be_why():
    came_along = PepCompleted(at="2025-11-03")
    only = line("STK-PEP-1b", came_along, JoinedSchool(at="2026-01-05"), on=date(2026, 2, 20))
    assert only.state.value == "MET"
    assert only.caveats[-1].startswith("done before the clock started, and still valid")


def test_pep1b_a_plan_reviewed_at_the_new_school_is_up_to_date_whenever_it_was_made():
    old, reviewed = PepCompleted(at="2025-05-01"), PepReviewed(at="2026-01-16")
    joined = JoinedSchool(at="2026-01-07")
    assert states("STK-PEP-1b", joined, old, reviewed, on=date(2026, 3, 2)) == ["MET"]
    assert states("STK-PEP-1b", joined, old, on=date(2026, 3, 2)) == ["OVERDUE"]


def test_pep1b_a_review_after_the_day_shows_a_plan_that_came_late():
    old, joined = PepCompleted(at="2025-05-01"), JoinedSchool(at="2026-01-07")
    reviewed = PepReviewed(at="2026-02-10")
    only = line("STK-PEP-1b", joined, old, reviewed, on=date(2026, 3, 2))
    assert (only.state.value, only.act) == ("LATE", "PEP review")


def test_pep1b_a_review_known_by_its_month_may_be_in_time():
    old, joined = PepCompleted(at="2025-05-01"), JoinedSchool(at="2026-01-05")
    assert states("STK-PEP-1b", joined, old, PepReviewed(at="2026-02"), on=date(2026, 3, 2)) == ["CANNOT TELL"]


def test_pep1b_joining_again_does_not_leave_the_first_one_overdue_for_ever():
    first, again = JoinedSchool(at="2025-10-02"), JoinedSchool(at="2026-01-07")
    plan = PepCompleted(at="2026-01-20")
    assert states("STK-PEP-1b", first, again, plan, on=date(2026, 3, 2)) == ["LATE", "MET"]


def test_pep1b_made_after_joining_in_time_and_too_late():
    on = date(2026, 1, 10)
    assert states("STK-PEP-1b", JOINED, PepCompleted(at="2025-12-04"), on=on) == ["MET"]
    late = line("STK-PEP-1b", JOINED, PepCompleted(at="2025-12-08"), on=on)
    assert (late.state.value, late.late_by) == ("LATE", "2 school days")


def test_pep1b_leaving_the_school_before_the_day_ends_it():
    gone = LeftSchool(at="2025-11-20")
    assert states("STK-PEP-1b", JOINED, gone, on=date(2026, 1, 10)) == ["ENDED"]


def test_pep1b_for_a_child_not_in_care_when_joining_there_is_no_line():
    later = CareOrder(start="2025-11-20")
    assert states("STK-PEP-1b", JOINED, care=later, on=date(2026, 1, 10)) == []


def test_pep1b_with_term_dates_that_stop_too_soon_the_day_is_undetermined_but_a_plan_inside_the_count_is_in_time():
    autumn = SchoolCalendar(HILL_TOP.terms[:2], HILL_TOP.half_terms[:2], inset=HILL_TOP.inset, all_inset_listed=True)
    december = JoinedSchool(at="2025-12-10")
    only = line("STK-PEP-1b", december, on=date(2026, 2, 10), calendar=autumn)
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("the school days after Fri 19 Dec 2025; 7 of 20 counted by then",)
    assert str(only.due) == "undetermined, not before Sat 20 Dec 2025"
    assert states("STK-PEP-1b", december, PepCompleted(at="2025-12-17"), on=date(2026, 2, 10), calendar=autumn) == [
        "MET"
    ]


def test_pep1b_with_training_days_not_listed_the_due_date_is_a_window_and_says_so():
    calendar = SchoolCalendar(HILL_TOP.terms, HILL_TOP.half_terms, name="council dates")
    only = line("STK-PEP-1b", JOINED, on=date(2025, 12, 5), calendar=calendar)
    assert str(only.due) == "between Wed 3 Dec 2025 and Wed 10 Dec 2025"
    assert only.state.value == "CANNOT TELL"
    assert only.missing == ("the school's training days",)
    assert states("STK-PEP-1b", JOINED, on=date(2025, 12, 3), calendar=calendar) == ["DUE"]
    assert states("STK-PEP-1b", JOINED, on=date(2025, 12, 11), calendar=calendar) == ["OVERDUE"]


# --- STK-PEP-1d: reviewed in every term -------------------------------------------------------------------------------

FIRST = PepCompleted(at="2025-09-20")


def test_pep1d_the_first_plan_is_that_terms_act_and_a_review_falls_due_each_term_after():
    found = lines("STK-PEP-1d", FIRST, care=SEPTEMBER, on=date(2026, 2, 1))
    assert [(one.state.value, one.due.day) for one in found] == [
        ("DUE", date(2026, 3, 27)),
        ("NOT YET", date(2026, 7, 21)),
    ]


def test_pep1d_reviewed_in_the_term_is_met_and_two_in_one_term_do_not_cover_the_next():
    reviews = [PepReviewed(at="2026-01-09"), PepReviewed(at="2026-03-20")]
    found = states("STK-PEP-1d", FIRST, *reviews, care=SEPTEMBER, on=date(2026, 7, 22))
    assert found[:2] == ["MET", "OVERDUE"]


def test_pep1d_two_plans_in_one_time_in_care_run_one_clock():
    again = PepCompleted(at="2025-11-20")
    assert states("STK-PEP-1d", FIRST, again, PepReviewed(at="2026-02-10"), care=SEPTEMBER, on=date(2026, 3, 2)) == [
        "MET", "NOT YET"
    ]  # fmt: skip


def test_pep1d_reviewed_in_the_holiday_after_is_late():
    held = PepReviewed(at="2026-04-02")
    found = lines("STK-PEP-1d", FIRST, held, care=SEPTEMBER, on=date(2026, 4, 20))
    assert [one.state.value for one in found[:2]] == ["LATE", "DUE"]


def test_pep1d_with_school_records_that_may_be_missing_it_cannot_be_told_once_the_term_is_over():
    found = states("STK-PEP-1d", FIRST, care=SEPTEMBER, on=date(2026, 4, 1), complete=UNLISTED)
    assert found[0] == "CANNOT TELL"


def test_pep1d_a_six_term_school_still_has_three_terms_for_this():
    blocks = [
        ("Autumn 1", date(2025, 9, 3), date(2025, 10, 24)), ("Autumn 2", date(2025, 11, 3), date(2025, 12, 19)),
        ("Spring 1", date(2026, 1, 5), date(2026, 2, 13)), ("Spring 2", date(2026, 2, 23), date(2026, 3, 27)),
        ("Summer 1", date(2026, 4, 13), date(2026, 5, 22)), ("Summer 2", date(2026, 6, 1), date(2026, 7, 21)),
    ]  # fmt: skip
    from carepolicy.time.terms import Term

    six = SchoolCalendar([Term(*block) for block in blocks], all_inset_listed=True)
    found = lines("STK-PEP-1d", FIRST, care=SEPTEMBER, on=date(2026, 1, 20), calendar=six)
    assert [one.due.day for one in found] == [date(2026, 3, 27), date(2026, 7, 21)]
    assert found[0].reading.instead[0].due == "Fri 13 Feb 2026"


def test_pep1d_a_term_that_is_not_published_between_two_that_are_leaves_its_review_open():
    gap = evolve(HILL_TOP, terms=[term for term in HILL_TOP.terms if term.name != "Spring 2026"])
    found = lines("STK-PEP-1d", FIRST, care=SEPTEMBER, on=date(2026, 5, 10), calendar=gap)
    assert [(one.state.value, one.due.day) for one in found[:2]] == [("CANNOT TELL", None), ("DUE", date(2026, 7, 21))]
    assert found[0].missing == ("the terms from Sat 20 Dec 2025 to Sun 12 Apr 2026",)
    assert "once in each term from Sat 20 Dec 2025 to Sun 12 Apr 2026" in found[0].told


def test_pep1d_terms_before_the_first_published_one_are_open_and_of_an_earlier_year_shown_only_when_asked():
    early = PepCompleted(at="2024-01-20")
    child = Child("made up", born=BORN, history=[IN_CARE, early], complete=EVERYTHING)
    shown = {
        everything: [
            line.missing
            for line in assess(
                child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 2, 1), everything=everything
            ).lines
            if line.clause == "STK-PEP-1d" and line.missing
        ]
        for everything in (True, False)
    }
    assert shown == {True: [("the terms from Sun 21 Jan 2024 to Mon 21 Apr 2025",)], False: []}


def test_pep1d_past_the_published_terms_the_next_review_has_no_date_yet():
    found = lines("STK-PEP-1d", FIRST, care=SEPTEMBER, on=date(2026, 9, 10))
    assert found[-1].state.value == "CANNOT TELL"
    assert found[-1].missing == ("the dates of the term after the last one published",)


# --- choosing another reading ----------------------------------------------------------------------------------------


def test_a_caller_can_choose_another_listed_reading_without_editing_the_profile():
    only = line("STK-PEP-1a", care=SEPTEMBER, on=date(2025, 9, 10), choosing={"STK-PEP-1a": within(20, CALENDAR_DAYS)})
    assert only.due.day == date(2025, 9, 21)
    assert only.due.act_by == date(2025, 9, 19)
    assert only.reading.because == "chosen by the caller instead of 20 working days"
    assert ("20 working days", "Mon 29 Sep 2025") in [(other.words, other.due) for other in only.reading.instead]


def test_a_reading_that_says_what_starts_the_clock_can_be_chosen_too():
    told = VirtualSchoolInformed(at="2026-01-16T09:00")
    chosen = {"STK-FTE-2a": within(48, HOURS).of(VirtualSchoolInformed)}
    only = line("STK-FTE-2a", SUSPENDED, told, on=date(2026, 1, 16), choosing=chosen)
    assert str(only.due) == "Sun 18 Jan 2026 09:00"
    assert "48 hours after the suspension" in [other.words for other in only.reading.instead]
    assert only.reading.because == "chosen by the caller instead of 48 hours"


def test_under_a_reading_from_the_call_the_others_still_run_from_the_suspension():
    told = VirtualSchoolInformed(at="2026-01-16T09:00")
    chosen = {"STK-FTE-2a": within(48, HOURS).of(VirtualSchoolInformed)}
    only = line("STK-FTE-2a", SUSPENDED, told, on=date(2026, 1, 16), choosing=chosen)
    others = {other.words: other.due for other in only.reading.instead}
    assert others["48 hours after the suspension"] == str(line("STK-FTE-2a", SUSPENDED, on=date(2026, 1, 16)).due)


def test_a_call_about_one_suspension_is_no_date_for_another():
    first, second = (Suspended(at=f"2026-01-{day}T09:00", days=1, ref=ref) for day, ref in ((15, "a"), (16, "b")))
    called = VirtualSchoolInformed(at="2026-01-17T10:00", about="b")
    of_a, of_b = lines("STK-FTE-2a", first, second, called, on=date(2026, 1, 16))
    assert [other.due for other in of_a.reading.instead][-1] == ""
    assert [other.due for other in of_b.reading.instead][-1] == "Mon 19 Jan 2026 10:00"


def test_papers_about_one_suspension_count_for_the_call_about_it():
    first, second = (Suspended(at=f"2026-01-{day}T09:00", days=1, ref=ref) for day, ref in ((15, "a"), (16, "b")))
    calls = (VirtualSchoolInformed(at=f"2026-01-{day}T10:00", about=ref) for day, ref in ((15, "a"), (16, "b")))
    papers = PapersSentToVirtualSchool(at="2026-01-16T15:30", about="a")
    chosen = {"STK-FTE-2a": within(48, HOURS).of(VirtualSchoolInformed)}
    assert states("STK-FTE-2a", first, second, *calls, papers, on=date(2026, 1, 20), choosing=chosen) == [
        "MET",
        "OVERDUE",
    ]


def test_papers_in_time_for_two_suspensions_that_name_neither_are_taken_to_be_about_both_and_say_so():
    first, second = (Suspended(at=f"2026-01-{day}T09:00", days=1) for day in (15, 16))
    papers = PapersSentToVirtualSchool(at="2026-01-16T10:00")
    both = lines("STK-FTE-2a", first, second, papers, on=date(2026, 1, 20))
    assert [line.state.value for line in both] == ["MET", "MET"]
    told = [sum("taken to be about both" in caveat for caveat in line.caveats) for line in both]
    assert told == [1, 0]


def test_a_reading_that_the_clause_does_not_list_cannot_be_chosen():
    with pytest.raises(BadPolicy, match=r"not a listed reading of '20 days of coming into care'"):
        line("STK-PEP-1a", on=date(2025, 9, 10), choosing={"STK-PEP-1a": within(30, SCHOOL_DAYS)})
    with pytest.raises(BadPolicy, match="CP-6 leans on no reading"):
        line("STK-PEP-1a", on=date(2025, 9, 10), choosing={"CP-6": within(30, WORKING_DAYS)})
    with pytest.raises(UnknownName, match="STK-PEP-9"):
        line("STK-PEP-1a", on=date(2025, 9, 10), choosing={"STK-PEP-9": within(30, WORKING_DAYS)})
