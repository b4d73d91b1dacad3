"""Knows the national rules on assessing needs and on EHC plans, for these children: deadlines, section 2.9."""

from __future__ import annotations

from carepolicy.facts import (
    EhcAdviceAsked,
    EhcAdviceGiven,
    EhcAmendmentProposed,
    EhcAssessmentDecided,
    EhcDraftServed,
    EhcIntentionsTold,
    EhcPlanAmended,
    EhcPlanCeased,
    EhcPlanIssued,
    EhcPlanRefused,
    EhcRequested,
    EhcReviewDecided,
    EhcReviewDone,
    EhcReviewMeeting,
    EhcReviewPapersSent,
    EhcReviewReported,
    EhcTransferred,
    MovedToAnotherCouncil,
    MoveLearnt,
    PhaseTransferNoted,
    ReassessmentDecided,
    ReassessmentRequested,
)
from carepolicy.law.citation import CHILDREN_AND_FAMILIES_ACT_2014, SPECIAL_NEEDS_REGULATIONS
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.beside import followed_by, too_soon
from carepolicy.logic.counting import ahead, before_september, beginning_with, clear, the_later
from carepolicy.logic.deadline import again, on_the_day, or_before, reading, within
from carepolicy.policy import Clause, Kind, Modality, Strength, clause, duty, never
from carepolicy.profiles.england.terms import POST_16, SPECIAL_NEEDS_RULES_BEGAN, TOLD_AHEAD, these_children
from carepolicy.time.spans import CALENDAR_DAYS, MONTHS, WEEKS, WORKING_DAYS, YEARS, Span

SINCE_2014 = (SPECIAL_NEEDS_RULES_BEGAN, None)

TWO_WEEKS_BEFORE = reading(
    "at least two weeks before",
    ahead(2, WEEKS),
    instead=(clear(2, WEEKS),),
    because="without the word clear, the corresponding day is enough",
)

A_YEAR = Span(1, YEARS)

LATER_OF_TWELVE_AND_THREE_MONTHS = the_later(
    beginning_with(3, MONTHS), beginning_with(12, MONTHS), EhcPlanIssued, EhcReviewDone
)

IN_FEBRUARY = or_before(before_september(14, 2), no_earlier=A_YEAR).of(PhaseTransferNoted)
IN_MARCH = or_before(before_september(30, 3), no_earlier=A_YEAR).of(PhaseTransferNoted)

EXCEPTIONS = "the exceptions of SE-6 are not applied"

