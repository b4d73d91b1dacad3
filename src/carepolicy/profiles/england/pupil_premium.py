"""Knows the national conditions of the pupil premium for these children: deadlines, section 2.4."""

from __future__ import annotations

from carepolicy.facts import PremiumAllocated, PremiumSettled, PremiumStatementPublished
from carepolicy.law.citation import PUPIL_PREMIUM_CONDITIONS
from carepolicy.law.looked_after import looked_after
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.counting import by_the_next
from carepolicy.policy import Clause, Kind, Strength, clause, duty, stated_by
from carepolicy.profiles.england.terms import OVER_FIVE_ELIGIBLE, in_or_from_care

PUPIL_PREMIUM_CLAUSES: tuple[Clause, ...] = (
    clause(
        "PP-1",
        "The virtual school head manages a looked-after child's premium, April to March, for what the PEP calls for.",
        stated_by("virtual_school", scope=looked_after),
        locator=PUPIL_PREMIUM_CONDITIONS,
        actor="virtual_school",
        matter="use_pp_plus_for_child",
        strength=Strength.MUST_LAW,
        kind=Kind.STANDING_COMMITMENT,
        notes="conditions of a grant bind whoever takes it",
        marks=[verified("dl:S43"), not_verified("the conditions for 2026-27")],
    ),
    clause(
        "PP-2",
        "A school with more than five eligible pupils publishes its premium strategy by 31 December.",
        duty(
            PremiumStatementPublished,
            by_the_next(31, 12).of(PremiumAllocated),
            when=OVER_FIVE_ELIGIBLE,
            scope=in_or_from_care,
        ),
        locator=PUPIL_PREMIUM_CONDITIONS,
        actor="school",
        matter="monitor_pp_plus",
        strength=Strength.MUST_LAW,
        kind=Kind.DEADLINE_DUTY,
        notes="conditions of a grant bind whoever takes it",
        marks=[verified("dl:S43")],
    ),
    clause(
        "PP-3",
        "What is left of a looked-after child's premium when the financial year ends on 31 March goes back.",
        duty(PremiumSettled, by_the_next(31, 3, itself=True).of(PremiumAllocated), scope=looked_after),
        locator=PUPIL_PREMIUM_CONDITIONS,
        actor="local_authority",
        matter="release_pp_plus",
        strength=Strength.MUST_LAW,
        kind=Kind.DEADLINE_DUTY,
        marks=[not_verified()],
    ),
)
