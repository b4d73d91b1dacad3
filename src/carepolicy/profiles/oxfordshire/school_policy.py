"""Knows the Oxfordshire model policy for schools on children cared for: every clause, in the document's order."""

from __future__ import annotations

from carepolicy.law.looked_after import looked_after
from carepolicy.policy import Profile
from carepolicy.profiles.oxfordshire.admissions import ADMISSIONS
from carepolicy.profiles.oxfordshire.aims import AIMS, RATIONALE
from carepolicy.profiles.oxfordshire.council import COUNCIL
from carepolicy.profiles.oxfordshire.designated_teacher import DESIGNATED_TEACHER
from carepolicy.profiles.oxfordshire.governors import GOVERNORS
from carepolicy.profiles.oxfordshire.progress import PROGRESS
from carepolicy.profiles.oxfordshire.staff import ALL_STAFF
from carepolicy.profiles.oxfordshire.working_together import WORKING_TOGETHER

OXFORDSHIRE = Profile(
    "Oxfordshire",
    looked_after,
    (
        *RATIONALE,
        *AIMS,
        *DESIGNATED_TEACHER,
        *WORKING_TOGETHER,
        *ALL_STAFF,
        *PROGRESS,
        *GOVERNORS,
        *COUNCIL,
        *ADMISSIONS,
    ),
    edition="undated",
    authority="Oxfordshire",
    calls={"looked after": "Children We Care For", "previously looked after": "Previously Cared For"},
)
