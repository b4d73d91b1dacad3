"""Knows what local policies look for on a record, and whom they cover: what several ask stands once."""

from __future__ import annotations

from carepolicy.facts import EhcPlan, Meeting, PepCompleted, PepReviewed, PostHeld, Review, TrainingAttended
from carepolicy.facts.choices import role_in_words
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.logic.beside import with_none_begun_since
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Reading, reading, within
from carepolicy.logic.vocabulary import during, under_age
from carepolicy.logic.where import Attribute, Where, yes
from carepolicy.policy import InPlace, in_place
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS, WORKING_DAYS, YEARS, Span

in_care = looked_after_other_than_short_breaks

RETURN_MEETING, PEP_REVIEW = Meeting.RETURN_MEETING, Meeting.PEP_REVIEW
AGREED = yes("agreed", "whether the agencies agreed to it", "agreed by the agencies")
IN_PEP = yes("in_pep", "whether it is written into the PEP", "written into the PEP")
REVIEWS_SET = yes("reviews_set", "whether days are set to check it", "with days set to check it")
END_SET = yes("end_set", "whether a day is set on which it ends", "with a set end")


def to(meeting: Meeting, *roles: str) -> Where:
    """The invitations to a meeting of any of some roles."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who was invited").one_of(*roles)


def at(meeting: Meeting, *roles: str) -> Where:
    """The presence at a meeting of any of some roles."""
    return Attribute("meeting", "the meeting").one_of(meeting) & Attribute("role", "who came").one_of(*roles)


CALLED_FOR = Attribute("review", "what the review was called for")
EMERGENCY = CALLED_FOR.one_of(Review.EMERGENCY)
OVER_ATTENDANCE = CALLED_FOR.one_of(Review.ATTENDANCE)
OVER_PROGRESS = CALLED_FOR.one_of(Review.PROGRESS)
OVER_TARGETS = CALLED_FOR.one_of(Review.TARGETS)
BELOW_AVERAGE = yes("below_average", "whether progress was below average", "below average")
SEVERAL_AGENCIES = yes("several_agencies", "whether agencies met for it", "with several")
CHAIRED_BY_THE_TEACHER = Attribute("chair", "who chaired it").one_of("designated_teacher")
OTHER_CHAIR_AGREED = yes("chair_agreed", "whether another chair was agreed", "another agreed")


def part_of(role: str) -> Where:
    """The part of a PEP that a role completes."""
    return Attribute("role", "whose part of the PEP").one_of(role)


SOCIAL_CARE_CAME = at(PEP_REVIEW, "social_care", "social_worker")
VIRTUAL_SCHOOL_CAME = at(PEP_REVIEW, "virtual_school")
FELL = yes("fell", "whether attendance fell, and against what", "fallen")
AGREED_BY_ALL = yes("agreed", "whether all partners agreed to it", "agreed by all partners")

in_care_with_an_ehc_plan = looked_after & during(EhcPlan)

UP_TO_DATE = in_place(
    PepCompleted,
    called="up-to-date PEP",
    once=PepCompleted,
    this_cycle=True,
    renewed_by=[PepReviewed],
    scope=in_care,
)

in_care_from_15 = looked_after & ~under_age(15)

SUMS_UP = yes("sums_up", "whether every measure was summed up", "with every measure summed up")
FOR_THE_CHILD = yes("for_the_child", "whether it was spent on these children", "on these children")
LINKED_TO_TARGET = yes("linked_to_target", "whether it is linked to a target", "linked to a target")
STILL_ANSWERABLE = yes(
    "still_answerable", "whether the designated teacher stays answerable", "the designated teacher answerable"
)
ADVISED = yes("advised", "whether the social worker advised it", "advised by the social worker")
SMART = yes("smart", "whether the targets are SMART", "SMART")
IN_LONG_TERM_PLAN = yes(
    "in_long_term_plan", "whether the targets stand within a long-term plan", "within a long-term plan"
)
GOOD = yes("good", "whether it was judged accurate and good", "accurate and good")
NEED_TO_KNOW = yes("need_to_know", "whether it needed to be known", "to one who needs to know")
WISHES_WEIGHED = yes(
    "wishes_weighed", "whether the child's wishes were on record and weighed", "with the child's wishes weighed"
)
SECURE = yes("secure", "whether the way it went is secure", "by a secure way")
PLAN_MAY_BE_NEEDED = yes("plan_may_be_needed", "whether an EHC plan may be needed", "an EHC plan may be needed")
PLAN_NEEDED = yes("plan_needed", "whether an EHC plan is needed", "an EHC plan is needed")


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


WHETHER_THE_HOLDER_HAD_IT = "whether the one who holds the post now had the training, or one who held it before"


def of_the_holder(role: str, told: str, *, by: Condition | None = None) -> Where:
    """The trainings of whoever holds a post; where somebody took it up since, it is not known whose they were.

    One that was had within the year before the post was taken up, while nobody else held it, is the holder's.
    """
    asked = WHETHER_THE_HOLDER_HAD_IT
    return with_none_begun_since(PostHeld, held_by(role), soon=Span(1, YEARS), told=told, asked=asked, by=by)


def trained_for(role: str, *, scope: Condition | None = None) -> InPlace:
    """Some training of whoever holds a post now."""
    the_holder_s = of_the_holder(role, "of whoever holds the post now")
    told = role_in_words(role)
    return in_place(TrainingAttended, where=had_by(role) & the_holder_s, called=f"training of the {told}", scope=scope)


def twenty_days_of_care(quoted: str) -> Reading:
    """Twenty days of coming into care, whose unit the words of a policy leave out, as this library reads them."""
    return reading(
        quoted,
        within(20, WORKING_DAYS),
        instead=(within(20, SCHOOL_DAYS), within(20, CALENDAR_DAYS)),
        because="the PEP must reach the first review of care, due in 20 working days",
    )


def twenty_days_of_joining(quoted: str) -> Reading:
    """Twenty days of joining a school, whose unit the words of a policy leave out, as this library reads them."""
    return reading(
        quoted,
        within(20, SCHOOL_DAYS),
        instead=(within(20, WORKING_DAYS), within(20, CALENDAR_DAYS)),
        because="no national clock runs from joining, and only school staff act",
    )
