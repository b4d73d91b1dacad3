"""Knows how the Stoke-on-Trent policy uses words: its readings, and what it looks for on a record."""

from __future__ import annotations

from carepolicy.facts import (
    EhcPlan,
    Meeting,
    PepCompleted,
    PepReviewed,
    Review,
    SocialWorkerInformed,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.logic.days_out import on_the_first_day_out, while_out
from carepolicy.logic.deadline import by_close_of_school, on_the_day, reading, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.each_term import once_each_published_term, once_each_term
from carepolicy.logic.vocabulary import during, under_age
from carepolicy.logic.where import Attribute, Where, attended_below
from carepolicy.logic.without_a_number import promptly
from carepolicy.policy import in_place
from carepolicy.time.ages import Reached
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
RETURN_MEETING, PEP_REVIEW = Meeting.RETURN_MEETING, Meeting.PEP_REVIEW

AGREED = Attribute("agreed", "whether the agencies agreed to it", told="agreed by the agencies").one_of(True)
IN_PEP = Attribute("in_pep", "whether it is written into the PEP", told="written into the PEP").one_of(True)
REVIEWS_SET = Attribute("reviews_set", "whether days are set to check it", told="with days set to check it").one_of(
    True
)
END_SET = Attribute("end_set", "whether a day is set on which it ends", told="with a set end").one_of(True)
IN_AREA = Attribute("in_area", "whether the provision is in Stoke-on-Trent", told="in Stoke-on-Trent").one_of(True)
THROUGH_HUB = Attribute("through_hub", "whether it was reached by the hub", told="through the hub").one_of(True)


def to(meeting: Meeting, role: str) -> Where:
    """The invitations of a role to a meeting."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who was invited").one_of(role)


def at(meeting: Meeting, *roles: str) -> Where:
    """The presence at a meeting of any of some roles."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who came").one_of(*roles)


CALLED_FOR = Attribute("review", "what the review was called for")
EMERGENCY = CALLED_FOR.one_of(Review.EMERGENCY)
OVER_ATTENDANCE = CALLED_FOR.one_of(Review.ATTENDANCE)
OVER_PROGRESS = CALLED_FOR.one_of(Review.PROGRESS)
OVER_TARGETS = CALLED_FOR.one_of(Review.TARGETS)
BELOW_AVERAGE = Attribute("below_average", "whether progress was below average", told="below average").one_of(True)
SEVERAL_AGENCIES = Attribute("several_agencies", "whether agencies met for it", told="with several").one_of(True)
CHAIRED_BY_THE_TEACHER = Attribute("chair", "who chaired it").one_of("designated_teacher")
OTHER_CHAIR_AGREED = Attribute("chair_agreed", "whether another chair was agreed", told="another agreed").one_of(True)


def part_of(role: str) -> Where:
    """The part of a PEP that a role completes."""
    return Attribute("role", "whose part of the PEP").one_of(role)


SOCIAL_CARE_CAME = at(PEP_REVIEW, "social_care", "social_worker")
VIRTUAL_SCHOOL_CAME = at(PEP_REVIEW, "virtual_school")
FELL = Attribute("fell", "whether attendance fell, and against what", told="fallen").one_of(True)
BELOW_85 = attended_below(85)
AGREED_BY_ALL = Attribute("agreed", "whether all partners agreed to it", told="agreed by all partners").one_of(True)

IN_GOOD_TIME = promptly("in good time", borrowing=within(20, SCHOOL_DAYS), borrowed_from="PEP-5")

in_care_with_an_ehc_plan = looked_after & during(EhcPlan)


ON_ITS_FIRST_DAY = reading(
    "first day calling",
    on_the_day,
    instead=(by_close_of_school,),
    because="the words name the day and no hour",
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

# --- what must be in place, and what each document or act must be ---

UP_TO_DATE = in_place(
    PepCompleted,
    called="up-to-date PEP",
    once=PepCompleted,
    this_cycle=True,
    renewed_by=[PepReviewed],
    scope=in_care,
)

in_care_from_15 = looked_after & ~under_age(15)
in_care_from_year_9 = Rule(
    "IN-CARE-FROM-YEAR-9",
    "being in care in year 9 or above",
    looked_after & ~under_age(13, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS),
)

SUMS_UP = Attribute("sums_up", "whether every measure was summed up", told="with every measure summed up").one_of(True)
FOR_THE_CHILD = Attribute("for_the_child", "whether it was spent on these children", told="on these children").one_of(
    True
)
LINKED_TO_TARGET = Attribute("linked_to_target", "whether it is linked to a target", told="linked to a target").one_of(
    True
)
STILL_ANSWERABLE = Attribute(
    "still_answerable", "whether the designated teacher stays answerable", told="the designated teacher answerable"
).one_of(True)
ADVISED = Attribute("advised", "whether the social worker advised it", told="advised by the social worker").one_of(True)
SMART = Attribute("smart", "whether the targets are SMART", told="SMART").one_of(True)
IN_LONG_TERM_PLAN = Attribute(
    "in_long_term_plan", "whether the targets stand within a long-term plan", told="within a long-term plan"
).one_of(True)
GOOD = Attribute("good", "whether it was judged accurate and good", told="accurate and good").one_of(True)
NEED_TO_KNOW = Attribute("need_to_know", "whether it needed to be known", told="to one who needs to know").one_of(True)
WISHES_WEIGHED = Attribute(
    "wishes_weighed", "whether the child's wishes were on record and weighed", told="with the child's wishes weighed"
).one_of(True)
SECURE = Attribute("secure", "whether the way it went is secure", told="by a secure way").one_of(True)
PLAN_MAY_BE_NEEDED = Attribute(
    "plan_may_be_needed", "whether an EHC plan may be needed", told="an EHC plan may be needed"
).one_of(True)
PLAN_NEEDED = Attribute("plan_needed", "whether an EHC plan is needed", told="an EHC plan is needed").one_of(True)


def held_by(role: str) -> Where:
    """The times for which a post was held."""
    return Attribute("role", "which post").one_of(role)


def had_by(role: str) -> Where:
    """The training of a role."""
    return Attribute("role", "who had it").one_of(role)


def signed_by(role: str) -> Where:
    """The signature of a role."""
    return Attribute("role", "who signed").one_of(role)


AT_THE_NEW_PROVISION = at(Meeting.PRE_ADMISSION, "designated_teacher") | at(
    Meeting.REVIEW_AT_NEW_PROVISION, "designated_teacher"
)

actively = promptly("actively")

FROM_YEAR_9 = "from year 9 is read as at any time from its first day on"
