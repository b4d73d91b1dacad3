"""Knows the Stoke-on-Trent model policy for children in care: the clauses encoded so far, in the document's order."""

from __future__ import annotations

from carepolicy.facts import (
    AbsenceContactMade,
    AbsenceRecorded,
    AdmissionIssueRaised,
    AdmissionMeetingHeld,
    AlternativeProvisionStarted,
    ApplicationReceived,
    ApplicationRefused,
    AttendanceMeasured,
    Attended,
    EducationSought,
    EhcPlan,
    EhcReviewCalled,
    Invited,
    JoinedSchool,
    LeftSchool,
    ManagedMove,
    Meeting,
    NewPlacementStarted,
    PapersSentToSocialWorker,
    PapersSentToVirtualSchool,
    PartTimeTimetable,
    PepCompleted,
    PepMeetingHeld,
    PepReviewCalled,
    PepReviewed,
    PepSectionCompleted,
    PepTargetsMissed,
    PermanentlyExcluded,
    PlansMustChange,
    ProgressAssessed,
    ReturnMeeting,
    Review,
    ReviewMeeting,
    SentHomeUnrecorded,
    SeriousIncident,
    SocialWorkerInformed,
    Suspended,
    TakenOffRoll,
    TransferAgreed,
    TransferredInYear,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.logic.days_out import on_the_first_day_out, while_out
from carepolicy.logic.deadline import by_close_of_school, on_the_day, reading, within
from carepolicy.logic.each_term import once_each_published_term, once_each_term
from carepolicy.logic.vocabulary import during
from carepolicy.logic.where import Attribute, Where, attended_below
from carepolicy.logic.without_a_number import beforehand, promptly, without_delay
from carepolicy.policy import Kind, Modality, Profile, clause, duty, never, stated_by
from carepolicy.profiles.england import FIRST_PEP, SHORT_BREAKS
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, WORKING_DAYS

in_care = looked_after_other_than_short_breaks

ON_THE_DAY = reading(
    "on the day it occurs",
    on_the_day,
    instead=(by_close_of_school, on_the_first_day_out),
    because="a day runs to midnight, and it occurs when it is decided; the national rule is sooner, without delay",
)

WITHIN_48_HOURS = reading(
    "within 48 hours",
    within(48, HOURS),
    instead=(within(2, SCHOOL_DAYS), within(2, WORKING_DAYS), within(48, HOURS).of(VirtualSchoolInformed)),
    because="hours are elapsed hours, through nights and weekends, and run from the decision",
)

WITHIN_48_HOURS_OF_TELLING_THE_SOCIAL_WORKER = reading(
    "within 48 hours",
    within(48, HOURS),
    instead=(within(2, SCHOOL_DAYS), within(2, WORKING_DAYS), within(48, HOURS).of(SocialWorkerInformed)),
    because="hours are elapsed hours, through nights and weekends, and run from the decision",
)

FIRST_DAY = reading(
    "first day provision",
    while_out(within(1, SCHOOL_DAYS)),
    instead=(on_the_first_day_out,),
    because="the words point to the national guidance, which asks for it from the first school day following",
)

PAPERS_COUNT_WHEN_SENT = "the papers count on the day they are sent"
INVITED_BEFORE = "an invitation is read as one that comes before the meeting"

PARTNERS = ("school", "virtual_school", "social_care")
RETURN_MEETING, PEP_REVIEW = Meeting.RETURN_MEETING, Meeting.PEP_REVIEW

AGREED = Attribute("agreed", "whether the agencies agreed to it", told="agreed by the agencies").one_of(True)
IN_PEP = Attribute("in_pep", "whether it is written into the PEP", told="written into the PEP").one_of(True)
REVIEWS_SET = Attribute("reviews_set", "whether days are set to check it", told="with days set to check it").one_of(
    True
)
END_SET = Attribute("end_set", "whether a day is set on which it ends", told="with a set end").one_of(True)
IN_AREA = Attribute("in_area", "whether the provision is in Stoke-on-Trent", told="in Stoke-on-Trent").one_of(True)
THROUGH_HUB = Attribute("through_hub", "whether it was reached by the hub", told="through the hub").one_of(True)


def to(meeting: Meeting, role: str) -> Where:
    """The invitations of a role to a meeting."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who was invited").one_of(role)


def at(meeting: Meeting, *roles: str) -> Where:
    """The presence at a meeting of any of some roles."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who came").one_of(*roles)


