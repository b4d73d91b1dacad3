"""The national rules on special needs, social work and careers: a made-up child who meets each, and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CareersGuidanceGiven,
    CareOrder,
    ChildProtectionPlan,
    CoreGroupMet,
    EhcAdviceAsked,
    EhcAdviceGiven,
    EhcAmendmentProposed,
    EhcAssessmentDecided,
    EhcDraftServed,
    EhcIntentionsTold,
    EhcPlanAmended,
    EhcPlanCeased,
    EhcPlanIssued,
    EhcPlanRefused,
    EhcRequested,
    EhcReviewDecided,
    EhcReviewDone,
    EhcReviewMeeting,
    EhcReviewPapersSent,
    EhcReviewReported,
    EhcTransferred,
    MovedToAnotherCouncil,
    MoveLearnt,
    PhaseTransferNoted,
    ProtectionConferenceHeld,
    ProtectionReviewHeld,
    ReassessmentDecided,
    ReassessmentRequested,
    ReferralAnswered,
    ReferralReceived,
    SocialWorkAssessed,
    StrategyDiscussionHeld,
)
from carepolicy.line import State
from tests.situations.england import bear_witness, dues, ids_of, lines, states

ON = "2023-12-15"
REQUEST = EhcRequested(at="2023-05-30")
MEETING = EhcReviewMeeting(at="2023-11-22")
CHANGES = EhcAmendmentProposed(at="2023-09-04")
MOVED = EhcTransferred(at="2023-03-06")
ISSUED = EhcPlanIssued(at="2022-06-01")
PHASE = PhaseTransferNoted(at="2022-09-05", post_16=False)
AGAIN = ReassessmentRequested(at="2023-09-04")
PLAN = ChildProtectionPlan(start="2023-01-09")
CONFERENCE = ProtectionConferenceHeld(at="2023-01-09")
REFERRED = ReferralReceived(at="2023-01-09", assessed=True)
STRATEGY = StrategyDiscussionHeld(at="2023-01-09", conference=True)

WITNESSES = {
    "SE-1": ([REQUEST, EhcAssessmentDecided(at="2023-07-11")], [REQUEST, EhcAssessmentDecided(at="2023-07-12")], ON),
    "SE-2": (
        [EhcAdviceAsked(at="2023-05-30"), EhcAdviceGiven(at="2023-07-11")],
        [EhcAdviceAsked(at="2023-05-30"), EhcAdviceGiven(at="2023-07-12")],
        ON,
    ),
    "SE-3": ([REQUEST, EhcPlanRefused(at="2023-09-19")], [REQUEST, EhcPlanRefused(at="2023-09-20")], ON),
    "SE-4": ([REQUEST, EhcPlanIssued(at="2023-10-17")], [REQUEST, EhcPlanIssued(at="2023-10-18")], ON),
    "SE-5": (
        [EhcDraftServed(at="2023-11-20"), EhcPlanIssued(at="2023-12-05")],
        [EhcDraftServed(at="2023-11-20"), EhcPlanIssued(at="2023-12-04")],
        ON,
    ),
    "SE-7": (
        [MovedToAnotherCouncil(at="2023-09-04", told_ahead=True), EhcTransferred(at="2023-09-04")],
        [MovedToAnotherCouncil(at="2023-09-04", told_ahead=True), EhcTransferred(at="2023-09-05")],
        ON,
    ),
    "SE-8": ([MOVED, EhcIntentionsTold(at="2023-04-17")], [MOVED, EhcIntentionsTold(at="2023-04-18")], ON),
    "SE-9": ([ISSUED, MOVED, EhcReviewDone(at="2023-06-05")], [ISSUED, MOVED, EhcReviewDone(at="2023-06-06")], ON),
    "SE-10": ([ISSUED, EhcReviewDone(at="2023-06-01")], [ISSUED, EhcReviewDone(at="2023-06-02")], ON),
    "SE-11": (
        [MEETING, EhcReviewPapersSent(at="2023-11-08")],
        [MEETING, EhcReviewPapersSent(at="2023-11-09")],
        ON,
    ),
    "SE-12": ([MEETING, EhcReviewReported(at="2023-12-06")], [MEETING, EhcReviewReported(at="2023-12-07")], ON),
    "SE-13": ([MEETING, EhcReviewDecided(at="2023-12-14")], [MEETING], "2023-12-21"),
    "SE-14": ([CHANGES, EhcPlanAmended(at="2023-10-30")], [CHANGES, EhcPlanAmended(at="2023-10-31")], ON),
    "SE-15": ([PHASE, EhcPlanAmended(at="2023-02-14")], [PHASE, EhcPlanAmended(at="2023-02-15")], ON),
    "SE-16": ([AGAIN, ReassessmentDecided(at="2023-09-19")], [AGAIN, ReassessmentDecided(at="2023-09-20")], ON),
    "dl:SW-1": ([REFERRED, ReferralAnswered(at="2023-01-10")], [REFERRED, ReferralAnswered(at="2023-01-11")], ON),
    "dl:SW-2": ([REFERRED, SocialWorkAssessed(at="2023-03-13")], [REFERRED, SocialWorkAssessed(at="2023-03-14")], ON),
    "dl:SW-3": (
        [STRATEGY, ProtectionConferenceHeld(at="2023-01-30")],
        [STRATEGY, ProtectionConferenceHeld(at="2023-01-31")],
        ON,
    ),
    "dl:SW-4": (
        [PLAN, CONFERENCE, CoreGroupMet(at="2023-01-23")],
        [PLAN, CONFERENCE, CoreGroupMet(at="2023-01-24")],
        ON,
    ),
    "dl:SW-5": (
        [PLAN, CONFERENCE, ProtectionReviewHeld(at="2023-04-09"), ProtectionReviewHeld(at="2023-10-09")],
        [PLAN, CONFERENCE, ProtectionReviewHeld(at="2023-04-09"), ProtectionReviewHeld(at="2023-10-10")],
        ON,
    ),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id])


def test_se1_se4_dl_e51_six_and_twenty_weeks_of_the_request():
    assert dues("SE-1", REQUEST, on="2023-06-01") == ["2023-07-11"]
    assert dues("SE-4", REQUEST, on="2023-06-01") == ["2023-10-17"]


def test_se3_is_judged_only_of_a_decision_not_to_make_a_plan():
    assert states("SE-3", REQUEST, on=ON) == []
    assert states("SE-4", REQUEST, EhcPlanRefused(at="2023-09-19"), on=ON) == ["ENDED"]


def test_se5_dl_e50_a_parent_has_until_3_january():
    draft = EhcDraftServed(at="2023-12-20")
    assert states("SE-5", draft, EhcPlanIssued(at="2024-01-03"), on="2024-02-01") == ["BREACH"]
    assert states("SE-5", draft, EhcPlanIssued(at="2024-01-04"), on="2024-02-01") == []


def test_se7_dl_e45_fifteen_working_days_of_which_the_day_of_learning_is_the_first():
    assert dues("SE-7", MoveLearnt(at="2023-12-21"), on="2023-12-22") == ["2024-01-15"]


def test_se9_the_later_of_two_dates_and_neither_with_no_plan_on_record():
    assert dues("SE-9", ISSUED, MOVED, on="2023-04-01") == ["2023-06-05"]
    assert dues("SE-9", EhcPlanIssued(at="2022-10-03"), MOVED, on="2023-04-01") == ["2023-10-02"]
    (unknown,) = lines("SE-9", MOVED, on="2023-04-01")
    assert unknown.due.last is None


def test_se10_a_plan_that_has_ceased_is_reviewed_no_more():
    assert states("SE-10", ISSUED, EhcPlanCeased(at="2023-05-01"), on=ON) == ["ENDED"]


def test_se10_a_year_runs_to_the_corresponding_day():
    assert dues("SE-10", EhcPlanIssued(at="2024-02-29"), on="2024-03-01") == ["2025-02-28"]


def test_se11_dl_e52_two_weeks_before_with_the_cautious_day_beside_it():
    (only,) = lines("SE-11", MEETING, on="2023-11-01")
    assert only.due.day == date(2023, 11, 8)
    assert [other.due for other in only.reading.instead] == ["Tue 7 Nov 2023"]


def test_se15_post_16_has_until_30_march():
    assert dues("SE-15", PhaseTransferNoted(at="2022-09-05", post_16=True), on="2022-10-03") == ["2023-03-30"]


def test_the_special_needs_regulations_began_on_1_september_2014():
    for day, found in (("2014-08-31", 0), ("2014-09-01", 1)):
        request = EhcRequested(at=day)
        assert len(states("SE-1", request, care=CareOrder(start="2013-01-07"), on="2014-09-15")) == found


def test_sw1_covers_a_child_who_has_no_social_worker_yet():
    assert states("dl:SW-1", REFERRED, care=None, on=ON) == ["OVERDUE"]


def test_sw2_sw3_with_no_assessment_or_conference_nothing_falls_due():
    assert states("dl:SW-2", ReferralReceived(at="2023-01-09", assessed=False), on=ON) == []
    assert states("dl:SW-3", StrategyDiscussionHeld(at="2023-01-09", conference=False), on=ON) == []


def test_sw5_ends_with_the_plan():
    over = ChildProtectionPlan(start="2023-01-09", end="2023-03-01")
    assert states("dl:SW-5", over, CONFERENCE, on=ON) == ["ENDED"]


def test_cg1_careers_guidance_rests_on_the_schools_word_from_year_7_and_before_2022_from_year_8():
    given = CareersGuidanceGiven(at="2023-10-02", independent=True)
    assert states("CG-1", given, on=ON) == ["MET"]
    assert states("CG-1", CareersGuidanceGiven(at="2023-10-02", independent=False), on=ON) == ["OPEN"]
    assert states("CG-1", CareersGuidanceGiven(at="2023-10-02"), on=ON) == [State.CANNOT_TELL.value]
    year_7 = {"born": "2010-10-01"}
    assert states("CG-1", on="2022-09-01", **year_7) == ["OPEN"]
    assert states("CG-1", on="2022-08-31", **year_7) == []
    assert states("CG-1a", on="2022-08-31", **year_7) == []
    assert states("CG-1a", on="2022-08-31", born="2009-05-01") == ["OPEN"]
    assert states("CG-1a", on="2022-09-01", born="2009-05-01") == []


def test_every_clause_that_computes_has_its_witnesses():
    assert set(WITNESSES) | {"CG-1", "CG-1a", "dl:SW-7"} == set(ids_of("SE", "dl:SW", "CG"))


def test_dl_sw7_is_enacted_and_not_commenced_so_it_asks_for_nothing():
    assert states("dl:SW-7", on=ON) == []
