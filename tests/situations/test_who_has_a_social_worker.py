"""Who has, or had within six years, a social worker: rules SW-0 to SW-4, met, missed, and cannot tell."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.errors import BadRecord
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    Child,
    ChildInNeedPlan,
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    Ended,
    FreeingOrder,
    InterimCareOrder,
    Need,
    PlacementOrder,
    Power,
    Remand,
    ReportedInCare,
    ShortBreakAgreement,
    SocialWorker,
)
from carepolicy.law.social_worker import have_or_have_had_a_social_worker, with_social_worker
from carepolicy.verdict import Verdict

HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
TODAY = date(2026, 11, 21)


def child(*history, born=date(2012, 5, 9), complete=(CARE, PERMANENCE, SOCIAL_WORK)) -> Child:
    return Child("made up", born=born, history=history, complete=complete)


def answer(*history, on=TODAY, **more) -> Verdict:
    return with_social_worker.timeline(child(*history, **more)).at(on)


def worker(start="2026-01-01", end=None, need=Need.ABUSE_OR_NEGLECT, assessed=True) -> SocialWorker:
    return SocialWorker(start=start, end=end, need=need, assessed_in_need=assessed)


def test_sw0_nobody_of_eighteen_is_in_the_group():
    assert answer(worker(), on=date(2030, 5, 8)) is HOLDS
    assert answer(worker(), on=date(2030, 5, 9)) is FAILS


def test_sw1_an_assessed_child_with_a_social_worker_counts_for_whatever_reason():
    assert answer(worker(need=Need.DISABILITY)) is HOLDS
    assert answer(worker(), on=date(2025, 12, 31)) is FAILS


def test_sw1_a_social_worker_with_no_recorded_assessment_cannot_be_told():
    finding = with_social_worker.on(TODAY, child(worker(assessed=None)))
    assert finding.unknown
    assert "whether the child was assessed as in need under s.17" in map(str, finding.missing)


def test_sw1_a_social_worker_with_no_need_found_does_not_count():
    assert answer(worker(assessed=False)) is FAILS


def test_ec83_a_worker_for_a_child_not_in_need_such_as_of_adoption_support_does_not_count():
    assert answer(worker(need=Need.NOT_IN_NEED, assessed=None)) is FAILS
    with pytest.raises(BadRecord, match="assessed as in need, and its need is N9"):
        worker(need=Need.NOT_IN_NEED, assessed=True)


@pytest.mark.parametrize("plan", [ChildInNeedPlan, ChildProtectionPlan])
def test_sw2_a_plan_counts_whoever_leads_it(plan):
    assert answer(plan(start="2026-01-01")) is HOLDS
    assert answer(plan(start="2026-01-01"), on=date(2025, 12, 31)) is FAILS


def test_sw3_the_sixth_anniversary_of_the_end_still_counts_and_the_next_day_does_not():
    ended = worker("2019-01-01", "2020-11-21")
    assert answer(ended, on=date(2026, 11, 21)) is HOLDS
    assert answer(ended, on=date(2026, 11, 22)) is FAILS


def test_sw3_an_end_on_29_february_is_six_years_old_on_28_february():
    ended = ChildProtectionPlan(start="2019-01-01", end="2020-02-29")
    assert answer(ended, on=date(2026, 2, 28)) is HOLDS
    assert answer(ended, on=date(2026, 3, 1)) is FAILS


@pytest.mark.parametrize("need", [Need.ABUSE_OR_NEGLECT, Need.DYSFUNCTION, Need.LOW_INCOME, Need.ABSENT_PARENTING])
def test_sw3_safeguarding_and_welfare_needs_count_once_it_is_over(need):
    assert answer(worker("2022-01-01", "2023-01-01", need)) is HOLDS


def test_sw3_disability_alone_does_not_count_once_it_is_over_but_a_plan_does():
    assert answer(worker("2022-01-01", "2025-01-01", Need.DISABILITY)) is FAILS
    assert answer(ChildInNeedPlan(start="2022-01-01", end="2023-01-01", need=Need.DISABILITY)) is HOLDS


def test_sw3_disability_counts_for_six_years_from_the_end_of_the_worker_where_there_was_also_a_plan():
    disability = SocialWorker(start="2013-10-25", end="2016-02-28", assessed_in_need=True, need=Need.DISABILITY)
    plan = ChildInNeedPlan(start="2013-12-06", end="2014-01-17")
    assert answer(disability, plan, on=date(2022, 2, 28)) is HOLDS
    assert answer(disability, plan, on=date(2022, 3, 1)) is FAILS
    assert answer(disability, on=date(2022, 2, 28)) is FAILS
    before = ChildInNeedPlan(start="2013-01-06", end="2013-02-17")
    assert answer(disability, before, on=date(2022, 2, 28)) is FAILS


@pytest.mark.parametrize(
    "beside",
    [
        ChildProtectionEnquiry(start="2015-01-05", end="2015-01-12", led_to_services=True),
        Accommodation(start="2015-01-05", end="2015-01-07", power=Power.S21_1),
        PlacementOrder(start="2015-01-05", end="2015-02-05", ended_by=Ended.HOME_PLANNED),
    ],
    ids=lambda record: record.label,
)
def test_sw3_disability_counts_beside_an_enquiry_that_led_to_services_or_an_order(beside):
    disability = SocialWorker(start="2013-10-25", end="2016-02-28", assessed_in_need=True, need=Need.DISABILITY)
    assert answer(disability, beside, on=date(2022, 2, 28)) is HOLDS


def test_sw3_disability_with_social_work_not_listed_asks_whether_there_was_more():
    disability = SocialWorker(start="2013-10-25", end="2016-02-28", assessed_in_need=True, need=Need.DISABILITY)
    kid = Child(
        "x",
        born="2012-05-09",
        history=[disability],
        complete={CARE: (None, None), SOCIAL_WORK: (date(2015, 6, 1), None)},
    )
    finding = with_social_worker.on(date(2022, 2, 28), kid)
    asked = "whether there was also a plan, an enquiry that led to services, or an order in those days"
    assert finding.unknown
    assert finding.settled_by == ((asked,),)


def test_sw3_a_plan_that_has_ended_had_begun_by_then_though_nobody_knows_the_day():
    plan = ChildProtectionPlan(start="2024", end="2024-10-15")
    assert answer(plan, on=date(2024, 10, 16)) is HOLDS


def test_sw4_a_remand_too_short_to_be_care_implies_nothing():
    remand = Accommodation(start="2024-03-04T09:00", end="2024-03-04T15:00", power=Power.LASPO_92)
    assert answer(remand, on=date(2024, 3, 5)) is FAILS


def test_sw4_after_a_short_break_was_handed_to_another_authority_it_cannot_be_told():
    taken_over = Accommodation(
        start="2024-03-01", end="2024-03-04", power=Power.S20_4, short_break=True, ended_by=Ended.TRANSFERRED
    )
    assert answer(taken_over, on=date(2024, 6, 1)) is UNKNOWN


@pytest.mark.parametrize("need", [None, Need.NOT_STATED])
def test_sw3_with_no_need_recorded_it_cannot_be_told(need):
    finding = with_social_worker.on(TODAY, child(worker("2022-01-01", "2023-01-01", need)))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["why the child had a social worker"]


def test_sw3_an_involvement_opened_and_closed_on_one_day_still_counts():
    assert answer(ChildProtectionPlan(start="2023-01-01", end="2023-01-01")) is HOLDS


def test_sw3_closed_some_time_in_2020_cannot_be_told_in_november_2026():
    assert answer(worker("2019-01-01", "2020"), on=TODAY) is UNKNOWN
    assert answer(worker("2019-01-01", "2020"), on=date(2026, 1, 1)) is HOLDS
    assert answer(worker("2019-01-01", "2020"), on=date(2027, 1, 1)) is FAILS


@pytest.mark.parametrize("kind", [CareOrder, InterimCareOrder, PlacementOrder, FreeingOrder])
def test_sw4_care_under_an_order_implies_a_social_worker_for_six_years(kind):
    care = kind(start="2019-06-01", end="2020-12-01", ended_by=Ended.OTHER)
    assert answer(care, on=date(2019, 12, 1)) is HOLDS
    assert answer(care, on=date(2026, 12, 1)) is HOLDS
    assert answer(care, on=date(2026, 12, 2)) is FAILS


@pytest.mark.parametrize("power", [Power.S20, Power.S20_1, Power.S21_1, Power.S21_2A, Power.S43])
def test_sw4_so_does_accommodation_for_over_24_hours(power):
    stay = Accommodation(power=power, start="2022-01-01", end="2022-02-01", ended_by=Ended.HOME_PLANNED)
    assert answer(stay) is HOLDS


def test_sw4_a_stay_too_short_to_count_implies_nothing():
    stay = Accommodation(power=Power.S20, start="2022-01-01T09:00", end="2022-01-01T18:00", ended_by=Ended.HOME_PLANNED)
    assert answer(stay) is FAILS


def test_sw4_section_20_for_a_disability_counts_now_and_cannot_be_told_after():
    stay = Accommodation(
        power=Power.S20, start="2022-01-01", end="2022-02-01", need=Need.DISABILITY, ended_by=Ended.HOME_PLANNED
    )
    assert answer(stay, on=date(2022, 1, 15)) is HOLDS
    assert answer(stay, on=date(2022, 2, 15)) is UNKNOWN
    assert answer(stay, on=date(2028, 2, 2)) is FAILS


def test_sw4_short_breaks_imply_nothing():
    weekend = Accommodation(
        power=Power.S20, start="2026-11-20", end="2026-11-23", short_break=True, ended_by=Ended.OTHER
    )
    assert answer(weekend) is FAILS
    assert answer(ShortBreakAgreement(start="2026-04-01")) is FAILS


@pytest.mark.parametrize("power", [Power.S21_2B, Power.S21_2C, Power.LASPO_92])
def test_sw4_youth_justice_alone_cannot_be_told(power):
    stay = Accommodation(power=power, start="2026-11-01", ended_by=None)
    assert answer(stay) is UNKNOWN
    assert answer(Remand(start="2026-11-01")) is UNKNOWN


def test_sw4_care_of_unrecorded_basis_cannot_be_told():
    assert answer(ReportedInCare(start="2026-11-01")) is UNKNOWN


def test_an_unknown_record_may_reach_six_years_back():
    assert answer(complete={CARE: None, PERMANENCE: None, SOCIAL_WORK: (date(2022, 1, 1), None)}) is UNKNOWN
    assert answer(complete={CARE: None, PERMANENCE: None, SOCIAL_WORK: (date(2020, 11, 20), None)}) is FAILS


def test_the_union_of_all_three_groups_holds_for_a_child_of_any_of_them():
    for record in (worker(), CareOrder(start="2026-01-01"), ChildProtectionPlan(start="2019-01-01", end="2021-01-01")):
        assert have_or_have_had_a_social_worker.timeline(child(record)).at(TODAY) is HOLDS
    assert have_or_have_had_a_social_worker.timeline(child()).at(TODAY) is FAILS


def test_of_two_things_unknown_about_a_worker_the_one_that_settles_it_is_told_alone():
    kid = child(SocialWorker(start="2026-01-05"))
    finding = with_social_worker.on(TODAY, kid)
    assert finding.settled_by == (("whether the child was assessed as in need under s.17",),)


def test_a_worker_who_has_gone_takes_the_assessment_and_the_reason():
    kid = child(SocialWorker(start="2024-01-05", end="2025-01-06"))
    finding = with_social_worker.on(TODAY, kid)
    asked = ("whether the child was assessed as in need under s.17", "why the child had a social worker")
    assert finding.settled_by == (asked,)
