"""Knows the records of what a council does for a child it looks after."""

from __future__ import annotations

from carepolicy.facts.record import CARE_REVIEWS, Happening


class CareReviewHeld(Happening):
    """A statutory review of the child's care was held."""

    __slots__ = ()
    family = CARE_REVIEWS
    label = "review of the child's care"
