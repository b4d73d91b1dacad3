"""The later sections of the Oxfordshire policy as a profile of their own, for the situations that test them."""

from __future__ import annotations

from carepolicy.law.looked_after import looked_after
from carepolicy.policy import Profile
from carepolicy.profiles.oxfordshire.admissions import ADMISSIONS
from carepolicy.profiles.oxfordshire.council import COUNCIL
from carepolicy.profiles.oxfordshire.governors import GOVERNORS
from carepolicy.profiles.oxfordshire.progress import PROGRESS

OXFORDSHIRE_LATER = Profile("Oxfordshire", looked_after, (*PROGRESS, *GOVERNORS, *COUNCIL, *ADMISSIONS))
