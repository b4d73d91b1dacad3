"""Knows how the Oxfordshire policy uses words: its readings, whom it covers, and what only it looks for on a record."""

from __future__ import annotations

from carepolicy.facts import Meeting
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import exclude_return_to_birth_parent
from carepolicy.logic.deadline import on_the_day, or_before, reading, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.where import Attribute, Where
from carepolicy.logic.without_a_number import promptly, without_delay
from carepolicy.profiles.on_record import twenty_days_of_care, twenty_days_of_joining
from carepolicy.time.spans import MONTHS, SCHOOL_DAYS, Span

# --- whom it covers ---------------------------------------------------------------------------------------------------

cared_for_now_or_before = Rule(
    "CARED-FOR-NOW-OR-BEFORE",
    "looked after, or previously looked after and not back with a birth parent",
    looked_after | exclude_return_to_birth_parent,
)

NOT_BACK_HOME = (
    "previously cared for is read as the county's virtual school does, who leaves out children back with a birth parent"
)
ONLY_THOSE_IN_CARE = "the sentence names only children who are cared for now; whether it reaches others is open"
A_CHILDS_WISH = "a wish that a child told, not a promise of the school"

# --- by when ----------------------------------------------------------------------------------------------------------

TWENTY_DAYS_OF_CARE = twenty_days_of_care("20 days of entering care")
TWENTY_DAYS_OF_JOINING = twenty_days_of_joining("20 days of joining the school")

AT_TRANSFER = reading(
    "at transfer",
    or_before(on_the_day, no_earlier=Span(3, MONTHS)),
    instead=(without_delay,),
    because="the next school needs a current plan, so the review comes by the leaving date, and at most 3 months ahead",
)

urgently = promptly("urgently")
speedily = or_before(promptly("speedily", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1"))
while_new = or_before(promptly("while the child is new"))
as_required = promptly("as required")
where_fitting = promptly("where fitting")
if_needed = or_before(promptly("if needed"))

A_TRANSFER = "a transfer is read as leaving for another school or placement that is known, or can be found"
SIX_MONTHS = "six months is read as the longest gap between two reviews, and runs first from the completed plan"

# --- what is written on records ---------------------------------------------------------------------------------------


def _yes(name: str, asked: str, told: str) -> Where:
    return Attribute(name, asked, told=told).one_of(True)


MID_YEAR = _yes("mid_year", "whether the child joined part-way through the year", "part-way through the year")
SUPPORT_NEEDED = _yes("support_needed", "whether more support was needed to settle", "with more support needed")
VISIT_NEEDED = _yes("visit_needed", "whether a visit before entry was needed", "with a visit before entry needed")
HAS_COURSEWORK = _yes("coursework", "whether there is coursework to pass on", "with coursework to pass on")

FOR_PROGRESS = _yes("for_progress", "whether it was meant to lead to progress", "meant to lead to progress")
ON_ENGLISH_OR_MATHS = _yes("on_english_or_maths", "whether it went to English or maths", "on English or maths")

FOR_A_PEP = _yes("for_pep", "whether it was for a PEP", "for a PEP")
FOR_A_REVIEW = _yes("for_review", "whether it was for a review", "for a review")

NO_OTHER_PLANS = Attribute(
    "other_plans", "whether there are other plans from an assessment", told="beside other plans from an assessment"
).one_of(False)

WITHIN_POLICY = _yes("within_policy", "whether it keeps to the school's exclusion policy", "within the school's policy")
WITHIN_GUIDANCE = _yes("within_guidance", "whether it keeps to national guidance", "within national guidance")

ON_NATIONAL_GUIDANCE = _yes("on_national_guidance", "whether it was on national guidance", "on national guidance")
ON_SCHOOL_POLICY = _yes("on_school_policy", "whether it was on the school's policy", "on the school's policy")

TO_A_PARENTS_EVENT = Attribute("meeting", "the meeting").one_of(Meeting.PARENTS_EVENT)
CARE_SIDE = ("carer", "social_worker", "social_care")

# --- who may state that it is so --------------------------------------------------------------------------------------

CORPORATE_PARENTS = ("local_authority", "partner_agency", "school", "headteacher")
STAFF = ("school_staff", "headteacher")


def given_to(role: str) -> Where:
    """The briefings of a role."""
    return Attribute("role", "who was briefed").one_of(role)


def panel(meeting: Meeting) -> Where:
    """The panels of governors of a sort."""
    return Attribute("meeting", "which panel").one_of(meeting)
