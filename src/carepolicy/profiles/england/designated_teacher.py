"""Knows the national rules on designated teachers, for governing bodies and proprietors: deadlines, section 2.3."""

from __future__ import annotations

from datetime import date

from carepolicy.facts import GovernorsReport, PostHeld
from carepolicy.law.citation import (
    ACADEMIES_ACT_2010,
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008,
    DESIGNATED_TEACHER_GUIDANCE_2018,
    DESIGNATED_TEACHER_REGULATIONS,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.provision import not_verified, verified
from carepolicy.logic.counting import once_each_school_year
from carepolicy.logic.deadline import again
from carepolicy.policy import Clause, Kind, Modality, Strength, clause, duty, in_place
from carepolicy.profiles.england.terms import (
    DESIGNATED_TEACHERS_BEGAN,
    GUIDANCE_OF_2018,
    HELD_BY_A_TEACHER,
    PREVIOUSLY_IN_CARE_BEGAN,
    in_care,
    in_or_from_care,
)

DESIGNATED_TEACHER_CLAUSES: tuple[Clause, ...] = (
    clause(
        "DT-1",
        "A school always has a designated teacher for pupils in care: qualified and inducted, or the head.",
        in_place(PostHeld, where=HELD_BY_A_TEACHER, called="designated teacher in post", scope=looked_after),
        locator=(
            f"{CHILDREN_AND_YOUNG_PERSONS_ACT_2008.section('20')}; "
            f"{DESIGNATED_TEACHER_REGULATIONS.regulation('3')}; {ACADEMIES_ACT_2010.section('2E')}"
        ),
        actor="governing_body",
        matter="appoint_designated_teacher",
        strength=Strength.MUST_LAW,
        in_force=(DESIGNATED_TEACHERS_BEGAN, None),
        kind=Kind.ROLE_REQUIREMENT,
        notes="an academy's proprietor designates a member of staff",
        leaves_open="whether the holder is qualified and inducted, or the head",
        marks=[verified("dl:S30"), verified("dl:S60", what="academies")],
    ),
    clause(
        "DT-2",
        "A school always has a designated teacher for pupils who were looked after before.",
        in_place(PostHeld, where=HELD_BY_A_TEACHER, called="designated teacher in post", scope=previously_looked_after),
        locator=f"{CHILDREN_AND_YOUNG_PERSONS_ACT_2008.section('20A')}; {ACADEMIES_ACT_2010.section('2E')}",
        actor="governing_body",
        matter="appoint_designated_person_cpic",
        strength=Strength.MUST_LAW,
        in_force=(PREVIOUSLY_IN_CARE_BEGAN, None),
        kind=Kind.ROLE_REQUIREMENT,
        marks=[
            verified("dl:S58", what="the section"),
            verified("dl:S39", what="the duty"),
            not_verified("the text of s.20A, and the day it began"),
        ],
    ),
    clause(
        "DT-3",
        "The governing body considers a report of the designated teacher at least once a year.",
        duty(
            GovernorsReport,
            again(once_each_school_year).of(in_care.begins, GovernorsReport),
            scope=in_or_from_care,
        ),
        locator=DESIGNATED_TEACHER_GUIDANCE_2018,
        actor="governing_body",
        matter="report_to_governing_body",
        strength=Strength.SHOULD_STATUTORY,
        in_force=(GUIDANCE_OF_2018, None),
        kind=Kind.RECURRING_DUTY,
        notes="the year is read as the school year",
        marks=[verified("dl:S40")],
    ),
    clause(
        "DT-4",
        "Nobody gives a period for naming a new designated teacher: a gap is told by its age (DT-1, DT-2).",
        locator=CHILDREN_AND_YOUNG_PERSONS_ACT_2008.section("20"),
        actor="governing_body",
        matter="appoint_designated_teacher",
        strength=Strength.MUST_LAW,
        in_force=(DESIGNATED_TEACHERS_BEGAN, None),
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
        notes="the duty is read as one that never rests",
        marks=[not_verified()],
    ),
    clause(
        "DT-5",
        "Designated teachers in post in September 2009 without the qualification had until September 2012 to gain it.",
        locator=DESIGNATED_TEACHER_REGULATIONS.regulation("3(4)"),
        actor="governing_body",
        matter="hold_qualifications",
        strength=Strength.MUST_LAW,
        in_force=(DESIGNATED_TEACHERS_BEGAN, date(2012, 9, 2)),
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
        notes="spent",
        marks=[verified("dl:S30")],
    ),
)
