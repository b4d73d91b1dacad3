"""The edge cases EC01 to EC86 of the notes on the law: one test each, with the three answers, what is missing and why.

Facts given are the whole record, save where a case says that something is not recorded or not known.
"""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.adapters.declarations import post_looked_after_arrangements
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    Accommodation,
    AdoptionAbroad,
    AdoptionOrder,
    CareOrder,
    CareUnderOtherLaw,
    Child,
    ChildArrangementsOrder,
    ChildInNeedAssessment,
    ChildInNeedPlan,
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    Declared,
    Ended,
    InterimCareOrder,
    JoinedSchool,
    Jurisdiction,
    LeadPractitioner,
    LeftCare,
    Need,
    Order,
    PlacementByConsent,
    PlacementOrder,
    PlacementOrderPending,
    Power,
    Provider,
    Remand,
    RemandedTo,
    ReportedInCare,
    ShortBreakAgreement,
    SocialWorker,
    SpecialGuardianshipOrder,
    Weight,
)
from carepolicy.law.looked_after import looked_after, looked_after_in_england
from carepolicy.law.particulars import particulars
from carepolicy.law.previously_looked_after import (
    exclude_return_to_birth_parent,
    order_must_be_current,
    previously_looked_after,
)
from carepolicy.law.social_worker import cwsa_2026, dfe_2021, with_social_worker
from carepolicy.logic.definition import commenced
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict

YES, NO, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
TODAY = date(2026, 11, 21)
BORN = date(2012, 5, 9)
ALL = (CARE, PERMANENCE, SOCIAL_WORK)
STATUSES = {"cic": looked_after, "cpic": previously_looked_after, "cwsw": with_social_worker}

ORDERS_LIST = "a complete list of the child's adoption, special guardianship and child arrangements orders"
CARE_LIST = "a complete list of the child's records of care"
SOCIAL_CARE_LIST = "a complete list of the child's social workers and plans"
TIMES = "the times at which the stay began and ended"
S17_AND_WHY = "whether the child was assessed as in need, and why"
OUTCOME = "the outcome of the assessment or enquiry"


def child(*history, born=BORN, complete=ALL, as_at=None, **more) -> Child:
    return Child("made up", born=born, history=history, complete=complete, as_at=as_at, **more)


def open_cin(since="2025-01-06", need=Need.ABUSE_OR_NEGLECT, **more) -> SocialWorker:
    """Assessed in need, with a social worker, still open."""
    return SocialWorker(start=since, assessed_in_need=True, need=need, **more)


def stay(start, end=None, power=Power.S20_1, **more) -> Accommodation:
    return Accommodation(power=power, start=start, end=end, **more)


def expect(kid: Child, day: date, cic, cpic, cwsw, *, missing=(), why=(), note=""):
    """The three answers on a day; what each unknown one lacks; and the rules that settle them.

    Args:
        missing: pairs of a status and something that its answer lacks.
        why: pairs of a status and the id of a rule in its reason.
        note: the id of a rule that a remark on one of the answers comes from.
    """
    found = {name: status.on(day, kid) for name, status in STATUSES.items()}
    assert {name: finding.verdict for name, finding in found.items()} == {"cic": cic, "cpic": cpic, "cwsw": cwsw}
    for name, says in missing:
        assert says in [gap.says for gap in found[name].missing], (name, found[name].missing)
    unknown = {name for name, finding in found.items() if finding.unknown}
    assert unknown <= {name for name, _ in missing}, "every unknown answer says what is missing"
    for name, rule in why:
        assert rule in rules_in(found[name].reason), (name, rule, str(found[name].reason))
    if note:
        assert any(note in noted for finding in found.values() for noted in notes_in(finding.reason))


def rules_in(reason) -> set[str]:
    return {reason.rule} | {rule for part in reason.because for rule in rules_in(part)}


def notes_in(reason) -> list[str]:
    return [*reason.notes, *(note for part in reason.because for note in notes_in(part))]


# --- accommodation and its 24 hours -------------------------------------------------------------------------------


def test_ec01_a_stay_of_exactly_24_hours_is_not_care():
    kid = child(stay("2026-03-10T09:00", "2026-03-11T09:00"), open_cin())
    expect(kid, date(2026, 3, 10), NO, NO, YES, why=[("cic", "CIC-4"), ("cwsw", "def:SW-1")])


