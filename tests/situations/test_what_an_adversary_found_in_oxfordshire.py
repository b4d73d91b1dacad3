"""What an adversary found in Oxfordshire's two documents: each a case that was once answered wrongly, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    FAMILIES,
    Accommodation,
    AdoptionAbroad,
    ApplicationReceived,
    ApplicationRefused,
    Attended,
    BriefingHeld,
    CareOrder,
    CareReviewHeld,
    Child,
    DifficultyFound,
    EducationPlace,
    EducationSecured,
    GovernorPanelHeld,
    GovernorsMeetingHeld,
    GovernorsReport,
    Invited,
    InviteesAgreed,
    Item,
    JoinedSchool,
    LeadGovernorReported,
    LeftCare,
    LeftSchool,
    ListIssued,
    Meeting,
    MentorGiven,
    MovedIntoAuthority,
    NeedsSettledWithSenco,
    NoSchoolPlace,
    Order,
    PapersForwarded,
    ParentsEventHeld,
    PepCompleted,
    PepMeetingHeld,
    PepStarted,
    PolicyReviewed,
    PolicySigned,
    PostHeld,
    Power,
    PracticeReviewed,
    PremiumRequested,
    PremiumSpent,
    ProgressAssessed,
    PupilViewsCaptured,
    RecordsSent,
    ReviewReportSent,
    SdqCompleted,
    SpecialNeedsFound,
    TrainingAttended,
    UnaccompaniedAsylumSeeking,
    VisitOffered,
    Welcomed,
)
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.school import HILL_TOP

IN_CARE = CareOrder(start="2024-01-01")
LATELY = CareOrder(start="2026-01-12")
PUPIL = "2014-05-09"


def lines(clause: str, *records, on: str, care=IN_CARE, born: str = PUPIL, complete=FAMILIES, everything=True):
    child = Child("made up", born=born, history=[*([] if care is None else [care]), *records], complete=complete)
    profile = {"OX-": OXFORDSHIRE, "OXN": OXFORDSHIRE_NON_NEGOTIABLES, "STK": STOKE_ON_TRENT}[clause[:3]]
    found = assess(child, profile, calendar=HILL_TOP, on=date.fromisoformat(on), everything=everything)
    return [line for line in found.lines if line.clause == clause and not line.stated_by]


def states(clause: str, *records, **more) -> list[str]:
    return [line.state.value for line in lines(clause, *records, **more)]


# --- a school to go to ------------------------------------------------------------------------------------------------


def test_a_baby_and_a_child_past_school_age_are_owed_no_school_place_on_coming_into_care():
    assert states("OX-9.LA4a", on="2026-05-01", care=LATELY, born="2025-06-01") == []
    assert states("OX-9.LA4a", on="2026-05-01", care=LATELY, born="2008-10-01") == []
    assert states("OX-9.LA4a", on="2026-05-01", care=LATELY) == ["OVERDUE"]


def test_a_child_who_keeps_the_school_place_it_had_is_owed_no_other():
    place, joined = EducationPlace(start="2021-09-06"), JoinedSchool(at="2021-09-06")
    assert states("OX-9.LA4a", place, on="2026-05-01", care=LATELY) == []
    assert states("OX-9.LA4a", joined, on="2026-05-01", care=LATELY) == []
    assert states("OX-9.LA4a", on="2026-05-01", care=LATELY, complete=["care", "council_education"]) == ["CANNOT TELL"]


def test_a_place_secured_years_ago_and_left_since_is_no_school_to_go_to():
    gone = [EducationSecured(at="2019-09-02"), LeftSchool(at="2024-05-01"), NoSchoolPlace(at="2024-06-03")]
    assert states("OX-9.LA4a", *gone, on="2026-05-01", care=LATELY) == ["OVERDUE"]


def test_a_place_secured_the_day_before_the_child_arrives_is_a_school_to_go_to():
    arrived, secured = MovedIntoAuthority(at="2026-01-12"), EducationSecured(at="2026-01-11")
    assert states("OX-9.LA4b", arrived, secured, on="2026-05-01") == ["MET"]
    assert states("OX-9.LA4b", arrived, JoinedSchool(at="2026-01-19"), on="2026-05-01") == ["ENDED"]
    assert states("OX-9.LA4b", arrived, on="2026-05-01", born="2025-06-01", care=CareOrder(start="2025-07-01")) == []


# --- moving on --------------------------------------------------------------------------------------------------------

MOVED = LeftSchool(at="2026-02-06", new_school_known=True)


def test_papers_sent_ahead_of_a_move_are_in_good_time_but_not_those_of_years_before():
    assert states("OX-9.3a", MOVED, RecordsSent(at="2026-02-03"), on="2026-03-02") == ["MET"]
    ahead, long_ago = (PapersForwarded(at=at, role="virtual_school") for at in ("2026-02-03", "2020-02-03"))
    assert states("OX-9.VS3", MOVED, ahead, on="2026-03-02") == ["MET"]
    assert states("OX-9.VS3", MOVED, long_ago, on="2026-03-02", care=CareOrder(start="2019-01-07")) == ["OPEN"]


# --- what is about the school -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", ["OX-8.8", "OX-11.1a"])
def test_a_policy_that_was_last_reviewed_before_the_child_came_into_care_is_reviewed_again_in_the_next_year(clause):
    came = CareOrder(start="2025-09-10")
    assert states(clause, PolicyReviewed(at="2025-06-01"), on="2026-08-30", care=came) == ["OVERDUE"]
    assert states(clause, PolicySigned(at="2025-06-01", role="headteacher"), on="2026-07-01", care=came) == ["DUE"]
    assert states(clause, PolicyReviewed(at="2025-06-01"), on="2026-08-30", care=None) == []


def test_practice_and_the_report_on_impact_too_are_due_again_though_the_last_came_before_the_child_did():
    came = CareOrder(start="2025-09-10")
    assert states("OX-11.1b", PracticeReviewed(at="2025-06-01"), on="2026-08-30", care=came) == ["OVERDUE"]
    assert states("STK-IMP-7", GovernorsReport(at="2025-06-01"), on="2026-08-30", care=came) == ["OVERDUE"]


def test_the_update_of_the_list_is_owed_whenever_the_child_came_into_care():
    issued = ListIssued(at="2024-08-15")
    assert states("OXN-13b", issued, on="2025-12-01", care=CareOrder(start="2024-10-01")) == ["OVERDUE"]
    assert states("OXN-13b", issued, on="2025-12-01", care=None) == []


def test_the_yearly_report_is_owed_for_a_child_adopted_abroad_and_from_the_joining_of_one_adopted_long_ago():
    abroad = [AdoptionAbroad(at="2018-03-01", from_state_care=True), JoinedSchool(at="2024-09-04")]
    assert "OVERDUE" in states("OXN-11a", *abroad, on="2026-08-30", care=None)
    adopted = [LeftCare(at="2016-05-03", by=Order.ADOPTION), JoinedSchool(at="2024-09-04")]
    care = CareOrder(start="2014-06-02", end="2016-05-03")
    assert states("OXN-11a", *adopted, on="2026-08-30", care=care, born="2010-05-09", everything=False) == ["OVERDUE"]


def test_no_report_and_no_plan_is_asked_of_a_school_for_a_child_who_is_too_young_for_one():
    infant = CareOrder(start="2025-09-01")
    assert states("OXN-11a", on="2026-05-01", care=infant, born="2023-10-01") == []
    assert states("OX-3.9b", on="2026-05-01", care=infant, born="2025-06-01") == []
    in_nursery = JoinedSchool(at="2025-04-22")
    assert states("OX-3.9b", in_nursery, on="2026-05-01", care=infant, born="2023-01-01") == ["OVERDUE"]


# --- whom to invite ---------------------------------------------------------------------------------------------------


def invited(at: str, role: str = "carer", **more) -> Invited:
    return Invited(at=at, role=role, meeting=Meeting.PARENTS_EVENT, **more)


AUTUMN, SPRING = ParentsEventHeld(at="2025-10-15", ref="a"), ParentsEventHeld(at="2026-02-11", ref="b")


def test_an_invitation_to_the_event_that_was_agreed_breaks_nothing_though_another_came_between():
    agreed = InviteesAgreed(at="2025-10-01", about="b")
    assert "BREACH" not in states("OX-3.17", agreed, AUTUMN, invited("2026-02-02", about="b"), SPRING, on="2026-03-02")


def test_asking_the_social_worker_who_is_to_agree_is_no_breach():
    asked, agreed = invited("2025-09-29", "social_worker"), InviteesAgreed(at="2025-10-01")
    assert states("OX-3.17", asked, agreed, AUTUMN, on="2025-10-20") == ["MET"]


def test_whether_one_agreement_covers_the_year_is_asked_and_not_taken_for_a_breach():
    records = [InviteesAgreed(at="2025-10-01"), AUTUMN, invited("2026-02-02"), SPRING]
    assert states("OX-3.17", *records, on="2026-03-02") == ["CANNOT TELL", "MET", "CANNOT TELL"]
    said = [*records[:2], invited("2026-02-02", agreement_covers=True), SPRING]
    assert "BREACH" not in states("OX-3.17", *said, on="2026-03-02")
    denied = [*records[:2], invited("2026-02-02", agreement_covers=False), SPRING]
    assert "BREACH" in states("OX-3.17", *denied, on="2026-03-02")


# --- where it is fitting ----------------------------------------------------------------------------------------------


def test_whether_it_was_fitting_to_come_is_asked_and_one_who_came_needs_no_answer():
    review, came = CareReviewHeld(at="2026-02-03"), [Meeting.CARE_REVIEW, Meeting.EXCLUSION_PANEL]
    (line,) = lines("OX-9.VS1", review, on="2026-03-02")
    assert (line.state.value, line.missing) == ("CANNOT TELL", ("whether it was fitting that the virtual school came",))
    there = Attended(at="2026-02-03", role="virtual_school", meeting=came[0])
    assert states("OX-9.VS1", review, there, on="2026-03-02") == ["MET"]
    assert states("OX-9.VS1", CareReviewHeld(at="2026-02-03", virtual_school_fitting=False), on="2026-03-02") == []
    panel = GovernorPanelHeld(at="2026-02-03", meeting=came[1])
    (line,) = lines("OX-3.23c", panel, on="2026-03-02")
    assert line.missing == ("whether it was fitting that the designated teacher came",)
    there = Attended(at="2026-02-03", role="designated_teacher", meeting=came[1])
    assert states("OX-3.23c", panel, there, on="2026-03-02") == ["MET"]


def test_not_every_meeting_of_the_governors_is_taken_to_want_a_report():
    held, reported = GovernorsMeetingHeld(at="2026-02-03"), GovernorsReport(at="2026-02-03")
    (line,) = lines("OX-3.22", held, on="2026-03-02")
    assert line.missing == ("whether a report on these children was expected at it",)
    assert states("OX-3.22", held, reported, on="2026-03-02") == ["MET"]
    assert states("OX-3.22", held, GovernorsReport(at="2020-02-03"), on="2026-03-02") != ["MET"]


# --- short breaks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "record"),
    [
        ("OX-7.1d", PremiumRequested(at="2026-02-03", linked_to_target=False)),
        ("OX-7.5c", ProgressAssessed(at="2026-02-03", underachieving=True)),
        ("OX-7.2a", PepMeetingHeld(at="2026-02-03")),
        ("OXN-8.7", PepMeetingHeld(at="2026-02-03", chair="social_worker")),
    ],
)
def test_nothing_about_a_plan_is_asked_for_a_child_on_a_short_break(clause, record):
    stay = Accommodation(start="2026-02-02", end="2026-02-09", power=Power.S20_4, short_break=True)
    assert states(clause, record, on="2026-03-02", care=stay) == []
    assert states(clause, record, on="2026-03-02") != []


# --- how far back, how often, since when ------------------------------------------------------------------------------


def test_what_was_done_years_before_an_event_was_not_done_for_it():
    long_in_care = CareOrder(start="2018-01-08")
    meeting = PepMeetingHeld(at="2026-02-03T10:00")
    for clause, event, old in [
        ("OX-7.2a", meeting, PupilViewsCaptured(at="2020-02-03")),
        ("OXN-8.3b", meeting, SdqCompleted(at="2020-02-03")),
        ("OX-3.8d", JoinedSchool(at="2026-02-03", visit_needed=True), VisitOffered(at="2020-02-03")),
        ("OX-9.VS2", CareReviewHeld(at="2026-02-03"), ReviewReportSent(at="2020-02-03", role="virtual_school")),
        ("OX-3.19a", MOVED, RecordsSent(at="2020-02-03")),
    ]:
        found = states(clause, event, old, on="2026-03-02", care=long_in_care)
        assert found in (["OVERDUE"], ["OPEN"]), (clause, found)


def test_the_questionnaire_is_asked_for_children_of_the_ages_that_it_is_for():
    meeting = PepMeetingHeld(at="2026-02-03")
    assert states("OXN-8.3b", meeting, on="2026-03-02", care=CareOrder(start="2025-01-06"), born="2024-07-01") == []


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("OX-2.4b", LeadGovernorReported),
        ("OX-3.21a", GovernorsReport),
        ("OX-8.6", GovernorsReport),
        ("OX-7.5a", ProgressAssessed),
    ],
)
def test_one_report_of_long_ago_is_not_regular(clause, kind):
    assert states(clause, kind(at="2024-02-06"), on="2026-03-02") == ["OPEN"]
    assert states(clause, kind(at="2026-02-06"), on="2026-03-02") == ["MET"]


def test_what_came_before_the_need_does_not_meet_it():
    spent = PremiumSpent(at="2026-02-03", for_progress=True)
    assert states("OX-3.2a", spent, ProgressAssessed(at="2024-03-01"), on="2026-03-02") == ["MET", "OPEN"]
    found = SpecialNeedsFound(at="2026-02-03")
    assert states("OX-3.25a", found, NeedsSettledWithSenco(at="2024-03-01"), on="2026-03-02") == ["OPEN"]
    once = PremiumSpent(at="2024-02-03", on_english_or_maths=True)
    music = PremiumSpent(at="2026-02-03", on_english_or_maths=False)
    assert states("OX-3.2b", once, music, on="2026-03-02") == ["OPEN"]


def test_a_briefing_that_did_not_reach_every_governor_does_not_show_that_they_know():
    staff = BriefingHeld(at="2026-01-06", role="school_staff", on_national_guidance=True)
    some = BriefingHeld(at="2026-01-06", role="governing_body", on_national_guidance=True, everyone=False)
    assert states("OX-2.3a", staff, some, on="2026-03-02") == ["MET", "OPEN"]


def test_a_mentor_at_the_former_school_is_none_at_this_one():
    moved = [LeftSchool(at="2025-07-18"), JoinedSchool(at="2025-09-03")]
    assert states("OX-3.24a", MentorGiven(at="2024-03-01"), *moved, on="2026-03-02") == ["MET", "OPEN"]


# --- clocks and readings ----------------------------------------------------------------------------------------------


def test_a_welcome_the_day_before_entry_is_a_welcome():
    joined = JoinedSchool(at="2026-02-03", mid_year=True)
    assert states("OX-3.8b", joined, Welcomed(at="2026-02-02"), on="2026-03-02") == ["MET"]


def test_the_council_owes_the_start_of_a_plan_in_ten_working_days_as_national_guidance_has_it():
    (started, done) = lines("OX-9.LA5", on="2026-01-14", care=LATELY)
    assert [str(line.due) for line in (started, done)] == ["Mon 26 Jan 2026", "Mon 9 Feb 2026"]
    in_time = [PepStarted(at="2026-01-20"), PepCompleted(at="2026-02-04")]
    assert states("OX-9.LA5", *in_time, on="2026-02-10", care=LATELY)[:2] == ["MET", "MET"]


def test_an_urgent_meeting_shows_the_day_that_a_school_might_set_beside_the_word():
    (line,) = lines("OX-3.12a", DifficultyFound(at="2026-02-03"), on="2026-02-04")
    assert line.state.value == "OPEN"
    assert [(other.words, other.due) for other in line.reading.instead] == [("5 school days", "Tue 10 Feb 2026")]


def test_an_application_that_was_refused_waits_for_no_admission():
    alone = UnaccompaniedAsylumSeeking(start="2025-01-06")
    asked, refused = ApplicationReceived(at="2026-01-20"), ApplicationRefused(at="2026-02-03")
    assert states("OX-10.3b", alone, asked, on="2026-03-02") == ["OPEN"]
    assert states("OX-10.3b", alone, asked, refused, on="2026-03-02") == ["ENDED"]


def test_the_report_on_children_once_in_care_leaves_out_those_back_with_a_parent_as_the_county_does():
    bare = GovernorsReport(at="2026-02-03", lacks=[Item.PROVISION_CPIC])
    home = LeftCare(at="2022-05-03", by=Order.CHILD_ARRANGEMENTS, with_birth_parent=True)
    assert states("OXN-11d", bare, home, on="2026-03-02", care=CareOrder(start="2020-01-06", end="2022-05-03")) == []


# --- whose training ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("clause", ["OX-3.6", "OX-9.LA6d", "OXN-1b"])
def test_the_training_of_one_who_held_the_post_before_is_not_known_to_be_the_present_holders(clause):
    def post(start: str, end: str | None = None) -> PostHeld:
        return PostHeld(role="designated_teacher", start=start, end=end)

    long_ago = TrainingAttended(role="designated_teacher", at="2015-06-01")
    assert states(clause, post("2012-09-03"), long_ago, on="2026-03-20") == ["MET"]
    changed = [post("2012-09-03", "2024-08-31"), post("2024-09-02"), long_ago]
    (line,) = lines(clause, *changed, on="2026-03-20")
    assert line.state.value == "CANNOT TELL"
    assert line.missing == ("whether the one who holds the post now had the training, or one who held it before",)
    since = TrainingAttended(role="designated_teacher", at="2025-01-15")
    assert states(clause, *changed, since, on="2026-03-20") == ["MET"]
