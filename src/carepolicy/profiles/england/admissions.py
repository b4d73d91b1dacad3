"""Knows the national rules on school admissions for these children: deadlines, section 2.7."""

from __future__ import annotations

from carepolicy.facts import (
    AdmissionDirected,
    AppealDeadline,
    AppealDecided,
    AppealHeard,
    AppealLodged,
    ApplicationReceived,
    ApplicationRefused,
    CouncilToldOfApplication,
    DirectionAnswered,
    DirectionNoticeServed,
    DirectionProposed,
    FairAccessReferred,
    HearingNoticeGiven,
    OfferMade,
    OutcomeTold,
    PlaceAllocated,
    PlacesAsked,
    PlacesTold,
)
from carepolicy.law.citation import ADMISSIONS_CODE, APPEALS_CODE, SCHOOL_STANDARDS_AND_FRAMEWORK_ACT_1998
from carepolicy.law.looked_after import looked_after
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.beside import concerning, preceded_by, too_soon
from carepolicy.logic.counting import ahead, before_september, beginning_with, clear
from carepolicy.logic.deadline import reading, within
from carepolicy.logic.without_a_number import promptly
from carepolicy.policy import Clause, Kind, Modality, Strength, clause, duty, never
from carepolicy.profiles.england.terms import (
    APPEALS_CODE_OF_2022,
    CODE_OF_2021,
    IN_YEAR_APPLICATION,
    MAIN_ROUND,
    SECONDARY,
    not_in_care,
    these_children,
)
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS, WORKING_DAYS

SINCE_2021 = (CODE_OF_2021, None)

SEVEN_DAYS = reading(
    "7 days",
    beginning_with(7, CALENDAR_DAYS),
    instead=(within(7, CALENDAR_DAYS),),
    because="it is not said whether the first day counts, and whoever must act is safe with the sooner date",
)

TEN_DAYS_NOTICE = reading(
    "10 school days' notice",
    ahead(10, SCHOOL_DAYS),
    instead=(clear(10, SCHOOL_DAYS),),
    because="without the word clear, the corresponding day is enough",
)

IN_TIME_FOR_THE_MAIN_ROUND = preceded_by(AppealLodged) & concerning(MAIN_ROUND, AppealLodged)