def test_ec02_one_minute_more_is_care_from_its_first_minute():
    kid = child(stay("2026-03-10T09:00", "2026-03-11T09:01"), open_cin())
    expect(kid, date(2026, 3, 10), YES, NO, YES, why=[("cic", "CIC-4")])


def test_ec03_a_night_known_by_its_days_needs_the_times():
    kid = child(stay("2026-03-10", "2026-03-11"), open_cin())
    expect(kid, date(2026, 3, 10), UNKNOWN, NO, YES, missing=[("cic", TIMES)], why=[("cic", "CIC-4")])


def test_ec04_two_nights_are_always_over_24_hours():
    kid = child(stay("2026-03-10", "2026-03-12"))
    expect(kid, date(2026, 3, 11), YES, NO, YES, why=[("cic", "CIC-4"), ("cwsw", "def:SW-4")])


def test_ec05_two_nights_over_the_spring_clock_change_may_be_23_hours():
    kid = child(stay("2026-03-28", "2026-03-30"), open_cin())
    expect(kid, date(2026, 3, 28), UNKNOWN, NO, YES, missing=[("cic", TIMES)])


def test_ec06_a_stay_begun_this_morning_with_no_plan_recorded_cannot_be_told():
    kid = child(stay("2026-11-21T08:00"), open_cin(), as_at="2026-11-21T18:00")
    expect(kid, TODAY, UNKNOWN, NO, YES, missing=[("cic", "when the stay ended, or is planned to end")])


def test_ec07_two_stays_of_20_hours_in_a_week_are_not_added_together():
    kid = child(stay("2026-11-16T10:00", "2026-11-17T06:00"), stay("2026-11-19T10:00", "2026-11-20T06:00"), open_cin())
    expect(kid, date(2026, 11, 19), NO, NO, YES)


# --- orders -------------------------------------------------------------------------------------------------------


def test_ec08_a_care_order_counts_while_the_child_lives_with_the_mother():
    expect(child(CareOrder(start="2025-02-01", accommodated=False)), TODAY, YES, NO, YES, why=[("cic", "CIC-1")])


def test_ec09_an_interim_order_made_today_counts_for_a_baby_still_in_hospital():
    baby = child(InterimCareOrder(start="2026-11-21T15:00", accommodated=False), born=date(2026, 11, 18))
    expect(baby, TODAY, YES, NO, YES, why=[("cic", "CIC-1i")])


def test_ec10_the_day_after_seventeen_an_interim_order_has_lapsed_and_the_basis_is_missing():
    kid = child(InterimCareOrder(start="2026-06-01"), born=date(2009, 11, 20))
    expect(
        kid, TODAY, UNKNOWN, NO, YES,
        missing=[("cic", "the legal basis of the child's care after the 17th birthday")], why=[("cwsw", "def:SW-4")],
    )  # fmt: skip


def test_ec11_a_full_care_order_made_before_seventeen_lasts_past_it():
    kid = child(CareOrder(start="2026-04-20"), born=date(2009, 5, 20))
    expect(kid, TODAY, YES, NO, YES, why=[("cic", "CIC-1")])


def test_ec12_with_a_care_order_and_a_placement_order_a_child_is_looked_after():
    kid = child(CareOrder(start="2025-02-01"), PlacementOrder(start="2025-09-01"))
    expect(kid, TODAY, YES, NO, YES, why=[("cic", "CIC-2")])


def test_ec13_an_undecided_application_for_a_placement_order_is_enough():
    expect(
        child(PlacementOrderPending(start="2026-10-01", accommodated=False)),
        TODAY,
        YES,
        NO,
        YES,
        why=[("cic", "CIC-2")],
    )


def test_ec14_a_baby_placed_by_agreement_at_three_weeks_is_looked_after():
    baby = child(PlacementByConsent(start="2026-11-10"), born=date(2026, 10, 31))
    expect(baby, TODAY, YES, NO, YES, why=[("cic", "CIC-2")])


def test_ec15_a_baby_placed_by_a_society_and_adopted_was_never_looked_after():
    expect(child(AdoptionOrder(at="2013-02-01")), TODAY, NO, NO, NO)


