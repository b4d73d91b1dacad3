"""Knows the national floor: what the law and statutory guidance ask of schools and councils for these children."""

from __future__ import annotations

from carepolicy.law.looked_after import looked_after
from carepolicy.policy import Profile
from carepolicy.profiles.england.admissions import ADMISSION_CLAUSES
from carepolicy.profiles.england.attendance import ATTENDANCE_CLAUSES
from carepolicy.profiles.england.care_planning import CARE_PLANNING_CLAUSES
from carepolicy.profiles.england.designated_teacher import DESIGNATED_TEACHER_CLAUSES
from carepolicy.profiles.england.education_plans import EDUCATION_PLAN_CLAUSES
from carepolicy.profiles.england.exclusion import EXCLUSION_CLAUSES
from carepolicy.profiles.england.pupil_premium import PUPIL_PREMIUM_CLAUSES
from carepolicy.profiles.england.records import RECORD_CLAUSES
from carepolicy.profiles.england.social_work import SOCIAL_WORK_CLAUSES
from carepolicy.profiles.england.special_needs import SPECIAL_NEEDS_CLAUSES
from carepolicy.profiles.england.terms import FIRST_PEP as FIRST_PEP
from carepolicy.profiles.england.terms import SHORT_BREAKS as SHORT_BREAKS

ENGLAND = Profile(
    "England",
    looked_after,
    (
        *CARE_PLANNING_CLAUSES,
        *EDUCATION_PLAN_CLAUSES,
        *DESIGNATED_TEACHER_CLAUSES,
        *PUPIL_PREMIUM_CLAUSES,
        *EXCLUSION_CLAUSES,
        *ATTENDANCE_CLAUSES,
        *ADMISSION_CLAUSES,
        *RECORD_CLAUSES,
        *SPECIAL_NEEDS_CLAUSES,
        *SOCIAL_WORK_CLAUSES,
    ),
    authority="England",
    edition="as at 21 November 2026",
)
