"""Knows how the later sections of the Oxfordshire policy, and its virtual school's list, use words: readings, tests."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from carepolicy.facts import Child, Meeting, UnaccompaniedAsylumSeeking
from carepolicy.logic.counting import beginning_with, by_date, by_the_end_of, once_each_school_year
from carepolicy.logic.deadline import Deadline, Reading, again, on_the_day, or_before, reading, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.due import Due, is_vague, whenever
from carepolicy.logic.starts import Start
from carepolicy.logic.vocabulary import during
from carepolicy.logic.where import Attribute, OneOf, Where
from carepolicy.logic.without_a_number import beforehand, promptly, without_delay
from carepolicy.profiles.on_record import at
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS, WORKING_DAYS, YEARS

# --- whom they cover --------------------------------------------------------------------------------------------------

unaccompanied = Rule(
    "UNACCOMPANIED",
    "an unaccompanied asylum-seeking child",
    during(UnaccompaniedAsylumSeeking),
)

# --- by when ----------------------------------------------------------------------------------------------------------


@frozen(repr=False)
class OnceEachCalendarYear(Deadline):
    """Once in each calendar year: due on the last day of the year after that of the last act."""

    @property
    def words(self) -> str:
        return "once in each calendar year"

    def told(self, trigger: str) -> str:
        return f"{self.words}, a year after that of {trigger}"

    def due(self, start: Start, child: Child | None, calendar: SchoolCalendar) -> Due | None:
        at = start.at
        if at.last_day == LAST_ORDINAL:
            return whenever(at)
        first, last = (
            by_date(date(date.fromordinal(day).year + 1, 12, 31)).due(start, child, calendar)
            for day in (at.first_day, at.last_day)
        )
        assert first is not None
        assert last is not None
        missing = "" if first.first == last.last else "the year of the last act"
        return Due(first.first, last.last, first.act_by, missing=missing, vague=is_vague(at))

    def __repr__(self) -> str:
        return "once_each_calendar_year"


once_each_calendar_year = OnceEachCalendarYear()


def yearly(quoted: str) -> Reading:
    """Once a year, where the words do not say which year, as this library reads them."""
    return reading(
        quoted,
        again(once_each_school_year),
        instead=(again(once_each_calendar_year), again(within(1, YEARS))),
        because="schools plan, and report to governors, by the school year",
    )


FIRST_OF_THE_YEARS = "the first falls due in the school year after that in which the policy was signed"

A_PLACE_IN_TWENTY_DAYS = reading(
    "within 20 days of coming into care",
    or_before(within(20, SCHOOL_DAYS)),
    instead=(or_before(within(20, WORKING_DAYS)), or_before(within(20, CALENDAR_DAYS))),
    because="national guidance gives 20 school days for a child without a school (PEP-5)",
)

A_PLACE_IN_TWENTY_DAYS_OF_ARRIVING = reading(
    "within 20 days of coming to Oxfordshire",
    within(20, SCHOOL_DAYS),
    instead=(within(20, WORKING_DAYS), within(20, CALENDAR_DAYS)),
    because="national guidance gives 20 school days for a child without a school (PEP-5)",
)

BY_NATIONAL_GUIDANCE = reading(
    "according to national guidance",
    within(20, WORKING_DAYS),
    because="national guidance wants the PEP ready for the first review of care (PEP-2)",
)

FOR_THE_REVIEW = reading(
    "send reports to any review",
    or_before(on_the_day),
    instead=(beforehand,),
    because="a report that is there on the day reaches the review; the words do not ask for it sooner",
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

TIMELY_FASHION = promptly("in a timely fashion", borrowing=within(15, SCHOOL_DAYS), borrowed_from="RE-1")
TIMELY = promptly("in a timely way")
SWIFTLY = promptly("swiftly")
AT_TRANSITION = or_before(without_delay)
ON_ARRIVAL = or_before(on_the_day)

# --- what is written on records ---------------------------------------------------------------------------------------

A_MOVE = "a move is read as leaving for another school that is known, or can be found"
WHOSE_SCHOOL_DAYS = "while the child has no school, the council's published dates say which are school days"


def _yes(name: str, asked: str, told: str) -> OneOf:
    return Attribute(name, asked, told=told).one_of(True)


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
FROM_THE_VIRTUAL_SCHOOL = Attribute("role", "from whom").one_of("virtual_school", "virtual_school_head")
LINKED_TO_A_TARGET = _yes("linked_to_target", "whether a target says that it is needed", "as a target says")
CHILD_ENCOURAGED = _yes("child_encouraged", "whether the child contributed or was encouraged to", "with the child")
UNDERACHIEVING = _yes("underachieving", "whether the child was found to underachieve", "underachieving")
MEETS_GUIDANCE = _yes("meets_guidance", "whether it meets the national guidance", "as national guidance asks")
ON_NATIONAL_GUIDANCE = _yes("on_national_guidance", "whether it was on national guidance", "on national guidance")
ON_SCHOOL_POLICY = _yes("on_school_policy", "whether it was on the school's policy", "on the school's policy")
EVERYONE = _yes("everyone", "whether it has reached every one of them", "of every one of them")
BY_THE_COUNCIL = _yes("by_council", "whether the training was the council's", "by the council")
FULL_TIME = _yes("full_time", "whether the place is full-time", "full-time")
MAINSTREAM = _yes("mainstream", "whether the place is in a mainstream setting", "in a mainstream setting")
END_OF_STAGE = _yes("end_of_stage", "whether it ends one of the four stages named", "at the end of a stage")
AFTER_PLACEMENT_MOVE = _yes(
    "after_placement_move", "whether it is in mid-term because the care placement changed", "after a placement move"
)
SUPPORT_NEEDED = _yes("support_needed", "whether more support was needed to settle", "with more support needed")
VISIT_NEEDED = _yes("visit_needed", "whether a visit before entry was needed", "with a visit before entry needed")
BY_PROTOCOL = _yes("by_protocol", "whether it was handled by the agreed protocol", "by the agreed protocol")
FOR_BEING_IN_CARE = _yes("for_being_in_care", "whether it was for being in care", "for being in care")
IN_IMPROVEMENT_PLAN = _yes(
    "in_improvement_plan", "whether what it found went into the improvement plan", "taken into the improvement plan"
)
IN_LEADERSHIP_TEAM = _yes(
    "in_leadership_team", "whether the holder sits on the senior leadership team", "on the senior leadership team"
)
SCHEDULED_BY_THE_TEACHER = Attribute("scheduled_by", "who led on setting its day").one_of("designated_teacher")
PREMIUM_NEEDED = _yes("premium_needed", "whether help may need pupil premium plus", "with help that may need it")
WITH_A_TOOL = _yes("diagnostic_tool", "whether with a diagnostic tool", "with a diagnostic tool")
TO_A_CLASS = _yes("new_class", "whether to a new class", "to a new class")
TO_A_SCHOOL = _yes("new_school", "whether to a new school", "to a new school")
TO_A_COLLEGE = _yes("new_college", "whether to a college", "to a college")
