"""Knows the national floor: what the law and statutory guidance ask of schools and councils for these children."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import (
    CareReviewHeld,
    EducationProvided,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    Suspended,
)
from carepolicy.law.citation import (
    CARE_PLANNING_REGULATIONS,
    EDUCATION_GUIDANCE_2018,
    EXCLUSION_GUIDANCE_2024,
    EXCLUSION_PROVISION_REGULATIONS,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.law.school_age import of_compulsory_school_age
from carepolicy.logic.days_out import from_day_out, while_out
from carepolicy.logic.deadline import within
from carepolicy.logic.each_term import once_each_term
from carepolicy.policy import Kind, Profile, Strength, clause, duty
from carepolicy.time.spans import SCHOOL_DAYS, WORKING_DAYS

in_care = looked_after_other_than_short_breaks

SHORT_BREAKS = "a short break starts no clock for a plan or a review"
FIRST_PEP = "the first PEP or review is that term's act; reviews fall due from the next term"

ENGLAND = Profile(
    "England",
    looked_after,
    (
        clause(
            "CP-6",
            "The care of a looked-after child is first reviewed within 20 working days of becoming looked after.",
            duty(CareReviewHeld, within(20, WORKING_DAYS).of(in_care.begins), scope=in_care),
            kind=Kind.DEADLINE_DUTY,
            locator=CARE_PLANNING_REGULATIONS.regulation("33(1)"),
            actor="local_authority",
            strength=Strength.MUST_LAW,
            in_force=(date(2011, 4, 1), None),
            notes=[SHORT_BREAKS],
        ),
        clause(
            "PEP-2",
            "A looked-after child's PEP is ready for the first review of care, so within 20 working days.",
            duty(PepCompleted, within(20, WORKING_DAYS).of(in_care.begins), scope=in_care),
            kind=Kind.DEADLINE_DUTY,
            locator=EDUCATION_GUIDANCE_2018,
            actor=("social_worker", "designated_teacher"),
            strength=Strength.SHOULD_STATUTORY,
            in_force=(date(2018, 2, 26), None),
            notes=[SHORT_BREAKS],
        ),
        clause(
            "PEP-3",
            "A looked-after child's PEP is reviewed in every school term.",
            duty(PepReviewed, once_each_term.of(PepCompleted, PepReviewed), scope=in_care),
            kind=Kind.RECURRING_DUTY,
            locator=EDUCATION_GUIDANCE_2018,
            actor=("social_worker", "designated_teacher", "virtual_school"),
            strength=Strength.SHOULD_STATUTORY,
            in_force=(date(2018, 2, 26), None),
            notes=[SHORT_BREAKS, FIRST_PEP],
        ),
        clause(
            "EX-6",
            "Full-time education is provided from the sixth school day in a row of being suspended.",
            duty(EducationProvided, from_day_out(6).of(Suspended), scope=of_compulsory_school_age),
            kind=Kind.TRIGGER_DUTY,
            locator=EXCLUSION_PROVISION_REGULATIONS.regulation("3") + "; SI 2014/3216",
            actor="governing_body",
            strength=Strength.MUST_LAW,
            in_force=(date(2015, 1, 5), None),
            notes=["the exceptions for year 11 after examinations are not applied"],
        ),
        clause(
            "EX-8",
            "A looked-after child who is suspended or excluded is taught from the first school day following.",
            duty(
                EducationProvided,
                while_out(within(1, SCHOOL_DAYS)).of(Suspended, PermanentlyExcluded),
                scope=looked_after,
            ),
            kind=Kind.TRIGGER_DUTY,
            locator=EXCLUSION_GUIDANCE_2024,
            actor=("school", "local_authority"),
            strength=Strength.SHOULD_STATUTORY,
            notes=["nothing falls due where the child is back by that day"],
        ),
    ),
    edition="as at 21 November 2026",
)
