"""Knows whom the national clauses cover and what their words turn on: conditions, and what is written on records."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import CarePlacementStarted, PermanentlyExcluded, SocialWorker, Suspended
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.law.previously_looked_after import care_experienced
from carepolicy.law.social_worker import has_a_plan, have_or_have_had_a_social_worker
from carepolicy.logic.beside import is_a, of_the_last, soon_after
from carepolicy.logic.definition import Rule
from carepolicy.logic.suspended_days import SCHOOL_YEAR, TERM, days_over
from carepolicy.logic.vocabulary import during, under_age
from carepolicy.logic.where import Attribute, Where, yes
from carepolicy.time.ages import Reached
from carepolicy.time.spans import YEARS

# --- whom they cover --------------------------------------------------------------------------------------------------

in_care = looked_after_other_than_short_breaks
in_or_from_care = care_experienced

these_children = Rule(
    "THESE-CHILDREN",
    "looked after, previously looked after, or with a social worker now or in the last 6 years",
    have_or_have_had_a_social_worker,
)

with_a_social_worker_now = Rule(
    "SOCIAL-WORKER-NOW",
    "looked after, or with a social worker or a plan now",
    looked_after | during(SocialWorker) | has_a_plan,
)

not_in_care = these_children & ~looked_after
in_key_stage_4 = ~under_age(14, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS) & under_age(
    16, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS
)
past_school_age = ~under_age(16, reached=Reached.WHEN_SCHOOL_AGE_ENDS)
from_year_7 = ~under_age(11, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS) & under_age(18)
from_year_8 = ~under_age(12, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS) & under_age(18)

BY_AGE = "the year group is told by age; a child taught out of year may be in another"
SHORT_BREAKS = "a short break starts no clock for a plan or a review"
FIRST_PEP = "the first PEP or review is that term's act; reviews fall due from the next term"

# --- since when -------------------------------------------------------------------------------------------------------

DESIGNATED_TEACHERS_BEGAN = date(2009, 9, 1)
CARE_PLANNING_BEGAN = date(2011, 4, 1)
EXCLUSION_RULES_BEGAN = date(2012, 9, 1)
AREA_NOTICES_BEGAN = date(2014, 1, 27)
SPECIAL_NEEDS_RULES_BEGAN = date(2014, 9, 1)
CONSECUTIVE_SUSPENSIONS_BEGAN = date(2015, 1, 5)
GUIDANCE_OF_2018 = date(2018, 2, 26)
PREVIOUSLY_IN_CARE_BEGAN = date(2018, 9, 1)
CODE_OF_2021 = date(2021, 9, 1)
SOCIAL_WORKERS_TOLD = date(2022, 9, 1)
APPEALS_CODE_OF_2022 = date(2022, 10, 1)
CANCELLING_BEGAN = date(2023, 9, 1)
ATTENDANCE_RULES_BEGAN = date(2024, 8, 19)

# --- what is written on records ---------------------------------------------------------------------------------------


EMERGENCY = yes("emergency", "whether the placement was made in an emergency", "in an emergency")
OUT_OF_AREA = yes("out_of_area", "whether the placement is outside the council's area", "outside the council's area")
DISRUPTS_EXAMS = yes("disrupts_exams", "whether the move disrupts key stage 4", "disrupting key stage 4")
CHANGES_SCHOOL = yes("changes_school", "whether the placement changes the school", "changing the child's school")
OUTSIDE_APPROVAL = yes("outside_approval", "whether it is outside the carer's approval", "outside the approval")
TO_EIGHTEEN = yes("to_eighteen", "whether the placement is to last until 18", "meant to last until 18")
NOTICE_GIVEN = yes("notice_given", "whether notice was given before it ended", "with notice before")
EXTENDED = yes("extended", "whether the temporary approval was extended", "extended")
OVER_FIVE_ELIGIBLE = yes(
    "over_five_eligible", "whether more than five pupils are eligible", "with more than five pupils eligible"
)
NAMES_PUBLIC_PLACES = yes("public_places", "whether it names the days out of public places", "naming those days")
NAMES_PROVISION = yes("provision", "whether it says what education starts when", "saying what starts when")
SHORT_NOTICE_AGREED = yes("short_notice_agreed", "whether the parent agreed to less notice", "with less notice agreed")
WITHOUT_LEAVE = yes("without_leave", "whether each session has code G, N, O or U", "without leave")
PARENT_AGREED = yes("parent_agreed", "whether the parent agreed to it and its times", "agreed with the parent")
END_SET = yes("end_set", "whether a day is set on which it ends", "with a set end")
STANDARD_ENTRY = yes("standard_entry", "whether it is the usual entry to the youngest class", "the usual entry")
END_OF_PHASE = yes("end_of_phase", "whether it was for the end of the last class", "at the end of the last class")
AFTER_LEAVE = yes("after_leave", "whether it was for not coming back from leave", "for not coming back from leave")
FOR_ABSENCE = yes("for_absence", "whether it was for continuous absence", "for continuous absence")
ENQUIRIES_MADE = yes("enquiries_made", "whether joint enquiries were made", "after joint enquiries")
DUAL = yes("dual", "whether the child may be registered at both schools", "at both schools by agreement or law")
IN_YEAR_APPLICATION = yes("in_year", "whether the application is in-year", "in-year")
SECONDARY = yes("secondary", "whether it is for a secondary school", "for a secondary school")
MAIN_ROUND = yes("main_round", "whether the appeal is of the main round and in time", "of the main round")
LEFT_IN_YEAR = yes("in_year", "whether the child left during a term", "during a term")
NEW_SCHOOL_KNOWN = yes("new_school_known", "whether the new school is known or can be found", "to a school known")
PROTECTION_FILE = yes("protection_file", "whether there is a child protection file", "with a child protection file")
TOLD_AHEAD = yes("told_ahead", "whether the move was known 15 working days ahead", "known 15 working days ahead")
POST_16 = yes("post_16", "whether the move is to a post-16 institution", "to a post-16 institution")
ASSESSED = yes("assessed", "whether it was decided to assess", "with a decision to assess")
LEADS_TO_CONFERENCE = yes("conference", "whether it led to a conference", "leading to a conference")

HELD_BY_A_TEACHER = Attribute("role", "which post").one_of("designated_teacher")
INDEPENDENT = yes("independent", "whether the guidance was independent", "independent")
SENDS_IT_BACK = yes("sends_back", "whether the panel recommends or directs another look", "sending it back")
IS_PERMANENT = is_a(PermanentlyExcluded)
MISSES_EXAM = is_a(Suspended) & yes("misses_exam", "whether an examination falls into the suspension", "missing one")
OVER_5_IN_THE_TERM = days_over(5, TERM)
OVER_15_IN_THE_TERM = days_over(15, TERM)
OVER_45_IN_THE_YEAR = days_over(45, SCHOOL_YEAR)
IN_THE_FIRST_YEAR = soon_after(1, YEARS, CarePlacementStarted)
IN_A_PLACEMENT_TO_EIGHTEEN = of_the_last(CarePlacementStarted, TO_EIGHTEEN)


def to(role: str) -> Where:
    """The notices to a role."""
    return Attribute("role", "to whom the notice went").one_of(role)
