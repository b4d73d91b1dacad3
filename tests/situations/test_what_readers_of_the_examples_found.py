"""What those who read the examples of every authority found: each a case that was once answered wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    FAMILIES,
    Attended,
    CareOrder,
    CareReviewHeld,
    Child,
    JoinedSchool,
    Meeting,
    PepMeetingHeld,
    PhaseTransitionDue,
    SdqCompleted,
    TransferAgreed,
    TransferredInYear,
)
from carepolicy.line import Line, State
from carepolicy.policy import Profile
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.school import HILL_TOP

IN_CARE = CareOrder(start="2024-01-08")


def lines(profile: Profile, clause: str, *records, on: date, as_at: date | None = None) -> list[Line]:
    child = Child("ana", born="2012-05-09", history=[IN_CARE, *records], complete=FAMILIES, as_at=as_at)
    found = assess(child, profile, calendar=HILL_TOP, on=on, everything=True)
    return [line for line in found.lines if line.clause == clause and not line.stated_by]


def states(profile: Profile, clause: str, *records, on: date, as_at: date | None = None) -> list[State]:
    return [line.state for line in lines(profile, clause, *records, on=on, as_at=as_at)]


def test_the_joining_that_a_transfer_leads_to_is_not_one_before_it():
    agreed, moved = TransferAgreed(at="2025-12-15"), TransferredInYear(at="2026-01-12")
    for joined in ("2026-01-12", "2026-01-13"):
        history = [JoinedSchool(at="2024-09-04"), agreed, moved, JoinedSchool(at=joined)]
        assert states(STOKE_ON_TRENT, "STK-ADM-5", *history, on=date(2026, 1, 20)) == [State.MET]


def test_what_may_be_done_ahead_of_a_move_is_not_yet_owed_before_it():
    move = PhaseTransitionDue(at="2026-09-02", new_school=True, new_class=True)
    assert states(OXFORDSHIRE_NON_NEGOTIABLES, "OXN-9a", move, on=date(2026, 5, 3)) == [State.NOT_YET]
    (line,) = lines(OXFORDSHIRE_NON_NEGOTIABLES, "OXN-9a", move, on=date(2026, 9, 5))
    assert (line.state, line.age) == (State.OPEN, 3)


def test_an_sdq_for_a_meeting_still_to_come_needs_no_list_of_days_to_come():
    history = [PepMeetingHeld(at="2025-11-24"), SdqCompleted(at="2026-03-02"), PepMeetingHeld(at="2026-03-25")]
    on = date(2026, 3, 20)
    for as_at in (None, on):
        found = lines(OXFORDSHIRE_NON_NEGOTIABLES, "OXN-8.3b", *history, on=on, as_at=as_at)
        assert found[-1].state is State.MET, as_at


def test_a_school_has_owed_nothing_for_longer_than_the_child_has_been_there():
    (line,) = lines(OXFORDSHIRE, "OX-3.5a", JoinedSchool(at="2026-03-19"), on=date(2026, 3, 20))
    assert (line.state, line.age) == (State.OPEN, 1)


@pytest.mark.parametrize("role", ["virtual_school", "virtual_school_head", "head_of_virtual_school"])
def test_what_the_head_of_a_virtual_school_does_the_virtual_school_has_done(role):
    review = CareReviewHeld(at="2026-03-02")
    came = Attended(at="2026-03-02", role=role, meeting=Meeting.CARE_REVIEW)
    assert State.MET in states(OXFORDSHIRE, "OX-9.VS1", review, came, on=date(2026, 3, 20))
