"""Knows who has a social worker, or had one within six years."""

from __future__ import annotations

from carepolicy.facts import CareSpell, ChildInNeedPlan, ChildProtectionPlan, Need, SocialWorker
from carepolicy.law.citation import CHILDREN_ACT_1989, SOCIAL_WORKER_GUIDANCE
from carepolicy.law.periods import periods_of_care
from carepolicy.law.previously_looked_after import care_experienced
from carepolicy.logic.condition import Definition, Rule
from carepolicy.logic.vocabulary import during, in_the_last, under_age
from carepolicy.logic.where import Attribute
from carepolicy.time.spans import YEARS

assessed_in_need = Attribute(
    "counts_as_in_need", "whether the child was assessed as in need under s.17", ("assessed_in_need",)
)
need = Attribute("need", "why the child had a social worker")
implies_now = Attribute(
    "implies_social_worker_now", "whether the child was assessed as in need, and why", ("power", "start", "end")
)
implies_since = Attribute(
    "implies_social_worker_since",
    "whether the child was assessed as in need, and why",
    ("power", "start", "end"),
)

SAFEGUARDING_OR_WELFARE = (
    Need.ABUSE_OR_NEGLECT,
    Need.PARENTAL_ILLNESS_OR_DISABILITY,
    Need.ACUTE_STRESS,
    Need.DYSFUNCTION,
    Need.UNACCEPTABLE_BEHAVIOUR,
    Need.LOW_INCOME,
    Need.ABSENT_PARENTING,
)
"""Primary needs that count as safeguarding or welfare; disability alone does not (decision D-16)."""

has_a_social_worker = Rule(
    "def:SW-1",
    "has a social worker, having been assessed as in need",
    during(SocialWorker, where=assessed_in_need.one_of(True)),
    CHILDREN_ACT_1989.section("17"),
)

has_a_plan = Rule(
    "def:SW-2",
    "has a child in need or child protection plan",
    during(ChildInNeedPlan) | during(ChildProtectionPlan),
    SOCIAL_WORKER_GUIDANCE,
)

had_a_social_worker = Rule(
    "def:SW-3",
    "had a social worker for safeguarding or welfare, or a plan, in the last 6 years",
    in_the_last(
        6,
        YEARS,
        of=SocialWorker,
        where=assessed_in_need.one_of(True) & need.one_of(*SAFEGUARDING_OR_WELFARE).unless_unclear(Need.NOT_STATED),
    )
    | in_the_last(6, YEARS, of=ChildInNeedPlan)
    | in_the_last(6, YEARS, of=ChildProtectionPlan),
    SOCIAL_WORKER_GUIDANCE,
)

was_looked_after = Rule(
    "def:SW-4",
    "looked after now or in the last 6 years, on a basis that implies a social worker",
    during(CareSpell, where=implies_now.one_of(True))
    | in_the_last(6, YEARS, of=CareSpell, where=implies_since.one_of(True)),
    CHILDREN_ACT_1989.section("17, 31"),
)

with_social_worker = Definition(
    "social worker within 6 years",
    "Has a social worker or a plan now, or had one in the last six years for safeguarding or welfare.",
    gate=Rule("def:SW-0", "living and under 18", under_age(18), CHILDREN_ACT_1989.section("105(1)")),
    means=has_a_social_worker | has_a_plan | had_a_social_worker | was_looked_after,
    cite=CHILDREN_ACT_1989.section("17"),
    reads=periods_of_care,
    begins_as="first having a social worker",
)

have_or_have_had_a_social_worker = care_experienced | with_social_worker
