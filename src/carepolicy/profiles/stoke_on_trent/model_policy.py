"""Knows the Stoke-on-Trent model policy for children in care: the clauses encoded so far, in the document's order."""

from __future__ import annotations

from carepolicy.facts import (
    JoinedSchool,
    LeftSchool,
    NewPlacementStarted,
    PapersSentToVirtualSchool,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    SentHomeUnrecorded,
    Suspended,
    TakenOffRoll,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.logic.days_out import on_the_first_day_out
from carepolicy.logic.deadline import by_close_of_school, on_the_day, reading, within
from carepolicy.logic.each_term import once_each_published_term, once_each_term
from carepolicy.policy import Profile, clause, duty, never
from carepolicy.profiles.england import FIRST_PEP, SHORT_BREAKS
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, WORKING_DAYS

in_care = looked_after_other_than_short_breaks

ON_THE_DAY = reading(
    "on the day it occurs",
    on_the_day,
    instead=(by_close_of_school, on_the_first_day_out),
    because="a day runs to midnight, and it occurs when it is decided; the national rule is sooner, without delay",
)

WITHIN_48_HOURS = reading(
    "within 48 hours",
    within(48, HOURS),
    instead=(within(2, SCHOOL_DAYS), within(2, WORKING_DAYS), within(48, HOURS).of(VirtualSchoolInformed)),
    because="hours are elapsed hours, through nights and weekends, and run from the decision",
)

TWENTY_DAYS_OF_CARE = reading(
    "20 days of coming into care",
    within(20, WORKING_DAYS),
    instead=(within(20, SCHOOL_DAYS), within(20, CALENDAR_DAYS)),
    because="the PEP must reach the first review of care, due in 20 working days",
)

TWENTY_DAYS_OF_JOINING = reading(
    "20 days of starting a new school",
    within(20, SCHOOL_DAYS),
    instead=(within(20, WORKING_DAYS), within(20, CALENDAR_DAYS)),
    because="no national clock runs from joining, and only school staff act",
)

TERMLY = reading(
    "termly",
    once_each_term,
    instead=(once_each_published_term,),
    because="national guidance asks for a review each term, and a school year has three for this purpose",
)

STOKE_ON_TRENT = Profile(
    "Stoke-on-Trent",
    looked_after,
    (
        clause(
            "STK-ADM-6",
            "A child in care stays on the roll until the new placement has begun.",
            never(TakenOffRoll, unless_after=NewPlacementStarted, since=JoinedSchool),
            locator="Admissions (line 151)",
            actor="school",
            notes=[
                "the placement is read as the school or other education placement, begun on the first day there",
                "where the attendance regulations require a name to come off, this cannot keep it on",
            ],
        ),
        clause(
            "STK-NPE-1",
            "Children in care are not permanently excluded.",
            never(PermanentlyExcluded),
            locator="No Permanent Exclusion (lines 173-178)",
            actor="school",
            notes=["stricter than the law, which leaves the head teacher's power in place"],
        ),
        clause(
            "STK-FTE-1a",
            "The virtual school hears of a suspension on the day it happens.",
            duty(VirtualSchoolInformed, ON_THE_DAY.of(Suspended)),
            locator="Inclusion and fixed term exclusion (line 189)",
            actor="school",
        ),
        clause(
            "STK-FTE-2a",
            "The papers on a suspension go to the virtual school inside 48 hours.",
            duty(PapersSentToVirtualSchool, WITHIN_48_HOURS.of(Suspended)),
            locator="Inclusion and fixed term exclusion (lines 189-190)",
            actor="school",
            notes=["the papers count on the day they are sent"],
        ),
        clause(
            "STK-FTE-5",
            "No child in care is sent home, or kept out, without a recorded suspension.",
            never(SentHomeUnrecorded),
            locator="Inclusion and fixed term exclusion (line 199)",
            actor="school",
        ),
        clause(
            "STK-PEP-1a",
            "Every child in care has an up-to-date PEP from day 20 of coming into care.",
            duty(
                PepCompleted,
                TWENTY_DAYS_OF_CARE.of(in_care.begins),
                lasting=True,
                renewed_by=[PepReviewed],
                scope=in_care,
            ),
            locator="PEPs and other plans (lines 237-239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS],
        ),
        clause(
            "STK-PEP-1b",
            "Every child in care has an up-to-date PEP from day 20 of starting at a new school.",
            duty(
                PepCompleted,
                TWENTY_DAYS_OF_JOINING.of(JoinedSchool),
                lasting=True,
                renewed_by=[PepReviewed],
                until=[LeftSchool],
                scope=in_care,
            ),
            locator="PEPs and other plans (lines 237-239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS],
        ),
        clause(
            "STK-PEP-1d",
            "The PEP is reviewed in every term.",
            duty(PepReviewed, TERMLY.of(PepCompleted, PepReviewed), scope=in_care),
            locator="PEPs and other plans (line 239)",
            actor="designated_teacher",
            notes=[SHORT_BREAKS, FIRST_PEP],
        ),
    ),
    edition="undated; cites guidance of 2009 and 2014",
    calls={"looked after": "CiC"},
)