ADMISSION_CLAUSES: tuple[Clause, ...] = (
    clause(
        "AD-1",
        "A school that the council asks says within 2 school days which places it has.",
        duty(PlacesTold, within(2, SCHOOL_DAYS).of(PlacesAsked), scope=these_children),
        locator=ADMISSIONS_CODE + ", in-year admissions",
        actor="admission_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2021,
        kind=Kind.DEADLINE_DUTY,
        marks=[verified("dl:S33")],
    ),
    clause(
        "AD-2",
        "The outcome of an in-year application reaches the parent in writing within 15 school days.",
        duty(
            OutcomeTold,
            within(15, SCHOOL_DAYS).of(ApplicationReceived),
            when=IN_YEAR_APPLICATION,
            scope=these_children,
        ),
        locator=ADMISSIONS_CODE + ", in-year admissions",
        actor="admission_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2021,
        kind=Kind.DEADLINE_DUTY,
        notes="the aim is 10 school days",
        marks=[verified("dl:S33")],
    ),
    clause(
        "AD-3",
        "The council is told of an in-year application and of its outcome as soon as can be.",
        duty(
            CouncilToldOfApplication,
            promptly("as soon as reasonably practicable").of(ApplicationReceived),
            when=IN_YEAR_APPLICATION,
            scope=these_children,
        ),
        duty(
            CouncilToldOfApplication,
            promptly("as soon as reasonably practicable").of(OutcomeTold),
            when=concerning(IN_YEAR_APPLICATION, ApplicationReceived),
            scope=these_children,
        ),
        locator=ADMISSIONS_CODE + ", in-year admissions",
        actor="admission_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2021,
        kind=Kind.NOTIFICATION,
        notes="the aim is 2 school days",
        marks=[verified("dl:S33")],
    ),
    clause(
        "AD-4",
        "A child referred under the fair access protocol is allocated a place within 20 school days.",
        duty(PlaceAllocated, within(20, SCHOOL_DAYS).of(FairAccessReferred), scope=not_in_care),
        locator=ADMISSIONS_CODE + ", section 3",
        actor="local_authority",
        matter="secure_school_place",
        strength=Strength.MUST_LAW,
        in_force=SINCE_2021,
        kind=Kind.DEADLINE_DUTY,
        notes="it is not the way in for a child in care, whose admission the council can direct",
        marks=[verified("dl:S33"), verified("dl:S56", what="children in care")],
    ),
    clause(
        "AD-5",
        "A school answers in 7 days a proposal to direct it to take a child in care; 7 more pass before a direction.",
        duty(DirectionAnswered, SEVEN_DAYS.of(DirectionProposed), scope=looked_after),
        never(
            AdmissionDirected,
            where=too_soon(within(7, CALENDAR_DAYS), DirectionNoticeServed),
            scope=looked_after,
        ),
        never(AdmissionDirected, unless_after=DirectionNoticeServed, scope=looked_after),
        locator=SCHOOL_STANDARDS_AND_FRAMEWORK_ACT_1998.section("97A-97C"),
        actor=("admission_authority", "local_authority"),
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        kind=Kind.DEADLINE_DUTY,
        notes="the council, which must wait, waits the longer of the two ways to count; a referral to the adjudicator "
        "within those days holds it up further",
        marks=[verified("dl:S18", "dl:S20"), not_verified("whether the first day counts")],
    ),
    clause(
        "AD-6",
        "A direction for any other child waits 15 days from the notice of it, its own day first, for a referral.",
        never(
            AdmissionDirected,
            where=too_soon(beginning_with(15, CALENDAR_DAYS), DirectionNoticeServed),
            scope=not_in_care,
        ),
        never(AdmissionDirected, unless_after=DirectionNoticeServed, scope=not_in_care),
        locator=SCHOOL_STANDARDS_AND_FRAMEWORK_ACT_1998.section("97(3)"),
        actor="local_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        kind=Kind.PRECONDITION,
        marks=[verified("dl:S19", what="the text of 2004"), verified("dl:S18")],
    ),
    clause(
        "AD-7",
        "Where an academy refuses, the council may ask the Secretary of State, till its own power is commenced.",
        locator=SCHOOL_STANDARDS_AND_FRAMEWORK_ACT_1998.section("96, 97"),
        actor="local_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        kind=Kind.STANDING_COMMITMENT,
        modality=Modality.MAY,
        marks=[
            verified("dl:S59", "dl:S42", what="ss.62 and 78 of the Act of 2026"),
            not_verified("commencement, and any change for children in care"),
        ],
    ),
    clause(
        "AD-8",
        "A refusal leaves 20 school days to appeal; the hearing, its notice and the decision have limits too.",
        never(
            AppealDeadline,
            where=too_soon(within(20, SCHOOL_DAYS), ApplicationRefused, on_the_last_day=True),
            scope=these_children,
        ),
        duty(AppealHeard, within(30, SCHOOL_DAYS).of(AppealLodged), when=~MAIN_ROUND, scope=these_children),
        duty(
            AppealHeard,
            within(40, SCHOOL_DAYS).of(AppealDeadline),
            when=IN_TIME_FOR_THE_MAIN_ROUND,
            scope=these_children,
        ),
        duty(HearingNoticeGiven, TEN_DAYS_NOTICE.of(AppealHeard), scope=these_children),
        duty(AppealDecided, within(5, SCHOOL_DAYS).of(AppealHeard), scope=these_children),
        locator=APPEALS_CODE,
        actor="admission_authority",
        matter="hear_appeal",
        strength=Strength.MUST_LAW,
        in_force=(APPEALS_CODE_OF_2022, None),
        kind=Kind.DEADLINE_DUTY,
        leaves_open="whether a decision within 5 school days was possible",
        marks=[verified("dl:S34")],
    ),
    clause(
        "AD-9",
        "Secondary places are offered on 1 March and primary places on 16 April, or on the next working day.",
        duty(
            OfferMade,
            before_september(1, 3, or_the_next=WORKING_DAYS, unless_past=True).of(ApplicationReceived),
            when=SECONDARY & ~IN_YEAR_APPLICATION,
            scope=these_children,
        ),
        duty(
            OfferMade,
            before_september(16, 4, or_the_next=WORKING_DAYS, unless_past=True).of(ApplicationReceived),
            when=~SECONDARY & ~IN_YEAR_APPLICATION,
            scope=these_children,
        ),
        locator="School admissions regulations; timetables of co-ordinated schemes",
        actor="local_authority",
        matter="decide_admission",
        strength=Strength.MUST_LAW,
        kind=Kind.DEADLINE_DUTY,
        notes="an application that comes after the day of offers has none",
        marks=[verified("dl:S34", "dl:S54")],
    ),
)
