"""Knows the policies of Cambridgeshire: the template for its settings, and a school that adopted it."""

from carepolicy.profiles.cambridgeshire.offord import OFFORD
from carepolicy.profiles.cambridgeshire.template import CAMBRIDGESHIRE, adopted_by

__all__ = ["CAMBRIDGESHIRE", "OFFORD", "adopted_by"]
