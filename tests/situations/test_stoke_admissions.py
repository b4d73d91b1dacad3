"""Stoke-on-Trent on admissions and on no permanent exclusion: for each clause that computes, one child who meets it and one not."""

from __future__ import annotations

from carepolicy.facts import (
    AdmissionIssueRaised,
    AdmissionMeetingHeld,
    ApplicationReceived,
    ApplicationRefused,
    Attended,
    EhcPlan,
    EhcReviewCalled,
    JoinedSchool,
    ManagedMove,
    Meeting,
    NewPlacementStarted,
    PepReviewCalled,
    PermanentlyExcluded,
    Review,
    ReviewMeeting,
    SeriousIncident,
    Suspended,
    TakenOffRoll,
    TransferAgreed,
    TransferredInYear,
)
from carepolicy.line import State
from carepolicy.policy import Computes
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.stoke import states

JOINED = JoinedSchool(at="2021-09-06")
ASKED = ApplicationReceived(at="2023-03-01")
RAISED = AdmissionIssueRaised(at="2023-03-01")
MOVED = TransferredInYear(at="2023-03-06")
OFF_ROLL = TakenOffRoll(at="2023-03-06")
INCIDENT = SeriousIncident(at="2023-03-07T10:00")
REVIEWED = ReviewMeeting(at="2023-03-09", review=Review.EMERGENCY)
EHC_PLAN = EhcPlan(start="2021-05-04")


def came(role: str, on: str = "2023-03-09") -> Attended:
    return Attended(at=on, role=role, meeting=Meeting.PEP_REVIEW)


WITNESSES = {
    "STK-ADM-1a": ([ASKED, JoinedSchool(at="2023-03-13")], [ASKED]),
    "STK-ADM-2": ([ASKED], [ASKED, ApplicationRefused(at="2023-03-08")]),
    "STK-ADM-4": ([RAISED, AdmissionMeetingHeld(at="2023-03-03")], [RAISED]),
    "STK-ADM-5": ([JOINED, TransferAgreed(at="2023-02-20"), MOVED], [JOINED, MOVED]),
    "STK-ADM-6": ([JOINED, NewPlacementStarted(at="2023-03-06"), OFF_ROLL], [JOINED, OFF_ROLL]),
    "STK-NPE-1": ([INCIDENT], [INCIDENT, PermanentlyExcluded(at="2023-03-08")]),
    "STK-NPE-4": ([INCIDENT, Suspended(at="2023-03-07T12:00", days=2)], [INCIDENT]),
    "STK-NPE-5a": (
        [INCIDENT, PepReviewCalled(at="2023-03-07T15:00", review=Review.EMERGENCY)],
        [INCIDENT, PepReviewCalled(at="2023-03-07T15:00", review=Review.ROUTINE)],
    ),
    "STK-NPE-5b": ([EHC_PLAN, INCIDENT, EhcReviewCalled(at="2023-03-08")], [EHC_PLAN, INCIDENT]),
    "STK-NPE-6a": ([REVIEWED, came("social_worker")], [REVIEWED, came("virtual_school")]),
    "STK-NPE-6b": ([REVIEWED, came("virtual_school")], [REVIEWED, came("social_worker")]),
    "STK-NPE-8b": ([ManagedMove(at="2023-03-06", agreed=True)], [ManagedMove(at="2023-03-06", agreed=False)]),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


def test_a_permission_is_never_broken():
    (one,) = [one for one in STOKE_ON_TRENT.clauses if one.id == "STK-NPE-8a"]
    assert one.computes is Computes.NOTHING
    assert states("STK-NPE-8a", ManagedMove(at="2023-03-06", agreed=False)) == []


def test_a_child_with_no_ehc_plan_or_one_that_ceased_is_owed_no_review_of_it():
    assert states("STK-NPE-5b", INCIDENT) == []
    ceased = EhcPlan(start="2021-05-04", end="2022-07-01")
    assert states("STK-NPE-5b", ceased, INCIDENT) == []


def test_a_child_whose_ehc_plan_ceased_and_was_made_again_is_owed_a_review_of_it():
    ceased, again = EhcPlan(start="2019-05-04", end="2021-07-01"), EhcPlan(start="2022-09-05")
    assert states("STK-NPE-5b", ceased, again, INCIDENT) == [State.OPEN]


def test_where_schooling_is_not_listed_whether_there_is_an_ehc_plan_cannot_be_told():
    assert states("STK-NPE-5b", INCIDENT, complete=False) == [State.CANNOT_TELL]


def test_a_review_called_for_no_recorded_reason_may_be_the_emergency_review():
    assert states("STK-NPE-5a", INCIDENT, PepReviewCalled(at="2023-03-07T15:00")) == [State.CANNOT_TELL]


def test_an_agreement_from_before_the_child_came_to_this_school_is_not_one_to_leave_it():
    before = TransferAgreed(at="2021-07-01")
    assert states("STK-ADM-5", before, JOINED, MOVED) == [State.BREACH]


def test_with_a_list_that_may_lack_the_agreement_it_cannot_be_told():
    assert states("STK-ADM-5", JOINED, MOVED, complete=False) == [State.CANNOT_TELL]


# --- the shared scenarios of these sections --------------------------------------------------------------------------


def test_s20_a_refusal_because_the_year_group_is_full_is_barred():
    refused = [ApplicationReceived(at="2025-11-10"), ApplicationRefused(at="2025-11-19")]
    assert states("STK-ADM-2", *refused, on="2025-11-20") == [State.BREACH]


def test_s25_the_policy_does_not_bar_deletion_once_the_new_placement_has_started():
    records = [JOINED, NewPlacementStarted(at="2026-02-19"), TakenOffRoll(at="2026-02-23")]
    assert states("STK-ADM-6", *records, on="2026-02-23") == [State.MET]