def test_ec16_police_protection_in_a_hospital_bed_is_not_care_and_the_enquiry_is_open():
    kid = child(
        stay("2026-11-20T20:00", "2026-11-22T02:00", Power.S21_2A, provided_by=Provider.OTHERS),
        ChildProtectionEnquiry(start="2026-11-20"),
    )
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", OUTCOME)], why=[("cic", "CIC-4"), ("cwsw", "def:SW-6")])


def test_ec17_police_protection_for_30_hours_in_a_foster_home_is_care():
    kid = child(stay("2026-11-16T10:00", "2026-11-17T16:00", Power.S21_2A))
    expect(kid, date(2026, 11, 16), YES, NO, YES, why=[("cic", "CIC-4")])


def test_ec18_police_protection_and_an_emergency_order_in_one_home_are_one_stay():
    kid = child(
        stay("2026-11-16T10:00", "2026-11-17T06:00", Power.S21_2A, ended_by=Ended.CONTINUES),
        stay("2026-11-17T06:00", "2026-11-22", Power.S21_1),
    )
    expect(kid, date(2026, 11, 16), YES, NO, YES, why=[("cic", "CIC-4")])


def test_ec19_an_emergency_order_with_the_child_at_home_is_not_care_and_the_plan_counts():
    kid = child(
        stay("2026-11-18", "2026-11-25", Power.S21_1, provided_by=Provider.OTHERS),
        ChildProtectionPlan(start="2026-11-10"),
    )
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-2")])


def test_ec20_an_emergency_order_to_a_charity_with_nobody_saying_who_houses_the_child():
    kid = child(
        stay("2026-11-18", None, Power.S21_1, provided_by=None), ChildProtectionEnquiry(start="2026-11-18"), as_at=TODAY
    )
    provider = "who provided the accommodation, or played the major role in arranging it"
    expect(kid, TODAY, UNKNOWN, NO, UNKNOWN, missing=[("cic", provider), ("cwsw", OUTCOME)])


def test_ec21_a_supervision_order_is_not_care_and_the_plan_counts():
    expect(child(ChildInNeedPlan(start="2026-06-01")), TODAY, NO, NO, YES, why=[("cwsw", "def:SW-2")])


def test_ec22_a_child_assessment_order_at_home_is_not_care_and_the_assessment_is_open():
    kid = child(ChildInNeedAssessment(start="2026-11-16"))
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", OUTCOME)], why=[("cwsw", "def:SW-6")])


def test_ec23_private_fostering_visited_by_the_council_is_none_of_the_three():
    expect(child(), TODAY, NO, NO, NO)


def test_ec24_a_family_housed_under_section_17_is_not_care():
    kid = child(stay("2026-10-20", None, Power.S17_6), open_cin())
    expect(kid, TODAY, NO, NO, YES, why=[("cic", "CIC-4")])
    assert notes_in(looked_after.on(TODAY, kid).reason) == []


def test_ec25_a_hostel_paid_for_by_childrens_services_needs_the_power():
    kid = child(stay("2026-10-20", None, None), open_cin(), born=date(2010, 3, 1), as_at=TODAY)
    expect(kid, TODAY, UNKNOWN, NO, YES, missing=[("cic", "the power under which the council provided accommodation")])


def test_ec26_recorded_as_section_17_it_is_not_care_and_the_answer_warns_of_southwark():
    kid = child(stay("2026-10-20", None, Power.S17_6), open_cin(), born=date(2010, 3, 1), as_at=TODAY)
    expect(kid, TODAY, NO, NO, YES, note="[2009] UKHL 26")


def test_ec27_a_night_on_remand_in_youth_detention_counts_without_24_hours():
    kid = child(
        Remand(
            to=RemandedTo.YOUTH_DETENTION, start="2026-11-20T16:00", end="2026-11-21T10:00", ended_by=Ended.REMAND_ENDED
        )
    )
    expect(
        kid, date(2026, 11, 20), YES, NO, UNKNOWN, missing=[("cwsw", S17_AND_WHY)],
        why=[("cic", "CIC-3"), ("cwsw", "def:SW-4")],
    )  # fmt: skip


def test_ec28_sentenced_to_detention_with_no_care_order_the_status_has_ended():
    kid = child(
        Remand(to=RemandedTo.YOUTH_DETENTION, start="2026-11-20T16:00", end="2026-11-21T10:00", ended_by=Ended.CUSTODY)
    )
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", S17_AND_WHY)])


