"""Knows the national rules on education plans and school places of looked-after children: deadlines, section 2.2."""

from __future__ import annotations

from carepolicy.facts import (
    CarePlacementStarted,
    CareReviewHeld,
    EducationSecured,
    JoinedSchool,
    NoSchoolPlace,
    PepCompleted,
    PepGivenToSchool,
    PepReviewed,
    PepStarted,
    VirtualSchoolReported,
)
from carepolicy.law.citation import CARE_PLANNING_REGULATIONS, EDUCATION_GUIDANCE_2018
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.counting import once_each_school_year
from carepolicy.logic.deadline import again, within
from carepolicy.logic.each_term import once_each_term
from carepolicy.logic.without_a_number import beforehand, promptly
from carepolicy.policy import Clause, Kind, Modality, Strength, clause, duty
from carepolicy.profiles.england.terms import (
    CHANGES_SCHOOL,
    EMERGENCY,
    FIRST_PEP,
    GUIDANCE_OF_2018,
    SHORT_BREAKS,
    in_care,
)
from carepolicy.time.spans import SCHOOL_DAYS, WORKING_DAYS

SINCE_2018 = (GUIDANCE_OF_2018, None)

EDUCATION_PLAN_CLAUSES: tuple[Clause, ...] = (
    clause(
        "PEP-1",
        "The social worker starts the PEP with the care plan, within 10 working days of the child coming into care.",
        duty(
            PepStarted,
            within(10, WORKING_DAYS).of(in_care.begins),
            lasting=True,
            renewed_by=[PepCompleted],
            scope=in_care,
        ),
        locator=f"{EDUCATION_GUIDANCE_2018}; {CARE_PLANNING_REGULATIONS.regulation('5(b)(ii)')}",
        actor="social_worker",
        matter="complete_pep",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.DEADLINE_DUTY,
        notes=[SHORT_BREAKS, "a completed PEP shows that it was started"],
        marks=[verified("dl:S37", "dl:S7", what="the period"), not_verified("the paragraph")],
    ),
    clause(
        "PEP-2",
        "A looked-after child's PEP is ready for the first review of care, so within 20 working days.",
        duty(PepCompleted, within(20, WORKING_DAYS).of(in_care.begins), scope=in_care),
        kind=Kind.DEADLINE_DUTY,
        locator=EDUCATION_GUIDANCE_2018,
        actor=("social_worker", "designated_teacher"),
        matter="complete_pep",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        notes=[SHORT_BREAKS],
        marks=[verified("dl:S37")],
    ),
    clause(
        "PEP-3",
        "A looked-after child's PEP is reviewed in every school term.",
        duty(PepReviewed, once_each_term.of(PepCompleted, PepReviewed), scope=in_care),
        kind=Kind.RECURRING_DUTY,
        locator=EDUCATION_GUIDANCE_2018,
        actor=("social_worker", "designated_teacher", "virtual_school"),
        matter="review_pep",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        notes=[SHORT_BREAKS, FIRST_PEP],
        marks=[verified("dl:S37")],
    ),
    clause(
        "PEP-4",
        "The social worker sees that the designated teacher has the current PEP on admission and after each review.",
        duty(
            PepGivenToSchool,
            promptly("in no set time").of(JoinedSchool, CareReviewHeld),
            scope=in_care,
        ),
        locator=EDUCATION_GUIDANCE_2018,
        actor="social_worker",
        matter="keep_dt_informed",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.TRIGGER_DUTY,
        marks=[verified("dl:S52", what="the edition of 2014"), not_verified("the text of 2018")],
    ),
    clause(
        "PEP-5",
        "A child moved in an emergency, or new to care with no school, has full-time education in 20 school days.",
        duty(
            EducationSecured,
            within(20, SCHOOL_DAYS).of(CarePlacementStarted),
            when=EMERGENCY & CHANGES_SCHOOL,
            scope=in_care,
        ),
        duty(EducationSecured, within(20, SCHOOL_DAYS).of(NoSchoolPlace), scope=in_care),
        locator=EDUCATION_GUIDANCE_2018,
        actor="local_authority",
        matter="secure_school_place",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.DEADLINE_DUTY,
        notes=[
            "the clock of a child without a school starts when that is found; for one new to care, on the first day",
            "an emergency move in which the child keeps its school asks for no other",
        ],
        marks=[verified("dl:S38")],
    ),
    clause(
        "PEP-6",
        "Where a planned move changes the school, the new education is arranged together with the care placement.",
        duty(
            EducationSecured,
            beforehand.of(CarePlacementStarted),
            when=CHANGES_SCHOOL & ~EMERGENCY,
            scope=in_care,
        ),
        locator=EDUCATION_GUIDANCE_2018,
        actor="local_authority",
        matter=("secure_school_place", "plan_transition"),
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.PRECONDITION,
        marks=[verified("dl:S38")],
    ),
    clause(
        "PEP-7",
        "The virtual school head reports once in each year.",
        duty(
            VirtualSchoolReported, again(once_each_school_year).of(in_care.begins, VirtualSchoolReported), scope=in_care
        ),
        locator=EDUCATION_GUIDANCE_2018,
        actor="virtual_school",
        matter="report_to_governing_body",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.RECURRING_DUTY,
        notes="the year is read as the school year",
        marks=[not_verified()],
    ),
    clause(
        "PEP-8",
        "No national period is set for writing up a PEP meeting, and local rules differ.",
        locator=EDUCATION_GUIDANCE_2018,
        matter="finalise_epep",
        strength=Strength.SHOULD_STATUTORY,
        in_force=SINCE_2018,
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
        marks=[verified("dl:S37")],
    ),
)
