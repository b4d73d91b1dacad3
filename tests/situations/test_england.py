"""The national floor: each row encoded so far met, missed, and not to be told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from carepolicy.errors import NotAskable
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Accommodation,
    CareOrder,
    CareReviewHeld,
    EducationProvided,
    Ended,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    Power,
    Suspended,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.policy import Profile
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Term
from tests.situations.school import HILL_TOP, line, lines, states

SEPTEMBER = CareOrder(start="2025-09-01")
NOTHING_LOCAL = Profile("Nowhere", looked_after, ())


def test_the_floor_is_in_every_assessment_whether_it_is_named_or_not():
    assert states("CP-6", care=SEPTEMBER, on=date(2025, 9, 10), profile=NOTHING_LOCAL) == ["DUE"]


# --- CP-6 ------------------------------------------------------------------------------------------------------------


def test_cp6_the_first_review_of_care_is_due_within_20_working_days():
    assert line("CP-6", care=SEPTEMBER, on=date(2025, 9, 10)).due.day == date(2025, 9, 29)
    on = date(2025, 10, 20)
    assert states("CP-6", CareReviewHeld(at="2025-09-29"), care=SEPTEMBER, on=on) == ["MET"]
    assert states("CP-6", CareReviewHeld(at="2025-09-30"), care=SEPTEMBER, on=on) == ["LATE"]
    assert states("CP-6", care=SEPTEMBER, on=on) == ["OVERDUE"]


def test_cp6_dl_e37_a_one_off_bank_holiday_moves_it_and_before_it_was_announced_it_did_not():
    care = CareOrder(start="2022-09-02")
    assert line("CP-6", care=care, on=date(2022, 9, 5)).due.day == date(2022, 10, 3)
    assert line("CP-6", care=care, on=date(2022, 9, 5), known_at=date(2022, 9, 5)).due.day == date(2022, 9, 30)


def test_cp6_dl_e38_over_the_may_bank_holidays():
    assert line("CP-6", care=CareOrder(start="2023-04-29"), on=date(2023, 5, 2)).due.day == date(2023, 5, 31)


def test_cp6_with_no_list_of_reviews_it_cannot_be_told():
    only = line("CP-6", care=SEPTEMBER, on=date(2025, 10, 20), complete=(CARE, PERMANENCE))
    assert (only.state.value, only.missing) == ("CANNOT TELL", ("a complete list of the child's reviews of care",))


def test_cp6_a_short_break_starts_no_clock():
    weekend = Accommodation(
        power=Power.S20_4, start="2025-09-05", end="2025-09-08", short_break=True, ended_by=Ended.OTHER
    )
    assert states("CP-6", care=weekend, on=date(2025, 10, 20)) == []


def test_cp6_coming_into_care_before_the_regulations_began_is_not_judged_by_them():
    day_before, first_day = CareOrder(start="2011-03-31"), CareOrder(start="2011-04-01")
    when = {"on": date(2011, 6, 1), "born": date(2005, 1, 1)}
    assert states("CP-6", care=day_before, **when) == []
    assert states("CP-6", care=first_day, **when) == ["OVERDUE"]
    assert states("CP-6", care=day_before, in_force=date(2026, 1, 1), **when) == ["OVERDUE"]


# --- PEP-2 -----------------------------------------------------------------------------------------------------------


def test_pep2_the_plan_is_ready_for_the_first_review():
    on = date(2025, 10, 20)
    assert states("PEP-2", PepCompleted(at="2025-09-29"), care=SEPTEMBER, on=on) == ["MET"]
    assert states("PEP-2", PepCompleted(at="2025-09-30"), care=SEPTEMBER, on=on) == ["LATE"]
    assert states("PEP-2", care=SEPTEMBER, on=on) == ["OVERDUE"]
    assert states("PEP-2", care=SEPTEMBER, on=on, complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_pep2_law_of_another_day_can_be_asked_for():
    care = CareOrder(start="2017-09-04")
    assert states("PEP-2", care=care, on=date(2017, 12, 1)) == []
    assert states("PEP-2", care=care, on=date(2017, 12, 1), in_force=date(2026, 1, 1)) == ["OVERDUE"]


# --- PEP-3 -----------------------------------------------------------------------------------------------------------


def test_pep3_the_plan_is_reviewed_each_term():
    first = PepCompleted(at="2025-09-20")
    reviewed = PepReviewed(at="2026-02-02")
    assert states("PEP-3", first, reviewed, care=SEPTEMBER, on=date(2026, 3, 1)) == ["MET", "NOT YET"]
    assert states("PEP-3", first, care=SEPTEMBER, on=date(2026, 4, 1)) == ["OVERDUE", "NOT YET"]
    unlisted = states("PEP-3", first, care=SEPTEMBER, on=date(2026, 4, 1), complete=(CARE, PERMANENCE))
    assert unlisted == ["CANNOT TELL", "NOT YET"]


def test_pep3_a_second_time_in_care_waits_for_its_own_first_plan():
    before = CareOrder(start="2025-05-01", end="2025-10-01", ended_by=Ended.HOME_PLANNED)
    again = CareOrder(start="2026-01-12")
    found = lines(
        "PEP-3", PepCompleted(at="2025-06-01"), before, PepCompleted(at="2026-02-02"), care=again, on=date(2026, 5, 1)
    )
    assert [(one.state.value, one.due.day) for one in found] == [
        ("ENDED", date(2025, 12, 19)),
        ("DUE", date(2026, 7, 21)),
        ("NOT YET", None),  # the terms after July 2026 are not published
    ]


# --- EX-6: from the sixth school day ---------------------------------------------------------------------------------

EIGHT_DAYS = Suspended(at="2026-02-02T09:15", days=8)
"""Suspended on the morning of Monday 2 February 2026: the sixth school day out is Monday 9 February."""


def test_ex6_education_is_due_from_the_sixth_school_day_out():
    assert line("EX-6", EIGHT_DAYS, on=date(2026, 2, 3)).due.day == date(2026, 2, 9)
    assert states("EX-6", EIGHT_DAYS, EducationProvided(at="2026-02-09"), on=date(2026, 2, 10)) == ["MET"]
    assert states("EX-6", EIGHT_DAYS, EducationProvided(at="2026-02-10"), on=date(2026, 2, 10)) == ["LATE"]
    assert states("EX-6", EIGHT_DAYS, on=date(2026, 2, 10)) == ["OVERDUE"]
    assert states("EX-6", EIGHT_DAYS, on=date(2026, 2, 10), complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_ex6_once_the_child_is_back_what_was_not_provided_is_missed():
    assert states("EX-6", EIGHT_DAYS, on=date(2026, 2, 12)) == ["MISSED"]


def test_ex6_five_days_or_fewer_ask_for_nothing():
    assert states("EX-6", Suspended(at="2026-02-02T09:15", days=5), on=date(2026, 2, 10)) == []


def test_ex6_sent_out_in_the_afternoon_the_first_day_is_the_next_school_day():
    assert line("EX-6", Suspended(at="2026-02-02T15:05", days=8), on=date(2026, 2, 3)).due.day == date(2026, 2, 10)


def test_ex6_with_no_time_of_day_the_sixth_day_is_one_of_two():
    only = line("EX-6", Suspended(at="2026-02-02", days=8), on=date(2026, 2, 3))
    assert str(only.due) == "between Mon 9 Feb 2026 and Tue 10 Feb 2026"


def test_ex6_suspensions_that_follow_on_are_counted_together():
    first, second = Suspended(at="2026-03-02T09:00", days=3), Suspended(at="2026-03-05T09:00", days=4)
    only = line("EX-6", first, second, on=date(2026, 3, 6))
    assert only.due.day == date(2026, 3, 9)
    apart = Suspended(at="2026-03-06T09:00", days=4)
    assert states("EX-6", first, apart, on=date(2026, 3, 9)) == []


B_2024 = SchoolCalendar([Term("Spring 2024", date(2024, 1, 8), date(2024, 3, 28))], all_inset_listed=True)


def ex6(*history, on=date(2024, 3, 18), **more):
    return lines("EX-6", *history, on=on, calendar=B_2024, born=date(2012, 5, 9), **more)


def test_ex6_e31_with_times_the_sixth_day_over_two_suspensions_is_exact():
    first, second = Suspended(at="2024-03-04T09:00", days=3), Suspended(at="2024-03-07T09:00", days=4)
    (only,) = ex6(first, second)
    assert (only.state.value, only.due.day) == ("MISSED", date(2024, 3, 11))


def test_ex6_e31_with_days_alone_is_told_and_says_what_would_settle_it():
    first, second = Suspended(at="2024-03-04", days=3), Suspended(at="2024-03-07", days=4)
    (only,) = ex6(first, second, on=date(2024, 3, 11))
    assert only.state.value == "CANNOT TELL"
    assert only.due.first.day == date(2024, 3, 11)
    assert "their times of day would tell" in only.missing[0]


def test_ex6_a_suspension_made_longer_on_its_last_day_goes_on():
    first, longer = Suspended(at="2024-03-04T09:00", days=3), Suspended(at="2024-03-06T10:00", days=5)
    (only,) = ex6(first, longer)  # out on 4, 5; then 6, 7, 8, 11 and 12
    assert only.due.day == date(2024, 3, 11)


def test_ex6_a_suspension_of_unknown_length_may_lead_into_the_next():
    first, second = Suspended(at="2024-03-04T09:00"), Suspended(at="2024-03-11T09:00", days=4)
    assert [only.state.value for only in ex6(first, second, on=date(2024, 3, 12))] == ["CANNOT TELL", "CANNOT TELL"]


def test_ex6_education_that_was_there_before_the_second_suspension_counts_for_both():
    first, second = Suspended(at="2024-03-04T09:00", days=3), Suspended(at="2024-03-07T09:00", days=4)
    assert [only.state.value for only in ex6(first, second, EducationProvided(at="2024-03-05"))] == ["MET"]


def test_ex6_training_days_that_are_not_listed_widen_the_sixth_day():
    calendar = SchoolCalendar([Term("Spring 2023", date(2023, 1, 4), date(2023, 3, 31))])
    eight = Suspended(at="2023-02-06T09:15", days=8)
    (only,) = lines("EX-6", eight, on=date(2023, 2, 7), calendar=calendar, born=date(2012, 5, 9))
    assert (only.due.first.day, only.due.last.day) == (date(2023, 2, 13), date(2023, 2, 20))
    late = EducationProvided(at="2023-02-14")
    (only,) = lines("EX-6", eight, late, on=date(2023, 2, 28), calendar=calendar, born=date(2012, 5, 9))
    assert only.state.value == "CANNOT TELL"


def test_ex6_a_suspension_known_only_by_its_month_has_no_exact_sixth_day():
    (only,) = ex6(Suspended(at="2024-02", days=30), on=date(2024, 3, 1))
    assert only.due.first.day < only.due.last.day


def test_ex6_ends_on_school_leaving_day_and_not_on_the_day_after():
    sixteen = date(2008, 5, 9)  # of compulsory school age to the last Friday of June 2024
    calendar = SchoolCalendar([Term("Summer 2024", date(2024, 4, 15), date(2024, 7, 23))], all_inset_listed=True)
    on_the_day, after = Suspended(at="2024-06-28T09:00", days=8), Suspended(at="2024-06-29", days=8)
    found = [lines("EX-6", each, on=date(2024, 7, 1), calendar=calendar, born=sixteen) for each in (on_the_day, after)]
    assert [len(one) for one in found] == [1, 0]


def test_ex6_how_long_a_suspension_lasts_must_be_known():
    only = line("EX-6", Suspended(at="2026-02-02T09:15"), on=date(2026, 2, 10))
    assert (only.state.value, only.missing) == ("CANNOT TELL", ("how many school days the suspension lasts",))


def test_ex6_covers_every_child_of_compulsory_school_age_in_care_or_not():
    assert states("EX-6", EIGHT_DAYS, care=None, on=date(2026, 2, 10)) == ["OVERDUE"]


# --- EX-8: a looked-after child from the first school day following ---------------------------------------------------


def test_ex8_education_is_due_from_the_first_school_day_following():
    assert line("EX-8", EIGHT_DAYS, on=date(2026, 2, 2)).due.day == date(2026, 2, 3)
    assert states("EX-8", EIGHT_DAYS, EducationProvided(at="2026-02-03"), on=date(2026, 2, 4)) == ["MET"]
    assert states("EX-8", EIGHT_DAYS, EducationProvided(at="2026-02-04"), on=date(2026, 2, 4)) == ["LATE"]
    assert states("EX-8", EIGHT_DAYS, on=date(2026, 2, 4)) == ["OVERDUE"]
    assert states("EX-8", EIGHT_DAYS, on=date(2026, 2, 4), complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_ex8_back_by_the_next_school_day_there_is_nothing_to_provide():
    assert states("EX-8", Suspended(at="2026-02-02T09:15", days=1), on=date(2026, 2, 4)) == []


def test_ex8_dl_e30_sent_home_on_a_friday_afternoon_it_is_monday():
    friday = Suspended(at="2026-03-20T15:05", days=3)
    assert line("EX-8", friday, on=date(2026, 3, 20)).due.day == date(2026, 3, 23)


def test_ex8_a_permanent_exclusion_asks_for_it_until_it_is_provided():
    excluded = PermanentlyExcluded(at="2026-03-12")
    assert states("EX-8", excluded, on=date(2026, 6, 1)) == ["OVERDUE"]


def test_ex8_how_late_it_is_is_told_in_the_days_it_is_counted_in():
    friday = PermanentlyExcluded(at="2026-03-13")
    assert line("EX-8", friday, on=date(2026, 3, 18)).late_by == "2 school days"


def test_ex8_with_training_days_not_listed_those_are_what_is_missing():
    calendar = evolve(HILL_TOP, all_inset_listed=False)
    only = line("EX-8", Suspended(at="2026-02-03T11:00", days=3), on=date(2026, 2, 9), calendar=calendar)
    assert (only.state.value, only.missing) == ("CANNOT TELL", ("the school's training days",))


def test_ex8_does_not_cover_a_child_who_is_not_looked_after():
    assert states("EX-8", EIGHT_DAYS, care=None, on=date(2026, 2, 4)) == []


def test_pep3_e66_reviews_alone_show_that_there_is_a_plan_and_the_next_falls_due_in_the_next_term():
    calendar = SchoolCalendar(
        [
            Term("Autumn 2022", date(2022, 9, 5), date(2022, 12, 16)),
            Term("Spring 2023", date(2023, 1, 4), date(2023, 3, 31)),
        ],
        all_inset_listed=True,
    )
    care = CareOrder(start="2020-01-01")
    due, _ = lines("PEP-3", PepReviewed(at="2022-10-12"), care=care, calendar=calendar, on=date(2023, 1, 10))
    assert (due.state.value, due.due.day) == ("DUE", date(2023, 3, 31))


# --- the edges of a day ------------------------------------------------------------------------------------------------


def test_cp6_back_in_care_on_the_day_the_last_time_ended_the_first_review_is_no_longer_owed():
    first = Accommodation(start="2025-01-06", end="2025-02-10", power=Power.S20_4, ended_by=Ended.HOME_PLANNED)
    again = Accommodation(start="2025-02-10", power=Power.S20_4)
    found = lines("CP-6", first, again, care=None, on=date(2025, 3, 3))
    assert [(one.state.value, one.due.day) for one in found] == [
        ("MISSED", date(2025, 2, 3)), ("DUE", date(2025, 3, 10))
    ]  # fmt: skip


def test_the_national_floor_cannot_be_switched_off_by_a_policy_of_its_name():
    with pytest.raises(NotAskable, match="Give another policy another name"):
        lines("CP-6", on=date(2025, 9, 10), profile=Profile("England", looked_after, ()))


# --- EX-8: a suspension that begins later --------------------------------------------------------------------------------


def test_ex8_a_child_who_is_still_in_school_is_not_taught_elsewhere_yet():
    calendar = SchoolCalendar([Term("Spring 2023", date(2023, 1, 4), date(2023, 3, 31))], all_inset_listed=True)
    later = Suspended(at="2023-03-06T10:00", days=3, first_day="2023-03-08")
    care = CareOrder(start="2020-01-01")
    only = line("EX-8", later, EducationProvided(at="2023-03-08"), care=care, calendar=calendar, on=date(2023, 3, 20))
    assert (only.state.value, only.due.day) == ("MET", date(2023, 3, 8))


# --- one time out over several suspensions -----------------------------------------------------------------------------

A_2023 = SchoolCalendar(
    [Term("Spring 2023", date(2023, 1, 4), date(2023, 3, 31)), Term("Summer 2023", date(2023, 4, 17), date(2023, 7, 21))],
    [HalfTerm("February half-term", date(2023, 2, 13), date(2023, 2, 17))],
    inset=[date(2023, 2, 20)], all_inset_listed=True,
)  # fmt: skip


def ex(clause, *history, on, calendar=B_2024, **more):
    return lines(
        clause, *history, on=on, calendar=calendar, born=date(2012, 5, 9), care=CareOrder(start="2020-01-01"), **more
    )


def told(found):
    return [(one.state.value, one.due.day) for one in found]


def test_ex6_a_later_suspension_takes_nothing_away_from_provision_that_is_there():
    first, later = (
        Suspended(at="2024-03-04T09:00", days=8),
        Suspended(at="2024-03-08T14:30", days=3, first_day="2024-03-14"),
    )
    there = EducationProvided(at="2024-03-11")
    assert told(ex("EX-6", first, later, there, on=date(2024, 3, 20))) == [("MET", date(2024, 3, 11))]
    assert told(ex("EX-6", first, later, on=date(2024, 3, 12))) == [("OVERDUE", date(2024, 3, 11))]


def test_ex6_is_overdue_for_as_long_as_the_child_is_out_whichever_suspension_it_is():
    first, second = Suspended(at="2023-02-06T09:00", days=8), Suspended(at="2023-02-24T09:00", days=4)
    assert told(ex("EX-6", first, second, on=date(2023, 2, 27), calendar=A_2023)) == [("OVERDUE", date(2023, 2, 21))]
    late = EducationProvided(at="2023-02-27")
    assert told(ex("EX-6", first, second, late, on=date(2023, 3, 10), calendar=A_2023)) == [("LATE", date(2023, 2, 21))]
    assert told(ex("EX-6", first, second, on=date(2023, 3, 10), calendar=A_2023)) == [("MISSED", date(2023, 2, 21))]


def test_ex6_days_out_are_counted_once_however_the_suspensions_overlap():
    history = [Suspended(at=f"2024-03-{day:02}T09:00", days=days) for day, days in ((4, 5), (6, 1), (11, 3))]
    assert told(ex("EX-6", *history, on=date(2024, 3, 12))) == [("OVERDUE", date(2024, 3, 11))]
    decided_first = Suspended(at="2024-03-04T09:00", days=3, first_day="2024-03-11")
    assert told(ex("EX-6", decided_first, Suspended(at="2024-03-05T09:00", days=4), on=date(2024, 3, 20))) == [
        ("MISSED", date(2024, 3, 12))
    ]


def test_a_first_day_out_on_a_closed_day_is_the_next_school_day():
    saturday = Suspended(at="2023-03-22T09:00", days=8, first_day="2023-03-25")
    assert told(ex("EX-8", saturday, on=date(2023, 3, 23), calendar=A_2023)) == [("DUE", date(2023, 3, 27))]
    assert told(ex("EX-6", saturday, on=date(2023, 3, 23), calendar=A_2023)) == [("DUE", date(2023, 4, 17))]


def test_a_first_day_out_known_by_its_month_makes_a_window():
    (only,) = ex(
        "EX-8", Suspended(at="2023-02-06T10:00", days=8, first_day="2023-02"), on=date(2023, 2, 9), calendar=A_2023
    )
    assert (only.state.value, only.due.first.day, only.due.last.day) == (
        "CANNOT TELL",
        date(2023, 2, 7),
        date(2023, 2, 28),
    )
    assert only.missing == ("the first day out",)


def test_ex8_sees_provision_that_was_there_for_the_suspension_before():
    first, second = Suspended(at="2024-03-04T09:00", days=3, ref="a"), Suspended(at="2024-03-07T09:00", days=4, ref="b")
    for there in (EducationProvided(at="2024-03-05"), EducationProvided(at="2024-03-05", about="a")):
        assert [one.state.value for one in ex("EX-8", first, second, there, on=date(2024, 3, 20))] == ["MET", "MET"]
        assert [one.state.value for one in ex("EX-6", first, second, there, on=date(2024, 3, 20))] == ["MET"]


def test_ex6_an_earlier_suspension_with_no_length_asks_for_its_length():
    first, second = Suspended(at="2024-03-04T09:00"), Suspended(at="2024-03-11T09:00", days=4)
    assert {one.missing for one in ex("EX-6", first, second, on=date(2024, 3, 12))} == {
        ("how many school days the suspension lasts",)
    }


def test_pep3_a_plan_from_before_the_guidance_wants_its_review_in_every_term_since():
    old = PepCompleted(at="2017-10-10")
    found = lines("PEP-3", old, care=CareOrder(start="2016-01-01"), on=date(2026, 3, 2))
    assert [one.state.value for one in found if one.due.day == date(2025, 12, 19)] == ["OVERDUE"]


def test_ex6_five_days_have_no_sixth_whichever_day_they_began():
    for short in (Suspended(at="2024-02-28", days=5), Suspended(at="2024-02", days=2)):
        assert ex("EX-6", short, on=date(2024, 3, 18)) == []


def test_ex8_of_a_suspension_of_unknown_length_stays_open():
    for moment in ("2024-02-27", "2024-02-27T15:00"):
        (only,) = ex("EX-8", Suspended(at=moment), on=date(2024, 3, 18))
        assert (only.state.value, only.missing) == ("CANNOT TELL", ("how many school days the suspension lasts",))


def test_ex6_on_the_day_on_which_the_child_may_be_back_it_cannot_be_told():
    eight = Suspended(at="2024-02-28", days=8)  # back on 11 March if sent out in the morning, else on the 12th
    states = [ex("EX-6", eight, on=date(2024, 3, day))[0].state.value for day in (8, 11, 12)]
    assert states == ["OVERDUE", "CANNOT TELL", "MISSED"]


def test_ex6_with_days_alone_what_was_not_provided_is_missed_once_the_child_is_back_for_sure():
    assert [one.state.value for one in ex("EX-6", Suspended(at="2024-02-28", days=6), on=date(2024, 3, 18))] == [
        "MISSED"
    ]


def test_ex6_what_is_provided_on_the_day_the_child_is_back_came_too_late():
    six, back = Suspended(at="2024-03-14T09:00", days=6), EducationProvided(at="2024-03-22")
    assert told(ex("EX-6", six, back, on=date(2024, 3, 28))) == [("MISSED", date(2024, 3, 21))]


def test_ex6_a_suspension_that_is_there_twice_is_one_occasion():
    twice = Suspended(at="2024-02-28T09:00", days=8), Suspended(at="2024-02-28T09:00", days=8)
    assert len(ex("EX-6", *twice, on=date(2024, 3, 18))) == 1
    rough = Suspended(at="2024-02-28", days=6), Suspended(at="2024-02-29T09:00", days=9)
    assert len(ex("EX-6", *rough, on=date(2024, 3, 18))) == 1


def test_ex6_provision_for_a_suspension_that_only_may_be_part_of_this_one_may_count():
    first, second = Suspended(at="2024-02-28T09:00", days=1, ref="a"), Suspended(at="2024-02-29", days=10, ref="b")
    there = EducationProvided(at="2024-03-01T08:00", about="a")
    assert [one.state.value for one in ex("EX-6", first, second, there, on=date(2024, 3, 18))] == ["CANNOT TELL"]


@pytest.mark.parametrize(("left", "state"), [("2025-10-01/2025-10-12", "CANNOT TELL"), ("2025-10-20", "MET")])
def test_pep2_a_plan_made_when_the_child_may_have_left_care_may_not_count(left, state):
    care = CareOrder(start="2025-09-15", end=left, ended_by=Ended.HOME_PLANNED)
    assert states("PEP-2", PepCompleted(at="2025-10-07"), care=care, on=date(2025, 10, 10)) == [state]


def test_ex6_how_long_it_was_overdue_is_not_told_where_rough_dates_leave_it_open():
    (only,) = ex("EX-6", Suspended(at="2024-02", days=6), on=date(2024, 3, 28))
    assert (only.state.value, only.late_by) == ("MISSED", "")
