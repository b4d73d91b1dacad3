"""The shared scenarios about the Cambridgeshire template and Offord Primary, alone and beside Stoke-on-Trent."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    SOCIAL_WORK,
    Accommodation,
    ApplicationRanked,
    ApplicationReceived,
    AttendanceConcernRaised,
    AttendanceMeasured,
    CareOrder,
    CarePlacementStarted,
    Child,
    ChildProtectionEnquiry,
    EducationProvided,
    EducationSought,
    Ended,
    JoinedSchool,
    Need,
    PartyConsulted,
    PostHeld,
    Power,
    SocialWorker,
    Suspended,
    TrainingAttended,
    VirtualSchoolContacted,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.policy import Computes, Profile
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, rule_on
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Term

IN_CARE = CareOrder(start="2024-01-01")
GUARDED = CareOrder(start="2019-03-04", end="2022-03-01", ended_by=Ended.SPECIAL_GUARDIANSHIP)
IN_NEED = SocialWorker(start="2025-03-03", assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT)

NO_CLOSURES = SchoolCalendar([Term("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19))], all_inset_listed=True)


def a_child(*history, born="2014-05-09") -> Child:
    return Child("made up", born=born, history=history, complete=[CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING, SETTING])


def states(profile: Profile | list[Profile], *history, on: date | datetime, only: str = "") -> dict[str, list[str]]:
    """The states of the lines that records decide, by clause; of the clauses whose ids begin with something."""
    found = assess(a_child(*history), profile, calendar=NO_CLOSURES, on=on, everything=True)
    told: dict[str, list[str]] = {}
    for line in found.lines:
        if line.clause.startswith(only) and not line.stated_by:
            told.setdefault(line.clause, []).append(line.state.value)
    return told


def test_s27_twenty_five_hours_of_accommodation_are_care_and_a_pep_is_owed_with_no_date():
    stay = Accommodation(start="2025-11-17T09:00", power=Power.S20)
    joined = JoinedSchool(at="2025-09-03")
    asked = datetime(2025, 11, 18, 10)
    child = a_child(stay, joined)
    assert CAMBRIDGESHIRE.clause("CAM-1.2b").defines.on(asked.date(), child).holds
    (line,) = [
        one for one in assess(child, CAMBRIDGESHIRE, calendar=NO_CLOSURES, on=asked).lines if one.clause == "CAM-2.2e"
    ]
    assert (line.state.value, line.due) == ("OPEN", None)


def test_s28_the_discussion_came_two_hours_before_the_suspension():
    talk = VirtualSchoolDiscussionHeld(at="2025-11-20T09:00")
    suspended = Suspended(at="2025-11-20T11:00", days=1)
    asked = datetime(2025, 11, 20, 12)
    assert states(CAMBRIDGESHIRE, IN_CARE, talk, suspended, on=asked)["CAM-3.4d"] == ["MET"]
    assert states(CAMBRIDGESHIRE, IN_CARE, suspended, on=asked)["CAM-3.4d"] == ["BREACH"]


def test_s28_asked_before_it_acts_the_setting_is_told_to_talk_first():
    act = Suspended(at="2025-11-20T11:00", days=1, as_sanction=False, alternatives_tried=True)
    ruling = rule_on(act, a_child(IN_CARE), CAMBRIDGESHIRE, calendar=NO_CLOSURES)
    (ground,) = [one for one in ruling.grounds if one.clause == "CAM-3.4d"]
    assert ruling.answer is Answer.FORBIDDEN
    assert ground.only_if == ("after a discussion with the virtual school",)


def test_s29_an_application_for_a_child_who_left_care_by_guardianship_is_put_first():
    applied = ApplicationReceived(at="2025-11-18")
    asked = date(2025, 11, 20)
    assert CAMBRIDGESHIRE.clause("CAM-1.2m").defines.on(asked, a_child(GUARDED)).holds
    assert states(CAMBRIDGESHIRE, GUARDED, applied, on=asked)["CAM-3.2a"] == ["OPEN"]
    ranked = ApplicationRanked(at="2025-11-19", first=True)
    assert states(CAMBRIDGESHIRE, GUARDED, applied, ranked, on=asked)["CAM-3.2a"] == ["MET"]


def test_s30_a_child_in_need_is_not_excluded_as_a_punishment():
    ruling = rule_on(
        Suspended(at="2025-11-20", as_sanction=True), a_child(IN_NEED), CAMBRIDGESHIRE, calendar=NO_CLOSURES
    )
    assert ruling.answer is Answer.FORBIDDEN
    assert [one.clause for one in ruling.deciding] == ["CAM-3.4i"]


def test_s31_a_mentor_is_something_that_a_move_may_bring_and_nobody_is_obliged_to_name_one():
    assert CAMBRIDGESHIRE.clause("CAM-3.2f").only_allows
    assert "CAM-3.2f" not in states(CAMBRIDGESHIRE, IN_CARE, on=date(2025, 11, 20))


def test_s32_an_enquiry_with_no_finding_of_need_yet_leaves_it_open_whether_the_child_is_covered():
    enquiry = ChildProtectionEnquiry(start="2025-11-12")
    worker = SocialWorker(start="2025-11-12", need=Need.ABUSE_OR_NEGLECT)
    for history in ([enquiry], [worker], [enquiry, worker]):
        child = a_child(*history)
        assert CAMBRIDGESHIRE.about.on(date(2025, 11, 20), child).unknown
    assert CAMBRIDGESHIRE.clause("CAM-1.2j").defines.on(date(2025, 11, 20), a_child(worker)).unknown
    assert CAMBRIDGESHIRE.clause("CAM-1.2k").defines.on(date(2025, 11, 20), a_child(worker)).unknown


def test_s33_the_training_of_the_safeguarding_lead_alone_is_outstanding():
    def appointed(role: str) -> PostHeld:
        return PostHeld(role=role, start="2025-09-01", qualified_teacher=True)

    roles = ("designated_teacher", "designated_safeguarding_lead", "designated_person_cpic")
    trained = [TrainingAttended(role=role, at="2025-07-01") for role in (roles[0], roles[2])]
    found = states(OFFORD, IN_CARE, *map(appointed, roles), *trained, on=date(2025, 11, 20), only="OFF-3.1")
    assert found == {"OFF-3.1a": ["MET"], "OFF-3.1b": ["OVERDUE"], "OFF-3.1f": ["MET"]}


def test_s34_after_everybody_else_the_virtual_school_must_still_be_spoken_to():
    concern = AttendanceConcernRaised(at="2025-11-19")
    spoken = [
        PartyConsulted(at="2025-11-20", role=role)
        for role in ("child", "carer", "social_worker", "educational_psychologist")
    ]
    found = states(OFFORD, IN_CARE, concern, *spoken, on=date(2025, 11, 20), only="OFF-3.3")
    assert found == {
        "OFF-3.3b": ["MET"],
        "OFF-3.3c": ["MET"],
        "OFF-3.3d": ["MET"],
        "OFF-3.3e": ["MET"],
        "OFF-3.3f": ["OPEN"],
    }


@pytest.mark.parametrize(
    ("profile", "clause", "covers"), [(OFFORD, "OFF-1.0a", False), (CAMBRIDGESHIRE, "CAM-1.0a", True)]
)
def test_s35_the_aims_of_the_school_leave_out_a_child_in_need_whom_the_template_takes_in(profile, clause, covers):
    found = assess(a_child(IN_NEED), profile, calendar=NO_CLOSURES, on=date(2025, 11, 20), everything=True)
    assert any(line.clause == clause for line in found.lines) is covers


def test_s36_that_absences_of_a_move_may_be_forgiven_lifts_no_review_that_stoke_asks_for():
    moved = CarePlacementStarted(at="2025-11-10")
    measured = AttendanceMeasured(at="2025-12-01", attended=84, possible=100, fell=True)
    found = states([STOKE_ON_TRENT, OFFORD], IN_CARE, moved, measured, on=date(2025, 12, 1))
    assert found["STK-ATT-3b"] == ["OPEN"]
    assert "OFF-3.3h" not in found
    assert OFFORD.clause("OFF-3.3h").computes is Computes.NOTHING


def test_s39_a_search_for_education_meets_the_effort_and_not_the_result():
    talk, suspended = VirtualSchoolDiscussionHeld(at="2025-11-19T15:00"), Suspended(at="2025-11-19T16:00", days=5)
    sought = EducationSought(at="2025-11-19T16:30")
    everything = [IN_CARE, talk, suspended, sought]
    asked = date(2025, 11, 21)
    found = states([STOKE_ON_TRENT, CAMBRIDGESHIRE], *everything, on=asked)
    assert (found["CAM-3.4h"], found["STK-FTE-4"], found["CAM-3.4d"]) == (["OVERDUE"], ["MET"], ["MET"])
    (line,) = [
        one
        for one in assess(a_child(*everything), CAMBRIDGESHIRE, calendar=NO_CLOSURES, on=asked).lines
        if one.clause == "CAM-3.4h"
    ]
    assert line.due.day == date(2025, 11, 20)
    taught = EducationProvided(at="2025-11-20")
    assert states(CAMBRIDGESHIRE, *everything, taught, on=asked)["CAM-3.4h"] == ["MET"]


def test_s40_the_template_sets_no_date_for_the_first_pep_of_a_child_who_joins():
    joined = JoinedSchool(at="2025-11-05")
    (line,) = [
        one
        for one in assess(a_child(IN_CARE, joined), CAMBRIDGESHIRE, calendar=NO_CLOSURES, on=date(2025, 11, 6)).lines
        if one.clause == "CAM-2.2e"
    ]
    assert (line.state.value, line.due) == ("OPEN", None)


def test_the_virtual_school_may_be_asked_about_a_child_previously_in_care_with_consent_and_not_without():
    def ruled(consent: bool | None) -> Answer:
        act = VirtualSchoolContacted(at="2025-11-20", with_consent=consent)
        return rule_on(act, a_child(GUARDED), CAMBRIDGESHIRE, calendar=NO_CLOSURES).answer

    assert [ruled(consent) for consent in (True, False, None)] == [
        Answer.ALLOWED,
        Answer.FORBIDDEN,
        Answer.ALLOWED_IF,
    ]
