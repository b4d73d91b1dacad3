"""Stoke-on-Trent on PEP meetings, targets and progress: for each clause here, a child who meets it and one who does not."""

from __future__ import annotations

import pytest

from carepolicy.errors import UnknownName
from carepolicy.facts import (
    Attended,
    EhcPlan,
    EhcReviewCalled,
    Meeting,
    PepMeetingHeld,
    PepReviewCalled,
    PepReviewed,
    PepSectionCompleted,
    PepTargetsMissed,
    ProgressAssessed,
    Review,
    ReviewMeeting,
)
from carepolicy.line import State
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.stoke import states

MISSED = PepTargetsMissed(at="2023-03-06")
LOW = ProgressAssessed(at="2023-03-06", below_average=True)
EHC_PLAN = EhcPlan(start="2021-05-04")
CALLED, EHC_CALLED = PepReviewCalled(at="2023-03-08"), EhcReviewCalled(at="2023-03-08")


def meeting(**told) -> PepMeetingHeld:
    return PepMeetingHeld(at="2023-03-14T10:00", **told)


def part(role: str, at: str = "2023-03-09") -> PepSectionCompleted:
    return PepSectionCompleted(at=at, role=role)


def review(called_for: Review, *roles: str) -> list:
    came = [Attended(at="2023-03-14", role=role, meeting=Meeting.PEP_REVIEW) for role in roles]
    return [ReviewMeeting(at="2023-03-14", review=called_for), *came]


WITNESSES = {
    "STK-ACH-4a": ([LOW, CALLED], [LOW]),
    "STK-ACH-4b": ([EHC_PLAN, LOW, EHC_CALLED], [EHC_PLAN, LOW]),
    "STK-ACH-4c": (review(Review.PROGRESS, "social_worker", "virtual_school"), review(Review.PROGRESS)),
    "STK-PEP-1e": (
        [PepReviewed(at="2023-03-06", several_agencies=True)],
        [PepReviewed(at="2023-03-06", several_agencies=False)],
    ),
    "STK-PEP-2a": ([part("designated_teacher"), meeting()], [part("child"), meeting()]),
    "STK-PEP-2b": ([part("social_worker"), meeting()], [part("social_worker", "2023-03-14T11:00"), meeting()]),
    "STK-PEP-2c": ([part("child"), meeting()], [meeting()]),
    "STK-PEP-3b": ([meeting(chair="designated_teacher")], [meeting(chair="headteacher", chair_agreed=False)]),
    "STK-PEP-7a": ([MISSED, CALLED], [MISSED]),
    "STK-PEP-7b": ([EHC_PLAN, MISSED, EHC_CALLED], [EHC_PLAN, MISSED]),
    "STK-PEP-7c": (review(Review.TARGETS, "social_care", "virtual_school"), review(Review.TARGETS)),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


def test_another_chair_may_be_agreed_and_what_is_not_recorded_is_asked_for():
    assert states("STK-PEP-3b", meeting(chair="virtual_school", chair_agreed=True)) == [State.MET]
    assert states("STK-PEP-3b", meeting(chair="virtual_school")) == [State.CANNOT_TELL]
    assert states("STK-PEP-3b", meeting()) == [State.CANNOT_TELL]


def test_a_part_done_for_the_meeting_before_does_not_serve_this_one():
    earlier = PepMeetingHeld(at="2022-11-15T10:00")
    assert states("STK-PEP-2c", part("child", "2022-11-10"), earlier, meeting()) == [State.MET, State.OVERDUE]


def test_progress_that_was_compared_with_no_average_cannot_be_told_to_be_below_it():
    assert states("STK-ACH-4a", ProgressAssessed(at="2023-03-06")) == [State.CANNOT_TELL]
    assert states("STK-ACH-4a", ProgressAssessed(at="2023-03-06", below_average=False)) == []


# --- the shared scenarios of these sections --------------------------------------------------------------------------


def test_s22_missed_targets_call_for_a_review_by_any_one_of_four():
    assert states("STK-PEP-7a", PepTargetsMissed(at="2025-11-18"), on="2025-11-20") == [State.OPEN]
    (clause,) = [one for one in STOKE_ON_TRENT.clauses if one.id == "STK-PEP-7a"]
    assert clause.actor == ("designated_teacher", "social_worker", "carer", "virtual_school")


def test_s24_before_the_meeting_only_the_social_workers_part_is_still_due():
    records = [
        PepMeetingHeld(at="2025-11-24"),
        part("designated_teacher", "2025-11-17"),
        part("child", "2025-11-18"),
    ]
    found = {clause: states(clause, *records, on="2025-11-20") for clause in ("STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c")}
    assert found == {"STK-PEP-2a": [State.MET], "STK-PEP-2b": [State.DUE], "STK-PEP-2c": [State.MET]}


def test_s13_all_three_parts_are_done_before_the_meeting_so_nothing_of_stokes_is_due():
    records = [
        PepMeetingHeld(at="2025-11-24"), part("designated_teacher", "2025-11-17"), part("social_worker", "2025-11-19"),
        part("child", "2025-11-18"),
    ]  # fmt: skip
    for clause in ("STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c"):
        assert states(clause, *records, on="2025-11-21") == [State.MET]


def test_a_policy_of_some_clauses_alone_answers_for_those():
    some = STOKE_ON_TRENT.only("STK-PEP-7a", "STK-PEP-2c")
    assert [one.id for one in some.clauses] == ["STK-PEP-2c", "STK-PEP-7a"]
    with pytest.raises(UnknownName, match="Did you mean STK-PEP-7c"):
        STOKE_ON_TRENT.only("STK-PEP-7x")
