"""The first four sections of the Oxfordshire policy as a profile of their own, and where one of their clauses stands."""

from __future__ import annotations

from carepolicy.law.looked_after import looked_after
from carepolicy.line import State
from carepolicy.policy import Profile
from carepolicy.profiles.oxfordshire.aims import AIMS, RATIONALE
from carepolicy.profiles.oxfordshire.designated_teacher import DESIGNATED_TEACHER
from carepolicy.profiles.oxfordshire.staff import ALL_STAFF
from carepolicy.profiles.oxfordshire.working_together import WORKING_TOGETHER
from tests.situations.witness import states_under

OXFORDSHIRE_FIRST = Profile(
    "Oxfordshire",
    looked_after,
    (*RATIONALE, *AIMS, *DESIGNATED_TEACHER, *WORKING_TOGETHER, *ALL_STAFF),
    calls={"looked after": "Children We Care For", "previously looked after": "Previously Cared For"},
)


def states(clause: str, *records, **more) -> list[State]:
    """The states of the lines of a clause that records decide; what waits for a person's statement is left out."""
    return states_under(OXFORDSHIRE_FIRST, clause, *records, **more)
