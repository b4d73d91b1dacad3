"""Knows who is of compulsory school age."""

from __future__ import annotations

from carepolicy.law.citation import EDUCATION_ACT_1996
from carepolicy.logic.definition import Rule
from carepolicy.logic.vocabulary import under_age
from carepolicy.time.ages import Reached

of_compulsory_school_age = Rule(
    "SCHOOL-AGE",
    "of compulsory school age",
    ~under_age(5, reached=Reached.WHEN_SCHOOL_AGE_BEGINS) & under_age(16, reached=Reached.WHEN_SCHOOL_AGE_ENDS),
    EDUCATION_ACT_1996.section("8"),
)
