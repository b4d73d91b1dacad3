"""Knows how Oxfordshire's documents use words: their readings, whom they cover, what only they look for on a record."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import (
    Attended,
    EducationPlace,
    EhcPlan,
    GovernorsMeetingHeld,
    GovernorsReport,
    Meeting,
    UnaccompaniedAsylumSeeking,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import care_experienced, exclude_return_to_birth_parent
from carepolicy.law.registered import registered_pupil
from carepolicy.logic.beside import is_a, preceded_by
from carepolicy.logic.counting import (
    beginning_with,
    by_date,
    by_the_end_of,
    once_each_calendar_year,
    once_each_school_year,
)
from carepolicy.logic.deadline import Deadline, Reading, again, on_the_day, or_before, reading, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.each_term import by_the_end_of_the_term
from carepolicy.logic.same_day import on_the_day_of
from carepolicy.logic.vocabulary import during, then_or_later, under_age
from carepolicy.logic.where import Attribute, Where, yes
from carepolicy.logic.without_a_number import beforehand, beforehand_by_at_most, promptly, without_delay
from carepolicy.profiles.on_record import at, in_care, twenty_days_of_care, twenty_days_of_joining
from carepolicy.time.ages import Reached
from carepolicy.time.spans import CALENDAR_DAYS, MONTHS, SCHOOL_DAYS, WORKING_DAYS, YEARS, Span

# --- whom it covers ---------------------------------------------------------------------------------------------------

cared_for_now_or_before = Rule(
    "CARED-FOR-NOW-OR-BEFORE",
    "looked after, or previously looked after and not back with a birth parent",
    looked_after | exclude_return_to_birth_parent,
)

NOT_BACK_HOME = (
    "previously cared for is read as the county's virtual school does, who leaves out children back with a birth parent"
)
CARE_EXPERIENCED_UNDEFINED = (
    "care-experienced is not defined; it is read as in care or previously looked after, and whether it reaches "
    "a child home from care is open"
)
ONLY_THOSE_IN_CARE = "the sentence names only children who are cared for now; whether it reaches others is open"
A_CHILDS_WISH = "a wish that a child told, not a promise of the school"

unaccompanied = Rule(
    "UNACCOMPANIED",
    "an unaccompanied asylum-seeking child",
    during(UnaccompaniedAsylumSeeking),
)

of_school_age = ~under_age(5, reached=Reached.WHEN_SCHOOL_AGE_BEGINS) & under_age(
    16, reached=Reached.WHEN_SCHOOL_AGE_ENDS
)
OF_SCHOOL_AGE = "read of children of compulsory school age; whether it reaches those of 16 or 17 is not said"

in_care_without_a_place = in_care & of_school_age & ~(during(EducationPlace) | registered_pupil)
in_care_of_school_age = in_care & of_school_age

a_pupil = registered_pupil | ~under_age(4, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS)
A_PUPIL = "a child too young for a reception class is covered only where joining a school is on record"

in_care_and_a_pupil = in_care & a_pupil
care_experienced_and_a_pupil = care_experienced & a_pupil
in_care_from_4_to_16 = in_care & ~under_age(4) & under_age(17)
in_care_with_another_plan = in_care & during(EhcPlan)

looked_after_by_now = then_or_later(looked_after)
care_experienced_by_now = then_or_later(care_experienced)
WHOLE_SCHOOL = "it is about the school, so what came before the child was in care starts its year too"

# --- by when ----------------------------------------------------------------------------------------------------------

TWENTY_DAYS_OF_CARE = twenty_days_of_care("20 days of entering care")
TWENTY_DAYS_OF_JOINING = twenty_days_of_joining("20 days of joining the school")

AT_TRANSFER = reading(
    "at transfer",
    or_before(on_the_day, no_earlier=Span(3, MONTHS)),
    instead=(without_delay,),
    because="the next school needs a current plan, so the review comes by the leaving date, and at most 3 months ahead",
)

ABOUT_SOMETHING_ELSE = "what was done longer before is taken to have been about something else"


def some_time_before(quoted: str) -> Reading:
    """What is to be done before an event, no longer ahead of it than it can be taken to be about it."""
    return reading(quoted, beforehand_by_at_most(6, MONTHS), instead=(beforehand,), because=ABOUT_SOMETHING_ELSE)


def also_before(quoted: str, deadline: Deadline, *instead: Deadline) -> Reading:
    """What may be done ahead of an event too, no longer ahead of it than it can be taken to be about it."""
    return reading(
        quoted,
        or_before(deadline, no_earlier=Span(6, MONTHS)),
        instead=(or_before(deadline), *instead),
        because=ABOUT_SOMETHING_ELSE,
    )


URGENTLY = reading(
    "urgent",
    promptly("urgently"),
    instead=(within(5, SCHOOL_DAYS),),
    because="no national period is near, and a number of days is for the school to set",
)
SPEEDILY = also_before(
    "speedy", promptly("speedily", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1"), on_the_day
)
while_new = or_before(promptly("while the child is new, some time"), no_earlier=Span(3, MONTHS))
A_MENTOR = or_before(promptly("some time"), no_earlier=Span(3, MONTHS))
as_required = promptly("as required, some time")
where_fitting = promptly("where fitting, some time")
if_needed = or_before(promptly("if needed, some time"), no_earlier=Span(3, MONTHS))

A_TRANSFER = "a transfer is read as leaving for another school or placement that is known, or can be found"
SIX_MONTHS = "six months is read as the longest gap between two reviews, and runs first from the completed plan"


THIS_TERM_OR_THE_LAST = "regularly is read as in this term or the one before"
THE_FLOOR = "the national floor is a report each year (DT-3)"

FOR_GOVERNORS_MEETINGS = or_before(on_the_day, no_earlier=Span(6, MONTHS))


def yearly(quoted: str) -> Reading:
    """Once a year, where the words do not say which year, as this library reads them."""
    return reading(
        quoted,
        again(once_each_school_year),
        instead=(again(once_each_calendar_year), again(within(1, YEARS))),
        because="schools plan, and report to governors, by the school year",
    )


FIRST_OF_THE_YEARS = "the first falls due in the school year after that in which the policy was signed"


def _a_place(quoted: str) -> Reading:
    """Twenty days, whose unit the words leave out, in which a place is to be secured, if it was not just before."""
    school, working, calendar = (
        or_before(within(20, unit), no_earlier=Span(3, MONTHS)) for unit in (SCHOOL_DAYS, WORKING_DAYS, CALENDAR_DAYS)
    )
    return reading(
        quoted,
        school,
        instead=(working, calendar),
        because="national guidance gives 20 school days for a child without a school (PEP-5)",
    )


A_PLACE_IN_TWENTY_DAYS = _a_place("within 20 days of coming into care")
A_PLACE_IN_TWENTY_DAYS_OF_ARRIVING = _a_place("within 20 days of coming to Oxfordshire")

BY_NATIONAL_GUIDANCE = reading(
    "according to national guidance",
    within(20, WORKING_DAYS),
    because="national guidance wants the PEP ready for the first review of care (PEP-2)",
)

TO_START_IT = reading(
    "according to national guidance",
    within(10, WORKING_DAYS),
    because="national guidance wants the PEP started with the care plan (PEP-1)",
)

FOR_THE_REVIEW = reading(
    "send reports to any review",
    or_before(on_the_day, no_earlier=Span(6, MONTHS)),
    instead=(beforehand,),
    because="a report that is there on the day, and not half a year old, reaches the review; no more is asked",
)

FIVE_SCHOOL_DAYS = reading(
    "within 5 school days of the PEP meeting",
    within(5, SCHOOL_DAYS),
    instead=(beginning_with(5, SCHOOL_DAYS),),
    because="the day after the meeting is the first, as in law; the days are those of the child's school",
)

IN_AUGUST_2025 = reading(
    "August 2025",
    by_the_end_of(2025, 8),
    instead=(by_date(date(2025, 8, 1)),),
    because="a month that stands alone is over on its last day",
)

TIMELY_FASHION = also_before(
    "in a timely fashion",
    promptly("in a timely fashion", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1"),
    on_the_day,
)
TIMELY = promptly("in a timely way")
SWIFTLY = promptly("swiftly", borrowing=within(15, SCHOOL_DAYS), borrowed_from="AD-2")
AT_TRANSITION = also_before("transition", without_delay)
ON_ARRIVAL = or_before(on_the_day, no_earlier=Span(3, MONTHS))

BEFORE_A_PEP_MEETING = some_time_before("before PEP meetings")
SDQ_BEFORE_A_PEP_MEETING = reading(
    "before PEP meetings",
    beforehand_by_at_most(6, MONTHS),
    instead=(beforehand, or_before(by_the_end_of_the_term, no_earlier=Span(6, MONTHS))),
    because=f"it is to be there at the meeting; {ABOUT_SOMETHING_ELSE}",
)
BEFORE_A_MEETING = some_time_before("for meetings")
BEFORE_AN_EVENT = some_time_before("to meetings and other events")
BEFORE_ENTRY = some_time_before("pre-entry")

# --- what is written on records ---------------------------------------------------------------------------------------


MID_YEAR = yes("mid_year", "whether the child joined part-way through the year", "part-way through the year")
SUPPORT_NEEDED = yes("support_needed", "whether more support was needed to settle", "with more support needed")
VISIT_NEEDED = yes("visit_needed", "whether a visit before entry was needed", "with a visit before entry needed")
HAS_COURSEWORK = yes("coursework", "whether there is coursework to pass on", "with coursework to pass on")

FOR_PROGRESS = yes("for_progress", "whether it was meant to lead to progress", "meant to lead to progress")
ON_ENGLISH_OR_MATHS = yes("on_english_or_maths", "whether it went to English or maths", "on English or maths")

FOR_A_PEP = yes("for_pep", "whether it was for a PEP", "for a PEP")
FOR_A_REVIEW = yes("for_review", "whether it was for a review", "for a review")

NO_OTHER_PLANS = Attribute(
    "other_plans", "whether there are other plans from an assessment", told="beside other plans from an assessment"
).one_of(False)

WITHIN_POLICY = yes("within_policy", "whether it keeps to the school's exclusion policy", "within the school's policy")
WITHIN_GUIDANCE = yes("within_guidance", "whether it keeps to national guidance", "within national guidance")

ON_NATIONAL_GUIDANCE = yes("on_national_guidance", "whether it was on national guidance", "on national guidance")
ON_SCHOOL_POLICY = yes("on_school_policy", "whether it was on the school's policy", "on the school's policy")

TO_A_PARENTS_EVENT = Attribute("meeting", "the meeting").one_of(Meeting.PARENTS_EVENT)
CARE_SIDE = ("carer", "social_worker", "social_care")

A_MOVE = "a move is read as leaving for another school that is known, or can be found"
WHOSE_SCHOOL_DAYS = "while the child has no school, the council's published dates say which are school days"


def told_to(role: str) -> Where:
    """The records of telling a role."""
    return Attribute("role", "who was told").one_of(role)


def by(role: str) -> Where:
    """The records of what a role did."""
    return Attribute("role", "who did it").one_of(role)


VIRTUAL_SCHOOL_AT_A_REVIEW = (
    at(Meeting.PEP_REVIEW, "virtual_school")
    | at(Meeting.CARE_REVIEW, "virtual_school")
    | at(Meeting.EHC_REVIEW, "virtual_school")
)
VIRTUAL_SCHOOL_FITTING = yes(
    "virtual_school_fitting", "whether it was fitting that the virtual school came", "where the virtual school fits"
) | on_the_day_of(Attended, VIRTUAL_SCHOOL_AT_A_REVIEW)
TEACHER_FITTING = yes(
    "teacher_fitting", "whether it was fitting that the designated teacher came", "where the designated teacher fits"
)
REPORT_EXPECTED = (
    yes("report_expected", "whether a report on these children was expected at it", "with a report expected")
    | preceded_by(GovernorsReport, since=[GovernorsMeetingHeld])
    | on_the_day_of(GovernorsReport, is_a(GovernorsReport))
)
COVERED_BY_AN_AGREEMENT = yes(
    "agreement_covers", "whether an agreement with the social worker covers it", "covered by an agreement"
)
TO_THE_SOCIAL_WORKER = Attribute("role", "who was invited").one_of("social_worker")
FROM_THE_VIRTUAL_SCHOOL = Attribute("role", "from whom").one_of("virtual_school", "virtual_school_head")
LINKED_TO_A_TARGET = yes("linked_to_target", "whether a target says that it is needed", "as a target says")
CHILD_ENCOURAGED = yes("child_encouraged", "whether the child contributed or was encouraged to", "with the child")
UNDERACHIEVING = yes("underachieving", "whether the child was found to underachieve", "underachieving")
MEETS_GUIDANCE = yes("meets_guidance", "whether it meets the national guidance", "as national guidance asks")
EVERYONE = yes("everyone", "whether it has reached every one of them", "of every one of them")
BY_THE_COUNCIL = yes("by_council", "whether the training was the council's", "by the council")
FULL_TIME = yes("full_time", "whether the place is full-time", "full-time")
MAINSTREAM = yes("mainstream", "whether the place is in a mainstream setting", "in a mainstream setting")
END_OF_STAGE = yes("end_of_stage", "whether it ends one of the four stages named", "at the end of a stage")
AFTER_PLACEMENT_MOVE = yes(
    "after_placement_move", "whether it is in mid-term because the care placement changed", "after a placement move"
)
BY_PROTOCOL = yes("by_protocol", "whether it was handled by the agreed protocol", "by the agreed protocol")
FOR_BEING_IN_CARE = yes("for_being_in_care", "whether it was for being in care", "for being in care")
IN_IMPROVEMENT_PLAN = yes(
    "in_improvement_plan", "whether what it found went into the improvement plan", "taken into the improvement plan"
)
IN_LEADERSHIP_TEAM = yes(
    "in_leadership_team", "whether the holder sits on the senior leadership team", "on the senior leadership team"
)
SCHEDULED_BY_THE_TEACHER = Attribute("scheduled_by", "who led on setting its day").one_of("designated_teacher")
PREMIUM_NEEDED = yes("premium_needed", "whether help may need pupil premium plus", "with help that may need it")
WITH_A_TOOL = yes("diagnostic_tool", "whether with a diagnostic tool", "with a diagnostic tool")
TO_A_CLASS = yes("new_class", "whether to a new class", "to a new class")
TO_A_SCHOOL = yes("new_school", "whether to a new school", "to a new school")
TO_A_COLLEGE = yes("new_college", "whether to a college", "to a college")

# --- who may state that it is so --------------------------------------------------------------------------------------

CORPORATE_PARENTS = ("local_authority", "partner_agency", "school", "headteacher")
STAFF = ("school_staff", "headteacher")


def given_to(role: str) -> Where:
    """The briefings of a role."""
    return Attribute("role", "who was briefed").one_of(role)


def panel(meeting: Meeting) -> Where:
    """The panels of governors of a sort to which it was fitting that the designated teacher came, or who came."""
    came = on_the_day_of(Attended, at(meeting, "designated_teacher"))
    return Attribute("meeting", "which panel").one_of(meeting) & (TEACHER_FITTING | came)
