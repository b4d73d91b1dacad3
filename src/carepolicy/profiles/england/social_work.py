"""Knows the national rules on social work with these children, and on careers guidance: deadlines, section 2.10."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import (
    CareersGuidanceGiven,
    ChildProtectionPlan,
    CoreGroupMet,
    ProtectionConferenceHeld,
    ProtectionReviewHeld,
    ReferralAnswered,
    ReferralReceived,
    SocialWorkAssessed,
    StrategyDiscussionHeld,
)
from carepolicy.law.citation import (
    CHILDREN_ACT_1989,
    EDUCATION_ACT_1997,
    VIRTUAL_SCHOOL_HEADS_2024,
    WELLBEING_AND_SCHOOLS_ACT_2026,
    WORKING_TOGETHER_2023,
)
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.deadline import again, within
from carepolicy.logic.definition import NOT_COMMENCED
from carepolicy.logic.vocabulary import during, under_age
from carepolicy.policy import Clause, Kind, Modality, Strength, clause, duty, in_place, stated_by
from carepolicy.profiles.england.terms import (
    ASSESSED,
    BY_AGE,
    INDEPENDENT,
    LEADS_TO_CONFERENCE,
    from_year_7,
    from_year_8,
    these_children,
)
from carepolicy.time.spans import MONTHS, WORKING_DAYS

CAREERS_FROM_YEAR_7 = date(2022, 9, 1)
any_child = under_age(18)
with_a_protection_plan = during(ChildProtectionPlan)

SOCIAL_WORK_CLAUSES: tuple[Clause, ...] = (
    clause(
        "dl:SW-1",
        "Within one working day of a referral the council decides how to respond and tells whoever made it.",
        duty(ReferralAnswered, within(1, WORKING_DAYS).of(ReferralReceived), scope=any_child),
        locator=WORKING_TOGETHER_2023,
        actor="local_authority",
        matter="assess_social_need",
        strength=Strength.SHOULD_STATUTORY,
        kind=Kind.DEADLINE_DUTY,
        notes="it covers every child, since a referral is how one comes to have a social worker",
        marks=[verified("dl:S47", what="secondary sources")],
    ),
    clause(
        "dl:SW-2",
        "An assessment is complete within 45 working days of the referral.",
        duty(
            SocialWorkAssessed,
            within(45, WORKING_DAYS).of(ReferralReceived),
            when=ASSESSED,
            scope=any_child,
        ),
        locator=WORKING_TOGETHER_2023,
        actor="local_authority",
        matter="assess_social_need",
        strength=Strength.SHOULD_STATUTORY,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S47", what="secondary sources")],
    ),
    clause(
        "dl:SW-3",
        "The initial child protection conference meets within 15 working days of the strategy discussion.",
        duty(
            ProtectionConferenceHeld,
            within(15, WORKING_DAYS).of(StrategyDiscussionHeld),
            when=LEADS_TO_CONFERENCE,
            scope=any_child,
        ),
        locator=WORKING_TOGETHER_2023,
        actor="local_authority",
        matter="protect_child",
        strength=Strength.SHOULD_STATUTORY,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S47", what="secondary sources")],
    ),
    clause(
        "dl:SW-4",
        "The core group of a child protection plan meets within 10 working days of the initial conference.",
        duty(
            CoreGroupMet,
            within(10, WORKING_DAYS).of(ProtectionConferenceHeld),
            scope=with_a_protection_plan,
        ),
        locator=WORKING_TOGETHER_2023,
        actor="local_authority",
        matter="protect_child",
        strength=Strength.SHOULD_STATUTORY,
        kind=Kind.DEADLINE_DUTY,
        marks=[not_verified("for England")],
    ),
    clause(
        "dl:SW-5",
        "A child protection plan is reviewed 3 months after the initial conference, and then every 6 months.",
        duty(
            ProtectionReviewHeld,
            within(3, MONTHS).of(ProtectionConferenceHeld),
            scope=with_a_protection_plan,
        ),
        duty(
            ProtectionReviewHeld,
            again(within(6, MONTHS)).of(ProtectionReviewHeld),
            scope=with_a_protection_plan,
        ),
        locator=WORKING_TOGETHER_2023,
        actor="local_authority",
        matter="protect_child",
        strength=Strength.SHOULD_STATUTORY,
        kind=Kind.RECURRING_DUTY,
        marks=[not_verified("for England")],
    ),
    clause(
        "dl:SW-6",
        "Virtual school heads look strategically to all who have or had a social worker or live in kinship care.",
        locator=VIRTUAL_SCHOOL_HEADS_2024,
        actor="virtual_school",
        matter="raise_standards",
        strength=Strength.ADVICE,
        in_force=(date(2024, 3, 5), None),
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
        notes="it sets no deadline for any one child",
        marks=[verified("dl:S41")],
    ),
    clause(
        "dl:SW-7",
        "Once commenced, councils promote the achievement of children in need and in kinship care, through an officer.",
        stated_by("local_authority", scope=these_children),
        locator=f"{CHILDREN_ACT_1989.section('23ZZZA')}; {WELLBEING_AND_SCHOOLS_ACT_2026.section('6')}",
        actor="local_authority",
        matter="raise_standards",
        strength=Strength.MUST_LAW,
        in_force=NOT_COMMENCED,
        kind=Kind.STANDING_COMMITMENT,
        notes="enacted, and not commenced in the text read",
        marks=[verified("dl:S42"), not_verified("whether it had been commenced by 21 November 2026")],
    ),
    clause(
        "CG-1",
        "Independent careers guidance is there for pupils from year 7 on.",
        in_place(CareersGuidanceGiven, where=INDEPENDENT, scope=these_children & from_year_7),
        locator=EDUCATION_ACT_1997.section("42A"),
        actor="governing_body",
        matter="provide_careers_guidance",
        strength=Strength.MUST_LAW,
        in_force=(CAREERS_FROM_YEAR_7, None),
        kind=Kind.STANDING_COMMITMENT,
        notes=BY_AGE,
        marks=[verified("dl:S45")],
    ),
    clause(
        "CG-1a",
        "Before September 2022 independent careers guidance began in year 8.",
        in_place(CareersGuidanceGiven, where=INDEPENDENT, scope=these_children & from_year_8),
        locator=EDUCATION_ACT_1997.section("42A"),
        actor="governing_body",
        matter="provide_careers_guidance",
        strength=Strength.MUST_LAW,
        in_force=(None, CAREERS_FROM_YEAR_7),
        kind=Kind.STANDING_COMMITMENT,
        notes=BY_AGE,
        marks=[verified("dl:S45")],
    ),
)
