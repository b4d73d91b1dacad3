"""Knows the Oxfordshire virtual school's list of what schools need to offer: every clause, in the document's order."""

from __future__ import annotations

from carepolicy.facts import (
    ContactAnswered,
    ContactReceived,
    GovernorsReport,
    Item,
    ListIssued,
    ListUpdated,
    PepFinalised,
    PepMeetingHeld,
    PepTargetsSet,
    PepUpdated,
    PhaseTransitionDue,
    PostHeld,
    PremiumCosted,
    PremiumReleased,
    PremiumRequested,
    PupilViewsCaptured,
    SdqCompleted,
    TransitionSupported,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import care_experienced, previously_looked_after
from carepolicy.logic.where import holds
from carepolicy.logic.without_a_number import beforehand
from carepolicy.policy import Clause, Kind, Modality, Profile, clause, duty, every, in_place, stated_by
from carepolicy.profiles.on_record import CHAIRED_BY_THE_TEACHER, SMART, held_by, in_care
from carepolicy.profiles.oxfordshire.needs_of_a_school import NEEDS_OF_A_SCHOOL
from carepolicy.profiles.oxfordshire.words_later import (
    AT_TRANSITION,
    FIVE_SCHOOL_DAYS,
    FROM_THE_VIRTUAL_SCHOOL,
    IN_AUGUST_2025,
    PREMIUM_NEEDED,
    SCHEDULED_BY_THE_TEACHER,
    TIMELY,
    TO_A_CLASS,
    TO_A_COLLEGE,
    TO_A_SCHOOL,
    by,
    yearly,
)

BOTH = ("designated_teacher", "headteacher")

DESIGNATED_TEACHER: tuple[Clause, ...] = (
    # --- bullet 8 ---
    clause(
        "OXN-8.1a",
        "The designated teacher puts care-experienced children first.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 8 sub 1 (lines 16-17)",
        actor="designated_teacher",
        kind=Kind.PRIORITY,
    ),
    clause(
        "OXN-8.1b",
        "The designated teacher puts PEP meetings first.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 8 sub 1 (lines 16-17)",
        actor="designated_teacher",
        kind=Kind.PRIORITY,
        notes=["it is said of all care-experienced children, though only children in care have a PEP by law"],
    ),
    clause(
        "OXN-8.2",
        "The designated teacher leads in setting the days of PEP meetings.",
        every(PepMeetingHeld, SCHEDULED_BY_THE_TEACHER, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 2 (lines 16,18)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OXN-8.3a",
        "What the child thinks is gathered ahead of the PEP meeting.",
        duty(PupilViewsCaptured, beforehand.of(PepMeetingHeld), scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 3 (lines 16,19)",
        actor="designated_teacher",
        kind=Kind.PRECONDITION,
        notes=["on the day of the meeting, which came first is only known by the time of day"],
    ),
    clause(
        "OXN-8.3b",
        "A strengths and difficulties questionnaire is completed ahead of the PEP meeting.",
        duty(SdqCompleted, beforehand.of(PepMeetingHeld), scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 3 (lines 16,19)",
        actor="designated_teacher",
        kind=Kind.PRECONDITION,
        notes=[
            "it is read as one before each meeting; one still valid on file may be meant",
            "no ages are named, and who completes it is not said",
        ],
    ),
    clause(
        "OXN-8.4",
        "The electronic PEP is brought up to date, so far as it can be, ahead of the PEP meeting.",
        duty(PepUpdated, beforehand.of(PepMeetingHeld), scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 4 (lines 16,20)",
        actor="designated_teacher",
        kind=Kind.PRECONDITION,
        notes=["the date is advice: a plan brought up to date in part may be enough"],
        leaves_open="how far it could be brought up to date",
    ),
    clause(
        "OXN-8.5a",
        "The outcomes that PEPs aim at are SMART.",
        every(PepTargetsSet, SMART, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 5 (lines 16,21)",
        actor="designated_teacher",
        kind=Kind.RECORD_KEEPING,
        leaves_open="how measurable, and how achievable, an outcome must be",
    ),
    clause(
        "OXN-8.5b",
        "The outcomes that PEPs aim at rest on evidence.",
        stated_by("designated_teacher", scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 5 (lines 16,21)",
        actor="designated_teacher",
        kind=Kind.RECORD_KEEPING,
    ),
    clause(
        "OXN-8.6a",
        "The cost of help that may draw on pupil premium plus is worked out ahead of the PEP meeting, where it can be.",
        duty(PremiumCosted, beforehand.of(PepMeetingHeld), when=PREMIUM_NEEDED, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 6 (lines 16,22)",
        actor="designated_teacher",
        kind=Kind.PRECONDITION,
        notes=["the date is advice: it is asked for if it is possible"],
        leaves_open="whether it was possible",
    ),
    clause(
        "OXN-8.6b",
        "Working out the cost first is meant to let the money be released in good time.",
        duty(PremiumReleased, TIMELY.of(PremiumRequested), scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 6 (lines 16,22)",
        actor="virtual_school",
        kind=Kind.STANDING_COMMITMENT,
        modality=Modality.DECLARES,
        notes=[
            "it is what OXN-8.6a is for, and no duty of its own, so that money which waits is no breach",
            "who releases the money is not said",
        ],
        leaves_open="how soon is timely",
    ),
    clause(
        "OXN-8.7",
        "The designated teacher chairs PEP meetings.",
        every(PepMeetingHeld, CHAIRED_BY_THE_TEACHER, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 7 (lines 16,23)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
        notes=["no exception is made for absence or where another chair is agreed"],
    ),
    clause(
        "OXN-8.8",
        "The electronic PEP is made final no later than 5 school days after the PEP meeting.",
        duty(PepFinalised, FIVE_SCHOOL_DAYS.of(PepMeetingHeld), scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 8 (lines 16,24)",
        actor="designated_teacher",
        kind=Kind.DEADLINE_DUTY,
    ),
    clause(
        "OXN-8.9a",
        "The designated teacher answers the virtual school in good time.",
        duty(ContactAnswered, TIMELY.of(ContactReceived), when=FROM_THE_VIRTUAL_SCHOOL, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 9 (lines 16,25)",
        actor="designated_teacher",
        kind=Kind.TRIGGER_DUTY,
        leaves_open="how soon is timely",
    ),
    clause(
        "OXN-8.9b",
        "The designated teacher answers others who share in the PEP in good time.",
        duty(ContactAnswered, TIMELY.of(ContactReceived), when=~FROM_THE_VIRTUAL_SCHOOL, scope=looked_after),
        locator="What your school needs to offer, bullet 8 sub 9 (lines 16,25)",
        actor="designated_teacher",
        kind=Kind.TRIGGER_DUTY,
        leaves_open="how soon is timely",
    ),
    # --- bullet 9 ---
    clause(
        "OXN-9a",
        "The designated teacher is central to an easy move to the child's next class.",
        duty(
            TransitionSupported, AT_TRANSITION.of(PhaseTransitionDue), when=TO_A_CLASS, where=by("designated_teacher")
        ),
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 9 (line 26)",
        actor="designated_teacher",
        kind=Kind.TRIGGER_DUTY,
    ),
    clause(
        "OXN-9b",
        "The designated teacher is central to an easy move to the child's next school.",
        duty(
            TransitionSupported, AT_TRANSITION.of(PhaseTransitionDue), when=TO_A_SCHOOL, where=by("designated_teacher")
        ),
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 9 (line 26)",
        actor="designated_teacher",
        kind=Kind.TRIGGER_DUTY,
    ),
    clause(
        "OXN-9c",
        "The designated teacher is central to an easy move to college.",
        duty(
            TransitionSupported, AT_TRANSITION.of(PhaseTransitionDue), when=TO_A_COLLEGE, where=by("designated_teacher")
        ),
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 9 (line 26)",
        actor="designated_teacher",
        kind=Kind.TRIGGER_DUTY,
    ),
    # --- bullet 10 ---
    clause(
        "OXN-10a",
        "The designated teacher is the first to turn to on anything about care-experienced children.",
        in_place(PostHeld, where=held_by("designated_teacher"), called="designated teacher in post"),
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 10 (line 28)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OXN-10b",
        "The designated teacher runs the school's dealings with social workers, reviewing officers and others.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 10 (line 28)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OXN-10c",
        "The designated teacher works with others so that schooling is disturbed as little as can be.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 10 (line 28)",
        actor="designated_teacher",
        kind=Kind.STANDING_COMMITMENT,
    ),
    # --- bullet 11 ---
    clause(
        "OXN-11a",
        "The designated teacher sees with the head that governors get a report each year that weighs the work.",
        duty(GovernorsReport, yearly("annual").of(in_care.begins, GovernorsReport), scope=care_experienced),
        locator="What your school needs to offer, bullet 11 (line 29)",
        actor=BOTH,
        kind=Kind.RECURRING_DUTY,
        notes=[
            "whether the report weighs the work needs judgement",
            "the first falls due in the school year after that in which the child came into care",
        ],
    ),
    clause(
        "OXN-11b",
        "The yearly report tells what is provided for children in care.",
        every(GovernorsReport, holds(Item.PROVISION_CIC), scope=looked_after),
        locator="What your school needs to offer, bullet 11 (line 29)",
        actor=BOTH,
        kind=Kind.REPORT_CONTENT,
    ),
    clause(
        "OXN-11c",
        "The yearly report tells the outcomes of children in care.",
        every(GovernorsReport, holds(Item.OUTCOMES_CIC), scope=looked_after),
        locator="What your school needs to offer, bullet 11 (line 29)",
        actor=BOTH,
        kind=Kind.REPORT_CONTENT,
    ),
    clause(
        "OXN-11d",
        "The yearly report tells what is provided for children previously in care.",
        every(GovernorsReport, holds(Item.PROVISION_CPIC), scope=previously_looked_after),
        locator="What your school needs to offer, bullet 11 (line 29)",
        actor=BOTH,
        kind=Kind.REPORT_CONTENT,
    ),
    clause(
        "OXN-11e",
        "The yearly report tells the outcomes of children previously in care.",
        every(GovernorsReport, holds(Item.OUTCOMES_CPIC), scope=previously_looked_after),
        locator="What your school needs to offer, bullet 11 (line 29)",
        actor=BOTH,
        kind=Kind.REPORT_CONTENT,
    ),
    # --- further sources, and the version ---
    clause(
        "OXN-12",
        "Three further sources are named: government guidance, a union's page and the virtual school's site.",
        locator="What your school needs to offer, additional sources (lines 31-35)",
        actor="school",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    clause(
        "OXN-13a",
        "The list was last brought up to date in August 2024.",
        locator="What your school needs to offer, version lines (line 37)",
        actor="virtual_school",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    clause(
        "OXN-13b",
        "The list is due to be brought up to date in August 2025.",
        duty(ListUpdated, IN_AUGUST_2025.of(ListIssued)),
        locator="What your school needs to offer, version lines (line 39)",
        actor="virtual_school",
        kind=Kind.DEADLINE_DUTY,
        notes=["whether the list lapses afterwards is not said"],
    ),
)

OXFORDSHIRE_NON_NEGOTIABLES = Profile(
    "Oxfordshire virtual school",
    care_experienced,
    (*NEEDS_OF_A_SCHOOL, *DESIGNATED_TEACHER),
    edition="August 2024",
    calls={
        "looked after": "Children We Care For",
        "previously looked after": "Previously Cared For Children",
    },
)
