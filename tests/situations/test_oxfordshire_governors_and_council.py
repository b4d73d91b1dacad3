"""Oxfordshire on progress, governors, the council and admissions: for each clause, a child who meets it and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    COUNCIL_EDUCATION,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    ApplicationReceived,
    ApplicationRefused,
    Attended,
    BriefingHeld,
    CareOrder,
    CareReviewHeld,
    Child,
    EducationPlace,
    EducationSecured,
    GovernorsReport,
    Invited,
    Item,
    JoinedSchool,
    LeftSchool,
    Meeting,
    MovedIntoAuthority,
    PapersForwarded,
    PepCompleted,
    PepMeetingHeld,
    PepQualityRated,
    PepReviewCalled,
    PepReviewed,
    PepStarted,
    PepWritten,
    PhaseTransitionDue,
    PolicyReviewed,
    PolicySigned,
    PostHeld,
    PracticeReviewed,
    PremiumRequested,
    ProgressAssessed,
    ProgressReported,
    PupilViewsCaptured,
    RecommendationsCarriedOut,
    RecommendationsShared,
    RecordsSent,
    ReviewMeeting,
    ReviewReportSent,
    SettlingSupportOffered,
    TrainingAttended,
    TransferredInYear,
    TransitionSupported,
    UnaccompaniedAsylumSeeking,
    VirtualSchoolHelpAsked,
    VisitOffered,
    Welcomed,
)
from carepolicy.line import Line, State
from carepolicy.logic.deadline import again, within
from carepolicy.policy import Computes
from carepolicy.profiles.oxfordshire import OXFORDSHIRE
from carepolicy.profiles.oxfordshire.words import once_each_calendar_year
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import YEARS
from carepolicy.time.terms import Term
from tests.situations import test_oxfordshire_teacher_and_staff
from tests.situations.published import A
from tests.situations.witness import IN_CARE, computing, fails, meets, states_under

MEETING = PepMeetingHeld(at="2023-03-14T10:00")
PEP = PepWritten(at="2023-02-06")
PROGRESS = ProgressAssessed(at="2023-02-06", underachieving=True)
LEFT = LeftSchool(at="2023-02-10", new_school_known=True)
REVIEW = ReviewMeeting(at="2023-03-14", virtual_school_fitting=True)
SIGNED = PolicySigned(at="2021-09-06", role="chair_of_governors")
JOINED = JoinedSchool(at="2023-03-06", after_placement_move=True, support_needed=True)
TO_VISIT = JoinedSchool(at="2023-03-13", visit_needed=True)
IN_MID_STAGE = TransferredInYear(at="2023-03-06")
END_OF_STAGE = PhaseTransitionDue(at="2023-03-06", end_of_stage=True)
UNACCOMPANIED = UnaccompaniedAsylumSeeking(start="2020-01-06")
APPLIED = ApplicationReceived(at="2023-02-06")
INTO_CARE = (CareOrder(start="2023-01-16"),)
ARRIVED = MovedIntoAuthority(at="2023-01-16")


def post(role: str) -> PostHeld:
    return PostHeld(role=role, start="2019-09-02")


def briefed(role: str, everyone: bool) -> BriefingHeld:
    return BriefingHeld(role=role, at="2022-10-10", on_national_guidance=True, on_school_policy=True, everyone=everyone)


def reported(role: str) -> ProgressReported:
    return ProgressReported(role=role, at="2023-02-08")


def place(full_time: bool, mainstream: bool) -> EducationPlace:
    return EducationPlace(start="2021-09-06", full_time=full_time, mainstream=mainstream)


WITNESSES = {
    "OX-6.1": (
        [TrainingAttended(at="2022-10-10", role="designated_teacher", by_council=True)],
        [TrainingAttended(at="2022-10-10", role="designated_teacher", by_council=False)],
    ),
    "OX-6.2": ([briefed("school_staff", True)], [briefed("school_staff", False)]),
    "OX-7.1d": (
        [PremiumRequested(at="2023-03-06", linked_to_target=True)],
        [PremiumRequested(at="2023-03-06", linked_to_target=False)],
    ),
    "OX-7.2a": ([MEETING, PupilViewsCaptured(at="2023-03-10")], [MEETING, PupilViewsCaptured(at="2023-03-16")]),
    "OX-7.2b": (
        [PepWritten(at="2023-02-06", holds=[Item.PUPIL_VIEWS])],
        [PepWritten(at="2023-02-06", lacks=[Item.PUPIL_VIEWS])],
    ),
    "OX-7.3a": (
        [MEETING, Invited(at="2023-03-01", role="child", meeting=Meeting.PEP_MEETING)],
        [MEETING, Invited(at="2023-03-01", role="carer", meeting=Meeting.PEP_MEETING)],
    ),
    "OX-7.3b": (
        [PepMeetingHeld(at="2023-03-14", child_encouraged=True)],
        [PepMeetingHeld(at="2023-03-14", child_encouraged=False)],
    ),
    "OX-7.4a": ([PEP, RecommendationsCarriedOut(at="2023-03-01")], [PEP]),
    "OX-7.4b": ([PEP, RecommendationsShared(at="2023-02-08", role="school_staff")], [PEP]),
    "OX-7.5a": ([PROGRESS], []),
    "OX-7.5b": ([PROGRESS, reported("virtual_school")], [PROGRESS, reported("carer")]),
    "OX-7.5c": ([PROGRESS, PepReviewCalled(at="2023-02-20")], [PROGRESS]),
    "OX-8.1": ([briefed("governing_body", True)], [briefed("governing_body", False)]),
    "OX-8.2": ([post("designated_teacher")], []),
    "OX-8.3a": ([post("lead_governor")], []),
    "OX-8.5a": ([TrainingAttended(at="2022-10-10", role="lead_governor")], []),
    "OX-8.6": ([GovernorsReport(at="2023-02-06")], []),
    "OX-8.8": ([SIGNED, PolicyReviewed(at="2022-11-10")], [SIGNED]),
    "OX-9.2a": ([PROGRESS, reported("carer")], [PROGRESS, reported("social_worker")]),
    "OX-9.2b": ([PROGRESS, reported("social_worker")], [PROGRESS, reported("carer")]),
    "OX-9.3a": ([LEFT, RecordsSent(at="2023-02-24")], [LEFT]),
    "OX-9.3b": ([LEFT, VirtualSchoolHelpAsked(at="2023-02-08")], [LEFT]),
    "OX-9.3c": ([LEFT, PapersForwarded(at="2023-02-24", role="virtual_school")], [LEFT]),
    "OX-9.VS1": (
        [REVIEW, Attended(at="2023-03-14", role="virtual_school", meeting=Meeting.PEP_REVIEW)],
        [REVIEW, Attended(at="2023-03-14", role="carer", meeting=Meeting.PEP_REVIEW)],
    ),
    "OX-9.VS2": (
        [REVIEW, ReviewReportSent(at="2023-03-10", role="virtual_school")],
        [REVIEW, ReviewReportSent(at="2023-03-10", role="school")],
    ),
    "OX-9.VS3": (
        [LEFT, PapersForwarded(at="2023-02-24", role="virtual_school")],
        [LEFT, PapersForwarded(at="2023-02-24", role="school")],
    ),
    "OX-9.LA3a": ([place(full_time=True, mainstream=False)], [place(full_time=False, mainstream=True)]),
    "OX-9.LA3b": ([place(full_time=False, mainstream=True)], [place(full_time=True, mainstream=False)]),
    "OX-9.LA4a": ([EducationSecured(at="2023-02-09")], [EducationSecured(at="2023-03-06")]),
    "OX-9.LA4b": ([ARRIVED, EducationSecured(at="2023-02-09")], [ARRIVED, EducationSecured(at="2023-03-06")]),
    "OX-9.LA5": (
        [
            PepStarted(at="2023-01-20"),
            PepCompleted(at="2023-02-06"),
            PepQualityRated(at="2023-02-08", meets_guidance=True),
        ],
        [PepQualityRated(at="2023-02-08", meets_guidance=False)],
    ),
    "OX-9.LA6a": ([post("designated_teacher")], [post("lead_governor")]),
    "OX-9.LA6d": ([TrainingAttended(at="2022-10-10", role="designated_teacher")], []),
    "OX-9.LA9a": ([END_OF_STAGE, TransitionSupported(at="2023-03-01", role="local_authority")], [END_OF_STAGE]),
    "OX-9.LA9b": ([IN_MID_STAGE, TransitionSupported(at="2023-03-08", role="local_authority")], [IN_MID_STAGE]),
    "OX-10.1b": (
        [ApplicationRefused(at="2023-03-06", for_being_in_care=False)],
        [ApplicationRefused(at="2023-03-06", for_being_in_care=True)],
    ),
    "OX-10.2a": ([JOINED, Welcomed(at="2023-03-06")], [JOINED]),
    "OX-10.2b": ([JOINED, SettlingSupportOffered(at="2023-03-08")], [JOINED]),
    "OX-10.2c": ([TO_VISIT, VisitOffered(at="2023-03-08")], [TO_VISIT]),
    "OX-10.3a": (
        [UNACCOMPANIED, ApplicationReceived(at="2023-02-06", by_protocol=True)],
        [UNACCOMPANIED, ApplicationReceived(at="2023-02-06", by_protocol=False)],
    ),
    "OX-10.3b": ([UNACCOMPANIED, APPLIED, JoinedSchool(at="2023-02-20")], [UNACCOMPANIED, APPLIED]),
    "OX-11.1a": ([SIGNED, PolicyReviewed(at="2022-11-10")], [SIGNED]),
    "OX-11.1b": ([SIGNED, PracticeReviewed(at="2022-11-10")], [SIGNED, PolicyReviewed(at="2022-11-10")]),
    "OX-11.2": (
        [PolicyReviewed(at="2023-02-06", in_improvement_plan=True)],
        [PolicyReviewed(at="2023-02-06", in_improvement_plan=False)],
    ),
}

IN_CARE_SINCE = {"OX-9.LA4a": INTO_CARE, "OX-9.LA5": INTO_CARE}
"""Children who came into care lately, where coming into care starts the clock."""

ON = {"OX-8.8": "2023-09-01", "OX-11.1a": "2023-09-01", "OX-11.1b": "2023-09-01"}
"""Days on which to ask, where what is missed falls due later than for the others."""


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    care = IN_CARE_SINCE.get(clause, (IN_CARE,))
    assert meets(OXFORDSHIRE, clause, WITNESSES[clause][0], care=care)


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    when = {"care": IN_CARE_SINCE.get(clause, (IN_CARE,)), "on": ON.get(clause, "2023-03-20")}
    assert fails(OXFORDSHIRE, clause, WITNESSES[clause][1], **when)


def test_every_clause_that_computes_has_both_witnesses():
    assert computing(OXFORDSHIRE) == {*WITNESSES, *test_oxfordshire_teacher_and_staff.WITNESSES}


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in OXFORDSHIRE.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 30, Computes.PARTLY: 67, Computes.ATTEST: 68, Computes.NOTHING: 24}


def states(clause: str, *records, **more) -> list[State]:
    return states_under(OXFORDSHIRE, clause, *records, **more)


def lines(clause: str, *records, calendar: SchoolCalendar = A, care=(IN_CARE,), on: str = "2023-03-20") -> list[Line]:
    families = [CARE, PERMANENCE, SCHOOLING, SETTING, COUNCIL_EDUCATION]
    child = Child("made up", born="2010-05-01", history=[*care, *records], complete=families)
    found = assess(child, OXFORDSHIRE, calendar=calendar, on=on, everything=True)
    return [line for line in found.lines if line.clause == clause and not line.stated_by]


# --- whom the clauses cover, and what starts them ---------------------------------------------------------------------


def test_only_a_child_who_underachieves_is_owed_a_review():
    assert states("OX-7.5c", ProgressAssessed(at="2023-02-06", underachieving=False)) == []
    assert states("OX-7.5c", ProgressAssessed(at="2023-02-06")) == [State.CANNOT_TELL]


def test_the_virtual_school_is_not_told_of_the_progress_of_a_pupil_who_is_not_in_care():
    assert states("OX-7.5b", PROGRESS, care=()) == []


def test_the_protocol_is_asked_for_no_child_but_an_unaccompanied_one():
    assert states("OX-10.3a", ApplicationReceived(at="2023-02-06", by_protocol=False)) == []
    assert states("OX-10.3b", APPLIED) == []


def test_an_unaccompanied_child_need_not_be_in_care_yet_to_be_admitted_swiftly():
    assert states("OX-10.3b", UNACCOMPANIED, APPLIED, care=()) == [State.OPEN]


def test_a_refusal_for_which_nobody_recorded_the_reason_leaves_it_open_whether_care_was_held_against_the_child():
    assert states("OX-10.1b", ApplicationRefused(at="2023-03-06")) == [State.CANNOT_TELL]


def test_a_child_whose_entry_has_nothing_to_do_with_a_placement_is_not_the_one_who_is_to_be_welcomed_here():
    assert states("OX-10.2a", JoinedSchool(at="2023-03-06", after_placement_move=False)) == []


def test_the_virtual_school_is_looked_for_at_every_kind_of_review():
    care_review = CareReviewHeld(at="2023-03-14")
    came = Attended(at="2023-03-14", role="virtual_school", meeting=Meeting.CARE_REVIEW)
    assert states("OX-9.VS1", care_review, came) == [State.MET]
    assert states("OX-9.VS2", care_review) == [State.OVERDUE]


def test_key_stage_3_is_not_in_the_list_of_stages_whose_end_is_eased():
    assert states("OX-9.LA9a", PhaseTransitionDue(at="2023-03-06", end_of_stage=False)) == []


# --- a school to go to within 20 days ---------------------------------------------------------------------------------


def test_a_place_is_owed_by_the_twentieth_school_day_of_care_with_the_other_two_readings_beside_it():
    (line,) = lines("OX-9.LA4a", care=INTO_CARE, on="2023-01-20")
    assert line.state is State.DUE
    assert line.due.last.first_day == date(2023, 2, 21).toordinal()
    assert [other.due for other in line.reading.instead] == ["Mon 13 Feb 2023", "Sun 5 Feb 2023"]


def test_a_place_that_the_child_had_before_coming_into_care_is_a_school_to_go_to():
    assert states("OX-9.LA4a", EducationSecured(at="2022-12-05"), care=INTO_CARE) == [State.MET]


def test_a_place_that_the_child_had_before_arriving_from_another_council_is_not():
    assert states("OX-9.LA4b", ARRIVED, EducationSecured(at="2022-09-05")) == [State.OVERDUE]


def test_the_clock_of_one_who_arrives_from_another_council_starts_on_the_day_of_arrival():
    (line,) = lines("OX-9.LA4b", ARRIVED, on="2023-01-20")
    assert (line.state, line.due.last.first_day) == (State.DUE, date(2023, 2, 21).toordinal())


def test_pep_reviews_that_are_six_months_apart_do_not_meet_the_guidance_that_the_council_promises():
    peps = [PepStarted(at="2022-06-28"), PepCompleted(at="2022-07-12"), PepReviewed(at="2023-01-10")]
    found = lines("OX-9.LA5", *peps, care=(CareOrder(start="2022-06-20"),))
    assert [(line.act, line.state) for line in found if line.due.last.first_day < date(2023, 3, 20).toordinal()] == [
        ("start of the PEP", State.MET),
        ("completed PEP", State.MET),
        ("PEP review", State.OVERDUE),
    ]


# --- shared scenarios -------------------------------------------------------------------------------------------------


def test_s08_papers_that_were_not_forwarded_stay_owed_and_nobody_says_since_when_they_are_late():
    (line,) = lines("OX-9.3a", LEFT, on="2023-03-07")
    assert (line.state, line.age) == (State.OPEN, 25)
    assert line.due.last is None


def years(*starts: int) -> SchoolCalendar:
    """School years of three terms, made up."""
    terms = [
        term
        for year in starts
        for term in (
            Term(f"autumn {year}", date(year, 9, 3), date(year, 12, 19)),
            Term(f"spring {year + 1}", date(year + 1, 1, 6), date(year + 1, 3, 27)),
            Term(f"summer {year + 1}", date(year + 1, 4, 14), date(year + 1, 7, 21)),
        )
    ]
    covers = [(date(min(starts), 9, 1), date(max(starts) + 1, 8, 31))]
    return SchoolCalendar(terms, covers=covers, all_inset_listed=True, name="made up")


@pytest.mark.parametrize("clause", ["OX-8.8", "OX-11.1a"])
def test_s09_a_policy_last_reviewed_two_years_ago_is_overdue_whichever_year_is_meant(clause):
    reviewed = PolicyReviewed(at="2024-01-15")
    (line,) = lines(clause, reviewed, calendar=years(2023, 2024, 2025), on="2026-01-20")
    assert line.state is State.OVERDUE
    assert line.due.last.first_day == date(2025, 7, 21).toordinal()
    assert [other.due for other in line.reading.instead] == ["Wed 31 Dec 2025", "Wed 15 Jan 2025"]


@pytest.mark.parametrize("reading", [again(once_each_calendar_year), again(within(1, YEARS))])
def test_s09_choosing_another_year_does_not_change_that_it_is_overdue(reading):
    reread = OXFORDSHIRE.choosing({"OX-11.1a": reading})
    child = Child(
        "made up", born="2010-05-01", history=[IN_CARE, PolicyReviewed(at="2024-01-15")],
        complete=[CARE, PERMANENCE, SCHOOLING, SETTING],
    )  # fmt: skip
    found = assess(child, reread, calendar=years(2023, 2024, 2025), on="2026-01-20", everything=True)
    assert [line.state for line in found.lines if line.clause == "OX-11.1a"] == [State.OVERDUE]
