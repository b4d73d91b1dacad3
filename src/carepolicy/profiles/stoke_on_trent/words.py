"""Knows how the Stoke-on-Trent policy uses words: its readings, and what only it looks for on a record."""

from __future__ import annotations

from carepolicy.facts import (
    SocialWorkerInformed,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.days_out import on_the_first_day_out, while_out
from carepolicy.logic.deadline import by_close_of_school, on_the_day, reading, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.each_term import once_each_published_term, once_each_term
from carepolicy.logic.vocabulary import under_age
from carepolicy.logic.where import attended_below, yes
from carepolicy.logic.without_a_number import promptly
from carepolicy.profiles.on_record import twenty_days_of_care, twenty_days_of_joining
from carepolicy.time.ages import Reached
from carepolicy.time.spans import HOURS, SCHOOL_DAYS, WORKING_DAYS

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

WITHIN_48_HOURS_OF_TELLING_THE_SOCIAL_WORKER = reading(
    "within 48 hours",
    within(48, HOURS),
    instead=(within(2, SCHOOL_DAYS), within(2, WORKING_DAYS), within(48, HOURS).of(SocialWorkerInformed)),
    because="hours are elapsed hours, through nights and weekends, and run from the decision",
)

FIRST_DAY = reading(
    "first day provision",
    while_out(within(1, SCHOOL_DAYS)),
    instead=(on_the_first_day_out,),
    because="the words point to the national guidance, which asks for it from the first school day following",
)

PAPERS_COUNT_WHEN_SENT = "the papers count on the day they are sent"
INVITED_BEFORE = "an invitation is read as one that comes before the meeting"
PARTNERS = ("school", "virtual_school", "social_care")
IN_AREA = yes("in_area", "whether the provision is in Stoke-on-Trent", "in Stoke-on-Trent")
THROUGH_HUB = yes("through_hub", "whether it was reached by the hub", "through the hub")
BELOW_85 = attended_below(85)
IN_GOOD_TIME = promptly("in good time", borrowing=within(20, SCHOOL_DAYS), borrowed_from="PEP-5")
ON_ITS_FIRST_DAY = reading(
    "first day calling",
    on_the_day,
    instead=(by_close_of_school,),
    because="the words name the day and no hour",
)

TWENTY_DAYS_OF_CARE = twenty_days_of_care("20 days of coming into care")
TWENTY_DAYS_OF_JOINING = twenty_days_of_joining("20 days of starting a new school")

TERMLY = reading(
    "termly",
    once_each_term,
    instead=(once_each_published_term,),
    because="national guidance asks for a review each term, and a school year has three for this purpose",
)

in_care_from_year_9 = Rule(
    "IN-CARE-FROM-YEAR-9",
    "being in care in year 9 or above",
    looked_after & ~under_age(13, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS),
)

actively = promptly("actively")

FROM_YEAR_9 = "from year 9 is read as at any time from its first day on"