def test_ec29_a_care_order_goes_on_through_a_custodial_sentence():
    expect(child(CareOrder(start="2025-02-01", accommodated=False)), TODAY, YES, NO, YES, why=[("cic", "CIC-1")])


def test_ec30_a_rehabilitation_order_with_residence_is_care_and_says_nothing_of_a_social_worker():
    kid = child(stay("2026-11-13", "2026-11-27", Power.S21_2C))
    expect(kid, TODAY, YES, NO, UNKNOWN, missing=[("cwsw", S17_AND_WHY)], why=[("cic", "CIC-4")])


@pytest.mark.parametrize(("day", "answers"), [(date(2026, 11, 20), (YES, NO, YES)), (TODAY, (NO, NO, NO))])
def test_ec31_ec32_section_20_5_is_care_at_seventeen_and_not_at_eighteen(day, answers):
    kid = child(stay("2026-01-10", None, Power.S20_5), born=date(2008, 11, 21))
    expect(kid, day, *answers, why=[("cic", "CIC-0" if day == TODAY else "CIC-4")])


# --- ages and death -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "answers"), [(date(2026, 11, 20), (YES, NO, YES)), (TODAY, (NO, NO, NO))])
def test_ec33_eighteen_is_reached_at_the_start_of_the_birthday(day, answers):
    expect(child(CareOrder(start="2020-02-01"), born=date(2008, 11, 21)), day, *answers)


@pytest.mark.parametrize(("day", "answers"), [(date(2026, 2, 28), (YES, NO, YES)), (date(2026, 3, 1), (NO, NO, NO))])
def test_ec34_born_on_29_february_eighteen_is_reached_on_1_march(day, answers):
    kid = child(CareOrder(start="2020-02-01"), born=date(2008, 2, 29))
    expect(kid, day, *answers)
    assert "K-4" in str(looked_after.on(date(2026, 3, 1), kid).reason)


def test_ec35_on_the_day_of_death_every_status_has_ended():
    kid = child(CareOrder(start="2020-02-01", end="2026-05-05", ended_by=Ended.DIED), died=date(2026, 5, 5))
    expect(kid, date(2026, 5, 5), NO, NO, NO)
    expect(kid, date(2026, 5, 4), YES, NO, YES)


# --- records that overlap, follow on, or leave a gap --------------------------------------------------------------


def test_ec36_overlapping_records_are_the_days_of_either():
    kid = child(stay("2026-01-01", "2026-01-05"), CareOrder(start="2026-01-03"))
    expect(kid, date(2026, 1, 4), YES, NO, YES)


def test_ec37_a_change_of_basis_on_one_day_leaves_no_gap():
    kid = child(stay("2026-03-01", "2026-06-04", ended_by=Ended.CONTINUES), InterimCareOrder(start="2026-06-04"))
    expect(kid, date(2026, 6, 4), YES, NO, YES)
    assert looked_after.begins.days(kid) == (date(2026, 3, 1),)


def test_ec38_a_day_between_two_stays_is_a_day_out_of_care():
    kid = child(stay("2026-03-01", "2026-06-04", ended_by=Ended.HOME_PLANNED), stay("2026-06-06"))
    expect(kid, date(2026, 6, 5), NO, NO, YES, why=[("cwsw", "def:SW-4")])


def test_ec39_an_agreement_for_short_breaks_leaves_every_day_open():
    kid = child(ShortBreakAgreement(start="2026-04-01", end="2027-03-31"), open_cin(need=Need.DISABILITY))
    expect(kid, TODAY, UNKNOWN, NO, YES, missing=[("cic", "the dates of the breaks that were taken")])


@pytest.mark.parametrize(("day", "cic"), [(date(2026, 11, 21), YES), (date(2026, 11, 23), NO)])
def test_ec40_a_short_break_counts_while_it_lasts_and_shows_no_social_worker(day, cic):
    kid = child(
        stay("2026-11-20T17:00", "2026-11-23T09:00", Power.S20_4, short_break=True, need=Need.DISABILITY),
        complete=(CARE, PERMANENCE),
    )
    expect(kid, day, cic, NO, UNKNOWN, missing=[("cwsw", SOCIAL_CARE_LIST)])


# --- other countries ----------------------------------------------------------------------------------------------


