"""Stoke-on-Trent on suspension: for each clause that computes, a child who meets it and one who does not, each made up."""

from __future__ import annotations

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    AlternativeProvisionStarted,
    CareOrder,
    Child,
    EducationSought,
    Invited,
    Meeting,
    PapersSentToSocialWorker,
    PapersSentToVirtualSchool,
    PartTimeTimetable,
    PermanentlyExcluded,
    PlansMustChange,
    ReturnMeeting,
    SentHomeUnrecorded,
    SocialWorkerInformed,
    Suspended,
    VirtualSchoolInformed,
)
from carepolicy.line import State
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, rule_on
from tests.situations.published import A
from tests.situations.stoke import states

SUSPENDED = Suspended(at="2023-03-07T10:20", days=3)
RETURN = ReturnMeeting(at="2023-03-10T08:30")
CHANGE = PlansMustChange(at="2023-03-10")


def invited(role: str, meeting: Meeting, at: str) -> Invited:
    return Invited(at=at, role=role, meeting=meeting)


def timetable(**told) -> PartTimeTimetable:
    return PartTimeTimetable(
        at="2023-03-06", **{"agreed": True, "in_pep": True, "reviews_set": True, "end_set": True, **told}
    )


TO_RETURN, TO_REVIEW = Meeting.RETURN_MEETING, Meeting.PEP_REVIEW

WITNESSES = {
    "STK-FTE-1a": ([SUSPENDED, VirtualSchoolInformed(at="2023-03-07T16:00")], [SUSPENDED]),
    "STK-FTE-1b": (
        [SUSPENDED, SocialWorkerInformed(at="2023-03-07T16:00")],
        [SUSPENDED, SocialWorkerInformed(at="2023-03-08T09:00")],
    ),
    "STK-FTE-2a": (
        [SUSPENDED, PapersSentToVirtualSchool(at="2023-03-09T10:00")],
        [SUSPENDED, PapersSentToVirtualSchool(at="2023-03-09T10:21")],
    ),
    "STK-FTE-2b": ([SUSPENDED, PapersSentToSocialWorker(at="2023-03-08")], [SUSPENDED]),
    "STK-FTE-3a": (
        [SUSPENDED, RETURN, invited("virtual_school", TO_RETURN, "2023-03-08")],
        [SUSPENDED, RETURN, invited("social_worker", TO_RETURN, "2023-03-08")],
    ),
    "STK-FTE-3b": (
        [SUSPENDED, RETURN, invited("social_worker", TO_RETURN, "2023-03-08")],
        [SUSPENDED, RETURN, invited("social_worker", TO_RETURN, "2023-03-10T09:00")],
    ),
    "STK-FTE-3c": (
        [CHANGE, invited("virtual_school", TO_REVIEW, "2023-03-13"), invited("social_worker", TO_REVIEW, "2023-03-13")],
        [CHANGE, invited("virtual_school", TO_RETURN, "2023-03-13")],
    ),
    "STK-FTE-4": ([SUSPENDED, EducationSought(at="2023-03-07T11:00")], [SUSPENDED, EducationSought(at="2023-03-09")]),
    "STK-FTE-5": ([SUSPENDED], [SentHomeUnrecorded(at="2023-03-07")]),
    "STK-FTE-6": ([timetable()], [timetable(agreed=False)]),
    "STK-FTE-6a": ([timetable()], [timetable(agreed=False)]),
    "STK-FTE-6b": ([timetable()], [timetable(in_pep=False)]),
    "STK-FTE-6c": ([timetable()], [timetable(reviews_set=False)]),
    "STK-FTE-6d": ([timetable()], [timetable(end_set=False)]),
    "STK-FTE-8": (
        [AlternativeProvisionStarted(at="2023-03-06", in_area=True, through_hub=True)],
        [AlternativeProvisionStarted(at="2023-03-06", in_area=True, through_hub=False)],
    ),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


# --- what is not recorded --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "field"), [("STK-FTE-6a", "agreed"), ("STK-FTE-6b", "in_pep"), ("STK-FTE-6d", "end_set")]
)
def test_a_safeguard_that_is_not_recorded_leaves_it_open_and_is_asked_for(clause, field):
    assert states(clause, timetable(**{field: None})) == [State.CANNOT_TELL]


def test_one_safeguard_that_is_known_to_be_missing_settles_it_whatever_else_is_not_recorded():
    assert states("STK-FTE-6", timetable(agreed=None, end_set=False)) == [State.BREACH]
    assert states("STK-FTE-6", timetable(agreed=None)) == [State.CANNOT_TELL]


