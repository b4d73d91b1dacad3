"""Stoke-on-Trent on attendance: for each clause that computes, a child who meets it and one who does not, each made up."""

from __future__ import annotations

import pytest

from carepolicy.errors import BadRecord
from carepolicy.facts import (
    AbsenceContactMade,
    AbsenceRecorded,
    AttendanceMeasured,
    Attended,
    EhcPlan,
    EhcReviewCalled,
    Meeting,
    PepReviewCalled,
    Review,
    ReviewMeeting,
)
from carepolicy.line import State
from tests.situations.stoke import states

CALLED = PepReviewCalled(at="2023-03-09", review=Review.ATTENDANCE)
REVIEW = ReviewMeeting(at="2023-03-14", review=Review.ATTENDANCE)
EHC_PLAN = EhcPlan(start="2021-05-04")


def measured(attended: int | None, possible: int | None = 300, *, fell: bool | None = False) -> AttendanceMeasured:
    return AttendanceMeasured(at="2023-03-08", attended=attended, possible=possible, fell=fell)


def came(*roles: str) -> list[Attended]:
    return [Attended(at="2023-03-14", role=role, meeting=Meeting.PEP_REVIEW) for role in roles]


WITNESSES = {
    "STK-ATT-2": (
        [AbsenceRecorded(at="2023-03-08T08:50"), AbsenceContactMade(at="2023-03-08T11:00")],
        [AbsenceRecorded(at="2023-03-08"), AbsenceContactMade(at="2023-03-09")],
    ),
    "STK-ATT-3a": ([measured(290, fell=True), CALLED], [measured(290, fell=True)]),
    "STK-ATT-3b": ([measured(254), CALLED], [measured(254)]),
    "STK-ATT-3c": ([EHC_PLAN, measured(254), EhcReviewCalled(at="2023-03-09")], [EHC_PLAN, measured(254)]),
    "STK-ATT-3d": ([REVIEW, *came("social_worker", "virtual_school")], [REVIEW]),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


def test_dl_e70_exactly_85_per_cent_calls_for_no_review_and_dl_e71_one_session_less_does():
    assert states("STK-ATT-3b", measured(255)) == []
    assert states("STK-ATT-3b", measured(254)) == [State.OPEN]


def test_attendance_that_is_not_recorded_leaves_it_open_and_asks_for_the_sessions():
    assert states("STK-ATT-3b", measured(None)) == [State.CANNOT_TELL]


def test_whether_attendance_is_falling_is_never_made_up():
    assert states("STK-ATT-3a", measured(254, fell=None)) == [State.CANNOT_TELL]
    assert states("STK-ATT-3a", measured(254, fell=False)) == []


def test_one_that_is_below_85_per_cent_settles_the_review_of_the_ehc_plan_whether_or_not_it_is_falling():
    assert states("STK-ATT-3c", EHC_PLAN, measured(254, fell=None)) == [State.OPEN]
    assert states("STK-ATT-3c", EHC_PLAN, measured(290, fell=None)) == [State.CANNOT_TELL]


def test_sessions_that_cannot_be_are_an_error():
    for attended, possible in ((301, 300), (0, 0), (-1, 300)):
        with pytest.raises(BadRecord):
            measured(attended, possible)


# --- the shared scenarios of this section ----------------------------------------------------------------------------


def test_s18_attendance_of_79_per_cent_and_falling_calls_for_a_review():
    low = AttendanceMeasured(at="2025-11-20", attended=792, possible=1000, fell=True)
    assert states("STK-ATT-3a", low, on="2025-11-20") == [State.OPEN]
    assert states("STK-ATT-3b", low, on="2025-11-20") == [State.OPEN]


def test_s19_attendance_of_90_per_cent_with_nothing_to_compare_cannot_be_told_to_fall():
    unknown = AttendanceMeasured(at="2025-11-20", attended=901, possible=1000)
    assert states("STK-ATT-3a", unknown, on="2025-11-20") == [State.CANNOT_TELL]
    assert states("STK-ATT-3b", unknown, on="2025-11-20") == []


def test_s26_contact_on_the_next_day_about_an_absence_off_site_is_late():
    records = [AbsenceRecorded(at="2025-11-18"), AbsenceContactMade(at="2025-11-19")]
    assert states("STK-ATT-2", *records, on="2025-11-20") == [State.LATE]


def test_s36_a_move_of_home_on_the_day_does_not_lift_the_review_that_84_per_cent_calls_for():
    fallen = AttendanceMeasured(at="2025-12-01", attended=84, possible=100, fell=True)
    records = [AbsenceRecorded(at="2025-11-10"), fallen]
    assert states("STK-ATT-3b", *records, on="2025-12-01") == [State.OPEN]
    assert states("STK-ATT-3a", *records, on="2025-12-01") == [State.OPEN]