def test_ec41_looked_after_at_home_under_scottish_law_counts_for_schools_and_not_for_admissions():
    kid = child(CareUnderOtherLaw(start="2026-02-01", accommodated=False, jurisdiction=Jurisdiction.SCOTLAND))
    expect(
        kid,
        TODAY,
        YES,
        NO,
        UNKNOWN,
        missing=[("cwsw", "the English social care record")],
        why=[("cic", "D-8")],
        note="D-8",
    )
    assert particulars(TODAY, kid).jurisdiction == (Jurisdiction.SCOTLAND,)
    assert looked_after_in_england.on(TODAY, kid).fails


# --- leaving care by an order -------------------------------------------------------------------------------------


def test_ec42_an_interim_order_ended_by_special_guardianship_is_previous_care():
    kid = child(
        stay("2021-09-01", "2021-09-09", Power.S21_1, ended_by=Ended.CONTINUES),
        InterimCareOrder(start="2021-09-09", end="2022-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
        SpecialGuardianshipOrder(at="2022-06-01"),
    )
    expect(kid, TODAY, NO, YES, YES, why=[("cpic", "PLAC-1"), ("cwsw", "def:SW-4")])


def test_ec43_a_private_special_guardianship_of_a_child_never_in_care_is_not_previous_care():
    expect(child(SpecialGuardianshipOrder(at="2022-06-01")), TODAY, NO, NO, NO, why=[])


def test_ec44_an_order_made_after_the_child_had_gone_home_is_not_leaving_by_it():
    kid = child(
        stay("2023-06-01", "2024-01-15", ended_by=Ended.HOME_UNPLANNED), SpecialGuardianshipOrder(at="2024-04-10")
    )
    expect(kid, TODAY, NO, NO, YES, why=[("cpic", "PLAC-1")])


def test_ec45_the_code_decides_where_the_council_closed_the_record_two_days_after_the_order():
    kid = child(
        stay("2025-01-10", "2026-06-05", ended_by=Ended.SPECIAL_GUARDIANSHIP), SpecialGuardianshipOrder(at="2026-06-03")
    )
    expect(kid, date(2026, 6, 10), NO, YES, YES, why=[("cpic", "PLAC-1")])


def test_ec46_an_order_to_live_with_the_father_counts_and_two_councils_leave_it_out():
    kid = child(
        CareOrder(start="2022-02-01", end="2024-05-01", ended_by=Ended.CHILD_ARRANGEMENTS),
        ChildArrangementsOrder(at="2024-05-01", living=True, with_birth_parent=True),
    )
    expect(kid, TODAY, NO, YES, YES, why=[("cpic", "PLAC-1")])
    assert exclude_return_to_birth_parent.on(TODAY, kid).fails


def test_ec47_an_order_about_weekend_contact_is_not_one_of_the_three():
    kid = child(
        stay("2014-01-10", "2015-03-01", ended_by=Ended.HOME_PLANNED),
        ChildArrangementsOrder(at="2015-03-01", living=False),
    )
    expect(kid, TODAY, NO, NO, NO)


def test_ec48_alternate_weeks_with_two_aunts_are_living_arrangements():
    kid = child(
        CareOrder(start="2022-02-01", end="2025-05-01", ended_by=Ended.CHILD_ARRANGEMENTS),
        ChildArrangementsOrder(at="2025-05-01", living=True, with_birth_parent=False),
    )
    expect(kid, TODAY, NO, YES, YES)
    assert exclude_return_to_birth_parent.on(TODAY, kid).holds


def test_ec49_a_residence_order_of_2014_that_ended_a_care_order_counts():
    kid = child(CareOrder(start="2013-01-10"), ChildArrangementsOrder(at="2014-03-10", living=True))
    expect(kid, TODAY, NO, YES, NO, why=[("cpic", "PLAC-1")])


def test_ec50_on_the_day_of_the_adoption_order_the_child_is_already_previously_looked_after():
    kid = child(
        PlacementOrder(start="2024-02-01", end="2026-05-10", ended_by=Ended.ADOPTION), AdoptionOrder(at="2026-05-10")
    )
    expect(kid, date(2026, 5, 10), NO, YES, YES)


def test_ec51_adopted_by_a_step_parent_and_never_in_care():
    expect(child(AdoptionOrder(at="2020-05-10")), TODAY, NO, NO, NO)


def test_ec52_adopted_from_a_state_orphanage_abroad():
    kid = child(AdoptionAbroad(at="2015-04-01", from_state_care=True))
    expect(kid, TODAY, NO, YES, NO, why=[("cpic", "PLAC-2")])


def test_ec53_adopted_abroad_by_relatives_and_never_in_state_care():
    expect(child(AdoptionAbroad(at="2015-04-01", from_state_care=False)), TODAY, NO, NO, NO, why=[("cpic", "PLAC-2")])


def test_ec54_adopted_from_scottish_care_counts_as_from_state_care_outside_england_and_wales():
    kid = child(
        CareUnderOtherLaw(
            start="2017-02-01", end="2019-09-01", ended_by=Ended.ADOPTION, jurisdiction=Jurisdiction.SCOTLAND
        )
    )
    day = date(2024, 6, 1)
    expect(kid, day, NO, YES, UNKNOWN, missing=[("cwsw", "the English social care record")], why=[("cpic", "PLAC-2")])


def test_ec55_guardianship_after_state_care_in_ireland_does_not_count_for_only_adoption_does():
    kid = child(
        CareUnderOtherLaw(
            start="2020-02-01", end="2023-09-01", ended_by=Ended.SPECIAL_GUARDIANSHIP, jurisdiction=Jurisdiction.ABROAD
        ),
        SpecialGuardianshipOrder(at="2023-09-01"),
        complete=(CARE, PERMANENCE),
    )
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", SOCIAL_CARE_LIST)], why=[("cpic", "PLAC-1")])


def test_ec56_a_guardianship_later_discharged_leaves_previous_care_and_is_not_current():
    kid = child(
        CareOrder(start="2016-01-10", end="2018-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
        SpecialGuardianshipOrder(at="2018-06-01", ended="2025-03-01"),
    )
    expect(kid, TODAY, NO, YES, NO, why=[("cpic", "PLAC-1")])
    assert order_must_be_current.on(TODAY, kid).fails
    assert order_must_be_current.on(date(2025, 2, 28), kid).holds
    assert particulars(TODAY, kid).order_current.fails


ADOPTED_AND_BACK = (
    PlacementOrder(start="2013-02-01", end="2014-06-01", ended_by=Ended.ADOPTION),
    AdoptionOrder(at="2014-06-01"),
)


def test_ec57_adopted_and_back_in_care_a_child_is_looked_after_and_keeps_the_history():
    kid = child(*ADOPTED_AND_BACK, stay("2026-04-01"), as_at=TODAY)
    expect(kid, TODAY, YES, NO, YES, why=[("cpic", "PLAC-0")])
    assert particulars(TODAY, kid).cpic_history.holds


def test_ec58_and_home_again_with_the_adoptive_parents_is_previously_looked_after():
    kid = child(*ADOPTED_AND_BACK, stay("2026-04-01", "2026-10-01", ended_by=Ended.HOME_PLANNED))
    expect(kid, TODAY, NO, YES, YES, why=[("cpic", "PLAC-1")])


def test_ec59_the_guardians_death_leaves_previous_care_as_it_was():
    kid = child(
        CareOrder(start="2014-01-10", end="2016-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
        SpecialGuardianshipOrder(at="2016-06-01", ended="2024-02-01"),
    )
    expect(kid, TODAY, NO, YES, NO)


def test_ec60_going_home_when_a_care_order_is_discharged_is_not_previous_care():
    kid = child(CareOrder(start="2020-01-10", end="2023-06-01", ended_by=Ended.HOME_PLANNED))
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-4")])


def test_ec61_gone_to_supported_lodgings_at_seventeen_is_a_care_leaver_and_in_neither_status():
    kid = child(CareOrder(start="2022-01-10", end="2026-06-01", ended_by=Ended.INDEPENDENT), born=date(2009, 3, 1))
    expect(kid, TODAY, NO, NO, YES)
    assert particulars(TODAY, kid).dt_care_leaver.holds
    assert rules_in(particulars(TODAY, kid).dt_care_leaver.reason) >= {"PLAC-7"}


def test_ec62_at_eighteen_previous_care_ends_and_the_designated_teachers_duty_lasts_while_on_roll():
    kid = child(
        CareOrder(start="2010-01-10", end="2012-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
        SpecialGuardianshipOrder(at="2012-06-01"),
        JoinedSchool(at="2025-09-03"),
        born=date(2008, 12, 1),
    )
    expect(kid, date(2026, 12, 1), NO, NO, NO, why=[("cpic", "PLAC-0")])
    assert particulars(date(2026, 12, 1), kid).dt_previously_looked_after.holds


def test_ec63_was_in_care_with_no_dates_cannot_be_tied_to_the_order():
    kid = child(
        ReportedInCare(
            start=Instant.between(None, date(2026, 11, 1)),
            end=Instant.between(None, date(2026, 11, 1)),
            weight=Weight.FLAGGED,
        ),
        SpecialGuardianshipOrder(at="2020-06-01"),
        complete={CARE: (date(2026, 11, 1), None), PERMANENCE: (None, None)},
    )
    expect(
        kid, TODAY, NO, UNKNOWN, UNKNOWN,
        missing=[("cpic", "why the time in care ended"), ("cwsw", SOCIAL_CARE_LIST)], why=[("cpic", "PLAC-1")],
    )  # fmt: skip


def test_ec64_the_census_code_n_is_not_a_no():
    kid = child(*post_looked_after_arrangements("N", on=date(2026, 10, 1)), complete=())
    expect(
        kid, TODAY, UNKNOWN, UNKNOWN, UNKNOWN,
        missing=[("cic", CARE_LIST), ("cpic", ORDERS_LIST), ("cwsw", SOCIAL_CARE_LIST)],
    )  # fmt: skip


def test_ec65_a_declared_guardianship_with_the_order_and_the_councils_letter_is_previous_care():
    kid = child(
        *post_looked_after_arrangements("G", on=date(2026, 10, 1)),
        SpecialGuardianshipOrder(at="2018-03-01"),
        LeftCare(by=Order.SPECIAL_GUARDIANSHIP, at="2018-03-01"),
        SocialWorker(start="2016-01-04", end="2018-03-01", assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT),
    )
    expect(kid, TODAY, NO, YES, NO, why=[("cpic", "PLAC-1")])
    assert previously_looked_after.on(TODAY, kid).weight is Weight.RECORDED
    declared = child(*post_looked_after_arrangements("G", on=date(2026, 10, 1)))
    assert previously_looked_after.on(TODAY, declared).weight is Weight.DECLARED


# --- social workers and plans -------------------------------------------------------------------------------------


def test_ec66_a_child_in_need_plan_with_a_social_worker():
    kid = child(ChildInNeedPlan(start="2026-06-01"), open_cin())
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-1"), ("cwsw", "def:SW-2")])


def test_ec67_a_child_protection_plan():
    expect(child(ChildProtectionPlan(start="2026-06-01")), TODAY, NO, NO, YES, why=[("cwsw", "def:SW-2")])


@pytest.mark.parametrize(("day", "cwsw"), [(date(2026, 11, 21), YES), (date(2026, 11, 22), NO)])
def test_ec68_ec69_the_sixth_anniversary_counts_and_the_day_after_does_not(day, cwsw):
    kid = child(SocialWorker(start="2019-01-07", end="2020-11-21", assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT))
    expect(kid, day, NO, NO, cwsw, why=[("cwsw", "def:SW-3")])


@pytest.mark.parametrize(("day", "cwsw"), [(date(2026, 2, 28), YES), (date(2026, 3, 1), NO)])
def test_ec70_an_end_on_29_february_is_six_years_old_on_28_february(day, cwsw):
    kid = child(
        ChildProtectionPlan(start="2019-01-07", end="2020-02-29"),
        SocialWorker(start="2019-01-07", end="2020-02-29", assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT),
    )
    expect(kid, day, NO, NO, cwsw)


def test_ec71_closed_in_2020_on_a_day_not_known_needs_the_day():
    kid = child(SocialWorker(start="2019-01-07", end="2020", assessed_in_need=True, need=Need.DYSFUNCTION))
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", "the day on which the social worker ended")])


def test_ec72_a_disabled_child_with_a_social_worker_now_counts_and_under_the_act_of_2026_would_not():
    kid = child(open_cin(need=Need.DISABILITY))
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-1")])
    assert commenced(cwsa_2026).on(TODAY, kid).fails


def test_ec73_disability_alone_does_not_count_once_it_is_closed():
    kid = child(SocialWorker(start="2023-01-09", end="2025-06-01", assessed_in_need=True, need=Need.DISABILITY))
    expect(kid, TODAY, NO, NO, NO, why=[("cwsw", "def:SW-3")])


def test_ec74_disability_with_a_protection_plan_since_counts():
    kid = child(
        SocialWorker(start="2022-01-10", end="2023-06-01", assessed_in_need=True, need=Need.DISABILITY),
        ChildProtectionPlan(start="2023-01-09", end="2023-06-01"),
    )
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-3")])


def test_ec75_an_enquiry_with_no_outcome_yet_cannot_be_told():
    kid = child(ChildProtectionEnquiry(start="2026-11-16"))
    expect(kid, TODAY, NO, NO, UNKNOWN, missing=[("cwsw", OUTCOME)], why=[("cwsw", "def:SW-6")])


@pytest.mark.parametrize("outcome", ["ec76: RC8, no further action", "ec77: RC9, to early help"])
def test_ec76_ec77_an_assessment_that_found_no_need_does_not_count(outcome):
    kid = child(ChildInNeedAssessment(start="2025-03-03", end="2025-04-10", led_to_services=False))
    expect(kid, TODAY, NO, NO, NO, why=[("cwsw", "def:SW-6")])


@pytest.mark.parametrize(("day", "cwsw"), [(date(2026, 11, 20), YES), (TODAY, NO)])
def test_ec78_an_open_case_ends_at_the_eighteenth_birthday(day, cwsw):
    expect(child(open_cin(), born=date(2008, 11, 21)), day, NO, NO, cwsw)


def test_ec79_a_plan_led_by_somebody_who_is_not_a_social_worker_counts():
    kid = child(ChildInNeedPlan(start="2026-06-01"), LeadPractitioner(start="2026-06-01"))
    expect(kid, TODAY, NO, NO, YES, why=[("cwsw", "def:SW-2")])


def test_ec80_in_need_with_a_lead_practitioner_only_does_not_count_and_the_answer_warns_of_the_act_of_2026():
    kid = child(LeadPractitioner(start="2026-06-01", need=Need.DYSFUNCTION))
    expect(kid, TODAY, NO, NO, NO, note="def:SW-7")
    assert commenced(cwsa_2026).on(TODAY, kid).holds


def test_ec81_an_early_help_plan_with_a_family_worker_is_on_no_record_that_counts():
    expect(child(), TODAY, NO, NO, NO)


def test_ec82_a_social_worker_of_an_older_brother_is_not_this_childs():
    expect(child(), TODAY, NO, NO, NO)


def test_ec83_adopted_from_care_with_a_worker_of_adoption_support():
    kid = child(
        PlacementOrder(start="2015-02-01", end="2017-06-01", ended_by=Ended.ADOPTION),
        AdoptionOrder(at="2017-06-01"),
        SocialWorker(start="2026-01-05", need=Need.NOT_IN_NEED, assessed_in_need=False),
    )
    expect(kid, TODAY, NO, YES, NO, why=[("cpic", "PLAC-1")])


def test_ec84_an_involvement_that_ended_in_2017_counts_only_where_no_years_are_counted():
    kid = child(SocialWorker(start="2015-01-05", end="2017-06-01", assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT))
    expect(kid, TODAY, NO, NO, NO, why=[("cwsw", "def:SW-3")])
    assert dfe_2021.on(TODAY, kid).holds


def test_ec85_with_no_date_of_birth_a_care_order_is_not_enough():
    kid = child(CareOrder(start="2025-02-01"), born=None)
    expect(
        kid, TODAY, UNKNOWN, NO, UNKNOWN,
        missing=[("cic", "the child's date of birth"), ("cwsw", "the child's date of birth")],
        why=[("cic", "CIC-0"), ("cwsw", "def:SW-0")],
    )  # fmt: skip


def test_ec86_a_kinship_code_alone_settles_nothing():
    kid = child(Declared(attribute="kinship care", value="KF", at="2026-10-01"), complete=())
    expect(
        kid, TODAY, UNKNOWN, UNKNOWN, UNKNOWN,
        missing=[("cic", CARE_LIST), ("cpic", ORDERS_LIST), ("cwsw", SOCIAL_CARE_LIST)],
    )  # fmt: skip


def test_every_edge_case_of_the_notes_has_a_test_that_carries_its_id():
    import re
    from pathlib import Path

    named = re.findall(r"\bec(\d\d)\b|_ec(\d\d)(?=_)", Path(__file__).read_text("utf-8"))
    assert sorted({int(one or other) for one, other in named}) == list(range(1, 87))
