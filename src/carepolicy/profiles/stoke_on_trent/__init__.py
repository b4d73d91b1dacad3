"""Knows the policies of Stoke-on-Trent, one file a document."""

from carepolicy.profiles.stoke_on_trent.model_policy import STOKE_ON_TRENT

__all__ = ["STOKE_ON_TRENT"]
