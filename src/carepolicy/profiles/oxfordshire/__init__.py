"""Knows the policies of Oxfordshire: the model policy for its schools, and its virtual school's non-negotiables."""

from carepolicy.profiles.oxfordshire.non_negotiables import OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.oxfordshire.school_policy import OXFORDSHIRE

__all__ = ["OXFORDSHIRE", "OXFORDSHIRE_NON_NEGOTIABLES"]
