"""Knows the Stoke-on-Trent policy on admissions and on meeting needs."""

from __future__ import annotations

from carepolicy.facts import (
    AdmissionIssueRaised,
    AdmissionMeetingHeld,
    ApplicationReceived,
    ApplicationRefused,
    EhcRequested,
    EhcReviewDue,
    EhcReviewMeeting,
    JoinedSchool,
    NewPlacementStarted,
    SpecialNeedsFound,
    TakenOffRoll,
    TrainingAttended,
    TransferAgreed,
    TransferredInYear,
)
from carepolicy.logic.without_a_number import without_delay
from carepolicy.policy import Clause, Kind, Modality, clause, duty, in_place, never, stated_by
from carepolicy.profiles.on_record import PLAN_MAY_BE_NEEDED, had_by, in_care_with_an_ehc_plan
from carepolicy.profiles.stoke_on_trent.words import IN_GOOD_TIME, PARTNERS, actively

LEARNING: tuple[Clause, ...] = (
    # --- Admissions ---
    clause(
        "STK-ADM-1a",
        "Children in care get into education in good time.",
        duty(JoinedSchool, IN_GOOD_TIME.of(ApplicationReceived)),
        locator="Admissions (line 143)",
        actor=("school", "local_authority"),
        kind=Kind.STANDING_COMMITMENT,
        leaves_open="how soon is timely",
    ),
    clause(
        "STK-ADM-1b",
        "The education they get meets their needs.",
        stated_by("school", "headteacher", "local_authority"),
        locator="Admissions (line 143)",
        actor=("school", "local_authority"),
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-ADM-2",
        "A school does not turn down an application for a child in care.",
        never(ApplicationRefused),
        locator="Admissions (line 144)",
        actor="school",
        kind=Kind.PROHIBITION,
        notes=["class sizes and a school named in an EHC plan are not addressed"],
    ),
    clause(
        "STK-ADM-3",
        "Partners make sure that the place suits the child.",
        stated_by(*PARTNERS),
        locator="Admissions (lines 144-146)",
        actor=PARTNERS,
        kind=Kind.STANDING_COMMITMENT,
        notes=["it is no exception to STK-ADM-2"],
        instead_of=[ApplicationRefused],
    ),
    clause(
        "STK-ADM-4",
        "Where problems arise the school meets social care, the virtual school and admissions, and settles them.",
        duty(AdmissionMeetingHeld, without_delay.of(AdmissionIssueRaised)),
        locator="Admissions (lines 146-148)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
        leaves_open="whether the meeting settled them",
        instead_of=[ApplicationRefused],
    ),
    clause(
        "STK-ADM-5",
        "A child in care moves school in-year only with the virtual school's agreement.",
        never(TransferredInYear, unless_after=TransferAgreed, since=JoinedSchool),
        locator="Admissions (line 150)",
        actor=("school", "social_worker", "local_authority"),
        kind=Kind.PRECONDITION,
        notes=[
            "it is said of the council's own children, wherever they go to school",
            "emergency moves of placement are not excepted",
        ],
    ),
    clause(
        "STK-ADM-6",
        "A child in care stays on the roll until the new placement has begun.",
        never(TakenOffRoll, unless_after=NewPlacementStarted, since=JoinedSchool),
        kind=Kind.PROHIBITION,
        locator="Admissions (line 151)",
        actor="school",
        notes=[
            "the placement is read as the school or other education placement, begun on the first day there",
            "where the attendance regulations require a name to come off, this cannot keep it on",
        ],
    ),
    # --- Meeting learning, emotional health and well-being needs ---
    clause(
        "STK-MLN-1a",
        "Special educational needs are met actively.",
        stated_by("school", "headteacher"),
        locator="Meeting learning, emotional health and well-being needs (line 154)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-MLN-1b",
        "Further advice is sought actively.",
        stated_by("school", "headteacher"),
        locator="Meeting learning, emotional health and well-being needs (line 154)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-MLN-1c",
        "Requests for EHC plans are made actively.",
        duty(EhcRequested, actively.of(SpecialNeedsFound), when=PLAN_MAY_BE_NEEDED),
        locator="Meeting learning, emotional health and well-being needs (lines 154-156)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
        leaves_open="whether a request is fitting",
    ),
    clause(
        "STK-MLN-1d",
        "EHC reviews are held actively.",
        duty(EhcReviewMeeting, actively.of(EhcReviewDue), scope=in_care_with_an_ehc_plan),
        locator="Meeting learning, emotional health and well-being needs (lines 154-156)",
        actor="school",
        kind=Kind.RECURRING_DUTY,
        leaves_open="whether a review is fitting",
    ),
    clause(
        "STK-MLN-2a",
        "Schools know enough, as of now, about emotional health, attachment and trauma to support the children.",
        stated_by("school_staff"),
        locator="Meeting learning, emotional health and well-being needs (lines 157-159)",
        actor="school_staff",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "STK-MLN-2b",
        "Schools are trained enough in emotional health, attachment and trauma.",
        in_place(TrainingAttended, where=had_by("school_staff"), called="training of the staff"),
        stated_by("school_staff"),
        locator="Meeting learning, emotional health and well-being needs (lines 157-159)",
        actor="school_staff",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "STK-MLN-2c",
        "Schools ask for help when needed.",
        stated_by("school", "headteacher"),
        locator="Meeting learning, emotional health and well-being needs (line 159)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
    ),
    # --- Meeting learning, emotional health and well-being needs, example 1 ---
    clause(
        "STK-MLN-3",
        "A school may do the attachment-aware audit with help from psychologists or the virtual school.",
        locator="Meeting learning, emotional health and well-being needs, example 1 (lines 159-162)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
        modality=Modality.MAY,
    ),
    # --- Meeting learning, emotional health and well-being needs, example 2 ---
    clause(
        "STK-MLN-4",
        "A school may go to attachment training run by educational psychology.",
        locator="Meeting learning, emotional health and well-being needs, example 2 (lines 159,163)",
        actor="school",
        kind=Kind.ROLE_REQUIREMENT,
        modality=Modality.MAY,
    ),
    # --- Meeting learning, emotional health and well-being needs, example 3 ---
    clause(
        "STK-MLN-5",
        "A school may train in methods that suit children in care, some aimed at early years or up to year 6.",
        locator="Meeting learning, emotional health and well-being needs, example 3 (lines 159,164-166)",
        actor="school",
        kind=Kind.ROLE_REQUIREMENT,
        modality=Modality.MAY,
    ),
    # --- Meeting learning, emotional health and well-being needs, example 4 ---
    clause(
        "STK-MLN-6",
        "A school may arrange or join psychology or CAMHS consultations and press for several agencies to attend.",
        locator="Meeting learning, emotional health and well-being needs, example 4 (lines 159,167-169)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
        modality=Modality.MAY,
    ),
    # --- Meeting learning, emotional health and well-being needs, example 5 ---
    clause(
        "STK-MLN-7",
        "A school may put emotional and health targets in ePEPs where fitting.",
        locator="Meeting learning, emotional health and well-being needs, example 5 (lines 159,170)",
        actor="school",
        kind=Kind.RECORD_KEEPING,
        modality=Modality.MAY,
        notes=["sits in the list of examples but is worded as an instruction"],
    ),
)