SPECIAL_NEEDS_CLAUSES: tuple[Clause, ...] = (
    clause(
        "SE-1",
        "The council says within 6 weeks of a request whether it will assess the child's needs.",
        duty(EhcAssessmentDecided, within(6, WEEKS).of(EhcRequested), scope=these_children),
        locator=f"{SPECIAL_NEEDS_REGULATIONS.regulation('4(1)')} and 5(1)",
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        notes=EXCEPTIONS,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-2",
        "A body asked to help with an assessment responds within 6 weeks of receiving the request.",
        duty(EhcAdviceGiven, within(6, WEEKS).of(EhcAdviceAsked), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("8(1)"),
        actor=("school", "health_body"),
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-3",
        "A decision not to make a plan is told within 16 weeks of the request.",
        duty(
            EhcPlanRefused,
            within(16, WEEKS).of(EhcRequested),
            when=followed_by(EhcPlanRefused, one_at_a_time=True),
            scope=these_children,
        ),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("10(1)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        notes=[
            EXCEPTIONS,
            "it is judged where there is such a decision; one to make a plan has no such limit",
        ],
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-4",
        "The final plan is issued within 20 weeks of the request.",
        duty(
            EhcPlanIssued,
            within(20, WEEKS).of(EhcRequested),
            scope=these_children,
            until=[EhcPlanRefused],
        ),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("13(2)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        notes=[EXCEPTIONS, "a decision not to assess, recorded as one not to make a plan, ends it"],
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-5",
        "A parent has at least 15 days, the day of service being the first, to comment on a draft before it is final.",
        never(
            EhcPlanIssued,
            where=too_soon(beginning_with(15, CALENDAR_DAYS), EhcDraftServed),
            scope=these_children,
        ),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("13(1)(a)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.PRECONDITION,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-6",
        "Closure of the school, absence of 4 weeks or the exceptional can excuse the limits of SE-1, SE-3 and SE-4.",
        locator=f"{SPECIAL_NEEDS_REGULATIONS.regulation('5(4)')}, 10(4) and 13(3)",
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEFINITION,
        modality=Modality.MAY,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-7",
        "A plan moves with the child on the day, or within 15 working days of learning of a move not told of in time.",
        duty(
            EhcTransferred,
            on_the_day.of(MovedToAnotherCouncil),
            when=TOLD_AHEAD,
            scope=these_children,
        ),
        duty(EhcTransferred, beginning_with(15, WORKING_DAYS).of(MoveLearnt), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("15(2)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        notes="working days are taken as in the care planning regulations; these regulations do not define them",
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-8",
        "The new council says within 6 weeks of the transfer what it means to do with the plan.",
        duty(EhcIntentionsTold, within(6, WEEKS).of(EhcTransferred), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("15(4)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.NOTIFICATION,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-9",
        "The new council reviews a plan by the later of a year from it or its review and 3 months from the transfer.",
        duty(EhcReviewDone, LATER_OF_TWELVE_AND_THREE_MONTHS.of(EhcTransferred), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("15(5)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-10",
        "A plan is reviewed within 12 months of being made, and then within 12 months of each review.",
        duty(
            EhcReviewDone,
            again(within(12, MONTHS)).of(EhcPlanIssued, EhcReviewDone),
            scope=these_children,
            until=[EhcPlanCeased],
        ),
        locator=CHILDREN_AND_FAMILIES_ACT_2014.section("44"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.RECURRING_DUTY,
        marks=[not_verified("the section"), verified("dl:S28", what="the period")],
    ),
    clause(
        "SE-11",
        "Notice of a review meeting and its papers go out at least 2 weeks before.",
        duty(EhcReviewPapersSent, TWO_WEEKS_BEFORE.of(EhcReviewMeeting), scope=these_children),
        locator=f"{SPECIAL_NEEDS_REGULATIONS.regulation('20(3)')}-(4)",
        actor=("local_authority", "school"),
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.NOTIFICATION,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-12",
        "The school reports on a review meeting within 2 weeks of it.",
        duty(EhcReviewReported, within(2, WEEKS).of(EhcReviewMeeting), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("20(9)"),
        actor="school",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-13",
        "The council tells its decision within 4 weeks of a review meeting.",
        duty(EhcReviewDecided, within(4, WEEKS).of(EhcReviewMeeting), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("20(10)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.NOTIFICATION,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-14",
        "The amended plan is final within 8 weeks of the notice of the amendments.",
        duty(EhcPlanAmended, within(8, WEEKS).of(EhcAmendmentProposed), scope=these_children),
        locator=f"{SPECIAL_NEEDS_REGULATIONS.regulation('22(3)')}-(4)",
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-15",
        "Before a change of phase the plan is reviewed and amended ahead of 15 February, or of 31 March for post-16.",
        duty(
            EhcPlanAmended,
            IN_FEBRUARY,
            when=~POST_16,
            scope=these_children,
        ),
        duty(
            EhcPlanAmended,
            IN_MARCH,
            when=POST_16,
            scope=these_children,
        ),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("18(1)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        notes="the day before the date that the words name is the last one",
        marks=[verified("dl:S28")],
    ),
    clause(
        "SE-16",
        "The council says within 15 days of a request whether it will assess again.",
        duty(ReassessmentDecided, within(15, CALENDAR_DAYS).of(ReassessmentRequested), scope=these_children),
        locator=SPECIAL_NEEDS_REGULATIONS.regulation("25(1)"),
        actor="local_authority",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2014,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S28")],
    ),
)
