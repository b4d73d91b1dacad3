"""The national floor: each row encoded so far met, missed, and not to be told."""

from __future__ import annotations

from datetime import date

from attrs import evolve

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