CALLED_FOR = Attribute("review", "what the review was called for")
EMERGENCY = CALLED_FOR.one_of(Review.EMERGENCY)
OVER_ATTENDANCE = CALLED_FOR.one_of(Review.ATTENDANCE)
OVER_PROGRESS = CALLED_FOR.one_of(Review.PROGRESS)
OVER_TARGETS = CALLED_FOR.one_of(Review.TARGETS)
BELOW_AVERAGE = Attribute("below_average", "whether progress was below average", told="below average").one_of(True)
SEVERAL_AGENCIES = Attribute("several_agencies", "whether agencies met for it", told="with several").one_of(True)
CHAIRED_BY_THE_TEACHER = Attribute("chair", "who chaired it").one_of("designated_teacher")
OTHER_CHAIR_AGREED = Attribute("chair_agreed", "whether another chair was agreed", told="another agreed").one_of(True)


def part_of(role: str) -> Where:
    """The part of a PEP that a role completes."""
    return Attribute("role", "whose part of the PEP").one_of(role)


SOCIAL_CARE_CAME = at(PEP_REVIEW, "social_care", "social_worker")
VIRTUAL_SCHOOL_CAME = at(PEP_REVIEW, "virtual_school")
FELL = Attribute("fell", "whether attendance fell, and against what", told="fallen").one_of(True)
BELOW_85 = attended_below(85)
AGREED_BY_ALL = Attribute("agreed", "whether all partners agreed to it", told="agreed by all partners").one_of(True)

IN_GOOD_TIME = promptly("in good time", borrowing=within(20, SCHOOL_DAYS), borrowed_from="PEP-5")

in_care_with_an_ehc_plan = looked_after & during(EhcPlan)


ON_ITS_FIRST_DAY = reading(
    "first day calling",
    on_the_day,
    instead=(by_close_of_school,),
    because="the words name the day and no hour",
)

TWENTY_DAYS_OF_CARE = reading(
    "20 days of coming into care",
    within(20, WORKING_DAYS),
    instead=(within(20, SCHOOL_DAYS), within(20, CALENDAR_DAYS)),
    because="the PEP must reach the first review of care, due in 20 working days",
)

TWENTY_DAYS_OF_JOINING = reading(
    "20 days of starting a new school",
    within(20, SCHOOL_DAYS),
    instead=(within(20, WORKING_DAYS), within(20, CALENDAR_DAYS)),
    because="no national clock runs from joining, and only school staff act",
)

TERMLY = reading(
    "termly",
    once_each_term,
    instead=(once_each_published_term,),
    because="national guidance asks for a review each term, and a school year has three for this purpose",
)

