"""Knows the Stoke-on-Trent model policy for children in care: every clause, in the document's order."""

from __future__ import annotations

from carepolicy.law.looked_after import looked_after
from carepolicy.policy import Profile
from carepolicy.profiles.stoke_on_trent.achievement import ACHIEVEMENT
from carepolicy.profiles.stoke_on_trent.aims import AIMS
from carepolicy.profiles.stoke_on_trent.inclusion import INCLUSION
from carepolicy.profiles.stoke_on_trent.learning import LEARNING
from carepolicy.profiles.stoke_on_trent.people import PEOPLE
from carepolicy.profiles.stoke_on_trent.plans import PLANS

STOKE_ON_TRENT = Profile(
    "Stoke-on-Trent",
    looked_after,
    (*AIMS, *PEOPLE, *LEARNING, *INCLUSION, *ACHIEVEMENT, *PLANS),
    edition="undated; cites guidance of 2009 and 2014",
    authority="Stoke-on-Trent",
    calls={"looked after": "CiC"},
)
