"""Knows what a policy is made of: clauses in its own order, the duties and prohibitions they set, who they cover."""

from __future__ import annotations

from carepolicy.law.citation import Strength
from carepolicy.policy.adopted import Differs, differs, taken_over
from carepolicy.policy.arrangement import Arrangement, Binding
from carepolicy.policy.clauses import Clause, Computes, Kind, Modality, clause, deadline_words
from carepolicy.policy.demands import (
    NO_ARTICLE,
    Demand,
    Duty,
    InPlace,
    Never,
    Statement,
    duty,
    every,
    in_place,
    never,
    roles_in_words,
    stated_by,
)
from carepolicy.policy.profile import Profile
from carepolicy.policy.tension import Pull, Tension

__all__ = [
    "NO_ARTICLE",
    "Arrangement",
    "Binding",
    "Clause",
    "Computes",
    "Demand",
    "Differs",
    "Duty",
    "InPlace",
    "Kind",
    "Modality",
    "Never",
    "Profile",
    "Pull",
    "Statement",
    "Strength",
    "Tension",
    "clause",
    "deadline_words",
    "differs",
    "duty",
    "every",
    "in_place",
    "never",
    "roles_in_words",
    "stated_by",
    "taken_over",
]