STOKE_ON_TRENT = Profile(
    "Stoke-on-Trent",
    looked_after,
    (
        # --- Introduction ---
        clause(
            "STK-INT-1",
            "School, virtual school and social care commit to excellent results for Stoke's children in care.",
            stated_by(*PARTNERS),
            locator="Introduction (lines 3-4)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-INT-2",
            "CiC means Children in Care, and the policy is framed for those in Stoke-on-Trent.",
            locator="Introduction (lines 3-4)",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Why do we need a policy and standard? ---
        clause(
            "STK-WHY-1",
            "Partners work together as corporate parents, or standing in for parents, to repair early harm.",
            stated_by(*PARTNERS),
            locator="Why do we need a policy and standard? (lines 10-13)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.DECLARES,
        ),
        # --- Why do we need a policy and standard? (quotation) ---
        clause(
            "STK-WHY-2",
            "Councils as corporate parents should aim as high as any parent would.",
            stated_by("local_authority"),
            locator="Why do we need a policy and standard? (quotation) (lines 17-21)",
            actor="local_authority",
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.SHOULD,
        ),
        clause(
            "STK-WHY-3",
            "The designated teacher is a statutory role meant to spread good practice everywhere.",
            locator="Why do we need a policy and standard? (quotation) (lines 25-29)",
            actor="designated_teacher",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Why do we need a policy and standard? (note) ---
        clause(
            "STK-WHY-4",
            "The quoted 2009 guidance is flagged as due for change.",
            locator="Why do we need a policy and standard? (note) (line 31)",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Basis in legislation, no. 1 ---
        clause(
            "STK-LEG-1",
            "The policy rests on the duty to have a designated teacher for looked-after pupils.",
            locator="Basis in legislation, no. 1 (lines 37-40)",
            actor="governing_body",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Basis in legislation, no. 2 ---
        clause(
            "STK-LEG-2a",
            "The council must promote the educational achievement of the children it looks after.",
            stated_by("local_authority"),
            locator="Basis in legislation, no. 2 (lines 42-43)",
            actor="local_authority",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-LEG-2b",
            "That duty follows a child who is placed outside the council's area.",
            locator="Basis in legislation, no. 2 (lines 42-43)",
            actor="local_authority",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Basis in legislation, no. 3 ---
        clause(
            "STK-LEG-3b",
            "That officer is called the virtual school head.",
            locator="Basis in legislation, no. 3 (line 46)",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- The Model Policy ---
        clause(
            "STK-MOD-1",
            "The policy is built on principles that come from statutory guidance.",
            locator="The Model Policy (line 65)",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        clause(
            "STK-MOD-2",
            "Every partner is expected to know the guidance.",
            stated_by("school", "virtual_school", "social_care", "partner_agency"),
            locator="The Model Policy (lines 65-66)",
            actor=("school", "virtual_school", "social_care", "partner_agency"),
            kind=Kind.ROLE_REQUIREMENT,
            modality=Modality.SHOULD,
        ),
        clause(
            "STK-MOD-3",
            "Supporting virtual school documents are published on its website.",
            locator="The Model Policy (lines 66-67)",
            actor="virtual_school",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        # --- Multi agency working and shared accountability ---
        clause(
            "STK-MAW-1",
            "All partners and the agencies they control join forces for the best results.",
            stated_by("school", "virtual_school", "social_care", "partner_agency"),
            locator="Multi agency working and shared accountability (lines 72-73)",
            actor=("school", "virtual_school", "social_care", "partner_agency"),
            kind=Kind.STANDING_COMMITMENT,
            notes=["'over which they have control' limits which agencies are bound"],
        ),
        clause(
            "STK-MAW-2",
            "Each partner answers for its own part and holds the others to theirs.",
            stated_by("school", "virtual_school", "social_care", "partner_agency"),
            locator="Multi agency working and shared accountability (lines 73-74)",
            actor=("school", "virtual_school", "social_care", "partner_agency"),
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-MAW-3",
            "The partners carry out the policy's detailed terms.",
            stated_by("school", "virtual_school", "social_care", "partner_agency"),
            locator="Multi agency working and shared accountability (line 74)",
            actor=("school", "virtual_school", "social_care", "partner_agency"),
            kind=Kind.STANDING_COMMITMENT,
        ),
        # --- Corporate Parents ---
        clause(
            "STK-CP-1",
            "Partners are ready to test whether provision would be good enough for their own child.",
            stated_by(*PARTNERS),
            locator="Corporate Parents (line 78)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CP-2",
            "Partners fix whatever fails that test.",
            stated_by(*PARTNERS),
            locator="Corporate Parents (lines 78-79)",
            actor=PARTNERS,
            kind=Kind.TRIGGER_DUTY,
        ),
        # --- The senior leadership team ---
        clause(
            "STK-SLT-1",
            "Senior leaders take children in care into account when making strategy.",
            stated_by("senior_leadership_team"),
            locator="The senior leadership team (line 84)",
            actor="senior_leadership_team",
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-SLT-3a",
            "Children in care can get at the best the school offers.",
            stated_by("senior_leadership_team"),
            locator="The senior leadership team (line 88)",
            actor="senior_leadership_team",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-SLT-3b",
            "Obstacles that come from being in care are removed.",
            stated_by("senior_leadership_team"),
            locator="The senior leadership team (lines 88-90)",
            actor="senior_leadership_team",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-SLT-4",
            "Senior leaders work with, back and challenge wider partnerships to get the best provision.",
            stated_by("senior_leadership_team"),
            locator="The senior leadership team (lines 91-92)",
            actor="senior_leadership_team",
            kind=Kind.STANDING_COMMITMENT,
        ),
        # --- Designated Teacher ---
        clause(
            "STK-DT-1b",
            "The designated teacher is senior enough to support all children in care.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (lines 95-97)",
            actor="designated_teacher",
            kind=Kind.ROLE_REQUIREMENT,
            notes=["no rank given"],
        ),
        clause(
            "STK-DT-1d",
            "The designated teacher is personally committed to the task.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (lines 95-97)",
            actor="designated_teacher",
            kind=Kind.ROLE_REQUIREMENT,
        ),
        clause(
            "STK-DT-1e",
            "The designated teacher's group is every child in care in the school.",
            locator="Designated Teacher (line 97)",
            actor="designated_teacher",
            kind=Kind.DEFINITION,
        ),
        clause(
            "STK-DT-2a",
            "Children in care know their designated teacher.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (line 98)",
            actor="designated_teacher",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-DT-2b",
            "Children in care feel that the designated teacher supports them.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (line 98)",
            actor="designated_teacher",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-DT-2c",
            "The designated teacher may meet the child before a PEP to talk over the child's views.",
            locator="Designated Teacher (lines 98-100)",
            actor="designated_teacher",
            kind=Kind.TRIGGER_DUTY,
            modality=Modality.MAY,
            notes=["given as an example, so not strictly required"],
        ),
        clause(
            "STK-DT-4b",
            "The child's voice leads to fitting action.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (line 104)",
            actor="designated_teacher",
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-DT-5c",
            "SMART is spelled out as specific, measurable, achievable and time-related.",
            locator="Designated Teacher (line 105)",
            kind=Kind.DEFINITION,
            modality=Modality.DESCRIBES,
        ),
        clause(
            "STK-DT-6a",
            "Everyone is challenged to get good results for children in care.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (line 108)",
            actor="designated_teacher",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-DT-6c",
            "Progress is supported.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (lines 108-110)",
            actor="designated_teacher",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-DT-7",
            "Partners such as social care and carers are drawn in.",
            stated_by("designated_teacher"),
            locator="Designated Teacher (line 111)",
            actor="designated_teacher",
            kind=Kind.STANDING_COMMITMENT,
        ),
        # --- Governors ---
        clause(
            "STK-GOV-1",
            "Governors see that statutory requirements are met.",
            stated_by("governing_body"),
            locator="Governors (line 114)",
            actor="governing_body",
            kind=Kind.ROLE_REQUIREMENT,
        ),
        clause(
            "STK-GOV-2b",
            "The designated governor sees that the policy is backed.",
            stated_by("lead_governor"),
            locator="Governors (line 115)",
            actor="lead_governor",
            kind=Kind.ROLE_REQUIREMENT,
        ),
        clause(
            "STK-GOV-3",
            "Children in care know who the designated governor is.",
            stated_by("lead_governor"),
            locator="Governors (line 116)",
            actor="lead_governor",
            kind=Kind.STANDING_COMMITMENT,
            notes=["'this person' could in context be only the governor"],
        ),
        clause(
            "STK-GOV-4b",
            "The designated governor is personally committed to owning results for children in care.",
            stated_by("lead_governor"),
            locator="Governors (lines 117-119)",
            actor="lead_governor",
            kind=Kind.ROLE_REQUIREMENT,
        ),
        # --- Carers ---
        clause(
            "STK-CAR-1a",
            "Carers and residential workers are actively drawn in.",
            stated_by("school", "headteacher"),
            locator="Carers (lines 122-124)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CAR-1c",
            "The know-how of carers, residential workers and parents is valued.",
            stated_by("school", "headteacher"),
            locator="Carers (line 124)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CAR-1d",
            "Helpful input from carers, residential workers and parents is welcomed.",
            stated_by("school", "headteacher"),
            locator="Carers (lines 124-125)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CAR-3",
            "Carers know how to help, for example through ePEPs, work at home and transitions.",
            stated_by("school", "carer"),
            locator="Carers (line 128)",
            actor=("school", "carer"),
            kind=Kind.STANDING_COMMITMENT,
            notes=["source text is garbled at 'e. .'"],
        ),
        # --- Children in Care (inline heading) ---
        clause(
            "STK-CIC-1a",
            "Children in care are safe in school.",
            stated_by("school", "headteacher"),
            locator="Children in Care (inline heading) (line 133)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CIC-1b",
            "Children in care feel safe in school.",
            stated_by("school", "headteacher"),
            locator="Children in Care (inline heading) (line 133)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CIC-2b",
            "Children's voices get a fitting response.",
            stated_by("school", "headteacher"),
            locator="Children in Care (inline heading) (line 134)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-CIC-2c",
            "The child is invited to the PEP meeting, given as one way of hearing the child.",
            locator="Children in Care (inline heading) (lines 134-135)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            modality=Modality.MAY,
            notes=["given as an example, so not strictly required"],
        ),
        clause(
            "STK-CIC-2d",
            "The child feels welcome at the PEP meeting, given as one way of hearing the child.",
            locator="Children in Care (inline heading) (lines 134-135)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.MAY,
        ),
        clause(
            "STK-CIC-3c",
            "The child's right to privacy is weighed before sharing.",
            stated_by("school", "headteacher"),
            locator="Children in Care (inline heading) (line 138)",
            actor="school",
            kind=Kind.DISCLOSURE,
        ),
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
        ),
        clause(
            "STK-ADM-4",
            "Where problems arise the school meets social care, the virtual school and admissions, and settles them.",
            duty(AdmissionMeetingHeld, without_delay.of(AdmissionIssueRaised)),
            locator="Admissions (lines 146-148)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether the meeting settled them",
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
            "STK-MLN-2a",
            "Schools know enough, as of now, about emotional health, attachment and trauma to support the children.",
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
        # --- No Permanent Exclusion ---
        clause(
            "STK-NPE-1",
            "Children in care are not permanently excluded.",
            never(PermanentlyExcluded),
            kind=Kind.PROHIBITION,
            locator="No Permanent Exclusion (lines 173-178)",
            actor="school",
            notes=["stricter than the law, which leaves the head teacher's power in place"],
        ),
        clause(
            "STK-NPE-2",
            "Instead of excluding for good, partners act early and together on problems.",
            stated_by(*PARTNERS),
            locator="No Permanent Exclusion (lines 178-179)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-NPE-3",
            "Children in care need to understand and face what follows from their actions.",
            stated_by("school", "headteacher"),
            locator="No Permanent Exclusion (lines 173-175)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-NPE-4",
            "After a serious matter that could lead to permanent exclusion the child is suspended instead.",
            duty(Suspended, without_delay.of(SeriousIncident)),
            locator="No Permanent Exclusion (lines 181-182)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            notes=[
                "read literally the suspension is owed; it may only name what is used instead of exclusion for good"
            ],
        ),
        clause(
            "STK-NPE-5a",
            "An emergency review of the PEP is then called.",
            duty(PepReviewCalled, without_delay.of(SeriousIncident), where=EMERGENCY),
            locator="No Permanent Exclusion (line 182)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            notes=["who calls it is not said, nor by when"],
        ),
        clause(
            "STK-NPE-5b",
            "An emergency review of the EHC plan is then called where fitting.",
            duty(EhcReviewCalled, without_delay.of(SeriousIncident), scope=in_care_with_an_ehc_plan),
            locator="No Permanent Exclusion (line 182)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether a review is fitting",
        ),
        clause(
            "STK-NPE-6a",
            "Social care attends the emergency review.",
            duty(
                Attended,
                on_the_day.of(ReviewMeeting),
                when=EMERGENCY,
                where=at(PEP_REVIEW, "social_care", "social_worker"),
            ),
            locator="No Permanent Exclusion (lines 182-183)",
            actor="social_care",
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-NPE-6b",
            "The virtual school attends the emergency review.",
            duty(Attended, on_the_day.of(ReviewMeeting), when=EMERGENCY, where=VIRTUAL_SCHOOL_CAME),
            locator="No Permanent Exclusion (lines 182-183)",
            actor="virtual_school",
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-NPE-7",
            "The matter is settled through the emergency review.",
            stated_by(*PARTNERS),
            locator="No Permanent Exclusion (line 183)",
            actor=PARTNERS,
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-NPE-8a",
            "A managed move may sometimes be needed where it fits the case.",
            locator="No Permanent Exclusion (lines 183-184)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.MAY,
        ),
        clause(
            "STK-NPE-8b",
            "A managed move needs the agreement of all partners.",
            never(ManagedMove, unless=AGREED_BY_ALL),
            locator="No Permanent Exclusion (lines 183-184)",
            actor=PARTNERS,
            kind=Kind.PRECONDITION,
            leaves_open="whose agreement is meant",
        ),
        clause(
            "STK-NPE-8c",
            "A managed move is best for the child.",
            stated_by(*PARTNERS),
            locator="No Permanent Exclusion (lines 183-184)",
            actor=PARTNERS,
            kind=Kind.PRECONDITION,
        ),
        # --- Inclusion and fixed term exclusion ---
        clause(
            "STK-FTE-1a",
            "The virtual school hears of a suspension on the day it happens.",
            duty(VirtualSchoolInformed, ON_THE_DAY.of(Suspended)),
            locator="Inclusion and fixed term exclusion (line 189)",
            actor="school",
            kind=Kind.NOTIFICATION,
        ),
        clause(
            "STK-FTE-1b",
            "The social worker hears of a suspension on the day it happens.",
            duty(SocialWorkerInformed, ON_THE_DAY.of(Suspended)),
            locator="Inclusion and fixed term exclusion (line 189)",
            actor="school",
            kind=Kind.NOTIFICATION,
        ),
        clause(
            "STK-FTE-2a",
            "The papers on a suspension go to the virtual school inside 48 hours.",
            duty(PapersSentToVirtualSchool, WITHIN_48_HOURS.of(Suspended)),
            locator="Inclusion and fixed term exclusion (lines 189-190)",
            actor="school",
            kind=Kind.DEADLINE_DUTY,
            notes=[PAPERS_COUNT_WHEN_SENT],
        ),
        clause(
            "STK-FTE-2b",
            "The papers on a suspension go to the social worker inside 48 hours.",
            duty(PapersSentToSocialWorker, WITHIN_48_HOURS_OF_TELLING_THE_SOCIAL_WORKER.of(Suspended)),
            locator="Inclusion and fixed term exclusion (lines 189-190)",
            actor="school",
            kind=Kind.DEADLINE_DUTY,
            notes=[PAPERS_COUNT_WHEN_SENT],
        ),
        clause(
            "STK-FTE-3a",
            "The virtual school is invited to the meeting on return.",
            duty(Invited, beforehand.of(ReturnMeeting), where=to(RETURN_MEETING, "virtual_school")),
            locator="Inclusion and fixed term exclusion (line 192)",
            actor="school",
            kind=Kind.NOTIFICATION,
            notes=[INVITED_BEFORE],
        ),
        clause(
            "STK-FTE-3b",
            "The social worker is invited to the meeting on return.",
            duty(Invited, beforehand.of(ReturnMeeting), where=to(RETURN_MEETING, "social_worker")),
            locator="Inclusion and fixed term exclusion (line 192)",
            actor="school",
            kind=Kind.NOTIFICATION,
            notes=[INVITED_BEFORE],
        ),
        clause(
            "STK-FTE-3c",
            "The virtual school and the social worker are invited to a review of the PEP where plans must change.",
            duty(Invited, without_delay.of(PlansMustChange), where=to(PEP_REVIEW, "virtual_school")),
            duty(Invited, without_delay.of(PlansMustChange), where=to(PEP_REVIEW, "social_worker")),
            locator="Inclusion and fixed term exclusion (lines 192-193)",
            actor="school",
            kind=Kind.NOTIFICATION,
            notes=[
                "that plans must change is a condition of this invitation, and not of the one to the meeting on return"
            ],
        ),
        clause(
            "STK-FTE-4",
            "Schools actively try to find education from the first day of a suspension.",
            duty(EducationSought, FIRST_DAY.of(Suspended)),
            locator="Inclusion and fixed term exclusion (lines 195-197)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            notes=["the duty is to try; the national floor asks that it be provided (EX-8)"],
            leaves_open="whether the school tried actively enough",
        ),
        clause(
            "STK-FTE-5",
            "No child in care is sent home, or kept out, without a recorded suspension.",
            never(SentHomeUnrecorded),
            locator="Inclusion and fixed term exclusion (line 199)",
            actor="school",
            kind=Kind.PROHIBITION,
            notes=["read as being sent home or kept out without a formal record"],
        ),
        clause(
            "STK-FTE-6",
            "Nobody in care is put on a part-time timetable without all four safeguards.",
            never(PartTimeTimetable, unless=AGREED & IN_PEP & REVIEWS_SET & END_SET),
            locator="Inclusion and fixed term exclusion (lines 200-202)",
            actor="school",
            kind=Kind.PROHIBITION,
            leaves_open="whether it is checked often enough",
        ),
        clause(
            "STK-FTE-6a",
            "A part-time timetable needs the agreement of the agencies.",
            never(PartTimeTimetable, unless=AGREED),
            locator="Inclusion and fixed term exclusion (line 200)",
            actor=PARTNERS,
            kind=Kind.PRECONDITION,
            notes=["which agencies must agree is not listed"],
        ),
        clause(
            "STK-FTE-6b",
            "A part-time timetable is written into the PEP.",
            never(PartTimeTimetable, unless=IN_PEP),
            locator="Inclusion and fixed term exclusion (line 200)",
            actor="designated_teacher",
            kind=Kind.PRECONDITION,
        ),
        clause(
            "STK-FTE-6c",
            "A part-time timetable is checked at intervals.",
            never(PartTimeTimetable, unless=REVIEWS_SET),
            locator="Inclusion and fixed term exclusion (line 202)",
            actor="school",
            kind=Kind.PRECONDITION,
            leaves_open="whether it is checked often enough",
        ),
        clause(
            "STK-FTE-6d",
            "A part-time timetable has a set end.",
            never(PartTimeTimetable, unless=END_SET),
            locator="Inclusion and fixed term exclusion (line 202)",
            actor="school",
            kind=Kind.PRECONDITION,
            notes=["no longest length is given"],
        ),
        clause(
            "STK-FTE-7",
            "Inclusion is pursued actively with the money, training and staff at hand.",
            stated_by("school", "headteacher"),
            locator="Inclusion and fixed term exclusion (lines 202-203)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-FTE-8",
            "In Stoke, alternative provision is reached only through the council's own hub for it.",
            never(AlternativeProvisionStarted, where=IN_AREA, unless=THROUGH_HUB),
            locator="Inclusion and fixed term exclusion (lines 205-206)",
            actor="school",
            kind=Kind.PRECONDITION,
            notes=["in Stoke is read as said of the provision, not of the school or the child"],
        ),
        clause(
            "STK-FTE-9",
            "The school answers for a child in care whatever provision the child attends.",
            stated_by("school", "headteacher"),
            locator="Inclusion and fixed term exclusion (line 208)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        # --- Attendance ---
        clause(
            "STK-ATT-1a",
            "Schools get attendance as high as they can.",
            stated_by("school", "headteacher"),
            locator="Attendance (lines 209-210)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-ATT-1b",
            "Schools promote inclusion.",
            stated_by("school", "headteacher"),
            locator="Attendance (line 210)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-ATT-1c",
            "Schools keep suspension as low as they can.",
            stated_by("school", "headteacher"),
            locator="Attendance (line 210)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-ATT-2",
            "Each absence, on or off site, leads to contact on its first day.",
            duty(AbsenceContactMade, ON_ITS_FIRST_DAY.of(AbsenceRecorded)),
            locator="Attendance (lines 211-213)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
        ),
        clause(
            "STK-ATT-3a",
            "A review of the PEP is called when attendance is dropping.",
            duty(PepReviewCalled, without_delay.of(AttendanceMeasured), when=FELL),
            locator="Attendance (lines 214-216)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            leaves_open="by how much, and against what time, attendance must drop",
        ),
        clause(
            "STK-ATT-3b",
            "A review of the PEP is called when attendance is under 85 per cent.",
            duty(PepReviewCalled, without_delay.of(AttendanceMeasured), when=BELOW_85),
            locator="Attendance (lines 214-216)",
            actor="school",
            kind=Kind.THRESHOLD,
            weaker_than="persistent absence is counted from 10 per cent missed (AT-13), if this is the only trigger",
            notes=["read over the school year to date, as an exact fraction: 85 per cent exactly calls for none"],
        ),
        clause(
            "STK-ATT-3c",
            "Where fitting the EHC plan is reviewed alongside the attendance review.",
            duty(
                EhcReviewCalled,
                without_delay.of(AttendanceMeasured),
                when=FELL | BELOW_85,
                scope=in_care_with_an_ehc_plan,
            ),
            locator="Attendance (lines 214-216)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether a review is fitting",
        ),
        clause(
            "STK-ATT-3d",
            "Where fitting social care and the virtual school come to the attendance review.",
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_ATTENDANCE, where=SOCIAL_CARE_CAME),
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_ATTENDANCE, where=VIRTUAL_SCHOOL_CAME),
            locator="Attendance (line 216)",
            actor=("social_care", "virtual_school"),
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether it is fitting that they come",
        ),
        # --- Achievement ---
        clause(
            "STK-ACH-1e",
            "The data in the ePEP is shared openly.",
            stated_by("designated_teacher"),
            locator="Achievement (line 223)",
            actor="designated_teacher",
            kind=Kind.DISCLOSURE,
            notes=["clashes with need-to-know sharing in STK-CIC-3a unless read as open among the PEP partners"],
        ),
        clause(
            "STK-ACH-2a",
            "Hopes for a child must not be cut because of present results.",
            stated_by("school", "headteacher"),
            locator="Achievement (line 225)",
            actor="school",
            kind=Kind.PROHIBITION,
        ),
        clause(
            "STK-ACH-2b",
            "Hopes for a child rest on sound knowledge of what the child could do.",
            stated_by("school", "headteacher"),
            locator="Achievement (lines 225-226)",
            actor="school",
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-ACH-3a",
            "Partners share the job of writing and carrying out good long-term plans.",
            stated_by(*PARTNERS),
            locator="Achievement (lines 228-230)",
            actor=PARTNERS,
            kind=Kind.STANDING_COMMITMENT,
        ),
        clause(
            "STK-ACH-4a",
            "A review of the ePEP is called where progress is under the average.",
            duty(PepReviewCalled, without_delay.of(ProgressAssessed), when=BELOW_AVERAGE),
            locator="Achievement (lines 231-232)",
            actor="school",
            kind=Kind.THRESHOLD,
            leaves_open="the average of which group, and over what time",
        ),
        clause(
            "STK-ACH-4b",
            "Where fitting the EHC plan is reviewed alongside the progress review.",
            duty(
                EhcReviewCalled, without_delay.of(ProgressAssessed), when=BELOW_AVERAGE, scope=in_care_with_an_ehc_plan
            ),
            locator="Achievement (lines 231-232)",
            actor="school",
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether a review is fitting",
        ),
        clause(
            "STK-ACH-4c",
            "Where fitting social care and the virtual school come to the progress review.",
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_PROGRESS, where=SOCIAL_CARE_CAME),
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_PROGRESS, where=VIRTUAL_SCHOOL_CAME),
            locator="Achievement (line 232)",
            actor=("social_care", "virtual_school"),
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether it is fitting that they come",
        ),
        # --- PEPs and other plans ---
        clause(
            "STK-PEP-1a",
            "Every child in care has an up-to-date PEP from day 20 of coming into care.",
            duty(
                PepCompleted,
                TWENTY_DAYS_OF_CARE.of(in_care.begins),
                lasting=True,
                renewed_by=[PepReviewed],
                scope=in_care,
            ),
            kind=Kind.DEADLINE_DUTY,
            locator="PEPs and other plans (lines 237-239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS],
        ),
        clause(
            "STK-PEP-1b",
            "Every child in care has an up-to-date PEP from day 20 of starting at a new school.",
            duty(
                PepCompleted,
                TWENTY_DAYS_OF_JOINING.of(JoinedSchool),
                lasting=True,
                renewed_by=[PepReviewed],
                until=[LeftSchool],
                scope=in_care,
            ),
            kind=Kind.DEADLINE_DUTY,
            locator="PEPs and other plans (lines 237-239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS],
        ),
        clause(
            "STK-PEP-1d",
            "The PEP is reviewed in every term.",
            duty(PepReviewed, TERMLY.of(PepCompleted, PepReviewed), scope=in_care),
            kind=Kind.RECURRING_DUTY,
            locator="PEPs and other plans (line 239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS, FIRST_PEP],
        ),
        clause(
            "STK-PEP-1e",
            "That termly review is a meeting of several agencies.",
            never(PepReviewed, unless=SEVERAL_AGENCIES, scope=in_care),
            locator="PEPs and other plans (line 239)",
            actor="designated_teacher",
            kind=Kind.PRECONDITION,
            notes=["how many agencies is not set"],
        ),
        clause(
            "STK-PEP-2a",
            "The designated teacher's part of the PEP is done ahead of the meeting.",
            duty(PepSectionCompleted, beforehand.of(PepMeetingHeld), where=part_of("designated_teacher")),
            locator="PEPs and other plans (line 240)",
            actor="designated_teacher",
            kind=Kind.PRECONDITION,
        ),
        clause(
            "STK-PEP-2b",
            "The social worker's part of the PEP is done ahead of the meeting.",
            duty(PepSectionCompleted, beforehand.of(PepMeetingHeld), where=part_of("social_worker")),
            locator="PEPs and other plans (line 240)",
            actor="social_worker",
            kind=Kind.PRECONDITION,
        ),
        clause(
            "STK-PEP-2c",
            "The young person's part of the PEP is done ahead of the meeting.",
            duty(PepSectionCompleted, beforehand.of(PepMeetingHeld), where=part_of("child")),
            locator="PEPs and other plans (line 240)",
            actor="child",
            kind=Kind.PRECONDITION,
            notes=["nothing is said of a child who declines"],
        ),
        clause(
            "STK-PEP-3a",
            "The designated teacher drives the PEP process.",
            stated_by("designated_teacher"),
            locator="PEPs and other plans (line 241)",
            actor="designated_teacher",
            kind=Kind.ROLE_REQUIREMENT,
            notes=["'unless otherwise agreed' may reach this limb too"],
        ),
        clause(
            "STK-PEP-3b",
            "The designated teacher chairs the PEP meeting unless another chair is agreed.",
            never(PepMeetingHeld, unless=CHAIRED_BY_THE_TEACHER | OTHER_CHAIR_AGREED),
            locator="PEPs and other plans (line 241)",
            actor="designated_teacher",
            kind=Kind.ROLE_REQUIREMENT,
            notes=["who must agree to another chair is not said"],
        ),
        clause(
            "STK-PEP-7a",
            "If PEP targets are missed the designated teacher, social worker, carer or virtual school calls a review.",
            duty(PepReviewCalled, without_delay.of(PepTargetsMissed)),
            locator="PEPs and other plans (lines 247-249)",
            actor=("designated_teacher", "social_worker", "carer", "virtual_school"),
            kind=Kind.TRIGGER_DUTY,
            notes=["any one of the four who are named meets it"],
        ),
        clause(
            "STK-PEP-7b",
            "Where fitting the EHC plan is reviewed alongside the review of missed targets.",
            duty(EhcReviewCalled, without_delay.of(PepTargetsMissed), scope=in_care_with_an_ehc_plan),
            locator="PEPs and other plans (line 249)",
            actor=("designated_teacher", "social_worker", "carer", "virtual_school"),
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether a review is fitting",
        ),
        clause(
            "STK-PEP-7c",
            "Where fitting social care and the virtual school come to the review of missed targets.",
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_TARGETS, where=SOCIAL_CARE_CAME),
            duty(Attended, on_the_day.of(ReviewMeeting), when=OVER_TARGETS, where=VIRTUAL_SCHOOL_CAME),
            locator="PEPs and other plans (lines 249-250)",
            actor=("social_care", "virtual_school"),
            kind=Kind.TRIGGER_DUTY,
            leaves_open="whether it is fitting that they come",
        ),
    ),
    edition="undated; cites guidance of 2009 and 2014",
    calls={"looked after": "CiC"},
)