def test_what_would_settle_it_is_told_in_words_a_school_can_act_on():
    child = Child("made up", born="2010-05-01", history=[CareOrder(start="2020-01-06"), timetable(agreed=None)])
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20", everything=True)
    (line,) = [line for line in found.lines if line.clause == "STK-FTE-6a"]
    assert "whether the agencies agreed to it" in line.missing


def test_alternative_provision_elsewhere_is_not_asked_to_go_through_the_hub():
    assert states("STK-FTE-8", AlternativeProvisionStarted(at="2023-03-06", in_area=False)) == []
    assert states("STK-FTE-8", AlternativeProvisionStarted(at="2023-03-06", through_hub=False)) == [State.CANNOT_TELL]


def test_a_child_not_in_care_is_not_covered():
    child = Child(
        "made up", born="2010-05-01", history=[timetable(agreed=False)], complete=[CARE, PERMANENCE, SCHOOLING]
    )
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20", everything=True)
    assert [line for line in found.lines if line.clause.startswith("STK-FTE")] == []


def test_an_invitation_that_may_be_missing_from_the_list_is_not_held_against_the_school():
    assert states("STK-FTE-3a", SUSPENDED, RETURN, complete=False) == [State.CANNOT_TELL]


# --- the shared scenarios of this section ----------------------------------------------------------------------------


def dues(clause: str, *records, on: str) -> list[str]:
    child = Child(
        "made up",
        born="2010-05-01",
        history=[CareOrder(start="2020-01-06"), *records],
        complete=[CARE, PERMANENCE, SCHOOLING],
    )
    found = assess(child, STOKE_ON_TRENT, calendar=A, on=on)
    return [str(line.due) for line in found.lines if line.clause == clause]


JANUARY = Suspended(at="2026-01-15T11:20", days=2)


def test_s15_both_are_told_by_the_end_of_the_day_and_both_get_the_papers_by_saturday():
    for clause in ("STK-FTE-1a", "STK-FTE-1b"):
        assert dues(clause, JANUARY, on="2026-01-15") == ["Thu 15 Jan 2026"]
        assert states(clause, JANUARY, on="2026-01-15") == [State.DUE]
    for clause in ("STK-FTE-2a", "STK-FTE-2b"):
        assert dues(clause, JANUARY, on="2026-01-15") == ["Sat 17 Jan 2026 11:20"]


def test_s16_the_papers_to_the_social_worker_are_overdue_and_those_to_the_virtual_school_were_in_time():
    papers = PapersSentToVirtualSchool(at="2026-01-17T10:00")
    assert states("STK-FTE-2a", JANUARY, papers, on="2026-01-18") == [State.MET]
    assert states("STK-FTE-2b", JANUARY, papers, on="2026-01-18") == [State.OVERDUE]


def test_s17_collecting_a_child_off_the_record_is_barred():
    assert states("STK-FTE-5", SentHomeUnrecorded(at="2025-11-20"), on="2025-11-20") == [State.BREACH]


def test_s21_a_part_time_timetable_that_the_agencies_have_not_agreed_is_barred():
    started = PartTimeTimetable(at="2025-11-20", agreed=False, in_pep=True, reviews_set=True, end_set=True)
    assert states("STK-FTE-6", started, on="2025-11-20") == [State.BREACH]
    assert states("STK-FTE-6a", started, on="2025-11-20") == [State.BREACH]
    assert states("STK-FTE-6b", started, on="2025-11-20") == [State.MET]


def test_s38_a_permanent_exclusion_that_keeps_to_every_rule_of_others_is_still_barred():
    child = Child("made up", born="2010-05-01", history=[CareOrder(start="2020-01-06")], complete=[CARE, PERMANENCE])
    ruling = rule_on(PermanentlyExcluded(at="2025-11-20"), child, STOKE_ON_TRENT, calendar=A)
    assert ruling.answer is Answer.FORBIDDEN
    assert "STK-NPE-1" in {ground.clause for ground in ruling.deciding}


def test_s39_education_sought_on_the_day_meets_the_duty_to_try_and_the_floor_asks_for_more():
    out = Suspended(at="2025-11-19T16:00", days=3)
    sought = EducationSought(at="2025-11-19T16:30")
    assert states("STK-FTE-4", out, sought, on="2025-11-21") == [State.MET]
    (clause,) = [one for one in STOKE_ON_TRENT.clauses if one.id == "STK-FTE-4"]
    assert any("EX-8" in note for note in clause.notes)
