"""An assessment as a policy's own words tell it: with the national floor, which has a page of its own, left out."""

from __future__ import annotations

from attrs import evolve

from carepolicy.assessment import Assessment
from carepolicy.profiles.england import ENGLAND


def without_the_floor(found: Assessment) -> Assessment:
    """The same assessment with the lines of the policies alone."""
    return evolve(
        found,
        lines=tuple(line for line in found.lines if line.profile != ENGLAND.name),
        profiles=tuple(policy for policy in found.profiles if policy.name != ENGLAND.name),
    )
